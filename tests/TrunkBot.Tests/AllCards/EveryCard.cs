using System.Reflection;
using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals.Delegating;
using TrunkBot.Approvals.Pushing;
using TrunkBot.Approvals.Viewing;
using TrunkBot.Approvals;
using TrunkBot.Audit;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Chat.Showing;
using TrunkBot.Jobs;
using TrunkBot.Diagnostics;
using TrunkBot.Languages;
using TrunkBot.Operations;
using TrunkBot.Operations.Status;
using TrunkBot.Policies;
using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Tests.Trunks;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Drafts;
using TrunkBot.Trunks.Drafts.Passwords;
using TrunkBot.Trunks.Drafts.Pasting;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Foreseeing;
using TrunkBot.Trunks.Looking;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Requests.Editing;
using TrunkBot.Trunks.Searching;
using TrunkBot.Trunks.Settling;
using TrunkBot.VideoSdk;

namespace TrunkBot.Tests.AllCards;

/// <summary>A card as it is sent.</summary>
/// <param name="Made">The class that makes it.</param>
/// <param name="Name">Which of its forms this is.</param>
/// <param name="Card">The card.</param>
/// <param name="Shows">What a reader must find on it, as it was typed.</param>
internal sealed record SentCard(Type Made, string Name, AdaptiveCard Card, params string?[] Shows);

