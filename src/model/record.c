/* Converting the answers of a sheet into a record, and a record into a sheet. */
#include "checksheet/record.h"
#include "base/job.h"
#include "base/digest.h"
#include "base/names.h"

/* --- to a record ---------------------------------------------------------------------------------------------------- */

static cs_text cell_of(const struct cs_sheet *sheet, const struct cs_row *row, enum cs_role role)
{
    uint32_t column = cs_sheet_column(sheet, role);
    return column < row->cell_count ? row->cells[column].text : (cs_text){0};
}

static struct cs_sent sent_of(const struct cs_sheet *sheet, const struct cs_row *row)
{
    return (struct cs_sent){.number = row->key,
                            .state = row->state,
                            .answer = cell_of(sheet, row, CS_ROLE_ANSWER),
                            .remark = cell_of(sheet, row, CS_ROLE_REMARK),
                            .evidence = cell_of(sheet, row, CS_ROLE_EVIDENCE)};
}

static bool says_something(const struct cs_sent *sent)
{
    return sent->state != CS_STATE_NONE || sent->answer.size || sent->remark.size;
}

static cs_text catalog_of(const struct cs_record *record, const struct cs_sent *sent)
{
    return sent->catalog.size ? sent->catalog : record->catalog;
}

static cs_text edition_of(const struct cs_record *record, const struct cs_sent *sent)
{
    return sent->catalog.size ? sent->edition : record->edition;
}

cs_text cs_record_next_catalog(const struct cs_record *record, uint32_t *next, cs_text *edition)
{
    for (; *next < record->answer_count; ++*next) {
        const struct cs_sent *sent = &record->answers[*next];
        bool is_new = true;
        for (uint32_t i = 0; i < *next && is_new; i++)
            is_new = !cs_text_equal(catalog_of(record, &record->answers[i]), catalog_of(record, sent));
        if (!is_new)
            continue;
        *edition = edition_of(record, sent);
        ++*next;
        return catalog_of(record, sent);
    }
    return (cs_text){0};
}

bool cs_record_tells(const struct cs_record *record, cs_text catalog)
{
    for (uint32_t i = 0; i < record->answer_count; i++)
        if (cs_text_equal(catalog_of(record, &record->answers[i]), catalog))
            return true;
    return false;
}

void cs_record_add(struct cs_job *job, struct cs_record *record, const struct cs_record *more)
{
    uint32_t count = record->answer_count;
    struct cs_sent *all = cs_alloc_array(&job->arena, count + more->answer_count + 1u, sizeof *all);
    for (uint32_t i = 0; i < count; i++)
        all[i] = record->answers[i];
    for (uint32_t i = 0; i < more->answer_count; i++) {
        struct cs_sent *sent = &all[count + i];
        *sent = more->answers[i];
        if (sent->catalog.size == 0 && !cs_text_equal(more->catalog, record->catalog)) {
            sent->catalog = more->catalog;
            sent->edition = more->edition;
        }
    }
    record->answers = all;
    record->answer_count = count + more->answer_count;
}

void cs_record_take(struct cs_job *job, struct cs_record *record, const struct cs_sheet *sheet)
{
    record->catalog = sheet->catalog_id;
    record->edition = sheet->edition;
    record->vendor = sheet->vendor;
    record->service = sheet->service;
    record->language = sheet->language;
    record->answers = cs_alloc_array(&job->arena, sheet->row_count, sizeof *record->answers);
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        struct cs_sent sent = sent_of(sheet, &sheet->rows[i]);
        if (sheet->rows[i].kind == CS_ROW_ITEM && says_something(&sent))
            record->answers[record->answer_count++] = sent;
    }
}

/* --- to a sheet ------------------------------------------------------------------------------------------------------ */

/* Fills in the cells of a row whose columns the sheet has. */
static void fill_row(const struct cs_sheet *sheet, struct cs_row *row, const struct cs_sent *sent, cs_text number)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER, CS_ROLE_ANSWER, CS_ROLE_REMARK, CS_ROLE_EVIDENCE};
    const cs_text texts[] = {number, sent->answer, sent->remark, sent->evidence};
    row->key = number;
    row->state = sent->state;
    for (uint32_t k = 0; k < 4; k++) {
        uint32_t column = cs_sheet_column(sheet, roles[k]);
        if (column < row->cell_count)
            row->cells[column].text = texts[k];
    }
}

struct cs_sheet *cs_record_sheet(struct cs_job *job, const struct cs_record *record, cs_text catalog)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER, CS_ROLE_ANSWER, CS_ROLE_REMARK, CS_ROLE_EVIDENCE};
    struct cs_sheet *sheet = cs_sheet_new(job, record->language);
    sheet->catalog_id = catalog.size ? catalog : record->catalog;
    sheet->edition = record->edition;
    sheet->vendor = record->vendor;
    sheet->service = record->service;
    sheet->date = record->date;
    cs_sheet_set_columns(job, sheet, roles, 4);
    for (uint32_t i = 0; i < record->answer_count; i++) {
        const struct cs_sent *sent = &record->answers[i];
        if (!cs_text_equal(catalog_of(record, sent), sheet->catalog_id))
            continue;
        sheet->edition = edition_of(record, sent);
        fill_row(sheet, cs_sheet_add_row(job, sheet, CS_ROW_ITEM, 4), sent, sent->number);
    }
    return sheet;
}

