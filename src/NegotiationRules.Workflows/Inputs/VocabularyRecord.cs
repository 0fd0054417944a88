using NegotiationRules.Facts;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>An object of a vocabulary, for expressions that are written for one. Immutable.</summary>
/// <remarks>
/// <para>Facts are called in expressions what they are called in the vocabulary. A whole number is <see cref="ScalarKind.Int64"/>, or
/// <see cref="ScalarKind.Int32"/> where its bounds fit; a number of exact steps is <see cref="ScalarKind.Decimal"/>, any other
/// <see cref="ScalarKind.Double"/>; a text with known values is text.</para>
/// <para>A day without a time is <see cref="ScalarKind.DateOnly"/>, for so it stands in a scenario. Workflows know only <c>DateTime</c>:
/// beside one, such a day is its midnight.</para>
/// <para>Whatever a scenario may leave out may be nothing: all but what has a default. <c>required</c> means nothing in a vocabulary, so it
/// means nothing here.</para>
/// </remarks>
internal sealed record VocabularyRecord : RecordInput
{
    private readonly InputMembers _members;

    public VocabularyRecord(string name, RecordType type)
        : base(name)
    {
        Type = type;
        _members = new InputMembers([
            .. type.Properties.Select(p => new InputMember(p.Name, p.Name, Of(p.Type, p.Name, !p.Default.IsKnown))),
        ]);
    }

    public VocabularyRecord(Vocabulary vocabulary)
        : this(vocabulary.Name, vocabulary.Root)
    {
    }

    public RecordType Type { get; }

    public override IReadOnlyList<string> MemberNames => _members.Names;

    public override InputMember? Find(string name, bool isCaseSensitive) => _members.Find(name, isCaseSensitive);

    private static InputType Of(FactType type, string name, bool isNullable) => type switch
    {
        RecordType record => new VocabularyRecord(name, record),
        ListType list => new ListInput(Of(list.Element, name, isNullable: true)),
        TextType => new ScalarInput(ScalarKind.Text, true),
        _ => new ScalarInput(KindOf(type), isNullable),
    };

    private static ScalarKind KindOf(FactType type) => type switch
    {
        BooleanType => ScalarKind.Boolean,
        ExactType { Scale: 0, Minimum: >= int.MinValue, Maximum: <= int.MaxValue } => ScalarKind.Int32,
        ExactType { Scale: 0 } => ScalarKind.Int64,
        ExactType => ScalarKind.Decimal,
        RealType => ScalarKind.Double,
        DateType => ScalarKind.DateOnly,
        DateTimeType => ScalarKind.DateTime,
        DurationType => ScalarKind.TimeSpan,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, null),
    };
}
