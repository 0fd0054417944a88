using System.Collections;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Turns any .NET object into the tree that scenarios are bound from, by its public properties.</summary>
/// <param name="options">How properties are taken.</param>
/// <param name="limits">How deep and long it may be.</param>
/// <param name="diagnostics">Receives what cannot be a fact.</param>
/// <param name="expected">The facts of the vocabulary, if it is known; properties that are passed over are not even read then.</param>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
internal sealed class ObjectTree(
    ObjectOptions options, ReadingLimits limits, ScenarioDiagnostics diagnostics, RecordType? expected = null
)
    : BuiltTree(limits, diagnostics)
{
    private readonly ReadingLimits _limits = limits;
    private readonly Stack<FactType?> _expected = new([expected]);

    protected override JsonValue OfOther(object value)
    {
        var type = value.GetType();
        if (value is Enum)
        {
            var texts = EnumTexts.Of(type);
            return new ObjectScalar(value, texts, new JsonText(default, texts.TextOf(value)));
        }

        if (value is Delegate or Type)
        {
            return NotAFact("code");
        }

        var members = ObjectContract.Of(type, options.Naming).Members;
        return Nested(() => OfPairs(Wanted(members).Select(m => (m.Name, m.Read(value)))));
    }

    protected override JsonValue OfMoment(object value, JsonText text) => new ObjectScalar(value, null, text);

    protected override JsonValue? OfKeyed(IEnumerable value) =>
        DictionaryTypes.Of(value.GetType()) is null ? null : Nested(() => OfEntries(value));

    protected override void Enter(string name)
    {
        base.Enter(name);
        var at = _expected.Peek();
        _expected.Push(at is RecordType record && record.SlotOf(name) is >= 0 and var slot ? record.Properties[slot].Type
            : name is "value" or "known" ? at
            : null);
    }

    protected override void Enter(int index)
    {
        base.Enter(index);
        _expected.Push((_expected.Peek() as ListType)?.Element);
    }

    protected override void Leave()
    {
        base.Leave();
        _expected.Pop();
    }

    // A type that has nothing but these two states a fact with its source.
    private IEnumerable<ObjectContract.Member> Wanted(IReadOnlyList<ObjectContract.Member> members) =>
        !options.IgnoreExtraProperties
        || _expected.Peek() is not RecordType record
        || members.All(m => m.Name is "value" or "source")
            ? members
            : members.Where(m => record.SlotOf(m.Name) >= 0);

    // Whatever implements the interfaces of a dictionary goes over pairs of a key and a value.
    private JsonValue OfEntries(IEnumerable dictionary)
    {
        var entries = new List<(JsonValue, JsonValue)>();
        foreach (var entry in dictionary)
        {
            if (entries.Count == _limits.ListLength)
            {
                Diagnostics.ListTooLong(Path, _limits.ListLength);
                break;
            }

            var (key, value) = KeyAndValue(entry!);
            var name = Of(key);
            if (name is not (JsonText or JsonNumber or ObjectScalar))
            {
                return NotAFact($"a dictionary with keys of type {key.GetType().Name}");
            }

            Enter(entries.Count);
            entries.Add((name, Of(value)));
            Leave();
        }

        return new ObjectDictionary(entries);
    }

    private static (object Key, object? Value) KeyAndValue(object entry)
    {
        var type = entry.GetType();
        return (type.GetProperty("Key")!.GetValue(entry)!, type.GetProperty("Value")!.GetValue(entry));
    }
}
