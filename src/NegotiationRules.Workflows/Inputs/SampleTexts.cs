using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What texts the samples have for an input: JSON writes dates as text, so only together do they tell what it is.</summary>
internal sealed class SampleTexts
{
    private readonly Dictionary<Sort, Evidence> _first = [];

    private enum Sort
    {
        Day,
        Moment,
        Duration,
        Other,
    }

    /// <summary>What they can only be if nothing else is known: a date without a time may still prove to have one, which is
    /// midnight.</summary>
    /// <param name="isOrdered">Whether they are greater or less than something, which no text is.</param>
    public Shape Tell(bool isOrdered) => new()
    {
        Kind = _first.Count == 0 ? ShapeKind.Open
            : AreDays || Only(Sort.Moment) || (isOrdered && _first.Keys.All(sort => sort is Sort.Day or Sort.Moment)) ? ShapeKind.DateTime
            : ShapeKind.Text,
        MayBeDay = AreDays,
    };

    public bool AreDays => Only(Sort.Day);

    public Evidence? First => _first.Count == 0 ? null : _first.Values.MinBy(e => e.Span.Start);

    public void Add(JsonText text, Evidence evidence) => _first.TryAdd(SortOf(text.Value), evidence);

    public void AddAll(SampleTexts others)
    {
        foreach (var (sort, evidence) in others._first)
        {
            _first.TryAdd(sort, evidence);
        }
    }

    /// <summary>The first text that cannot stand for a value of that kind; <see langword="null"/> if all can.</summary>
    public Evidence? FindMisfit(ShapeKind kind)
    {
        Sort[] good = kind switch
        {
            ShapeKind.Open or ShapeKind.Text or ShapeKind.Guid => [Sort.Day, Sort.Moment, Sort.Duration, Sort.Other],
            ShapeKind.DateTime or ShapeKind.DateTimeOffset => [Sort.Day, Sort.Moment],
            ShapeKind.DateOnly => [Sort.Day],
            ShapeKind.TimeSpan => [Sort.Duration],
            _ => [],
        };
        foreach (var (sort, evidence) in _first)
        {
            if (!good.Contains(sort))
            {
                return evidence;
            }
        }

        return null;
    }

    private bool Only(Sort sort) => _first.Count == 1 && _first.ContainsKey(sort);

    private static Sort SortOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) ? Sort.Day
        : Instant.TryParse(text, out _) || Instant.LacksOffset(text) ? Sort.Moment
        : Duration.TryParse(text, out _) ? Sort.Duration
        : Sort.Other;
}
