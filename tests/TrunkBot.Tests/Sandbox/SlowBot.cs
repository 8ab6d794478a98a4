namespace TrunkBot.Tests.Sandbox;

/// <summary>A bot's project whose build waits until it is let go, and whose bot writes down what it hears.</summary>
internal sealed class SlowBot : IDisposable
{
    private const string Project = """
        <Project DefaultTargets="Build">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <RunCommand>node</RunCommand>
            <RunArguments>bot.mjs</RunArguments>
            <RunWorkingDirectory>$(MSBuildProjectDirectory)</RunWorkingDirectory>
          </PropertyGroup>
          <Target Name="Build">
            <Exec Command="while [ ! -f go ]; do sleep 0.05; done" />
            <Error Condition="Exists('broken')" Text="A semicolon is missing" />
          </Target>
          <Target Name="ComputeRunArguments" />
        </Project>
        """;

    private const string Bot = """
        import { appendFileSync } from "node:fs";
        import { createServer } from "node:http";
        createServer((request, response) => {
          let body = "";
          request.on("data", (more) => (body += more));
          request.on("end", () => {
            if (request.method === "POST") appendFileSync("heard", `${JSON.parse(body).type}\n`);
            response.end();
          });
        }).listen(Number(new URL(process.env.Urls).port), "127.0.0.1");
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slow-bot-");

    public SlowBot()
    {
        File.WriteAllText(In("Bot.csproj"), Project);
        File.WriteAllText(In("bot.mjs"), Bot);
    }

    public string Folder => _folder.FullName;

    public string[] Heard => File.Exists(In("heard")) ? File.ReadAllLines(In("heard")) : [];

    public void Break() => File.WriteAllText(In("broken"), "");

    public void Mend() => File.Delete(In("broken"));

    public void LetGo() => File.WriteAllText(In("go"), "");

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string file) => Path.Combine(Folder, file);
}
