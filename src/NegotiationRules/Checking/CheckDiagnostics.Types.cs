using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <content>What can be wrong with the types of what is compared. Codes NR2030 to NR2059.</content>
internal sealed partial class CheckDiagnostics
{
    /// <param name="at">Where it is compared.</param>
    /// <param name="expected">What is needed there.</param>
    /// <param name="found">What is written.</param>
    /// <param name="parameter">The parameter that holds it, if it is one.</param>
    /// <param name="isInList">Whether it is one of several values of the parameter.</param>
    /// <param name="meant">The value that the text names, as it would be written.</param>
    /// <param name="comparison">The comparison that the text puts into words, as it would be written.</param>
    public void WrongLiteral(
        Span at, Measure expected, JsonValue found, string? parameter, bool isInList, string? meant,
        string? comparison
    )
    {
        var what = parameter is null
            ? $"{Written(found)} is not {expected.InWords}"
            : $"parameter `{parameter}` {(isInList ? "holds" : "is")} {Written(found)}, and {expected.InWords} is needed here";
        var help =
            meant is not null ? $"write {InItsPlace(at, meant)}"
            : comparison is not null && expected.IsNumber
                ? IsComparedAsItIs(at) ? $"write {comparison}" : $"write {comparison[1..^1].Trim()} in the place of the comparison"
            : HowToWrite(expected, found);
        bag.Error("NR2030", at, what, parameter is not null && found.Span.Source is not null
            ? $"{help}; the parameter is given at {found.Span.ToPlace()}" : help,
            meant is not null ? Cure.Replace(at, InItsPlace(at, meant))
            : comparison is not null && expected.IsNumber
                ? OfComparison(found.Span, comparison)
            : LiteralMeant(expected, found) is { } literal ? Cure.Replace(found.Span, literal)
            : null);
    }

    // Whether a value stands right behind a fact, where only literals may; an operand needs its operator there.
    private static bool IsComparedAsItIs(Span at)
    {
        var key = at.Source is null ? at : ValueText.NameBefore(at);
        return key != at && !OperandForms.HoldsOperand(key.Characters.Trim('"').ToString());
    }

    private static string InItsPlace(Span at, string operand) => IsComparedAsItIs(at) ? $"{{ \"is\": {operand} }}" : operand;

    private static Cure? OfComparison(Span at, string comparison)
    {
        var key = at.Source is null ? at : ValueText.NameBefore(at);
        return IsComparedAsItIs(at) ? Cure.Replace(at, comparison)
            : Operators.IsOperator(key.Characters.Trim('"').ToString())
                ? Cure.Replace(key with { Length = at.End - key.Start }, comparison[1..^1].Trim())
            : null;
    }

    // What to write for a literal of another kind, where that can be told from it alone.
    private static string? LiteralMeant(Measure expected, JsonValue found) => (expected.Kind, found) switch
    {
        (MeasureKind.Boolean, JsonText { Value: var word }) when word.ToUpperInvariant() is "TRUE" or "YES" => "true",
        (MeasureKind.Boolean, JsonText { Value: var word }) when word.ToUpperInvariant() is "FALSE" or "NO" => "false",
        (MeasureKind.Exact or MeasureKind.Real, JsonText { Value: var text }) => JsonNumberSpelling.IsGood(text) ? text : null,
        (MeasureKind.Day, JsonNumber { Digits.Length: 4 } year) => $"\"{year.Digits}\"",
        (MeasureKind.Day, JsonText { Value: var text }) => MeantTime.Day(text) is ['"', ..] and var day ? day
            : Instant.TryParse(text, out _) ? $"\"{text[..10]}\"" : null,
        (MeasureKind.Instant, JsonText { Value: var text }) => MeantTime.Moment(text) is { } moment ? $"\"{moment}\"" : null,
        (MeasureKind.Duration, JsonText { Value: var text }) => MeantTime.Duration(text) is { } duration ? $"\"{duration}\"" : null,
        (MeasureKind.Text, JsonNumber or JsonBoolean) => $"\"{found.Span.Characters}\"",
        _ => null,
    };

