. "$ROOT/tests/helpers.sh"

# The keys that the loaders read are those that schema.def has, object by object. A table that is new there needs a row
# here, and keys there.
objects='profile_fields profile
own_catalog_fields long-catalog
other_catalog_fields long-other-catalog
answer_fields long-answer
fields long-document
approval_fields approval
fact_fields typed-fact
variant_fields own-items
languages translations
layout_fields layout
mark_fields long-mark
catalog_fields catalog
section_fields section
item_fields long-item
choice_fields long-choice
demand_fields detail
crosswalk_fields crosswalk
link_fields link
part_fields form-part
place_fields place
none_fields no-counterpart
thesaurus_fields thesaurus
group_fields word-group'

# Forms, which import writes and reads back, have no schema but for their parts, which catalogs have as well; records
# have none.
ls "$ROOT"/src/load/*.c | grep -v '/load_record\.c$' | xargs cat |
    sed 's/static const struct cs_field form_fields.*/struct {/' |
    awk '/static const struct cs_field / { table = $5; sub(/\[.*/, "", table) }
         {
             for (rest = $0; table && match(rest, /{"[a-z]+"/); rest = substr(rest, RSTART + RLENGTH))
                 print table, substr(rest, RSTART + 2, RLENGTH - 3)
         }
         /};/ { table = "" }' |
    sort -u >read
cut -d ' ' -f 1 read | sort -u >tables
echo "$objects" | cut -d ' ' -f 1 | sort | is tables
echo "$objects" | while read -r table object; do
    sed -n "s/^$table //p" read | sed "s/^/$object /"
done | sort >known
sed -n 's/^CS_KEY("\([a-z-]*\)", "\([a-z]*\)".*/\1 \2/p' "$ROOT/src/schema/schema.def" | sort | diff -u known - ||
    fail 'src/schema/schema.def (+) has other keys than src/load (-)'
