using NegotiationRules.Checking;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Places;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Testing;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>Values that may stand at a place.</summary>
internal sealed class ValueSuggestions(Workspace workspace, OpenDocument document, Grammar grammar)
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
        SpotKind.ScenarioPath => Scenarios(),
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

    private IEnumerable<Suggestion> Names(NameKind kind) => workspace.NamesFor(document).Of(kind).Select(name =>
        new Suggestion(JsonPrinter.Quote(name.Name), name.Name, SuggestionKind.Name, Rank: 1)
        {
            Documentation = Wordings.Of(Wordings.Block(NamedThings.Excerpt(name.Value))),
        });

    private static IEnumerable<Suggestion> Operands() => ((string[])["fact", "parameter", "quantity"]).Select(form =>
        new Suggestion($"{{ \"{form}\": ", $"{{ \"{form}\" }}", SuggestionKind.Form, Rank: 2) { Behind = "\"$1\" }" });

    private static IEnumerable<Suggestion> Braces() => [new Suggestion("{ ", "{ }", SuggestionKind.Form, Rank: 2) { Behind = "$1 }" }];

    private static IEnumerable<Suggestion> Words(IEnumerable<string> words) =>
        words.Select(word => new Suggestion(JsonPrinter.Quote(word), word, SuggestionKind.Word, Rank: 1));

    private static IEnumerable<Suggestion> Literals(params IEnumerable<string> literals) =>
        literals.Select(literal => new Suggestion(literal, literal, SuggestionKind.Value, Rank: 1));

    private IEnumerable<Suggestion> FilesBeside(FileKind kind)
    {
        var folder = Path.GetDirectoryName(document.Path)!;
        return Workspace.FilesIn(folder, kind).Where(path => path != document.Path).Select(path => PathOf(folder, path));
    }

    private IEnumerable<Suggestion> Scenarios()
    {
        var folder = Path.GetDirectoryName(document.Path)!;
        return ScenarioChoice.Beside(document.Path).Concat(Workspace.FilesIn(folder, FileKind.Scenario))
            .Select(path => PathOf(folder, path));
    }

    private static Suggestion PathOf(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        return new Suggestion(JsonPrinter.Quote(relative), relative, SuggestionKind.File, Rank: 1);
    }
}
