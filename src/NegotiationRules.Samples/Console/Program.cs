using NegotiationRules;

// The rules lie beside the program. They are read and checked once; a file with a fault ends here, with its report.
var rules = RuleSet.Load(Path.Combine(AppContext.BaseDirectory, "peace.rules.json"));

// What is known before anybody has met. What is not said is unknown, not false.
var session = new Session(rules, Scenario.Parse("""
    {
      "parties": [
        { "id": "north", "delegates": [] },
        { "id": "south", "delegates": [ { "name": "Ilse Brandt", "role": "diplomat" } ] }
      ]
    }
    """));
Tell("At first");

// Only what reads a changed fact is worked out again.
session.Add("parties[0].delegates", new Dictionary<string, object?> { ["name"] = "Jon Falk", ["role"] = "military" });
Tell("North sends a general");

session.Add("parties[1].delegates", new Dictionary<string, object?> { ["name"] = "Mara Voss", ["role"] = "military" });
Tell("South sends one, too");

session.Set("agreement.legallyBinding", true);
session.Set("agreement.termYears", 5);
Tell("A binding draft for five years");

session.Set("agreement.termYears", 20);
Tell("Twenty years");

void Tell(string what)
{
    Console.WriteLine(what);
    foreach (var change in session.Evaluate())
    {
        Console.WriteLine($"  {change}");
    }

    // The reasons are worked out when somebody wants to read them.
    var verdict = session.ToVerdict();
    foreach (var blocking in verdict.Stages.SelectMany(stage => stage.Blocking))
    {
        var settle = blocking.Unsettled.Count > 0 ? $" ({string.Join(", ", blocking.Unsettled)})" : string.Empty;
        Console.WriteLine($"  in the way: {blocking.Rule.Title}{settle}");
    }
}
