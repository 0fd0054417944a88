using NegotiationRules.Generation.Options;
using NegotiationRules.Generation.Tests.Support;

namespace NegotiationRules.Generation.Tests;

/// <summary>Rules that are written for types that somebody has already.</summary>
public sealed class OwnTypesTests
{
    private const string Rules = """
        { "name": "talks", "stages": ["talks"], "rules": [
          { "id": "mediated", "require": { "talks.mediated": true } },
          { "id": "military", "require": { "every": "parties", "satisfy": { "some": "delegates", "where": { "role": "military" } } } },
          { "id": "soon", "require": { "talks.start": { "onOrBefore": "2022-03-31" } } }
        ] }
        """;

    private const string Own = """
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        namespace Game
        {
            public class Situation { public Meeting Talks { get; set; } public List<Side> Parties { get; set; } }
            public class Meeting { public bool Mediated { get; set; } public DateOnly? Start { get; set; } }
            public class Side { public List<Envoy> Delegates { get; set; } }
            public class Envoy { public string Role { get; set; } }
            public static class Play
            {
                public static string Outcomes(bool known) => Of(new Situation
                {
                    Talks = new Meeting { Mediated = true, Start = known ? new DateOnly(2022, 4, 1) : default(DateOnly?) },
                    Parties = new List<Side> { new Side { Delegates = known ? Envoys : null } },
                });

                private static List<Envoy> Envoys => new List<Envoy> { new Envoy { Role = "military" } };

                private static string Of(Situation situation) => Written.TalksRules.Evaluate(situation) is var outcomes
                    ? $"{outcomes.Mediated} {outcomes.Military} {outcomes.Soon}" : "";
            }
        }
        """;

    [Fact]
    public void ObjectsOfOwnTypesAreRead()
    {
        var written = CSharpGenerator.Write(RuleSet.Parse(Rules), new CSharpOptions
        {
            Namespace = "Written",
            OwnTypes = new Dictionary<string, string>
            {
                [string.Empty] = "Game.Situation",
                ["parties"] = "Game.Side",
                ["parties.delegates"] = "Game.Envoy",
            },
        });
        var play = Compiler.Compile([written.Text!, Own]).GetType("Game.Play")!.GetMethod("Outcomes")!;

        Assert.Equal("Satisfied Satisfied Violated", play.Invoke(null, [true]));
        Assert.Equal("Satisfied Unknown Unknown", play.Invoke(null, [false]));
    }
}
