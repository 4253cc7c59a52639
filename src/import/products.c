/* Answers by product: each is read from the product's own cells and what the products share. See products.h. */
#include "import/products.h"
#include "match/similar.h"
#include "model/cell.h"
#include "wording/by_product.h"
#include "wording/wording.h"

/* --- a shared remark ---------------------------------------------------------------------------------------------- */

/* Takes 【A・B】 or [A, B] off a text, if all of these are products of the page; *is_meant if one of them is the product. */
static bool take_names(const struct cs_page *page, cs_text *text, uint32_t product, bool *is_meant)
{
    struct cs_arena *arena = &page->job->arena;
    struct cs_product_names names = cs_products_at(*text);
    bool any = false;
    *is_meant = false;
    while (names.rest.size) {
        cs_text name = cs_text_bare(arena, cs_take_product(&names));
        uint32_t i = 0;
        while (i < page->product_count && !cs_text_equal(name, cs_text_bare(arena, page->products[i])))
            i++;
        if (i == page->product_count)
            return false;
        *is_meant |= i == product;
        any = true;
    }
    if (any)
        *text = cs_text_trim(cs_text_skip(*text, names.whole.size));
    return any;
}

/* How far a text goes that is said of the same products: up to a line that names others. */
static size_t end_of_words(const struct cs_page *page, cs_text text)
{
    for (size_t i = 0; i < text.size; i++) {
        cs_text line = cs_text_skip(text, i + 1);
        bool is_meant;
        if (text.bytes[i] == '\n' && take_names(page, &line, 0, &is_meant))
            return i;
    }
    return text.size;
}

/* What a remark that products share says of one of them, and of all. */
static cs_text shared_words(const struct cs_page *page, cs_text remark, uint32_t product)
{
    cs_text words = {0};
    for (cs_text rest = cs_text_trim(remark); rest.size;) {
        bool is_meant, names_some = take_names(page, &rest, product, &is_meant);
        size_t end = end_of_words(page, rest);
        if (is_meant || !names_some)
            words = cs_text_below(&page->job->arena, words, cs_text_trim((cs_text){rest.bytes, end}));
        rest = cs_text_trim(cs_text_skip(rest, end));
    }
    return words;
}

/* --- the answers -------------------------------------------------------------------------------------------------- */

struct cs_line cs_products_line(const struct cs_line *line, uint32_t product)
{
    const struct cs_line_part *part = &line->parts[product];
    const struct cs_page *page = line->page;
    struct cs_line own = *line;
    own.cells = cs_alloc_array(&page->job->arena, CS_ROLES, sizeof *own.cells);
    own.columns = cs_alloc_array(&page->job->arena, CS_ROLES, sizeof *own.columns);
    for (int role = 0; role < CS_ROLES; role++) {
        own.cells[role] = line->cells[role];
        own.columns[role] = line->columns[role];
        uint32_t main = page->of_role[role];
        bool is_shared = main == CS_NO_COLUMN || page->columns[main].product == 0;
        if (part->columns[role] != CS_NO_COLUMN || !is_shared) {
            own.cells[role] = part->cells[role];
            own.columns[role] = part->columns[role];
        }
    }
    if (part->columns[CS_ROLE_REMARK] == CS_NO_COLUMN)
        own.cells[CS_ROLE_REMARK] = shared_words(page, own.cells[CS_ROLE_REMARK], product);
    own.chose_twice = part->chose_twice;
    return own;
}

/* True for a product that the line answers for. */
static bool is_answered(const struct cs_marked *marked, const struct cs_line_part *part)
{
    return marked->state != CS_STATE_NONE || part->cells[CS_ROLE_ANSWER].size || part->cells[CS_ROLE_REMARK].size;
}

/* True if two products say the same, in all their cells. */
static bool agree(const struct cs_line *line, const struct cs_marked *parts, uint32_t a, uint32_t b)
{
    bool same = parts[a].state == parts[b].state && parts[a].fault == parts[b].fault &&
                cs_text_equal(parts[a].answer, parts[b].answer) && cs_text_equal(parts[a].remark, parts[b].remark);
    for (int role = 0; role < CS_ROLES && same; role++)
        same = role == CS_ROLE_ANSWER || role == CS_ROLE_REMARK ||
               cs_text_equal(line->parts[a].cells[role], line->parts[b].cells[role]);
    return same;
}

/* A product's mark and words in one text. */
static cs_text in_full(struct cs_job *job, const struct cs_marked *part)
{
    const cs_text both[] = {part->answer, part->remark};
    return part->answer.size && part->remark.size ? cs_texts_join(job, both, 2, CS_TEXT(" "))
                                                  : both[part->answer.size == 0];
}

/* What all products say, in one text. */
static cs_text joined(struct cs_job *job, const struct cs_page *page, const struct cs_marked *parts,
                      enum cs_language language)
{
    cs_text *texts = cs_alloc_array(&job->arena, page->product_count, sizeof *texts);
    for (uint32_t i = 0; i < page->product_count; i++)
        texts[i] = in_full(job, &parts[i]);
    return cs_texts_by_product(job, page->products, texts, page->product_count, language);
}

