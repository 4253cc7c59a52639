. "$ROOT/tests/helpers.sh"

# - is stdin and stdout, for every format; what is asked for goes to stdout, all about the run to stderr.
write_small
for format in $(sheet_formats); do
    wants 0 render acme -f $format -o -
    empty err
    cp out "expected.$format"
    wants 0 render - -f $format -o - <acme.yaml
    empty err
    case $format in
    xlsx) [ -s out ] ;;
    *) same out "expected.$format" ;;
    esac
    wants 0 render acme -o "file.$format"
    empty out
    holds err "file.$format  3 questions"
    case $format in
    xlsx) head -c 2 "file.$format" >magic && printf PK | is magic ;;
    *) same "file.$format" "expected.$format" ;;
    esac
    wants 0 render acme -q -o "file.$format"
    empty out
    empty err
    cat acme.yaml | "$CHECKSHEET" render - -f $format -o - >piped || fail "render - < pipe: $?"
    [ $format = xlsx ] || same piped "expected.$format"
done
wants 0 render acme -o a.csv -o b.md -o c.json -o d.xlsx
for file in a.csv b.md c.json d.xlsx; do
    [ -s $file ] || fail "$file was not written"
done
same a.csv expected.csv
wants 0 validate - <acme.yaml
holds out '<stdin>: OK'
wants 0 validate --stdin-name acme.yaml - <acme.yaml
holds out 'acme.yaml: OK'
wants 1 validate --stdin-name deep/name.yaml -f short - <<'END'
"
END
holds out 'deep/name.yaml:1:1: error: '
wants 0 status - <acme.yaml
wants 0 validate -q acme.yaml
empty out
empty err
