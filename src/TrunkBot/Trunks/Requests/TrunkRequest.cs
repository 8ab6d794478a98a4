using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Access;
using TrunkBot.Diagnostics;
using TrunkBot.Languages;
using TrunkBot.Protocol.Builder;
using TrunkBot.Storage;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests;

/// <summary>What a person asked for, from the first draft to its end. Each legal change is a method; everything else is refused.</summary>
internal sealed class TrunkRequest : Versioned
{
    private TrunkRequest()
    {
    }

    public TrunkRequest(long number, Person asker, string conversationKey, string reference, DateTimeOffset at)
    {
        Number = number;
        (TenantId, AskerId, AskerName) = (asker.TenantId, asker.ObjectId, asker.Name);
        (ConversationKey, Reference) = (conversationKey, reference);
        (CreatedAt, ChangedAt, TraceParent) = (at, at, Tracing.Cause);
        Touch();
    }

    public long Number { get; private set; }

    public RequestId Id => new(Number);

    public string TenantId { get; private set; } = "";

    public string AskerId { get; private set; } = "";

    public string AskerName { get; private set; } = "";

    public Person Asker => new(TenantId, AskerId, AskerName);

    /// <summary>Where it was asked; a draft is kept per person and conversation.</summary>
    public string ConversationKey { get; private set; } = "";

    /// <summary>The asker's conversation reference as JSON: where the outcome is told.</summary>
    public string Reference { get; private set; } = "";

    public RequestState State { get; private set; }

    /// <summary>What was filled in; normalised from the submit on.</summary>
    public TrunkFields Fields { get; private set; } = new();

    /// <summary>True while the draft is filled in step by step.</summary>
    public bool InChat { get; private set; }

    /// <summary>Warnings that the asker has seen and confirmed; the approver sees them too.</summary>
    public List<Noted> Warnings { get; private set; } = [];

    /// <summary>The password, encrypted; null as soon as the trunk exists or the request ends.</summary>
    public string? ProtectedPassword { get; private set; }

