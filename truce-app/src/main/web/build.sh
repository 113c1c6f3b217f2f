#!/bin/sh
# Builds the web app into truce-app/target/classes/static/app, and the gazetteer beside it. Maven runs it in generate-resources.
set -eu
cd "$(dirname "$0")"

fail() {
    printf '%s\n' "truce: $1" >&2
    exit 1
}

want="Node.js 20.19 or newer (not 21), or 22.12 or newer, with npm"
how="On Debian: apt-get install nodejs npm (where Debian's is older, install a newer Node.js). \
To build without the web app: ./mvnw -Dweb.skip=true package"
command -v node >/dev/null 2>&1 || fail "the web app needs $want, and there is no 'node'. $how"
command -v npm >/dev/null 2>&1 || fail "the web app needs $want, and there is no 'npm'. $how"
node -e 'const [a, b] = process.versions.node.split(".").map(Number);
process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)' ||
    fail "the web app needs $want, and 'node' is $(node --version). $how"

out=../../../target/classes/static/app
installed=node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ package-lock.json -nt "$installed" ]; then
    npm ci --no-audit --no-fund --loglevel=error --no-update-notifier >&2
    touch "$installed"
fi
places=../../../target/classes/org/truce/app/places/places.tsv.gz
if [ -e "$out/app.js" ] && [ -e "$places" ] &&
    [ -z "$(find . -path ./node_modules -prune -o -newer "$out/app.js" -print | head -n 1)" ]; then
    exit 0
fi
npm run --silent test -- --reporter=dot >&2
npm run --silent build -- --logLevel warn >&2
