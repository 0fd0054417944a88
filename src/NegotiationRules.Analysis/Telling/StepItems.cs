using System.Collections.Immutable;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Telling;

/// <summary>Puts the steps of remedies around one scenario in words.</summary>
internal sealed class StepItems(FactRecord facts)
{
    private readonly Naming _root = Naming.Root(facts.Type);

    /// <summary>The steps of a remedy, those in an element that is added being told with it.</summary>
    public IReadOnlyList<StepItem> Of(FoundRemedy remedy) =>
        [.. remedy.Steps.Where(step => step.Around is null).Select(step => Of(step, remedy))];

    /// <summary>What a step does.</summary>
    public static StepKind KindOf(PossibleStep step, Room? room) => step switch
    {
        { IsAdded: true } or { Around: not null } => StepKind.Add,
        { Part: FrameList } => StepKind.Complete,
        { Part: FrameFact { Cells: [var now, ..] } } =>
            !now.IsKnown || (now.Kind == FactKind.Date && !now.Date.IsDay && room!.Values.All(value => IsWithin(value.Date, now.Date)))
                ? StepKind.FindOut : StepKind.Change,
        _ => throw new InvalidOperationException($"no kind for {step.Part.GetType().Name}"),
    };

    private static bool IsWithin(PartialDate day, PartialDate period) => period.First <= day.First && day.Last <= period.Last;

    private StepItem Of(PossibleStep step, FoundRemedy remedy) => step.IsAdded ? Added(step, remedy)
        : step.Part is FrameList list ? Completed(step, list)
        : Set(step, (FrameFact)step.Part, remedy.RoomOf(step)!);

    private StepItem Set(PossibleStep step, FrameFact fact, Room room)
    {
        var place = FactPlace.Find(facts, step.Path);
        var (at, kind) = (NamingAt(place), KindOf(step, room));
        var condition = RoomWords.Condition(place.Fact, room);
        var tail = RoomWords.Tail(place.Fact, room, at);
        var now = NowOf(fact, kind);
        Func<string, bool, string> sentence;
        if (place.Fact.Slots.IsEmpty)
        {
            var list = NameOfList(place);
            sentence = (_, _) => $"{Names(list)} {tail} instead of {ValueWords.Of(fact.Cells[0], fact.Type)}";
        }
        else if (at.Depth == 0)
        {
            sentence = (_, _) => $"{ConditionWording.Sentence(condition, at)}{now}";
        }
        else
        {
            sentence = (names, many) => $"{OfElements(condition, tail, place.Fact, at, names, many)}{now}";
        }

        return new StepItem($"{fact.Key}|{kind}|{tail}{now}", step.Path, at.Depth == 0 ? null : place.At, [step], kind, sentence);
    }

    // "the vote of Germany is for", "Mingus and Bo are professional"
    private static string OfElements(Condition condition, string tail, FactReference fact, Naming at, string names, bool many)
    {
        var words = PropertyWords.Of(fact, at);
        return condition is not KnownTest
            && (fact.Type is BooleanType || (words.Leads && !words.IsWhen) || (tail == ValueWords.None && words.MayBeNone))
            ? ConditionWording.Of(condition, at).OfNamed(names, many)
            : many ? $"{words.NamesOf(names)} are {tail}" : $"{words.NameOf(names)} {(words.IsSeveral ? "are" : "is")} {tail}";
    }

    private static string NowOf(FrameFact fact, StepKind kind) =>
        kind == StepKind.FindOut || fact.Type is BooleanType ? string.Empty
            : $" (now {(ValueWords.Of(fact.Cells[0], fact.Type) is var now and not ValueWords.None ? now : "none")})";

    private StepItem Completed(PossibleStep step, FrameList list)
    {
        var place = FactPlace.Find(facts, list.Path);
        var words = ListWords.Of(ListOf(place.Fact, list), NamingAt(place));
        var isBegun = list.Elements.Any(element => element.Presence is null);
        return new StepItem(
            $"{list.Key}|{isBegun}|complete", list.Path, place.Fact.Depth == 0 ? null : place.At, [step], StepKind.Complete,
            (names, many) =>
                !words.IsTold ? $"nothing {(isBegun ? "else " : string.Empty)}is listed in {NamingAt(place).NameOf(place.Fact)}"
                : place.Fact.Depth == 0 ? $"there are no {(isBegun ? "more " : string.Empty)}{words.Plural}{words.Owner}"
                : $"{names} {(many ? "have" : "has")} no {(isBegun ? "more " : string.Empty)}{words.Plural}{words.InnerOwner}");
    }

