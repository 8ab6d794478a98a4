using TrunkBot.Load;
using TrunkBot.Load.Children;

if (args.Contains("--floor"))
{
    await Floor.RunAsync([.. args.Where(arg => arg != "--floor")]);
    return 0;
}

return await LoadRun.RunAsync(LoadOptions.Parse(args));
