using System.Globalization;
using System.Numerics;
using System.Text.Json;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.HowMuch;

/// <summary>For programs: all voters, with exact fractions and their per cents.</summary>
internal static class PowerJson
{
    // As many as tell voters apart that differ little.
    private const int Decimals = 6;

    public static void Print(PowerTable power, string file, Terminal terminal) => JsonOutput.PrintDocument(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteString("rules", power.Rules.Name);
        json.WriteString("scenario", file);
        json.WriteString("stage", power.Stage);
        if (power.NotDecided is { } reason)
        {
            json.WriteNotDecided(reason);
        }
        else
        {
            Write(json, "ways", power.Ways);
            Write(json, "winning", power.Winning);
            Write(json, "swings", power.Swings);
            json.WriteObjects("voters", power.Voters, voter =>
            {
                json.WriteString("name", voter.Name);
                json.WriteString("path", voter.Path);
                json.WriteString("kind", voter.Kind);
                Write(json, "swings", voter.Swings);
                Write(json, "banzhaf", voter.Banzhaf);
                Write(json, "shapleyShubik", voter.ShapleyShubik);
            });
        }

        json.WriteEndObject();
    });

    /// <summary>The exact fraction as text, and its per cents as a number.</summary>
    public static void Write(Utf8JsonWriter json, string name, Proportion proportion)
    {
        json.WriteStartObject(name);
        json.WriteString("exact", proportion.ToString());
        json.WritePropertyName("percent");
        json.WriteRawValue(proportion.Percent(Decimals));
        json.WriteEndObject();
    }

    /// <summary>A whole number of any size, as text where a reader of JSON might round it.</summary>
    public static void Write(Utf8JsonWriter json, string name, BigInteger number)
    {
        json.WritePropertyName(name);
        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (BigInteger.Abs(number).GetBitLength() <= 53)
        {
            json.WriteRawValue(digits);
        }
        else
        {
            json.WriteStringValue(digits);
        }
    }
}
