namespace TrunkBot.Protocol.Authentication;

/// <summary>How the bot reaches Microsoft Graph, in its cloud and by its own credential.</summary>
/// <param name="Root">The address, without a version: <c>https://graph.microsoft.com</c> in the public cloud.</param>
/// <param name="Tokens">The tokens for it.</param>
/// <remarks>Source: Microsoft Graph, "National cloud deployments".</remarks>
public sealed record GraphAccess(Uri Root, BotTokenSource Tokens);
