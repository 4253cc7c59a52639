/* Recognising files written by this program, which may be overwritten. */
#include "checksheet/emit.h"
#include "base/job.h"
#include "package/unzip.h"

struct search {
    cs_text part;
    bool found;
    struct cs_buf bytes;
};

static bool take(void *context, cs_text bytes)
{
    struct search *search = context;
    cs_buf_add(&search->bytes, bytes);
    return search->bytes.size < (1u << 20);
}

/* Our workbooks are recognised by their document properties. */
static bool is_our_workbook(struct cs_job *job, cs_text bytes)
{
    const char *why;
    struct search search = {0};
    struct cs_unzip *unzip = cs_unzip_open(&job->arena, bytes, &why);
    cs_text twice;
    if (!unzip)
        return false;
    uint64_t entry = cs_unzip_index(unzip, &twice) ? cs_unzip_find(unzip, CS_TEXT("docProps/custom.xml")) : CS_NO_ENTRY;
    bool ours = entry != CS_NO_ENTRY && cs_unzip_read(unzip, entry, take, &search, &why) &&
                cs_text_find(cs_buf_text(&search.bytes), CS_TEXT("\"checksheet.format\"")) >= 0;
    cs_buf_free(&search.bytes);
    cs_unzip_close(unzip);
    return ours;
}

static bool holds(cs_text text, cs_text part)
{
    return cs_text_find(text, part) >= 0;
}

static cs_text line_at(cs_text text, size_t start)
{
    text = cs_text_skip(text, start);
    size_t size = 0;
    while (size < text.size && text.bytes[size] != '\n' && text.bytes[size] != '\r')
        size++;
    return (cs_text){text.bytes, size};
}

/* JSON, SARIF, JUnit, HTML and the like contain the program's name, or a format number of ours, near the beginning. */
static bool is_our_data(cs_text old)
{
    enum { BEGINNING = 2048 };
    static const cs_text signs[] = {CS_LITERAL("\"format\": 1,"), CS_LITERAL("\"name\": \"checksheet\""),
                                    CS_LITERAL("name=\"checksheet\""), CS_LITERAL("\"check_name\": "),
                                    CS_LITERAL("name=\"generator\" content=\"checksheet\"")};
    cs_text start = {old.bytes, old.size < BEGINNING ? old.size : BEGINNING};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (holds(start, signs[i]))
            return true;
    return cs_text_equal(cs_text_trim(old), CS_TEXT("[]"));
}

/* Takes the first title off *rest; false at the end. */
static bool take_title(cs_text *rest, char separator, cs_text *title)
{
    size_t size = 0;
    if (rest->size == 0)
        return false;
    while (size < rest->size && rest->bytes[size] != separator)
        size++;
    *title = cs_text_trim((cs_text){rest->bytes, size});
    *rest = cs_text_skip(*rest, size + 1);
    return true;
}

/* True if a line of titles contains all those of another. */
static bool has_titles(cs_text line, cs_text of, char separator)
{
    cs_text wanted, title;
    while (take_title(&of, separator, &wanted)) {
        bool found = false;
        for (cs_text rest = line; !found && take_title(&rest, separator, &title);)
            found = cs_text_equal(title, wanted);
        if (!found)
            return false;
    }
    return true;
}

/* True if a line contains two of the titles that columns have without a layout. */
static bool has_usual_titles(cs_text line, char separator)
{
    uint32_t count = 0;
    cs_text title;
    while (take_title(&line, separator, &title)) {
        bool usual = false;
        for (int role = 0; role < CS_ROLES; role++)
            for (int language = 0; language < CS_LANGUAGES; language++)
                usual = usual || cs_text_equal(title, cs_role_title((enum cs_role)role, (enum cs_language)language));
        count += usual && title.size > 0;
    }
    return count >= 2;
}

/* True if two lines are the titles of one table, with columns added or removed. */
static bool are_alike(cs_text a, cs_text b, char separator)
{
    return a.size && b.size &&
           (has_titles(a, b, separator) || has_titles(b, a, separator) || has_usual_titles(a, separator));
}

/* The first line that can begin a Markdown table. */
static cs_text titles_of(cs_text text)
{
    ptrdiff_t at = cs_text_starts(text, CS_TEXT("| ")) ? 0 : cs_text_find(text, CS_TEXT("\n| "));
    return at < 0 ? (cs_text){0} : line_at(text, at == 0 ? 0 : (size_t)at + 1);
}

/* True for a finding or a summary of ours. */
static bool is_our_report(cs_text line)
{
    bool is_finding =
        holds(line, CS_TEXT(": error: ")) || holds(line, CS_TEXT(": warning: ")) || holds(line, CS_TEXT(": note: "));
    return (is_finding && cs_text_ends(line, CS_TEXT("]"))) || holds(line, CS_TEXT(": OK")) ||
           cs_text_starts(line, CS_TEXT("::"));
}

/* The text of a line before a run of blanks: the catalog that a comparison is about. */
static cs_text subject_of(cs_text line)
{
    ptrdiff_t end = cs_text_find(line, CS_TEXT("   "));
    return end < 0 ? line : (cs_text){line.bytes, (size_t)end};
}

bool cs_emit_wrote(struct cs_job *job, cs_text old, cs_text anew)
{
    cs_text first = line_at(old, 0), now = line_at(anew, 0), titles = titles_of(anew);
    if (old.size == 0 || cs_text_equal(old, anew))
        return true;
    if (cs_text_starts(old, CS_TEXT("PK")))
        return is_our_workbook(job, old);
    if (holds(line_at(anew, 0), CS_TEXT("yaml-language-server")) || cs_text_starts(old, CS_TEXT("checksheet:")) ||
        holds(old, CS_TEXT("\nchecksheet: ")))
        return false;
    if (cs_text_starts(anew, CS_TEXT("{")) || cs_text_starts(anew, CS_TEXT("[")) || cs_text_starts(anew, CS_TEXT("<")))
        return is_our_data(old);
    if (titles.size)
        return are_alike(titles_of(old), titles, '|');
    if (cs_text_find(now, CS_TEXT("\t")) > 0)
        return are_alike(first, now, '\t');
    if (cs_text_find(now, CS_TEXT(",")) > 0)
        return are_alike(first, now, ',');
    return cs_text_equal(subject_of(first), subject_of(now)) || is_our_report(first);
}
