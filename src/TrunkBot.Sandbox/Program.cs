using TrunkBot.Sandbox;

await using var sandbox = SandboxApp.Create(args);
return await sandbox.RunAsync();
