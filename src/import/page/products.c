/* Answers by product: 回答 over 製品A | 製品B, 製品A 回答 | 製品B 回答. Titles that differ in one part alone, which is no word
 * for another time, round or person, are named by that part. */
#include "import/page/census.h"
#include "base/ascii.h"
#include "match/similar.h"

/* Where the name of a product may stand: over the title, in it, in brackets. */
enum part { OVER, WITHIN, BRACKETS, PARTS };

struct title {
    cs_text name[PARTS]; /* what the part says beside a role; empty: nothing */
    cs_text word;        /* that says the role */
};

/* A page whose products are looked for. */
struct finding {
    struct cs_page *page;
    struct title *titles; /* by column */
    uint32_t *at, count;  /* the columns of answers of the products so far */
};

/* --- names -------------------------------------------------------------------------------------------------------- */

static bool is_same(const struct cs_page *page, cs_text a, cs_text b)
{
    struct cs_arena *arena = &page->job->arena;
    return cs_text_equal(a, b) || cs_text_equal(cs_text_bare(arena, a), cs_text_bare(arena, b));
}

bool cs_page_knows(const struct cs_page *page, cs_text name)
{
    for (uint32_t i = 0; i < page->known_count && name.size; i++)
        if (is_same(page, page->known[i], name))
            return true;
    return false;
}

/* How many bytes at the front tell a time, a round, a person or a language. */
static size_t no_product_at(cs_text bare)
{
    static const cs_text words[] = {
#define CS_NO_PRODUCT(word) CS_LITERAL(word),
#include "import/page/no_products.def"
#undef CS_NO_PRODUCT
    };
    size_t longest = cs_is_digit(bare.bytes[0]) ? 1 : 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].size > longest && cs_text_starts(bare, words[i]))
            longest = words[i].size;
    return longest;
}

/* True for a name that nothing but such words and figures are in. */
static bool is_no_product(const struct cs_page *page, cs_text name)
{
    cs_text bare = cs_text_bare(&page->job->arena, name);
    for (size_t size; bare.size && (size = no_product_at(bare)); bare = cs_text_skip(bare, size))
        ;
    return bare.size == 0;
}

/* In one line. */
static cs_text in_line(struct cs_job *job, cs_text name)
{
    struct cs_buf line = {0};
    for (size_t i = 0; i < name.size; i++)
        cs_buf_add_byte(&line, (unsigned char)name.bytes[i] < ' ' ? ' ' : name.bytes[i]);
    cs_text copy = cs_buf_copy(&job->arena, &line);
    cs_buf_free(&line);
    return copy;
}

/* The name that a column has in a part of its title; empty where that is none. */
static cs_text name_in(const struct finding *finding, uint32_t column, enum part part)
{
    cs_text name = finding->titles[column].name[part];
    return cs_page_knows(finding->page, name) || !is_no_product(finding->page, name) ? name : (cs_text){0};
}

static void read_titles(struct finding *finding)
{
    const struct cs_page *page = finding->page;
    for (uint32_t c = page->left; c < page->column_count; c++) {
        const struct cs_page_column *column = &page->columns[c];
        cs_text title = column->lower.size ? column->lower : column->upper;
        struct cs_title_parts parts = cs_title_split(page->job, page->titles, title);
        struct cs_title_parts over = cs_title_split(page->job, page->titles, column->above);
        bool is_over = column->lower.size && !cs_text_equal(column->above, title);
        finding->titles[c] = (struct title){
            {is_over ? over.rest : (cs_text){0}, cs_page_knows(page, title) ? title : parts.rest, parts.bracket},
            parts.word};
        if (is_over && cs_page_knows(page, column->above))
            finding->titles[c].name[OVER] = column->above;
    }
}

/* --- columns of answers ------------------------------------------------------------------------------------------- */

/* True for a column that answers, the first one of such as choices are. */
static bool answers(const struct cs_page *page, uint32_t c)
{
    return page->columns[c].role == CS_ROLE_ANSWER || page->columns[c].is_second;
}