static const struct cs_sent *find_sent(const struct cs_record *record, cs_text catalog, cs_text number)
{
    for (uint32_t i = 0; i < record->answer_count; i++)
        if (cs_text_equal(record->answers[i].number, number) &&
            cs_text_equal(catalog_of(record, &record->answers[i]), catalog))
            return &record->answers[i];
    return NULL;
}

void cs_record_extend(struct cs_job *job, struct cs_sheet *sheet, const struct cs_record *record, cs_text catalog,
                      const struct cs_record *told)
{
    for (uint32_t i = 0; i < told->answer_count; i++) {
        const struct cs_sent *sent = &told->answers[i];
        struct cs_buf number = {0};
        if (!cs_text_equal(catalog_of(told, sent), catalog) || !find_sent(record, catalog, sent->number))
            continue;
        cs_buf_add(&number, catalog);
        cs_buf_add_byte(&number, ' ');
        cs_buf_add(&number, sent->number);
        fill_row(sheet, cs_sheet_add_row(job, sheet, CS_ROW_ITEM, sheet->column_count), sent,
                 cs_buf_take(&job->arena, &number));
    }
}

void cs_record_trim(struct cs_job *job, const struct cs_record *record, struct cs_sheet *sheet)
{
    struct cs_names told = {0};
    /* of another catalog only carried-over answers were asked */
    bool is_own = cs_text_equal(record->catalog, sheet->catalog_id);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < record->answer_count; i++)
        if (cs_text_equal(catalog_of(record, &record->answers[i]), sheet->catalog_id))
            cs_names_add(&job->arena, &told, record->answers[i].number);
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        struct cs_sent sent = sent_of(sheet, row);
        bool is_known = cs_names_find(&told, row->key) != CS_NO_NAME;
        if (row->kind != CS_ROW_ITEM || is_known || (is_own && says_something(&sent)))
            sheet->rows[kept++] = *row;
    }
    sheet->row_count = kept;
}

/* --- what no longer holds ------------------------------------------------------------------------------------------ */

static bool is_same(const struct cs_sent *sent, const struct cs_sent *now)
{
    return sent->state == now->state && cs_text_equal(sent->answer, now->answer) &&
           cs_text_equal(sent->remark, now->remark);
}

/* The answer and its remark in one text. */
cs_text cs_sent_text(struct cs_job *job, const struct cs_sent *sent)
{
    struct cs_buf text = {0};
    cs_buf_add(&text, sent->answer);
    if (sent->answer.size && sent->remark.size)
        cs_buf_add_byte(&text, ' ');
    cs_buf_add(&text, sent->remark);
    cs_text copy = cs_buf_copy(&job->arena, &text);
    cs_buf_free(&text);
    return copy;
}

uint32_t cs_record_compare(struct cs_job *job, const struct cs_record *record, const struct cs_sheet *now,
                           struct cs_outdated **outdated, uint32_t count, uint32_t *room)
{
    uint32_t next = 0; /* both are in the catalog's order, so the search continues after the last row */
    for (uint32_t i = 0; i < record->answer_count; i++) {
        const struct cs_sent *sent = &record->answers[i];
        struct cs_sent found = {0};
        if (!cs_text_equal(catalog_of(record, sent), now->catalog_id))
            continue;
        for (uint32_t step = 0; step < now->row_count; step++) {
            const struct cs_row *row = &now->rows[(next + step) % now->row_count];
            if (row->kind != CS_ROW_ITEM || !cs_text_equal(row->key, sent->number))
                continue;
            found = sent_of(now, row);
            next = (next + step + 1) % now->row_count;
            break;
        }
        if (is_same(sent, &found))
            continue;
        *outdated = cs_grow(&job->arena, *outdated, count, room, sizeof **outdated);
        (*outdated)[count++] = (struct cs_outdated){record, sent, cs_sent_text(job, &found)};
    }
    return count;
}

/* --- files ----------------------------------------------------------------------------------------------------------- */

static cs_text name_of(cs_text path)
{
    size_t start = path.size;
    while (start > 0 && path.bytes[start - 1] != '/')
        start--;
    return cs_text_skip(path, start);
}

void cs_record_set_form(struct cs_job *job, struct cs_record *record, const struct cs_source *form)
{
    record->form = (struct cs_sent_file){name_of(form->path), cs_digest_text(&job->arena, form->bytes)};
}

void cs_record_add_result(struct cs_job *job, struct cs_record *record, const char *path, cs_text bytes)
{
    record->results =
        cs_grow(&job->arena, record->results, record->result_count, &record->result_room, sizeof *record->results);
    record->results[record->result_count++] =
        (struct cs_sent_file){name_of(cs_text_of(path)), cs_digest_text(&job->arena, bytes)};
}
