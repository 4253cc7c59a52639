/* Writing a record in format record/1. */
#include "checksheet/emit.h"
#include "checksheet/record.h"
#include "base/json_out.h"

static void put_file(struct cs_json *json, const struct cs_sent_file *file)
{
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "name", file->name);
    cs_json_put(json, "sha256", file->sha256);
    cs_json_end(json);
}

static void put_product(struct cs_json *json, const struct cs_sent_product *sent)
{
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "product", sent->product);
    cs_json_put(json, "state", cs_state_word(sent->state));
    cs_json_put(json, "answer", sent->answer);
    cs_json_put(json, "remark", sent->remark);
    cs_json_put(json, "worksheet", sent->worksheet);
    cs_json_put(json, "cell", sent->cell);
    cs_json_end(json);
}

static void put_answer(struct cs_json *json, const struct cs_sent *sent)
{
    cs_json_object(json, CS_JSON_FLAT);
    if (sent->catalog.size) {
        cs_json_put(json, "catalog", sent->catalog);
        cs_json_put(json, "edition", sent->edition);
    }
    cs_json_put(json, "number", sent->number);
    cs_json_put(json, "state", cs_state_word(sent->state));
    cs_json_put(json, "answer", sent->answer);
    cs_json_put(json, "remark", sent->remark);
    cs_json_put(json, "evidence", sent->evidence);
    if (sent->cell.size) {
        cs_json_put(json, "worksheet", sent->worksheet);
        cs_json_put(json, "cell", sent->cell);
    }
    if (sent->found.size)
        cs_json_put(json, "found", sent->found);
    if (sent->product_count) {
        cs_json_put_list(json, "products", CS_JSON_FLAT);
        for (uint32_t i = 0; i < sent->product_count; i++)
            put_product(json, &sent->products[i]);
        cs_json_end(json);
    }
    cs_json_end(json);
}

void cs_record_write(const struct cs_record *record, struct cs_buf *out)
{
    struct cs_json json = {.out = out};
    struct cs_buf date = {0};
    cs_json_object(&json, CS_JSON_TALL);
    cs_json_put(&json, "checksheet", CS_TEXT("record/1"));
    cs_json_put(&json, "command", record->command);
    cs_json_put(&json, "catalog", record->catalog);
    cs_json_put(&json, "edition", record->edition);
    cs_json_put(&json, "vendor", record->vendor);
    cs_json_put(&json, "service", record->service);
    cs_json_put(&json, "product", record->product);
    cs_json_put(&json, "customer", record->customer);
    cs_json_put(&json, "audience", cs_audience_word(record->audience));
    cs_json_put(&json, "language", cs_language_code(record->language));
    if (record->date.year)
        cs_buf_print(&date, "%04d-%02d-%02d", record->date.year, record->date.month, record->date.day);
    cs_json_put(&json, "date", cs_buf_text(&date));
    cs_buf_free(&date);
    if (record->form.name.size) {
        cs_json_key(&json, "form");
        put_file(&json, &record->form);
    }
    cs_json_put_list(&json, "results", CS_JSON_TALL);
    for (uint32_t i = 0; i < record->result_count; i++)
        put_file(&json, &record->results[i]);
    cs_json_end(&json);
    cs_json_put_list(&json, "answers", CS_JSON_TALL);
    for (uint32_t i = 0; i < record->answer_count; i++)
        put_answer(&json, &record->answers[i]);
    cs_json_end(&json);
    cs_json_end(&json);
}
