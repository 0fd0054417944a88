using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>The words of the language for its enumerations, as they are written in JSON.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
    }

    /// <summary>The value that a word stands for, if it is one of them.</summary>
    public static bool TryRead<T>(string word, out T value)
        where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (Of(known) == word)
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>All words of an enumeration, for a message.</summary>
    public static string Choice<T>()
        where T : struct, Enum => Spelling.List(Enum.GetValues<T>().Select(Of));
}
