using System.Numerics;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Telling;

/// <summary>What voters whose votes decide as much are called together: by what only they have in common, or by their names.</summary>
internal static class VoterKinds
{
    private const int MostNamed = 3;

    /// <summary>The names of voters.</summary>
    public static IReadOnlyList<string> NamesOf(IReadOnlyList<Scope> voters) => [.. voters.Select(Labels.Of)];

    /// <summary>The kind of each.</summary>
    /// <param name="votes">How they vote; that is nothing they have in common.</param>
    /// <param name="voters">All voters.</param>
    /// <param name="swings">How often each decides, by how many others are for it.</param>
    public static IReadOnlyList<string> Of(
        FactByPath votes, IReadOnlyList<Scope> voters, IReadOnlyList<IReadOnlyList<BigInteger>> swings)
    {
        var groups = Enumerable.Range(0, voters.Count).GroupBy(voter => string.Join(' ', swings[voter]))
            .Select(group => group.Select(voter => voters[voter]).ToHashSet()).ToList();
        var kinds = new Dictionary<Scope, string>();
        foreach (var group in groups)
        {
            var kind = OfGroup(group, voters, groups.Count, votes);
            foreach (var voter in group)
            {
                kinds.Add(voter, kind);
            }
        }

        return [.. voters.Select(voter => kinds[voter])];
    }

    private static string OfGroup(HashSet<Scope> group, IReadOnlyList<Scope> voters, int groups, FactByPath votes)
    {
        if (group.Count == 1)
        {
            return Labels.Of(group.First());
        }

        var noun = Labels.NounOf(voters[0]);
        if (groups == 1)
        {
            return noun;
        }

        if (Labels.TypeOf(voters[0]) is RecordType record)
        {
            for (var slot = 0; slot < record.Properties.Count; slot++)
            {
                if (slot != votes.Fact.Slots[0] && InCommon(group, slot) is { IsKnown: true } value
                    && IsOfGroupOnly(value, slot, group, voters)
                    && Called(noun, record.Properties[slot], value, groups) is { } kind)
                {
                    return kind;
                }
            }
        }

        return Series.And([.. group], Labels.Of, MostNamed);
    }

    private static FactValue InCommon(HashSet<Scope> group, int slot)
    {
        var value = group.First().Element.Record[slot];
        return group.All(voter => Reads(voter, slot, value)) ? value : default;
    }

    private static bool IsOfGroupOnly(FactValue value, int slot, HashSet<Scope> group, IReadOnlyList<Scope> voters) =>
        voters.All(voter => group.Contains(voter) || !Reads(voter, slot, value));

    private static bool Reads(Scope voter, int slot, FactValue value) => value.IsKnown && voter.Element.Record[slot].IsSame(value);

    private static string? Called(string noun, Property property, FactValue value, int groups) => property.Type switch
    {
        BooleanType when value.Boolean => Adjectives.TryRead(property.Name, out var adjective) ? $"{adjective} {noun}"
            : FlagWords.Read(property.Name) is { } words ? $"{noun} ({words.Yes})" : null,
        BooleanType => groups == 2 ? $"other {noun}" : FlagWords.Read(property.Name) is { } words ? $"{noun} ({words.No})" : null,
        TextType { Values: not null } => $"{noun} ({value.Text})",
        _ => null,
    };
}
