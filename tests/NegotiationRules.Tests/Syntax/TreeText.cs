using System.Collections;
using System.Reflection;
using System.Text;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Syntax;

/// <summary>Writes a syntax tree out as text, without places, so that two trees can be compared and a test can show one.</summary>
internal static class TreeText
{
    public static string Of(object? node)
    {
        var text = new StringBuilder();
        Append(text, node, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? node, int indent)
    {
        switch (node)
        {
            case null:
                text.Append("-\n");
                break;
            case Name name:
                text.Append(name.Text).Append('\n');
                break;
            case JsonValue value:
                text.Append(JsonPrinter.Print(value, new HashSet<JsonValue>()));
                break;
            case string or bool or Enum:
                text.Append(node).Append('\n');
                break;
            case IEnumerable items:
                text.Append('\n');
                foreach (var item in items)
                {
                    text.Append(' ', indent + 2).Append("* ");
                    Append(text, item, indent + 2);
                }

                break;
            default:
                text.Append(node.GetType().Name).Append('\n');
                foreach (var property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    // In which order keys stood is a matter of place too; what they mean is in the tree.
                    if (
                        property.PropertyType != typeof(Span)
                        && property.PropertyType != typeof(SourceText)
                        && property.Name != nameof(AppliedSyntax.WrittenOrder)
                    )
                    {
                        text.Append(' ', indent + 2).Append(property.Name).Append(": ");
                        Append(text, property.GetValue(node), indent + 2);
                    }
                }

                break;
        }
    }
}
