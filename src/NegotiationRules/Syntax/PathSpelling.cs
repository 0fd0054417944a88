using System.Buffers;
using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Checks how a path is spelt: segments between dots, none of them empty, without quotes, brackets, braces, <c>*</c> or white
/// space at their ends.</summary>
internal static class PathSpelling
{
    private static readonly SearchValues<char> Strange = SearchValues.Create("[]*{}\"'`");

    /// <summary>The path, or <see langword="null"/> with a diagnostic.</summary>
    public static Name? Read(string path, Span span, SyntaxDiagnostics diagnostics)
    {
        if (path.AsSpan().IndexOfAny(Strange) < 0)
        {
            return HasGoodSegments(path, span, diagnostics) ? new Name(path, span) : null;
        }

        if (path.AsSpan().IndexOfAny('[', ']') is >= 0 and var bracket)
        {
            diagnostics.IndexInPath(Part(span, path, bracket, 1), path);
        }
        else if (path.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star)
        {
            diagnostics.StarInPath(Part(span, path, star, 1), path);
        }
        else
        {
            var other = path.AsSpan().IndexOfAny(Strange);
            diagnostics.CharacterInPath(Part(span, path, other, 1), path, path[other]);
        }

        return null;
    }

    private static bool HasGoodSegments(string path, Span span, SyntaxDiagnostics diagnostics)
    {
        for (var start = 0; start <= path.Length;)
        {
            var end = path.IndexOf('.', start) is >= 0 and var dot ? dot : path.Length;
            var segment = path.AsSpan(start, end - start);
            if (segment.IsWhiteSpace())
            {
                diagnostics.EmptySegment(Part(span, path, Math.Min(start, Math.Max(0, path.Length - 1)), 1), path, span);
                return false;
            }

            if (segment.Trim().Length < segment.Length)
            {
                diagnostics.SpaceInPath(Part(span, path, start, segment.Length), path, span);
                return false;
            }

            start = end + 1;
        }

        return true;
    }

    // Inside a text with escapes, characters of the file and of the path no longer match one to one.
    private static Span Part(Span span, string path, int start, int length) =>
        path.Length > 0 && span.Length == path.Length + 2 ? span.Slice(start + 1, length) : span;
}
