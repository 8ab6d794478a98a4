using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Channel;

namespace TrunkBot.Sandbox.SignIn;

/// <summary>
/// What the Teams clients of people do with an OAuth card: each of them sends a token of its person at once, all with the card's id, and shows the
/// button only where the bot answers 412.
/// </summary>
public sealed class TeamsClients
{
    private readonly SandboxEntra entra;
    private readonly SandboxTokenService service;
    private readonly IServiceProvider services;
    private readonly Lock gate = new();
    private readonly List<Task> running = [];

    internal TeamsClients(SandboxEntra entra, SandboxTokenService service, IServiceProvider services) =>
        (this.entra, this.service, this.services) = (entra, service, services);

    /// <summary>On how many devices each person has Teams open; 2 unless somebody says otherwise.</summary>
    public int PerPerson { get; set; } = 2;

    /// <summary>What was sent for OAuth cards, and what the bot answered.</summary>
    public SandboxLog<ClientExchange> Exchanges { get; } = new();

    /// <summary>Waits until all clients have done what a card makes them do.</summary>
    public async Task SettledAsync()
    {
        while (true)
        {
            Task[] tasks;
            lock (gate)
            {
                tasks = [.. running];
                running.Clear();
            }

            if (tasks.Length == 0)
                return;
            await Task.WhenAll(tasks);
        }
    }

    /// <summary>What Teams has against an OAuth card in this place; null for nothing, or no such card.</summary>
    internal string? Objection(Conversation place, JsonObject activity) => CardIn(activity) switch
    {
        null => null,
        _ when place.IsTeamChannel => "OAuth cards are for personal and group chats; in a channel there is no sign-in.",
        { } card when card["connectionName"]?.ToString() is not SandboxTokenService.ConnectionName => "The card names no connection of this bot.",
        { } card when !service.IsOurs(ButtonOf(card)?["value"]?.ToString()) || ButtonOf(card)?["type"]?.ToString() != "signin" =>
            "The card has no button of type signin with the link that the token service gave.",
        _ => null,
    };

    internal void Show(Conversation place, JsonObject activity)
    {
        if (place.ChannelId != SandboxWorld.Teams || CardIn(activity)?["tokenExchangeResource"] is not JsonObject resource || resource["uri"]?.ToString() != SandboxEntra.Resource)
            return;
        var id = resource["id"]?.ToString() ?? "";
        lock (gate)
        {
            foreach (var person in place.Members)
                for (var client = 0; client < PerPerson; client++)
                    running.Add(Task.Run(() => ExchangeAsync(person, place, id)));
        }
    }

    private async Task ExchangeAsync(SandboxPerson person, Conversation place, string id)
    {
        var invoke = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "signin/tokenExchange",
            ["value"] = new JsonObject
            {
                ["id"] = id,
                ["connectionName"] = SandboxTokenService.ConnectionName,
                ["token"] = entra.Issue(person.Key, token => token with { Audience = SandboxEntra.Resource }),
            },
        };
        try
        {
            var answer = await services.GetRequiredService<SandboxChannel>().DeliverAsync(person.Key, place.Id, invoke);
            Exchanges.Add(new(person.Key, id, answer.Status, IsButtonShown: answer.Status != 200));
        }
        catch (HttpRequestException)
        {
            // The bot has been stopped meanwhile.
            Exchanges.Add(new(person.Key, id, 0, IsButtonShown: true));
        }
    }

    private static JsonObject? CardIn(JsonObject activity) => (activity["attachments"] as JsonArray)?
        .OfType<JsonObject>().FirstOrDefault(one => one["contentType"]?.ToString() == "application/vnd.microsoft.card.oauth")?["content"] as JsonObject;

    private static JsonObject? ButtonOf(JsonObject card) => (card["buttons"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault();
}

/// <summary>What a client did for an OAuth card.</summary>
/// <param name="Person">Whose client.</param>
/// <param name="Id">The card's id.</param>
/// <param name="Status">What the bot answered; 0 for nothing.</param>
/// <param name="IsButtonShown">Whether the person sees the card's button now.</param>
public sealed record ClientExchange(string Person, string Id, int Status, bool IsButtonShown);
