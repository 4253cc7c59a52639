/* Column titles: see title.h. The whole title is looked up first, then the part before a bracket, then each half of a
 * bilingual title, then its head word: the last one (Control Question ID), the one before an "of" (Number of the
 * question), or the end of a Japanese title; and last, the column names of a catalog's layout. */
#include "import/title/title.h"
#include "base/ascii.h"
#include "base/names.h"
#include "match/similar.h"
#include "model/quantity.h"
#include "model/value.h"
#include "wording/mark_words.h"

struct known {
    enum cs_role role;
    unsigned rank;
    cs_text title;
};

static const struct known known[] = {
#define CS_TITLE(role, rank, title) {CS_ROLE_##role, rank, CS_LITERAL(title)},
#include "import/title/titles.def"
#include "import/title/titles_en.def"
#include "import/title/titles_more.def"
#undef CS_TITLE
};

enum { KNOWN = sizeof known / sizeof *known, LONGEST_HEAD = 90, LONGEST = 400 /* bytes */, CHAINS = 256 };

/* Titles chained by one or two of their bytes, so that few are compared with a text: 1 + the index of the first of
 * each chain, and of the next one of each title; 0 at the end. */
struct chains {
    uint16_t first[CHAINS], next[KNOWN];
};

struct cs_titles {
    struct cs_job *job;
    struct cs_names names;
    const struct known *of_name[KNOWN];
    cs_text bare[KNOWN];
    struct chains by_end, by_start; /* by their last byte; by the first character, of those that may be inside a text */

    struct cs_names layout_names; /* titles of layouts, normalized */
    enum cs_role *layout_roles;   /* by name; OTHER where two layouts disagree */
};

/* --- looking up -------------------------------------------------------------------------------------------------- */

/* Normalized, with accented capitals made small. */
static cs_text bare_title(const struct cs_titles *titles, cs_text title)
{
    struct cs_arena *arena = &titles->job->arena;
    cs_text bare = cs_text_bare(arena, title);
    char *bytes = cs_alloc(arena, bare.size + 1);
    for (size_t i = 0; i < bare.size; i++) {
        bool capital = i && bare.bytes[i - 1] == '\xc3' && (unsigned char)bare.bytes[i] < 0x9f; /* U+00C0 to U+00DE */
        bytes[i] = (char)((unsigned char)bare.bytes[i] + (capital ? 0x20 : 0));
    }
    return (cs_text){bytes, bare.size};
}

static void add_layout_title(struct cs_titles *titles, cs_text title, enum cs_role role)
{
    cs_text bare = title.size ? bare_title(titles, title) : title;
    if (bare.size == 0)
        return;
    uint32_t before = titles->layout_names.count;
    uint32_t name = cs_names_add(&titles->job->arena, &titles->layout_names, bare);
    bool is_new = name == before;
    titles->layout_roles[name] = is_new || titles->layout_roles[name] == role ? role : CS_ROLE_OTHER;
}

static void add_layouts(struct cs_titles *titles, const struct cs_catalog *const *catalogs, uint32_t count)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < catalogs[i]->layout_count; k++)
            most += catalogs[i]->layouts[k].column_count * CS_LANGUAGES;
    titles->layout_roles = cs_alloc_array(&titles->job->arena, most + 1u, sizeof *titles->layout_roles);
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < catalogs[i]->layout_count; k++) {
            const struct cs_layout *layout = &catalogs[i]->layouts[k];
            for (uint32_t c = 0; c < layout->column_count; c++)
                for (int language = 0; language < CS_LANGUAGES; language++)
                    add_layout_title(titles, layout->titles[c].in[language], layout->columns[c]);
        }
}

static const struct known *find(const struct cs_titles *titles, cs_text bare)
{
    uint32_t name = bare.size ? cs_names_find(&titles->names, bare) : CS_NO_NAME;
    return name == CS_NO_NAME ? NULL : titles->of_name[name];
}

static bool found(const struct known *title, unsigned grade, struct cs_title *read)
{
    if (title)
        *read = (struct cs_title){title->role, grade, title->rank};
    return title != NULL;
}

