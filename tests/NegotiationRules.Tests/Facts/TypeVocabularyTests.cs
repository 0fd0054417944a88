using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using NegotiationRules.Facts;
using Newtonsoft.Json;

namespace NegotiationRules.Tests.Facts;

/// <summary>Vocabularies and scenarios taken from .NET types.</summary>
public class TypeVocabularyTests
{
    [Fact]
    public void ADotNetTypeIsAVocabulary()
    {
        var root = Vocabulary.From<Summit>().Root;

        Assert.Equal(
            "isHeld true or false, rounds a whole number, days a whole number, price a number, share a number, venue text, form text, "
                + "start a date, opens a date and time, notice a duration, "
            + "tags a list, parties a list, host an object, renamed text, also_renamed text",
            string.Join(", ", root.Properties.Select(p => $"{p.Name} {p.Type.Kind}")));
    }

    [Fact]
    public void NamesMayStayAsDeclared() =>
        Assert.Equal(["Id", "Seats"], Vocabulary.From<Party>(PropertyNaming.AsDeclared).Root.Properties.Select(p => p.Name));

    [Fact]
    public void BoundsScalesAndDescriptionsComeFromTheTypeAndItsAttributes()
    {
        var root = Vocabulary.From<Summit>(decimalPlaces: 2).Root;

        Assert.Equal(new ExactType(0) { Minimum = 1, Maximum = 9, Description = "How many." }, root.Properties[root.SlotOf("rounds")].Type);
        Assert.Equal(new ExactType(0) { Minimum = 0, Maximum = 255 }, root.Properties[root.SlotOf("days")].Type);
        Assert.Equal(2, Assert.IsType<ExactType>(root.Properties[root.SlotOf("price")].Type).Scale);
        Assert.Equal(
            (0, 1),
            Assert.IsType<RealType>(root.Properties[root.SlotOf("share")].Type) is var share ? (share.Minimum, share.Maximum) : default
        );
        Assert.Equal(3, Assert.IsType<ListType>(root.Properties[root.SlotOf("tags")].Type).MaxItems);
    }

    [Fact]
    public void EnumsAreTheirNames() =>
        Assert.Equal(["Written", "by word of mouth", "sign"], ((TextType)Vocabulary.From<Summit>().Root.Properties[6].Type).Values!);

    [Theory]
    [InlineData(PropertyNaming.CamelCase)]
    [InlineData(PropertyNaming.AsDeclared)]
    public void AnObjectIsAScenarioOfItsType(PropertyNaming naming)
    {
        var summit = new Summit
        {
            IsHeld = true,
            Rounds = 3,
            Days = 2,
            Price = 12.5m,
            Share = 0.1f,
            Venue = "Geneva",
            Form = Form.Oral,
            Start = new DateOnly(2022, 1, 10),
            Opens = new DateTimeOffset(2022, 1, 10, 9, 0, 0, TimeSpan.FromHours(1)),
            Notice = TimeSpan.FromHours(36),
            Tags = ["a"],
            Parties = [new Party("RU", 3), new Party("US", null)],
            Host = new Party("CH", 1),
            NewtonsoftName = "n",
            SystemTextName = "s",
            Ignored = new Summit(),
        };

        var facts = Bound.To(Vocabulary.From<Summit>(naming), Scenario.From(summit, naming));

        Assert.Equal(
            """{ "isheld": true, "rounds": 3, "days": 2, "price": 12.5, "share": 0.1, "venue": "Geneva", "form": "by word of mouth","""
                + """ "start": "2022-01-10", "opens": "2022-01-10T08:00:00Z", "notice": "P1DT12H", "tags": ["a"],"""
                + """ "parties": [ { "id": "RU", "seats": 3 }, { "id": "US" } ], "host": { "id": "CH", "seats": 1 },"""
                + """ "renamed": "n", "also_renamed": "s" }""",
            LowerNames(facts.Json()));
    }

    [Fact]
    public void AnAnonymousObjectIsAScenario()
    {
        var scenario = Scenario.From(
            new { talks = new { start = "2022-01", venue = (string?)null }, parties = new[] { new { id = "RU" } } }
        );

        var facts = Bound.To(Vocabulary.Negotiation, scenario);

        Assert.Equal("2022-01", facts.At("talks.start").Date.ToString());
        Assert.False(facts.At("talks.venue").IsKnown);
        Assert.Equal("RU", facts.At("parties[0].id").Text);
    }

