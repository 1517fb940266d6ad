# Runs the cordon command on Windows; builds it on first use and again when its sources changed. See ./cordon for Linux and macOS.
# Works in Windows PowerShell 5.1 and PowerShell 7.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$app = Join-Path $root '.build/portable'
$stamp = Join-Path $app 'stamp'
$pathFile = Join-Path $app 'dotnet-path'

function Test-Current {
    if (-not (Test-Path -LiteralPath $stamp) -or -not (Test-Path -LiteralPath $pathFile)) { return $false }
    if (-not (Test-Path -LiteralPath (Get-Content -LiteralPath $pathFile))) { return $false }
    $built = (Get-Item -LiteralPath $stamp).LastWriteTimeUtc
    $sources = @(Get-ChildItem -Recurse -LiteralPath (Join-Path $root 'src'), (Join-Path $root 'rules'))
    $sources += @(Get-ChildItem -LiteralPath $root -Filter 'Directory.*.props')
    return -not ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
}

function Build-Cordon {
    . (Join-Path $root 'tools/sdk.ps1')
    $dotnet = Find-CordonSdk
    [Console]::Error.WriteLine('cordon: building for first use or after a change (a minute or more)...')
    $next = "$app.next"
    if (Test-Path -LiteralPath $next) { Remove-Item -Recurse -Force -LiteralPath $next }
    New-Item -ItemType Directory -Force -Path $next | Out-Null
    $started = Get-Date
    $log = Join-Path $root '.build/portable.log'
    # Windows PowerShell takes each line on a redirected standard error for a terminating error under 'Stop'.
    $ErrorActionPreference = 'Continue'
    & $dotnet publish (Join-Path $root 'src/Cordon.Cli') -c Release -p:PublishAot=false --self-contained false -o $next *> $log
    $code = $LASTEXITCODE
    $ErrorActionPreference = 'Stop'
    if ($code -ne 0) {
        Get-Content -LiteralPath $log | Select-String -Pattern ' error ' | Select-Object -First 20 |
            ForEach-Object { [Console]::Error.WriteLine($_.Line) }
        [Console]::Error.WriteLine("cordon: the build failed; all of it is in $log")
        exit 1
    }
    Set-Content -LiteralPath (Join-Path $next 'dotnet-path') -Value $dotnet
    New-Item -ItemType File -Force -Path (Join-Path $next 'stamp') | Out-Null
    (Get-Item -LiteralPath (Join-Path $next 'stamp')).LastWriteTime = $started
    if (Test-Path -LiteralPath $app) { Remove-Item -Recurse -Force -LiteralPath $app }
    Move-Item -LiteralPath $next -Destination $app
}

if (-not (Test-Current)) {
    # One build at a time; who waited finds it done.
    $turn = New-Object System.Threading.Mutex($false, 'cordon-build')
    try { [void]$turn.WaitOne() } catch [System.Threading.AbandonedMutexException] { Write-Verbose 'an earlier build was ended' }
    try {
        if (-not (Test-Current)) { Build-Cordon }
    }
    finally {
        $turn.ReleaseMutex()
    }
}

$dotnet = Get-Content -LiteralPath $pathFile
$ErrorActionPreference = 'Continue'
& $dotnet (Join-Path $app 'cordon.dll') @args
exit $LASTEXITCODE