/* The sign for what the answers come to: one of theirs, or the catalog's. */
static cs_text sign_of(const struct cs_line_answers *answers, const struct cs_item *item, const struct cs_marked *parts,
                       uint32_t count, enum cs_state state)
{
    const struct cs_catalog *catalog = answers->asked->catalog;
    enum cs_language language = cs_lines_language(&answers->asked->pages->lines);
    for (uint32_t i = 0; i < count; i++)
        if (parts[i].state == state)
            return parts[i].answer;
    cs_text sign = catalog && item ? cs_catalog_sign(catalog, item, state, language) : (cs_text){0};
    return sign.size || state == CS_STATE_NONE ? sign : cs_state_label(state, language);
}

const struct cs_marked *cs_products_read(const struct cs_line_answers *answers, uint32_t index,
                                         struct cs_marked *marked)
{
    const struct cs_line *line = &answers->asked->pages->lines.at[index];
    const struct cs_item *item = cs_line_item(answers->asked, index);
    struct cs_job *job = answers->asked->pages->job;
    uint32_t count = line->page->product_count;
    struct cs_marked *parts = cs_alloc_array(&job->arena, count, sizeof *parts);
    struct cs_answer *states = cs_alloc_array(&job->arena, count, sizeof *states);
    bool differ = false;
    for (uint32_t i = 0; i < count; i++) {
        struct cs_line own = cs_products_line(line, i);
        parts[i] = cs_answers_read_line(answers, &own, item);
        states[i].state = parts[i].state;
        differ |= !agree(line, parts, 0, i);
    }
    if (!differ) {
        *marked = parts[0];
        return NULL;
    }
    *marked = (struct cs_marked){.state = cs_parts_state(states, count)};
    marked->answer = sign_of(answers, item, parts, count, marked->state);
    marked->remark = joined(job, line->page, parts, cs_lines_language(&answers->asked->pages->lines));
    return parts;
}

/* --- in the sheet ------------------------------------------------------------------------------------------------- */

static cs_text text_of(const struct cs_line *own, const struct cs_marked *part, enum cs_role role)
{
    return role == CS_ROLE_ANSWER ? part->answer : role == CS_ROLE_REMARK ? part->remark : own->cells[role];
}

/* The answer of one product, taken apart as that of a row with its cells would be. */
static struct cs_answer answer_of(const struct cs_unword *unword, const struct cs_line *line,
                                  const struct cs_marked *part, const struct cs_item *item, uint32_t product)
{
    const struct cs_sheet *sheet = unword->sheet;
    struct cs_line own = cs_products_line(line, product);
    struct cs_cell *cells = cs_alloc_array(&unword->job->arena, sheet->column_count, sizeof *cells);
    struct cs_row row = {.kind = CS_ROW_ITEM, .state = part->state, .cells = cells, .cell_count = sheet->column_count};
    for (uint32_t i = 0; i < sheet->column_count; i++) {
        enum cs_role role = sheet->columns[i].role;
        const struct cs_grid_cell *cell =
            own.columns[role] == CS_NO_COLUMN ? NULL : cs_grid_at(line->page->grid, line->row, own.columns[role]);
        cells[i].text = role == CS_ROLE_OTHER ? (cs_text){0} : text_of(&own, part, role);
        cells[i].link = cell && role != CS_ROLE_OTHER ? cell->link : (cs_text){0};
    }
    struct cs_unworded parts = cs_unword_answer(unword, &row, item);
    struct cs_answer answer = {.state = parts.state,
                               .due = parts.due,
                               .value = {.written = parts.value},
                               .detail = parts.detail,
                               .by = parts.by,
                               .evidence = parts.evidence,
                               .evidence_count = parts.evidence_count,
                               .owner = own.cells[CS_ROLE_OWNER],
                               .product = line->page->products[product]};
    enum cs_language language = sheet->language;
    answer.remark.in[language] = parts.words;
    answer.remark.in[language == CS_JA ? CS_EN : CS_JA] = parts.other;
    return answer;
}

const struct cs_answer *cs_products_answer(const struct cs_unword *unword, const struct cs_line *line,
                                           const struct cs_marked *parts, const struct cs_item *item)
{
    uint32_t count = line->page->product_count;
    struct cs_answer *whole = cs_alloc(&unword->job->arena, sizeof *whole);
    struct cs_answer *answers = cs_alloc_array(&unword->job->arena, count, sizeof *answers);
    *whole = (struct cs_answer){.state = CS_STATE_NONE, .parts = answers};
    for (uint32_t i = 0; i < count; i++)
        if (is_answered(&parts[i], &line->parts[i]))
            answers[whole->part_count++] = answer_of(unword, line, &parts[i], item, i);
    return whole;
}

/* True for a product that the sheet has already. */
static bool has_product(const struct cs_sheet *sheet, cs_text name)
{
    for (uint32_t i = 0; i < sheet->product_count; i++)
        if (cs_text_equal(sheet->products[i], name))
            return true;
    return false;
}

void cs_products_set(struct cs_job *job, const struct cs_pages *pages, struct cs_sheet *sheet)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < pages->count; i++)
        most += pages->at[i]->product_count;
    cs_text *products = cs_alloc_array(&job->arena, most + 1u, sizeof *products);
    sheet->products = products;
    for (uint32_t i = 0; i < pages->count; i++)
        for (uint32_t k = 0; pages->at[i]->product_count > 1 && k < pages->at[i]->product_count; k++)
            if (!has_product(sheet, pages->at[i]->products[k]))
                products[sheet->product_count++] = pages->at[i]->products[k];
}
