using System.Collections.Immutable;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Reads what a test changes in its facts, <c>{ "talks.start": "2022-04-04" }</c>: every path is one of the vocabulary.</summary>
/// <param name="vocabulary">The vocabulary; <see langword="null"/> if it is not known.</param>
/// <param name="fit">Spells a path as the vocabulary does; <see langword="null"/> if it has to be spelt so.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
internal sealed class ChangeReader(Vocabulary? vocabulary, Func<string, string>? fit, TestsFileDiagnostics diagnostics)
{
    // Ways of stating a fact, and so no facts themselves.
    private static readonly string[] OfStatements = ["value", "source", "known", "complete"];

    public ImmutableArray<FactChange> Read(JsonObject? with)
    {
        var changes = ImmutableArray.CreateBuilder<FactChange>();
        foreach (var member in with?.Members ?? [])
        {
            var name = new Name(fit?.Invoke(member.Name) ?? member.Name, member.NameSpan);
            if (ScenarioPath.TryParse(name.Text, out var fault) is not { } path)
            {
                diagnostics.NotAPath(name, fault!);
            }
            else if (vocabulary is null || IsOfVocabulary(name, path, vocabulary.Root))
            {
                changes.Add(new FactChange(name, member.Value));
            }
        }

        return changes.ToImmutable();
    }

    private bool IsOfVocabulary(Name name, ScenarioPath path, FactType type)
    {
        for (var i = 0; i < path.Steps.Length; i++)
        {
            switch (path.Steps[i].Name, type)
            {
                case (null, ListType list):
                    type = list.Element;
                    break;
                case ({ } step, RecordType record) when record.SlotOf(step) is >= 0 and var slot:
                    type = record.Properties[slot].Type;
                    break;
                case ({ }, RecordType { AllowsMore: true }):
                    return true;
                case ({ } step, _) when i > 0 && OfStatements.Contains(step):
                    return true;
                case ({ } step, RecordType record):
                    diagnostics.UnknownFact(name, path.UpTo(i + 1), record, step);
                    return false;
                default:
                    diagnostics.NotInside(name, path.UpTo(i), type);
                    return false;
            }
        }

        return true;
    }
}
