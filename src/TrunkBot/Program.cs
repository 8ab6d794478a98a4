using TrunkBot;

return await TrunkBotApp.RunAsync(args);
