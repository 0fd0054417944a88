using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>What keeps a .NET type from giving facts of a vocabulary, whatever its objects hold: found when the first one comes, and not
/// when a value happens to be the wrong one.</summary>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
internal sealed class ObjectTypeCheck
{
    private static readonly ConditionalWeakTable<RecordType, ConcurrentDictionary<(Type, PropertyNaming), ImmutableArray<Diagnostic>>>
        Known = [];

    private readonly PropertyNaming _naming;
    private readonly DiagnosticBag _bag = new();
    private readonly ScenarioDiagnostics _diagnostics;
    private readonly FactPath _path = new();

    private ObjectTypeCheck(PropertyNaming naming)
    {
        _naming = naming;
        _diagnostics = new ScenarioDiagnostics(_bag);
    }

    /// <summary>All that is wrong with a type; lists are without numbers of elements in the paths.</summary>
    public static ImmutableArray<Diagnostic> FaultsOf(Type type, RecordType facts, PropertyNaming naming)
    {
        var known = Known.GetValue(facts, static _ => []);
        if (!known.TryGetValue((type, naming), out var faults))
        {
            var check = new ObjectTypeCheck(naming);
            check.Check(type, facts);
            known[(type, naming)] = faults = check._bag.ToSorted();
        }

        return faults;
    }

    // What the vocabulary has is finite, and every step goes further into it.
    private void Check(Type declared, FactType fact)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        switch (fact)
        {
            case TextType { Values: not null } text when type.IsEnum:
                var texts = EnumTexts.Of(type);
                if (EnumFit.Of(texts, text).Unfit.Count > 0)
                {
                    _diagnostics.EnumDoesNotFit(_path, texts, text);
                }

                break;
            case ListType { Element: RecordType element } list when DictionaryTypes.Of(type) is var (_, value):
                if (ObjectFit.KeyOf(list, element) is null)
                {
                    _diagnostics.NoKey(_path, list);
                }

                Check(value, element);
                break;
            case ListType list when type != typeof(string):
                foreach (var item in ElementsOf(type))
                {
                    Check(item, list.Element);
                }

                break;
            case RecordType record when DictionaryTypes.IsObject(type):
                CheckMembers(type, record);
                break;
        }
    }

    private void CheckMembers(Type type, RecordType record)
    {
        foreach (var member in ObjectContract.Of(type, _naming).Members)
        {
            if (record.SlotOf(member.Name) is >= 0 and var slot)
            {
                _path.Enter(member.Name);
                Check(member.Type, record.Properties[slot].Type);
                _path.Leave();
            }
        }
    }

    private static IEnumerable<Type> ElementsOf(Type type) => type.GetInterfaces()
        .Append(type)
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(i => i.GetGenericArguments()[0]);
}
