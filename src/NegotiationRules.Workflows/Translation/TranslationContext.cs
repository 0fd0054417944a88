using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What every part of a translation needs, the same for all expressions: how they are to be understood, and where faults are
/// reported.</summary>
internal sealed class TranslationContext(DiagnosticBag bag, TranslationOptions options)
{
    public TranslationOptions Options { get; } = options;

    public TranslationDiagnostics Diagnostics { get; } = new(bag);

    public InputDiagnostics InputDiagnostics { get; } = new(bag);

    /// <summary>Whether null is a value, as in C#.</summary>
    public bool IsExact => !Options.MissingIsUnknown;

    /// <summary>Whether the types are those of .NET, so that what the engine has no form for is refused. What was inferred, or is in a
    /// vocabulary, may be of a type that goes.</summary>
    public bool AreTypesGiven => !Options.KeysAreMembers;

    /// <summary>What is broken once that is said of it.</summary>
    public BrokenMeaning Broken(Action<TranslationDiagnostics> report, Span span)
    {
        report(Diagnostics);
        return new BrokenMeaning(span);
    }
}
