using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Architecture;

/// <summary>
/// A page of diagnostics in <c>rules</c>, taken apart. A comment <c>&lt;!-- example.rules.json --&gt;</c> names the file whose text stands
/// in the <c>jsonc</c>
/// block under it. The <c>text</c> block is the report, after a line <c>$ negotiate …</c> if something else than <c>negotiate check</c> is
/// typed. What follows it is the cure: files, the first of the mistake if no name is given, or a <c>sh</c> block with what is typed
/// instead. Files before the first code of a chapter belong to all its examples. What is reported of every rule set is left out where
/// another code is shown.
/// </summary>
internal sealed partial class DiagnosticsPage
{
    private const string Prompt = "$ ";
    private readonly string[] _lines;
    private readonly List<PageSection> _sections = [];
    private readonly List<PageFile> _shared = [];
    private readonly List<PageFile> _files = [];
    private string _heading = string.Empty;
    private PageExample? _example;
    private string _prose = string.Empty;
    private string? _name;
    private bool _isLatin1;

    private DiagnosticsPage(string name, string text)
    {
        Name = name;
        _lines = text.Split('\n');
        Read();
    }

    /// <summary>The name of the file.</summary>
    public string Name { get; }

    /// <summary>The file in the repository.</summary>
    public string FullPath => Repository.At($"rules/{Name}");

    /// <summary>Every code, and what else has an example, in the order of the page.</summary>
    public IReadOnlyList<PageSection> Sections => _sections;

    /// <summary>All headings, of chapters and of codes.</summary>
    public IEnumerable<string> Headings => _lines.Where(line => Heading().IsMatch(line)).Select(line => line.TrimStart('#', ' '));

    /// <summary>The text as it is.</summary>
    public string Text => string.Join('\n', _lines);

    public static DiagnosticsPage Load(string name) => new(name, File.ReadAllText(Repository.At($"rules/{name}")).ReplaceLineEndings("\n"));

    /// <summary>The text with what the tool really reports in the place of every report.</summary>
    public string WithRealReports()
    {
        var lines = _lines.ToList();
        foreach (var example in _sections.Select(section => section.Example).OfType<PageExample>().Reverse())
        {
            lines.RemoveRange(example.Start, example.Lines);
            lines.InsertRange(example.Start, example.RunMistake().Reports.Split('\n'));
        }

        return string.Join('\n', lines);
    }

    private void Read()
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            if (Heading().IsMatch(_lines[i]))
            {
                Close();
                _heading = _lines[i].TrimStart('#', ' ');
                if (_lines[i].StartsWith("# ", StringComparison.Ordinal))
                {
                    _shared.Clear();
                }
            }
            else if (Marker().Match(_lines[i]) is { Success: true } marker)
            {
                (_name, _isLatin1) = (marker.Groups[1].Value, marker.Groups[2].Success);
            }
            else if (_lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(_lines, "```", i + 1);
                Assert.True(end > 0, $"the block of line {i + 1} is never closed");
                ReadBlock(_lines[i][3..], i + 1, _lines[(i + 1)..end]);
                i = end;
            }
            else
            {
                _prose += _lines[i] + '\n';
            }
        }

        Close();
    }

    private void ReadBlock(string kind, int start, string[] lines)
    {
        switch (kind)
        {
            case "text":
                Assert.True(_example is null, $"line {start}: one example for each code");
                var command = lines[0].StartsWith(Prompt, StringComparison.Ordinal) ? lines[0][Prompt.Length..] : null;
                var report = command is null ? lines : lines[1..];
                start += lines.Length - report.Length;
                _example = new PageExample(
                    Code().Match(_heading).Value, Together(), command, string.Join('\n', report), start,
                    report.Length,
                    [],
                    null
                );
                break;
            case "sh":
                Assert.True(_example is not null, $"line {start}: a command belongs behind a report");
                _example = _example with { CureCommand = Assert.Single(lines) };
                break;
            case "jsonc" or "jsonl":
                var name = _name ?? _example?.Files[0].Name;
                Assert.True(name is not null, $"line {start}: a comment must name the file");
                var file = new PageFile(name, string.Join('\n', lines) + "\n", _isLatin1);
                if (_example is null)
                {
                    _files.Add(file);
                }
                else
                {
                    _example = _example with { Cure = [.. _example.Cure, file] };
                }

                break;
            default:
                Assert.Fail($"line {start}: a block of another kind, `{kind}`");
                break;
        }

        (_name, _isLatin1) = (null, false);
    }

    // What an example shows itself takes the place of what its chapter shows.
    private PageFile[] Together() => [.. _files, .. _shared.Where(shared => _files.TrueForAll(own => own.Name != shared.Name))];

    private void Close()
    {
        var code = Code().Match(_heading);
        if (code.Success || _example is not null)
        {
            _sections.Add(new PageSection(code.Value, _heading, _prose.Trim(), _example));
        }
        else
        {
            _shared.AddRange(_files);
        }

        _files.Clear();
        (_example, _prose) = (null, string.Empty);
    }

    [GeneratedRegex("^##? ")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^NR\d{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"^<!-- (\S+\.jsonl?)( in Latin-1)? -->$")]
    private static partial Regex Marker();
}
