using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Texts: those that a fact is compared with, and one that is like none of them.</summary>
internal sealed class TextSamples
{
    private const string Other = "…";

    // Of texts that are like no other.
    private const int Fewest = 3;

    private readonly Dictionary<string, SortedSet<string>> _texts = new(StringComparer.Ordinal);

    public TextSamples(
        IReadOnlyList<ComparedSides> comparisons, IReadOnlyList<(Condition Test, SchemaPlace Place)> tests, FixedFacts known,
        Dictionary<string, string> inexact)
    {
        List<ComparedSides> compared = [.. comparisons.Where(c => c.Kind == MeasureKind.Text)];
        foreach (var comparison in compared)
        {
            AddConstants(comparison.Left, comparison.Right, inexact);
            AddConstants(comparison.Right, comparison.Left, inexact);
        }

        foreach (var (test, place) in tests)
        {
            AddTest(test, place, known, inexact);
        }

        List<(string One, string Other)> links = [.. (from comparison in compared
            from one in comparison.Left.Keys from other in comparison.Right.Keys select (one, other)).Distinct()];
        foreach (var (one, other) in links)
        {
            foreach (var key in (string[])[one, other])
            {
                Texts(key).UnionWith(known.StatedOf(key).Where(value => value.Kind == FactKind.Text).Select(value => value.Text));

                // As many that are like no other as may have to differ from each other: one for each fact, as where what several elements
                // have of one is compared among them, that is told elsewhere.
                var most = Math.Max(Fewest, ComparedSides.Together(key, compared).Count);
                Texts(key).UnionWith(Enumerable.Range(1, most).Select(many => new string(Other[0], many)));
            }
        }

        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var (one, other) in links)
            {
                var (before, there) = (Texts(one).Count, Texts(other).Count);
                Texts(one).UnionWith(Texts(other));
                Texts(other).UnionWith(Texts(one));
                grows |= Texts(one).Count > before || Texts(other).Count > there;
            }
        }
    }

    /// <summary>Whether it is a text that stands for those that nothing is compared with.</summary>
    public static bool IsOther(string text) => text.All(letter => letter == Other[0]);

    public IEnumerable<string> Of(string key) => _texts.TryGetValue(key, out var texts) ? texts : [Other];

    private void AddConstants(Side side, Side other, Dictionary<string, string> inexact)
    {
        Side.NoteCutOff(other, side.Keys, inexact);
        foreach (var key in side.Keys)
        {
            if (side.Operand is not FactOperand)
            {
                inexact.TryAdd(key, "a text is made of it");
            }

            Texts(key).UnionWith(other.IsConstant ? other.Texts() : []);
        }
    }

    private void AddTest(Condition test, SchemaPlace place, FixedFacts known, Dictionary<string, string> inexact)
    {
        var sought = test is TextTest { Right: var right } ? new Side(right, place, known) : null;
        IReadOnlyList<string> pieces = test is PatternTest pattern ? PatternSamples.Of(pattern)
            : sought!.IsConstant ? [.. sought.Texts()] : [];
        var left = test is TextTest text ? text.Left : ((PatternTest)test).Left;
        var side = new Side(left, place, known);
        foreach (var key in side.Keys.Concat(sought?.Keys ?? []))
        {
            Texts(key).UnionWith(pieces.SelectMany(piece => (string[])[piece, piece + Other, Other + piece]));
            inexact.TryAdd(key, test is PatternTest ? "a pattern is sought in it" : "a piece of text is sought in it");
        }
    }

    private SortedSet<string> Texts(string key)
    {
        if (!_texts.TryGetValue(key, out var texts))
        {
            _texts.Add(key, texts = new SortedSet<string>(StringComparer.Ordinal) { Other });
        }

        return texts;
    }
}
