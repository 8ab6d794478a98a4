using System.Runtime.CompilerServices;

namespace TrunkBot.Tests.Secrets;

internal static class SourceFolder
{
    public static string Of(string path, [CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(thisFile)!);
        while (!File.Exists(Path.Combine(folder.FullName, "TrunkBot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository that they were built in.");
        return Path.Combine(folder.FullName, path);
    }
}
