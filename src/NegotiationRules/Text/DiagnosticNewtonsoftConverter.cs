namespace NegotiationRules.Text;

/// <summary>The same as <see cref="DiagnosticJsonConverter"/>, for Newtonsoft's serializer.</summary>
internal sealed class DiagnosticNewtonsoftConverter : NewtonsoftTreeConverter<Diagnostic>
{
    protected override JsonValue TreeOf(Diagnostic value) => DiagnosticTree.Of(value);

    protected override Diagnostic Read(string json) => DiagnosticTree.Read(json);
}
