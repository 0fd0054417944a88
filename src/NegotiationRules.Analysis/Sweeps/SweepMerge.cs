using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Puts shards together, or says why they are no whole.</summary>
internal static class SweepMerge
{
    private const int MostNamed = 10;

    /// <summary>The whole; <see langword="null"/>, with all that is wrong, if they are none.</summary>
    /// <param name="parts">The shards, with what to call each.</param>
    /// <param name="faults">What is wrong with which.</param>
    public static SweepResult? Of(IReadOnlyList<(string Name, SweepResult Part)> parts, out IReadOnlyList<MergeFault> faults)
    {
        var found = new List<MergeFault>();
        faults = found;
        if (parts.Count == 0)
        {
            found.Add(new MergeFault(MergeFaultKind.Missing, string.Empty, "There are no parts"));
            return null;
        }

        var (first, shards) = (parts[0], new Dictionary<int, string>());
        var tally = new SweepTally(first.Part.Header.Stages.Count, first.Part.Header.RuleNames.Count, first.Part.Header.Classes);
        foreach (var (name, part) in parts)
        {
            if (first.Part.Header.DifferenceOf(part.Header) is { } difference)
            {
                found.Add(new(MergeFaultKind.Foreign, name, $"It does not belong to `{first.Name}`: {difference}"));
            }
            else if (part.Shard.Of != first.Part.Shard.Of)
            {
                found.Add(new(MergeFaultKind.Foreign, name,
                    $"It does not belong to `{first.Name}`: it is one of {part.Shard.Of} shards, and not of {first.Part.Shard.Of}"));
            }
            else if (!shards.TryAdd(part.Shard.Number, name))
            {
                found.Add(new(MergeFaultKind.Twice, name, $"Shard {part.Shard} comes twice: it is in `{shards[part.Shard.Number]}`, too"));
            }
            else if (!part.IsWhole)
            {
                found.Add(new(MergeFaultKind.Interrupted, name, string.Create(
                    CultureInfo.InvariantCulture,
                    $"Shard {part.Shard} was interrupted: {part.Done:N0} of its {part.Planned:N0} scenarios were evaluated")));
            }
            else
            {
                tally.Add(part.Tally);
            }
        }

        if (Missing(first.Part.Shard.Of, shards) is { } missing)
        {
            found.Add(new(MergeFaultKind.Missing, string.Empty, missing));
        }

        return found.Count == 0 ? new SweepResult(first.Part.Header, SweepShard.Whole, tally) : null;
    }

    private static string? Missing(int of, Dictionary<int, string> shards)
    {
        var missing = Enumerable.Range(1, of).Where(number => !shards.ContainsKey(number)).Select(number => $"{number}/{of}").ToList();
        var more = missing.Count > MostNamed ? $", and {missing.Count - MostNamed} more," : string.Empty;
        return missing.Count == 0 ? null
            : $"{(missing.Count == 1 ? "Shard" : "Shards")} {Spelling.List(missing.Take(MostNamed), "and")}{more}"
                + $" {(missing.Count == 1 ? "is" : "are")} missing";
    }
}

/// <summary>Why shards are no whole.</summary>
internal enum MergeFaultKind
{
    Missing,
    Twice,
    Foreign,
    Interrupted,
}

/// <summary>What is wrong with a shard.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">What the shard is called; empty if it is about all.</param>
/// <param name="Message">What it is.</param>
internal sealed record MergeFault(MergeFaultKind Kind, string Name, string Message)
{
    public override string ToString() => Name.Length == 0 ? Message : $"{Name}: {Message}";
}