/// <summary>Every card that the bot can send, in every form, with every kind of value, for every kind of button.</summary>
internal static class EveryCard
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly RoleSet s_everything = RoleSet.Of(Enum.GetValues<Role>());

    private static readonly Person s_viewer = new("tenant", "ada", "Ada Marsh");

    private static readonly string s_who = TrunkTexts.WhoWillApprove(Verdict.Asks(2, Role.Admin, "number-kinds: Some numbers are of a special kind (premium-rate): +19005550100."));

    public static IEnumerable<SentCard> All() =>
        from can in Enum.GetValues<CardActions>()
        from card in Fixed(can).Concat(CardValues.All.Append(CardValues.Absurd).SelectMany(values => With(values, can)))
        select card with { Name = $"{card.Made.Name}, {card.Name}, {can}" };

    private static IEnumerable<SentCard> Fixed(CardActions can)
    {
        var specs = Specs();
        yield return new(typeof(WelcomeCard), "for nobody", WelcomeCard.Of(HomeCard.Choices(specs, RoleSet.None), can));
        yield return new(typeof(WelcomeCard), "for everybody", WelcomeCard.Of(HomeCard.Choices(specs, s_everything), can));
        yield return new(typeof(HomeCard), "for nobody", HomeCard.Of(ChatTexts.NotUnderstood(null), HomeCard.Choices(specs, RoleSet.None), can));
        yield return new(typeof(HomeCard), "for everybody", HomeCard.Of(ChatTexts.NotUnderstood("trunk list"), HomeCard.Choices(specs, s_everything, "trunk list"), can));
        yield return new(typeof(HelpCard), "for nobody", HelpCard.Of(specs, RoleSet.None, can));
        yield return new(typeof(HelpCard), "for everybody", HelpCard.Of(specs, s_everything, can));
        yield return new(typeof(QuestionCard), "a question", QuestionCard.Of(DraftTexts.AnswerYesOrNo, [new Choice("Yes") { Title = DraftTexts.SubmitAnyway }, new Choice("back") { Title = DraftTexts.Back }]));
        foreach (var spec in specs)
            yield return new(typeof(HelpCard), spec.Words, HelpCard.Of(spec), $"/{spec.Words}");
        yield return new(typeof(OverviewCard), "empty", OverviewCard.Of(new Overview([], [], [], new ApprovalTimes([]), true)));
        yield return Form("empty", new TrunkForm(Draft(new TrunkFields(), "Riya Shah")), can);
    }

    private static IEnumerable<SentCard> With(CardValues values, CardActions can)
    {
        foreach (var card in Forms(values, can).Concat(Trunks(values, can)).Concat(Approvals(values, can)).Concat(Viewers(values, can)).Concat(Pushes(values, can)).Concat(Lists(values, can)).Concat(Audits(values, can)).Concat(Overviews(values)).Concat(Stuck(values, can)).Concat(Statuses(values, can)))
            yield return card with { Name = $"{card.Name}, {values.Kind}" };
    }

    private static IEnumerable<SentCard> Forms(CardValues values, CardActions can)
    {
        var draft = Draft(values.Typed, values.Person);
        var wrong = Review.Of(values.Typed with { Numbers = $"{values.Typed.Numbers}, 0049 30, +0, 12ab, {values.Comment}", Direction = values.Comment }, "acme");
        var warned = Review.Of(Review.Right with { Domain = "example.pstn.twilio.com", Numbers = "+1234567890, +14155550100, +14155550100" }, "short-one");
        yield return Form("filled", new TrunkForm(draft, Review.Of(values.Typed)), can);
        yield return Form("errors", new TrunkForm(draft, wrong, OffersPage: true), can);
        yield return Form("warnings", new TrunkForm(draft, warned, Mark: "A1B2C3", Who: s_who, OffersPage: true), can);
        yield return Form("resumed", new TrunkForm(draft, Review.Of(values.Typed, null), Note: TrunkTexts.Resumed(draft), Who: s_who), can);
        yield return Form("without a room", new TrunkForm(draft, Note: TrunkTexts.NoRoom), can);
        yield return Pasted("two of each", draft, values, can);
        yield return new(typeof(SettleCard), "first", SettleCard.Of(draft, null, can));
        yield return new(typeof(SettleCard), "another trunk", SettleCard.Of(draft, ProvisioningTexts.NotTheSame(draft, ["name", "numbers"]), can));
        yield return new(typeof(HoldCard), "refused", HoldCard.Of(draft, new VideoSdkProblem(401, values.Comment, "E7", "req-42"), TimeSpan.FromDays(1), can));
        draft.KeepPassword("kept", s_now);
        yield return Form("with a password", new TrunkForm(draft), can);
        yield return Form("what was probably meant", new TrunkForm(draft, Review.Of(Review.Right with { Domain = "acme.pstn.twilio.com:5070", Numbers = "14155550100" })), can);
        yield return new(typeof(EditCard), "first", EditCard.Of(draft, draft.Fields, null, null, s_who, can));
        yield return new(typeof(EditCard), "errors", EditCard.Of(draft, draft.Fields, wrong, "+", null, can));
        yield return new(typeof(EditCard), "warnings", EditCard.Of(draft, draft.Fields, warned, "A1B2C3+", s_who, can));
        yield return new(typeof(PasswordCard), "first", PasswordCard.Of(DraftView.Of(draft), null, s_who, offersPage: false, can));
        yield return new(typeof(PasswordCard), "findings", PasswordCard.Of(DraftView.Of(draft), wrong, null, offersPage: true, can));
        yield return new(typeof(PasswordLinkCard), "link", PasswordLinkCard.Of(draft, new Uri("https://bot.example.com/secret/" + new string('A', 43))));
        yield return new(typeof(ResendCard), "to confirm", ResendCard.Of(draft, can, ProvisioningTexts.SureItIsNotThere));
        yield return new(typeof(ResendCard), "password gone", ResendCard.Of(draft, can, ProvisioningTexts.PasswordGone));
        yield return new(typeof(ResendCard), "another password", ResendCard.Of(draft, can, ProvisioningTexts.PasswordNotTheApproved));
    }

    private static SentCard Pasted(string name, TrunkRequest draft, CardValues values, CardActions can)
    {
        var notes = new PasteNotes(
            [new(FieldIds.Name, "", $"Name: {values.Typed.Name}"), new(FieldIds.Numbers, "", values.Comment ?? "")],
            [new(FieldIds.Domain, values.Typed.Domain ?? "", "a"), new(FieldIds.Domain, "sip.example.com", "b"), new(FieldIds.Direction, "inbound", "c"), new(FieldIds.Direction, "outbound", "c"), new(FieldIds.Numbers, "+442079460018", "DDI: 020 7946 0018")],
            [values.Comment ?? "Codec: G.711"]);
        return new(typeof(PastedFormCard), name, PastedFormCard.Of(TrunkFormCard.Of(new TrunkForm(draft), can), notes, draft.Id.ToString(), can));
    }

    private static SentCard Form(string name, TrunkForm form, CardActions can) => new(typeof(TrunkFormCard), name, TrunkFormCard.Of(form, can));

    private static IEnumerable<SentCard> Trunks(CardValues values, CardActions can)
    {
        yield return new(typeof(TrunkCard), "an empty draft", TrunkCard.Of(Draft(new TrunkFields(), ""), [], [], can, Rights(Draft(new TrunkFields(), ""), null, RoleSet.None), null));
        foreach (var request in values.IsAbsurd ? [Draft(values.Typed, values.Person)] : Lives(values))
        {
            var (people, steps) = request.State is RequestState.Draft or RequestState.Pending ? ([], [])
                : ((string[])[ApprovalTexts.DecisionLine(new Decision("x", values.Person, Role.Approver, true, values.Comment, s_now, [1]))], Steps(request));
            var approval = values.IsAbsurd ? null : Approval(values, request.State is RequestState.Pending ? ApprovalState.Open : ApprovalState.Granted, null, Verdict.OneApprover);
            yield return new(typeof(TrunkCard), request.State.ToString(), TrunkCard.Of(request, people, steps, can, Rights(request, approval, s_everything), "1.0"), values.Shows);
            yield return new(typeof(PublicCard), request.State.ToString(), PublicCard.Of(request, new Uri($"https://trunkbot.example.com/r/{request.Id}")));
            yield return new(typeof(TrunkCard), $"{request.State} for the asker", TrunkCard.Of(request, people, steps, can, RequestRights.OfAsker(request), null), values.Shows);
            if (approval is not { State: ApprovalState.Open })
                continue;
            approval.HandOn(s_viewer, new Person("tenant", "mei", "Mei Chen"), s_now);
            yield return new(typeof(TrunkCard), $"{request.State} for who has left it", TrunkCard.Of(request, people, steps, can, Rights(request, approval, s_everything), "1.0"), values.Shows);
        }
    }

    private static RequestRights Rights(TrunkRequest request, Approval? approval, RoleSet roles) =>
        RequestRights.Of(request, s_viewer, roles) with { Decision = ApprovalRights.Of(approval, Verdict.OneApprover, s_viewer, roles, s_now) };

    private static IReadOnlyList<string> Steps(TrunkRequest request) => request.State is not RequestState.Created ? []
        : Review.Presets.ForHost("acme.pstn.twilio.com").NextSteps("outbound", "org.sip.videosdk.live", "13.200.63.163 (India), 34.186.123.99 (US)");

    private static IEnumerable<SentCard> Approvals(CardValues values, CardActions can) =>
        from state in values.IsAbsurd ? [] : Enum.GetValues<ApprovalState>()
        from outcome in (string?[])[null, $"Not created. {values.Comment}"]
        from needs in (Verdict[])[Verdict.OneApprover, Verdict.Asks(2, Role.Admin, $"hosts: {values.Comment}")]
        let approval = Approval(values, state, outcome, needs)
        select new SentCard(
            typeof(ApprovalCard), $"{state}{(outcome is null ? "" : " with an outcome")}{(needs.Role is Role.Admin ? " by a rule" : "")}", ApprovalCard.Of(approval, can),
            [.. values.Shows, .. approval.Warnings.Select(warning => warning.ToString())]);

    private static IEnumerable<SentCard> Viewers(CardValues values, CardActions can)
    {
        if (values.IsAbsurd)
            yield break;
        foreach (var (who, viewer, approval) in new[] { Asker(), Approver("an approver", _ => { }), Approver("who has said yes", Approve), Approver("who has left it", HandOn), Stranger() })
        {
            var refresh = can is CardActions.Execute ? ApprovalCard.RefreshOf(approval, ["29:riya", "29:omar"]) : null;
            yield return new(typeof(ApprovalCard), $"for {who}", ApprovalCard.Of(approval, can, viewer, refresh), [.. values.Shows, .. approval.Warnings.Select(warning => warning.ToString())]);
        }

        Approval Two() => Approval(values, ApprovalState.Open, null, Verdict.Asks(2, Role.Approver, $"two: {values.Comment}"));

        void Approve(Approval approval) => approval.Decide(s_viewer, Role.Approver, approved: true, values.Comment, s_now);

        void HandOn(Approval approval) => approval.HandOn(s_viewer, new Person("tenant", "mei", values.Person), s_now);

        (string, ApprovalViewer, Approval) Asker() =>
            ("whoever asked", ApprovalViewer.OfAsker([.. TrunkApproval.ButtonsOfAsker("TR-7", RequestRights.OfAsker(Lives(values).First(request => request.State is RequestState.Pending)), can)]), Two());

        (string, ApprovalViewer, Approval) Approver(string who, Action<Approval> before)
        {
            var approval = Two();
            before(approval);
            return (who, ApprovalViewer.Of(approval, ApprovalRights.Of(approval, Verdict.OneApprover, s_viewer, RoleSet.Of(Role.Approver), s_now), can), approval);
        }

        (string, ApprovalViewer, Approval) Stranger() =>
            ("everybody else", ApprovalViewer.Of(Two(), ApprovalRights.Of(Two(), Verdict.OneApprover, s_viewer, RoleSet.None, s_now), can), Two());
    }

    private static IEnumerable<SentCard> Pushes(CardValues values, CardActions can) => PushCards(values, can)
        .Append(new SentCard(typeof(DelegateCard), "to whom", DelegateCard.Of("TR-7", can)))
        .Append(new SentCard(typeof(DelegateCard), "to whom, in a dialog", DelegateCard.InWindow("TR-7", null, HandoverTexts.ColleagueMissing)))
        .Append(new SentCard(typeof(RejectCard), "why", RejectCard.Of("TR-7", values.Comment, ApprovalTexts.ReasonMissing, can)));

    private static IEnumerable<SentCard> PushCards(CardValues values, CardActions can) =>
        from missing in values.IsAbsurd ? [] : new[] { false, true }
        let approval = Approval(values, ApprovalState.Open, null, Verdict.Asks(2, Role.Admin, $"hosts: {values.Comment}"))
        select new SentCard(
            typeof(PushCard), missing ? "without a reason" : "to confirm",
            PushCard.Of(approval, missing ? null : values.Comment, missing, can), [.. values.Shows, .. approval.Warnings.Select(warning => warning.ToString())]);

    private static Approval Approval(CardValues values, ApprovalState state, string? outcome, Verdict needs)
    {
        var request = Draft(values.Typed, values.Person);
        var title = TrunkTexts.ApprovalTitle(new TrunkSpec(values.Typed.Name!, "", values.Typed.Direction!, [], ""));
        var warnings = Review.Of(values.Typed with { Numbers = "+1234567890" }, "short-one").Findings.Select(FieldTexts.Line);
        var approval = new Approval(
            new ApprovalQuestion("TR-7", request.Asker, title, TrunkFacts.Of(request), [.. warnings], [1], needs), "{}", s_now, s_now.AddDays(7));
        var approver = new Person("tenant", "omar", values.Person);
        if (state is ApprovalState.Granted or ApprovalState.Rejected)
            approval.Decide(approver, Role.Admin, state is ApprovalState.Granted, values.Comment, s_now);
        else if (state is ApprovalState.Withdrawn)
            approval.Withdraw();
        else if (state is ApprovalState.Expired)
            approval.Expire();
        if (outcome is not null)
            approval.Tell(outcome);
        return approval;
    }

    private static IEnumerable<SentCard> Lists(CardValues values, CardActions can)
    {
        var draft = Draft(values.Typed, values.Person);
        var requests = Enumerable.Repeat(draft, RequestList.Most).Concat(values.IsAbsurd ? [] : Lives(values)).TakeLast(RequestList.Most).Select(request => new ListedRequest(request, s_now.AddDays(3))).ToList();
        yield return new(typeof(ListCard), "requests", ListCard.Of(Say.It("Requests"), requests, more: true, s_now.AddHours(1), can));
        yield return new(typeof(ListCard), "one request", ListCard.Of(Say.It("Requests"), requests[..1], more: false, s_now.AddDays(3), can));
        var trunks = Enumerable.Range(0, RequestList.Most).Select(n => Trunk(values.IsAbsurd ? CardValues.All[0] : values, n)).ToList();
        yield return new(typeof(ListCard), "trunks", ListCard.Of(trunks, more: true, s_now, can));
        yield return new(typeof(ListCard), "one trunk", ListCard.Of(trunks[..1], more: false, s_now, can));
        var numbers = values.Typed.Numbers!.Split(", ");
        var now = new SipTrunk(trunks[0].TrunkId, values.Typed.Name!, values.Typed.Domain!, values.Typed.Direction!, numbers, values.Typed.Username!);
        yield return new(typeof(LiveTrunkCard), "live", LiveTrunkCard.Of(trunks[0], now), [.. values.Shows.Take(2)]);
        yield return new(typeof(LiveTrunkCard), "with members missing", LiveTrunkCard.Of(trunks[0], new SipTrunk(trunks[0].TrunkId, "", "", "", [], "")
        {
            Missing = ["name", "domain", "direction", "numbers", "auth.username"],
        }));
    }

    private static IEnumerable<SentCard> Overviews(CardValues values)
    {
        var spec = new SipTrunkSpec(values.Typed.Name!, values.Typed.Domain!, values.Typed.Direction!, values.Typed.Numbers!.Split(", "), values.Typed.Username!);
        if (!values.IsAbsurd)
            yield return new(typeof(CreateCard), "masked", CreateCard.Of(spec), values.Kind == "plain" ? [.. values.Shows.Take(2)] : []);
        var carriers = Review.Presets.All.Select((carrier, at) => new Count(carrier.DisplayName, 1200 - (at * 100))).ToList();
        var states = Enum.GetValues<RequestState>().Where(state => state is not RequestState.Draft).Select(state => (state, 1 + (int)state)).ToList();
        var waits = new ApprovalTimes([TimeSpan.FromMinutes(3), TimeSpan.FromHours(1), TimeSpan.FromHours(9), TimeSpan.FromDays(6)]);
        yield return new(typeof(OverviewCard), "everything", OverviewCard.Of(new Overview(carriers, [new("outbound", 40), new("inbound", 2)], states, waits, false)), "Twilio", OverviewTexts.WithinAnHour);
        yield return new(typeof(OverviewCard), "one trunk", OverviewCard.Of(new Overview(carriers[..1], [new("inbound", 1)], states[..1], new ApprovalTimes([]), true)));
    }

    private static IEnumerable<SentCard> Audits(CardValues values, CardActions can)
    {
        AuditEntry[] entries =
        [
            Entry("submitted", values.Person, values.Comment, null), Entry("approved", values.Person, values.Comment, values.Person),
            Entry("created", null, null, null), .. Enumerable.Repeat(Entry("waiting", null, values.Comment, null), 7),
        ];
        yield return new(typeof(AuditCard), "first page", AuditCard.Of(new AuditPage(null, entries, "1.1"), can));
        yield return new(typeof(AuditCard), "last page of one request", AuditCard.Of(new AuditPage("TR-7", entries[..1], null), can));
    }

    private static IEnumerable<SentCard> Stuck(CardValues values, CardActions can)
    {
        var parked = new Job(Guid.CreateVersion7(), "send-activity", "tenant", "", s_now);
        parked.Park(values.Comment);
        StuckJob[] stuck =
        [
            new(parked, () => "send a message", true),
            .. Enumerable.Repeat(new StuckJob(new Job(Guid.CreateVersion7(), "provision-trunk", "tenant", "7", s_now), () => "create the trunk of TR-7", false), 9),
        ];
        yield return new(typeof(StuckWorkCard), "ten", StuckWorkCard.Of(stuck, more: true, can));
        yield return new(typeof(StuckWorkCard), "one", StuckWorkCard.Of(stuck[..1], more: false, can));
    }

    private static AuditEntry Entry(string act, string? person, string? detail, string? onBehalfOf) => new()
    {
        Id = Guid.Empty,
        TenantId = "tenant",
        Subject = "TR-7",
        At = s_now,
        ActorId = person is null ? null : "omar",
        ActorName = person,
        OnBehalfOfId = onBehalfOf is null ? null : "mei",
        OnBehalfOfName = onBehalfOf,
        Act = act,
        Detail = detail,
        Rule = onBehalfOf is null ? null : "country",
        Order = 1,
    };

    private static Trunk Trunk(CardValues values, int number) => new()
    {
        TrunkId = $"aB3dE6gH9jK2mN5pQ8sT{number}",
        TenantId = "tenant",
        RequestNumber = number,
        AskerId = "riya",
        Name = values.Typed.Name!,
        Domain = values.Typed.Domain!,
        Direction = values.Typed.Direction!,
        Numbers = values.Typed.Numbers!,
        Username = values.Typed.Username!,
        CreatedAt = s_now,
    };

    private static IEnumerable<SentCard> Statuses(CardValues values, CardActions can)
    {
        StatusLine[] well =
        [
            new(StatusTexts.Program, StatusTexts.Versions("1.0.0", ".NET 10.0.0")), new(StatusTexts.Database, $"Postgres 17.2. {StatusTexts.TakesChanges}"),
            new(StatusTexts.VideoSdk, StatusTexts.Answers), new(StatusTexts.Work, StatusTexts.Late(TimeSpan.Zero)), new(StatusTexts.StuckWork, StatusTexts.Parked(0, 100)),
            new(ApprovalTexts.Room, ApprovalTexts.RoomIsThere), new(LookingTexts.ForAnApprover, LookingTexts.Waiting(3, 100, TimeSpan.FromHours(5))),
        ];
        StatusLine[] bad =
        [
            new(StatusTexts.VideoSdk, VideoSdkTexts.Fault(401), true),
            new(StatusTexts.StuckWork, StatusTexts.Parked(2, 100), true, new LineChoice(StatusTexts.ShowStuckWork, "trunk jobs")),
            new(ApprovalTexts.Room, ApprovalTexts.NoRoomIsSet, true),
            new(LookingTexts.ForAnApprover, LookingTexts.Waiting(101, 100, TimeSpan.FromDays(3)), true, new LineChoice(LookingTexts.ShowWaiting, "trunk waiting")),
            new(LookingTexts.NotConfirmed, LookingTexts.ToSettle(1), true, new LineChoice(LookingTexts.ShowWaiting, "trunk waiting")),
            new(LookingTexts.OnHold, LookingTexts.Held(2), true),
        ];
        yield return new(typeof(StatusCard), "all well", StatusCard.Of(well, [], can), StatusTexts.NoProblems);
        yield return new(typeof(StatusCard), "for another tenant", StatusCard.Of(well, null, can));
        yield return new(typeof(StatusCard), "trouble", StatusCard.Of(
            [.. well[..2], .. bad], [StatusTexts.Problem(new Trouble(s_now, values.Comment, 1)), StatusTexts.Problem(new Trouble(s_now, "An activity could not be sent.", 7))], can));
    }

    /// <summary>A request in every state, brought there as people would.</summary>
    private static IEnumerable<TrunkRequest> Lives(CardValues values)
    {
        Action<TrunkRequest>[] ends =
        [
            _ => { },
            request => request.Approve(s_now),
            Waiting,
            request => Sent(request).Hold(401, values.Comment, s_now),
            request => Sent(request),
            request => Sent(request).OutcomeUnknown(ProvisioningTexts.Lost(request, values.Comment), s_now),
            request => Sent(request).Created("aB3dE6gH9jK2mN5pQ8sT1", s_now),
            request => request.Reject(s_now),
            request => request.Cancel(s_now),
            request => request.Expire(s_now),
            request => Sent(request).Failed($"VideoSDK refused it. {values.Comment}", s_now),
        ];
        return ends.Select(end =>
        {
            var request = Pending(values);
            end(request);
            return request;
        }).Prepend(Draft(values.Typed, values.Person));

        static TrunkRequest Sent(TrunkRequest request)
        {
            request.Approve(s_now);
            request.StartProvisioning(s_now);
            return request;
        }

        void Waiting(TrunkRequest request) => Sent(request).WaitForVideoSdk(values.Comment, s_now, s_now);
    }

    private static TrunkRequest Pending(CardValues values)
    {
        var request = Draft(values.Typed, values.Person);
        request.KeepPassword("kept", s_now);
        var fields = values.Typed;
        var warnings = Review.Of(fields with { Numbers = "+1234567890" }, "short-one").Findings.Select(FieldTexts.Line);
        var spec = new TrunkSpec(fields.Name!, fields.Domain!, fields.Direction!, fields.Numbers!.Split(", "), fields.Username!);
        request.Submit(spec, [.. warnings], [1], s_now);
        return request;
    }

    private static TrunkRequest Draft(TrunkFields fields, string person)
    {
        var draft = new TrunkRequest(7, new Person("tenant", "riya", person), "conversation", "{}", s_now);
        draft.Fill(fields, inChat: false, s_now);
        return draft;
    }

    private static List<CommandSpec> Specs() =>
    [
        .. typeof(IDescribed).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IDescribed)))
            .Select(type => (CommandSpec)type.GetProperty(nameof(IDescribed.Spec), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!),
    ];
}
