/* Texts by product, written and read: see by_product.h. */
#include "wording/by_product.h"

static const struct {
    cs_text open, between, close;
} brackets[CS_LANGUAGES] = {
    [CS_JA] = {CS_LITERAL("【"), CS_LITERAL("・"), CS_LITERAL("】")},
    [CS_EN] = {CS_LITERAL("["), CS_LITERAL(", "), CS_LITERAL("] ")},
};

void cs_buf_add_products(struct cs_buf *out, const cs_text *names, uint32_t count, enum cs_language language)
{
    for (uint32_t i = 0; i < count; i++) {
        cs_buf_add(out, i ? brackets[language].between : brackets[language].open);
        cs_buf_add(out, names[i]);
    }
    cs_buf_add(out, brackets[language].close);
}

cs_text cs_texts_by_product(struct cs_job *job, const cs_text *products, const cs_text *texts, uint32_t count,
                            enum cs_language language)
{
    struct cs_buf lines = {0};
    cs_text *names = cs_alloc_array(&job->arena, count + 1u, sizeof *names);
    for (uint32_t i = 0, first; i < count; i++) {
        for (first = 0; !cs_text_equal(texts[first], texts[i]);)
            first++;
        if (first < i || texts[i].size == 0)
            continue; /* included with the first that says the same, or nothing */
        uint32_t named = 0;
        for (uint32_t k = i; k < count; k++)
            if (cs_text_equal(texts[k], texts[i]))
                names[named++] = products[k];
        cs_buf_separate(&lines, CS_TEXT("\n"));
        cs_buf_add_products(&lines, names, named, language);
        cs_buf_add(&lines, texts[i]);
    }
    return cs_buf_take(&job->arena, &lines);
}

struct cs_product_names cs_products_at(cs_text line)
{
    for (int language = 0; language < CS_LANGUAGES; language++) {
        cs_text open = brackets[language].open, close = cs_text_trim(brackets[language].close);
        ptrdiff_t end = cs_text_starts(line, open) ? cs_text_find(line, close) : -1;
        if (end >= 0)
            return (struct cs_product_names){.whole = {line.bytes, (size_t)end + close.size},
                                             .rest = {line.bytes + open.size, (size_t)end - open.size},
                                             .between = cs_text_trim(brackets[language].between)};
    }
    return (struct cs_product_names){0};
}

cs_text cs_take_product(struct cs_product_names *names)
{
    ptrdiff_t at = cs_text_find(names->rest, names->between);
    cs_text name = {names->rest.bytes, at < 0 ? names->rest.size : (size_t)at};
    names->rest = cs_text_skip(names->rest, at < 0 ? name.size : name.size + names->between.size);
    return cs_text_trim(name);
}
