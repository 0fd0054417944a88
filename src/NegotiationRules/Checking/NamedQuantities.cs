using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <summary>The quantities that have names. Like a named condition, one is read in the place where it is used, so it is checked once for
/// each scope; the same scope shares one object.</summary>
internal sealed class NamedQuantities(IPartChecker parts, Declarations declared, CheckDiagnostics diagnostics, ExpandedSize size)
{
    private readonly Dictionary<(string Name, ElementScope Scope), (Operand? Meaning, object Key, ExpandedSize.Extent Extent)> _known = [];
    private readonly List<string> _open = [];

    /// <summary>Steps into an operand; false, reported once, if it is one too many or too deep. Only inside of what has a name can there be
    /// more of them than somebody wrote. <see cref="Leave"/> is due in any case.</summary>
    public bool IsWithinLimits(OperandSyntax operand) => _open.Count == 0 || size.Enter(operand.Span);

    public void Leave()
    {
        if (_open.Count > 0)
        {
            size.Leave();
        }
    }

    /// <summary><c>{ "quantity": name }</c></summary>
    public Operand? Check(QuantityReferenceSyntax reference, ElementScope scope)
    {
        var name = reference.Name.Text;
        if (!declared.Quantities.TryGetValue(name, out var definition))
        {
            diagnostics.UnknownQuantity(reference.Name, declared.Quantities.Keys, declared.Parameters.ContainsKey(name));
            declared.MarkMeant("quantity", reference.Name, declared.Quantities.Keys);
            return null;
        }

        declared.Used.Add(("quantity", name));
        if (_known.TryGetValue((name, scope), out var known))
        {
            return known.Meaning is not null && size.UseAgain(known.Extent, reference.Span) ? Named(known.Meaning, known.Key) : null;
        }

        if (_open.Contains(name))
        {
            diagnostics.QuantityCycle(reference.Name, _open.SkipWhile(open => open != name));
            return null;
        }

        _open.Add(name);
        var mark = size.Start();
        size.EnterNamed();
        diagnostics.EnterNamed("quantity", reference.Name);
        var meaning = parts.Check(definition.Quantity, scope, null);
        diagnostics.LeaveNamed();
        size.LeaveNamed();
        var extent = size.Stop(mark);
        meaning = size.IsOneQuantity(extent, reference.Span) ? meaning : null;
        var key = new object();
        _known[(name, scope)] = (meaning, key, extent);
        _open.RemoveAt(_open.Count - 1);
        return meaning is null ? null : Named(meaning, key);

        Operand Named(Operand operand, object key) => operand is Constant constant
            ? new Constant(reference.Span, constant.Measure, constant.Value, constant.Parameter) { IsDerived = constant.IsDerived }
            : new NamedOperand(reference.Span, operand, name) { Key = key };
    }
}
