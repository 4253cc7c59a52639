/* Prefaces and footers: see preface.h. */
#include "base/unicode.h"
#include "match/similar.h"
#include "model/value.h"
#include "import/legend/legend.h"
#include "import/page/preface.h"
#include "checksheet/sheet_words.h"

/* Labels of facts that this program has a word for. */
static const struct {
    cs_word_id word;
    cs_text label;
} labels[] = {
#define CS_LABEL(word, label) {CS_WORD_##word, CS_LITERAL(label)},
#include "import/page/labels.def"
#undef CS_LABEL
};

static bool find_bare(cs_text bare, cs_word_id *word)
{
    for (size_t i = 0; i < sizeof labels / sizeof *labels && bare.size; i++)
        if (cs_text_equal(labels[i].label, bare)) {
            *word = labels[i].word;
            return true;
        }
    return false;
}

/* Strips one of several words from the beginning or the end of a normalized text; false if it has none. */
static bool take_off(cs_text *bare, const cs_text *words, size_t count, bool is_end)
{
    for (size_t i = 0; i < count; i++) {
        if (bare->size <= words[i].size || !(is_end ? cs_text_ends(*bare, words[i]) : cs_text_starts(*bare, words[i])))
            continue;
        *bare = (cs_text){bare->bytes + (is_end ? 0 : words[i].size), bare->size - words[i].size};
        return true;
    }
    return false;
}

static bool find_in(cs_text whole, cs_word_id *word)
{
    static const cs_text before[] = {
#define CS_BEFORE_LABEL(word) CS_LITERAL(word),
#include "import/page/words.def"
    };
    static const cs_text behind[] = {
#define CS_BEHIND_LABEL(word) CS_LITERAL(word),
#include "import/page/words.def"
    };
    cs_text bare = whole;
    if (find_bare(bare, word))
        return true;
    while (take_off(&bare, before, sizeof before / sizeof *before, false))
        if (find_bare(bare, word))
            return true;
    for (bare = whole; take_off(&bare, behind, sizeof behind / sizeof *behind, true);) {
        cs_text inner = bare;
        while (take_off(&inner, before, sizeof before / sizeof *before, false) && !find_bare(inner, word)) {
        }
        if (find_bare(inner, word))
            return true;
    }
    return false;
}

/* True if a normalized text is a label in English and the same in Japanese, in either order: Company 会社名. */
static bool find_in_both(cs_text bare, cs_word_id *word)
{
    size_t border = 0;
    cs_word_id other;
    while (border < bare.size && (bare.bytes[border] & 0x80) == (bare.bytes[0] & 0x80))
        border++;
    for (size_t i = border; i < bare.size; i++)
        if ((bare.bytes[i] & 0x80) == (bare.bytes[0] & 0x80))
            return false;
    return border < bare.size && find_in((cs_text){bare.bytes, border}, word) &&
           find_in(cs_text_skip(bare, border), &other) && *word == other;
}

static bool find_label(struct cs_job *job, cs_text text, cs_word_id *word)
{
    enum { LONGEST = 60 };
    cs_text bare = text.size <= LONGEST ? cs_text_bare(&job->arena, text) : (cs_text){0};
    return find_in(bare, word) || find_in_both(bare, word);
}

bool cs_preface_label(struct cs_job *job, cs_text text, cs_word_id *word)
{
    return find_label(job, text, word);
}

