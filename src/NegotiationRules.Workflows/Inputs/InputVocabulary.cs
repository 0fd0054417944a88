using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Makes the vocabulary of a workflow from the types of its inputs.</summary>
/// <remarks>
/// <para>Of a vocabulary's own objects and of inferred ones all facts are taken; of objects of a .NET type those that are used, for such a
/// type may lead back to itself. What no fact can hold is left out; a list of such things is a list of objects without facts, so that it
/// can be counted.</para>
/// <para>Objects that were not described as a vocabulary may have further facts in a scenario: workflows are written for inputs of which
/// they look at little.</para>
/// </remarks>
internal sealed class InputVocabulary
{
    private readonly int _decimalPlaces;

    private InputVocabulary(int decimalPlaces) => _decimalPlaces = decimalPlaces;

    /// <summary>The vocabulary.</summary>
    /// <param name="inputs">A record whose members are the inputs: <see cref="NamedInputs"/>, or any other.</param>
    /// <param name="used">The paths of the facts that expressions use.</param>
    /// <param name="options">What else it depends on.</param>
    /// <param name="bag">Receives what stands against it, such as more facts than a vocabulary can have.</param>
    /// <returns>The vocabulary, or <see langword="null"/> with a diagnostic.</returns>
    public static Vocabulary? Of(RecordInput inputs, IEnumerable<string> used, InputVocabularyOptions options, DiagnosticBag bag)
    {
        var root = new InputVocabulary(options.DecimalPlaces).Record(inputs, UsedFactTree.Of(used));
        if (options.Clock is { } clock)
        {
            if (WithClock(root, clock, options.ClockAt, bag) is not { } withClock)
            {
                return null;
            }

            root = withClock;
        }

        root = options.More is { } more ? With(root, [.. root.Properties, more]) : root;

        // By way of a schema: whatever holds for vocabularies that people write is seen to in one place.
        return Vocabulary.Read(options.Name, VocabularyWriter.Write(root), bag);
    }

    /// <summary>A vocabulary with a further fact at its top.</summary>
    public static Vocabulary? With(Vocabulary given, Property more, DiagnosticBag bag) =>
        Vocabulary.Read(given.Name, VocabularyWriter.Write(With(given.Root, [.. given.Root.Properties, more])), bag);

    /// <summary>Whether a vocabulary that was given has the fact that stands for the present moment; if not, that is reported.</summary>
    /// <param name="given">The vocabulary.</param>
    /// <param name="clock">The name of the fact.</param>
    /// <param name="at">Where it is asked for.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static bool HasClock(Vocabulary given, string clock, Span at, DiagnosticBag bag)
    {
        if (given.Root.SlotOf(clock) >= 0)
        {
            return WithClock(given.Root, clock, at, bag) is not null;
        }

        new InputDiagnostics(bag).ClockIsMissing(at, clock, given.Name);
        return false;
    }

    private static RecordType? WithClock(RecordType root, string clock, Span at, DiagnosticBag bag)
    {
        if (root.SlotOf(clock) is var slot and >= 0)
        {
            if (root.Properties[slot].Type is DateTimeType)
            {
                return root;
            }

            new InputDiagnostics(bag).ClockIsTaken(at, clock, root.Properties[slot].Type.Kind);
            return null;
        }

        return With(
            root,
            [
                .. root.Properties,
                Property.Of(clock, new DateTimeType { Description = "The moment that the workflow takes for the present." }),
            ]
        );
    }

    // A record type is not to be copied with other properties: its slots belong to the ones it has.
    private static RecordType With(RecordType type, IReadOnlyList<Property> properties) =>
        new(properties) { AllowsMore = type.AllowsMore, Title = type.Title, Description = type.Description };

    private RecordType Record(RecordInput record, UsedFactTree used)
    {
        if (record is VocabularyRecord { Type: var known })
        {
            return known;
        }

        var members = record is ClrRecord clr
            ? Used(clr, used)
            : record.MemberNames.Select(name => record.Find(name, isCaseSensitive: true)!);
        var properties = new List<Property>();
        foreach (var member in members)
        {
            if (Type(member.Type, used.Find(member.Fact)) is { } type)
            {
                properties.Add(Property.Of(member.Fact, type));
            }
        }

        return new RecordType(properties) { AllowsMore = true };
    }

    private static IEnumerable<InputMember> Used(ClrRecord record, UsedFactTree used)
    {
        var wanted = used.Names.ToHashSet(StringComparer.Ordinal);
        return record.MemberNames.Select(name => record.Find(name, isCaseSensitive: true)!).Where(member => wanted.Contains(member.Fact));
    }

    private FactType? Type(InputType type, UsedFactTree? used) => type switch
    {
        OpaqueInput => null,
        EnumInput @enum => new TextType { Values = [.. @enum.Texts.Distinct(StringComparer.Ordinal)] },
        ListInput { Element: OpaqueInput or ListInput } => new ListType(new RecordType([]) { AllowsMore = true }),
        ListInput list => new ListType(Type(list.Element, used)!),
        RecordInput record => Record(record, used ?? UsedFactTree.Of([])),
        ScalarInput scalar => Scalar(scalar.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private FactType Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => new BooleanType(),
        ScalarKind.Int32 => new ExactType(0) { Minimum = int.MinValue, Maximum = int.MaxValue },
        ScalarKind.Int64 => new ExactType(0),
        ScalarKind.Double => new RealType(),
        ScalarKind.Decimal => new ExactType(_decimalPlaces),
        ScalarKind.Text or ScalarKind.Character or ScalarKind.Guid => new TextType(),
        ScalarKind.DateTime or ScalarKind.DateTimeOffset => new DateTimeType(),
        ScalarKind.DateOnly => new DateType(),
        ScalarKind.TimeSpan => new DurationType(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
