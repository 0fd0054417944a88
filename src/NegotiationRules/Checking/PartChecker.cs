using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <summary>Conditions hold operands and lists, which hold conditions again: what checks the one asks this for the other.</summary>
internal interface IPartChecker
{
    /// <summary>The condition; <see langword="null"/> if something is wrong with it, which is reported.</summary>
    Condition? Check(ConditionSyntax syntax, ElementScope scope);

    /// <inheritdoc cref="OperandChecker.Check"/>
    Operand? Check(OperandSyntax syntax, ElementScope scope, Measure? expected);
}

/// <summary>The checkers of one rule set, put together: the one place where they know of each other in a circle.</summary>
internal sealed class PartChecker : IPartChecker
{
    private readonly ConditionChecker _conditions;
    private readonly OperandChecker _operands;

    /// <param name="declared">What the files make known; it may be filled until something is checked.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="texts">Parameters of which it was found that the values of their list are text, whatever they look like.</param>
    public PartChecker(Declarations declared, CheckDiagnostics diagnostics, IReadOnlySet<string>? texts = null)
    {
        diagnostics.Parameter = name => declared.Parameters.GetValueOrDefault(name)?.Value;
        var size = new ExpandedSize(diagnostics);
        var paths = new PathResolver(diagnostics);
        var literals = new LiteralChecker(declared, diagnostics);
        Readings = new Readings(declared, diagnostics, texts ?? ImmutableHashSet<string>.Empty);
        var parameterLists = new ParameterLists(declared, diagnostics, Readings, literals);
        var lists = new ListChecker(this, diagnostics, size, paths, parameterLists);
        DeclaredRules = new DeclaredRules(this, declared, diagnostics, size, lists);
        Rules = new RuleChecker(this, declared, diagnostics, DeclaredRules, new ReasonChecker(declared, diagnostics, paths));

        var functions = new FunctionChecker(this, declared, diagnostics, Readings);
        var quantities = new NamedQuantities(this, declared, diagnostics, size);
        _operands = new OperandChecker(this, declared, diagnostics, paths, Readings, literals, lists, functions, quantities);
        var patterns = new PatternChecker(declared, diagnostics);
        var comparisons = new ComparisonChecker(declared, diagnostics, paths, Readings, parameterLists, _operands, patterns);
        _conditions = new ConditionChecker(declared, diagnostics, size, paths, lists, _operands, comparisons,
            new ShareChecker(this, declared, diagnostics, functions), DeclaredRules);
    }

    public DeclaredRules DeclaredRules { get; }

    public RuleChecker Rules { get; }

    public Readings Readings { get; }

    public Condition? Check(ConditionSyntax syntax, ElementScope scope) => _conditions.Check(syntax, scope);

    public Operand? Check(OperandSyntax syntax, ElementScope scope, Measure? expected) => _operands.Check(syntax, scope, expected);
}
