using System.Linq.Expressions;
using NegotiationRules.Benchmarks.Workload;
using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;

namespace NegotiationRules.Benchmarks.Peers;

/// <summary>The ten rules as NRules takes them: a class for each, compiled into one network.</summary>
internal sealed class NRulesSession
{
    private readonly ISessionFactory _factory;

    public NRulesSession()
    {
        var repository = new RuleRepository();
        repository.Load(load => load.NestedTypes().From(typeof(NRulesSession).Assembly).Where(rule => rule.RuleType.BaseType == typeof(Asking)));
        _factory = repository.Compile();
    }

    public int Evaluate(Situation situation)
    {
        var session = _factory.CreateSession();
        var found = new Found();
        session.Insert(found);
        session.Insert(situation);
        session.Fire();
        return found.Bits;
    }

    /// <summary>Where a rule that fires leaves its bit.</summary>
    public sealed class Found
    {
        public int Bits { get; private set; }

        public void Add(int rule) => Bits |= 1 << rule;
    }

    /// <summary>A rule that asks one thing of the situation.</summary>
    public abstract class Asking(int place, Expression<Func<Situation, bool>> condition) : NRules.Fluent.Dsl.Rule
    {
        public override void Define()
        {
            Situation situation = null!;
            Found found = null!;
            When().Match(() => situation, condition).Match(() => found);
            Then().Do(_ => found.Add(place));
        }
    }

    public sealed class Military() : Asking(0, s => s.Parties.All(p => p.Delegates.Any(d => d.Role == "military")));

    public sealed class Diplomats() : Asking(1, s => s.Parties.All(p => p.Delegates.Any(d => d.Role == "diplomat")));

    public sealed class WrittenAndBinding() : Asking(2, s => s.Agreement.Written && s.Agreement.LegallyBinding);

    public sealed class LongTerm() : Asking(3, s => s.Agreement.TermYears >= 10);

    public sealed class DraftPublished() : Asking(4, s => s.Agreement.DraftPublished);

    public sealed class ParticipantsAnnounced() : Asking(5, s => s.Talks.AnnouncedParticipants);

    public sealed class StartsInJanuary() : Asking(6,
        s => s.Talks.StartDate >= new DateOnly(2022, 1, 1) && s.Talks.StartDate <= new DateOnly(2022, 1, 31));

    public sealed class NeutralVenue() : Asking(7, s => s.Talks.Venue == "Geneva" || s.Talks.Venue == "Vienna"
        || s.Talks.Venue == "Helsinki" || s.Talks.Venue == "Brussels" || s.Talks.Venue == "New York");

    public sealed class SanctionsOutweighed() : Asking(8, s => !s.Conduct.NewSanctions || (s.Talks.Mediated && s.Trust >= 50));

    public sealed class Restraint() : Asking(9,
        s => s.Conduct.ArmsDeliveries <= 3 && s.Agreement.Guarantees.Contains("no-first-deployment"));
}
