namespace NegotiationRules.Workflows.Expressions;

/// <summary>Tells how a user says what a method of their own means.</summary>
internal static class HelperWords
{
    /// <summary>For a help: <c>--helper 'VipUtils.IsVip=x => …'</c>, and the same in C#.</summary>
    /// <param name="method">The method, behind its type.</param>
    /// <param name="arguments">With how many arguments it is called.</param>
    public static string Said(string method, int arguments) => $"--helper '{method}={arguments switch
    {
        0 => "…",
        1 => "x => …",
        2 => "(x, y) => …",
        3 => "(x, y, z) => …",
        _ => $"({string.Join(", ", Enumerable.Range(1, arguments).Select(i => $"x{i}"))}) => …",
    }}', or `WithHelper` in C#";
}
