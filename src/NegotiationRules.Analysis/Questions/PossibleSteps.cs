using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds the steps that may be taken in a frame around a scenario.</summary>
/// <param name="circuit">The circuit of the frame.</param>
/// <param name="places">What is said about steps.</param>
/// <param name="parties">The names of parties by their ids.</param>
internal sealed class PossibleSteps(Circuit circuit, StepPlaces places, IReadOnlyDictionary<string, string> parties)
{
    private const long One = 1000;

    private readonly List<PossibleStep> _found = [];

    public static IReadOnlyList<PossibleStep> In(Frame frame, StepPlaces places, IReadOnlyDictionary<string, string> parties)
    {
        var steps = new PossibleSteps(frame.Circuit, places, parties);
        steps.Add(frame.Root, [], null);
        return steps._found;
    }

    private void Add(FramePart part, IReadOnlyList<FrameRecord> around, PossibleStep? added)
    {
        switch (part)
        {
            case FrameFact { Variable: { } variable } fact:
                // What an added element is called by is nobody's work.
                var isLabel = added is not null && places.IsName(fact.Key);
                _found.Add(New(!circuit.Is(variable, 0), variable, fact, null, around, added, isLabel ? 0 : One));
                break;
            case FrameRecord record:
                foreach (var inner in record.Parts)
                {
                    Add(inner, [record, .. around], added);
                }

                break;
            case FrameList list:
                if (list.Completion is { CellCount: > 1 } completion)
                {
                    _found.Add(New(circuit.Is(completion, 1), completion, list, null, around, added, One));
                }

                foreach (var element in list.Elements)
                {
                    var step = added;
                    if (element.Presence is { } presence)
                    {
                        step = New(circuit.Is(presence, 1), presence, element.Content, list, around, added, One);
                        _found.Add(step);
                    }

                    // A plain value that is added is what it is.
                    Add(element.Content, around, step);
                }

                break;
        }
    }

    private PossibleStep New(
        Edge edge, Variable variable, FramePart part, FrameList? list, IReadOnlyList<FrameRecord> around, PossibleStep? added, long cost)
    {
        var at = list ?? part;
        var terms = places.TermsOf(at.Key, at.Path);
        cost = cost == 0 || (list is null && IsValueOf(added, part)) ? 0 : terms.Cost ?? cost;
        return new PossibleStep(edge, variable, part, list, added, cost, NameOf(terms.By, around) ?? added?.By);
    }

    private static bool IsValueOf(PossibleStep? added, FramePart part) => added?.Part == part;

    private string? NameOf(Controller? by, IReadOnlyList<FrameRecord> around)
    {
        var party = by is null ? null
            : by.Party ?? around.Select(record => TextOf(record, by.Fact!)).FirstOrDefault(text => text is not null);
        return party is not null && parties.TryGetValue(party, out var name) ? name : party;
    }

    private static string? TextOf(FrameRecord record, string path)
    {
        FramePart? part = record;
        foreach (var name in path.Split('.'))
        {
            part = part is FrameRecord inner && inner.Type.SlotOf(name) is >= 0 and var slot ? inner.Parts[slot] : null;
        }

        return part is FrameFact { Cells: [{ Kind: FactKind.Text, Text: var text }, ..] } ? text : null;
    }
}
