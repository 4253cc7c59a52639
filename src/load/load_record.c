/* Reading a record of what was sent. It is JSON, which the YAML reader accepts. */
#include "checksheet/load.h"
#include "checksheet/record.h"
#include "base/report.h"
#include "load/file_kind.h"

static void read_state(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_text(reader, key, value) && value->text.size && !cs_state_of_word(value->text, into))
        cs_report_word(reader, key, value, CS_TEXT("ok part ng na plan nda told"));
}

static void read_audience(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_text(reader, key, value) && !cs_audience_of_word(value->text, into))
        cs_report_word(reader, key, value, CS_TEXT("public nda internal"));
}

/* A date, or an empty text if it was not known. */
static void read_day(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (value->kind != CS_NODE_TEXT || value->text.size)
        cs_read_date(reader, key, value, into);
}

static const struct cs_field file_fields[] = {
    {"name", cs_read_text, offsetof(struct cs_sent_file, name), NULL},
    {"sha256", cs_read_text, offsetof(struct cs_sent_file, sha256), NULL},
};

static void read_file(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_map(reader, key, value))
        cs_read_fields(reader, key, value, CS_FIELDS(file_fields, NULL), into);
}

static void read_results(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_record *record = into;
    record->results = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *record->results);
    for (const struct cs_node *entry = value->kind == CS_NODE_LIST ? value->first : NULL; entry; entry = entry->next)
        read_file(reader, key, entry, &record->results[record->result_count++]);
}

static const struct cs_field product_fields[] = {
    {"product", cs_read_text, offsetof(struct cs_sent_product, product), NULL},
    {"state", read_state, offsetof(struct cs_sent_product, state), NULL},
    {"answer", cs_read_text, offsetof(struct cs_sent_product, answer), NULL},
    {"remark", cs_read_text, offsetof(struct cs_sent_product, remark), NULL},
    {"worksheet", cs_read_text, offsetof(struct cs_sent_product, worksheet), NULL},
    {"cell", cs_read_text, offsetof(struct cs_sent_product, cell), NULL},
};

static void read_products(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_sent *sent = into;
    sent->products = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *sent->products);
    for (const struct cs_node *entry = value->kind == CS_NODE_LIST ? value->first : NULL; entry; entry = entry->next)
        if (cs_want_map(reader, key, entry))
            cs_read_fields(reader, key, entry, CS_FIELDS(product_fields, NULL), &sent->products[sent->product_count++]);
}

static const struct cs_field sent_fields[] = {
    {"catalog", cs_read_text, offsetof(struct cs_sent, catalog), NULL},
    {"edition", cs_read_text, offsetof(struct cs_sent, edition), NULL},
    {"number", cs_read_text, offsetof(struct cs_sent, number), "6-8"},
    {"state", read_state, offsetof(struct cs_sent, state), NULL},
    {"answer", cs_read_text, offsetof(struct cs_sent, answer), NULL},
    {"remark", cs_read_text, offsetof(struct cs_sent, remark), NULL},
    {"evidence", cs_read_text, offsetof(struct cs_sent, evidence), NULL},
    {"worksheet", cs_read_text, offsetof(struct cs_sent, worksheet), NULL},
    {"cell", cs_read_text, offsetof(struct cs_sent, cell), NULL},
    {"found", cs_read_text, offsetof(struct cs_sent, found), NULL},
    {"products", read_products, 0, NULL},
};

static void read_answers(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_record *record = into;
    record->answers = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *record->answers);
    for (const struct cs_node *entry = value->kind == CS_NODE_LIST ? value->first : NULL; entry; entry = entry->next)
        if (cs_want_map(reader, key, entry))
            cs_read_fields(reader, key, entry, CS_FIELDS(sent_fields, NULL), &record->answers[record->answer_count++]);
}

static const struct cs_field record_fields[] = {
    {"checksheet", NULL, 0, NULL},
    {"command", cs_read_text, offsetof(struct cs_record, command), NULL},
    {"catalog", cs_read_text, offsetof(struct cs_record, catalog), "METI"},
    {"edition", cs_read_text, offsetof(struct cs_record, edition), NULL},
    {"vendor", cs_read_text, offsetof(struct cs_record, vendor), NULL},
    {"service", cs_read_text, offsetof(struct cs_record, service), NULL},
    {"product", cs_read_text, offsetof(struct cs_record, product), NULL},
    {"customer", cs_read_text, offsetof(struct cs_record, customer), NULL},
    {"audience", read_audience, offsetof(struct cs_record, audience), NULL},
    {"language", cs_read_language, offsetof(struct cs_record, language), NULL},
    {"date", read_day, offsetof(struct cs_record, date), NULL},
    {"form", read_file, offsetof(struct cs_record, form), NULL},
    {"results", read_results, 0, NULL},
    {"answers", read_answers, 0, "[]"},
};

const struct cs_record *cs_record_load(struct cs_job *job, const struct cs_source *source)
{
    struct cs_arena nodes;
    uint32_t errors = cs_finding_count(job, CS_ERROR);
    job->looks = 0;
    struct cs_reader reader = {job, source, CS_JA};
    const struct cs_node *root = cs_reader_open(&reader, &nodes);
    struct cs_record *record = cs_alloc(&job->arena, sizeof *record);
    record->source = source;
    if (root && cs_expect_kind(&reader, root, CS_FILE_RECORD))
        cs_read_fields(&reader, NULL, root, CS_FIELDS(record_fields, NULL), record);
    cs_arena_release(&nodes);
    return cs_finding_count(job, CS_ERROR) > errors ? NULL : record;
}