    /// <summary>Keyed hash of exactly what was approved, the password included.</summary>
    public byte[]? Fingerprint { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The message with which it began, where somebody traces: see <see cref="Tracing"/>.</summary>
    public string? TraceParent { get; private set; }

    /// <summary>When the create was last approved or taken back from a refusal's wait; counts for giving up.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    public DateTimeOffset? UnknownSince { get; private set; }

    /// <summary>When the create left, or was about to; null while it surely has not.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When the create is sent again by itself; null while it does not wait for that.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>When the asker was told that it waits; once is enough.</summary>
    public DateTimeOffset? WaitToldAt { get; private set; }

    /// <summary>Since when it waits for whoever runs TrunkBot; null while it does not.</summary>
    public DateTimeOffset? HeldSince { get; private set; }

    /// <summary>What VideoSDK answered then: what waits for the same waits together.</summary>
    public int? HeldStatus { get; private set; }

    public string? TrunkId { get; private set; }

    /// <summary>Why it failed, or what is known of an unknown outcome; one or two sentences for people.</summary>
    public Noted? Problem { get; private set; }

    public bool IsFinal => State is RequestState.Created or RequestState.Rejected or RequestState.Cancelled
        or RequestState.Expired or RequestState.Failed;

    /// <summary>Another host or username has another password: the one that was kept for them goes.</summary>
    public void Fill(TrunkFields fields, bool inChat, DateTimeOffset at)
    {
        Require(at, RequestState.Draft);
        if (PasswordOwner.Of(Fields).LosesTo(PasswordOwner.Of(fields)))
            ProtectedPassword = null;
        (Fields, InChat) = (fields, inChat);
    }

    public void KeepPassword(string? protectedPassword, DateTimeOffset at)
    {
        Require(at, RequestState.Draft);
        ProtectedPassword = protectedPassword;
    }

    public void Submit(TrunkSpec spec, IReadOnlyList<Noted> warnings, byte[] fingerprint, DateTimeOffset at)
    {
        Require(at, RequestState.Draft);
        if (ProtectedPassword is null)
            throw new InvalidOperationException($"Request {Id} has no password.");
        (State, Fields, Warnings, Fingerprint) = (RequestState.Pending, FieldsOf(spec), [.. warnings], fingerprint);
    }

    /// <summary>The asker asks for something else instead; nobody has granted it yet.</summary>
    public void Edit(TrunkSpec spec, IReadOnlyList<Noted> warnings, byte[] fingerprint, string protectedPassword, DateTimeOffset at)
    {
        Require(at, RequestState.Pending);
        (Fields, Warnings, Fingerprint, ProtectedPassword) = (FieldsOf(spec), [.. warnings], fingerprint, protectedPassword);
    }

    public void Approve(DateTimeOffset at)
    {
        Require(at, RequestState.Pending);
        (State, ApprovedAt) = (RequestState.Approved, at);
    }

    public void Reject(DateTimeOffset at) => End(RequestState.Rejected, null, at, RequestState.Pending);

    public void Cancel(DateTimeOffset at) =>
        End(RequestState.Cancelled, null, at, RequestState.Draft, RequestState.Pending, RequestState.Approved);

    public void Expire(DateTimeOffset at) => End(RequestState.Expired, null, at, RequestState.Draft, RequestState.Pending);

    /// <summary>Saved before the create is sent: from here on it may have happened.</summary>
    public void StartProvisioning(DateTimeOffset at)
    {
        if (State is RequestState.Provisioning && SentAt is not null)
            throw new InvalidOperationException($"The create of {Id} was sent already.");
        Require(at, RequestState.Approved, RequestState.Provisioning);
        (State, SentAt, NextTryAt) = (RequestState.Provisioning, at, null);
    }

    /// <summary>An Admin has said that the trunk is not there.</summary>
    public void SendAgain(DateTimeOffset at)
    {
        Require(at, RequestState.OutcomeUnknown);
        (State, Problem, UnknownSince, SentAt, ApprovedAt) = (RequestState.Provisioning, null, null, null, at);
    }

    /// <summary>Nothing was sent, or VideoSDK refused for now: wait and try again. It may have been given up for lost before that was known.</summary>
    public void WaitForVideoSdk(Noted problem, DateTimeOffset next, DateTimeOffset at)
    {
        Require(at, RequestState.Provisioning, RequestState.OutcomeUnknown);
        (State, Problem, SentAt, UnknownSince, NextTryAt) = (RequestState.Approved, problem, null, null, next);
    }

    public void SaidThatItWaits(DateTimeOffset at)
    {
        Require(at, RequestState.Approved);
        WaitToldAt ??= at;
    }

    /// <summary>VideoSDK refused TrunkBot itself: nothing is sent before an Admin says so.</summary>
    public void Hold(int status, Noted problem, DateTimeOffset at)
    {
        Require(at, RequestState.Provisioning, RequestState.OutcomeUnknown);
        (State, Problem, SentAt, UnknownSince, NextTryAt) = (RequestState.Approved, problem, null, null, null);
        (HeldSince, HeldStatus) = (at, status);
    }

    /// <summary>An Admin has said that VideoSDK takes it now.</summary>
    public void TryAgain(DateTimeOffset at)
    {
        Require(at, RequestState.Approved);
        (Problem, HeldSince, HeldStatus, ApprovedAt) = (null, null, null, at);
    }

    /// <summary>The database is an older one: what it knows of this create may be out of date.</summary>
    public void Doubt(Noted problem, DateTimeOffset at)
    {
        Require(at, RequestState.Approved, RequestState.Provisioning);
        (State, Problem, UnknownSince, HeldSince, HeldStatus, NextTryAt) = (RequestState.OutcomeUnknown, problem, at, null, null, null);
    }

    public void Created(string trunkId, DateTimeOffset at)
    {
        End(RequestState.Created, null, at, RequestState.Provisioning, RequestState.OutcomeUnknown, RequestState.Approved);
        (TrunkId, UnknownSince) = (trunkId, null);
    }

    public void Failed(Noted problem, DateTimeOffset at) =>
        End(RequestState.Failed, problem, at, RequestState.Provisioning, RequestState.Approved, RequestState.OutcomeUnknown);

    public void OutcomeUnknown(Noted problem, DateTimeOffset at)
    {
        Require(at, RequestState.Provisioning, RequestState.OutcomeUnknown);
        (State, Problem, UnknownSince) = (RequestState.OutcomeUnknown, problem, at);
    }

    /// <summary>The outcome stayed unknown for too long to keep the password.</summary>
    public void ForgetPassword(DateTimeOffset at)
    {
        Require(at, RequestState.OutcomeUnknown);
        ProtectedPassword = null;
    }

    /// <summary>An Admin entered the approved password again, to send the create again.</summary>
    public void RestorePassword(string protectedPassword, DateTimeOffset at)
    {
        Require(at, RequestState.OutcomeUnknown);
        ProtectedPassword = protectedPassword;
    }

    private static TrunkFields FieldsOf(TrunkSpec spec) => new()
    {
        Name = spec.Name,
        Domain = spec.Domain,
        Direction = spec.Direction,
        Numbers = string.Join(", ", spec.Numbers),
        Username = spec.Username,
    };

    private void End(RequestState state, Noted? problem, DateTimeOffset at, params ReadOnlySpan<RequestState> from)
    {
        Require(at, from);
        (State, Problem, ProtectedPassword) = (state, problem, null);
        (HeldSince, HeldStatus, NextTryAt) = (null, null, null);
    }

    private void Require(DateTimeOffset at, params ReadOnlySpan<RequestState> states)
    {
        if (!states.Contains(State))
            throw new StaleReadException($"Request {Id} is {State}; this change is not allowed from there.");
        ChangedAt = at;
        Touch();
    }

    internal sealed class Mapping : IEntityTypeConfiguration<TrunkRequest>
    {
        public void Configure(EntityTypeBuilder<TrunkRequest> builder)
        {
            builder.ToTable("Requests").HasKey(request => request.Number);
            builder.Property(request => request.Number).ValueGeneratedNever();
            builder.Property(request => request.Version).IsConcurrencyToken();
            builder.Property(request => request.State).HasConversion<string>();
            builder.Ignore(request => request.Id);
            builder.Ignore(request => request.Asker);
            builder.ComplexProperty(request => request.Fields);
            builder.Property(request => request.Warnings).AsJson<List<Noted>, TrunksJsonContext>();
            builder.Property(request => request.Problem).AsNoted();
            builder.HasIndex(request => new { request.TenantId, request.AskerId, request.State });
            builder.HasIndex(request => new { request.TenantId, request.AskerId, request.Number });
            // What others see of a company's requests: drafts, of which there may be many more, are nobody else's business.
            builder.HasIndex(request => new { request.TenantId, request.CreatedAt, request.Number }).OfOtherThan(nameof(State), nameof(RequestState.Draft));
            builder.HasIndex(request => new { request.State, request.ChangedAt });
        }
    }
}
