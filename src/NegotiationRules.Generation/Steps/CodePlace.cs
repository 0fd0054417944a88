using NegotiationRules.Generation.Facts;

namespace NegotiationRules.Generation.Steps;

/// <summary>Where an expression is to stand: which elements and results are at hand there, and what it turned out to need.</summary>
internal sealed class CodePlace
{
    private readonly CSharpNames _variables;

    /// <param name="level">The level whose element is at hand.</param>
    /// <param name="supposed">Levels of which an element is meant that nobody has named.</param>
    /// <param name="variables">The names that variables have there.</param>
    public CodePlace(int level, IReadOnlySet<int> supposed, CSharpNames variables) =>
        (Level, Supposed, _variables) = (level, supposed, variables);

    private CodePlace(CodePlace same, int supposed)
        : this(same.Level, new HashSet<int>(same.Supposed) { supposed }, same._variables) =>
        (Levels, Outer, AtCall) = (same.Levels, same.Outer, same.AtCall);

    public int Level { get; }

    public IReadOnlySet<int> Supposed { get; }

    /// <summary>Results that are at hand in variables, by step.</summary>
    public Dictionary<int, Code> Locals { get; } = [];

    /// <summary>Results that are at hand where a method is called, by step: it is given those that it needs.</summary>
    public IReadOnlyDictionary<int, Code> AtCall { get; init; } = new Dictionary<int, Code>();

    /// <summary>The levels whose elements were needed.</summary>
    public SortedSet<int> Levels { get; } = [];

    /// <summary>The results of levels around that were needed.</summary>
    public SortedDictionary<int, Code> Outer { get; } = [];

    /// <summary>What tells places apart for those who write the same step in both.</summary>
    public string Key =>
        $"{string.Join(',', Supposed.Order())}:{string.Join(',', Locals.Keys.Concat(AtCall.Keys).Distinct().Order())}";

    /// <summary>The same place with an element that nobody has named.</summary>
    public CodePlace Suppose(int element) => new(this, element);

    public string NewVariable(string name) => _variables.Take(name);
}
