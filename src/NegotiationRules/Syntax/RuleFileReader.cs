using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads a rule file as it is written; names and types are left to the checker.</summary>
internal sealed class RuleFileReader
{
    internal static readonly ObjectShape Shape = new("a rule file",
        ("$schema", "\"../schema/rules.schema.json\""),
        ("language", "1"),
        ("name", "\"security-guarantees\""),
        ("version", "\"1.0.0\""),
        ("description", "\"…\""),
        ("vocabulary", "\"negotiation\""),
        ("include", "[\"common.rules.json\"]"),
        ("stages", "[\"talks\", \"agreement\"]"),
        ("parties", "{ \"RU\": \"Russia\" }"),
        ("parameters", "{ \"leastTermYears\": 10 }"),
        ("documents", "{ \"interview\": { \"title\": \"…\", \"published\": \"2021-12-27\" } }"),
        ("conditions", "{ \"military at the table\": { … } }"),
        ("quantities", "{ \"total baseline\": { … } }"),
        ("rules", "[ { \"id\": \"legally-binding\", \"require\": { … } } ]"));

    internal static readonly ObjectShape ParameterShape = new(
        "a parameter",
        ("value", "10"),
        ("type", "\"number\""),
        ("of", "\"#/$defs/milestone\""),
        ("description", "\"…\"")
    );

    internal static readonly ObjectShape StageShape = new("a stage", ("name", "\"petition\""), ("when", "{ \"talks.mediated\": true }"));

    internal static readonly ObjectShape DocumentShape = new("a document",
        ("title", "\"…\""), ("publisher", "\"…\""), ("published", "\"2021-12-27\""), ("url", "\"…\""));

    private readonly SyntaxDiagnostics _diagnostics;
    private readonly ConditionReader _conditions;
    private readonly RuleReader _ruleReader;
    private readonly List<RuleSyntax> _rules = [];
    private int _ruleCount;

    private RuleFileReader(DiagnosticBag bag)
    {
        _diagnostics = new SyntaxDiagnostics(bag);
        _conditions = new ConditionReader(_diagnostics);
        _ruleReader = new RuleReader(_conditions, _diagnostics);
    }

    /// <summary>
    /// The tree, with as much in it as could be read, or <see langword="null"/> if the text is not JSON, holds no object or is in a later
    /// language. The tree may be used only if nothing was reported; with errors, it serves to find further ones.
    /// </summary>
    public static RuleFileSyntax? Read(SourceText source, ReadingLimits limits, DiagnosticBag bag)
    {
        // There may be very many rules: each is read as soon as its JSON is there, which then is no longer needed. What is found on the
        // way is reported only once the whole is known to be JSON, and in this language.
        var found = new DiagnosticBag();
        var reader = new RuleFileReader(found);
        if (
            QuickJsonReader.Read(source, limits, new JsonElements("rules", reader.AddRule)) is JsonObject file
            && !IsInOtherLanguage(file, out _)
        )
        {
            var read = reader.Read(source, file);
            bag.AddAll(found);
            return read;
        }

        return JsonReader.ReadCarefully(source, limits, bag) is { } root ? new RuleFileReader(bag).Read(source, root) : null;
    }

    private RuleFileSyntax? Read(SourceText source, JsonValue root)
    {
        if (root is not JsonObject file)
        {
            _diagnostics.NotAnObject(root);
            return null;
        }

        // In another language every key may mean something else: no further report would be worth reading.
        if (IsInOtherLanguage(file, out var version))
        {
            _diagnostics.OtherLanguage(version);
            return null;
        }

        var members = new MemberReader(file, Shape, _diagnostics);
        members.Text("$schema");
        members.Number("language");
        return new RuleFileSyntax
        {
            Source = source,
            Span = file.Span,
            Name = members.RequiredName("name"),
            Version = members.Text("version"),
            Description = members.Text("description"),
            Vocabulary = members.Name("vocabulary"),
            Includes = ReadNames(members, "include", "file"),
            Stages = ReadStages(members),
            HasStages = members.Find("stages") is not null,
            Parties = members.Object("parties") is { } parties ? ReadEach(parties, "a party", ReadParty) : null,
            Parameters = ReadEach(members.Object("parameters"), "a parameter", ReadParameter),
            Documents = ReadEach(members.Object("documents"), "a document", ReadDocument),
            Conditions = ReadEach(
                members.Object("conditions"),
                "a condition",
                (name, value) => new NamedConditionSyntax(name, _conditions.Read(value))
            ),
            Quantities = ReadEach(
                members.Object("quantities"),
                "a quantity",
                ReadQuantity
            ),
            Rules = ReadRules(members),
            IsOriginal = true,
        };
    }

