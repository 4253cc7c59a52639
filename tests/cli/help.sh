. "$ROOT/tests/helpers.sh"

# Help fits a terminal of 80 columns in both languages; a command's help has its own options and formats alone, and two
# examples that run as they stand.
commands='new answer import validate status diff render fill find list show explain schema completion help'
topics='profile catalog marks yaml ci exit-codes'
command -v python3 >/dev/null 2>&1 || skip 'no python3: lines cannot be measured'
cat >measure.py <<'PYTHON'
import sys, unicodedata
for line in sys.stdin.read().split("\n"):
    cells = sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
    if cells > 80:
        print(cells, line)
PYTHON
for language in ja en; do
    wants 0 help --lang $language
    [ "$(wc -l <out)" -le 45 ] || fail "help in $language has $(wc -l <out) lines"
    holds out "$topics"
    cat out >all
    for word in $topics; do
        wants 0 help --lang $language $word
        cat out >>all
    done
    for word in $commands; do
        wants 0 help --lang $language $word
        mv out help.$language.$word
        wants 0 $word --help --lang $language
        same out help.$language.$word
        lacks out '{1}'
    done
    cat help.$language.* >>all
    grep -c '^  checksheet ' help.$language.* | grep -v ':2$' && fail 'a command has not two examples'
    python3 measure.py <all >wide
    empty wide
done
wants 0 validate --help
holds out 'text, short, json, sarif'
lacks out 'xlsx'
lacks out '--color'
wants 0 render --help
holds out 'csv, md, json'
lacks out 'sarif'

# Each example runs, where there is what it speaks of.
cat >acme.checksheet.yaml <<'YAML'
checksheet: profile/1
vendor: 株式会社サンプル
catalog: {id: METI, edition: 2013年度版}
date: 2025-11-01
answers:
  6-8: ○ 毎日バックアップを取得します。
  6-9: ○ 24時間監視します。
YAML
sed 's/毎日/毎週/' acme.checksheet.yaml >old.yaml
wants 0 render old.yaml -o filled.xlsx --lang en
for language in ja en; do
    for word in $commands; do
        sed -n '/^  checksheet /{s/^  //; s/  .*//; p;}' help.$language.$word >examples
        while IFS= read -r line; do
            rm -f own.yaml imported.yaml acme.xlsx form.filled.xlsx
            [ "$word" != import ] || rm -rf .checksheet
            [ -f form.xlsx ] || wants 0 render acme --template -o form.xlsx
            case $line in
            *'new acme.'*) mv acme.checksheet.yaml kept ;;
            esac
            (checksheet() { "$CHECKSHEET" "$@"; } && eval "$line") >played 2>&1
            code=$?
            [ ! -f kept ] || mv kept acme.checksheet.yaml
            [ $code -le 1 ] || fail "$line: exit $code: $(cat played)"
            if grep -q '^Try\|^使い方' played; then fail "$line: $(cat played)"; fi
        done <examples
    done
done

# The words of other tools.
other() {
    wants 2 "$1"
    holds err "'$1' is not a command. Did you mean '$2'?"
}
other lint validate
other check validate
other export render
other init new
other compare diff
other search find
other fmt 'validate --fix'
other todo 'status --missing'
other version --version
wants 2 help lint
holds err "Did you mean 'validate'?"
sed -n 's/^CS_OTHER("\(.*\)", "\(.*\)")$/\2/p' "$ROOT/src/cmd/other_words.def" | sort -u >meant
while IFS= read -r line; do
    # shellcheck disable=SC2086 # words
    wants 0 ${line%% *} --help
done <meant
