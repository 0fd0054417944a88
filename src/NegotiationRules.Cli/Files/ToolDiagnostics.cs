using NegotiationRules.Analysis.Sweeps;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Files;

/// <summary>Every diagnostic of the tool itself. Codes are stable: 6xxx.</summary>
internal static class ToolDiagnostics
{
    public static Finding NoSuchPath(string path, IEnumerable<string>? alsoKnown = null) =>
        Error(
            "NR6001", path, "there is no such file or folder",
            Spelling.Nearest(path, NamesLike(path).Concat(alsoKnown ?? [])) is { } meant ? $"did you mean `{meant}`?" : null
        );

    public static Finding UnknownKind(string path, IEnumerable<FileKind> wanted) =>
        Error("NR6002", path, "what kind of file this is cannot be told from its name", $"names end in {Endings(wanted)}");

    public static Finding EmptyFolder(string path, IEnumerable<FileKind> wanted) =>
        Error("NR6003", path, $"the folder holds no file whose name ends in {Endings(wanted)}", null);

    public static Finding NoVocabulary(string path) =>
        Warning(
            "NR6004",
            path,
            "the facts are not checked: no rule file lies in this folder or the one above",
            "name the facts with `--vocabulary FILE`, or the rules with `--rules FILE`"
        );

    public static Finding RulesHaveErrors(string path, string rules) =>
        Warning(
            "NR6005",
            path,
            $"scenarios beside the rules in `{rules}` are not checked, because those have errors",
            "mend the rules first"
        );

    public static Finding RulesOfAnalysisHaveErrors(string path, string rules) =>
        Warning("NR6005", path, $"the names in it are not checked, because `{rules}` has errors", "mend the rules first");

    public static Finding NoRulesOfAnalysis(string path, string rules) =>
        Error(
            "NR6020", path, $"it says how to analyze the rules in `{rules}`, and there is no such file",
            "name it like the rules that it lies beside"
        );

    public static Finding NoRulesOfDistribution(string path) =>
        Warning(
            "NR6022", path, "the parameters are not checked: nothing tells of which rules they are",
            "name it like the rules that it lies beside"
        );

    public static Finding SeveralVocabularies(string path, string rules) =>
        Warning(
            "NR6012",
            path,
            $"the facts are not checked: the rule files in `{rules}` have several vocabularies",
            "name the rules with `--rules FILE`"
        );

    public static Finding NoScenarios(string path) =>
        Error(
            "NR6006", path, "there is no `.scenario.json` to evaluate",
            "name a scenario, or put some into the folder `scenarios` beside the rules"
        );

    public static Finding UnknownHolder(string holder, string help) =>
        Error("NR6007", string.Empty, $"no rule is held by `{holder}`", help);

    public static Finding CannotWrite(string path, string why) =>
        Error("NR6008", path, $"the file cannot be written: {why}", null);

    public static Finding CannotRead(string path, string why, string? help = null) =>
        Error("NR6009", path, $"the file cannot be read: {why}", help);

    public static Finding AlreadyThere(string path) =>
        Error("NR6010", path, "there is something of that name already", "choose another name, or remove it first; nothing was written");

    public static Finding StreamFault(string why) =>
        Error("NR6011", string.Empty, $"reading or writing failed: {why}", null);

    public static Finding SeveralWorkflows(string path, IEnumerable<string> names, string cure) =>
        Error("NR6013", path, $"the file holds several workflows: {Names(names)}", cure);

    public static Finding UnknownWorkflow(string path, string name, IEnumerable<string> names) =>
        Error("NR6014", path, $"the file holds no workflow `{name}`", $"it holds {Names(names)}");

    public static Finding OptionOfRules(string path, string option) =>
        Error("NR6015", path, $"`{option}` is for rule files, and this is a workflow file", "leave it out");

    public static Finding OptionOfWorkflows(string path, string option) =>
        Error("NR6015", path, $"`{option}` is for workflow files, and this is none", "leave it out");

    public static Finding NothingToConvert(string path, string kind, string other) =>
        Error("NR6016", path, $"there is nothing to convert: this is a {kind} already", $"`--to {other}` makes the other of it");

    public static Finding LeftBehind(string path, string what) =>
        Warning(
            "NR6017", path, $"a rule file has no place for {what}",
            "keep the workflow file, or have the application do it once the verdict is there"
        );

