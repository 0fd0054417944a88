using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Tests.Architecture;

public sealed class ApiPrinterTests
{
    [Fact]
    public void AClassIsPrintedWithWhatUsersCanSeeOfIt() =>
        Assert.Equal(
            """
            public abstract class NegotiationRules.Tests.Architecture.ApiPrinterTests.Sample<T> : System.ICloneable where T : class, System.ICloneable, new()
                [Obsolete("use the other")] public virtual object Clone();
                protected Sample(string name);
                protected abstract T? Make(params int[] sizes);
                protected void Keep(T thing);
                public System.Collections.Generic.IReadOnlyDictionary<string, T?[]> Things { get; }
                public T? Find<TKey>(TKey key, in int start, out string? why, System.DayOfWeek day = DayOfWeek.Friday, string text = "x") where TKey : struct;
                public const int Most = 3;
                public event System.EventHandler? Changed;
                public override string ToString();
                public required string Name { get; init; }
                public string? this[int index] { get; protected set; }

            """,
            ApiPrinter.Print(typeof(Sample<>)));

    [Theory]
    [InlineData(typeof(Shades), "[Flags]\npublic enum NegotiationRules.Tests.Architecture.ApiPrinterTests.Shades : byte\n    None = 0,\n    Dark = 2,\n")]
    [InlineData(typeof(Point), "public readonly record struct NegotiationRules.Tests.Architecture.ApiPrinterTests.Point : System.IEquatable<NegotiationRules.Tests.Architecture.ApiPrinterTests.Point>\n    public Point(int X);\n    public int X { get; init; }\n")]
    [InlineData(typeof(Turn), "public delegate bool? NegotiationRules.Tests.Architecture.ApiPrinterTests.Turn(ref int by);\n")]
    [InlineData(typeof(ApiPrinterSample), "public static class NegotiationRules.Tests.Architecture.ApiPrinterSample\n    public static long Twice(this int number);\n")]
    public void OtherKindsOfTypeArePrintedAsWhatTheyAre(Type type, string expected) => Assert.Equal(expected, ApiPrinter.Print(type));

    [Fact]
    public void WhatUsersCannotSeeIsLeftOut() => Assert.DoesNotContain("Hidden", ApiPrinter.Print(typeof(Sample<>)), StringComparison.Ordinal);

    [Flags]
    public enum Shades : byte
    {
        None = 0,
        Dark = 2,
    }

    public delegate bool? Turn(ref int by);

    public readonly record struct Point(int X);

    public abstract class Sample<T> : ICloneable
        where T : class, ICloneable, new()
    {
        public const int Most = 3;

        internal const int HiddenConstant = 4;

        [SetsRequiredMembers]
        protected Sample(string name) => Name = name;

        public event EventHandler? Changed;

        public required string Name { get; init; }

        public IReadOnlyDictionary<string, T?[]> Things { get; } = new Dictionary<string, T?[]>();

        public string? this[int index]
        {
            get => Name;
            protected set => HiddenMethod();
        }

        public T? Find<TKey>(TKey key, in int start, out string? why, DayOfWeek day = DayOfWeek.Friday, string text = "x")
            where TKey : struct
        {
            why = Name;
            return null;
        }

        [Obsolete("use the other")]
        public virtual object Clone() => MemberwiseClone();

        public override string ToString() => Name;

        internal void HiddenMethod() => Changed?.Invoke(this, EventArgs.Empty);

        protected abstract T? Make(params int[] sizes);

        protected void Keep(T thing) => HiddenMethod();
    }
}
