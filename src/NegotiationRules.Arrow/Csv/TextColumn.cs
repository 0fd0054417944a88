using System.Buffers;
using System.Runtime.InteropServices;
using Apache.Arrow;
using NegotiationRules.Arrow.Files;

namespace NegotiationRules.Arrow.Csv;

/// <summary>Gathers the values of a column as an array of texts.</summary>
internal sealed class TextColumn
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private readonly KnownBuilder _known = new();
    private readonly List<int> _ends = [0];

    public void Add(ReadOnlySpan<byte> text, bool isKnown)
    {
        _bytes.Write(text);
        _ends.Add(_bytes.WrittenCount);
        _known.Add(isKnown);
    }

    /// <summary>The array. To be asked for once.</summary>
    public StringArray Build() =>
        new(
            _known.Count,
            new ArrowBuffer(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_ends)).ToArray()),
            new ArrowBuffer(_bytes.WrittenMemory),
            _known.Build(),
            _known.Unknown);
}
