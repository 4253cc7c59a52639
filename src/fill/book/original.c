/* See original.h. Worksheets are read in the same order as by the grid's reader, so that they have the same indices. */
#include "fill/book/original.h"
#include "fill/book/tag.h"
#include "model/address.h"
#include "base/messages_read.h"

enum { MOST_STYLES = 65536, MOST_NAMES = 200000, MOST_TABLES = 10000, MOST_FORMULAS = 5000000 };

struct tab {
    cs_text name, id;
};

struct reader {
    struct cs_original *original;
    struct tab *tabs;
    uint32_t tab_count, tab_room;
    cs_text name; /* of the current defined name */
    bool is_in_formats;
    struct cs_original_sheet *sheet;
    struct cs_original_table table;
    uint32_t controls;
};

static struct cs_arena *arena_of(const struct reader *reader)
{
    return &reader->original->job->arena;
}

/* --- the workbook part and the styles ----------------------------------------------------------------------------- */

static void start_tab(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_arena *arena = arena_of(reader);
    reader->tabs = cs_grow(arena, reader->tabs, reader->tab_count, &reader->tab_room, sizeof *reader->tabs);
    reader->tabs[reader->tab_count++] =
        (struct tab){cs_text_copy(arena, cs_xml_get(xml, "name")), cs_text_copy(arena, cs_xml_get(xml, "id"))};
}

static void start_name(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    reader->name = cs_text_copy(arena_of(reader), cs_xml_get(xml, "name"));
}

static void end_name(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_original *original = reader->original;
    if (original->name_count == MOST_NAMES)
        return;
    original->names =
        cs_grow(arena_of(reader), original->names, original->name_count, &original->name_room, sizeof *original->names);
    original->names[original->name_count++] =
        (struct cs_original_name){reader->name, cs_text_copy(arena_of(reader), cs_text_trim(cs_xml_text(xml)))};
}

static bool read_workbook(struct reader *reader)
{
    static const struct cs_xml_element elements[] = {
        {.name = "sheet", .start = start_tab},
        {.name = "definedName", .start = start_name, .end = end_name, .keeps_text = true},
        {.name = "extLst", .is_skipped = true},
        {0},
    };
    return cs_package_read(&reader->original->package, reader->original->workbook, elements, reader);
}

static void start_formats(void *context, struct cs_xml *xml)
{
    (void)xml;
    ((struct reader *)context)->is_in_formats = true;
}

static void end_formats(void *context, struct cs_xml *xml)
{
    (void)xml;
    ((struct reader *)context)->is_in_formats = false;
}

static void start_format(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_original *original = reader->original;
    (void)xml;
    if (!reader->is_in_formats || original->style_count == MOST_STYLES)
        return;
    original->unlocked = cs_grow(arena_of(reader), original->unlocked, original->style_count, &original->style_room,
                                 sizeof *original->unlocked);
    original->unlocked[original->style_count++] = false;
}

static void start_protection(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_original *original = reader->original;
    cs_text locked = cs_xml_get(xml, "locked");
    if (reader->is_in_formats && original->style_count)
        original->unlocked[original->style_count - 1] = locked.size && !cs_xml_is_on(xml, "locked");
}

static bool read_styles(struct reader *reader, cs_text part)
{
    static const struct cs_xml_element elements[] = {
        {.name = "cellXfs", .start = start_formats, .end = end_formats},
        {.name = "xf", .start = start_format},
        {.name = "protection", .start = start_protection},
        {.name = "extLst", .is_skipped = true},
        {0},
    };
    return cs_package_read(&reader->original->package, part, elements, reader);
}

/* --- worksheets --------------------------------------------------------------------------------------------------- */

static void on_cell(void *context, const struct cs_cells_cell *cell)
{
    struct reader *reader = context;
    struct cs_original_sheet *sheet = reader->sheet;
    if (cell->formula == CS_NO_FORMULA || sheet->formula_count == MOST_FORMULAS)
        return;
    bool fills = cell->has_range && (cell->formula == CS_FORMULA_ARRAY || cell->formula == CS_FORMULA_TABLE);
    sheet->formulas =
        cs_grow(arena_of(reader), sheet->formulas, sheet->formula_count, &sheet->formula_room, sizeof *sheet->formulas);
    sheet->filling_count += fills;
    sheet->formulas[sheet->formula_count++] = (struct cs_original_formula){
        .row = cell->row,
        .column = cell->column,
        .kind = cell->formula,
        .text = cs_text_copy(arena_of(reader), cell->text),
        .group = cell->group,
        .range = fills ? cell->range : (struct cs_grid_merge){cell->row, cell->column, cell->row, cell->column},
    };
}

