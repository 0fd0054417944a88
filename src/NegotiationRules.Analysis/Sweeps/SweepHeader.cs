using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>What a sweep is of, told by what hangs on it: parts belong together if theirs are the same.</summary>
/// <param name="Version">Of the library; another one might count otherwise.</param>
/// <param name="Rules">The name of the rules.</param>
/// <param name="RulesHash">Of their texts, their vocabulary and the parameters in force.</param>
/// <param name="Given">What the scenario is called.</param>
/// <param name="GivenHash">Of its facts.</param>
/// <param name="Method">How scenarios are drawn; <see langword="null"/> for all combinations.</param>
/// <param name="Seed">From what; 0 where none are drawn.</param>
/// <param name="Scenarios">How many there are in all.</param>
/// <param name="Dimensions">What varies.</param>
/// <param name="Stages">The names of the stages.</param>
/// <param name="RuleNames">The rules, in their order.</param>
internal sealed record SweepHeader(
    string Version, string Rules, string RulesHash, string Given, string GivenHash, SamplingMethod? Method, int Seed, long Scenarios,
    IReadOnlyList<HeadedDimension> Dimensions, IReadOnlyList<string> Stages, IReadOnlyList<HeadedRule> RuleNames)
{
    public static SweepHeader Of(RuleSet rules, SweepOptions options, SweepPlan plan) => new(
        VersionOfLibrary,
        rules.Name,
        Hash(
            rules.Vocabulary.ToJsonSchema(), rules.Describe(), string.Join('\n', rules.Parameters.Select(one => $"{one.Name}={one.Value}")),
            string.Join('\0', rules.Texts.Select(text => text.Text))),
        options.Given.Name,
        Hash(JsonPrinter.Print(options.Given.Root, indented: false)),
        plan.IsSample ? options.Method : null,
        plan.IsSample ? options.Seed : 0,
        plan.Scenarios,
        [.. plan.Dimensions.Select((dimension, i) => HeadedDimension.Of(dimension, plan.Classes[i]))],
        rules.Stages,
        [.. rules.Rules.Select(rule => new HeadedRule(rule.Id, rule.Title, rule.Stage, rule.Strength, rule.IsRisk))]);

    /// <summary>How many classes the values of each dimension are put in.</summary>
    public int[] Classes => [.. Dimensions.Select(dimension => dimension.Classes.Count)];

    /// <summary>In a few words, in what another sweep is of something else; <see langword="null"/> if it is of the same.</summary>
    public string? DifferenceOf(SweepHeader other) =>
        Version != other.Version ? $"it was made by version {other.Version}, and not {Version}"
        : Rules != other.Rules || RulesHash != other.RulesHash ? $"its rules are not the same (`{other.Rules}`, and `{Rules}`)"
        : GivenHash != other.GivenHash ? $"its scenario is not the same (`{other.Given}`, and `{Given}`)"
        : !Dimensions.SequenceEqual(other.Dimensions, HeadedDimension.SameValues) ? "other values vary in it"
        : Method != other.Method ? "its scenarios are chosen in another way"
        : Scenarios != other.Scenarios
            ? string.Create(CultureInfo.InvariantCulture, $"it has {other.Scenarios:N0} scenarios, and not {Scenarios:N0}")
        : Seed != other.Seed ? string.Create(CultureInfo.InvariantCulture, $"its seed is {other.Seed}, and not {Seed}")
        : null;

    public static string Hash(params IEnumerable<string> texts) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\0\0", texts))))[..32];

    private static string VersionOfLibrary { get; } =
        typeof(SweepHeader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}

/// <summary>What varies in a sweep.</summary>
/// <param name="Name">The fact or the parameter.</param>
/// <param name="IsParameter">Whether it is a parameter.</param>
/// <param name="Values">How many values it has.</param>
/// <param name="Hash">Of these, and how often each is drawn.</param>
/// <param name="Classes">What its classes are called: its values, or of very many some that follow one another.</param>
internal sealed record HeadedDimension(string Name, bool IsParameter, int Values, string Hash, IReadOnlyList<string> Classes)
{
    public static IEqualityComparer<HeadedDimension> SameValues { get; } = EqualityComparer<HeadedDimension>.Create(
        (one, other) => (one!.Name, one.IsParameter, one.Values, one.Hash) == (other!.Name, other.IsParameter, other.Values, other.Hash),
        one => one.Hash.GetHashCode(StringComparison.Ordinal));

    public static HeadedDimension Of(SweepDimension dimension, int[] classes)
    {
        string[] labels = [.. dimension.Values.Select(value => SweepDimension.LabelOf(value))];
        var (names, first) = (new List<string>(), 0);
        for (var i = 1; i <= labels.Length; i++)
        {
            if (i == labels.Length || classes[i] != classes[first])
            {
                // A class that no value begins in stays without a name, and nothing is counted in it.
                while (names.Count < classes[first])
                {
                    names.Add(string.Empty);
                }

                names.Add(i == first + 1 ? labels[first] : $"{labels[first]} to {labels[i - 1]}");
                first = i;
            }
        }

        var weights = dimension.Weights.Ends.ToArray().Select(end => end.ToString(CultureInfo.InvariantCulture));
        return new(dimension.Name, dimension.IsParameter, labels.Length, SweepHeader.Hash([.. labels, "weights", .. weights]), names);
    }
}

/// <summary>A rule of a sweep.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title, if it has one.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Strength">What it costs to miss it.</param>
/// <param name="IsRisk">Whether it is a risk.</param>
internal sealed record HeadedRule(string Id, string? Title, string Stage, Strength Strength, bool IsRisk)
{
    /// <summary>Whether the stage hangs on it.</summary>
    public bool Decides => Strength == Strength.Required && !IsRisk;
}
