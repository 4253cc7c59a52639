/* Profiles and catalogs to start from. */
#include "base/job.h"
#include "scaffold/known.h"
#include "wording/yaml_head.h"

#include <stdio.h>

void cs_scaffold_add_notes(struct cs_buf *out, const struct cs_scaffold_item *known)
{
    char sign[16];
    if (known->origin.size)
        cs_yaml_add_signed(out, CS_YAML_STEP, CS_SIGN_OF_ORIGIN, CS_SIGN_OF_ORIGIN, known->origin);
    for (uint32_t i = 0; i < known->proposal_count; i++) {
        snprintf(sign, sizeof sign, "#? %u. ", (unsigned)i + 1);
        cs_yaml_add_signed(out, CS_YAML_STEP, cs_text_of(sign), CS_TEXT("#?    "), known->proposals[i]);
    }
}

void cs_scaffold_add_item(struct cs_job *job, struct cs_buf *out, const struct cs_item *item, cs_text prefix,
                          const struct cs_scaffold_item *known)
{
    cs_yaml_add_question(job, out, CS_YAML_STEP, item, job->language);
    if (known)
        cs_scaffold_add_notes(out, known);
    if (known && known->is_inherited)
        return;
    cs_buf_add_repeat(out, ' ', CS_YAML_STEP);
    cs_yaml_add_key(out, prefix, item->id);
    cs_buf_add_byte(out, ':');
    cs_buf_add(out, known && known->lines.size ? known->lines : CS_TEXT("\n"));
}

/* Adds vendor, service and contact: the known values, or an empty place for each. */
static void add_vendor(struct cs_job *job, const struct cs_scaffold_start *start, struct cs_buf *out)
{
    bool ja = job->language == CS_JA;
    if (!start) {
        cs_buf_add(out, ja ? CS_TEXT("service:      # サービスの名前\nvendor:       # 会社の名前\n")
                           : CS_TEXT("service:      # name of the service\nvendor:       # name of the company\n"));
        return;
    }
    if (start->extends.size) {
        cs_yaml_add_field(out, 0, CS_TEXT("extends"), start->extends);
        return;
    }
    cs_yaml_add_field(out, 0, CS_TEXT("service"), start->service);
    cs_yaml_add_field(out, 0, CS_TEXT("vendor"), start->vendor);
}

static void add_contact(struct cs_job *job, const struct cs_scaffold_start *start, struct cs_buf *out)
{
    bool ja = job->language == CS_JA;
    cs_buf_add(out, ja ? CS_TEXT("date:         # 回答日 (2025-11-30 のように)\n")
                       : CS_TEXT("date:         # of the answers, such as 2025-11-30\n"));
    if (!start)
        cs_buf_add(out, ja ? CS_TEXT("contact:      # 問い合わせ先\n") : CS_TEXT("contact:      # for questions\n"));
    else if (start->extends.size == 0 && start->contact.size)
        cs_yaml_add_field(out, 0, CS_TEXT("contact"), start->contact);
}

/* Offers the products of a form: how they are named, and how an answer is given for each. */
static void add_products(struct cs_job *job, const struct cs_catalog *catalog,
                         const struct cs_scaffold_products *products, struct cs_buf *out)
{
    struct cs_buf list = {0}, answers = {0};
    if (products->count == 0 || catalog->item_count == 0)
        return;
    for (uint32_t i = 0; i < products->count; i++) {
        cs_buf_separate(&list, CS_TEXT(", "));
        cs_yaml_add_flow(&list, products->names[i]);
        cs_buf_separate(&answers, CS_TEXT(", "));
        cs_yaml_add_flow(&answers, products->names[i]);
        cs_buf_add(&answers, CS_TEXT(": ○"));
    }
    cs_buf_add(
        out,
        job->language == CS_JA
            ? CS_TEXT(
                  "# 様式には製品ごとに回答の列があります。自社の製品なら、products の # を外すと、製品ごとに答えられます:\n#   ")
            : CS_TEXT(
                  "# The form has a column of answers for each product. If they are yours, take the # before products\n"
                  "# away, and answer for each where they differ:\n#   "));
    cs_yaml_add_key(out, (cs_text){0}, catalog->items[0].id);
    cs_buf_add(out, CS_TEXT(": {"));
    cs_buf_add_line(out, cs_buf_text(&answers));
    cs_buf_add(out, CS_TEXT("}\n# products: ["));
    cs_buf_add_line(out, cs_buf_text(&list));
    cs_buf_add(out, CS_TEXT("]\n"));
    cs_buf_free(&list);
    cs_buf_free(&answers);
}

enum cs_language cs_scaffold_language(const struct cs_catalog *catalog, enum cs_language wanted)
{
    for (uint32_t i = 0; i < catalog->item_count; i++)
        if (catalog->items[i].ask && catalog->items[i].ask->in[wanted].size)
            return wanted;
    return catalog->language;
}

void cs_scaffold_profile(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_scaffold_start *start,
                         const struct cs_scaffold_products *products, struct cs_buf *out)
{
    uint32_t section = 0;
    cs_yaml_add_head(job, out, catalog, job->language);
    cs_buf_add(out, CS_TEXT("checksheet: profile/1\nlanguage: "));
    cs_buf_add(out, cs_language_code(start ? start->language : cs_scaffold_language(catalog, job->language)));
    cs_buf_add_byte(out, '\n');
    add_vendor(job, start, out);
    cs_yaml_add_catalog(out, catalog->id, cs_words_in(&catalog->edition, job->language), catalog->level);
    add_contact(job, start, out);
    if (products)
        add_products(job, catalog, products, out);
    cs_buf_add(out, CS_TEXT("answers:\n"));
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        for (; section < catalog->section_count && catalog->sections[section].first_item <= i; section++)
            cs_yaml_add_section(out, cs_words_in(&catalog->sections[section].title, job->language),
                                catalog->sections[section].depth);
        cs_scaffold_add_item(job, out, &catalog->items[i], (cs_text){0}, start ? &start->items[i] : NULL);
    }
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
