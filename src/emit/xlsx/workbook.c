/* A workbook written with libxlsxwriter, which needs care in three ways. It keeps only the current row of a sheet in
 * memory, so each sheet is written top down. It prints to stderr if a limit of Excel is exceeded, so limits are
 * checked before each call. And it ignores a full disk, so the result is read back and verified. Row heights are
 * written because programs that open the file do not compute them reliably. */
#include "emit/xlsx/book.h"
#include "base/job.h"
#include "emit/xlsx/verify.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void cs_book_check(struct cs_book *book, lxw_error error)
{
    if (error != LXW_NO_ERROR && !*book->why)
        *book->why = lxw_strerror(error);
}

void cs_book_give_up(struct cs_book *book, int code)
{
    if (!*book->why)
        *book->why = cs_system_words(book->job, code).bytes;
}

const char *cs_worksheet_plain(struct cs_worksheet *worksheet, cs_text text)
{
    return cs_xlsx_plain(&worksheet->book->text, text);
}

char *cs_book_kept(struct cs_book *book, cs_text text, size_t limit)
{
    return cs_xlsx_kept(book->arena, text, limit);
}

char *cs_book_string(struct cs_book *book, cs_text text)
{
    char *string = cs_alloc(book->arena, text.size + 1);
    if (text.size)
        memcpy(string, text.bytes, text.size);
    return string;
}

/* "=" and a reference, in the buffer for formulas. */
char *cs_book_reference(struct cs_book *book, const struct cs_worksheet *worksheet, struct cells cells)
{
    cs_buf_clear(&book->formula);
    cs_buf_add_byte(&book->formula, '=');
    cs_xlsx_add_cells(&book->formula, worksheet->name, cells);
    return book->formula.bytes;
}

const char *cs_book_formula(struct cs_book *book, cs_text formula)
{
    cs_buf_clear(&book->formula);
    cs_buf_add(&book->formula, formula);
    return book->formula.bytes;
}

/* --- formats ------------------------------------------------------------------------------------------------------ */

static void set_frame(lxw_format *format, const struct frame *frame)
{
    static const uint8_t lines[] = {LXW_BORDER_NONE, LXW_BORDER_THIN, LXW_BORDER_DOTTED};
    format_set_top(format, lines[frame->top]);
    format_set_top_color(format, frame->top_color);
    format_set_bottom(format, lines[frame->bottom]);
    format_set_bottom_color(format, frame->bottom_color);
    format_set_left(format, lines[frame->sides]);
    format_set_right(format, lines[frame->sides]);
    format_set_left_color(format, frame->side_color);
    format_set_right_color(format, frame->side_color);
}

lxw_format *cs_book_make_format(struct cs_book *book, const struct look *look)
{
    static const uint8_t aligns[] = {LXW_ALIGN_NONE, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
    lxw_format *format = workbook_add_format(book->made);
    format_set_font_name(format, book->font);
    format_set_font_size(format, look->size);
    format_set_font_color(format, look->ink);
    format_set_align(format, aligns[look->align]);
    format_set_align(format, look->top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    format_set_indent(format, (uint8_t)look->indent);
    if (look->fill)
        format_set_bg_color(format, look->fill);
    if (look->bold)
        format_set_bold(format);
    if (look->wrap)
        format_set_text_wrap(format);
    if (look->underline)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (look->open && book->keeps_open)
        format_set_unlocked(format);
    if (look->number)
        format_set_num_format(format, look->number);
    if (look->frame)
        set_frame(format, look->frame);
    return format;
}

lxw_format *cs_worksheet_format(struct cs_worksheet *worksheet, unsigned style)
{
    lxw_format **format = &worksheet->book->formats[style];
    struct look look = cs_style_look(style);
    if (!*format)
        *format = cs_book_make_format(worksheet->book, &look);
    return *format;
}

/* The format that a condition adds to a cell. */
lxw_format *cs_book_tone_format(struct cs_book *book, enum cs_tone tone)
{
    struct cs_tone_colors colors = cs_tone_colors(tone, 0);
    if (book->tones[tone])
        return book->tones[tone];
    lxw_format *format = book->tones[tone] = workbook_add_format(book->made);
    format_set_bg_color(format, colors.fill);
    if (tone == CS_TONE_NONE) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, colors.edge);
    } else {
        format_set_font_color(format, colors.ink);
        format_set_bold(format);
    }
    return format;
}

/* --- the book ----------------------------------------------------------------------------------------------------- */

