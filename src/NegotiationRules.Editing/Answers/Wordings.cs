using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Answers;

/// <summary>What is shown of facts and of the words of the language, in Markdown.</summary>
internal static class Wordings
{
    /// <summary>A fact with what it can be and what it means.</summary>
    public static string OfFact(string path, FactType type)
    {
        var meaning = KindWords.MeaningOf(type);
        return Of($"**{Code(path)}** — {OneLine.Of(KindWords.Of(type))}", meaning is null ? null : OneLine.Of(meaning));
    }

    /// <summary>A form of condition with an example.</summary>
    public static string OfForm(ConditionRow form) => Of($"**{Code(form.Keyword)}** — a condition", Block(form.Example));

    public static string OfOperator(OperatorRow row) => Of($"**{Code(Operators.NameOf(row.Operator))}** — {row.Says}");

    public static string OfFunction(FunctionRow row)
    {
        var name = OperandFunctions.NameOf(row.Function);
        return Of($"**{Code(name)}** — {row.Says}", Block($"{{ \"{name}\": {row.Example} }}"));
    }

    /// <summary>A key of an object with an example.</summary>
    public static string OfKey(ObjectShape shape, string key) =>
        Of($"**{Code(key)}** of {shape.Name}", Block(shape.ExampleOf(key)));

    /// <summary>A keyword of vocabularies with an example.</summary>
    public static string OfKeyword(KeywordRow row) => Of($"**{Code(row.Keyword)}** — {row.Says}", Block(row.Example));

    /// <summary>Paragraphs, without those that are empty.</summary>
    public static string Of(params string?[] paragraphs) =>
        string.Join("\n\n", paragraphs.Where(one => !string.IsNullOrEmpty(one)));

    public static string Code(string text) => $"`{OneLine.Of(text).Replace('`', '\'')}`";

    /// <summary>Text as it stands, on lines of its own.</summary>
    public static string Block(string text, string language = "json") =>
        $"```{language}\n{text.Replace("```", "'''", StringComparison.Ordinal)}\n```";
}
