/* XLSX: the check sheet as a workbook that a customer can read, print, filter and correct.
 *
 * Three sheets: the overview with counts that stay live, the check sheet itself, the legend; a fourth one takes texts
 * that are too long for a cell. The only file that sees libxlsxwriter, which wants care in three ways. It keeps only
 * the current row of a sheet in memory, so each sheet is written downwards. It prints to stderr what is beyond Excel's
 * limits, so the limits are looked at before each call. And it takes no notice of a full disk, so the result is read
 * back and verified. Row heights are written because programs that open the file do not work them out reliably. */
#include "base/job.h"
#include "emit/emitters.h"
#include "emit/measure.h"
#include "emit/palette.h"
#include "emit/verify.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum {
    TITLE_ROW,
    HEADER_ROW,
    FIRST_ROW, /* of sections and items on the check sheet */

    MOST_LINKS = 65530, /* Excel's limits */
    LONGEST_LINK = 2079,
    LONGEST_LIST = 255,
    LONGEST_FOOTER_PART = 70,

    MOST_SIGNS = 8,    /* that get a column of the overview each */
    MOST_RUNS = 1000,  /* of items with a drop-down of their own */
    SHEET_PIXELS = 1210, /* width of the check sheet: 86 % of its size on A4, across */
    SHRINKS = 3,       /* type sizes that are tried for a long text: as designed, 1 pt less, 2 pt less */
    TOO_LONG = SHRINKS /* stands in place of such a step for a text that no cell can show */
};

enum frame { NO_FRAME, LINE_FRAME, CELL_FRAME, BAND_FRAME, LOWER_FRAME, HEAD_FRAME, TOTAL_FRAME };

enum style {
    STYLE_BODY,
    STYLE_TITLE,
    STYLE_TITLE_INFO,
    STYLE_HEAD,
    STYLE_HEAD_CENTER,
    STYLE_BAND,
    STYLE_BAND_LOWER,
    STYLE_NUMBER,
    STYLE_FIXED,
    STYLE_FLAG,
    STYLE_SIGN,
    STYLE_SIGN_WORD,
    STYLE_OPEN,
    STYLE_PROOF,
    STYLE_DATE,
    STYLE_REF,
    STYLE_LINK,
    STYLE_COVER_TITLE,
    STYLE_COVER_SERVICE,
    STYLE_HEADING,
    STYLE_LABEL,
    STYLE_LABEL_RULED,
    STYLE_VALUE,
    STYLE_VALUE_RULED,
    STYLE_VALUE_LINK,
    STYLE_VALUE_LINK_RULED,
    STYLE_PREFACE,
    STYLE_SECTION,
    STYLE_COUNT,
    STYLE_RATE,
    STYLE_TOTAL,
    STYLE_TOTAL_COUNT,
    STYLE_TOTAL_RATE,
    STYLE_SMALL,
    STYLE_TEXT,
    STYLE_MORE,
    STYLES
};

static const struct {
    unsigned size; /* in points */
    enum cs_color ink, fill;
    enum lxw_format_alignments align;
    unsigned indent;
    enum frame frame;
    bool bold, wrap, underline;
    bool top;  /* stands at the top of its cell, not in the middle */
    bool open; /* may be changed on a protected sheet */
    const char *number;
} styles[STYLES] = {
#define INK CS_COLOR_INK
#define MUTED CS_COLOR_MUTED
#define NAVY CS_COLOR_NAVY
#define CENTER LXW_ALIGN_CENTER
    [STYLE_BODY] = {10, INK, .wrap = true},
    [STYLE_TITLE] = {15, NAVY, .indent = 1, .bold = true},
    [STYLE_TITLE_INFO] = {9, MUTED, .align = LXW_ALIGN_RIGHT},
    [STYLE_HEAD] = {10, CS_COLOR_WHITE, NAVY, .indent = 1, .frame = HEAD_FRAME, .bold = true, .wrap = true},
    [STYLE_HEAD_CENTER] = {10, CS_COLOR_WHITE, NAVY, CENTER, .frame = HEAD_FRAME, .bold = true, .wrap = true},
    [STYLE_BAND] = {11, NAVY, CS_COLOR_BAND, .indent = 1, .frame = BAND_FRAME, .bold = true},
    [STYLE_BAND_LOWER] = {10, NAVY, CS_COLOR_BAND_LOWER, .indent = 2, .frame = LOWER_FRAME, .bold = true},
    [STYLE_NUMBER] = {10, MUTED, .align = CENTER, .frame = CELL_FRAME, .wrap = true, .number = "@"},
    [STYLE_FIXED] = {10, INK, .indent = 1, .frame = CELL_FRAME, .wrap = true},
    [STYLE_FLAG] = {9, MUTED, .align = CENTER, .frame = CELL_FRAME, .wrap = true},
    [STYLE_SIGN] = {13, INK, .align = CENTER, .frame = CELL_FRAME, .bold = true, .wrap = true, .open = true},
    [STYLE_SIGN_WORD] = {10, INK, .align = CENTER, .frame = CELL_FRAME, .bold = true, .wrap = true, .open = true},
    [STYLE_OPEN] = {10, INK, .indent = 1, .frame = CELL_FRAME, .wrap = true, .open = true},
    [STYLE_PROOF] = {9, MUTED, .indent = 1, .frame = CELL_FRAME, .wrap = true, .open = true},
    [STYLE_DATE] = {9, MUTED, .align = CENTER, .frame = CELL_FRAME, .wrap = true, .open = true, .number = "yyyy/mm/dd"},
    [STYLE_REF] = {9, MUTED, .indent = 1, .frame = CELL_FRAME, .wrap = true},
    [STYLE_LINK] = {9, CS_COLOR_LINK, .indent = 1, .frame = CELL_FRAME, .wrap = true, .underline = true, .open = true},
    [STYLE_COVER_TITLE] = {20, NAVY, .bold = true},
    [STYLE_COVER_SERVICE] = {.size = 13, .ink = INK},
    [STYLE_HEADING] = {13, NAVY, .bold = true},
    [STYLE_LABEL] = {.size = 10, .ink = MUTED},
    [STYLE_LABEL_RULED] = {10, MUTED, .frame = LINE_FRAME},
    [STYLE_VALUE] = {.size = 10, .ink = INK},
    [STYLE_VALUE_RULED] = {10, INK, .frame = LINE_FRAME},
    [STYLE_VALUE_LINK] = {10, CS_COLOR_LINK, .underline = true},
    [STYLE_VALUE_LINK_RULED] = {10, CS_COLOR_LINK, .frame = LINE_FRAME, .underline = true},
    [STYLE_PREFACE] = {.size = 9, .ink = INK},
    [STYLE_SECTION] = {10, CS_COLOR_LINK, .indent = 1, .frame = LINE_FRAME, .wrap = true, .underline = true},
    [STYLE_COUNT] = {10, INK, .align = CENTER, .frame = LINE_FRAME, .number = "0;-0;\"・\""},
    [STYLE_RATE] = {10, INK, .align = CENTER, .frame = LINE_FRAME, .number = "0%"},
    [STYLE_TOTAL] = {10, INK, .indent = 1, .frame = TOTAL_FRAME, .bold = true},
    [STYLE_TOTAL_COUNT] = {10, INK, .align = CENTER, .frame = TOTAL_FRAME, .bold = true, .number = "0"},
    [STYLE_TOTAL_RATE] = {10, INK, .align = CENTER, .frame = TOTAL_FRAME, .bold = true, .number = "0%"},
    [STYLE_SMALL] = {.size = 8, .ink = MUTED},
    [STYLE_TEXT] = {10, INK, .indent = 1, .frame = LINE_FRAME, .wrap = true},
    [STYLE_MORE] = {10, INK, .indent = 1, .frame = LINE_FRAME, .wrap = true, .top = true},
#undef INK
#undef MUTED
#undef NAVY
#undef CENTER
};

static const enum style role_styles[] = {
    [CS_ROLE_NUMBER] = STYLE_NUMBER, [CS_ROLE_SECTION] = STYLE_FIXED,  [CS_ROLE_GROUP] = STYLE_FIXED,
    [CS_ROLE_NAME] = STYLE_FIXED,    [CS_ROLE_QUESTION] = STYLE_FIXED, [CS_ROLE_FLAG] = STYLE_FLAG,
    [CS_ROLE_ANSWER] = STYLE_OPEN,   [CS_ROLE_REMARK] = STYLE_OPEN,    [CS_ROLE_EVIDENCE] = STYLE_PROOF,
    [CS_ROLE_REVIEWED] = STYLE_DATE, [CS_ROLE_OWNER] = STYLE_PROOF,    [CS_ROLE_REF] = STYLE_REF,
    [CS_ROLE_FIGURE] = STYLE_FLAG,
};
_Static_assert(sizeof role_styles / sizeof *role_styles == CS_ROLES, "a style for each role");

/* A column of the check sheet. */
struct column {
    enum style style;
    double width;
};

/* Rows [first, last] of the check sheet. */
struct run {
    lxw_row_t first, last;
    enum cs_state good; /* the good answer to the items in them: decides on the colours */
};

/* A line of the overview: the heading of depth 0 with all that is below it. */
struct chapter {
    cs_text title;
    lxw_row_t first, last; /* on the check sheet, heading included */
    uint32_t items, required, answered;
    uint32_t signs[MOST_SIGNS];
};

/* A column of the overview's table. */
struct figure {
    enum { COUNT, REQUIRED, SIGN, ANSWERED, OPEN, RATE } kind;
    uint32_t sign; /* of a SIGN */
    cs_text title;
    enum cs_tone tone; /* of its bar */
    double width;
};

/* A sheet that is filled from the top. */
struct page {
    lxw_worksheet *sheet;
    lxw_row_t row;  /* the next one */
    double height;  /* of the rows so far, in points */
    lxw_col_t last; /* column of the content */
    double width;   /* of the content, in Excel's units */
};

struct xlsx {
    struct cs_emit *emit;
    const struct cs_sheet *sheet;
    struct cs_arena *arena;
    struct cs_widths *widths;
    const char *font;
    char *directory, *path; /* for temporary files; of the workbook. path NULL: not made */

    lxw_workbook *book;
    lxw_worksheet *items;
    struct page cover, legend, more;
    lxw_format *formats[STYLES][SHRINKS];
    struct cs_buf text, address; /* what is handed to the library */

