#!/bin/sh
# Checks that one entry stands in a register's signed log with nothing but a shell and OpenSSL 3:
# the formulas of docs/reference/proofs.md, written out. BODY is a file that holds the entry's body from
# report.proofs (the text itself, no longer written as JSON, without a line feed at its end), PROOF
# one that holds its proof.
#
#   tools/check-entry.sh KEY REGISTER NUMBER RECORDED-AT BODY PROOF
#
# KEY is the key that signed the checkpoint. Exit code 0 when it fits, 1 when it does not.
set -eu

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

[ $# -eq 6 ] || fail 'usage: check-entry.sh KEY REGISTER NUMBER RECORDED-AT BODY PROOF'
key=$1 register=$2 number=$3 recorded=$4 body=$5 proof=$6
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sha() { openssl dgst -sha256 -binary; }
base64_of() { printf '%s\n' "$1" | openssl base64 -d -A; }

# The proof: a first line, the index, the path, an empty line, the checkpoint (C2SP tlog-proof).
sed '/^$/,$d' "$proof" > "$work/path"
sed '1,/^$/d' "$proof" > "$work/note"
[ "$(sed -n 1p "$work/path")" = 'c2sp.org/tlog-proof@v1' ] || fail 'this is no proof'
[ "$(sed -n 2p "$work/path")" = "index $((number - 1))" ] || fail 'the proof is of another entry'
sed '/^$/,$d' "$work/note" > "$work/text"
origin=$(sed -n 1p "$work/text")
size=$(sed -n 2p "$work/text")
root=$(sed -n 3p "$work/text")

# The signature (C2SP signed-note): Ed25519 over the text, behind four bytes that name the key.
name=${key%%+*}
[ "$name" = "$origin" ] || fail 'the key is of another log'
{
    printf '\060\052\060\005\006\003\053\145\160\003\041\000'
    base64_of "${key#*+*+}" | tail -c +2
} > "$work/key.der"
signature=$(sed -n "s|^— $name ||p" "$work/note" | sed -n 1p)
base64_of "$signature" | tail -c +5 > "$work/signature"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin \
    -in "$work/text" -sigfile "$work/signature" > /dev/null 2>&1 ||
    fail 'the checkpoint is not signed with this key'

# The leaf, and its way up to the root (RFC 6962, 2.1; RFC 9162, 2.1.3.2).
hash=$(openssl dgst -sha256 -r "$body" | cut -d ' ' -f 1)
{
    printf '\000'
    printf 'truce entry 2\n%s\n%s\n%s\n%s\n' "$register" "$number" "$recorded" "$hash"
} | sha > "$work/node"
at=$((number - 1)) last=$((size - 1))
sed 1,2d "$work/path" > "$work/steps"
while read -r step; do
    [ "$last" -ne 0 ] || fail 'the path is too long'
    base64_of "$step" > "$work/step"
    if [ $((at % 2)) -eq 1 ] || [ "$at" -eq "$last" ]; then
        { printf '\001'; cat "$work/step" "$work/node"; } | sha > "$work/above"
        while [ $((at % 2)) -eq 0 ] && [ "$at" -ne 0 ]; do
            at=$((at / 2)) last=$((last / 2))
        done
    else
        { printf '\001'; cat "$work/node" "$work/step"; } | sha > "$work/above"
    fi
    mv "$work/above" "$work/node"
    at=$((at / 2)) last=$((last / 2))
done < "$work/steps"
[ "$last" -eq 0 ] && [ "$(openssl base64 < "$work/node")" = "$root" ] ||
    fail 'the entry is not what the register signed: it or its proof was altered'
printf 'entry %s stands in the log %s of %s entries\n' "$number" "$origin" "$size"