static bool is_latin(cs_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.bytes[i] >= 0xe0)
            return false;
    return true;
}

/* --- parts of a title -------------------------------------------------------------------------------------------- */

/* The title before a bracket or a line end: 備考 for 備考（任意）. */
static cs_text head_of(cs_text title)
{
    static const cs_text ends[] = {CS_LITERAL("（"), CS_LITERAL("("), CS_LITERAL("\n"), CS_LITERAL("※"),
                                   CS_LITERAL("："), CS_LITERAL("["), CS_LITERAL("【"), CS_LITERAL(": ")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        ptrdiff_t at = cs_text_find(title, ends[i]);
        if (at > 0)
            title.size = (size_t)at;
    }
    return title;
}

bool cs_may_be_title(cs_text text)
{
    text = cs_text_trim(text);
    return text.size && text.size <= LONGEST && head_of(text).size <= LONGEST_HEAD;
}

/* The role of a number or name, from the words before it: of a question or item its own, of a chapter the chapter's,
 * of anything else none. */
static void belong(const struct known *owner, struct cs_title *read)
{
    if (!owner || owner->role == CS_ROLE_QUESTION || owner->role == CS_ROLE_NAME || owner->role == CS_ROLE_NUMBER)
        return;
    read->rank = read->role == CS_ROLE_NUMBER ? 1 : owner->rank;
    read->role = owner->role == CS_ROLE_ANSWER || owner->role == CS_ROLE_REMARK ? CS_ROLE_OTHER : owner->role;
}

/* Reads a title of two names for one column: 分類 Category, Comments / Evidence. */
static bool read_half(const struct cs_titles *titles, cs_text title, struct cs_title *read)
{
    static const cs_text signs[] = {CS_LITERAL("/"), CS_LITERAL("／"),  CS_LITERAL("\n"),
                                    CS_LITERAL("|"), CS_LITERAL(" - "), CS_LITERAL(" & ")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        ptrdiff_t at = cs_text_find(title, signs[i]);
        if (at > 0 &&
            (found(find(titles, bare_title(titles, (cs_text){title.bytes, (size_t)at})), 1, read) ||
             found(find(titles, bare_title(titles, cs_text_skip(title, (size_t)at + signs[i].size))), 1, read)))
            return true;
    }
    size_t end = title.size; /* beginning of the Latin letters at its end */
    while (end && (unsigned char)title.bytes[end - 1] < 0x80)
        end--;
    if (end == 0 || end == title.size)
        return false;
    const struct known *first = find(titles, bare_title(titles, (cs_text){title.bytes, end})),
                       *last = find(titles, bare_title(titles, cs_text_skip(title, end)));
    if (first && last && last->role == CS_ROLE_NUMBER && first->role != CS_ROLE_NUMBER) {
        *read = (struct cs_title){last->role, 1, last->rank}; /* 評価基準No. */
        belong(first, read);
        return true;
    }
    return found(first, 2, read) || found(last, 2, read);
}

/* --- words of Latin letters --------------------------------------------------------------------------------------- */

enum { MOST_WORDS = 8 };

static bool is_of(cs_text word)
{
    static const cs_text words[] = {CS_LITERAL("of"),   CS_LITERAL("for"), CS_LITERAL("to"),  CS_LITERAL("de"),
                                    CS_LITERAL("du"),   CS_LITERAL("des"), CS_LITERAL("del"), CS_LITERAL("della"),
                                    CS_LITERAL("der"),  CS_LITERAL("von"), CS_LITERAL("zur"), CS_LITERAL("zum"),
                                    CS_LITERAL("do"),   CS_LITERAL("da"),  CS_LITERAL("di"),  CS_LITERAL("sur"),
                                    CS_LITERAL("from"), CS_LITERAL("by"),  CS_LITERAL("in"),  CS_LITERAL("with")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_equal(words[i], word))
            return true;
    return false;
}

