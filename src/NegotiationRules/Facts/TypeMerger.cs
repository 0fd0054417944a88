using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Joins the parts of an <c>allOf</c>: objects have the properties of all parts, and so have the objects inside them.</summary>
internal sealed class TypeMerger(VocabularyDiagnostics diagnostics)
{
    private readonly TypeBounds _bounds = new(diagnostics);

    /// <summary>Both parts in one; <see langword="null"/>, with a diagnostic, if they contradict each other.</summary>
    public DescribedType? Join(DescribedType one, DescribedType other, Span at)
    {
        if (one.Type is RecordType first && other.Type is RecordType second)
        {
            return new DescribedType(Join(first, second, new FactPath(), at), FactValue.Unknown, one.Size);
        }

        diagnostics.OnlyObjectsMerge(at, (one.Type is RecordType ? other : one).Type.Kind);
        return null;
    }

    private RecordType Join(RecordType one, RecordType other, FactPath path, Span at)
    {
        var properties = new List<Property>();
        foreach (var property in one.Properties)
        {
            path.Enter(property.Name);
            properties.Add(other.SlotOf(property.Name) is >= 0 and var slot ? Join(property, other.Properties[slot], path, at) : property);
            path.Leave();
        }

        properties.AddRange(other.Properties.Where(p => one.SlotOf(p.Name) < 0));
        var joined = new RecordType(properties)
        {
            AllowsMore = one.AllowsMore || other.AllowsMore,
            Title = other.Title ?? one.Title,
            Description = other.Description ?? one.Description,
            Terms = TermsOf(one, other),
        };
        return (ChosenLabel(other) ?? ChosenLabel(one)) is { } label ? joined with { ChosenLabel = joined.SlotOf(label) } : joined;
    }

    private static string? ChosenLabel(RecordType type) => type.ChosenLabel is { } slot ? type.Properties[slot].Name : null;

    private Property Join(Property one, Property other, FactPath path, Span at)
    {
        var type = Join(one.Type, other.Type, path, at);
        if (type is null)
        {
            diagnostics.CannotMerge(at, $"`{path}`", Words(one.Type), Words(other.Type));
            return one;
        }

        var (stated, its) = other.Default.IsKnown ? (other.Default, other.Type) : (one.Default, one.Type);
        if (type is RecordType || !stated.IsKnown)
        {
            return Property.Of(one.Name, type);
        }

        if (one.Default.IsKnown && other.Default.IsKnown && Written(one) != Written(other))
        {
            diagnostics.CannotMerge(at, $"the default of `{path}`", Quoted(one), Quoted(other));
        }

        return new Property(one.Name, type, _bounds.Bind(FactText.ToJson(stated, its) with { Span = at }, type) ?? FactValue.Unknown);
    }

    private FactType? Join(FactType one, FactType other, FactPath path, Span at)
    {
        var joined = (one, other) switch
        {
            (RecordType a, RecordType b) => Join(a, b, path, at),
            (ListType a, ListType b) => Join(a, b, path, at),
            (ExactType a, ExactType b) when a.Scale == b.Scale => b with
            {
                Minimum = Math.Max(a.Minimum, b.Minimum),
                Maximum = Math.Min(a.Maximum, b.Maximum),
            },
            (RealType a, RealType b) => b with { Minimum = Math.Max(a.Minimum, b.Minimum), Maximum = Math.Min(a.Maximum, b.Maximum) },
            (TextType a, TextType b) when a.Values is null || b.Values is null || a.Values.SequenceEqual(b.Values) => b with
            {
                Values = a.Values ?? b.Values,
            },
            (BooleanType, BooleanType) or (DateType, DateType) or (DateTimeType, DateTimeType) or (DurationType, DurationType) => other,
            _ => (FactType?)null,
        };
        if (
            joined is ExactType { Minimum: var least, Maximum: var most } && least > most
            || joined is RealType { Minimum: var low, Maximum: var high } && low > high
        )
        {
            diagnostics.NoNumberLeft(at);
        }

        return joined is null ? null : joined with
        {
            Title = other.Title ?? one.Title,
            Description = other.Description ?? one.Description,
            Terms = TermsOf(one, other),
        };
    }

    private static StepTerms? TermsOf(FactType one, FactType other) => other.Terms?.Or(one.Terms) ?? one.Terms;

    private ListType? Join(ListType one, ListType other, FactPath path, Span at)
    {
        if (one.CompleteBy is not null && other.CompleteBy is not null && one.CompleteBy != other.CompleteBy)
        {
            return null;
        }

        return Join(one.Element, other.Element, path, at) is not { } element ? null : new ListType(element)
        {
            MaxItems = one.MaxItems is { } a && other.MaxItems is { } b ? Math.Min(a, b) : one.MaxItems ?? other.MaxItems,
            CompleteBy = other.CompleteBy ?? one.CompleteBy,
            Key = other.Key ?? one.Key,
        };
    }

    private static string Written(Property property) =>
        JsonPrinter.Print(FactText.ToJson(property.Default, property.Type), indented: false);

    private static string Quoted(Property property) => $"`{ScenarioDiagnostics.Clean(Written(property))}`";

    private static string Words(FactType type) => type switch
    {
        TextType { Values: { } values } => $"one of {Spelling.List(values.Select(ScenarioDiagnostics.Clean), "and")}",
        ExactType { Scale: > 0 and var scale } => $"a number in steps of {ExactNumber.Step(scale)}",
        ListType { CompleteBy: { } sibling } list => $"a list, complete by `{sibling}`, each element {Words(list.Element)},",
        ListType list => $"a list, each element {Words(list.Element)},",
        _ => type.Kind,
    };
}
