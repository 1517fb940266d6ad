namespace Cordon.Cli.Rules.Updating;

/// <summary>An update can't be done; the message says why and what to do, and nothing was changed.</summary>
internal sealed class UpdateException(string message, Exception? inner = null) : Exception(message, inner);
