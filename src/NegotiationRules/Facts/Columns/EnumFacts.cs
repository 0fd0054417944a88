using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Facts.Columns;

/// <summary>What the values of an enum are as facts.</summary>
/// <remarks>They go by the number under them, so that one that no name stands for is declined.</remarks>
internal sealed class EnumFacts
{
    private readonly Dictionary<int, FactValue> _values = [];

    private EnumFacts()
    {
    }

    /// <summary>The facts of an enum.</summary>
    /// <param name="type">The enum.</param>
    /// <param name="fact">What its values become, texts.</param>
    /// <returns><see langword="null"/> if the numbers under it are not of 32 bits.</returns>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static EnumFacts? Of(Type type, FactPlan fact)
    {
        if (Enum.GetUnderlyingType(type) != typeof(int))
        {
            return null;
        }

        var (names, known) = (EnumTexts.Of(type), (TextType)fact.Type);
        var (fit, found) = (EnumFit.Of(names, known), new EnumFacts());
        foreach (var value in Enum.GetValuesAsUnderlyingType(type))
        {
            var named = Enum.ToObject(type, value);
            if (names.IsUnknown(named))
            {
                found._values[(int)value] = fact.Absent;
            }
            else if ((known.Values is null ? names.TextOf(named) : fit.Find(names.TextOf(named))) is { } text)
            {
                found._values[(int)value] = FactValue.Of(text);
            }
        }

        return found;
    }

    /// <summary>All numbers that stand for a fact.</summary>
    public IReadOnlyDictionary<int, FactValue> Values => _values;

    /// <summary>The fact that a number stands for.</summary>
    public bool TryGet(int number, out FactValue fact) => _values.TryGetValue(number, out fact);
}
