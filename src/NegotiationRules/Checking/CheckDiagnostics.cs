using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What can be wrong with rules that are well-formed: the names in them. What can be wrong with lists, literals, measures,
/// calculations, shares and patterns, and what is decided anyway, is beside it, a class for each. Codes NR2001 to NR2099.</summary>
internal sealed partial class CheckDiagnostics(DiagnosticBag bag)
{
    /// <summary>The value of the parameter that is called so; <see langword="null"/> if there is none.</summary>
    public Func<string, JsonValue?> Parameter { get; set; } = _ => null;

    /// <summary>The vocabulary whose facts are meant: <see langword="null"/> where those who write rules cannot declare one.</summary>
    public Vocabulary? Vocabulary { get; init; }

    /// <summary>Whether there is an included file that could not be read: it may declare a name that seems unknown, and use one that seems
    /// unused, so neither is said.</summary>
    public bool HasUnreadFiles { get; init; }

    /// <inheritdoc cref="DiagnosticBag.Error"/>
    public void Error(string code, Span span, string message, string? help = null, params Cure?[] cures) =>
        bag.Error(code, span, message, help, cures);

    /// <inheritdoc cref="DiagnosticBag.Warning"/>
    public void Warning(string code, Span span, string message, string? help = null, params Cure?[] cures) =>
        bag.Warning(code, span, message, help, cures);

    public void AmbiguousPath(Name path, ElementScope scope, IReadOnlyList<ElementScope> starts)
    {
        var first = path.Text.Split('.')[0];
        string[] places = ["first", "second", "third"];
        var called = starts.Concat(scope.Outwards()).Where(place => place is { Name: null, Depth: > 0 }).Distinct().Zip(FreeNames(scope))
            .ToDictionary(pair => pair.First.Depth, pair => pair.Second);
        var meant = starts.Take(places.Length).ToList();
        var ways = meant.ConvertAll(start => WayTo(start, path.Text, called, scope));
        bag.Error("NR2002", path.Span,
            $"`{path.Text}` could mean two things: "
                + (starts[0].Name == first ? $"the element `{first}` or `{first}` " : $"`{first}` of {Whose(starts[0], "the element")} or ")
                + (starts[1].Name == first ? $"the element `{first}`" : $"of {Whose(starts[1], "an element around it")}"),
            WithUse(string.Join("; ", ways.Zip(places, (way, place) => $"{way} for the {place}"))),
            [.. meant.Select(start => CureBy(start, path, called, scope))]);
    }

    private static IEnumerable<string> FreeNames(ElementScope scope) => Enumerable
        .Range(1, int.MaxValue)
        .Select(i => i == 1 ? "x" : $"x{i}")
        .Where(name => scope.Outwards().All(outer => outer.IsFree(name)));

    // What to write where the path is to start there.
    private static string WayTo(ElementScope start, string path, Dictionary<int, string> called, ElementScope scope) => start switch
    {
        { Name: { } name } when name == path.Split('.')[0] => $"call the element otherwise than `{name}`",
        { Name: { } name } => $"say `{name}.{path}`",
        { Depth: 0 } when CallsTheScenario(scope) => $"say `{PathResolver.OfScenario}{path}`",
        { Depth: 0 } => "go over no list whose elements have the same fact",
        { Opened: { } opened, Depth: var depth } when !opened.IsOver(depth) =>
            $"name the elements of each list on the path, \"as\": {opened.NamesWith(depth, d => called[d])}, and say "
                + $"`{called[depth]}.{path}`",
        _ => $"name the element{(start == scope ? string.Empty : " around it")}, \"as\": \"{called[start.Depth]}\", and say "
            + $"`{called[start.Depth]}.{path}`",
    };

    private Cure? CureBy(ElementScope start, Name path, Dictionary<int, string> called, ElementScope scope) => start switch
    {
        { Name: { } name } when name == path.Text.Split('.')[0] => null,
        { Name: { } given } => Cure.Rename(path.Span, $"{given}.{path.Text}"),
        { Depth: 0 } => CallsTheScenario(scope) ? Cure.Rename(path.Span, PathResolver.OfScenario + path.Text) : null,
        { Opened: { At.Source: not null } opened, Depth: var depth } when _named.Count == 0 => Cure.Of(
            opened.Write(opened.NamesWith(depth, d => called[d])),
            new TextEdit(path.Span, path.Span.Characters is ['"', ..]
                ? $"\"{called[depth]}.{path.Text}\""
                : $"{called[depth]}.{path.Text}")),
        _ => null,
    };

    // Whether nothing else is called so here.
    private static bool CallsTheScenario(ElementScope scope) => scope.Outwards().All(outer => outer.IsFree("scenario"));

