namespace Cordon.Simulation.Formats;

/// <summary>What Entra ID's result codes are called.</summary>
internal static class EntraCodes
{
    /// <summary>The reason, as sign-in logs give it.</summary>
    public static string Reason(int code) =>
        code switch
        {
            0 => "Other.",
            50126 => "Error validating credentials due to invalid username or password.",
            50034 => "The user account does not exist in the directory.",
            50053 =>
                "Account is locked because user tried to sign in too many times with an incorrect user ID or password.",
            50055 => "The password is expired.",
            50057 => "User account is disabled.",
            50074 => "Strong Authentication is required.",
            50076 =>
                "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.",
            50079 => "User needs to enroll for second factor authentication.",
            500121 => "Authentication failed during strong authentication request.",
            53003 => "Access has been blocked by Conditional Access policies.",
            50140 => "This error occurred due to 'Keep me signed in' interrupt when the user was signing-in.",
            50173 => "The provided grant has expired due to it being revoked, a fresh auth token is needed.",
            65001 => "The user or administrator has not consented to use the application.",
            _ => "Other.",
        };

    /// <summary>The name in the unified audit log (LogonError).</summary>
    public static string LogonError(int code) =>
        code switch
        {
            50126 => "InvalidUserNameOrPassword",
            50034 => "UserAccountNotFound",
            50053 => "IdsLocked",
            50055 => "InvalidPasswordExpiredPassword",
            50057 => "UserDisabled",
            50074 => "UserStrongAuthClientAuthNRequired",
            50076 => "UserStrongAuthClientAuthNRequiredInterrupt",
            50079 => "UserStrongAuthEnrollmentRequiredInterrupt",
            500121 => "AuthenticationFailedSasError",
            53003 => "BlockedByConditionalAccess",
            50140 => "KmsiInterrupt",
            50173 => "FreshTokenNeeded",
            65001 => "DelegationDoesNotExist",
            _ => "",
        };

    /// <summary>Whether the first factor was right: known for codes that come after it.</summary>
    public static bool? IsPasswordRight(int code) =>
        code switch
        {
            0 or 50055 or 50074 or 50076 or 50079 or 500121 or 53003 or 50140 => true,
            50126 or 50034 => false,
            _ => null,
        };

    /// <summary>Additional words, such as what became of the second factor.</summary>
    public static string Additional(string factor) =>
        factor switch
        {
            "claim" => "MFA requirement satisfied by claim in the token",
            "push" => "MFA completed in Azure AD",
            "denied" => "MFA denied; user declined the authentication",
            "silent" => "MFA denied; user did not respond to mobile app notification",
            "required" => "MFA required in Azure AD",
            _ => "",
        };
}
