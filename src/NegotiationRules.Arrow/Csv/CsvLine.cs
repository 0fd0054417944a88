using System.Buffers;
using System.Text;

namespace NegotiationRules.Arrow.Csv;

/// <summary>The values of one line of a file, without the quotes around them. Its memory is used again.</summary>
internal sealed class CsvLine
{
    private readonly ArrayBufferWriter<byte> _text = new(1024);
    private readonly List<(int Start, bool IsQuoted)> _values = [];

    /// <summary>The number of the line in the file, from 1; of values over several lines that of the first.</summary>
    public long Number { get; private set; }

    /// <summary>How many values there are.</summary>
    public int Count => _values.Count;

    /// <summary>How long all values together are, in bytes.</summary>
    public int Length => _text.WrittenCount;

    /// <summary>What is wrong with how it is written, if anything is.</summary>
    public CsvFault? Fault { get; private set; }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Count == 1 && Length == 0 && !_values[0].IsQuoted;

    /// <summary>A value.</summary>
    public ReadOnlySpan<byte> this[int value] =>
        _text.WrittenSpan[_values[value].Start..(value + 1 < Count ? _values[value + 1].Start : _text.WrittenCount)];

    /// <summary>Whether there were quotes around a value.</summary>
    public bool IsQuoted(int value) => _values[value].IsQuoted;

    public string TextOf(int value) => Encoding.UTF8.GetString(this[value]);

    public void Begin(long number)
    {
        Number = number;
        Fault = null;
        _text.ResetWrittenCount();
        _values.Clear();
    }

    public void BeginValue(bool isQuoted) => _values.Add((_text.WrittenCount, isQuoted));

    public void Append(ReadOnlySpan<byte> bytes) => _text.Write(bytes);

    /// <summary>Says what is wrong with the last value; the first time counts.</summary>
    public void Refuse(string code, string message, string help) => Fault ??= new CsvFault(code, Count - 1, message, help);
}
