/* Properties of workbooks that this program wrote: see own.h. A note is the property checksheet.note.3, preceded by
 * checksheet.note.3.label if it has a label; a long one continues in checksheet.note.3.1, .2, and
 * checksheet.note.3.2.line begins another line. */
#include "import/own.h"
#include "base/ascii.h"
#include "import/page/preface.h"

void cs_own_take_names(const struct cs_grid *grid, struct cs_sheet *sheet)
{
    cs_text title = cs_grid_property(grid, CS_TEXT("checksheet.title"));
    cs_text service = cs_grid_property(grid, CS_TEXT("checksheet.service"));
    sheet->title = title.size ? title : sheet->title;
    sheet->service = service.size ? service : sheet->service;
}

/* The rest of the name after the number of a note: "", ".label", ".1"; *digits is the number itself. */
static cs_text part_of(cs_text name, cs_text *digits)
{
    const cs_text prefix = CS_TEXT("checksheet.note.");
    *digits = (cs_text){0};
    if (!cs_text_starts(name, prefix))
        return (cs_text){0};
    cs_text rest = cs_text_skip(name, prefix.size);
    size_t size = 0;
    while (size < rest.size && cs_is_digit(rest.bytes[size]))
        size++;
    *digits = (cs_text){rest.bytes, size};
    return cs_text_skip(rest, size);
}

/* A note while it is assembled from consecutive properties. */
struct note {
    cs_text digits;
    struct cs_buf label, text;
};

static void finish(struct cs_job *job, struct cs_sheet *sheet, struct note *note)
{
    if (note->text.size)
        cs_preface_add(job, sheet, cs_buf_copy(&job->arena, &note->label), cs_buf_copy(&job->arena, &note->text));
    cs_buf_free(&note->label);
    cs_buf_free(&note->text);
    *note = (struct note){0};
}

bool cs_own_take_notes(struct cs_job *job, const struct cs_grid *grid, struct cs_sheet *sheet)
{
    struct note note = {0};
    bool any = false;
    for (uint32_t i = 0; i < grid->property_count; i++) {
        cs_text digits, part = part_of(grid->properties[i].name, &digits);
        if (digits.size == 0)
            continue;
        if (!cs_text_equal(digits, note.digits))
            finish(job, sheet, &note);
        any = true;
        note.digits = digits;
        if (cs_text_ends(part, CS_TEXT(".line")))
            cs_buf_add_byte(&note.text, '\n');
        cs_buf_add(cs_text_starts(part, CS_TEXT(".label")) ? &note.label : &note.text, grid->properties[i].value);
    }
    finish(job, sheet, &note);
    return any;
}
