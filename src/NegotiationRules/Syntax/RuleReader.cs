using System.Text.RegularExpressions;
using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads one rule.</summary>
internal sealed partial class RuleReader(ConditionReader conditions, SyntaxDiagnostics diagnostics)
{
    internal static readonly string[] Strengths = ["required", "expected", "preferred", "claim"];

    internal static readonly ObjectShape Shape = new("a rule",
        ("id", "\"legally-binding\""),
        ("title", "\"The agreement is legally binding\""),
        ("description", "\"…\""),
        ("stage", "\"talks\""),
        ("holder", "\"RU\""),
        ("strength", "\"required\""),
        ("weight", "2"),
        ("forEach", "\"parties\""),
        ("as", "\"party\""),
        ("when", "{ … }"),
        ("require", "{ \"agreement.form\": \"written\" }"),
        ("warnWhen", "{ \"agreement.breachedBy\": { \"known\": true } }"),
        ("by", "\"2022-01-09\""),
        ("because", "\"A promise given by word of mouth can be denied.\""),
        ("source", "{ \"document\": \"interview\", \"quote\": \"…\" }"));

    internal static readonly ObjectShape SourceShape = new("a source",
        ("document", "\"interview\""), ("speaker", "\"…\""), ("article", "\"…\""), ("quote", "\"…\""), ("url", "\"…\""));

    /// <summary>Whether this is no rule but an object of rules under their ids.</summary>
    public static bool AreRulesById(JsonObject value) => value.Members.All(m => m.Value is JsonObject && !Shape.Has(m.Name));

    /// <summary>The rule under its id, as it would stand in a list.</summary>
    public static JsonObject WithId(JsonMember rule) =>
        (JsonObject)rule.Value is var value && value.Find("id") is not null ? value
            : value with { Members = [new JsonMember("id", rule.NameSpan, new JsonText(rule.NameSpan, rule.Name)), .. value.Members] };

    /// <summary>The rule; <see langword="null"/>, with a diagnostic, if it is no object.</summary>
    /// <param name="value">What stands in the list of rules.</param>
    /// <param name="number">Its place in the list, counted from 1: a rule without an id is known by it, so that what is wrong inside is
    /// found all the same.</param>
    public RuleSyntax? Read(JsonValue value, int number)
    {
        if (value is not JsonObject rule)
        {
            diagnostics.WrongKind(value, "a rule", "an object", "{ \"id\": \"legally-binding\", \"require\": { … } }");
            return null;
        }

        var members = new MemberReader(rule, Shape, diagnostics);
        var id = members.RequiredName("id");
        var strength = ReadStrength(members);
        var read = new RuleSyntax
        {
            Span = rule.Span,
            Id = id ?? new Name($"rule {number}", rule.Span with { Length = 1 }),
            Title = members.Text("title"),
            Description = members.Text("description"),
            Stage = members.Name("stage"),
            Holder = members.Find("holder")?.Value is JsonObject ? null : members.Name("holder"),
            Strength = strength,
            Weight = ReadWeight(members),
            ForEach = ReadForEach(rule, members),
            When = conditions.Optional(members.Find("when")),
            Require = conditions.Optional(members.Find("require")),
            WarnWhen = conditions.Optional(members.Find("warnWhen")),
            By = ReadBy(members),
            Because = ReadBecause(members),
            Sources = ReadSources(members),
        };
        CheckConditions(rule, members, id);
        return read;
    }

    private void CheckConditions(JsonObject rule, MemberReader members, Name? id)
    {
        if (members.Find("require") is { } require && members.Find("warnWhen") is { } warnWhen)
        {
            var second = require.NameSpan.Start < warnWhen.NameSpan.Start ? warnWhen : require;
            diagnostics.RequireAndWarnWhen(second.NameSpan, second.Name);
        }
        else if (
            members.Find("require") is null
            && members.Find("warnWhen") is null
            && !rule.Members.Any(m => ObjectShape.IsOfCondition(m.Name))
        )
        {
            diagnostics.NeitherRequireNorWarnWhen(rule, id?.Text);
        }
    }

    private Name? ReadStrength(MemberReader members)
    {
        if (members.Of<JsonText>(members.Find("strength"), "text") is not { } strength)
        {
            return null;
        }

        if (Strengths.Contains(strength.Value))
        {
            return new Name(strength.Value, strength.Span);
        }

        diagnostics.UnknownStrength(strength, Spelling.Nearest(strength.Value, Strengths), Strengths);
        return null;
    }

