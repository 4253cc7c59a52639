/* The text of a file in UTF-8, whatever it was saved in, and what of it could not be kept. */
#ifndef READ_ENCODING_H
#define READ_ENCODING_H

#include "checksheet/grid.h"

struct cs_decoded {
    const struct cs_source *source; /* the file itself if it is UTF-8; otherwise its text, with the same line numbers */
    bool has_mark;                  /* the file begins with a byte order mark */
    uint32_t mark_size;             /* of that in source, in bytes */
    bool is_converted;
    bool has_loss; /* somewhere in it stands a character that cs_report_lost would report */
};

/* The text of a file in UTF-8 (with a byte order mark or without), UTF-16, ISO-2022-JP, or CP932 or CP1252, which are what
 * Excel in Japan and in the west saves. False after reporting [not-text]. No NUL is in what is taken. */
bool cs_decode(struct cs_job *job, const struct cs_source *file, struct cs_decoded *decoded);

/* The text of a file that is said to be in an encoding, as a source of its name. NULL after reporting [not-text], where
 * it is not. */
const struct cs_source *cs_decode_from(struct cs_job *job, const struct cs_source *file, enum cs_charset charset);

/* Reports a [lost-character] for each cell that holds U+FFFD, which stands for a character that was lost, or one of the
 * private use area, which other machines show as something else. */
void cs_report_lost(struct cs_job *job, const struct cs_grid *grid, const struct cs_grid_sheet *sheet);

#endif
