using System.Collections.Immutable;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Reads one test and all that it refers to.</summary>
internal sealed class TestCaseReader
{
    internal static readonly ObjectShape Shape = new("a test",
        ("name", "\"put off to April\""),
        ("scenario", "\"scenarios/everything-met.scenario.json\""),
        ("with", "{ \"talks.start\": \"2022-04-04\" }"),
        ("parameters", "{ \"leastTermYears\": 20 }"),
        ("expect", "{ \"stages\": { \"talks\": \"invalid\" } }"),
        ("lines", "\"votes.jsonl\""),
        ("facts", "\"/facts\""),
        ("id", "\"/id\""),
        ("deviations", "{ \"unsc-m-1\": \"why this line differs\" }"));

    internal static readonly ObjectShape LinesExpectShape = new("the `expect` of `lines`",
        ("at", "\"/expected\""),
        ("cases", "{ \"adopted\": { \"outcome\": \"valid\" } }"));

    private readonly SourceText _source;
    private readonly FileStore _store;
    private readonly SyntaxDiagnostics _syntax;
    private readonly TestsFileDiagnostics _diagnostics;
    private readonly ParameterReader? _parameters;
    private readonly ChangeReader _changes;
    private readonly ExpectationReader _expectations;
    private readonly ScenarioFiles _files;
    private readonly Func<Scenario, Scenario>? _fit;

    /// <param name="source">The tests file; paths are relative to it.</param>
    /// <param name="rules">The rules, or <see langword="null"/> if they cannot be used; then only the tests file itself is checked.</param>
    /// <param name="parameters">Gives the rules with other parameters.</param>
    /// <param name="foreign">The rules, if they are of another format.</param>
    /// <param name="options">Where scenario files are read from, and how large they may be.</param>
    /// <param name="bag">Receives all that is wrong.</param>
    public TestCaseReader(
        SourceText source, RuleSet? rules, ParameterReader? parameters, ForeignRules? foreign, RuleSetOptions options,
        DiagnosticBag bag
    )
    {
        _fit = foreign?.Fit;
        (_source, _store) = (source, options.Store);
        _syntax = new SyntaxDiagnostics(bag);
        _diagnostics = new TestsFileDiagnostics(bag);
        _parameters = parameters;
        _changes = new ChangeReader(rules?.Vocabulary, foreign?.FitPath, _diagnostics);
        _expectations = new ExpectationReader(rules, _syntax, _diagnostics);
        _files = new ScenarioFiles(_store, options.Limits);
    }

    /// <summary>The name and, unless something is wrong with it, the test.</summary>
    public (Name? Name, TestCase? Test) Read(JsonObject test)
    {
        var members = new MemberReader(test, Shape, _syntax);
        var name = members.RequiredName("name");
        var changes = _changes.Read(members.Object("with"));
        members.Object("parameters");
        var rules = _parameters?.Read(members.Find("parameters"));
        var (scenario, lines) = (members.Find("scenario"), members.Find("lines"));
        if (scenario is not null && lines is not null)
        {
            var second = scenario.NameSpan.Start > lines.NameSpan.Start ? scenario : lines;
            _diagnostics.ScenarioAndLines(second.NameSpan, second.Name);
        }
        else if (scenario is null && lines is null)
        {
            _diagnostics.NeitherScenarioNorLines(test);
        }

        return (name, lines is not null ? ReadLines(members, name, rules, changes) : ReadScenario(members, name, rules, changes));
    }

    /// <summary>The path of a file that is named here; <see langword="null"/>, with a diagnostic, if it does not exist.</summary>
    public static string? Locate(FileStore store, SourceText source, Name name, string what, TestsFileDiagnostics diagnostics)
    {
        var path = store.PathOf(store.FolderOf(source.Name), name.Text);
        if (store.Has(path))
        {
            return path;
        }

        diagnostics.FileNotFound(name, what, store.NamesIn(store.FolderOf(path)).Order(StringComparer.Ordinal));
        return null;
    }

