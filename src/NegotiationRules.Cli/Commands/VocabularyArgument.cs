using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Commands;

/// <summary>A vocabulary named on the command line: a file, or <c>negotiation</c>.</summary>
internal static class VocabularyArgument
{
    /// <summary>Reads it; what is wrong with it goes to standard error.</summary>
    public static bool TryLoad(string name, Terminal terminal, [NotNullWhen(true)] out Vocabulary? vocabulary)
    {
        if (name == Vocabulary.Negotiation.Name)
        {
            vocabulary = Vocabulary.Negotiation;
            return true;
        }

        if (Vocabulary.TryLoad(name, out vocabulary, out var diagnostics))
        {
            return true;
        }

        terminal.Report(diagnostics);
        return false;
    }
}
