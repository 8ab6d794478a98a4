using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrunkBot.AppHost;

/// <summary>The bot on PostgreSQL instead of SQLite.</summary>
internal static class Postgres
{
    private const string Database = "TrunkBot";

    /// <param name="bot">The bot.</param>
    /// <param name="where"><c>container</c>, or a connection string for a server that runs already.</param>
    public static void WithPostgres(this IResourceBuilder<ProjectResource> bot, string where)
    {
        var app = bot.ApplicationBuilder;
        if (where == "container")
        {
            var database = app.AddPostgres("postgres").AddDatabase("trunkbot");
            bot.WithReference(database, Database).WaitFor(database);
        }
        else
        {
            app.Configuration[$"ConnectionStrings:{Database}"] = where;
            bot.WithReference(app.AddConnectionString(Database));
        }

        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        bot.WithEnvironment("Storage__BackEnd", "Postgres")
            .WithEnvironment("Secrets__Certificate__Path", CertificateFile(password))
            .WithEnvironment("Secrets__Certificate__Password", password);
    }

    // It locks the keys that are in the database, and lasts as long as this program: start on an empty database.
    private static string CertificateFile(string password)
    {
        using var key = RSA.Create(3072);
        var request = new CertificateRequest("CN=TrunkBot keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        var file = Path.Combine(Directory.CreateTempSubdirectory("trunkbot-apphost-").FullName, "keys.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, password));
        return file;
    }
}
