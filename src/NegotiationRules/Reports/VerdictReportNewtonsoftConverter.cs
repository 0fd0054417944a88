using NegotiationRules.Text;

namespace NegotiationRules.Reports;

/// <summary>The same as <see cref="VerdictReportJsonConverter"/>, for Newtonsoft's serializer.</summary>
internal sealed class VerdictReportNewtonsoftConverter : NewtonsoftTreeConverter<VerdictReport>
{
    protected override JsonValue TreeOf(VerdictReport value) => ReportTree.Of(value);

    protected override VerdictReport Read(string json) => ReportReader.Read(json);
}
