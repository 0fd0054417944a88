using NegotiationRules.Checking;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Checks what messages and actions work out against the vocabulary, as the rules are checked.</summary>
internal sealed class FormulaChecker
{
    private readonly Declarations _declared;
    private readonly PartChecker _parts;

    public FormulaChecker(Vocabulary vocabulary, IEnumerable<NamedConditionSyntax> conditions, DiagnosticBag bag)
    {
        var diagnostics = new CheckDiagnostics(bag);
        _declared = new Declarations(vocabulary, diagnostics);
        _parts = new PartChecker(_declared, diagnostics);
        foreach (var condition in conditions)
        {
            _declared.NamedConditions.Add(condition.Name.Text, condition);
        }
    }

    /// <summary>The formula ready for use; <see langword="null"/>, with a diagnostic, if it cannot be checked.</summary>
    public CheckedFormula? Check(Formula formula)
    {
        var members = formula.Members.Select(m => (m.Name, Value: Check(m.Value))).ToList();
        var operand = formula.Operand is null ? null : _parts.Check(formula.Operand, _declared.Root, MeasureOf(formula.Type));
        var condition = formula.Condition is null ? null : _parts.Check(formula.Condition, _declared.Root);
        var nothing = new[] { formula.Nothing, formula.Fault }
            .OfType<ConditionSyntax>()
            .Select(c => _parts.Check(c, _declared.Root))
            .ToList();
        if (members.Exists(m => m.Value is null) || nothing.Contains(null) || (members.Count == 0 && operand is null && condition is null))
        {
            return null;
        }

        return new CheckedFormula
        {
            Span = formula.Span,
            Operand = operand,
            Condition = condition,
            Nothing = nothing switch
            {
                [] => null,
                [var only] => only,
                _ => new Composition(formula.Span, CompositionKind.Any, [.. nothing.Select(n => n!)]),
            },
            Members = [.. members.Select(m => (m.Name, m.Value!))],
            Type = formula.Type,
        };
    }

    // What a number or a text that is written out is to be read as.
    private static Measure? MeasureOf(InputType type) => (type as ScalarInput)?.Kind switch
    {
        ScalarKind.Boolean => new Measure(MeasureKind.Boolean),
        ScalarKind.Int32 or ScalarKind.Int64 => new Measure(MeasureKind.Exact),
        ScalarKind.Text or ScalarKind.Character or ScalarKind.Guid => new Measure(MeasureKind.Text),
        ScalarKind.DateTime or ScalarKind.DateTimeOffset => new Measure(MeasureKind.Instant),
        ScalarKind.DateOnly => new Measure(MeasureKind.Day),
        ScalarKind.TimeSpan => new Measure(MeasureKind.Duration),
        _ => null,
    };
}
