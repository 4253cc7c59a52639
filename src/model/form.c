/* Writing a form, compact enough to be read and corrected by hand. */
#include "checksheet/form.h"
#include "model/address.h"

/* Appends a text in double quotes, so that nothing in it is read as YAML. */
static void add_quoted(struct cs_buf *out, cs_text text)
{
    cs_buf_add_byte(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];
        if (byte == '"' || byte == '\\')
            cs_buf_add_byte(out, '\\');
        if ((unsigned char)byte < 0x20)
            cs_buf_print(out, "\\x%02x", (unsigned)byte);
        else
            cs_buf_add_byte(out, byte);
    }
    cs_buf_add_byte(out, '"');
}

static void add_row_number(struct cs_buf *out, const char *key, uint32_t row)
{
    if (row != CS_NO_ROW)
        cs_buf_print(out, "    %s: %lu\n", key, (unsigned long)row + 1);
}

bool cs_form_is_stacked(const struct cs_form_part *part)
{
    for (uint32_t i = 0; i < part->column_count; i++)
        if (part->columns[i].below)
            return true;
    return false;
}

/* Appends a role or, if its cells are below others, {question: {below: 0}, answer: {below: 1}}. Returns how many of
 * the part's columns that covers. */
static uint32_t add_roles(struct cs_buf *out, const struct cs_form_part *part, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < part->column_count && part->columns[end].column == part->columns[first].column)
        end++;
    if (end == first + 1 && part->columns[first].below == 0) {
        cs_buf_add(out, cs_role_word(part->columns[first].role));
        return 1;
    }
    for (uint32_t i = first; i < end; i++) {
        cs_buf_add(out, i == first ? CS_TEXT("{") : CS_TEXT(", "));
        cs_buf_add(out, cs_role_word(part->columns[i].role));
        cs_buf_print(out, ": {below: %lu}", (unsigned long)part->columns[i].below);
    }
    cs_buf_add_byte(out, '}');
    return end - first;
}

static void add_part(struct cs_buf *out, const struct cs_form_part *part)
{
    cs_buf_add(out, CS_TEXT("  - "));
    if (part->worksheet.size) {
        cs_buf_add(out, CS_TEXT("sheet: "));
        add_quoted(out, part->worksheet);
        cs_buf_add(out, CS_TEXT("\n    "));
    }
    cs_buf_add(out, CS_TEXT("columns:\n"));
    for (uint32_t i = 0, count; i < part->column_count; i += count) {
        cs_buf_add(out, CS_TEXT("      "));
        cs_add_column(out, part->columns[i].column);
        cs_buf_add(out, CS_TEXT(": "));
        count = add_roles(out, part, i);
        cs_buf_add(out, part->columns[i].title.size ? CS_TEXT("  # ") : (cs_text){0});
        cs_buf_add_line(out, part->columns[i].title);
        cs_buf_add_byte(out, '\n');
    }
    add_row_number(out, "header", part->header);
    add_row_number(out, "first", part->first);
    add_row_number(out, "last", part->last);
}

void cs_form_write_parts(const struct cs_form *form, struct cs_buf *out)
{
    for (uint32_t i = 0; i < form->part_count; i++)
        add_part(out, &form->parts[i]);
}

void cs_form_write(const struct cs_form *form, struct cs_buf *out)
{
    cs_buf_add(out, CS_TEXT("checksheet: form/1\n"));
    if (form->catalog.size) {
        cs_buf_add(out, CS_TEXT("catalog: "));
        cs_buf_add(out, form->catalog);
        cs_buf_add_byte(out, '\n');
    }
    cs_buf_add(out, CS_TEXT("sheets:\n"));
    cs_form_write_parts(form, out);
}