    public void NotOfItsType(Parameter parameter, JsonValue odd)
    {
        var help = parameter.Type == ParameterType.Integer ? "write a whole number, or \"type\": \"number\""
            : HowToWrite(Readings.StatedOf(parameter) ?? new Measure(MeasureKind.Exact), odd);
        bag.Error("NR2056", odd.Span.Source is null ? parameter.Span : odd.Span,
            $"parameter `{parameter.Name}` {(parameter.Value is JsonArray ? "holds" : "is")} {Written(odd)}, and its type is "
                + $"`{ParameterTypes.WordOf(parameter.Type!.Value)}`",
            help, parameter.Type != ParameterType.Integer && Readings.StatedOf(parameter) is { } stated
                && LiteralMeant(stated, odd) is { } literal ? Cure.Replace(odd.Span, literal) : null);
    }

    /// <param name="at">Where the comparison is.</param>
    /// <param name="date">The text that looks like something else.</param>
    /// <param name="shape">What it looks like.</param>
    /// <param name="odd">The first text beside it that does not.</param>
    /// <param name="parameter">One whose type would settle it.</param>
    public void DateAsText(Span at, JsonText date, Measure shape, JsonText odd, Parameter parameter) =>
        bag.Warning("NR2057", at, $"`{date.Value}` looks like {shape.InWords}, and is compared as text here, as `{odd.Value}` is none",
            $"if text is meant, say so where the parameter is given: \"{parameter.Name}\": {{ \"value\": "
                + $"{(parameter.Value is JsonArray ? "[ … ]" : JsonPrinter.Print(parameter.Value, indented: false))}, "
            + $"\"type\": \"string\" }}; if not, write {shape.InWords} in the place of `{odd.Value}`",
            parameter.Value.Span.Source is null ? null
            : ValueText.NameBefore(parameter.Value.Span).Characters is "\"value\""
                ? Cure.Replace(parameter.Value.Span with { Start = parameter.Value.Span.End, Length = 0 }, ", \"type\": \"string\"")
            : Cure.Replace(parameter.Value.Span, $"{{ \"value\": {parameter.Value.Span.Characters}, \"type\": \"string\" }}"));

    public void ReckonedInFloatingPoint(Span at, FloatingFacts floating)
    {
        var what = floating.Fact is { } fact ? $"of `{fact.Path}`" : $"with `{OperandFunctions.NameOf(floating.Function)}`";
        bag.Warning("NR2059", at, $"this is worked out {what} in floating point, where 0.1 plus 0.2 is not 0.3, "
            + "so what lies on the bound may come out on either side of it", floating.Fact is { } floats
            ? $"give `{floats.Path}` a step in the vocabulary, such as \"multipleOf\": 0.01, and it is exact"
            : "round it, { \"rounded\": [ …, 6 ] }; instead of dividing by a number, the other side can be multiplied by it");
    }

    /// <param name="applied">The value as it is worked out.</param>
    /// <param name="other">What the order of its keys in the file says.</param>
    public void AppliedInAnotherOrder(OperandSyntax applied, OperandSyntax other)
    {
        var (first, last) = (applied.WrittenOrder![0], applied.WrittenOrder[^1]);
        var order = string.Join(", ", OperandForms.Arithmetic.Where(applied.WrittenOrder.Contains).Select(key => $"`{key}`"));
        bag.Warning(
            "NR2058",
            applied.Span,
            $"these keys are applied in the order {order}, whatever their order in the file, and `{last}` stands after `{first}` here",
            $"for the order in the file, write {Write(other)}; for the order in which they are applied, {Write(applied)}"
        );

        static string Write(OperandSyntax operand) => JsonPrinter.Print(ConditionWriter.ToJson(operand), indented: false);
    }

    /// <param name="selection">The selection as it was written.</param>
    public void SelectedInAnotherOrder(JsonObject selection)
    {
        var (first, second) = SelectionOrder.TurnedRound(selection)!.Value;
        var (file, asInTheFile) = Excerpt.Both(excerpt => SelectionOrder.AsInTheFile(selection, excerpt));
        var (applied, asApplied) = Excerpt.Both(excerpt => SelectionOrder.AsApplied(selection, excerpt));
        bag.Warning("NR2058", second.NameSpan,
            $"`{second.Name}` is applied before `{first.Name}`, whatever their order in the file, and stands after it here",
            $"for the order in the file, write {file}; for the order in which they are applied, {applied}",
            Cure.Replace(selection.Span, asInTheFile), Cure.Replace(selection.Span, asApplied));
    }