/* True where two titles differ in one part alone. */
static bool differ_in(const struct finding *finding, uint32_t a, uint32_t b, enum part part)
{
    const struct title *one = &finding->titles[a], *other = &finding->titles[b];
    for (int i = 0; i < PARTS; i++)
        if (is_same(finding->page, one->name[i], other->name[i]) == (i == (int)part))
            return false;
    return is_same(finding->page, one->word, other->word);
}

/* True where a column answers for a product, and for none that another column answers for. */
static bool joins(const struct finding *finding, uint32_t c, enum part part)
{
    if (name_in(finding, c, part).size == 0)
        return false;
    for (uint32_t i = 0; i < finding->count; i++)
        if (!differ_in(finding, finding->at[i], c, part))
            return false;
    return true;
}

/* Finds the columns named by a part of their titles; one alone names a product only if that is known. */
static bool find_named(struct finding *finding, enum part part)
{
    const struct cs_page *page = finding->page;
    finding->count = 0;
    for (uint32_t c = page->left; c < page->column_count; c++)
        if (answers(page, c) && joins(finding, c, part))
            finding->at[finding->count++] = c;
    return finding->count > 1 || (finding->count == 1 && cs_page_knows(page, name_in(finding, finding->at[0], part)));
}

/* True for an empty or marked column under a title that nothing is known of, beside such columns: 製品A | 製品B | 製品C. */
static bool goes_on(const struct finding *finding, uint32_t beside, uint32_t c)
{
    const struct cs_page *page = finding->page;
    if (c < page->left || c >= page->column_count)
        return false;
    const struct cs_page_column *column = &page->columns[c];
    const struct cs_census *census = &cs_census_of(finding->page)[c];
    bool is_free = column->role == CS_ROLES || (column->role == CS_ROLE_OTHER && column->by == CS_UNKNOWN);
    bool may_answer = census->count == 0 || cs_mostly(census->marks, census->count);
    return is_free && may_answer && finding->titles[beside].word.size == 0 && finding->titles[c].word.size == 0 &&
           joins(finding, c, WITHIN);
}

static void add_neighbours(struct finding *finding)
{
    for (uint32_t i = 0; i < finding->count && finding->count < finding->page->column_count; i++)
        for (int side = -1; side <= 1; side += 2) {
            uint32_t c = finding->at[i] + (uint32_t)side;
            if (goes_on(finding, finding->at[i], c))
                finding->at[finding->count++] = c;
        }
}

/* --- what goes with them ------------------------------------------------------------------------------------------ */

static bool is_of_answer(enum cs_role role)
{
    return role == CS_ROLE_REMARK || role == CS_ROLE_EVIDENCE || role == CS_ROLE_REVIEWED || role == CS_ROLE_OWNER ||
           role == CS_ROLE_APPLICABLE;
}

/* The product that a column names; 0 if it names none. */
static uint32_t named_product(const struct finding *finding, uint32_t c)
{
    const struct cs_page *page = finding->page;
    for (int part = 0; part < PARTS; part++)
        for (uint32_t i = 0; i < page->product_count; i++)
            if (finding->titles[c].name[part].size && is_same(page, finding->titles[c].name[part], page->products[i]))
                return i + 1;
    return 0;
}

/* The product of the last column of answers before a column; 0 without one. */
static uint32_t product_before(const struct cs_page *page, uint32_t c)
{
    while (c-- > page->left)
        if (page->columns[c].product && page->columns[c].wanted == CS_ROLE_ANSWER)
            return page->columns[c].product;
    return 0;
}

/* 製品A | 備考 | 製品B | 備考: where there is a column of a role behind each of the products' own, each is that product's. */
static void pair(const struct finding *finding, enum cs_role role)
{
    struct cs_page *page = finding->page;
    uint32_t seen = 0;
    for (uint32_t c = page->left; c < page->column_count; c++) {
        if (page->columns[c].wanted != role || page->columns[c].product)
            continue;
        if (product_before(page, c) != ++seen)
            return;
    }
    for (uint32_t c = page->left; c < page->column_count && seen == page->product_count; c++)
        if (page->columns[c].wanted == role && !page->columns[c].product)
            page->columns[c].product = product_before(page, c);
}

