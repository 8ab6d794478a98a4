namespace TrunkBot.Secrets.Passwords;

/// <summary>What is wrong with a password, in words that hold no part of it, and whether that rules it out.</summary>
internal sealed record PasswordFlaw(bool Blocks, string Reason, string Remedy);
