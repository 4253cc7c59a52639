/* Distinguishing profiles, catalogs, crosswalks, forms and other YAML. */
#include "load/file_kind.h"
#include "base/messages_load.h"

#include <string.h>

static const struct {
    cs_text name, value, called[CS_LANGUAGES];
} kinds[] = {
    [CS_FILE_PROFILE] = {CS_LITERAL("profile"),
                         CS_LITERAL("profile/1"),
                         {CS_LITERAL("回答ファイル"), CS_LITERAL("a profile")}},
    [CS_FILE_CATALOG] = {CS_LITERAL("catalog"),
                         CS_LITERAL("catalog/1"),
                         {CS_LITERAL("カタログ"), CS_LITERAL("a catalog")}},
    [CS_FILE_CROSSWALK] = {CS_LITERAL("crosswalk"),
                           CS_LITERAL("crosswalk/1"),
                           {CS_LITERAL("対応表"), CS_LITERAL("a crosswalk")}},
    [CS_FILE_THESAURUS] = {CS_LITERAL("thesaurus"),
                           CS_LITERAL("thesaurus/1"),
                           {CS_LITERAL("類語の表"), CS_LITERAL("a thesaurus")}},
    [CS_FILE_RECORD] = {CS_LITERAL("record"),
                        CS_LITERAL("record/1"),
                        {CS_LITERAL("送った記録"), CS_LITERAL("a record")}},
    [CS_FILE_FORM] = {CS_LITERAL("form"), CS_LITERAL("form/1"), {CS_LITERAL("列の割り当て"), CS_LITERAL("a form")}},
};

static enum cs_file_kind kind_of(cs_text value)
{
    for (int kind = CS_FILE_PROFILE; kind <= CS_FILE_RECORD; kind++)
        if (cs_text_starts(value, kinds[kind].name))
            return (enum cs_file_kind)kind;
    return CS_FILE_OTHER;
}

enum cs_file_kind cs_file_kind(const struct cs_source *source)
{
    for (uint32_t line = 1; line <= source->line_count; line++) {
        cs_text text = cs_text_trim(cs_source_line(source, line));
        if (text.size == 0 || text.bytes[0] == '#' || cs_text_starts(text, CS_TEXT("---")) ||
            cs_text_equal(text, CS_TEXT("{")))
            continue;
        if (cs_text_starts(text, CS_TEXT("\"checksheet\": \""))) /* JSON */
            return kind_of(cs_text_skip(text, CS_TEXT("\"checksheet\": \"").size));
        if (!cs_text_starts(text, CS_TEXT("checksheet:")))
            return CS_FILE_OTHER;
        return kind_of(cs_text_trim(cs_text_skip(text, CS_TEXT("checksheet:").size)));
    }
    return CS_FILE_OTHER;
}

/* The value of a line such as: id: METI, if it is written without quotes, on the line and alone; else empty. */
static cs_text plain_value(cs_text line, cs_text key)
{
    cs_text value = cs_text_starts(line, key) ? cs_text_trim(cs_text_skip(line, key.size)) : (cs_text){0};
    bool is_plain = value.size && !strchr("\"'|>&*!?%@`[]{},#-", value.bytes[0]) &&
                    cs_text_find(value, CS_TEXT(" #")) < 0 && cs_text_find(value, CS_TEXT(": ")) < 0;
    return is_plain ? value : (cs_text){0};
}

/* The same by reading all of the file, with all that may be written there. */
static cs_text read_id(struct cs_job *job, const struct cs_source *source)
{
    struct cs_job *apart = cs_job_fork(job); /* its findings are nobody's */
    struct cs_arena nodes;
    if (!apart)
        return (cs_text){0};
    struct cs_reader reader = {.job = apart, .source = source};
    const struct cs_node *root = cs_reader_open(&reader, &nodes);
    const struct cs_node *value = root && root->kind == CS_NODE_MAP ? cs_map_get(root, "id") : NULL;
    cs_text id = value && value->kind == CS_NODE_TEXT ? cs_job_copy(job, value->text) : (cs_text){0};
    cs_arena_release(&nodes);
    cs_job_free(apart);
    return id;
}

cs_text cs_file_id(struct cs_job *job, const struct cs_source *source, bool is_whole)
{
    for (uint32_t line = 1; line <= source->line_count; line++) {
        bool is_cut = !is_whole && line == source->line_count;
        cs_text id = is_cut ? (cs_text){0} : plain_value(cs_source_line(source, line), CS_TEXT("id: "));
        if (id.size)
            return id;
    }
    return is_whole ? read_id(job, source) : (cs_text){0};
}

bool cs_expect_kind(struct cs_reader *reader, const struct cs_node *root, enum cs_file_kind kind)
{
    const struct cs_node *value = cs_map_get(root, "checksheet");
    if (!value || value->kind != CS_NODE_TEXT) {
        cs_report_node(reader, CS_MESSAGE_NOT_OURS, root->first ? root->first : root, reader->source->path,
                       (cs_text){0});
        return false;
    }
    if (cs_text_equal(value->text, kinds[kind].value))
        return true;
    enum cs_file_kind found = kind_of(value->text);
    enum cs_language language = cs_job_messages(reader->job);
    if (found == kind)
        cs_report_node(reader, CS_MESSAGE_NEWER_FORMAT, value, value->text, (cs_text){0});
    else if (found == CS_FILE_OTHER)
        cs_report_node(reader, CS_MESSAGE_NOT_OURS, value, value->text, (cs_text){0});
    else
        cs_report_node(reader, CS_MESSAGE_OTHER_KIND, value, kinds[kind].called[language],
                       kinds[found].called[language]);
    return false;
}
