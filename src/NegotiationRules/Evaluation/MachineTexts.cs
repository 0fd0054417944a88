using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>What a machine keeps of one step that tests texts: the codes it looks for, or which texts it has been found to hold
/// for.</summary>
internal sealed class MachineTexts
{
    private const byte NotYetTested = 0;
    private const byte Holds = 1;
    private const byte Fails = 2;

    private readonly TextPredicate? _test;
    private TextCodes _texts = null!;
    private byte[] _tested = [];

    public MachineTexts(Step step)
    {
        _test = (step as TestText)?.Test;
        Codes = step is TestCodes codes ? new VectorCodes(codes.Codes.Sorted) : null;
    }

    /// <summary>The codes that are looked for, if the step looks for codes.</summary>
    public VectorCodes? Codes { get; }

    /// <summary>Forgets what was tested: other texts may have the same codes now.</summary>
    public void Start(TextCodes texts)
    {
        _texts = texts;
        if (_tested.Length < texts.Count)
        {
            _tested = new byte[Math.Max(texts.Count, _tested.Length * 2)];
            return;
        }

        _tested.AsSpan(0, texts.Count).Clear();
    }

    /// <summary>Whether the step's test holds for a text. Each is tested once, however often it occurs.</summary>
    public bool HoldsFor(int code)
    {
        if (_tested[code] == NotYetTested)
        {
            _tested[code] = _test!.Holds(_texts[code]) ? Holds : Fails;
        }

        return _tested[code] == Holds;
    }
}
