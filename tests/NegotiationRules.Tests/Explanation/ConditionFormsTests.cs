using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Explanation;

/// <summary>Every form of condition as it is described and as it is explained, read and approved by a person.</summary>
public sealed partial class ConditionFormsTests
{
    [Fact]
    public void ComparisonsReadLikeSentences() =>
        Check([
            new(
                """{ "agreement.form": "written" }""", """{ "agreement": { "form": "written" } }""",
                """{ "agreement": { "form": "oral" } }""", FormCase.Nothing
            ),
            new(
                """{ "agreement.form": { "isNot": "oral" } }""", """{ "agreement": { "form": "written" } }""",
                """{ "agreement": { "form": "oral" } }""", FormCase.Nothing
            ),
            new(
                """{ "agreement.legallyBinding": true }""", """{ "agreement": { "legallyBinding": true } }""",
                """{ "agreement": { "legallyBinding": false } }""", FormCase.Nothing
            ),
            new(
                """{ "agreement.termYears": { "atLeast": 10 } }""", """{ "agreement": { "termYears": 12 } }""",
                """{ "agreement": { "termYears": 5 } }""", FormCase.Nothing
            ),
            new(
                """{ "agreement.termYears": { "atMost": { "parameter": "most" } } }""",
                """{ "agreement": { "termYears": 12 } }""", """{ "agreement": { "termYears": 50 } }""",
                FormCase.Nothing
            ),
            new(
                """{ "agreement.cost": { "lessThan": 0.5 } }""", """{ "agreement": { "cost": 0.25 } }""",
                """{ "agreement": { "cost": 0.5 } }"""
            ),
            new(
                """{ "agreement.termYears": { "between": [10, 20] } }""", """{ "agreement": { "termYears": 12 } }""",
                """{ "agreement": { "termYears": 5 } }""", FormCase.Nothing
            ),
            new(
                """{ "agreement.form": { "in": ["written", "oral"] } }""", """{ "agreement": { "form": "oral" } }""",
                """{ "agreement": { "form": "none" } }""", FormCase.Nothing
            ),
            new(
                """{ "agreement.form": { "notIn": ["oral", "none"] } }""",
                """{ "agreement": { "form": "written" } }""", """{ "agreement": { "form": "none" } }""",
                FormCase.Nothing
            ),
            new(
                """{ "talks.venue": { "in": { "fact": "agreement.guarantees" } } }""",
                """{ "talks": { "venue": "Geneva" }, "agreement": { "guarantees": ["Geneva", "Vienna"] } }""",
                """{ "talks": { "venue": "Kyiv" }, "agreement": { "guarantees": ["Geneva"] } }""",
                """{ "talks": { "venue": "Kyiv" } }""",
                FormCase.Nothing
            ),
            new(
                """{ "talks.venue": { "startsWith": "Palais" } }""",
                """{ "talks": { "venue": "Palais des Nations" } }""", """{ "talks": { "venue": "Kyiv" } }""",
                FormCase.Nothing
            ),
            new(
                """{ "talks.venue": { "contains": "des" } }""", """{ "talks": { "venue": "Palais des Nations" } }""",
                """{ "talks": { "venue": "Kyiv" } }"""
            ),
            new(
                """{ "talks.venue": { "matches": "^K.*v$" } }""", """{ "talks": { "venue": "Kyiv" } }""",
                """{ "talks": { "venue": "Geneva" } }"""
            ),
            new("""{ "agreement.breachedBy": { "known": true } }""", """{ "agreement": { "breachedBy": "RU" } }""", FormCase.Nothing),
            new("""{ "agreement.breachedBy": { "known": false } }""", """{ "agreement": { "breachedBy": "RU" } }""", FormCase.Nothing),
            new("""{ "agreement.guarantees": { "contains": "no-enlargement" } }""",
                """{ "agreement": { "guarantees": ["no-enlargement"] } }""", """{ "agreement": { "guarantees": ["no-strike"] } }""",
                """{ "agreement": { "guarantees": { "known": ["no-strike"], "complete": false } } }""", FormCase.Nothing),
            new("""{ "agreement.guarantees": { "containsAll": ["a", "b", "c"] } }""",
                """{ "agreement": { "guarantees": ["a", "b", "c"] } }""",
                """{ "agreement": { "guarantees": ["a", "d"] } }""", """{ "agreement": { "guarantees": [] } }"""),
            new("""{ "agreement.guarantees": { "containsAny": ["a", "b"] } }""",
                """{ "agreement": { "guarantees": ["b"] } }""", """{ "agreement": { "guarantees": ["d"] } }"""),
            new("""{ "agreement.guarantees": { "containsNone": ["a", "b"] } }""",
                """{ "agreement": { "guarantees": ["d"] } }""", """{ "agreement": { "guarantees": [] } }""",
                """{ "agreement": { "guarantees": ["b"] } }""", """{ "agreement": { "guarantees": ["b", "a"] } }""",
                """{ "agreement": { "guarantees": { "known": ["d"], "complete": false } } }"""),
            new("""{ "agreement.guarantees": { "containsNone": ["a"] } }""",
                """{ "agreement": { "guarantees": ["d"] } }""", """{ "agreement": { "guarantees": ["a"] } }"""),
            new("""{ "some": "parties", "where": { "languages": { "containsNone": ["en", "fr"] } } }""",
                """{ "parties": [{ "id": "RU", "languages": ["ru"] }] }""", """{ "parties": [{ "id": "US", "languages": ["en"] }] }"""),
        ]);

