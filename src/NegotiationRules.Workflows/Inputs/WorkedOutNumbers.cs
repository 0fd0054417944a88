using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Numbers that are worked out of two others, in the order in which they are: whole if both are. C# divides whole numbers as such, so that must be known of what is divided.</summary>
internal sealed class WorkedOutNumbers
{
    private readonly List<(Shape Result, Shape Left, Shape Right, BinaryExpression? Division)> _all = [];
    private readonly Dictionary<Shape, Nature> _natures = new(ReferenceEqualityComparer.Instance);

    private enum Nature
    {
        Open,
        Whole,
        Fractional,
    }

    public void Add(Shape result, Shape left, Shape right) => _all.Add((result, left, right, null));

    public void AddDivision(Shape result, Shape left, Shape right, BinaryExpression division) => _all.Add((result, left, right, division));

    /// <summary>When all is known: reports what is divided although nothing tells whether as whole numbers.</summary>
    public void ReportDivisions(InputDiagnostics diagnostics)
    {
        // Each is worked out of earlier ones, however long the chain is.
        foreach (var (result, left, right, division) in _all)
        {
            var (a, b) = (NatureOf(left), NatureOf(right));
            _natures[result] = a == Nature.Fractional || b == Nature.Fractional ? Nature.Fractional : a == Nature.Whole && b == Nature.Whole ? Nature.Whole : Nature.Open;
            if (division is not null && _natures[result] == Nature.Open && left.Root.Kind == ShapeKind.Number && right.Root.Kind == ShapeKind.Number)
            {
                diagnostics.DividedWithDecimals(division, a == Nature.Open ? division.Left : division.Right);
            }
        }
    }

    private Nature NatureOf(Shape shape) =>
        shape.Root.IsFractional || shape.Root.IsDecimal ? Nature.Fractional
        : shape.Root.IsWhole || shape.IsWritten ? Nature.Whole
        : _natures.GetValueOrDefault(shape);
}
