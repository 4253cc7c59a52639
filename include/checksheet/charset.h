/* Encodings of text files: to UTF-8 and back, with built-in tables.
 *
 * Japanese encodings follow Windows: CP932 including ① and 髙, with the same characters in EUC-JP (CP51932) and
 * ISO-2022-JP (CP50221). Source: the tables of iconv at build time; RFC 1468, RFC 2781. */
#ifndef CHECKSHEET_CHARSET_H
#define CHECKSHEET_CHARSET_H

#include "checksheet/text.h"

enum cs_charset {
    CS_CHARSET_UTF_8,
    CS_CHARSET_UTF_16LE,
    CS_CHARSET_UTF_16BE,
    CS_CHARSET_CP932,
    CS_CHARSET_CP1252,
    CS_CHARSET_EUC_JP,
    CS_CHARSET_ISO_2022_JP,
    CS_CHARSETS
};

/* "utf-8", "cp932", ... */
cs_text cs_charset_name(enum cs_charset charset);

/* The encoding with a name, ignoring case, - and _; shift_jis, windows-31j and the like are cp932, utf-16 is
 * little-endian. False if it is unknown. */
bool cs_charset_of(cs_text name, enum cs_charset *charset);

/* Appends the bytes as UTF-8, up to the first invalid one; returns how many were valid. */
size_t cs_charset_decode(struct cs_buf *out, enum cs_charset charset, cs_text bytes);

/* The same to the end: anything invalid, such as half a surrogate pair, becomes U+FFFD. */
void cs_charset_decode_all(struct cs_buf *out, enum cs_charset charset, cs_text bytes);

/* Appends the text in the encoding, up to the first character that it does not have, or has only an approximation of;
 * returns the size of the text converted. cs_charset_decode gives the same text back. EUC-JP and ISO-2022-JP can only
 * be read: 0. */
size_t cs_charset_encode(struct cs_buf *out, enum cs_charset charset, cs_text text);

#endif
