/* See turns.h, and turns.def for the words. */
#include "match/turns.h"
#include "base/ascii.h"
#include "base/job.h"
#include "base/unicode.h"
#include "checksheet/match.h"
#include "match/content.h"
#include "match/thesaurus.h"

enum kind {
    AMOUNT,
    LIMIT,
    PAST,
    PLANNED,
    DATE,
    BEFORE,
    END,
    RESUMED,
    NEGATED,
    ALLOWED,
    OUTCOME,
    TRIED,
    PARTNERS,
    PLACE,
    DEVICE,
    BY_USERS,
    COST,
    WHO,
    MANNER,
    ALSO,
    STAFF,
    RULED
};

static const struct {
    enum kind kind;
    bool turns;
    cs_text word;
} words[] = {
#define CS_TURN(kind, word) {kind, true, CS_LITERAL(word)},
#define CS_HELD(kind, word) {kind, false, CS_LITERAL(word)},
#include "match/turns.def"
#undef CS_TURN
#undef CS_HELD
};

/* --- words ---------------------------------------------------------------------------------------------------------- */

static bool is_of_word(cs_text text, size_t at)
{
    return at < text.size && (cs_is_ascii_letter(text.bytes[at]) || cs_is_digit(text.bytes[at]));
}

/* A text folded: for Japanese words without blanks, since lines break inside words; for English ones in small letters. */
struct folded {
    cs_text bare, lowered;
};

static struct folded fold(struct cs_job *job, cs_text text)
{
    cs_text folded = cs_text_fold(&job->arena, text);
    char *lowered = cs_alloc(&job->arena, folded.size + 1);
    for (size_t i = 0; i < folded.size; i++)
        lowered[i] = cs_ascii_lower(folded.bytes[i]);
    return (struct folded){cs_text_folded(job, text), {lowered, folded.size}};
}

/* True if a text has an English word, with no letter before or behind it. */
static bool has_whole_word(cs_text text, cs_text word)
{
    for (size_t from = 0; from < text.size;) {
        ptrdiff_t found = cs_text_find(cs_text_skip(text, from), word);
        if (found < 0)
            return false;
        size_t at = from + (size_t)found;
        if (!(at && is_of_word(text, at - 1)) && !is_of_word(text, at + word.size))
            return true;
        from = at + word.size;
    }
    return false;
}

static bool has_word(const struct folded *text, cs_text word)
{
    return cs_is_ascii_letter(word.bytes[0]) ? has_whole_word(text->lowered, word)
                                             : cs_text_find(text->bare, word) >= 0;
}

/* True if a figure follows a name: TLS 1.3. */
static bool is_behind_name(cs_text text, size_t at)
{
    enum { LETTERS = 3 };
    size_t letters = 0;
    while (at > 0 && (text.bytes[at - 1] == ' ' || text.bytes[at - 1] == '-'))
        at--;
    while (letters < at && cs_is_ascii_letter(text.bytes[at - 1 - letters]))
        letters++;
    return letters >= LETTERS;
}

/* True if a text has a figure with a unit or a name: 3年, 30分. A number alone may be that of the question. */
static bool has_figure(cs_text text)
{
    static const cs_text units[] = {CS_LITERAL("年"),   CS_LITERAL("か月"), CS_LITERAL("ヶ月"),   CS_LITERAL("カ月"),
                                    CS_LITERAL("ケ月"), CS_LITERAL("箇月"), CS_LITERAL("月"),     CS_LITERAL("週"),
                                    CS_LITERAL("日"),   CS_LITERAL("時間"), CS_LITERAL("分"),     CS_LITERAL("秒"),
                                    CS_LITERAL("回"),   CS_LITERAL("件"),   CS_LITERAL("%"),      CS_LITERAL("世代"),
                                    CS_LITERAL("桁"),   CS_LITERAL("文字"), CS_LITERAL("percent")};
    for (size_t at = 0; at < text.size; at++) {
        if (!cs_is_digit(text.bytes[at]))
            continue;
        if (is_behind_name(text, at))
            return true;
        cs_text rest = cs_text_skip(text, at + 1);
        while (rest.size && rest.bytes[0] == ' ')
            rest = cs_text_skip(rest, 1);
        for (size_t i = 0; i < sizeof units / sizeof *units; i++)
            if (cs_text_starts(rest, units[i]))
                return true;
    }
    return false;
}

/* The kinds that a text has words of, as bit sets: of those that turn it, and of all. */
struct kinds {
    unsigned turning, held;
};

static struct kinds kinds_of(const struct folded *text)
{
    struct kinds kinds = {0};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        unsigned bit = 1u << words[i].kind;
        if ((kinds.turning & bit) || !has_word(text, words[i].word))
            continue;
        kinds.held |= bit;
        kinds.turning |= words[i].turns ? bit : 0;
    }
    if (has_figure(text->lowered))
        kinds.turning |= 1u << LIMIT;
    kinds.held |= kinds.turning;
    return kinds;
}