    public void UnknownValue(Span at, string value, string? parameter, IReadOnlyList<string> known, Span given = default)
    {
        var nearest = Spelling.Nearest(value, known);
        var help = nearest is null ? $"it has {Spelling.List(known)}" : $"did you mean `{nearest}`?";
        bag.Error(
            "NR2031", at, parameter is null
                ? $"the vocabulary has no such value as `{value}` here"
                : $"parameter `{parameter}` {(given.Source is null ? "is" : "holds")} `{value}`, a value that the vocabulary does not "
                    + "have here",
            given.Source is null ? help : $"{help}{(nearest is null ? ";" : string.Empty)} the value is given at {given.ToPlace()}",
            [.. (nearest is null ? known.Take(16) : [nearest]).Select(word => given.Source is not null ? Cure.Rename(given, word)
                : parameter is null ? Cure.Rename(at, word) : null)]);
    }

    public void StrengthOfRisk(Name strength) =>
        bag.Warning("NR2055", strength.Span, $"a rule with `warnWhen` is only reported, so it means nothing that it is `{strength.Text}`",
            "leave `strength` out; for a rule that decides something, write `require`", Cure.Of(TextEdit.RemoveMemberOf(strength.Span)));

    public void NameAsText(Span at, string text, string meant) =>
        bag.Warning("NR2054", at, $"this is the text `{text}`, not what is called so", $"for that, write {InItsPlace(at, meant)}",
            Cure.Replace(at, InItsPlace(at, meant)));

    public void MeasuresDiffer(Span at, Measure left, Measure right) =>
        bag.Error("NR2032", at, $"{left.InWords} cannot be compared with {right.InWords}", (left.Kind, right.Kind) switch
        {
            (MeasureKind.Day, MeasureKind.Instant) when at.Characters is ['{', ..] =>
                $"take the day of the date and time: {{ \"dateOf\": {Shortened(at)} }}",
            (MeasureKind.Day, MeasureKind.Instant) or (MeasureKind.Instant, MeasureKind.Day) =>
                "take the day of the date and time: { \"value\": { \"dateOf\": { \"fact\": \"…\" } }, … }",
            _ => "compare facts of the same type",
        }, (left.Kind, right.Kind) is (MeasureKind.Day, MeasureKind.Instant) && at.Characters is ['{', ..]
            ? Cure.Replace(at, $"{{ \"dateOf\": {at.Characters} }}") : null);

    private static string Shortened(Span at) =>
        at.Length <= 60 && at.Characters.IndexOfAny('\r', '\n') < 0 ? at.Characters.ToString() : "{ … }";

    public void WrongMeasure(Span at, string need, Measure found) =>
        bag.Error("NR2033", at, $"{need}, and this is {found.InWords}", "name a fact that is a date");

    public void OperatorDoesNotFit(Span at, ComparisonOperator comparison, Measure measure)
    {
        var twin = Operators.Of(comparison).Twin is { } other && Operators.Of(other).Of.HasFlag(measure.Asked) ? Words.Of(other) : null;
        var (values, those) = measure.Kind switch
        {
            MeasureKind.Boolean => ("what is true or false", string.Empty),
            MeasureKind.Exact or MeasureKind.Real => ("numbers", "numbers and durations"),
            MeasureKind.Text => ("text", string.Empty),
            MeasureKind.Day or MeasureKind.Instant => ("dates", "dates"),
            MeasureKind.Duration => ("durations", "numbers and durations"),
        };

        // Nobody looks for true or false among several.
        var fitting = Operators.Table
            .Where(row => row.Of.HasFlag(measure.Asked) && row.Kind != ComparisonKind.Presence
                && (measure.Kind != MeasureKind.Boolean || row.Takes == OperandShape.Value))
            .Select(row => Words.Of(row.Operator));
        bag.Error("NR2034", at, $"`{Words.Of(comparison)}` does not fit {measure.InWords}",
            twin is not null ? $"for {those}, it is `{twin}`" : $"{values} can be tested with {Spelling.List(fitting, "and")}",
            Cure.Rename(at, twin));
    }

