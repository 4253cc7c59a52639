. "$ROOT/tests/helpers.sh"

# A wrong command line: one line that says what, with a guess; one that points to help; exit 2; nothing on stdout.
slip() {
    message=$1
    shift
    wants 2 "$@"
    empty out
    printf '%s\n' "$message" | is err
}

slip "checksheet: 'validte' is not a command. Did you mean 'validate'?
Try 'checksheet --help'." validte
slip "checksheet: 'frobnicate' is not a command.
Try 'checksheet --help'." frobnicate
slip "checksheet validate: unknown option '--fromat'. Did you mean '--format'?
Try 'checksheet validate --help'." validate --fromat short
slip "checksheet validate: unknown option '--fromat'. Did you mean '--format'?
Try 'checksheet validate --help'." validate --fromat=short
slip "checksheet list: unknown option '-x'.
Try 'checksheet list --help'." list -x
slip "checksheet: unknown option '-v'. Did you mean '-V'?
Try 'checksheet --help'." -v
slip "checksheet validate: --fail-on: 'warnin' is not one of error, warning, never. Did you mean 'warning'?
Try 'checksheet validate --help'." validate --fail-on warnin
slip "checksheet list: --lang: 'fr' is not one of ja, en.
Try 'checksheet list --help'." --lang fr list
slip "checksheet list: --color: 'allways' is not one of auto, always, never. Did you mean 'always'?
Try 'checksheet list --help'." list --color=allways
slip "checksheet validate: -f needs a value.
Try 'checksheet validate --help'." validate -f
slip "checksheet render: --quiet takes no value.
Try 'checksheet render --help'." render --quiet=1
slip "checksheet validate: --max-age: 'x' is not a number of days.
Try 'checksheet validate --help'." validate --max-age x
slip "checksheet validate: --max-age: '-1' is not a number of days.
Try 'checksheet validate --help'." validate --max-age=-1
slip "checksheet validate: --as-of: '2025-02-30' is not a date such as 2025-11-30.
Try 'checksheet validate --help'." validate --as-of 2025-02-30
slip "checksheet new: --kind: 'catalogue' is not one of profile, catalog. Did you mean 'catalog'?
Try 'checksheet new --help'." new --kind catalogue
slip "checksheet render: say where to write: -o OUT.xlsx.
Try 'checksheet render --help'." render acme
slip "checksheet render: the ending of 'x.foo' names no format. Add -f with one of xlsx, html, csv, md, json, tsv, yaml.
Try 'checksheet render --help'." render acme -o x.foo
slip "checksheet render: the ending of 'x' names no format. Add -f with one of xlsx, html, csv, md, json, tsv, yaml.
Try 'checksheet render --help'." render acme -o x
slip "checksheet render: 'b': several profiles need a folder for their sheets: --to DIR.
Try 'checksheet render --help'." render a b -o x.csv
slip "checksheet list: one argument too many: 'b'.
Try 'checksheet list --help'." list a b
slip "checksheet show: missing: CATALOG NUMBER.
Try 'checksheet show --help'." show METI
slip "checksheet show: METI has no question '6-88'. Did you mean '6-8'?
Try 'checksheet show --help'." show METI 6-88
slip "checksheet help: there is no help on 'profil'. Did you mean 'profile'?
Try 'checksheet help --help'." help profil
slip "checksheet list: there is no catalog 'METTI'. Did you mean 'METI'?
Try 'checksheet list --help'." list METTI

# In Japanese, where the locale is: --lang is an option like others and may be what is wrong.
export LC_ALL=ja_JP.UTF-8
slip "checksheet: 'validte' というコマンドはありません。 もしかして 'validate'?
使い方: checksheet --help" validte
