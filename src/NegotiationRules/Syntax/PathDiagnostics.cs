using System.Text.RegularExpressions;
using NegotiationRules.Text;
using static NegotiationRules.Syntax.SyntaxDiagnostics;

namespace NegotiationRules.Syntax;

/// <summary>What can be wrong with paths and the names of lists: NR1080 to NR1085.</summary>
internal static partial class PathDiagnostics
{
    public static void EmptySegment(this SyntaxDiagnostics diagnostics, Span at, string path, Span whole) =>
        diagnostics.Error("NR1080", at, path.Length == 0 ? "a fact's path is empty" : $"the path `{path}` has an empty part",
            path.Trim('.', ' ').Length == 0 ? "write the path of a fact, such as `agreement.form`" : $"write `{WithoutElements(path)}`",
            path.Trim('.', ' ').Length == 0 ? null : Cure.Rename(whole, WithoutElements(path)));

    public static void SpaceInPath(this SyntaxDiagnostics diagnostics, Span at, string path, Span whole) =>
        diagnostics.Error("NR1081", at, $"the path `{path}` has white space at the end of a part", $"write `{WithoutElements(path)}`",
            Cure.Rename(whole, WithoutElements(path)));

    public static void IndexInPath(this SyntaxDiagnostics diagnostics, Span at, string path) =>
        diagnostics.Error("NR1082", at, $"the path `{path}` has brackets in it, but a path picks no elements of a list", Quantified(path));

    public static void StarInPath(this SyntaxDiagnostics diagnostics, Span at, string path) =>
        diagnostics.Error("NR1083", at, $"the path `{path}` has a `*`, which stands for nothing here", Quantified(path));

    public static void CharacterInPath(this SyntaxDiagnostics diagnostics, Span at, string path, char character) =>
        diagnostics.Error("NR1084", at,
            character == '`' ? "a path cannot have a backtick in it" : $"the path `{path}` has a `{character}` in it",
            "the parts of a path are names joined by dots, such as `agreement.form`");

    public static void ListNameExpected(this SyntaxDiagnostics diagnostics, JsonMember member) =>
        diagnostics.Error("NR1085", Opening(member.Value), $"`{member.Name}` must be the path of a list, but this is {member.Value.Kind}",
            member.Value switch
            {
                JsonArray { Items: [JsonText, ..] } =>
                    $"make a parameter of the list and write {{ \"{member.Name}\": {{ \"parameter\": \"…\" }}, … }}",
                JsonObject fact when fact.Find("fact") is { } path => $"write the path itself: \"{member.Name}\": {Excerpt.Of(path.Value)}",
                JsonObject { Members: [{ Value: JsonObject elements } list] }
                    when ConditionForms.Table.FirstOrDefault(form => form.Keyword == member.Name)?.PartOfElements is { } part =>
                    $"write \"{member.Name}\": \"{list.Name}\", \"{part}\": {Excerpt.Of(elements)}",
                _ =>
                    $"write \"{member.Name}\": \"parties\", \"{member.Name}\": {{ \"parameter\": \"…\" }} or \"{member.Name}\": {{ "
                        + "\"list\": \"parties\", \"where\": { … } }",
            },

            member.Value switch
            {
                JsonObject { Members.Count: 1 } fact when fact.Find("fact") is { Value: JsonText } path => Cure.Replace(
                    member.Value.Span,
                    Excerpt.Whole.Quote(path.Value)
                ),
                JsonObject { Members: [{ Value: JsonObject elements } list] }
                    when ConditionForms.Table.FirstOrDefault(form => form.Keyword == member.Name)?.PartOfElements is { } part =>
                    Cure.Replace(member.Value.Span, $"{list.NameSpan.Characters}, \"{part}\": {Excerpt.Whole.Quote(elements)}"),
                _ => null,
            });

    // `parties[0].id` and `parties.*.id`: up to the last bracket or star it is the list, what follows is said of its elements.
    private static string Quantified(string path)
    {
        var end = path.LastIndexOfAny([']', '[', '*']) + 1;
        var list = WithoutElements(path[..end]);
        var fact = WithoutElements(path[end..]);
        var element = fact.Length == 0 ? "{ … }" : $"{{ \"{fact}\": … }}";
        return list.Length == 0
            ? "a path goes from the scenario to a fact, such as `agreement.form`; of the elements of a list, a quantifier speaks: { "
                + "\"some\": \"parties\", \"where\": { … } }"
            : $"for some of the elements, write {{ \"some\": \"{list}\", \"where\": {element} }}; for all of them, {{ \"every\": "
                + $"\"{list}\", \"satisfy\": {element} }}";
    }

    private static string WithoutElements(string path) =>
        string.Join('.', Elements().Replace(path, ".").Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"\[[^\]]*\]?|\]|\*", RegexOptions.CultureInvariant)]
    private static partial Regex Elements();
}
