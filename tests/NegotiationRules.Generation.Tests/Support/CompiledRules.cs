namespace NegotiationRules.Generation.Tests.Support;

/// <summary>Rules compiled at run time for a type that a test only has as a value.</summary>
internal abstract class CompiledRules
{
    public static readonly ObjectOptions Options = new() { IgnoreExtraProperties = true };

    public abstract bool IsCompiled { get; }

    public abstract bool UsedCompiledCode { get; }

    public abstract IReadOnlyList<Diagnostic> Fallbacks { get; }

    public static CompiledRules For(RuleSet rules, Type type) =>
        (CompiledRules)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type), rules)!;

    /// <summary>Holds what is compiled against the tree walk.</summary>
    /// <returns>Whether the object has no faults: otherwise nothing was compared.</returns>
    public abstract bool AssertAgrees(object facts, string about);

    /// <summary>How many bytes an evaluation leaves behind that is not the first.</summary>
    public abstract long GarbageOf(object facts);

    private sealed class Of<T>(RuleSet rules) : CompiledRules
        where T : class
    {
        private readonly CompiledEvaluator<T> _compiled = rules.CompileFor<T>(Options);

        public override bool IsCompiled => _compiled.IsCompiled;

        public override bool UsedCompiledCode => _compiled.UsedCompiledCode;

        public override IReadOnlyList<Diagnostic> Fallbacks => _compiled.Fallbacks;

        public override bool AssertAgrees(object facts, string about)
        {
            var scenario = Scenario.From((T)facts, rules.Vocabulary, Options);
            if (!rules.TryEvaluate(scenario, out var verdict, out _))
            {
                return false;
            }

            _compiled.Evaluate((T)facts);
            foreach (var rule in verdict.Rules)
            {
                Check($"the rule {rule.Rule.Id}", rule.Outcome, _compiled.OutcomeOf(rule.Rule));
            }

            foreach (var stage in verdict.Stages)
            {
                Check($"the stage {stage.Name}", stage.Outcome, _compiled.OutcomeOfStage(stage.Name));
            }

            Check("all stages", verdict.Outcome, _compiled.Outcome);
            return true;

            void Check<TOutcome>(string what, TOutcome expected, TOutcome given)
            {
                if (!Equals(expected, given))
                {
                    Assert.Fail($"{about}: {what} is {expected}, compiled {given}\n{scenario}\n{rules.Text?.Text}");
                }
            }
        }

        public override long GarbageOf(object facts)
        {
            _compiled.Evaluate((T)facts);
            _compiled.Evaluate((T)facts);
            var before = GC.GetAllocatedBytesForCurrentThread();
            _compiled.Evaluate((T)facts);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