    struct column *columns;
    unsigned *shrinks; /* of the cells of a row */
    lxw_row_t row; /* the next one of the check sheet */
    uint32_t links;
    uint64_t filled;    /* columns that no item leaves empty */
    uint32_t answer;    /* column that holds the answer in signs or words, or CS_NO_COLUMN */
    uint32_t told;      /* column that is empty where a question is open: the answer's, else the remark's */
    uint32_t sign_count; /* of signs with a column of the overview; 0 where answers are in words */
    cs_text required;   /* how the sheet writes 必須 */
    bool good_differs;  /* some item's good answer is not yes */

    struct chapter *chapters;
    struct run *runs, *shades; /* of items between headings; of rows with the same good answer */
    uint32_t chapter_count, chapter_room, run_count, run_room, shade_count, shade_room;
    bool in_run;         /* the last row was an item */
    lxw_row_t chart_row; /* of the overview; 0 without a chart */
};

/* --- handing over ------------------------------------------------------------------------------------------------ */

static void check(struct xlsx *x, lxw_error error)
{
    if (error != LXW_NO_ERROR && !x->emit->trouble)
        x->emit->trouble = lxw_strerror(error);
}

static void give_up(struct xlsx *x, int code)
{
    char words[256];
    if (!x->emit->trouble && strerror_r(code, words, sizeof words) == 0)
        x->emit->trouble = cs_text_copy(x->arena, cs_text_of(words)).bytes;
}

static const char *word(const struct xlsx *x, enum cs_word word)
{
    return cs_word(word, x->sheet->language).bytes; /* a literal, so terminated */
}

/* Excel takes _x000D_ for a control character, unless the _ is written that way itself. */
static bool is_escape(cs_text text)
{
    return text.size >= 7 && text.bytes[1] == 'x' && text.bytes[6] == '_' &&
           strspn(text.bytes + 2, "0123456789abcdefABCDEF") >= 4;
}

/* What a byte that does not stand for itself turns into, and how many bytes it stands for; 0: it does. */
static size_t replace(cs_text text, cs_text *by)
{
    *by = CS_TEXT("\xef\xbf\xbd");
    switch (text.bytes[0]) {
    case '\0':
        return 1;
    case '\r':
        *by = CS_TEXT("\n");
        return text.size > 1 && text.bytes[1] == '\n' ? 2 : 1;
    case '_':
        *by = CS_TEXT("_x005F_");
        return is_escape(text) ? 1 : 0;
    case '\xef': /* U+FFFE and U+FFFF are no XML */
        return text.size > 2 && text.bytes[1] == '\xbf' && (unsigned char)text.bytes[2] >= 0xbe ? 3 : 0;
    }
    return 0;
}

/* The text as the library wants it; valid until the buffer is used again. Texts were found valid when read. */
static const char *plain(struct cs_buf *buf, cs_text text)
{
    cs_text by;
    size_t start = 0;
    cs_buf_clear(buf);
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];
        if (byte != '_' && byte != '\r' && byte != '\xef' && byte != '\0')
            continue;
        size_t size = replace(cs_text_skip(text, i), &by);
        if (size == 0)
            continue;
        cs_buf_add(buf, (cs_text){text.bytes + start, i - start});
        cs_buf_add(buf, by);
        start = i + size;
        i = start - 1;
    }
    cs_buf_add(buf, cs_text_skip(text, start));
    return buf->size ? buf->bytes : "";
}

/* A copy of at most `limit` UTF-16 units on one line, for properties, prompts and footers. */
static char *kept(struct xlsx *x, cs_text text, size_t limit)
{
    cs_text rest = text;
    size_t used = 0, size = 0;
    while (rest.size) {
        used += cs_text_next(&rest) > 0xffff ? 2 : 1;
        if (used > limit)
            break;
        size = text.size - rest.size;
    }
    const char *clean = plain(&x->text, (cs_text){text.bytes, size});
    char *copy = cs_alloc(x->arena, strlen(clean) + 1);
    for (size_t i = 0; clean[i]; i++)
        copy[i] = clean[i] == '\n' ? ' ' : clean[i];
    return copy;
}

static void frame(lxw_format *format, enum frame frame)
{
    static const struct {
        enum lxw_format_borders top, bottom, sides;
        enum cs_color top_color, bottom_color, side_color;
    } frames[] = {
        [LINE_FRAME] = {.bottom = LXW_BORDER_THIN, .bottom_color = CS_COLOR_RULE},
        [CELL_FRAME] = {0, LXW_BORDER_THIN, LXW_BORDER_DOTTED, 0, CS_COLOR_RULE, CS_COLOR_HAIR},
        [BAND_FRAME] = {LXW_BORDER_THIN, LXW_BORDER_THIN, 0, CS_COLOR_NAVY, CS_COLOR_RULE, 0},
        [LOWER_FRAME] = {LXW_BORDER_THIN, LXW_BORDER_THIN, 0, CS_COLOR_RULE, CS_COLOR_RULE, 0},
        [HEAD_FRAME] = {LXW_BORDER_THIN, LXW_BORDER_THIN, LXW_BORDER_THIN, CS_COLOR_NAVY, CS_COLOR_NAVY, CS_COLOR_NAVY},
        [TOTAL_FRAME] = {LXW_BORDER_THIN, LXW_BORDER_THIN, 0, CS_COLOR_NAVY, CS_COLOR_NAVY, 0},
    };
    format_set_top(format, (uint8_t)frames[frame].top);
    format_set_top_color(format, frames[frame].top_color);
    format_set_bottom(format, (uint8_t)frames[frame].bottom);
    format_set_bottom_color(format, frames[frame].bottom_color);
    format_set_left(format, (uint8_t)frames[frame].sides);
    format_set_right(format, (uint8_t)frames[frame].sides);
    format_set_left_color(format, frames[frame].side_color);
    format_set_right_color(format, frames[frame].side_color);
}

/* A style's type size after so many steps down. */
static unsigned size_of(enum style style, unsigned shrink)
{
    return styles[style].size - shrink;
}

/* The style as a format of the workbook, made when it is first used. */
static lxw_format *format_of(struct xlsx *x, enum style id, unsigned shrink)
{
    lxw_format **made = &x->formats[id][shrink];
    if (*made)
        return *made;
    lxw_format *format = *made = workbook_add_format(x->book);
    format_set_font_name(format, x->font);
    format_set_font_size(format, size_of(id, shrink));
    format_set_font_color(format, styles[id].ink);
    format_set_align(format, (uint8_t)styles[id].align);
    format_set_align(format, styles[id].top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    format_set_indent(format, (uint8_t)styles[id].indent);
    if (styles[id].fill)
        format_set_bg_color(format, styles[id].fill);
    if (styles[id].bold)
        format_set_bold(format);
    if (styles[id].wrap)
        format_set_text_wrap(format);
    if (styles[id].underline)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (styles[id].open && x->emit->options->protect == CS_PROTECT_QUESTIONS)
        format_set_unlocked(format);
    if (styles[id].number)
        format_set_num_format(format, styles[id].number);
    if (styles[id].frame)
        frame(format, styles[id].frame);
    return format;
}

/* A sign as the head of a column or in the legend, in the colours of its tone. */
static lxw_format *sign_format(struct xlsx *x, enum cs_tone tone, bool is_word, enum frame edge)
{
    struct cs_tone_colors colors = cs_tone_colors(tone, 0);
    lxw_format *format = workbook_add_format(x->book);
    format_set_font_name(format, x->font);
    format_set_font_size(format, is_word ? 9 : 12);
    format_set_bold(format);
    format_set_font_color(format, colors.ink);
    format_set_bg_color(format, colors.fill);
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    frame(format, edge);
    return format;
}

static void put(struct xlsx *x, lxw_worksheet *sheet, lxw_row_t row, uint32_t col, cs_text text, lxw_format *format)
{
    check(x, worksheet_write_string(sheet, row, (lxw_col_t)col, plain(&x->text, text), format));
}

static void set_height(struct xlsx *x, lxw_worksheet *sheet, lxw_row_t row, double height)
{
    check(x, worksheet_set_row(sheet, row, height < CS_TALLEST_ROW ? height : CS_TALLEST_ROW, NULL));
}

static void set_width(struct xlsx *x, lxw_worksheet *sheet, uint32_t col, double width)
{
    check(x, worksheet_set_column(sheet, (lxw_col_t)col, (lxw_col_t)col, width, format_of(x, STYLE_BODY, 0)));
}

/* True for what a reader may be led to: no local file, no place in the workbook, nothing longer than Excel takes. */
static bool is_address(cs_text text)
{
    if (!cs_text_starts(text, CS_TEXT("https://")) && !cs_text_starts(text, CS_TEXT("http://")) &&
        !cs_text_starts(text, CS_TEXT("mailto:")))
        return false;
    size_t length = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte <= ' ' || byte == 0x7f)
            return false;
        length += byte && strchr("\"<>[]^`{}%", byte) ? 3 : 1; /* the library writes these as %XX */
    }
    return length <= LONGEST_LINK;
}

/* A text as a formula writes it. */
static void add_quoted(struct cs_buf *buf, cs_text text)
{
    cs_buf_add_byte(buf, '"');
    for (size_t i = 0; i < text.size; i++)
        cs_buf_add_repeat(buf, text.bytes[i], text.bytes[i] == '"' ? 2 : 1);
    cs_buf_add_byte(buf, '"');
}

/* A text with an address behind it; one that begins with # is a place in the workbook. A text of several lines becomes
 * the result of HYPERLINK: there LibreOffice breaks lines, in a plain link it does not. */
static void put_link(struct xlsx *x, lxw_worksheet *sheet, lxw_row_t row, uint32_t col, cs_text text, cs_text address,
                     bool wraps, lxw_format *format)
{
    enum { LONGEST_LITERAL = 255 };
    struct cs_buf *buf = &x->address;
    bool is_place = cs_text_starts(address, CS_TEXT("#"));
    bool fits = cs_text_utf16_length(text) <= LONGEST_LITERAL && cs_text_utf16_length(address) <= LONGEST_LITERAL;
    cs_buf_clear(buf);
    if (wraps && fits && cs_text_find(text, CS_TEXT("\n")) < 0) {
        cs_buf_add(buf, CS_TEXT("=HYPERLINK("));
        add_quoted(buf, address);
        cs_buf_add_byte(buf, ',');
        add_quoted(buf, text);
        cs_buf_add_byte(buf, ')');
        check(x, worksheet_write_formula_str(sheet, row, (lxw_col_t)col, buf->bytes, format, plain(&x->text, text)));
    } else if (x->links++ < MOST_LINKS) {
        cs_buf_add(buf, is_place ? CS_TEXT("internal:") : (cs_text){0});
        cs_buf_add(buf, is_place ? cs_text_skip(address, 1) : address);
        check(x, worksheet_write_url_opt(sheet, row, (lxw_col_t)col, buf->bytes, format, plain(&x->text, text), NULL));
    } else {
        put(x, sheet, row, col, text, format);
    }
}

