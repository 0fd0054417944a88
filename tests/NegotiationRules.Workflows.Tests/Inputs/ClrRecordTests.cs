using System.Runtime.Serialization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NegotiationRules.Workflows.Inputs;
using Newtonsoft.Json;

namespace NegotiationRules.Workflows.Tests.Inputs;

/// <summary>What .NET types are to expressions.</summary>
public class ClrRecordTests
{
    [Theory]
    [InlineData(nameof(Order.Flag), "Boolean")]
    [InlineData(nameof(Order.Tiny), "Int32")]
    [InlineData(nameof(Order.Count), "Int32")]
    [InlineData(nameof(Order.Age), "Int32?")]
    [InlineData(nameof(Order.Large), "opaque: a number without a sign, which wraps round below zero (make it a long)")]
    [InlineData(nameof(Order.Share),
        "opaque: a number of single precision, which is not the one that is written (make it a double or a decimal)")]
    [InlineData(nameof(Order.Ratio), "Double")]
    [InlineData(nameof(Order.Price), "Decimal?")]
    [InlineData(nameof(Order.Title), "Text?")]
    [InlineData(nameof(Order.Letter), "Character")]
    [InlineData(nameof(Order.Made), "DateTime")]
    [InlineData(nameof(Order.Sent), "DateTimeOffset?")]
    [InlineData(nameof(Order.Due), "DateOnly")]
    [InlineData(nameof(Order.Notice), "TimeSpan")]
    [InlineData(nameof(Order.Id), "Guid")]
    [InlineData(nameof(Order.Tags), "list of Text?")]
    [InlineData(nameof(Order.Scores), "list of Int32")]
    [InlineData(nameof(Order.Lines), "list of Line")]
    [InlineData(nameof(Order.Buyer), "Line")]
    [InlineData(nameof(Order.Field), "Int32")]
    [InlineData(nameof(Order.Extra), "opaque: a dictionary")]
    [InlineData(nameof(Order.Names), "opaque: a dictionary")]
    [InlineData(nameof(Order.Anything), "opaque: an object of any type")]
    [InlineData(nameof(Order.Code), "opaque: code")]
    [InlineData(nameof(Order.Json), "opaque: JSON of any shape")]
    [InlineData(nameof(Order.Link), "opaque: the type `Uri`")]
    [InlineData(nameof(Order.Kind), "opaque: the type `Type`")]
    [InlineData(nameof(Order.Grid), "opaque: a list of lists")]
    [InlineData(nameof(Order.Table), "opaque: a list of more than one type")]
    [InlineData(nameof(Order.Rights), "opaque: `Right`, a set of flags")]
    [InlineData(nameof(Order.Empty), "opaque: `None`, whose values have no texts of their own")]
    [InlineData(nameof(Order.Hidden), "opaque: left out of the facts")]
    [InlineData(nameof(Order.Default), "opaque: a static member")]
    [InlineData(nameof(Order.Unread), "opaque: a property that cannot be read")]
    [InlineData(nameof(Order.Same), "opaque: the type `Twins`")]
    public void EachMemberIsWhatItsTypeSays(string member, string expected) =>
        Assert.Equal(expected, Words(Found(Record<Order>(), member).Type));

    [Fact]
    public void FactsAreNamedByAttributesAndExpressionsByMembers()
    {
        var order = Record<Order>();

        Assert.Equal("count", Found(order, "Count").Fact);
        Assert.Equal("field", Found(order, "Field").Fact);
        Assert.Equal("the_title", Found(order, "Title").Fact);
        Assert.Equal("ratio-of-it", Found(order, "Ratio").Fact);
        Assert.Null(order.Find("the_title", isCaseSensitive: false));
        Assert.Equal("Count", Found(Record<Order>(PropertyNaming.AsDeclared), "Count").Fact);
    }

    [Fact]
    public void EnumsHaveNamesTextsAndNumbers()
    {
        var status = Assert.IsType<EnumInput>(Found(Record<Order>(), "Status").Type);

        Assert.Equal(("Status", true), (status.Name, status.IsNullable));
        Assert.Equal(["Open", "Shut", "Closed"], status.Names);
        Assert.Equal(["Open", "is shut", "is shut"], status.Texts);
        Assert.Equal([0, 5, 5], status.Numbers);
    }

    [Fact]
    public void LetterCaseMattersWhereItIsToldTo()
    {
        Assert.Equal("Count", Found(Record<Order>(), "cOUNT").Name);
        Assert.Null(Record<Order>().Find("cOUNT", isCaseSensitive: true));
        Assert.Equal("Count", Record<Order>().Find("Count", isCaseSensitive: true)?.Name);
        Assert.Null(Record<Order>().Find("Cuont", isCaseSensitive: false));
    }

    [Fact]
    public void MembersThatDifferInLetterCaseOnlyAreToldApartWhereItMatters()
    {
        var record = Record<Ambiguous>();

        Assert.Equal("opaque: one of several members `nAME` that differ only in letter case", Words(Found(record, "nAME").Type));
        Assert.Equal("Text?", Words(record.Find("Name", isCaseSensitive: true)!.Type));
        Assert.Equal("Int32", Words(record.Find("NAME", isCaseSensitive: true)!.Type));
    }

    [Fact]
    public void TheMemberOfTheNearestTypeIsFound()
    {
        Assert.Equal("Int64", Words(Found(Record<Derived>(), "Value").Type));
        Assert.Equal("Text?", Words(Found(Record<Derived>(), "Inherited").Type));
        Assert.Equal("Boolean", Words(Found(Record<IShort>(), "Inherited").Type));
        Assert.Equal(["Value", "Inherited"], Record<Derived>().MemberNames);
    }

