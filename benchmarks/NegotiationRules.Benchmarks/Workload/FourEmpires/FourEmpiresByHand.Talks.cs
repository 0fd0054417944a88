using System.Text.RegularExpressions;
using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

// Open talks, and the relations that other stages ask for, too.
public static partial class FourEmpiresByHand
{
    private const int FearThatUnites = 50;
    private const int GrudgeYears = 10;

    // Says whether the rules hold that other stages go by.
    private static Kleene OpenTalks(Galaxy galaxy, Span<RuleOutcome> rules)
    {
        var proposal = galaxy.Proposal;
        var (from, to) = (proposal.From, proposal.To);

        var areTwo = Is(to, from).Not();
        var haveMet = HaveMet(galaxy.Relations, from, to);
        var noVassals = NoVassals(galaxy.Empires, from, to);
        var envoysAreSafe = EnvoyKilled(galaxy, from, to).Not();
        rules[0] = Require(areTwo); // not-with-oneself
        rules[1] = Require(haveMet); // have-met
        rules[2] = Require(noVassals); // no-vassals
        rules[3] = Require(envoysAreSafe); // envoys-are-safe
        rules[4] = Require(HasEmbassy(galaxy.Relations, to, from)); // embassy
        rules[5] = WarnWhen(Insults(proposal.Letter)); // insulting-letter
        return areTwo.And(haveMet).And(noVassals).And(envoysAreSafe);
    }

    private static Kleene IsFromTo(Relation relation, Empire? from, Empire? to)
    {
        var isFrom = Is(relation.From, from);
        return isFrom == Kleene.No ? Kleene.No : isFrom.And(Is(relation.To, to));
    }

    private static Kleene HaveMet(Relation[]? relations, Empire? from, Empire? to)
    {
        var found = IfNone(relations);
        foreach (var relation in relations ?? [])
        {
            if (relation.Contact && IsFromTo(relation, from, to) is not Kleene.No and var met)
            {
                if (met == Kleene.Yes)
                {
                    return Kleene.Yes;
                }

                found = met;
            }
        }

        return found;
    }

    private static Kleene HasEmbassy(Relation[]? relations, Empire? from, Empire? to)
    {
        var found = IfNone(relations);
        foreach (var relation in relations ?? [])
        {
            if (relation.Embassy && IsFromTo(relation, from, to) is not Kleene.No and var has)
            {
                if (has == Kleene.Yes)
                {
                    return Kleene.Yes;
                }

                found = has;
            }
        }

        return found;
    }

    private static Kleene NoVassals(EmpireState[]? empires, Empire? from, Empire? to)
    {
        var vassal = IfNone(empires);
        foreach (var empire in empires ?? [])
        {
            var isVassal = Is(empire.Overlord, EmpireOrNone.None).Not();
            if (isVassal == Kleene.No)
            {
                continue;
            }

            isVassal = isVassal.And(IsOneOf(empire.Id, from, to));
            if (isVassal == Kleene.Yes)
            {
                return Kleene.No;
            }

            vassal = vassal.Or(isVassal);
        }

        return vassal.Not();
    }

    private static Kleene EnvoyKilled(Galaxy galaxy, Empire? by, Empire? against)
    {
        var found = IfNone(galaxy.Events);
        foreach (var happened in galaxy.Events ?? [])
        {
            var killed = Is(happened.Type, EventType.EnvoyKilled);
            if (killed == Kleene.No)
            {
                continue;
            }

            killed = killed
                .And(Is(happened.By, by))
                .And(Is(happened.Against, against))
                .And(IsAfter(happened.On, galaxy.AsOf?.AddYears(-GrudgeYears)));
            if (killed == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            found = found.Or(killed);
        }

        return found;
    }

    private static Kleene Insults(string? letter) =>
        letter is null
            ? Kleene.Unknown
            : Of(
                letter.StartsWith("Kneel", StringComparison.Ordinal)
                || letter.EndsWith("or else.", StringComparison.Ordinal)
                || letter.Contains("your late father", StringComparison.Ordinal)
                || Insult().IsMatch(letter));

    [GeneratedRegex(@"\b(worms?|vermin|weaklings?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Insult();

    private static Kleene FearTheSame(Relation[]? relations, Empire? one, Empire? other)
    {
        var found = IfNone(relations);
        foreach (var ours in relations ?? [])
        {
            if (ours.Fear < FearThatUnites)
            {
                continue;
            }

            var fears = Is(ours.From, one).And(Is(ours.To, other).Not());
            if (fears == Kleene.No)
            {
                continue;
            }

            foreach (var theirs in relations!)
            {
                if (theirs.Fear < FearThatUnites)
                {
                    continue;
                }

                var both = fears.And(IsFromTo(theirs, other, ours.To));
                if (both == Kleene.Yes)
                {
                    return Kleene.Yes;
                }

                found = found.Or(both);
            }
        }

        return found;
    }
}
