using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What can be wrong with the inputs of a workflow. Codes NR7280 to NR7299, NR7322 to NR7345.</summary>
internal sealed class InputDiagnostics(DiagnosticBag bag)
{
    private readonly HashSet<string> _told = [];

    public void Contradiction(string path, Evidence here, ShapeKind kindHere, Evidence before, ShapeKind kindBefore) =>
        bag.Error(
            "NR7280",
            here.Span,
            $"`{Clean(path)}` is {here.Words} here, which makes it {InWords(kindHere)}; {before.PlaceSeenFrom(here.Span)} it is "
                + $"{before.Words}, which makes it {InWords(kindBefore)}",
            "correct one of the two, or describe the inputs in a vocabulary");

    public void TakenForText(string path, Span at) =>
        bag.Warning("NR7281", at, $"nothing tells what `{Clean(path)}` is; it is taken for text", GiveSample);

    public void TakenForNumber(string path, Span at) =>
        bag.Warning("NR7282", at, $"nothing tells whether `{Clean(path)}` is a number or a date; it is taken for a number", GiveSample);

    /// <param name="division">The quotient.</param>
    /// <param name="open">The side of which nothing tells whether it has decimals.</param>
    public void DividedWithDecimals(BinaryExpression division, ExpressionSyntax open) =>
        bag.Warning(
            "NR7340",
            division.Span,
            $"nothing tells whether {ExpressionWords.Of(open)} is whole, and whole numbers are divided without a rest; it is divided "
                + "with decimals",
            division.Right is NumberExpression { Suffix: "", Digits: var digits }
                ? $"write / {digits}.0 if that is meant, or give a sample of the inputs in which it is whole"
                : GiveSample,
            division.Right is NumberExpression { Suffix: "", Digits: var whole } ? Cure.Replace(division.Right.Span, $"{whole}.0") : null
        );

    public void ListOfLists(string path, Span at) =>
        bag.Error("NR7283", at, $"`{Clean(path)}` is a list of lists, which no fact can be", "make the inner list a member of an object");

    public void BadName(string name, Span at) =>
        bag.Error(
            "NR7284", at, $"`{Clean(name)}` cannot be the name of a fact",
            "a name is not empty, has no `.`, `[`, `]`, `{`, `}`, quotation mark or line break, and no white space at its ends"
        );

    public void SpeltTwice(string name, string before, Span at) =>
        bag.Error(
            "NR7285",
            at,
            $"`{Clean(name)}` is spelt `{Clean(before)}` in an earlier sample",
            "spell it alike everywhere: expressions find it in either letter case, a scenario does not"
        );

    public void ContainsItself(string path, Span at) =>
        bag.Error(
            "NR7287", at, $"`{Clean(path)}` would contain itself without end",
            "compare members of the objects instead of the objects"
        );

    public void ClockIsTaken(Span at, string clock, string kind) =>
        bag.Error(
            "NR7288",
            at,
            $"this is the fact `{Clean(clock)}`, a date and time, and the input `{Clean(clock)}` is {kind}",
            "rename the input"
        );

    public void ClockIsMissing(Span at, string clock, string vocabulary) =>
        bag.Error(
            "NR7289",
            at,
            $"this is the fact `{Clean(clock)}`, which `{Clean(vocabulary)}` does not have",
            $"add it beside the inputs: \"{Clean(clock)}\": {{ \"type\": \"string\", \"format\": \"date-time\" }}"
        );

    // Once for each: the others stand in the same place in a scenario.
    public void TakenForEnumeration(string root, string type, Name word, Span at)
    {
        if (_told.Add(type))
        {
            bag.Warning(
                "NR7322",
                at,
                $"`{Clean(type)}` is taken for an enumeration, whose values are texts in a scenario: here \"{Clean(word.Text)}\"",
                $"write the text: \"{Clean(word.Text)}\"; if `{Clean(root)}` is an input, give a scenario that has it, or describe the "
                    + "inputs in a vocabulary",
                Cure.Replace(at, $"\\\"{Clean(word.Text)}\\\"")
            );
        }
    }

    public void ReadAsMember(string name, string input, Span at) =>
        bag.Warning(
            "NR7323",
            at,
            $"`{Clean(name)}` is read as `{Clean(input)}.{Clean(name)}`: where there is one input, its members may stand alone",
            $"write `{Clean(input)}.{Clean(name)}`, or \"{Clean(name)}\" if it is a text; if it is an input, give a scenario that has both",
            Cure.Of(new TextEdit(at with { Length = 0 }, $"{Clean(input)}."))
        );

    /// <param name="names">The names, in the order in which they were met.</param>
    /// <param name="input">What the input may be of which they are members.</param>
    /// <param name="at">The first of them.</param>
    public void TakenForInputs(IReadOnlyList<string> names, string input, Span at)
    {
        var (first, isOne) = (Clean(names[0]), names.Count == 1);
        bag.Warning(
            "NR7324",
            at,
            $"{Spelling.List(names.Select(Clean), "and")} {(isOne ? "is taken for an input" : "are taken for inputs")}, since nothing "
                + $"says what {(isOne ? "it is a member" : "they are members")} of",
            $"write `{Clean(input)}.{first}` for a member of `{Clean(input)}`, \"{first}\" for a text; for an input, give a scenario "
                + "that has it"
        );
    }

    /// <param name="name">What a scenario gives.</param>
    /// <param name="read">The inputs that expressions read.</param>
    public void Unread(Name name, IReadOnlyCollection<string> read) =>
        bag.Warning(
            "NR7345",
            name.Span,
            $"no expression reads `{Clean(name.Text)}`",
            read.Count == 0 ? "leave it out, or read it"
                : $"what is read is {Spelling.List(read.Select(Clean), "and")}: call the input as expressions do, or leave it out"
        );

    public void TakenForOwn(string record, string member, Span at) =>
        bag.Warning(
            "NR7343",
            at,
            $"`{Clean(member)}` is taken for a member of its own that `{Clean(record)}` has; the values of a dictionary are not translated",
            $"give a sample of the inputs that has `{Clean(record)}`, or describe the inputs in a vocabulary"
        );

    public static string Clean(string text) => ScenarioDiagnostics.Clean(text);

    private const string GiveSample = "give a sample of the inputs in which it has a value, or describe the inputs in a vocabulary";

    public static string InWords(ShapeKind kind) => kind switch
    {
        ShapeKind.Boolean => "true or false",
        ShapeKind.Number => "a number",
        ShapeKind.DateTime => "a date and time",
        ShapeKind.DateTimeOffset => "a date and time with an offset",
        ShapeKind.DateOnly => "a date without a time",
        ShapeKind.TimeSpan => "a duration",
        ShapeKind.Guid => "an identifier",
        ShapeKind.List => "a list",
        ShapeKind.Record => "an object",
        _ => "text",
    };
}
