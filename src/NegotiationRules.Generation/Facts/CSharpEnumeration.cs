using System.Globalization;
using System.Text;

namespace NegotiationRules.Generation.Facts;

/// <summary>An enumeration of C# for texts of which the vocabulary lists the values.</summary>
internal sealed class CSharpEnumeration
{
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    public CSharpEnumeration(string name, IReadOnlyList<string> values)
    {
        Name = name;
        var names = new CSharpNames(name);
        foreach (var value in values)
        {
            _members.Add(value, names.Take(CSharpNames.Pascal(value)));
        }
    }

    public string Name { get; }

    /// <summary>The member that stands for a text; <see langword="null"/> if it is none of the values.</summary>
    public string? MemberOf(string text) => _members.TryGetValue(text, out var member) ? $"{Name}.{member}" : null;

    public void Write(StringBuilder text)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n    /// <summary>Texts that a fact may be.</summary>\n    public enum {Name}\n    {{\n");
        var isFirst = true;
        foreach (var (value, member) in _members)
        {
            text.Append(isFirst ? string.Empty : "\n");
            isFirst = false;
            CSharpText.Summary(text, "        ", value.Length == 0 ? "The empty text." : $"“{value}”.");
            text.Append(CultureInfo.InvariantCulture, $"        {member},\n");
        }

        text.Append("    }\n");
    }

    /// <summary>Writes a method that gives the text of a member.</summary>
    public void WriteTextOf(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n        private static string TextOf({Name} value) => value switch\n        {{\n");
        foreach (var (value, member) in _members)
        {
            text.Append(CultureInfo.InvariantCulture, $"            {Name}.{member} => {CSharpText.Literal(value)},\n");
        }

        text.Append("            _ => throw new ArgumentOutOfRangeException(nameof(value)),\n        };\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n        private static string? TextOf({Name}? value) => value is {{ }} known ? TextOf(known) : null;\n");
    }
}