static void start_table(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    cs_text range = cs_xml_get(xml, "ref"), header = cs_xml_get(xml, "headerRowCount");
    cs_text name = cs_xml_get(xml, "displayName");
    reader->table =
        (struct cs_original_table){.name = cs_text_copy(arena_of(reader), name.size ? name : cs_xml_get(xml, "name")),
                                   .has_header = !header.size || cs_xml_number(header) > 0,
                                   .has_totals = cs_xml_number(cs_xml_get(xml, "totalsRowCount")) > 0};
    if (!cs_take_range(&range, &reader->table.range))
        cs_xml_stop(xml);
}

static bool read_table(struct reader *reader, cs_text part)
{
    static const struct cs_xml_element elements[] = {{.name = "table", .start = start_table}, {0}};
    struct cs_original_sheet *sheet = reader->sheet;
    reader->table = (struct cs_original_table){0};
    if (!cs_package_read(&reader->original->package, part, elements, reader))
        return false;
    if (reader->table.name.size == 0 || sheet->table_count == MOST_TABLES)
        return true;
    sheet->tables =
        cs_grow(arena_of(reader), sheet->tables, sheet->table_count, &sheet->table_room, sizeof *sheet->tables);
    sheet->tables[sheet->table_count++] = reader->table;
    return true;
}

static void start_control(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    reader->controls += cs_text_equal(cs_xml_get(xml, "objectType"), CS_TEXT("CheckBox"));
}

/* Reads tables and form controls with check boxes. */
static bool read_beside(struct reader *reader)
{
    static const struct cs_xml_element controls[] = {{.name = "formControlPr", .start = start_control}, {0}};
    struct cs_package *package = &reader->original->package;
    struct cs_relations relations = cs_package_relations(package, reader->sheet->part);
    for (uint32_t i = 0; i < relations.count && !package->has_failed; i++) {
        const struct cs_part_relation *relation = &relations.items[i];
        if (relation->is_external || !cs_package_has(package, relation->target))
            continue;
        if (cs_text_equal(relation->type, CS_TEXT("table")))
            read_table(reader, relation->target);
        else if (cs_text_equal(relation->type, CS_TEXT("ctrlProp")))
            cs_package_read(package, relation->target, controls, reader);
    }
    reader->sheet->check_boxes = reader->controls;
    return !package->has_failed;
}

static bool collect(void *context, cs_text bytes)
{
    struct cs_buf *buf = context;
    cs_buf_add(buf, bytes);
    return !buf->failed;
}

/* The bytes of a part, which is an archive entry; empty after reporting that it cannot be read. */
static cs_text bytes_of(struct cs_original *original, uint64_t entry, cs_text part)
{
    struct cs_buf bytes = {0};
    const char *trouble = NULL;
    cs_text copy = {0};
    if (entry != CS_NO_ENTRY && cs_unzip_read(original->package.unzip, entry, collect, &bytes, &trouble))
        copy = cs_buf_copy(&original->job->arena, &bytes);
    else
        cs_package_fail(&original->package, CS_MESSAGE_WORKBOOK_PART, part, cs_text_of(trouble));
    cs_buf_free(&bytes);
    return copy;
}

static bool read_sheet(struct reader *reader, cs_text name, cs_text part)
{
    static const struct cs_cells_handlers handlers = {.cell = on_cell};
    struct cs_original *original = reader->original;
    original->sheets = cs_grow(arena_of(reader), original->sheets, original->sheet_count, &original->sheet_room,
                               sizeof *original->sheets);
    struct cs_original_sheet *sheet = reader->sheet = &original->sheets[original->sheet_count++];
    *sheet =
        (struct cs_original_sheet){.name = name, .part = part, .entry = cs_unzip_find(original->package.unzip, part)};
    sheet->bytes = bytes_of(original, sheet->entry, part);
    if (original->package.has_failed)
        return false;
    reader->controls = 0;
    sheet->end = cs_cells_walk(original->job, sheet->bytes, &handlers, reader, &sheet->frame);
    return read_beside(reader);
}

