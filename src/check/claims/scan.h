/* Internals of reading values, shared by the readers of all forms. */
#ifndef CHECK_CLAIMS_SCAN_H
#define CHECK_CLAIMS_SCAN_H

#include "check/claims/reading.h"
#include "model/quantity.h"

enum cs_claim_form {
    CS_FORM_NONE,
    CS_FORM_PERIOD,   /* 30日間 */
    CS_FORM_INTERVAL, /* 毎日, 年4回 */
    CS_FORM_NUMBER,   /* 7世代 */
    CS_FORM_PERCENT,
    CS_FORM_WORDS, /* a name: a country, a way to log in */
    CS_FORM_CLOCK, /* 9:00～17:00 */
    CS_FORM_PHONE, /* 03-1234-5678 */
};

/* A sentence being read for a measure. */
struct cs_scan {
    enum cs_measure measure;
    bool asked; /* the question asks for exactly this value */
    cs_text sentence;
    struct cs_readings *readings;
};

enum cs_claim_form cs_measure_form(enum cs_measure measure);

/* Adds a reading of the words between two places; if there are too many, the last one is replaced. */
struct cs_reading *cs_scan_add(struct cs_scan *scan, cs_text from, cs_text rest);

/* Reads a value at *rest: adds it and moves *rest past it. False if there is none. */
typedef bool cs_scan_taker(struct cs_scan *scan, cs_text *rest);
cs_scan_taker cs_take_period, cs_take_interval, cs_take_hours, cs_take_phone;

/* Adds all values in the sentence. */
void cs_scan_each(struct cs_scan *scan, cs_scan_taker *take);

/* Takes the first of several words that is at the front; false if none is. */
bool cs_take_one(cs_text *rest, const cs_text *words, size_t count);

/* 以上, 以内 behind an amount, else what was said before it: 少なくとも, 約. */
enum cs_bound cs_take_bound(cs_text *rest, enum cs_bound before);
enum cs_bound cs_bound_before(cs_text sentence, cs_text at);

/* True if the sentence up to `at` ends with one of the words. */
bool cs_is_behind(cs_text sentence, cs_text at, const cs_text *words, size_t count);

/* True for a to z and A to Z, of which Latin words consist. */
bool cs_is_letter(char byte);

#define CS_COUNT(list) (sizeof(list) / sizeof *(list))

#endif
