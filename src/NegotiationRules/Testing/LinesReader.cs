using System.Text;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Reads a file of lines in UTF-8, one after the other, and says why it cannot.</summary>
internal sealed class LinesReader : IDisposable
{
    private readonly StreamReader? _file;

    public LinesReader(FileStore store, string path)
    {
        if (store.Open(path, out var fault) is { } stream)
        {
            _file = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }

        Fault = fault;
    }

    /// <summary>The number of the line read last, counted from 1; where reading failed, of the line it failed on.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = string.Empty;

    /// <summary>How many lines that are not blank were found.</summary>
    public int Found { get; private set; }

    /// <summary>Why reading stopped before the end, or <see langword="null"/>.</summary>
    public string? Fault { get; private set; }

    /// <summary>Goes on to the next line that is not blank; false at the end or at a fault.</summary>
    public bool Next()
    {
        while (Fault is null && Read() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                Text = line;
                Found++;
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _file?.Dispose();

    private string? Read()
    {
        try
        {
            var line = _file!.ReadLine();
            Number += line is null ? 0 : 1;
            return line;
        }
        catch (DecoderFallbackException)
        {
            Number++;
            Fault = "from about here on they are not UTF-8 text";
        }
        catch (IOException)
        {
            Number++;
            Fault = "the file cannot be read on";
        }

        return null;
    }
}