static bool read_sheets(struct reader *reader, const struct cs_relations *relations)
{
    for (uint32_t i = 0; i < reader->tab_count; i++) {
        const struct cs_part_relation *relation = cs_relation_of_id(relations, reader->tabs[i].id);
        if (relation && cs_text_equal(relation->type, CS_TEXT("worksheet")) &&
            !read_sheet(reader, reader->tabs[i].name, relation->target))
            return false;
    }
    return true;
}

/* --- the package -------------------------------------------------------------------------------------------------- */

static bool read_package(struct reader *reader)
{
    struct cs_original *original = reader->original;
    struct cs_package *package = &original->package;
    struct cs_relations roots = cs_package_relations(package, (cs_text){0});
    const struct cs_part_relation *workbook = cs_relation_of_type(&roots, "officeDocument");
    original->workbook = workbook ? workbook->target : CS_TEXT("xl/workbook.xml");
    original->is_signed = cs_relation_of_type(&roots, "origin") != NULL;
    original->workbook_entry = package->has_failed ? CS_NO_ENTRY : cs_unzip_find(package->unzip, original->workbook);
    struct cs_relations relations = cs_package_relations(package, original->workbook);
    const struct cs_part_relation *styles = cs_relation_of_type(&relations, "styles");
    if (!package->has_failed)
        original->workbook_bytes = bytes_of(original, original->workbook_entry, original->workbook);
    return !package->has_failed && read_workbook(reader) &&
           (!styles || !cs_package_has(package, styles->target) || read_styles(reader, styles->target)) &&
           read_sheets(reader, &relations);
}

bool cs_original_open(struct cs_original *original, struct cs_job *job, const struct cs_source *file)
{
    struct reader reader = {.original = original};
    *original = (struct cs_original){.job = job};
    return cs_package_open(&original->package, job, file) && read_package(&reader);
}

void cs_original_close(struct cs_original *original)
{
    cs_package_close(&original->package);
}

cs_text cs_original_strings(struct cs_job *job, const struct cs_original *original, const struct cs_source *file)
{
    struct cs_original again = {.job = job};
    cs_text bytes = {0};
    if (!cs_package_open(&again.package, job, file))
        return bytes;
    struct cs_relations relations = cs_package_relations(&again.package, original->workbook);
    const struct cs_part_relation *strings = cs_relation_of_type(&relations, "sharedStrings");
    if (strings && cs_package_has(&again.package, strings->target))
        bytes = bytes_of(&again, cs_unzip_find(again.package.unzip, strings->target), strings->target);
    cs_package_close(&again.package);
    return bytes;
}

/* --- asking ------------------------------------------------------------------------------------------------------- */

static bool holds(const struct cs_grid_merge *range, uint32_t row, uint32_t column)
{
    return range->row <= row && row <= range->last_row && range->column <= column && column <= range->last_column;
}

const struct cs_original_formula *cs_original_formula_at(const struct cs_original_sheet *sheet, uint32_t row,
                                                         uint32_t column)
{
    uint32_t low = 0, high = sheet->formula_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct cs_original_formula *formula = &sheet->formulas[middle];
        if (formula->row < row || (formula->row == row && formula->column < column))
            low = middle + 1;
        else
            high = middle;
    }
    if (low < sheet->formula_count && sheet->formulas[low].row == row && sheet->formulas[low].column == column)
        return &sheet->formulas[low];
    for (uint32_t i = 0; i < sheet->formula_count && sheet->filling_count; i++)
        if ((sheet->formulas[i].kind == CS_FORMULA_ARRAY || sheet->formulas[i].kind == CS_FORMULA_TABLE) &&
            holds(&sheet->formulas[i].range, row, column))
            return &sheet->formulas[i];
    return NULL;
}

