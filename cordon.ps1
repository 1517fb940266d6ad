# Runs the cordon command on Windows; builds it on first use and again when its sources changed. See ./cordon for Linux and macOS.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$app = Join-Path $root '.build/portable'
$stamp = Join-Path $app 'stamp'

function Test-Current {
    if (-not (Test-Path $stamp)) { return $false }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    $sources = Get-ChildItem -Recurse -File -Path (Join-Path $root 'src'), (Join-Path $root 'rules')
    return -not ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
}

if (-not (Test-Current)) {
    . (Join-Path $root 'tools/sdk.ps1')
    $dotnet = Find-CordonSdk
    [Console]::Error.WriteLine('cordon: building for first use or after a change (about a minute)...')
    $next = "$app.next"
    if (Test-Path $next) { Remove-Item -Recurse -Force $next }
    New-Item -ItemType Directory -Force -Path $next | Out-Null
    $started = Get-Date
    $log = Join-Path $root '.build/portable.log'
    & $dotnet publish (Join-Path $root 'src/Cordon.Cli') -c Release -p:PublishAot=false --self-contained false -o $next *> $log
    if ($LASTEXITCODE -ne 0) {
        Get-Content $log | Select-String -Pattern 'error' | Select-Object -First 20
        throw "cordon: the build failed; all of it is in $log"
    }
    Set-Content -Path (Join-Path $next 'dotnet-path') -Value $dotnet
    New-Item -ItemType File -Force -Path (Join-Path $next 'stamp') | Out-Null
    (Get-Item (Join-Path $next 'stamp')).LastWriteTime = $started
    if (Test-Path $app) { Remove-Item -Recurse -Force $app }
    Move-Item $next $app
}

$dotnet = Get-Content (Join-Path $app 'dotnet-path')
& $dotnet (Join-Path $app 'cordon.dll') @args
exit $LASTEXITCODE
