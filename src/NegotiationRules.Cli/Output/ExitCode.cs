namespace NegotiationRules.Cli.Output;

/// <summary>What the process answers. <c>negotiate --help</c> prints the same list.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Errors = 1;
    public const int Usage = 2;
    public const int InPart = 3;
    public const int ToolFault = 70;
    public const int Interrupted = 130;

    public static readonly IReadOnlyList<(int Code, string Meaning)> Meanings =
    [
        (Fine, "all is well"),
        (Errors, "a file has errors, a test failed, a scenario could not be evaluated, or --fail-on says so"),
        (Usage, "the command line is wrong"),
        (InPart, "convert --partial left rules undecided, and wrote the others"),
        (ToolFault, "a fault in negotiate itself"),
        (Interrupted, "interrupted; what was read is answered"),
    ];
}