    /// <param name="path">A path that begins with <c>scenario</c>, which is the name of a fact or of an element here.</param>
    /// <param name="rest">What comes after it, which is a fact of the scenario too.</param>
    public void NamedLikeTheScenario(Name path, string rest) =>
        bag.Warning("NR2078", path.Span,
            $"`{path.Text}` is read as `{rest}` of what is called `scenario` here, and the scenario has `{rest}` too",
            $"call what is called `scenario` otherwise; then `{path.Text}` is the fact of the scenario");

    public void UnknownCondition(Name name, IEnumerable<string> known, bool isRule) =>
        Unknown(
            "NR2003", "condition", name, known, "add it under `conditions`",
            isRule ? "rule" : null
        );

    public void UnknownRule(Name id, IEnumerable<string> known, bool isCondition) =>
        Unknown(
            "NR2004", "rule", id, known, "refer to a rule of this rule set by its `id`",
            isCondition ? "condition" : null
        );

    public void UnknownParameter(Name name, IEnumerable<string> known, bool isQuantity) =>
        Unknown("NR2005", "parameter", name, known, "add it under `parameters`", isQuantity ? "quantity" : null);

    public void UnknownQuantity(Name name, IEnumerable<string> known, bool isParameter) =>
        Unknown(
            "NR2086", "quantity", name, known, "add it under `quantities`",
            isParameter ? "parameter" : null
        );

    public void UnknownParty(Name id, IEnumerable<string> known) => Unknown("NR2006", "party", id, known, "add it under `parties`");

    public void UnknownStage(Name stage, IEnumerable<string> known) => Unknown("NR2007", "stage", stage, known, "add it under `stages`");

    public void UnknownDocument(Name id, IEnumerable<string> known) => Unknown("NR2008", "document", id, known, "add it under `documents`");

    /// <param name="kind">What it is the name of.</param>
    /// <param name="name">The name that is given again.</param>
    /// <param name="first">Where it was given first.</param>
    /// <param name="isAlone">Whether nothing else is said of the second than its name.</param>
    public void Duplicate(string kind, Name name, Name first, bool isAlone = false)
    {
        var place = first.Span.ToPlace();
        bag.Error("NR2009", name.Span, $"there is already a {kind} `{name.Text}`",
            $"rename or remove one of them; the other stands at {place.File}:{place.Line}",
            isAlone ? Cure.Of(TextEdit.Remove(name.Span)) : null);
    }

    public void ConditionCycle(Name name, IEnumerable<string> cycle) =>
        bag.Error("NR2010", name.Span, $"condition `{name.Text}` refers to itself: {Cycle(cycle, name.Text)}",
            "break the circle: a condition can only be built from others that do not need it");

    public void QuantityCycle(Name name, IEnumerable<string> cycle) =>
        bag.Error(
            "NR2010",
            name.Span,
            $"quantity `{name.Text}` refers to itself: {Cycle(cycle, name.Text)}",
            "break the circle: a quantity can only be worked out of others that do not need it"
        );

    public void RuleCycle(Name id, IEnumerable<string> cycle) =>
        bag.Error("NR2010", id.Span, $"rule `{id.Text}` refers to itself: {Cycle(cycle, id.Text)}",
            "break the circle: move what the rules share into a named condition");

    public void StageMissing(Name rule, IReadOnlyList<string> stages) =>
        bag.Error("NR2011", rule.Span, $"rule `{rule.Text}` does not say which stage it is a precondition of",
            $"add \"stage\": one of {Spelling.List(stages)}",
            [.. stages.Take(16).Select(stage => rule.Span.Characters is ['"', ..]
                ? Cure.Replace(rule.Span with { Start = rule.Span.End, Length = 0 }, $", \"stage\": {JsonPrinter.Quote(stage)}") : null)]);

    public void NoStages(Span at)
    {
        if (!HasUnreadFiles)
        {
            bag.Error("NR2012", at, "neither this file nor one it includes has a stage",
                "say what the rules are preconditions of, such as \"stages\": [\"talks\"]");
        }
    }

    public void NameTaken(Name name, bool byElement) =>
        bag.Error("NR2013", name.Span, $"`{name.Text}` already names {(byElement ? "an element around this one" : "a fact here")}",
            "choose another name for the element");

    public void NamesForOtherLists(ElementNames names, ListReference list)
    {
        var given = names.Names.Count == 1 ? "one name in a list" : $"{names.Names.Count} names";
        var levels = list.Levels.Select(level => level.Path).ToList();
        bag.Error("NR2096", names.Span,
            $"`as` gives {given}, but `{list.Path}` {(list.LevelCount == 1 ? "is one list" : $"goes through {list.LevelCount} lists")}",
            list.LevelCount == 1 ? $"its elements have one name, such as \"as\": {JsonPrinter.Quote(names.Names[0].Text)}"
                : $"give a name to the elements of each, in this order: {Spelling.List(levels, "and")}; or to those of the last alone, "
                    + $"\"as\": {JsonPrinter.Quote(names.Innermost.Text)}");
    }

