using System.Text;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>One expression about a <see cref="Loan"/> called <c>loan</c>, and what becomes of it.</summary>
internal sealed class TranslationCase
{
    public static readonly InputType Type = ClrType.Describe(typeof(Loan), "loan", PropertyNaming.CamelCase);

    private static readonly EnumInput[] Enums = [(EnumInput)ClrType.Describe(typeof(LoanPurpose), "purpose", PropertyNaming.CamelCase)];

    private TranslationCase(string expression, bool missingIsUnknown, bool isValue, TranslationScope? scope)
    {
        var text = new JsonText(
            new Span(new SourceText("workflow", JsonPrinter.Print(new JsonText(default, expression), indented: false)), 0, 0),
            expression
        );
        text = text with { Span = text.Span with { Length = text.Span.Source!.Text.Length } };
        var parsed = ExpressionParser.Parse(new ExpressionText(text), new ExpressionDiagnostics(Bag));
        var translator = new ExpressionTranslator(Bag, new TranslationOptions(missingIsUnknown) { Enums = Enums, InputsArePresent = true });
        scope = (scope ?? TranslationScope.Empty).WithInput("loan", "loan", Type).WithIt("loan");
        Result = isValue ? translator.TranslateValue(parsed, scope) : translator.TranslateCondition(parsed, scope);
    }

    public DiagnosticBag Bag { get; } = new();

    public NegotiationRules.Workflows.Translation.Translation? Result { get; }

    public static TranslationCase Of(
        string expression,
        bool missingIsUnknown = true,
        bool isValue = false,
        TranslationScope? scope = null
    ) => new(expression, missingIsUnknown, isValue, scope);

    public static string Print(ConditionSyntax condition) => JsonPrinter.Print(ConditionWriter.ToJson(condition), indented: false);

    /// <summary>The expression, what it becomes, what it becomes where null is a value if that is something else, and when that would be an
    /// exception.</summary>
    public static string Report(string expression)
    {
        var report = new StringBuilder(expression).Append('\n');
        var unknown = Of(expression);
        var exact = Of(expression, missingIsUnknown: false);
        if (unknown.Result is { Condition: { } condition })
        {
            report.Append("    ").Append(Print(condition)).Append('\n');
        }

        if (exact.Result is { Condition: { } other } && (unknown.Result is null || Print(other) != Print(unknown.Result.Condition!)))
        {
            report.Append("    null: ").Append(Print(other)).Append('\n');
        }

        if (exact.Result is { Fault: { } fault })
        {
            report.Append("    fault: ").Append(Print(fault)).Append('\n');
        }

        if (unknown.Result is { Clocks: not ClockUse.None } timed)
        {
            report.Append("    clock: ").Append(timed.Clocks).Append('\n');
        }

        var findings = unknown.Bag.ToSorted();
        Add(report, string.Empty, findings);
        Add(report, "null: ", exact.Bag.ToSorted().Where(f => !findings.Any(g => g.Message == f.Message)));
        return report.ToString();
    }

    private static void Add(StringBuilder report, string mode, IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            report
                .Append("    ")
                .Append(mode)
                .Append(finding.Code)
                .Append(" at `")
                .Append(finding.Span.Characters)
                .Append("`: ")
                .Append(finding.Message)
                .Append('\n');
            if (finding.Help is { } help)
            {
                report.Append("        help: ").Append(help).Append('\n');
            }
        }
    }
}
