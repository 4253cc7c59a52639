/* Short texts for the terminal; the manual pages tell the whole. */
#include "cmd/topics.h"
#include "base/base.h"

static const struct {
    cs_text word, text[CS_LANGUAGES];
} topics[] = {
#define TOPIC(word, ja, en)                                                                                            \
    {                                                                                                                  \
        CS_LITERAL(word),                                                                                              \
        {                                                                                                              \
            CS_LITERAL(ja), CS_LITERAL(en)                                                                             \
        }                                                                                                              \
    }
    TOPIC("profile",
          "回答ファイルの形 (くわしくは man 5 checksheet-profile)\n\n"
          "  checksheet: profile/1\n"
          "  service: サンプルクラウド\n"
          "  vendor: 株式会社サンプル\n"
          "  catalog: METI\n"
          "  date: 2025-11-01\n"
          "  answers:\n"
          "    6-8: ○ 毎日バックアップを取得します。      記号、空白、補足説明\n"
          "    6-9:                                        長い書き方\n"
          "      status: △\n"
          "      remark: |\n"
          "        1行目\n"
          "        2行目\n"
          "      evidence: [手順書 OP-11, https://example.jp/terms]\n"
          "      reviewed: 2025-10-14\n"
          "      owner: 基盤チーム\n"
          "      by: AWS                                   実施するのがほかの会社のとき\n"
          "    6-10: = METI 6-8                            同じ答え\n"
          "    6-11:                                       未回答\n",
          "What a profile looks like (all of it: man 5 checksheet-profile)\n\n"
          "  checksheet: profile/1\n"
          "  language: en\n"
          "  service: Sample Cloud\n"
          "  vendor: Sample Inc.\n"
          "  catalog: METI\n"
          "  date: 2025-11-01\n"
          "  answers:\n"
          "    6-8: ○ Backed up every day.                 a mark, a space, the remark\n"
          "    6-9:                                        the long form\n"
          "      status: △\n"
          "      remark: |\n"
          "        line one\n"
          "        line two\n"
          "      evidence: [procedure OP-11, https://example.com/terms]\n"
          "      reviewed: 2025-10-14\n"
          "      owner: platform team\n"
          "      by: AWS                                   when somebody else runs it\n"
          "    6-10: = METI 6-8                            the same answer\n"
          "    6-11:                                       not answered yet\n"),
    TOPIC("catalog",
          "カタログの形 (くわしくは man 5 checksheet-catalog)\n\n"
          "  checksheet new --kind catalog my.yaml   ひな形を作る\n"
          "  checksheet list                         使えるカタログ\n"
          "  CHECKSHEET_PATH=DIR:DIR                 自分のカタログを置いた場所。組み込みより先に使う\n",
          "What a catalog looks like (all of it: man 5 checksheet-catalog)\n\n"
          "  checksheet new --kind catalog my.yaml   write one to start from\n"
          "  checksheet list                         the catalogs there are\n"
          "  CHECKSHEET_PATH=DIR:DIR                 where yours are; used before the built-in ones\n"),
    TOPIC("marks",
          "回答の記号\n\n"
          "  ○ ok     対応済み        △ part   一部対応\n"
          "  × ng     未対応          － na     対象外\n"
          "  予定 plan   非公開 nda   記述 told (はい・いいえを言わない回答)\n\n"
          "記号の代わりに ok part ng na plan nda told と打てます。〇 ◯ ✕ - N/A などの書き方も読みます。\n",
          "The marks of answers\n\n"
          "  ○ ok     yes             △ part   partly\n"
          "  × ng     no              － na     not applicable\n"
          "  予定 plan   非公開 nda (not disclosed)   記述 told (in words, without yes or no)\n\n"
          "Type ok part ng na plan nda told in place of the marks. Spellings such as 〇 ◯ ✕ - N/A are read too.\n"),
    TOPIC("yaml",
          "YAML でつまずく所\n\n"
          "  6-8: ○ 保管期間: 30日      文の中の「: 」は区切りになる。全角の「：」にするか \"...\" で囲む\n"
          "  6-8: ○ 課題 #123           「 #」から後ろはコメントになり、消える。\"...\" で囲む\n"
          "  6-8：○   6-8:○            番号の後ろは半角の「:」と空白\n"
          "  6-8: [社外秘] ○            [ { @ ` * & ! - で始まる文は \"...\" で囲む\n"
          "  字下げ                     半角スペースだけ。タブと全角スペースは使えない\n"
          "  remark: |                  下に字下げして書くと、改行も記号もそのまま残る\n\n"
          "どの値も書いたとおりの文です。6-10 は日付に、no は偽に、1.10 は 1.1 になりません。\n",
          "Where YAML trips people\n\n"
          "  6-8: ○ kept for: 30 days    a colon and a space separate; put the whole text in \"...\"\n"
          "  6-8: ○ issue #123           what follows a # is a comment and lost; put the text in \"...\"\n"
          "  6-8：○   6-8:○             a number is followed by a plain colon and a space\n"
          "  6-8: [draft] ○              a text that begins with [ { @ ` * & ! - goes in \"...\"\n"
          "  indentation                 plain spaces; no tabs, no full-width spaces\n"
          "  remark: |                   what is indented below it keeps its lines and signs\n\n"
          "Every value is the text as written: 6-10 is no date, no is no truth value, 1.10 is not 1.1.\n"),
    TOPIC("ci",
          "CI で使う\n\n"
          "  checksheet validate                                  この下の全部。誤りがあれば終了コード 1\n"
          "  checksheet validate --fail-on warning --complete     未回答と古い回答も止める\n"
          "  checksheet validate -f github                        GitHub の注釈と要約\n"
          "  checksheet validate --report gitlab=codequality.json --report junit=junit.xml\n"
          "  checksheet validate -f sarif -o checksheet.sarif     GitHub code scanning\n"
          "  checksheet validate -f rdjson                        reviewdog\n"
          "  checksheet diff OLD NEW -f md --fail-on worse        変わった所。プルリクエストのコメントに\n\n"
          "--as-of 2025-11-30 か SOURCE_DATE_EPOCH で、今日の日付によらない結果になります。\n",
          "In CI\n\n"
          "  checksheet validate                                  all below here; exit 1 on errors\n"
          "  checksheet validate --fail-on warning --complete     open and stale answers stop it too\n"
          "  checksheet validate -f github                        annotations and summary on GitHub\n"
          "  checksheet validate --report gitlab=codequality.json --report junit=junit.xml\n"
          "  checksheet validate -f sarif -o checksheet.sarif     GitHub code scanning\n"
          "  checksheet validate -f rdjson                        reviewdog\n"
          "  checksheet diff OLD NEW -f md --fail-on worse        what changed, for a comment on a pull request\n\n"
          "--as-of 2025-11-30 or SOURCE_DATE_EPOCH makes the result independent of the day.\n"),
    TOPIC("exit-codes",
          "終了コード\n\n"
          "  0  終わった。--fail-on 以上の指摘はない\n"
          "  1  指摘がある (validate)、誤りがあるので書かなかった (render)、\n"
          "     --exit-code や --fail-on worse で尋ねた違いがある (diff)\n"
          "  2  コマンドラインの誤り。何も読んでいない\n"
          "  3  続けられなかった: ファイルがない、読めない、書けない、メモリーが足りない\n",
          "Exit codes\n\n"
          "  0  done; nothing at or above --fail-on\n"
          "  1  problems found (validate), not rendered because of errors (render),\n"
          "     the difference that --exit-code or --fail-on worse asks about (diff)\n"
          "  2  wrong command line; nothing was read\n"
          "  3  could not work: a file missing, unreadable or not writable, out of memory\n"),
#undef TOPIC
};

enum { TOPICS = sizeof topics / sizeof *topics };

bool topics_help(struct cs_buf *out, cs_text word, enum cs_language language)
{
    for (int command = 0; command < COMMANDS; command++)
        if (!command_is_hidden((enum command)command) && cs_text_equal(word, command_word((enum command)command))) {
            options_help(out, (enum command)command, language);
            return true;
        }
    for (int i = 0; i < TOPICS; i++)
        if (cs_text_equal(word, topics[i].word)) {
            cs_buf_add(out, topics[i].text[language]);
            return true;
        }
    return false;
}

cs_text topics_word(int index)
{
    return index < TOPICS ? topics[index].word : (cs_text){0};
}

cs_text topics_guess(struct cs_job *job, cs_text word)
{
    cs_text words[TOPICS + COMMANDS];
    uint32_t count = 0;
    for (int i = 0; i < TOPICS; i++)
        words[count++] = topics[i].word;
    for (int command = 0; command < COMMANDS; command++)
        if (!command_is_hidden((enum command)command))
            words[count++] = command_word((enum command)command);
    return cs_guess_text(job, word, words, count);
}
