using Npgsql;

namespace TrunkBot.Storage.Postgres;

internal static class PostgresValue
{
    /// <summary>A value without a name: $1, $2 …</summary>
    public static NpgsqlParameter Of(object? value) => new() { Value = value is string text ? Storable(text) : value ?? DBNull.Value };

    /// <summary>Without the one character that PostgreSQL's text cannot hold; nobody types it in good faith.</summary>
    public static string Storable(string text) => text.Replace('\0', '\uFFFD');
}
