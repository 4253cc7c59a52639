. "$ROOT/tests/helpers.sh"

# Names of files, arguments, and what files hold steer no terminal: what a person is told has no control character but
# line ends, and none that turns the direction of writing.
esc=$(printf '\033') bel=$(printf '\007') csi=$(printf '\302\233') bidi=$(printf '\342\200\256') isolate=$(printf '\342\201\247')
feed=$(printf '\nx') feed=${feed%x}
bad="a$esc]0;title$bel$csi""31m$bidi$isolate$feed$(printf '\377')b"

# What is shown is kept, each in a file of the number of its command, and is read when all is there.
mkdir shown shown/lines shown/texts shown/files
tries=0
begin() {
    tries=$((tries + 1))
    said=$*
    printf '%s: %s\n' $tries "$said" >>commands.said
}

# try WORD...: whatever comes of it, it is shown. A name is on one line, so no line begins with what stands behind its feed;
# what find is asked may be a text of several. What import writes is a file, in which a text stands as it is.
try() {
    where=lines to=lines
    case $1 in
    find) where=texts to=texts ;;
    import) to=files ;;
    esac
    for language in ja en; do
        begin "$@"
        CHECKSHEET_LANG=$language "$CHECKSHEET" "$@" </dev/null >shown/$to/$tries.out 2>shown/$where/$tries.err
        code=$?
        [ $code -le 3 ] || fail "$said: exit $code"
    done
}

write_small
export CHECKSHEET_PATH="$TMP"
cp acme.yaml "$bad.yaml"
sed 's/○/◎/' acme.yaml >"wrong$bad.yaml"
mkdir "dir$bad" && cp "wrong$bad.yaml" "dir$bad/x.yaml"
printf '番号,質問,回答,備考\n1-1,責任者を決めていますか。,○,社長\n1-2,教育をしていますか。,?,%s\n9-9,%s,○,\n' "$esc[31m$csi$bidi" "$bidi$esc" >"sheet$bad.csv"
cp "sheet$bad.csv" sheet.csv

for command in validate status "render -f text" list show diff import fill answer new find schema; do
    try $command "$bad.yaml"
    try $command "none$bad.yaml"
    try $command "wrong$bad.yaml"
    try $command "sheet$bad.csv"
    try $command acme "$bad"
    try $command "$bad" "$bad"
done
try "$bad"
try --"$bad"
try -"$bad"
try help "$bad"
try explain "$bad"
try completion "$bad"
try validate "dir$bad"
try validate -C "dir$bad"
try validate -C "none$bad"
for option in lang color fail-on format as-of max-age product layout level catalog profile worksheet audience stdin-name \
    output base customer encoding by jobs rule only form review; do
    try render acme --$option "$bad"
    try import "sheet$bad.csv" --$option="$bad"
done
try render "$bad.yaml" -o "made$bad.csv"
try render "$bad.yaml" -o "made$bad.csv"
try render "$bad.yaml" -o "made$bad.txt"
try diff acme "$bad.yaml"
try diff "wrong$bad.yaml" acme
try import "sheet$bad.csv" -c SMALL -o "imported$bad.yaml"
try import sheet.csv -c SMALL --save-form "form$bad.yaml"
try fill "sheet$bad.csv" -p acme -c SMALL -o "filled$bad.csv" --review "review$bad.md"
try find "$bad" -p "$bad.yaml"
try find バックアップ "$bad"
try new "new$bad.yaml" -c SMALL
try new --update "$bad.yaml"
try answer "$bad.yaml" 1-1 "$bad"
try answer "$bad.yaml" "$bad" ○

# What YAML can say without writing it, in every text that is shown; most of it is refused, what turns the direction is not.
for text in '"\e[31m\u009b\u202e\u2067\a\x7f x"' '"\u202e\u2067 x"'; do
    cat >"$TMP/HOST.yaml" <<END
checksheet: catalog/1
id: HOST
language: en
title: $text
edition: $text
sections:
  $text:
    1-1: {ask: $text, guide: $text, flag: $text}
    1-2: {ask: Numbers?, kind: count, unit: $text}
    $text: {ask: q}
END
    cat >host.yaml <<END
checksheet: profile/1
language: en
vendor: $text
service: $text
catalog: HOST
note: $text
products: [$text, other]
answers:
  1-1: {status: ◎, remark: $text, evidence: [$text], owner: $text}
  1-2: $text
  $text: ○
  x: $text
END
    sed 's/◎/○/; /^  x:/d' host.yaml >good.yaml
    for file in host.yaml good.yaml HOST.yaml; do
        for command in validate status list "render -f text" "diff acme" "diff HOST.yaml" "new --update" schema; do
            try $command "$file"
        done
        try show HOST 1-1 -p "$file"
        try show "$file" 1-1
        try list HOST -p "$file"
        try status "$file" --missing
        try status "$file" --evidence
        try find "$file" -p "$file"
        try find -c HOST x -p "$file"
    done
done
wants 0 list HOST # the last of them is read
holds out '1-1   ?? x'

# On a terminal a file of any format is looked at, not kept: it shows what steers. In a pipe it is as it is.
printf '番号,質問,回答,備考\r\n1-1,責任者を決めていますか。,○,%s\r\n' "a$esc[31m$bel$csi$bidi$isolate" >old.csv
sed 's/,○,/,×,/' old.csv >new.csv
if script -q -e -c true /dev/null >/dev/null 2>&1; then
    at() {
        begin "$* on a terminal"
        TERM=dumb script -q -e -c "'$CHECKSHEET' $*" /dev/null </dev/null >terminal 2>&1 || true
        tr '\t' ' ' <terminal | tr -d '\r' >shown/texts/$tries.out
        [ -s shown/texts/$tries.out ] || fail "$said shows nothing"
    }
    for format in html csv md json tsv yaml text; do
        at "diff -f $format old.csv new.csv"
        at "list HOST -f $format"
        at "render good.yaml -o - -f $format"
    done
    for format in text short json sarif junit gitlab; do
        at "validate -f $format host.yaml"
    done
    at "diff -f csv old.csv new.csv" && holds shown/texts/$tries.out '\x1b[31m\x07\x9b\u202e\u2067'
    at "import old.csv -c SMALL -o -"
    at "import old.csv --as-catalog -o -"
    at "fill old.csv -c SMALL -p acme -o -"
    at "schema HOST"
    at "new HOST"
    at "new --update good.yaml -o -"
    at "find -f json -c HOST x"
else
    echo 'no script(1): formats were not shown on a terminal'
fi
"$CHECKSHEET" diff -f csv old.csv new.csv >out || [ $? -eq 1 ]
holds out "$esc[31m$bel$csi$bidi$isolate"

try list
try diff host.yaml good.yaml
[ -s shown/lines/$tries.out ] || [ -s shown/lines/$tries.err ] || fail 'nothing was said'

if LC_ALL=C grep -a -n -r -e '[[:cntrl:]]' -e "$csi" -e "$bidi" -e "$isolate" shown/lines shown/texts >left; then
    fail "it steers: $(sed -n 1,8p left | od -c) $(cat commands.said)"
fi
if LC_ALL=C grep -r "^$(printf '\377')b" shown/lines shown/files >left; then
    fail "a name goes over two lines: $(cat left commands.said)"
fi
[ "$(ls shown/lines | wc -l)" -gt 500 ] || fail 'hardly anything was shown'
