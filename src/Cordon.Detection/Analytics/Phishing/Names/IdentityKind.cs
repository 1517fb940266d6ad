namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>Whose name it is that lures borrow.</summary>
internal enum IdentityKind
{
    /// <summary>A health agency or regulator.</summary>
    Agency = 0,

    /// <summary>The organisation itself.</summary>
    Own,

    /// <summary>A supplier or partner.</summary>
    Supplier,

    /// <summary>A person, brand or product that the organisation wants protected.</summary>
    Named,

    /// <summary>A service that everybody has an account with.</summary>
    Service,
}
