using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Checks functions and choices: that their operands are of the kind that they need.</summary>
internal sealed class FunctionChecker(
    IPartChecker parts, Declarations declared, CheckDiagnostics diagnostics, Readings readings)
{
    /// <inheritdoc cref="OperandChecker.Check"/>
    public Operand? Check(FunctionSyntax syntax, ElementScope scope, Measure? expected)
    {
        var arguments =
            OperandFunctions.Of(syntax.Function).IsReadByItsOperands
                ? CheckAlike(syntax.Arguments, scope, expected)
                :
                [
                    .. syntax.Arguments.Select(
                        (argument, i) => parts.Check(argument, scope, ExpectedOf(syntax.Function, i, argument))
                    ),
                ];
        if (!AreReckonable(arguments, syntax.Arguments) || !Fit(syntax, arguments!))
        {
            return null;
        }

        var function = new FunctionOperand(syntax.Span, ResultOf(syntax.Function, arguments!), syntax.Function, [.. arguments!]);
        return HasValue(function) ? Folding.Fold(function, diagnostics) : null;
    }

    /// <inheritdoc cref="OperandChecker.Check"/>
    public ChoiceOperand? Check(ChoiceSyntax syntax, ElementScope scope, Measure? expected)
    {
        var condition = parts.Check(syntax.If, scope);
        OperandSyntax[] written = [syntax.Then, syntax.Else];
        var branches = CheckAlike(written, scope, expected);
        if (Array.IndexOf(branches, null) >= 0 || condition is null)
        {
            return null;
        }

        var (then, otherwise) = (branches[0]!, branches[1]!);
        if (!then.Measure.AgreesWith(otherwise.Measure))
        {
            if (then.Measure.Kind == MeasureKind.Text || otherwise.Measure.Kind == MeasureKind.Text)
            {
                readings.TakeForText(then);
                readings.TakeForText(otherwise);
            }

            diagnostics.BranchesDiffer(syntax.Else.Span, then.Measure, otherwise.Measure);
            return null;
        }

        return new ChoiceOperand(syntax.Span, then.Measure.Widest(otherwise.Measure), condition, then, otherwise);
    }

    /// <inheritdoc cref="OperandChecker.Check"/>
    public Operand? Check(FirstKnownSyntax syntax, ElementScope scope, Measure? expected)
    {
        var items = CheckAlike(syntax.Items, scope, expected);
        if (Array.IndexOf(items, null) >= 0)
        {
            return null;
        }

        var other = Array.Find(items, item => !item!.Measure.AgreesWith(items[0]!.Measure));
        if (other is not null)
        {
            diagnostics.FirstKnownDiffer(other.Span, items[0]!.Measure, other.Measure);
            return null;
        }

        return FirstKnown.Of(syntax.Span, [.. items!], diagnostics);
    }

    /// <inheritdoc cref="OperandChecker.Check"/>
    public TableOperand? Check(TableSyntax syntax, ElementScope scope, Measure? expected)
    {
        var at = CheckDay(syntax, scope);
        OperandSyntax[] entries = [.. syntax.Entries.Select(entry => entry.Value)];
        var values = CheckAlike(entries, scope, expected);
        if (!AreReckonable(values, entries) || at is null)
        {
            return null;
        }

        if (Array.Find(values, value => !value!.Measure.AgreesWith(values[0]!.Measure)) is { } odd)
        {
            diagnostics.ValuesOfTableDiffer(odd.Span, values[0]!.Measure, odd.Measure);
            return null;
        }

        return new TableOperand(
            syntax.Span, values.Select(value => value!.Measure).Aggregate((a, b) => a.Widest(b)), at,
            [.. syntax.Entries.Select(entry => entry.DayNumber)], [.. values!]);
    }

    /// <summary>The day or the moment of which the value in force is asked.</summary>
    public Operand? CheckDay(TableSyntax syntax, ElementScope scope)
    {
        var at = syntax.At is { } written ? parts.Check(written, scope, new Measure(MeasureKind.Day)) : AsOf(syntax);
        if (at is { Measure.Kind: not (MeasureKind.Day or MeasureKind.Instant) })
        {
            diagnostics.WrongMeasure(at.Span, "`at` needs a date", at.Measure);
            return null;
        }

        return at is not null && AreReckonable([at], [syntax.At ?? syntax]) ? at : null;
    }

    private FactOperand? AsOf(TableSyntax table)
    {
        if (RuleSetChecker.AsOf(declared.Vocabulary) is { } asOf)
        {
            return new FactOperand(table.Span, new Measure(MeasureKind.Day), asOf);
        }

        diagnostics.TableWithoutAsOf(table.Span, declared.Vocabulary.Name);
        return null;
    }

    // Operands of one measure: what is read by how it is compared is read as the first of those that are not.
    private Operand?[] CheckAlike(IReadOnlyList<OperandSyntax> syntaxes, ElementScope scope, Measure? expected)
    {
        var operands = new Operand?[syntaxes.Count];
        for (var i = 0; i < operands.Length; i++)
        {
            if (!OperandChecker.IsOpen(syntaxes[i]))
            {
                operands[i] = parts.Check(syntaxes[i], scope, expected);
            }
        }

        var like =
            Array.Find(operands, o => o is not null)?.Measure
            ?? expected
            ?? (syntaxes.All(OperandChecker.IsOpen) ? readings.Of(syntaxes) : null);
        for (var i = 0; i < operands.Length; i++)
        {
            if (OperandChecker.IsOpen(syntaxes[i]))
            {
                operands[i] = parts.Check(syntaxes[i], scope, like);
                like ??= operands[i]?.Measure;
            }
        }

        return operands;
    }

    // A month or a year as a whole is neither a day nor an interval of days that one of is meant.
    private bool AreReckonable(Operand?[] operands, IReadOnlyList<OperandSyntax> syntaxes)
    {
        var sound = true;
        for (var i = 0; i < operands.Length; i++)
        {
            if (operands[i] is { } operand && Periods.MayBe(operand))
            {
                diagnostics.PeriodMovedByFact(syntaxes[i].Span);
            }

            sound &= operands[i] is { } known && !Periods.MayBe(known);
        }

        return sound;
    }

    private Measure? ExpectedOf(OperandFunction function, int argument, OperandSyntax syntax)
    {
        var value = syntax switch
        {
            LiteralSyntax literal => literal.Value,
            ParameterOperandSyntax parameter when declared.Parameters.TryGetValue(parameter.Name.Text, out var found) => found.Value,
            _ => null,
        };
        return OperandFunctions.Of(function).NeedOf(argument) switch
        {
            ArgumentKind.Number => value is JsonNumber ? null : new Measure(MeasureKind.Exact),
            ArgumentKind.Whole => new Measure(MeasureKind.Exact),
            ArgumentKind.Text => new Measure(MeasureKind.Text),
            ArgumentKind.Date =>
                readings.Of([syntax]) is { Kind: MeasureKind.Instant } instant ? instant : new Measure(MeasureKind.Day),
            ArgumentKind.Day => new Measure(MeasureKind.Day),
            ArgumentKind.Instant => new Measure(MeasureKind.Instant),
            ArgumentKind.Duration => new Measure(MeasureKind.Duration),
            ArgumentKind.Ordered => null,
        };
    }

    private bool Fit(FunctionSyntax syntax, Operand[] arguments)
    {
        var fits = true;
        for (var i = 0; i < arguments.Length; i++)
        {
            var measure = arguments[i].Measure;
            var need = OperandFunctions.Of(syntax.Function).NeedOf(i);
            if (!(need switch
            {
                ArgumentKind.Number => measure.IsNumber,
                ArgumentKind.Whole => measure is { Kind: MeasureKind.Exact, Scale: 0 },
                ArgumentKind.Text => measure.Kind == MeasureKind.Text,
                ArgumentKind.Day => measure.Kind == MeasureKind.Day,
                ArgumentKind.Date => measure.Kind is MeasureKind.Day or MeasureKind.Instant,
                ArgumentKind.Instant => measure.Kind == MeasureKind.Instant,
                ArgumentKind.Duration => measure.Kind == MeasureKind.Duration,
                ArgumentKind.Ordered => measure.IsOrdered,
            }))
            {
                diagnostics.WrongArgument(arguments[i].Span, syntax.Function, InWords(need), measure);
                fits = false;
            }
            else if (need == ArgumentKind.Ordered && !measure.AgreesWith(arguments[0].Measure))
            {
                diagnostics.MeasuresDiffer(arguments[i].Span, arguments[0].Measure, measure);
                return false;
            }
        }

        return fits;
    }

    // What can be seen without any facts: that there will never be a value.
    private bool HasValue(FunctionOperand function)
    {
        switch (function.Function)
        {
            case OperandFunction.Quotient
            or OperandFunction.WholeQuotient
            or OperandFunction.Remainder when function.Arguments[1] is Constant by && Constants.Real(by) == 0:
                diagnostics.WithoutValue(by.Span, "a division by zero has no value", "divide by another number");
                return false;
            case OperandFunction.Replaced when function.Arguments[1] is Constant { Value.Text.Length: 0 } nothing:
                diagnostics.WithoutValue(nothing.Span, "an empty text cannot be replaced", "write what is to be replaced");
                return false;
            case OperandFunction.Part
                when function.Arguments.Skip(1).OfType<Constant>().FirstOrDefault(c => c.Value.Steps < 0) is { } negative:
                diagnostics.WithoutValue(
                    negative.Span,
                    "a part of a text cannot begin before the text, nor be shorter than nothing",
                    "characters are counted from 0: write \"part\": [ …, 0, 3 ] for the first three"
                );
                return false;
            case OperandFunction.Rounded
                when function.Arguments is [_, Constant decimals] && decimals.Value.Steps is < 0 or > Functions.MostDecimals:
                diagnostics.WithoutValue(
                    decimals.Span,
                    $"a number is rounded to 0 to {Functions.MostDecimals} decimals",
                    $"write a number of decimals from 0 to {Functions.MostDecimals}"
                );
                return false;
            default:
                return true;
        }
    }

    private static Measure ResultOf(OperandFunction function, Operand[] arguments)
    {
        var first = arguments[0].Measure;
        return OperandFunctions.Of(function).Gives switch
        {
            FunctionResult.Real => new Measure(MeasureKind.Real),
            FunctionResult.Whole => new Measure(MeasureKind.Exact),
            FunctionResult.Same => first,
            FunctionResult.WholeOfSame => new Measure(first.Kind),
            FunctionResult.Rounded when first.Kind == MeasureKind.Real => first,
            FunctionResult.Rounded when arguments is [_, var decimals] => decimals is Constant c
                ? new Measure(MeasureKind.Exact, (int)Math.Clamp(c.Value.Steps, 0, first.Scale))
                : first,
            FunctionResult.Rounded => new Measure(MeasureKind.Exact),
            FunctionResult.Widest => arguments.Select(a => a.Measure).Aggregate((a, b) => a.Widest(b)),
            FunctionResult.Text => new Measure(MeasureKind.Text),
            FunctionResult.Day => new Measure(MeasureKind.Day),
            FunctionResult.Instant => new Measure(MeasureKind.Instant),
            FunctionResult.Duration => new Measure(MeasureKind.Duration),
        };
    }

    private static string InWords(ArgumentKind need) => need switch
    {
        ArgumentKind.Number => "a number",
        ArgumentKind.Whole => "a whole number",
        ArgumentKind.Text => "text",
        ArgumentKind.Day or ArgumentKind.Date => "a date",
        ArgumentKind.Instant => "a date and time",
        ArgumentKind.Duration => "a duration",
        ArgumentKind.Ordered => "a number, a date or a duration",
    };
}