/* The words up to an "of", normalized; more than MOST_WORDS are no title. */
static uint32_t split_words(const struct cs_titles *titles, cs_text title, cs_text words[MOST_WORDS])
{
    uint32_t count = 0;
    for (size_t i = 0, start = 0; i <= title.size; i++) {
        unsigned char byte = i < title.size ? (unsigned char)title.bytes[i] : ' ';
        bool is_letter = cs_is_ascii_letter((char)byte) || cs_is_digit((char)byte) || byte >= 0x80;
        if (is_letter)
            continue;
        cs_text word = bare_title(titles, (cs_text){title.bytes + start, i - start});
        start = i + 1;
        if (word.size == 0)
            continue;
        if (count && is_of(word))
            return count;
        if (count == MOST_WORDS)
            return 0;
        words[count++] = word;
    }
    return count;
}

static cs_text join_words(const struct cs_titles *titles, const cs_text *words, uint32_t count)
{
    struct cs_buf joined = {0};
    for (uint32_t i = 0; i < count; i++)
        cs_buf_add(&joined, words[i]);
    return cs_buf_take(&titles->job->arena, &joined);
}

/* Reads the longest known sequence of words at the end. */
static bool read_last_words(const struct cs_titles *titles, cs_text title, struct cs_title *read)
{
    cs_text words[MOST_WORDS];
    uint32_t count = split_words(titles, title, words);
    for (uint32_t from = 0; from < count; from++) {
        if (!found(find(titles, join_words(titles, words + from, count - from)), from ? 1 : 2, read))
            continue;
        if (from && from + 1 == count && (read->role == CS_ROLE_NUMBER || read->role == CS_ROLE_NAME))
            belong(find(titles, words[from - 1]), read);
        return true;
    }
    for (uint32_t i = 0; i < count; i++) { /* Antwort Lieferant */
        const struct known *word = find(titles, words[i]);
        if (word && word->rank == 3 && word->role != CS_ROLE_NUMBER)
            return found(word, 1, read);
    }
    return false;
}

/* --- ends of words ------------------------------------------------------------------------------------------------ */

static bool is_behind_kanji(cs_text text, size_t end)
{
    return text.size > end && (unsigned char)text.bytes[text.size - end - 1] >= 0x80;
}

enum { SHORTEST_LATIN = 5, SHORTEST_WITHIN = 9 };

static void chain(struct chains *chains, unsigned at, size_t title)
{
    chains->next[title] = chains->first[at];
    chains->first[at] = (uint16_t)(title + 1);
}

static unsigned last_byte(cs_text text)
{
    return (unsigned char)text.bytes[text.size - 1];
}

/* For a text of three bytes or more. */
static unsigned first_character(const char *bytes)
{
    return ((unsigned char)bytes[0] * 5u ^ (unsigned char)bytes[1] * 3u ^ (unsigned char)bytes[2]) % CHAINS;
}

static bool is_latin_title(cs_text bare)
{
    return (unsigned char)bare.bytes[0] < 0x80;
}

/* Backwards, so that of two equal titles the first one comes first. */
static void chain_titles(struct cs_titles *titles)
{
    for (size_t i = KNOWN; i-- > 0;) {
        cs_text bare = titles->bare[i];
        if (bare.size == 0)
            continue;
        chain(&titles->by_end, last_byte(bare), i);
        if (!is_latin_title(bare) && bare.size >= SHORTEST_WITHIN)
            chain(&titles->by_start, first_character(bare.bytes), i);
    }
}

/* True if a title at the end of a text determines its meaning. Short Latin words end too many others, but 管理No. is a
 * number and "Not applicable" an answer. */
static bool may_end(const struct cs_titles *titles, size_t title, cs_text bare)
{
    enum cs_role role = known[title].role;
    size_t size = titles->bare[title].size;
    if (!is_latin_title(titles->bare[title]) || (role == CS_ROLE_NUMBER && is_behind_kanji(bare, size)))
        return true;
    return size >= SHORTEST_LATIN && role != CS_ROLE_APPLICABLE;
}