    public void OperatorNeedsFact(Span at, ComparisonOperator comparison) =>
        bag.Error(
            "NR2035",
            at,
            $"`{Words.Of(comparison)}` tests a fact, not a calculated value",
            $"write it with the fact's path: {{ \"the.fact\": {{ \"{Words.Of(comparison)}\": … }} }}"
        );

    public void ComparesConstants(Span at) =>
        bag.Error(
            "NR2036",
            at,
            "this compares one constant with another, so no scenario can change it",
            "compare a fact, or name one of them as a parameter"
        );

    public void BetweenReversed(OperandListSyntax both) =>
        bag.Error("NR2037", both.Span, "nothing lies between these two: the first is beyond the second",
            $"write the lower one first: [{both.Items[1].Span.Characters}, {both.Items[0].Span.Characters}]",
            Cure.Of(new TextEdit(both.Items[0].Span, both.Items[1].Span.Characters.ToString()),
                new TextEdit(both.Items[1].Span, both.Items[0].Span.Characters.ToString())));

    public void NeverHolds(Span at, Operand left, string? low, string? high) =>
        bag.Error("NR2038", at, $"this can never hold: {Range(left, low, high)}", "correct the value, or the bounds in the vocabulary");

    public void AlwaysHolds(Span at, Operand left, string? low, string? high) =>
        bag.Warning("NR2039", at, $"this always holds: {Range(left, low, high)}", "remove it, or correct the value");

    public void NoValueMeets(Span at, FactReference fact, Span? other)
    {
        var place = other is { Source: not null } known ? known.ToPlace() : null;
        bag.Warning(
            "NR2060",
            at,
            $"this can never hold: no value of `{fact.Path}` meets this and "
                + $"{(place is null ? "what else is asked of it beside it" : $"the value at {place.File}:{place.Line}:{place.Column}")}",
            "correct one of them; where either will do, write `any`"
        );
    }

    public void OneAlwaysHolds(Span at, FactReference fact) =>
        bag.Warning(
            "NR2061", at, $"one of these always holds, whatever `{fact.Path}` is",
            $"leave one of them out; to ask whether it is stated, write {{ \"{fact.Path}\": {{ \"known\": true }} }}"
        );

    public void KnownByDefault(Span at, FactReference fact, bool expected) =>
        Settled(
            at,
            expected,
            $"`{fact.Path}` has a default in the vocabulary, so it is always known",
            "leave this out, or take the default out of the vocabulary"
        );

    public void KnownAndNot(Span at, FactReference fact, bool holds) =>
        Settled(at, holds, $"`{fact.Path}` is {(holds ? "known, or it is not" : "to be unknown, and more is asked of it beside this")}",
            holds ? "leave both out" : "leave this out; where either will do, write `any`");

    public void ComparesWithItself(Span at, FactReference fact, bool holds) =>
        Settled(at, holds, $"`{fact.Path}` is compared with itself", "name the other fact that is meant");

    public void ShareOfAllOrNothing(Span at, bool holds) =>
        Settled(
            at, holds, "a share lies between nothing and all",
            "for all of it, write \"is\": \"100 %\"; for none, \"is\": 0; for any of it, \"moreThan\": 0"
        );

    public void HoldsForEveryText(Span at, ComparisonOperator comparison) =>
        Settled(
            at,
            true,
            $"this is in every text, so `{Words.Of(comparison)}` leaves none out",
            "write the piece of text that is meant; to ask whether it is stated, `known`"
        );

    public void ConstantConditions(Span at, bool holds, string why) =>
        Settled(at, holds, why, $"{(holds ? "remove it, or correct" : "correct")} the value, or the bounds in the vocabulary");

