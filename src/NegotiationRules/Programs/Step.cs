using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <summary>One step of a program: what it works out, for every element of a level, from columns and from the results of earlier
/// steps.</summary>
/// <remarks>
/// Two steps are equal if they work out the same, so equal conditions become one step wherever they stand. An argument is the number of the
/// step that works it out. Results are either truths or quantities; a quantity is what is known of a number: the least and the greatest it
/// may be.
/// </remarks>
/// <param name="Level">The level of the result: 0 for one truth a scenario, otherwise one for each element of that level.</param>
internal abstract record Step(int Level)
{
    /// <summary>The steps whose results it needs.</summary>
    public virtual ImmutableArray<int> Arguments => [];

    /// <summary>The same step with other numbers for its arguments.</summary>
    /// <param name="numbers">The new number of each.</param>
    public virtual Step Renumber(IReadOnlyList<int> numbers) => this;
}

/// <summary>A step that reads a column.</summary>
internal interface IColumnStep
{
    int Column { get; }
}

/// <summary>The same truth everywhere.</summary>
internal sealed record ConstantTruth(Truth Truth) : Step(0);

/// <summary>A boolean fact is true.</summary>
internal sealed record TestBits(int Level, int Column) : Step(Level), IColumnStep;

/// <summary>A fact is stated.</summary>
internal sealed record TestKnown(int Level, int Column) : Step(Level), IColumnStep;

/// <summary>A whole number, a fixed-point number in steps, a day or an instant lies between two values, both included.</summary>
internal sealed record TestRange(int Level, int Column, long Low, long High, Truth IfUnknown) : Step(Level), IColumnStep;

/// <summary>The same for floating point.</summary>
internal sealed record TestRealRange(int Level, int Column, double Low, double High, Truth IfUnknown) : Step(Level), IColumnStep;

/// <summary>A text is one of those with these codes, which are sorted.</summary>
internal sealed record TestCodes(int Level, int Column, Codes Codes) : Step(Level), IColumnStep;

/// <summary>A text starts with, ends with, contains or fits what <paramref name="Test"/> says.</summary>
internal sealed record TestText(int Level, int Column, TextPredicate Test) : Step(Level), IColumnStep;

/// <summary>All, or any, of the truths.</summary>
internal sealed record Combine(int Level, bool IsAll, Steps Parts) : Step(Level)
{
    public override ImmutableArray<int> Arguments => Parts.Numbers;

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Parts = Parts.Renumber(numbers) };
}

/// <summary>Not.</summary>
internal sealed record Invert(int Level, int Part) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Part];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Part = numbers[Part] };
}

/// <summary>At least so many of the truths.</summary>
internal sealed record CombineAtLeast(int Level, int Number, Steps Parts) : Step(Level)
{
    public override ImmutableArray<int> Arguments => Parts.Numbers;

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Parts = Parts.Renumber(numbers) };
}

/// <summary>A truth or a quantity of a level above, repeated for each element below it.</summary>
internal sealed record Spread(int Level, int Part) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Part];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Part = numbers[Part] };
}

/// <summary>Some element of the level below is true; where its list is not complete, it may be.</summary>
internal sealed record SomeOf(int Level, int Below, int Part) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Part];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Part = numbers[Part] };
}

/// <summary>How many elements of the level below are true.</summary>
internal sealed record CountOf(int Level, int Below, int Part) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Part];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Part = numbers[Part] };
}

/// <summary>The sum, least or greatest of a quantity over the elements of the level below that are true; nothing, if it is nothing for one
/// that may be.</summary>
internal sealed record AggregateOf(int Level, int Below, QuantityKind Kind, int Item, int Part, Bounds OfFurther) : Step(Level)
{
    /// <summary>Whether it is only asked for where some element is true, or may be: where none certainly is, the least or greatest is that
    /// of any of those that may be.</summary>
    public bool SupposesSome { get; init; }

    public override ImmutableArray<int> Arguments => [Item, Part];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Item = numbers[Item], Part = numbers[Part] };
}