    private static bool IsInOtherLanguage(JsonObject file, [NotNullWhen(true)] out JsonNumber? version)
    {
        version = file.Find("language")?.Value as JsonNumber;
        return version is { Digits: not "1" };
    }

    private List<RuleSyntax> ReadRules(MemberReader members)
    {
        if (members.Find("rules")?.Value is JsonObject byId && RuleReader.AreRulesById(byId))
        {
            _diagnostics.RulesById(byId);
            foreach (var rule in byId.Members)
            {
                AddRule(RuleReader.WithId(rule));
            }

            return _rules;
        }

        foreach (var rule in Items(members, "rules"))
        {
            AddRule(rule);
        }

        return _rules;
    }

    private void AddRule(JsonValue value)
    {
        if (_ruleReader.Read(value, ++_ruleCount) is { } rule)
        {
            _rules.Add(rule);
        }
    }

    // What stands where a list belongs is reported, and read on as its only element.
    private static IReadOnlyList<JsonValue> Items(MemberReader members, string key) =>
        members.List(key)?.Items ?? (members.Find(key)?.Value is { } single and (JsonText or JsonObject) ? [single] : []);

    private List<Name> ReadNames(MemberReader members, string key, string of) =>
        [.. ItemsOf(members, key, of).Select(item => ReadName(item, members, key, of)).OfType<Name>()];

    private List<StageSyntax> ReadStages(MemberReader members)
    {
        var stages = new List<StageSyntax>();
        foreach (var item in ItemsOf(members, "stages", "stage"))
        {
            var (name, when) = item is JsonObject stage ? ReadStage(stage) : (ReadName(item, members, "stages", "stage"), null);
            if (name is not null)
            {
                stages.Add(new StageSyntax(name, when));
            }
        }

        return stages;
    }

    private (Name? Name, ConditionSyntax? When) ReadStage(JsonObject stage)
    {
        var members = new MemberReader(stage, StageShape, _diagnostics);
        return (members.RequiredName("name"), _conditions.Optional(members.Required("when")));
    }

    private IReadOnlyList<JsonValue> ItemsOf(MemberReader members, string key, string of)
    {
        var items = Items(members, key);
        if (items is [] && members.Find(key) is { Value: JsonArray list })
        {
            _diagnostics.EmptyList(list.Span, key, of);
        }

        return items;
    }

    private Name? ReadName(JsonValue item, MemberReader members, string key, string of)
    {
        if (item is not JsonText text)
        {
            _diagnostics.WrongKind(item, $"a {of}", "text", members.ExampleOf(key));
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            _diagnostics.EmptyName(text.Span, $"the name of a {of}", members.ExampleOf(key));
            return null;
        }

        return new Name(text.Value, text.Span);
    }

    // An object whose keys are names that the author chooses.
    private List<T> ReadEach<T>(JsonObject? named, string what, Func<Name, JsonValue, T?> read) where T : class
    {
        var all = new List<T>();
        foreach (var member in named?.Members ?? [])
        {
            if (string.IsNullOrWhiteSpace(member.Name))
            {
                _diagnostics.EmptyName(member.NameSpan, $"the name of {what}", "a name before the colon: \"NAME\": …");
            }

            if (read(new Name(member.Name, member.NameSpan), member.Value) is { } one)
            {
                all.Add(one);
            }
        }

        return all;
    }