/* The row of a worksheet; NULL if the part does not have it. */
static const struct cs_cells_row *find_row(const struct cs_cells_frame *frame, uint32_t row)
{
    uint32_t low = 0, high = frame->row_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (frame->rows[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < frame->row_count && frame->rows[low].row == row ? &frame->rows[low] : NULL;
}

/* The style of a cell that exists or, in its row, would be made; false if neither gives one. */
static bool find_style(const struct cs_original_sheet *sheet, uint32_t row, uint32_t column, uint32_t *style)
{
    const struct cs_cells_frame *frame = &sheet->frame;
    const struct cs_cells_row *in = find_row(frame, row);
    uint32_t index = in ? (uint32_t)(in - frame->rows) : 0, high = in ? frame->row_ends[index] : 0;
    uint32_t low = index ? frame->row_ends[index - 1] : 0;
    while (low < high && frame->cells[low].column < column)
        low++;
    if (low < high && frame->cells[low].column == column) {
        const struct cs_cells_kept *cell = &frame->cells[low];
        cs_text tag = cs_rescan_bytes(sheet->bytes, (struct cs_stretch){cell->start, cell->tag_end});
        *style = cs_xml_number(cs_tag_get(tag, CS_TEXT("s")));
        return true;
    }
    return in && cs_cells_row_style(cs_rescan_bytes(sheet->bytes, in->tag), style);
}

static bool is_in_ranges(cs_text ranges, uint32_t row, uint32_t column)
{
    struct cs_grid_merge range;
    while (ranges.size && cs_take_range(&ranges, &range)) {
        if (holds(&range, row, column))
            return true;
        ranges = cs_text_trim(ranges);
    }
    return false;
}

bool cs_original_is_locked(const struct cs_original *original, const struct cs_original_sheet *sheet, uint32_t row,
                           uint32_t column)
{
    uint32_t style = 0;
    const struct cs_cells_columns *columns = cs_cells_column(&sheet->frame, column);
    if (!sheet->frame.is_protected)
        return false;
    for (uint32_t i = 0; i < sheet->frame.unlocked_count; i++)
        if (is_in_ranges(sheet->frame.unlocked[i], row, column))
            return false;
    if (!find_style(sheet, row, column, &style))
        style = columns ? columns->style : 0;
    return style >= original->style_count || !original->unlocked[style];
}

bool cs_original_has_list(const struct cs_original_sheet *sheet, uint32_t row, uint32_t column)
{
    for (uint32_t i = 0; i < sheet->frame.list_count; i++)
        if (is_in_ranges(sheet->frame.lists[i], row, column))
            return true;
    return false;
}

/* The tag of a row; empty if the part does not have it. */
static cs_text row_tag(const struct cs_original_sheet *sheet, uint32_t row)
{
    const struct cs_cells_row *found = find_row(&sheet->frame, row);
    return found ? cs_rescan_bytes(sheet->bytes, found->tag) : (cs_text){0};
}

double cs_original_height(const struct cs_original_sheet *sheet, uint32_t row)
{
    return cs_cells_row_height(row_tag(sheet, row));
}

bool cs_original_has_fixed_height(const struct cs_original_sheet *sheet, uint32_t row)
{
    cs_text tag = row_tag(sheet, row);
    return cs_cells_row_is_fixed(tag) && cs_cells_row_height(tag) > 0;
}

bool cs_original_is_table_frame(const struct cs_original_sheet *sheet, uint32_t row, uint32_t column)
{
    for (uint32_t i = 0; i < sheet->table_count; i++) {
        const struct cs_original_table *table = &sheet->tables[i];
        bool is_header = table->has_header && row == table->range.row;
        bool is_totals = table->has_totals && row == table->range.last_row;
        if (holds(&table->range, row, column) && (is_header || is_totals))
            return true;
    }
    return false;
}

bool cs_original_is_name(cs_text a, cs_text b)
{
    bool same = a.size == b.size;
    for (size_t i = 0; same && i < a.size; i++) {
        char x = a.bytes[i], y = b.bytes[i];
        same = (x >= 'A' && x <= 'Z' ? x | 0x20 : x) == (y >= 'A' && y <= 'Z' ? y | 0x20 : y);
    }
    return same;
}
