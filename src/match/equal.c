/* Documents whose question equals a text after folding. */
#include "match/index.h"
#include "match/similar.h"

#define NO_SAME UINT32_MAX

cs_text cs_text_folded(struct cs_job *job, cs_text text)
{
    return cs_text_bare(&job->arena, text);
}

void cs_index_add_question(struct cs_index *index, cs_text text)
{
    struct cs_arena *arena = &index->job->arena;
    cs_text folded = cs_text_folded(index->job, text);
    uint32_t known = index->questions.count, document = index->document_count - 1;
    uint32_t name = folded.size ? cs_names_add(arena, &index->questions, folded) : CS_NO_NAME;
    if (name == CS_NO_NAME)
        return;
    if (name == known) {
        index->heads = cs_grow(arena, index->heads, known, &index->head_room, sizeof *index->heads);
        index->heads[name] = NO_SAME;
    }
    if (index->heads[name] != NO_SAME && index->sames[index->heads[name]].document == document)
        return; /* the same in both languages */
    index->sames = cs_grow(arena, index->sames, index->same_count, &index->same_room, sizeof *index->sames);
    index->sames[index->same_count] = (struct cs_same){document, index->heads[name]};
    index->heads[name] = index->same_count++;
}

uint32_t cs_index_equal(struct cs_index *index, cs_text text, uint32_t first, uint32_t end)
{
    uint32_t name = cs_names_find(&index->questions, cs_text_folded(index->job, text)), equal = CS_NO_DOCUMENT;
    if (name == CS_NO_NAME)
        return CS_NO_DOCUMENT;
    for (uint32_t s = index->heads[name]; s != NO_SAME; s = index->sames[s].next) {
        if (index->sames[s].document < first || index->sames[s].document >= end)
            continue;
        if (equal != CS_NO_DOCUMENT)
            return CS_NO_DOCUMENT; /* ambiguous */
        equal = index->sames[s].document;
    }
    return equal;
}
