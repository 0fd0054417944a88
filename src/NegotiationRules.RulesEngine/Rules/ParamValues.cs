using System.Collections.Immutable;
using NegotiationRules.RulesEngine.Originals;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Rules;

/// <summary>Works out the global params of a workflow or the local ones of a rule, by the expressions that RulesEngine makes of them: their
/// values are part of a result.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
internal sealed class ParamValues
{
    private readonly ImmutableArray<Param> _params;
    private readonly int _start;

    private ParamValues(ImmutableArray<Param> values, int start)
    {
        _params = values;
        _start = start;
    }

    /// <summary>Where the values are kept, among those of all params of a workflow.</summary>
    public int Slot { get; init; }

    public int Count => _params.Length;

    /// <summary>The names and types, by which what comes after them can use them.</summary>
    public IEnumerable<ModelParameter> Parameters => _params.Select(p => p.Parameter);

    public static ParamValues None { get; } = new([], 0);

    public string NameOf(int index) => _params[index].Parameter.Name;

    /// <summary>Makes ready to work them out.</summary>
    /// <param name="written">The params.</param>
    /// <param name="before">What they may use: the inputs, and params around them.</param>
    /// <param name="slot">Where their values are kept.</param>
    /// <param name="settings">The settings, of which the parser makes the expressions.</param>
    /// <exception cref="Exception">Whatever RulesEngine finds wrong with one.</exception>
    public static ParamValues Of(
        IEnumerable<ScopedParam>? written,
        IReadOnlyList<ModelParameter> before,
        int slot,
        OriginalSettings settings
    )
    {
        if (written is null || !settings.Given.EnableScopedParams)
        {
            return None;
        }

        var known = before.ToList();
        var values = ImmutableArray.CreateBuilder<Param>();
        foreach (var param in written)
        {
            var usable = known.ToArray();
            var type = settings.Parser.Parse(param.Expression, [.. usable.Select(p => p.ParameterExpression)], null).Type;
            var parameter = ModelParameter.Create(param.Name, type);
            values.Add(new Param(parameter, settings.Parser.Compile<object>(param.Expression, usable)));
            known.Add(parameter);
        }

        return new ParamValues(values.ToImmutable(), before.Count) { Slot = slot };
    }

    /// <summary>Works them out.</summary>
    /// <param name="arguments">The values of what they may use; the new ones are put behind them.</param>
    /// <param name="values">Where the values are kept.</param>
    /// <returns>Whether they could be worked out. If not, RulesEngine must be asked, for what it says of it.</returns>
    public bool TryFill(object?[] arguments, object?[] values)
    {
        try
        {
            for (var i = 0; i < _params.Length; i++)
            {
                var value = _params[i].Evaluate(arguments!);

                // RulesEngine makes a typed object of such a value, for results though not for conditions.
                if (value is IDictionary<string, object>)
                {
                    return false;
                }

                arguments[_start + i] = values[Slot + i] = value;
            }

            return true;
        }
#pragma warning disable CA1031 // An expression of a workflow can end in any exception, and RulesEngine turns it into a message.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private sealed record Param(ModelParameter Parameter, Func<object[], object> Evaluate);
}