    public void Unused(string kind, Name name)
    {
        if (!HasUnreadFiles)
        {
            bag.Warning("NR2014", name.Span,
                $"{kind} `{name.Text}` is never used",
                "use it in a rule, or remove it", Cure.Of(TextEdit.RemoveMemberAt(name.Span)));
        }
    }

    public void SameForEachElement(ForEachSyntax each) =>
        bag.Warning("NR2095", each.Span,
            $"nothing that this rule asks is read in the elements of `{each.List!.Name.Text}`, so it comes out the same for each",
            "begin a path with the element, { \"party.id\": … } beside \"as\": \"party\"; or leave out `forEach`");

    public void NothingRequired(Name stage, bool hasRules) =>
        bag.Warning("NR2085", stage.Span, $"no rule of the stage `{stage.Text}` is required, so it is valid whatever the facts are",
            hasRules
                ? "make a rule of it required, which a rule is that has no `strength`, or remove the stage"
                : "add a rule to it, or remove the stage");

    public void StageConditionTwice(Name stage, Name first)
    {
        var place = first.Span.ToPlace();
        bag.Error("NR2080", stage.Span, $"it is already said when the stage `{stage.Text}` applies",
            $"say it once: put both conditions together at {place.File}:{place.Line}, and leave `when` out here");
    }

    public void StageCycle(Name rule, string stage) =>
        bag.Error("NR2081", rule.Span, $"whether the stage `{stage}` applies cannot depend on `{rule.Text}`, which is a rule of that stage",
            "move what both ask into a named condition, or the rule to another stage");

    public void WithinBack(Span at, Duration within) =>
        bag.Error("NR2082", at, $"the last of the steps never comes `{within}` after the first, which would be before it",
            $"write how long the steps may take: \"{within.Negate()}\"",
            at.Characters is ['"', ..] ? Cure.Replace(at, $"\"{within.Negate()}\"") : null);

    public void EmptyReason(Span at) => bag.Warning("NR2063", at, "an empty reason gives none", "write why, or leave `because` out");

    public void WrongThoughUnused(string kind, Diagnostic found) =>
        bag.Warning("NR2062", found.Span, $"in a {kind} that is never used: {found.Message}", found.Help);

    public void TooManyConditions(Span at, int limit) =>
        bag.Error("NR2015", at,
            $"named conditions and quantities unfold into more than {limit.ToString("N0", CultureInfo.InvariantCulture)} of them "
                + "here",
            "what uses others several times grows fast: flatten it");

    public void TooDeep(Span at, int limit) =>
        bag.Error("NR2018", at,
            $"conditions and quantities are nested more than {limit.ToString("N0", CultureInfo.InvariantCulture)} deep here, counting "
                + "those they name",
            "names that each use the next make a chain: shorten it");

    public void NoAsOf(Span at, string vocabulary) =>
        bag.Error("NR2016", at, $"`by` needs the fact `asOf`, which the vocabulary `{vocabulary}` does not have as a date",
            "add \"asOf\": { \"type\": \"string\", \"format\": \"date\" } to the vocabulary");

    /// <summary>The value comes from a program or a command line, so there is no place in a file to point at.</summary>
    public void NoParameterToVary(string name, IReadOnlyCollection<string> known)
    {
        var nearest = Spelling.Nearest(name, known);
        bag.Error("NR2019", default, $"a value is given for `{name}`, which is no parameter of these rules",
            nearest is not null ? $"did you mean `{nearest}`?"
                : known.Count == 0 ? "these rules have no parameters"
                : $"the parameters are {Spelling.List(known, "and")}");
    }

    public void LoneBrace(Span at, char brace) =>
        bag.Error("NR2017", at, $"`{brace}` stands alone in this text",
            "braces hold the name of a fact, `{agreement.termYears}`; write a brace itself as `{{` or `}}`",
            Cure.Replace(at, $"{brace}{brace}"));

    private static string Whose(ElementScope scope, string otherwise) =>
        scope.Outer is null ? "the scenario"
        : scope.Name is null ? otherwise
        : $"`{scope.Name}`";

    private static string Cycle(IEnumerable<string> names, string last) => string.Join(" → ", names.Append(last).Select(n => $"`{n}`"));

    private void Unknown(string code, string kind, Name name, IEnumerable<string> known, string otherwise, string? key = null)
    {
        if (HasUnreadFiles)
        {
            return;
        }

        var names = known.ToList();
        var nearest = Spelling.Nearest(name.Text, names);
        var help = key is null ? null : $"`{name.Text}` is a {key}: write {{ \"{key}\": \"{name.Text}\" }}";
        bag.Error(code, name.Span, $"unknown {kind} `{name.Text}`", help is not null ? help
            : nearest is not null ? $"did you mean `{nearest}`?"
            : names.Count > 0 ? $"{otherwise}, or use {Spelling.List(names)}" : otherwise,
            key is not null ? Cure.Of(TextEdit.RenameMemberOf(name.Span, key))
                : Cure.Rename(name.Span, nearest));
    }
}
