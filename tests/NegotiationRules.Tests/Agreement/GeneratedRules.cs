using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>A rule file made at random over a vocabulary: well-typed, with parameters, named conditions and rules of every
/// strength.</summary>
internal sealed class GeneratedRules
{
    private static readonly string[] Strengths = ["required", "expected", "preferred", "claim"];
    private static readonly string[] Stages = ["talks", "agreement"];

    // Reading them takes longer than most of what is tried with them, and they are asked for again and again.
    private readonly Lazy<RuleSet?> _rules;
    private readonly Lazy<RuleSet?> _inColumns;

    public GeneratedRules(Vocabulary vocabulary, RuleFileSyntax file)
    {
        Vocabulary = vocabulary;
        File = file;
        Text = RuleFileWriter.Write(file);
        _rules = new(() => RuleSet.TryParse(Text, new RuleSetOptions { Vocabulary = Vocabulary }, out var rules, out _) ? rules : null);
        _inColumns = new(WithoutWalks);
    }

    public Vocabulary Vocabulary { get; }

    public RuleFileSyntax File { get; }

    public string Text { get; }

    /// <summary>The rules, checked; <see langword="null"/> for the few that the checker refuses.</summary>
    public RuleSet? Rules => _rules.Value;

    /// <summary>The rules that columns take, as nothing of them is left to the tree walk; <see langword="null"/> if there are
    /// none.</summary>
    public RuleSet? InColumns => _inColumns.Value;

    public static GeneratedRules Make(Random random, Vocabulary vocabulary, int size, bool mayAskWhatIsKnown = true)
    {
        var conditions = new ConditionGenerator(random, mayAskWhatIsKnown);
        var root = new Place(vocabulary.Root, null, null);
        var depth = Math.Min(1 + (size / 15), 4);
        var named = new List<NamedConditionSyntax>();
        for (var i = 0; i < random.Next(3); i++)
        {
            named.Add(new NamedConditionSyntax(Name($"condition {i}"), conditions.Condition(root, random.Next(depth))));
            conditions.Declare(named[^1]);
        }

        var quantities = new List<NamedQuantitySyntax>();
        foreach (var (_, type) in root.Facts.Where(_ => random.Next(4) == 0).Take(3).ToList())
        {
            var quantity = conditions.Quantity(type, root, random.Next(depth));
            quantities.Add(new NamedQuantitySyntax(Name($"quantity {quantities.Count}"), quantity));
            conditions.Declare(quantities[^1], type);
        }

        var rules = new List<RuleSyntax>();
        for (var i = 0; i < 1 + random.Next(1 + (size / 10)); i++)
        {
            rules.Add(Rule(random, conditions, root, depth, $"rule {i}"));
            conditions.Declare(rules[^1]);
        }

        // What a stage asks is about the scenario, and may ask for a named condition, but for no rule: that may be one of its own.
        var asked = new ConditionGenerator(random, mayAskWhatIsKnown);
        named.ForEach(asked.Declare);
        var file = FileOf(named, quantities, rules);
        return new GeneratedRules(vocabulary, file with
        {
            Stages = [.. file.Stages.Select(s => random.Next(4) == 0 ? s with { When = asked.Condition(root, depth - 1) } : s)],
        });
    }

    /// <summary>Rules that compare, each of them one thing with another, inside of lists or not.</summary>
    public static GeneratedRules MakeComparisons(Random random, Vocabulary vocabulary, int count)
    {
        var conditions = new ConditionGenerator(random, mayAskWhatIsKnown: false);
        var root = new Place(vocabulary.Root, null, null);
        return new GeneratedRules(vocabulary, FileOf([], [], [.. Enumerable.Range(0, count).Select(i => new RuleSyntax
        {
            Span = default,
            Id = Name($"rule {i}"),
            Stage = Name(Literals.Pick(random, Stages)),
            Require = conditions.Comparison(root, random.Next(3)),
        })]));
    }

    /// <summary>A rule file with one condition alone, under the id <c>a</c>.</summary>
    public static GeneratedRules Of(Vocabulary vocabulary, ConditionSyntax condition) =>
        new(vocabulary, FileOf([], [], [new RuleSyntax { Span = default, Id = Name("a"), Stage = Name(Stages[0]), Require = condition }]));

