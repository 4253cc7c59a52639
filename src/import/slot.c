/* The results of an import as slots: where the answers are to be written in the form. */
#include "base/job.h"
#include "checksheet/import.h"
#include "checksheet/match.h"
#include "import/page/phrase.h"
#include "import/page/preface.h"
#include "import/title/title.h"
#include "match/contrast.h"
#include "match/similar.h"
#include "checksheet/sheet_words.h"

/* The columns of a question list that belong to the answers. */
struct columns {
    struct cs_slot_column *at;
    uint32_t count;
    uint32_t number, question; /* their columns; CS_NO_COLUMN if there is none */
};

static bool is_written(enum cs_role role)
{
    return role == CS_ROLE_ANSWER || role == CS_ROLE_REMARK || role == CS_ROLE_EVIDENCE || role == CS_ROLE_REVIEWED ||
           role == CS_ROLE_OWNER || role == CS_ROLE_APPLICABLE;
}

static bool has_role(const struct columns *columns, enum cs_role role, cs_text product)
{
    for (uint32_t i = 0; i < columns->count; i++)
        if (columns->at[i].role == role && cs_text_equal(columns->at[i].product, product))
            return true;
    return false;
}

/* Of several columns of a role and product the first counts; choice columns all count. */
static void take_column(struct cs_job *job, struct columns *columns, const struct cs_import_column *column,
                        enum cs_state state)
{
    enum cs_role role = state != CS_STATE_NONE ? CS_ROLE_ANSWER : column->role;
    if (role == CS_ROLE_NUMBER && columns->number == CS_NO_COLUMN)
        columns->number = column->column;
    if (role == CS_ROLE_QUESTION && columns->question == CS_NO_COLUMN)
        columns->question = column->column;
    unsigned states = role == CS_ROLE_REMARK ? cs_title_states(job, column->title) : 0;
    if (is_written(role) && (state != CS_STATE_NONE || !has_role(columns, role, column->product)))
        columns->at[columns->count++] = (struct cs_slot_column){.column = column->column,
                                                                .role = role,
                                                                .state = state,
                                                                .title = column->title,
                                                                .product = column->product,
                                                                .states = states};
}

static void find_columns(struct cs_job *job, const struct cs_imported *imported, uint32_t page, struct columns *columns)
{
    *columns = (struct columns){.at = cs_alloc_array(&job->arena, imported->column_count + 1u, sizeof *columns->at),
                                .number = CS_NO_COLUMN,
                                .question = CS_NO_COLUMN};
    for (uint32_t i = 0; i < imported->column_count; i++)
        if (imported->columns[i].page == page)
            take_column(job, columns, &imported->columns[i], imported->columns[i].state);
}

/* --- which item it is --------------------------------------------------------------------------------------------- */

/* True if the text is the item's question or name, as it is written in the catalog. */
static bool is_its_text(cs_text question, const struct cs_item *item)
{
    bool is_its = false;
    for (int language = 0; language < CS_LANGUAGES && question.size; language++)
        is_its |= (item->ask && cs_text_equal(question, item->ask->in[language])) ||
                  (item->name && cs_text_equal(question, item->name->in[language]));
    return is_its;
}

/* True if the text is the item's question or name, ignoring width, case, blanks and punctuation. */
static bool is_same_text(struct cs_job *job, cs_text question, const struct cs_item *item)
{
    if (is_its_text(question, item))
        return true;
    cs_text bare = cs_text_bare(&job->arena, question);
    for (int language = 0; language < CS_LANGUAGES && bare.size; language++)
        if ((item->ask && cs_text_equal(bare, cs_text_bare(&job->arena, item->ask->in[language]))) ||
            (item->name && cs_text_equal(bare, cs_text_bare(&job->arena, item->name->in[language]))))
            return true;
    return false;
}

static bool is_by_number(enum cs_found found)
{
    return found == CS_FOUND_BY_ID || found == CS_FOUND_COMPOSED || found == CS_FOUND_REPAIRED;
}

/* The headings of a question in the form. */
struct headings {
    cs_text group, section;
};

static bool do_contrast(struct cs_job *job, cs_text heading, const struct cs_words *words, cs_text question)
{
    for (int language = 0; words && language < CS_LANGUAGES; language++)
        if (cs_headings_contrast(job, heading, words->in[language], question))
            return true;
    return false;
}

