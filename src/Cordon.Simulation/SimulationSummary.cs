namespace Cordon.Simulation;

/// <summary>What was written.</summary>
/// <param name="Members">Members.</param>
/// <param name="Accounts">Accounts of all members.</param>
/// <param name="Attempts">Attempts, as truth.json has them.</param>
/// <param name="Events">Events.</param>
/// <param name="Files">Files of logs.</param>
/// <param name="Bytes">Their size.</param>
public sealed record SimulationSummary(int Members, int Accounts, int Attempts, long Events, long Files, long Bytes);
