using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>Names that an expression can say: for elements, for params, for members.</summary>
internal static class WorkflowNames
{
    /// <summary>Whether a .NET type can have a member of that name.</summary>
    public static bool IsMember(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    /// <summary>What an element of a list is called: as the rule calls it, or else by the singular of the list.</summary>
    public static string ForElement(ListReference list, int level, WritingPlace place)
    {
        var wanted = list.NameAt(level) ?? Singular(list.IsParameter ? list.Path : NameOf(list.Levels[level], place));
        return Free(InCamelCase(wanted), place.IsTaken);
    }

    /// <summary>A name for a named condition or a rule: <c>militaryAtTheTable</c> for <c>military at the table</c>.</summary>
    public static string ForParam(string wanted, Func<string, bool> isTaken) => Free(InCamelCase(wanted), isTaken);

    private static string NameOf(FactReference list, WritingPlace place)
    {
        var type = place.At(list.Depth).Type;
        var name = string.Empty;
        foreach (var slot in list.Slots)
        {
            var property = ((RecordType)type).Properties[slot];
            (name, type) = (property.Name, property.Type);
        }

        return name;
    }

    private static string Singular(string name) => name switch
    {
        _ when name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4 => $"{name[..^3]}y",
        _ when name.EndsWith("sses", StringComparison.Ordinal) => name[..^2],
        _ when name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && name.Length > 3 => name[..^1],
        _ => "element",
    };

    private static string InCamelCase(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isPart = i < text.Length && (char.IsLetter(text[i]) || (start >= 0 && char.IsLetterOrDigit(text[i])));
            if (isPart && start < 0)
            {
                start = i;
            }
            else if (!isPart && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words.Count == 0
            ? "element"
            : string.Concat(words.Select((w, i) => $"{(i == 0 ? char.ToLowerInvariant(w[0]) : char.ToUpperInvariant(w[0]))}{w[1..]}"));
    }

    private static string Free(string name, Func<string, bool> isTaken)
    {
        var free = name;
        for (var number = 2; isTaken(free) || IsWord(free); number++)
        {
            free = $"{name}{number}";
        }

        return free;
    }

    private static bool IsWord(string name) =>
        DialectWords.OperatorOf(name, isCaseSensitive: false) != ExpressionTokenKind.Name
        || DialectWords.KeywordOf(name, isCaseSensitive: false) is not null
        || DialectWords.IsType(name)
        || name.ToUpperInvariant() is "IN" or "OUT" or "ASC" or "DESC" or "ASCENDING" or "DESCENDING";
}
