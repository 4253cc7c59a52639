/* Looking things up in a catalog. */
#include "checksheet/catalog.h"
#include "base/ascii.h"
#include "base/base.h"
#include "base/job.h"
#include "base/names.h"
#include "checksheet/sheet_words.h"

uint32_t cs_catalog_find(const struct cs_catalog *catalog, cs_text id, uint32_t guess)
{
    if (guess < catalog->item_count && cs_text_equal(catalog->items[guess].id, id))
        return guess;
    return cs_names_find(catalog->ids, id);
}

const struct cs_layout *cs_catalog_layout(const struct cs_catalog *catalog, cs_text name)
{
    for (uint32_t i = 0; i < catalog->layout_count; i++)
        if (cs_text_equal(catalog->layouts[i].name, name))
            return &catalog->layouts[i];
    return NULL;
}

const struct cs_mark *cs_catalog_mark(const struct cs_catalog *catalog, enum cs_state state)
{
    for (uint32_t i = 0; i < catalog->mark_count; i++)
        if (catalog->marks[i].state == state)
            return &catalog->marks[i];
    return NULL;
}

cs_text cs_catalog_sign(const struct cs_catalog *catalog, const struct cs_item *item, enum cs_state state,
                        enum cs_language language)
{
    if (item->kind != CS_KIND_MARK)
        return cs_kind_word_for(item->kind, state, language);
    const struct cs_mark *mark = cs_catalog_mark(catalog, state);
    return mark ? mark->sign : (cs_text){0};
}

void cs_split_number(cs_text number, cs_text *catalog, cs_text *id)
{
    size_t space = 0;
    while (space < number.size && number.bytes[space] != ' ')
        space++;
    if (space == number.size) {
        *id = number;
        return;
    }
    *catalog = (cs_text){number.bytes, space};
    *id = cs_text_trim(cs_text_skip(number, space));
}

cs_text cs_flag_text(enum cs_flag flag, enum cs_language language)
{
    switch (flag) {
    case CS_FLAG_NONE:
        break;
    case CS_FLAG_REQUIRED:
        return cs_word(CS_WORD_FLAG_REQUIRED, language);
    case CS_FLAG_OPTIONAL:
        return cs_word(CS_WORD_FLAG_OPTIONAL, language);
    }
    return (cs_text){0};
}

cs_text cs_catalog_item_name(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item)
{
    struct cs_buf name = {0};
    cs_buf_add(&name, catalog->id);
    cs_buf_add_byte(&name, ' ');
    cs_buf_add(&name, item->id);
    return cs_buf_take(&job->arena, &name);
}

cs_text cs_catalog_guess(struct cs_job *job, const struct cs_catalog *catalog, cs_text id)
{
    return cs_guess_text(job, id, catalog->ids->texts, catalog->ids->count);
}

bool cs_catalog_is_published(const struct cs_catalog *catalog)
{
    return cs_words_in(&catalog->publisher, catalog->language).size &&
           cs_words_in(&catalog->license, catalog->language).size;
}

/* --- editions ----------------------------------------------------------------------------------------------------- */

cs_text cs_edition_shown(cs_text edition)
{
    bool says_none = cs_text_ends(edition, CS_TEXT("なし")) || cs_text_starts(edition, CS_TEXT("none ")) ||
                     cs_text_starts(edition, CS_TEXT("no edition"));
    return says_none ? (cs_text){0} : edition;
}

bool cs_catalog_is_edition(const struct cs_catalog *catalog, cs_text edition)
{
    for (int language = 0; language < CS_LANGUAGES; language++)
        if (catalog->edition.in[language].size && cs_text_equal(catalog->edition.in[language], edition))
            return true;
    return false;
}

bool cs_catalog_same_edition(const struct cs_catalog *a, const struct cs_catalog *b)
{
    if (a == b || (a->original && a->original == b) || (b->original && b->original == a))
        return true;
    if (!cs_text_equal(a->id, b->id))
        return false;
    bool has_none = true;
    for (int language = 0; language < CS_LANGUAGES; language++) {
        has_none = has_none && !a->edition.in[language].size && !b->edition.in[language].size;
        if (a->edition.in[language].size && cs_catalog_is_edition(b, a->edition.in[language]))
            return true;
    }
    return has_none;
}

int cs_catalog_compare_editions(const struct cs_catalog *a, const struct cs_catalog *b)
{
    for (int language = 0; language < CS_LANGUAGES; language++)
        if (a->edition.in[language].size && b->edition.in[language].size)
            return cs_text_compare_ids(a->edition.in[language], b->edition.in[language]);
    bool has_a = a->edition.in[CS_JA].size || a->edition.in[CS_EN].size;
    bool has_b = b->edition.in[CS_JA].size || b->edition.in[CS_EN].size;
    return (int)has_a - (int)has_b;
}

bool cs_item_same_text(const struct cs_item *a, const struct cs_item *b)
{
    bool one = false;
    for (int language = 0; a->ask && b->ask && language < CS_LANGUAGES; language++) {
        cs_text first = a->ask->in[language], second = b->ask->in[language];
        if (first.size && second.size && !cs_text_equal(first, second))
            return false;
        one = one || (first.size && second.size);
    }
    return one;
}

/* True for a byte allowed in a file name and in the line that names it. */
static bool is_path_byte(char byte)
{
    return (byte & 0x80) || cs_is_digit(byte) || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           byte == '.' || byte == '_' || byte == '-';
}

static void add_path_name(struct cs_buf *path, cs_text name)
{
    for (size_t i = 0; i < name.size; i++)
        cs_buf_add_byte(path, is_path_byte(name.bytes[i]) ? name.bytes[i] : '-');
}

cs_text cs_schema_path(struct cs_job *job, const struct cs_catalog *catalog)
{
    struct cs_buf path = {0};
    cs_text name = catalog ? catalog->id : CS_TEXT("catalog");
    cs_buf_add(&path, CS_TEXT(".checksheet/"));
    add_path_name(&path, name);
    if (catalog && (catalog->edition.in[CS_JA].size || catalog->edition.in[CS_EN].size)) {
        cs_buf_add_byte(&path, '@');
        add_path_name(&path, cs_words_in(&catalog->edition, catalog->language));
    }
    cs_buf_add(&path, CS_TEXT(".schema.json"));
    return cs_buf_take(&job->arena, &path);
}

bool cs_catalog_has_marks(const struct cs_catalog *catalog)
{
    for (uint32_t i = 0; i < catalog->item_count; i++)
        if (catalog->items[i].kind == CS_KIND_MARK)
            return true;
    return false;
}

bool cs_catalog_is_same_chapter(const struct cs_catalog *catalog, uint32_t one, uint32_t other)
{
    uint32_t low = one < other ? one : other, high = one < other ? other : one;
    for (uint32_t i = 0; i < catalog->section_count; i++) {
        uint32_t first = catalog->sections[i].first_item;
        if (catalog->sections[i].depth == 0 && first > low && first <= high)
            return false;
    }
    return true;
}

void cs_catalog_add_numbers(struct cs_buf *out, const struct cs_catalog *catalog, uint32_t first, uint32_t last)
{
    cs_buf_add(out, catalog->items[first].id);
    if (last > first)
        cs_buf_add(out, last == first + 1 ? CS_TEXT(" ") : CS_TEXT("…"));
    if (last > first)
        cs_buf_add(out, catalog->items[last].id);
}
