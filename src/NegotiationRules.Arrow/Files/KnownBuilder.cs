using Apache.Arrow;

namespace NegotiationRules.Arrow.Files;

/// <summary>Makes the bits that tell which values of an array are known.</summary>
internal sealed class KnownBuilder
{
    private byte[] _bits = new byte[1024];

    public int Count { get; private set; }

    public int Unknown { get; private set; }

    public void Add(bool isKnown)
    {
        if (Count >> 3 == _bits.Length)
        {
            System.Array.Resize(ref _bits, 2 * _bits.Length);
        }

        if (isKnown)
        {
            _bits[Count >> 3] |= (byte)(1 << (Count & 7));
        }
        else
        {
            Unknown++;
        }

        Count++;
    }

    public ArrowBuffer Build() => Unknown == 0 ? ArrowBuffer.Empty : new ArrowBuffer(_bits.AsMemory(0, (Count + 7) / 8));
}
