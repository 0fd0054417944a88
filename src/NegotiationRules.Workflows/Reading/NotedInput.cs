using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>An object of which is noted what is asked of it: of a type that leads back to itself, only what expressions use can be in a
/// vocabulary.</summary>
internal sealed record NotedInput : RecordInput
{
    private readonly RecordInput _record;
    private readonly string _path;
    private readonly HashSet<string> _used;

    private NotedInput(RecordInput record, string path, HashSet<string> used)
        : base(record.Name) => (_record, _path, _used) = (record, path, used);

    public override IReadOnlyList<string> MemberNames => _record.MemberNames;

    /// <summary>The type, with a note of every fact that is looked up in it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="path">Its path in a scenario.</param>
    /// <param name="used">Receives the paths of the facts, those of elements behind <c>[]</c>.</param>
    public static InputType Of(InputType type, string path, HashSet<string> used) => type switch
    {
        RecordInput record => new NotedInput(record, path, used),
        ListInput list => list with { Element = Of(list.Element, path + "[]", used) },
        _ => type,
    };

    public override InputMember? Find(string name, bool isCaseSensitive)
    {
        if (_record.Find(name, isCaseSensitive) is not { } member)
        {
            return null;
        }

        var path = $"{_path}.{member.Fact}";
        _used.Add(path);
        return member with { Type = Of(member.Type, path, _used) };
    }
}
