namespace NegotiationRules;

/// <summary>The form in which <see cref="INegotiation.ExplainAsync"/> answers.</summary>
public enum ExplanationForm
{
    /// <summary>Plain text.</summary>
    Text = 0,

    /// <summary>Markdown.</summary>
    Markdown = 1,

    /// <summary>A page of HTML, its style inside.</summary>
    Html = 2,

    /// <summary>JSON.</summary>
    Json = 3,

    /// <summary>A diagram as Mermaid draws it.</summary>
    Mermaid = 4,
}
