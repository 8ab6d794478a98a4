using System.Data.Common;
using System.Diagnostics;

namespace TrunkBot.Load.BackEnds;

/// <summary>
/// What a store on this machine cannot be faster than: the rows of a turn, in a loop over the driver, with nothing around it. A turn updates the
/// state of its conversation, and inserts its mark and its answer's job. As many turns as there are at once share a transaction and a flush to the disk.
/// </summary>
internal sealed class BareInsert(DbConnection connection, string flush) : IDisposable
{
    // Tables of its own, so that it measures the machine and not how the bot arranges its rows.
    private const string Tables =
        """
        CREATE TABLE BareState (Name TEXT NOT NULL PRIMARY KEY, Json TEXT NOT NULL, Version BIGINT NOT NULL);
        CREATE TABLE BareMark (Name TEXT NOT NULL PRIMARY KEY, Status INTEGER NOT NULL, At BIGINT NOT NULL);
        CREATE INDEX BareMarkAt ON BareMark (At);
        CREATE TABLE BareJob (Id TEXT NOT NULL PRIMARY KEY, Kind TEXT NOT NULL, Payload TEXT NOT NULL, State INTEGER NOT NULL, DueAt BIGINT NOT NULL);
        CREATE INDEX BareJobDue ON BareJob (State, DueAt);
        """;

    private const string Turn =
        """
        UPDATE BareState SET Json = @json, Version = Version + 1 WHERE Name = @conversation;
        INSERT INTO BareMark (Name, Status, At) VALUES (@mark, 200, @at);
        INSERT INTO BareJob (Id, Kind, Payload, State, DueAt) VALUES (@job, 'send', @payload, 0, @at);
        """;

    // What the turns of a conversation have on average: the questions' state, the mark's key, the answer as the channel gets it.
    private const int StateSize = 565, MarkSize = 57, PayloadSize = 1_023, MostAtOnce = 64;

    private static readonly string s_state = new('s', StateSize), s_payload = new('p', PayloadSize);

    public async Task PrepareAsync()
    {
        await connection.OpenAsync();
        await RunAsync(flush);
        await RunAsync(Tables);
        for (var conversation = 0; conversation < MostAtOnce; conversation++)
            await RunAsync($"INSERT INTO BareState (Name, Json, Version) VALUES ('{NameOf(conversation)}', '', 1)");
    }

    /// <summary>How many turns a second.</summary>
    public async Task<double> RateAsync(int atOnce, TimeSpan time)
    {
        await using var turn = Command(Turn);
        var values = Parameters(turn);
        await turn.PrepareAsync();
        var (turns, started) = (0, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            turn.Transaction = transaction;
            for (var conversation = 0; conversation < atOnce; conversation++, turns++)
            {
                values.Fill(NameOf(conversation % MostAtOnce), turns);
                await turn.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        return turns / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose() => connection.Dispose();

    private static string NameOf(int conversation) => $"conversation {conversation}".PadRight(102, '-');

    private async Task RunAsync(string sql)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync();
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nobody's input is in it.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static TurnValues Parameters(DbCommand turn) => new(
        Add(turn, "@json", s_state), Add(turn, "@conversation", ""), Add(turn, "@mark", ""), Add(turn, "@at", 0L), Add(turn, "@job", ""), Add(turn, "@payload", s_payload));

    private static DbParameter Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
        return parameter;
    }

    private sealed record TurnValues(DbParameter Json, DbParameter Conversation, DbParameter Mark, DbParameter At, DbParameter Job, DbParameter Payload)
    {
        public void Fill(string conversation, int turn)
        {
            var id = Guid.NewGuid();
            (Conversation.Value, Job.Value, At.Value) = (conversation, id.ToString(), (long)turn);
            Mark.Value = id.ToString("N").PadRight(MarkSize, '-');
        }
    }
}
