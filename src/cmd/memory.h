/* Memory of the program itself. Where there is none left, it says so and ends; so nothing here is ever NULL. The caller
 * frees what it gets. */
#ifndef CMD_MEMORY_H
#define CMD_MEMORY_H

#include <stddef.h>

#include "checksheet/text.h"

/* What another function has allocated. */
void *memory_checked(void *memory);

/* Zeroed elements; room for one more than their count. */
void *memory_zeroed(size_t count, size_t size);

/* The same elements, with room for at least one more than their count; *room is how many there is room for. */
void *memory_grown(void *elements, size_t count, size_t *room, size_t size);

/* A copy that ends with a null byte. */
char *memory_text(cs_text text);

#endif
