/* Looking links up in a crosswalk. */
#include "checksheet/crosswalk.h"

const struct cs_link *cs_crosswalk_link(const struct cs_crosswalk *crosswalk, uint32_t from, uint32_t to)
{
    const struct cs_linked *item = &crosswalk->by_item[from];
    for (uint32_t i = 0; i < item->link_count; i++)
        if (item->links[i].to == to)
            return &item->links[i];
    return NULL;
}
