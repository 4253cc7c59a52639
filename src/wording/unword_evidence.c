/* The evidence of an answer: from its own column, or from the end of the words if the sheet has none. */
#include "base/job.h"
#include "wording/unword_parts.h"
#include "checksheet/sheet_words.h"

/* True if a layout has no column for evidence, so that it is at the end of the words. */
static bool has_evidence_in_words(const struct cs_layout *layout)
{
    for (uint32_t i = 0; layout && i < layout->column_count; i++)
        if (layout->columns[i] == CS_ROLE_EVIDENCE)
            return false;
    return layout != NULL;
}

static bool is_address(cs_text text)
{
    return (cs_text_starts(text, CS_TEXT("https://")) || cs_text_starts(text, CS_TEXT("http://"))) &&
           cs_text_find(text, CS_TEXT(" ")) < 0;
}

/* The address at the end of a line; empty if there is none. */
static cs_text address_behind(cs_text line)
{
    ptrdiff_t blank = cs_text_find_last(line, CS_TEXT(" "));
    cs_text last = cs_text_skip(line, (size_t)(blank + 1));
    return is_address(last) ? last : (cs_text){0};
}

static cs_text take_line(cs_text *rest)
{
    ptrdiff_t end = cs_text_find(*rest, CS_TEXT("\n"));
    cs_text line = {rest->bytes, end < 0 ? rest->size : (size_t)end};
    *rest = cs_text_skip(*rest, line.size + 1);
    return cs_text_trim(line);
}

static uint32_t count_lines(cs_text text, bool with_address)
{
    uint32_t count = 0;
    while (text.size) {
        cs_text line = take_line(&text);
        count += line.size && (!with_address || address_behind(line).size);
    }
    return count;
}

static struct cs_evidence evidence_of(cs_text line, cs_text address)
{
    line.size -= cs_text_ends(line, address) ? address.size : 0;
    return (struct cs_evidence){.title = cs_text_trim(line), .address = address};
}

/* A line for each piece of evidence. The link of the cell is that of the only piece with an address. Without a link,
 * addresses at the ends of two or more lines belong to them, and so does a single one if no cell of the file has a
 * link. */
static void split_evidence(const struct cs_unword *unword, cs_text text, cs_text link, struct cs_unworded *answer)
{
    if (!text.size && !link.size)
        return;
    uint32_t count = count_lines(text, false), addresses = count_lines(text, true);
    bool in_lines = link.size == 0 && (addresses > 1 || !unword->has_links);
    struct cs_evidence *evidence = cs_alloc_array(&unword->job->arena, count + 1, sizeof *evidence);
    answer->evidence = evidence;
    if (link.size && (count <= 1 || addresses == 0)) {
        evidence[answer->evidence_count++] = evidence_of(text, link);
        return;
    }
    while (text.size) {
        cs_text line = take_line(&text), address = address_behind(line);
        if (line.size == 0)
            continue;
        bool splits = in_lines || (link.size && cs_text_equal(address, link));
        evidence[answer->evidence_count++] = evidence_of(line, splits ? address : (cs_text){0});
    }
}

/* The offset of the evidence after the words, on a line of its own with its label in a language; -1 if there is none. */
static ptrdiff_t find_evidence(cs_text words, enum cs_language language, size_t *size)
{
    struct cs_buf opening = {0};
    cs_buf_add(&opening, cs_word(CS_WORD_EVIDENCE, language));
    cs_buf_add(&opening, CS_TEXT(": "));
    ptrdiff_t at = cs_text_find_last(words, cs_buf_text(&opening));
    *size = opening.size;
    cs_buf_free(&opening);
    return at == 0 || (at > 0 && words.bytes[at - 1] == '\n') ? at : -1;
}

/* Takes the evidence after the words if the sheet has no column for it. The only address among several pieces of
 * evidence is repeated at the end, unless it is there already. */
static cs_text take_evidence(const struct cs_unword *unword, struct cs_unworded *answer)
{
    cs_text words = answer->words, evidence = {0};
    size_t size = 0;
    ptrdiff_t at = -1;
    for (int language = 0; language < CS_LANGUAGES && at < 0 && has_evidence_in_words(unword->layout); language++)
        at = find_evidence(words, (enum cs_language)language, &size);
    if (at >= 0) {
        evidence = cs_text_skip(words, (size_t)at + size);
        answer->words = cs_text_trim((cs_text){words.bytes, (size_t)at});
    }
    cs_text last = address_behind(evidence), rest = {evidence.bytes, evidence.size - last.size};
    if (count_lines(evidence, false) > 1 && last.size && cs_text_find(rest, last) >= 0)
        evidence = cs_text_trim(rest);
    return evidence;
}

void cs_unword_evidence(const struct cs_unword *unword, const struct cs_cell *cell, struct cs_unworded *answer)
{
    split_evidence(unword, take_evidence(unword, answer), (cs_text){0}, answer);
    if (cell)
        split_evidence(unword, cs_text_trim(cell->text), cell->link, answer);
}
