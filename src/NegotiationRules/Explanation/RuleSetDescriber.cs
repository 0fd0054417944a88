using System.Text;
using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Rendering;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation;

/// <summary>Describes a rule set in plain words, for people who do not read JSON.</summary>
internal sealed class RuleSetDescriber
{
    private const string Address = "Address";

    private readonly CheckedRuleSet _rules;
    private readonly Naming _root;
    private readonly StringBuilder _text = new();

    private RuleSetDescriber(CheckedRuleSet rules)
    {
        _rules = rules;
        _root = Naming.Root(rules.Vocabulary.Root);
    }

    /// <summary>The description as Markdown.</summary>
    public static string Describe(CheckedRuleSet rules)
    {
        var describer = new RuleSetDescriber(rules);
        describer.WriteHead();
        describer.WriteStages();
        describer.WriteParameters();
        describer.WriteNamedConditions();
        describer.WriteQuantities();
        describer.WriteDocuments();
        describer.WriteFacts();
        return describer._text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The description of one rule, without its heading.</summary>
    public static string Describe(CheckedRuleSet rules, Rule rule)
    {
        var describer = new RuleSetDescriber(rules);
        describer.WriteBody(rule);
        return describer._text.ToString().Trim('\n');
    }

    private void WriteHead()
    {
        Line($"# {Escape(_rules.Name)}{(_rules.Version is null ? string.Empty : $" {Escape(_rules.Version)}")}");
        Paragraph(_rules.Description);
        var rules = Nouns.Count(_rules.Rules.Length, "rule");
        Line(
            $"{Capital(rules)} for {(_rules.Stages.Length == 1 ? "one stage" : Nouns.Count(_rules.Stages.Length, "stage"))}: "
                + $"{Escape(Series.And(_rules.Stages))}."
        );
        Line(string.Empty);
    }

    private void WriteStages()
    {
        for (var i = 0; i < _rules.Stages.Length; i++)
        {
            var stage = _rules.Stages[i];
            Line($"## {Escape(Capital(stage))}");
            Line(string.Empty);
            if (_rules.StageConditions[i] is { } applies)
            {
                Condition("This stage applies only if", applies.Meaning, _root);
                Line(string.Empty);
            }

            foreach (var rule in _rules.Rules.Where(r => r.Stage == stage))
            {
                WriteRule(rule);
            }
        }
    }

    private void WriteRule(Rule rule)
    {
        Line($"### {Escape(rule.Title is null ? rule.Id : $"{rule.Title} ({rule.Id})")}");
        Line(string.Empty);
        WriteBody(rule);
    }

    private void WriteBody(Rule rule)
    {
        Paragraph(rule.Description);
        Item($"Strength: {Escape(RuleExplainer.StrengthOf(rule, HolderOf(rule)) ?? "required")}");
        if (rule.Each is { } each)
        {
            Item($"For {Escape(RuleWords.ForEach(each, _root))}:");
            var element = _root.Enter(each.List);
            if (each.Holder is not null)
            {
                Item($"Held by {Escape(OperandWording.Of(each.Holder, element))}", 1);
            }

            WriteDemands(rule, new Demanded(each.When, each.Require, each.IsRisk, each.By), element, 1);
        }
        else
        {
            WriteDemands(rule, new Demanded(RuleWords.OwnWhen(rule), rule.Require, rule.IsRisk, rule.By), _root, 0);
        }

        foreach (var reason in rule.Because)
        {
            var language = reason.Language.Length == 0 ? string.Empty : $" ({Escape(reason.Language)})";
            Item($"Reason{language}: {Escape(RuleWords.Of(reason, mark: "`"))}");
        }

        foreach (var source in rule.Sources)
        {
            Item($"Source: {MarkdownText.Of(source)}");
        }

        Line(string.Empty);
    }

    private void WriteDemands(Rule rule, Demanded demanded, Naming at, int depth)
    {
        if (demanded.When is { } when)
        {
            Condition("Applies if", when, at, depth);
        }

        Condition(Capital(RuleWords.Lead(rule, demanded)), demanded.Require, at, depth);
        if (demanded.By is not null)
        {
            Item($"Due by {Escape(OperandWording.Of(demanded.By, at))}", depth);
        }
    }

    private void WriteParameters()
    {
        Table(
            "Parameters",
            ["Parameter", "Value", "Meaning"],
            _rules.Parameters.Where(p => p.Records is null).Select(p => new[] { p.Name, ValueOf(p.Value), p.Description ?? string.Empty }));
        foreach (var parameter in _rules.Parameters)
        {
            if (parameter.Records is { } records)
            {
                WriteRecords(parameter, records);
            }
        }
    }

    // A row for each object, a column for each fact that any of them has.
    private void WriteRecords(Parameter parameter, ParameterRecords records)
    {
        var properties = records.Type.Properties;
        Line($"## Parameter {Escape(parameter.Name)}");
        if (string.IsNullOrWhiteSpace(parameter.Description))
        {
            Line(string.Empty);
        }

        Paragraph(parameter.Description);
        Rows([.. properties.Select(property => Capital(Nouns.WordsOfTitle(PropertyNames.WordsOf(property.Name, property.Type))))],
            [.. records.Values.Select(value => properties.Select((property, slot) =>
                value is { IsKnown: true, Record: var record } && record[slot] is { IsKnown: true } fact
                    ? CellOf(fact, property.Type) : string.Empty).ToArray())]);
    }

    // Of objects in a list, all that is said of each.
    private static string CellOf(FactValue fact, FactType type) =>
        type is ListType { Element: RecordType element } && fact.List.Count > 0
            ? string.Join("; ", fact.List.Elements.ToArray().Select(item => CellOf(item, element)))
            : ValueWords.Of(fact, type);

    private static string CellOf(FactValue item, RecordType type)
    {
        List<string> said = [.. type.Properties
            .Select((property, slot) => (Property: property, Fact: item.IsKnown ? item.Record[slot] : default))
            .Where(pair => pair.Fact.IsKnown)
            .Select((pair, i) => (i == 0 ? string.Empty : $"{pair.Property.Name} ") + ValueWords.Of(pair.Fact, pair.Property.Type))];
        return said.Count == 0 ? "not known" : string.Join(", ", said);
    }

    private void WriteNamedConditions()
    {
        var named = NamedConditions.Of(_rules);
        if (named.Count == 0)
        {
            return;
        }

        Line("## Named conditions");
        Line(string.Empty);
        foreach (var (condition, at) in named)
        {
            foreach (var line in new ConditionList(at).Lines($"“{condition.Name}”{OfAny(at)} means that", condition.Meaning))
            {
                Line(line);
            }
        }

        Line(string.Empty);
    }

    private void WriteQuantities()
    {
        var named = UsedQuantities.Of(_rules);
        if (named.Count == 0)
        {
            return;
        }

        Line("## Quantities");
        Line(string.Empty);
        foreach (var (quantity, at) in named)
        {
            Item($"“{Escape(quantity.Name)}”{OfAny(at)} is {Escape(OperandWording.Of(quantity.Meaning, at))}");
        }

        Line(string.Empty);
    }

    private static string OfAny(Naming at) =>
        at.Depth == 0 ? string.Empty : $" of {Nouns.WithArticle(at.Name["the ".Length..])}";

    private void WriteDocuments() => Table(
        "Documents",
        ["Document", "Publisher", "Published", Address],
        _rules.Documents.Select(d => new[] { d.Title, d.Publisher ?? string.Empty, d.Published ?? string.Empty, d.Url ?? string.Empty }));

    private void WriteFacts() => Table(
        "Facts that the rules read",
        ["Fact", "Kind", "Meaning"],
        UsedFacts.Of(_rules).Select(fact => new[]
        {
            $"`{fact.Path}`", KindWords.Of(fact.Type), KindWords.MeaningOf(fact.Type) ?? string.Empty,
        }));

    private void Condition(string lead, Condition condition, Naming at, int depth = 0)
    {
        foreach (var line in new ConditionList(at).Lines(lead, condition, depth))
        {
            Line(line);
        }
    }

    private void Table(string title, string[] columns, IEnumerable<string[]> rows)
    {
        var cells = rows.ToList();
        if (cells.Count == 0)
        {
            return;
        }

        Line($"## {title}");
        Line(string.Empty);
        Rows(columns, cells);
    }

    private void Rows(string[] columns, List<string[]> cells)
    {
        // A column in which nothing is said is left out.
        var kept = Enumerable.Range(0, columns.Length).Where(i => cells.Exists(row => row[i].Length > 0)).ToList();
        Line($"| {string.Join(" | ", kept.Select(i => columns[i]))} |");
        Line($"|{string.Concat(kept.Select(_ => "---|"))}");
        foreach (var row in cells)
        {
            Line($"| {string.Join(" | ", kept.Select(i => columns[i] == Address ? MarkdownText.OfAddress(row[i]) : Escape(row[i])))} |");
        }

        Line(string.Empty);
    }

    private void Paragraph(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Line(string.Empty);
            Line(MarkdownText.EscapeLine(text));
        }

        if (_text.Length > 1 && _text[^2] != '\n')
        {
            Line(string.Empty);
        }
    }

    private void Item(string text, int depth = 0) => Line($"{new string(' ', 2 * depth)}- {text}");

    private void Line(string text) => _text.Append(text).Append('\n');

    private string? HolderOf(Rule rule) => rule.Holder is null ? null : _rules.Parties.GetValueOrDefault(rule.Holder) ?? rule.Holder;

    private static string ValueOf(JsonValue value) => value switch
    {
        JsonText text => text.Value,
        JsonArray list => string.Join(", ", list.Items.Select(ValueOf)),
        _ => JsonPrinter.Print(value, indented: false),
    };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Escape(string text) => MarkdownText.Escape(text);
}
