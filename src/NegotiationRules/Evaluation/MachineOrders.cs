using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Runs the steps of a program that ask for an order of time.</summary>
internal sealed class MachineOrders(MachineMemory memory)
{
    private readonly StepChains _chains = new();

    public void RunOrderOf(int number, OrderOf step)
    {
        var count = memory.Levels[step.Level].Count;
        var below = memory.Levels[step.Below];
        var certain = memory.CertainOf(number, count);
        var possible = memory.PossibleOf(number, count);
        memory.IsExact[number] = memory.IsExact[step.By] && !below.HasSupposed && memory.AreExact(step.Parts);
        for (var list = 0; list < count; list++)
        {
            var (from, to) = (below.Offsets[list] - below.Start, below.Offsets[list + 1] - below.Start);
            if (step.IsTooLong(to - from))
            {
                memory.MarkBeyond(step.Level, list);
                continue;
            }

            var isCertain = Longest(step, below, from, to, mustBeCertain: true) >= step.Number;
            Bits.Set(certain, list, isCertain);
            Bits.Set(possible, list,
                isCertain || (!memory.IsExact[number] && Longest(step, below, from, to, mustBeCertain: false) >= step.Number));
        }
    }

    private int Longest(OrderOf step, MachineLevel below, int from, int to, bool mustBeCertain)
    {
        _chains.Start(step.Parts.Numbers.Length, step.Kind);
        var earliest = memory.Low(step.By);
        var latest = memory.High(step.By);
        for (var part = 0; part < step.Parts.Numbers.Length; part++)
        {
            var number = step.Parts.Numbers[part];
            var takes = mustBeCertain ? memory.Certain(number) : memory.Possible(number);
            for (var i = from; i < to; i++)
            {
                if (Bits.Get(takes, i) && !(mustBeCertain && below.HasSupposed && Bits.Get(below.Supposed, i)))
                {
                    _chains.Add(part, i - from, earliest[i], latest[i]);
                }
            }
        }

        return step.Longest(_chains, mustBeCertain);
    }
}
