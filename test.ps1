# Builds everything with warnings as errors and runs every test. See ./test for Linux and macOS.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
. (Join-Path $PSScriptRoot 'tools/sdk.ps1')
$dotnet = Find-CordonSdk
& $dotnet build Cordon.slnx -c Release -v quiet -clp:NoSummary
if ($LASTEXITCODE -ne 0) { exit 1 }
$passed = 0; $failed = 0; $skipped = 0
foreach ($project in Get-ChildItem tests -Directory -Filter '*.Tests') {
    $name = $project.Name
    $text = & $dotnet ".build/artifacts/bin/$name/release/$name.dll" --progress off --output Detailed --no-ansi
    $count = @{}
    foreach ($word in 'succeeded', 'failed', 'skipped') {
        $line = $text | Select-String -Pattern "^\s+${word}: (\d+)" | Select-Object -Last 1
        if (-not $line) { $text; $count[$word] = if ($word -eq 'failed') { 1 } else { 0 } } else { $count[$word] = [int]$line.Matches[0].Groups[1].Value }
    }
    "${name}: $($count.succeeded) passed, $($count.failed) failed, $($count.skipped) skipped"
    if ($count.failed -gt 0) { $text | Select-String -Pattern '^failed ' -Context 0, 10 }
    $passed += $count.succeeded; $failed += $count.failed; $skipped += $count.skipped
}
"`n$passed passed, $failed failed, $skipped skipped"
if ($failed -gt 0 -or $passed -eq 0) { exit 1 }
