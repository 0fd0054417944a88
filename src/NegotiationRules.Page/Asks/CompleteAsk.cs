using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Page.Editing;
using NegotiationRules.Page.Opened;
using NegotiationRules.Page.Telling;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Asks;

/// <summary><c>complete</c>: what may be written at a place of a scenario or of rules, by the vocabulary and the words of the
/// language.</summary>
/// <param name="rules">The rules as they last were without errors.</param>
/// <param name="at">The place.</param>
internal sealed class CompleteAsk(RuleSet rules, CursorPath at)
{
    private static readonly string[] Members = ["id", "title", "stage", "holder", "strength", "when", "require", "because", "source"];
    private static readonly string[] HoldConditions = ["when", "require", "warnWhen", "conditions"];

    public static AnswerObject Answer(PageQuestion question, OpenFolder folder, RuleSet? rules)
    {
        var path = question.Text("path") ?? string.Empty;
        var offset = question.Value("offset") is JsonNumber { Digits: var digits }
            ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var text = folder.TextOf(path) ?? string.Empty;
        var at = CursorPath.Find(text, Math.Min(offset, text.Length));
        if (at is null || rules is null)
        {
            return new AnswerObject();
        }

        var ask = new CompleteAsk(rules, at);
        var options = path.EndsWith(".scenario.json", StringComparison.Ordinal) ? ask.OfFacts(at.Names)
            : path.EndsWith(".tests.json", StringComparison.Ordinal) ? ask.OfTests()
            : ask.OfRules();
        return new AnswerObject().Add("start", at.Start).Add("end", at.End)
            .Add("options", options.DistinctBy(option => option.Label).Select(option => option.ToAnswer(at.IsName)));
    }

    private IEnumerable<Suggested> OfFacts(IEnumerable<string?> names)
    {
        FactType? type = rules.Vocabulary.Root;
        foreach (var name in names)
        {
            type = name is null ? (type as ListType)?.Element : MemberOf(type, name);
        }

        return at.IsName ? NamesOf(type) : ValuesOf(at.Member is { } member ? MemberOf(type, member) : (type as ListType)?.Element);
    }

    private IEnumerable<Suggested> OfTests() => at.Names is ["tests", null, "scenario", ..] ? OfFacts(at.Names.Skip(3))
        : at.Names is ["tests", null, "expect", "stages"] ? at.IsName ? Stages() : Texts(Enum.GetValues<StageOutcome>().Select(Words.Of))
        : at.Names is ["tests", null, "expect", "rules"]
            ? at.IsName ? Ids() : Texts(Enum.GetValues<RuleOutcome>().Select(Words.Of))
        : [];

    private IEnumerable<Suggested> OfRules()
    {
        if (at.Names is ["rules", null])
        {
            return at.IsName ? Texts(Members.Where(member => !at.Before.Contains(member))) : OfMember(at.Member);
        }

        if (!at.Names.Any(name => HoldConditions.Contains(name)))
        {
            return [];
        }

        if (at.Member is { } asked)
        {
            return OfMember(asked);
        }

        // Under a fact or beside the keyword of a form stands an operator.
        var last = at.Names.LastOrDefault(name => name is not null);
        var tested = last is null ? null : TypeAt(last);
        var form = ConditionForms.Table.Where(row => at.Before.Contains(row.Keyword)).ToList();
        return !at.IsName ? ValuesOf(tested)
            : tested is not null and not ListType && form.Count == 0 ? Comparisons()
            : form.Count > 0
                ? Beside(form)
            : [.. Facts(), .. Forms()];
    }

    private IEnumerable<Suggested> OfMember(string? member) => member switch
    {
        "stage" => Stages(),
        "holder" => Texts(rules.Rules.Select(rule => rule.Holder).OfType<string>()),
        "strength" => Texts(Enum.GetValues<Strength>().Select(Words.Of)),
        "parameter" => rules.Parameters.Select(one => new Suggested(one.Name, JsonPrinter.Quote(one.Name), one.Value, "variable")),
        "rule" => Ids(),
        "fact" or "every" or "some" or "no" or "count" or "sum" or "min" or "max" or "share" or "by" => Facts(),
        _ => ValuesOf(member is null ? null : TypeAt(member)),
    };

