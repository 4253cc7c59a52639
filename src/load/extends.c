/* extends: company.yaml. The path is relative to the file that contains it; cycles are detected by file, not by path. */
#include "load/profile_reader.h"
#include "base/messages_load.h"

/* The path of a file relative to the directory of the source. */
static cs_text path_beside(struct cs_job *job, const struct cs_source *source, cs_text name)
{
    struct cs_buf path = {0};
    size_t slash = source->path.size;
    while (slash > 0 && source->path.bytes[slash - 1] != '/')
        slash--;
    if (!cs_text_starts(name, CS_TEXT("/")))
        cs_buf_add(&path, (cs_text){source->path.bytes, slash});
    cs_buf_add(&path, name);
    return cs_buf_take(&job->arena, &path);
}

/* True if the file is one of those whose `extends` led to it, under any path. */
static bool is_circle(const struct profile_reader *state, const struct cs_source *source)
{
    for (const struct profile_reader *by = state; by; by = by->extended_by) {
        const struct cs_source *other = by->reader.source;
        bool is_known = source->device || source->inode;
        if (is_known ? other->device == source->device && other->inode == source->inode
                     : cs_text_equal(other->path, source->path))
            return true;
    }
    return false;
}

static uint32_t depth_of(const struct profile_reader *state)
{
    uint32_t depth = 0;
    for (; state; state = state->extended_by)
        depth++;
    return depth;
}

const struct cs_source *cs_extends_source(const struct profile_reader *state)
{
    enum { DEEPEST = 16 }; /* each is loaded while those that extend it wait */
    struct cs_reader reader = state->reader;
    const struct cs_node *key = cs_map_key(state->root, "extends");
    if (!key || cs_is_empty(key->next) || !cs_want_text(&reader, key, key->next))
        return NULL;
    cs_text path = path_beside(reader.job, reader.source, key->next->text);
    const char *why;
    const struct cs_source *source = cs_source_try(reader.job, path.bytes, &why);
    if (!source)
        cs_report_node(&reader, CS_MESSAGE_EXTENDS_UNREADABLE, key->next, path, cs_text_of(why));
    else if (is_circle(state, source))
        cs_report_node(&reader, CS_MESSAGE_EXTENDS_CIRCLE, key->next, path, (cs_text){0});
    else if (depth_of(state) > DEEPEST)
        cs_report_node(&reader, CS_MESSAGE_EXTENDS_TOO_DEEP, key->next, path,
                       cs_text_of_number(&reader.job->arena, DEEPEST));
    else
        return source;
    return NULL;
}
