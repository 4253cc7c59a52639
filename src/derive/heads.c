/* Comparing heads note by note: those with a label by the label, the others by their text. */
#include "derive/heads.h"
#include "base/job.h"
#include "match/similar.h"
#include "checksheet/sheet_words.h"

struct heads {
    struct cs_job *job;
    const struct cs_sheet *old;
    struct cs_sheet *diff;
    bool whole; /* both sheets have complete heads */
    uint32_t count;
};

static bool is_free(const struct cs_row *row)
{
    return row->kind == CS_ROW_NOTE && row->cells[0].text.size == 0;
}

/* The cell with the text of a row: after the label of a note, or the title itself. */
static uint32_t text_cell(const struct cs_row *row)
{
    return row->kind == CS_ROW_NOTE;
}

/* True for a row that is compared by its label. Questions that differ from the catalog are reported one by one, and
 * so is the catalog's edition; of "based on", only the title is compared. */
static bool is_compared(const struct heads *h, const struct cs_row *row)
{
    static const cs_word_id labels[] = {CS_WORD_SERVICE,       CS_WORD_PRODUCT,     CS_WORD_VENDOR,
                                        CS_WORD_SHEET_EDITION, CS_WORD_ANSWERED_ON, CS_WORD_CONTACT};
    enum cs_language language = h->diff->language;
    if (row->kind != CS_ROW_NOTE)
        return row->kind == CS_ROW_TITLE && h->whole;
    cs_text label = row->cells[0].text;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (cs_text_equal(label, cs_word(labels[i], language)))
            return true;
    if (!h->whole || label.size == 0 || cs_text_equal(label, cs_word(CS_WORD_VARIANT, language)))
        return false;
    return !cs_text_equal(label, cs_word(CS_WORD_BASED_ON, language)) ||
           !cs_text_equal(h->old->catalog_title, h->diff->catalog_title);
}

/* The row of a sheet with the same label as a row of another; NULL if there is none. */
static const struct cs_row *like_row(const struct cs_sheet *sheet, const struct cs_row *other)
{
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind == other->kind &&
            (row->kind == CS_ROW_TITLE || cs_text_equal(row->cells[0].text, other->cells[0].text)))
            return row;
    }
    return NULL;
}

static void mark(struct heads *h, struct cs_row *row, enum cs_change change, cs_text was)
{
    cs_text *texts = cs_alloc_array(&h->job->arena, row->cell_count, sizeof *texts);
    struct cs_past *past = cs_alloc(&h->job->arena, sizeof *past);
    for (uint32_t i = 0; i < row->cell_count; i++)
        texts[i] = row->cells[i].text;
    texts[text_cell(row)] = was;
    *past = (struct cs_past){.place = CS_NOWHERE, .now = CS_NOWHERE, .texts = texts};
    row->past = past;
    row->change = change;
    h->count++;
}

static void compare_labelled(struct heads *h, struct cs_row *row)
{
    const struct cs_row *old = is_compared(h, row) ? like_row(h->old, row) : NULL;
    uint32_t cell = text_cell(row);
    if (old && !cs_text_equal(old->cells[cell].text, row->cells[cell].text))
        mark(h, row, CS_CHANGED, old->cells[cell].text);
    else if (!old && h->whole && is_compared(h, row))
        mark(h, row, CS_ADDED, (cs_text){0});
}

static void add_removed(struct heads *h, const struct cs_row *old)
{
    struct cs_row *row = cs_sheet_add_row(h->job, h->diff, old->kind, 0);
    *row = *old;
    mark(h, row, CS_REMOVED, old->cells[text_cell(old)].text);
}

/* The notes without a label, as a list; `rows` is set to their row indices. */
static struct cs_list free_notes(struct heads *h, const struct cs_sheet *sheet, uint32_t **rows)
{
    struct cs_list list = {0};
    cs_text *texts = cs_alloc_array(&h->job->arena, sheet->row_count + 1u, sizeof *texts);
    *rows = cs_alloc_array(&h->job->arena, sheet->row_count + 1u, sizeof **rows);
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (is_free(&sheet->rows[i])) {
            (*rows)[list.count] = i;
            texts[list.count++] = sheet->rows[i].cells[1].text;
        }
    list.texts = texts;
    return list;
}

static void compare_free(struct heads *h)
{
    uint32_t *old_rows, *new_rows;
    struct cs_list old = free_notes(h, h->old, &old_rows), new = free_notes(h, h->diff, &new_rows);
    struct cs_pair *pairs = cs_alloc_array(&h->job->arena, new.count + 1u, sizeof *pairs);
    bool *taken = cs_alloc_array(&h->job->arena, old.count + 1u, sizeof *taken);
    for (uint32_t i = 0; i < new.count; i++)
        pairs[i].other = CS_UNPAIRED;
    cs_pair_texts(&h->job->arena, &old, &new, pairs);
    for (uint32_t i = 0; i < new.count; i++) {
        uint32_t other = pairs[i].other;
        if (other == CS_UNPAIRED)
            mark(h, &h->diff->rows[new_rows[i]], CS_ADDED, (cs_text){0});
        else if (!cs_text_equal(old.texts[other], new.texts[i]))
            mark(h, &h->diff->rows[new_rows[i]], CS_CHANGED, old.texts[other]);
        if (other != CS_UNPAIRED)
            taken[other] = true;
    }
    for (uint32_t i = 0; i < old.count; i++)
        if (!taken[i])
            add_removed(h, &h->old->rows[old_rows[i]]);
}

uint32_t cs_diff_heads(struct cs_job *job, const struct cs_sheet *old, struct cs_sheet *diff)
{
    struct heads h = {.job = job, .old = old, .diff = diff, .whole = old->has_whole_head && diff->has_whole_head};
    uint32_t count = diff->row_count;
    for (uint32_t i = 0; i < count; i++)
        if (diff->rows[i].kind == CS_ROW_TITLE || (diff->rows[i].kind == CS_ROW_NOTE && !is_free(&diff->rows[i])))
            compare_labelled(&h, &diff->rows[i]);
    for (uint32_t i = 0; i < old->row_count && h.whole; i++)
        if (!is_free(&old->rows[i]) && is_compared(&h, &old->rows[i]) && !like_row(diff, &old->rows[i]))
            add_removed(&h, &old->rows[i]);
    if (h.whole)
        compare_free(&h);
    return h.count;
}
