using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Agreement.Pairings;

/// <summary>Which pairings were reached: by operator and type what stood on either side, and how much was known of it.</summary>
internal sealed class PairingTable
{
    private readonly List<PairingGroup> _groups = [];

    public void Add(PairingGroup group) => _groups.Add(group);

    /// <summary>What the language has and no pairing reached.</summary>
    public IEnumerable<string> Holes()
    {
        var accepted = _groups.SelectMany(g => g.Accepted.Select(p => (Group: g, Pairing: p))).ToList();
        return Missing("operator", Enum.GetValues<ComparisonOperator>(), accepted.Select(a => a.Group.Operator))
            .Concat(Missing("form on the left", Forms(isLeft: true), accepted.Select(a => a.Pairing.Left.Form)))
            .Concat(Missing("form on the right", Forms(isLeft: false), accepted.SelectMany(a => a.Pairing.Right).Select(r => r.Form)))
            .Concat(_groups.Where(g => g.Accepted.Count > 9).SelectMany(StatesMissing));
    }

    public override string ToString()
    {
        var text = new List<string>();
        foreach (var group in _groups.Where(g => g.Accepted.Count > 0))
        {
            var refusals = group.NotAccepted.GroupBy(r => r.Why.Code, r => r.Pairing).Select(r => $"{r.Key} {Example(r)}");
            var states = group.Accepted.CountBy(States).Count();
            text.Add($"{NameOf(group)}: {Forms(group.Accepted)} pairs, {states} states; refused: {string.Join("; ", refusals)}");
        }

        foreach (var why in _groups.Where(g => g.Accepted.Count == 0).GroupBy(g => g.NotAccepted[0].Why.Code))
        {
            text.Add($"refused altogether by {why.Key}: {string.Join(", ", why.Select(NameOf))}");
        }

        var reached = _groups.Sum(g => Forms(g.Accepted));
        var refused = _groups.SelectMany(g => g.NotAccepted).DistinctBy(r => r.Why.Code);
        var groups = _groups.Count(g => g.Accepted.Count > 0);
        return string.Join('\n', text
            .Prepend($"{reached} pairs of forms, all that the checker accepts, for {groups} of {_groups.Count} operators and types")
            .Concat(refused.Select(r => $"{r.Why.Code}: {r.Why.Message}")));
    }

    private static string NameOf(PairingGroup group) => $"{Operators.NameOf(group.Operator)} of {group.Type}";

    // A key is only written on the left, and a list on the left is a key.
    private static IEnumerable<SideForm> Forms(bool isLeft) =>
        Enum.GetValues<SideForm>().Where(form => isLeft ? form is not (SideForm.ListFact or SideForm.ListParameter) : form != SideForm.Key);

    private static int Forms(IEnumerable<Pairing> pairings) => pairings.Select(p => (p.Left.Form, p.Right[0].Form)).Distinct().Count();

    private static string Example(IEnumerable<Pairing> pairings) =>
        string.Join(", ", pairings.GroupBy(p => p.Left.Form).OrderByDescending(g => g.Count()).Take(2)
            .Select(g => $"{g.Key} and {string.Join("/", g.Select(p => p.Right[0].Form).Distinct().Take(3))}"));

    private static (SideState Left, SideState Right) States(Pairing pairing) => (pairing.Left.State, pairing.RightState);

    // Of what is written out in the rules, nothing is unknown.
    private static IEnumerable<string> StatesMissing(PairingGroup group)
    {
        var lefts = StatesOf(group.Accepted.Select(p => p.Left));
        var rights = StatesOf(group.Accepted.Select(p => p.Right[0]));
        var reached = group.Accepted.Select(States).ToHashSet();
        return from left in lefts
               from right in rights
               where !reached.Contains((left, right))
               select $"{NameOf(group)}: {left} and {right}";

        SideState[] StatesOf(IEnumerable<Side> sides) => sides.All(side => side.IsConstant) ? [SideState.Known]
            : group.Accepted[0].Type.HasPartlyKnown ? Enum.GetValues<SideState>()
            : [SideState.Known, SideState.Unknown];
    }

    private static IEnumerable<string> Missing<T>(string what, IEnumerable<T> all, IEnumerable<T> reached) =>
        all.Except(reached).Select(missing => $"{what}: {missing}");
}
