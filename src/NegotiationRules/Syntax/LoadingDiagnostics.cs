using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>What can go wrong before a rule file is read. Codes NR1100 to NR1109.</summary>
internal sealed class LoadingDiagnostics(DiagnosticBag bag)
{
    /// <param name="from">Where a file names it; nothing for a path that was asked for.</param>
    /// <param name="path">The path.</param>
    /// <param name="fault">Why it cannot be read.</param>
    /// <param name="whole">Where the path leads, if it does not say that itself.</param>
    public void CannotRead(Span from, string path, string fault, string? whole = null) =>
        bag.Error("NR1100", from.Source is null ? new SourceText(path, string.Empty).At(0, 0) : from, $"`{path}` cannot be read: {fault}",
            fault == Utf8Text.NotUtf8 ? "save it as UTF-8"
                : from.Source is null ? whole is null ? "check the path" : $"check the path; it leads to `{whole}`"
                : "check the path, which is relative to the file that names it");

    public void NoSingleRuleFile(string folder, IReadOnlyList<string> found) =>
        bag.Error(
            "NR1101", new SourceText(folder, string.Empty).At(0, 0), found.Count == 0
                ? "this folder has no `.rules.json` file"
                : $"this folder has several rule files, none of them named like the folder: {Spelling.List(found, "and")}",
            found.Count == 0 ? "name a rule file, or a folder with one" : "name one of them");

    public void IncludeCycle(Span at, IReadOnlyList<string> cycle) =>
        bag.Error("NR1102", at, $"this file includes itself: {string.Join(" → ", cycle.Select(c => $"`{c}`"))}",
            cycle.Count == 2
                ? "leave it out: what is in a file is there already"
                : "move what both need into a third file that includes neither");

    public void LeavesRoot(Name name, string root) =>
        bag.Error("NR1103", name.Span, $"`{name.Text}` leads out of the folder `{root}`",
            "keep included files and vocabularies inside it, or load with a root further up (`Root`, on the command line `--root`)");

    public void NotShown(Span from, string path, string kind, string ending) =>
        bag.Error("NR1105", from, $"`{path}` is no {kind}, and what is in it is not shown, as its name does not end in `{ending}`",
            $"name a {kind}; if it is one, rename it so that it ends in `{ending}`, and what is wrong with it is shown");

    public void NoRoot(Name name) =>
        bag.Error("NR1104", name.Span, $"`{name.Text}` cannot be found: these rules are not in a file",
            "load them from a file, or give the folder that paths are relative to (`Root`)");
}
