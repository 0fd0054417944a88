namespace NegotiationRules.Solver.Tests;

/// <summary>Questions for another solver, and what it answers.</summary>
internal static class Script
{
    /// <summary>Whether each of the scripts, each with one <c>check-sat</c>, can be satisfied; <see langword="null"/> where the solver does
    /// not know.</summary>
    public static IReadOnlyList<bool?> Ask(IEnumerable<string> scripts)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, string.Join("(reset)\n", scripts.Select(script => $"(set-option :timeout 20000)\n{script}")));
            using var solver = System.Diagnostics.Process.Start(
                new System.Diagnostics.ProcessStartInfo("z3", ["-smt2", file]) { RedirectStandardOutput = true })!;
            var lines = solver.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            solver.WaitForExit();
            return
            [
                .. lines.Select(line => line switch
                {
                    "sat" => true,
                    "unsat" => false,
                    "unknown" => (bool?)null,
                    _ => throw new InvalidOperationException($"z3 says: {line}"),
                }),
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
