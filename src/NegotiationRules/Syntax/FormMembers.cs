using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>The members of a condition sorted by what they are to its form; what has no place is reported.</summary>
internal sealed class FormMembers
{
    private static readonly IReadOnlyList<JsonMember> None = [];

    private readonly JsonObject _condition;
    private readonly ConditionRow _form;
    private readonly SyntaxDiagnostics _diagnostics;

    // Most conditions have none of these, so they are made when they are needed.
    private RenamedMembers? _renamed;
    private List<JsonMember>? _comparisons;
    private List<JsonMember>? _facts;
    private List<JsonMember>? _strays;

    private FormMembers(JsonObject condition, ConditionRow form, SyntaxDiagnostics diagnostics)
    {
        (_condition, _form, _diagnostics) = (condition, form, diagnostics);
        Keyword = condition.Find(form.Keyword)!;
    }

    public static FormMembers Of(JsonObject condition, ConditionRow form, SyntaxDiagnostics diagnostics)
    {
        var sorted = new FormMembers(condition, form, diagnostics);
        List<JsonMember>? rest = null;
        foreach (var member in condition.AsSpan())
        {
            if (!sorted.TakesItsPlace(member))
            {
                (rest ??= []).Add(member);
            }
        }

        rest?.ForEach(sorted.Place);
        return sorted;
    }

    public ConditionRow Form => _form;

    public JsonObject Condition => _condition;

    public Span Span => _condition.Span;

    /// <summary>All members, as they were written.</summary>
    public IReadOnlyList<JsonMember> Written => _condition.Members;

    public JsonMember Keyword { get; }

    /// <summary>The comparisons beside the keyword, of a form that takes one.</summary>
    public IReadOnlyList<JsonMember> Comparisons => _comparisons ?? None;

    /// <summary>Whether the comparison is only what was probably meant.</summary>
    public bool ComparisonIsGuessed { get; private set; }

    /// <summary>Members that are no part of the form and so can only be tests of facts.</summary>
    public IReadOnlyList<JsonMember> Facts => _facts ?? None;

    /// <summary>Conditions under a key that has no place here: reported, but still to be read for what is wrong inside them.</summary>
    public IReadOnlyList<JsonMember> Strays => _strays ?? None;

    public JsonMember? Find(string key) =>
        _form.Has(key) ? _condition.Find(key) ?? _renamed?.Find(key) : null;

    private bool TakesItsPlace(JsonMember member)
    {
        if (_form.Has(member.Name))
        {
            return true;
        }

        if ((_form.Compares || _form.Form == ConditionForm.AtLeastOf) && Operators.IsOperator(member.Name))
        {
            (_comparisons ??= []).Add(member);
            return true;
        }

        return ReferenceEquals(member, Keyword);
    }

    private void Place(JsonMember member)
    {
        if (_form.Compares && OperandForms.Arithmetic.Contains(member.Name))
        {
            _diagnostics.ArithmeticInCondition(member, Keyword, _condition);
        }
        else if (member.Name == "satisfy" && _form.Has("where"))
        {
            _diagnostics.SatisfyWithoutEvery(member, Keyword, _condition.Find("where"));
            if (_condition.Find("where") is null)
            {
                (_renamed ??= new RenamedMembers()).Add(member, "where");
            }
            else
            {
                KeepCondition(member);
            }
        }
        else if (ConditionForms.IsAuxiliary(member.Name) || member.Name == OperandForms.IfNone.Key
            || (_form.IsOfTwo && ConditionForms.Named(_form.Keyword).Has(member.Name)))
        {
            _diagnostics.KeyBesideForm(member, _form);
            KeepCondition(member);
        }
        else if (Operators.IsOperator(member.Name))
        {
            _diagnostics.OperatorBesideForm(member, Keyword);
        }
        else if (SelectionForm.IsOwnKey(member.Name) && _form.Takes == MemberShape.List)
        {
            _diagnostics.SelectionKeyBesideForm(member, Keyword);
        }
        else if (member.Name.Contains('.') || !IsMisspelt(member))
        {
            (_facts ??= []).Add(member);
        }
    }

    private bool IsMisspelt(JsonMember member)
    {
        var free = _form.Members.Select(m => m.Key).Where(key => Find(key) is null).ToList();
        if (BorrowedWords.Key(member.Name, free) is { } key)
        {
            _diagnostics.UnknownKeyOfForm(member, Keyword, key);
            (_renamed ??= new RenamedMembers()).Add(member, key);
            return true;
        }

        if (_form.Form == ConditionForm.AtLeastOf && member.Value is JsonNumber && BorrowedWords.Operator(member.Name) is { } compared)
        {
            if (compared == "atLeast")
            {
                _diagnostics.UnknownKeyOfForm(member, Keyword, compared);
                (_renamed ??= new RenamedMembers()).Add(member, compared);
            }
            else
            {
                (_comparisons ??= []).Add(member with { Name = compared });
            }

            return true;
        }

        if (_form.Compares && _comparisons is null && BorrowedWords.Operator(member.Name) is null
            && BorrowedWords.Denied(member.Name) is { } denied)
        {
            _diagnostics.DeniedComparison(member, denied, _condition);
            ComparisonIsGuessed = true;
            (_comparisons ??= []).Add(member with { Name = denied });
            return true;
        }

        if (_form.Compares && _comparisons is null && BorrowedWords.Operator(member.Name) is { } comparison)
        {
            comparison = OperatorOfDates.InsteadOf(comparison, member.Value);
            _diagnostics.UnknownOperator(member, null, comparison);
            ComparisonIsGuessed = true;
            (_comparisons ??= []).Add(member with { Name = comparison });
            return true;
        }

        return false;
    }

    private void KeepCondition(JsonMember member)
    {
        if (member.Value is JsonObject)
        {
            (_strays ??= []).Add(member);
        }
    }
}
