using System.Data.Common;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Conversations;

/// <summary>Places as rows: every turn reads one, and few write one.</summary>
internal static class ConversationRows
{
    public static readonly Statement One = All().Where(nameof(Conversation.ChannelId), nameof(Conversation.Id));

    /// <summary>Who was heard last of a tenant's places on a channel.</summary>
    public static readonly Statement Newest =
        All().Where(nameof(Conversation.TenantId), nameof(Conversation.ChannelId)).OrderByDescending(nameof(Conversation.SeenAt)).Limit();

    public static readonly Statement OfTeam = All().Where(nameof(Conversation.ChannelId), nameof(Conversation.TeamId));

    public static readonly Statement OfPerson = All().Where(nameof(Conversation.TenantId), nameof(Conversation.PersonId));

    public static readonly Statement Personal =
        All().Where(nameof(Conversation.TenantId)).WhereAbove(nameof(Conversation.PersonId)).OrderBy(nameof(Conversation.PersonId)).Limit();

    private static readonly Statement s_lose = Statement.Update<Conversation>().Set(nameof(Conversation.GoneSince))
        .Where(nameof(Conversation.ChannelId), nameof(Conversation.Id)).WhereEmpty(nameof(Conversation.GoneSince)).Where(nameof(Conversation.ServiceUrl));

    public static Conversation Read(DbDataReader row) => new()
    {
        ChannelId = row.GetString(0),
        Id = row.GetString(1),
        TenantId = row.GetString(2),
        TeamId = row.Text(3),
        PersonId = row.Text(4),
        AccountId = row.Text(5),
        BotId = row.Text(6),
        ServiceUrl = row.GetString(7),
        SeenAt = row.Time(8),
        GoneSince = row.TimeIfAny(9),
        Locale = row.Text(10),
        LocalTimezone = row.Text(11),
    };

    /// <summary>Marks a place that is known as gone, if nobody has done so and the channel has not named another address since.</summary>
    public static Change Lose(Conversation known, DateTimeOffset since) => Change.By(s_lose, since, known.ChannelId, known.Id, known.ServiceUrl);

    private static Statement All() => Statement.Select<Conversation>(
        nameof(Conversation.ChannelId), nameof(Conversation.Id), nameof(Conversation.TenantId), nameof(Conversation.TeamId), nameof(Conversation.PersonId),
        nameof(Conversation.AccountId), nameof(Conversation.BotId), nameof(Conversation.ServiceUrl), nameof(Conversation.SeenAt), nameof(Conversation.GoneSince),
        nameof(Conversation.Locale), nameof(Conversation.LocalTimezone));
}
