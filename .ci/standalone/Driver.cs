// Evaluates scenarios by code that `negotiate generate csharp --standalone` wrote, under whatever runs it, and prints what became of each rule and stage:
// set, scenario, name, outcome, with tabs between. Told on the command line: a name for the set, and the file of each scenario.
// Objects are filled by reflection, which is this driver's own business: the generated code has none.
#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;

public static class Driver
{
    public static int Main(string[] args)
    {
        var rules = Assembly.GetExecutingAssembly().GetTypes().Single(type => type.Namespace == "Standalone." + args[0] && type.IsAbstract && type.IsSealed && !type.IsNested);
        var evaluate = rules.GetMethods().Where(method => method.Name == "Evaluate").OrderBy(method => method.GetParameters().Length).First();
        foreach (var file in args.Skip(1))
        {
            object scenario;
            try
            {
                scenario = Record((Dictionary<string, object?>)new Json(File.ReadAllText(file)).Value()!, evaluate.GetParameters()[0].ParameterType);
            }
            catch (NotSupportedException)
            {
                Console.WriteLine($"{args[0]}\t{Path.GetFileName(file)}\tno object says it\t-");
                continue;
            }

            var given = new List<object> { scenario };
            var outcomes = evaluate.Invoke(null, given.ToArray())!;
            foreach (var property in outcomes.GetType().GetProperties().Where(property => property.PropertyType.IsEnum))
            {
                Console.WriteLine($"{args[0]}\t{Path.GetFileName(file)}\t{property.Name}\t{property.GetValue(outcomes)}");
            }
        }

        return 0;
    }

    // As the generator names what a vocabulary has.
    private static string Pascal(string text) =>
        string.Concat(text.Split('-', '_', ' ', '.', '/').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));

    private static object Record(Dictionary<string, object?> facts, Type type)
    {
        var made = Activator.CreateInstance(type)!;
        foreach (var pair in facts.Where(pair => pair.Key != "$schema"))
        {
            var property = type.GetProperty(Pascal(pair.Key)) ?? throw new InvalidOperationException($"{type.Name} has no {Pascal(pair.Key)}");
            var fact = pair.Value is Dictionary<string, object?> stated && stated.ContainsKey("value") && stated.ContainsKey("source") ? stated["value"] : pair.Value;
            if (fact is Dictionary<string, object?> list && list.ContainsKey("known") && property.PropertyType.IsArray)
            {
                type.GetProperty(property.Name + "AreComplete")?.SetValue(made, !list.TryGetValue("complete", out var complete) || complete is true);
                fact = list["known"];
            }

            property.SetValue(made, fact is null ? null : Value(fact, property.PropertyType));
        }

        return made;
    }

    private static object Value(object fact, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (fact is List<object?> items)
        {
            var array = Array.CreateInstance(type.GetElementType()!, items.Count);
            for (var i = 0; i < items.Count; i++)
            {
                array.SetValue(Value(items[i] ?? throw new NotSupportedException(), type.GetElementType()!), i);
            }

            return array;
        }

        return fact is Dictionary<string, object?> facts ? Record(facts, type)
            : type.IsEnum ? Enum.Parse(type, Pascal((string)fact))
            : type == typeof(DateTime) ? DateTime.TryParseExact((string)fact, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day : throw new NotSupportedException()
            : type == typeof(DateTimeOffset) ? DateTimeOffset.Parse((string)fact, CultureInfo.InvariantCulture)
            : Convert.ChangeType(fact, type, CultureInfo.InvariantCulture);
    }

    // Just enough to read a scenario; comments and commas at the end as people write them.
    private sealed class Json
    {
        private readonly string _text;
        private int _at;

        public Json(string text) => _text = text;

        public object? Value()
        {
            switch (Next())
            {
                case '{':
                    var facts = new Dictionary<string, object?>();
                    for (_at++; Next() != '}'; _at += Next() == ',' ? 1 : 0)
                    {
                        var name = (string)Value()!;
                        Next();
                        _at++;
                        facts.Add(name, Value());
                    }

                    _at++;
                    return facts;
                case '[':
                    var items = new List<object?>();
                    for (_at++; Next() != ']'; _at += Next() == ',' ? 1 : 0)
                    {
                        items.Add(Value());
                    }

                    _at++;
                    return items;
                case '"':
                    return Text();
                default:
                    var start = _at;
                    while (_at < _text.Length && !",]} \t\r\n/".Contains(_text[_at]))
                    {
                        _at++;
                    }

                    var word = _text.Substring(start, _at - start);
                    return word == "null" ? null : word == "true" ? true : word == "false" ? false
                        : (object)decimal.Parse(word, NumberStyles.Float, CultureInfo.InvariantCulture);
            }
        }

        private string Text()
        {
            var text = string.Empty;
            for (_at++; _text[_at] != '"'; _at++)
            {
                if (_text[_at] != '\\')
                {
                    text += _text[_at];
                    continue;
                }

                _at++;
                text += _text[_at] == 'u' ? (char)int.Parse(_text.Substring(_at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                    : _text[_at] == 'n' ? '\n' : _text[_at] == 't' ? '\t' : _text[_at];
                _at += _text[_at] == 'u' ? 4 : 0;
            }

            _at++;
            return text;
        }

        private char Next()
        {
            while (char.IsWhiteSpace(_text[_at]) || _text[_at] == '/')
            {
                var end = _text[_at] != '/' ? _at + 1 : _text[_at + 1] == '/' ? _text.IndexOf('\n', _at) : _text.IndexOf("*/", _at, StringComparison.Ordinal) + 2;
                _at = end;
            }

            return _text[_at];
        }
    }
}
