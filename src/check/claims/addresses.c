/* Mail addresses in the words of answers. */
#include "check/claims/addresses.h"
#include "base/ascii.h"
#include "base/messages_check.h"
#include "base/base.h"
#include "base/job.h"

#include <string.h>

static bool is_address_byte(char byte)
{
    return cs_is_ascii_letter(byte) || cs_is_digit(byte) || (byte && strchr("._%+-", byte));
}

/* The address around an @; empty if there is none. */
static cs_text address_around(cs_text text, size_t at)
{
    size_t start = at, end = at + 1;
    while (start > 0 && is_address_byte(text.bytes[start - 1]))
        start--;
    while (end < text.size && is_address_byte(text.bytes[end]))
        end++;
    while (end > at + 1 && text.bytes[end - 1] == '.')
        end--;
    cs_text domain = {text.bytes + at + 1, end - at - 1};
    return start < at && cs_text_find(domain, CS_TEXT(".")) > 0 ? (cs_text){text.bytes + start, end - start}
                                                                : (cs_text){0};
}

static cs_text without_digits(struct cs_job *job, cs_text text)
{
    struct cs_buf buf = {0};
    for (size_t i = 0; i < text.size; i++)
        if (!cs_is_digit(text.bytes[i]))
            cs_buf_add_byte(&buf, text.bytes[i]);
    return cs_buf_take(&job->arena, &buf);
}

static cs_text name_of(cs_text address)
{
    return (cs_text){address.bytes, (size_t)cs_text_find(address, CS_TEXT("@"))};
}

/* True for a probable misspelling: a letter or two differ, in the name or in the domain, and the name is not too
 * short. info1 and info2 are two desks. */
static bool is_slip(struct cs_job *job, cs_text a, cs_text b)
{
    enum { SLIP = 2, LEAST = 5 };
    cs_text name_a = name_of(a), name_b = name_of(b);
    cs_text domain_a = cs_text_skip(a, name_a.size), domain_b = cs_text_skip(b, name_b.size);
    bool same_name = cs_text_equal(name_a, name_b);
    if (name_a.size < LEAST || name_b.size < LEAST || (!same_name && !cs_text_equal(domain_a, domain_b)))
        return false;
    if (same_name ? cs_edit_distance(domain_a, domain_b, SLIP) > SLIP : cs_edit_distance(name_a, name_b, SLIP) > SLIP)
        return false;
    return !cs_text_equal(without_digits(job, a), without_digits(job, b));
}

static void report(struct cs_addresses *addresses, const struct cs_statement *statement, cs_text address,
                   uint32_t other)
{
    addresses->slips++;
    struct cs_span place = cs_statement_place(&addresses->at[other].statement, addresses->at[other].text);
    cs_report(addresses->job, CS_MESSAGE_ADDRESS_SPELLING, cs_statement_place(statement, address), address,
              addresses->at[other].text, cs_place_text(addresses->job, place))
        ->related = place;
}

static void meet(struct cs_addresses *addresses, const struct cs_statement *statement, cs_text address)
{
    for (uint32_t i = 0; i < addresses->count; i++)
        if (cs_text_equal(addresses->at[i].text, address))
            return;
    for (uint32_t i = 0; i < addresses->count; i++)
        cs_statement_met(&addresses->at[i].statement, statement);
    for (uint32_t i = 0; i < addresses->count; i++)
        if (addresses->slips < CS_MOST_SLIPS && is_slip(addresses->job, addresses->at[i].text, address))
            report(addresses, statement, address, i);
    if (addresses->count == CS_MOST_ADDRESSES)
        return;
    addresses->at[addresses->count].text = address;
    addresses->at[addresses->count++].statement = *statement;
}

static void look_in(struct cs_addresses *addresses, const struct cs_statement *statement, cs_text text)
{
    if (text.size == 0)
        return;
    for (const char *at = text.bytes, *end = at + text.size; at < end; at++) {
        at = memchr(at, '@', (size_t)(end - at));
        if (!at)
            return;
        cs_text address = address_around(text, (size_t)(at - text.bytes));
        if (address.size)
            meet(addresses, statement, address);
    }
}

void cs_addresses_check(struct cs_addresses *addresses, const struct cs_profile *profile,
                        const struct cs_answers *sheet, bool own)
{
    for (uint32_t i = 0; i < sheet->catalog->item_count; i++) {
        const struct cs_answer *answer = &sheet->by_item[i];
        if (!answer->key.source || answer->same.size || (answer->key.source == profile->source) != own)
            continue;
        struct cs_statement statement = cs_statement_of(profile, sheet, answer);
        look_in(addresses, &statement, answer->value.written);
        look_in(addresses, &statement, answer->detail);
        for (int language = 0; language < CS_LANGUAGES; language++)
            look_in(addresses, &statement, answer->remark.in[language]);
    }
}
