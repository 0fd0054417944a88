namespace NegotiationRules;

/// <summary>Where a rule comes from: the document, the speaker and the words.</summary>
/// <remarks>Immutable and safe to share between threads. What the rule file does not say is <see langword="null"/>.</remarks>
public sealed class Citation
{
    internal Citation(CitedDocument? document, string? speaker, string? article, string? quote, string? url)
    {
        Document = document;
        Speaker = speaker;
        Article = article;
        Quote = quote;
        Url = url;
    }

    /// <summary>The document it stands in.</summary>
    public CitedDocument? Document { get; }

    /// <summary>Who said it.</summary>
    public string? Speaker { get; }

    /// <summary>The article or paragraph, as the document numbers it.</summary>
    public string? Article { get; }

    /// <summary>The words themselves.</summary>
    public string? Quote { get; }

    /// <summary>Where to read it; the document's own address if the citation gives none.</summary>
    public string? Url { get; }

    /// <summary>All that is known of it on one line: speaker, document, article, quote.</summary>
    public override string ToString()
    {
        var where = string.Join(", ", new[] { Speaker, Document?.Title, Article }.Where(part => part is not null));
        return Quote is null ? where : where.Length == 0 ? $"“{Quote}”" : $"{where}: “{Quote}”";
    }
}

/// <summary>A document that rules cite.</summary>
/// <param name="Id">Its name in the rule file.</param>
/// <param name="Title">Its title; its id if the rule file gives none.</param>
/// <param name="Publisher">Who published it, or <see langword="null"/>.</param>
/// <param name="Published">When, as written in the rule file, or <see langword="null"/>.</param>
/// <param name="Url">Where to read it, or <see langword="null"/>.</param>
public sealed record CitedDocument(string Id, string Title, string? Publisher, string? Published, string? Url);