/* Reads the longest title at the end of the text or, from three characters on, inside it; Latin ones only at the end. */
static bool read_end(const struct cs_titles *titles, cs_text bare, struct cs_title *read)
{
    size_t best = KNOWN, longest = 0;
    for (size_t i = bare.size ? titles->by_end.first[last_byte(bare)] : 0; i; i = titles->by_end.next[i - 1])
        if (titles->bare[i - 1].size > longest && cs_text_ends(bare, titles->bare[i - 1]) &&
            may_end(titles, i - 1, bare)) {
            best = i - 1;
            longest = titles->bare[best].size;
        }
    for (cs_text rest = bare; longest == 0 && rest.size >= SHORTEST_WITHIN; rest = cs_text_skip(rest, 1))
        for (size_t i = titles->by_start.first[first_character(rest.bytes)]; i; i = titles->by_start.next[i - 1]) {
            size_t size = titles->bare[i - 1].size, most = best == KNOWN ? 0 : titles->bare[best].size;
            if ((size > most || (size == most && i - 1 < best)) && cs_text_starts(rest, titles->bare[i - 1]))
                best = i - 1;
        }
    return found(best == KNOWN ? NULL : &known[best], 1, read);
}

const struct cs_titles *cs_titles_new(struct cs_job *job, const struct cs_catalog *const *catalogs, uint32_t count)
{
    struct cs_titles *titles = cs_alloc(&job->arena, sizeof *titles);
    titles->job = job;
    for (size_t i = 0; i < KNOWN; i++) {
        titles->bare[i] = bare_title(titles, known[i].title);
        uint32_t before = titles->names.count, name = cs_names_add(&job->arena, &titles->names, titles->bare[i]);
        if (name == before)
            titles->of_name[name] = &known[i];
    }
    chain_titles(titles);
    add_layouts(titles, catalogs, count);
    return titles;
}

/* --- its year ----------------------------------------------------------------------------------------------------- */

/* The number that a text begins with, and how many digits it has. */
static size_t digits_at(cs_text text, unsigned *number)
{
    size_t size = 0;
    for (*number = 0; size < text.size && cs_is_digit(text.bytes[size]); size++)
        *number = *number < 10000 ? *number * 10 + (unsigned)(text.bytes[size] - '0') : *number;
    return size;
}

/* Takes 2025, FY25, 令和7 or R7 off the front: the year, or 0 if there is none. */
static unsigned take_year(cs_text *text)
{
    unsigned number;
    cs_text rest = *text;
    bool is_fiscal = cs_take(&rest, CS_TEXT("FY")) || cs_take(&rest, CS_TEXT("fy"));
    unsigned before = is_fiscal ? 2000 : (unsigned)cs_take_era(&rest);
    size_t size = digits_at(rest, &number);
    bool is_western = size == 4 && number >= 1990 && number < 2100;
    bool is_first = before && cs_text_starts(rest, CS_TEXT("元年"));
    if (!is_western && !is_first && (before == 0 || size == 0 || size > 2))
        return 0;
    *text = cs_text_skip(rest, is_first ? CS_TEXT("元").size : size);
    return is_western ? number : before + (is_first ? 1 : number);
}

unsigned cs_title_year(struct cs_job *job, cs_text title)
{
    unsigned number;
    cs_text rest = cs_text_fold(&job->arena, title);
    for (size_t size; rest.size; rest = cs_text_skip(rest, size)) {
        unsigned year = take_year(&rest);
        if (year)
            return year;
        size = digits_at(rest, &number);
        while (size < rest.size && cs_is_ascii_letter(rest.bytes[size]))
            size++;
        size += size == 0;
    }
    return 0;
}

/* 令和7年度: a year and nothing else. */
static bool is_year(struct cs_job *job, cs_text title)
{
    cs_text rest = cs_text_fold(&job->arena, title);
    return take_year(&rest) && (cs_text_equal(rest, CS_TEXT("年度")) || cs_text_equal(rest, CS_TEXT("年度分")));
}

/* --- the title --------------------------------------------------------------------------------------------------- */

/* True for an answer that was given before, or by somebody else, or is an example or a target: no answer column. */
static bool is_of_others(cs_text title)
{
    static const cs_text words[] = {
#define CS_OF_OTHERS(word) CS_LITERAL(word),
#include "import/title/of_others.def"
#undef CS_OF_OTHERS
    };
    return cs_text_holds_one(title, words, sizeof words / sizeof *words);
}

