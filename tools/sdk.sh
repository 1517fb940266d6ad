# shellcheck shell=dash
# Sourced by ./cordon and ./test: puts a .NET 10 SDK on the PATH, fetching it with Microsoft's install script where there is none.

cordon_has_sdk() {
    "$1" --list-sdks 2>/dev/null | grep -q '^10\.'
}

cordon_find_sdk() {
    # Services and containers often have no HOME, and the SDK does not start without one.
    [ -n "${HOME:-}" ] || export HOME=~
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1
    if command -v dotnet >/dev/null 2>&1 && cordon_has_sdk dotnet; then
        DOTNET=$(command -v dotnet)
        return 0
    fi
    local home="${DOTNET_INSTALL_DIR:-$HOME/.dotnet}"
    if [ -x "$home/dotnet" ] && cordon_has_sdk "$home/dotnet"; then
        DOTNET="$home/dotnet"
    else
        echo "cordon: no .NET 10 SDK found; fetching it into $home with Microsoft's install script" >&2
        local script
        script=$(mktemp)
        if command -v curl >/dev/null 2>&1; then
            curl -fsSL --proto '=https' -o "$script" https://dot.net/v1/dotnet-install.sh
        elif command -v wget >/dev/null 2>&1; then
            wget -q -O "$script" https://dot.net/v1/dotnet-install.sh
        else
            echo "cordon: neither curl nor wget is here to fetch it; install one, or the .NET 10 SDK, and call again" >&2
            return 1
        fi || {
            rm -f "$script"
            echo "cordon: the install script could not be fetched; install the .NET 10 SDK by hand and call again" >&2
            return 1
        }
        bash "$script" --channel 10.0 --install-dir "$home" --no-path >&2 || {
            rm -f "$script"
            echo "cordon: the SDK could not be installed; install the .NET 10 SDK by hand and call again" >&2
            return 1
        }
        rm -f "$script"
        DOTNET="$home/dotnet"
    fi
    DOTNET_ROOT=$(dirname "$DOTNET")
    export DOTNET_ROOT PATH="$DOTNET_ROOT:$PATH"
}
