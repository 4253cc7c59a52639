. "$ROOT/tests/helpers.sh"
set -- yaml-language-server
. "$ROOT/tests/editor/packages.sh"

# With what new has written, a language server completes numbers, marks and keys, shows questions, and finds wrong keys.
wants 0 new meti.yaml -c METI --lang en
wants 0 new mic.yaml -c MIC --lang en
cat >odd.yaml <<'END'
checksheet: catalog/1
id: a/../b c
language: en
title: Odd names
edition: "1"
items: {"1.10": A, 007: B, "x/y.*": C}
END
wants 0 new odd.checksheet.yaml -c ./odd.yaml --lang en
head -1 odd.checksheet.yaml >first
echo '# yaml-language-server: $schema=.checksheet/a-..-b-c@1.schema.json' | is first
mv .checksheet/a-..-b-c@1.schema.json .checksheet/ODD.schema.json
node "$ROOT/tests/editor/schema.js" "$MODULES/yaml-language-server/bin/yaml-language-server" "$TMP"
