using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>An input of types that are met less often.</summary>
public class Assortment
{
    private int _readings;

    [SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "Expressions may name fields.")]
    public readonly int Field = 3;

    public static int Shared => 4;

    public Point Point { get; set; } = new(1, 2);

    public Pair Pair { get; set; } = new(1, "b");

    public DateOnly Day { get; set; } = new(2022, 1, 10);

    public DateOnly? NoDay { get; set; }

    public DateTimeOffset Moment { get; set; } = new(2022, 1, 10, 9, 0, 0, TimeSpan.FromHours(2));

    public sbyte Tiny { get; set; } = -3;

    public ushort Small { get; set; } = 65535;

    public uint Pages { get; set; } = 1;

    public ulong Large { get; set; } = ulong.MaxValue;

    public float Fraction { get; set; } = 0.1f;

    public HashSet<int> Numbers { get; set; } = [1, 2, 3];

    public IEnumerable<int> Lazily => Numbers.Where(n => n > 1);

    public IReadOnlyList<Pair> Pairs { get; set; } = [new(1, "a"), new(2, null)];

    public Collection<string> Words { get; set; } = ["a", "b"];

    public Dictionary<string, int> Index { get; set; } = new() { ["a"] = 1 };

    public object? Anything { get; set; } = 5;

    public int[][] Grid { get; set; } = [[1, 2], [3]];

    public int Reading => ++_readings;

    public int Doubled => Pair.Number * 2;

    public int Total => Pairs.Sum(p => p.Number);

    public int Broken => Words[7].Length;

    public virtual string Kind => "base";

    [JsonPropertyName("renamed")]
    public int Named { get; set; } = 4;

    [JsonIgnore]
    public int Hidden { get; set; } = 5;

    public Assortment? Self { get; set; }

    public string this[int index] => Words[index];

    public int Count() => Words.Count;

    public int Twice(int number) => number * (Field - 1);
}

public sealed class Derived : Assortment
{
    private int _asked;

    public override string Kind => $"derived{_asked++}";
}

public readonly record struct Point(int X, int Y);

public sealed record Pair(int Number, string? Text);
