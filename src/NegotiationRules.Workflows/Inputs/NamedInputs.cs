namespace NegotiationRules.Workflows.Inputs;

/// <summary>The inputs of a workflow by name, each with a type of its own. Immutable.</summary>
internal sealed record NamedInputs : RecordInput
{
    private readonly InputMembers _members;

    public NamedInputs(IReadOnlyList<InputMember> inputs)
        : base("inputs")
    {
        _members = new InputMembers(inputs);
    }

    public IReadOnlyList<InputMember> Inputs => _members.All;

    public override IReadOnlyList<string> MemberNames => _members.Names;

    public override InputMember? Find(string name, bool isCaseSensitive) => _members.Find(name, isCaseSensitive);
}
