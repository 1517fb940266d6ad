namespace Cordon.Detection.Analytics.SignIns;

/// <summary>What the tries of a campaign were grouped by.</summary>
/// <param name="Family">The family of systems, as the number of its text.</param>
/// <param name="Kind">A <see cref="Trait"/>, or <see cref="Everything"/>, or <see cref="UnknownAccounts"/>.</param>
/// <param name="Value">The trait's value; 0 for the others.</param>
internal readonly record struct CampaignKey(int Family, int Kind, int Value)
{
    /// <summary>All strange failures of a family: for tools that change whatever they can.</summary>
    public const int Everything = -1;

    /// <summary>Failures of accounts that there are not.</summary>
    public const int UnknownAccounts = -2;
}
