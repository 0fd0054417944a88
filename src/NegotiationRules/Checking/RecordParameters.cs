using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Reads the parameters that are lists of objects: facts like those of a scenario, of a type that the vocabulary
/// defines.</summary>
internal sealed class RecordParameters(Declarations declared, CheckDiagnostics diagnostics, DiagnosticBag bag)
{
    private readonly Dictionary<string, FactType?> _types = new(StringComparer.Ordinal);

    public void Read()
    {
        foreach (var parameter in declared.Parameters.Values.Where(p => p.Of is not null || p.Values.Any(v => v is JsonObject)).ToList())
        {
            // What cannot be used is reported here: what is said of it elsewhere is beside the point.
            declared.Parameters[parameter.Name] = parameter.Value is JsonNull || RecordsOf(parameter) is not { } records
                ? parameter with { Value = new JsonNull(parameter.Span) }
                : parameter with { Records = records };
        }
    }

    private ParameterRecords? RecordsOf(Parameter parameter)
    {
        if (parameter.Of is null)
        {
            diagnostics.RecordsOfNothing(parameter, declared.Vocabulary);
            return null;
        }

        if (parameter.Value is not JsonArray list)
        {
            diagnostics.RecordsAreNoList(parameter);
            return null;
        }

        if (TypeOf(new Name(parameter.Of, parameter.OfSpan)) is not { } type)
        {
            return null;
        }

        var own = new DiagnosticBag();
        var path = new FactPath();
        path.Enter(parameter.Name);
        var facts = new ScenarioBinder(new ScenarioDiagnostics(own), path).Bind(list, new ListType(type), default, out _);
        foreach (var fault in own.ToSorted())
        {
            bag.Add(fault);
        }

        return own.HasErrors ? null : new ParameterRecords(type, [.. facts.List.Elements]);
    }

    private RecordType? TypeOf(Name of)
    {
        if (_types.TryGetValue(of.Text, out var known))
        {
            return known as RecordType;
        }

        var type = declared.Vocabulary.TypeAt(of.Text, bag, out var isThere);
        _types.Add(of.Text, type);
        if (!isThere)
        {
            diagnostics.NoDefinition(of, declared.Vocabulary);
        }
        else if (type is not (null or RecordType))
        {
            diagnostics.NotOfRecords(of, type);
        }

        return type as RecordType;
    }
}
