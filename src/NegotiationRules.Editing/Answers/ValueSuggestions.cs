using NegotiationRules.Checking;
using NegotiationRules.Editing.Knowledge;
using NegotiationRules.Editing.Places;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Testing;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Answers;

/// <summary>Values that may stand at a place.</summary>
internal sealed class ValueSuggestions(EditedFiles files, WrittenText text, Grammar grammar)
{
    private readonly FactSuggestions _facts = new(grammar.Scopes);

    public IEnumerable<Suggestion> For(Cursor cursor) => cursor.At.Kind switch
    {
        SpotKind.Fact => _facts.In(cursor.At.Scope, PathUse.Fact),
        SpotKind.List => _facts.In(cursor.At.Scope, PathUse.List),
        SpotKind.FactOfElements => _facts.In(cursor.At.Scope, PathUse.FactOfElements),
        SpotKind.StageName => Names(NameKind.Stage),
        SpotKind.PartyId => Names(NameKind.Party),
        SpotKind.ParameterName => Names(NameKind.Parameter),
        SpotKind.ConditionName => Names(NameKind.Condition),
        SpotKind.QuantityName => Names(NameKind.Quantity),
        SpotKind.RuleId => Names(NameKind.Rule),
        SpotKind.DocumentId => Names(NameKind.Document),
        SpotKind.Strength => Words(RuleReader.Strengths),
        SpotKind.Move => Words(CalendarMoves.Names),
        SpotKind.OutcomeOfRule => Words(OutcomeNames.All(ofRule: true)),
        SpotKind.OutcomeOfStage => Words(OutcomeNames.All(ofRule: false)),
        SpotKind.Flag => Literals("true", "false"),
        SpotKind.VocabularyPath => [.. Words([Vocabulary.BuiltIn]), .. FilesBeside(FileKind.Vocabulary)],
        SpotKind.RulesPath => FilesBeside(FileKind.Rules),
        SpotKind.ScenarioPath => files.ScenariosFor(text.Path).Select(PathOf),
        SpotKind.OneOf or SpotKind.SchemaReference => cursor.At.Choices.Select(Choice),
        SpotKind.Facts => OfType(cursor.At.Type),
        SpotKind.Value => [.. OfType(cursor.At.Type), .. cursor.Value is null or JsonNull ? Operands() : []],
        SpotKind.Operand => cursor.Value is null or JsonNull ? Operands() : [],
        SpotKind.Condition when cursor.Value is null or JsonNull => Braces(),
        _ => [],
    };

    private static IEnumerable<Suggestion> OfType(FactType? type) => type switch
    {
        BooleanType => Literals("true", "false"),
        TextType { Values: { } values } => Words(values),
        ListType list => OfType(list.Element),
        _ => [],
    };

    private IEnumerable<Suggestion> Names(NameKind kind) => files.NamesFor(text).Of(kind).Select(name =>
        new Suggestion(JsonPrinter.Quote(name.Name), name.Name, SuggestionKind.Name, Rank: 1)
        {
            Documentation = Wordings.Of(Wordings.Block(Excerpts.Of(name.Value))),
        });

    private static IEnumerable<Suggestion> Operands() => ((string[])["fact", "parameter", "quantity"]).Select(form =>
        new Suggestion($"{{ \"{form}\": ", $"{{ \"{form}\" }}", SuggestionKind.Form, Rank: 2) { Behind = "\"" + Filling.Place + "\" }" });

    private static IEnumerable<Suggestion> Braces() =>
        [new Suggestion("{ ", "{ }", SuggestionKind.Form, Rank: 2) { Behind = Filling.Place + " }" }];

    private static IEnumerable<Suggestion> Words(IEnumerable<string> words) =>
        words.Select(word => new Suggestion(JsonPrinter.Quote(word), word, SuggestionKind.Word, Rank: 1));

    private static Suggestion Choice(SpotChoice choice)
    {
        var text = JsonPrinter.Print(choice.Value, indented: false);
        return choice.Value is JsonText word
            ? new Suggestion(text, word.Value, SuggestionKind.Word, Rank: 1) { Detail = choice.Says }
            : new Suggestion(text, text, SuggestionKind.Value, Rank: 1) { Detail = choice.Says };
    }

    private static IEnumerable<Suggestion> Literals(params IEnumerable<string> literals) =>
        literals.Select(literal => new Suggestion(literal, literal, SuggestionKind.Value, Rank: 1));

    private IEnumerable<Suggestion> FilesBeside(FileKind kind) =>
        files.In(text.Folder, kind).Where(path => path != text.Path).Select(PathOf);

    private Suggestion PathOf(string path)
    {
        var relative = Path.GetRelativePath(text.Folder, path).Replace('\\', '/');
        return new Suggestion(JsonPrinter.Quote(relative), relative, SuggestionKind.File, Rank: 1);
    }
}