/// <summary>A number, day, instant, truth or code of a column as a quantity; one that is unknown lies within bounds.</summary>
internal sealed record Read(int Level, int Column, Bounds IfUnknown) : Step(Level), IColumnStep;

/// <summary>The same quantity everywhere.</summary>
internal sealed record ConstantQuantity(long Low, long High) : Step(0);

internal sealed record Calculate(int Level, ArithmeticKind Kind, int Left, int Right) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Left, Right];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Left = numbers[Left], Right = numbers[Right] };
}

/// <summary>A quantity in finer steps.</summary>
internal sealed record Rescale(int Level, int Part, long Factor) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Part];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Part = numbers[Part] };
}

/// <summary>A day, moved by months and then by days.</summary>
internal sealed record ShiftDays(int Level, int Part, int Months, int Days) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Part];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Part = numbers[Part] };
}

/// <summary>A moment, moved by months and then by ticks.</summary>
internal sealed record ShiftInstants(int Level, int Part, int Months, long Ticks) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Part];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Part = numbers[Part] };
}

/// <summary>What <see cref="Functions.PartOf"/> gives of a day or of a moment.</summary>
internal sealed record PartOf(int Level, int Part, OperandFunction Function, MeasureKind Kind) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Part];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Part = numbers[Part] };
}

/// <summary>The less or the greater of two quantities.</summary>
internal sealed record ExtremeOf(int Level, bool IsGreatest, int Left, int Right) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Left, Right];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Left = numbers[Left], Right = numbers[Right] };
}

/// <summary>A day, moved by a number of months or of days that is a quantity.</summary>
/// <param name="Level">The level of the result.</param>
/// <param name="Part">The day.</param>
/// <param name="Number">How many.</param>
/// <param name="Months">How many months each of them is; 0 if each is a day.</param>
/// <param name="IsBack">Whether the day is moved back.</param>
internal sealed record ShiftByNumber(int Level, int Part, int Number, int Months, bool IsBack) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Part, Number];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Part = numbers[Part], Number = numbers[Number] };
}

/// <summary>One quantity where something is so, another where it is not, and what lies between them where that is not known.</summary>
internal sealed record Choose(int Level, int If, int Then, int Else) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [If, Then, Else];

    public override Step Renumber(IReadOnlyList<int> numbers) =>
        this with { If = numbers[If], Then = numbers[Then], Else = numbers[Else] };
}

internal sealed record MoveDays(int Level, int Part, CalendarMove Move) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Part];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Part = numbers[Part] };
}

/// <summary>Two quantities stand in a relation.</summary>
internal sealed record CompareQuantities(int Level, int Left, Relation Relation, int Right) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [Left, Right];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { Left = numbers[Left], Right = numbers[Right] };
}

/// <summary>Of the weight of the elements below that are among, those that also have it have a share in a relation to a fraction. A weight
/// of -1 counts heads.</summary>
internal sealed record ShareOf(
    int Level, int Below, int Weight, int Among, int Where, Relation Relation, Fraction Fraction, Bounds OfFurther
) : Step(Level)
{
    public override ImmutableArray<int> Arguments => Weight < 0 ? [Among, Where] : [Weight, Among, Where];

    public override Step Renumber(IReadOnlyList<int> numbers) =>
        this with
        {
            Weight = Weight < 0 ? Weight : numbers[Weight],
            Among = numbers[Among],
            Where = numbers[Where],
        };
}

/// <summary>Elements of the level below take so many of the steps in order of a day or moment, the last of them not later than so long
/// after the first.</summary>
internal sealed record OrderOf(int Level, int Below, int By, MeasureKind Kind, Steps Parts, int Number, Duration? Within) : Step(Level)
{
    public override ImmutableArray<int> Arguments => [.. Parts.Numbers, By];

    public override Step Renumber(IReadOnlyList<int> numbers) => this with { By = numbers[By], Parts = Parts.Renumber(numbers) };
}

/// <summary>A condition that only the tree walk evaluates, scenario by scenario.</summary>
internal sealed record Walk(Condition Condition) : Step(0)
{
    /// <summary>What in it has no step: the condition itself, or one inside it.</summary>
    public required Condition WithoutStep { get; init; }
}
