using System.Globalization;
using System.Text;
using NegotiationRules.Conditions;
using NegotiationRules.Explanation;
using NegotiationRules.Generation.Facts;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation;

/// <summary>Writes what holds the outcomes of a rule set: bits for all rules, and an enumeration for each and for each stage.</summary>
internal sealed class CSharpOutcomes
{
    private const string StagesOut = "StagesOut";

    private readonly CheckedRuleSet _rules;
    private readonly Program _program;
    private readonly string _name;
    private readonly string[] _ofStages;
    private readonly string[] _ofRules;

    public CSharpOutcomes(CheckedRuleSet rules, Program program, string name)
    {
        (_rules, _program, _name) = (rules, program, name);
        var names = new CSharpNames(
        [
            name, "Outcome", "OutcomeOf", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
            StagesOut, .. WordNames.Append("Unknown").SelectMany(AllWordsOf),
        ]);
        _ofStages = [.. rules.Stages.Select(stage => names.Take(CSharpNames.Pascal(stage)))];
        _ofRules = [.. rules.Rules.Select(rule => names.Take(CSharpNames.Pascal(rule.Id)))];
    }

    /// <summary>The outcomes that a bit each is kept of; a rule with none of them is unknown.</summary>
    public static IReadOnlyList<string> WordNames { get; } = ["Satisfied", "Violated", "Pending", "NotApplicable"];

    /// <summary>How many words of 64 bits the rules take.</summary>
    public int Words => Math.Max(1, (_rules.Rules.Length + 63) / 64);

    public bool HasStagesOut => _program.Stages.Any(stage => stage is not null);

    /// <summary>The property that has the outcome of a rule.</summary>
    public string PropertyOf(int rule) => _ofRules[rule];

    public static string WordOf(string outcome, int rule) =>
        outcome + (rule / 64 is > 0 and var word ? word.ToString(CultureInfo.InvariantCulture) : string.Empty);

    public static string BitOf(int rule) => $"1ul << {(rule % 64).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The words of the constructor, in the order of its parameters.</summary>
    public IEnumerable<string> Parameters => WordNames.SelectMany(AllWordsOf).Concat(HasStagesOut ? [StagesOut] : []);

    public void Write(StringBuilder text)
    {
        text.Append("\n    /// <summary>What became of each rule and of each stage.</summary>\n");
        text.Append(CultureInfo.InvariantCulture, $"    public readonly struct {_name}\n    {{\n");
        foreach (var word in Parameters)
        {
            CSharpText.Summary(text, "        ", word == StagesOut
                ? "A bit for each stage that does not apply, in the order of the rule file."
                : $"A bit for each rule {RangeOf(word)} that is {InWords(word)}, in the order of the rule file, the first is the lowest.");
            var access = word == StagesOut ? "internal" : "public";
            text.Append(CultureInfo.InvariantCulture, $"        {access} readonly ulong {word};\n\n");
        }

        var parameters = string.Join(", ", Parameters.Select(word => $"ulong {CSharpNames.Camel(word)}"));
        text.Append(CultureInfo.InvariantCulture, $"        internal {_name}({parameters})\n        {{\n");
        foreach (var word in Parameters)
        {
            text.Append(CultureInfo.InvariantCulture, $"            {word} = {CSharpNames.Camel(word)};\n");
        }

        text.Append("        }\n");
        WriteUnknown(text);
        WriteStages(text);
        WriteRules(text);
        text.Append("    }\n");
    }

    private void WriteUnknown(StringBuilder text)
    {
        for (var word = 0; word < Words; word++)
        {
            var first = word * 64;
            var unknown = WordOf("Unknown", first);
            CSharpText.Summary(text.Append('\n'), "        ", $"A bit for each rule {RangeOf(unknown)} that the facts do not decide.");
            text.Append(CultureInfo.InvariantCulture, $"        public ulong {unknown} =>\n            {MaskOf(word, _ => true)}");
            text.Append(CultureInfo.InvariantCulture, $" & ~({string.Join(" | ", WordNames.Select(name => WordOf(name, first)))});\n");
        }
    }

