using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NegotiationRules.Facts;
using NegotiationRules.Generation.Steps;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Compiling;

/// <summary>What is said of all that makes code.</summary>
internal static class RuleCode
{
    public const string MakesCode = "Code is made while the program runs.";
}

/// <summary>Rules compiled for a type: one function for each 64 rules, and that twice, for scenarios in which all that is read is known and
/// for any. Immutable.</summary>
internal sealed class RuleCode<T>
    where T : class
{
    private readonly Func<T, ulong[], bool>[] _ifKnown;
    private readonly Func<T, ulong[], bool>[] _ifOpen;

    /// <param name="program">The rules, all of whose steps have code (<see cref="StepsWithCode"/>).</param>
    /// <param name="options">How properties are taken as facts.</param>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    [RequiresDynamicCode(RuleCode.MakesCode)]
    public RuleCode(Program program, ObjectOptions options)
    {
        _ifKnown = Compile(program, options, areAllKnown: true);
        _ifOpen = Compile(program, options, areAllKnown: false);
    }

    /// <summary>Evaluates an object.</summary>
    /// <param name="facts">The object.</param>
    /// <param name="words">Where the outcomes go, see <see cref="OutcomeBits"/>.</param>
    /// <returns>Whether it did. If not, something is out of the ordinary, and the words mean nothing.</returns>
    public bool TryEvaluate(T facts, ulong[] words)
    {
        try
        {
            return TryEvaluate(_ifKnown, facts, words) || TryEvaluate(_ifOpen, facts, words);
        }
        catch (OverflowException)
        {
            // The tree walk knows more than 64 bits, and what to say of what is beyond it.
            return false;
        }
    }

    private static bool TryEvaluate(Func<T, ulong[], bool>[] functions, T facts, ulong[] words)
    {
        foreach (var function in functions)
        {
            if (!function(facts, words))
            {
                return false;
            }
        }

        return true;
    }

    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    [RequiresDynamicCode(RuleCode.MakesCode)]
    private static Func<T, ulong[], bool>[] Compile(Program program, ObjectOptions options, bool areAllKnown)
    {
        var compiled = new Func<T, ulong[], bool>[OutcomeBits.Parts(program.Rules.Length)];
        for (var word = 0; word < compiled.Length; word++)
        {
            var function = new Function(areAllKnown);
            var (scenario, words) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(ulong[])));
            var facts = new TypedFacts(program.Layout, options, function, scenario);
            var lines = facts.Enter(0).ToList();
            lines.AddRange(new RuleExpressions(program, new StepExpressions(program, function, facts), function).Write(word, words));
            compiled[word] = Expression.Lambda<Func<T, ulong[], bool>>(function.Body(lines), scenario, words).Compile();
        }

        return compiled;
    }
}
