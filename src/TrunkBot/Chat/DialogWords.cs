using TrunkBot.Languages;
using TrunkBot.Protocol.Dialogs;

namespace TrunkBot.Chat;

/// <summary>What dialogs say and hear by themselves, in the language of the turn.</summary>
internal sealed class DialogWords : IDialogWords
{
    public string UseIt => Say.It("Use it");

    public string InEnglish(string utterance) => Typed.InEnglish(utterance);
}
