using System.Text;
using NegotiationRules.Build;

// PROJECT ASKED READ: writes what the lines of the second file ask for, and into the third what was read for it.
if (args is not [var project, var asked, var read])
{
    throw new ArgumentException("The targets of the package call this with the project, what is asked, and the list of what was read.");
}

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return new ProjectRules(project, Console.Out).Write(File.ReadAllLines(asked).Skip(1), read) ? 0 : 1;
