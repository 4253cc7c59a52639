/* Encodings of text files: to UTF-8 and back, by tables of our own.
 *
 * Japanese is as Windows has it: CP932 with its ① and 髙, and its kanji also behind EUC-JP (CP51932) and ISO-2022-JP
 * (CP50221). Source: the tables of iconv at build time; RFC 1468, RFC 2781. */
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

/* The encoding that people call so: case, - and _ do not matter, and shift_jis, windows-31j and the like are cp932, utf-16
 * is the one with the low byte first. False if it is none that is known here. */
bool cs_charset_of(cs_text name, enum cs_charset *charset);

/* Adds the bytes as UTF-8, as far as they are of the encoding; returns how many that was. */
size_t cs_charset_decode(struct cs_buf *out, enum cs_charset charset, cs_text bytes);

/* The same to the end: what is no character, such as half a surrogate pair, becomes U+FFFD. */
void cs_charset_decode_all(struct cs_buf *out, enum cs_charset charset, cs_text bytes);

/* Adds the text in the encoding, up to the first character that it has not, or has only something like; returns how many
 * bytes of the text that was. What is added comes back by cs_charset_decode as it was. EUC-JP and ISO-2022-JP are read,
 * never written: 0. */
size_t cs_charset_encode(struct cs_buf *out, enum cs_charset charset, cs_text text);

#endif