/* True for a question or an instruction: longer than a title, and ending as a sentence. */
static bool is_sentence(cs_text title)
{
    enum { LONGEST_WORDS = 40 };
    bool ends = cs_text_ends(title, CS_TEXT("?")) || cs_text_ends(title, CS_TEXT("？")) ||
                cs_text_ends(title, CS_TEXT("。")) || cs_text_ends(title, CS_TEXT(".")) ||
                cs_text_ends(title, CS_TEXT("か"));
    return ends && title.size > LONGEST_WORDS;
}

/* False for a number, a date, a dash: every title has a letter. */
static bool has_letter(cs_text title)
{
    for (size_t i = 0; i < title.size; i++)
        if (cs_is_ascii_letter(title.bytes[i]) || (unsigned char)title.bytes[i] >= 0x80)
            return true;
    return false;
}

/* Without the language in brackets behind it: 回答（日） is no 回答日. */
static cs_text without_language(cs_text title)
{
    static const cs_text ends[] = {CS_LITERAL("（日）"), CS_LITERAL("(日)"), CS_LITERAL("（英）"), CS_LITERAL("(英)")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cs_text_ends(title, ends[i]))
            return cs_text_trim((cs_text){title.bytes, title.size - ends[i].size});
    return title;
}

/* True for a title of nothing but the signs to choose from: ○×, 〇/△/×. */
static bool is_signs(cs_text title)
{
    static const cs_text between[] = {CS_LITERAL(" "),  CS_LITERAL("/"), CS_LITERAL("／"),
                                      CS_LITERAL("・"), CS_LITERAL(","), CS_LITERAL("、")};
    uint32_t count = 0;
    while (title.size) {
        enum cs_state state;
        size_t size = cs_mark_sign(title, &state);
        count += size > 0;
        for (size_t i = 0; i < sizeof between / sizeof *between && size == 0; i++)
            size = cs_text_starts(title, between[i]) ? between[i].size : 0;
        if (size == 0)
            return false;
        title = cs_text_skip(title, size);
    }
    return count > 1;
}

struct cs_title cs_title_read(const struct cs_titles *titles, cs_text title)
{
    struct cs_title read = {.role = CS_ROLE_OTHER};
    title = without_language(cs_text_trim(title));
    if (!cs_may_be_title(title))
        return read;
    cs_text head = cs_text_trim(head_of(title));
    if (cs_text_equal(head, CS_TEXT("#")) || cs_text_equal(head, CS_TEXT("＃")))
        return (struct cs_title){CS_ROLE_NUMBER, 2, 3};
    if (!has_letter(title))
        return read;
    if (found(find(titles, bare_title(titles, title)), 2, &read))
        return read;
    if (is_signs(title))
        return (struct cs_title){CS_ROLE_ANSWER, 2, 3};
    if (cs_title_states(titles->job, title))
        return (struct cs_title){CS_ROLE_REMARK, 2, 1};
    if (is_of_others(title))
        return (struct cs_title){CS_ROLE_OTHER, 1, 1};
    if (is_year(titles->job, title))
        return (struct cs_title){CS_ROLE_ANSWER, 1, 1};
    if (found(find(titles, bare_title(titles, head)), 2, &read) || is_sentence(head) || read_half(titles, head, &read))
        return read;
    if (is_latin(head) && read_last_words(titles, head, &read))
        return read;
    if (read_end(titles, bare_title(titles, head), &read))
        return read;
    uint32_t name = cs_names_find(&titles->layout_names, bare_title(titles, title));
    if (name != CS_NO_NAME && titles->layout_roles[name] != CS_ROLE_OTHER)
        read = (struct cs_title){titles->layout_roles[name], 1, 1};
    return read;
}

bool cs_title_is_known(const struct cs_titles *titles, cs_text title)
{
    return find(titles, bare_title(titles, title)) != NULL;
}

bool cs_title_is_of(cs_text word)
{
    return is_of(word);
}
