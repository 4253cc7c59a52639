. "$ROOT/tests/helpers.sh"

# An output replaces the file by rename, keeps its mode, follows a link, and leaves nothing else behind.
write_small
number() {
    ls -i "$1" | awk '{ print $1 }'
}
mode() {
    ls -l "$1" | cut -c 1-10
}
mkdir dir
for format in $(sheet_formats); do
    file=dir/sheet.$format
    echo old >$file
    chmod 640 $file
    ln $file old-$format # still the old bytes afterwards
    before=$(number $file)
    wants 0 render acme -o $file --force
    [ "$(number $file)" != "$before" ] || fail "$file was written in place"
    echo old | is old-$format
    [ "$(mode $file)" = -rw-r----- ] || fail "$file has the mode $(mode $file)"
    [ "$(ls dir | wc -l)" -eq 1 ] || fail "left behind: $(ls dir)"
    rm -f $file
    umask 027
    wants 0 render acme -o $file --force
    [ "$(mode $file)" = -rw-r----- ] || fail "a new $file has the mode $(mode $file)"
    umask 022
    rm -f $file
done

mkdir far
echo old >far/target.csv
ln -s ../far/target.csv dir/link.csv
wants 0 render acme -o dir/link.csv --force
[ -h dir/link.csv ] || fail 'the link was replaced'
holds far/target.csv 'SMALL 1-1'
[ "$(ls dir far | tr '\n' ' ')" = 'dir: link.csv  far: target.csv ' ] || fail "left behind: $(ls dir far)"
