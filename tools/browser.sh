#!/usr/bin/env bash
# Installs the browser that tests of pages run in, where the system's packages can be had; without it those tests are reported as skipped.
set -euo pipefail
for browser in "${CORDON_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$browser" ] && command -v "$browser" >/dev/null; then
        exit 0
    fi
done
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "no browser, and none can be installed from here: tests of pages will be skipped. Install chromium, or set CORDON_BROWSER." >&2
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { timeout 120 apt-get update && timeout 300 apt-get install -y --no-install-recommends chromium fonts-dejavu-core; } >"$log" 2>&1; then
    tail -3 "$log" >&2
    echo "chromium could not be installed: tests of pages will be skipped." >&2
fi
