namespace NegotiationRules.Extensions.Sources;

/// <summary>A rule file that is one stream, opened anew each time it is read. It can include nothing.</summary>
internal sealed class OneStream(string path, Func<Stream> open) : IRuleFiles
{
    public Stream? Open(string asked) => asked == path ? open() : null;
}
