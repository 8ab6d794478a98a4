using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>What is done to both peers: requests, one after the other.</summary>
/// <param name="Name">Group and case, as rows of the README name it.</param>
/// <param name="Bot">Which of the peers' bots answers: the conversation's name begins with it.</param>
/// <param name="Requests">What is sent.</param>
internal sealed record Input(string Name, string Bot, params IReadOnlyList<Request> Requests)
{
    /// <summary>What the connector answers to the first, second … call, the last one to all that follow; 200 with an id by default.</summary>
    public IReadOnlyList<Answer> Connector { get; init; } = [];
}

/// <summary>An answer of the connector.</summary>
/// <param name="Status">0 cuts the connection.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">Header and value, in turn.</param>
internal sealed record Answer(int Status, string Body = "", params IReadOnlyList<string> Headers);

/// <summary>One request.</summary>
internal sealed record Request(Func<Place, HttpRequestMessage> Make)
{
    private const string Envelope =
        """
        {"type":"message","id":"1764000000123","timestamp":"2026-11-20T10:00:00.123Z","channelId":"msteams","serviceUrl":"{service}","locale":"it-IT",
         "from":{"id":"29:riya","name":"Riya","aadObjectId":"o"},"recipient":{"id":"28:bot","name":"TrunkBot"},
         "conversation":{"id":"{conversation}","conversationType":"personal","tenantId":"t"}}
        """;

    /// <summary>A good activity with these members; one that is null is left out.</summary>
    public static Request Activity(string members, string? token = null) => Body(Whole(members), "application/json; charset=utf-8", token);

    public static string Whole(string members)
    {
        var activity = JsonNode.Parse(Envelope)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            activity.Remove(name);
            if (value is not null)
                activity[name] = value.DeepClone();
        }

        return activity.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public static Request Body(string text, string? contentType = "application/json", string? token = null) =>
        new(place => Post(place, Encoding.UTF8.GetBytes(place.Fill(text)), contentType, token));

    public static Request Bytes(Func<string, byte[]> encode, string? contentType, params (string Name, string Value)[] headers) => new(place =>
    {
        var request = Post(place, encode(place.Fill(Whole("{}"))), contentType);
        foreach (var (name, value) in headers)
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content!.Headers.TryAddWithoutValidation(name, value);
        return request;
    });

    /// <summary>A good activity under a header that the place helps to make; null sends none.</summary>
    public static Request Authorized(Func<Place, string?> header, string members = "{}") => new(place =>
    {
        var request = Post(place, Encoding.UTF8.GetBytes(place.Fill(Whole(members))), "application/json");
        request.Headers.Remove("Authorization");
        if (header(place) is { } value)
            request.Headers.TryAddWithoutValidation("Authorization", value);
        return request;
    });

    public static Request Other(string method, string path = "/api/messages", bool authorized = true, string? body = null) => new(place =>
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(place.Endpoint, path));
        if (authorized)
            request.Headers.Authorization = new("Bearer", place.Token());
        if (body is not null)
            request.Content = new StringContent(place.Fill(body), Encoding.UTF8, "application/json");
        return request;
    });

    private static HttpRequestMessage Post(Place place, byte[] body, string? contentType, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(place.Endpoint, "/api/messages")) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? place.Token());
        return request;
    }
}
