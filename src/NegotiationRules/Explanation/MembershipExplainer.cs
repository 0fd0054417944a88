using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Values among others: one of several, between two, in a list.</summary>
internal sealed class MembershipExplainer(FactLines lines, OpenLines open, ScopeNames names, ExplanationOptions options)
{
    public ExplanationNode OfMembership(Membership test, Scope scope, Stance stance, Truth truth)
    {
        var at = names.At(scope);
        var facts = test.Item.Facts;
        var decimals = ComparedValues.Decimals(scope, test.Item, test.Values.Items.AsSpan());
        var claim = new TruthClaim(scope, test, truth);
        var item = KnownValue.Of(test.Item, scope, decimals);
        if (truth == Truth.Unknown)
        {
            List<ExplanationNode> inside = [.. open.In(test.Item, scope), .. open.In(test.Values.Items, scope),
                .. test.Values.List is { } list ? open.Lists(list, scope) : []];
            var among = test.Values.List is null ? "one of" : "in";
            return lines.Unknown([.. facts, .. test.Values.Items.SelectMany(operand => operand.Facts)], scope) is { } unknown
                ? FactLines.Beside(unknown, inside)
                : lines.Of(
                    Statements.LeftOpen(test.Item, item, scope, at, $"{among} {ConditionWording.AllOf(test.Values, at)}"),
                    ExplanationMark.Unknown, facts, scope, [claim, .. ComparedValues.ValuesOf(scope, test.Item)], inside);
        }

        var isIn = truth == Truth.True != test.IsNegated;
        if (isIn && test.Values.List is null && test.Item is FactOperand label
            && Statements.IsWhatItIsCalled(label.Fact, scope, mayBeAWord: true))
        {
            return lines.Of($"there is {at.Level(label.Fact.Depth).Name}", stance.MarkOf(truth), facts, scope, [claim]);
        }

        var isShort = test.Values.Items.Length <= 2;
        var called = Statements.CalledByValue(test.Item, item, at);
        var said = test.Values.List is { } values
            ? $"{Statements.Leading(test.Item, item, scope, at, isIn ? "is in" : "is not in")} {All()}{InBrackets(values, scope, at)}"
            : !isIn ? isShort && called is null ? $"{Statements.Of(test.Item, item, scope, at)}, {ConditionWording.NoneOf(test.Values, at)}"
                : $"{Statements.Leading(test.Item, item, scope, at, "is")} {ConditionWording.NoneOf(test.Values, at)}"
            : called is null && (stance.IsMetBy(truth) || test.Values.Items.Length == 1) ? Statements.Of(test.Item, item, scope, at)
            : $"{Statements.Leading(test.Item, item, scope, at, test.Values.Items.Length == 1 ? "is" : "is one of")} {All()}";
        Claim[] claims = ComparedValues.ValueOf(test.Item, scope) is { } value ? [claim, value] : [claim];
        return lines.Of(said, stance.MarkOf(truth), facts, scope, claims);

        string All() => ConditionWording.AllOf(test.Values, at);
    }

    public ExplanationNode OfBetween(Between test, Scope scope, Stance stance, Truth truth)
    {
        ImmutableArray<FactReference> facts = [.. test.Item.Facts, .. test.Low.Facts, .. test.High.Facts];
        var decimals = ComparedValues.Decimals(scope, test.Item, test.Low, test.High);
        var at = names.At(scope);
        var (low, high) = (Statements.WithValue(test.Low, scope, at, decimals), Statements.WithValue(test.High, scope, at, decimals));
        var (item, range) = (KnownValue.Of(test.Item, scope, decimals), $"between {low} and {high}");
        List<Claim> claims = [new TruthClaim(scope, test, truth)];
        if (truth != Truth.Unknown || item.IsBounded)
        {
            ComparedValues.AddValues([test.Item, test.Low, test.High], scope, claims);
        }

        if (truth == Truth.Unknown)
        {
            List<ExplanationNode> inside = [.. open.In(test.Item, scope), .. open.In(test.Low, scope), .. open.In(test.High, scope)];
            return lines.Unknown(facts, scope) is { } unknown ? FactLines.Beside(unknown, inside)
                : lines.Of(
                    Statements.LeftOpen(test.Item, item, scope, at, range), ExplanationMark.Unknown, facts, scope, claims, inside);
        }

        var verb = truth == Truth.True ? "is" : "is not";
        return lines.Of($"{Statements.Leading(test.Item, item, scope, at, verb)} {range}", stance.MarkOf(truth), facts, scope, claims);
    }

    public ExplanationNode OfContainment(Containment test, Scope scope, Stance stance, Truth truth)
    {
        var at = names.At(scope);
        var facts = test.List.IsParameter || test.List.Levels.Length > 1 ? [] : test.List.Levels;
        var claim = new TruthClaim(scope, test, truth);
        if (truth == Truth.Unknown)
        {
            ImmutableArray<FactReference> values = [.. test.Values.Items.SelectMany(operand => operand.Facts)];
            List<ExplanationNode> inside =
            [
                .. open.Lists(test.List, scope),
                .. test.Values.List is { } other ? open.Lists(other, scope) : [],
                .. lines.Unknown(values, scope) is { } unknown ? [unknown] : (ExplanationNode[])[],
            ];
            var text = $"it is open whether {ConditionWording.Sentence(test, at)}";
            return lines.Of(text, ExplanationMark.Unknown, facts, scope, [claim], inside);
        }

        var name = ConditionWording.NameOfList(test.List, at);
        var there = InBrackets(test.List, scope, at);
        var among = name.StartsWith("the list ", StringComparison.Ordinal) ? "in" : "among";
        if (test.Values.List is { } sought)
        {
            var other = $"{ConditionWording.NameOfList(sought, at)}{InBrackets(sought, scope, at)}";
            var text = ConditionWording.OfLists(test, $"{name}{there}", other, truth == Truth.True);
            return lines.Of(text, stance.MarkOf(truth), facts, scope, [claim]);
        }

        // The meaning has a part for each value: those that decided are the ones to name.
        var isThere = (truth == Truth.True) != (test.Combines == CompositionKind.None);
        var parts = test.Meaning is Composition composition ? composition.Parts.ToArray() : [test.Meaning];
        var found = test.Values.Items.Where((_, i) => TreeWalk.TruthOf(parts[i], scope) == Truths.Of(isThere))
            .Select(v => Statements.WithValue(v, scope, at)).ToList();
        var said = isThere
            ? $"{Series.And(found, options.MostElements)} {(found.Count == 1 ? "is" : "are")} {among} {name}"
            : found.Count == 1 ? $"{found[0]} is not {among} {name}{there}"
            : test.Combines == CompositionKind.All ? $"{Series.And(found, options.MostElements)} are not {among} {name}{there}"
            : $"{Series.Neither(found, options.MostElements)} is {among} {name}{there}";
        return lines.Of(said, stance.MarkOf(truth), facts, scope, [claim]);
    }

    private string InBrackets(ListReference list, Scope scope, Naming at) =>
        ListStatements.InBrackets(list, scope, at, options.MostElements);
}