    [Fact]
    public void DatesAndDurationsReadLikeSentences() =>
        Check([
            new(
                """{ "talks.start": { "onOrBefore": "2022-01-31" } }""", """{ "talks": { "start": "2022-01-10" } }""",
                """{ "talks": { "start": "2022-04-04" } }""", """{ "talks": { "start": "2022-01" } }""",
                """{ "talks": { "start": "2022" } }""", FormCase.Nothing
            ),
            new(
                """{ "talks.start": "2022-01" }""", """{ "talks": { "start": "2022-01" } }""",
                """{ "talks": { "start": "2022-04-04" } }""", """{ "talks": { "start": "2022" } }"""
            ),
            new(
                """{ "talks.start": { "isNot": "2022-01-10" } }""", """{ "talks": { "start": "2022-01-11" } }""",
                """{ "talks": { "start": "2022-01-10" } }"""
            ),
            new(
                """{ "talks.end": { "before": { "fact": "talks.start", "plus": "P3M" } } }""",
                """{ "talks": { "start": "2022-01-10", "end": "2022-03-01" } }""",
                """{ "talks": { "start": "2022-01-10", "end": "2022-04-10" } }""",
                """{ "talks": { "start": "2022-01-10" } }""",
                FormCase.Nothing
            ),
            new(
                """{ "value": { "fact": "talks.start", "plus": "P60D", "to": "startOfNextMonth" },"""
                    + """ "onOrAfter": { "fact": "talks.end" } }""",
                """{ "talks": { "start": "2022-01-10", "end": "2022-03-01" } }""",
                """{ "talks": { "start": "2022-01-10", "end": "2022-05-01" } }""",
                """{ "talks": { "start": "2022-01", "end": "2022-04-01" } }"""
            ),
            new(
                """{ "talks.opened": { "before": "2022-01-10T09:00:00Z" } }""",
                """{ "talks": { "opened": "2022-01-10T09:00:00+01:00" } }""",
                """{ "talks": { "opened": "2022-01-10T10:00:00Z" } }"""
            ),
            new(
                """{ "talks.length": { "atMost": "P90D" } }""", """{ "talks": { "length": "P2M" } }""",
                """{ "talks": { "length": "P1Y" } }""", """{ "talks": { "length": "P3M" } }"""
            ),
            new(
                """{ "value": { "fact": "talks.end", "minus": { "fact": "talks.start" } }, "moreThan": "P1D" }""",
                """{ "talks": { "start": "2022-01-10", "end": "2022-03-01" } }""",
                """{ "talks": { "start": "2022-01-10", "end": "2022-01-10" } }""",
                """{ "talks": { "start": "2022-01-10", "end": "2022-01" } }"""
            ),
        ]);

