using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Cordon.Intelligence.Storing;
using Cordon.Settings;
using Cordon.Stix.Taxii;

namespace Cordon.Cli.Intelligence;

/// <summary>
/// What servers ask for to know who asks: a file that names it by server, so that no server is told what is another's, and no secret stands on a command line. A value
/// <c>env:NAME</c> is taken from a variable.
/// </summary>
internal static class TaxiiCredentials
{
    /// <summary>The variable that names the file.</summary>
    public const string Variable = "CORDON_TAXII";

    /// <summary>The options for a server, with what the file says of it.</summary>
    /// <param name="server">Its address.</param>
    /// <exception cref="IntelligenceException">The file can't be used; the message has no secret in it.</exception>
    public static TaxiiOptions For(Uri server)
    {
        var options = new TaxiiOptions();
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
        {
            return options;
        }

        try
        {
            Guard(path);
            SettingsFile file = SettingsFile.Load(path);
            foreach ((SettingsText host, SettingsNode node) in file.Root.Entries)
            {
                if (IsOf(host.Text, server))
                {
                    return Read(file, file.Table(node, "what is said of a server"), options);
                }
            }

            return options;
        }
        catch (Exception fault)
            when (fault is SettingsException or IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new IntelligenceException($"{path}: {fault.Message}", fault);
        }
    }

    private static bool IsOf(string host, Uri server) =>
        host.Equals(server.IdnHost, StringComparison.OrdinalIgnoreCase)
        || host.Equals($"{server.IdnHost}:{server.Port}", StringComparison.OrdinalIgnoreCase);

    private static TaxiiOptions Read(SettingsFile file, SettingsTable table, TaxiiOptions options)
    {
        file.AllowKeys(table, "user", "password", "token", "certificate", "key", "authority", "plain-http");
        string? Value(string name) => table[name] is { } node ? Secret(file, node, name) : null;

        string? user = Value("user");
        string? token = Value("token");
        if (user is not null)
        {
            string both = $"{user}:{Value("password") ?? ""}";
            options = options with { Authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(both)) };
        }
        else if (token is not null)
        {
            options = options with { Authorization = "Bearer " + token };
        }

        return options with
        {
            Certificate = Value("certificate") is { } certificate
                ? WithKey(X509Certificate2.CreateFromPemFile(certificate, Value("key") ?? certificate))
                : null,
            Authorities = Value("authority") is { } authority ? Authorities(file, table, authority) : [],
            AllowPlainHttp = table["plain-http"] is { } plain && file.Flag(plain, "plain-http"),
        };
    }

    // Windows does not connect with a key that is in memory only.
    private static X509Certificate2 WithKey(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }

    private static IReadOnlyList<X509Certificate2> Authorities(SettingsFile file, SettingsTable table, string path)
    {
        var found = new X509Certificate2Collection();
        found.ImportFromPemFile(path);
        if (found.Count == 0)
        {
            file.Refuse(table["authority"]!, "authority names a file without a certificate; it has to be PEM");
        }

        return [.. found];
    }

    private static string Secret(SettingsFile file, SettingsNode node, string name)
    {
        string text = file.Text(node, name);
        if (!text.StartsWith("env:", StringComparison.Ordinal))
        {
            return text.Any(char.IsControl) ? Refused(file, node, $"{name} holds what no header may") : text;
        }

        string? value = Environment.GetEnvironmentVariable(text[4..]);
        return string.IsNullOrEmpty(value) || value.Any(char.IsControl)
            ? Refused(
                file,
                node,
                $"{name} is to come from the variable {text[4..]}, which is not set or holds what no header may"
            )
            : value;
    }

    private static string Refused(SettingsFile file, SettingsNode node, string reason)
    {
        file.Refuse(node, reason);
        return "";
    }

    private static void Guard(string path)
    {
        const UnixFileMode Others =
            UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (
            !OperatingSystem.IsWindows()
            && File.Exists(path)
            && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None
        )
        {
            throw new IOException("others may read it; chmod 600 it");
        }
    }
}
