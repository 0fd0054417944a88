using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Generation.Compiling;

/// <summary>Writes tests of one fact, and how a fact is read.</summary>
/// <param name="program">The program whose steps are written.</param>
/// <param name="function">The function it stands in.</param>
/// <param name="facts">Where facts are found.</param>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
[RequiresDynamicCode(RuleCode.MakesCode)]
internal sealed class FactExpressions(Program program, Function function, TypedFacts facts)
{
    private readonly ValueExpressions _values = new(function);

    public Term Bits(TestBits step, TermPlace spot) =>
        TruthOf(step.Column, spot, Truth.Unknown, value => value, fact => fact.Boolean ? Truth.True : Truth.False);

    public Term Known(TestKnown step, TermPlace spot)
    {
        var column = program.Layout.Columns[step.Column];
        if (IsSupposed(column.Level, spot))
        {
            return Term.Unknown;
        }

        if (column.Type is RecordType or ListType)
        {
            return IsThere(column);
        }

        return new Term(ReadFact(
            column, typeof(bool), _ => Expression.Constant(true), fact => Expression.Constant(fact.IsKnown), isKnownAsked: true));
    }

    private Term IsThere(Column column)
    {
        var (level, slots) = (column.Level, column.Slots);
        var absent = Absent(column);
        if (absent.IsKnown || slots.Length == 0)
        {
            return Term.True;
        }

        if (column.Type is RecordType)
        {
            return facts.ObjectAt(level, slots) is { } one ? new Term(IsNotNull(one)) : Term.False;
        }

        if (facts.ObjectAt(level, slots[..^1]) is not { } holder
            || facts.PropertyOf(holder.Type, PropertyAt(level, slots).Name) is not { } list)
        {
            return Term.False;
        }

        return new Term(Expression.AndAlso(IsNotNull(holder), IsNotNull(Expression.Property(holder, list))));
    }

    public static BinaryExpression IsNotNull(Expression one) => Expression.ReferenceNotEqual(one, Expression.Constant(null));

    public Term InRange(TestRange step, TermPlace spot) => TruthOf(
        step.Column, spot, step.IfUnknown,
        value =>
        {
            var whole = function.NewVariable(typeof(long));
            return Expression.Block(Expression.Assign(whole, value), ValueExpressions.Between(whole, step.Low, step.High));
        },
        fact => WholeOf(fact) is var whole && whole >= step.Low && whole <= step.High ? Truth.True : Truth.False);

    public Term InRealRange(TestRealRange step, TermPlace spot) => TruthOf(
        step.Column, spot, step.IfUnknown,
        value =>
        {
            var real = function.NewVariable(typeof(double));
            return Expression.Block(
                Expression.Assign(real, value),
                Expression.AndAlso(
                    Expression.GreaterThanOrEqual(real, Expression.Constant(step.Low)),
                    Expression.LessThanOrEqual(real, Expression.Constant(step.High))));
        },
        fact => fact.Real >= step.Low && fact.Real <= step.High ? Truth.True : Truth.False);

    public Term IsOneOf(TestCodes step, TermPlace spot)
    {
        string[] texts = [.. step.Codes.Sorted.Select(code => program.Texts[code])];
        return TruthOf(
            step.Column, spot, Truth.Unknown, value => ValueExpressions.OneOf(value, texts),
            fact => texts.Contains(fact.Text) ? Truth.True : Truth.False);
    }

    public Term Fits(TestText step, TermPlace spot) => TruthOf(
        step.Column, spot, Truth.Unknown,
        value => Expression.Call(Expression.Constant(step.Test), nameof(TextPredicate.Holds), null, value),
        fact => step.Test.Holds(fact.Text) ? Truth.True : Truth.False) with
    { IsCostly = true };

    // What is asked of a fact: an expression if it is stated, a truth if it is not and has a default, or has none.
    private Term TruthOf(
        int number, TermPlace spot, Truth ifUnknown, Func<Expression, Expression> ifKnown, Func<FactValue, Truth> ofDefault)
    {
        var column = program.Layout.Columns[number];
        if (IsSupposed(column.Level, spot))
        {
            return Term.Of(ifUnknown);
        }

        var isOpen = !function.AreAllKnown && ifUnknown == Truth.Unknown && !IsNeverUnknown(column);
        return new Term(
            ReadFact(
                column, isOpen ? typeof(Arithmetic.Truth) : typeof(bool), value => Opened(ifKnown(value)),
                fact => OfConstant(fact.IsKnown ? ofDefault(fact) : ifUnknown)),
            isOpen);

        Expression OfConstant(Truth truth) => isOpen ? Term.Of(truth).AsTruth : Expression.Constant(truth == Truth.True);

        Expression Opened(Expression test) => isOpen ? Expression.Convert(test, typeof(Arithmetic.Truth)) : test;
    }

    // Reads a fact. What is unknown halts where all is to be known, unless it is asked whether it is.
    public Expression ReadFact(
        Column column, Type result, Func<Expression, Expression> ifKnown, Func<FactValue, Expression> otherwise,
        bool isKnownAsked = false)
    {
        var (level, slots, type) = (column.Level, column.Slots, column.Type);
        if (slots.Length == 0)
        {
            return _values.Read(facts.ElementOf(level)!, type, ifKnown, () => Otherwise(FactValue.Unknown));
        }

        var absent = Absent(column);
        if (facts.ObjectAt(level, slots[..^1]) is not { } holder
            || facts.PropertyOf(holder.Type, PropertyAt(level, slots).Name) is not { } property)
        {
            return Otherwise(absent);
        }

        var read = _values.Read(Expression.Property(holder, property), type, ifKnown, () => Otherwise(absent));
        return slots.Length == 1 || function.AreAllKnown ? read
            : Expression.Condition(Expression.ReferenceEqual(holder, Expression.Constant(null)), Otherwise(absent), read);

        Expression Otherwise(FactValue value) => value.IsKnown || isKnownAsked || !function.AreAllKnown ? otherwise(value)
            : function.Halt(result);
    }

    // Of a scenario itself and of elements, the properties that can never be null.
    public bool IsNeverUnknown(Column column) =>
        Absent(column).IsKnown
        || (column.Slots.Length == 0 ? facts.ElementOf(column.Level)!.Type is { IsValueType: true, IsEnum: false }
            : column.Slots.Length == 1
                && facts.PropertyOf(facts.ElementOf(column.Level)!.Type, PropertyAt(column.Level, column.Slots).Name)?.PropertyType
                    is { IsValueType: true, IsEnum: false } type
                && Nullable.GetUnderlyingType(type) is null);

    private FactValue Absent(Column column) => facts.AbsentAt(column.Level, column.Slots)!.Value;

    public Property PropertyAt(int level, System.Collections.Immutable.ImmutableArray<int> slots)
    {
        var type = program.Layout.Levels[level].Element;
        foreach (var slot in slots[..^1])
        {
            type = ((RecordType)type).Properties[slot].Type;
        }

        return ((RecordType)type).Properties[slots[^1]];
    }

    public static long WholeOf(FactValue fact) => fact.Kind == FactKind.Date ? fact.Date.First : fact.Steps;

    // What is gone over anew for an element that nobody has named is there all the same, if it lies around.
    public bool IsSupposed(int level, TermPlace spot) =>
        level > 0 && (spot.Supposed.Contains(level) || IsSupposed(program.Layout.Levels[level].Origin, spot));
}
