namespace NegotiationRules.Workflows.Expressions;

internal enum ExpressionTokenKind
{
    End,

    /// <summary>A character that begins nothing.</summary>
    Unknown,

    /// <summary>A text without its closing quotation mark.</summary>
    UnclosedText,

    /// <summary>Digits, and then something that makes no number of them.</summary>
    BrokenNumber,
    Name,
    Text,
    Integer,
    Real,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Comma,
    Colon,
    Dot,
    Question,

    /// <summary><c>?.</c></summary>
    NullPropagation,

    /// <summary><c>??</c></summary>
    Coalesce,

    /// <summary><c>=&gt;</c></summary>
    Arrow,
    Not,
    Or,
    And,

    /// <summary><c>&amp;</c></summary>
    Ampersand,

    /// <summary><c>|</c></summary>
    Bar,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    ShiftLeft,
    ShiftRight,
    Plus,
    Minus,
    Asterisk,
    Slash,
    Percent,
}
