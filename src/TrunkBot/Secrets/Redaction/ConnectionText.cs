using System.Data.Common;

namespace TrunkBot.Secrets.Redaction;

/// <summary>Reads one value out of a connection string of whatever database.</summary>
internal static class ConnectionText
{
    public static string? Value(string? connectionString, params ReadOnlySpan<string> keys)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            foreach (var key in keys)
                if (parts.TryGetValue(key, out var value) && value is string { Length: > 0 } text)
                    return text;
            return null;
        }
        catch (ArgumentException)
        {
            // Whoever opens the connection says what is wrong with it.
            return null;
        }
    }
}