    [Fact]
    public void FunctionsAndChoicesReadLikeSentences() =>
        Check([
            new(
                """{ "value": { "lowerCase": { "fact": "talks.venue" } }, "is": "geneva" }""",
                """{ "talks": { "venue": "GENEVA" } }""", """{ "talks": { "venue": "Kyiv" } }""", FormCase.Nothing
            ),
            new(
                """{ "value": { "length": { "trimmed": { "fact": "talks.venue" } } }, "atLeast": 3 }""",
                """{ "talks": { "venue": " Geneva " } }""", """{ "talks": { "venue": "Ur" } }""", FormCase.Nothing
            ),
            new(
                """{ "value": { "part": [{ "fact": "talks.venue" }, 0, 2] }, "is": "Ge" }""",
                """{ "talks": { "venue": "Geneva" } }""", """{ "talks": { "venue": "Kyiv" } }""",
                """{ "talks": { "venue": "G" } }"""
            ),
            new(
                """{ "value": { "part": [{ "fact": "talks.venue" }, 1] }, "startsWith": "e" }""",
                """{ "talks": { "venue": "Geneva" } }""", """{ "talks": { "venue": "Kyiv" } }""",
                """{ "talks": { "venue": "" } }"""
            ),
            new(
                """{ "value": { "joined": [{ "fact": "talks.venue" }, ", ", { "upperCase": { "fact": "agreement.form" } }] },"""
                    + """ "isNot": "Geneva, ORAL" }""",
                """{ "talks": { "venue": "Geneva" }, "agreement": { "form": "written" } }""",
                """{ "talks": { "venue": "Geneva" }, "agreement": { "form": "oral" } }""",
                """{ "talks": { "venue": "Geneva" } }"""
            ),
            new(
                """{ "value": { "quotient": [{ "fact": "agreement.cost" }, { "fact": "agreement.termYears" }] }, "atMost": 2 }""",
                """{ "agreement": { "cost": 1.5, "termYears": 3 } }""",
                """{ "agreement": { "cost": 9, "termYears": 3 } }""",
                """{ "agreement": { "cost": 9, "termYears": 0 } }""", FormCase.Nothing
            ),
            new(
                """{ "value": { "rounded": [{ "fact": "agreement.cost" }, 1], "times": 2 },"""
                    + """ "is": { "ceiling": { "fact": "agreement.cost" } } }""",
                """{ "agreement": { "cost": 0.5 } }""", """{ "agreement": { "cost": 0.7 } }""", FormCase.Nothing
            ),
            new(
                """{ "value": { "least": [{ "fact": "agreement.termYears" }, { "count": "parties" }, 7] }, "atLeast": 2 }""",
                """{ "agreement": { "termYears": 3 }, "parties": [ { "id": "RU" }, { "id": "US" } ] }""",
                """{ "agreement": { "termYears": 1 }, "parties": [] }""",
                """{ "agreement": { "termYears": 3 } }"""
            ),
            new(
                """{ "value": { "dayOfWeek": { "fact": "talks.start" } }, "in": ["monday", "tuesday"] }""",
                """{ "talks": { "start": "2022-01-10" } }""", """{ "talks": { "start": "2022-01-09" } }""",
                """{ "talks": { "start": "2022-01" } }"""
            ),
            new(
                """{ "value": { "month": { "fact": "talks.start" } }, "is": 1 }""",
                """{ "talks": { "start": "2022-01" } }""", """{ "talks": { "start": "2022-03-01" } }""",
                """{ "talks": { "start": "2022" } }""", FormCase.Nothing
            ),
            new(
                """{ "value": { "totalDays": { "fact": "talks.length" } }, "lessThan": 30 }""",
                """{ "talks": { "length": "P2W" } }""", """{ "talks": { "length": "P31D" } }""",
                """{ "talks": { "length": "P1M" } }"""
            ),
            new(
                """{ "agreement.termYears": { "atLeast": { "if": { "talks.mediated": true }, "then": 5, "else": 10 } } }""",
                """{ "agreement": { "termYears": 12 } }""",
                """{ "agreement": { "termYears": 3 }, "talks": { "mediated": true } }""",
                """{ "agreement": { "termYears": 7 }, "talks": { "mediated": false } }""",
                """{ "agreement": { "termYears": 7 } }""",
                FormCase.Nothing
            ),
            new(
                """{ "value": { "value": 10, "minus": { "fact": "agreement.termYears" } }, "atLeast": 3 }""",
                """{ "agreement": { "termYears": 7 } }""", """{ "agreement": { "termYears": 8 } }""", FormCase.Nothing
            ),
            new(
                """{ "value": { "if": { "talks.mediated": true }, "then": 5, "else": 10 }, "atMost": { "fact": "agreement.termYears" } }""",
                """{ "agreement": { "termYears": 7 }, "talks": { "mediated": false } }"""
            ),
            new(
                """{ "sum": "parties", "of": { "fact": "population", "times": { "if": { "present": true }, "then": 2, "else": 1 } },"""
                    + """ "where": { "vote": "yes" }, "atLeast": 200 }""",
                FormCase.Votes,
                """{ "parties": [ { "id": "FR", "vote": "yes", "present": false, "population": 60 } ] }""",
                FormCase.OpenVotes,
                FormCase.NobodyThere
            ),
            new(
                """{ "every": "parties", "satisfy": { "value": { "length": { "fact": "id" } }, "is": 2 } }""",
                FormCase.Votes, """{ "parties": [ { "id": "FR" }, { "id": "FRG" } ] }""",
                """{ "parties": [ { "vote": "yes" } ] }"""
            ),
        ]);

