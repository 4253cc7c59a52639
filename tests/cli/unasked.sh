. "$ROOT/tests/helpers.sh"

# A row with a number and no question, answered or not, is said with its cell and makes the exit code 1; the catalog that is
# made of the others loads all the same, and has the number as a comment. Numbers that stand ready behind the last question
# are none.
printf 'No.,Question,Answer\n1,Do you patch servers?,\n2,,\n3,Do you train staff?,\n4,,Yes\n5,Do you log?,\n6,,\n7,,\n' >form.csv
wants 1 import --as catalog form.csv -c FORM -o form.yaml
holds err 'form.csv:A3: nothing is asked here: 2'
holds err 'form.csv:A5: nothing is asked here: 4'
lacks err 'asked here: 6'
grep -c '^# [24]: ?$' form.yaml >found
echo 2 | is found
wants 0 validate form.yaml
holds out '3 questions'
wants 0 new -c form.yaml -o mine.yaml

# A chapter's number alone is its heading, as ever.
printf 'No.,Question,Answer\n1,,\n1-1,Do you patch servers?,\n1-2,Do you train staff?,\n2,,\n2-1,Do you log?,\n2-2,Do you test?,\n' >chapters.csv
wants 0 import --as catalog chapters.csv -c CHAPTERS -o chapters.yaml
wants 0 validate chapters.yaml
holds out '4 questions'
