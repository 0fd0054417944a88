using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>The first known of several values: the first if it is known, otherwise the first known of the others.</summary>
internal static class FirstKnown
{
    /// <summary>Choices inside each other; a warning where there is nothing to choose.</summary>
    public static Operand Of(Span span, ImmutableArray<Operand> items, CheckDiagnostics diagnostics)
    {
        if (items.Length == 1)
        {
            diagnostics.FirstKnownOfOne(items[0].Span);
        }
        else if (items.Take(items.Length - 1).FirstOrDefault(item => item is Constant or FractionOperand) is { } always)
        {
            diagnostics.AlwaysKnown(always.Span);
        }

        var found = items[^1];
        for (var i = items.Length - 2; i >= 0; i--)
        {
            var measure = items[i].Measure.Widest(found.Measure);
            found = new ChoiceOperand(span, measure, new SettledTest(items[i].Span, items[i]), items[i], found);
        }

        return found;
    }
}
