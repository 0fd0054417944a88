namespace NegotiationRules;

/// <summary>Rule files and vocabularies that are kept elsewhere than in folders: in a database, on another machine, in the program
/// itself.</summary>
/// <remarks>
/// <para>With <see cref="RuleSetOptions.Files"/>, the rule file and all that it names (included files, a vocabulary) is asked for here,
/// and no file of the disk is read. The same holds for <see cref="RuleTests"/>: the tests file, its rules, its scenarios, and its files of
/// lines, these whenever the tests are run.</para>
/// <para>A rule set is read on the thread that loads it, so opening may take as long as that thread may wait. Loading several rule sets at
/// the same time asks from several threads. A file may be asked for twice: whether it is there, and for what is in it.</para>
/// </remarks>
public interface IRuleFiles
{
    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">Its path: names with <c>/</c> between them, such as <c>shared/parties.rules.json</c>; never with a step upwards,
    /// nor with <c>/</c> at its beginning.</param>
    /// <returns>The file's text in UTF-8, which the reader closes; <see langword="null"/> if there is no such file.</returns>
    /// <exception cref="IOException">It is there and cannot be read now: the report says so where the file is named. Whatever else is
    /// thrown reaches who loads the rules.</exception>
    Stream? Open(string path);
}
