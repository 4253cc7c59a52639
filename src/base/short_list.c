/* Truncated lists. */
#include "base/short_list.h"

enum { MOST_ENTRIES = 20 };

void cs_short_list_add(struct cs_short_list *list, cs_text entry)
{
    if (++list->count > MOST_ENTRIES)
        return;
    cs_buf_separate(&list->text, CS_TEXT(" "));
    cs_buf_add(&list->text, entry);
}

cs_text cs_short_list_end(struct cs_arena *arena, struct cs_short_list *list)
{
    if (list->count > MOST_ENTRIES)
        cs_buf_add(&list->text, CS_TEXT(" ..."));
    return cs_buf_take(arena, &list->text);
}
