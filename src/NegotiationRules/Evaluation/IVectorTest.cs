using System.Runtime.Intrinsics;

namespace NegotiationRules.Evaluation;

/// <summary>A test of values: of one, and of as many as fit into a vector, which must give the same. The sign of an element of the result
/// says whether it holds.</summary>
internal interface IVectorTest<T>
    where T : unmanaged
{
    bool Holds(T value);

    Vector256<T> Hold(Vector256<T> values);

    Vector512<T> Hold(Vector512<T> values);
}
