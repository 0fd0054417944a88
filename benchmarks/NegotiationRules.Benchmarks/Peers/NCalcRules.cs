using NCalc;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks.Peers;

/// <summary>The ten rules as NCalc expressions. It knows no lists of objects: what is asked of them are functions of the host.</summary>
internal sealed class NCalcRules
{
    private static readonly string[] Texts =
    [
        "everyPartyHas('military')",
        "everyPartyHas('diplomat')",
        "written && legallyBinding",
        "termYears >= 10",
        "draftPublished",
        "announcedParticipants",
        "startDay >= 738155 && startDay <= 738185",
        "venue in ('Geneva', 'Vienna', 'Helsinki', 'Brussels', 'New York')",
        "!newSanctions || (mediated && trust >= 50)",
        "armsDeliveries <= 3 && guarantees('no-first-deployment')",
    ];

    private readonly Expression[] _rules;
    private Situation _situation = null!;

    public NCalcRules()
    {
        _rules = [.. Texts.Select(text => new Expression(text))];
        foreach (var rule in _rules)
        {
            rule.Functions["everyPartyHas"] = args => EveryPartyHas((string)args.Evaluate(0)!);
            rule.Functions["guarantees"] = args => _situation.Agreement.Guarantees.Contains((string)args.Evaluate(0)!);
        }
    }

    public int Evaluate(Situation situation)
    {
        _situation = situation;
        var bits = 0;
        for (var i = 0; i < _rules.Length; i++)
        {
            var facts = _rules[i].Parameters;
            facts["written"] = situation.Agreement.Written;
            facts["legallyBinding"] = situation.Agreement.LegallyBinding;
            facts["termYears"] = situation.Agreement.TermYears;
            facts["draftPublished"] = situation.Agreement.DraftPublished;
            facts["announcedParticipants"] = situation.Talks.AnnouncedParticipants;
            facts["startDay"] = situation.Talks.StartDate.DayNumber;
            facts["venue"] = situation.Talks.Venue;
            facts["newSanctions"] = situation.Conduct.NewSanctions;
            facts["mediated"] = situation.Talks.Mediated;
            facts["trust"] = situation.Trust;
            facts["armsDeliveries"] = situation.Conduct.ArmsDeliveries;
            bits |= (bool)_rules[i].Evaluate()! ? 1 << i : 0;
        }

        return bits;
    }

    private bool EveryPartyHas(string role) => _situation.Parties.TrueForAll(p => p.Delegates.Exists(d => d.Role == role));
}