/* A place in the workbook, for put_link. */
static cs_text place_of(struct xlsx *x, enum cs_word sheet, char column, lxw_row_t row)
{
    struct cs_buf buf = {0};
    cs_buf_print(&buf, "#'%s'!%c%u", word(x, sheet), column, (unsigned)row + 1);
    cs_text place = cs_buf_copy(x->arena, &buf);
    cs_buf_free(&buf);
    return place;
}

/* --- pages ------------------------------------------------------------------------------------------------------- */

static cs_text font_of(const struct cs_emit_options *options)
{
    /* The library keeps 127 bytes of a name, and a footer sets it in quotation marks. */
    bool usable = options->font.size > 0 && options->font.size < 100 && cs_text_find(options->font, CS_TEXT("\"")) < 0;
    return usable ? options->font : CS_TEXT("Yu Gothic");
}

/* Adds a part of a footer: its place, the type, the text. The blank keeps a text that begins with a digit from becoming
 * part of the type size. A & is made wide: the library takes && in front of some letters for a picture, and frees the
 * footer twice when it misses one. */
static void add_footer_part(struct xlsx *x, struct cs_buf *footer, const char *place, const char *text)
{
    cs_buf_add(footer, cs_text_of(place));
    cs_buf_add(footer, CS_TEXT("&\""));
    cs_buf_add(footer, cs_text_of(x->font));
    cs_buf_add(footer, CS_TEXT(",Regular\"&8 "));
    for (; *text; text++)
        cs_buf_add(footer, *text == '&' ? CS_TEXT("＆") : (cs_text){text, 1});
}

static void set_up_page(struct xlsx *x, lxw_worksheet *sheet, bool portrait, cs_text name)
{
    struct cs_buf footer = {0};
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_paper(sheet, 9); /* A4 */
    if (portrait)
        worksheet_set_portrait(sheet);
    else
        worksheet_set_landscape(sheet);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6);
    worksheet_center_horizontally(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    add_footer_part(x, &footer, "&L", kept(x, name, LONGEST_FOOTER_PART));
    cs_buf_add(&footer, CS_TEXT("&C&8 &P / &N"));
    add_footer_part(x, &footer, "&R", kept(x, x->sheet->vendor, LONGEST_FOOTER_PART));
    if (!footer.failed && cs_text_utf16_length(cs_buf_text(&footer)) < LXW_HEADER_FOOTER_MAX)
        check(x, worksheet_set_footer(sheet, footer.bytes));
    cs_buf_free(&footer);
}

static void protect(lxw_worksheet *sheet)
{
    lxw_protection allowed = {.format_cells = LXW_TRUE, .format_columns = LXW_TRUE, .format_rows = LXW_TRUE,
                              .insert_hyperlinks = LXW_TRUE, .sort = LXW_TRUE, .autofilter = LXW_TRUE};
    worksheet_protect(sheet, NULL, &allowed);
}

static lxw_worksheet *add_sheet(struct xlsx *x, enum cs_word name, uint32_t tab)
{
    lxw_worksheet *sheet = workbook_add_worksheet(x->book, word(x, name));
    worksheet_set_tab_color(sheet, tab);
    return sheet;
}

/* Begins the next row of a page. */
static lxw_row_t next_row(struct xlsx *x, struct page *page, double height)
{
    set_height(x, page->sheet, page->row, height);
    page->height += height;
    return page->row++;
}

static void fill_row(struct xlsx *x, struct page *page, lxw_row_t row, lxw_col_t first, enum style style)
{
    for (lxw_col_t col = first; col <= page->last; col++)
        check(x, worksheet_write_blank(page->sheet, row, col, format_of(x, style, 0)));
}

static void put_head(struct xlsx *x, struct page *page, lxw_row_t row, lxw_col_t col, enum cs_word title, bool center)
{
    put(x, page->sheet, row, col, cs_word(title, x->sheet->language),
        format_of(x, center ? STYLE_HEAD_CENTER : STYLE_HEAD, 0));
}

/* --- long texts -------------------------------------------------------------------------------------------------- */

enum { MORE_WIDTH = 110 };

static void begin_more(struct xlsx *x)
{
    static const double widths[] = {8, 16, MORE_WIDTH};
    x->more = (struct page){.sheet = add_sheet(x, CS_WORD_MORE, CS_COLOR_MUTED), .last = 2};
    set_up_page(x, x->more.sheet, false, cs_word(CS_WORD_MORE, x->sheet->language));
    for (uint32_t i = 0; i < 3; i++)
        set_width(x, x->more.sheet, i, widths[i]);
    lxw_row_t row = next_row(x, &x->more, 27);
    put(x, x->more.sheet, row, 0, cs_role_title(CS_ROLE_NUMBER, x->sheet->language),
        format_of(x, STYLE_HEAD_CENTER, 0));
    put_head(x, &x->more, row, 1, CS_WORD_COLUMN, false);
    put_head(x, &x->more, row, 2, CS_WORD_FULL_TEXT, false);
    worksheet_freeze_panes(x->more.sheet, 1, 0);
    check(x, worksheet_repeat_rows(x->more.sheet, 0, 0));
}

/* Writes a text to the sheet for long ones, in as many rows as it takes; returns the first of them. */
static lxw_row_t put_more(struct xlsx *x, cs_text number, cs_text title, cs_text text)
{
    enum { LINES_A_ROW = 22 };
    unsigned units = cs_line_units(MORE_WIDTH, 10);
    if (!x->more.sheet)
        begin_more(x);
    lxw_row_t first = x->more.row;
    while (text.size && !x->emit->trouble) {
        cs_text rest = text;
        unsigned lines = 0;
        for (; rest.size && lines < LINES_A_ROW; lines++)
            cs_take_line(x->widths, units, &rest);
        lxw_row_t row = next_row(x, &x->more, cs_row_height(lines, 10));
        bool is_first = row == first;
        put(x, x->more.sheet, row, 0, is_first ? number : (cs_text){0}, format_of(x, STYLE_NUMBER, 0));
        put(x, x->more.sheet, row, 1, is_first ? title : (cs_text){0}, format_of(x, STYLE_REF, 0));
        text.size -= rest.size;
        text.size -= cs_text_ends(text, CS_TEXT("\n")); /* the next row begins a line anyway */
        put(x, x->more.sheet, row, 2, text, format_of(x, STYLE_MORE, 0));
        text = rest;
    }
    return first;
}

/* --- check sheet ------------------------------------------------------------------------------------------------- */

static bool in_signs(const struct xlsx *x)
{
    return x->sheet->sign_count > 0 && x->answer != CS_NO_COLUMN;
}

/* Cells of the longest sign: at most 2 for ○ and its kind, more for words. */
static size_t sign_cells(struct xlsx *x)
{
    size_t longest = 0;
    for (uint32_t i = 0; i < x->sheet->sign_count; i++) {
        size_t cells = cs_text_width(x->widths, x->sheet->signs[i].sign);
        longest = cells > longest ? cells : longest;
    }
    return longest;
}

static bool is_centered(enum style style)
{
    return styles[style].align == LXW_ALIGN_CENTER;
}

/* A column as its role and the sheet want it; *gives says whether its width may give way. */
static struct column plan_column(struct xlsx *x, const struct cs_column *wanted, bool *gives)
{
    enum { FREE_ANSWER = 64, WIDEST_SIGN = 18, WIDEST_HEAD = 16 };
    struct column column = {role_styles[wanted->role], wanted->width};
    *gives = wanted->role == CS_ROLE_QUESTION || wanted->role == CS_ROLE_REMARK;
    double title = (double)cs_text_width(x->widths, wanted->title) + 1;
    if (is_centered(column.style) && title > column.width && title < WIDEST_HEAD)
        column.width = title;
    if (wanted->role != CS_ROLE_ANSWER)
        return column;
    if (!in_signs(x)) {
        *gives = true;
        column.width = column.width < 20 ? FREE_ANSWER : column.width;
        return column;
    }
    size_t cells = sign_cells(x);
    column.style = cells > 2 ? STYLE_SIGN_WORD : STYLE_SIGN;
    double needed = cells > 2 ? 1.2 * (double)cells + 2 : 0;
    if (needed > column.width)
        column.width = needed < WIDEST_SIGN ? needed : WIDEST_SIGN;
    return column;
}

/* Columns of text share what the others leave of the sheet's width, whatever the layout. */
static void plan_columns(struct xlsx *x)
{
    uint32_t count = x->sheet->column_count;
    double fixed = 0, giving = 0;
    bool *gives = cs_alloc_array(x->arena, count, sizeof *gives);
    x->columns = cs_alloc_array(x->arena, count, sizeof *x->columns);
    x->shrinks = cs_alloc_array(x->arena, count, sizeof *x->shrinks);
    for (uint32_t i = 0; i < count; i++) {
        x->columns[i] = plan_column(x, &x->sheet->columns[i], &gives[i]);
        fixed += gives[i] ? 5 : 7 * x->columns[i].width + 5;
        giving += gives[i] ? 7 * x->columns[i].width : 0;
    }
    double share = giving > 0 ? (SHEET_PIXELS - fixed) / giving : 1;
    share = share < 0.7 ? 0.7 : share > 1.6 ? 1.6 : share;
    for (uint32_t i = 0; i < count; i++) {
        if (gives[i])
            x->columns[i].width = (int)(x->columns[i].width * share * 2) / 2.0;
        set_width(x, x->items, i, x->columns[i].width);
    }
}

static cs_text date_text(struct xlsx *x, struct cs_date date)
{
    struct cs_buf buf = {0};
    cs_buf_print(&buf, x->sheet->language == CS_JA ? "%d年%d月%d日" : "%04d-%02d-%02d", date.year, date.month, date.day);
    cs_text text = cs_buf_copy(x->arena, &buf);
    cs_buf_free(&buf);
    return text;
}

static cs_text joined(struct xlsx *x, cs_text a, const char *between, cs_text b)
{
    struct cs_buf buf = {0};
    cs_buf_add(&buf, a);
    if (a.size && b.size)
        cs_buf_add(&buf, cs_text_of(between));
    cs_buf_add(&buf, b);
    cs_text text = cs_buf_copy(x->arena, &buf);
    cs_buf_free(&buf);
    return text;
}

