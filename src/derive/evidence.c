/* The evidence of a profile sorted by expiry: the output of `status --evidence`. */
#include "checksheet/evidence_state.h"
#include "base/job.h"
#include "derive/derive.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

#include <stdlib.h>

struct line {
    const struct cs_item *item;
    const struct cs_answer *answer;
    const struct cs_evidence *evidence;
};

struct lines {
    struct cs_job *job;
    struct line *at;
    uint32_t count, room;
};

static void add_lines(struct lines *lines, const struct cs_item *item, const struct cs_answer *answer)
{
    for (uint32_t i = 0; i < answer->evidence_count; i++) {
        lines->at = cs_grow(&lines->job->arena, lines->at, lines->count, &lines->room, sizeof *lines->at);
        lines->at[lines->count++] = (struct line){item, answer, &answer->evidence[i]};
    }
    for (uint32_t i = 0; i < answer->part_count; i++)
        add_lines(lines, item, &answer->parts[i]);
}

/* The earliest expiry first, those without a date last; otherwise in the order of the questions. */
static int compare(const void *a, const void *b)
{
    const struct line *one = a, *other = b;
    struct cs_date first = one->evidence->valid_until, second = other->evidence->valid_until;
    if (!first.year != !second.year)
        return first.year ? -1 : 1;
    int order = cs_date_compare(first, second);
    return order ? order : one->item < other->item ? -1 : one->item > other->item;
}

struct cs_sheet *cs_compose_evidence(struct cs_job *job, const struct cs_answers *answers, struct cs_date today)
{
    static const enum cs_role roles[] = {CS_ROLE_REVIEWED, CS_ROLE_ANSWER, CS_ROLE_NUMBER, CS_ROLE_EVIDENCE};
    static const cs_word_id states[] = {CS_WORD_EVIDENCE_HOLDS, CS_WORD_EVIDENCE_EXPIRED, CS_WORD_EVIDENCE_CHANGED,
                                        CS_WORD_EVIDENCE_LOST};
    enum cs_language language = cs_job_language(job);
    struct cs_sheet *sheet = cs_sheet_new(job, language);
    struct cs_digests digests = {0};
    struct lines lines = {.job = job};
    cs_sheet_set_columns(job, sheet, roles, 4);
    sheet->columns[0].title = cs_word(CS_WORD_VALID_UNTIL, language);
    sheet->columns[1].title = cs_word(CS_WORD_EVIDENCE_STATE, language);
    cs_sheet_add_header(job, sheet);
    for (uint32_t i = 0; i < answers->catalog->item_count; i++)
        add_lines(&lines, &answers->catalog->items[i], &answers->by_item[i]);
    if (lines.count)
        qsort(lines.at, lines.count, sizeof *lines.at, compare);
    for (uint32_t i = 0; i < lines.count; i++) {
        const struct line *line = &lines.at[i];
        struct cs_file_digest file;
        struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, 4);
        row->key = row->cells[2].text = line->item->id;
        row->cells[0].text = cs_date_text(job, line->evidence->valid_until);
        row->cells[1].text = cs_word(states[cs_evidence_look(job, &digests, line->evidence, today, &file)], language);
        row->cells[3].text = cs_evidence_name(line->evidence);
    }
    return sheet;
}
