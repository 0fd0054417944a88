using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>The element of a list that an expression goes over. Whether it needs a name is only known when the whole is put
/// together.</summary>
/// <remarks>Until then its paths start with <see cref="Mark"/>, which no path of a file can contain.</remarks>
internal sealed class OpenElement(int number, InputType type, string wish, OpenElement? through)
{
    public const char MarkStart = '\u0001';

    public InputType Type { get; } = type;

    /// <summary>The name it would like to have.</summary>
    public string Wish { get; set; } = wish;

    /// <summary>The element of the list on the way to this one, where a path runs through several lists.</summary>
    public OpenElement? Through { get; private set; } = through;

    public string Mark { get; } = MarkStart + number.ToString(CultureInfo.InvariantCulture);

    public ElementNames As => ElementNames.Of(new Name(Mark, default));

    /// <summary>Puts one more on the way to this one, before all that are on it.</summary>
    public OpenElement ReachedThrough(OpenElement first)
    {
        var earliest = this;
        while (earliest.Through is { } before)
        {
            earliest = before;
        }

        earliest.Through = first;
        return this;
    }
}
