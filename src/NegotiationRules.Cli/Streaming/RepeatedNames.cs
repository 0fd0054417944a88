using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Finds lines that have the name of a line before them.</summary>
/// <remarks>Of each name a digest is kept, and of so many names at most that memory stays bounded: what comes after them is not looked
/// at.</remarks>
internal sealed class RepeatedNames
{
    private const int MostNames = 500_000;

    private readonly Dictionary<UInt128, long> _lines = [];

    /// <summary>How many lines have the name of one before.</summary>
    public long Count { get; private set; }

    /// <summary>The first two lines that have one name.</summary>
    public (long Before, long Again) First { get; private set; }

    /// <summary>What a name is kept as.</summary>
    /// <param name="name">The name as JSON.</param>
    public static UInt128 DigestOf(ReadOnlySpan<byte> name)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    /// <summary>Looks at the name of the next line.</summary>
    public void Add(UInt128 digest, long line)
    {
        if (_lines.TryGetValue(digest, out var before))
        {
            First = Count == 0 ? (before, line) : First;
            Count++;
        }
        else if (_lines.Count < MostNames)
        {
            _lines.Add(digest, line);
        }
    }
}
