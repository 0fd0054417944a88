using System.Globalization;
using System.Text.Json;

namespace NegotiationRules.Orleans.Changes;

/// <summary>Makes changes: of a session where there is one, or of a scenario.</summary>
internal static class ChangeMaking
{
    public static void MakeIn(this NegotiationChange change, Session session)
    {
        switch (change.Kind)
        {
            case NegotiationChangeKind.Set:
                Set(session, change.Path, ValueOf(change));
                break;
            case NegotiationChangeKind.Add:
                session.Add(change.Path, ValueOf(change));
                break;
            case NegotiationChangeKind.Remove:
                session.Remove(change.Path, change.Index);
                break;
        }
    }

    public static Scenario MakeIn(this NegotiationChange change, Scenario scenario) => change.Kind switch
    {
        NegotiationChangeKind.Set => scenario.With(change.Path, ValueOf(change)),
        NegotiationChangeKind.Add => scenario.WithAdded(change.Path, ValueOf(change)),
        NegotiationChangeKind.Remove => scenario.WithRemoved(change.Path, change.Index),
    };

    // A session changes a fact in place where the value is one of these; of JSON it would build the whole scenario anew.
    private static void Set(Session session, string path, object? value)
    {
        switch (value)
        {
            case string text:
                session.Set(path, text);
                break;
            case bool truth:
                session.Set(path, truth);
                break;
            case long number:
                session.Set(path, number);
                break;
            default:
                session.Set(path, value);
                break;
        }
    }

    // Only what is written as one: 5.0 keeps its digits.
    private static bool IsWhole(string json, out long number) =>
        long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static object? ValueOf(NegotiationChange change)
    {
        using var document = JsonDocument.Parse(change.Json!);
        var json = document.RootElement;
        return json.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => json.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when IsWhole(change.Json!, out var number) => number,
            _ => json.Clone(),
        };
    }
}
