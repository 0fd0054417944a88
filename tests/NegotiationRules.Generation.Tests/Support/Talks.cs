using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace NegotiationRules.Generation.Tests.Support;

/// <summary>A type of a program's own with a property of every kind.</summary>
internal class Talks
{
    public DateOnly? Start { get; set; }

    public DateTime? Opens { get; set; }

    public string? Venue { get; set; }

    public int Rounds { get; set; }

    public decimal? Price { get; set; }

    public double Weight { get; set; }

    public bool? Mediated { get; set; }

    public bool? Binding { get; set; }

    public TalksForm? Form { get; set; }

    public Host? Host { get; set; }

    public bool? DelegatesAnnounced { get; set; }

    public Envoy[]? Delegates { get; set; }

    public IEnumerable<string?>? Topics { get; set; }

    /// <summary>One made at random; half of them leave nothing open.</summary>
    public static Talks Make(Random random)
    {
        var talks = new Talks
        {
            Start = Maybe(random, new DateOnly(2022, 1, 1).AddDays(random.Next(60))),
            Opens = Maybe(random, new DateTime(2022, 1, 10, random.Next(24), 0, 0, DateTimeKind.Utc)),
            Venue = random.Next(4) switch { 0 => null, 1 => "Geneva", 2 => "Kyiv", _ => "Genoa" },
            Rounds = random.Next(10),
            Price = Maybe(random, random.Next(2_000) / 100m),
            Weight = Maybe(random, random.Next(5) / 4f) ?? 0,
            Mediated = Maybe(random, random.Next(2) == 0),
            Binding = Maybe(random, random.Next(2) == 0),
            Form = Maybe(random, (TalksForm)random.Next(3)),
            Host = random.Next(3) == 0 ? null : new Host { Name = "Bern", Size = Maybe(random, (short)random.Next(20)) },
            DelegatesAnnounced = Maybe(random, random.Next(3) > 0),
            Delegates = random.Next(5) == 0 ? null : [.. Enumerable.Range(0, random.Next(4)).Select(_ => new Envoy
            {
                Role = Maybe(random, random.Next(2) == 0 ? EnvoyRole.Military : EnvoyRole.Diplomat),
                Rank = random.Next(5),
            })],
            Topics = random.Next(5) == 0 ? null
                : [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(3) == 0 ? "land" : "gas")],
        };
        return random.Next(2) == 0 ? Known(talks, random) : talks;
    }

    private static Talks Known(Talks talks, Random random)
    {
        talks.Start ??= new DateOnly(2022, 1, 2);
        talks.Opens ??= new DateTime(2022, 1, 10, 11, 0, 0, DateTimeKind.Utc);
        talks.Venue ??= "Vienna";
        talks.Price ??= 12.5m;
        talks.Mediated ??= true;
        talks.Binding ??= true;
        talks.Form = TalksForm.WrittenText;
        talks.Host = new Host { Size = (short)random.Next(20) };
        talks.DelegatesAnnounced = true;
        talks.Delegates = [.. (talks.Delegates ?? []).Select(envoy => envoy with { Role = envoy.Role ?? EnvoyRole.Military })];
        talks.Topics ??= ["land"];
        return talks;
    }

    private static T? Maybe<T>(Random random, T value)
        where T : struct => random.Next(4) == 0 ? null : value;
}

internal sealed class LongTalks : Talks;

internal class Host
{
    public string? Name { get; set; }

    public short? Size { get; set; }
}

internal sealed class Palace : Host;

internal sealed record Envoy
{
    public EnvoyRole? Role { get; set; }

    public int Rank { get; set; }
}

internal enum TalksForm
{
    WrittenText,
    Spoken,
    [JsonIgnore]
    Open,
}

internal enum EnvoyRole
{
    [EnumMember(Value = "military")]
    Military = 70,
    Diplomat = -1,
}
