using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Facts;

namespace NegotiationRules;

/// <summary>One step of a remedy: a fact that is found out or changed, an element that is added with what has to be so of it, or a list of
/// which it is settled that there is nothing else in it.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class RemedyStep
{
    internal RemedyStep(PossibleStep step, Room? room, Func<string> text)
    {
        (Step, FactRoom, _text) = (step, room, text);
        Kind = StepItems.KindOf(step, room);
        (Path, Cost, ControlledBy) = (step.Path, step.Cost / 1000m, step.By);
    }

    private readonly Func<string> _text;

    internal PossibleStep Step { get; }

    internal Room? FactRoom { get; }

    /// <summary>What it does. The facts of an element that is added are steps of the same kind.</summary>
    public StepKind Kind { get; }

    /// <summary>The path in the scenario: of the fact, the element that is added, or the list.</summary>
    public string Path { get; }

    /// <summary>What the fact is as it stands, in words; <see langword="null"/> if it is not known, or there is no such fact yet.</summary>
    public string? From => FactRoom is { Fact: { Cells: [{ IsKnown: true } now, ..], Type: var type } } ? FactText.Of(now, type) : null;

    /// <summary>The values that do, in words: "military", "on or before 2022-01-31", "neither postponed nor cancelled", "known". Whichever
    /// of them each fact of the remedy has, they all do. <see langword="null"/> of an element or a list.</summary>
    public string? Room => FactRoom is { } room ? RoomWords.OfFact(room) : null;

    /// <summary>What it costs.</summary>
    public decimal Cost { get; }

    /// <summary>Who can take it: the name of a party; <see langword="null"/> if the vocabulary does not say.</summary>
    public string? ControlledBy { get; }

    /// <summary>What is to be done, as a sentence without a full stop; of a fact of an element that is added, all that is to be done about
    /// the element.</summary>
    public override string ToString() => _text();
}
