namespace NegotiationRules.Native.Calls;

/// <summary>Runs what a function does, and lets no exception out.</summary>
internal static unsafe class Call
{
    /// <param name="error">Where the text goes if it fails; may be null. Null is written there first.</param>
    /// <param name="action">What the function does.</param>
    /// <returns>The status.</returns>
    public static int Run(byte** error, Action action)
    {
        try
        {
            if (error != null)
            {
                *error = null;
            }

            action();
            return (int)Status.Ok;
        }
        catch (CallException fault)
        {
            return Failed(error, fault.Status, fault.Message);
        }
        catch (RuleFileException fault)
        {
            return Failed(error, Status.Rules, fault.Message);
        }
        catch (ScenarioException fault)
        {
            return Failed(error, Status.Scenario, fault.Message);
        }
        catch (OutOfMemoryException)
        {
            return Failed(error, Status.Memory, "There is not enough memory.");
        }
        catch (Exception fault)
        {
            return Failed(error, Status.Internal, $"This is a fault of the library; please report it.\n{fault}");
        }
    }

    private static int Failed(byte** error, Status status, string message)
    {
        try
        {
            if (error != null)
            {
                *error = GivenText.Of(message);
            }
        }
        catch (OutOfMemoryException)
        {
            // The status says enough.
        }

        return (int)status;
    }
}