    private NamedQuantitySyntax ReadQuantity(Name name, JsonValue value)
    {
        if (value is JsonObject)
        {
            return new NamedQuantitySyntax(name, _conditions.Operands.ReadValue(value, name.Text, null));
        }

        _diagnostics.QuantityExpected(value, name.Text);
        return new NamedQuantitySyntax(name, new BrokenOperandSyntax(value.Span));
    }

    private PartySyntax? ReadParty(Name id, JsonValue value)
    {
        if (value is JsonText title)
        {
            return new PartySyntax(id, title.Value);
        }

        _diagnostics.WrongKind(value, $"the name of the party `{id.Text}`", "text", $"\"{id.Text}\": \"Russia\"");
        return new PartySyntax(id, id.Text);
    }

    private DocumentSyntax? ReadDocument(Name id, JsonValue value)
    {
        if (value is not JsonObject document)
        {
            _diagnostics.WrongKind(
                value, $"the document `{id.Text}`", "an object",
                $"\"{id.Text}\": {{ \"title\": \"…\", \"published\": \"2021-12-27\" }}"
            );
            return new DocumentSyntax(id, null, null, null, null);
        }

        var members = new MemberReader(document, DocumentShape, _diagnostics);
        return new DocumentSyntax(id, members.Text("title"), members.Text("publisher"), members.Text("published"), members.Text("url"));
    }

    private ParameterSyntax ReadParameter(Name name, JsonValue written)
    {
        var broken = new ParameterSyntax(name, null, null);
        if (written is not JsonObject described)
        {
            return IsParameterValue(name, written) ? new ParameterSyntax(name, written, null) : broken;
        }

        if (described.Find("value") is null && !described.Members.Any(m => ParameterShape.Keys.Contains(m.Name)))
        {
            _diagnostics.ParameterValue(described, name.Text);
            return broken;
        }

        var members = new MemberReader(described, ParameterShape, _diagnostics);
        var description = members.Text("description");
        var type = ReadParameterType(members);
        var of = members.Name("of");
        if (of is not null && members.Find("type") is { } beside)
        {
            _diagnostics.TypeOfRecords(beside);
        }

        if (members.Find("value") is { } value)
        {
            return IsParameterValue(name, value.Value, of) ? new ParameterSyntax(name, value.Value, description, type, of) : broken;
        }

        _diagnostics.NoParameterValue(described, name.Text);
        return broken;
    }

    private ParameterType? ReadParameterType(MemberReader members)
    {
        if (members.Name("type") is not { } word)
        {
            return null;
        }

        var type = ParameterTypes.Find(word.Text);
        if (type is null)
        {
            _diagnostics.NoParameterType(word);
        }

        return type;
    }

    private bool IsParameterValue(Name name, JsonValue value, Name? of = null)
    {
        if (of is not null)
        {
            if (value is not JsonArray)
            {
                _diagnostics.NoListOfRecords(value, name.Text);
            }

            // What is in it, the vocabulary tells.
            return value is JsonArray;
        }

        if (value is JsonArray list)
        {
            return AreParameterValues(name, list);
        }

        if (value is JsonText or JsonNumber or JsonBoolean)
        {
            return true;
        }

        _diagnostics.ParameterValue(value, name.Text);
        return false;
    }

    private bool AreParameterValues(Name name, JsonArray list)
    {
        if (list.Items.Count == 0)
        {
            _diagnostics.EmptyParameter(list, name.Text);
            return false;
        }

        foreach (var item in list.Items)
        {
            // What objects are of may be said in a file that is included.
            if (item is not (JsonText or JsonNumber or JsonBoolean or JsonObject))
            {
                _diagnostics.ParameterValue(item, name.Text);
                return false;
            }

            if (item.GetType() != list.Items[0].GetType())
            {
                _diagnostics.MixedParameter(item, name.Text, list.Items[0].Kind);
                return false;
            }
        }

        return true;
    }
}
