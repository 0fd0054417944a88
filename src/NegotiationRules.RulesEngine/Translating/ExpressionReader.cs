using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using NegotiationRules.RulesEngine.Inputs;
using NegotiationRules.RulesEngine.Originals;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.RulesEngine.Translating;

/// <summary>Translates the expressions of a workflow, one by one. What is not sure to mean the same is not translated.</summary>
internal sealed partial class ExpressionReader(OriginalSettings settings, InputFacts facts)
{
    private readonly List<EnumInput> _enums =
    [
        .. (settings.Given.CustomTypes ?? []).Where(t => t.IsEnum).Select(t => ClrEnum.Describe(t, isNullable: false)).OfType<EnumInput>(),
    ];

    private string? _localClock;
    private string? _utcClock;

    /// <summary>Translates an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">What it can name.</param>
    /// <param name="reasons">Receives why it is not translated.</param>
    /// <returns>What it says, or <see langword="null"/>.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever keeps a rule from being translated, RulesEngine can still evaluate it."
    )]
    public TranslatedExpression? Translate(string? text, ExpressionScope scope, ICollection<string> reasons)
    {
        if (text is null || !IsExpression(text, scope, reasons))
        {
            return null;
        }

        if (Unsigned().IsMatch(text) && text.AsSpan().ContainsAny("+-*/%"))
        {
            reasons.Add(
                "it reckons with a number that has no sign for RulesEngine: below zero, such a number begins again at the other end"
            );
            return null;
        }

        try
        {
            var bag = new DiagnosticBag();
            var syntax = ExpressionParser.Parse(
                new ExpressionText(new JsonText(default, text)),
                new ExpressionDiagnostics(bag),
                settings.Given.IsExpressionCaseSensitive
            );
            var translation = bag.HasErrors ? null : Translate(syntax, scope, bag, reasons);
            AddAll(bag, reasons);
            return reasons.Count == 0 && translation is { Condition: { } condition }
                ? CanBeRead(new TranslatedExpression(condition, translation.Fault), reasons)
                : null;
        }
        catch (Exception exception)
        {
            reasons.Add(exception.Message);
            return null;
        }
    }

    /// <summary>Says what was found in a line each.</summary>
    public static void AddAll(DiagnosticBag bag, ICollection<string> reasons)
    {
        foreach (var diagnostic in bag.ToSorted().Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            reasons.Add($"{diagnostic.Code}: {diagnostic.Message}");
        }
    }

    // Versions of the original differ in what they can read: the one at hand decides.
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever it is that RulesEngine cannot read, it is for RulesEngine to say."
    )]
    private bool IsExpression(string text, ExpressionScope scope, ICollection<string> reasons)
    {
        try
        {
            var read = settings.Parser.Parse(text, [.. scope.Parameters.Select(p => p.ParameterExpression)], typeof(bool));

            // If asked not to complain, it takes what it cannot read for false.
            if (settings.Given.EnableExceptionAsErrorMessageForRuleExpressionParsing || read is not ConstantExpression)
            {
                return true;
            }

            reasons.Add("RulesEngine may not be able to read it");
        }
        catch (Exception exception)
        {
            reasons.Add($"RulesEngine cannot read it: {exception.Message}");
        }

        return false;
    }

    // There are two clocks, and a fact for each.
    private Translation? Translate(ExpressionSyntax syntax, ExpressionScope scope, DiagnosticBag bag, ICollection<string> reasons)
    {
        var translation = Translate(syntax, scope, _localClock ??= facts.AddClock(DateTimeKind.Local), bag);
        switch (translation?.Clocks)
        {
            case ClockUse.Utc:
                return Translate(syntax, scope, _utcClock ??= facts.AddClock(DateTimeKind.Utc), bag);
            case ClockUse.Local | ClockUse.Utc:
                reasons.Add("it reads the local clock and that of UTC, which are one in the rule language");
                return null;
            default:
                return translation;
        }
    }

    private Translation? Translate(ExpressionSyntax syntax, ExpressionScope scope, string clock, DiagnosticBag bag)
    {
        var options = new TranslationOptions(settings.MissingIsUnknown, settings.Given.IsExpressionCaseSensitive)
        {
            Enums = _enums,
            Clock = clock,
        };
        return new ExpressionTranslator(bag, options).TranslateCondition(syntax, scope.ForExpression);
    }

    private TranslatedExpression? CanBeRead(TranslatedExpression translated, ICollection<string> reasons)
    {
        var used = new UsedPaths(facts.Inputs);
        used.Add(translated.Condition);
        used.Add(translated.Fault);
        foreach (var path in used.Paths)
        {
            if (ReadablePaths.WhyNot(path, facts.Slots, settings.Properties) is { } reason)
            {
                reasons.Add(reason);
                return null;
            }
        }

        if (!used.IsSafe)
        {
            reasons.Add("its numbers may grow beyond those that C# reckons with exactly");
            return null;
        }

        return translated;
    }

    // Numbers from 2147483648 to 4294967295, those with a `u`, and those written in another base. That one may stand in a text does no
    // harm.
    [GeneratedRegex(@"\b([2-4][0-9]{9}|[0-9]+[lL]?[uU][lL]?|0[xXbB][0-9a-fA-F]+)\b")]
    private static partial Regex Unsigned();
}
