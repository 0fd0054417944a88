using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Reads lists of <c>{ "Name": …, "Expression": … }</c>.</summary>
internal sealed class ParamReader(WorkflowDiagnostics diagnostics, StringComparer names)
{
    private static readonly ObjectShape Shape = new("a param", ("Name", "\"total\""), ("Expression", "\"input1.price * input1.quantity\""));

    /// <summary>The params of one list, without those that cannot be used, which are reported.</summary>
    /// <param name="fields">The object that has the list.</param>
    /// <param name="field">The name of the list.</param>
    /// <param name="outer">The params that can be seen already.</param>
    public IReadOnlyList<ParamSyntax> Read(FieldReader fields, string field, IReadOnlyList<Name> outer)
    {
        var found = new List<ParamSyntax>();
        foreach (var item in fields.Items(field))
        {
            if (item is not JsonObject written)
            {
                diagnostics.WrongKind(item, $"an element of `{field}` of {fields.What}", "an object", fields.ExampleOf(field));
                continue;
            }

            var what = FieldText.Of(written, "Name") is { } given ? $"the param `{given}`" : $"an element of `{field}` of {fields.What}";
            var param = new FieldReader(written, Shape, what, diagnostics);
            var name = param.RequiredName("Name");
            var expression = param.RequiredExpression("Expression");
            if (name is null || !IsFree(name, field, found, outer) || expression is null)
            {
                continue;
            }

            if (!IsIdentifier(name.Text))
            {
                diagnostics.ParamCannotBeNamed(name);
            }

            found.Add(new ParamSyntax(name, expression));
        }

        return found;
    }

    private bool IsFree(Name name, string field, List<ParamSyntax> before, IReadOnlyList<Name> outer)
    {
        if (before.Find(p => names.Equals(p.Name.Text, name.Text)) is { } twin)
        {
            diagnostics.SameParamTwice(name, field, twin.Name);
            return false;
        }

        if (outer.FirstOrDefault(o => names.Equals(o.Text, name.Text)) is { } hidden)
        {
            diagnostics.ParamHidesAnother(name, hidden);
            return false;
        }

        return true;
    }

    private static bool IsIdentifier(string name) =>
        (char.IsLetter(name[0]) || name[0] is '_') && name.All(c => char.IsLetterOrDigit(c) || c is '_');
}
