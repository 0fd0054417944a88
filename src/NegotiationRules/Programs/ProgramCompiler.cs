using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <summary>Turns the conditions of a rule set into a program: constants worked out, equal steps shared, quantifiers as steps between
/// levels.</summary>
/// <remarks>
/// A step stands at the outermost level on which it depends, so what is the same for all elements of a list is worked out once.
/// A condition with a form that has no step is left, as a whole and in its outermost part only, to the tree walk.
/// </remarks>
internal sealed partial class ProgramCompiler : StepBuilder
{
    // What is asked of each value of a parameter is written out for each; inside each other, that grows without end.
    private const int MostWritten = 20_000;

    private readonly Dictionary<ElementFrame, Dictionary<Condition, int>> _compiled = [];
    private Condition? _withoutStep;
    private int _written;

    private ProgramCompiler(RecordType scenario)
        : base(scenario)
    {
    }

    // Generated code reads parameters behind the facts of the scenario, and has other conditions for it.
    public static Program Compile(CheckedRuleSet rules, RecordType? scenario = null, Func<Condition, Condition>? inPlaceOf = null)
    {
        inPlaceOf ??= condition => condition;
        var compiler = new ProgramCompiler(scenario ?? rules.Vocabulary.Root);
        var root = new ElementFrame(null, 0, null);
        var steps = rules.Rules.Select(rule => compiler.Compile(rule, root, inPlaceOf)).ToImmutableArray();
        var stages = rules.StageConditions
            .Select(when => when is null ? (RuleSteps?)null
                : new RuleSteps(compiler.True(), compiler.Truth(inPlaceOf(when), root), compiler.True()))
            .ToImmutableArray();
        return ProgramTrimmer.Trim(compiler.Layout.Build(), compiler.Steps, steps, stages, [.. compiler.Texts]);
    }

    private RuleSteps Compile(Rule rule, ElementFrame root, Func<Condition, Condition> inPlaceOf)
    {
        var when = rule.When is null ? True() : Truth(inPlaceOf(rule.When), root);
        var require = Truth(inPlaceOf(rule.Require), root);
        var passed = rule.Deadline is null ? True() : Truth(inPlaceOf(rule.Deadline), root);
        return new RuleSteps(when, rule.IsRisk ? Not(require) : require, passed);
    }

    // The number of the step that works out a condition. In the scenario's own frame there always is one: a walk if nothing else.
    private int Truth(Condition condition, ElementFrame frame)
    {
        if (!_compiled.TryGetValue(frame, out var compiled))
        {
            // The same object is meant: to ask whether two trees say the same would take longer than to compile one of them.
            _compiled[frame] = compiled = new Dictionary<Condition, int>(ReferenceEqualityComparer.Instance);
        }

        if (compiled.TryGetValue(condition, out var known))
        {
            return known;
        }

        var mark = Start();
        var number = condition switch
        {
            // A rule means the same wherever it is referred to: it is read in the scenario, not in an element.
            RuleReference r => Truth(r.Meaning, frame.At(0)),
            Defined d => Truth(d.Meaning, frame),
            Composition c => Composed(c, frame),
            Negation n => Truth(n.Part, frame) is >= 0 and var part ? Not(part) : None,
            ConditionChoice c => Chosen(c, frame),
            AtLeastOf a => AtLeast(a, frame),
            KnownTest k => Known(k, frame),
            RelationTest r => Related(r, frame),
            TextTest t => Text(
                t.Left,
                frame.Substituted(t.Right) is Constant c ? new TextPredicate(t.Operator, c.Value.Text) { At = t.At } : null,
                frame),
            PatternTest p => Text(p.Left, new TextPredicate(ComparisonOperator.Matches, p.Text) { Pattern = p.Pattern }, frame),
            Quantified q => Quantified(q, frame),
            ShareTest s => Share(s, frame),
            ShareOfTwo s => Share(s, frame),
            InOrder o => Ordered(o, frame),
            _ => None,
        };
        // Those inside it were looked at before: the first of them that has no step is the reason.
        if (number == None && (_withoutStep ??= condition) is var reason && frame.Outer is null)
        {
            TakeBack(mark);
            foreach (var gone in compiled.Where(entry => entry.Value >= mark.Steps).Select(entry => entry.Key).ToList())
            {
                compiled.Remove(gone);
            }

            number = Emit(new Walk(condition) { WithoutStep = reason });
            _withoutStep = null;
        }

        compiled[condition] = number;
        return number;
    }

    // The one where it holds, the other where it does not, or both.
    private int Chosen(ConditionChoice choice, ElementFrame frame)
    {
        var (condition, then, otherwise) = (Truth(choice.If, frame), Truth(choice.Then, frame), Truth(choice.Else, frame));
        return Chosen(condition, then, otherwise);
    }

    private int Composed(Composition composition, ElementFrame frame)
    {
        var parts = new List<int>();
        foreach (var condition in composition.Parts)
        {
            var part = Truth(condition, frame);
            if (part == None)
            {
                return None;
            }

            parts.Add(part);
        }

        return composition.Kind switch
        {
            CompositionKind.All => Combined(parts, isAll: true),
            CompositionKind.Any => Combined(parts, isAll: false),
            _ => Not(Combined(parts, isAll: false)),
        };
    }

    private int AtLeast(AtLeastOf condition, ElementFrame frame)
    {
        var parts = condition.Parts.Select(part => Truth(part, frame)).ToList();
        if (parts.Contains(None))
        {
            return None;
        }

        var level = Deepest(parts);
        return Emit(new CombineAtLeast(level, condition.Number, new Programs.Steps([.. parts.Select(part => At(level, part))])));
    }

    private int Known(KnownTest test, ElementFrame frame)
    {
        if (frame.ValueOf(test.Fact) is { } value)
        {
            return Emit(new ConstantTruth(Truths.Of(value.IsKnown == test.Expected)));
        }

        var level = frame.At(test.Fact.Depth).Level;
        var known = Emit(new TestKnown(level, Layout.ColumnOf(level, test.Fact.Slots, test.Fact.Type)));
        return test.Expected ? known : Not(known);
    }

    private int Text(Operand left, TextPredicate? test, ElementFrame frame)
    {
        if (test is null || left is not FactOperand fact)
        {
            return None;
        }

        if (frame.ValueOf(fact.Fact) is { } value)
        {
            return Emit(new ConstantTruth(value.IsKnown ? Truths.Of(test.Holds(value.Text)) : Conditions.Truth.Unknown));
        }

        var (level, column) = ColumnOf(fact, frame);
        Layout.KeepTexts(column);
        return Emit(new TestText(level, column, test));
    }

    private (int Level, int Column) ColumnOf(FactOperand fact, ElementFrame frame)
    {
        var level = frame.At(fact.Fact.Depth).Level;
        return (level, Layout.ColumnOf(level, fact.Fact.Slots, fact.Fact.Type));
    }
}