    private StepItem Added(PossibleStep step, FoundRemedy remedy)
    {
        var list = step.List!;
        var place = FactPlace.Find(facts, list.Path);
        var at = NamingAt(place);
        var reference = ListOf(place.Fact, list);
        List<PossibleStep> inner = [step, .. remedy.Steps.Where(other => IsIn(other, step))];
        if (step.Part is FrameFact value)
        {
            var any = at.Enter(reference);
            var tail = remedy.Rooms.FirstOrDefault(room => room.Fact == value) is { } room
                ? RoomWords.Tail(new FactReference(any.Depth, [], value.Type, string.Empty), room, any) : "something";
            return new StepItem(
                $"{list.Key}|names {tail}", step.Path, place.Fact.Depth == 0 ? null : place.At, inner, StepKind.Add,
                (_, _) => $"{Names(NameOfList(place, at))} {tail} too");
        }

        var words = ListWords.Of(reference, at);
        var one = list.Elements.Any(element => element.Presence is null) ? $"one more {words.Singular}" : Nouns.WithArticle(words.Singular);
        var what = RelativeOf(step, at.Enter(reference), remedy);
        return new StepItem(
            $"{list.Key}|{one}{what}", step.Path, place.Fact.Depth == 0 ? null : place.At, inner, StepKind.Add,
            (names, many) => place.Fact.Depth == 0 ? $"there is {one}{words.Owner}{what}"
                : $"{names} {(many ? "each have" : "has")} {one}{words.InnerOwner}{what}");
    }

    // " with service military that is professional"
    private string RelativeOf(PossibleStep added, Naming element, FoundRemedy remedy)
    {
        var type = ((FrameRecord)added.Part).Type;
        ImmutableArray<Condition> conditions =
        [
            .. remedy.Steps.Where(step => step.Around == added && step.Part is FrameFact)
                .Select(step => (Step: step, Room: remedy.RoomOf(step)!))
                .Select(fact => RoomWords.Condition(
                    FactPlace.Within(added.Path, fact.Step.Path, type, element.Depth), fact.Room)),
        ];
        var own = conditions.IsEmpty ? string.Empty
            : ConditionWording.Of(conditions is [var one] ? one : new Composition(default, CompositionKind.All, conditions), element)
                .Relative(many: false);
        List<string> inner =
        [
            .. remedy.Steps.Where(step => step.IsAdded && step.Around == added).Select(step => InnerOf(step, added, element, remedy)),
        ];
        return inner.Count == 0 ? own : $"{own}{(own.Length == 0 ? " with" : " and")} {Series.And(inner)}";
    }

    private string InnerOf(PossibleStep step, PossibleStep around, Naming element, FoundRemedy remedy)
    {
        var fact = FactPlace.Within(around.Path, step.List!.Path, ((FrameRecord)around.Part).Type, element.Depth);
        var reference = ListOf(fact, step.List);
        if (step.Part is FrameFact value)
        {
            var one = new FactReference(element.Depth + 1, [], value.Type, string.Empty);
            var tail = remedy.Rooms.FirstOrDefault(room => room.Fact == value) is { } room
                ? RoomWords.Tail(one, room, element.Enter(reference)) : "something";
            return $"{tail} among its {PropertyWords.Of(fact, element).Name}";
        }

        return $"{Nouns.WithArticle(ListWords.Of(reference, element).Singular)}{RelativeOf(step, element.Enter(reference), remedy)}";
    }

    private static bool IsIn(PossibleStep step, PossibleStep added)
    {
        for (var around = step.Around; around is not null; around = around.Around)
        {
            if (around == added)
            {
                return true;
            }
        }

        return false;
    }

    private Naming NamingAt(FactPlace place) => place.At.Outer is null ? _root : Naming.At(place.At, facts.Type);

    private static ListReference ListOf(FactReference list, FrameList frame) =>
        new() { Path = list.Path, Levels = [list], Element = frame.Type.Element };

    private static string NameOfList(FactPlace place, Naming at) => at.NameOf(place.Fact);

    // "the list “confirmed by” of the talks names", "those that the reservation is accepted by include"
    private static string Names(string list) => list.StartsWith("those ", StringComparison.Ordinal) ? $"{list} include" : $"{list} names";

    // Of an element that is a plain value.
    private string NameOfList(FactPlace element) =>
        Naming.At(element.At, facts.Type).Level(element.At.List!.Depth).NameOf(element.At.List);
}
