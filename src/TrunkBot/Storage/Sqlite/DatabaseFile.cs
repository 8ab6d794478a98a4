using Microsoft.Data.Sqlite;

namespace TrunkBot.Storage.Sqlite;

/// <summary>Which file a connection string means, without opening it.</summary>
internal static class DatabaseFile
{
    private const string Address = "file:";

    /// <summary>The file's path without links; null for a database that is in memory.</summary>
    public static string? Of(string connectionString)
    {
        var named = new SqliteConnectionStringBuilder(connectionString);
        var source = named.DataSource;
        if (named.Mode is SqliteOpenMode.Memory || source is "" or ":memory:")
            return null;
        if (source.StartsWith(Address, StringComparison.OrdinalIgnoreCase))
        {
            if (source.Contains("mode=memory", StringComparison.OrdinalIgnoreCase) || source.StartsWith("file::memory:", StringComparison.OrdinalIgnoreCase))
                return null;
            source = PathOf(source[Address.Length..]);
        }

        var file = Path.GetFullPath(source);
        return new FileInfo(file) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : file;
    }

    /// <exception cref="StartException">It is no connection string for SQLite.</exception>
    public static string Checked(string connectionString)
    {
        try
        {
            _ = new SqliteConnectionStringBuilder(connectionString);
            return connectionString;
        }
        catch (Exception problem) when (problem is ArgumentException or KeyNotFoundException or FormatException)
        {
            throw new StartException(StorageTexts.NoSqliteConnection);
        }
    }

    /// <summary>Read from the header (https://sqlite.org/fileformat.html, "File format version numbers"), which changes nothing.</summary>
    public static bool HasWriteAheadLog(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        open.Seek(18, SeekOrigin.Begin);
        return open.ReadByte() == 2;
    }

    // https://sqlite.org/uri.html: file:data.db, file:/data.db, file:///data.db and file://localhost/data.db, with a query.
    private static string PathOf(string address)
    {
        var path = address.Split('?', '#')[0];
        if (path.StartsWith("//", StringComparison.Ordinal))
            path = path.IndexOf('/', 2) is var end and >= 0 ? path[end..] : "";
        return Uri.UnescapeDataString(path);
    }
}