    [Fact]
    public void CompositionsReadLikeSentences() =>
        Check([
            new(
                """{ "agreement.form": "written", "agreement.legallyBinding": true, "agreement.termYears": { "atLeast": 10 } }""",
                """{ "agreement": { "form": "written", "legallyBinding": true, "termYears": 10 } }""",
                """{ "agreement": { "form": "oral", "legallyBinding": true, "termYears": 1 } }""",
                """{ "agreement": { "form": "written" } }"""
            ),
            new(
                """{ "any": [ { "agreement.form": "written" }, { "talks.mediated": true } ] }""",
                """{ "agreement": { "form": "oral" }, "talks": { "mediated": true } }""",
                """{ "agreement": { "form": "oral" }, "talks": { "mediated": false } }""",
                """{ "agreement": { "form": "oral" } }""",
                FormCase.Nothing
            ),
            new(
                """{ "none": [ { "agreement.form": "oral" }, { "talks.mediated": true } ] }""",
                """{ "agreement": { "form": "written" }, "talks": { "mediated": false } }""",
                """{ "agreement": { "form": "oral" }, "talks": { "mediated": false } }""",
                """{ "talks": { "mediated": false } }"""
            ),
            new(
                """{ "not": { "agreement.form": "oral" } }""", """{ "agreement": { "form": "written" } }""",
                """{ "agreement": { "form": "oral" } }""", FormCase.Nothing
            ),
            new(
                """{ "not": { "agreement.termYears": { "atLeast": 10 } } }""",
                """{ "agreement": { "termYears": 5 } }""",
                """{ "agreement": { "termYears": 12 } }"""
            ),
            new(
                """{ "not": { "all": [ { "agreement.form": "oral" }, { "talks.mediated": true } ] } }""",
                """{ "agreement": { "form": "written" }, "talks": { "mediated": true } }""",
                """{ "agreement": { "form": "oral" }, "talks": { "mediated": true } }""",
                FormCase.Nothing
            ),
            new(
                """{ "any": [ { "all": [ { "agreement.form": "written" }, { "agreement.legallyBinding": true } ] },"""
                    + """ { "none": [ { "talks.mediated": true } ] } ] }""",
                """{ "agreement": { "form": "written", "legallyBinding": true } }""",
                """{ "agreement": { "form": "written", "legallyBinding": false }, "talks": { "mediated": true } }"""
            ),
            new(
                """{ "atLeast": 2, "of": [ { "agreement.form": "written" }, { "agreement.legallyBinding": true },"""
                    + """ { "talks.mediated": true } ] }""",
                """{ "agreement": { "form": "written", "legallyBinding": true } }""",
                """{ "agreement": { "form": "written", "legallyBinding": false }, "talks": { "mediated": false } }""",
                """{ "agreement": { "form": "written", "legallyBinding": false } }"""
            ),
            new(
                """{ "condition": "a written agreement" }""", """{ "agreement": { "form": "written" } }""",
                """{ "agreement": { "form": "oral" } }""", FormCase.Nothing
            ),
            new(
                """{ "every": "parties", "satisfy": { "condition": "military at the table" } }""",
                FormCase.Two, FormCase.NoMilitary, FormCase.HalfKnown, FormCase.NoDelegates, FormCase.NobodyThere
            ),
            new(
                """{ "not": { "condition": "a written agreement" } }""", """{ "agreement": { "form": "oral" } }""",
                """{ "agreement": { "form": "written" } }"""
            ),
            new(
                """{ "rule": "other" }""", """{ "agreement": { "form": "written" } }""",
                """{ "agreement": { "form": "oral" } }""", FormCase.Nothing
            ),
        ]);

