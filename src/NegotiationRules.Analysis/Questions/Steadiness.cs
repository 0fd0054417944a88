using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Whether a condition that is unknown over several days is unknown on each of them.</summary>
/// <remarks>
/// What is unknown over the span may be decided on some of its days. It is the same on all of them if all that it is worked out of is; and
/// a comparison with what only grows from day to day is, if it comes to the same on the first day and on the last. Where neither is seen,
/// the answer is no, and the span is looked at in parts.
/// </remarks>
internal sealed class Steadiness(SeveralDays days, Scope scenario, Func<Scope> first, Func<Scope> last)
{
    private enum Course
    {
        Same,
        Up,
        Down,
        Any,
    }

    /// <summary>Whether an outcome over all days is that of each day. One that is unknown is, if all that it hangs on is the same on each
    /// day; what is satisfied while it is open whether it applies may turn out not to.</summary>
    public bool Holds(RuleOutcome outcome, Watched watched)
    {
        try
        {
            return outcome is not (RuleOutcome.Unknown or RuleOutcome.Satisfied)
                || watched.HangsOn(scenario)
                    .Where(part => outcome == RuleOutcome.Unknown || part.Role == WatchedRole.When)
                    .All(part => IsSteady(part.Condition, part.At));
        }
        catch (Exception beyond) when (beyond is OverflowException or ScenarioException { IsOfWork: true })
        {
            return false;
        }
    }

    private bool IsSteady(Condition condition, Scope scope) =>
        !days.AreReadBy(condition)
        || TreeWalk.Evaluate(condition, scope) != Truth.Unknown
        || (condition is RelationTest test && IsSameAtBothEnds(test, scope))
        || IsMadeOfSteadyParts(condition, scope);

    private bool IsSteady(Operand operand, Scope scope) =>
        !days.AreReadBy(operand) || (operand is not FactOperand && IsMadeOfSteadyParts(operand, scope));

    private bool IsMadeOfSteadyParts(Node node, Scope scope)
    {
        foreach (var child in node.Children)
        {
            if (!days.AreReadBy(child.Node))
            {
                continue;
            }

            foreach (var place in PlacesOf(child, scope))
            {
                if (!(child.Node is Condition condition ? IsSteady(condition, place) : IsSteady((Operand)child.Node, place)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // All elements that there are and may be, whatever the day: which of them are selected may hang on it.
    private static IEnumerable<Scope> PlacesOf(Child child, Scope scope) =>
        child.List is { } list ? Whole.Of(list, scope) is var all ? all.Known.Concat(all.Further.Select(further => further.Scope)) : []
        : [child.IsInScenario ? scope.At(0) : scope];

    private bool IsSameAtBothEnds(RelationTest test, Scope scope)
    {
        var (left, right) = (CourseOf(test.Left, scope), CourseOf(test.Right, scope));
        return test.Relation is not (Relation.Equal or Relation.NotEqual) && (left, right) is
                (Course.Same, Course.Up) or (Course.Same, Course.Down) or (Course.Up, Course.Same) or (Course.Down, Course.Same)
                or (Course.Up, Course.Down) or (Course.Down, Course.Up)
            && TreeWalk.Evaluate(test, scope.Within(first())) == TreeWalk.Evaluate(test, scope.Within(last()));
    }

    // How the bounds of a value move from day to day: both of them, or neither.
    private Course CourseOf(Operand operand, Scope scope) =>
        !days.AreReadBy(operand) ? Course.Same : operand switch
        {
            FactOperand => Course.Up,
            NamedOperand named => CourseOf(named.Meaning, scope),
            MoveOperand move => CourseOf(move.Day, scope),
            ArithmeticOperand { Kind: ArithmeticKind.Plus } sum => Together(CourseOf(sum.Left, scope), CourseOf(sum.Right, scope)),
            ArithmeticOperand { Kind: ArithmeticKind.Minus } less =>
                Together(CourseOf(less.Left, scope), Turned(CourseOf(less.Right, scope))),
            FunctionOperand { Function: OperandFunction.Least or OperandFunction.Greatest } extreme =>
                extreme.Arguments.Select(argument => CourseOf(argument, scope)).Aggregate(Together),
            FunctionOperand { Function: OperandFunction.Year or OperandFunction.DateTime } function =>
                function.Arguments.Select(argument => CourseOf(argument, scope)).Aggregate(Together),
            FunctionOperand { Function: OperandFunction.WholeYears or OperandFunction.WholeMonths, Arguments: [var from, var to] } =>
                Together(Turned(CourseOf(from, scope)), CourseOf(to, scope)),
            _ => IsSteady(operand, scope) ? Course.Same : Course.Any,
        };

    private static Course Together(Course one, Course other) =>
        one == other || other == Course.Same ? one : one == Course.Same ? other : Course.Any;

    private static Course Turned(Course course) => course switch
    {
        Course.Up => Course.Down,
        Course.Down => Course.Up,
        _ => course,
    };
}
