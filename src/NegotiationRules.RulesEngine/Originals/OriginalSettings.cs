using NegotiationRules.RulesEngine.Inputs;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Originals;

/// <summary>The settings that an engine was made with, and the types that expressions may name: they grow with the inputs that are
/// seen.</summary>
internal sealed class OriginalSettings
{
    private readonly object _lock = new();
    private readonly HashSet<Type> _types;

    public OriginalSettings(ReSettings? given)
    {
        Given = Copy(given ?? new ReSettings());
        _types = [.. Given.CustomTypes ?? []];
        Parser = new RuleExpressionParser(Given);
    }

    /// <summary>A copy of what was given, of which only the types change: later changes of the given one have no effect.</summary>
    public ReSettings Given { get; }

    /// <summary>Whether what is missing is unknown; see <see cref="NegotiationRulesEngineOptions"/>.</summary>
    public bool MissingIsUnknown { get; init; }

    /// <summary>Which properties may be read; see <see cref="NegotiationRulesEngineOptions"/>.</summary>
    public PropertyReading Properties { get; init; } = new(null);

    /// <summary>Reads and compiles expressions as RulesEngine does.</summary>
    public RuleExpressionParser Parser { get; }

    /// <summary>Makes the types of inputs known, if that is asked for.</summary>
    public void Register(IEnumerable<ModelParameter> parameters)
    {
        if (!Given.AutoRegisterInputType)
        {
            return;
        }

        lock (_lock)
        {
            var known = _types.Count;
            foreach (var parameter in parameters)
            {
                Register(parameter.Type);
            }

            // Another list makes the parser look through all assemblies once more.
            if (_types.Count > known || Given.CustomTypes is null)
            {
                Given.CustomTypes = [.. _types];
            }
        }
    }

    /// <summary>Settings for an engine that only evaluates: actions are carried out elsewhere, and all types are known by now.</summary>
    public ReSettings ForEvaluation()
    {
        const int Plenty = 100_000;
        lock (_lock)
        {
            var settings = Copy(Given);
            settings.AutoExecuteActions = false;
            settings.AutoRegisterInputType = false;
            settings.CacheConfig = new global::RulesEngine.HelperFunctions.MemCacheConfig { SizeLimit = Plenty };
            return settings;
        }
    }

    private void Register(Type? type)
    {
        if (type is null || !_types.Add(type))
        {
            return;
        }

        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
        {
            Register(argument);
        }

        Register(type.IsArray ? type.GetElementType() : null);
    }

    // Property by property, whatever a later version adds.
    private static ReSettings Copy(ReSettings settings)
    {
        var copy = new ReSettings();
        foreach (var property in typeof(ReSettings).GetProperties().Where(p => p is { CanRead: true, CanWrite: true }))
        {
            property.SetValue(copy, property.GetValue(settings));
        }

        return copy;
    }
}
