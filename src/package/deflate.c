/* The only file that sees zlib. */
#include "package/deflate.h"

#include <limits.h>
#include <zlib.h>

enum { STRETCH = 32768, RAW = -15, MEMORY = 8 };

/* Takes the next piece of the bytes to compress; zlib counts in unsigned int. */
static cs_text take_stretch(cs_text *rest)
{
    cs_text stretch = {rest->bytes, rest->size < INT_MAX ? rest->size : INT_MAX};
    *rest = cs_text_skip(*rest, stretch.size);
    return stretch;
}

/* Compresses the stream's input; with `flush` Z_FINISH to the end. */
static void pack(z_stream *stream, int flush, struct cs_buf *out)
{
    char packed[STRETCH];
    do {
        stream->next_out = (unsigned char *)packed;
        stream->avail_out = sizeof packed;
        deflate(stream, flush);
        cs_buf_add(out, (cs_text){packed, sizeof packed - stream->avail_out});
    } while (stream->avail_out == 0 && !out->failed);
}

bool cs_deflate(cs_text bytes, struct cs_buf *out)
{
    z_stream stream = {0};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, RAW, MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    do {
        cs_text stretch = take_stretch(&bytes);
        /* not written to; zlib is const-correct only on request */
        stream.next_in = (unsigned char *)(uintptr_t)stretch.bytes;
        stream.avail_in = (unsigned)stretch.size;
        pack(&stream, bytes.size ? Z_NO_FLUSH : Z_FINISH, out);
    } while (bytes.size);
    deflateEnd(&stream);
    return !out->failed;
}

uint32_t cs_crc32(cs_text bytes)
{
    uLong sum = crc32(0, NULL, 0);
    while (bytes.size) {
        cs_text stretch = take_stretch(&bytes);
        sum = crc32(sum, (const unsigned char *)stretch.bytes, (unsigned)stretch.size);
    }
    return (uint32_t)sum;
}
