using TrunkBot.Languages;

namespace TrunkBot.Jobs;

/// <summary>What is said of work that is not done yet.</summary>
internal static class JobTexts
{
    public static Noted Overtaken => Noted.Of(() => Say.It("Another process was faster."));

    public static Noted Unreadable => Noted.Of(() => Say.It("What is stored of this work can't be read."));
}
