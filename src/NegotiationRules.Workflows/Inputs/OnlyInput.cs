using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>The only input of a workflow: its members may stand alone, and then nothing has its name.</summary>
internal static class OnlyInput
{
    // What RulesEngine calls an input that was given without a name.
    private const string UsualName = "input1";

    /// <summary>A scenario of which no expression names the input, as if the members of the input were the inputs; the same object if it is
    /// none.</summary>
    /// <param name="facts">The scenario: <c>{ "input1": { "Age": 17 } }</c>.</param>
    /// <param name="isInput">Whether expressions name an input so.</param>
    /// <param name="clock">The fact that stands for the present moment, which is no input.</param>
    public static JsonObject Open(JsonObject facts, Func<string, bool> isInput, string clock)
    {
        if (facts.Members.Where(m => m.Name != clock).Take(2).ToList() is not [{ Value: JsonObject inner } only]
            || isInput(only.Name)
            || !inner.Members.Any(m => isInput(m.Name)))
        {
            return facts;
        }

        return facts with { Members = [.. facts.Members.Where(m => m.Name == clock && inner.Find(clock) is null), .. inner.Members] };
    }

    /// <summary>The only input, if the other names that expressions use are to be members of it.</summary>
    /// <param name="inputs">The names that expressions use.</param>
    /// <param name="expressions">The expressions.</param>
    /// <param name="samples">Scenarios.</param>
    /// <param name="given">The inputs that are given by these, or by the actions of another workflow.</param>
    /// <param name="clock">The fact that stands for the present moment.</param>
    /// <param name="diagnostics">Receives what had to be guessed.</param>
    public static string? Find(
        InputNames inputs,
        IReadOnlyList<ExpressionSyntax> expressions,
        IReadOnlyList<JsonObject> samples,
        IReadOnlySet<string> given,
        string clock,
        InputDiagnostics diagnostics)
    {
        var bare = inputs.Found.Where(f => f.Key != clock && !given.Contains(f.Key) && !InputNames.IsUsual(f.Key)).ToList();
        List<string> named = [.. given.Concat(inputs.Found.Keys.Where(InputNames.IsUsual)).Distinct(inputs.Comparer)];
        var members = MembersIn(samples).ToHashSet(inputs.Comparer);
        if (named.Count == 0 && inputs.HasIt)
        {
            named = [UsualName];
        }

        if (named is [var only] && (inputs.Contains(only) || inputs.HasIt)
            && bare.TrueForAll(f => members.Contains(f.Key) || !IsObject(f.Key, only, expressions)))
        {
            bare.Where(_ => members.Count == 0).ToList().ForEach(f => diagnostics.ReadAsMember(f.Key, only, f.Value));
            return bare.Count > 0 || inputs.HasIt ? only : null;
        }

        // In RulesEngine a name is that of an input, or that of a member if there is no other input: here it can be neither for sure.
        var unsure = bare.Where(f =>
                named.Count > 0
                    ? members.Contains(f.Key) || !IsAsked(f.Key, expressions)
                    : char.IsUpper(f.Key[0]) && !IsAsked(f.Key, expressions)
            )
            .ToList();
        if (unsure.Count > 0)
        {
            diagnostics.TakenForInputs([.. unsure.Select(f => f.Key)], named.Count > 0 ? named[0] : UsualName, unsure[0].Value);
        }

        return null;
    }

    private static IEnumerable<string> MembersIn(IEnumerable<JsonObject> samples) =>
        samples.SelectMany(s => s.Members).Select(m => m.Value).OfType<JsonObject>().SelectMany(o => o.Members).Select(m => m.Name);

    // An input of its own that is an object: members are written with a capital where the input is not.
    private static bool IsObject(string name, string only, IReadOnlyList<ExpressionSyntax> expressions) =>
        !(char.IsUpper(name[0]) && !char.IsUpper(only[0])) && IsAsked(name, expressions);

    // Whether it is asked for members that no single value has.
    private static bool IsAsked(string name, IReadOnlyList<ExpressionSyntax> expressions) => expressions.Any(e => IsAsked(name, e));

    private static bool IsAsked(string name, ExpressionSyntax expression) =>
        expression is MemberExpression { Target: NameExpression target } member && target.Name == name ? !KnownMembers.Has(member.Name.Text)
            : ExpressionParts.Of(expression).Any(part => IsAsked(name, part));
}
