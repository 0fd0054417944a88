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
