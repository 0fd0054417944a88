using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

/// <summary>The fleets of the proposer and the addressee with their allies, and of those who stand with either, in tenths: the least and
/// the most they may be.</summary>
internal struct Fleets
{
    // What a fleet may be that is not known, and how many empires there are.
    private const long Largest = 1000 * 10;
    private const int Empires = 4;

    public long LeastOurs;
    public long MostOurs;
    public long LeastTheirs;
    public long MostTheirs;
    public long LeastBloc;
    public long MostBloc;
    public long LeastOthers;
    public long MostOthers;

    /// <summary>Whether there certainly is a fleet at all.</summary>
    public bool IsSomething;

    public static Fleets Of(Galaxy galaxy)
    {
        if (galaxy.Empires is not { } empires)
        {
            const long All = Empires * Largest;
            return new Fleets { MostOurs = All, MostTheirs = All, MostBloc = All, MostOthers = All };
        }

        var fleets = default(Fleets);
        foreach (var empire in empires)
        {
            fleets.Add(
                empire,
                FourEmpiresByHand.StandsWith(galaxy, empire.Id, galaxy.Proposal.From),
                FourEmpiresByHand.StandsWith(galaxy, empire.Id, galaxy.Proposal.To));
        }

        return fleets;
    }

    public readonly Kleene OursAreFewer(long ours, long theirs) =>
        Kleenes.Of(MostOurs * ours < LeastTheirs * theirs, LeastOurs * ours < MostTheirs * theirs);

    public readonly Kleene TheirsAreFewer() => Kleenes.Of(MostTheirs < LeastOurs, LeastTheirs < MostOurs);

    /// <summary>Whether the bloc has no more than three fifths of all.</summary>
    public readonly Kleene AreBalanced() =>
        IsSomething ? Kleenes.Of(2 * MostBloc <= 3 * LeastOthers, 2 * LeastBloc <= 3 * MostOthers) : Kleene.Unknown;

    private void Add(EmpireState empire, Kleene withUs, Kleene withThem)
    {
        var (least, most) = empire.Fleet is { } fleet ? (Tenths(fleet), Tenths(fleet)) : (0, Largest);
        IsSomething |= least > 0;
        LeastOurs += withUs == Kleene.Yes ? least : 0;
        MostOurs += withUs != Kleene.No ? most : 0;
        LeastTheirs += withThem == Kleene.Yes ? least : 0;
        MostTheirs += withThem != Kleene.No ? most : 0;

        var withEither = withUs.Or(withThem);
        LeastBloc += withEither == Kleene.Yes ? least : 0;
        MostBloc += withEither != Kleene.No ? most : 0;
        LeastOthers += withEither == Kleene.No ? least : 0;
        MostOthers += withEither != Kleene.Yes ? most : 0;
    }

    private static long Tenths(double fleet) => (long)Math.Round(fleet * 10);
}
