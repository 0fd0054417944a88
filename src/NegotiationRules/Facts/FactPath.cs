using System.Globalization;
using System.Text;

namespace NegotiationRules.Facts;

/// <summary>Where in a scenario a reader is, kept cheaply and written out only when there is something to report.</summary>
internal sealed class FactPath
{
    private readonly List<(string? Name, int Index)> _steps = [];

    public bool IsEmpty => _steps.Count == 0;

    public void Enter(string name) => _steps.Add((name, 0));

    public void Enter(int index) => _steps.Add((null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>The path as in <c>parties[1].delegates</c>, and what the whole is called at the top.</summary>
    public override string ToString()
    {
        if (_steps.Count == 0)
        {
            return "the scenario";
        }

        var text = new StringBuilder();
        foreach (var (name, index) in _steps)
        {
            if (name is null)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else
            {
                text.Append(text.Length > 0 ? "." : string.Empty).Append(name);
            }
        }

        return text.ToString();
    }
}
