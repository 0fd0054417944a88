using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>How expressions are to be understood.</summary>
/// <param name="MissingIsUnknown">
/// Whether what is missing is unknown, as everywhere in the rule language. Otherwise null is a value and logic has two values, as in C#:
/// every condition is then true or false wherever its fault is false.
/// </param>
/// <param name="IsCaseSensitive">Whether members must be spelt in the letter case of the type.</param>
internal sealed record TranslationOptions(bool MissingIsUnknown, bool IsCaseSensitive = false)
{
    /// <summary>Enumerations that expressions may name, besides those of the value beside which the name stands.</summary>
    public IReadOnlyList<EnumInput> Enums { get; init; } = [];

    /// <summary>Names that can only be those of enumerations, or of what holds them, and whose words are texts.</summary>
    public IReadOnlySet<string>? TextEnums { get; init; }

    /// <summary>Whether the word of an enumeration beside a text is one: a vocabulary has no enumerations, only the texts.</summary>
    public bool MayNameEnums { get; init; }

    /// <summary>Whether what a dictionary has under a key is a member: where inputs are known by scenarios, not by .NET types, of which one
    /// may mean anything by it.</summary>
    public bool KeysAreMembers { get; init; }

    /// <summary>Whether the inputs themselves are never null, which whoever gives them can see to. Then it is no fault that they might
    /// be.</summary>
    public bool InputsArePresent { get; init; }

    /// <summary>The fact that stands for the present moment.</summary>
    public string Clock { get; init; } = "asOf";
}
