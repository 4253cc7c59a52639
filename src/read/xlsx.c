/* Reading a workbook into a grid, in this order: the relations of the package, the workbook part with its tabs and
 * names, shared strings and styles, the worksheets, and the contents of their drop-downs. */
#include "read/xlsx.h"
#include "base/ascii.h"
#include "base/messages_read.h"
#include "checksheet/read.h"

enum { MOST_SHEETS = 10000, MOST_TWICE = 16, MOST_NAMES = 200000, MOST_PROPERTIES = 1000 };

struct tab {
    cs_text name, id;
    bool is_hidden;
};

struct reader {
    struct cs_xlsx xlsx;
    cs_text workbook; /* name of its part */
    struct cs_relations relations;

    struct tab *tabs;
    uint32_t tab_count, tab_room;

    struct cs_names parts; /* of the tabs read so far */
    uint32_t twice;        /* number of tabs whose part was read before */

    cs_text name; /* of the current defined name or property */
    uint32_t scope;
};

/* --- the workbook part -------------------------------------------------------------------------------------------- */

static void start_settings(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    reader->xlsx.is_1904 = cs_xml_is_on(xml, "date1904");
}

static void start_tab(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_arena *arena = &reader->xlsx.package.job->arena;
    cs_text state = cs_xml_get(xml, "state");
    if (reader->tab_count == MOST_SHEETS) {
        cs_package_stop(&reader->xlsx.package, xml, CS_MESSAGE_WORKBOOK_PARTS, (cs_text){0}, (cs_text){0});
        return;
    }
    reader->tabs = cs_grow(arena, reader->tabs, reader->tab_count, &reader->tab_room, sizeof *reader->tabs);
    reader->tabs[reader->tab_count++] = (struct tab){
        .name = cs_text_copy(arena, cs_xml_get(xml, "name")),
        .id = cs_text_copy(arena, cs_xml_get(xml, "id")),
        .is_hidden = cs_text_equal(state, CS_TEXT("hidden")) || cs_text_equal(state, CS_TEXT("veryHidden")),
    };
}

static void start_name(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    cs_text scope = cs_xml_get(xml, "localSheetId");
    reader->name = cs_text_copy(&reader->xlsx.package.job->arena, cs_xml_get(xml, "name"));
    reader->scope = scope.size ? cs_xml_number(scope) : UINT32_MAX;
}

static void end_name(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_xlsx *xlsx = &reader->xlsx;
    struct cs_arena *arena = &xlsx->package.job->arena;
    if (xlsx->name_count == MOST_NAMES)
        return;
    xlsx->names = cs_grow(arena, xlsx->names, xlsx->name_count, &xlsx->name_room, sizeof *xlsx->names);
    xlsx->names[xlsx->name_count++] =
        (struct cs_xlsx_name){reader->name, cs_text_copy(arena, cs_text_trim(cs_xml_text(xml))), reader->scope};
}

static bool read_workbook(struct reader *reader)
{
    static const struct cs_xml_element elements[] = {
        {.name = "sheet", .start = start_tab},
        {.name = "definedName", .start = start_name, .end = end_name, .keeps_text = true},
        {.name = "workbookPr", .start = start_settings},
        {.name = "extLst", .is_skipped = true},
        {0},
    };
    return cs_package_read(&reader->xlsx.package, reader->workbook, elements, reader);
}

/* --- parts beside it ---------------------------------------------------------------------------------------------- */

static void start_property(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    reader->name = cs_text_copy(&reader->xlsx.package.job->arena, cs_xml_get(xml, "name"));
}

static void end_property(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_grid *grid = reader->xlsx.grid;
    struct cs_arena *arena = &reader->xlsx.package.job->arena;
    cs_text value;
    cs_xlsx_add_run(&reader->xlsx, cs_xml_text(xml));
    if (!cs_xlsx_take_text(&reader->xlsx, &value) || grid->property_count == MOST_PROPERTIES)
        return;
    grid->properties =
        cs_grow(arena, grid->properties, grid->property_count, &grid->property_room, sizeof *grid->properties);
    grid->properties[grid->property_count++] = (struct cs_grid_property){reader->name, value};
}

/* Reads the document properties, if there are any: those with a text as value. */
static bool read_properties(struct reader *reader, const struct cs_relations *roots)
{
    static const struct cs_xml_element elements[] = {
        {.name = "property", .start = start_property},
        {.name = "lpwstr", .end = end_property, .keeps_text = true},
        {0},
    };
    struct cs_package *package = &reader->xlsx.package;
    const struct cs_part_relation *relation = cs_relation_of_type(roots, "custom-properties");
    if (!relation)
        relation = cs_relation_of_type(roots, "customProperties"); /* strict documents */
    if (!relation || !cs_package_has(package, relation->target))
        return !package->has_failed;
    return cs_package_read(package, relation->target, elements, reader);
}

