/* The text report: a first line that every editor understands, then the lines of the file with a caret below the fault.
 *
 *     acme.yaml:6:7: error: 暦にない日付です: 2025-11-31 [bad-date]
 *          6 | date: 2025-11-31
 *            |       ^^^^^^^^^^ 11月は30日までです
 *
 * The caret stands right beside Japanese text because cells are counted, not characters. */
#include "checksheet/report.h"
#include "base/job.h"
#include "base/paint.h"
#include "base/wrap.h"
#include "base/control.h"

enum { EXCERPTS = 30, NUMBER_WIDTH = 6, GUTTER = NUMBER_WIDTH + 3, TAB = 8, HANGING = 4, ROOM_FOR_WORDS = 32 };

struct writer {
    struct cs_job *job;
    const struct cs_report_options *options;
    struct cs_buf *out;
    struct cs_widths *widths;

    struct cs_walk walk; /* up to the start of the last finding */
};

static enum cs_paint paint_of(enum cs_severity severity)
{
    static const enum cs_paint paints[] = {CS_PAINT_CYAN, CS_PAINT_YELLOW, CS_PAINT_RED};
    _Static_assert(sizeof paints / sizeof *paints == CS_SEVERITIES, "a colour for each severity");
    return paints[severity];
}

static void add(const struct writer *writer, enum cs_paint paint, cs_text text)
{
    cs_paint_add(writer->out, writer->options->color, paint, text);
}

void cs_report_line(const struct cs_finding *finding, struct cs_place place, bool color, struct cs_buf *out)
{
    cs_buf_add_name(out, finding->span.source->path);
    cs_buf_add_byte(out, ':');
    cs_buf_add(out, finding->cell);
    if (finding->cell.size == 0)
        cs_buf_print(out, "%u:%u", (unsigned)place.line, (unsigned)place.column);
    cs_buf_add(out, CS_TEXT(": "));
    cs_paint_add(out, color, paint_of(finding->severity), cs_severity_word(finding->severity));
    cs_buf_add(out, CS_TEXT(": "));
    cs_paint_add(out, color, CS_PAINT_BOLD, finding->message);
    cs_buf_add(out, CS_TEXT(" ["));
    cs_buf_add(out, cs_rule_slug(finding->rule));
    cs_buf_add(out, CS_TEXT("]\n"));
}

/* Wraps the first line for a narrow terminal, the rest indented. The message is bold, the rule is not. */
static void add_wrapped_line(struct writer *writer, const struct cs_finding *finding, cs_text line)
{
    bool color = writer->options->color;
    ptrdiff_t severity = cs_text_find(line, cs_severity_word(finding->severity));
    size_t start = (size_t)severity + cs_severity_word(finding->severity).size + 2, end = start + finding->message.size;
    cs_text rest = line;
    for (bool first = true; rest.size; first = false) {
        cs_text part = cs_take_text(writer->widths, writer->options->columns - (first ? 0 : HANGING), &rest);
        size_t from = (size_t)(part.bytes - line.bytes), to = from + part.size;
        cs_buf_add_repeat(writer->out, ' ', first ? 0 : HANGING);
        if (first && color && to >= start) {
            cs_buf_add(writer->out, (cs_text){part.bytes, (size_t)severity});
            add(writer, paint_of(finding->severity), cs_severity_word(finding->severity));
            cs_buf_add(writer->out, CS_TEXT(": "));
            from = start;
        }
        size_t bold = to < end ? to : end;
        if (from >= start && from < bold)
            add(writer, CS_PAINT_BOLD, (cs_text){line.bytes + from, bold - from});
        else
            bold = from;
        cs_buf_add(writer->out, (cs_text){line.bytes + bold, to - bold});
        cs_buf_add_byte(writer->out, '\n');
    }
}

static void add_first_line(struct writer *writer, const struct cs_finding *finding)
{
    struct cs_place place = cs_source_walk(&writer->walk, finding->span.source, finding->span.start);
    uint32_t columns = writer->options->columns;
    struct cs_buf line = {0};
    cs_report_line(finding, place, false, &line);
    cs_text text = cs_text_trim(cs_buf_text(&line));
    if (columns >= ROOM_FOR_WORDS && cs_text_width(writer->widths, text) > columns)
        add_wrapped_line(writer, finding, text);
    else
        cs_report_line(finding, place, writer->options->color, writer->out);
    cs_buf_free(&line);
}

/* Terminal cells of a code point at a column; tabs extend to the next stop. */
static size_t cells_of(struct writer *writer, uint32_t point, size_t cell)
{
    return point == '\t' ? TAB - cell % TAB : cs_width_of(writer->widths, point);
}

static size_t width_of(struct writer *writer, cs_text text)
{
    size_t cell = 0;
    while (text.size)
        cell += cells_of(writer, cs_text_next(&text), cell);
    return cell;
}

