/* Memory that is there, or the program ends: see memory.h. */
#include "cmd/memory.h"
#include "cmd/output.h"

#include <stdlib.h>
#include <string.h>

void *memory_checked(void *memory)
{
    if (!memory)
        output_no_memory();
    return memory;
}

void *memory_zeroed(size_t count, size_t size)
{
    return memory_checked(calloc(count + 1, size));
}

void *memory_grown(void *elements, size_t count, size_t *room, size_t size)
{
    enum { FIRST = 16 };
    if (count < *room)
        return elements;
    *room = *room ? *room * 2 : FIRST;
    return memory_checked(realloc(elements, *room * size));
}

char *memory_text(cs_text text)
{
    return memory_checked(strndup(text.bytes ? text.bytes : "", text.size));
}
