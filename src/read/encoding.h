/* The text of a file in UTF-8, whatever its encoding, and what could not be converted. */
#ifndef READ_ENCODING_H
#define READ_ENCODING_H

#include "checksheet/grid.h"

struct cs_decoded {
    const struct cs_source *source; /* the file itself if it is UTF-8; otherwise its text, with the same line numbers */
    bool has_mark;                  /* the file begins with a byte order mark */
    uint32_t mark_size;             /* of the mark in `source`, in bytes */
    bool is_converted;
    bool has_loss; /* it contains a character that cs_report_lost would report */
};

/* Decodes a file in UTF-8 (with or without a byte order mark), UTF-16, ISO-2022-JP, or CP932 or CP1252, which Excel
 * saves in Japan and in the west. False after reporting [not-text]. The result contains no NUL. */
bool cs_decode(struct cs_job *job, const struct cs_source *file, struct cs_decoded *decoded);

/* Decodes a file in a given encoding, as a source of the same name. NULL after reporting [not-text] if it is invalid. */
const struct cs_source *cs_decode_from(struct cs_job *job, const struct cs_source *file, enum cs_charset charset);

/* Reports [lost-character] for each cell that contains U+FFFD, which replaces a character that was lost, or one of
 * the private use area, which other machines show as something else. */
void cs_report_lost(struct cs_job *job, const struct cs_grid *grid, const struct cs_grid_sheet *sheet);

#endif