static void add_gutter(const struct writer *writer, uint32_t line)
{
    struct cs_buf gutter = {0};
    if (line)
        cs_buf_print(&gutter, "%*u | ", NUMBER_WIDTH, (unsigned)line);
    else
        cs_buf_print(&gutter, "%*s | ", NUMBER_WIDTH, "");
    add(writer, CS_PAINT_DIM, cs_buf_text(&gutter));
    cs_buf_free(&gutter);
}

/* Writes the cells [from, to) of a line, tabs as blanks; a character cut in half becomes blanks. */
static void add_cells(struct writer *writer, cs_text text, size_t from, size_t to)
{
    size_t cell = 0;
    while (text.size && cell < to) {
        cs_text before = text;
        uint32_t point = cs_text_next(&text);
        size_t cells = cells_of(writer, point, cell);
        bool whole = cell >= from && cell + cells <= to && !cs_is_control(point);
        if (whole && point == 0xfffd)
            cs_buf_add(writer->out, CS_TEXT("\xef\xbf\xbd")); /* also for a byte that is not UTF-8 */
        else if (whole)
            cs_buf_add(writer->out, (cs_text){before.bytes, before.size - text.size});
        for (size_t i = 0; !whole && i < cells; i++)
            if (cell + i >= from && cell + i < to)
                cs_buf_add_byte(writer->out, ' ');
        cell += cells;
    }
}

/* The part of a line that is shown: all of it, or on a narrow terminal the cells around the error. */
struct window {
    size_t from, to;
    bool cut_before, cut_behind;
};

/* The part around an error of an overlong line: a line may have a megabyte, and many errors. Records in the window
 * which sides are cut off. */
static cs_text stretch_of(cs_text line, size_t fault, struct window *window)
{
    enum { NEAR = 4000 };
    size_t from = fault > NEAR ? fault - NEAR : 0, to = line.size - fault > NEAR ? fault + NEAR : line.size;
    for (int i = 0; i < 3 && from > 0 && ((unsigned char)line.bytes[from] & 0xc0) == 0x80; i++)
        from--; /* not within a character */
    for (int i = 0; i < 3 && to < line.size && ((unsigned char)line.bytes[to] & 0xc0) == 0x80; i++)
        to++;
    *window = (struct window){.cut_before = from > 0, .cut_behind = to < line.size};
    return (cs_text){line.bytes + from, to - from};
}

/* Selects the cells of a part to show, so that the caret is among them. */
static void find_window(struct writer *writer, cs_text stretch, size_t caret, struct window *window)
{
    size_t width = width_of(writer, stretch), room = writer->options->columns;
    enum { MARGIN = GUTTER + 6, LEAST = 20 }; /* gutter, and "..." on either side */
    window->from = 0;
    window->to = width;
    if (room == 0 || width + GUTTER <= room || room < MARGIN + LEAST)
        return;
    room -= MARGIN;
    if (caret > room / 2)
        window->from = caret - room / 2;
    if (window->from + room > width)
        window->from = width > room ? width - room : 0;
    window->to = window->from + room;
    window->cut_before |= window->from > 0;
    window->cut_behind |= window->to < width;
}

static void add_source_line(struct writer *writer, uint32_t number, cs_text line, const struct window *window)
{
    add_gutter(writer, number);
    cs_buf_add(writer->out, window->cut_before ? CS_TEXT("...") : (cs_text){0});
    add_cells(writer, line, window->from, window->to);
    cs_buf_add(writer->out, window->cut_behind ? CS_TEXT("...\n") : CS_TEXT("\n"));
}

static size_t indent_of(cs_text line)
{
    size_t indent = 0;
    while (indent < line.size && line.bytes[indent] == ' ')
        indent++;
    return indent;
}

/* The line to show above an error: the first of two places, or the key that contains the line, unless that is a key
 * of the whole file, which needs no context. 0 if there is none. */
static uint32_t line_above(const struct cs_finding *finding, uint32_t number)
{
    enum { FARTHEST = 200 };
    const struct cs_source *source = finding->span.source;
    if (finding->above != UINT32_MAX)
        return cs_source_place(source, finding->above).line;
    size_t indent = indent_of(cs_source_line(source, number));
    for (uint32_t line = number - 1; line > 0 && number - line < FARTHEST; line--) {
        cs_text text = cs_source_line(source, line);
        size_t outer = indent_of(text);
        if (outer < indent && outer < text.size && text.bytes[outer] != '#')
            return outer ? line : 0;
    }
    return 0;
}

