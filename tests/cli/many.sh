. "$ROOT/tests/helpers.sh"

# Many profiles at a time: render P... --to DIR -f FORMATS.
write_small
mkdir -p 'お客様 一覧/下'
cp acme.yaml beta.checksheet.yaml
cp acme.yaml "お客様 一覧/甲 社.yaml"
cp acme.yaml 'お客様 一覧/下/乙.yml'

# Each file is what it would be alone, and is said; a folder stands for the profiles below it, the catalog in it for none.
wants 0 render acme beta 'お客様 一覧' --to sheets/new -f xlsx,md,csv
ls sheets/new | LC_ALL=C sort >names
is names <<'NAMES'
acme.csv
acme.md
acme.xlsx
beta.csv
beta.md
beta.xlsx
乙.csv
乙.md
乙.xlsx
甲 社.csv
甲 社.md
甲 社.xlsx
NAMES
[ "$(grep -c 'questions' err)" -eq 12 ] || fail "not each file is said: $(cat err)"
holds err 'wrote the sheets of 4 profiles to sheets/new'
empty out
for format in xlsx md csv; do
    wants 0 render acme -o alone.$format
    same alone.$format sheets/new/acme.$format
done
wants 0 render --to all
[ -f all/acme.xlsx ] && [ -f "all/甲 社.xlsx" ] || fail "not all below this folder: $(ls all)"
wants 0 render -q acme beta --to sheets/new -f md
empty err

# One profile twice is one; two of one name are refused before anything is written, and so is what is about one file.
ln -s acme.yaml same.yaml
wants 0 render acme ./acme.yaml . --to once -f md
[ "$(ls once | grep -c acme)" -eq 1 ] || fail "$(ls once)"
mkdir other
cp acme.yaml other
wants 2 render acme other/acme beta --to never -f md
holds err "'acme.yaml' and 'other/acme.yaml' would both become never/acme"
[ ! -e never ] || fail 'the folder was made for nothing'
wants 2 render acme beta -o x.md
holds err "'beta': several profiles need a folder for their sheets: --to DIR"
wants 2 render other -o x.md
holds err '--to DIR'
for option in '-o x.md' '--base beta.yaml' '--record x.json' '--stdin-name x'; do
    # unquoted on purpose: two words
    wants 2 render acme beta --to never $option
    holds err 'does not go with --to DIR'
done
wants 2 render acme --to never -f md,pdf
holds err "'pdf' is not one of xlsx"
wants 2 render - --to never
wants 2 render acme --to never -j 0
wants 2 render acme beta --to never -c NOWHERE
[ "$(grep -c NOWHERE err)" -eq 1 ] || fail "a catalog that is not there is said more than once: $(cat err)"
[ ! -e never ] || fail 'the folder stays behind'

# One that is not valid stops no other; the worst is the exit status, and all is said in order.
sed 's/○ 社長/◎ 社長/' acme.yaml >bad.yaml
wants 1 render acme bad beta --to some -f md
holds err 'wrote the sheets of 2 profiles to some; not of 1'
[ -f some/beta.md ] && [ ! -e some/bad.md ] || fail "$(ls some)"
wants 3 render acme nowhere bad beta --to some -f md
holds err "there is no 'nowhere'"
wants 0 render bad acme --to some -f md --allow-errors
wants 1 render bad --to none -f md
[ ! -e none ] || fail 'a folder with nothing in it was left'

# What is there is not written over, but for what checksheet wrote; an input never.
echo 'minutes of the meeting' >some/acme.md
wants 3 render acme beta --to some -f md
echo 'minutes of the meeting' | is some/acme.md
holds err 'wrote the sheets of 1 profiles to some; not of 1'
wants 0 render acme beta --to some -f md --force
wants 3 render acme beta --to . -f yaml --force
holds err "'./acme.yaml' is an input and is not overwritten"
ln -s acme.md some/linked.md
cp acme.yaml linked.yaml
wants 3 render acme linked --to some -f md
holds err 'would be written twice'
echo x >file
wants 3 render acme beta --to file -f md
holds err "'file' is no folder"
wants 3 render acme beta --to file/below -f md
holds err "cannot write 'file/below'"
mkdir locked
chmod a-w locked
[ -w locked ] || {
    wants 3 render acme beta --to locked -f md
    [ "$(grep -c locked err)" -eq 1 ] || fail "a folder that nobody may write to is said more than once: $(cat err)"
}

# A catalog beside a profile is that profile's alone; a broken one is told to each that needs it, and to no other.
mkdir left right broken
for side in left right broken; do
    sed "s/^title: .*/title: $side/; s/^id: .*/id: OWN/" catalogs/small.yaml >$side/own.yaml
    sed "s/id: SMALL/id: OWN/" acme.yaml >$side/$side.yaml
done
wants 0 render left right --to near -f md
holds near/left.md left
holds near/right.md right
lacks near/right.md left
echo 'colour: blue' >>broken/own.yaml
cp broken/broken.yaml broken/second.yaml
wants 1 render left broken right --to near2 -f md
same near/right.md near2/right.md
[ "$(grep -c 'broken/own.yaml:.*unknown-key' err)" -eq 2 ] || fail "a broken catalog is not told to both: $(cat err)"
wants 0 render left right --to near3 -f md -c OWN
same near/left.md near3/left.md
wants 0 render left right --to near4 -f md -c left/own.yaml
holds near4/right.md left

# Interrupted, it ends what is under way, and leaves no temporary file.
mkdir lots
read_all acme.yaml
for number in $(awk 'BEGIN { for (i = 1; i <= 300; i++) print i }'); do
    printf '%s\n' "$all" >lots/$number.yaml
done
mkdir temporary
TMPDIR=$TMP/temporary "$CHECKSHEET" render lots --to cut -f xlsx,md -j 4 2>said &
pid=$!
tries=0
while [ ! -s said ] && [ $tries -lt 200 ]; do
    tries=$((tries + 1))
    sleep 0.05 2>/dev/null || sleep 1
done
kill -TERM $pid 2>/dev/null
wait $pid
code=$?
[ $code -eq 143 ] || [ "$(ls cut | wc -l)" -eq 600 ] || fail "exit $code"
[ -z "$(ls -A temporary)" ] || fail "left behind: $(ls -A temporary)"
[ -z "$(find cut -name '.*' -type f)" ] || fail "left behind: $(ls -A cut)"
