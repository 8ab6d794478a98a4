using TrunkBot.Sandbox.Launch;

return await SandboxRun.RunAsync(args);
