using System.Buffers.Binary;
using System.Text;

namespace TrunkBot.Tests.Diagnostics.Collected;

/// <summary>A message of Protocol Buffers, by the numbers of its fields: all that is needed to read what a collector is sent.</summary>
internal sealed class ProtoMessage
{
    private readonly ILookup<int, (ulong Number, ReadOnlyMemory<byte> Bytes)> _fields;

    public ProtoMessage(ReadOnlyMemory<byte> bytes) => _fields = Read(bytes).ToLookup(field => field.Id, field => (field.Number, field.Bytes));

    public IEnumerable<ProtoMessage> Messages(int id) => _fields[id].Select(field => new ProtoMessage(field.Bytes));

    public ProtoMessage? Message(int id) => Messages(id).LastOrDefault();

    public string Text(int id) => Encoding.UTF8.GetString(Bytes(id).Span);

    public string Hex(int id) => Convert.ToHexStringLower(Bytes(id).Span);

    public ulong Number(int id) => _fields[id].LastOrDefault().Number;

    public double Double(int id) => BitConverter.UInt64BitsToDouble(Number(id));

    public bool Has(int id) => _fields.Contains(id);

    /// <summary>Numbers of eight bytes in a row.</summary>
    public IReadOnlyList<ulong> Packed(int id)
    {
        var bytes = Bytes(id);
        return [.. Enumerable.Range(0, bytes.Length / 8).Select(index => BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[(index * 8)..]))];
    }

    private ReadOnlyMemory<byte> Bytes(int id) => _fields[id].LastOrDefault().Bytes;

    private static List<(int Id, ulong Number, ReadOnlyMemory<byte> Bytes)> Read(ReadOnlyMemory<byte> bytes)
    {
        var fields = new List<(int, ulong, ReadOnlyMemory<byte>)>();
        for (var at = 0; at < bytes.Length;)
        {
            var key = Varint(bytes.Span, ref at);
            var id = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    fields.Add((id, Varint(bytes.Span, ref at), default));
                    break;
                case 1:
                    fields.Add((id, BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[at..]), default));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(bytes.Span, ref at);
                    fields.Add((id, 0, bytes.Slice(at, length)));
                    at += length;
                    break;
                case 5:
                    fields.Add((id, BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]), default));
                    at += 4;
                    break;
                case var type:
                    throw new FormatException($"There is no wire type {type}.");
            }
        }

        return fields;
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return number;
        }
    }
}
