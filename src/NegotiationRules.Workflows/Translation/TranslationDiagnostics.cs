using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What can be wrong with the meaning of an expression, and what has a meaning that the rule language cannot say. Codes NR7200 to
/// NR7279, NR7342 and NR7344.</summary>
/// <remarks>
/// NR7200 to NR7219: names. NR7220 to NR7239: types that do not go together. NR7240 to NR7269: what is not
/// translated (<see cref="UntranslatedDiagnostics"/>). NR7270 to NR7279: limits and warnings.
/// </remarks>
internal sealed class TranslationDiagnostics(DiagnosticBag bag)
{
    private readonly HashSet<Span> _told = [];

    /// <inheritdoc cref="DiagnosticBag.Error"/>
    public void Error(string code, Span span, string message, string? help = null, params Cure?[] cures) =>
        bag.Error(code, span, message, help, cures);

    public void UnknownName(Span at, string name, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        bag.Error("NR7200", at, $"nothing is called `{name}` here",
            Dates.WordOfDay(name) is { } day ? $"did you mean `{day}`?"
                : Spelling.Nearest(name, names) is { } meant ? $"did you mean `{meant}`?"
                : names.Count > 0 ? $"the names here are {Spelling.List(names, "and")}"
                : "name an input or a parameter of the workflow",
            Cure.Rename(at, Dates.WordOfDay(name) ?? Spelling.Nearest(name, names)));
    }

    public void UnknownMember(Span at, string name, RecordInput record, bool isCaseSensitive)
    {
        var likeIt = record.MemberNames.Where(m => string.Equals(m, name, StringComparison.OrdinalIgnoreCase)).ToList();
        bag.Error(
            "NR7201", at, likeIt.Count > 1 && !isCaseSensitive
                ? $"`{record.Name}` has several members called `{name}`"
                : $"`{record.Name}` has no member `{name}`",

            Spelling.Nearest(name, record.MemberNames) is { } meant ? $"did you mean `{meant}`?"
            : record.MemberNames.Count > 0 ? $"its members are {Spelling.List(record.MemberNames, "and")}"
            : "it has no members that a fact can hold", Cure.Rename(at, Spelling.Nearest(name, record.MemberNames)));
    }

    public void UnknownMemberOfValue(Span at, string name, string what, IEnumerable<string> known) =>
        bag.Error(
            "NR7202", at, $"{what} has no member `{name}`", Suggest(name, known) ?? "compare it, or use it as it is",
            Cure.Rename(at, Spelling.Nearest(name, known.ToList())));

    /// <param name="at">The member.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="names">What tells how many elements the list has.</param>
    public void NotCountedBy(Span at, string name, CountNames names)
    {
        var right = names == CountNames.None ? "Count()" : names.ToString();
        bag.Error("NR7202", at, $"this list has no member `{name}`", $"write `{right}`", Cure.Replace(at, right));
    }

    public void UnknownMethod(Name method, string what, IEnumerable<string> known) =>
        bag.Error("NR7203", method.Span, $"{what} has no method `{method.Text}` that is translated",
            Suggest(method.Text, known) ?? "work the value out before and give it as an input",
            Cure.Rename(method.Span, Spelling.Nearest(method.Text, known.ToList())));

    /// <param name="at">The call.</param>
    /// <param name="method">The method behind its type.</param>
    /// <param name="arguments">With how many arguments it is called.</param>
    /// <param name="names">What the type may be a misspelling of.</param>
    public void UnknownCall(Span at, string method, int arguments, IEnumerable<string> names) =>
        bag.Error("NR7204", at,
            $"`{method}` is not translated: a rule reaches no types but those of its inputs and the usual ones of numbers, texts and dates",
            Suggest(method.Split('.')[0], names, onlyNear: true)
                ?? $"say what it means: {HelperWords.Said(method, arguments)}; or work the value out before and give it as an input");

    public void UnknownStatic(Span at, string type, string name, IEnumerable<string> known) =>
        bag.Error("NR7205", at, $"`{type}.{name}` is not translated",
            Suggest(name, known) ?? "work the value out before and give it as an input",
            Cure.Rename(at, Spelling.Nearest(name, known.ToList())));

