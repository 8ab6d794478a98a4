using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using TrunkBot.Secrets.Redaction;

namespace TrunkBot.Secrets;

/// <summary>A value that nobody may read by accident: printed, serialized or looked at in a debugger it is three dots.</summary>
[DebuggerDisplay(Mask)]
[JsonConverter(typeof(SecretJsonConverter))]
[TypeConverter(typeof(SecretTypeConverter))]
internal sealed class Secret : IEquatable<Secret>
{
    public const string Mask = "•••";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    public Secret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
        KnownSecrets.Remember(this);
    }

    /// <summary>The value in clear. Called in the rooms Secrets and VideoSdk alone; a shape test holds the others to that.</summary>
    public string Reveal() => _value;

    public bool Equals(Secret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Digest(_value), Digest(other._value));

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Mask;

    // Of equal length whatever the values are, so that the comparison tells nothing about lengths either.
    private static byte[] Digest(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));
}
