using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>The facts that are in reach: the scenario, or an element with all that is around it.</summary>
/// <remarks>The facts never change. It remembers what became of conditions in it and counts steps, so each walk makes its own, and one
/// thread uses it.</remarks>
internal sealed class Scope
{
    // A scope of its own takes as long as a few steps.
    private const int StepsToEnter = 4;

    // The place of an element that is only supposed.
    private const int Nowhere = -1;

    private static readonly FactValue Unknown;
    private static readonly object[] Boxed = [.. Enum.GetValues<Truth>().Order().Select(truth => (object)truth)];

    // What conditions, operands and lists were worked out to, and what is called by what name here.
    private Remembered? _remembered;

    // The list that the element is in: one of the scenario, or a parameter. Of the scenario, which is in none, the days that it is about.
    private readonly object? _list;
    private FactValue _element;

    private Scope(
        FactValue element, Scope? outer, object? list, int index, StepCount steps, RepeatedLists? repeated, Trace? trace)
    {
        Steps = steps;
        Repeated = repeated;
        Trace = trace;
        _element = element;
        Outer = outer;
        Depth = outer is null ? 0 : outer.Depth + 1;
        _list = list;
        Index = index;
    }

    public ref readonly FactValue Element => ref _element;

    /// <summary>The steps taken in the scenario and all its elements.</summary>
    public StepCount Steps { get; }

    /// <summary>Goes over lists inside other lists; <see langword="null"/> if the tree walk does so itself, and says what is
    /// right.</summary>
    public RepeatedLists? Repeated { get; }

    /// <summary>Keeps what becomes of conditions for those who tell why; <see langword="null"/> for who only evaluates.</summary>
    public Trace? Trace { get; }

    public Scope? Outer { get; }

    public int Depth { get; }

    /// <summary>The list that the element is in; <see langword="null"/> for the scenario, a parameter's value and an element that is only
    /// supposed.</summary>
    public FactReference? List => _list as FactReference;

    /// <summary>The list that is a parameter, if the element is one of its values; otherwise <see langword="null"/>.</summary>
    public ListReference? Parameter => _list as ListReference;

    /// <summary>The element's place in its list, counted from 0; -1 of an element that is only supposed.</summary>
    public int Index { get; private set; }

    /// <summary>Whether the element is one that may exist beyond the known ones: not even what is stated of it is known.</summary>
    public bool IsSupposed => Index == Nowhere;

    /// <summary>The fact that stands for each of several days at once; of the scenario, <see langword="null"/> where every fact is what it
    /// is stated to be.</summary>
    public SeveralDays? Days => _list as SeveralDays;

    /// <summary>Whether it, or an element around it, is only supposed.</summary>
    public bool IsWithinSupposed => IsSupposed || Outer is { IsWithinSupposed: true };

    public static Scope Of(FactRecord scenario, WorkLimits? limits = null) => Of(scenario, new StepCount(limits ?? WorkLimits.Default));

    /// <summary>A scenario on each of several days at once: what is decided is decided so on each of them.</summary>
    public static Scope Of(FactRecord scenario, StepCount steps, RepeatedLists repeated, SeveralDays days) =>
        new(FactValue.Of(scenario), null, days, 0, steps, repeated, null);

    /// <summary>A scenario of which nothing is known, not even what is stated.</summary>
    public static Scope OfNothing(WorkLimits limits) => new(default, null, null, Nowhere, new StepCount(limits), null, null);

    /// <summary>Other facts of which the steps are counted together with those of another walk.</summary>
    public static Scope Of(FactRecord scenario, StepCount steps, RepeatedLists? repeated = null, Trace? trace = null) =>
        new(FactValue.Of(scenario), null, null, 0, steps, repeated, trace);

    /// <param name="element">The element to look at.</param>
    /// <param name="list">The list it is in; <see langword="null"/> for a parameter's value.</param>
    /// <param name="index">Its place in the list.</param>
    public Scope Enter(FactValue element, FactReference? list = null, int index = 0)
    {
        Steps.Take(StepsToEnter);
        return new(element, this, list, index, Steps, Repeated, Trace);
    }

