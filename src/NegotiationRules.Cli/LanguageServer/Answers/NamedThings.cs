using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Editing.Places;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>What has a name, and the places where it is called so.</summary>
internal static class NamedThings
{
    /// <summary>What is called by its name at a place; <see langword="null"/> if nothing is.</summary>
    public static Mention? At(Workspace workspace, OpenDocument document, int offset)
    {
        if (workspace.GrammarOf(document) is not { } grammar)
        {
            return null;
        }

        foreach (var mention in Mention.In(document.Tree, grammar))
        {
            if (mention.Span.Start <= offset && offset <= mention.Span.End)
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>All places where something is called by its name, in the file and in those that may speak of the same.</summary>
    public static IEnumerable<(OpenDocument File, Mention Mention)> All(Workspace workspace, OpenDocument document, Mention of) =>
        from file in workspace.FamilyOf(document).Where(one => one.Path != document.Path).Prepend(document)
        where workspace.GrammarOf(file) is not null
        from mention in Mention.In(file.Tree, workspace.GrammarOf(file)!)
        where mention.Kind == of.Kind && mention.Name == of.Name
        select (file, mention);

    /// <summary>Where what stands at a place is defined.</summary>
    public static IReadOnlyList<FilePlace> DefinitionAt(Workspace workspace, OpenDocument document, int offset) =>
        At(workspace, document, offset) is { } found ? DefinitionOf(workspace, document, found)
        : workspace.GrammarOf(document) is { } grammar && VocabularyPlaces.FindReferred(document, grammar, offset) is { } place ? [place]
        : [];

    /// <summary>Where something is defined.</summary>
    public static IReadOnlyList<FilePlace> DefinitionOf(Workspace workspace, OpenDocument document, Mention of)
    {
        if (of.Kind == NameKind.Fact)
        {
            return VocabularyPlaces.Find(workspace, document, of.Name) is { } place ? [place] : [];
        }

        return workspace.NamesFor(document).Find(of.Kind, of.Name) is { } declared
            ? [new FilePlace(workspace.Documents.UriOf(declared.File.Path), TextRange.Of(declared.Span))]
            : [];
    }

    /// <summary>Where something is called by its name.</summary>
    public static IReadOnlyList<FilePlace> ReferencesTo(
        Workspace workspace, OpenDocument document, Mention of, bool includesDefinition)
    {
        var places = All(workspace, document, of)
            .Where(one => includesDefinition || !one.Mention.IsDefinition)
            .Select(one => new FilePlace(one.File.Uri, TextRange.Of(one.Mention.Span)));
        return of.Kind == NameKind.Fact && includesDefinition ? [.. DefinitionOf(workspace, document, of), .. places] : [.. places];
    }
}
