/* What people wrote beside the cells of a worksheet: comments, and the threads that newer programs make of them. */
#include "read/xlsx.h"

enum { MOST_COMMENTS = 10000 };

struct reader {
    struct cs_xlsx *xlsx;
    struct cs_grid_sheet *sheet;
    uint32_t row, column; /* of the comment under way */
    bool is_in_comment;
    bool is_thread;
};

static void start_comment(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    cs_text place = cs_xml_get(xml, "ref");
    reader->is_in_comment = cs_take_address(&place, &reader->row, &reader->column) && place.size == 0;
    cs_buf_clear(&reader->xlsx->text);
    reader->xlsx->is_long = false;
}

static void end_run(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    if (reader->is_in_comment)
        cs_xlsx_add_run(reader->xlsx, cs_xml_text(xml));
}

/* The comment of a cell, or NULL. */
static struct cs_grid_comment *find(const struct cs_grid_sheet *sheet, uint32_t row, uint32_t column)
{
    for (uint32_t i = sheet->comment_count; i-- > 0;)
        if (sheet->comments[i].row == row && sheet->comments[i].column == column)
            return &sheet->comments[i];
    return NULL;
}

/* Adds a comment, or what was answered to it; a thread goes before the comment that older programs show in its place. */
static void end_comment(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_grid_sheet *sheet = reader->sheet;
    struct cs_arena *arena = &reader->xlsx->package.job->arena;
    cs_text text;
    (void)xml;
    bool good = reader->is_in_comment && cs_xlsx_take_text(reader->xlsx, &text) && cs_text_trim(text).size;
    reader->is_in_comment = false;
    if (!good || sheet->comment_count == MOST_COMMENTS)
        return;
    struct cs_grid_comment *known = reader->is_thread ? find(sheet, reader->row, reader->column) : NULL;
    if (known && known->is_thread) {
        struct cs_buf both = {0};
        cs_buf_add(&both, known->text);
        cs_buf_add_byte(&both, '\n');
        cs_buf_add(&both, cs_text_trim(text));
        known->text = cs_buf_take(arena, &both);
    } else if (known) {
        *known = (struct cs_grid_comment){reader->row, reader->column, cs_text_trim(text), true};
    } else {
        sheet->comments =
            cs_grow(arena, sheet->comments, sheet->comment_count, &sheet->comment_room, sizeof *sheet->comments);
        sheet->comments[sheet->comment_count++] =
            (struct cs_grid_comment){reader->row, reader->column, cs_text_trim(text), reader->is_thread};
    }
}

void cs_xlsx_read_comments(struct cs_xlsx *xlsx, struct cs_grid_sheet *sheet, cs_text part)
{
    static const struct cs_xml_element comments[] = {
        {.name = "comment", .start = start_comment, .end = end_comment},
        {.name = "t", .end = end_run, .keeps_text = true},
        {.name = "rPh", .is_skipped = true},
        {0},
    };
    static const struct cs_xml_element threads[] = {
        {.name = "threadedComment", .start = start_comment, .end = end_comment},
        {.name = "text", .end = end_run, .keeps_text = true},
        {0},
    };
    static const struct {
        const char *type;
        const struct cs_xml_element *elements;
    } parts[] = {{"comments", comments}, {"threadedComment", threads}};
    struct reader reader = {.xlsx = xlsx, .sheet = sheet};
    struct cs_relations relations = cs_package_relations(&xlsx->package, part);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const struct cs_part_relation *relation = cs_relation_of_type(&relations, parts[i].type);
        reader.is_thread = i > 0;
        if (relation && cs_package_has(&xlsx->package, relation->target))
            cs_package_read(&xlsx->package, relation->target, parts[i].elements, &reader);
    }
}
