namespace NegotiationRules.Cli.Converting;

/// <summary>A file that was made.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Text">What it holds.</param>
internal sealed record ConvertedFile(string Name, string Text);
