using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Benchmarks.Workload.SecurityGuarantees;

public enum TalksStatus
{
    Announced,
    Confirmed,
    Underway,
    Held,
    Postponed,
    Cancelled,
}

public enum Service
{
    Diplomatic,
    Military,
    Intelligence,
    Executive,
    Parliamentary,
    Legal,
    Economic,
    Scientific,
    Other,
}

public enum Response
{
    Awaited,
    Accepted,
    Refused,
}

public enum Subject
{
    Terms,
    Venue,
    Participants,
    Agenda,
    Other,
}

[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The words of the vocabulary.")]
public enum AgreementStatus
{
    None,
    Drafted,
    Signed,
    InForce,
    Terminated,
}

public enum AgreementForm
{
    Written,
    Oral,
}

[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The words of the vocabulary.")]
public enum Term
{
    Short,
    Long,
}

public enum ForcesLocation
{
    OwnTerritory,
    Abroad,
}

public enum StepType
{
    Incitement,
    SmallWar,
    Blame,
    Sanctions,
}

public enum TrustLevel
{
    Good,
    Strained,
    Low,
    Broken,
}

public enum Plan
{
    OrganisationOfDemocracies,
    Other,
}
