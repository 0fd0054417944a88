using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NegotiationRules.Facts;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Compiling;

/// <summary>Writes what works out the outcomes of some rules, and of stages whether they apply, into words of 64 bits.</summary>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
[RequiresDynamicCode(RuleCode.MakesCode)]
internal sealed class RuleExpressions
{
    private readonly Program _program;
    private readonly StepExpressions _steps;
    private readonly ParameterExpression _satisfied;
    private readonly ParameterExpression _violated;
    private readonly ParameterExpression _pending;
    private readonly ParameterExpression _notApplicable;
    private readonly ParameterExpression _stagesOut;
    private readonly Function _function;
    private readonly List<Expression> _lines = [];
    private TermPlace _spot = TermPlace.OfScenario;

    public RuleExpressions(Program program, StepExpressions steps, Function function)
    {
        (_program, _steps, _function) = (program, steps, function);
        _satisfied = function.NewVariable(typeof(ulong));
        _violated = function.NewVariable(typeof(ulong));
        _pending = function.NewVariable(typeof(ulong));
        _notApplicable = function.NewVariable(typeof(ulong));
        _stagesOut = function.NewVariable(typeof(ulong));
    }

    /// <summary>The lines for 64 rules or fewer.</summary>
    /// <param name="word">Which 64.</param>
    /// <param name="words">Where the outcomes go.</param>
    public IReadOnlyList<Expression> Write(int word, ParameterExpression words)
    {
        var end = Math.Min((word + 1) * 64, _program.Rules.Length);
        var rules = _program.Rules[(word * 64)..end];
        var stages = end < _program.Rules.Length ? [] : _program.Stages;
        var (lines, spot) = _steps.Share(
            _spot, [.. rules.Concat(stages.OfType<RuleSteps>()).SelectMany(rule => new[] { rule.When, rule.Met, rule.HasPassed })]);
        _lines.AddRange(lines);
        _spot = spot;
        for (var rule = 0; rule < rules.Length; rule++)
        {
            WriteRule(rules[rule], 1ul << rule);
        }

        for (var stage = 0; stage < stages.Length; stage++)
        {
            if (stages[stage] is { } steps)
            {
                var applies = _steps.Write(steps.Met, _spot);
                _lines.Add(IfFalse(applies, _stagesOut, 1ul << stage));
            }
        }

        ParameterExpression[] all = [_satisfied, _violated, _pending, _notApplicable];
        for (var i = 0; i < all.Length; i++)
        {
            _lines.Add(Store(words, (word * OutcomeBits.OfEach) + i, all[i]));
        }

        if (end == _program.Rules.Length)
        {
            _lines.Add(Store(words, OutcomeBits.StagesAt(_program.Rules.Length), _stagesOut));
        }

        return [.. all.Append(_stagesOut).Select(one => Expression.Assign(one, Expression.Constant(0ul))), .. _lines];
    }

    private static BinaryExpression Store(Expression words, int place, Expression value) =>
        Expression.Assign(Expression.ArrayAccess(words, Expression.Constant(place)), value);

    private void WriteRule(RuleSteps rule, ulong bit)
    {
        var applies = _steps.Write(rule.When, _spot);
        if (applies.IsFalse)
        {
            _lines.Add(Add(_notApplicable, bit));
            return;
        }

        if (applies.IsTrue)
        {
            _lines.Add(Met(rule, Term.True, bit));
            return;
        }

        if (!applies.IsOpen)
        {
            _lines.Add(Expression.IfThenElse(applies.Expression, Met(rule, Term.True, bit), Add(_notApplicable, bit)));
            return;
        }

        var truth = _function.NewVariable(typeof(Arithmetic.Truth));
        _lines.Add(Expression.Assign(truth, applies.Expression));
        var certainly = new Term(Expression.Property(truth, nameof(Arithmetic.Truth.IsTrue)));
        _lines.Add(Expression.IfThenElse(
            Expression.Property(truth, nameof(Arithmetic.Truth.IsFalse)), Add(_notApplicable, bit), Met(rule, certainly, bit)));
    }

    private Expression Met(RuleSteps rule, Term certainlyApplies, ulong bit)
    {
        var met = _steps.Write(rule.Met, _spot);
        var passed = _steps.Write(rule.HasPassed, _spot);
        Expression missed = passed.IsTrue ? Add(_violated, bit) : Due(passed, bit);
        missed = certainlyApplies.IsTrue ? missed : Expression.IfThen(certainlyApplies.Expression, missed);
        if (!met.IsOpen)
        {
            return Expression.IfThenElse(met.Expression, Add(_satisfied, bit), missed);
        }

        var truth = _function.NewVariable(typeof(Arithmetic.Truth));
        return Expression.Block(
            typeof(void),
            Expression.Assign(truth, met.Expression),
            Expression.IfThenElse(
                Expression.Property(truth, nameof(Arithmetic.Truth.IsTrue)),
                Add(_satisfied, bit),
                Expression.IfThen(Expression.Property(truth, nameof(Arithmetic.Truth.IsFalse)), missed)));
    }

    private BlockExpression Due(Term passed, ulong bit)
    {
        var truth = _function.NewVariable(typeof(Arithmetic.Truth));
        return Expression.Block(
            typeof(void),
            Expression.Assign(truth, passed.AsTruth),
            Expression.IfThenElse(
                Expression.Property(truth, nameof(Arithmetic.Truth.IsTrue)),
                Add(_violated, bit),
                IfFalse(new Term(truth, true), _pending, bit)));
    }

    private ConditionalExpression IfFalse(Term term, ParameterExpression word, ulong bit) => Expression.IfThen(
        term.IsOpen ? _function.Ask(term.Expression, nameof(Arithmetic.Truth.IsFalse)) : Expression.Not(term.Expression),
        Add(word, bit));

    private static BinaryExpression Add(ParameterExpression word, ulong bit) => Expression.OrAssign(word, Expression.Constant(bit));
}
