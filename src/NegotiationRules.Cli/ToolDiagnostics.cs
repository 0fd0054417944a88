using NegotiationRules.Cli.Checking;

namespace NegotiationRules.Cli;

/// <summary>Every diagnostic of the tool itself. Codes are stable: 6xxx.</summary>
internal static class ToolDiagnostics
{
    public static Finding NoSuchPath(string path) =>
        Error("NR6001", path, "there is no such file or folder", null);

    public static Finding UnknownKind(string path, IEnumerable<FileKind> wanted) =>
        Error("NR6002", path, "what kind of file this is cannot be told from its name", $"names end in {Endings(wanted)}");

    public static Finding EmptyFolder(string path, IEnumerable<FileKind> wanted) =>
        Error("NR6003", path, $"the folder holds no file whose name ends in {Endings(wanted)}", null);

    public static Finding NoVocabulary(string path) =>
        Warning("NR6004", path, "the facts are not checked: no rule file lies in this folder or the one above", "name the facts with `--vocabulary FILE`, or the rules with `--rules FILE`");

    public static Finding RulesHaveErrors(string path, string rules) =>
        Warning("NR6005", path, $"scenarios beside the rules in `{rules}` are not checked, because those have errors", "mend the rules first");

    public static Finding SeveralVocabularies(string path, string rules) =>
        Warning("NR6012", path, $"the facts are not checked: the rule files in `{rules}` have several vocabularies", "name the rules with `--rules FILE`");

    public static Finding NoScenarios(string path) =>
        Error("NR6006", path, "there is no `.scenario.json` to evaluate", "name a scenario, or put some into the folder `scenarios` beside the rules");

    public static Finding UnknownHolder(string holder, IReadOnlyCollection<string> known) =>
        Error("NR6007", string.Empty, $"no rule is held by `{holder}`", known.Count == 0 ? "no rule of this rule set has a `holder`" : $"the holders are {Words.List(known)}");

    public static Finding CannotWrite(string path, string why) =>
        Error("NR6008", path, $"the file cannot be written: {why}", null);

    public static Finding CannotRead(string path, string why) =>
        Error("NR6009", path, $"the file cannot be read: {why}", null);

    public static Finding AlreadyThere(string path) =>
        Error("NR6010", path, "there is something of that name already", "choose another name, or remove it first; nothing was written");

    public static Finding StreamFault(string why) =>
        Error("NR6011", string.Empty, $"reading or writing failed: {Words.OneLine(why)}", null);

    public static Finding ToolFault(Exception fault) =>
        Error("NR6099", string.Empty, $"negotiate itself is at fault: {Words.OneLine(fault.Message)}", $"please report it with the command you typed ({fault.GetType().Name})");

    private static string Endings(IEnumerable<FileKind> kinds) => Words.List(kinds.Select(kind => FileKinds.Endings[kind]), "or");

    private static Finding Error(string code, string file, string message, string? help) => new(code, DiagnosticSeverity.Error, file, message, help);

    private static Finding Warning(string code, string file, string message, string? help) => new(code, DiagnosticSeverity.Warning, file, message, help);
}
