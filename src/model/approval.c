/* What was approved of an answer, by a digest of what it says. */
#include "checksheet/approval.h"
#include "base/digest.h"
#include "base/job.h"

enum { APPROVAL_DIGITS = 12 };

/* Appends a text preceded by its size, so that different lists of texts have different digests. */
static void add(struct cs_buf *all, cs_text text)
{
    cs_buf_print(all, "%zu:", text.size);
    cs_buf_add(all, text);
    cs_buf_add_byte(all, '\n');
}

static void add_words(struct cs_buf *all, const struct cs_words *words)
{
    for (int language = 0; language < CS_LANGUAGES; language++)
        add(all, words ? words->in[language] : (cs_text){0});
}

static void add_answer(struct cs_buf *all, const struct cs_answer *answer)
{
    add(all, answer->product);
    add(all, cs_state_word(answer->state));
    add(all, answer->value.written);
    add(all, answer->detail);
    add_words(all, &answer->remark);
    add_words(all, answer->for_nda);
    add(all, answer->by);
    cs_buf_print(all, "%d-%d-%d\n", answer->due.year, answer->due.month, answer->due.day);
    for (uint32_t i = 0; i < answer->evidence_count; i++) {
        const struct cs_evidence *evidence = &answer->evidence[i];
        const cs_text texts[] = {evidence->title, evidence->address, evidence->path, evidence->edition,
                                 evidence->sha256};
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            add(all, texts[k]);
    }
    for (uint32_t i = 0; i < answer->part_count; i++)
        add_answer(all, &answer->parts[i]);
}

cs_text cs_answer_digest(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_answer *answer)
{
    const struct cs_item *item = &catalog->items[answer->item];
    struct cs_buf all = {0};
    add(&all, catalog->id);
    add(&all, item->id);
    add_words(&all, item->ask);
    add_answer(&all, answer);
    cs_text digest = cs_digest_text(&job->arena, cs_buf_text(&all));
    cs_buf_free(&all);
    digest.size = APPROVAL_DIGITS;
    return digest;
}

bool cs_answer_is_approved(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_answer *answer)
{
    const struct cs_approval *approval = &answer->approved;
    return approval->of.size && cs_text_equal(approval->of, cs_answer_digest(job, catalog, answer));
}

bool cs_answer_is_covered(struct cs_job *job, const struct cs_profile *profile, const struct cs_catalog *catalog,
                          const struct cs_answer *answer)
{
    enum { LONGEST = 16 }; /* of such a chain */
    struct cs_answer said = *answer;
    const struct cs_answer *at = answer;
    for (int i = 0; i < LONGEST; i++) {
        cs_text id = catalog->id, number, of = at->approved.of;
        said.item = at->item;
        if (of.size && cs_text_equal(of, cs_answer_digest(job, catalog, &said)))
            return true;
        if (at->same.size == 0)
            return false;
        cs_split_number(at->same, &id, &number);
        const struct cs_answers *sheet = cs_profile_answers(profile, id);
        uint32_t item = sheet ? cs_catalog_find(sheet->catalog, number, CS_NO_ITEM) : CS_NO_ITEM;
        if (item == CS_NO_ITEM)
            return false;
        catalog = sheet->catalog;
        at = &sheet->by_item[item];
    }
    return false;
}
