using System.Security.Cryptography;
using System.Text;

namespace NegotiationRules.Text;

/// <summary>What was read for a rule set, whether it could be used or not, so that it can be told whether it would read otherwise
/// now.</summary>
internal sealed class FilesRead
{
    private static readonly byte[] Unreadable = [];
    private readonly Dictionary<(string Path, string? Ending), byte[]> _hashes = [];

    /// <summary>The files that were read or could not be, and the folders that were looked into.</summary>
    public IEnumerable<string> Paths => _hashes.Keys.Select(key => key.Path).Distinct(StringComparer.Ordinal);

    public void AddFile(string path, byte[]? bytes) => _hashes[(path, null)] = bytes is null ? Unreadable : SHA256.HashData(bytes);

    public void AddFolder(string path, string ending, IEnumerable<string> files) => _hashes[(path, ending)] =
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', files.Order(StringComparer.Ordinal))));

    /// <summary>Whether the same reading would find other contents, or other files.</summary>
    /// <param name="files">As they were given; <see langword="null"/> for the files of this machine.</param>
    /// <param name="limits">How large each may be.</param>
    public bool WouldDiffer(IRuleFiles? files, ReadingLimits limits)
    {
        var now = new FilesRead();
        var store = FileStore.Of(files, now);
        foreach (var (path, ending) in _hashes.Keys)
        {
            if (ending is null)
            {
                // As if it were named, so that no pipe is waited for.
                store.Read(path, limits, isNamed: true, out _);
            }
            else if (!CanList(store, path, ending))
            {
                return true;
            }
        }

        return _hashes.Any(read => !now._hashes[read.Key].AsSpan().SequenceEqual(read.Value));
    }

    // What cannot be looked into any more is not as it was.
    private static bool CanList(FileStore store, string path, string ending)
    {
        try
        {
            return store.FilesIn(path, ending) is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
