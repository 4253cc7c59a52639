. "$ROOT/tests/helpers.sh"

# What the system says is said in the language of messages, from a table of our own.
write_small
mkdir folder.yaml
for command in 'render acme -o nosuch/x.csv' '-C nosuch list'; do
    LC_ALL=ja_JP.UTF-8 wants 3 $command
    holds err 'そのようなファイルやフォルダーはありません'
    wants 3 $command
    holds err 'No such file or directory'
done
wants 3 --messages ja list ./folder.yaml
holds err 'フォルダーです'
wants 3 --messages en list ./folder.yaml
holds err 'Is a directory'
wants 3 --messages ja render acme -o acme.yaml/x.csv
holds err 'フォルダーではありません'
long=$(printf '%0300d' 0)
wants 3 --messages ja render acme -o "$long.csv"
holds err '名前が長すぎます'
