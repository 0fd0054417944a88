namespace NegotiationRules.Cli.Tables;

/// <summary>A table cannot be read, or has not what is asked of it.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="help">What to do about it.</param>
internal sealed class TableException(string message, string help) : Exception(message)
{
    /// <summary>What to do about it.</summary>
    public string Help => help;

    /// <summary>Whether it is what was asked that is wrong, and not the file.</summary>
    public bool IsOfQuestion { get; init; }
}
