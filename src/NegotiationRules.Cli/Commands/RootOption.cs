using System.CommandLine;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--root</c>.</summary>
internal sealed class RootOption : Option<string?>
{
    public RootOption()
        : base("--root")
    {
        HelpName = "FOLDER";
        Description = "The folder that included files may not lie outside of [default: that of the rule file]";
    }
}