    // A warning in any case: it is what is written, and it is what is evaluated.
    private void Settled(Span at, bool holds, string why, string cure) =>
        bag.Warning(holds ? "NR2061" : "NR2060", at, $"this {(holds ? "always holds" : "can never hold")}: {why}", cure);

    public void NeverDecided(Span at, Duration left, Duration right) =>
        bag.Warning(
            "NR2073",
            at,
            $"this is never decided: months differ in length, so `{left}` may be longer or shorter than `{right}`",
            "write both in months, or both in days"
        );

    /// <param name="at">The duration.</param>
    /// <param name="months">What it is.</param>
    /// <param name="moved">The condition that compares by the calendar.</param>
    /// <param name="whole">The condition as it was written.</param>
    public void DaysAgainstMonths(Span at, Duration months, string? moved, Span whole)
    {
        var (shortest, longest) = months.Range;
        var days = $"{FactText.Of((double)shortest / TimeSpan.TicksPerDay)} to {FactText.Of((double)longest / TimeSpan.TicksPerDay)} days";
        bag.Warning(
            "NR2074",
            at,
            $"a difference of dates is counted in days, and `{months}` is {days}: between these it is never decided",
            moved is null
                ? "add the duration to the earlier date and compare that with the later one"
                : $"compare by the calendar: {moved}",
            // One of two bounds is not all that the condition says.
            moved is not null && at.Source is not null && whole.Characters is ['{', ..] && ValueText.NameBefore(at) != at
                ? Cure.Replace(whole, moved) : null);
    }

    public void NumberTooPrecise(Span at, string digits, int scale) =>
        bag.Error("NR2040", at, $"`{digits}` cannot be kept exactly",
            Rounded(digits, scale) is { } rounded ? $"round it: {rounded}"
                : "round it to nine places after the point; the greatest number is 9223372036854775807",
            Rounded(digits, scale) is { } kept && at.Characters is not ['{', ..] ? Cure.Replace(at, kept) : null);

    private static string? Rounded(string digits, int scale) =>
        decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && decimal.Round(number, scale).ToString("0.#########", CultureInfo.InvariantCulture) is var text
            && ExactNumber.TryRead(text, out _, out _) ? text : null;

    public void OutOfRange(Span at) =>
        bag.Error(
            "NR2041", at, "the value lies beyond what can be represented",
            "dates run from 0001 to 9999, whole numbers to some nine quintillion"
        );

    public void CannotCalculate(Span at, ArithmeticKind kind, Measure left, Measure right)
    {
        var help = (kind, left.Kind) switch
        {
            (ArithmeticKind.Plus, MeasureKind.Text) when right.Kind == MeasureKind.Text =>
                "texts are put together by `joined`: { \"joined\": [ …, … ] }",
            (ArithmeticKind.Times, _) => "`times` multiplies numbers",
            (ArithmeticKind.Minus, MeasureKind.Day or MeasureKind.Instant) when right.Kind is MeasureKind.Day or MeasureKind.Instant =>
                "take the day of the date and time, { \"dateOf\": { \"fact\": \"…\" } }: a date can be subtracted from a date",
            (ArithmeticKind.Plus, MeasureKind.Day or MeasureKind.Instant) => "a duration can be added to a date: \"plus\": \"P3M\"",
            (_, MeasureKind.Day or MeasureKind.Instant) => "a duration or another date can be subtracted from a date",
            _ => "numbers go with numbers, durations with durations",
        };
        bag.Error("NR2042", at, kind switch
        {
            ArithmeticKind.Times => $"{left.InWords} cannot be multiplied by {right.InWords}",
            ArithmeticKind.Plus => $"{right.InWords} cannot be added to {left.InWords}",
            ArithmeticKind.Minus => $"{right.InWords} cannot be subtracted from {left.InWords}",
        }, help);
    }

    public void NotWholeDays(Span at, Duration duration) =>
        bag.Error(
            "NR2043",
            at,
            $"`{duration}` is not a whole number of days, and a date has no time of day",
            "write whole days, or use a fact with `format: date-time`"
        );

    public void PeriodMovedByFact(Span at) =>
        bag.Error("NR2044", at, "a month or a year as a whole cannot be reckoned with here", "write a day, such as \"2022-01-10\"");

