using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Expressions;

/// <summary>Files with an expression on each line; a line that starts with <c>##</c> is a remark.</summary>
internal static class CaseLines
{
    private static readonly string Folder = Repository.At("tests/NegotiationRules.Workflows.Tests/Expressions/Cases");

    public static TheoryData<string> FilesIn(string folder) => [.. Names(folder)];

    public static IEnumerable<string> Of(string file) =>
        File.ReadAllLines(Path.Combine(Folder, file)).Where(line => line.Length > 0 && !line.StartsWith("##", StringComparison.Ordinal));

    public static IEnumerable<string> AllIn(string folder) => Names(folder).SelectMany(Of);

    public static void Approve(string file, IEnumerable<string> received) =>
        Approved.CheckFile(string.Join('\n', received), Path.Combine(Folder, Path.ChangeExtension(file, ".approved.txt")));

    private static IEnumerable<string> Names(string folder) =>
        Directory
            .GetFiles(Path.Combine(Folder, folder), "*.txt")
            .Where(file =>
                !file.EndsWith(".approved.txt", StringComparison.Ordinal) && !file.EndsWith(".received.txt", StringComparison.Ordinal)
            )
            .Select(file => Path.GetRelativePath(Folder, file))
            .Order(StringComparer.Ordinal);
}