/* True if a question in the item's words is not the item's, since it stands below the heading of something else. */
static bool is_below_another(struct cs_job *job, const struct cs_catalog *catalog, uint32_t item, cs_text question,
                             const struct headings *headings)
{
    const struct cs_item *asked = &catalog->items[item];
    const struct cs_words *section = asked->section == CS_NO_SECTION ? NULL : &catalog->sections[asked->section].title;
    return cs_text_needs_heading(question) && (do_contrast(job, headings->group, asked->group, question) ||
                                               do_contrast(job, headings->section, section, question));
}

/* Sets the item of a slot. A match by number alone is doubtful until cs_slots_agree has compared the texts. */
static void know(struct cs_job *job, const struct cs_imported *imported, const struct cs_import_item *found,
                 const struct headings *headings, struct cs_slot *slot)
{
    const struct cs_catalog *catalog = imported->catalog;
    bool by_number = is_by_number(found->by);
    slot->catalog = catalog;
    slot->item = found->item;
    slot->known = CS_SLOT_UNKNOWN;
    if (slot->item == CS_NO_ITEM || !catalog)
        return;
    bool is_same = is_same_text(job, slot->question, &catalog->items[slot->item]);
    slot->likeness = is_same ? CS_ALL_ALIKE : 0;
    if (is_same && by_number)
        slot->known = CS_SLOT_BY_NUMBER;
    else if (is_same)
        slot->known =
            is_below_another(job, catalog, slot->item, slot->question, headings) ? CS_SLOT_GUESSED : CS_SLOT_BY_TEXT;
    else
        slot->known = by_number ? CS_SLOT_DOUBTFUL : CS_SLOT_GUESSED;
}

/* On the form in which a catalog was published the numbers count, whatever the texts, if the catalog words its
 * questions differently. If most texts are identical, the others have been changed. */
static void trust_published(struct cs_slots *slots)
{
    uint32_t numbered = 0, same = 0;
    for (uint32_t i = 0; i < slots->count; i++) {
        same += slots->at[i].known == CS_SLOT_BY_NUMBER;
        numbered += slots->at[i].known == CS_SLOT_BY_NUMBER || slots->at[i].known == CS_SLOT_DOUBTFUL;
    }
    for (uint32_t i = 0; i < slots->count && same * 2 < numbered; i++)
        if (slots->at[i].known == CS_SLOT_DOUBTFUL)
            slots->at[i].known = CS_SLOT_BY_NUMBER;
}

/* --- the preface -------------------------------------------------------------------------------------------------- */

static const struct cs_grid_merge *merge_at(const struct cs_grid_sheet *sheet, uint32_t row, uint32_t column)
{
    for (uint32_t i = 0; i < sheet->merge_count; i++) {
        const struct cs_grid_merge *merge = &sheet->merges[i];
        if (merge->row <= row && row <= merge->last_row && merge->column <= column && column <= merge->last_column)
            return merge;
    }
    return NULL;
}

/* True for a text directly right of another: a column title, not the label of a cell. */
static bool stands_behind(const struct cs_grid_sheet *sheet, const struct cs_grid_cell *cell)
{
    const struct cs_grid_cell *before = cell == sheet->cells ? NULL : cell - 1;
    if (!before || before->row != cell->row)
        return false;
    const struct cs_grid_merge *merge = merge_at(sheet, before->row, before->column);
    return (merge ? merge->last_column : before->column) + 1 == cell->column;
}

/* Adds the cell right of a label. */
static void take_label(struct cs_job *job, const struct cs_grid *grid, uint32_t worksheet,
                       const struct cs_grid_cell *cell, struct cs_slots *slots)
{
    cs_word_id word;
    const struct cs_grid_sheet *sheet = &grid->sheets[worksheet];
    if (!cs_preface_label(job, cell->text, &word) || stands_behind(sheet, cell))
        return;
    const struct cs_grid_merge *merge = merge_at(sheet, cell->row, cell->column);
    if (word == CS_WORD_SERVICE || word == CS_WORD_VENDOR || word == CS_WORD_ANSWERED_ON || word == CS_WORD_CONTACT)
        cs_slots_add_label(
            job, slots,
            (struct cs_slot_label){worksheet, cell->row, (merge ? merge->last_column : cell->column) + 1, word});
}