/* The column answers for a product, and so do those that are chosen from along with it. */
static void take_product(struct cs_page *page, uint32_t column, cs_text name)
{
    uint32_t run = page->columns[column].run;
    page->products[page->product_count++] = in_line(page->job, name);
    for (uint32_t c = column; c < page->column_count && (c == column || (run && page->columns[c].run == run)); c++) {
        page->columns[c].product = page->product_count;
        page->columns[c].wanted = CS_ROLE_ANSWER;
    }
}

static void take_products(struct finding *finding, enum part part)
{
    struct cs_page *page = finding->page;
    page->products = cs_alloc_array(&page->job->arena, finding->count, sizeof *page->products);
    for (uint32_t c = page->left; c < page->column_count; c++)
        for (uint32_t i = 0; i < finding->count; i++)
            if (finding->at[i] == c)
                take_product(page, c, name_in(finding, c, part));
    for (uint32_t c = page->left; c < page->column_count; c++) {
        struct cs_page_column *column = &page->columns[c];
        if (column->product)
            continue;
        column->wanted = column->role != CS_ROLE_OTHER && column->role != CS_ROLES ? column->role : column->wanted;
        if (is_of_answer(column->wanted))
            column->product = named_product(finding, c);
    }
    for (int role = 0; role < CS_ROLES; role++)
        if (is_of_answer((enum cs_role)role) && page->product_count > 1)
            pair(finding, (enum cs_role)role);
    for (uint32_t c = page->left; c < page->column_count; c++)
        if (page->columns[c].product && page->columns[c].role == CS_ROLES)
            page->columns[c].role = CS_ROLE_OTHER; /* although nothing stands there */
}

/* Choices that stand there once more, and not for another product, are not ours to take. */
static void drop_runs(struct cs_page *page)
{
    for (uint32_t c = page->left; c < page->column_count; c++) {
        struct cs_page_column *column = &page->columns[c];
        if (column->run < 2 || column->product)
            continue;
        column->is_choice = false;
        column->run = 0;
        column->state = CS_STATE_NONE;
    }
}

static void find_products(struct cs_page *page)
{
    struct cs_arena *arena = &page->job->arena;
    struct finding finding = {.page = page,
                              .titles = cs_alloc_array(arena, page->column_count + 1u, sizeof *finding.titles),
                              .at = cs_alloc_array(arena, page->column_count + 1u, sizeof *finding.at)};
    read_titles(&finding);
    for (int part = 0; part < PARTS; part++)
        if (find_named(&finding, (enum part)part)) {
            if (part == WITHIN)
                add_neighbours(&finding);
            take_products(&finding, (enum part)part);
            return;
        }
}

void cs_page_find_products(struct cs_page *page)
{
    bool any = false;
    for (uint32_t c = page->left; c < page->column_count; c++)
        any |= answers(page, c);
    if (any && !page->is_stacked && page->header != CS_NO_ROW)
        find_products(page);
    drop_runs(page);
}

void cs_page_keep_products(struct cs_page *page)
{
    uint32_t count = 0, left = 0;
    for (uint32_t c = page->left; c < page->column_count; c++)
        if (page->columns[c].product && page->columns[c].wanted == CS_ROLE_ANSWER) {
            count++;
            left = page->columns[c].product;
        }
    if (count > 1 || (count == 1 && cs_page_knows(page, page->products[left - 1])))
        return;
    for (uint32_t c = page->left; c < page->column_count; c++)
        page->columns[c].product = 0;
    page->product_count = 0;
}

void cs_page_take_part(const struct cs_page *page, uint32_t column, uint32_t target, cs_text text, struct cs_line *line)
{
    const struct cs_page_column *at = &page->columns[target];
    if (!line->parts) {
        line->parts = cs_alloc_array(&page->job->arena, page->product_count, sizeof *line->parts);
        for (uint32_t i = 0; i < page->product_count; i++)
            for (int role = 0; role < CS_ROLES; role++)
                line->parts[i].columns[role] = CS_NO_COLUMN;
    }
    struct cs_line_part *part = &line->parts[at->product - 1];
    cs_text before = part->cells[at->wanted];
    part->columns[at->wanted] = column;
    part->cells[at->wanted] = at->is_choice ? cs_page_choose(page, target, text, before) : text;
    part->chose_twice |= at->is_choice && before.size && part->cells[at->wanted].size > before.size;
}
