using System.Buffers.Binary;

namespace Cordon.Sigma.Compilation;

/// <summary>How usual pieces of text are in logs. It decides what is looked for first, never what is found.</summary>
internal static class TextModel
{
    // What logs of any Windows machine are full of. Order and wording do not matter.
    private const string Usual = """
        C:\Windows\System32\svchost.exe -k netsvcs -p -s Schedule
        C:\Windows\System32\services.exe C:\Windows\system32\lsass.exe C:\Windows\SysWOW64\rundll32.exe
        "C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE" /recycle
        "C:\Program Files (x86)\Google\Chrome\Application\chrome.exe" --type=renderer --lang=en-US
        C:\Windows\explorer.exe C:\Windows\System32\cmd.exe /c "" C:\Users\user\AppData\Local\Temp\
        C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe -NoProfile -ExecutionPolicy Bypass -File -Command
        C:\ProgramData\Microsoft\Windows Defender\Platform\MsMpEng.exe C:\Users\Public\Documents
        HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run HKLM\System\CurrentControlSet\Services\Parameters
        HKU\S-1-5-21-1004336348-1177238915-682003330-512\Software\Classes\Local Settings
        NT AUTHORITY\SYSTEM NT AUTHORITY\NETWORK SERVICE WORKGROUP\DESKTOP administrator
        Microsoft-Windows-Security-Auditing Microsoft Corporation Microsoft Windows Operating System
        \\?\C:\Windows\System32\conhost.exe 0xffffffff -ForceV1 taskhostw.exe wmiprvse.exe dllhost.exe
        $null = Get-Process | Where-Object { $_.Name -eq 'System' } | ForEach-Object { Write-Output $_ } function param return
        192.168.1.10 10.0.0.5 127.0.0.1 fe80:: http://www.microsoft.com/ https://login.example.com/index.html
        {54849625-5478-4994-A5BA-3E3B0328C30D} SeDebugPrivilege SeBackupPrivilege Kerberos Negotiate Advapi NtLmSsp
        \Device\HarddiskVolume2\Windows\System32\ msiexec.exe /V .exe .dll .ps1 .bat .vbs .tmp .log .txt .sys
        the service entered the running state of a process name and id user account was logged on
        MD5=0123456789ABCDEF0123456789ABCDEF,SHA256=FEDCBA9876543210,IMPHASH=00000000000000000000000000000000
        """;

    private static readonly byte[] Sample = FoldedText.Of(Usual.ReplaceLineEndings("\n"));
    private static readonly float[] PairRarity = MakePairs();
    private static readonly HashSet<uint> Fours = MakeFours();

    /// <summary>How rare a text of at least one unit is thought to be: a logarithm, about 1 to 6 for each unit.</summary>
    public static double RarityOf(ReadOnlySpan<byte> text)
    {
        double rarity = PieceRarity(text);
        return IsUsual(text) ? Math.Min(rarity, 4) : rarity;
    }

    /// <summary>Where the rarest piece of a length begins. The text is at least that long.</summary>
    public static int RarestPiece(ReadOnlySpan<byte> text, int length)
    {
        int best = 0;
        double rarest = double.MinValue;
        for (int at = 0; at <= text.Length - length; at++)
        {
            double rarity = RarityOf(text.Slice(at, length));
            if (rarity > rarest)
            {
                (best, rarest) = (at, rarity);
            }
        }

        return best;
    }

    // Nearly every text has four units that the sample has nowhere, so that the sample is not searched.
    private static bool IsUsual(ReadOnlySpan<byte> text)
    {
        for (int at = 0; at <= text.Length - sizeof(uint); at += sizeof(uint))
        {
            if (!Fours.Contains(BinaryPrimitives.ReadUInt32LittleEndian(text[at..])))
            {
                return false;
            }
        }

        return text.Length == sizeof(uint) || Sample.AsSpan().IndexOf(text) >= 0;
    }

    private static double PieceRarity(ReadOnlySpan<byte> text)
    {
        double rarity = 2;
        for (int i = 1; i < text.Length; i++)
        {
            rarity += PairRarity[(text[i - 1] << 8) | text[i]];
        }

        return rarity;
    }

    private static HashSet<uint> MakeFours()
    {
        HashSet<uint> fours = [];
        for (int at = 0; at <= Sample.Length - sizeof(uint); at++)
        {
            fours.Add(BinaryPrimitives.ReadUInt32LittleEndian(Sample.AsSpan(at)));
        }

        return fours;
    }

    private static float[] MakePairs()
    {
        float[] counts = new float[65_536];
        Array.Fill(counts, 0.5f);
        for (int i = 1; i < Sample.Length; i++)
        {
            counts[(Sample[i - 1] << 8) | Sample[i]]++;
        }

        float total = Sample.Length;
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = MathF.Log(total / counts[i]) - 2;
        }

        return counts;
    }
}
