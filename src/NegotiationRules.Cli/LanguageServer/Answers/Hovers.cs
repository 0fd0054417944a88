using NegotiationRules.Checking;
using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Places;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Rendering;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>What is shown of the place that somebody points at.</summary>
internal static class Hovers
{
    public static HoverText? At(Workspace workspace, OpenDocument document, TextPosition position)
    {
        if (workspace.GrammarOf(document) is not { } grammar)
        {
            return null;
        }

        var cursor = Cursor.Find(document, grammar, position.In(document.Source));
        var text = cursor switch
        {
            { Part: CursorPart.Name, Member: { } member, Owner: JsonObject owner } =>
                OfName(workspace, document, grammar, cursor.At, owner, member),
            { Value: JsonText value } => OfValue(workspace, document, grammar, cursor.At, value),
            _ => null,
        };
        return text is null ? null : new HoverText(text, TextRange.Of(cursor.Span));
    }

    private static MarkupText? OfName(
        Workspace workspace, OpenDocument document, Grammar grammar, Spot at, JsonObject owner, JsonMember member)
    {
        var named = grammar.OfName(at, owner, member);
        if (named.Kind == SpotKind.Facts)
        {
            return named.Type is RecordType record && record.SlotOf(member.Name) is >= 0 and var slot
                ? Wordings.OfFact(member.Name, record.Properties[slot].Type) : null;
        }

        return named.Kind is not SpotKind.Nothing
            ? OfWord(workspace, document, grammar, named, member.Name, member.NameSpan)
            : at.Kind switch
            {
                SpotKind.Condition when ConditionGrammar.FormOf(owner) is { } form && form.Keyword == member.Name => Wordings.OfForm(form),
                SpotKind.Rule when member.Name == "id" && member.Value is JsonText id => OfRule(workspace, document, id.Value),
                _ => OfWordOfLanguage(member.Name) ?? OfKey(at.Kind, member.Name),
            };
    }

    private static MarkupText? OfValue(Workspace workspace, OpenDocument document, Grammar grammar, Spot at, JsonText value) =>
        at.Kind == SpotKind.Value && at.Type is { } type ? Wordings.Of($"{KindWords.Of(type)}")
        : OfWord(workspace, document, grammar, at, value.Value, value.Span);

    private static MarkupText? OfWord(Workspace workspace, OpenDocument document, Grammar grammar, Spot at, string word, Span span)
    {
        var names = workspace.NamesFor(document);
        return at.Kind switch
        {
            SpotKind.Fact or SpotKind.List or SpotKind.FactOfElements => OfFact(grammar, at.Scope, at.Kind, word, span),
            SpotKind.RuleId or SpotKind.RuleDefinition => OfRule(workspace, document, word),
            SpotKind.ConditionName or SpotKind.Conditions => OfDeclared(names, NameKind.Condition, word, "a named condition"),
            SpotKind.QuantityName or SpotKind.Quantities => OfDeclared(names, NameKind.Quantity, word, "a quantity"),
            SpotKind.ParameterName or SpotKind.Parameters => OfDeclared(names, NameKind.Parameter, word, "a parameter"),
            SpotKind.DocumentId or SpotKind.Documents => OfDeclared(names, NameKind.Document, word, "a document"),
            SpotKind.PartyId or SpotKind.Parties => OfDeclared(names, NameKind.Party, word, "a party"),
            SpotKind.StageName or SpotKind.Stage or SpotKind.StageDefinition => OfStage(workspace, document, word),
            _ => null,
        };
    }

    private static MarkupText? OfFact(Grammar grammar, ElementScope scope, SpotKind kind, string path, Span span)
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

    private static MarkupText? OfDeclared(DeclaredNames names, NameKind kind, string name, string what) =>
        names.Find(kind, name) is { } declared
            ? Wordings.Of($"**{Wordings.Code(name)}** — {what}", Wordings.Block(NamedThings.Excerpt(declared.Value)))
            : null;

    private static MarkupText OfStage(Workspace workspace, OpenDocument document, string stage)
    {
        var chosen = RulesFor(document) is { } rules ? workspace.VerdictOn(rules) : null;
        var verdict = chosen?.Verdict?.Stages.FirstOrDefault(one => one.Name == stage);
        return Wordings.Of($"**{Wordings.Code(stage)}** — a stage",
            verdict is null ? null : Wordings.Block(verdict.ToString(), "text"), chosen is null ? null : On(chosen));
    }

    private static MarkupText? OfRule(Workspace workspace, OpenDocument document, string id)
    {
        if (RulesFor(document) is not { } path || workspace.Load(workspace.WholeOf(path)).Rules is not { } rules
            || rules.Rules.FirstOrDefault(rule => rule.Id == id) is not { } rule)
        {
            return null;
        }

        var chosen = workspace.VerdictOn(path);
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

    /// <summary>The rules that a file is or names; <see langword="null"/> if it names none.</summary>
    public static string? RulesFor(OpenDocument document) =>
        document.Kind == Files.FileKind.Tests ? Workspace.RulesOfTests(document)
        : document.Kind == Files.FileKind.Rules ? document.Path : null;

    private static MarkupText? OfWordOfLanguage(string word) =>
        Operators.Find(word) is { } row ? Wordings.OfOperator(row)
        : OperandFunctions.Find(word) is { } function ? Wordings.OfFunction(OperandFunctions.Of(function))
        : ConditionForms.Table.FirstOrDefault(form => form.Keyword == word) is { } form ? Wordings.OfForm(form)
        : null;

    private static MarkupText? OfKey(SpotKind kind, string key) =>
        NameSuggestions.ShapeOf(kind) is { } shape && shape.Has(key) ? Wordings.OfKey(shape, key) : null;
}
