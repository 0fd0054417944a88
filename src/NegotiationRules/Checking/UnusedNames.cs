using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Checks named conditions and quantities that nothing uses: somebody will.</summary>
/// <remarks>
/// They are read where they are used, so they are tried at the scenario and at the elements of each list; what is wrong at all of these
/// places is reported, as at the place where least is. It may be about an element that only a use would name, so it is a warning.
/// </remarks>
internal sealed class UnusedNames(IPartChecker parts, Declarations declared, CheckDiagnostics diagnostics, DiagnosticBag bag)
{
    // A vocabulary may have any number of lists.
    private const int MostPlaces = 100;

    public void Check(RuleFileSyntax file)
    {
        // Those that another one uses are looked at with it.
        var conditions = file.Conditions.Where(c => !declared.Used.Contains(("condition", c.Name.Text))).ToList();
        var quantities = file.Quantities.Where(q => !declared.Used.Contains(("quantity", q.Name.Text))).ToList();
        foreach (var condition in conditions)
        {
            Try("condition", place => parts.Check(condition.Condition, place));
        }

        foreach (var quantity in quantities)
        {
            Try("quantity", place => parts.Check(quantity.Quantity, place, null));
        }
    }

    private void Try(string kind, Action<ElementScope> check)
    {
        IReadOnlyList<Diagnostic>? least = null;
        foreach (var place in PlacesIn(declared.Root, declared.Root.Type).Prepend(declared.Root).Take(MostPlaces))
        {
            var before = bag.Count;
            check(place);
            var found = bag.TakeBack(before);
            var errors = found.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count == 0)
            {
                foreach (var warning in found)
                {
                    bag.Add(warning);
                }

                return;
            }

            least = least is null || errors.Count < least.Count ? errors : least;
        }

        foreach (var error in least ?? [])
        {
            diagnostics.WrongThoughUnused(kind, error);
        }
    }

    private static IEnumerable<ElementScope> PlacesIn(ElementScope scope, FactType type) => type switch
    {
        RecordType record => record.Properties.SelectMany(property => PlacesIn(scope, property.Type)),
        ListType list => PlacesInElements(new ElementScope(list.Element, null, scope)),
        _ => [],
    };

    private static IEnumerable<ElementScope> PlacesInElements(ElementScope element) => PlacesIn(element, element.Type).Prepend(element);
}
