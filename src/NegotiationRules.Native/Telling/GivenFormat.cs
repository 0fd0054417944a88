namespace NegotiationRules.Native.Telling;

/// <summary>How a text is written: <c>nr_format</c> of the header.</summary>
internal enum GivenFormat
{
    Text = 1,
    Json = 2,
    Markdown = 3,
    Html = 4,
    Mermaid = 5,
}
