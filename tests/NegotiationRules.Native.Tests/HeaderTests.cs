using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using NegotiationRules.Native.Calls;
using NegotiationRules.Native.Columns;
using NegotiationRules.Native.Telling;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Native.Tests;

/// <summary>What the header says is what the code has: whoever reads the one may rely on the other. What the functions do is tried from C
/// and from Python, by <c>.ci/native.sh</c>.</summary>
public sealed class HeaderTests
{
    private static readonly string Header = File.ReadAllText(Repository.At("src/NegotiationRules.Native/include/negotiation_rules.h"));

    [Fact]
    public void EveryFunctionIsDeclaredWithAsManyParametersAsItHas()
    {
        var declared = Regex.Matches(Header, @"^\S.*?\**(?<name>nr_[a-z_]+)\((?<parameters>[^)]*)\);", RegexOptions.Multiline)
            .ToDictionary(found => found.Groups["name"].Value, found => CountOf(found.Groups["parameters"].Value));
        var exported = typeof(LibraryFunctions).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Select(method => (Method: method, Export: method.GetCustomAttribute<UnmanagedCallersOnlyAttribute>()))
            .Where(found => found.Export is not null)
            .ToDictionary(found => found.Export!.EntryPoint!, found => found.Method.GetParameters().Length);

        Assert.Equal(declared.OrderBy(one => one.Key, StringComparer.Ordinal), exported.OrderBy(one => one.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("nr_status", typeof(Status), "NR_")]
    [InlineData("nr_format", typeof(GivenFormat), "NR_")]
    [InlineData("nr_kind", typeof(ValueKind), "NR_")]
    [InlineData("nr_unit", typeof(TimeUnit), "NR_UNIT_")]
    [InlineData("nr_flags", typeof(ValueFlags), "NR_")]
    [InlineData("nr_rule_outcome", typeof(RuleOutcome), "NR_")]
    [InlineData("nr_stage_outcome", typeof(StageOutcome), "NR_")]
    public void EveryNumberMeansTheSame(string name, Type type, string prefix)
    {
        var body = Regex.Match(Header, $@"typedef enum {name} \{{(?<body>.*?)\}} {name};", RegexOptions.Singleline).Groups["body"].Value;
        var declared = Regex.Matches(body, @"(?<name>NR_\w+) = (?<value>\d+)")
            .Select(found => (Plain(found.Groups["name"].Value.Replace("NR_STAGE_", "NR_", StringComparison.Ordinal)[prefix.Length..]),
                long.Parse(found.Groups["value"].Value, CultureInfo.InvariantCulture)));
        var known = Enum.GetValues(type).Cast<Enum>()
            .Select(value => (Name: Plain(value.ToString()), Value: Convert.ToInt64(value, CultureInfo.InvariantCulture)))
            .Where(value => type != typeof(ValueFlags) || value.Value != 0);

        Assert.Equal(known.OrderBy(value => value.Value), declared);
    }

    [Fact]
    public void TheVersionsAreThoseOfTheLibrary()
    {
        Assert.Contains($"#define NR_ABI_VERSION {LibraryFunctions.AbiVersion}\n", Header);
        Assert.Contains($"#define NR_NO_OUTCOME {OutcomeWriter.None}\n", Header);
        Assert.Contains(
            $"\nABI_VERSION = {LibraryFunctions.AbiVersion}\n",
            File.ReadAllText(Repository.At("src/NegotiationRules.Python/negotiation_rules/_library.py")));
        var props = File.ReadAllText(Repository.At("Directory.Build.props"));
        var version = Regex.Match(props, "<VersionPrefix>(.*)</VersionPrefix>").Groups[1].Value;
        Assert.Contains($"\nversion = \"{version}\"\n", File.ReadAllText(Repository.At("src/NegotiationRules.Python/pyproject.toml")));
    }

    [Theory]
    [InlineData("nr_column", typeof(ColumnStruct))]
    [InlineData("nr_outcomes", typeof(OutcomesStruct))]
    [InlineData("nr_rules_options", typeof(RulesOptionsStruct))]
    public void EveryStructureHasItsMembersInTheirOrder(string name, Type type)
    {
        var body = Regex.Match(Header, $@"typedef struct {name} \{{(?<body>.*?)\}} {name};", RegexOptions.Singleline).Groups["body"].Value;
        var declared = Regex.Matches(body, @"^ +[a-z].*?\**(?<name>[a-z_]+);", RegexOptions.Multiline)
            .Select(found => Plain(found.Groups["name"].Value));
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public).OrderBy(field => field.MetadataToken);

        Assert.Equal(fields.Select(field => Plain(field.Name)), declared);
    }

    [Theory]
    [InlineData("readme.c", 0)]
    [InlineData("columns.c", 1)]
    public void TheProgramsOfThePageAreThoseThatAreCompiledAndRun(string file, int block)
    {
        var page = File.ReadAllText(Repository.At("src/NegotiationRules.Native/README.md"));
        var blocks = Regex.Matches(page, "^```c\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline);

        Assert.Equal(
            File.ReadAllText(Repository.At($"tests/NegotiationRules.Native.Tests/c/{file}")), blocks[block].Groups["code"].Value);
    }

    private static int CountOf(string parameters) => parameters == "void" ? 0 : parameters.Count(c => c == ',') + 1;

    private static string Plain(string name) => name.Replace("_", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
}