    /// <summary>Smaller files: without a rule, without what a rule may do without, with part of a condition.</summary>
    public IEnumerable<GeneratedRules> Shrink()
    {
        if (File.Rules.Count > 1)
        {
            foreach (var rule in File.Rules)
            {
                yield return new GeneratedRules(Vocabulary, File with { Rules = [.. File.Rules.Where(r => r != rule)] });
            }
        }

        foreach (var stage in File.Stages.Where(stage => stage.When is not null))
        {
            foreach (var when in ConditionShrinker.Shrink(stage.When!).Select(when => (ConditionSyntax?)when).Prepend(null))
            {
                var stages = File.Stages.Select(s => s == stage ? s with { When = when } : s);
                yield return new GeneratedRules(Vocabulary, File with { Stages = [.. stages] });
            }
        }

        foreach (var rule in File.Rules)
        {
            foreach (var smaller in ShrinkRule(rule))
            {
                yield return new GeneratedRules(Vocabulary, File with { Rules = [.. File.Rules.Select(r => r == rule ? smaller : r)] });
            }
        }
    }

    public override string ToString() => Text;

    private RuleSet? WithoutWalks() =>
        Rules is { } rules && File.Rules.Where((_, i) => !rules.Program.ThatWalk.Contains(i)).ToList() is { Count: > 0 } inColumns
            ? new GeneratedRules(Vocabulary, File with { Rules = inColumns }).Rules
            : null;

    private static IEnumerable<RuleSyntax> ShrinkRule(RuleSyntax rule)
    {
        if (rule.When is not null)
        {
            yield return rule with { When = null };
        }

        if (rule.By is not null)
        {
            yield return rule with { By = null };
        }

        foreach (var when in rule.When is null ? [] : ConditionShrinker.Shrink(rule.When))
        {
            yield return rule with { When = when };
        }

        foreach (var require in rule.Require is null ? [] : ConditionShrinker.Shrink(rule.Require))
        {
            yield return rule with { Require = require };
        }

        foreach (var risk in rule.WarnWhen is null ? [] : ConditionShrinker.Shrink(rule.WarnWhen))
        {
            yield return rule with { WarnWhen = risk };
        }
    }

    private static RuleFileSyntax FileOf(
        IReadOnlyList<NamedConditionSyntax> named, IReadOnlyList<NamedQuantitySyntax> quantities, IReadOnlyList<RuleSyntax> rules) => new()
        {
            Source = new SourceText("generated", string.Empty),
            Span = default,
            Name = Name("generated"),
            Stages = [.. Stages.Select(stage => new StageSyntax(Name(stage)))],
            Parameters =
            [
                .. GeneratedSyntax.Parameters.Select(p => new ParameterSyntax(Name(p.Key), p.Value, null)),
                new ParameterSyntax(
                    Name("ledger"),
                    JsonReader.Read(new SourceText("ledger", GeneratedSyntax.Ledger), ReadingLimits.Default, new DiagnosticBag()), null,
                    Of: Name(GeneratedSyntax.OfEntry)),
            ],
            Conditions = named,
            Quantities = quantities,
            Rules = rules,
        };

    private static RuleSyntax Rule(Random random, ConditionGenerator conditions, Place root, int depth, string id)
    {
        var isRisk = random.Next(6) == 0;
        var strength = isRisk ? null : Literals.Pick(random, Strengths);
        var (each, place) = random.Next(4) == 0 ? conditions.Each(root, depth - 1) : (null, root);
        var condition = conditions.Condition(place, depth);
        return new RuleSyntax
        {
            Span = default,
            Id = Name(id),
            Stage = Name(Literals.Pick(random, Stages)),
            Strength = strength is null ? null : Name(strength),
            Weight = strength == "preferred" ? new JsonNumber(default, Literals.Pick(random, ["0.5", "1", "3"])) : null,
            ForEach = each is not null && random.Next(2) == 0 ? each with { Holder = conditions.Holder(place) } : each,
            When = random.Next(3) == 0 ? conditions.Condition(place, depth - 1) : null,
            Require = isRisk ? null : condition,
            WarnWhen = isRisk ? condition : null,
            By = !isRisk && random.Next(each is null ? 4 : 2) == 0 ? conditions.Deadline(place, depth) : null,
        };
    }

    private static Name Name(string text) => new(text, default);
}
