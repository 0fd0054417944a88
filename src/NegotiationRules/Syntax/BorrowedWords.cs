using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>What people who come from other systems write, and what it is called here. Only for suggestions: none of these is
/// accepted.</summary>
internal static class BorrowedWords
{
    private static readonly Dictionary<string, string[]> Comparisons =
        Table([.. Operators.Table.Select(row => (Operators.NameOf(row.Operator), row.Borrowed))]);

    private static readonly Dictionary<string, string[]> Forms = Table(Of(ConditionForms.Table));

    private static readonly Dictionary<string, string[]> Keys = Table(
    [
        ("id", "key identifier"),
        ("title", "label caption name"),
        ("description", "comment comments _comment // note notes remark remarks"),
        ("holder", "owner party actor"),
        ("strength", "priority severity importance level"),
        ("weight", "score points"),
        ("forEach", "foreach forAll per each iterate perElement over"),
        ("when", "if given appliesIf applicableIf"),
        ("require", "expression condition then must assert requires check"),
        ("warnWhen", "warn warning risk"),
        ("by", "deadline due until"),
        ("because", "message reason explanation rationale why errorMessage text"),
        ("source", "sources reference citation"),
        ("include", "includes import imports extends"),
        ("parameters", "params constants variables globalParams localParams"),
        ("vocabulary", "schema model facts"),
        ("quote", "text words"),
        ("published", "date"),
        ("url", "link href uri"),
        .. Of(ConditionForms.Table.SelectMany(form => form.Members)),
    ]);

    private static readonly Dictionary<string, string[]> Operands = Table(
    [
        .. Of(OperandForms.Table),
        .. Of(OperandForms.GoingOn),
        .. Of(OperandForms.Table.SelectMany(form => form.Members)),
        .. OperandFunctions.Table
            .Where(row => row.Borrowed.Length > 0)
            .Select(row => (OperandFunctions.NameOf(row.Function), row.Borrowed)),
    ]);

    private static readonly Dictionary<string, string[]> Selections = Table([.. Of([SelectionForm.Row]), .. Of(SelectionForm.Row.Members)]);

    private static readonly HashSet<string> Absence = new(
        ["isNull", "null", "missing", "unknown", "isUnknown", "undefined", "absent", "unset", "isMissing", "isEmpty"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether this asks for what <c>"known": false</c> asks.</summary>
    public static bool MeansUnknown(string word) => Absence.Contains(word);

    /// <summary>Whether this is another <c>if</c> behind the first.</summary>
    public static bool MeansElseIf(string word) => word.ToUpperInvariant() is "ELSEIF" or "ELSIF" or "ELIF" or "ELSE IF";

    /// <summary>The key of an order that is written with its direction, as <c>rank desc</c> or <c>-rank</c>, and whether it begins with the
    /// greatest; <see langword="null"/> for anything else.</summary>
    public static (string Key, bool IsDescending)? Order(string word) => word.Split(' ') switch
    {
        [var key, var way] when way.ToUpperInvariant() is "DESC" or "DESCENDING" => (key, true),
        [var key, var way] when way.ToUpperInvariant() is "ASC" or "ASCENDING" => (key, false),
        [['-', .. { Length: > 0 } key]] => (key, true),
        [['+', .. { Length: > 0 } key]] => (key, false),
        _ => null,
    };

    /// <summary>Whether this asks for how many elements a list has.</summary>
    public static bool MeansCount(string word) => word == "count" || (Forms.TryGetValue(word, out var ours) && ours.Contains("count"));

    /// <summary>Whether this asks for a mean, which has no form of its own.</summary>
    public static bool MeansAverage(string word) => word.ToUpperInvariant() is "AVG" or "AVERAGE" or "MEAN";

    /// <summary>Whether the word is an operator in another system.</summary>
    public static bool MeansOperator(string word) =>
        (Comparisons.ContainsKey(word.TrimStart('$')) || Denied(word) is not null)
        && word is not ("any" or "all" or "none" or "not" or "min" or "max");

    /// <summary>The operator that is meant. Of a word that denies one, it is never that one, however near it is spelt.</summary>
    public static string? Operator(string word) => Comparisons.ContainsKey(word) || Denied(word) is not { } denied
        ? Find(Comparisons, word, Operators.Names) : Operators.Negated(denied);

    /// <summary>The operator of which a word says the opposite, as <c>notBetween</c> and <c>doesNotMatch</c>.</summary>
    public static string? Denied(string word)
    {
        var before = Array.Find(["doesNot", "isNot", "dont", "not", "non"], b => word.StartsWith(b, StringComparison.OrdinalIgnoreCase));
        return before is null || word.Length <= before.Length || Operators.IsOperator(word) ? null
            : Find(Comparisons, $"{char.ToLowerInvariant(word[before.Length])}{word[(before.Length + 1)..]}", Operators.Names);
    }

    public static string? Form(string word, IEnumerable<string> known) => Find(Forms, word, known);

    public static string? Key(string word, IEnumerable<string> known) => Find(Keys, word, known);

    /// <summary>What is meant by the words of a quantifier in a rule that is asked of each element.</summary>
    public static string? KeyOfEach(string word, JsonObject rule, IReadOnlyCollection<string> known)
    {
        var isEach = rule.Find("forEach") is not null;
        var ours = word switch
        {
            "where" when isEach => "when",
            "satisfy" when isEach => "require",
            "every" when rule.Find("satisfy") is null && (rule.Find("require") ?? rule.Find("warnWhen")) is not null => "forEach",
            _ => null,
        };
        return ours is not null && known.Contains(ours) ? ours : null;
    }

    /// <param name="word">What is written.</param>
    /// <param name="known">What it may mean.</param>
    /// <param name="isExact">Whether a word that is only spelt nearly so is no match.</param>
    public static string? Operand(string word, IEnumerable<string> known, bool isExact = false) =>
        isExact ? Operands.TryGetValue(word, out var ours) ? Array.Find(ours, known.Contains) : null : Find(Operands, word, known);

    public static string? Selection(string word, IEnumerable<string> known) => Find(Selections, word, known);

    // A slip of the finger is likelier than another system's word only if the known word is spelt almost so; a borrowed word is exact.
    private static string? Find(Dictionary<string, string[]> table, string word, IEnumerable<string> known)
    {
        var candidates = known as IReadOnlyCollection<string> ?? [.. known];

        // As in MongoDB: `$gte`, `$and`.
        word = word.StartsWith('$') ? word[1..] : word;
        var isBorrowed = table.TryGetValue(word, out var ours) || table.TryGetValue(InOneWord(word), out ours);
        return (isBorrowed ? Array.Find(ours!, candidates.Contains) : null) ?? Spelling.Nearest(word, candidates);
    }

    // `one of`, `greater-than`, `less_than`.
    private static string InOneWord(string word) => string.Concat(word.Where(char.IsAsciiLetter));

    private static (string Ours, string Theirs)[] Of(IEnumerable<FormRow> forms) =>
        [.. forms.Where(form => form.Borrowed.Length > 0).Select(form => (form.Keyword, form.Borrowed))];

    private static IEnumerable<(string Ours, string Theirs)> Of(IEnumerable<FormMember> members) =>
        members.Where(member => member.Borrowed.Length > 0).Select(member => (member.Key, member.Borrowed)).Distinct();

    private static Dictionary<string, string[]> Table(params (string Ours, string Theirs)[] rows)
    {
        var table = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var (ours, theirs) in rows)
        {
            foreach (var word in theirs.Split(' '))
            {
                table[word] = table.TryGetValue(word, out var others) ? [.. others, ours] : [ours];
            }
        }

        return table;
    }
}
