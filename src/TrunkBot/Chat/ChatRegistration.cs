using TrunkBot.Chat.Hearing;
using TrunkBot.Chat.SignIn;
using TrunkBot.Chat.Windows;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Dialogs;

namespace TrunkBot.Chat;

internal static class ChatRegistration
{
    public static WebApplicationBuilder AddChat(this WebApplicationBuilder app)
    {
        app.Services.AddScoped<ChatPeople>();
        app.Services.AddScoped<DryRun>();
        app.Services.AddSingleton<CommandTable>();
        app.Services.AddSingleton<CardActionTable>();
        app.Services.AddScoped<WindowDesk>();
        app.Services.AddScoped<ExtensionDesk>();
        app.Services.AddSingleton<DialogDesk>();
        app.Services.AddSingleton<Greeter>();
        app.Services.AddSingleton<LineDesk>();
        app.Services.AddSingleton<MessageDesk>();
        app.Services.AddSingleton<IChoiceOffer, QuestionOffer>();
        app.Services.AddSingleton<IDialogWords, DialogWords>();
        app.Services.AddSingleton<Phrasebook>();
        app.Services.AddSingleton<ITurnErrorHandler, TurnErrors>();
        app.AddCommand<HelpCommand>();
        app.AddCommand<WhoAmICommand>();
        app.AddCommand<CancelCommand>();
        app.AddSignInToChat();
        app.AddCardAction<SayAction>();
        return app;
    }

    public static WebApplicationBuilder AddCommand<TCommand>(this WebApplicationBuilder app) where TCommand : class, ICommand, IDescribed
    {
        app.Services.AddScoped<TCommand>();
        app.Services.AddSingleton(new CommandEntry(typeof(TCommand), TCommand.Spec));
        return app;
    }

    public static WebApplicationBuilder AddCardAction<TAction>(this WebApplicationBuilder app) where TAction : class, ICardAction, IVerb
    {
        app.Services.AddScoped<TAction>();
        app.Services.AddSingleton(new CardActionEntry(typeof(TAction), TAction.Verb, TAction.Roles));
        return app;
    }

    public static WebApplicationBuilder AddDialog<TDialog>(this WebApplicationBuilder app) where TDialog : Dialog
    {
        app.Services.AddSingleton<Dialog, TDialog>();
        return app;
    }
}