/* The title over the check sheet and, if there is room, edition and date at the right. */
static void put_title(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    bool named = cs_text_find(sheet->title, sheet->service) >= 0;
    cs_text title = joined(x, sheet->title, "　", named ? (cs_text){0} : sheet->service), info = sheet->edition;
    if (sheet->date.year)
        info = joined(x, info, " ・ ", joined(x, cs_word(CS_WORD_ANSWERED_ON, sheet->language), " ",
                                               date_text(x, sheet->date)));
    double room = 0;
    for (uint32_t i = 0; i < sheet->column_count; i++)
        room += x->columns[i].width;
    set_height(x, x->items, TITLE_ROW, 30);
    put(x, x->items, TITLE_ROW, 0, title, format_of(x, STYLE_TITLE, 0));
    double needed = 1.5 * (double)cs_text_width(x->widths, title) + 0.9 * (double)cs_text_width(x->widths, info) + 4;
    if (sheet->column_count > 1 && needed < room)
        put(x, x->items, TITLE_ROW, sheet->column_count - 1, info, format_of(x, STYLE_TITLE_INFO, 0));
}

static void put_header(struct cs_emit *emit, const struct cs_row *row)
{
    struct xlsx *x = emit->state;
    unsigned lines = 1;
    for (uint32_t i = 0; i < row->cell_count && i < x->sheet->column_count; i++) {
        unsigned needed = cs_line_count(x->widths, cs_line_units(x->columns[i].width + 1.5, 10), row->cells[i].text);
        lines = needed > lines ? needed : lines;
        put(x, x->items, HEADER_ROW, i, row->cells[i].text,
            format_of(x, is_centered(x->columns[i].style) ? STYLE_HEAD_CENTER : STYLE_HEAD, 0));
    }
    set_height(x, x->items, HEADER_ROW, lines > 1 ? cs_row_height(lines, 10) : 27);
}

static struct chapter *add_chapter(struct xlsx *x, cs_text title)
{
    x->chapters = cs_grow(x->arena, x->chapters, x->chapter_count, &x->chapter_room, sizeof *x->chapters);
    struct chapter *chapter = &x->chapters[x->chapter_count++];
    *chapter = (struct chapter){.title = title, .first = x->row, .last = x->row};
    return chapter;
}

static void put_section(struct cs_emit *emit, const struct cs_row *row)
{
    struct xlsx *x = emit->state;
    enum style style = row->depth == 0 ? STYLE_BAND : STYLE_BAND_LOWER;
    cs_text title = row->cell_count ? row->cells[0].text : (cs_text){0};
    set_height(x, x->items, x->row, row->depth == 0 ? 25.5 : 21);
    put(x, x->items, x->row, 0, title, format_of(x, style, 0));
    for (uint32_t i = 1; i < x->sheet->column_count; i++)
        check(x, worksheet_write_blank(x->items, x->row, (lxw_col_t)i, format_of(x, style, 0)));
    if (row->depth == 0)
        add_chapter(x, title);
    x->in_run = false;
    x->row++;
}

static cs_text cell_text(const struct cs_row *row, uint32_t column)
{
    return column < row->cell_count ? row->cells[column].text : (cs_text){0};
}

/* Lengthens the last run, or begins one. */
static void note_run(struct xlsx *x, const struct cs_row *row)
{
    if (!x->in_run && x->run_count < MOST_RUNS) {
        x->runs = cs_grow(x->arena, x->runs, x->run_count, &x->run_room, sizeof *x->runs);
        x->runs[x->run_count++] = (struct run){.first = x->row};
    }
    x->runs[x->run_count - 1].last = x->row;
    x->in_run = true;
    if (x->shade_count == 0 || x->shades[x->shade_count - 1].good != row->good) {
        x->shades = cs_grow(x->arena, x->shades, x->shade_count, &x->shade_room, sizeof *x->shades);
        x->shades[x->shade_count++] = (struct run){.first = x->row, .good = row->good};
    }
    x->shades[x->shade_count - 1].last = x->row;
    x->good_differs |= row->good != CS_STATE_OK;
}

/* Counts an item for the overview, as the formulas there will count its cells. */
static void count_item(struct xlsx *x, const struct cs_row *row)
{
    struct chapter *chapter = x->chapter_count ? &x->chapters[x->chapter_count - 1]
                                               : add_chapter(x, cs_word(CS_WORD_NO_SECTION, x->sheet->language));
    chapter->last = x->row;
    chapter->items++;
    chapter->answered += cell_text(row, x->told).size > 0;
    if (row->flag == CS_FLAG_REQUIRED) {
        chapter->required++;
        if (!x->required.size)
            x->required = cell_text(row, cs_sheet_column(x->sheet, CS_ROLE_FLAG));
    }
    for (uint32_t i = 0; i < x->sign_count; i++)
        chapter->signs[i] += cs_text_equal(cell_text(row, x->answer), x->sheet->signs[i].sign);
    for (uint32_t i = 0; i < x->sheet->column_count; i++)
        if (!cell_text(row, i).size)
            x->filled &= ~((uint64_t)1 << i % 64);
}

static unsigned lines_of(struct xlsx *x, uint32_t column, unsigned shrink, cs_text text)
{
    unsigned units = cs_line_units(x->columns[column].width, size_of(x->columns[column].style, shrink));
    return cs_line_count(x->widths, units, text);
}

/* How far a cell's type must shrink for its text to fit into the tallest row; TOO_LONG if nothing helps. *height grows
 * to what the cell needs. */
static unsigned fit(struct xlsx *x, uint32_t column, cs_text text, double *height)
{
    enum style style = x->columns[column].style;
    unsigned shrink = 0;
    double needed = 0;
    if (style == STYLE_SIGN)
        return 0; /* any row has room for a sign */
    for (; shrink < SHRINKS && size_of(style, shrink) >= 8; shrink++) {
        needed = cs_row_height(lines_of(x, column, shrink, text), size_of(style, shrink));
        if (needed <= CS_TALLEST_ROW)
            break;
    }
    if (needed > CS_TALLEST_ROW) {
        shrink = TOO_LONG;
        needed = cs_row_height(2, size_of(style, 0));
    }
    *height = needed > *height ? needed : *height;
    return shrink;
}

