namespace NegotiationRules.Arrow.Rows;

/// <summary>A value cannot be that of any fact. It never leaves the row, which then has a diagnostic.</summary>
internal sealed class CellException(string path, string what) : Exception(what)
{
    /// <summary>The path of the fact.</summary>
    public string Path { get; } = path;
}
