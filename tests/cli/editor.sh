. "$ROOT/tests/helpers.sh"
set -- yaml-language-server
. "$ROOT/tests/editor/packages.sh"

# With what new has written, a language server completes numbers, marks and keys, shows questions, and finds wrong keys.
wants 0 new meti.yaml -c METI --lang en
wants 0 new mic.yaml -c MIC --lang en
node "$ROOT/tests/editor/schema.js" "$MODULES/yaml-language-server/bin/yaml-language-server" "$TMP"