    private JsonNumber? ReadWeight(MemberReader members)
    {
        if (members.Number("weight") is not { } weight)
        {
            return null;
        }

        // Positive whatever its size: a digit other than 0 before the exponent, and no sign.
        if (weight.Digits.StartsWith('-') || weight.Digits.TakeWhile(c => c is not ('e' or 'E')).All(c => c is '0' or '.'))
        {
            diagnostics.WeightNotPositive(weight);
            return null;
        }

        var strength = members.Find("strength");
        if (strength is null || (strength.Value is JsonText { Value: var text } && text != "preferred" && Strengths.Contains(text)))
        {
            diagnostics.WeightWithoutPreferred(members.Find("weight")!, strength);
        }

        return weight;
    }

    private ForEachSyntax? ReadForEach(JsonObject rule, MemberReader members)
    {
        var name = ElementName.Read(members.Find("as"), diagnostics);
        var holder = ReadHolder(members);
        if (members.Find("forEach") is { } list)
        {
            return new ForEachSyntax(list.NameSpan, conditions.Operands.ReadList(list), name, holder);
        }

        // Beside what stands one level too high, it belongs to that.
        if (members.Find("as") is { } stray && !rule.Members.Any(m => m.Name != "as" && ObjectShape.IsOfCondition(m.Name)))
        {
            diagnostics.NameOfNoElement(stray);
        }

        return null;
    }

    private OperandSyntax? ReadHolder(MemberReader members)
    {
        if (members.Find("holder") is not { Value: JsonObject } holder)
        {
            return null;
        }

        if (members.Find("forEach") is not null)
        {
            return conditions.Operands.ReadValue(holder.Value, "holder", null);
        }

        diagnostics.HolderOfNoElement(holder);
        return null;
    }

    private OperandSyntax? ReadBy(MemberReader members)
    {
        if (members.Find("by") is not { } by)
        {
            return null;
        }

        if (by.Value is JsonText or JsonObject)
        {
            return conditions.Operands.ReadValue(by.Value, "by", null);
        }

        diagnostics.WrongKind(by.Value, "`by`", "a day", members.ExampleOf("by"));
        return new BrokenOperandSyntax(by.Value.Span);
    }

    private IReadOnlyList<BecauseSyntax> ReadBecause(MemberReader members)
    {
        var because = members.Find("because");
        switch (because?.Value)
        {
            case null:
                return [];
            case JsonText text:
                return [new BecauseSyntax(string.Empty, text)];
            case JsonObject { Members.Count: 0 } empty:
                diagnostics.EmptyObject(empty, "`because`", "\"because\": \"…\" or \"because\": { \"en\": \"…\", \"ru\": \"…\" }");
                return [];
            case JsonObject languages:
                return [.. languages.Members.Select(ReadReason).OfType<BecauseSyntax>()];
            default:
                diagnostics.WrongKind(
                    because.Value, "`because`", "text or an object of texts by language",
                    "\"because\": { \"en\": \"…\", \"ru\": \"…\" }"
                );
                return [];
        }
    }

    private BecauseSyntax? ReadReason(JsonMember reason)
    {
        if (!Language().IsMatch(reason.Name))
        {
            diagnostics.NotALanguage(reason.NameSpan, reason.Name);
            return null;
        }

        if (reason.Value is JsonText text)
        {
            return new BecauseSyntax(reason.Name, text);
        }

        diagnostics.WrongKind(reason.Value, $"the reason in `{reason.Name}`", "text", $"\"{reason.Name}\": \"…\"");
        return null;
    }

    private IReadOnlyList<SourceSyntax> ReadSources(MemberReader members)
    {
        switch (members.Find("source")?.Value)
        {
            case null:
                return [];
            case JsonArray { Items.Count: 0 } empty:
                diagnostics.EmptyList(empty.Span, "source", "source");
                return [];
            case JsonArray list:
                return [.. list.Items.Select(ReadSource).OfType<SourceSyntax>()];
            case var source:
                return ReadSource(source) is { } single ? [single] : [];
        }
    }

    private SourceSyntax? ReadSource(JsonValue value)
    {
        switch (value)
        {
            case JsonText text:
                diagnostics.WrongKind(text, "the source of a rule", "an object", $"{{ \"quote\": {Excerpt.Of(text)} }}");
                return null;
            case JsonObject { Members.Count: 0 } empty:
                diagnostics.EmptyObject(empty, "this source", "{ \"document\": \"interview\", \"quote\": \"…\" }");
                return null;
            case JsonObject source:
                var members = new MemberReader(source, SourceShape, diagnostics);
                return new SourceSyntax(
                    source.Span, members.Name("document"), members.Text("speaker"), members.Text("article"),
                    members.Text("quote"), members.Text("url")
                );
            default:
                diagnostics.WrongKind(value, "the source of a rule", "an object", "{ \"document\": \"interview\", \"quote\": \"…\" }");
                return null;
        }
    }

    // As in BCP 47: a language of two or three letters, then script, region and the like.
    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
