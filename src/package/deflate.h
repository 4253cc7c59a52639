/* Packing bytes for a zip archive. */
#ifndef PACKAGE_DEFLATE_H
#define PACKAGE_DEFLATE_H

#include "checksheet/text.h"

/* Adds the bytes, packed as a zip entry holds them (RFC 1951, without a header). False when memory ran out. */
bool cs_deflate(cs_text bytes, struct cs_buf *out);

/* The checksum of a zip entry: CRC-32 of the bytes as they are unpacked. */
uint32_t cs_crc32(cs_text bytes);

#endif