    private ScenarioTest? ReadScenario(MemberReader members, Name? name, RuleSet? rules, ImmutableArray<FactChange> changes)
    {
        foreach (var key in (ReadOnlySpan<string>)["facts", "id", "deviations"])
        {
            if (members.Find(key) is { } ofLines && members.Find("scenario") is not null)
            {
                _diagnostics.KeyOfLines(ofLines);
            }
        }

        var expectations = members.Of<JsonObject>(members.Required("expect"), "an object") is { } expect ? _expectations.Read(expect) : [];
        var (scenario, faults) = ReadFacts(members.Find("scenario")?.Value);
        scenario = scenario is null || _fit is null ? scenario : _fit(scenario);
        foreach (var change in changes)
        {
            if (scenario is null)
            {
                break;
            }

            if (scenario.TryWith(change.Path.Text, change.Value, out var changed, out var fault))
            {
                scenario = changed;
            }
            else
            {
                _diagnostics.CannotChange(change.Path, fault);
            }
        }

        return name is null || rules is null
            ? null
            : new ScenarioTest
            {
                Name = name,
                Rules = rules,
                Fit = _fit,
                Changes = changes,
                Scenario = scenario,
                Faults = faults,
                Expectations = expectations,
            };
    }

    private (Scenario? Scenario, IReadOnlyList<Diagnostic> Faults) ReadFacts(JsonValue? scenario)
    {
        switch (scenario)
        {
            case JsonText path:
                var name = new Name(path.Value, path.Span);
                if (Locate(_store, _source, name, "scenario file", _diagnostics) is not { } file)
                {
                    return (null, []);
                }

                var read = _files.Load(file);
                return read.Scenario is null && !OwnFiles.Are(file) ? (null, NotShown(name)) : read;
            case JsonObject facts:
                return (new Scenario(_source.Name, facts), []);
            case { } other:
                _diagnostics.ScenarioKind(other);
                return (null, []);
            default:
                return (null, []);
        }
    }

    // As with what is wrong in a scenario file that is shown, only this test fails.
    private static ImmutableArray<Diagnostic> NotShown(Name scenario)
    {
        var bag = new DiagnosticBag();
        new TestsFileDiagnostics(bag).NotShown(scenario, "scenario", ".scenario.json");
        return bag.ToSorted();
    }

    private LinesTest? ReadLines(MemberReader members, Name? name, RuleSet? rules, ImmutableArray<FactChange> changes)
    {
        var path = members.Name("lines") is { } file ? Locate(_store, _source, file, "file of lines", _diagnostics) : null;
        var facts = ReadPointer(members.Text("facts") is null ? null : (JsonText)members.Find("facts")!.Value, string.Empty);
        var id = ReadPointer(members.Text("id") is null ? null : (JsonText)members.Find("id")!.Value, "/id");
        if (members.Of<JsonObject>(members.Required("expect"), "an object") is not { } expect)
        {
            return null;
        }

        var deviations = ReadDeviations(members.Object("deviations"));
        var inside = new MemberReader(expect, LinesExpectShape, _syntax);
        var at = inside.Of<JsonText>(inside.Required("at"), "text") is { } pointer ? ReadPointer(pointer, string.Empty) : null;
        var cases = inside.Of<JsonObject>(inside.Required("cases"), "an object") is { } listed ? ReadCases(listed) : null;
        return name is null || rules is null || path is null || facts is null || id is null || at is null || cases is null
            ? null
            : new LinesTest
            {
                Name = name,
                Rules = rules,
                Fit = _fit,
                Changes = changes,
                Path = path,
                Facts = facts,
                Id = id,
                At = at,
                Cases = cases,
                Deviations = deviations,
            };
    }

    private Dictionary<string, ImmutableArray<Expectation>> ReadCases(JsonObject cases)
    {
        if (cases.Members.Count == 0)
        {
            _diagnostics.NoCases(cases);
        }

        var read = new Dictionary<string, ImmutableArray<Expectation>>(StringComparer.Ordinal);
        foreach (var member in cases.Members)
        {
            if (member.Value is JsonObject expect)
            {
                read.Add(member.Name, _expectations.Read(expect));
            }
            else
            {
                _syntax.WrongKind(
                    member.Value, $"what is expected for `{member.Name}`", "an object",
                    $"\"{member.Name}\": {{ \"outcome\": \"valid\" }}"
                );
            }
        }

        return read;
    }

    private Dictionary<string, Name> ReadDeviations(JsonObject? deviations)
    {
        var read = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var member in deviations?.Members ?? [])
        {
            if (member.Value is JsonText why)
            {
                read.Add(member.Name, new Name(why.Value, member.NameSpan));
            }
            else
            {
                _syntax.WrongKind(member.Value, $"why `{member.Name}` differs", "text", $"\"{member.Name}\": \"…\"");
            }
        }

        return read;
    }

    private JsonPointer? ReadPointer(JsonText? pointer, string otherwise)
    {
        var read = JsonPointer.TryParse(pointer?.Value ?? otherwise, out var fault);
        if (read is null)
        {
            _diagnostics.NotAPointer(pointer!, fault!);
        }

        return read;
    }
}
