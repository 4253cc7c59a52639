/* Profiles and catalogs to start from. */
#include "base/job.h"
#include "checksheet/edit.h"
#include "scaffold/scaffold.h"
#include "wording/yaml_head.h"

/* The question as a comment, what to say in brackets, and the empty key. */
static void add_item(struct cs_job *job, struct cs_buf *out, const struct cs_item *item, cs_text prefix)
{
    cs_yaml_add_question(job, out, CS_YAML_STEP, item, job->language);
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

/* Questions that a file lacks and that go in at one place. */
struct lacking {
    struct cs_job *job;
    struct cs_edits *edits;
    const struct cs_profile *profile;
    const struct cs_answers *answers;
    cs_text prefix;
};

/* A key's name, as it reads without quotes. */
static cs_text name_of(struct cs_span key)
{
    cs_text name = cs_span_text(key);
    if (name.size >= 2 && (name.bytes[0] == '"' || name.bytes[0] == '\''))
        name = (cs_text){name.bytes + 1, name.size - 2};
    return name;
}

static bool is_in_file(const struct lacking *lacking, uint32_t item)
{
    return item < lacking->answers->catalog->item_count &&
           lacking->answers->by_item[item].key.source == lacking->profile->source;
}

static void put_items(struct lacking *lacking, uint32_t first, uint32_t end, struct cs_keys keys,
                      enum cs_edit_where where)
{
    struct cs_buf lines = {0};
    for (uint32_t i = first; i < end; i++)
        add_item(lacking->job, &lines, &lacking->answers->catalog->items[i], lacking->prefix);
    if (lines.size && keys.at[1].size == 0 && !cs_edit_has(lacking->edits, keys)) {
        struct cs_buf with_key = {0};
        cs_buf_add(&with_key, CS_TEXT("answers:\n"));
        cs_buf_add(&with_key, cs_buf_text(&lines));
        cs_edit_insert(lacking->edits, (struct cs_keys){0}, CS_EDIT_LAST, cs_buf_text(&with_key), 0);
        cs_buf_free(&with_key);
    } else if (lines.size)
        cs_edit_insert(lacking->edits, keys, where, cs_buf_text(&lines), CS_YAML_STEP);
    cs_buf_free(&lines);
}

/* The items [first, end) go behind the one before them, as far as they are of its section, and the rest before the one
 * behind them. */
static void put_run(struct lacking *lacking, uint32_t first, uint32_t end)
{
    const struct cs_answers *answers = lacking->answers;
    const struct cs_item *items = answers->catalog->items;
    cs_text all = CS_TEXT("answers");
    uint32_t split = first;
    if (first > 0 && is_in_file(lacking, first - 1)) {
        bool has_next = is_in_file(lacking, end);
        while (split < end && (!has_next || items[split].section == items[first - 1].section))
            split++;
        put_items(lacking, first, split, CS_KEYS(all, name_of(answers->by_item[first - 1].key)), CS_EDIT_BEHIND);
    }
    if (split < end && is_in_file(lacking, end))
        put_items(lacking, split, end, CS_KEYS(all, name_of(answers->by_item[end].key)), CS_EDIT_BEFORE);
    else if (split < end)
        put_items(lacking, split, end, CS_KEYS(all), CS_EDIT_LAST);
}

bool cs_scaffold_update(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                        cs_text *updated, uint32_t *count)
{
    const struct cs_catalog *catalog = answers->catalog;
    struct cs_buf prefix = {0};
    if (answers != &profile->sheets[0]) {
        cs_buf_add(&prefix, catalog->id);
        cs_buf_add_byte(&prefix, ' ');
    }
    struct lacking lacking = {job, cs_edit_begin(job, profile->source), profile, answers,
                              cs_buf_copy(&job->arena, &prefix)};
    cs_buf_free(&prefix);
    *count = 0;
    for (uint32_t i = 0; lacking.edits && i < catalog->item_count; i++) {
        uint32_t first = i;
        while (i < catalog->item_count && !answers->by_item[i].key.source)
            i++;
        *count += i - first;
        if (i > first)
            put_run(&lacking, first, i);
    }
    return lacking.edits && cs_edit_finish(lacking.edits, updated);
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
