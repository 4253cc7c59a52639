/* Reading tables, and the least that reading one can be.
 *
 *     read floor FILE    reads the file, looks at each byte for what parts cells, and copies all that is between
 *     read csv FILE      reads it into a grid
 *     read md FILE       the same of Markdown
 *
 * Prints how many cells there were, so that none of it can be left out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "checksheet.h"

static uint32_t count_cells(const struct cs_grid *grid)
{
    return grid ? grid->sheets[0].cell_count : 0;
}

/* Cells of the bytes as if nothing had to be understood. */
static uint32_t copy_cells(cs_text bytes)
{
    char *copy = malloc(bytes.size + 1), *to = copy;
    uint32_t cells = 0;
    if (!copy)
        return 0;
    for (size_t i = 0; i < bytes.size; i++) {
        char byte = bytes.bytes[i];
        if (byte == ',' || byte == '\n' || byte == '|')
            cells++;
        else if (byte != '"')
            *to++ = byte;
    }
    cells += to > copy && copy[cells % (size_t)(to - copy)] == '\0';
    free(copy);
    return cells;
}

int main(int count, char **words)
{
    struct cs_job *job = cs_job_new(NULL);
    const struct cs_source *source = job && count == 3 ? cs_source_read(job, words[2]) : NULL;
    if (!source) {
        fprintf(stderr, "read floor|csv|md FILE\n");
        return 1;
    }
    uint32_t cells = strcmp(words[1], "floor") == 0 ? copy_cells(source->bytes)
                     : strcmp(words[1], "csv") == 0 ? count_cells(cs_read_csv(job, source))
                                                    : count_cells(cs_read_markdown(job, source));
    printf("%u\n", cells);
    cs_job_free(job);
    return cells == 0;
}
