using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NegotiationRules.Facts;
using NegotiationRules.Generation.Compiling;

namespace NegotiationRules.Generation;

/// <summary>Compiles rules for a type of objects while the program runs.</summary>
public static class RuleCompiling
{
    /// <summary>Compiles rules for objects of a type: evaluated about as fast as by code written by hand, three-valued, and without
    /// garbage.</summary>
    /// <remarks>
    /// <para>Compiles all rules or none: where code cannot be made at run time, as in a program compiled ahead of time, where a rule has a
    /// form that is not compiled (a selection, <c>reachable</c>, lists three deep, floating point that is reckoned with), or where the type
    /// is none whose properties can be read directly, what comes back evaluates as <see cref="ScenarioEvaluator"/> does, and says so
    /// (<see cref="CompiledEvaluator{T}.Fallbacks"/>).</para>
    /// <para>Takes milliseconds, more for many rules: keep what comes back.</para>
    /// </remarks>
    /// <param name="rules">The rules.</param>
    /// <param name="options">How properties are taken as facts; <see cref="ObjectOptions.Default"/> if left out.</param>
    /// <typeparam name="T">The type; see <see cref="Scenario.From{T}(T, Vocabulary, ObjectOptions)"/> for what it may be.</typeparam>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static CompiledEvaluator<T> CompileFor<T>(this RuleSet rules, ObjectOptions? options = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rules);
        return CompileFor<T>(rules, options ?? ObjectOptions.Default, RuntimeFeature.IsDynamicCodeSupported);
    }

    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    [UnconditionalSuppressMessage(
        "AOT",
        "IL3050:Calling members annotated with 'RequiresDynamicCodeAttribute' may break functionality when AOT compiling",
        Justification = "It was asked whether code can be made."
    )]
    internal static CompiledEvaluator<T> CompileFor<T>(RuleSet rules, ObjectOptions options, bool canCodeBeMade)
        where T : class
    {
        IReadOnlyList<Diagnostic> fallbacks = !canCodeBeMade ? [CompilingDiagnostics.NoCodeAtRunTime()]
            : GenerationDiagnostics.WhatHasNoCode(rules) is { Count: > 0 } ofRules ? ofRules
            : [.. CompilingDiagnostics.OfType<T>(rules.Program, options)];
        return new CompiledEvaluator<T>(rules, fallbacks.Count == 0 ? new RuleCode<T>(rules.Program, options) : null, options, fallbacks);
    }
}
