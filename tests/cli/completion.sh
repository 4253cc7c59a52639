. "$ROOT/tests/helpers.sh"

# The catalogs whose ids begin with M.
export with_m; with_m=$("$CHECKSHEET" list -f tsv | sed -n 's/^\(M[^\t]*\)\t.*/\1/p' | tr '\n' ' ' | sed 's/ $//')

missing=

# Scripts for three shells, the same in every run.
for shell in bash zsh fish; do
    wants 0 completion $shell
    empty err
    cp out $shell.script
    wants 0 completion $shell
    same out $shell.script
    [ "$(wc -l <out)" -le 40 ] || fail "the script for $shell knows more than how to ask"
done
wants 2 completion
wants 2 completion tcsh
holds err 'bash, zsh, fish'
wants 2 completion bash zsh

# The hidden command behind them: not in the help, nor guessed.
wants 0 --help
lacks out __complete
wants 2 __complet
lacks err __complete

# offers KIND ROW... -- WORD...: what it says of the last word, its first rows in English, and nothing else on a line.
offers() {
    offered=$1
    shift
    while [ "$1" != -- ]; do
        offered="$offered
$1"
        shift
    done
    wants 0 __complete "$@"
    empty err
    read_all out
    case "$all
" in
    "$offered
"*) ;;
    *) fail "checksheet __complete $* offers something else than $offered: $all" ;;
    esac
}
tab=$(printf '\t')
export CHECKSHEET_LANG=en
offers words "new${tab}write a new profile, or add missing questions to one" -- ''
offers words 'auto' 'always' 'never' -- -q list --color ''
offers words '--format=text' '--format=short' -- validate --format=
offers words 'error' 'warning' 'never' -- validate --fail-on ''
offers words 'left' 'never' -- fill form.xlsx --fail-on ''
offers words 'bash' 'zsh' 'fish' -- completion ''
offers files -- validate --report json=x
offers files -- validate --output ''
offers yaml -- render ''
offers files -- diff ''
offers files -- diff old.yaml ''
offers files -- render --base=
offers files -- fill ''
offers directories -- -C ''
offers words -- validate --as-of ''
offers words -- completion bash ''
offers words -- nonsense ''
offers words -- --nonsense=''
offers words 'text=' -- validate --report ''
offers words 'x=error' 'x=warning' -- validate --rule x=
offers words '--rule=x=error' -- validate --rule=x=
offers words "-C${tab}run as if started in DIR" -- -
wants 0 __complete show ''
holds out "METI$tab"
wants 0 __complete show METI ''
[ "$(wc -l <out)" -eq 72 ] || fail "$(wc -l <out) rows for METI"
holds out "6-8$tab"
wants 0 __complete -- show -f json MIC 8 ''
holds out "46.1$tab"
wants 0 __complete show NOSUCH ''
[ "$(wc -l <out)" -eq 1 ] || fail 'a catalog that is not there has questions'
unset CHECKSHEET_LANG

