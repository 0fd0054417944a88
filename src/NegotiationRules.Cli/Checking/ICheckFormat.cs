using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Checking;

/// <summary>A way to print what a check found.</summary>
internal interface ICheckFormat
{
    /// <summary>Prints the report to standard output.</summary>
    void Print(CheckReport report, Terminal terminal);
}
