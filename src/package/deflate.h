/* Compression for zip archives. */
#ifndef PACKAGE_DEFLATE_H
#define PACKAGE_DEFLATE_H

#include "checksheet/text.h"

/* Appends the bytes, compressed as in a zip entry (RFC 1951, without a header). False if memory ran out. */
bool cs_deflate(cs_text bytes, struct cs_buf *out);

/* The checksum of a zip entry: CRC-32 of the uncompressed bytes. */
uint32_t cs_crc32(cs_text bytes);

#endif
