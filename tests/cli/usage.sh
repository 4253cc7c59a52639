. "$ROOT/tests/helpers.sh"

# Without a command: the first nine lines of the help, on stderr.
wants 2
empty out
[ "$(wc -l <err)" -eq 9 ] || fail "$(wc -l <err) lines on stderr, not 9"
head -1 err >first
echo 'Usage: checksheet <command> [options] [arguments]' | is first

# --help and --version: on stdout, exit 0, fit for a terminal of 80 columns.
for words in --help -h help 'help validate' 'help marks' 'validate --help' 'render -h' --version -V; do
    wants 0 $words
    empty err
    [ -s out ] || fail "$words says nothing"
done
wants 0 --help
lines=$(wc -l <out) widest=$(awk 'length > widest { widest = length } END { print widest + 0 }' out)
[ "$lines" -le 40 ] || fail "--help has $lines lines"
[ "$widest" -le 80 ] || fail "--help is $widest columns wide"
wants 0 --version
case $(cat out) in
'checksheet '[0-9]*.[0-9]*) ;;
*) fail "the version is $(cat out)" ;;
esac
wants 0 help
cp out help
wants 0 --help
same out help
