using System.Text;
using NegotiationRules.Build;

// PROJECT ASKED READ: writes what the lines of the second file ask for, and into the third what was read for it.
if (args is not [var project, var asked, var read])
{
    throw new ArgumentException("The targets of the package call this with the project, what is asked, and the list of what was read.");
}

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var lines = File.ReadAllLines(asked);
return new ProjectRules(project, Severities.Parse(lines[1]), Console.Out).Write(lines.Skip(2), read) ? 0 : 1;
