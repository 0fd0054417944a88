namespace NegotiationRules.Text;

/// <summary>Reads JSON text into a tree with a place on every value.</summary>
/// <remarks>
/// <see cref="QuickJsonReader"/> reads what is plainly JSON. Whatever it gives up is read here, with care: what is wrong is said, and where
/// it is clear what was meant, reading goes on behind it. Comments and trailing commas are allowed: people write these files.
/// </remarks>
internal sealed class JsonReader
{
    // The stages after this one recurse as deep as the tree does, so no option may lift this.
    public const int DeepestEver = 256;

    private readonly SourceText _source;
    private readonly ReadingLimits _limits;
    private readonly ReadingDiagnostics _diagnostics;
    private readonly JsonCursor _cursor;
    private readonly JsonFaultFinder _faults;
    private readonly Stack<Span> _open = [];
    private int _values;
    private bool _isOver;

    private bool HasBegun => _values > 0 || _cursor.Commas > 0;

    // The name whose value is awaited: it tells what is missing.
    private Span? _awaiting;

    private JsonReader(SourceText source, ReadingLimits limits, ReadingDiagnostics diagnostics)
    {
        _source = source;
        _limits = limits;
        _diagnostics = diagnostics;
        _cursor = new JsonCursor(source);
        _faults = new JsonFaultFinder(_cursor, diagnostics);
    }

    /// <summary>The tree, or <see langword="null"/> if the text is not JSON or is over a limit, with a diagnostic.</summary>
    /// <remarks>Where it is clear what was meant by what is no JSON, that is reported too, and the tree is what was meant: whether there
    /// are errors, the bag tells.</remarks>
    /// <param name="source">The text.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <param name="allowsBreaks">Whether line breaks and tabs may stand in texts as they are: not in JSON, but in what Newtonsoft
    /// reads.</param>
    public static JsonValue? Read(SourceText source, ReadingLimits limits, DiagnosticBag bag, bool allowsBreaks = false) =>
        QuickJsonReader.Read(source, limits) ?? ReadCarefully(source, limits, bag, allowsBreaks);

    /// <summary>The same, token by token: for text that is not plainly JSON.</summary>
    public static JsonValue? ReadCarefully(SourceText source, ReadingLimits limits, DiagnosticBag bag, bool allowsBreaks = false)
    {
        if (source.Text.Length > limits.Characters)
        {
            new ReadingDiagnostics(bag).TooManyCharacters(source, limits.Characters);
            return null;
        }

        // Where it is clear what is meant, reading goes on behind the fault, so that whoever wrote the text is told of all at once.
        var text = new MendedText(source);
        while (true)
        {
            var found = new DiagnosticBag();
            var diagnostics = new ReadingDiagnostics(found) { AllowsBreaks = allowsBreaks };
            var reader = new JsonReader(text.Source, limits, diagnostics);
            var value = reader.ReadDocument();
            var last = value is null ? found.TakeBack(found.Count - 1)[0] : null;
            foreach (var diagnostic in found.ToSorted())
            {
                bag.Add(text.AsWritten(diagnostic));
            }

            if (last is null)
            {
                return text.AsWritten(value!);
            }

            var before = bag.Count;
            last = text.AsWritten(last);
            bag.Add(last);

            // Of what does not even begin as an object or a list nothing can be told, nor where a cure has led to the same again.
            if (!reader.HasBegun || bag.Count == before)
            {
                return null;
            }

            if (diagnostics.Meant is not { } cure || !text.TryMend(cure))
            {
                bag.TakeBack(before);
                bag.Add(ReadingDiagnostics.AsTheLast(last, text.Cures));
                return null;
            }
        }
    }

    private JsonValue? ReadDocument()
    {
        try
        {
            _cursor.SkipTrivia();
            if (_cursor.IsAtEnd && _cursor.CommentNeverClosed is null)
            {
                throw Fault(() => _diagnostics.Empty(_source.At(_cursor.Position, 0)));
            }

            var value = IsSeparatedBy(0) && !_cursor.IsAtEnd ? ReadValue() : throw Malformed();
            _isOver = true;
            _cursor.SkipTrivia();
            return _cursor.IsAtEnd && _cursor.CommentNeverClosed is null && IsSeparatedBy(0) ? value : throw Malformed();
        }
        catch (JsonFaultException)
        {
            return null;
        }
    }

