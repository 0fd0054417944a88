using NegotiationRules.Text;

namespace NegotiationRules.Build;

/// <summary>Findings as a build knows them, so that it counts them, and an editor goes to their place.</summary>
internal static class CanonicalLine
{
    public static string Of(Diagnostic diagnostic, bool isError)
    {
        var place = diagnostic.Place;
        var at = place.Line > 0 ? $"({place.Line},{place.Column})" : string.Empty;
        var severity = isError ? "error" : "warning";
        var help = diagnostic.Help is null ? string.Empty : $"; {diagnostic.Help}";
        return $"{OneLine.Of(place.File)}{at}: {severity} {diagnostic.Code}: {diagnostic.Message}{help}";
    }

    /// <summary>What is wrong with an item of a project.</summary>
    public static string Of(string project, string fault) => $"{OneLine.Of(project)}: error : {OneLine.Of(fault)}";
}
