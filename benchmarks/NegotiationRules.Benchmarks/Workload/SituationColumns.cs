namespace NegotiationRules.Benchmarks.Workload;

/// <summary>The second floor: the same facts as arrays, one for each fact, and the ten rules as a programmer would write them over those, a
/// bit for each that is satisfied.</summary>
public sealed class SituationColumns
{
    private static readonly string[] NeutralVenues = ["Geneva", "Vienna", "Helsinki", "Brussels", "New York"];

    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly int[] _parties;
    private readonly int[] _delegates;
    private readonly int[] _guarantees;
    private readonly int[] _role;
    private readonly int[] _guarantee;
    private readonly int[] _start;
    private readonly int[] _venue;
    private readonly int[] _termYears;
    private readonly int[] _armsDeliveries;
    private readonly int[] _trust;
    private readonly bool[] _written;
    private readonly bool[] _binding;
    private readonly bool[] _published;
    private readonly bool[] _announced;
    private readonly bool[] _mediated;
    private readonly bool[] _newSanctions;
    private readonly bool[] _isNeutral;
    private readonly int _military;
    private readonly int _diplomat;
    private readonly int _noFirstDeployment;
    private readonly int _firstOfJanuary = new DateOnly(2022, 1, 1).DayNumber;
    private readonly int _lastOfJanuary = new DateOnly(2022, 1, 31).DayNumber;

    public SituationColumns(IReadOnlyList<Situation> situations)
    {
        _parties = Starts(situations, s => s.Parties.Count);
        _delegates = Starts(situations.SelectMany(s => s.Parties), p => p.Delegates.Count);
        _guarantees = Starts(situations, s => s.Agreement.Guarantees.Count);
        _role = [.. situations.SelectMany(s => s.Parties).SelectMany(p => p.Delegates).Select(d => CodeOf(d.Role))];
        _guarantee = [.. situations.SelectMany(s => s.Agreement.Guarantees).Select(CodeOf)];
        _start = [.. situations.Select(s => s.Talks.StartDate.DayNumber)];
        _venue = [.. situations.Select(s => CodeOf(s.Talks.Venue))];
        _termYears = [.. situations.Select(s => s.Agreement.TermYears)];
        _armsDeliveries = [.. situations.Select(s => s.Conduct.ArmsDeliveries)];
        _trust = [.. situations.Select(s => s.Trust)];
        _written = [.. situations.Select(s => s.Agreement.Written)];
        _binding = [.. situations.Select(s => s.Agreement.LegallyBinding)];
        _published = [.. situations.Select(s => s.Agreement.DraftPublished)];
        _announced = [.. situations.Select(s => s.Talks.AnnouncedParticipants)];
        _mediated = [.. situations.Select(s => s.Talks.Mediated)];
        _newSanctions = [.. situations.Select(s => s.Conduct.NewSanctions)];
        (_military, _diplomat, _noFirstDeployment) = (CodeOf("military"), CodeOf("diplomat"), CodeOf("no-first-deployment"));
        _isNeutral = new bool[_codes.Count + NeutralVenues.Length];
        foreach (var venue in NeutralVenues)
        {
            _isNeutral[CodeOf(venue)] = true;
        }
    }

    public int Evaluate(int s)
    {
        var outcomes = 0;
        outcomes |= EveryPartyHas(s, _military) ? 1 << 0 : 0;
        outcomes |= EveryPartyHas(s, _diplomat) ? 1 << 1 : 0;
        outcomes |= _written[s] && _binding[s] ? 1 << 2 : 0;
        outcomes |= _termYears[s] >= 10 ? 1 << 3 : 0;
        outcomes |= _published[s] ? 1 << 4 : 0;
        outcomes |= _announced[s] ? 1 << 5 : 0;
        outcomes |= _start[s] >= _firstOfJanuary && _start[s] <= _lastOfJanuary ? 1 << 6 : 0;
        outcomes |= _isNeutral[_venue[s]] ? 1 << 7 : 0;
        outcomes |= !_newSanctions[s] || (_mediated[s] && _trust[s] >= 50) ? 1 << 8 : 0;
        outcomes |=
            _armsDeliveries[s] <= 3 && _guarantee.AsSpan(_guarantees[s].._guarantees[s + 1]).Contains(_noFirstDeployment) ? 1 << 9 : 0;
        return outcomes;
    }

    private bool EveryPartyHas(int s, int role)
    {
        for (var party = _parties[s]; party < _parties[s + 1]; party++)
        {
            if (!_role.AsSpan(_delegates[party].._delegates[party + 1]).Contains(role))
            {
                return false;
            }
        }

        return true;
    }

    private int CodeOf(string text)
    {
        if (!_codes.TryGetValue(text, out var code))
        {
            code = _codes.Count;
            _codes.Add(text, code);
        }

        return code;
    }

    private static int[] Starts<T>(IEnumerable<T> owners, Func<T, int> count)
    {
        var starts = new List<int> { 0 };
        starts.AddRange(owners.Select(owner => count(owner)));
        for (var i = 1; i < starts.Count; i++)
        {
            starts[i] += starts[i - 1];
        }

        return [.. starts];
    }
}
