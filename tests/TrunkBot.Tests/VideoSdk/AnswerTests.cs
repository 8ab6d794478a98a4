using System.Globalization;
using System.Text;
using System.Text.Json;
using TrunkBot.VideoSdk;

namespace TrunkBot.Tests.VideoSdk;

/// <summary>What each answer to a create means, and what people are told of it.</summary>
public class AnswerTests
{
    [Fact]
    public async Task A_create_sends_what_the_contract_says_and_nothing_else()
    {
        await using var server = RawServer.That_answers(RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer));
        using var world = new VideoSdkWorld(server.Address + "/behind/a/proxy/");
        var created = Assert.IsType<Created>(await world.CreateAsync());
        Assert.Equal("Ab3_-xyz0123456789abc", created.Trunk.TrunkId);
        Assert.Empty(created.Trunk.Missing);
        Assert.Empty(created.Trunk.DifferencesTo(VideoSdkWorld.Twilio));

        Assert.StartsWith("POST /behind/a/proxy/v2/sip-trunk HTTP/1.1\r\n", server.Received, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json\r\n", server.Received, StringComparison.Ordinal);
        Assert.Contains($"\r\nAuthorization: {world.Token.Current().Reveal()}\r\n", server.Received, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", server.Received, StringComparison.Ordinal);
        using var body = JsonDocument.Parse(Encoding.Latin1.GetBytes(server.Received[(server.Received.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
        Assert.True(JsonElement.DeepEquals(
            JsonDocument.Parse("""
                {"auth":{"username":"acme","password":"p4ssword-\"canary\"-ü"},"name":"twilio","domain":"example.pstn.twilio.com","direction":"outbound","numbers":["+1234567890"]}
                """).RootElement,
            body.RootElement));
    }

    [Fact]
    public async Task The_scheme_Bearer_stands_before_the_token_where_it_is_configured()
    {
        await using var server = RawServer.That_answers(RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer));
        using var world = new VideoSdkWorld(server.Address, ("VideoSdk:AuthorizationScheme", "Bearer"));
        await world.CreateAsync();
        Assert.Contains($"\r\nAuthorization: Bearer {world.Token.Current().Reveal()}\r\n", server.Received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"trunkId":"abc"}""", "name, domain, direction, numbers, auth.username")]
    [InlineData("""{"trunkId":"abc","name":7,"domain":"d","direction":"inbound","numbers":["+1"],"auth":{"username":"u"},"more":{}}""", "name")]
    public async Task What_the_answer_lacks_is_named_and_the_trunk_still_counts_as_created(string body, string missing)
    {
        var created = Assert.IsType<Created>(await Answered("201 Created", body));
        Assert.Equal("abc", created.Trunk.TrunkId);
        Assert.Equal(missing, string.Join(", ", created.Trunk.Missing));
    }

    [Theory]
    [InlineData("200 OK", ""), InlineData("200 OK", "null"), InlineData("200 OK", "[]"), InlineData("200 OK", "{}"), InlineData("200 OK", "<html>")]
    [InlineData("200 OK", """{"trunkId":""}"""), InlineData("200 OK", """{"trunkId":17}"""), InlineData("200 OK", """{"trunkId":".."}"""), InlineData("200 OK", """{"trunkId":"a b"}""")]
    [InlineData("202 Accepted", "{}"), InlineData("204 No Content", "")]
    [InlineData("304 Not Modified", ""), InlineData("408 Request Timeout", "{}")]
    [InlineData("500 Internal Server Error", """{"message":"no"}"""), InlineData("502 Bad Gateway", "<html>"), InlineData("503 Service Unavailable", ""), InlineData("504 Gateway Timeout", "")]
    public async Task Answers_that_do_not_say_whether_there_is_a_trunk_are_unknown(string status, string body) =>
        Assert.IsType<Unknown>(await Answered(status, body));

    [Theory]
    [InlineData("429 Too Many Requests", "", null)]
    [InlineData("429 Too Many Requests", "Retry-After: 7\r\n", 7)]
    [InlineData("503 Service Unavailable", "Retry-After: 120\r\n", 120)]
    [InlineData("503 Service Unavailable", "Retry-After: Mon, 01 Jan 2001 00:00:00 GMT\r\n", 0)]
    public async Task Refusals_for_now_name_the_pause(string status, string headers, int? seconds)
    {
        var refused = Assert.IsType<RefusedForNow>(await Answered(status, """{"message":"slow down"}""", headers));
        Assert.Equal(seconds, (int?)refused.RetryAfter?.TotalSeconds);
        Assert.Equal("slow down", refused.Problem.Message);
    }

    [Fact]
    public async Task A_pause_may_be_named_as_a_time_of_day()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            var inAMinute = DateTimeOffset.UtcNow.AddMinutes(1).ToString("R", CultureInfo.InvariantCulture);
            await connection.WriteAsync(RawServer.Answer("429 Too Many Requests", "", $"Retry-After: {inAMinute}\r\n"));
        });
        using var world = new VideoSdkWorld(server.Address);
        var refused = Assert.IsType<RefusedForNow>(await world.CreateAsync());
        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90));
    }

    [Theory]
    [InlineData("400 Bad Request", "Change these and ask again: name, numbers.")]
    [InlineData("422 Unprocessable Entity", "Change these and ask again: name, numbers.")]
    [InlineData("409 Conflict", "another name")]
    [InlineData("413 Content Too Large", "the people who run TrunkBot")]
    [InlineData("418 I'm a teapot", "the people who run TrunkBot")]
    public async Task Refusals_for_good_say_what_to_do(string status, string remedy)
    {
        var refused = Assert.IsType<RefusedForGood>(await Answered(status, """{"message":"\"name\" is short, numbers is empty"}"""));
        Assert.Contains(remedy, refused.Problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("401 Unauthorized", "VideoSdk:ApiKey")]
    [InlineData("402 Payment Required", "plan")]
    [InlineData("403 Forbidden", "permission")]
    [InlineData("404 Not Found", "VideoSdk:BaseUrl")]
    public async Task A_refusal_of_TrunkBot_itself_names_the_setting_to_its_operators_alone(string status, string setting)
    {
        var problem = Assert.IsType<RefusedUntilMended>(await Answered(status, """{"message":"not you"}""")).Problem;
        Assert.Contains(setting, problem.ForOperators, StringComparison.Ordinal);
        Assert.DoesNotContain("VideoSdk:", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_counts_even_when_its_body_breaks_off()
    {
        var refused = Assert.IsType<RefusedForGood>(await Raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\n{\"mess"));
        Assert.Equal((400, null), (refused.Problem.Status, refused.Problem.Message));
        Assert.Equal("VideoSDK answered 400.", refused.Problem.Statement);
    }

    [Theory]
    [InlineData("""{"message":"one","error":"two"}""", "one", null)]
    [InlineData("""{"message":"  ","error":"two","code":4001}""", "two", "4001")]
    [InlineData("""{"message":{"deep":1},"msg":"three","errorCode":"E7"}""", "three", "E7")]
    [InlineData("""{"statusMessage":"four"}""", "four", null)]
    [InlineData("\"just a string\"", "just a string", null)]
    [InlineData("plain text", "plain text", null)]
    [InlineData("", null, null)]
    [InlineData("<!doctype html><p>gateway</p>", null, null)]
    [InlineData("{\"broken", null, null)]
    public async Task The_message_is_found_wherever_VideoSDK_puts_it(string body, string? message, string? code)
    {
        var problem = Assert.IsType<RefusedForGood>(await Answered("400 Bad Request", body)).Problem;
        Assert.Equal((message, code), (problem.Message?.ToString(), problem.Code));
    }

    [Theory]
    [InlineData("x-request-id"), InlineData("Request-Id"), InlineData("x-amzn-requestid"), InlineData("x-amz-request-id")]
    public async Task The_request_id_is_given_on(string header)
    {
        var problem = Assert.IsType<RefusedForGood>(await Answered("400 Bad Request", """{"message":"no","code":"E7"}""", $"{header}: req-42\r\n")).Problem;
        Assert.Equal("VideoSDK answered 400: no. (code E7, request id req-42)", problem.Statement);
    }

    [Fact]
    public async Task A_message_cannot_draw_or_lead_away()
    {
        var hostile = JsonSerializer.Serialize(new
        {
            message = "**bold** [click](https://evil.example) <at>x</at> `code` _em_ trunk_name \u202e\u0007\r\n# head",
        });
        var message = Assert.IsType<RefusedForGood>(await Answered("400 Bad Request", hostile)).Problem.Message.ToString()!;
        Assert.DoesNotContain(message, c => char.IsControl(c) || "*[]<>`#\u202e".Contains(c, StringComparison.Ordinal));
        Assert.DoesNotContain("://", message, StringComparison.Ordinal);
        Assert.Contains("trunk_name", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VideoSdkWorld.PasswordCanary)]
    [InlineData(VideoSdkWorld.SigningSecret)]
    [InlineData(VideoSdkWorld.ApiKey)]
    public async Task A_message_code_or_request_id_that_repeats_a_secret_is_dropped_whole(string secret)
    {
        var coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        var body = JsonSerializer.Serialize(new { message = $"no to {secret}", code = coded });
        var problem = Assert.IsType<RefusedForGood>(await Answered("400 Bad Request", body, $"x-request-id: {coded}\r\n")).Problem;
        Assert.Equal("VideoSDK answered 400: its words repeated a secret, so they aren't shown.", problem.Statement);
    }

    [Fact]
    public async Task A_trunk_id_that_repeats_a_secret_is_no_trunk_id()
    {
        var coded = Convert.ToHexString(Encoding.UTF8.GetBytes(VideoSdkWorld.PasswordCanary));
        Assert.IsType<Unknown>(await Answered("200 OK", $$"""{"trunkId":"{{coded}}","name":"twilio"}"""));
    }

    [Fact]
    public async Task A_message_is_cut_to_two_hundred_characters()
    {
        var problem = Assert.IsType<RefusedForGood>(await Answered("400 Bad Request", $$"""{"message":"{{string.Concat(Enumerable.Repeat("😀x", 200))}}"}""")).Problem;
        var message = problem.Message.ToString()!;
        Assert.InRange(message.Length, 199, 200);
        Assert.EndsWith("…", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufffd', message);
    }

    private static Task<CreateOutcome> Answered(string status, string body, string headers = "") => Raw(RawServer.Answer(status, body, headers));

    private static async Task<CreateOutcome> Raw(string answer)
    {
        await using var server = RawServer.That_answers(answer);
        using var world = new VideoSdkWorld(server.Address);
        var outcome = await world.CreateAsync();
        Assert.Equal(1, server.Posts);
        foreach (var secret in (string[])["canary", "p4ssword"])
        {
            Assert.DoesNotContain(secret, world.Log.All, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, outcome.ToString(), StringComparison.Ordinal);
        }

        return outcome;
    }
}
