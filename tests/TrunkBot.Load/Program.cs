using TrunkBot.Load;
using TrunkBot.Load.Children;
using TrunkBot.Load.Scale;
using TrunkBot.Load.Soak;

if (args.Contains("--floor"))
{
    await Floor.RunAsync([.. args.Where(arg => arg != "--floor")]);
    return 0;
}

if (args is ["--cold-start", .. { Length: > 0 } programs])
    return await ColdStartRun.RunAsync(programs);

var arguments = new LoadArguments(args);
var isHelp = arguments.Has("--help");
try
{
    Func<Task<int>> run = arguments.Has("--scale") ? Scale() : arguments.Has("--soak") ? Soak() : Load();
    if (!isHelp && arguments.Unknown.Count == 0)
        return await run();
}
catch (Exception failure) when (LoadRun.IsExpected(failure))
{
    await Console.Error.WriteLineAsync($"The load program failed: {failure.Message}");
    return 1;
}

Console.WriteLine(Help.Text);
return isHelp ? 0 : 1;

// What is in the arguments is read before anything runs, so that a wrong one is said at once.
Func<Task<int>> Scale()
{
    var options = ScaleOptions.Parse(arguments);
    return () => ScaleRun.RunAsync(options);
}

Func<Task<int>> Soak()
{
    var options = SoakOptions.Parse(arguments);
    return () => SoakRun.RunAsync(options);
}

Func<Task<int>> Load()
{
    var options = LoadOptions.Parse(arguments);
    return () => LoadRun.RunAsync(options);
}
