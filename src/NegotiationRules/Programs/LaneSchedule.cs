namespace NegotiationRules.Programs;

/// <summary>Puts operations in the order in which they run, and gives the truths of the scenario their bits.</summary>
/// <remarks>
/// Facts of the scenario come first. Then rank by rank, for operations of one rank need nothing of one another: those of one kind follow
/// one another, and last those whose operands are all bits of one word, which are worked out eight at a time.
/// </remarks>
internal sealed class LaneSchedule
{
    private readonly List<LaneOp> _ops;
    private readonly List<(int Op, int Step, int Flip)> _operands;
    private readonly LaneOp[] _placed;
    private readonly List<int> _order = [];
    private readonly List<LaneRun> _runs = [];
    private readonly List<LaneBank> _banks = [];
    private readonly List<ulong> _flips = [];
    private readonly List<ulong> _matches = [];
    private int _bits;

    public LaneSchedule(List<LaneOp> ops, List<int> ranks, List<(int Op, int Step, int Flip)> operands)
    {
        (_ops, _operands) = (ops, operands);
        _placed = [.. ops];
        NewNumbers = new int[ops.Count];
        PlaceStaged();
        var ofRank = Enumerable
            .Range(0, ops.Count)
            .Where(number => !ops[number].Kind.IsStaged())
            .GroupBy(number => ranks[number])
            .OrderBy(group => group.Key);
        foreach (var rank in ofRank)
        {
            PlaceRank([.. rank]);
        }

        BitWords = (_bits + 63) >> 6;
        for (var i = 0; i < _order.Count; i++)
        {
            NewNumbers[_order[i]] = i;
            ref var op = ref _placed[_order[i]];
            op.Slot += op.Level == 0 && op.Bit == LaneOp.WholeWords ? BitWords : 0;
        }

        Ops = [.. _order.Select(number => _placed[number])];
        Operands =
        [
            .. operands.Select(operand => new LaneOperand(_placed[operand.Op].Slot, operand.Step, operand.Flip, _placed[operand.Op].Bit)),
        ];
        (Runs, Banks, Flips, Matches) = ([.. _runs], [.. _banks], [.. _flips], [.. _matches]);
    }

    public LaneOp[] Ops { get; }

    public LaneOperand[] Operands { get; }

    public int[] NewNumbers { get; }

    public int BitWords { get; }

    public LaneRange[] Ranges { get; private set; } = [];

    public LaneRun[] Runs { get; }

    public LaneBank[] Banks { get; }

    public ulong[] Flips { get; }

    public ulong[] Matches { get; }

    private void PlaceStaged()
    {
        int[] staged =
        [
            .. Enumerable
                .Range(0, _ops.Count)
                .Where(number => _ops[number].Kind.IsStaged())
                .OrderBy(number => _ops[number].Kind)
                .ThenBy(number => number),
        ];
        Ranges = Array.ConvertAll(staged, number => new LaneRange(_ops[number].Low, (ulong)(_ops[number].High - _ops[number].Low)));
        foreach (var number in staged)
        {
            PlaceInRun(number, mayJoin: (_bits & 63) != 0);
        }
    }

    private void PlaceRank(int[] rank)
    {
        var sources = rank.ToDictionary(
            number => number,
            number => _ops[number].Kind == LaneOpKind.CombineOne ? SourceOf(_ops[number]) : -1
        );
        foreach (var number in rank.Where(number => sources[number] < 0).OrderBy(number => _ops[number].Kind).ThenBy(number => number))
        {
            PlaceInRun(number);
        }

        var first = _banks.Count;
        foreach (var bank in rank.Where(number => sources[number] >= 0).GroupBy(number => sources[number]).OrderBy(group => group.Key))
        {
            PlaceMatches(bank.Key, [.. bank.Order()]);
        }

        if (_banks.Count > first)
        {
            _runs.Add(new LaneRun(LaneOpKind.Match, first, _banks.Count));
        }
    }

    // The one word that all operands are bits of; -1 if there is none, or if a bit is asked for both as it is and turned round.
    private int SourceOf(LaneOp op)
    {
        var word = _placed[_operands[op.First].Op].Slot;
        ulong straight = 0, turned = 0;
        for (var i = op.First; i < op.First + op.Count; i++)
        {
            ref readonly var operand = ref _placed[_operands[i].Op];
            if (operand.Slot != word || operand.Bit == LaneOp.WholeWords)
            {
                return -1;
            }

            straight |= _operands[i].Flip == 0 ? 1ul << operand.Bit : 0;
            turned |= _operands[i].Flip != 0 ? 1ul << operand.Bit : 0;
        }

        return (straight & turned) == 0 ? word : -1;
    }

    private void PlaceInRun(int number, bool mayJoin = true)
    {
        var kind = _ops[number].Kind;
        Append(number);
        if (mayJoin && _runs.Count > 0 && _runs[^1].Kind == kind && _runs[^1].To == _order.Count - 1)
        {
            _runs[^1] = _runs[^1] with { To = _order.Count };
        }
        else
        {
            _runs.Add(new LaneRun(kind, _order.Count - 1, _order.Count));
        }
    }

    private void Append(int number)
    {
        _order.Add(number);
        if (_placed[number].Bit != LaneOp.WholeWords)
        {
            (_placed[number].Slot, _placed[number].Bit) = (_bits >> 6, _bits & 63);
            _bits++;
        }
    }

    // A bank ends where its word of results does.
    private void PlaceMatches(int source, int[] numbers)
    {
        for (var start = 0; start < numbers.Length;)
        {
            var (target, shift) = (_bits >> 6, _bits & 63);
            var count = Math.Min(64 - shift, numbers.Length - start);
            var first = _flips.Count;
            ulong inverted = 0;
            for (var i = 0; i < count; i++)
            {
                var op = _ops[numbers[start + i]];
                ulong flips = 0, mask = 0;
                for (var operand = op.First; operand < op.First + op.Count; operand++)
                {
                    var bit = 1ul << _placed[_operands[operand].Op].Bit;
                    mask |= bit;
                    flips |= _operands[operand].Flip != 0 ? bit : 0;
                }

                _flips.Add(flips);
                _matches.Add(mask);
                inverted |= op.IsInverted ? 1ul << i : 0;
                _placed[numbers[start + i]].Kind = LaneOpKind.Match;
                Append(numbers[start + i]);
            }

            // Whole vectors are read.
            while (_flips.Count % 8 != 0)
            {
                _flips.Add(0);
                _matches.Add(0);
            }

            _banks.Add(new LaneBank(source, target, shift, count, first, inverted));
            start += count;
        }
    }
}