static bool is_japanese(cs_text text)
{
    enum { FIRST = 0x3041 };
    while (text.size)
        if (cs_text_next(&text) >= FIRST)
            return true;
    return false;
}

/* --- whose ---------------------------------------------------------------------------------------------------------- */

static const cs_text users[] = {CS_LITERAL("利用者"), CS_LITERAL("利用企業"), CS_LITERAL("客様"),
                                CS_LITERAL("顧客"),   CS_LITERAL("ユーザー"), CS_LITERAL("ユーザ")};
static const cs_text ours[] = {CS_LITERAL("自社"), CS_LITERAL("当社"), CS_LITERAL("弊社"),
                               CS_LITERAL("貴社"), CS_LITERAL("御社"), CS_LITERAL("従業員"),
                               CS_LITERAL("社員"), CS_LITERAL("職員"), CS_LITERAL("担当者")};
enum { USERS = sizeof users / sizeof *users, OURS = sizeof ours / sizeof *ours };

/* What the text says to be somebody's, behind の: two characters; empty if it is nothing of theirs. */
static cs_text thing_of(cs_text text, cs_text owner)
{
    static const cs_text of = CS_LITERAL("の");
    for (ptrdiff_t at; (at = cs_text_find(text, owner)) >= 0;) {
        text = cs_text_skip(text, (size_t)at + owner.size);
        if (!cs_text_starts(text, of))
            continue;
        cs_text thing = cs_text_skip(text, of.size), rest = thing;
        for (int i = 0; i < 2 && rest.size; i++)
            cs_text_next(&rest);
        return (cs_text){thing.bytes, thing.size - rest.size};
    }
    return (cs_text){0};
}

static bool owns(cs_text text, const cs_text *owners, size_t count, cs_text thing)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_equal(thing_of(text, owners[i]), thing))
            return true;
    return false;
}

/* True if what is the ones' in the one text is the others' in the other: the users' passwords and the operators'. */
static bool change_hands(cs_text text, const cs_text *ones, size_t one_count, cs_text other, const cs_text *others,
                         size_t other_count)
{
    for (size_t i = 0; i < one_count; i++) {
        cs_text thing = thing_of(text, ones[i]);
        if (thing.size && owns(other, others, other_count, thing) && !owns(other, ones, one_count, thing))
            return true;
    }
    return false;
}

bool cs_text_turns(struct cs_job *job, cs_text text, cs_text known)
{
    if (known.size == 0 || is_japanese(text) != is_japanese(known))
        return false;
    struct folded one = fold(job, text), other = fold(job, known);
    return kinds_of(&one).turning & ~kinds_of(&other).held ||
           change_hands(one.bare, users, USERS, other.bare, ours, OURS) ||
           change_hands(one.bare, ours, OURS, other.bare, users, USERS);
}

/* --- subjects ------------------------------------------------------------------------------------------------------- */

/* A text compared with the known texts and their concepts. */
struct comparison {
    struct cs_arena *arena;
    const struct cs_thesaurus *thesaurus;
    struct cs_token_list asked, known;
    struct cs_contents contents;     /* of the text */
    bool is_japanese;                /* the text */
    uint32_t *concepts, count, room; /* of the known texts */
    bool *explained;                 /* tokens of the text within words for concepts of the known texts */
    const bool *common;              /* concepts that many known questions have, which tell little */
    bool adds;                       /* the text has another concept */
};

static void note(void *context, uint32_t concept, uint32_t first, uint32_t length)
{
    struct comparison *it = context;
    (void)first;
    (void)length;
    it->concepts = cs_grow(it->arena, it->concepts, it->count, &it->room, sizeof *it->concepts);
    it->concepts[it->count++] = concept;
}

static bool is_katakana(uint64_t key)
{
    return key >= 0x30a1 && key <= 0x30fe;
}

/* True if the known texts have a token of the text; of a katakana word, together with the character beside it. */
static bool is_known(const struct comparison *it, uint32_t at)
{
    const struct cs_token *asked = it->asked.at, *known = it->known.at;
    bool katakana = is_katakana(asked[at].key),
         with_next = katakana && at + 1 < it->asked.count && is_katakana(asked[at + 1].key);
    bool with_last = katakana && !with_next && at > 0 && is_katakana(asked[at - 1].key);
    for (uint32_t i = 0; i < it->known.count; i++)
        if (known[i].key == asked[at].key &&
            (!with_next || (i + 1 < it->known.count && known[i + 1].key == asked[at + 1].key)) &&
            (!with_last || (i > 0 && known[i - 1].key == asked[at - 1].key)))
            return true;
    return false;
}

static bool is_token(const struct cs_content *content, const struct cs_token *token)
{
    return !content->is_weak && token->key == (content->word.size ? content->stem : content->point);
}

/* True if a token tells what the text is about. */
static bool is_content(const struct comparison *it, uint32_t at)
{
    for (uint32_t i = 0; i < it->contents.count; i++)
        if (is_token(&it->contents.at[i], &it->asked.at[at]))
            return true;
    return false;
}

static bool is_concept_of_known(const struct comparison *it, uint32_t wanted)
{
    for (uint32_t i = 0; i < it->count; i++)
        if (it->concepts[i] == wanted)
            return true;
    return false;
}

