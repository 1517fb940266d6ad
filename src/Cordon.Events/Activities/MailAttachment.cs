namespace Cordon.Events.Activities;

/// <summary>A file in a mail. Never opened beyond its first bytes and, of archives, the names in it.</summary>
/// <param name="Name">Its name as the mail gives it; empty where it gives none.</param>
/// <param name="DeclaredType">Its media type as the mail gives it.</param>
/// <param name="Kind">What its content is: <c>html</c>, <c>pdf</c>, <c>docx</c>, <c>ole</c>, <c>zip</c>, <c>encrypted-zip</c>, <c>iso</c>, <c>lnk</c>, <c>exe</c>, <c>ics</c>, …; empty where not known.</param>
/// <param name="Bytes">Its decoded length.</param>
/// <param name="Sha256">Its digest, lower-case hexadecimal.</param>
/// <param name="Traits">What else was seen: <c>macros</c>, <c>encrypted</c>, <c>password-form</c>, <c>script</c>, <c>link</c>, <c>executable-inside</c>, <c>external-template</c>.</param>
public sealed record MailAttachment(
    string Name,
    string DeclaredType,
    string Kind,
    long Bytes,
    string Sha256,
    IReadOnlyList<string> Traits
)
{
    /// <summary>Whether its name ends as those of programs, scripts and disk images do: what a double click would run or mount, whatever its content is.</summary>
    public bool IsNamedProgram => ProgramNames.IsOne(Name);
}
