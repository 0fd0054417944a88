using System.CommandLine;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--format</c>: how to print; text unless another is asked for.</summary>
internal sealed class FormatOption : Option<string>
{
    public const string Text = "text";
    public const string Json = "json";

    /// <param name="description">For the help.</param>
    /// <param name="formats">The formats there are.</param>
    public FormatOption(string description, params IEnumerable<string> formats)
        : base("--format")
    {
        HelpName = "FORMAT";
        Description = description;
        DefaultValueFactory = _ => Text;
        this.OnlyOneOf([.. formats]);
    }
}
