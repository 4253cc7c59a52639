/* The slots of a form: see slots.h. */
#include "checksheet/slots.h"
#include "base/job.h"

struct cs_slot *cs_slots_add(struct cs_job *job, struct cs_slots *slots)
{
    slots->at = cs_grow(&job->arena, slots->at, slots->count, &slots->room, sizeof *slots->at);
    struct cs_slot *slot = &slots->at[slots->count++];
    *slot = (struct cs_slot){.item = CS_NO_ITEM};
    return slot;
}

void cs_slots_add_label(struct cs_job *job, struct cs_slots *slots, struct cs_slot_label label)
{
    slots->labels = cs_grow(&job->arena, slots->labels, slots->label_count, &slots->label_room, sizeof *slots->labels);
    slots->labels[slots->label_count++] = label;
}

uint32_t cs_slot_row(const struct cs_slot *slot, const struct cs_slot_column *column)
{
    return (uint32_t)((int64_t)slot->row + column->down);
}

bool cs_slot_is_sure(const struct cs_slot *slot)
{
    static const bool sure[CS_SLOT_KNOWNS] = {
        [CS_SLOT_BY_NUMBER] = true, [CS_SLOT_BY_TEXT] = true, [CS_SLOT_CONFIRMED] = true};
    return slot->item != CS_NO_ITEM && sure[slot->known];
}
