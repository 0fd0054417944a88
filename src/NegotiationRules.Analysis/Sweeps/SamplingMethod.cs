namespace NegotiationRules;

/// <summary>How the scenarios of a sample are chosen. Each is the same on every machine, for any number of threads, and in any
/// shard.</summary>
public enum SamplingMethod
{
    /// <summary>A Latin hypercube: of as many equally likely parts of each dimension as there are scenarios, each is met
    /// once.</summary>
    LatinHypercube = 0,

    /// <summary>The points of Sobol, with the direction numbers of Joe and Kuo, moved by a digital shift that the seed gives. Up to 37
    /// dimensions; they are most even where the number of scenarios is a power of two.</summary>
    Sobol = 1,

    /// <summary>Each scenario drawn by itself, independent of all others: by a number of 64 bits for each dimension, and where a dimension
    /// has two values that are as likely as each other, by a bit of one.</summary>
    Random = 2,
}