/* Reads a part that is optional in a workbook. */
static bool read_beside(struct reader *reader, const char *type, bool (*read)(struct cs_xlsx *xlsx, cs_text part))
{
    const struct cs_part_relation *relation = cs_relation_of_type(&reader->relations, type);
    if (!relation || !cs_package_has(&reader->xlsx.package, relation->target))
        return true;
    return read(&reader->xlsx, relation->target);
}

/* --- the sheets --------------------------------------------------------------------------------------------------- */

/* Two tabs may share a part; hundreds of them would take hundreds of times the file's size, and no program writes
 * that. */
static bool is_too_often(struct reader *reader, cs_text part)
{
    struct cs_package *package = &reader->xlsx.package;
    uint32_t known = reader->parts.count;
    if (cs_names_add(&package->job->arena, &reader->parts, part) == known || reader->twice++ < MOST_TWICE)
        return false;
    cs_package_fail(package, CS_MESSAGE_WORKBOOK_TABS, part, (cs_text){0});
    return true;
}

static bool read_tab(struct reader *reader, uint32_t index, const struct cs_part_relation *relation)
{
    struct cs_xlsx *xlsx = &reader->xlsx;
    const struct tab *tab = &reader->tabs[index];
    if (is_too_often(reader, relation->target))
        return false;
    xlsx->tabs =
        cs_grow(&xlsx->package.job->arena, xlsx->tabs, xlsx->grid->sheet_count, &xlsx->tab_room, sizeof *xlsx->tabs);
    xlsx->tabs[xlsx->grid->sheet_count] = index;
    cs_grid_add_sheet(xlsx->package.job, xlsx->grid, tab->name)->hidden = tab->is_hidden;
    return cs_xlsx_read_sheet(xlsx, relation->target);
}

/* Charts, dialogs and macros have tabs too, but no cells. */
static bool read_tabs(struct reader *reader)
{
    struct cs_package *package = &reader->xlsx.package;
    for (uint32_t i = 0; i < reader->tab_count; i++) {
        const struct cs_part_relation *relation = cs_relation_of_id(&reader->relations, reader->tabs[i].id);
        if (!relation)
            cs_package_fail(package, CS_MESSAGE_WORKBOOK_LOST_PART, reader->tabs[i].name, (cs_text){0});
        else if (cs_text_equal(relation->type, CS_TEXT("worksheet")))
            read_tab(reader, i, relation);
        if (package->has_failed)
            return false;
    }
    if (reader->xlsx.grid->sheet_count == 0)
        cs_package_fail(package, CS_MESSAGE_NO_SHEET, (cs_text){0}, (cs_text){0});
    return !package->has_failed;
}

/* Finds the workbook part by the package's relations, or at its usual place. */
static bool find_workbook(struct reader *reader, const struct cs_relations *roots)
{
    struct cs_package *package = &reader->xlsx.package;
    const struct cs_part_relation *relation = cs_relation_of_type(roots, "officeDocument");
    reader->workbook = relation ? relation->target : CS_TEXT("xl/workbook.xml");
    bool is_binary = cs_text_ends(reader->workbook, CS_TEXT(".bin"));
    if (is_binary || cs_text_starts(reader->workbook, CS_TEXT("word/")) || !cs_package_has(package, reader->workbook))
        cs_package_fail(package, CS_MESSAGE_NO_WORKBOOK, (cs_text){0}, (cs_text){0});
    return !package->has_failed;
}

static bool read_package(struct reader *reader)
{
    struct cs_package *package = &reader->xlsx.package;
    struct cs_relations roots = cs_package_relations(package, (cs_text){0});
    if (package->has_failed || !find_workbook(reader, &roots))
        return false;
    reader->relations = cs_package_relations(package, reader->workbook);
    return !package->has_failed && read_workbook(reader) &&
           read_beside(reader, "sharedStrings", cs_xlsx_read_strings) &&
           read_beside(reader, "styles", cs_xlsx_read_styles) && read_tabs(reader) && read_properties(reader, &roots);
}

const struct cs_grid *cs_read_xlsx(struct cs_job *job, const struct cs_source *source)
{
    struct reader reader = {.xlsx = {.grid = cs_grid_new(job, CS_GRID_XLSX, source)}};
    struct cs_xlsx *xlsx = &reader.xlsx;
    bool good = cs_package_open(&xlsx->package, job, source) && read_package(&reader);
    if (good) {
        cs_xlsx_keep_names(xlsx);
        cs_xlsx_resolve_lists(xlsx);
    }
    cs_package_close(&xlsx->package);
    cs_buf_free(&xlsx->text);
    return good ? xlsx->grid : NULL;
}