    [Fact]
    public void ATypeMayLeadBackToItself()
    {
        InputType type = Record<Line>();
        for (var i = 0; i < 100; i++)
        {
            type = Found(Assert.IsType<ClrRecord>(type), "Next").Type;
        }

        Assert.Equal(Record<Line>(), type);
    }

    [Fact]
    public void AnObjectWithoutATypeNameIsCalledByItsMember()
    {
        var input = ClrType.Describe(new { Inner = new { Age = 3 } }.GetType(), "input1", PropertyNaming.CamelCase);

        Assert.Equal("input1", Assert.IsType<ClrRecord>(input).Name);
        Assert.Equal("Inner", Assert.IsType<ClrRecord>(Found((ClrRecord)input, "inner").Type).Name);
    }

    [Fact]
    public void AnInputMayBeAListOrASingleValue()
    {
        Assert.Equal("list of Line", Words(ClrType.Describe(typeof(IEnumerable<Line>), "input1", PropertyNaming.CamelCase)));
        Assert.Equal("Int32", Words(ClrType.Describe(typeof(int), "input1", PropertyNaming.CamelCase)));
        Assert.Equal(
            "opaque: a dictionary",
            Words(ClrType.Describe(typeof(System.Dynamic.ExpandoObject), "input1", PropertyNaming.CamelCase))
        );
        Assert.Equal("KeyValuePair", Words(ClrType.Describe(typeof(KeyValuePair<string, int>), "input1", PropertyNaming.CamelCase)));
    }

    [Fact]
    public void ThePropertyBehindAMemberIsKnown()
    {
        var order = Record<Order>();

        Assert.Same(typeof(Order).GetProperty("Count"), order.DeclarationOf(Found(order, "count")));
    }

    private static ClrRecord Record<T>(PropertyNaming naming = PropertyNaming.CamelCase) =>
        Assert.IsType<ClrRecord>(ClrType.Describe(typeof(T), "input1", naming));

    private static InputMember Found(ClrRecord record, string name)
    {
        var member = record.Find(name, isCaseSensitive: false);
        Assert.NotNull(member);
        return member;
    }

    private static string Words(InputType type) => type switch
    {
        ScalarInput scalar => $"{scalar.Kind}{(scalar.IsNullable ? "?" : string.Empty)}",
        ListInput list => $"list of {Words(list.Element)}",
        OpaqueInput opaque => $"opaque: {opaque.Description}",
        RecordInput record => record.Name,
        _ => type.ToString(),
    };

#pragma warning disable CA1051, CA1069, CS0649
    internal enum Status
    {
        Open,

        [EnumMember(Value = "is shut")]
        Shut = 5,
        Closed = 5,
    }

    [Flags]
    internal enum Right
    {
        Read = 1,
    }

    internal enum None
    {
    }

    internal interface ILong
    {
        bool Inherited { get; }
    }

    internal interface IShort : ILong;

    internal sealed class Order
    {
        public int Field;

        public static int Default => 1;

        public bool Flag { get; set; }

        public byte Tiny { get; set; }

        public int Count { get; set; }

        public int? Age { get; set; }

        public uint Large { get; set; }

        public float Share { get; set; }

        [JsonPropertyName("ratio-of-it")]
        public double Ratio { get; set; }

        public decimal? Price { get; set; }

        [JsonProperty("the_title")]
        public string Title { get; set; } = string.Empty;

        public char Letter { get; set; }

        public DateTime Made { get; set; }

        public DateTimeOffset? Sent { get; set; }

        public DateOnly Due { get; set; }

        public TimeSpan Notice { get; set; }

        public Guid Id { get; set; }

        public Status? Status { get; set; }

        public Right Rights { get; set; }

        public None Empty { get; set; }

        public List<string> Tags { get; set; } = [];

        public int[] Scores { get; set; } = [];

        public IReadOnlyCollection<Line> Lines { get; set; } = [];

        public Line Buyer { get; set; } = new();

        public Dictionary<string, int> Extra { get; set; } = [];

        public IReadOnlyDictionary<string, int> Names { get; set; } = new Dictionary<string, int>();

        public object Anything { get; set; } = 1;

        public Func<int> Code { get; set; } = () => 1;

        public JsonNode Json { get; set; } = new JsonObject();

        public Uri Link { get; set; } = new("https://example.org");

        public Type Kind { get; set; } = typeof(int);

        public int[][] Grid { get; set; } = [];

        public int[,] Table { get; set; } = new int[1, 1];

        [System.Text.Json.Serialization.JsonIgnore]
        public string Hidden { get; set; } = string.Empty;

        public string Unread { private get; set; } = string.Empty;

        public Twins Same { get; set; } = new();
    }

    internal sealed class Line
    {
        public Line? Next { get; set; }
    }

    internal sealed class Twins
    {
        [JsonProperty("a")]
        public int One { get; set; }

        [JsonProperty("a")]
        public int Other { get; set; }
    }

    internal sealed class Ambiguous
    {
        [JsonProperty("other")]
        public string Name { get; set; } = string.Empty;

        public int NAME { get; set; }
    }

    internal class Origin
    {
        public string Value { get; set; } = string.Empty;

        public string Inherited { get; set; } = string.Empty;
    }

    internal sealed class Derived : Origin
    {
        public new long Value { get; set; }
    }
}
