using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Testing;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>The tests of a rule set: scenarios, and what the verdict on each must be.</summary>
/// <remarks>
/// <para>The page of the rule language, to which the package's README links, describes tests files. When one is loaded, every name, path
/// and file in it is checked; what is wrong with the facts of a scenario shows when it is run, as a case that fails.</para>
/// <para>Immutable, and any number of threads may run the tests at the same time.</para>
/// </remarks>
public sealed class RuleTests
{
    // Enough to see that pointers and facts are as the test has them; the whole file is for a run.
    private const int FirstLines = 20;

    private readonly ImmutableArray<TestCase> _tests;
    private readonly FileStore _store;
    private readonly ReadingLimits _limits;

    private RuleTests(string path, RuleSet rules, ImmutableArray<TestCase> tests, RuleSetOptions options)
    {
        Path = path;
        Rules = rules;
        _tests = tests;
        (_store, _limits) = (options.Store, options.Limits);
    }

    /// <summary>The path of the tests file, as it was given.</summary>
    public string Path { get; }

    /// <summary>The rules that are tested, with their own parameters.</summary>
    public RuleSet Rules { get; }

    /// <summary>The names of the tests, in the order of the file.</summary>
    public IReadOnlyList<string> Names => [.. _tests.Select(t => t.Name.Text)];

    /// <summary>The names of the tests that go through a file of lines, in the order of the file.</summary>
    public IReadOnlyList<string> NamesOfLines => [.. _tests.OfType<LinesTest>().Select(t => t.Name.Text)];

    /// <summary>Reads a tests file with the rules and scenarios that it names.</summary>
    /// <param name="path">A <c>.tests.json</c> file. What it names lies beside it, by its path from there.</param>
    /// <param name="options">How to read the rules; <see langword="null"/> for <see cref="RuleSetOptions.Default"/>. The limits hold for
    /// every file, and <see cref="RuleSetOptions.Files"/> have all of them: tests, rules, scenarios and lines.</param>
    /// <exception cref="RuleFileException">The tests file or the rules cannot be read or have errors; the exception holds all of
    /// them.</exception>
    public static RuleTests Load(string path, RuleSetOptions? options = null) =>
        TryLoad(path, options, out var tests, out var diagnostics) ? tests : throw new RuleFileException(diagnostics);

    /// <summary>Reads a tests file with the rules and scenarios that it names, without an exception for what is wrong in them.</summary>
    /// <param name="path">A <c>.tests.json</c> file. What it names lies beside it, by its path from there.</param>
    /// <param name="options">How to read the rules; <see langword="null"/> for <see cref="RuleSetOptions.Default"/>. The limits hold for
    /// every file, and <see cref="RuleSetOptions.Files"/> have all of them: tests, rules, scenarios and lines.</param>
    /// <param name="tests">The tests, unless there are errors.</param>
    /// <param name="diagnostics">All that was found, sorted by file and position. Where the rules have errors, theirs; warnings about rules
    /// are in <see cref="RuleSet.Warnings"/>.</param>
    /// <returns>Whether there are no errors.</returns>
    public static bool TryLoad(
        string path,
        RuleSetOptions? options,
        [NotNullWhen(true)] out RuleTests? tests,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return TryLoad(path, options ?? RuleSetOptions.Default, null, out tests, out diagnostics);
    }

    /// <summary>The same, where tests may name rules of another format.</summary>
    internal static bool TryLoad(
        string path, RuleSetOptions options, IForeignRules? foreign,
        [NotNullWhen(true)] out RuleTests? tests,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        var bag = new DiagnosticBag();
        var (rules, read) = TestsFileReader.Read(path, options, foreign, bag);
        var all = rules is null ? null : new RuleTests(path, rules, read, options);
        tests = bag.HasErrors ? null : all;
        if (tests is null && all is not null)
        {
            // Nothing will be run, so what is wrong with the facts is told at once; lines depend on what may be wrong with their test.
            foreach (var fault in all._tests.OfType<ScenarioTest>().SelectMany(all.FaultsOf))
            {
                bag.Add(fault);
            }
        }

        diagnostics = bag.ToSorted();
        return tests is not null;
    }

    /// <summary>Runs all tests and keeps what came of each.</summary>
    public RuleTestResults Run() => new(Rules, [.. Stream()]);