    // Beside no enumeration, a type is more likely an input that is misspelt, and a single letter is meant for the parameter of a lambda.
    public void UnknownType(EnumWordMeaning word)
    {
        if (word.Type.Text.Length == 1 || Spelling.Nearest(word.Type.Text, word.Names) is not null)
        {
            UnknownName(word.Type.Span, word.Type.Text, word.Names);
            return;
        }

        bag.Error("NR7206", word.Span, $"no type is called `{word.Type.Text}` here",
            StaticTypes.TypeLike(word.Type.Text) is { } meant
                ? $"did you mean `{meant}`? In names of types letter case counts"
                : "an enumeration may be named beside a value of it: input1.colour == Colour.Red");
    }

    public void UnknownEnumName(Span at, string word, EnumInput type) =>
        bag.Error("NR7207", at, $"`{type.Name}` has no value `{word}`", Suggest(word, type.Names),
            Cure.Rename(at, Spelling.Nearest(word, type.Names)));

    public void OtherEnum(Span at, string named, string compared) =>
        bag.Error("NR7208", at, $"`{named}` is compared with a value of `{compared}`", $"write `{compared}` and one of its values");

    public void NoElement(Span at, string word) =>
        bag.Error("NR7209", at, $"`{word}` stands for nothing here",
            "inside a method of a list it is the element: input1.orders.Any(it.Total > 100)");

    public void InputIsHidden(Name path, string input, InputType hiding) =>
        bag.Error("NR7210", path.Span, $"`{input}` is an input, and a member of the elements as well", hiding is RecordInput record
            ? $"rename the input, or the member of `{record.Name}`: inside the list it could be either"
            : "rename the input: inside the list it could be either");

    public void NotACondition(Span at, string what) =>
        bag.Error("NR7220", at, $"here must be something true or false, but this is {what}", "compare it with something");

    public void NullableTruth(Span at) =>
        bag.Error("NR7221", at, "this is true, false or null, and null is neither", "write which it must be: … == true",
            Cure.Of(new TextEdit(at with { Start = at.End, Length = 0 }, " == true")));

    public void NotAValue(Meaning meaning) =>
        bag.Error("NR7222", meaning.Span, $"here must be a single value, but this is {meaning switch
        {
            ObjectMeaning o => $"the object `{o.Record.Name}`",
            ListMeaning or ArrayMeaning or PartsMeaning or GroupsMeaning => "a list",
            WrittenMeaning => "a value as text, which is only compared with one that is written out",
            NullMeaning => "`null`",
            TypeMeaning type => $"the type `{type.Name}`",
            OpaqueMeaning opaque => opaque.Description,
            EnumWordMeaning word => $"`{word.Type.Text}.{word.Word.Text}`, which is known only beside a value of its enumeration",
            OrderMeaning => "the order of two values, which is only compared with 0",
            _ => "something else",
        }}", "name a member of it, or ask something of it");

    public void CannotCompare(Span at, string left, string right) =>
        bag.Error("NR7223", at, $"{left} cannot be compared with {right}", "compare values of the same type");

    public void CannotMix(Span at, string sign, string left, string right) =>
        bag.Error("NR7224", at, $"`{sign}` does not go with {left} and {right}", "use values of the same type");

    public void NoOrder(Span at, string what) =>
        bag.Error("NR7225", at, $"{what} has no order in the rule language",
            "compare numbers, dates or lengths of time; of texts, whether they are equal or how they start");

    public void NoSign(Span at, string what) =>
        bag.Error("NR7226", at, $"{what} has no negative", "put the minus before a number");

    public void NeverNull(Span at) =>
        bag.Error("NR7227", at, "this is never null", "leave `??` and what follows out");

    public void NotAList(Span at, string what) =>
        bag.Error("NR7228", at, $"here must be a list, but this is {what}", "name a list");

    public void NotSummed(Span at, string method, string what) =>
        bag.Error("NR7229", at, $"`{method}` of {what} is not translated",
            "say which number of the elements is meant: input1.orders.Sum(o => o.Total)");

    public void CannotContain(Span at, string list, string item, bool isOfObjects) =>
        bag.Error("NR7230", at, $"whether {list} contains {item} cannot be asked", isOfObjects
            ? "say what is the same: input1.orders.Any(o => o.Id == 3)"
            : "look for a single value: input1.codes.Contains(3)");

    public void InNotTranslated(Span at, bool isNegated) =>
        bag.Error(
            "NR7235", at, isNegated
                ? "whether `not in` is understood depends on the version of the engine"
                : "`in` does not do for truths, nor for an enumeration that may be null",
            isNegated ? "write not (… in (…))" : "compare with each value: … == a or … == b");

