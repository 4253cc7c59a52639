/* Profiles and catalogs to start from. */
#include "base/job.h"
#include "checksheet/scaffold.h"
#include "wording/yaml_head.h"

/* The question as a comment, what to say in brackets, and the empty key. */
static void add_item(struct cs_job *job, struct cs_buf *out, const struct cs_item *item, cs_text prefix)
{
    cs_yaml_add_question(out, CS_YAML_STEP, item, job->language);
    cs_buf_add_repeat(out, ' ', CS_YAML_STEP);
    cs_yaml_add_key(out, prefix, item->id);
    cs_buf_add(out, CS_TEXT(":\n"));
}

void cs_scaffold_profile(struct cs_job *job, const struct cs_catalog *catalog, struct cs_buf *out)
{
    bool ja = job->language == CS_JA;
    uint32_t section = 0;
    cs_yaml_add_head(job, out, catalog, job->language);
    cs_buf_add(out, CS_TEXT("checksheet: profile/1\nlanguage: "));
    cs_buf_add(out, cs_language_code(job->language));
    cs_buf_add(out, ja ? CS_TEXT("\nservice:      # サービスの名前\nvendor:       # 会社の名前\n")
                       : CS_TEXT("\nservice:      # name of the service\nvendor:       # name of the company\n"));
    cs_yaml_add_catalog(out, catalog->id, cs_words_in(&catalog->edition, job->language), catalog->level);
    cs_buf_add(
        out,
        ja ? CS_TEXT("date:         # 回答日 (2025-11-30 のように)\ncontact:      # 問い合わせ先\nanswers:\n")
           : CS_TEXT("date:         # of the answers, such as 2025-11-30\ncontact:      # for questions\nanswers:\n"));
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        for (; section < catalog->section_count && catalog->sections[section].first_item <= i; section++)
            cs_yaml_add_section(out, cs_words_in(&catalog->sections[section].title, job->language),
                                catalog->sections[section].depth);
        add_item(job, out, &catalog->items[i], (cs_text){0});
    }
}

/* --- update ----------------------------------------------------------------------------------------------------- */

/* Where in the file the lines of a key begin: at the comments right above it. */
static uint32_t block_start(const struct cs_source *source, struct cs_span key)
{
    uint32_t line = cs_source_place(source, key.start).line;
    while (line > 1 && cs_text_starts(cs_text_trim(cs_source_line(source, line - 1)), CS_TEXT("#")))
        line--;
    return source->lines[line - 1];
}

static cs_text bytes_between(const struct cs_source *source, uint32_t from, uint32_t to)
{
    return (cs_text){source->bytes.bytes + from, to - from};
}

uint32_t cs_scaffold_update(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                            struct cs_buf *out)
{
    const struct cs_source *source = profile->source;
    const struct cs_catalog *catalog = answers->catalog;
    struct cs_buf prefix = {0}, added = {0};
    uint32_t done = 0, count = 0, end = (uint32_t)source->bytes.size;
    if (answers != &profile->sheets[0]) {
        cs_buf_add(&prefix, catalog->id);
        cs_buf_add_byte(&prefix, ' ');
    }
    /* Missing questions wait until the next one that the file has, and go in before it. Where the file's order is not
     * the catalog's, they go in before the first that still lies ahead, or at the end. */
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        struct cs_span key = answers->by_item[i].key;
        if (!key.source) {
            add_item(job, &added, &catalog->items[i], cs_buf_text(&prefix));
            count++;
            continue;
        }
        uint32_t start = block_start(source, key);
        if (added.size == 0 || start < done)
            continue;
        cs_buf_add(out, bytes_between(source, done, start));
        cs_buf_add(out, cs_buf_text(&added));
        cs_buf_clear(&added);
        done = start;
    }
    cs_buf_add(out, bytes_between(source, done, end));
    if (added.size && end && source->bytes.bytes[end - 1] != '\n')
        cs_buf_add_byte(out, '\n');
    cs_buf_add(out, cs_buf_text(&added));
    cs_buf_free(&added);
    cs_buf_free(&prefix);
    return count;
}

/* --- catalog ---------------------------------------------------------------------------------------------------- */

void cs_scaffold_catalog(struct cs_job *job, struct cs_buf *out)
{
    static const char *const text[CS_LANGUAGES] = {
        "# 自社や取引先の設問一覧。書き方は man 5 checksheet-catalog\n"
        "checksheet: catalog/1\n"
        "id: ACME\n"
        "language: ja\n"
        "title: 取引先のチェックシート\n"
        "edition: 2025年版\n"
        "marks:                       # 省くと ○ △ × －\n"
        "  ○: {id: ok, label: 対応済み}\n"
        "  △: {id: part, label: 一部対応, remark: required}\n"
        "  ×: {id: ng, label: 未対応, remark: required}\n"
        "  －: {id: na, label: 対象外, remark: required}\n"
        "sections:\n"
        "  1 体制:\n"
        "    1-1: 情報セキュリティの責任者を決めていますか。\n"
        "    1-2:\n"
        "      ask: 従業員にセキュリティ教育をしていますか。\n"
        "      guide: 対象、回数、内容\n"
        "  2 サービス:\n"
        "    2-1:\n"
        "      ask: 稼働率の目標は何パーセントですか。\n"
        "      kind: percent\n"
        "      flag: 必須\n",
        "# Questions of your own, or of a customer. See man 5 checksheet-catalog\n"
        "checksheet: catalog/1\n"
        "id: ACME\n"
        "language: en\n"
        "title: A customer's check sheet\n"
        "edition: \"2025\"\n"
        "marks:                       # left out: ○ △ × －\n"
        "  ○: {id: ok, label: Yes}\n"
        "  △: {id: part, label: Partly, remark: required}\n"
        "  ×: {id: ng, label: No, remark: required}\n"
        "  －: {id: na, label: Not applicable, remark: required}\n"
        "sections:\n"
        "  1 Organisation:\n"
        "    1-1: Is somebody responsible for information security?\n"
        "    1-2:\n"
        "      ask: Are staff trained in security?\n"
        "      guide: who, how often, what\n"
        "  2 Service:\n"
        "    2-1:\n"
        "      ask: What availability do you aim for?\n"
        "      kind: percent\n"
        "      flag: required\n",
    };
    cs_yaml_add_head(job, out, NULL, job->language);
    cs_buf_add(out, cs_text_of(text[job->language]));
}
