namespace NegotiationRules.Text;

/// <summary>Stretches of texts, to be asked whether one of them lies within another stretch.</summary>
internal sealed class SpanSet
{
    // Of each text, where they start, in ascending order, and the least end of each and all that start later.
    private readonly Dictionary<SourceText, (int[] Starts, int[] Ends)> _spans = [];

    public SpanSet(IEnumerable<Span> spans)
    {
        foreach (var ofText in spans.Where(span => span.Source is not null).GroupBy(span => span.Source!))
        {
            var sorted = ofText.OrderBy(span => span.Start).ToList();
            var ends = sorted.ConvertAll(span => span.End).ToArray();
            for (var i = ends.Length - 2; i >= 0; i--)
            {
                ends[i] = Math.Min(ends[i], ends[i + 1]);
            }

            _spans.Add(ofText.Key, (sorted.ConvertAll(span => span.Start).ToArray(), ends));
        }
    }

    public bool HasOneIn(Span span)
    {
        if (span.Source is null || !_spans.TryGetValue(span.Source, out var found))
        {
            return false;
        }

        var (low, high) = (0, found.Starts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = found.Starts[middle] < span.Start ? (middle + 1, high) : (low, middle);
        }

        return low < found.Ends.Length && found.Ends[low] <= span.End;
    }
}
