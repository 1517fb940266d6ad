namespace Cordon.Samples.Cloud;

/// <summary>The laboratory's accounts in the cloud: the same people, by the names they sign in with there.</summary>
internal static class CloudAccounts
{
    public const string Tenant = "6d1f0c52-8a3e-4b57-9d20-5e7714ab30c9";
    public const string OfficeAddress = "192.0.2.17";
    public const int OfficeNetwork = 64_500;

    /// <summary>What the laboratory's browsers say of themselves.</summary>
    public const string Browser =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/88.0.4324.104 Safari/537.36";

    /// <summary>What the tool of the spray says of itself: an old mail program, for each account the same.</summary>
    public const string SprayTool = "CBAInPROD";

    public static readonly Account ColdChain = Named("coldchain.ops");
    public static readonly Account ItAdministrator = Named("it.admin");
    public static readonly Account Finance = Named("finance");
    public static readonly Account Regulatory = Named("reg.affairs");

    public static string Upn(this Account account) => $"{account.Name}@{Laboratory.DnsDomain}";

    /// <summary>The account's number in the directory.</summary>
    public static string ObjectId(this Account account) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"0b9e6f10-41c7-4d02-a6d8-0000{account.Rid:x8}"
        );

    /// <summary>The computer that an account has, as the directory knows it.</summary>
    public static string Device(this Account account) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"77aa2d4e-9c31-4c8b-8f15-0000{account.Rid:x8}"
        );

    private static Account Named(string name) => Laboratory.Staff.Single(account => account.Name == name);
}
