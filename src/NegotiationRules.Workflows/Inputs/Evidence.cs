using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Why an input is taken to have its type. Immutable.</summary>
/// <param name="Words">What is done with it, so that a sentence can go on with "it is …": <c>compared with `18`</c>.</param>
/// <param name="Span">Where.</param>
internal sealed record Evidence(string Words, Span Span)
{
    /// <summary>Where it stands, so that a sentence can begin with it: "at line 12", with the file if it is another one.</summary>
    public string PlaceSeenFrom(Span other)
    {
        var place = Span.ToPlace();
        return Span.Source is null ? "elsewhere"
            : Span.Source == other.Source ? $"at line {place.Line}"
            : $"at {place.File}:{place.Line}";
    }
}
