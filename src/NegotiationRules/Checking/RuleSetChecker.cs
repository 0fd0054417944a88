using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Checks a rule file with its includes against a vocabulary: names resolved, types agreed.</summary>
internal sealed class RuleSetChecker(Declarations declared, CheckDiagnostics diagnostics, PartChecker parts)
{
    /// <param name="files">The files, included ones before those that include them; the last is the one that was asked for.</param>
    /// <param name="vocabulary">The facts that may be talked about.</param>
    /// <param name="overrides">Other values for parameters, by name; each names a parameter of the files.</param>
    /// <param name="bag">Receives all that is wrong.</param>
    /// <returns>The checked rules, or <see langword="null"/> if there is an error.</returns>
    public static CheckedRuleSet? Check(
        IReadOnlyList<RuleFileSyntax> files, Vocabulary vocabulary, IReadOnlyDictionary<string, JsonValue> overrides, DiagnosticBag bag)
    {
        // Lists of which it turns out on the way that their values are text have been read as dates till then, so all is checked once more.
        var texts = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var found = new DiagnosticBag();
            found.AddAll(bag);
            var diagnostics = new CheckDiagnostics(found)
            {
                Vocabulary = vocabulary,
                HasUnreadFiles = files[^1].LacksIncluded,
            };
            var declared = new Declarations(vocabulary, diagnostics) { IsOriginal = files[^1].IsOriginal };
            var parts = new PartChecker(declared, diagnostics, texts);
            var rules = new RuleSetChecker(declared, diagnostics, parts).Check(files, overrides, found);
            if (parts.Readings.Texts.Count == 0)
            {
                bag.AddAll(found);
                return rules;
            }

            texts.UnionWith(parts.Readings.Texts);
        }
    }

    private CheckedRuleSet? Check(
        IReadOnlyList<RuleFileSyntax> files, IReadOnlyDictionary<string, JsonValue> overrides, DiagnosticBag bag)
    {
        var main = files[^1];

        // Those that a file gives were looked at when it was read.
        foreach (var (name, value) in overrides.Where(o => o.Value is JsonNull).OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            new SyntaxDiagnostics(bag).ParameterValue(value, name);
        }

        var written = Declare(files, overrides, bag);
        var conditionsOfStages = declared.Stages.Select(parts.DeclaredRules.ConditionOf).ToImmutableArray();
        var rules = ImmutableArray.CreateBuilder<Rule>(written.Count);
        foreach (var declaredRule in written)
        {
            if (parts.Rules.Check(declaredRule, rules.Count) is { } rule)
            {
                rules.Add(rule);
            }
        }

        // What could not be read or checked may be what uses a name.
        if (bag.HasErrors)
        {
            ReportUnused(main, new Lazy<HashSet<string>>(() => WrittenTexts.Of(files)));
            return null;
        }

        if (rules.Count < written.Count)
        {
            // A stage is valid if no rule keeps it from being so: a rule must never be lost in silence.
            throw new InvalidOperationException($"{written.Count - rules.Count} rules cannot be used, and nothing is reported of them.");
        }

        if (declared.IsOriginal)
        {
            var contradictions = new Contradictions(diagnostics);
            foreach (var rule in rules)
            {
                contradictions.Report(rule.When);
                contradictions.Report(rule.Require);
            }
        }

        ReportUnused(main, new Lazy<HashSet<string>>([]));
        ReportStages(main, rules);
        if (declared.IsOriginal && main.Rules.Count > 0)
        {
            new UnusedNames(parts, declared, diagnostics, bag).Check(main);
        }

        return new CheckedRuleSet
        {
            Name = main.Name?.Text ?? string.Empty,
            Version = main.Version,
            Description = main.Description,
            Vocabulary = declared.Vocabulary,
            Stages = [.. declared.Stages],
            Parties = declared.Parties.ToImmutableDictionary(StringComparer.Ordinal),
            Parameters = [.. declared.Parameters.Values],
            Documents = [.. declared.Documents.Values],
            StageConditions =
            [
                // Of a stage without rules nothing is asked.
                .. declared.Stages.Select((stage, i) => rules.Any(rule => rule.Stage == stage) ? conditionsOfStages[i] : null),
            ],
            StageOfRule = [.. rules.Select(r => declared.Stages.IndexOf(r.Stage))],
            Rules = rules.DrainToImmutable(),
            AsOf = AsOf(declared.Vocabulary),
        };
    }

    /// <summary>The fact by which deadlines are judged, if the vocabulary has it as a date.</summary>
    public static FactReference? AsOf(Vocabulary vocabulary)
    {
        const string Name = "asOf";
        var slot = vocabulary.Root.SlotOf(Name);
        return slot >= 0 && vocabulary.Root.Properties[slot].Type is DateType type ? new FactReference(0, [slot], type, Name) : null;
    }

    private static bool Includes(RuleFileSyntax file, RuleFileSyntax other)
    {
        // Files may be included by many others: each is looked at once.
        var seen = new HashSet<RuleFileSyntax>(file.IncludedFiles, ReferenceEqualityComparer.Instance);
        var open = new Queue<RuleFileSyntax>(seen);
        while (open.TryDequeue(out var next))
        {
            if (ReferenceEquals(next, other))
            {
                return true;
            }

            foreach (var included in next.IncludedFiles.Where(seen.Add))
            {
                open.Enqueue(included);
            }
        }

        return false;
    }

    // Everything is made known before anything is checked, so that order in a file means nothing.
    private List<DeclaredRule> Declare(
        IReadOnlyList<RuleFileSyntax> files, IReadOnlyDictionary<string, JsonValue> overrides, DiagnosticBag bag)
    {
        var names = new Dictionary<(string Kind, string Name), Name>();
        var owners = new Dictionary<string, (RuleFileSyntax File, Name Name)>(StringComparer.Ordinal);
        var rules = new List<DeclaredRule>(files.Sum(f => f.Rules.Count));
        parts.DeclaredRules.Expect(rules.Capacity);
        foreach (var file in files)
        {
            foreach (var (stage, when) in file.Stages)
            {
                // Files that belong together may name the same stage; one file may not name it twice.
                if (!declared.Stages.Contains(stage.Text))
                {
                    declared.Stages.Add(stage.Text);
                    names.TryAdd(("stage", stage.Text), stage);
                }
                else if (names[("stage", stage.Text)].Span.Source == stage.Span.Source)
                {
                    diagnostics.Duplicate("stage", stage, names[("stage", stage.Text)], isAlone: when is null);
                    continue;
                }

                if (when is not null && !declared.StageConditions.TryAdd(stage.Text, new StageSyntax(stage, when)))
                {
                    diagnostics.StageConditionTwice(stage, declared.StageConditions[stage.Text].Name);
                }
            }

            declared.PartiesAreGiven |= file.Parties is not null;
            foreach (var party in file.Parties ?? [])
            {
                declared.Parties[party.Id.Text] = party.Title;
            }

            foreach (var parameter in file.Parameters)
            {
                // A file may restate a parameter of a file it includes. Of two files of which neither includes the other, there is no
                // saying whose value counts.
                if (owners.TryGetValue(parameter.Name.Text, out var owner) && !Includes(file, owner.File))
                {
                    diagnostics.Duplicate("parameter", parameter.Name, owner.Name);
                }

                owners[parameter.Name.Text] = (file, parameter.Name);
                var written = parameter.Value ?? new JsonNull(parameter.Name.Span);
                var other = overrides.GetValueOrDefault(parameter.Name.Text);
                var restated = declared.Parameters.GetValueOrDefault(parameter.Name.Text);
                var description = parameter.Description ?? restated?.Description;
                var type = parameter.Type ?? restated?.Type;
                declared.Parameters[parameter.Name.Text] = new Parameter(
                    parameter.Name.Text, other ?? written, description, type, parameter.Name.Span
                )
                {
                    Written = other is null ? null : written,
                    Of = parameter.Of?.Text ?? restated?.Of,
                    OfSpan = parameter.Of?.Span ?? restated?.OfSpan ?? default,
                };
            }

            foreach (var document in file.Documents)
            {
                if (IsNew("document", document.Id))
                {
                    declared.Documents.Add(
                        document.Id.Text,
                        new CitedDocument(
                            document.Id.Text, document.Title ?? document.Id.Text, document.Publisher,
                            document.Published, document.Url
                        )
                    );
                }
            }

            foreach (var condition in file.Conditions)
            {
                if (IsNew("condition", condition.Name))
                {
                    declared.NamedConditions.Add(condition.Name.Text, condition);
                }
            }

            foreach (var quantity in file.Quantities)
            {
                if (IsNew("quantity", quantity.Name))
                {
                    declared.Quantities.Add(quantity.Name.Text, quantity);
                }
            }

            foreach (var rule in file.Rules)
            {
                // A rule whose id is taken is checked all the same: all faults in one run.
                rules.Add(parts.DeclaredRules.Declare(rule));
            }
        }

        foreach (var parameter in declared.Parameters.Values.Where(p => p.Type is not null).ToList())
        {
            // One that is not of its type cannot be read: what it is compared with is beside the point.
            if (parameter.Values.FirstOrDefault(v => v is not JsonNull && !IsOfType(v, parameter.Type!.Value)) is { } odd)
            {
                diagnostics.NotOfItsType(parameter, odd);
                declared.Parameters[parameter.Name] = parameter with { Value = new JsonNull(parameter.Span) };
            }
        }

        new RecordParameters(declared, diagnostics, bag).Read();
        foreach (var name in overrides.Keys.Where(name => !declared.Parameters.ContainsKey(name)).Order(StringComparer.Ordinal))
        {
            diagnostics.NoParameterToVary(name, declared.Parameters.Keys);
        }

        if (declared.Stages.Count == 0 && !files.Any(file => file.HasStages))
        {
            diagnostics.NoStages(files[^1].Name?.Span ?? files[^1].Source.At(0, 1));
        }

        return rules;

        bool IsNew(string kind, Name name)
        {
            if (names.TryAdd((kind, name.Text), name))
            {
                return true;
            }

            diagnostics.Duplicate(kind, name, names[(kind, name.Text)]);
            return false;
        }
    }

    private static bool IsOfType(JsonValue value, ParameterType type) => (type, value) switch
    {
        (ParameterType.Boolean, JsonBoolean) or (ParameterType.Number, JsonNumber) or (ParameterType.Text, JsonText) => true,
        (ParameterType.Integer, JsonNumber number) => ExactNumber.TryRead(number.Digits, out _, out var scale) && scale == 0,
        (ParameterType.Date, JsonText text) => PartialDate.TryParse(text.Value, out _),
        (ParameterType.DateTime, JsonText text) => Instant.TryParse(text.Value, out _),
        (ParameterType.Duration, JsonText text) => Duration.TryParse(text.Value, out _),
        _ => false,
    };

    // Only in the file itself: what is included may well offer more than is used.
    // Valid is what nothing keeps from being so: that must not come from a rule that was forgotten.
    private void ReportStages(RuleFileSyntax main, IReadOnlyList<Rule> rules)
    {
        foreach (var (stage, _) in main.Stages)
        {
            var own = rules.Where(rule => rule.Stage == stage.Text);
            if (!own.Any(rule => rule is { Strength: Strength.Required, IsRisk: false }))
            {
                diagnostics.NothingRequired(stage, own.Any());
            }
        }
    }

    private void ReportUnused(RuleFileSyntax main, Lazy<HashSet<string>> perhapsUsed)
    {
        foreach (
            var parameter in main.Parameters.Where(p => p.Value is not null && p.Name.Text.Length > 0 && IsUnused("parameter", p.Name))
        )
        {
            diagnostics.Unused("parameter", parameter.Name);
        }

        // A file without rules is there to be included.
        if (main.Rules.Count == 0)
        {
            return;
        }

        foreach (var condition in main.Conditions.Where(c => IsUnused("condition", c.Name)))
        {
            diagnostics.Unused("condition", condition.Name);
        }

        foreach (var quantity in main.Quantities.Where(q => IsUnused("quantity", q.Name)))
        {
            diagnostics.Unused("quantity", quantity.Name);
        }

        bool IsUnused(string kind, Name name) => !declared.Used.Contains((kind, name.Text)) && !perhapsUsed.Value.Contains(name.Text);
    }
}