/* The library keeps 127 bytes of a font name, and a footer puts it in quotation marks. */
static cs_text font_of(cs_text wanted)
{
    bool usable = wanted.size > 0 && wanted.size < 100 && cs_text_find(wanted, CS_TEXT("\"")) < 0;
    return usable ? wanted : CS_TEXT("Yu Gothic");
}

/* Creates an empty file for the workbook in the directory for temporary files. */
static bool make_file(struct cs_book *book, cs_text directory)
{
    struct cs_buf buf = {0};
    book->directory = cs_book_string(book, directory.size ? directory : CS_TEXT(P_tmpdir));
    cs_buf_add(&buf, cs_text_of(book->directory));
    cs_buf_add(&buf, CS_TEXT("/checksheet-XXXXXX"));
    char *name = cs_book_string(book, cs_buf_text(&buf));
    cs_buf_free(&buf);
    int file = mkstemp(name);
    if (file < 0 || close(file) != 0) {
        cs_book_give_up(book, errno);
        return false;
    }
    book->path = name;
    return true;
}

struct cs_book *cs_book_open(struct cs_job *job, const struct cs_book_setup *setup)
{
    struct cs_book *book = cs_alloc(&job->arena, sizeof *book);
    book->job = job;
    book->arena = &job->arena;
    book->why = setup->why;
    book->keeps_open = setup->keeps_open;
    book->gate = setup->gate;
    book->font = cs_book_string(book, font_of(setup->font));
    if (!make_file(book, setup->directory))
        return NULL;
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = book->directory};
    book->made = workbook_new_opt(book->path, &options);
    if (book->made)
        return book;
    cs_book_give_up(book, ENOMEM);
    cs_book_free(book);
    return NULL;
}

void cs_book_describe(struct cs_book *book, const struct cs_book_facts *facts)
{
    enum { LONGEST = 255 };
    lxw_doc_properties properties = {
        .title = cs_book_kept(book, facts->title, LONGEST),
        .subject = cs_book_kept(book, facts->subject, LONGEST),
        .author = cs_book_kept(book, facts->author, LONGEST),
        .company = cs_book_kept(book, facts->company, LONGEST),
        .category = cs_book_kept(book, facts->category, LONGEST),
        .keywords = cs_book_kept(book, facts->keywords, LONGEST),
        .comments = cs_book_kept(book, facts->comments, LONGEST),
        .created = (time_t)facts->created,
    };
    cs_book_check(book, workbook_set_properties(book->made, &properties));
}

void cs_book_set_property(struct cs_book *book, const char *name, cs_text value)
{
    cs_book_check(book, workbook_set_custom_property_string(book->made, name, cs_book_kept(book, value, 255)));
}

static void read_back(struct cs_book *book, struct cs_buf *out)
{
    char bytes[16384];
    size_t size;
    FILE *file = fopen(book->path, "rb");
    if (!file) {
        cs_book_give_up(book, errno);
        return;
    }
    while ((size = fread(bytes, 1, sizeof bytes, file)) > 0)
        cs_buf_add(out, (cs_text){bytes, size});
    if (ferror(file))
        cs_book_give_up(book, errno);
    fclose(file);
}

/* The library gets the document's date from gmtime, whose result all threads share. */
static lxw_error close_alone(struct cs_book *book)
{
    if (book->gate)
        book->gate->enter(book->gate->context);
    errno = 0;
    lxw_error error = workbook_close(book->made);
    int reason = errno;
    if (book->gate)
        book->gate->leave(book->gate->context);
    errno = reason;
    return error;
}

void cs_book_close(struct cs_book *book, struct cs_buf *out)
{
    size_t start = out->size;
    const char *why = NULL;
    if (*book->why)
        return;
    lxw_error error = close_alone(book);
    book->made = NULL; /* closing frees it */
    if (error == LXW_ERROR_ZIP_FILE_OPERATION && errno)
        cs_book_give_up(book, errno); /* the library's text would only refer to errno */
    cs_book_check(book, error);
    if (!*book->why)
        read_back(book, out);
    cs_text file = cs_text_skip(cs_buf_text(out), start);
    if (!*book->why && !out->failed && !cs_verify_package(book->arena, file, &why))
        *book->why = why;
}

void cs_book_free(struct cs_book *book)
{
    if (book->made)
        lxw_workbook_free(book->made);
    if (book->path)
        unlink(book->path);
    cs_buf_free(&book->text);
    cs_buf_free(&book->formula);
}
