using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Programs;

/// <summary>Writes a program for people who want to see what their rules cost: the columns that are read, the steps, and which decide each
/// rule.</summary>
internal sealed class ProgramPrinter
{
    private readonly Program _program;
    private readonly StringBuilder _text = new();

    private ProgramPrinter(Program program) => _program = program;

    public static string Print(Program program, IReadOnlyList<Rule> rules)
    {
        var printer = new ProgramPrinter(program);
        printer.PrintLayout();
        printer.PrintSteps();
        printer.PrintRules(rules);
        return printer._text.ToString();
    }

    private void PrintLayout()
    {
        foreach (var level in _program.Layout.Levels)
        {
            var name = level.Index == 0 ? "the scenario" : $"each element of {level.Path}";
            var around =
                level.Parent != level.Origin ? $", anew for each element of {_program.Layout.Levels[level.Parent].Path}" : string.Empty;
            var columns = _program.Layout.ColumnsOf(level.Index).Select(c => $"{NameOf(c)} ({Words(c)})").ToList();
            Line($"level {level.Index}: {name}{around}{(columns.Count == 0 ? string.Empty : $" reads {string.Join(", ", columns)}")}");
        }
    }

    private void PrintSteps()
    {
        Line(string.Empty);
        for (var number = 0; number < _program.Steps.Length; number++)
        {
            var step = _program.Steps[number];
            Line($"{number.ToString(CultureInfo.InvariantCulture),5}  {new string(' ', 2 * DepthOf(step.Level))}{Words(step)}");
        }
    }

    private void PrintRules(IReadOnlyList<Rule> rules)
    {
        Line(string.Empty);
        for (var i = 0; i < rules.Count; i++)
        {
            var (when, met, passed) = _program.Rules[i];
            Line(
                $"{rules[i].Id}: {met}{(rules[i].When is null ? string.Empty : $" when {when}")}"
                    + (rules[i].Deadline is null ? string.Empty : $" due {passed}")
            );
        }
    }

    private string Words(Step step) =>
        step switch
        {
            ConstantTruth s => s.Truth.ToString().ToLowerInvariant(),
            TestBits s => $"{Path(s.Column)}",
            TestKnown s => $"{Path(s.Column)} is known",
            TestRange s => $"{Path(s.Column)} {Range(s.Column, s.Low, s.High)}{Otherwise(s.IfUnknown)}",
            TestRealRange s => string.Create(
                CultureInfo.InvariantCulture,
                $"{Path(s.Column)} from {s.Low} to {s.High}{Otherwise(s.IfUnknown)}"
            ),
            TestCodes s => $"{Path(s.Column)} is {string.Join(" or ", s.Codes.Sorted.Select(c => $"\"{_program.Texts[c]}\""))}",
            TestText s => $"{Path(s.Column)} {Conditions.Words.Of(s.Test.Operator)} \"{s.Test.Constant}\"",
            Combine s => string.Join(s.IsAll ? " and " : " or ", s.Parts.Numbers),
            Invert s => $"not {s.Part}",
            CombineAtLeast s => $"at least {s.Number} of {string.Join(", ", s.Parts.Numbers)}",
            Spread s => $"{s.Part}, for each",
            SomeOf s => $"some of {PathOf(s.Below)}: {s.Part}",
            CountOf s => $"count of {PathOf(s.Below)}: {s.Part}",
            AggregateOf s => $"{Conditions.Words.Of(s.Kind)} of {s.Item} over {PathOf(s.Below)}: {s.Part}",
            Read s => $"{Path(s.Column)}, as a quantity",
            ConstantQuantity s => s.Low == s.High ? $"{s.Low}" : $"{s.Low} to {s.High}",
            Calculate s => $"{s.Left} {Conditions.Words.Of(s.Kind)} {s.Right}",
            Rescale s => $"{s.Part} times {s.Factor}",
            ShiftDays s => $"{s.Part} and {s.Months} months, {s.Days} days",
            ShiftInstants s => $"{s.Part} and {new Duration(s.Months, s.Ticks)}",
            PartOf s => $"{Conditions.Words.Of(s.Function)} of {s.Part}",
            ExtremeOf s => $"{(s.IsGreatest ? "greatest" : "least")} of {s.Left} and {s.Right}",
            ShiftByNumber s => $"{s.Part} {(s.IsBack ? "less" : "and")} {s.Number} {UnitOf(s)}",
            Choose s => $"{s.Then} if {s.If}, else {s.Else}",
            MoveDays s => $"{s.Part} to {Conditions.Words.Of(s.Move)}",
            CompareQuantities s => $"{s.Left} {Symbol(s.Relation)} {s.Right}",
            ShareOf s =>
                $"share over {PathOf(s.Below)} of {s.Where} among {s.Among}{(s.Weight < 0 ? string.Empty : $" by {s.Weight}")} "
                    + $"{Symbol(s.Relation)} {s.Fraction}",
            OrderOf s => $"{s.Number} in order over {PathOf(s.Below)} by {s.By}: {string.Join(", ", s.Parts.Numbers)}"
                + (s.Within is null ? string.Empty : $", within {s.Within}"),
            Walk s => $"by tree walk: {s.Condition.Span.ToPlace()}",
            _ => throw new InvalidOperationException($"no words for {step.GetType().Name}"),
        };

    private static string UnitOf(ShiftByNumber step) => step.Months switch { 0 => "days", 1 => "months", _ => "years" };

    private string Range(int column, long low, long high)
    {
        var type = _program.Layout.Columns[column].Type;
        return low > high ? "is never so"
            : low == high ? $"= {Number(type, low)}"
            : low == long.MinValue ? $"≤ {Number(type, high)}"
            : high == long.MaxValue ? $"≥ {Number(type, low)}"
            : $"from {Number(type, low)} to {Number(type, high)}";
    }

    private static string Number(FactType type, long value) =>
        type switch
        {
            DateType when value is >= PartialDate.FirstDay && value <= PartialDate.LastDay => new PartialDate(
                (int)value,
                (int)value
            ).ToString(),
            DateTimeType when value >= 0 && value <= DateTime.MaxValue.Ticks => Instant.ToText(value),
            ExactType exact => ExactNumber.ToText(value, exact.Scale),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };

    private static string Otherwise(Truth ifUnknown) =>
        ifUnknown == Truth.Unknown ? string.Empty : $" ({ifUnknown.ToString().ToLowerInvariant()} if unknown)";

    private static string Symbol(Relation relation) => relation switch
    {
        Relation.Equal => "=",
        Relation.NotEqual => "≠",
        Relation.Less => "<",
        Relation.LessOrEqual => "≤",
        Relation.Greater => ">",
        Relation.GreaterOrEqual => "≥",
    };

    private static string Words(Column column) => column.Storage switch
    {
        ColumnStorage.Presence => "whether known",
        ColumnStorage.Bits => "bits",
        ColumnStorage.Ints => "32-bit numbers",
        ColumnStorage.Longs => "64-bit numbers",
        ColumnStorage.Reals => "floating point",
        ColumnStorage.Codes => "text codes",
        _ => "days",
    };

    private string NameOf(Column column) =>
        column.Slots.IsEmpty ? "itself" : column.Path[(_program.Layout.Levels[column.Level].Path.Length is var l and > 0 ? l + 1 : 0)..];

    private string Path(int column) => _program.Layout.Columns[column].Path;

    private string PathOf(int level) => _program.Layout.Levels[level].Path;

    private int DepthOf(int level) => level == 0 ? 0 : 1 + DepthOf(_program.Layout.Levels[level].Parent);

    private void Line(string line) => _text.Append(line.TrimEnd()).Append('\n');
}