    private static void Check(FormCase[] cases, [CallerMemberName] string test = "")
    {
        var text = new StringBuilder();
        foreach (var form in cases)
        {
            var rules = SmallVocabulary.Requiring(
                form.Condition,
                parameters: """{ "most": 25, "annex": ["FR", "UK", "CN"], "numbers": [4, 2, 3] }""",
                conditions: """{ "a written agreement": { "agreement.form": "written" },"""
                    + """ "military at the table": { "some": "delegates", "where": { "role": "military" } } }"""
            );
            var condition = rules.Checked.Rules[0].Require;
            var root = Naming.Root(rules.Vocabulary.Root);
            text.AppendLine(form.Condition);
            text.Append(CultureInfo.InvariantCulture, $"  says that {ConditionWording.Sentence(condition, root)}\n");
            text.Append(CultureInfo.InvariantCulture, $"  the opposite: {ConditionWording.Sentence(condition, root, holds: false)}\n");
            foreach (var scenario in form.Scenarios)
            {
                var verdict = rules.Evaluate(Scenario.Parse(scenario));
                var outcome = verdict.Rule("it").Outcome;
                var node = Find(verdict.Explain(new ExplanationOptions { ShowAll = outcome == RuleOutcome.Satisfied }).Outline, "it")!;
                text.Append(CultureInfo.InvariantCulture, $"  {outcome}\n").Append(Indent(node)).AppendLine();
            }
        }

        Approved.Check(text.ToString(), testMethod: test);
    }

    private static ExplanationNode? Find(ExplanationNode node, string rule) =>
        node.RuleId == rule ? node : node.Children.Select(child => Find(child, rule)).FirstOrDefault(found => found is not null);

    private static string Indent(ExplanationNode node) =>
        string.Concat(
                NegotiationRules
                    .Explanation.Rendering.TextRenderer.Render(node)
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Skip(1)
                    .Select(line => $"  {line}\n")
            )
            .TrimEnd('\n');
}
