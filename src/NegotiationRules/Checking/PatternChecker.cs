using System.Text.RegularExpressions;
using NegotiationRules.Conditions;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Checks patterns: that they are regular expressions, can be matched in linear time, and say what they seem to.</summary>
internal sealed class PatternChecker(Declarations declared, CheckDiagnostics diagnostics)
{
    public PatternTest? Check(Span span, Operand item, Operand pattern)
    {
        if (pattern is not Constant constant)
        {
            diagnostics.PatternNotConstant(pattern.Span);
            return null;
        }

        try
        {
            // Linear in the text whatever the pattern: rule files may come from strangers.
            var regex = new Regex(EcmaPattern.ToDotNet(constant.Value.Text), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            if (PatternRepetitions.Of(constant.Value.Text) is > PatternRepetitions.Most and var times)
            {
                diagnostics.TooManyRepetitions(constant.Span, times);
                return null;
            }

            if (declared.IsOriginal && PatternAnchors.AreOfOneAlternativeEach(constant.Value.Text))
            {
                diagnostics.AnchoredInPart(constant.Span, constant.Value.Text);
            }

            return new PatternTest(span, item, constant.Value.Text, regex);
        }
        catch (RegexParseException fault)
        {
            diagnostics.BrokenPattern(constant.Span, constant.Value.Text, FaultOf(constant.Value.Text) ?? fault.Offset);
        }
        catch (NotSupportedException)
        {
            diagnostics.UnsupportedPattern(constant.Span);
        }

        return null;
    }

    // Where it is wrong as it was written.
    private static int? FaultOf(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return null;
        }
        catch (RegexParseException fault)
        {
            return fault.Offset;
        }
    }
}
