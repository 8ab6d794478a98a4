using TrunkBot.Access;
using TrunkBot.Languages;

namespace TrunkBot.Policies;

/// <summary>What the rules say: refused, or how many people with which role have to approve; and the sentences why, each with its rule.</summary>
internal sealed record Verdict(bool IsRefused, int Approvers, Role Role, IReadOnlyList<Noted> Why)
{
    /// <summary>No rule has anything to say. There is no way to fewer.</summary>
    public static Verdict OneApprover { get; } = new(false, 1, Role.Approver, []);

    public static Verdict Refused(Noted why) => new(true, 1, Role.Approver, [why]);

    public static Verdict Asks(int approvers, Role role, Noted why) => new(false, Math.Max(1, approvers), role, [why]);

    /// <summary>Both at once: a refusal wins; else the stronger role and the larger number, so that each of the two has what it asked for.</summary>
    public Verdict And(Verdict other)
    {
        if (IsRefused || other.IsRefused)
            return new(true, 1, Role.Approver, Sentences(verdict => verdict.IsRefused, this, other));
        var (approvers, role) = (Math.Max(Approvers, other.Approvers), Role > other.Role ? Role : other.Role);
        return new(false, approvers, role, Sentences(Decides, this, other));

        bool Decides(Verdict verdict) =>
            (approvers > 1 && verdict.Approvers == approvers) || (role > Role.Approver && verdict.Role == role) || (approvers, role) is (1, Role.Approver);
    }

    private static List<Noted> Sentences(Func<Verdict, bool> counts, params ReadOnlySpan<Verdict> verdicts)
    {
        var sentences = new List<Noted>();
        foreach (var verdict in verdicts)
            if (counts(verdict))
                sentences.AddRange(verdict.Why.Except(sentences));
        return sentences;
    }
}
