using System.Collections.Immutable;
using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Reads what a test expects, <c>{ "stages": { "talks": "invalid" }, … }</c>, and checks every name in it against the
/// rules.</summary>
internal sealed class ExpectationReader(RuleSet? rules, SyntaxDiagnostics syntax, TestsFileDiagnostics diagnostics)
{
    internal static readonly ObjectShape Shape = new("`expect`",
        ("outcome", "\"valid\""),
        ("stages", "{ \"talks\": \"invalid\" }"),
        ("rules", "{ \"no-delay\": \"violated\" }"),
        ("elements", "{ \"reports\": { \"RU\": \"violated\" } }"),
        ("holders", "{ \"RU\": \"valid\" }"),
        ("warnings", "[\"still-breakable\"]"),
        ("score", "[0.5, 1]"));

    // Where the rules themselves are faulty nobody knows which names there are.
    private readonly IReadOnlyList<string>? _stages = rules?.Stages;
    private readonly Dictionary<string, Rule>? _rules = rules?.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
    private readonly IReadOnlyList<string>? _holders = rules is null
        ? null
        :
        [
            .. rules
                .Rules.Select(r => r.Holder)
                .OfType<string>()
                .Concat(rules.Checked.Parties.Keys.Order(StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];

    public ImmutableArray<Expectation> Read(JsonObject expect)
    {
        var members = new MemberReader(expect, Shape, syntax);
        var all = ImmutableArray.CreateBuilder<Expectation>();
        if (members.Of<JsonText>(members.Find("outcome"), "text") is { } outcome && IsOutcome(outcome, ofRule: false))
        {
            all.Add(new Expectation("outcome", outcome.Span, outcome.Value, v => OutcomeNames.Of(v.Outcome)));
        }

        ReadOutcomes(members, "stages", ofRule: false, IsStage, (name, word) =>
            new Expectation($"stage {name}", word.Span, word.Value, v => OutcomeNames.Of(v.Stage(name).Outcome)));
        ReadOutcomes(members, "rules", ofRule: true, (m, others) => IsRule(m.NameSpan, m.Name, others), (id, word) =>
            new Expectation($"rule {id}", word.Span, word.Value, v => OutcomeNames.Of(v.Rule(id).Outcome)));
        ReadElements(members);
        ReadOutcomes(members, "holders", ofRule: false, IsHolder, (holder, word) =>
            new Expectation($"holder {holder}", word.Span, word.Value, v => OutcomeNames.Of(v.For(holder).Outcome)));
        ReadWarnings(members);
        ReadScore(members);
        if (Shape.Keys.All(key => members.Find(key) is null or { Value: JsonObject { Members.Count: 0 } }))
        {
            diagnostics.NothingExpected(expect);
        }

        return all.ToImmutable();

        void ReadOutcomes(MemberReader from, string key, bool ofRule, Func<JsonMember, IEnumerable<string>, bool> isKnown, Func<string,
            JsonText, Expectation> make) => ReadEach(from.Object(key)?.Members ?? [], ofRule, isKnown, make);

        void ReadElements(MemberReader from)
        {
            var rules = from.Object("elements")?.Members ?? [];
            foreach (var rule in rules)
            {
                if (!IsRule(rule.NameSpan, rule.Name, rules.Select(m => m.Name)) || !HasElements(rule))
                {
                    continue;
                }

                if (rule.Value is JsonObject { Members: var elements })
                {
                    ReadEach(elements, ofRule: true, (_, _) => true, (label, word) => new Expectation(
                        $"rule {rule.Name} for {label}", word.Span, word.Value, v => OutcomeOf(v.Rule(rule.Name), label)));
                }
                else
                {
                    syntax.WrongKind(rule.Value, $"what is expected of the elements of `{rule.Name}`", "an object",
                        $"\"{rule.Name}\": {{ \"NAME\": \"violated\" }}");
                }
            }
        }

        void ReadEach(IReadOnlyList<JsonMember> members, bool ofRule, Func<JsonMember, IEnumerable<string>, bool> isKnown,
            Func<string, JsonText, Expectation> make)
        {
            foreach (var member in members)
            {
                var known = isKnown(member, members.Select(m => m.Name));
                if (member.Value is not JsonText word)
                {
                    syntax.WrongKind(
                        member.Value, $"the outcome of `{member.Name}`", "text",
                        $"\"{member.Name}\": \"{OutcomeNames.All(ofRule)[0]}\""
                    );
                }
                else if (IsOutcome(word, ofRule) && known)
                {
                    all.Add(make(member.Name, word));
                }
            }
        }

        void ReadWarnings(MemberReader from)
        {
            if (from.List("warnings") is not { } list)
            {
                return;
            }

            var ids = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in list.Items)
            {
                if (item is not JsonText id)
                {
                    syntax.WrongKind(item, "a warning", "text", from.ExampleOf("warnings"));
                }
                else if (IsRule(id.Span, id.Value, list.Items.OfType<JsonText>().Select(other => other.Value)) && MayWarn(id))
                {
                    ids.Add(id.Value);
                }
            }

            // In the order of the rules, whatever the order here: it is a set.
            var expected = _rules is null ? string.Empty : Listed(_rules.Keys.Where(ids.Contains));
            all.Add(new Expectation("warnings", list.Span, expected, v => Listed(v.Warnings.Select(w => w.Rule.Id))));
        }

        void ReadScore(MemberReader from)
        {
            if (from.Find("score") is not { } member)
            {
                return;
            }

            if (
                member.Value is JsonArray { Items: [JsonNumber low, JsonNumber high] }
                && IsShare(low, out var least)
                && IsShare(high, out var most)
                && least <= most
            )
            {
                all.Add(new Expectation("score", member.Value.Span, Written(new Score(least, most)), v => Written(v.Score)));
            }
            else
            {
                diagnostics.NotAScore(member.Value);
            }
        }
    }

    private bool IsOutcome(JsonText word, bool ofRule)
    {
        if (OutcomeNames.All(ofRule).Contains(word.Value))
        {
            return true;
        }

        diagnostics.NotAnOutcome(word, ofRule);
        return false;
    }

    private bool IsStage(JsonMember stage, IEnumerable<string> others)
    {
        if (_stages is null || _stages.Contains(stage.Name))
        {
            return true;
        }

        diagnostics.UnknownStage(stage, _stages, others);
        return false;
    }

    private bool IsRule(Span at, string id, IEnumerable<string> others)
    {
        if (_rules is null || _rules.ContainsKey(id))
        {
            return true;
        }

        diagnostics.UnknownRule(at, id, _rules.Keys, others);
        return false;
    }

    private bool HasElements(JsonMember rule)
    {
        if (_rules?[rule.Name] is not { Each: null })
        {
            return true;
        }

        diagnostics.NoElements(rule);
        return false;
    }

    // An element that a test names need not be there: then the test fails.
    private static string OutcomeOf(RuleVerdict rule, string label) =>
        rule.Elements.FirstOrDefault(element => element.Label == label) is { } found ? OutcomeNames.Of(found.Outcome) : "no such element";

    private bool IsHolder(JsonMember holder, IEnumerable<string> others)
    {
        if (_holders is null || _holders.Contains(holder.Name) || Holders.Of(rules!.Checked).MayBe(holder.Name))
        {
            return true;
        }

        diagnostics.UnknownHolder(holder, _holders, others);
        return false;
    }

    private bool MayWarn(JsonText id)
    {
        if (_rules?[id.Value] is not { IsRisk: false, Strength: not Strength.Expected } rule)
        {
            return true;
        }

        diagnostics.NeverWarns(id, rule);
        return false;
    }

    private static bool IsShare(JsonNumber number, out double value) =>
        double.TryParse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value is >= 0 and <= 1;

    private static string Listed(IEnumerable<string> ids) => string.Join(", ", ids) is { Length: > 0 } all ? all : "none";

    // Two decimals: nobody writes out a third of a weight.
    private static string Written(Score? score) =>
        score is { } s ? string.Create(CultureInfo.InvariantCulture, $"[{s.Low:0.00}, {s.High:0.00}]") : "none";
}
