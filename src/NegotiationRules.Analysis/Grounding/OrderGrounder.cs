using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>Steps in order of time in the scenarios of a frame, as <see cref="Evaluation.StepChains"/> finds them: step by step, where
/// there is a chain of so many elements, by the element that says when it is done.</summary>
internal sealed class OrderGrounder(
    Circuit circuit, QuantityGrounder quantities, GroundElements elements, Func<Condition, GroundPlace, Rails> ground)
{
    // Each element is compared with each other.
    private const int MostElements = 40;

    /// <summary>Where the steps are met in their order; <see langword="null"/> if that has no place here.</summary>
    public Rails? Of(InOrder order, GroundPlace place)
    {
        if (order.Within is not null || elements.Of(order.List, place) is not { Count: <= MostElements } among)
        {
            return null;
        }

        var times = new List<PlainQuantity>();
        foreach (var element in among)
        {
            if (quantities.Plain(order.By, element.Place, 0) is not { } time)
            {
                return null;
            }

            times.Add(time);
        }

        List<Rails[]> takes =
        [
            .. order.Steps.Select(step => among.Select(element => circuit.And(element.Exists, ground(step, element.Place))).ToArray()),
        ];
        var certain = Certain(order, times, [.. takes.Select(step => step.Select(takes => takes.True).ToArray())]);
        List<Edge[]> mayTake = [.. takes.Select(step => step.Select(takes => !takes.False).ToArray())];

        // Where it is known when each was, those that may come in order are found in the same way.
        var possible = times.TrueForAll(time => time.Values.All(pair => pair.Value.IsValue)) ? Certain(order, times, mayTake)
            : Possible(order, times, mayTake);
        return new Rails(certain, !possible);
    }

    // By the last element: the one before is done when this begins, or is the same.
    private Edge Certain(InOrder order, List<PlainQuantity> times, List<Edge[]> takes)
    {
        var follows = Pairs(times, (before, after) => before == after ? Edge.True : IsDoneBy(times[before], times[after]));
        return Chains(order, takes, (chains, step, element) =>
            circuit.And(step[element], Any(chains, before => follows[before, element])));
    }

    // By the element that begins last: any other may have its time until then, or be taken then at the latest.
    private Edge Possible(InOrder order, List<PlainQuantity> times, List<Edge[]> takes)
    {
        var beginsBy = Pairs(times, (one, other) => BeginsBy(times[one], times[other]));
        var mayBeAt = Pairs(times, (last, other) => circuit.And(beginsBy[other, last], !IsAfter(times[last], times[other])));
        return Chains(order, takes, (chains, step, element) => circuit.Or(
            circuit.And(step[element], Any(chains, before => beginsBy[before, element])),
            chains is null ? Edge.False : circuit.And(chains[element], Any(step, taking => mayBeAt[element, taking]))));
    }

    // Each step makes chains longer by one, the longest first, as no step is taken twice.
    private Edge Chains(InOrder order, List<Edge[]> takes, Func<Edge[]?, Edge[], int, Edge> longer)
    {
        var count = takes[0].Length;
        var chains = Enumerable.Range(0, order.Number + 1).Select(_ => Enumerable.Repeat(Edge.False, count).ToArray()).ToArray();
        foreach (var step in takes)
        {
            for (var met = order.Number - 1; met >= 0; met--)
            {
                for (var element = 0; element < count; element++)
                {
                    chains[met + 1][element] = circuit.Or(
                        chains[met + 1][element], longer(met == 0 ? null : chains[met], step, element));
                }
            }
        }

        return circuit.Any(chains[order.Number]);
    }

    // A chain of no steps comes before all.
    private Edge Any(Edge[]? chains, Func<int, Edge> isSo) =>
        chains is null ? Edge.True : circuit.Any(chains.Select((chain, element) => circuit.And(chain, isSo(element))));

    private static Edge[,] Pairs(List<PlainQuantity> times, Func<int, int, Edge> of)
    {
        var pairs = new Edge[times.Count, times.Count];
        for (var one = 0; one < times.Count; one++)
        {
            for (var other = 0; other < times.Count; other++)
            {
                pairs[one, other] = of(one, other);
            }
        }

        return pairs;
    }

    // The latest that the one may be is no later than the earliest of the other.
    private Edge IsDoneBy(PlainQuantity one, PlainQuantity other) => circuit.Any(one.Values.Select(
        pair => pair.Value.High is { } end ? circuit.And(pair.Where, other.IsAtLeast(end)) : Edge.False));

    private Edge BeginsBy(PlainQuantity one, PlainQuantity other) => circuit.Any(one.Values.Select(
        pair => pair.Value.Low is { } start ? circuit.And(pair.Where, other.IsAtLeast(start)) : pair.Where));

    // The earliest that the one may be is later than the latest of the other.
    private Edge IsAfter(PlainQuantity one, PlainQuantity other) => circuit.Any(other.Values.Select(
        pair => pair.Value.High is { } end ? circuit.And(pair.Where, one.IsAtLeast(end + 1)) : Edge.False));
}
