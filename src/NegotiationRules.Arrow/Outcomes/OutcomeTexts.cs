using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Conditions;

namespace NegotiationRules.Arrow.Outcomes;

/// <summary>Outcomes as texts: an array of small numbers, and the words that they stand for.</summary>
internal static class OutcomeTexts
{
    /// <summary>In the place of an outcome where a scenario has none.</summary>
    public const byte None = 255;

    public static readonly DictionaryType Type = new(Int8Type.Default, StringType.Default, ordered: false);

    private static readonly StringArray OfRules = WordsOf<RuleOutcome>();
    private static readonly StringArray OfStages = WordsOf<StageOutcome>();

    public static DictionaryArray OfRule(byte[] outcomes, int count) => Of(outcomes, count, OfRules);

    public static DictionaryArray OfStage(byte[] outcomes, int count) => Of(outcomes, count, OfStages);

    private static DictionaryArray Of(byte[] outcomes, int count, StringArray words)
    {
        var nulls = outcomes.AsSpan(0, count).Count(None);
        var known = nulls == 0 ? ArrowBuffer.Empty : KnownOf(outcomes, count);
        var indices = new Int8Array(new ArrowBuffer(outcomes.AsMemory(0, count)), known, count, nulls, 0);
        return new DictionaryArray(Type, indices, words);
    }

    private static ArrowBuffer KnownOf(byte[] outcomes, int count)
    {
        var bits = new byte[(count + 7) / 8];
        for (var i = 0; i < count; i++)
        {
            if (outcomes[i] == None)
            {
                outcomes[i] = 0;
            }
            else
            {
                bits[i >> 3] |= (byte)(1 << (i & 7));
            }
        }

        return new ArrowBuffer(bits);
    }

    private static StringArray WordsOf<T>()
        where T : struct, Enum =>
        new StringArray.Builder().AppendRange(Enum.GetValues<T>().Select(Words.Of)).Build();
}