    public void NewInCondition(Span at) =>
        bag.Error("NR7236", at, "the engine makes no new objects inside a condition",
            "use the members themselves: input1.orders.Any(o => o.Total > 100)");

    /// <param name="method">The method as it is written.</param>
    /// <param name="known">What it is called in the tables.</param>
    /// <param name="found">The arguments in words.</param>
    /// <param name="on">What it is called on, in words.</param>
    public void WrongArguments(Name method, string known, IReadOnlyList<string> found, string? on = null) =>
        bag.Error("NR7231", method.Span,
            $"`{method.Text}`{(on is null ? string.Empty : $" of {on}")} is not translated " + (found.Count == 0
                ? "without arguments"
                : $"with {(found.Count == 1 ? "this argument" : "these arguments")}: {string.Join(", ", found)}"),
            MethodUses.Of(known) is { } use ? $"write {use}" : "work the value out before and give it as an input");

    public void WrongNumberOfArguments(Span at, string method, int count) =>
        bag.Error("NR7231", at, $"`{method}` is not translated with {count} {(count == 1 ? "argument" : "arguments")}",
            MethodUses.Of(method) is { } use ? $"write {use}" : "work the value out before and give it as an input");

    public void GoesByTypes(Name method) =>
        bag.Error("NR7231", method.Span, $"`{method.Text}` goes by the types of numbers too, and these need not be the same",
            "use ==, < or >, which go by the numbers alone");

    public void NotWhole(Span at, string method) =>
        bag.Error("NR7231", at, $"`{method}` takes a whole number", $"write {MethodUses.Of(method)}");

    public void NotReadable(Span at, string text, string kind) =>
        bag.Error("NR7232", at, $"`{text}` cannot be read as {kind} in the same way everywhere",
            kind.Contains("time", StringComparison.Ordinal)
                ? "write year, month and day, without a zone: \"2022-01-31T12:00:00\""
                : "write the value itself");

    public void ReadInUtc(Span at, string text)
    {
        if (_told.Add(at))
        {
            bag.Warning("NR7265", at,
                $"`{text}` is read as the moment that it says; RulesEngine turns it into the time of the machine that it runs on",
                "write it without a zone if that is not meant: \"2022-01-31T12:00:00\"");
        }
    }

    public void TakenForCharacter(Span at, char character)
    {
        if (_told.Add(at))
        {
            bag.Warning("NR7266", at,
                $"what is compared with `'{character}'` is taken for a single character; RulesEngine compares no text with one",
                $"use double quotation marks if it is a text, in JSON \\\"{character}\\\"",
                at.Characters is ['\'', not ('"' or '\\'), '\''] ? Cure.Replace(at, $"\\\"{character}\\\"") : null);
        }
    }

    public void NumberOutOfRange(Span at, string digits) =>
        bag.Error("NR7233", at, $"`{digits}` is no number that can be kept", "write a number of at most 19 digits");

    public void SinglePrecision(Span at) =>
        bag.Error("NR7344", at, $"beside `{at.Characters}` numbers are taken in single precision, in which a rule does not reckon",
            "write it without the f", Cure.Replace(at, at.Characters.TrimEnd("fF").ToString()));

    public void NoResult(Span at) =>
        bag.Error("NR7234", at, "this has no result, whatever the facts are",
            "it divides by zero, goes beyond what a number or date can be, or asks for an element of nothing");

    public void NotExact(Span at) =>
        bag.Error("NR7262", at, "what is worked out further from a quotient of decimals would be rounded otherwise here",
            "compare the quotient itself, or multiply instead: input1.part > input1.whole * 0.2");

    public void TooLarge(Span at, int most) =>
        bag.Error("NR7270", at, $"with its parameters put in place, this expression has more than {most} parts",
            "make a rule, or an input, of the parameters that it uses most");

    private static string? Suggest(string word, IEnumerable<string> known, bool onlyNear = false)
    {
        var all = known.ToList();
        return Spelling.Nearest(word, all) is { } meant ? $"did you mean `{meant}`?"
            : all.Count > 0 && !onlyNear ? $"there {(all.Count == 1 ? "is only" : "are")} {Spelling.List(all, "and")}"
            : null;
    }
}