/* True for the label of a field that is filled in by hand and has no meaning here. */
static bool is_blank_to_fill(cs_text bare)
{
    static const cs_text fields[] = {
#define CS_BLANK_LABEL(word) CS_LITERAL(word),
#include "import/page/words.def"
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (cs_text_equal(fields[i], bare))
            return true;
    return false;
}

bool cs_preface_is_label(struct cs_job *job, cs_text text)
{
    enum { LONGEST = 60 };
    cs_word_id word;
    if (find_label(job, text, &word))
        return true;
    return text.size <= LONGEST && is_blank_to_fill(cs_text_bare(&job->arena, text));
}

/* Splits a label from its text: バージョン：1.2 in one cell. */
static bool split_label(struct cs_job *job, cs_text whole, cs_text *text, cs_word_id *word)
{
    static const cs_text colons[] = {CS_LITERAL("："), CS_LITERAL(":")};
    for (size_t i = 0; i < sizeof colons / sizeof *colons; i++) {
        ptrdiff_t at = cs_text_find(whole, colons[i]);
        if (at <= 0 || !find_label(job, (cs_text){whole.bytes, (size_t)at}, word))
            continue;
        *text = cs_text_trim(cs_text_skip(whole, (size_t)at + colons[i].size));
        return text->size > 0;
    }
    return false;
}

static void fill_in(struct cs_job *job, struct cs_sheet *sheet, cs_word_id word, cs_text text)
{
    struct cs_date date;
    if (word == CS_WORD_SERVICE && sheet->service.size == 0)
        sheet->service = text;
    if (word == CS_WORD_VENDOR && sheet->vendor.size == 0)
        sheet->vendor = text;
    cs_text folded = cs_text_trim(cs_text_fold(&job->arena, text));
    if (word == CS_WORD_ANSWERED_ON && sheet->date.year == 0 && cs_date_of_writing(folded, &date))
        sheet->date = date;
}

static cs_text without_colon(cs_text label)
{
    if (cs_text_ends(label, CS_TEXT("：")))
        label.size -= 3;
    else if (cs_text_ends(label, CS_TEXT(":")))
        label.size--;
    return label;
}

/* True for 別紙1 and 別添, which number an annex and are no titles. */
static bool is_annex(cs_text text)
{
    enum { LONGEST = 18 };
    return text.size <= LONGEST && (cs_text_starts(text, CS_TEXT("別紙")) || cs_text_starts(text, CS_TEXT("別添")) ||
                                    cs_text_starts(text, CS_TEXT("様式")));
}

bool cs_preface_names_sheet(cs_text text)
{
    static const cs_text words[] = {
#define CS_SHEET_NAME(word) CS_LITERAL(word),
#include "import/page/words.def"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_find(text, words[i]) >= 0)
            return true;
    return false;
}

/* A title that is split over two cells. */
static cs_text parted_title(struct cs_job *job, const struct cs_sheet *sheet, const struct cs_line *line)
{
    enum { LONGEST = 75 };
    cs_text label = line->label, text = line->text;
    if (sheet->title.size || label.size == 0 || line->row >= line->page->first || label.size > LONGEST ||
        text.size > LONGEST || !cs_preface_names_sheet(text) || cs_text_ends(label, CS_TEXT("：")) ||
        cs_text_ends(label, CS_TEXT(":")) || cs_text_ends(text, CS_TEXT("。")) || cs_preface_is_label(job, label))
        return (cs_text){0};
    struct cs_buf title = {0};
    cs_buf_add(&title, label);
    cs_buf_add_byte(&title, ' ');
    cs_buf_add(&title, text);
    return cs_buf_take(&job->arena, &title);
}

static bool is_title(struct cs_job *job, const struct cs_sheet *sheet, const struct cs_line *line)
{
    enum { LONGEST = 150 };
    return sheet->title.size == 0 && line->label.size == 0 && !cs_is_legend(job, line->text) &&
           !cs_preface_is_label(job, line->text) && line->row < line->page->first && line->text.size <= LONGEST &&
           !is_annex(line->text) && !cs_text_ends(line->text, CS_TEXT("御中")) &&
           !cs_text_ends(line->text, CS_TEXT("様")) && !cs_text_ends(line->text, CS_TEXT("。")) &&
           !cs_text_starts(line->text, CS_TEXT("※"));
}

/* Reads 株式会社サンプルが提供する「サンプルクラウド」: vendor and service. */
static void read_offer(struct cs_sheet *sheet, cs_text text)
{
    const cs_text offers = CS_TEXT("が提供する");
    ptrdiff_t at = cs_text_find(text, offers);
    cs_text vendor = {text.bytes, at > 0 ? (size_t)at : 0}, behind = cs_text_skip(text, vendor.size + offers.size);
    static const cs_text begins[] = {CS_LITERAL("本チェックシートは"),
                                     CS_LITERAL("本書は"),
                                     CS_LITERAL("本シートは"),
                                     CS_LITERAL("このシートは"),
                                     CS_LITERAL("◆"),
                                     CS_LITERAL("・"),
                                     CS_LITERAL("、")};
    ptrdiff_t open = at > 0 ? cs_text_find(behind, CS_TEXT("「")) : -1, close = cs_text_find(behind, CS_TEXT("」"));
    enum { NEAR = 40, LONGEST = 90 };
    if (open < 0 || open > NEAR || close < open)
        return;
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
        ptrdiff_t found = cs_text_find(vendor, begins[i]);
        if (found >= 0)
            vendor = cs_text_skip(vendor, (size_t)found + begins[i].size);
    }
    size_t mark = CS_TEXT("「").size;
    cs_text service = {behind.bytes + open + mark, (size_t)(close - open) - mark};
    if (sheet->vendor.size == 0 && vendor.size && vendor.size <= LONGEST)
        sheet->vendor = cs_text_trim(vendor);
    if (sheet->service.size == 0 && service.size <= LONGEST)
        sheet->service = service;
}

void cs_preface_take(struct cs_job *job, struct cs_sheet *sheet, const struct cs_line *line, bool known)
{
    cs_word_id word;
    cs_text text = line->text, label = line->label;
    bool found = label.size ? find_label(job, label, &word) : split_label(job, line->text, &text, &word);
    if (found) {
        fill_in(job, sheet, word, text);
        cs_sheet_add_note(job, sheet, cs_word(word, sheet->language), text);
        return;
    }
    cs_text parted = known ? (cs_text){0} : parted_title(job, sheet, line);
    if (known)
        return;
    if (parted.size || is_title(job, sheet, line)) {
        text = parted.size ? parted : text;
        read_offer(sheet, text);
        sheet->title = text;
        cs_sheet_add_row(job, sheet, CS_ROW_TITLE, 1)->cells[0].text = text;
    } else if (text.size || label.size) {
        read_offer(sheet, text);
        cs_sheet_add_note(job, sheet, without_colon(label), text);
    }
}

void cs_preface_add(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text)
{
    cs_word_id word;
    if (find_label(job, label, &word))
        fill_in(job, sheet, word, text);
    cs_sheet_add_note(job, sheet, label, text);
}

cs_text cs_preface_based_on(struct cs_job *job, const struct cs_line *line)
{
    cs_word_id word;
    cs_text text = line->text;
    bool found = line->label.size ? find_label(job, line->label, &word) : split_label(job, line->text, &text, &word);
    return found && word == CS_WORD_BASED_ON ? text : (cs_text){0};
}
