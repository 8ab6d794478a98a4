namespace TrunkBot.Protocol.Builder;

/// <summary>
/// What a turn has read does not fit together, because others changed a part of it between two reads. Thrown by a bot's own model when it
/// is asked for a change that what was read first allows and what was read later does not. Nothing is stored, and the turn runs again from
/// the start; after too many attempts it is an error like any other.
/// </summary>
/// <param name="message">Which change was refused, for the log.</param>
public sealed class StaleReadException(string message) : Exception(message);
