using NegotiationRules.Text;

namespace NegotiationRules.Facts;

// What can be wrong with the facts of .NET objects alone. There is no text to point into.
internal sealed partial class ScenarioDiagnostics
{
    /// <summary>Values of an enum are none of the texts that its fact can be, or could be several.</summary>
    public void EnumDoesNotFit(FactPath path, EnumTexts texts, TextType type)
    {
        foreach (var (text, meant) in EnumFit.Of(texts, type).Unfit)
        {
            if (meant.Count > 0)
            {
                Error(
                    path, "NR4030", default,
                    $"`{Clean(text)}` of `{texts.Name}` could be {Spelling.List(meant.Select(Clean))} of {Name(path)}",
                    $"say which by an attribute: [EnumMember(Value = \"{Clean(meant[0])}\")]");
            }
            else
            {
                Error(path, "NR4030", default, $"`{Clean(text)}` of `{texts.Name}` is not a value of {Name(path)}",
                    $"rename it, or say by [EnumMember(Value = \"…\")] which it is of {Spelling.List(type.Values!.Select(Clean))}; "
                        + "if it stands for what is not known, mark it as [JsonIgnore]");
            }
        }
    }

    /// <summary>A date with a time is not the beginning of a day, and the fact is a day.</summary>
    public void NotMidnight(FactPath path, JsonText moment) =>
        Error(path, "NR4031", default, $"{Name(path)} takes a date, and `{Clean(moment.Value)}` has a time of day",
            "use a DateOnly, or the day alone: `.Date`");

    /// <summary>A date with a time is of no kind, and the fact is a moment.</summary>
    public void NoKind(FactPath path, JsonText moment) =>
        Error(path, "NR4015", default, $"`{Clean(moment.Value)}` does not say at which offset from UTC it is, as {Name(path)} must",
            "use a DateTimeOffset, or say by DateTime.SpecifyKind whether it is UTC or local time");

    /// <summary>A dictionary stands for a list of which nothing says what the keys are.</summary>
    public void NoKey(FactPath path, ListType list) =>
        Error(path, "NR4032", default, list.Key is { Count: > 1 } keys
                ? $"{Name(path)} is a dictionary, and its elements are told apart by {Spelling.List(keys.Select(Clean), "and")} together"
                : $"{Name(path)} is a dictionary, and nothing says which fact of an element its key is",
            list.Key is null ? "let the vocabulary say it by `x-key` of the list, or give its elements an `id`" : "make it a list");

    /// <summary>An object says another key than the one under which it stands.</summary>
    public void OtherKey(FactPath path, string name, JsonValue key, JsonValue own) =>
        Error(
            path, "NR4033", default,
            $"`{Clean(path.ToString())}` stands under the key {Plainly(key)}, and its `{Clean(name)}` is {Plainly(own)}",
            $"let both be the same, or leave `{Clean(name)}` out");

    private static string Plainly(JsonValue value) => value switch
    {
        JsonText text => $"`{Clean(text.Value)}`",
        JsonNumber number => $"`{Clean(number.Digits)}`",
        _ => value.Kind,
    };
}
