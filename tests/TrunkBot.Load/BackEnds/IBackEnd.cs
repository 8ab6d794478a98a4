using System.Data.Common;
using TrunkBot.Load.Children;

namespace TrunkBot.Load.BackEnds;

/// <summary>Where a bot's store is, how it is copied, and the words of its SQL that differ.</summary>
internal interface IBackEnd
{
    string Name { get; }

    /// <summary>What it is called on the command line.</summary>
    string Key { get; }

    /// <summary>Said on a connection: a commit is on the disk before it returns.</summary>
    string Flush { get; }

    /// <summary>Said before and after many rows are written.</summary>
    (string Before, string After) Around { get; }

    /// <summary>The names of all tables.</summary>
    string Tables { get; }

    /// <summary>The names of the columns of <c>@table</c>.</summary>
    string ColumnsOf { get; }

    /// <summary>A new id, another one in every row.</summary>
    string NewId { get; }

    /// <summary>The number <c>n</c> in 21 characters.</summary>
    string Padded { get; }

    /// <summary>The bot on an empty store.</summary>
    Task<ChildOrder> FirstAsync(ChildOrder bot, string folder);

    /// <summary>The bot on a copy of the store of the first one, which has ended.</summary>
    Task<ChildOrder> CopyAsync(ChildOrder first, string name, string folder);

    DbConnection Connect(ChildOrder order);
}
