/* What customers were told and no longer holds: the output of `status --sent`. */
#include "base/job.h"
#include "derive/derive.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

struct cs_sheet *cs_compose_sent(struct cs_job *job, const struct cs_outdated *outdated, uint32_t count)
{
    static const enum cs_role roles[] = {CS_ROLE_GROUP, CS_ROLE_REVIEWED, CS_ROLE_NUMBER, CS_ROLE_ANSWER,
                                         CS_ROLE_REMARK};
    static const cs_word_id titles[] = {CS_WORD_CUSTOMER, CS_WORD_SENT_ON, CS_WORD_NUMBER_SENT, CS_WORD_SENT,
                                        CS_WORD_SENT_NOW};
    enum { COLUMNS = sizeof roles / sizeof *roles };
    enum cs_language language = cs_job_language(job);
    struct cs_sheet *sheet = cs_sheet_new(job, language);
    cs_sheet_set_columns(job, sheet, roles, COLUMNS);
    for (uint32_t i = 0; i < COLUMNS; i++)
        sheet->columns[i].title = cs_word(titles[i], language);
    cs_sheet_add_header(job, sheet);
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_outdated *one = &outdated[i];
        struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, COLUMNS);
        const cs_text texts[] = {one->record->customer.size ? one->record->customer : CS_TEXT("-"),
                                 cs_date_text(job, one->record->date), one->sent->number, cs_sent_text(job, one->sent),
                                 one->now.size ? one->now : CS_TEXT("-")};
        row->key = one->sent->number;
        row->state = one->sent->state;
        for (uint32_t k = 0; k < COLUMNS; k++)
            row->cells[k].text = texts[k];
    }
    return sheet;
}
