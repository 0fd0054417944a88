using Apache.Arrow.Types;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using ListType = NegotiationRules.Facts.ListType;

namespace NegotiationRules.Arrow.Binding;

/// <summary>What can be wrong with columns as a whole. The codes are those of the same faults of one scenario.</summary>
internal sealed class SchemaDiagnostics(DiagnosticBag bag, Vocabulary vocabulary, bool hasTextsAlone)
{
    private readonly Lazy<List<string>> _paths = new(() => [.. vocabulary.Facts().Select(fact => fact.Path)]);

    public void NoFact(string path)
    {
        var meant = Spelling.Nearest(path, _paths.Value);
        var around = path.LastIndexOf('.') is >= 0 and var end ? path[..(end + 1)] : string.Empty;
        var known = _paths.Value
            .Where(other => other.StartsWith(around, StringComparison.Ordinal))
            .Select(other => other[around.Length..].Split('.')[0]).Distinct().ToList();
        Error(
            "NR4010",
            path,
            $"the vocabulary has no fact `{ScenarioDiagnostics.Clean(path)}`, and there is a column of it",
            meant is not null ? $"did you mean `{meant}`?" : $"known here are {Spelling.List(known, "and")}");
    }

    /// <summary>A name with points leads through something that is no object.</summary>
    public void NoPath(string path, bool isList, string column)
    {
        if (!isList)
        {
            NoFact(path);
            return;
        }

        Error(
            "NR4011",
            path,
            $"the column `{ScenarioDiagnostics.Clean(column)}` leads into the list `{path}`, which has many elements",
            $"make `{path}` a column of lists of structs");
    }

    public void Twice(string path, string column) =>
        Error(
            "NR1005",
            path,
            $"`{ScenarioDiagnostics.Clean(path)}` has two columns, and `{ScenarioDiagnostics.Clean(column)}` is the second",
            "keep one of them");

    public void WrongKind(string path, IArrowType arrow, FactType type) =>
        Error(
            "NR4011",
            path,
            $"`{ScenarioDiagnostics.Clean(path)}` takes {type.Kind}, and the column holds {ColumnKinds.Of(arrow)}",
            hasTextsAlone && type is ListType or RecordType && arrow is StringType
                ? "a file with commas has no lists and objects: name the facts in an object by their paths, and take Parquet or Arrow for "
                    + "lists"
                : ColumnKinds.HelpFor(arrow, type));

    private void Error(string code, string path, string message, string help) =>
        bag.Add(new Diagnostic(code, DiagnosticSeverity.Error, default(Span), message, help) { FactPath = path });
}
