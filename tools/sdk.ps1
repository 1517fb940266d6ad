# Dot-sourced by cordon.ps1 and test.ps1: finds a .NET 10 SDK, fetching it with Microsoft's install script where there is none.

function Find-CordonSdk {
    $env:DOTNET_NOLOGO = '1'
    $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
    $candidates = @()
    $onPath = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($onPath) { $candidates += $onPath.Source }
    $dir = if ($env:DOTNET_INSTALL_DIR) { $env:DOTNET_INSTALL_DIR } else { Join-Path $HOME '.dotnet' }
    $exe = if ($IsWindows -or $env:OS -eq 'Windows_NT') { 'dotnet.exe' } else { 'dotnet' }
    $candidates += (Join-Path $dir $exe)
    foreach ($candidate in $candidates) {
        if ((Test-Path -LiteralPath $candidate) -and ((& $candidate --list-sdks) -match '^10\.')) { return $candidate }
    }
    [Console]::Error.WriteLine("cordon: no .NET 10 SDK found; fetching it into $dir with Microsoft's install script")
    $script = Join-Path ([IO.Path]::GetTempPath()) 'dotnet-install.ps1'
    [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
    $ProgressPreference = 'SilentlyContinue'
    try {
        Invoke-WebRequest -UseBasicParsing -Uri 'https://dot.net/v1/dotnet-install.ps1' -OutFile $script
    }
    catch {
        [Console]::Error.WriteLine("cordon: the install script could not be fetched ($_); install the .NET 10 SDK by hand and call again")
        exit 1
    }
    & $script -Channel '10.0' -InstallDir $dir -NoPath | Out-Null
    Remove-Item $script
    $env:DOTNET_ROOT = $dir
    return (Join-Path $dir $exe)
}