    public void CannotAggregate(Span at, QuantityKind kind, Measure measure) =>
        bag.Error(
            "NR2045", at, $"there is no {Words.Of(kind)} of {measure.InWords}",
            kind == QuantityKind.Sum ? "name a number of the elements" : "name a number or a date of the elements"
        );

    public void WeightMayBeNegative(Name path, FactType type) =>
        bag.Error(
            "NR2046", path.Span, type is ExactType or RealType
                ? $"`{path.Text}` may be negative, so it cannot be a weight"
                : $"`{path.Text}` is {type.Kind}, not a number that can be a weight",
            type is ExactType or RealType ? "give it \"minimum\": 0 in the vocabulary" : "name a number of the elements"
        );

    public void NotAShareOperator(Span at, ComparisonOperator comparison) =>
        bag.Error(
            "NR2047", at, $"`{Words.Of(comparison)}` does not fit a share",
            "shares are compared with `is`, `isNot`, `atLeast`, `atMost`, `moreThan` and `lessThan`"
        );

    public void NotAFraction(Span at, string text) =>
        bag.Error("NR2048", at, text.Length == 0 ? "a share is compared with a fraction or a parameter"
            : Fraction.Rounded(text) is not null ? $"`{text}` is finer than a share can be compared: it has steps of a billionth"
            : $"`{text}` is not a share between 0 and 1",
            Percent(text) is { } percent ? $"for {text} per cent, write {percent}"
            : Fraction.Meant(text) is { } inWords ? $"write {inWords}"
            : Fraction.Rounded(text) is { } rounded ? $"write it as a fraction, such as \"1/3\", or round it: {rounded}"
            : "write a fraction \"2/3\", a decimal 0.55, or \"55 %\"",
            (Percent(text) ?? Fraction.Meant(text) ?? Fraction.Rounded(text)) is { } share
                && at.Characters is not ['{', ..] ? Cure.Replace(at, share) : null);

