using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What changes while one expression is translated. Made anew for each.</summary>
internal sealed class TranslationState
{
    private readonly Dictionary<string, OpenElement> _elements = new(StringComparer.Ordinal);

    /// <summary>How many parts were translated, those of parameters as often as they are used.</summary>
    public int Parts { get; set; }

    /// <summary>The clocks that are read.</summary>
    public ClockUse Clocks { get; private set; }

    /// <summary>Where the first of them is read.</summary>
    public Span ClockAt { get; private set; }

    /// <summary>The elements of lists, by their marks.</summary>
    public IReadOnlyDictionary<string, OpenElement> Elements => _elements;

    public OpenElement OpenElement(InputType type, string wish, OpenElement? through)
    {
        var element = new OpenElement(_elements.Count + 1, type, wish, through);
        _elements.Add(element.Mark, element);
        return element;
    }

    public void ReadClock(ClockUse clock, Span span)
    {
        ClockAt = Clocks == ClockUse.None ? span : ClockAt;
        Clocks |= clock;
    }
}
