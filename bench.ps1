# Measures Cordon: ./bench.ps1 --quick, ./bench.ps1 --help; docs/performance.md says what the figures mean. See ./bench for Linux and macOS.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
. (Join-Path $PSScriptRoot 'tools/sdk.ps1')
$dotnet = Find-CordonSdk
& $dotnet build tools/Cordon.Bench -c Release -v quiet -clp:NoSummary
if ($LASTEXITCODE -ne 0) { exit 1 }
# What is measured as a whole process is built before the first round.
& (Join-Path $PSScriptRoot 'cordon.ps1') --version | Out-Null
if ($LASTEXITCODE -ne 0) { exit 1 }
& $dotnet .build/artifacts/bin/Cordon.Bench/release/Cordon.Bench.dll @args
exit $LASTEXITCODE