    [Fact]
    public void DictionariesAreObjects() =>
        Assert.Equal("RU", Bound.To(Vocabulary.Negotiation, Scenario.From(new Dictionary<string, object?>
        {
            ["parties"] = new List<Dictionary<string, string>> { new() { ["id"] = "RU" } },
        })).At("parties[0].id").Text);

    [Theory]
    [InlineData(
        typeof(string),
        "String cannot be part of a vocabulary: System.String is a single value or a list, and a scenario is an object."
    )]
    [InlineData(typeof(Tree), "Tree.Branches[] cannot be part of a vocabulary")]
    [InlineData(typeof(Holder<Dictionary<string, int>>), "Holder`1.Value cannot be part of a vocabulary")]
    [InlineData(typeof(Holder<object>), "Holder`1.Value cannot be part of a vocabulary")]
    [InlineData(typeof(Holder<int[][]>), "it is a list of lists")]
    [InlineData(typeof(Holder<AttributeTargets>), "is a set of flags")]
    [InlineData(typeof(Holder<Action>), "cannot be a fact")]
    [InlineData(typeof(BadRange), "the bound soon of its range is not a number")]
    [InlineData(typeof(EmptyRange), "EmptyRange.Share cannot be part of a vocabulary: its range is empty")]
    [InlineData(typeof(Twice), "two properties are called `name`")]
    [InlineData(typeof(BadName), "`a.b` cannot be the name of a fact")]
    public void ATypeThatCannotBeAVocabularySaysWhy(Type type, string why) =>
        Assert.Contains(why, Assert.Throws<ArgumentException>(() => Vocabulary.From(type)).Message, StringComparison.Ordinal);

    [Fact]
    public void WhatAPropertyThrowsIsNotWrapped() =>
        Assert.Throws<InvalidOperationException>(() => Scenario.From(new Throwing()));

    private static string LowerNames(string json) =>
        System.Text.RegularExpressions.Regex.Replace(json, "\"([A-Za-z_]+)\":", m => m.Value.ToLowerInvariant());

    internal enum Form
    {
        Written,

        [EnumMember(Value = "by word of mouth")]
        Oral,

        [JsonStringEnumMemberName("sign")]
        Sign,

        Spoken = Oral,
    }

    internal sealed record Party(string Id, int? Seats);

    internal sealed class Summit
    {
        public bool? IsHeld { get; set; }

        [Range(1, 9)]
        [Description("How many.")]
        public int Rounds { get; set; }

        public byte Days { get; set; }

        public decimal Price { get; set; }

        [Range(0.0, 1.0)]
        public float Share { get; set; }

        public string? Venue { get; set; }

        public Form Form { get; set; }

        public DateOnly? Start { get; set; }

        public DateTimeOffset Opens { get; set; }

        public TimeSpan Notice { get; set; }

        [MaxLength(3)]
        public IReadOnlyCollection<string> Tags { get; set; } = [];

        public List<Party> Parties { get; set; } = [];

        public Party? Host { get; set; }

        [JsonProperty("renamed")]
        public string? NewtonsoftName { get; set; }

        [JsonPropertyName("also_renamed")]
        public string? SystemTextName { get; set; }

        [Newtonsoft.Json.JsonIgnore]
        public Summit? Ignored { get; set; }

        [System.Text.Json.Serialization.JsonIgnore]
        public Summit? AlsoIgnored { get; set; }

        internal string? Hidden { get; set; }
    }

    internal sealed record Tree(Tree[] Branches);

    internal sealed record Holder<T>(T Value);

    internal sealed class Twice
    {
        public string? Name { get; set; }

        [JsonProperty("name")]
        public string? Other { get; set; }
    }

    internal sealed class BadName
    {
        [JsonProperty("a.b")]
        public string? Value { get; set; }
    }

    internal sealed class BadRange
    {
        [Range(typeof(int), "soon", "later")]
        public int Years { get; set; }
    }

    internal sealed class EmptyRange
    {
        [Range(1.0, 0.5)]
        public double Share { get; set; }
    }

    internal sealed class Throwing
    {
        private readonly string _fault = "there is no value";

        public string Value => throw new InvalidOperationException(_fault);
    }
}
