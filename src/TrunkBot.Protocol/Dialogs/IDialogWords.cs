using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Protocol.Builder;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>The words that dialogs say and hear by themselves. They are English; a bot whose people read another language registers its own.</summary>
/// <remarks>The Bot Framework's prompts take such words from PromptCultureModels by the activity's locale; here the bot gives them.</remarks>
public interface IDialogWords
{
    /// <summary>What the button says that takes what is suggested.</summary>
    string UseIt { get; }

    /// <summary>The English word that a whole utterance means, such as <c>yes</c> or <c>cancel</c>; the utterance itself where it means none.</summary>
    /// <remarks>It is compared with the words of a dialog, and never taken for the answer.</remarks>
    /// <param name="utterance">What was written, without quotes or a full stop around it.</param>
    string InEnglish(string utterance);

    internal static IDialogWords Of(ITurnContext turnContext) => turnContext.Services.GetService<IDialogWords>() ?? English.Words;

    private sealed class English : IDialogWords
    {
        public static English Words { get; } = new();

        public string UseIt => "Use it";

        public string InEnglish(string utterance) => utterance;
    }
}
