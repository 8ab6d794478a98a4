using TrunkBot.Load;
using TrunkBot.Load.Children;
using TrunkBot.Load.Scale;

if (args.Contains("--floor"))
{
    await Floor.RunAsync([.. args.Where(arg => arg != "--floor")]);
    return 0;
}

if (args is ["--cold-start", var program])
    return await ColdStartRun.RunAsync(program);
if (args.Contains("--scale"))
    return await ScaleRun.RunAsync(ScaleOptions.Parse(args));
return await LoadRun.RunAsync(LoadOptions.Parse(args));