    /// <param name="value">The value to look at.</param>
    /// <param name="parameter">The list it is in.</param>
    /// <param name="index">Its place in the list.</param>
    public Scope EnterValue(FactValue value, ListReference parameter, int index)
    {
        Steps.Take(StepsToEnter);
        return new(value, this, parameter, index, Steps, Repeated, Trace);
    }

    /// <summary>Goes on to another element of the same list, for whoever keeps nothing of the one before.</summary>
    public void MoveTo(in FactValue element, int index)
    {
        Steps.Take();
        _element = element;
        Index = index;
        _remembered?.Clear();
    }

    /// <summary>Supposes an element beyond the known ones.</summary>
    public Scope Suppose()
    {
        Steps.Take(StepsToEnter);
        return new(default, this, null, Nowhere, Steps, Repeated, Trace);
    }

    /// <summary>The same place in another scenario whose lists have the same elements.</summary>
    public Scope Within(Scope scenario) =>
        Outer is null ? scenario
        : IsSupposed ? Outer.Within(scenario).Suppose()
        : Parameter is not null ? Outer.Within(scenario).EnterValue(_element, Parameter, Index)
        : Outer.Within(scenario).Enter(_element, List, Index);

    /// <summary>The place of an element: <c>parties[1]</c>. Empty for the scenario, and for the value of a parameter and all in
    /// it.</summary>
    public string Path => List is not null && Outer!.PathOf(List) is { Length: > 0 } list ? $"{list}[{Index}]" : string.Empty;

    /// <summary>The path by which a fact can be changed in a scenario: <c>parties[1].delegates</c>. Empty for the value of a
    /// parameter.</summary>
    public string PathOf(FactReference fact)
    {
        var start = At(fact.Depth);
        var path = start.Path;
        if (path.Length == 0 && start.Outer is not null)
        {
            return string.Empty;
        }

        var type = start.List is null
            ? start.Element.IsKnown
                ? (FactType)start.Element.Record.Type
                : fact.Type
            : ((ListType)start.List.Type).Element;
        foreach (var slot in fact.Slots)
        {
            var property = ((RecordType)type).Properties[slot];
            path = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            type = property.Type;
        }

        return path;
    }

    /// <summary>What became of a condition here, if that is remembered.</summary>
    public Truth? Recall(object condition) => _remembered is not null && _remembered.TryGet(condition, out var truth) ? (Truth)truth : null;

    public void Remember(object condition, Truth truth) => Remember(condition, Boxed[(int)truth]);

    /// <summary>What an operand, or a list, was worked out to here, if that is remembered.</summary>
    public bool TryRecall<T>(object key, out T value)
    {
        if (_remembered is not null && _remembered.TryGet(key, out var found))
        {
            value = (T)found;
            return true;
        }

        value = default!;
        return false;
    }

    public void Remember<T>(object key, T value) => (_remembered ??= new Remembered()).Set(key, value!);

    /// <summary>What a named quantity comes to here, worked out when it is first asked for: the name may be met again by many
    /// ways.</summary>
    public T WorkOutOnce<T>(NamedOperand named, Func<Operand, Scope, T> workOut)
    {
        var place = At(named.Reach.Innermost(Depth));
        if (!place.TryRecall(named.Key, out T value))
        {
            value = workOut(named.Meaning, this);
            place.Remember(named.Key, value);
        }

        return value;
    }

    /// <summary>The scope so many elements deep.</summary>
    public Scope At(int depth)
    {
        var scope = this;
        while (scope.Depth > depth)
        {
            scope = scope.Outer!;
        }

        return scope;
    }

    /// <summary>The value of a fact; unknown if anything on the way to it is.</summary>
    public ref readonly FactValue Read(FactReference fact)
    {
        var scope = this;
        while (scope.Depth > fact.Depth)
        {
            scope = scope.Outer!;
        }

        ref readonly var value = ref scope._element;
        foreach (var slot in fact.Slots.AsSpan())
        {
            if (!value.IsKnown)
            {
                return ref Unknown;
            }

            value = ref value.Record[slot];
        }

        return ref value;
    }
}
