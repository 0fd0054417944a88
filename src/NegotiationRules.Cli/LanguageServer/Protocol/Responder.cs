using System.Reflection;
using StreamJsonRpc;

namespace NegotiationRules.Cli.LanguageServer.Protocol;

/// <summary>Answers one kind of request, or takes note of one kind of notice.</summary>
/// <typeparam name="TRequest">What is asked.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
internal sealed class Responder<TRequest, TResult>(Func<TRequest, CancellationToken, Task<TResult?>> answer)
{
    private static readonly MethodInfo Method = typeof(Responder<TRequest, TResult>).GetMethod(nameof(AnswerAsync))!;

    /// <summary>Has requests of a name answered.</summary>
    public static void Add(JsonRpc rpc, string name, Func<TRequest, CancellationToken, Task<TResult?>> answer) =>
        rpc.AddLocalRpcMethod(
            Method, new Responder<TRequest, TResult>(answer),
            new JsonRpcMethodAttribute(name) { UseSingleObjectParameterDeserialization = true });

    /// <summary>Answers, whatever is wrong with what is asked.</summary>
    public async Task<TResult?> AnswerAsync(TRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await answer(request, cancellationToken).ConfigureAwait(false);
        }
        catch (NullReferenceException)
        {
            throw new LocalRpcException("Something is missing in what is asked.") { ErrorCode = -32602 };
        }
    }
}