    private JsonValue ReadValue()
    {
        if (_values == _limits.Values)
        {
            throw Fault(() => _diagnostics.TooManyValues(_source.At(_cursor.Position, 1), _limits.Values));
        }

        var first = _source.Text[_cursor.Position];
        if (first is '{' or '[' or '"')
        {
            _values++;
            _awaiting = null;
            return first == '{' ? ReadObject() : first == '[' ? ReadArray() : ReadText();
        }

        var word = _cursor.Word();
        JsonValue? value = word.Characters switch
        {
            "true" => new JsonBoolean(word, true),
            "false" => new JsonBoolean(word, false),
            "null" => new JsonNull(word),
            "NaN" or "Infinity" => throw Fault(() => _faults.ReportNumber(word)),
            var digits => JsonNumberSpelling.IsGood(digits) ? new JsonNumber(word, digits.ToString()) : throw Malformed(),
        };
        _values++;
        _awaiting = null;
        _cursor.Position = word.End;
        return value;
    }

    private JsonObject ReadObject()
    {
        var start = Open();
        var members = new List<JsonMember>();
        HashSet<string>? names = null;
        for (var isFirst = true; !IsClosing('}', isFirst); isFirst = false)
        {
            if (!IsNamed())
            {
                throw Malformed();
            }

            var nameSpan = _faults.CheckQuoted() ?? throw new JsonFaultException();
            var name = Between(nameSpan);
            _cursor.Position = nameSpan.End;
            _awaiting = nameSpan;
            NextInside();
            var value = _cursor is { Colons: 1, Commas: 0 } ? ReadValue() : throw Malformed();
            if (members.Count >= 8)
            {
                names ??= [.. members.Select(m => m.Name)];
            }

            var member = new JsonMember(name, nameSpan, value);
            if (names is null ? members.Exists(m => m.Name == name) : !names.Add(name))
            {
                _diagnostics.DuplicateKey(member, members.Find(m => m.Name == name)!);
            }
            else
            {
                members.Add(member);
            }
        }

        return new JsonObject(Close(start), members);
    }

    // Whether a name stands here, with a colon behind it. No comment can stand between the two.
    private bool IsNamed()
    {
        var first = _source.Text[_cursor.Position];
        var end = first == '"' ? QuotedText.EndOf(_source.Text, _cursor.Position) + 1
            : char.IsLetterOrDigit(first) || first is '_' or '$' or '\'' ? _cursor.Word().End
            : 0;
        return end > 0 && _source.Text.AsSpan(end).TrimStart() is [':', ..];
    }

    private JsonArray ReadArray()
    {
        var start = Open();
        var items = new List<JsonValue>();
        while (!IsClosing(']', items.Count == 0))
        {
            if (items.Count == _limits.ListLength)
            {
                throw Fault(() => _diagnostics.ListTooLong(_source.At(_cursor.Position, 1), _limits.ListLength));
            }

            items.Add(ReadValue());
        }

        return new JsonArray(Close(start), items);
    }

    // Whether the bracket closes here; otherwise what stands here must be well separated from what is before it. A comma may stand before
    // the bracket.
    private bool IsClosing(char bracket, bool isFirst)
    {
        NextInside();
        var closes = _source.Text[_cursor.Position] == bracket;
        return IsSeparatedBy(isFirst ? 0 : 1) || (closes && IsSeparatedBy(0)) ? closes : throw Malformed();
    }

    private bool IsSeparatedBy(int commas) => _cursor.Commas == commas && _cursor.Colons == 0;

    private int Open()
    {
        var start = _cursor.Position++;
        _open.Push(_source.At(start, 1));
        if (_open.Count > Math.Min(_limits.Depth, DeepestEver))
        {
            throw Fault(() => _diagnostics.TooDeep(_source.At(start, 1), Math.Min(_limits.Depth, DeepestEver)));
        }

        return start;
    }

    private Span Close(int start)
    {
        _cursor.Position++;
        _open.Pop();
        return _source.At(start, _cursor.Position - start);
    }

    // To the next token; there is one, as a bracket is open.
    private void NextInside()
    {
        _cursor.SkipTrivia();
        if (_cursor.IsAtEnd)
        {
            throw Malformed();
        }
    }

    private JsonText ReadText()
    {
        var span = _faults.CheckQuoted() ?? throw new JsonFaultException();
        _cursor.Position = span.End;
        return new JsonText(span, Between(span));
    }

    private string Between(Span quoted) => EscapedText.ReadAll(_source.Text.AsSpan(quoted.Start + 1, quoted.Length - 2));

    private JsonFaultException Malformed() => Fault(() => _faults.ReportMalformed(_open, _isOver, _awaiting));

    private static JsonFaultException Fault(Action report)
    {
        report();
        return new JsonFaultException();
    }

    // Leaves the recursion once a fault is reported after which the tree cannot be trusted; never leaves this class.
    private sealed class JsonFaultException : Exception;
}
