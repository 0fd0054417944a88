using Newtonsoft.Json;

namespace NegotiationRules.Text;

/// <summary>Reads JSON text into a tree with a place on every value.</summary>
/// <remarks>
/// <see cref="QuickJsonReader"/> reads what is plainly JSON. Whatever it gives up is read here, with care: <c>JsonTextReader</c> finds the
/// tokens; it reports where a token ends (for a name: past its colon), so the place where it starts is tracked here. It also accepts much
/// that is not JSON (single quotes, bare names, <c>NaN</c>, octal numbers); that is refused here.
/// Comments and trailing commas are allowed: people write these files.
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
    private JsonTextReader _reader = null!;
    private int _values;
    private bool _isOver;

    private bool HasBegun => _values > 0;

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
        using var characters = new StringReader(_source.Text);
        using var reader = new JsonTextReader(characters)
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = null,
            ArrayPool = JsonArrayPool.Shared,
        };
        _reader = reader;
        try
        {
            if (!Next())
            {
                throw Fault(() => _diagnostics.Empty(_source.At(_cursor.Position, 0)));
            }

            var value = ReadValue();
            _isOver = true;
            if (Next())
            {
                throw Malformed();
            }

            return value;
        }
        catch (JsonFaultException)
        {
            return null;
        }
        catch (JsonReaderException)
        {
            // The tokeniser went on to what it cannot make out, the cursor has not.
            _cursor.SkipTrivia();
            Malformed();
            return null;
        }
    }

    // Moves to the next token that is not a comment; the cursor is then where it starts.
    private bool Next()
    {
        do
        {
            if (!_reader.Read())
            {
                _cursor.SkipTrivia();
                return false;
            }
        }
        while (_reader.TokenType == JsonToken.Comment);
        _cursor.SkipTrivia();
        return true;
    }

    private JsonValue ReadValue()
    {
        if (++_values > _limits.Values)
        {
            throw Fault(() => _diagnostics.TooManyValues(_source.At(_cursor.Position, 1), _limits.Values));
        }

        if (_reader.TokenType is not (JsonToken.Undefined or JsonToken.EndObject or JsonToken.EndArray))
        {
            _awaiting = null;
        }

        return _reader.TokenType switch
        {
            JsonToken.StartObject => ReadObject(),
            JsonToken.StartArray => ReadArray(),
            JsonToken.String => ReadText(),
            JsonToken.Integer or JsonToken.Float => ReadNumber(),
            JsonToken.Boolean => new JsonBoolean(ReadWord(), (bool)_reader.Value!),
            JsonToken.Null => new JsonNull(ReadWord()),
            _ => throw Malformed(),
        };
    }

    private JsonObject ReadObject()
    {
        var start = Open();
        var members = new List<JsonMember>();
        HashSet<string>? names = null;
        while (NextInside() && _reader.TokenType != JsonToken.EndObject)
        {
            if (_reader.TokenType != JsonToken.PropertyName)
            {
                throw Malformed();
            }

            var name = (string)_reader.Value!;
            var nameSpan = QuotedAtCursor();
            _cursor.Position = nameSpan.End;
            _awaiting = nameSpan;
            NextInside();
            var value = ReadValue();
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

    private JsonArray ReadArray()
    {
        var start = Open();
        var items = new List<JsonValue>();
        while (NextInside() && _reader.TokenType != JsonToken.EndArray)
        {
            if (items.Count == _limits.ListLength)
            {
                throw Fault(() => _diagnostics.ListTooLong(_source.At(_cursor.Position, 1), _limits.ListLength));
            }

            items.Add(ReadValue());
        }

        return new JsonArray(Close(start), items);
    }

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

    private bool NextInside() => Next() ? true : throw Malformed();

    private JsonText ReadText()
    {
        var span = QuotedAtCursor();
        _cursor.Position = span.End;
        return new JsonText(span, (string)_reader.Value!);
    }

    private JsonNumber ReadNumber()
    {
        var span = _cursor.Word();
        if (!JsonNumberSpelling.IsGood(span.Characters))
        {
            _faults.ReportNumber(span);
            throw new JsonFaultException();
        }

        _cursor.Position = span.End;
        return new JsonNumber(span, span.Characters.ToString());
    }

    private Span ReadWord()
    {
        var span = _cursor.Word();
        _cursor.Position = span.End;
        return span;
    }

    private Span QuotedAtCursor() => _faults.CheckQuoted() ?? throw new JsonFaultException();

    private JsonFaultException Malformed() => Fault(() => _faults.ReportMalformed(_open, _isOver, _awaiting));

    private static JsonFaultException Fault(Action report)
    {
        report();
        return new JsonFaultException();
    }

    // Leaves the recursion once a fault is reported after which the tree cannot be trusted; never leaves this class.
    private sealed class JsonFaultException : Exception;

    private sealed class JsonArrayPool : IArrayPool<char>
    {
        public static readonly JsonArrayPool Shared = new();

        public char[] Rent(int minimumLength) => System.Buffers.ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[]? array)
        {
            if (array is not null)
            {
                System.Buffers.ArrayPool<char>.Shared.Return(array);
            }
        }
    }
}