    private static string? Percent(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is > 1 and <= 100
            && Fraction.TryParse($"{text} %", out _) ? $"\"{text} %\"" : null;

    public void CountNotConstant(Span at) =>
        bag.Error("NR2049", at, "how many must hold has to be a number or a parameter", "write a number");

    public void CountOutOfRange(Span at, int most) =>
        bag.Error(
            "NR2049", at, most == 1
                ? "this can only be 1, as there is just one condition"
                : $"this must be a whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}, as there are so many conditions",
            "to ask for all, use `all`; for none, `none`"
        );

    public void BrokenPattern(Span at, string pattern, int offset) =>
        bag.Error(
            "NR2050",
            at,
            $"`{pattern}` is not a regular expression: it goes wrong at its character "
                + $"{Math.Clamp(offset, 1, pattern.Length).ToString(CultureInfo.InvariantCulture)}",
            "check brackets and escapes; in JSON, a backslash is written twice"
        );

    public void UnsupportedPattern(Span at) =>
        bag.Error(
            "NR2050",
            at,
            "look-around, back-references, atomic groups and repetitions of many thousand are not available",
            "they cannot be matched in linear time; say it with several `matches` in `all`, `any` or `not`"
        );

    public void TooManyRepetitions(Span at, long times) =>
        bag.Error(
            "NR2050",
            at,
            $"a part of this pattern may be repeated {times.ToString("N0", CultureInfo.InvariantCulture)} times, more than "
                + $"{PatternRepetitions.Most}",
            "repetitions inside each other multiply: take smaller numbers, or `+` and `*`, and ask for the `length` besides"
        );

    public void PatternNotConstant(Span at) =>
        bag.Error(
            "NR2050", at, "a pattern must be written out or be a parameter",
            "compare facts with `is`, `contains`, `startsWith` or `endsWith`"
        );

    public void WrongArgument(Span at, OperandFunction function, string need, Measure found) =>
        bag.Error(
            "NR2051",
            at,
            $"`{Words.Of(function)}` needs {need} here, and this is "
                + (found is { Kind: MeasureKind.Exact, Scale: > 0 } or { Kind: MeasureKind.Real } && need == "a whole number"
                    ? "a number with decimals"
                    : found.InWords),
            need switch
            {
                "a whole number" when found.IsNumber =>
                    "make it whole with `floor`, `ceiling`, `truncated` or `rounded`, or give the fact the type `integer` in the "
                        + "vocabulary",
                "a date and time" when found.Kind == MeasureKind.Day => "a date has no time of day; use a fact with `format: date-time`",
                _ => $"name a fact that is {need}",
            }
        );

    public void BranchesDiffer(Span at, Measure then, Measure otherwise) =>
        bag.Error("NR2052", at, $"`then` is {then.InWords} and `else` is {otherwise.InWords}", "give both the same type");

    public void WithoutValue(Span at, string why, string cure) => bag.Error("NR2053", at, why, cure);

    private static string HowToWrite(Measure expected, JsonValue found) =>
        (expected.Kind, found) switch
        {
            (MeasureKind.Boolean, JsonText { Value: var word }) when word.ToUpperInvariant() is "TRUE" or "YES" =>
                "write true, without quotes",
            (MeasureKind.Boolean, JsonText { Value: var word }) when word.ToUpperInvariant() is "FALSE" or "NO" =>
                "write false, without quotes",
            (MeasureKind.Day, JsonNumber { Digits.Length: 4 } year) => $"write \"{year.Digits}\", with quotes",
            (MeasureKind.Day, JsonText text) when MeantTime.Day(text.Value) is { } day => $"write {day}",
            (MeasureKind.Duration, JsonText text) when MeantTime.Duration(text.Value) is { } duration => $"write \"{duration}\"",
            (MeasureKind.Boolean, JsonText) => "write true or false, without quotes",
            (MeasureKind.Boolean, _) => "write true or false",
            (MeasureKind.Exact or MeasureKind.Real, JsonText text) when JsonNumberSpelling.IsGood(text.Value) =>
                $"write {text.Value}, without quotes",
            (MeasureKind.Exact or MeasureKind.Real, _) => "write a number, such as 10 or 2.5",
            (MeasureKind.Text, JsonNumber number) => $"write \"{number.Digits}\", with quotes",
            (MeasureKind.Text, JsonBoolean boolean) => $"write \"{boolean.Span.Characters}\", with quotes",
            (MeasureKind.Text, _) => "write text in double quotes",
            (MeasureKind.Day, JsonText text) when Instant.TryParse(text.Value, out _) => $"write the day alone: \"{text.Value[..10]}\"",
            (MeasureKind.Day, _) => "write a day, month or year that exists: \"2022-01-10\", \"2022-01\", \"2022\"",
            (MeasureKind.Instant, JsonText text) when MeantTime.Moment(text.Value) is { } moment => $"write \"{moment}\"",
            (MeasureKind.Instant, _) => "write date, time and offset: \"2022-01-10T09:00:00Z\"",
            (_, JsonNumber number) => $"say of what: \"P{number.Digits}D\" is so many days, \"P{number.Digits}M\" months",
            _ => "write an ISO 8601 duration: \"P90D\" is 90 days, \"P3M\" three months, \"P1Y\" a year, \"PT36H\" 36 hours",
        };

    private static string Range(Operand left, string? low, string? high)
    {
        var name = left is FactOperand fact ? $"`{fact.Fact.Path}`" : "a count";
        var number = left.Measure switch
        {
            { Kind: MeasureKind.Exact, Scale: 0 } => "a whole number",
            { Kind: MeasureKind.Exact, Scale: var scale } => $"a number in steps of {ExactNumber.Step(scale)}",
            _ => "a number",
        };
        return (low, high) switch
        {
            ({ }, { }) => $"{name} is {number} from {low} to {high}",
            ({ }, null) => $"{name} is {number}, at least {low}",
            (null, { }) => $"{name} is {number}, at most {high}",
            _ => $"{name} is {number}",
        };
    }

    private static string Written(JsonValue value) => value switch
    {
        JsonText text => $"`\"{text.Value}\"`",
        JsonNumber number => $"`{number.Digits}`",
        _ => value.Kind,
    };
}
