using NegotiationRules.Reports;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>The same as <see cref="VerdictJsonConverter"/>, for Newtonsoft's serializer.</summary>
internal sealed class VerdictNewtonsoftConverter : NewtonsoftTreeConverter<Verdict>
{
    protected override JsonValue TreeOf(Verdict value) => ReportTree.Of(value.ToReport());

    protected override Verdict Read(string json) => throw new NotSupportedException(VerdictJsonConverter.NotRead);
}