    public static Finding LeftOpen(string path, string rules, string workflow, int count) =>
        Warning(
            "NR6017",
            path,
            $"{rules} of `{workflow}` {(count == 1 ? "is" : "are")} unknown in the rule file until a scenario states under "
                + $"`decidedElsewhere` whether {(count == 1 ? "it holds" : "they hold")}",
            "mend the errors, or have the application decide and state it");

    public static Finding SeveralWorkflowFiles(string path, IEnumerable<string> names) =>
        Error("NR6018", path, $"the folder holds several workflow files: {Names(names)}", "name one of them");

    public static Finding NothingIn(string path) =>
        Error("NR6019", path, "there is nothing in the file",
            "write it, or remove it; a pipe is read if it is named itself, and not its folder");

    public static Finding NoSuchLanguage(string language, string help) =>
        Warning("NR6030", string.Empty, $"no rule gives a reason in `{language}`", help);

    public static Finding LinesForOneScenario(string path) =>
        Error(
            "NR6021", path, "this is no scenario, and by its name a file with a scenario in each line",
            $"name it behind `--scenarios`: negotiate evaluate RULES --scenarios {path}");

    public static Finding ToolFault(Exception fault) =>
        Error(
            "NR6099",
            string.Empty,
            $"negotiate itself is at fault: {fault.Message}",
            $"please report it with the command you typed ({fault.GetType().Name})"
        );

    public static Finding NoPage(string? folder) => folder is null
        ? Error(
            "NR6040", string.Empty, "this tool was built without the page",
            "publish the page from the repository with `dotnet publish src/NegotiationRules.Page`, and name the folder that it says: "
                + "`--page FOLDER`; or build the tool after that, and it has the page")
        : Error("NR6040", folder, "the folder holds no page: there is no `index.html` in it",
            "name the folder that `dotnet publish src/NegotiationRules.Page` says, with `wwwroot` at its end");

    public static Finding NoPort(int port, string why) =>
        Error(
            "NR6041", string.Empty, $"port {port.ToString(System.Globalization.CultureInfo.InvariantCulture)} cannot be listened on: {why}",
            "choose another with `--port PORT`, or leave it out for any free one");

    public static Finding NoPart(string path, string why) =>
        Error("NR6050", path, why, "name what `negotiate sweep` wrote with `--shard` or `--checkpoint`");

    public static Finding NoWhole(MergeFaultKind kind, string path, string message) => kind switch
    {
        MergeFaultKind.Missing => Error("NR6051", path, message, "name all parts; what is missing can still be evaluated"),
        MergeFaultKind.Twice => Error("NR6052", path, message, "name each part once"),
        MergeFaultKind.Interrupted => Error("NR6053", path, message, "go on with `--resume`, and put the part together that comes of it"),
        _ => Error("NR6054", path, message, "put together what one command wrote, for each of its shards"),
    };

    public static Finding OtherCheckpoint(string path, string why) =>
        Error("NR6055", path, $"the sweep cannot go on from this checkpoint: {why}", "name another file, or remove this one to begin anew");

    public static Finding CheckpointThere(string path) =>
        Error("NR6056", path, "there is a checkpoint already", "go on from it with `--resume`, or remove it to begin anew");

    // What lies in the same folder.
    private static IEnumerable<string> NamesLike(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? string.Empty;
        try
        {
            return
            [
                .. Directory
                    .EnumerateFileSystemEntries(folder.Length == 0 ? "." : folder)
                    .Select(entry => Path.Combine(folder, Path.GetFileName(entry))),
            ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Names(IEnumerable<string> names) => Spelling.List(names, "and");

    private static string Endings(IEnumerable<FileKind> kinds) => Spelling.List(kinds.Select(kind => FileKinds.Endings[kind]));

    private static Finding Error(string code, string file, string message, string? help) =>
        Of(code, DiagnosticSeverity.Error, file, message, help);

    private static Finding Warning(string code, string file, string message, string? help) =>
        Of(code, DiagnosticSeverity.Warning, file, message, help);

    // What is named in it may come from a file, or from the command line.
    private static Finding Of(string code, DiagnosticSeverity severity, string file, string message, string? help) =>
        new(code, severity, file, OneLine.Of(message), help is null ? null : OneLine.Of(help));
}
