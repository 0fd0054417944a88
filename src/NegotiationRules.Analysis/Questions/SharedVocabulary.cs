namespace NegotiationRules.Analysis.Questions;

/// <summary>Rule sets over one vocabulary.</summary>
internal static class SharedVocabulary
{
    /// <summary>The sets, all checked against the first of their vocabularies that has all facts they speak of.</summary>
    /// <exception cref="RuleFileException">There is none; the diagnostics are those of the first set.</exception>
    public static IReadOnlyList<RuleSet> Of(IReadOnlyList<RuleSet> sets)
    {
        List<Diagnostic>? faults = null;
        foreach (var vocabulary in sets.Select(set => set.Vocabulary))
        {
            var (read, own) = (new List<RuleSet>(), new List<Diagnostic>());
            foreach (var set in sets)
            {
                if (set.TryWith(vocabulary, out var rules, out var diagnostics))
                {
                    read.Add(rules);
                }
                else
                {
                    own.AddRange(diagnostics);
                }
            }

            if (read.Count == sets.Count)
            {
                return read;
            }

            faults ??= own;
        }

        throw new RuleFileException(faults!);
    }
}
