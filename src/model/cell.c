/* The text of a cell in a format without links. */
#include "model/cell.h"

#include <string.h>

cs_text cs_cell_words(struct cs_arena *arena, const struct cs_cell *cell)
{
    if (cell->link.size == 0 || cs_text_find(cell->text, cell->link) >= 0)
        return cell->text;
    if (cell->text.size == 0)
        return cell->link;
    char *words = cs_alloc(arena, cell->text.size + 1 + cell->link.size);
    memcpy(words, cell->text.bytes, cell->text.size);
    words[cell->text.size] = ' ';
    memcpy(words + cell->text.size + 1, cell->link.bytes, cell->link.size);
    return (cs_text){words, cell->text.size + 1 + cell->link.size};
}
