using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>How each method and each type is called: what to write instead of a call with arguments that are not translated.</summary>
internal static class MethodUses
{
    private static readonly Dictionary<string, string> OfTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DateTime"] = "DateTime(2022, 1, 31), or with the parts of one date: DateTime(input1.a.Year, input1.a.Month, 1)",
        ["DateOnly"] = "DateOnly(2022, 1, 31), or with the parts of one date: DateOnly(input1.a.Year, input1.a.Month, 1)",
        ["TimeSpan"] = "TimeSpan(12, 30, 0), with numbers that are written out",
        ["DateTimeOffset"] = "DateTimeOffset.Parse(\"2022-01-31T12:00:00Z\")",
        ["Guid"] = "Guid(\"7d444840-9dc0-11d1-b245-5ffdce74fad2\")",
        ["Boolean"] = "bool.Parse(\"true\")",
        ["Int32"] = "int(input1.amount), of a number that is never null",
        ["Int64"] = "long(input1.amount), of a number that is never null",
        ["Double"] = "double(input1.amount), of a number that is never null",
        ["Decimal"] = "decimal(input1.amount), of a number that is never null",
        ["String"] = "string(input1.name), of text",
        ["Char"] = "input1.name[0]",
    };

    /// <summary>An example of the method or the constructor; <see langword="null"/> if there is none of that name.</summary>
    /// <param name="method">The name of a method of a value or a list, of a static one with its type, or of a type; types by their names in
    /// .NET.</param>
    public static string? Of(string method) => Methods.Find(method)?.Example ?? OfTypes.GetValueOrDefault(method);
}