/* Finds labels above the first question of a worksheet, or on a worksheet without questions that has nothing else. */
static void find_labels(struct cs_job *job, const struct cs_grid *grid, uint32_t worksheet, uint32_t end,
                        struct cs_slots *slots)
{
    enum { MOST = 2000 }; /* cells to examine */
    const struct cs_grid_sheet *sheet = &grid->sheets[worksheet];
    for (uint32_t i = 0; i < sheet->cell_count && i < MOST && sheet->cells[i].row < end; i++)
        if (sheet->cells[i].form == CS_GRID_TEXT)
            take_label(job, grid, worksheet, &sheet->cells[i], slots);
}

/* --- the slots ---------------------------------------------------------------------------------------------------- */

static cs_text text_at(const struct cs_grid_sheet *sheet, uint32_t row, uint32_t column)
{
    const struct cs_grid_cell *cell = column == CS_NO_COLUMN ? NULL : cs_grid_at(sheet, row, column);
    return cell ? cell->text : (cs_text){0};
}

/* The columns of a question above its answer, whose cells are in rows of their own. */
static void place_columns(struct cs_job *job, const struct columns *columns, const struct cs_import_item *item,
                          struct cs_slot *slot)
{
    struct cs_slot_column *own = cs_alloc_array(&job->arena, columns->count + 1u, sizeof *own);
    slot->columns = own;
    slot->column_count = 0;
    for (uint32_t i = 0; i < columns->count; i++) {
        uint32_t row = item->rows[columns->at[i].role];
        if (row == CS_NO_ROW)
            continue;
        struct cs_slot_column *column = &own[slot->column_count++];
        *column = columns->at[i];
        column->down = (int32_t)row - (int32_t)item->answer_row;
    }
}

/* The full text of a question that takes more than its own row. */
static cs_text asked_text(const struct cs_sheet *sheet, const struct cs_import_item *item)
{
    for (uint32_t i = 0; i < sheet->column_count; i++)
        if (sheet->columns[i].role == CS_ROLE_QUESTION)
            return sheet->rows[item->row].cells[i].text;
    return (cs_text){0};
}

static cs_text cell_of(const struct cs_sheet *sheet, const struct cs_import_item *item, enum cs_role role)
{
    for (uint32_t i = 0; i < sheet->column_count; i++)
        if (sheet->columns[i].role == role && sheet->rows[item->row].cells[i].text.size)
            return sheet->rows[item->row].cells[i].text;
    return (cs_text){0};
}

/* The headings of a question: those that columns name, else `above`, the section that it stands in. */
static struct headings headings_of(const struct cs_sheet *sheet, const struct cs_import_item *item, cs_text above)
{
    cs_text section = cell_of(sheet, item, CS_ROLE_SECTION), chapter = cell_of(sheet, item, CS_ROLE_CHAPTER);
    return (struct headings){cell_of(sheet, item, CS_ROLE_GROUP), section.size   ? section
                                                                  : chapter.size ? chapter
                                                                                 : above};
}

static void add_slot(struct cs_job *job, const struct cs_grid *grid, const struct cs_imported *imported,
                     const struct cs_import_item *item, const struct columns *columns, cs_text above,
                     struct cs_slots *slots)
{
    const struct cs_grid_sheet *sheet = &grid->sheets[item->worksheet];
    struct cs_slot *slot = cs_slots_add(job, slots);
    slot->worksheet = item->worksheet;
    slot->row = item->answer_row;
    slot->question_row = item->grid_row;
    slot->question_column = columns->question == CS_NO_COLUMN ? 0 : columns->question;
    slot->columns = columns->at;
    slot->column_count = columns->count;
    if (item->rows)
        place_columns(job, columns, item, slot);
    slot->number = text_at(sheet, item->grid_row, columns->number);
    bool is_parted = item->rows || imported->sheet->rows[item->row].translation.size;
    slot->question = is_parted ? asked_text(imported->sheet, item) : text_at(sheet, item->grid_row, columns->question);
    struct headings headings = headings_of(imported->sheet, item, above);
    know(job, imported, item, &headings, slot);
}

/* The ways in which a sign is typed, so that a list of the form may have another one than its legend. */
static const cs_text typings[][4] = {
    {CS_LITERAL("○"), CS_LITERAL("〇"), CS_LITERAL("◯"), CS_LITERAL("⭕")},
    {CS_LITERAL("×"), CS_LITERAL("✕"), CS_LITERAL("✖"), CS_LITERAL("☓")},
    {CS_LITERAL("－"), CS_LITERAL("-"), CS_LITERAL("―"), CS_LITERAL("ー")},
};
enum { WAYS = sizeof typings / sizeof *typings, TYPINGS = sizeof typings[0] / sizeof *typings[0] };

