using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Editing.Places;
using NegotiationRules.Text;
using StreamJsonRpc;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>Other names, wherever something is called by its name: in the rules, in those that include them, and in their tests.</summary>
internal static class Renames
{
    // As the protocol numbers what cannot be done as things are.
    private const int RequestFailed = -32803;

    /// <summary>What would be renamed at a place.</summary>
    public static PrepareRenameResult? Prepare(Workspace workspace, OpenDocument document, TextPosition position)
    {
        if (NamedThings.At(workspace, document, position.In(document.Source)) is not { } found)
        {
            return null;
        }

        Refuse(found, workspace, document);
        return new PrepareRenameResult(TextRange.Of(found.Span), found.Span.ToString());
    }

    public static WorkspaceEdit? Of(Workspace workspace, OpenDocument document, TextPosition position, string name)
    {
        if (NamedThings.At(workspace, document, position.In(document.Source)) is not { } found)
        {
            return null;
        }

        Refuse(found, workspace, document);
        if (string.IsNullOrWhiteSpace(name))
        {
            throw Failed("A name needs at least one letter.");
        }

        if (found.Kind == NameKind.Parameter && name.AsSpan().ContainsAny('{', '}'))
        {
            throw Failed("Reasons name a parameter in braces, so its name cannot hold any.");
        }

        if (name != found.Name && workspace.NamesFor(document).Find(found.Kind, name) is { } other)
        {
            throw Failed($"`{name}` is the name of another one, in {Path.GetFileName(other.File.Path)}.");
        }

        var written = JsonPrinter.Quote(name)[1..^1];
        return new WorkspaceEdit(NamedThings.All(workspace, document, found)
            .GroupBy(one => one.File.Uri)
            .ToDictionary(
                file => file.Key,
                file => (IReadOnlyList<WrittenEdit>)
                    [.. file.Select(one => new WrittenEdit(TextRange.Of(one.Mention.Span), written)).Distinct()]));
    }

    private static void Refuse(Mention found, Workspace workspace, OpenDocument document)
    {
        if (found.Kind == NameKind.Fact)
        {
            throw Failed("A fact is renamed in the vocabulary by hand: scenarios that lie elsewhere state it too.");
        }

        if (workspace.NamesFor(document).Find(found.Kind, found.Name) is null)
        {
            throw Failed($"`{found.Name}` is not declared anywhere, so there is nothing to rename.");
        }
    }

    private static LocalRpcException Failed(string why) => new(why) { ErrorCode = RequestFailed };
}
