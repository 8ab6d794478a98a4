namespace TrunkBot.Protocol.State;

/// <summary>
/// Where bot state lives. Writes belong to the turn's unit of work: they are stored when the turn is, or not at all.
/// </summary>
/// <remarks>
/// Differs from the Bot Framework's: an item always carries its ETag, so that a lost update is noticed
/// (microsoft/botbuilder-dotnet#6081: there state never sends one).
/// </remarks>
public interface IStorage
{
    /// <summary>The item; null when there is none.</summary>
    Task<StoreItem?> ReadAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Writes an item. An <see cref="StoreItem.ETag"/> of null says that there was none.</summary>
    Task WriteAsync(string key, StoreItem item, CancellationToken cancellationToken = default);

    /// <summary>Deletes an item; it is no error that there is none.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken = default);
}

/// <summary>A stored JSON object.</summary>
/// <param name="Json">UTF-8 JSON text.</param>
/// <param name="ETag">Version that was read; null for a new item.</param>
public sealed record StoreItem(string Json, string? ETag);
