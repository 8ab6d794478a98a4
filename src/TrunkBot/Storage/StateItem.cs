using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrunkBot.Storage;

/// <summary>A piece of bot state: dialog stacks and the like.</summary>
internal sealed class StateItem : Versioned
{
    private StateItem()
    {
    }

    public StateItem(string key, string json, DateTimeOffset at)
    {
        Key = key;
        Write(json, at);
    }

    public string Key { get; private set; } = "";

    public string Json { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public void Write(string json, DateTimeOffset at)
    {
        (Json, ChangedAt) = (json, at);
        Touch();
    }

    internal sealed class Mapping : IEntityTypeConfiguration<StateItem>
    {
        public void Configure(EntityTypeBuilder<StateItem> builder)
        {
            builder.ToTable("State").HasKey(item => item.Key);
            builder.Property(item => item.Version).IsConcurrencyToken();
            builder.HasIndex(item => item.ChangedAt);
        }
    }
}
