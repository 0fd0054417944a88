using NegotiationRules.Facts.Columns;
using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native.Columns;

/// <summary>Which values of a column are known, where the caller has it.</summary>
internal sealed unsafe class GivenKnown
{
    private readonly byte* _known;
    private readonly ValueKind _kind;
    private readonly long _stride;
    private readonly string _what;

    public GivenKnown(ColumnStruct given, string path)
    {
        _known = given.Known;
        (_kind, _stride) = ((ValueKind)given.KnownKind, given.KnownStride == 0 ? 1 : given.KnownStride);
        _what = $"`{path}`, which are known,";
        if (_known != null && _kind is not (ValueKind.Bool1 or ValueKind.Bool8))
        {
            throw new CallException(
                Status.Argument, $"`known_kind` of `{path}` is {given.KnownKind}: which values are known is NR_BOOL1 or NR_BOOL8.");
        }
    }

    /// <summary>Whether all are known that no value says is not.</summary>
    public bool IsAll => _known == null;

    /// <summary>Reads a bit for each element: whether it is known. All of them are, if nothing was given.</summary>
    public void Read(ElementPlaces places, Span<ulong> into)
    {
        if (IsAll)
        {
            into[..Bits.Words(places.Count)].Fill(ulong.MaxValue);
        }
        else if (places.Count > 0)
        {
            GivenValues.ReadBits(_known, _kind, _stride, places, into, _what);
        }
    }
}