static void add_typings(struct cs_slots *slots, struct cs_mark *marks, cs_text sign, enum cs_state state)
{
    for (size_t way = 0; way < WAYS; way++) {
        bool is_it = false;
        for (size_t i = 0; i < TYPINGS; i++)
            is_it |= cs_text_equal(typings[way][i], sign);
        for (size_t i = 0; is_it && i < TYPINGS; i++)
            if (!cs_text_equal(typings[way][i], sign))
                marks[slots->mark_count++] = (struct cs_mark){.sign = typings[way][i], .state = state};
    }
}

/* What the file says its signs mean; of two for one state first the one that usually says it. A circle that it does not
 * explain, where there is something better, means nothing. */
static void set_marks(struct cs_job *job, const struct cs_imported *imported, struct cs_slots *slots)
{
    struct cs_mark *marks =
        cs_alloc_array(&job->arena, imported->sign_count * (TYPINGS + 1u) + TYPINGS + 1u, sizeof *marks);
    slots->marks = marks;
    for (int usual = 1; usual >= 0; usual--)
        for (uint32_t i = 0; i < imported->sign_count; i++) {
            const struct cs_import_sign *sign = &imported->signs[i];
            if (sign->is_usual == (usual > 0))
                marks[slots->mark_count++] = (struct cs_mark){.sign = sign->sign, .state = sign->state};
        }
    for (uint32_t i = 0; i < imported->sign_count; i++)
        add_typings(slots, marks, imported->signs[i].sign, imported->signs[i].state);
    for (uint32_t i = 0; i < TYPINGS && imported->lacks_circle; i++)
        marks[slots->mark_count++] = (struct cs_mark){.sign = typings[0][i]};
}

/* True for a worksheet that was not read, since a form does not name it, and may have the labels of the preface. */
static bool may_be_cover(const struct cs_grid_sheet *sheet, enum cs_import_use use)
{
    return use == CS_USED_NOT && !sheet->hidden && !cs_names_example(sheet->name);
}

struct cs_slots *cs_import_slots(struct cs_job *job, const struct cs_grid *grid, const struct cs_imported *imported)
{
    struct cs_slots *slots = cs_alloc(&job->arena, sizeof *slots);
    uint32_t pages = 0;
    for (uint32_t i = 0; i < imported->column_count; i++)
        pages = imported->columns[i].page + 1 > pages ? imported->columns[i].page + 1 : pages;
    struct columns *columns = cs_alloc_array(&job->arena, pages + 1u, sizeof *columns);
    uint32_t *first = cs_alloc_array(&job->arena, grid->sheet_count + 1u, sizeof *first);
    slots->catalog = imported->catalog;
    set_marks(job, imported, slots);
    for (uint32_t i = 0; i < pages; i++)
        find_columns(job, imported, i, &columns[i]);
    slots->unread = cs_alloc_array(&job->arena, grid->sheet_count + 1u, sizeof *slots->unread);
    for (uint32_t i = 0; i < grid->sheet_count; i++) {
        bool is_read = imported->uses[i] == CS_USED_ITEMS || imported->uses[i] == CS_USED_LABELS;
        first[i] = is_read || may_be_cover(&grid->sheets[i], imported->uses[i]) ? UINT32_MAX : 0;
        if (imported->uses[i] == CS_USED_NOT_SEEN)
            slots->unread[slots->unread_count++] = i;
    }
    cs_text above = {0};
    for (uint32_t i = 0, row = 0; i < imported->item_count; i++) {
        const struct cs_import_item *item = &imported->items[i];
        for (; row < item->row; row++)
            if (imported->sheet->rows[row].kind == CS_ROW_SECTION)
                above = imported->sheet->rows[row].cells[0].text;
        add_slot(job, grid, imported, item, &columns[item->page], above, slots);
        first[item->worksheet] = item->grid_row < first[item->worksheet] ? item->grid_row : first[item->worksheet];
    }
    if (imported->is_published)
        trust_published(slots);
    for (uint32_t i = 0; i < grid->sheet_count; i++)
        find_labels(job, grid, i, first[i], slots);
    return slots;
}
