using System.Diagnostics;

namespace NegotiationRules.Benchmarks.Workload;

/// <summary>The solver z3 as a process that is started, asked and left, as a program would that has no solver of its own.</summary>
/// <remarks>Wants <c>z3</c> on the path.</remarks>
internal static class Z3Process
{
    /// <summary>What it answers to a script: a line for each question.</summary>
    public static string Ask(string script)
    {
        using var z3 = Process.Start(new ProcessStartInfo("z3", ["-in", "-smt2"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var answers = z3.StandardOutput.ReadToEndAsync();
        z3.StandardInput.Write(script);
        z3.StandardInput.Close();
        return answers.Result.Trim();
    }
}
