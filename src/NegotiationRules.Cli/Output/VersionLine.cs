using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace NegotiationRules.Cli.Output;

/// <summary><c>negotiate --version</c>.</summary>
internal sealed class VersionLine(Terminal terminal) : SynchronousCommandLineAction
{
    /// <summary>The version of the tool, without the commit it was built from.</summary>
    public static string Number { get; } =
        typeof(VersionLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public override int Invoke(ParseResult parseResult)
    {
        terminal.Out.WriteLine(Number);
        return ExitCode.Fine;
    }
}
