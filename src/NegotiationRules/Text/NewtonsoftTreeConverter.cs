namespace NegotiationRules.Text;

/// <summary>Writes and reads by Newtonsoft's serializer what has a tree of JSON.</summary>
/// <remarks>Types name theirs in an attribute, so that no settings are needed.</remarks>
internal abstract class NewtonsoftTreeConverter<T> : Newtonsoft.Json.JsonConverter<T>
    where T : class
{
    protected abstract JsonValue TreeOf(T value);

    /// <summary>What a text says.</summary>
    /// <exception cref="FormatException">It says nothing of that kind; within it, the exception that knows more.</exception>
    protected abstract T Read(string json);

    public override void WriteJson(Newtonsoft.Json.JsonWriter writer, T? value, Newtonsoft.Json.JsonSerializer serializer)
    {
        if (value is null)
        {
            writer.WriteNull();
        }
        else
        {
            JsonTreeWriter.Write(writer, TreeOf(value));
        }
    }

    public override T? ReadJson(
        Newtonsoft.Json.JsonReader reader, Type objectType, T? existingValue, bool hasExistingValue,
        Newtonsoft.Json.JsonSerializer serializer)
    {
        if (reader.TokenType == Newtonsoft.Json.JsonToken.Null)
        {
            return null;
        }

        var path = reader.Path;
        var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        using var copy = new Newtonsoft.Json.JsonTextWriter(text);
        var dates = reader.DateParseHandling;
        try
        {
            // What looks like a date is text, and stays as it was written.
            reader.DateParseHandling = Newtonsoft.Json.DateParseHandling.None;
            copy.WriteToken(reader, writeChildren: true);
        }
        finally
        {
            reader.DateParseHandling = dates;
        }

        try
        {
            return Read(text.ToString());
        }
        catch (FormatException fault)
        {
            throw new Newtonsoft.Json.JsonSerializationException(
                path.Length > 0 ? $"What stands at '{path}' cannot be read: {fault.Message}" : fault.Message,
                fault.InnerException ?? fault);
        }
    }
}
