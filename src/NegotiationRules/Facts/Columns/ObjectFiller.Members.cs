using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Facts.Columns;

/// <content>Properties that are values of an enum, or objects.</content>
internal sealed partial class ObjectFiller<TOwner>
{
    /// <summary>A property that is a value of an enum.</summary>
    internal sealed class EnumMember(Func<TOwner, int> get, EnumFacts texts, FactPlan fact, TableFiller filler) : Member
    {
        public override bool TryFill(TOwner owner, int row)
        {
            if (!texts.TryGet(get(owner), out var text))
            {
                return false;
            }

            filler.Fill(fact, text, row);
            return true;
        }
    }

    /// <summary>The same where <see langword="null"/> may stand for a value.</summary>
    [SuppressMessage(
        "Performance",
        "CA1812:Avoid uninstantiated internal classes",
        Justification = "Made by reflection for the enum."
    )]
    internal sealed class NullableEnumMember<TEnum>(Func<TOwner, TEnum?> get, EnumFacts texts, FactPlan fact, TableFiller filler) : Member
        where TEnum : struct, Enum
    {
        public override bool TryFill(TOwner owner, int row)
        {
            var text = fact.Absent;
            if (get(owner) is { } given && !texts.TryGet(Unsafe.BitCast<TEnum, int>(given), out text))
            {
                return false;
            }

            filler.Fill(fact, text, row);
            return true;
        }
    }

    /// <summary>A property that is an object.</summary>
    internal sealed class ObjectMember(Func<TOwner, object?> get, FactPlan fact, ObjectFiller inner, TableFiller filler) : Member
    {
        public override void Bind() => inner.Bind();

        public override bool TryFill(TOwner owner, int row)
        {
            if (get(owner) is not { } value)
            {
                filler.Fill(fact, fact.Absent, row);
                return true;
            }

            filler.FillPresent(fact, row);
            return inner.TryFillObject(value, row);
        }
    }
}