    private void WriteStages(StringBuilder text)
    {
        for (var stage = 0; stage < _rules.Stages.Length; stage++)
        {
            CSharpText.Summary(text.Append('\n'), "        ", $"What became of the stage {_rules.Stages[stage]}.");
            text.Append(CultureInfo.InvariantCulture, $"        public StageOutcome {_ofStages[stage]} =>\n");
            if (_program.Stages[stage] is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"            ({StagesOut} & (1ul << {stage})) != 0 ");
                text.Append("? StageOutcome.NotApplicable :\n");
            }

            var (violated, open) = (new List<string>(), new List<string>());
            for (var word = 0; word < Words; word++)
            {
                var mask = MaskOf(word, rule => _rules.StageOfRule[rule] == stage
                    && _rules.Rules[rule] is { Strength: Strength.Required, IsRisk: false });
                if (mask != "0x0ul")
                {
                    violated.Add($"({WordOf("Violated", word * 64)} & {mask}) != 0");
                    open.Add($"(({WordOf("Unknown", word * 64)} | {WordOf("Pending", word * 64)}) & {mask}) != 0");
                }
            }

            text.Append(violated.Count == 0 ? "            StageOutcome.Valid;\n"
                : $"            {string.Join(" || ", violated)} ? StageOutcome.Invalid\n"
                    + $"            : {string.Join(" || ", open)} ? StageOutcome.Undetermined\n            : StageOutcome.Valid;\n");
        }

        CSharpText.Summary(text.Append('\n'), "        ",
            "All stages together: invalid if one is, else undetermined if one is; those that do not apply do not count.");
        text.Append("        public StageOutcome Outcome =>\n            ").Append(Any("Invalid"))
            .Append(" ? StageOutcome.Invalid\n            : ").Append(Any("Undetermined"))
            .Append(" ? StageOutcome.Undetermined\n            : StageOutcome.Valid;\n");

        string Any(string outcome) => string.Join(" || ", _ofStages.Select(stage => $"{stage} == StageOutcome.{outcome}"));
    }

    private void WriteRules(StringBuilder text)
    {
        foreach (var rule in _rules.Rules)
        {
            var reason = rule.Because is [var because, ..] ? RuleWords.Of(because, mark: string.Empty) : string.Empty;
            var words = $"{rule.Title ?? rule.Id}: {reason}".TrimEnd(' ', ':');
            CSharpText.Summary(text.Append('\n'), "        ", words.EndsWith('.') ? words : words + ".");
            text.Append(CultureInfo.InvariantCulture, $"        public RuleOutcome {_ofRules[rule.Index]} => OutcomeOf({rule.Index});\n");
        }

        CSharpText.Summary(text.Append('\n'), "        ",
            "What became of a rule, by its place in the rule file, counted from 0; rules of included files come first.");
        text.Append("        /// <exception cref=\"ArgumentOutOfRangeException\">There is no such place.</exception>\n");
        text.Append("        public RuleOutcome OutcomeOf(int rule)\n        {\n");
        text.Append(CultureInfo.InvariantCulture, $"            if (rule < 0 || rule >= {_rules.Rules.Length})\n            {{\n");
        text.Append("                throw new ArgumentOutOfRangeException(nameof(rule));\n            }\n\n");
        text.Append("            var bit = 1ul << (rule & 63);\n            return ");
        foreach (var name in WordNames)
        {
            text.Append(CultureInfo.InvariantCulture, $"({InWord(name)} & bit) != 0 ? RuleOutcome.{name}\n                : ");
        }

        text.Append("RuleOutcome.Unknown;\n        }\n");
    }

    private string InWord(string name) => Words == 1 ? name
        : "(" + string.Concat(AllWordsOf(name).SkipLast(1).Select((word, i) => $"rule < {(i + 1) * 64} ? {word} : "))
            + AllWordsOf(name).Last() + ")";

    private IEnumerable<string> AllWordsOf(string name) => Enumerable.Range(0, Words).Select(i => WordOf(name, i * 64));

    private string RangeOf(string word)
    {
        var digits = word.TrimStart([.. "SatisfiedViolatedPendingNotApplicableUnknown"]);
        var first = digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture) * 64;
        return Words == 1 ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"from {first + 1} to {Math.Min(first + 64, _rules.Rules.Length)}");
    }

    private static string InWords(string word) => word[0] switch
    {
        'S' => "satisfied",
        'V' => "violated",
        'P' => "not met yet, and need not be",
        _ => "not to be met here",
    };

    private string MaskOf(int word, Func<int, bool> isIn)
    {
        var mask = 0ul;
        for (var rule = word * 64; rule < Math.Min((word + 1) * 64, _rules.Rules.Length); rule++)
        {
            mask |= isIn(rule) ? 1ul << (rule % 64) : 0;
        }

        return string.Create(CultureInfo.InvariantCulture, $"0x{mask:X}ul");
    }
}
