using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <summary>The steps of a program while it is made: each is there once, constants are worked out, and what stands at an outer level is
/// spread to the level where it is needed.</summary>
internal abstract class StepBuilder(RecordType scenario)
{
    /// <summary>The number of no step: what is to be said has none.</summary>
    protected const int None = -1;

    private readonly LayoutBuilder _layout = new(scenario);
    private readonly List<Step> _steps = [];
    private readonly List<StepTraits> _traits = [];
    private readonly Dictionary<Step, int> _numbers = [];
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);

    protected LayoutBuilder Layout => _layout;

    protected IReadOnlyList<Step> Steps => _steps;

    protected IReadOnlyList<StepTraits> Traits => _traits;

    protected IEnumerable<string> Texts => _codes.OrderBy(c => c.Value).Select(c => c.Key);

    protected int Emit(Step step)
    {
        if (!_numbers.TryGetValue(step, out var number))
        {
            number = _steps.Count;
            _steps.Add(step);
            _traits.Add(StepTraits.Of(step, _traits));
            _numbers.Add(step, number);
        }

        return number;
    }

    protected int True() => Emit(new ConstantTruth(Conditions.Truth.True));

    protected int Deepest(IEnumerable<int> parts) => parts.Select(part => _steps[part].Level).MaxBy(DepthOf);

    private int DepthOf(int level)
    {
        var depth = 0;
        for (; level > 0; level = _layout[level].Parent)
        {
            depth++;
        }

        return depth;
    }

    protected int At(int level, int part) => _steps[part].Level == level ? part : Emit(new Spread(level, part));

    protected int Not(int part) => _steps[part] switch
    {
        ConstantTruth constant => Emit(new ConstantTruth(constant.Truth.Not())),
        Invert inverted => inverted.Part,
        var step => Emit(new Invert(step.Level, part)),
    };

    protected int Chosen(int condition, int then, int otherwise) =>
        condition == None || then == None || otherwise == None ? None : Combined(
        [
            Combined([condition, then], isAll: true),
            Combined([Not(condition), otherwise], isAll: true),
            Combined([then, otherwise], isAll: true),
        ],
        isAll: false);

    // Parts that are combined the same way are taken in; constants are worked out; the order of parts means nothing.
    // Only a part that may go beyond all measure stays beside a constant that decides: the scenario has a fault then, whatever the others
    // are.
    protected int Combined(IReadOnlyCollection<int> parts, bool isAll)
    {
        var neutral = isAll ? Conditions.Truth.True : Conditions.Truth.False;
        var flat = new SortedSet<int>();
        foreach (var part in parts)
        {
            switch (_steps[part])
            {
                case ConstantTruth constant when constant.Truth == neutral:
                    break;
                case ConstantTruth constant when constant.Truth == neutral.Not() && !parts.Any(p => _traits[p].MayGoBeyond):
                    return part;
                case Combine inner when inner.IsAll == isAll:
                    flat.UnionWith(inner.Parts.Numbers);
                    break;
                default:
                    flat.Add(part);
                    break;
            }
        }

        if (!isAll)
        {
            MergeCodes(flat);
        }

        if (flat.Count <= 1)
        {
            return flat.Count == 1 ? flat.Min : Emit(new ConstantTruth(neutral));
        }

        var level = Deepest(flat);
        return Emit(new Combine(level, isAll, new Programs.Steps([.. flat.Select(part => At(level, part)).Order()])));
    }

    // "Is one of these" is one test of a text, however many there are.
    private void MergeCodes(SortedSet<int> parts)
    {
        var tests = parts
            .Where(part => _steps[part] is TestCodes)
            .GroupBy(part => (_steps[part].Level, ((TestCodes)_steps[part]).Column))
            .Where(g => g.Count() > 1)
            .ToList();
        foreach (var test in tests)
        {
            var codes = test.SelectMany(part => ((TestCodes)_steps[part]).Codes.Sorted).Distinct().Order();
            parts.ExceptWith(test.ToList());
            parts.Add(Emit(new TestCodes(test.Key.Level, test.Key.Column, new Codes([.. codes]))));
        }
    }

    protected int Compared(int left, Relation relation, int right)
    {
        if (_steps[left] is ConstantQuantity a && _steps[right] is ConstantQuantity b)
        {
            return Emit(new ConstantTruth(Intervals.Compare(relation, IntervalOf(a), IntervalOf(b))));
        }

        var level = Deepest([left, right]);
        return Emit(new CompareQuantities(level, At(level, left), relation, At(level, right)));
    }

    protected int Finer(int quantity, int scales) =>
        scales == 0 ? quantity : Emit(new Rescale(_steps[quantity].Level, quantity, Scales.Power(scales)));

    protected int Times(int quantity, long factor) => factor switch
    {
        0 => Emit(new ConstantQuantity(0, 0)),
        1 => quantity,
        _ => Emit(new Rescale(_steps[quantity].Level, quantity, factor)),
    };

    protected int Extreme(bool isGreatest, int left, int right)
    {
        var level = Deepest([left, right]);
        return Emit(new ExtremeOf(level, isGreatest, At(level, left), At(level, right)));
    }

    protected int Total(QuantityKind kind, ElementFrame inner, int item, int where, Bounds ofFurther, bool supposesSome = false) => Emit(
        new AggregateOf(
            _layout[inner.Level].Parent, inner.Level, kind, At(inner.Level, item), At(inner.Level, where), ofFurther)
        {
            SupposesSome = supposesSome,
        });

    // The share a/b, b being more than 0 and in steps of another scale, is to p/q as a·q is to b·p. What is 0 is a smaller
    // share than p/q of any whole, however little that is.
    protected int Share(Relation relation, int part, int whole, int scale, Fraction bound)
    {
        var left = Times(part, bound.Denominator * Scales.Power(Math.Max(-scale, 0)));
        var right = Times(whole, bound.Numerator * Scales.Power(Math.Max(scale, 0)));
        var isZero = bound.Numerator == 0 ? Not(True()) : Compared(part, Relation.LessOrEqual, Emit(new ConstantQuantity(0, 0)));
        return relation switch
        {
            Relation.Less or Relation.LessOrEqual => IsBelow(relation),
            Relation.Greater => Not(IsBelow(Relation.LessOrEqual)),
            Relation.GreaterOrEqual => Not(IsBelow(Relation.Less)),
            Relation.Equal => IsEqual(),
            _ => Not(IsEqual()),
        };

        int IsBelow(Relation below) => Combined([Compared(left, below, right), isZero], isAll: false);

        int IsEqual() => Combined([Compared(left, Relation.Equal, right), Not(isZero)], isAll: true);
    }

    protected int CodeOf(string text)
    {
        if (!_codes.TryGetValue(text, out var code))
        {
            code = _codes.Count;
            _codes.Add(text, code);
        }

        return code;
    }

    private static Interval<Int128> IntervalOf(ConstantQuantity constant) => new(
        constant.Low == long.MinValue ? null : constant.Low, constant.High == long.MaxValue ? null : constant.High);

    /// <summary>How far the program is before a condition is looked at.</summary>
    protected Mark Start() => new(_steps.Count, _layout.Start());

    // What was laid out for a condition that is walked after all would be filled for nothing, and lists inside each other are large.
    protected void TakeBack(Mark mark)
    {
        _layout.TakeBack(mark.Layout);
        foreach (var step in _steps.Skip(mark.Steps))
        {
            _numbers.Remove(step);
        }

        _steps.RemoveRange(mark.Steps, _steps.Count - mark.Steps);
        _traits.RemoveRange(mark.Steps, _traits.Count - mark.Steps);
    }

    protected readonly record struct Mark(int Steps, LayoutBuilder.Mark Layout);
}
