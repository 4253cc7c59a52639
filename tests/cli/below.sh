. "$ROOT/tests/helpers.sh"

# Without a file: every file of ours below this directory, sorted; dot directories and other YAML are left alone.
write_small
mkdir -p b a/deep .hidden
cp acme.yaml b/two.yml
cp acme.yaml a/deep/three.yaml
cp acme.yaml .hidden/four.yaml
cp acme.yaml .five.yaml
printf 'services:\n  web: {image: nginx}\n' >compose.yaml
printf '# a comment first\n\n---\n%s\n' "$(cat acme.yaml)" >commented.yaml
printf 'checksheet: profile/1\n' >acme.txt
wants 0 validate
cut -d : -f 1 out >names
is names <<'END'
a/deep/three.yaml
acme.yaml
b/two.yml
catalogs/small.yaml
commented.yaml
END
mkdir nothing
wants 3 -C nothing validate
holds err 'nothing to check below this directory'

# Links to directories are not followed, so that a loop does no harm.
ln -s .. b/loop
wants 0 validate
[ "$(wc -l <out)" -eq 5 ] || fail 'a link was followed'
