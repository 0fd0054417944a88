using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Architecture;

/// <summary>Nothing is longer than a reader takes in at once: no line, no file, and no type over all its files.</summary>
public sealed partial class SizeTests
{
    private const int LongestLine = 140;
    private const int LongestFile = 400;
    private const int LongestType = 800;

    private static readonly (string Path, string[] Lines)[] Files =
    [
        .. new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => (Path.GetRelativePath(Repository.At("."), path).Replace('\\', '/'), File.ReadAllLines(path)))
            .OrderBy(file => file.Item1, StringComparer.Ordinal),
    ];

    [Fact]
    public void NoLineIsWiderThanAScreen() =>
        Report(
            from file in Files
            from line in file.Lines.Index()
            where line.Item.Length > LongestLine
            select $"{file.Path}:{line.Index + 1} has {line.Item.Length} columns, more than {LongestLine}");

    [Fact]
    public void NoFileIsTooLong() => Report(TooLong(Files.Select(file => (file.Path, file.Lines.Length)), LongestFile));

    [Fact]
    public void NoTypeIsTooLongOverAllItsFiles() =>
        Report(
            TooLong(
                from file in Files
                from type in Types(file.Lines)
                group type.Length by $"{string.Join('/', file.Path.Split('/').Take(2))}: {type.Name}" into type
                select (type.Key, type.Sum()),
                LongestType));

    [Fact]
    public void ATypeIsCountedOverAllItsDeclarations()
    {
        string[] lines =
        [
            "namespace N;", "internal sealed partial class Long<T> : I", "{", "    private enum Inner { A }", "}",
            "internal readonly record struct Short(int A);", "public partial class Long;",
        ];

        Assert.Equal([("Long", 5), ("Short", 1), ("Long", 1)], Types(lines));
    }

    // From where a type is declared, for the first one with the head of the file, to where the next one is, or the file ends; nested ones
    // are part of it.
    private static IEnumerable<(string Name, int Length)> Types(string[] lines)
    {
        var starts = lines.Index().Select(line => (line.Index, Found: Declaration().Match(line.Item))).Where(d => d.Found.Success).ToList();
        return starts.Select((start, i) => (start.Found.Groups["name"].Value,
            (i + 1 < starts.Count ? starts[i + 1].Index : lines.Length) - (i == 0 ? 0 : start.Index)));
    }

    private static IEnumerable<string> TooLong(IEnumerable<(string Name, int Lines)> all, int most) =>
        all.Where(one => one.Lines > most).Select(one => $"{one.Name} has {one.Lines} lines, more than {most}");

    private static void Report(IEnumerable<string> faults)
    {
        var all = faults.ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    [GeneratedRegex(
        @"^(?:public|internal|file)\s(?:[a-z]+\s)*?(?:class|struct|interface|enum|record(?:\s(?:class|struct))?)\s(?<name>\w+)")]
    private static partial Regex Declaration();
}
