using System.Text.Json;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Trials;

/// <summary>What tests say of changed rules, for programs.</summary>
internal static class MutationJson
{
    /// <summary>Writes a member <c>mutants</c> into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, MutationResults results)
    {
        json.WriteStartObject("mutants");
        json.WriteNumber("all", results.Mutants.Count);
        json.WriteNumber("killed", results.Killed);
        json.WriteNumber("equivalent", results.Equivalent);
        json.WriteObjects("survivors", results.Survivors, survivor =>
        {
            json.WriteString("part", survivor.Part);
            json.WriteString("file", survivor.Place.File);
            json.WriteNumber("line", survivor.Place.Line);
            json.WriteNumber("column", survivor.Place.Column);
            json.WriteString("before", survivor.Before);
            json.WriteString("after", survivor.After);
            if (survivor.Telling is { } test)
            {
                if (test.Extends is not null)
                {
                    json.WriteString("extends", test.Extends);
                }

                json.WritePropertyName(test.Extends is null ? "test" : "expect");
                json.WriteRawValue(test.Text);
            }

            json.WriteNotDecided(survivor.NotDecided);
        });
        json.WriteEndObject();
    }
}
