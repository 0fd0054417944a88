using NegotiationRules.Checking;
using NegotiationRules.Editing.Knowledge;
using NegotiationRules.Editing.Places;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Rendering;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Answers;

/// <summary>What is shown of a place that somebody points at.</summary>
/// <param name="Markdown">What is said.</param>
/// <param name="Span">Of what it is said.</param>
internal sealed record HoverAnswer(string Markdown, Span Span);

/// <summary>Finds what is to be shown of a place.</summary>
internal static class Hovers
{
    /// <param name="files">The files around the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="offset">The place.</param>
    /// <returns><see langword="null"/> if there is nothing to say.</returns>
    public static HoverAnswer? At(EditedFiles files, WrittenText text, int offset)
    {
        if (TolerantReader.IsInComment(text.Source, offset) || files.GrammarOf(text) is not { } grammar)
        {
            return null;
        }

        var cursor = Cursor.Find(text, grammar, offset);
        var said = cursor switch
        {
            { Part: CursorPart.Name, Member: { } member, Owner: JsonObject owner } =>
                OfName(files, text, grammar, cursor.At, owner, member),
            { Value: JsonText value } => OfValue(files, text, grammar, cursor.At, value),
            _ => null,
        };
        return said is null ? null : new HoverAnswer(said, cursor.Span);
    }

    private static string? OfName(
        EditedFiles files, WrittenText text, Grammar grammar, Spot at, JsonObject owner, JsonMember member)
    {
        var named = grammar.OfName(at, owner, member);
        if (named.Kind == SpotKind.Facts)
        {
            return named.Type is RecordType record && record.SlotOf(member.Name) is >= 0 and var slot
                ? Wordings.OfFact(member.Name, record.Properties[slot].Type) : null;
        }

        if (named.Kind == SpotKind.Schemas)
        {
            return ((VocabularyGrammar)grammar).TypeOf(member.Value) is { } type ? Wordings.OfFact(member.Name, type) : null;
        }

        return named.Kind is not SpotKind.Nothing
            ? OfWord(files, text, grammar, named, member.Name, member.NameSpan)
            : at.Kind switch
            {
                SpotKind.Condition when ConditionGrammar.FormOf(owner) is { } form && form.Keyword == member.Name => Wordings.OfForm(form),
                SpotKind.Rule when member.Name == "id" && member.Value is JsonText id => OfRule(files, text, id.Value),
                SpotKind.Schema => VocabularyKeywords.Find(member.Name) is { } row ? Wordings.OfKeyword(row) : null,
                _ => OfWordOfLanguage(member.Name) ?? OfKey(at.Kind, member.Name),
            };
    }

    private static string? OfValue(EditedFiles files, WrittenText text, Grammar grammar, Spot at, JsonText value) =>
        at.Kind == SpotKind.Value && at.Type is { } type ? Wordings.Of($"{KindWords.Of(type)}")
        : at.Kind == SpotKind.SchemaReference
            ? ((VocabularyGrammar)grammar).Referred(value.Value) is { } referred ? Wordings.OfFact(value.Value, referred) : null
        : at.Kind == SpotKind.OneOf
            ? at.Choices.FirstOrDefault(one => one.Value is JsonText word && word.Value == value.Value)?.Says is { } says
                ? Wordings.Of($"**{Wordings.Code(value.Value)}** — {says}") : null
        : OfWord(files, text, grammar, at, value.Value, value.Span);

    private static string? OfWord(EditedFiles files, WrittenText text, Grammar grammar, Spot at, string word, Span span)
    {
        var names = files.NamesFor(text);
        return at.Kind switch
        {
            SpotKind.Fact or SpotKind.List or SpotKind.FactOfElements => OfFact(grammar, at.Scope, at.Kind, word, span),
            SpotKind.RuleId or SpotKind.RuleDefinition => OfRule(files, text, word),
            SpotKind.ConditionName or SpotKind.Conditions => OfDeclared(names, NameKind.Condition, word, "a named condition"),
            SpotKind.QuantityName or SpotKind.Quantities => OfDeclared(names, NameKind.Quantity, word, "a quantity"),
            SpotKind.ParameterName or SpotKind.Parameters => OfDeclared(names, NameKind.Parameter, word, "a parameter"),
            SpotKind.DocumentId or SpotKind.Documents => OfDeclared(names, NameKind.Document, word, "a document"),
            SpotKind.PartyId or SpotKind.Parties => OfDeclared(names, NameKind.Party, word, "a party"),
            SpotKind.StageName or SpotKind.Stage or SpotKind.StageDefinition => OfStage(files, text, word),
            _ => null,
        };
    }