# bash: the function is called as bash does, with the words of the line; the last is completed.
cat >bash.test <<'END'
source bash.script
check() { # WANTED WORD...: the replies, sorted and with blanks between
    local wanted=$1 i k next
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _checksheet
    for ((i = 1; i < ${#COMPREPLY[@]}; i++)); do
        next=${COMPREPLY[i]}
        for ((k = i; k > 0; k--)); do
            [[ ${COMPREPLY[k - 1]} > $next ]] || break
            COMPREPLY[k]=${COMPREPLY[k - 1]}
        done
        COMPREPLY[k]=$next
    done
    [[ ${COMPREPLY[*]} == "$wanted" ]] || { echo "bash: $*: ${COMPREPLY[*]}, not $wanted"; exit 1; }
}
counts() { # COUNT WORD...
    local wanted=$1
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _checksheet
    ((${#COMPREPLY[@]} == wanted)) || { echo "bash: $*: ${#COMPREPLY[@]} replies, not $wanted"; exit 1; }
}
cd place
check 'validate' "$program" va
check 'render' "$program" --lang ja -C . ren
check 'en ja' "$program" --lang ''
check 'always auto' "$program" list --color a
check 'json junit' "$program" validate -f j
check 'sarif short' "$program" validate --format = s
check 'json md text tsv' "$program" status -f ''
check 'csv html json md tsv xlsx yaml' "$program" render acme -f ''
check 'json= junit=' "$program" validate --report j
check 'acme.yaml list.csv other sub' "$program" validate --report json = ''
check 'error note off warning' "$program" validate --rule unknown-key = ''
check 'off' "$program" validate --rule = unknown-key = of
check 'unknown-catalog= unknown-fact= unknown-key= unknown-mark= unknown-number= unknown-section= unknown-word=' \
    "$program" validate --rule unknown
check 'list.csv' "$program" validate --rule unknown-key = off --report json = li
check 'duplicate-answer duplicate-key' "$program" explain dup
check 'bad-date' "$program" explain unknown-key bad
check 'error never warning' "$program" validate --fail-on ''
check '--max-age' "$program" validate --max
check '' "$program" list --max
check 'METI' "$program" new -c ME
check "$with_m" "$program" show M
check '6-1 6-10 6-11 6-12 6-13 6-14 6-15 6-16 6-17 6-18 6-19' "$program" show METI 6-1
check '46.1 46.2 46.3' "$program" show -f json MIC 46
check '46.1 46.2 46.3' "$program" show MIC 8 46
counts 71 "$program" show METI ''
check 'bash fish zsh' "$program" completion ''
check 'marks' "$program" help ma
check 'acme.yaml sub' "$program" render ''
check 'acme.yaml list.csv other sub' "$program" validate ''
check 'sub' "$program" -C ''
check '' "$program" validate --as-of ''
END
mkdir -p place/sub
touch place/acme.yaml place/list.csv place/other
if command -v bash >/dev/null 2>&1; then
    program=$CHECKSHEET bash bash.test || exit 1
    bash -n bash.script || fail 'bash does not take its script'
else
    missing="$missing bash"
fi

# fish can be asked for completions from outside.
if command -v fish >/dev/null 2>&1; then
    fish --no-execute fish.script || fail 'fish does not take its script'
    mkdir bin
    ln -s "$CHECKSHEET" bin/checksheet
    fish_offers() { # WANTED LINE
        HOME=$TMP PATH=$TMP/bin:$PATH fish -c "cd place; source ../fish.script; complete -C '$2'" 2>fish.err |
            cut -f 1 | sort | tr '\n' ' ' >offered
        [ "$(cat offered)" = "$1 " ] || fail "fish: $2: $(cat offered fish.err), not $1"
    }
    fish_offers 'validate' 'checksheet va'
    fish_offers '6-1 6-10 6-11 6-12 6-13 6-14 6-15 6-16 6-17 6-18 6-19' 'checksheet show METI 6-1'
    fish_offers '46.1 46.2 46.3' 'checksheet show -f json MIC 46'
    fish_offers 'json junit' 'checksheet validate --format j'
    fish_offers '--max-age' 'checksheet validate --max'
    fish_offers 'duplicate-answer= duplicate-key=' 'checksheet validate --rule dup'
    fish_offers 'duplicate-answer duplicate-key' 'checksheet explain dup'
    fish_offers "$with_m" 'checksheet show M'
else
    missing="$missing fish"
fi

# zsh: what the script gives to the functions of its completion.
cat >zsh.test <<'END'
_describe() { local -a given=("${(@P)3}"); shift 3; print -r -- "${(j:;:)given}" "$@" }
_files() { print -r -- files "$@" }
compset() { print -rn -- "$2 " }
fpath=($PWD/functions)
autoload -U _checksheet
check() { # WANTED WORD...
    local wanted=$1 replies
    shift
    local -a words=("$@")
    local CURRENT=$#
    replies=$(_checksheet)
    [[ $replies == $~wanted ]] || { print "zsh: $*: $replies, not $wanted"; exit 1 }
}
check 'new:*;*' $program ''
check 'auto;always;never' $program list --color a
check '*;--format=json;*' $program validate --format=j
check '*;json=;* -S*' $program validate --report ''
check '\*= files' $program validate --report json=
check '1-1:*' $program show METI ''
check '\*= files -g *yaml*' $program render ''
END
if command -v zsh >/dev/null 2>&1; then
    mkdir functions
    cp zsh.script functions/_checksheet
    zsh -n zsh.script || fail 'zsh does not take its script'
    program=$CHECKSHEET zsh -f zsh.test || exit 1
else
    missing="$missing zsh"
fi
[ -z "$missing" ] || skip "not there:$missing: the rest was tried"
