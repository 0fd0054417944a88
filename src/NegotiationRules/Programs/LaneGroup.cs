namespace NegotiationRules.Programs;

/// <summary>Rules of one shape, side by side: each lane is one rule, or several that are equal.</summary>
/// <param name="Op">The operation that decides them.</param>
/// <param name="Slot">The word of the scenario's record at which their outcomes start.</param>
/// <param name="Shift">The bit of that word at which they start.</param>
/// <param name="Words">How many words the lanes take.</param>
/// <param name="Lanes">How many lanes there are.</param>
/// <param name="FirstOutcome">The number of the first lane among the lanes of all groups.</param>
/// <param name="IsPlain">
/// Whether the rules have neither a <c>when</c> nor a day by which they must be met: then the truth of what they require, in two planes, is
/// their outcome. Otherwise there are four times so many words: satisfied, violated, pending, not applicable.
/// </param>
internal readonly record struct LaneGroup(int Op, int Slot, int Shift, int Words, int Lanes, int FirstOutcome, bool IsPlain);

/// <summary>Where the outcome of a rule is found.</summary>
/// <param name="Outcome">The number of its lane among the lanes of all groups.</param>
/// <param name="Word">The word of the scenario's record that holds its bit.</param>
/// <param name="Lane">Which bit of it.</param>
/// <param name="Apart">How far apart the words of the four outcomes are; 0 if its group is plain.</param>
internal readonly record struct LaneRule(int Outcome, int Word, int Lane, int Apart);

/// <summary>Those lanes of a group whose rules are required in a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Group">The group.</param>
/// <param name="Masks">Where their masks start, one for each word of the group.</param>
internal readonly record struct LaneStage(int Stage, int Group, int Masks);