    private static string? OfFact(Grammar grammar, ElementScope scope, SpotKind kind, string path, Span span)
    {
        var name = new Name(path, span);
        var type = kind == SpotKind.Fact ? grammar.Scopes.Fact(name, scope)?.Type : null;
        if (type is null && kind != SpotKind.Fact)
        {
            var element = grammar.Scopes.Enter(new JsonText(span, path), null, scope, goesOn: kind == SpotKind.FactOfElements);
            type = ReferenceEquals(element, scope) ? null : new ListType(element.Type);
        }

        return type is null ? null : Wordings.OfFact(path, type);
    }

    private static string? OfDeclared(DeclaredNames names, NameKind kind, string name, string what) =>
        names.Find(kind, name) is { } declared
            ? Wordings.Of($"**{Wordings.Code(name)}** — {what}", Wordings.Block(Excerpts.Of(declared.Value)))
            : null;

    private static string OfStage(EditedFiles files, WrittenText text, string stage)
    {
        var chosen = EditedFiles.RulesOf(text) is { } rules ? files.VerdictOn(rules) : null;
        var verdict = chosen?.Verdict?.Stages.FirstOrDefault(one => one.Name == stage);
        return Wordings.Of($"**{Wordings.Code(stage)}** — a stage",
            verdict is null ? null : Wordings.Block(verdict.ToString(), "text"), chosen is null ? null : On(chosen));
    }

    private static string? OfRule(EditedFiles files, WrittenText text, string id)
    {
        if (EditedFiles.RulesOf(text) is not { } path || files.RulesAt(files.WholeOf(path)) is not { } rules
            || rules.Rules.FirstOrDefault(rule => rule.Id == id) is not { } rule)
        {
            return null;
        }

        var chosen = files.VerdictOn(path);
        return Wordings.Of(
            $"**{MarkdownText.Escape(OneLine.Of(rule.Title ?? rule.Id))}**",
            RuleSetDescriber.Describe(rules.Checked, rule),
            chosen?.Verdict is { } verdict && LineOf(verdict, id) is { } line ? Wordings.Block(line.TrimEnd('\n'), "text") : null,
            chosen is null ? null : On(chosen));
    }

    private static string On(ChosenVerdict chosen) =>
        chosen.Fault is null ? $"on the scenario {Wordings.Code(chosen.Scenario)}"
            : $"no verdict on the scenario {Wordings.Code(chosen.Scenario)}: {MarkdownText.EscapeLine(chosen.Fault)}";

    private static string? LineOf(Verdict verdict, string id)
    {
        try
        {
            var outline = verdict.Explain(ExplanationOptions.Default with { ShowAll = true }).Outline;
            return Find(outline) is { } node ? TextRenderer.Render(node) : null;
        }
        catch (ScenarioException)
        {
            // The verdict stands; only why it is so takes more steps than are allowed.
            return verdict.Rule(id).ToString();
        }

        ExplanationNode? Find(ExplanationNode node) => node.RuleId == id ? node
            : node.Children.Select(Find).FirstOrDefault(found => found is not null);
    }

    private static string? OfWordOfLanguage(string word) =>
        Operators.Find(word) is { } row ? Wordings.OfOperator(row)
        : OperandFunctions.Find(word) is { } function ? Wordings.OfFunction(OperandFunctions.Of(function))
        : ConditionForms.Table.FirstOrDefault(form => form.Keyword == word) is { } form ? Wordings.OfForm(form)
        : null;

    private static string? OfKey(SpotKind kind, string key) =>
        NameSuggestions.ShapeOf(kind) is { } shape && shape.Has(key) ? Wordings.OfKey(shape, key) : null;
}
