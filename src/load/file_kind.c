/* Telling profiles, catalogs, crosswalks, forms and other YAML apart. */
#include "load/file_kind.h"

static const struct {
    cs_text name, value, called[CS_LANGUAGES];
} kinds[] = {
    [CS_FILE_PROFILE] = {{"profile", 7}, {"profile/1", 9}, {{"回答ファイル", 18}, {"a profile", 9}}},
    [CS_FILE_CATALOG] = {{"catalog", 7}, {"catalog/1", 9}, {{"カタログ", 12}, {"a catalog", 9}}},
    [CS_FILE_CROSSWALK] = {{"crosswalk", 9}, {"crosswalk/1", 11}, {{"対応表", 9}, {"a crosswalk", 11}}},
    [CS_FILE_FORM] = {{"form", 4}, {"form/1", 6}, {{"列の割り当て", 18}, {"a form", 6}}},
};

static enum cs_file_kind kind_of(cs_text value)
{
    for (int kind = CS_FILE_PROFILE; kind <= CS_FILE_FORM; kind++)
        if (cs_text_starts(value, kinds[kind].name))
            return (enum cs_file_kind)kind;
    return CS_FILE_OTHER;
}

enum cs_file_kind cs_file_kind(const struct cs_source *source)
{
    for (uint32_t line = 1; line <= source->line_count; line++) {
        cs_text text = cs_text_trim(cs_source_line(source, line));
        if (text.size == 0 || text.bytes[0] == '#' || cs_text_starts(text, CS_TEXT("---")))
            continue;
        if (!cs_text_starts(text, CS_TEXT("checksheet:")))
            return CS_FILE_OTHER;
        return kind_of(cs_text_trim(cs_text_skip(text, sizeof "checksheet:" - 1)));
    }
    return CS_FILE_OTHER;
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
    enum cs_language language = cs_job_language(reader->job);
    if (found == kind)
        cs_report_node(reader, CS_MESSAGE_NEWER_FORMAT, value, value->text, (cs_text){0});
    else if (found == CS_FILE_OTHER)
        cs_report_node(reader, CS_MESSAGE_NOT_OURS, value, value->text, (cs_text){0});
    else
        cs_report_node(reader, CS_MESSAGE_OTHER_KIND, value, kinds[kind].called[language],
                       kinds[found].called[language]);
    return false;
}
