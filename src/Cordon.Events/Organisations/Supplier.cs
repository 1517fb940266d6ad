namespace Cordon.Events.Organisations;

/// <summary>An organisation that another one depends on or works with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Domains">Its domains, lower case.</param>
/// <param name="Ties">What ties them: <c>mail</c>, <c>guests</c>, <c>vpn</c>, <c>deliveries</c>, …</param>
public sealed record Supplier(string Name, IReadOnlyList<string> Domains, IReadOnlyList<string> Ties)
{
    /// <summary>The e-mail address that warnings are to go to; empty where none is known.</summary>
    public string Contact { get; init; } = "";
}
