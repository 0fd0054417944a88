using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Writes a rule file from its tree: read again, the text gives the same tree, apart from places.</summary>
/// <remarks>Comments and <c>$schema</c> are not part of the tree and so are lost.</remarks>
internal sealed class RuleFileWriter
{
    private readonly HashSet<JsonValue> _opened = new(ReferenceEqualityComparer.Instance);

    private RuleFileWriter()
    {
    }

    /// <exception cref="ArgumentException">The tree has a part that could not be read, or a computation in an order the language cannot
    /// say.</exception>
    public static string Write(RuleFileSyntax file)
    {
        var writer = new RuleFileWriter();
        var root = writer.ToJson(file);
        return JsonPrinter.Print(root, writer._opened);
    }

    private JsonObject ToJson(RuleFileSyntax file)
    {
        var root = new ObjectBuilder()
            .Text("name", file.Name?.Text)
            .Text("version", file.Version)
            .Text("description", file.Description)
            .Text("vocabulary", file.Vocabulary?.Text)
            .Add("include", Names(file.Includes))
            .Add("stages", file.Stages.Count == 0 ? null : new JsonArray(default, [.. file.Stages.Select(WriteStage)]))
            .Add("parties", file.Parties is { } parties ? Each(parties, p => p.Id, p => new JsonText(default, p.Title)) : null)
            .Add("parameters", file.Parameters.Count > 0 ? Each(file.Parameters, p => p.Name, Parameter) : null)
            .Add("documents", file.Documents.Count > 0 ? Each(file.Documents, d => d.Id, Document) : null)
            .Add(
                "conditions",
                file.Conditions.Count > 0 ? Opened(Each(file.Conditions, c => c.Name, c => ConditionWriter.ToJson(c.Condition))) : null
            )
            .Add(
                "quantities",
                file.Quantities.Count > 0 ? Opened(Each(file.Quantities, q => q.Name, q => ConditionWriter.ToJson(q.Quantity))) : null
            )
            .Add("rules", file.Rules.Count > 0 ? Opened(new JsonArray(default, [.. file.Rules.Select(WriteRule)])) : null)
            .Build();
        return Opened(root);
    }

    private static JsonValue WriteStage(StageSyntax stage) => stage.When is null
        ? new JsonText(default, stage.Name.Text)
        : new ObjectBuilder().Text("name", stage.Name.Text).Add("when", ConditionWriter.ToJson(stage.When)).Build();

    private JsonObject WriteRule(RuleSyntax rule) => Opened(new ObjectBuilder()
        .Text("id", rule.Id.Text)
        .Text("title", rule.Title)
        .Text("description", rule.Description)
        .Text("stage", rule.Stage?.Text)
        .Text("holder", rule.Holder?.Text)
        .Add("holder", rule.ForEach?.Holder is { } holder ? ConditionWriter.ToJson(holder) : null)
        .Text("strength", rule.Strength?.Text)
        .Add("weight", rule.Weight)
        .Add("forEach", rule.ForEach is { } each ? ConditionWriter.ToJson(each.List ?? throw ConditionWriter.Broken()) : null)
        .Add("as", ConditionWriter.Optional(rule.ForEach?.As))
        .Add("when", rule.When is { } when ? ConditionWriter.ToJson(when) : null)
        .Add("require", rule.Require is { } require ? ConditionWriter.ToJson(require) : null)
        .Add("warnWhen", rule.WarnWhen is { } warnWhen ? ConditionWriter.ToJson(warnWhen) : null)
        .Add("by", rule.By is { } by ? ConditionWriter.ToJson(by) : null)
        .Add("because", Because(rule.Because))
        .Add("source", rule.Sources.Count switch
        {
            0 => null,
            1 => Source(rule.Sources[0]),
            _ => new JsonArray(default, [.. rule.Sources.Select(Source)]),
        })
        .Build());

    private static JsonValue? Because(IReadOnlyList<BecauseSyntax> reasons) => reasons switch
    {
        [] => null,
        [{ Language: "" } only] => only.Text,
        _ => new JsonObject(default, [.. reasons.Select(r => new JsonMember(r.Language, default, r.Text))]),
    };

    private static JsonObject Source(SourceSyntax source) => new ObjectBuilder()
        .Text("document", source.Document?.Text)
        .Text("speaker", source.Speaker)
        .Text("article", source.Article)
        .Text("quote", source.Quote)
        .Text("url", source.Url)
        .Build();

    private static JsonValue Parameter(ParameterSyntax parameter)
    {
        var value = parameter.Value ?? throw new ArgumentException($"The parameter '{parameter.Name}' has no value.", nameof(parameter));
        return parameter is { Description: null, Type: null, Of: null } ? value : new ObjectBuilder()
            .Add("value", value)
            .Text("type", parameter.Type is { } type ? ParameterTypes.WordOf(type) : null)
            .Text("of", parameter.Of?.Text)
            .Text("description", parameter.Description)
            .Build();
    }

    private static JsonObject Document(DocumentSyntax document) => new ObjectBuilder()
        .Text("title", document.Title)
        .Text("publisher", document.Publisher)
        .Text("published", document.Published)
        .Text("url", document.Url)
        .Build();

    private static JsonArray? Names(IReadOnlyList<Name> names) =>
        names.Count == 0 ? null : new JsonArray(default, [.. names.Select(n => new JsonText(default, n.Text))]);

    private static JsonObject Each<T>(IReadOnlyList<T> all, Func<T, Name> name, Func<T, JsonValue> value) =>
        new(default, [.. all.Select(one => new JsonMember(name(one).Text, default, value(one)))]);

    private T Opened<T>(T value) where T : JsonValue
    {
        _opened.Add(value);
        return value;
    }
}
