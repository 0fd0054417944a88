using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Facts.Columns;

/// <content>Properties that are lists.</content>
internal sealed partial class ObjectFiller<TOwner>
{
    /// <summary>A property that is a list.</summary>
    [SuppressMessage(
        "Performance",
        "CA1812:Avoid uninstantiated internal classes",
        Justification = "Made by reflection for the type of the elements."
    )]
    internal sealed class ListMember<TElement>(
        Func<TOwner, object?> get, FactPlan fact, ElementFiller<TElement> element, Completeness? completeness, TableFiller filler
    ) : Member
    {
        private readonly ListPlan _list = fact.List!;

        public override void Bind() => element.Bind();

        public override bool TryFill(TOwner owner, int row)
        {
            var isComplete = completeness is null || completeness.IsSo(owner);
            var value = get(owner);
            if (value is null)
            {
                filler.Fill(fact, completeness is null ? fact.Absent : FactList.WithCompleteness(fact.Absent, isComplete), row);
                return true;
            }

            filler.FillPresent(fact, row);
            if (!element.TryFillAll(value, _list, row))
            {
                return false;
            }

            filler.EndList(_list, row, isComplete);
            return true;
        }
    }

    /// <summary>A property that is an object of the elements that are known, and whether these are all.</summary>
    internal sealed class PartialListMember<TPartial>(
        Func<TOwner, object?> get, Func<TPartial, object?> known, ObjectFiller<TPartial>.Member inner, FactPlan fact, TableFiller filler
    ) : Member
        where TPartial : class
    {
        private readonly Type _type = typeof(TPartial);

        public override void Bind() => inner.Bind();

        public override bool TryFill(TOwner owner, int row)
        {
            if (get(owner) is not { } value)
            {
                filler.Fill(fact, fact.Absent, row);
                return true;
            }

            return value.GetType() == _type && known(Unsafe.As<TPartial>(value)) is not null
                && inner.TryFill(Unsafe.As<TPartial>(value), row);
        }
    }

    /// <summary>Whether a list is complete, as a property beside it says.</summary>
    /// <param name="sure">The property, if it always says so or not.</param>
    /// <param name="said">The property, if <see langword="null"/> may stand for that.</param>
    /// <param name="ifNot">What it is where it is not said.</param>
    internal sealed class Completeness(Func<TOwner, bool>? sure, Func<TOwner, bool?>? said, bool ifNot)
    {
        public bool IsSo(TOwner owner) => sure?.Invoke(owner) ?? said?.Invoke(owner) ?? ifNot;
    }
}