/* A date as a date, so that it sorts and filters; what is none stays a text. */
static bool put_date(struct xlsx *x, lxw_row_t row, uint32_t col, cs_text text)
{
    enum { DAYS_TO_1970 = 25569 };
    int year, month, day, end = 0;
    if (text.size != 10 || sscanf(plain(&x->text, text), "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || end != 10)
        return false;
    struct cs_date date = {(int16_t)year, (int8_t)month, (int8_t)day};
    if (year <= 1900 || !cs_date_exists(date))
        return false;
    check(x, worksheet_write_number(x->items, row, (lxw_col_t)col, cs_date_days(date) + DAYS_TO_1970,
                                    format_of(x, STYLE_DATE, 0)));
    return true;
}

/* Says in the cell where its text is. */
static void put_elsewhere(struct xlsx *x, const struct cs_row *row, uint32_t col)
{
    lxw_row_t place = put_more(x, row->key, x->sheet->columns[col].title, row->cells[col].text);
    cs_text words = cs_word(CS_WORD_SEE_MORE, x->sheet->language);
    put_link(x, x->items, x->row, col, words, place_of(x, CS_WORD_MORE, 'C', place), lines_of(x, col, 0, words) > 1,
             format_of(x, STYLE_LINK, 0));
}

static void put_cell(struct xlsx *x, const struct cs_row *row, uint32_t col, unsigned shrink)
{
    const struct cs_cell *cell = &row->cells[col];
    enum style style = x->columns[col].style;
    cs_text link = style == STYLE_PROOF && !cell->link.size ? cell->text : cell->link;
    if (shrink == TOO_LONG)
        put_elsewhere(x, row, col);
    else if (cell->text.size && is_address(link))
        put_link(x, x->items, x->row, col, cell->text, link, lines_of(x, col, shrink, cell->text) > 1,
                 format_of(x, STYLE_LINK, shrink));
    else if (style != STYLE_DATE || !put_date(x, x->row, col, cell->text))
        put(x, x->items, x->row, col, cell->text, format_of(x, style, shrink));
}

static void put_item(struct cs_emit *emit, const struct cs_row *row)
{
    struct xlsx *x = emit->state;
    double height = 0;
    uint32_t count = row->cell_count < x->sheet->column_count ? row->cell_count : x->sheet->column_count;
    count_item(x, row);
    note_run(x, row);
    for (uint32_t i = 0; i < count; i++)
        x->shrinks[i] = fit(x, i, row->cells[i].text, &height);
    if (!x->emit->options->auto_height)
        set_height(x, x->items, x->row, height);
    for (uint32_t i = 0; i < count; i++)
        put_cell(x, row, i, x->shrinks[i]);
    x->row++;
}

/* --- check sheet: what is laid over the rows --------------------------------------------------------------------- */

/* The column by which rows with a question are known: not the first, which holds the headings too. */
static uint32_t marker_column(const struct xlsx *x)
{
    uint32_t question = cs_sheet_column(x->sheet, CS_ROLE_QUESTION);
    if (question != CS_NO_COLUMN && question > 0 && question < 64 && x->filled >> question & 1)
        return question;
    for (uint32_t i = 1; i < x->sheet->column_count && i < 64; i++)
        if (x->filled >> i & 1 && i != x->told)
            return i;
    return CS_NO_COLUMN;
}

/* The signs as Excel takes them in a drop-down: one text, parted by commas; false when they cannot stand there. */
static bool listable(const struct cs_sheet *sheet)
{
    size_t length = sheet->sign_count;
    for (uint32_t i = 0; i < sheet->sign_count; i++) {
        if (cs_text_find(sheet->signs[i].sign, CS_TEXT(",")) >= 0)
            return false;
        length += cs_text_utf16_length(sheet->signs[i].sign);
    }
    return length <= LONGEST_LIST;
}

/* "○ 対応済み　△ 一部対応": what the signs mean, or only which ones there are. */
static cs_text sign_list(struct xlsx *x, cs_text before, bool labels)
{
    struct cs_buf buf = {0};
    cs_buf_add(&buf, before);
    for (uint32_t i = 0; i < x->sheet->sign_count; i++) {
        const struct cs_sign *sign = &x->sheet->signs[i];
        cs_buf_add(&buf, i == 0 ? (cs_text){0} : labels ? CS_TEXT("\n") : CS_TEXT(" "));
        cs_buf_add(&buf, sign->sign);
        if (labels && !cs_text_equal(sign->sign, sign->label)) {
            cs_buf_add_byte(&buf, ' ');
            cs_buf_add(&buf, sign->label);
        }
    }
    cs_text list = cs_buf_copy(x->arena, &buf);
    cs_buf_free(&buf);
    return list;
}

enum { LEGEND_HEAD = 2, LEGEND_SIGN_COLUMN = 1 };

static void offer_signs(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    char **list = cs_alloc_array(x->arena, sheet->sign_count + 1, sizeof *list);
    char range[LXW_MAX_FORMULA_RANGE_LENGTH + 2];
    for (uint32_t i = 0; i < sheet->sign_count; i++)
        list[i] = kept(x, sheet->signs[i].sign, LONGEST_LIST);
    range[0] = '=';
    lxw_rowcol_to_formula_abs(range + 1, word(x, CS_WORD_LEGEND), LEGEND_HEAD + 1, LEGEND_SIGN_COLUMN,
                              LEGEND_HEAD + sheet->sign_count, LEGEND_SIGN_COLUMN);
    lxw_data_validation offer = {
        .validate = listable(sheet) ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_LIST_FORMULA,
        .value_list = (void *)list, /* char ** or const char **, as the version likes it */
        .value_formula = range,
        .dropdown = LXW_VALIDATION_ON,
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_ON,
        .show_error = LXW_VALIDATION_ON,
        .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
        .input_title = kept(x, cs_word(CS_WORD_PICK, sheet->language), 32),
        .input_message = kept(x, sign_list(x, (cs_text){0}, true), 255),
        .error_title = kept(x, cs_word(CS_WORD_NOT_A_SIGN, sheet->language), 32),
        .error_message = kept(x, sign_list(x, cs_word(CS_WORD_USE_ONE_OF, sheet->language), false), 225),
    };
    for (uint32_t i = 0; i < x->run_count; i++)
        check(x, worksheet_data_validation_range(x->items, x->runs[i].first, (lxw_col_t)x->answer, x->runs[i].last,
                                                 (lxw_col_t)x->answer, &offer));
}

/* The tone of a sign where another answer than yes may be the good one. */
static enum cs_tone tone_where(enum cs_tone tone, enum cs_state good)
{
    if (tone == CS_TONE_MUTED || good == CS_STATE_OK)
        return tone;
    if (good != CS_STATE_NG)
        return CS_TONE_PLAIN;
    return tone == CS_TONE_GOOD ? CS_TONE_BAD : tone == CS_TONE_BAD ? CS_TONE_GOOD : tone;
}

static lxw_format *tone_format(struct xlsx *x, enum cs_tone tone)
{
    struct cs_tone_colors colors = cs_tone_colors(tone, 0);
    lxw_format *format = workbook_add_format(x->book);
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

/* Colours by condition, so that a changed answer changes its colour. Ranges do not overlap: programs differ in which
 * of two rules they follow. */
static void color_signs(struct xlsx *x)
{
    struct cs_buf value = {0};
    lxw_format *formats[CS_TONES];
    for (int tone = 0; tone < CS_TONES; tone++)
        formats[tone] = tone_format(x, (enum cs_tone)tone);
    for (uint32_t i = 0; i < x->shade_count; i++)
        for (uint32_t j = 0; j < x->sheet->sign_count; j++) {
            enum cs_tone tone = tone_where(x->sheet->signs[j].tone, x->shades[i].good);
            if (tone == CS_TONE_PLAIN)
                continue;
            cs_buf_clear(&value);
            add_quoted(&value, x->sheet->signs[j].sign);
            lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                           .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                           .value_string = value.bytes,
                                           .format = formats[tone]};
            check(x, worksheet_conditional_format_range(x->items, x->shades[i].first, (lxw_col_t)x->answer,
                                                        x->shades[i].last, (lxw_col_t)x->answer, &rule));
        }
    cs_buf_free(&value);
}

/* A question without an answer stands out until it has one. */
static void mark_open(struct xlsx *x)
{
    uint32_t marker = marker_column(x);
    char known[LXW_MAX_CELL_NAME_LENGTH], told[LXW_MAX_CELL_NAME_LENGTH], value[64];
    if (marker == CS_NO_COLUMN || x->told == CS_NO_COLUMN || x->row == FIRST_ROW)
        return;
    lxw_rowcol_to_cell_abs(known, FIRST_ROW, (lxw_col_t)marker, LXW_FALSE, LXW_TRUE);
    lxw_rowcol_to_cell_abs(told, FIRST_ROW, (lxw_col_t)x->told, LXW_FALSE, LXW_TRUE);
    snprintf(value, sizeof value, "=AND(%s<>\"\",%s=\"\")", known, told);
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = value, .format = tone_format(x, CS_TONE_NONE)};
    check(x, worksheet_conditional_format_range(x->items, FIRST_ROW, (lxw_col_t)x->told, x->row - 1,
                                                (lxw_col_t)x->told, &rule));
}

/* Gives a column of the check sheet a name, by which it is found again when the workbook comes back. */
static void name_column(struct xlsx *x, const char *name, uint32_t column, lxw_row_t last)
{
    char formula[LXW_MAX_FORMULA_RANGE_LENGTH + 2] = "=";
    if (column == CS_NO_COLUMN)
        return;
    lxw_rowcol_to_formula_abs(formula + 1, word(x, CS_WORD_SHEET), FIRST_ROW, (lxw_col_t)column, last,
                              (lxw_col_t)column);
    check(x, workbook_define_name(x->book, name, formula));
}

static void finish_items(struct xlsx *x)
{
    lxw_row_t last = x->row > FIRST_ROW ? x->row - 1 : FIRST_ROW;
    lxw_col_t right = (lxw_col_t)(x->sheet->column_count - 1);
    char data[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range(data, FIRST_ROW, 0, last, right);
    if (in_signs(x)) {
        offer_signs(x);
        color_signs(x);
    }
    mark_open(x);
    check(x, worksheet_autofilter(x->items, HEADER_ROW, 0, last, right));
    worksheet_freeze_panes(x->items, FIRST_ROW, 1);
    check(x, worksheet_repeat_rows(x->items, HEADER_ROW, HEADER_ROW));
    check(x, worksheet_print_area(x->items, TITLE_ROW, 0, last, right));
    check(x, worksheet_ignore_errors(x->items, LXW_IGNORE_NUMBER_STORED_AS_TEXT, data));
    name_column(x, "CS_Numbers", cs_sheet_column(x->sheet, CS_ROLE_NUMBER), last);
    name_column(x, "CS_Answers", x->answer, last);
    name_column(x, "CS_Remarks", cs_sheet_column(x->sheet, CS_ROLE_REMARK), last);
    if (x->emit->options->protect != CS_PROTECT_NONE)
        protect(x->items);
}

/* --- overview: the table ----------------------------------------------------------------------------------------- */

enum { COVER_LEFT = 1 };

/* A line that may run over into the margin needs less care than one in a cell. */
#define LOOSE 1.06

/* The table's columns, the section's name apart; at most MOST_FIGURES. */
enum { MOST_FIGURES = MOST_SIGNS + 5 };

static uint32_t plan_figures(const struct xlsx *x, struct figure figures[MOST_FIGURES])
{
    enum cs_language language = x->sheet->language;
    uint32_t count = 0;
    figures[count++] = (struct figure){COUNT, 0, cs_word(CS_WORD_COUNT, language), CS_TONE_PLAIN, 10};
    for (uint32_t i = 0; i < x->sign_count; i++)
        figures[count++] =
            (struct figure){SIGN, i, x->sheet->signs[i].sign, x->sheet->signs[i].tone, x->sign_count > 5 ? 6.5 : 8};
    if (!x->sign_count && x->required.size)
        figures[count++] = (struct figure){REQUIRED, 0, cs_word(CS_WORD_REQUIRED_COUNT, language), CS_TONE_PLAIN, 10};
    if (!x->sign_count && x->told != CS_NO_COLUMN)
        figures[count++] = (struct figure){ANSWERED, 0, cs_word(CS_WORD_ANSWERED, language), CS_TONE_GOOD, 10};
    if (x->told != CS_NO_COLUMN) {
        figures[count++] = (struct figure){OPEN, 0, cs_word(CS_WORD_UNANSWERED, language), CS_TONE_NONE, 8};
        enum cs_word rate = x->sign_count ? CS_WORD_RATE_OK : CS_WORD_RATE_ANSWERED;
        figures[count++] = (struct figure){RATE, 0, cs_word(rate, language), CS_TONE_PLAIN, 12};
    }
    return count;
}

/* Whether a figure is added to the numerator, or taken from the denominator, of the rate. */
static bool is_met(const struct xlsx *x, const struct figure *figure)
{
    return figure->kind == ANSWERED || (figure->kind == SIGN && x->sheet->signs[figure->sign].state == CS_STATE_OK);
}

static bool is_beside(const struct xlsx *x, const struct figure *figure)
{
    return figure->kind == SIGN && x->sheet->signs[figure->sign].state == CS_STATE_NA;
}

static uint32_t figure_value(const struct chapter *chapter, const struct figure *figure)
{
    switch (figure->kind) {
    case COUNT:
        return chapter->items;
    case REQUIRED:
        return chapter->required;
    case SIGN:
        return chapter->signs[figure->sign];
    case ANSWERED:
        return chapter->answered;
    case OPEN:
        return chapter->items - chapter->answered;
    case RATE:
        break;
    }
    return 0;
}

/* Adds the cells of the table's row where `wanted` holds, each behind the operator. */
static void add_cells(const struct xlsx *x, struct cs_buf *buf, const struct figure *figures, uint32_t count,
                      bool (*wanted)(const struct xlsx *, const struct figure *), char operator, lxw_row_t row)
{
    for (uint32_t i = 0; i < count; i++)
        if (wanted(x, &figures[i]))
            cs_buf_print(buf, "%c%c%u", operator, (int)('C' + i), (unsigned)row + 1);
}

/* What is met, in parts of what applies: =IF(C9-G9=0,"－",(D9)/(C9-G9)). */
static void add_rate(const struct xlsx *x, struct cs_buf *buf, const struct figure *figures, uint32_t count,
                     lxw_row_t row)
{
    struct cs_buf met = {0}, base = {0};
    add_cells(x, &met, figures, count, is_met, '+', row);
    cs_buf_print(&base, "C%u", (unsigned)row + 1);
    add_cells(x, &base, figures, count, is_beside, '-', row);
    cs_buf_clear(buf);
    cs_buf_add(buf, CS_TEXT("=IF("));
    cs_buf_add(buf, cs_buf_text(&base));
    cs_buf_add(buf, CS_TEXT("=0,\"－\",("));
    cs_buf_add(buf, met.size ? cs_text_skip(cs_buf_text(&met), 1) : CS_TEXT("0"));
    cs_buf_add(buf, CS_TEXT(")/("));
    cs_buf_add(buf, cs_buf_text(&base));
    cs_buf_add(buf, CS_TEXT("))"));
    cs_buf_free(&met);
    cs_buf_free(&base);
}

/* COUNTIF takes * ? ~ and leading < = > for more than themselves. */
static cs_text criterion(struct xlsx *x, cs_text text)
{
    struct cs_buf buf = {0};
    if (text.size && strchr("<=>", text.bytes[0]))
        cs_buf_add_byte(&buf, '=');
    for (size_t i = 0; i < text.size; i++) {
        if (strchr("*?~", text.bytes[i]))
            cs_buf_add_byte(&buf, '~');
        cs_buf_add_byte(&buf, text.bytes[i]);
    }
    cs_text result = cs_buf_copy(x->arena, &buf);
    cs_buf_free(&buf);
    return result;
}

/* FUNCTION(cells of a column in the chapter's rows, criterion if there is one). */
static void add_count(struct xlsx *x, struct cs_buf *buf, const char *function, const struct chapter *chapter,
                      uint32_t column, cs_text wanted)
{
    char range[LXW_MAX_FORMULA_RANGE_LENGTH];
    lxw_rowcol_to_formula_abs(range, word(x, CS_WORD_SHEET), chapter->first, (lxw_col_t)column, chapter->last,
                              (lxw_col_t)column);
    cs_buf_add(buf, cs_text_of(function));
    cs_buf_add_byte(buf, '(');
    cs_buf_add(buf, cs_text_of(range));
    if (wanted.size) {
        cs_buf_add_byte(buf, ',');
        add_quoted(buf, criterion(x, wanted));
    }
    cs_buf_add_byte(buf, ')');
}

/* The figure as a formula over the check sheet; empty if there is nothing to count there. */
static void add_formula(struct xlsx *x, struct cs_buf *buf, const struct chapter *chapter, const struct figure *figure,
                        lxw_row_t row)
{
    uint32_t marker = marker_column(x), flag = cs_sheet_column(x->sheet, CS_ROLE_FLAG);
    cs_buf_clear(buf);
    switch (figure->kind) {
    case COUNT:
        if (marker == CS_NO_COLUMN)
            return;
        cs_buf_add_byte(buf, '=');
        add_count(x, buf, "COUNTA", chapter, marker, (cs_text){0});
        return;
    case REQUIRED:
        cs_buf_add_byte(buf, '=');
        add_count(x, buf, "COUNTIF", chapter, flag, x->required);
        return;
    case SIGN:
        cs_buf_add_byte(buf, '=');
        add_count(x, buf, "COUNTIF", chapter, x->answer, x->sheet->signs[figure->sign].sign);
        return;
    case ANSWERED:
        cs_buf_add_byte(buf, '=');
        add_count(x, buf, "COUNTA", chapter, x->told, (cs_text){0});
        return;
    case OPEN:
        cs_buf_print(buf, "=C%u-", (unsigned)row + 1);
        add_count(x, buf, "COUNTA", chapter, x->told, (cs_text){0});
        return;
    case RATE:
        return;
    }
}

static void put_formula(struct xlsx *x, lxw_row_t row, lxw_col_t col, const struct cs_buf *formula, double value,
                        enum style style)
{
    lxw_format *format = format_of(x, style, 0);
    if (formula->size)
        check(x, worksheet_write_formula_num(x->cover.sheet, row, col, formula->bytes, format, value));
    else
        check(x, worksheet_write_number(x->cover.sheet, row, col, value, format));
}

/* The rate's cell, with the value that the formula will have; the figures are those of one chapter or of all. */
static void put_rate(struct xlsx *x, lxw_row_t row, const struct figure *figures, uint32_t count,
                     const struct chapter *chapter, enum style style)
{
    struct cs_buf formula = {0};
    uint32_t met = 0, base = chapter->items;
    for (uint32_t i = 0; i < count; i++) {
        met += is_met(x, &figures[i]) ? figure_value(chapter, &figures[i]) : 0;
        base -= is_beside(x, &figures[i]) ? figure_value(chapter, &figures[i]) : 0;
    }
    add_rate(x, &formula, figures, count, row);
    lxw_col_t col = (lxw_col_t)(COVER_LEFT + count);
    if (base)
        put_formula(x, row, col, &formula, (double)met / base, style);
    else
        check(x, worksheet_write_formula_str(x->cover.sheet, row, col, formula.bytes, format_of(x, style, 0), "－"));
    cs_buf_free(&formula);
}

static void put_chapter(struct xlsx *x, const struct chapter *chapter, const struct figure *figures, uint32_t count,
                        double name_width)
{
    struct cs_buf formula = {0};
    unsigned lines = cs_line_count(x->widths, cs_line_units(name_width, 10), chapter->title);
    lxw_row_t row = next_row(x, &x->cover, lines > 1 ? cs_row_height(lines, 10) : x->chapter_count > 20 ? 18 : 22.5);
    put_link(x, x->cover.sheet, row, COVER_LEFT, chapter->title, place_of(x, CS_WORD_SHEET, 'A', chapter->first),
             lines > 1, format_of(x, STYLE_SECTION, 0));
    for (uint32_t i = 0; i < count; i++) {
        add_formula(x, &formula, chapter, &figures[i], row);
        if (figures[i].kind == RATE)
            put_rate(x, row, figures, count, chapter, STYLE_RATE);
        else
            put_formula(x, row, (lxw_col_t)(COVER_LEFT + 1 + i), &formula, figure_value(chapter, &figures[i]),
                        STYLE_COUNT);
    }
    cs_buf_free(&formula);
}

static struct chapter sum_of_chapters(const struct xlsx *x)
{
    struct chapter sum = {0};
    for (uint32_t i = 0; i < x->chapter_count; i++) {
        sum.items += x->chapters[i].items;
        sum.required += x->chapters[i].required;
        sum.answered += x->chapters[i].answered;
        for (uint32_t j = 0; j < x->sign_count; j++)
            sum.signs[j] += x->chapters[i].signs[j];
    }
    return sum;
}

static void put_total(struct xlsx *x, lxw_row_t first, const struct figure *figures, uint32_t count)
{
    struct cs_buf formula = {0};
    struct chapter sum = sum_of_chapters(x);
    lxw_row_t row = next_row(x, &x->cover, 24);
    put(x, x->cover.sheet, row, COVER_LEFT, cs_word(CS_WORD_TOTAL, x->sheet->language), format_of(x, STYLE_TOTAL, 0));
    for (uint32_t i = 0; i < count; i++) {
        cs_buf_clear(&formula);
        cs_buf_print(&formula, "=SUM(%c%u:%c%u)", (int)('C' + i), (unsigned)first + 1, (int)('C' + i), (unsigned)row);
        if (figures[i].kind == RATE)
            put_rate(x, row, figures, count, &sum, STYLE_TOTAL_RATE);
        else
            put_formula(x, row, (lxw_col_t)(COVER_LEFT + 1 + i), &formula, figure_value(&sum, &figures[i]),
                        STYLE_TOTAL_COUNT);
    }
    cs_buf_free(&formula);
}

static void put_table_head(struct xlsx *x, const struct figure *figures, uint32_t count)
{
    unsigned lines = 1;
    for (uint32_t i = 0; i < count; i++) {
        unsigned needed = cs_line_count(x->widths, cs_line_units(figures[i].width + 1, 10), figures[i].title);
        lines = needed > lines ? needed : lines;
    }
    lxw_row_t row = next_row(x, &x->cover, cs_row_height(lines, 10));
    put(x, x->cover.sheet, row, COVER_LEFT, cs_role_title(CS_ROLE_SECTION, x->sheet->language),
        format_of(x, STYLE_HEAD, 0));
    for (uint32_t i = 0; i < count; i++) {
        bool is_word = cs_text_width(x->widths, figures[i].title) > 2;
        put(x, x->cover.sheet, row, COVER_LEFT + 1 + i, figures[i].title,
            figures[i].kind == SIGN ? sign_format(x, figures[i].tone, is_word, TOTAL_FRAME)
                                    : format_of(x, STYLE_HEAD_CENTER, 0));
    }
}

/* "対応率 = ○ ÷ (設問数 − 対象外)" */
static void put_rate_note(struct xlsx *x, const struct figure *figures, uint32_t count)
{
    cs_text met = {0}, base = cs_word(CS_WORD_COUNT, x->sheet->language), note;
    for (uint32_t i = 0; i < count; i++) {
        if (is_met(x, &figures[i]))
            met = joined(x, met, " + ", figures[i].title);
        if (is_beside(x, &figures[i]))
            base = joined(x, base, " − ", x->sheet->signs[figures[i].sign].label);
    }
    if (cs_text_find(base, CS_TEXT(" − ")) >= 0)
        base = joined(x, joined(x, CS_TEXT("("), "", base), "", CS_TEXT(")"));
    note = joined(x, joined(x, figures[count - 1].title, " = ", met), " ÷ ", base);
    if (x->sign_count && x->good_differs)
        note = joined(x, note, "　", cs_word(CS_WORD_COUNTED_ALIKE, x->sheet->language));
    put(x, x->cover.sheet, next_row(x, &x->cover, 15), COVER_LEFT, note, format_of(x, STYLE_SMALL, 0));
}

/* --- overview: the chart ----------------------------------------------------------------------------------------- */

/* Values beside the reference to their cells, for programs that show a chart without working it out; the library can
 * only read them back from sheets that it keeps in memory. */
static void store_point(struct xlsx *x, lxw_series_range *range, cs_text text, double number)
{
    struct lxw_series_data_point *point = calloc(1, sizeof *point);
    if (!point) {
        give_up(x, ENOMEM);
        return;
    }
    point->number = number;
    if (text.size) {
        point->string = strdup(plain(&x->text, text));
        point->is_string = range->has_string_cache = LXW_TRUE;
    }
    range->ignore_cache = LXW_TRUE;
    range->num_data_points++;
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
}

/* How many of the bars before this one have its tone. */
static unsigned turn_of(const struct figure *figures, uint32_t index)
{
    unsigned turn = 0;
    for (uint32_t i = 0; i < index; i++)
        turn += figures[i].kind == SIGN && figures[i].tone == figures[index].tone;
    return turn;
}

static bool is_charted(const struct figure *figure)
{
    return figure->kind == SIGN || figure->kind == ANSWERED || figure->kind == OPEN;
}

/* Height of a section's bar and what is around it, in pixels: less when there are many. */
static unsigned bar_height(const struct xlsx *x)
{
    enum { MOST = 34, LEAST = 15, ROOM = 374 };
    unsigned height = ROOM / x->chapter_count;
    return height > MOST ? MOST : height < LEAST ? LEAST : height;
}

static unsigned chart_type_size(const struct xlsx *x)
{
    return bar_height(x) < 20 ? 6 : 9;
}

static void style_series(struct xlsx *x, lxw_chart_series *series, struct cs_tone_colors colors, bool dashed)
{
    lxw_chart_fill fill = {.color = colors.bar};
    lxw_chart_line edge = {.color = colors.edge, .width = 0.75, .dash_type = dashed ? LXW_CHART_LINE_DASH_DASH : 0};
    lxw_chart_font font = {.name = kept(x, cs_text_of(x->font), 100), .size = chart_type_size(x), .bold = LXW_TRUE,
                           .color = colors.on_bar};
    chart_series_set_fill(series, &fill);
    chart_series_set_line(series, &edge);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, "0;;\"\"");
    chart_series_set_labels_font(series, &font);
}

static void add_series(struct xlsx *x, lxw_chart *chart, const struct figure *figures, uint32_t index, lxw_row_t first)
{
    const struct figure *figure = &figures[index];
    const char *sheet = word(x, CS_WORD_OVERVIEW);
    lxw_row_t last = first + x->chapter_count - 1;
    lxw_col_t col = (lxw_col_t)(COVER_LEFT + 1 + index);
    cs_text label = figure->kind == SIGN ? x->sheet->signs[figure->sign].label : (cs_text){0};
    cs_text name = cs_text_equal(label, figure->title) ? label : joined(x, figure->title, " ", label);
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    chart_series_set_categories(series, sheet, first, COVER_LEFT, last, COVER_LEFT);
    chart_series_set_values(series, sheet, first, col, last, col);
    chart_series_set_name(series, kept(x, name, 255));
    for (uint32_t i = 0; i < x->chapter_count; i++) {
        store_point(x, series->categories, x->chapters[i].title, 0);
        store_point(x, series->values, (cs_text){0}, figure_value(&x->chapters[i], figure));
    }
    style_series(x, series, cs_tone_colors(figure->tone, turn_of(figures, index)), figure->kind == OPEN);
}

static void put_chart(struct xlsx *x, const struct figure *figures, uint32_t count, lxw_row_t first, double pixels)
{
    lxw_chart *chart = workbook_add_chart(x->book, LXW_CHART_BAR_STACKED);
    lxw_chart_font font = {
        .name = kept(x, cs_text_of(x->font), 100), .size = chart_type_size(x), .color = CS_COLOR_INK};
    lxw_chart_line none = {.none = LXW_TRUE};
    lxw_chart_options options = {.object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .description = kept(x, cs_word(CS_WORD_CHART, x->sheet->language), 255)};
    unsigned height = 100 + bar_height(x) * x->chapter_count;
    for (uint32_t i = 0; i < count; i++)
        if (is_charted(&figures[i]))
            add_series(x, chart, figures, i, first);
    chart_set_series_gap(chart, 55);
    chart_axis_set_reverse(chart->y_axis); /* the upright one, which has the sections */
    chart_axis_set_num_font(chart->y_axis, &font);
    chart_axis_set_line(chart->y_axis, &none);
    chart_axis_set_major_tick_mark(chart->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_interval_unit(chart->y_axis, 1);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
    chart_axis_set_min(chart->x_axis, 0);
    chart_axis_off(chart->x_axis);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(chart, &font);
    chart_chartarea_set_line(chart, &none);
    chart_plotarea_set_line(chart, &none);
    options.x_scale = pixels / 480; /* of the size that the library gives a chart */
    options.y_scale = height / 288.0;
    check(x, worksheet_insert_chart_opt(x->cover.sheet, x->cover.row, COVER_LEFT, chart, &options));
    x->cover.row += height / 20 + 1; /* rows below the chart are 20 pixels high */
    x->cover.height += height * 0.75;
}

/* --- overview: the words ----------------------------------------------------------------------------------------- */

/* A label and its value, on as many rows as they take: what reaches over several cells cannot wrap in one. */
static void put_fact(struct xlsx *x, cs_text label, cs_text value, double label_width)
{
    unsigned label_units = cs_line_units(label_width, 10);
    unsigned units = cs_line_units(LOOSE * (x->cover.width - label_width), 10);
    cs_text address = is_address(value) ? value : (cs_text){0};
    bool is_first = true;
    while (is_first || label.size || value.size) {
        cs_text label_line = cs_take_line(x->widths, label_units, &label);
        cs_text line = cs_take_line(x->widths, address.size ? units * 6 / 5 : units, &value); /* Latin runs narrow */
        bool is_last = !label.size && !value.size;
        enum style style = is_last ? STYLE_VALUE_RULED : STYLE_VALUE;
        lxw_row_t row = next_row(x, &x->cover, is_first && is_last ? 21 : is_first || is_last ? 19.5 : 16.5);
        put(x, x->cover.sheet, row, COVER_LEFT, label_line, format_of(x, is_last ? STYLE_LABEL_RULED : STYLE_LABEL, 0));
        fill_row(x, &x->cover, row, COVER_LEFT + 1, style);
        if (address.size || is_address(line))
            put_link(x, x->cover.sheet, row, COVER_LEFT + 1, line, address.size ? address : line, false,
                     format_of(x, is_last ? STYLE_VALUE_LINK_RULED : STYLE_VALUE_LINK, 0));
        else
            put(x, x->cover.sheet, row, COVER_LEFT + 1, line, format_of(x, style, 0));
        is_first = false;
    }
}

/* A paragraph over the width of the page. */
static void put_paragraph(struct xlsx *x, cs_text text, enum style style)
{
    unsigned units = cs_line_units(LOOSE * x->cover.width, size_of(style, 0));
    double height = 1.6 * size_of(style, 0);
    while (text.size) {
        cs_text line = cs_take_line(x->widths, units, &text);
        put(x, x->cover.sheet, next_row(x, &x->cover, text.size ? height : height + 3), COVER_LEFT, line,
            format_of(x, style, 0));
    }
}

static bool is_note(const struct cs_row *row, bool labelled)
{
    return row->kind == CS_ROW_NOTE && row->cell_count > 1 && row->cells[1].text.size &&
           (row->cells[0].text.size > 0) == labelled;
}

static cs_text last_review(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    if (!sheet->newest.year)
        return (cs_text){0};
    cs_text newest = date_text(x, sheet->newest), oldest = date_text(x, sheet->oldest);
    if (!sheet->oldest.year || cs_text_equal(newest, oldest))
        return newest;
    cs_text older = joined(x, cs_word(CS_WORD_OLDEST_ANSWER, sheet->language), ": ", oldest);
    return joined(x, joined(x, newest, " (", older), "", CS_TEXT(")"));
}

/* What the notes say, the service apart, which stands above; the reviews follow the date of the answers. */
static void put_facts(struct xlsx *x, double label_width)
{
    const struct cs_sheet *sheet = x->sheet;
    cs_text reviewed = last_review(x);
    for (uint32_t i = 0; i < sheet->row_count && sheet->rows[i].kind <= CS_ROW_NOTE; i++) {
        const struct cs_cell *cells = sheet->rows[i].cells;
        if (!is_note(&sheet->rows[i], true) || cs_text_equal(cells[1].text, sheet->service))
            continue;
        put_fact(x, cells[0].text, cells[1].text, label_width);
        if (reviewed.size && cs_text_equal(cells[0].text, cs_word(CS_WORD_ANSWERED_ON, sheet->language))) {
            put_fact(x, cs_word(CS_WORD_LAST_REVIEWED, sheet->language), reviewed, label_width);
            reviewed.size = 0;
        }
    }
    if (reviewed.size)
        put_fact(x, cs_word(CS_WORD_LAST_REVIEWED, sheet->language), reviewed, label_width);
}

static void put_preface(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    bool any = false;
    for (uint32_t i = 0; i < sheet->row_count && sheet->rows[i].kind <= CS_ROW_NOTE; i++) {
        if (!is_note(&sheet->rows[i], false))
            continue;
        if (!any)
            next_row(x, &x->cover, 9);
        any = true;
        put_paragraph(x, sheet->rows[i].cells[1].text, STYLE_PREFACE);
    }
}

/* The names take what they need in one line, within reason; what is left of the page goes to the figures. */
static double plan_cover(struct xlsx *x, struct figure *figures, uint32_t count)
{
    enum { MARGIN = 2, NARROWEST_NAME = 26, WIDEST_NAME = 50, TABLE_WIDTH = 86, WIDEST_FIGURE = 13 };
    double name = NARROWEST_NAME, wanted = 0;
    for (uint32_t i = 0; i < x->chapter_count; i++) {
        double width = ((double)cs_text_width(x->widths, x->chapters[i].title) + 2.5) / 1.05; /* see cs_line_units */
        name = width > name ? width : name;
    }
    name = name > WIDEST_NAME ? WIDEST_NAME : name;
    for (uint32_t i = 0; i < count; i++)
        wanted += figures[i].width;
    double more = (TABLE_WIDTH - name - wanted) / count;
    set_width(x, x->cover.sheet, 0, MARGIN);
    x->cover.width = name;
    for (uint32_t i = 0; i < count; i++) {
        double wider = figures[i].width + (more > 0 ? more : 0);
        figures[i].width = wider < WIDEST_FIGURE ? wider : WIDEST_FIGURE;
        set_width(x, x->cover.sheet, COVER_LEFT + 1 + i, figures[i].width);
        x->cover.width += figures[i].width;
    }
    if (x->cover.width < TABLE_WIDTH) {
        name += TABLE_WIDTH - x->cover.width;
        x->cover.width = TABLE_WIDTH;
    }
    set_width(x, x->cover.sheet, COVER_LEFT, name);
    set_width(x, x->cover.sheet, COVER_LEFT + 1 + count, MARGIN);
    x->cover.last = (lxw_col_t)(COVER_LEFT + count);
    return name;
}

static void put_table(struct xlsx *x, const struct figure *figures, uint32_t count, double name_width)
{
    double pixels = 7 * name_width + 5;
    next_row(x, &x->cover, 12);
    put(x, x->cover.sheet, next_row(x, &x->cover, 27), COVER_LEFT, cs_word(CS_WORD_BY_SECTION, x->sheet->language),
        format_of(x, STYLE_HEADING, 0));
    put_table_head(x, figures, count);
    lxw_row_t first = x->cover.row;
    for (uint32_t i = 0; i < x->chapter_count; i++)
        put_chapter(x, &x->chapters[i], figures, count, name_width);
    put_total(x, first, figures, count);
    if (x->told == CS_NO_COLUMN)
        return;
    put_rate_note(x, figures, count);
    next_row(x, &x->cover, 12);
    for (uint32_t i = 0; i < count; i++)
        pixels += 7 * figures[i].width + 5;
    x->chart_row = x->cover.row;
    put_chart(x, figures, count, first, pixels);
}

static void put_cover(struct xlsx *x)
{
    enum { PAGE = 760 }; /* points of height that a page has room for */
    struct figure figures[MOST_FIGURES];
    uint32_t count = plan_figures(x, figures);
    lxw_worksheet *sheet = x->cover.sheet;
    double name_width = plan_cover(x, figures, count);
    next_row(x, &x->cover, 12);
    put(x, sheet, next_row(x, &x->cover, 36), COVER_LEFT, x->sheet->title, format_of(x, STYLE_COVER_TITLE, 0));
    if (x->sheet->service.size)
        put(x, sheet, next_row(x, &x->cover, 24), COVER_LEFT, x->sheet->service, format_of(x, STYLE_COVER_SERVICE, 0));
    next_row(x, &x->cover, 12);
    put_facts(x, name_width);
    put_preface(x);
    if (x->chapter_count)
        put_table(x, figures, count, name_width);
    check(x, worksheet_print_area(sheet, 0, 0, x->cover.row, x->cover.last + 1));
    if (x->cover.height < PAGE / 0.6)
        worksheet_fit_to_pages(sheet, 1, 1);
    else if (x->chart_row)
        check(x, worksheet_set_h_pagebreaks(sheet, (lxw_row_t[]){x->chart_row, 0}));
    if (x->emit->options->protect == CS_PROTECT_ALL)
        protect(sheet);
    worksheet_activate(sheet);
}

/* --- legend ------------------------------------------------------------------------------------------------------ */

static void put_sign(struct xlsx *x, const struct cs_sign *sign, bool is_word, double guide_width)
{
    struct page *page = &x->legend;
    unsigned lines = cs_line_count(x->widths, cs_line_units(guide_width, 10), sign->guide);
    unsigned labels = cs_line_count(x->widths, cs_line_units(22, 10), sign->label);
    lxw_row_t row = next_row(x, page, cs_row_height(labels > lines ? labels : lines, 10) + 3);
    put(x, page->sheet, row, LEGEND_SIGN_COLUMN, sign->sign, sign_format(x, sign->tone, is_word, LINE_FRAME));
    put(x, page->sheet, row, LEGEND_SIGN_COLUMN + 1, sign->label, format_of(x, STYLE_TEXT, 0));
    put(x, page->sheet, row, LEGEND_SIGN_COLUMN + 2, sign->guide, format_of(x, STYLE_TEXT, 0));
}

static void put_legend(struct xlsx *x)
{
    enum cs_language language = x->sheet->language;
    struct page *page = &x->legend;
    bool is_word = sign_cells(x) > 2;
    const double widths[] = {2, is_word ? 18 : 8, 22, is_word ? 70 : 80};
    struct cs_sign open = {.label = cs_word(CS_WORD_UNANSWERED, language), .tone = CS_TONE_NONE,
                           .guide = cs_word(CS_WORD_STILL_OPEN, language)};
    for (uint32_t i = 0; i < 4; i++)
        set_width(x, page->sheet, i, widths[i]);
    page->last = 3;
    next_row(x, page, 12);
    put(x, page->sheet, next_row(x, page, 30), LEGEND_SIGN_COLUMN, cs_word(CS_WORD_HOW_TO_READ, language),
        format_of(x, STYLE_HEADING, 0));
    lxw_row_t row = next_row(x, page, 24);
    put_head(x, page, row, LEGEND_SIGN_COLUMN, CS_WORD_SIGN, true);
    put_head(x, page, row, LEGEND_SIGN_COLUMN + 1, CS_WORD_MEANING, false);
    put_head(x, page, row, LEGEND_SIGN_COLUMN + 2, CS_WORD_WHEN, false);
    for (uint32_t i = 0; i < x->sheet->sign_count; i++)
        put_sign(x, &x->sheet->signs[i], is_word, widths[3]);
    put_sign(x, &open, is_word, widths[3]);
    if (x->good_differs) {
        next_row(x, page, 6);
        put(x, page->sheet, next_row(x, page, 18), LEGEND_SIGN_COLUMN, cs_word(CS_WORD_COLORS_DIFFER, language),
            format_of(x, STYLE_LABEL, 0));
    }
    if (x->emit->options->protect == CS_PROTECT_ALL)
        protect(page->sheet);
}

/* --- the file ---------------------------------------------------------------------------------------------------- */

/* The file's date: the sheet's, or the one given; in any time zone the same. */
static time_t creation(const struct xlsx *x)
{
    enum { DAY = 86400 };
    int64_t seconds = x->sheet->date.year ? (int64_t)cs_date_days(x->sheet->date) * DAY : x->emit->options->created;
    return seconds > 0 ? (time_t)seconds : 1; /* 0 would make the library ask the clock */
}

static void describe(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    cs_text keywords = joined(x, cs_word(CS_WORD_CHECK_SHEET, sheet->language), ", ", sheet->catalog_id);
    keywords = joined(x, keywords, ", ", sheet->service);
    lxw_doc_properties properties = {
        .title = kept(x, joined(x, sheet->title, " ", sheet->service), 255),
        .subject = kept(x, joined(x, sheet->catalog_title, " ", sheet->edition), 255),
        .author = kept(x, sheet->vendor, 255),
        .company = kept(x, sheet->vendor, 255),
        .category = kept(x, cs_word(CS_WORD_CHECK_SHEET, sheet->language), 255),
        .keywords = kept(x, keywords, 255),
        .comments = kept(x, cs_word(CS_WORD_MADE_WITH, sheet->language), 255),
        .created = creation(x),
    };
    check(x, workbook_set_properties(x->book, &properties));
    check(x, workbook_set_custom_property_string(x->book, "checksheet.catalog", kept(x, sheet->catalog_id, 255)));
    check(x, workbook_set_custom_property_string(x->book, "checksheet.edition", kept(x, sheet->edition, 255)));
    check(x, workbook_set_custom_property_string(x->book, "checksheet.format", "1"));
}

/* Makes an empty file for the workbook in the directory for such files. */
static bool make_file(struct xlsx *x)
{
    cs_text directory = x->emit->options->temporary;
    if (!directory.size)
        directory = CS_TEXT(P_tmpdir);
    cs_text path = joined(x, directory, "/", CS_TEXT("checksheet-XXXXXX"));
    x->directory = cs_alloc(x->arena, directory.size + 1);
    memcpy(x->directory, directory.bytes, directory.size);
    char *name = cs_alloc(x->arena, path.size + 1);
    memcpy(name, path.bytes, path.size);
    int file = mkstemp(name);
    if (file < 0 || close(file) != 0) {
        give_up(x, errno);
        return false;
    }
    x->path = name;
    return true;
}

static void plan(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    x->row = FIRST_ROW;
    x->filled = UINT64_MAX;
    x->answer = cs_sheet_column(sheet, CS_ROLE_ANSWER);
    x->told = x->answer != CS_NO_COLUMN ? x->answer : cs_sheet_column(sheet, CS_ROLE_REMARK);
    x->sign_count = in_signs(x) && sheet->sign_count <= MOST_SIGNS ? sheet->sign_count : 0;
}

static void begin(struct cs_emit *emit)
{
    struct cs_arena *arena = &emit->job->arena;
    struct xlsx *x = emit->state = cs_alloc(arena, sizeof *x);
    *x = (struct xlsx){.emit = emit, .sheet = emit->sheet, .arena = arena, .widths = cs_job_widths(emit->job, 2)};
    x->font = cs_text_copy(arena, font_of(emit->options)).bytes;
    plan(x);
    if (!make_file(x))
        return;
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = x->directory};
    x->book = workbook_new_opt(x->path, &options);
    if (!x->book) {
        give_up(x, ENOMEM);
        return;
    }
    cs_text title = joined(x, emit->sheet->service, "　", emit->sheet->title);
    x->cover.sheet = add_sheet(x, CS_WORD_OVERVIEW, CS_COLOR_NAVY);
    set_up_page(x, x->cover.sheet, true, title);
    x->items = add_sheet(x, CS_WORD_SHEET, CS_COLOR_GREEN);
    set_up_page(x, x->items, false, title);
    if (in_signs(x)) {
        x->legend.sheet = add_sheet(x, CS_WORD_LEGEND, CS_COLOR_MUTED);
        set_up_page(x, x->legend.sheet, false, title);
    }
    plan_columns(x);
    put_title(x);
}

static void read_back(struct xlsx *x)
{
    char bytes[16384];
    size_t size;
    FILE *file = fopen(x->path, "rb");
    if (!file) {
        give_up(x, errno);
        return;
    }
    while ((size = fread(bytes, 1, sizeof bytes, file)) > 0)
        cs_buf_add(x->emit->out, (cs_text){bytes, size});
    if (ferror(file))
        give_up(x, errno);
    fclose(file);
}

/* Lays the rest out, has the library write the file, and takes it over if it is whole. */
static void finish(struct xlsx *x)
{
    struct cs_buf *out = x->emit->out;
    size_t start = out->size;
    finish_items(x);
    put_cover(x);
    if (in_signs(x))
        put_legend(x);
    describe(x);
    if (x->emit->trouble)
        return;
    errno = 0;
    lxw_error error = workbook_close(x->book);
    x->book = NULL; /* closing frees it */
    if (error == LXW_ERROR_ZIP_FILE_OPERATION && errno)
        give_up(x, errno); /* its own text would only say that errno has it */
    check(x, error);
    if (!x->emit->trouble)
        read_back(x);
    const char *trouble = NULL;
    cs_text made = cs_text_skip(cs_buf_text(out), start);
    if (!x->emit->trouble && !out->failed && !cs_verify_package(x->arena, made, &trouble))
        x->emit->trouble = trouble;
}

static void end(struct cs_emit *emit)
{
    struct xlsx *x = emit->state;
    if (x->book && !emit->trouble)
        finish(x);
    if (x->book)
        lxw_workbook_free(x->book);
    if (x->path)
        unlink(x->path);
    cs_buf_free(&x->text);
    cs_buf_free(&x->address);
}

const struct cs_emitter cs_emitter_xlsx = {
    .name = {"xlsx", 4},
    .suffix = {"xlsx", 4},
    .binary = true,
    .begin = begin,
    .row = {[CS_ROW_HEADER] = put_header, [CS_ROW_SECTION] = put_section, [CS_ROW_ITEM] = put_item},
    .end = end,
};
