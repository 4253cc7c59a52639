. "$ROOT/tests/helpers.sh"

# There is no PDF, but a line that makes one; it works.
write_small
mkdir -p 'a folder'
wants 2 render acme -o 'a folder/acme.pdf'
holds err "checksheet writes no PDF. Write -o 'a folder/acme.xlsx' instead, then: soffice"
[ ! -e 'a folder/acme.pdf' ] || fail 'a PDF was written'
wants 2 diff acme.yaml acme.yaml -o acme.pdf --messages ja
holds err "代わりに -o 'acme.xlsx' とし、続けて: soffice --headless --convert-to pdf 'acme.xlsx'"
wants 2 render acme -o acme.text # a format of reports
wants 2 render acme -o acme.txt
command -v soffice >/dev/null || skip 'soffice is not there: the line was not tried'
wants 2 render acme -o 'a folder/acme.pdf'
wants 0 render acme -o "$(sed -n "1s/.* -o '\([^']*\)'.*/\1/p" err)"
wants 2 render acme -o 'a folder/acme.pdf'
line=$(sed -n '1s/.*: soffice /soffice -env:UserInstallation=file:\/\/$TMP\/office /p' err)
(eval "$line") >office.log 2>&1 || fail "$line: $(cat office.log)"
[ "$(head -c 4 'a folder/acme.pdf')" = %PDF ] || fail 'the line made no PDF'
