using System.Runtime.InteropServices;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Programs;

/// <summary>The shape of each step: two steps of one shape are built alike and read the same columns, and may differ only in
/// constants.</summary>
internal sealed class LaneShapes
{
    // Beside a machine that goes over the list anyway, fewer lanes than these are more work than a step of it for each.
    private const int FewestOverLists = 8;

    private readonly Program _program;
    private readonly int[] _shapes;
    private readonly bool[] _isAlone;
    private readonly Dictionary<(Form Form, int A, int B, int C), int> _known = [];

    public LaneShapes(Program program)
    {
        _program = program;
        _shapes = new int[program.Steps.Length];
        _isAlone = new bool[_shapes.Length];
        NeedsMachine = !program.Steps.All(HasLanes);
        Find();
        if (NeedsMachine)
        {
            LeaveFewAlone();
            Find();
        }
    }

    private enum Form
    {
        Itself,
        Range,
        RealRange,
        Codes,
        All,
        Any,
        AtLeast,
        Part,
        Not,
        Spread,
        SomeOf,
        Compare,
    }

    public int this[int step] => _shapes[step];

    /// <summary>Whether there is anything that lanes cannot work out for themselves: quantities, shares, and of the elements of lists all
    /// but texts that are among some and whole numbers in a range.</summary>
    public bool NeedsMachine { get; }

    private bool HasLanes(Step step) => step switch
    {
        Combine or Invert or CombineAtLeast or SomeOf or TestCodes => true,
        TestRange s => s.Level == 0 || _program.Layout.Columns[s.Column].Storage is ColumnStorage.Ints or ColumnStorage.Longs,
        ConstantTruth or TestBits or TestKnown or TestText or TestRealRange => step.Level == 0,
        _ => false,
    };

    private void Find()
    {
        _known.Clear();
        for (var number = 0; number < _shapes.Length; number++)
        {
            _shapes[number] = ShapeOf(number, _program.Steps[number]);
        }
    }

    private void LeaveFewAlone()
    {
        var quantifiers = Enumerable.Range(0, _shapes.Length).Where(number => _program.Steps[number] is SomeOf);
        foreach (var few in quantifiers.GroupBy(number => _shapes[number]).Where(shape => shape.Count() < FewestOverLists))
        {
            foreach (var number in few)
            {
                _isAlone[number] = true;
            }
        }
    }

    /// <summary>The parts of a combination in an order in which parts of one shape come to lie side by side.</summary>
    public int[] InOrder(Steps parts)
    {
        var sorted = parts.Numbers.ToArray();
        Array.Sort(sorted, (a, b) => _shapes[a] != _shapes[b] ? _shapes[a].CompareTo(_shapes[b]) : a.CompareTo(b));
        return sorted;
    }

    private int ShapeOf(int number, Step step) => step switch
    {
        TestRange s => Number(Form.Range, s.Column),
        TestRealRange s => Number(Form.RealRange, s.Column),
        TestCodes s => Number(Form.Codes, s.Column),
        Combine s => OfParts(Number(s.IsAll ? Form.All : Form.Any, s.Level), s.Parts),
        CombineAtLeast s => OfParts(Number(Form.AtLeast, s.Level, s.Number), s.Parts),
        Invert s => Number(Form.Not, _shapes[s.Part]),
        Spread s when !_program.IsQuantity(s.Part) => Number(Form.Spread, s.Level, _shapes[s.Part]),
        SomeOf s when !_isAlone[number] => Number(Form.SomeOf, s.Level, s.Below, _shapes[s.Part]),
        CompareQuantities s when ConstantOf(s.Right) is not null => Number(Form.Compare, s.Left, (int)s.Relation),
        _ => Number(Form.Itself, number),
    };

    /// <summary>The constant that a quantity is, be it spread over a level or not, unless it is too large to reckon with.</summary>
    public long? ConstantOf(int step) => _program.Steps[step] switch
    {
        ConstantQuantity c when c.Low == c.High && c.Low is >= -LaneProgram.Largest and <= LaneProgram.Largest => c.Low,
        Spread s => ConstantOf(s.Part),
        _ => null,
    };

    private int OfParts(int shape, Steps parts)
    {
        foreach (var part in InOrder(parts))
        {
            shape = Number(Form.Part, shape, _shapes[part]);
        }

        return shape;
    }

    private int Number(Form form, int a, int b = 0, int c = 0)
    {
        ref var shape = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, (form, a, b, c), out var isKnown);
        if (!isKnown)
        {
            shape = _known.Count - 1;
        }

        return shape;
    }
}