static void add_line_above(struct writer *writer, const struct cs_finding *finding, uint32_t number)
{
    uint32_t above = line_above(finding, number);
    if (above == 0 || above >= number)
        return;
    struct window window;
    cs_text text = stretch_of(cs_source_line(finding->span.source, above), 0, &window);
    find_window(writer, text, 0, &window);
    add_source_line(writer, above, text, &window);
    if (above + 1 < number) {
        cs_buf_add_repeat(writer->out, ' ', NUMBER_WIDTH);
        add(writer, CS_PAINT_DIM, CS_TEXT(" | ..."));
        cs_buf_add_byte(writer->out, '\n');
    }
}

/* Writes the hint at a column, wrapped there. */
static void add_hint(struct writer *writer, cs_text hint, size_t cell)
{
    size_t columns = writer->options->columns;
    size_t room = columns > GUTTER + cell + ROOM_FOR_WORDS / 2 ? columns - GUTTER - cell : SIZE_MAX;
    for (bool first = true; hint.size; first = false) {
        cs_text line = cs_take_text(writer->widths, room, &hint);
        if (!first) {
            cs_buf_add_byte(writer->out, '\n');
            add_gutter(writer, 0);
            cs_buf_add_repeat(writer->out, ' ', cell);
        }
        add(writer, CS_PAINT_GREEN, line);
    }
}

/* Writes the carets with the hint beside them; on a narrow terminal below them, at the first one or at the margin. */
static void add_caret(struct writer *writer, const struct cs_finding *finding, size_t start, size_t end,
                      const struct window *window)
{
    size_t last = end < window->to ? end : window->to, columns = writer->options->columns;
    size_t cell = start - window->from + (window->cut_before ? 3 : 0), count = last > start ? last - start : 1;
    struct cs_buf carets = {0};
    cs_buf_add_repeat(&carets, '^', count);
    add_gutter(writer, 0);
    cs_buf_add_repeat(writer->out, ' ', cell);
    add(writer, paint_of(finding->severity), cs_buf_text(&carets));
    cs_buf_free(&carets);
    size_t beside = cell + count + 1, width = cs_text_width(writer->widths, finding->hint);
    bool fits = columns == 0 || columns < GUTTER + ROOM_FOR_WORDS || GUTTER + beside + width <= columns;
    if (finding->hint.size && (fits || columns >= GUTTER + beside + ROOM_FOR_WORDS)) {
        cs_buf_add_byte(writer->out, ' ');
        add_hint(writer, finding->hint, beside);
    } else if (finding->hint.size) {
        size_t below = columns >= GUTTER + cell + ROOM_FOR_WORDS ? cell : 0;
        cs_buf_add_byte(writer->out, '\n');
        add_gutter(writer, 0);
        cs_buf_add_repeat(writer->out, ' ', below);
        add_hint(writer, finding->hint, below);
    }
    cs_buf_add_byte(writer->out, '\n');
}

static void add_excerpt(struct writer *writer, const struct cs_finding *finding)
{
    const struct cs_source *source = finding->span.source;
    uint32_t number = writer->walk.place.line;
    cs_text line = cs_source_line(source, number);
    if (line.size == 0 && finding->hint.size == 0)
        return;
    size_t before = (size_t)(source->bytes.bytes + finding->span.start - line.bytes);
    before = source->bytes.size && before <= line.size ? before : line.size;
    struct window window;
    cs_text stretch = stretch_of(line, before, &window);
    cs_text head = {stretch.bytes, before - (size_t)(stretch.bytes - line.bytes)};
    cs_text body = {stretch.bytes, head.size + (finding->span.end - finding->span.start)};
    if (body.size > stretch.size)
        body.size = stretch.size;
    size_t start = width_of(writer, head), end = width_of(writer, body);
    find_window(writer, stretch, start, &window);
    add_line_above(writer, finding, number);
    add_source_line(writer, number, stretch, &window);
    add_caret(writer, finding, start, end, &window);
}

/* Writes the hint for an error of the whole file, which has no line to be shown. */
static void add_cure(struct writer *writer, const struct cs_finding *finding)
{
    if (finding->hint.size == 0)
        return;
    add_gutter(writer, 0);
    add_hint(writer, finding->hint, 0);
    cs_buf_add_byte(writer->out, '\n');
}

void cs_report_write(struct cs_job *job, const struct cs_source *source, const struct cs_report_options *options,
                     struct cs_buf *out)
{
    struct writer writer = {
        .job = job, .options = options, .out = out, .widths = cs_job_widths(job, options->ambiguous)};
    uint32_t count, shown = 0;
    const struct cs_finding *findings = source ? cs_findings_of(job, source->path, &count) : cs_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        add_first_line(&writer, &findings[i]);
        if (options->brief)
            continue;
        if (findings[i].whole_file)
            add_cure(&writer, &findings[i]);
        else if (shown++ < EXCERPTS)
            add_excerpt(&writer, &findings[i]);
    }
    if (shown > EXCERPTS)
        cs_buf_print(out, job->messages == CS_JA ? "(抜粋は %d 件目まで)\n" : "(excerpts end after %d)\n", EXCERPTS);
}
