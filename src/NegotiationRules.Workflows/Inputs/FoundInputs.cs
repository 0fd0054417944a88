using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Which names are inputs, and whether there is one only, whose members may stand alone.</summary>
/// <param name="Names">The names of inputs, params and types.</param>
/// <param name="Samples">The scenarios, each with the inputs by these names.</param>
/// <param name="Only">The only input; <see langword="null"/> if there are several, or none is named.</param>
internal sealed record FoundInputs(InputNames Names, IReadOnlyList<JsonObject> Samples, string? Only)
{
    /// <summary>Whether the inputs may be members of an only one in a scenario: not if the actions of another workflow give one of them, or
    /// it is spoken of.</summary>
    public bool MayBeOpened { get; private init; }

    /// <summary>What scenarios give that no expression reads.</summary>
    public IReadOnlyList<Name> Unread { get; private init; } = [];

    /// <summary>Finds them in what expressions name and samples give.</summary>
    public static FoundInputs Of(InferenceSources sources, StringComparer names, InputDiagnostics diagnostics)
    {
        var (samples, clock, inputs) = (sources.Samples, sources.Clock, new InputNames(names));
        var @params = sources.Expressions.SelectMany(expression => inputs.AddParams(expression.Params)).ToList();
        List<(ExpressionSyntax Expression, ScopedParam? Params)> all =
            [.. sources.Expressions.Select(e => (e.Expression, e.Params)), .. @params.Select(p => (p.Expression, p.Before))];
        inputs.AddTypes(TypeNames.Of(all, inputs, GivenIn(samples, sources, names)));
        all.ForEach(e => inputs.AddFrom(e.Expression, e.Params));
        var mayBeOpened = !inputs.HasIt && !sources.PassedOn.Any(p => inputs.Contains(p.Name));
        var opened = !mayBeOpened ? samples : [.. samples.Select(sample => OnlyInput.Open(sample, inputs.Contains, clock))];
        var only = OnlyInput.Find(inputs, [.. all.Select(e => e.Expression)], opened, GivenIn(opened, sources, names), clock, diagnostics);
        if (only is not null)
        {
            inputs.Found.Keys.Where(name => !names.Equals(name, only) && name != clock).ToList().ForEach(inputs.Remove);
        }

        var unread = UnreadIn(samples.Where((sample, i) => ReferenceEquals(sample, opened[i])));
        foreach (var name in opened.SelectMany(sample => sample.Members).Select(m => m.Name))
        {
            inputs.Add(name);
        }

        return new FoundInputs(inputs, opened, only) { MayBeOpened = mayBeOpened, Unread = unread };

        List<Name> UnreadIn(IEnumerable<JsonObject> given) =>
        [
            .. given.SelectMany(sample => sample.Members)
                .Where(m => m.Name != clock && !names.Equals(m.Name, only) && !inputs.Contains(m.Name))
                .Select(m => new Name(m.Name, m.NameSpan)),
        ];
    }

    /// <summary>The names that are known beforehand.</summary>
    public static FoundInputs Given(InferenceSources sources, StringComparer names)
    {
        var inputs = new InputNames(names);
        foreach (var name in sources.Known.Concat(sources.Samples.SelectMany(sample => sample.Members).Select(m => m.Name)))
        {
            inputs.Add(name);
        }

        foreach (var expression in sources.Expressions)
        {
            inputs.AddParams(expression.Params);
        }

        return new FoundInputs(inputs, sources.Samples, sources.Known is [var only] ? only : null);
    }

    // The inputs that samples give, or the actions of another workflow.
    private static HashSet<string> GivenIn(IEnumerable<JsonObject> samples, InferenceSources sources, StringComparer names) => samples
        .SelectMany(sample => sample.Members)
        .Select(m => m.Name)
        .Where(name => name != sources.Clock)
        .Concat(sources.PassedOn.Select(p => p.Name))
        .ToHashSet(names);
}
