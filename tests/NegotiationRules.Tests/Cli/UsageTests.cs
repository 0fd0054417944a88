using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class UsageTests
{
    public static TheoryData<string> Commands() =>
    [
        "check", "evaluate", "explain", "when", "power", "share", "analyze", "diff", "test", "describe", "convert", "schema", "new",
        "diagnostic",
    ];

    [Fact]
    public void HelpListsCommandsAndExitCodes() => Approved.Check(ToolRun.Of("--help").Report);

    [Theory]
    [MemberData(nameof(Commands))]
    public void EveryCommandHasHelpWithAnExample(string command)
    {
        var run = ToolRun.Of(command, "--help");

        Assert.Equal(0, run.Code);
        Assert.Contains(
            $"\n  negotiate {command} ",
            run.Out[run.Out.IndexOf("Example", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void HelpMayComeBeforeTheCommandItIsAskedOf(string command) =>
        Assert.Equal(ToolRun.Of(command, "--help"), ToolRun.Of("help", command));

    [Theory]
    [MemberData(nameof(Commands))]
    public void HelpOfEveryCommandTellsItsExitCodes(string command) =>
        Assert.Contains("\nExit codes:\n  0    all is well\n", ToolRun.Of(command, "--help").Out, StringComparison.Ordinal);

    [Fact]
    public void AnOptionWhoseValueIsForgottenIsSaidToNeedOne()
    {
        var commands = Regex.Matches(ToolRun.Of("--help").Out, "^  ([a-z]+)(?= )", RegexOptions.Multiline)
            .Select(one => one.Groups[1].Value);
        var forgotten = commands.Where(command => command != "negotiate").SelectMany(command => Regex
            .Matches(ToolRun.Of(command, "--help").Out, "^  (?:-[a-z], )?(--[a-z-]+) <", RegexOptions.Multiline)
            .Select(one => (Command: command, Option: one.Groups[1].Value))).ToList();

        Assert.Contains(("evaluate", "--scenarios"), forgotten);
        Assert.All(forgotten, one =>
        {
            var run = ToolRun.Of(one.Command, one.Option);
            Assert.Equal(2, run.Code);
            Assert.Contains($"error: {one.Option} needs ", run.Error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void HelpOfEvaluateTellsAboutStreams() => Approved.Check(ToolRun.Of("evaluate", "--help").Report);

    [Fact]
    public void WithoutACommandThereIsHelp() => Assert.Equal(ToolRun.Of("--help"), ToolRun.Of());

    [Fact]
    public void VersionIsOneNumber() => Assert.Matches(@"^\d+\.\d+\.\d+(-[\w.]+)?\n$", ToolRun.Of("--version").Out);

    [Theory]
    [InlineData("error: there is no command `chekc`: did you mean `check`?\n help: `negotiate --help` shows what can be said\n", "chekc")]
    [InlineData(
        "error: `check` needs PATH: rule, scenario, tests, vocabulary, analysis and workflow files, or folders of such\n help: "
            + "`negotiate check --help` shows what can be said\n",
        "check"
    )]
    [InlineData(
        "error: there is no option `--fromat`: did you mean `--format`?\n help: `negotiate check --help` shows what can be said\n",
        "check", "--fromat", "."
    )]
    [InlineData(
        "error: --set takes NAME=VALUE, not `years`\n help: `negotiate evaluate --help` shows what can be said\n",
        "evaluate", "x", "--set", "years"
    )]
    [InlineData(
        "error: --vocabulary and --rules both name the facts: give one of them\n help: `negotiate check --help` shows what can be said\n",
        "check", ".", "--rules", "a", "--vocabulary", "b"
    )]
    [InlineData(
        "error: --scenarios takes the place of SCENARIO: give one of them\n help: `negotiate evaluate --help` shows what can be said\n",
        "evaluate", "x", "y", "--scenarios", "z"
    )]
    [InlineData(
        "error: --facts: `facts` is no JSON Pointer: it starts with `/`, or is empty for the whole line\n help: `negotiate evaluate "
            + "--help` shows what can be said\n",
        "evaluate", "x", "--scenarios", "z", "--facts", "facts"
    )]
    [InlineData(
        "error: files of kind vocabulary hold no facts of a vocabulary: leave --vocabulary out\n help: `negotiate schema --help` shows "
            + "what can be said\n",
        "schema", "vocabulary", "--vocabulary", "negotiation"
    )]
    [InlineData(
        "error: `a b` is no name for rules: use letters, digits, `-`, `_` and `.`: did you mean `a-b`?\n help: `negotiate new --help` "
            + "shows what can be said\n",
        "new",
        "a b"
    )]
    [InlineData(
        "error: `talks.rules.json` is the name of a file: name the rules, such as `talks`\n help: `negotiate new --help` shows what can "
            + "be said\n",
        "new",
        "talks.rules.json"
    )]
    [InlineData(
        "error: --format is `text` or `json`, not `jsno`: did you mean `json`?\n help: `negotiate evaluate --help` shows what can be "
            + "said\n",
        "evaluate", "x", "--format", "jsno"
    )]
    [InlineData(
        "error: --format needs FORMAT: how to print: text, or json (one line for each scenario, as --scenarios does)\n help: `negotiate "
            + "evaluate --help` shows what can be said\n",
        "evaluate", "x", "--format"
    )]
    [InlineData(
        "error: --root needs FOLDER, and `--holder` is an option\n help: `negotiate evaluate --help` shows what can be said\n",
        "evaluate", "x", "--root", "--holder"
    )]
    [InlineData(
        "error: --root is given more than once\n help: `negotiate evaluate --help` shows what can be said\n",
        "evaluate", "x", "--root", "a", "--root", "b"
    )]
    [InlineData(
        "error: `z` is one too many: `explain` takes RULES and SCENARIO\n help: `negotiate explain --help` shows what can be said\n",
        "explain", "x", "y", "z"
    )]
    [InlineData(
        "error: --facts says where to look in the lines of --scenarios: name those too\n help: `negotiate evaluate --help` shows what "
            + "can be said\n",
        "evaluate", "x", "--facts", "/facts"
    )]
    [InlineData(
        "error: --scenarios answers in JSON lines: leave `--format text` out\n help: `negotiate evaluate --help` shows what can be said\n",
        "evaluate", "x", "--scenarios", "z", "--format", "text"
    )]
    [InlineData(
        "error: --scenarios and --output name the same file\n help: `negotiate evaluate --help` shows what can be said\n",
        "evaluate", "x", "--scenarios", "z", "--output", "./z"
    )]
    [InlineData(
        "error: KIND is `rules`, `scenario`, `tests`, `vocabulary`, `analysis`, `distribution` or `explanation`, not `rule`: "
            + "did you mean `rules`?\n help: `negotiate schema --help` shows what can be said\n",
        "schema",
        "rule"
    )]
    [InlineData(
        "error: there is no diagnostic `NR9`: `negotiate diagnostic` lists all\n help: `negotiate diagnostic --help` shows what can be "
            + "said\n",
        "diagnostic",
        "NR9"
    )]
    public void AWrongCommandLineIsExplainedAndExitsWithTwo(string expected, params string[] args) =>
        Assert.Equal(new ToolRun(2, string.Empty, expected), ToolRun.Of(args));

    [Fact]
    public void AnArgumentWithAnAtSignIsAPathAndNoResponseFile() =>
        Assert.Equal(
            "@nowhere: error NR6001: there is no such file or folder\n\n0 files, 1 error, 0 warnings\n",
            ToolRun.Of("check", "@nowhere").Out
        );

    [Fact]
    public void AFaultOfTheToolIsASentence()
    {
        var run = new Screen { Input = new FaultyStream(new InvalidOperationException("two\nlines")) }.Run(
            "evaluate", ToolRun.Harbour, "--scenarios", "-"
        );

        Assert.Equal(
            new ToolRun(
                70,
                string.Empty,
                "error NR6099: negotiate itself is at fault: two lines\n   help: please report it with the command you typed "
                    + "(InvalidOperationException)\n"
            ),
            run
        );
    }

    [Fact]
    public void AnInputThatBreaksOffIsNoFaultOfTheTool()
    {
        var run = new Screen { Input = new FaultyStream(new IOException("the line is dead")) }.Run(
            "evaluate", ToolRun.Harbour, "--scenarios", "-"
        );

        Assert.Equal(new ToolRun(1, string.Empty, "error NR6011: reading or writing failed: the line is dead\n"), run);
    }

    private sealed class FaultyStream(Exception fault) : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw fault;
    }
}