static void compare(void *context, uint32_t concept, uint32_t first, uint32_t length)
{
    struct comparison *it = context;
    bool has_concept = is_concept_of_known(it, concept);
    bool is_frame = cs_thesaurus_at(it->thesaurus, concept)->kind == CS_CONCEPT_FRAME || it->common[concept];
    for (uint32_t i = first; i < first + length; i++) {
        it->explained[i] |= has_concept;
        it->adds |= !has_concept && !is_frame && is_content(it, i) && !is_known(it, i);
    }
}

/* True if the text says much in words that nothing of the known texts explains: in three places and a third of it,
 * or in two places and more than half. */
static bool has_other_words(const struct comparison *it)
{
    enum { PLACES = 3, PART = 3, FEW = 2 };
    uint32_t places = 0, others = 0, all = 0;
    bool before = false;
    for (uint32_t i = 0; i < it->asked.count; i++) {
        bool counts = is_content(it, i), other = counts && !it->explained[i] && !is_known(it, i);
        places += other && (!before || it->asked.at[i].key & CS_TOKEN_WORD);
        others += other;
        all += counts;
        before = other;
    }
    return (places >= PLACES && others * PART >= all) || (places >= FEW && others * 2 > all);
}

/* True if a Japanese text has a name in Latin letters that nothing of the known texts explains. */
static bool has_other_name(const struct comparison *it)
{
    enum { LETTERS = 3 };
    for (uint32_t i = 0; it->is_japanese && i < it->contents.count; i++) {
        const struct cs_content *content = &it->contents.at[i];
        size_t letters = 0;
        while (letters < content->word.size && cs_is_ascii_letter(content->word.bytes[letters]))
            letters++;
        if (letters < LETTERS || letters < content->word.size)
            continue;
        for (uint32_t k = 0; k < it->asked.count; k++)
            if (is_token(content, &it->asked.at[k]) && !it->explained[k] && !is_known(it, k))
                return true;
    }
    return false;
}

static void add_known(struct comparison *it, const struct cs_item *item)
{
    for (int language = 0; language < CS_LANGUAGES; language++) {
        cs_tokens_add(it->arena, &it->known, item->ask ? item->ask->in[language] : (cs_text){0});
        cs_tokens_add(it->arena, &it->known, item->name ? item->name->in[language] : (cs_text){0});
    }
    cs_thesaurus_each(it->thesaurus, &it->known, note, it);
}

/* Compares the text with what has been added as known. */
static void compare_with(struct comparison *it, cs_text text)
{
    cs_tokens_add(it->arena, &it->asked, text);
    it->contents = cs_contents_of(it->arena, text);
    it->is_japanese = is_japanese(text);
    it->explained = cs_alloc_array(it->arena, it->asked.count + 1u, sizeof *it->explained);
    cs_thesaurus_each(it->thesaurus, &it->asked, compare, it);
}

bool *cs_common_concepts(struct cs_job *job, const struct cs_thesaurus *thesaurus, const struct cs_catalog *catalog)
{
    enum { PART = 12, FEW = 3 };
    uint32_t count = cs_thesaurus_count(thesaurus);
    bool *common = cs_alloc_array(&job->arena, count + 1u, sizeof *common);
    uint32_t *items = cs_alloc_array(&job->arena, count + 1u, sizeof *items),
             *last = cs_alloc_array(&job->arena, count + 1u, sizeof *last);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        struct comparison it = {.arena = &job->arena, .thesaurus = thesaurus};
        add_known(&it, &catalog->items[i]);
        for (uint32_t k = 0; k < it.count; k++) {
            uint32_t concept = it.concepts[k];
            items[concept] += last[concept] != i + 1;
            last[concept] = i + 1;
            common[concept] = items[concept] > FEW && items[concept] * PART > catalog->item_count;
        }
    }
    return common;
}

bool cs_text_adds_subject(struct cs_job *job, const struct cs_thesaurus *thesaurus, const bool *common, cs_text text,
                          const struct cs_item *item)
{
    struct comparison it = {.arena = &job->arena, .thesaurus = thesaurus, .common = common};
    add_known(&it, item);
    compare_with(&it, text);
    return it.adds || has_other_words(&it) || has_other_name(&it);
}

bool cs_text_asks_part(struct cs_job *job, const struct cs_thesaurus *thesaurus, const bool *common, cs_text text,
                       cs_text known)
{
    struct comparison it = {.arena = &job->arena, .thesaurus = thesaurus, .common = common};
    uint32_t others = 0, all = 0;
    if (is_japanese(text) != is_japanese(known))
        return false;
    cs_tokens_add(&job->arena, &it.known, text);
    cs_thesaurus_each(thesaurus, &it.known, note, &it);
    compare_with(&it, known);
    for (uint32_t i = 0; i < it.asked.count; i++) {
        all += is_content(&it, i);
        others += is_content(&it, i) && !it.explained[i] && !is_known(&it, i);
    }
    return others * 2 > all;
}