    /// <summary>Runs one test, so that each can be a test of its own in a program's test project.</summary>
    /// <remarks>A test that goes through a file of lines has a case for each line; one of them alone is asked for by its own name:
    /// <c>votes of 1994: unsc-m-1</c>.</remarks>
    /// <param name="name">The name of the test, one of <see cref="Names"/>, or of one case of a file of lines.</param>
    /// <exception cref="KeyNotFoundException">No test and no case has that name.</exception>
    public RuleTestResults Run(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        // A file of lines that cannot be read is told whatever is wanted.
        RuleTestResult[] cases = [.. Stream(wanted => wanted == name).Where(c => c.Name == name || c.Test == name)];
        return cases.Length > 0 ? new RuleTestResults(Rules, cases)
            : throw new KeyNotFoundException($"There is no test '{name}' in {Path}{Spelling.Instead(name, Names)}");
    }

    /// <summary>Runs the tests one after the other as the results are asked for, and keeps none: a file of lines may be of any
    /// length.</summary>
    /// <remarks>Each enumeration runs the tests anew; files of lines are read then, from where the tests were loaded.</remarks>
    public IEnumerable<RuleTestResult> Stream() => _tests.SelectMany(test => TestRun.Run(test, _store, _limits));

    /// <summary>The same with only those tests that are wanted by their names.</summary>
    /// <remarks>Of a test that goes through a file of lines, all lines are run if its own name is wanted, and otherwise those whose names
    /// are: <c>votes of 1994: unsc-m-1</c>.</remarks>
    /// <param name="isWanted">Whether a test or a case of that name is run.</param>
    public IEnumerable<RuleTestResult> Stream(Func<string, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(isWanted);
        return _tests.SelectMany(test => TestRun.Run(test, _store, _limits, isWanted));
    }

    /// <summary>Looks for what is wrong with the facts of the tests, changes made, in the tests file and in the scenario files that it
    /// names; of a file of lines, in its first lines.</summary>
    /// <remarks>In a run, each of these is a case that fails.</remarks>
    /// <returns>All that was found, sorted by file and position; empty if nothing is wrong.</returns>
    public IReadOnlyList<Diagnostic> CheckFacts()
    {
        var bag = new DiagnosticBag();
        foreach (var fault in _tests.SelectMany(FaultsOf))
        {
            bag.Add(fault);
        }

        return bag.ToSorted();
    }

    /// <summary>Runs a test that goes through a file of lines on another such file: the same mapping on other data.</summary>
    /// <remarks>As in <see cref="Stream()"/>, one line after the other. A file that cannot be read is a case that fails.</remarks>
    /// <param name="name">The name of the test, one of <see cref="NamesOfLines"/>.</param>
    /// <param name="path">The path of the other file: relative to the folder the program runs in, or one that
    /// <see cref="RuleSetOptions.Files"/> know, if the tests were loaded from these.</param>
    /// <exception cref="KeyNotFoundException">No test of lines has that name.</exception>
    public IEnumerable<RuleTestResult> Stream(string name, string path)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var test = _tests.OfType<LinesTest>().FirstOrDefault(t => t.Name.Text == name)
            ?? throw new KeyNotFoundException(
                $"There is no test of lines '{name}' in {Path}"
                    + Spelling.Instead(name, _tests.OfType<LinesTest>().Select(t => t.Name.Text)));
        return LinesRun.Run(test, path, _store, _limits);
    }

    private IEnumerable<Diagnostic> FaultsOf(TestCase test) => test switch
    {
        LinesTest lines =>
            LinesRun.Run(lines, lines.Path, _store, _limits).Take(FirstLines)
                .SelectMany(result => result.Verdict is null ? result.Diagnostics : []),
        ScenarioTest { Scenario: { } scenario } one => FaultsOf(one, scenario),
        ScenarioTest one => one.Faults,
        _ => [],
    };

    private static ImmutableArray<Diagnostic> FaultsOf(ScenarioTest test, Scenario scenario)
    {
        var bag = new DiagnosticBag();
        (test.Fit?.Invoke(scenario) ?? scenario).Bind(test.Rules.Vocabulary, bag);
        return bag.ToSorted();
    }

    /// <summary>The path and the number of tests.</summary>
    public override string ToString() => $"{Path} ({Nouns.Count(_tests.Length, "test")})";
}