    private IEnumerable<Suggested> Stages() => Texts(rules.Stages);

    private IEnumerable<Suggested> Ids() =>
        rules.Rules.Select(rule => new Suggested(rule.Id, JsonPrinter.Quote(rule.Id), rule.Title, "class"));

    private static IEnumerable<Suggested> Forms() =>
        ConditionForms.Table.Select(row => new Suggested(row.Keyword, JsonPrinter.Quote(row.Keyword), row.Example, "keyword"));

    private static IEnumerable<Suggested> Beside(List<ConditionRow> forms) =>
        [
            .. Texts(forms.SelectMany(row => row.Members).Select(member => member.Key)),
            .. forms.Exists(row => row.Compares) ? Comparisons() : [],
        ];

    private static IEnumerable<Suggested> Comparisons() =>
        Operators.Table.Select(row => new Suggested(Words.Of(row.Operator), JsonPrinter.Quote(Words.Of(row.Operator)), row.Says, "method"));

    private static IEnumerable<Suggested> Texts(IEnumerable<string> texts) =>
        texts.Select(text => new Suggested(text, JsonPrinter.Quote(text), null, "enum"));

    // Those of the innermost list that is gone over come first, by their short paths.
    private IEnumerable<Suggested> Facts()
    {
        var all = AllIn(rules.Vocabulary.Root, string.Empty, 0).ToList();
        var isInList = at.Names.Any(name => name is "where" or "satisfy" or "among");
        var inner = isInList ? all.Select(one => one.Type).OfType<ListType>().Select(list => list.Element).OfType<RecordType>() : [];
        return [.. inner.SelectMany(element => AllIn(element, string.Empty, 1)).Select(Of), .. all.Select(Of)];
    }

    private static Suggested Of((string Path, FactType Type) fact) =>
        new(fact.Path, JsonPrinter.Quote(fact.Path), fact.Type.Title ?? fact.Type.Description ?? fact.Type.Kind, "property");

    private static IEnumerable<(string Path, FactType Type)> AllIn(RecordType record, string before, int depth) =>
        record.Properties.SelectMany(property => (IEnumerable<(string, FactType)>)
        [
            ($"{before}{property.Name}", property.Type),
            .. depth > 4 ? []
                : property.Type is RecordType inner ? AllIn(inner, $"{before}{property.Name}.", depth + 1)
                : property.Type is ListType { Element: RecordType element } ? AllIn(element, $"{before}{property.Name}.", depth + 1) : [],
        ]);

    // By its whole path, or by the end of it inside a list.
    private FactType? TypeAt(string path)
    {
        var all = AllIn(rules.Vocabulary.Root, string.Empty, 0).ToList();
        return all.Find(one => one.Path == path).Type
            ?? all.Find(one => one.Path.EndsWith($".{path}", StringComparison.Ordinal)).Type;
    }

    private IEnumerable<Suggested> NamesOf(FactType? type) => type is RecordType record
        ? record.Properties.Where(property => !at.Before.Contains(property.Name)).Select(property => Of((property.Name, property.Type)))
        : [];

    private static IEnumerable<Suggested> ValuesOf(FactType? type) => type switch
    {
        TextType { Values: { } values } => Texts(values),
        BooleanType => [new("true", "true", null, "constant"), new("false", "false", null, "constant")],
        ListType { Element: var element } => ValuesOf(element),
        _ => [],
    };

    private static FactType? MemberOf(FactType? type, string name) =>
        type is RecordType record && record.SlotOf(name) is >= 0 and var slot ? record.Properties[slot].Type
            : type is ListType list && name is "known" ? list : name is "value" ? type : null;

    private sealed record Suggested(string Label, string Text, string? Detail, string Kind)
    {
        public AnswerObject ToAnswer(bool isName) => new AnswerObject().Add("label", Label)
            .Add("text", isName ? $"{Text}: " : Text).Add("detail", Detail is { Length: > 60 } ? $"{Detail.AsSpan(0, 59)}…" : Detail)
            .Add("kind", Kind);
    }
}
