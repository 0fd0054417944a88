using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Members whose keys are misspelt, under the keys that were probably meant.</summary>
internal sealed class RenamedMembers
{
    private readonly List<JsonMember> _members = [];

    public void Add(JsonMember member, string meant) => _members.Add(member with { Name = meant });

    public JsonMember? Find(string key) => _members.Find(member => member.Name == key);
}
