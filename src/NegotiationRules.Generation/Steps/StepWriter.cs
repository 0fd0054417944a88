using System.Text.RegularExpressions;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Generation.Facts;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Steps;

/// <summary>Writes the steps of a program as expressions of C#.</summary>
internal sealed partial class StepWriter
{
    // Variables of the methods that are written.
    private static readonly string[] Used =
    [
        CSharpTypes.ParametersVariable, "elements", "found", "known", "sum", "count", "certain", "possible", "result", "share", "satisfied",
        "violated", "pending", "notApplicable", "stagesOut",
    ];

    // They are handed on to where they are read, as elements are.
    private const int OfParameters = -1;

    private readonly Program _program;
    private readonly CSharpTypes _types;
    private readonly CSharpNames _names;
    private readonly string[] _variables;
    private readonly HeavySteps _heavy;
    private readonly Dictionary<(int Step, string Place), Routine> _routines = [];
    private readonly PatternList _patterns = new();

    public StepWriter(Program program, CSharpTypes types, CSharpNames names)
    {
        (_program, _types, _names) = (program, types, names);
        _heavy = new HeavySteps(program);
        Repeated = new RepeatedSteps(program, IsHeavy);
        var variables = new CSharpNames(Used);
        _variables =
        [
            .. program.Layout.Levels.Select(level => variables.Take(
                level.Index == 0 ? "scenario" : CSharpNames.Camel(CSharpNames.One(level.Path.Split('.')[^1])))),
        ];
    }

    /// <summary>The methods that the expressions written so far call, each after those that it calls.</summary>
    public IEnumerable<Routine> Routines => _routines.Values;

    /// <summary>The patterns that texts are matched with, in the order of their numbers.</summary>
    public IReadOnlyList<Regex> Patterns => _patterns.All;

    /// <summary>What is worth a variable.</summary>
    public RepeatedSteps Repeated { get; }

    /// <summary>What methods are called by that are made from now on.</summary>
    public string Stem { get; set; } = string.Empty;

    /// <summary>Whether working a step out takes more than looking at a fact.</summary>
    public bool IsHeavy(int step) => _heavy.IsHeavy(step);

    public bool IsQuantity(int number) => _program.IsQuantity(number);

    /// <summary>The type of a result.</summary>
    public string TypeOf(int step, Code code) =>
        IsText(step) ? "string?" : IsQuantity(step) ? code.IsOpen ? "Range" : "long" : code.IsOpen ? "Truth" : "bool";

    /// <summary>The result of a step, as it is worked out in a place.</summary>
    public Code Write(int number, CodePlace place)
    {
        if (place.Locals.TryGetValue(number, out var known))
        {
            return known;
        }

        if (place.AtCall.TryGetValue(number, out var atCall))
        {
            return place.Outer[number] = new Code(NameOf(number), atCall.IsOpen);
        }

        var step = _program.Steps[number];
        if (step is not Spread && step.Level != place.Level && IsHeavy(number) && !place.Supposed.Contains(step.Level))
        {
            return place.Outer.TryGetValue(number, out var given) ? given : place.Outer[number] = GivenFrom(number, step.Level, place);
        }

        return step switch
        {
            ConstantTruth s => Code.Of(s.Truth),
            ConstantQuantity { Low: var low, High: var high } when low != high => Code.OfRange(low, high),
            ConstantQuantity s => new Code(s.Low < 0 ? $"({CSharpText.Number(s.Low)})" : CSharpText.Number(s.Low)),
            TestBits s => Bits(s, place),
            TestKnown s => Known(s, place),
            TestRange s => InRange(s, place),
            TestRealRange s => InRealRange(s, place),
            TestCodes s => IsOneOf(s, place),
            TestText s => Fits(s, place),
            Combine s => Combined(number, s, place),
            Invert s => Write(s.Part, place).Not(),
            CombineAtLeast s => AtLeast(s, place),
            Spread s => Write(s.Part, place),
            // Nothing is done before it begins.
            OrderOf { Within: { } within } when within.Range.High < 0 => Code.False,
            SomeOf or CountOf or AggregateOf or ShareOf or OrderOf => Call(number, place),
            Read s => ReadQuantity(s, place),
            Calculate s => Calculated(s, place),
            Rescale s => Rescaled(s, place),
            ShiftDays s => Shifted(s, place),
            MoveDays s => Moved(s, place),
            ShiftByNumber s => Shifted(s, place),
            ShiftInstants s => Shifted(s, place),
            PartOf s => Part(s, place),
            ExtremeOf s => Extreme(s, place),
            Choose s => Chosen(s, place),
            CompareQuantities s => Compared(s, place),
            _ => throw new InvalidOperationException($"{step.GetType().Name} has no C#"),
        };
    }

    /// <summary>A place with nothing but an element at hand, and those around it.</summary>
    public CodePlace NewPlace(int level, IReadOnlySet<int> supposed, IReadOnlyDictionary<int, Code>? atCall = null) =>
        new(level, supposed, new CSharpNames([.. Used, .. _variables])) { AtCall = atCall ?? new Dictionary<int, Code>() };

    private Code GivenFrom(int number, int level, CodePlace place) =>
        new(NameOf(number), Write(number, NewPlace(level, place.Supposed)).IsOpen);

    private string NameOf(int number) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{(IsText(number) ? "text" : IsQuantity(number) ? "value" : "truth")}{number}");

    // Of an element that nobody has named nothing is known.
    private FactAccess? Fact(int column, CodePlace place)
    {
        var of = _program.Layout.Columns[column];
        if (IsSupposed(of.Level, place))
        {
            return null;
        }

        var isParameter = of.Level == 0 && of.Slots is [var first, ..] && _types.IsParameters(_types.Scenario.Properties[first]);
        place.Levels.Add(isParameter ? OfParameters : of.Level);
        return _types.Read(_variables[of.Level], _program.Layout.Levels[of.Level].Element, of.Slots);
    }

    // What is gone over anew for an element that nobody has named is there all the same, if it lies around.
    private bool IsSupposed(int level, CodePlace place) =>
        level > 0 && (place.Supposed.Contains(level) || IsSupposed(_program.Layout.Levels[level].Origin, place));
}
