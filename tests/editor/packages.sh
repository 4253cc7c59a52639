# For scripts that need packages from npm, their "$@": puts them below $BUILD/npm, once, and its path into $MODULES; else skips.
command -v node >/dev/null 2>&1 || skip 'node is not there'
MODULES=$BUILD/npm/node_modules
for package in "$@"; do
    [ -d "$MODULES/$package" ] && continue
    command -v npm >/dev/null 2>&1 || skip "$package is not there, nor npm to get it"
    mkdir -p "$BUILD/npm"
    npm install --silent --no-audit --no-fund --fetch-retries=1 --fetch-timeout=60000 --prefix "$BUILD/npm" "$@" \
        >npm.said 2>&1 || skip "npm cannot get $package here"
    break
done
export NODE_PATH="$MODULES"
