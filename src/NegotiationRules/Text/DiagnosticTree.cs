namespace NegotiationRules.Text;

/// <summary>A diagnostic as JSON, in one shape wherever it is written: that which <see cref="DiagnosticJsonConverter"/> shows.</summary>
internal static class DiagnosticTree
{
    private const string Error = "error";
    private const string Warning = "warning";

    public static string WordOf(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Error ? Error : Warning;

    public static JsonObject Of(Diagnostic diagnostic)
    {
        var place = diagnostic.Place;
        return Of(
            diagnostic.Code, diagnostic.Severity, diagnostic.Message, diagnostic.Help,
            (place.File, place.Line, place.Column, diagnostic.Span.Source is null ? place.Length : LengthIn(place)),
            diagnostic.FactPath);
    }

    /// <summary>The same of what may be no diagnostic of the library.</summary>
    public static JsonObject Of(
        string code, DiagnosticSeverity severity, string message, string? help, (string File, int Line, int Column, int Length) place,
        string? factPath = null)
    {
        var members = new JsonMembers()
            .Add("code", code)
            .Add("severity", WordOf(severity))
            .Add("message", message)
            .Add("help", help is null ? new JsonNull(default) : new JsonText(default, help))
            .Add("file", place.File);
        if (place.Line > 0)
        {
            members.Add("line", Number(place.Line)).Add("column", Number(place.Column)).Add("length", Number(place.Length));
        }

        return members.Add("factPath", factPath).ToObject();
    }

    /// <summary>How many UTF-16 units of its line it covers: it may cover many lines.</summary>
    public static int LengthIn(Place place) => Math.Clamp(place.Length, 1, Math.Max(1, place.LineText.Length - place.Column + 1));

    /// <summary>The diagnostic that a text tells of. Its line is not there any more.</summary>
    /// <exception cref="FormatException">It tells of none.</exception>
    public static Diagnostic Read(string json)
    {
        var diagnostic = ReadTree.Of(json, "diagnostic");
        var severity = diagnostic.Text("severity") switch
        {
            Error => DiagnosticSeverity.Error,
            Warning => DiagnosticSeverity.Warning,
            var other => throw new FormatException($"The severity of a diagnostic is `{Error}` or `{Warning}`, not `{other}`."),
        };
        var place = new Place(
            diagnostic.TextOrNull("file") ?? string.Empty, diagnostic.Count("line"), diagnostic.Count("column"), diagnostic.Count("length"),
            string.Empty);
        return new Diagnostic(place, diagnostic.Text("code"), severity, diagnostic.Text("message"), diagnostic.TextOrNull("help"))
        {
            FactPath = diagnostic.TextOrNull("factPath"),
        };
    }

    private static JsonNumber Number(int number) => new(default, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
