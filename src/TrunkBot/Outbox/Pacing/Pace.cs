using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Storage;

namespace TrunkBot.Outbox.Pacing;

/// <summary>How much was sent to one conversation, or in one tenant, by all processes together.</summary>
internal sealed record Pace
{
    /// <summary>The channel's id and the conversation's, or the tenant's.</summary>
    public required string Key { get; init; }

    /// <summary>Until when all that was sent lasts, spread as <see cref="PaceRates.Moment"/> says.</summary>
    public DateTimeOffset SpreadUntil { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The same as <see cref="PaceRates.Hour"/> says.</summary>
    public DateTimeOffset HourSpreadUntil { get; init; } = DateTimeOffset.UnixEpoch;

    public Pace With(int messages, PaceRates rates, DateTimeOffset now) => this with
    {
        SpreadUntil = rates.Moment.After(SpreadUntil, now, messages),
        HourSpreadUntil = rates.Hour.After(HourSpreadUntil, now, messages),
    };

    /// <summary>Nothing goes before this time, and then one.</summary>
    public Pace Held(PaceRates rates, DateTimeOffset until)
    {
        var full = rates.Moment.FullUntil(until);
        return full > SpreadUntil ? this with { SpreadUntil = full } : this;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Pace>
    {
        public void Configure(EntityTypeBuilder<Pace> builder) => builder.ToTable("Paces").HasKey(pace => pace.Key);
    }
}

internal static class PaceTables
{
    extension(TrunkBotDbContext db)
    {
        public DbSet<Pace> Paces => db.Set<Pace>();
    }
}
