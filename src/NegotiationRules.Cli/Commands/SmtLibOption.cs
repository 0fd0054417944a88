using System.CommandLine;
using System.Globalization;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--smtlib</c>: every question that the solver has answered, for another to answer.</summary>
internal sealed class SmtLibOption : Option<string?>
{
    public SmtLibOption()
        : base("--smtlib")
    {
        HelpName = "FOLDER";
        Description = "Write each question that was answered into this folder as an SMT-LIB file, with its answer as the status";
    }

    /// <summary>The limits for the questions about a rule file, which are numbered; nothing is written if no folder is named.</summary>
    public AnalysisLimits Record(AnalysisLimits limits, string file, ParseResult arguments)
    {
        if (arguments.GetValue(this) is not { } folder)
        {
            return limits;
        }

        Directory.CreateDirectory(folder);
        var number = 0;
        return limits with
        {
            Record = question =>
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{FileKinds.NameOf(file)}-{++number:D5}.smt2");
                File.WriteAllText(Path.Combine(folder, name), question);
            },
        };
    }
}
