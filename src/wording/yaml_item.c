/* Items of a catalog as YAML, in the order in which checksheet-catalog(5) names their keys. */
#include "wording/yaml_item.h"
#include "base/yaml_out.h"

static void add_key(struct cs_buf *out, uint32_t indent, cs_text key)
{
    cs_buf_add_repeat(out, ' ', indent);
    cs_yaml_add_key(out, (cs_text){0}, key);
    cs_buf_add(out, CS_TEXT(":\n"));
}

static bool has_other_language(const struct cs_words *words, enum cs_language language)
{
    return words->in[language == CS_JA ? CS_EN : CS_JA].size > 0;
}

void cs_yaml_add_words(struct cs_buf *out, uint32_t indent, cs_text key, const struct cs_words *words,
                       enum cs_language language)
{
    if (!words || (words->in[CS_JA].size == 0 && words->in[CS_EN].size == 0))
        return;
    if (!has_other_language(words, language)) {
        cs_yaml_add_field(out, indent, key, words->in[language]);
        return;
    }
    add_key(out, indent, key);
    for (int i = 0; i < CS_LANGUAGES; i++)
        if (words->in[i].size)
            cs_yaml_add_field(out, indent + CS_YAML_STEP, cs_language_code((enum cs_language)i), words->in[i]);
}

static void add_texts(struct cs_buf *out, uint32_t indent, cs_text key, const cs_text *texts, uint32_t count)
{
    if (count == 1)
        cs_yaml_add_field(out, indent, key, texts[0]);
    if (count < 2)
        return;
    add_key(out, indent, key);
    for (uint32_t i = 0; i < count; i++) {
        cs_buf_add_repeat(out, ' ', indent + CS_YAML_STEP);
        cs_buf_add_byte(out, '-');
        cs_yaml_add_value(out, indent + CS_YAML_STEP, texts[i]);
    }
}

static void add_formers(struct cs_buf *out, uint32_t indent, const struct cs_item *item)
{
    if (item->former_count)
        add_key(out, indent, CS_TEXT("was"));
    for (uint32_t i = 0; i < item->former_count; i++)
        add_texts(out, indent + CS_YAML_STEP, item->formers[i].edition, item->formers[i].numbers,
                  item->formers[i].count);
}

static void add_true(struct cs_buf *out, uint32_t indent, const char *key, bool is_true)
{
    if (is_true)
        cs_yaml_add_field(out, indent, cs_text_of(key), CS_TEXT("true"));
}

static void add_kind(struct cs_buf *out, uint32_t indent, enum cs_kind kind, enum cs_kind usual)
{
    if (kind != usual)
        cs_yaml_add_field(out, indent, CS_TEXT("kind"), cs_kind_word(kind));
}

static void add_choices(struct cs_buf *out, uint32_t indent, const struct cs_choice *choices, uint32_t count,
                        enum cs_language language)
{
    if (count)
        add_key(out, indent, CS_TEXT("choices"));
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_choice *choice = &choices[i];
        if (!choice->alone) {
            cs_yaml_add_words(out, indent + CS_YAML_STEP, choice->id, &choice->label, language);
            continue;
        }
        add_key(out, indent + CS_YAML_STEP, choice->id);
        for (int k = 0; k < CS_LANGUAGES; k++)
            if (choice->label.in[k].size)
                cs_yaml_add_field(out, indent + 2 * CS_YAML_STEP, cs_language_code((enum cs_language)k),
                                  choice->label.in[k]);
        add_true(out, indent + 2 * CS_YAML_STEP, "alone", true);
    }
}

/* The word for a set of states: that of a single state, or "any". */
static cs_text when_of(uint32_t states)
{
    for (int state = CS_STATE_OK; state < CS_STATES; state++)
        if (states == 1u << state)
            return cs_state_word((enum cs_state)state);
    return CS_TEXT("any");
}

static void add_demands(struct cs_buf *out, uint32_t indent, const struct cs_item *item, enum cs_language language)
{
    if (item->demand_count)
        add_key(out, indent, CS_TEXT("detail"));
    for (uint32_t i = 0; i < item->demand_count; i++) {
        const struct cs_demand *demand = &item->demands[i];
        cs_buf_add_repeat(out, ' ', indent + CS_YAML_STEP);
        cs_buf_add(out, CS_TEXT("- when: "));
        cs_buf_add(out, when_of(demand->when));
        cs_buf_add_byte(out, '\n');
        cs_yaml_add_words(out, indent + 2 * CS_YAML_STEP, CS_TEXT("ask"), demand->ask, language);
        add_kind(out, indent + 2 * CS_YAML_STEP, demand->kind, CS_KIND_TEXT);
        add_texts(out, indent + 2 * CS_YAML_STEP, CS_TEXT("unit"), demand->units, demand->unit_count);
        add_choices(out, indent + 2 * CS_YAML_STEP, demand->choices, demand->choice_count, language);
        add_true(out, indent + 2 * CS_YAML_STEP, "optional", demand->optional);
    }
}

static void add_gate(struct cs_buf *out, uint32_t indent, const struct cs_item *item)
{
    struct cs_buf gate = {0};
    if (item->gate.size == 0)
        return;
    cs_buf_add(&gate, item->gate);
    cs_buf_add_byte(&gate, ' ');
    cs_buf_add(&gate, cs_state_word(item->gate_state));
    cs_yaml_add_field(out, indent, CS_TEXT("if"), cs_buf_text(&gate));
    cs_buf_free(&gate);
}

static bool is_short(const struct cs_item *item, enum cs_language language)
{
    return item->kind == CS_KIND_MARK && item->flag == CS_FLAG_NONE && item->good == CS_STATE_OK && !item->negated &&
           !item->capability && !item->wants_value && item->level.size == 0 && !item->none_allowed && !item->many &&
           !item->most.size && !item->guide && !item->group && !item->name &&
           item->unit_count + item->ref_count + item->same_count + item->former_count == 0 &&
           item->choice_count + item->demand_count == 0 && item->gate.size == 0 && item->ask &&
           !has_other_language(item->ask, language);
}

void cs_yaml_add_item(struct cs_buf *out, uint32_t indent, const struct cs_item *item, enum cs_language language)
{
    uint32_t below = indent + CS_YAML_STEP;
    if (is_short(item, language)) {
        cs_yaml_add_words(out, indent, item->id, item->ask, language);
        return;
    }
    add_key(out, indent, item->id);
    cs_yaml_add_words(out, below, CS_TEXT("group"), item->group, language);
    cs_yaml_add_words(out, below, CS_TEXT("name"), item->name, language);
    cs_yaml_add_words(out, below, CS_TEXT("ask"), item->ask, language);
    cs_yaml_add_words(out, below, CS_TEXT("guide"), item->guide, language);
    if (item->level.size)
        cs_yaml_add_field(out, below, CS_TEXT("level"), item->level);
    if (item->flag != CS_FLAG_NONE)
        cs_yaml_add_field(out, below, CS_TEXT("flag"), cs_flag_text(item->flag, language));
    add_kind(out, below, item->kind, CS_KIND_MARK);
    add_texts(out, below, CS_TEXT("unit"), item->units, item->unit_count);
    add_true(out, below, "none", item->none_allowed);
    if (item->most.size)
        cs_yaml_add_field(out, below, CS_TEXT("most"), item->most);
    add_true(out, below, "many", item->many);
    add_choices(out, below, item->choices, item->choice_count, language);
    add_demands(out, below, item, language);
    add_texts(out, below, CS_TEXT("ref"), item->refs, item->ref_count);
    add_texts(out, below, CS_TEXT("same"), item->sames, item->same_count);
    add_formers(out, below, item);
    if (item->good != CS_STATE_OK)
        cs_yaml_add_field(out, below, CS_TEXT("good"),
                          item->good == CS_STATE_NONE ? CS_TEXT("none") : cs_state_word(item->good));
    add_true(out, below, "negated", item->negated);
    add_true(out, below, "capability", item->capability);
    add_true(out, below, "value", item->wants_value);
    add_gate(out, below, item);
}

/* ●: ok, or the long form of the sign. */
static void add_mark(struct cs_buf *out, uint32_t indent, const struct cs_mark *mark, enum cs_language language)
{
    uint32_t below = indent + CS_YAML_STEP;
    bool has_words = false;
    for (int i = 0; i < CS_LANGUAGES; i++)
        has_words |= mark->label.in[i].size || mark->guide.in[i].size;
    if (!has_words && !mark->remark_required) {
        cs_yaml_add_field(out, indent, mark->sign, cs_state_word(mark->state));
        return;
    }
    add_key(out, indent, mark->sign);
    cs_yaml_add_field(out, below, CS_TEXT("id"), cs_state_word(mark->state));
    cs_yaml_add_words(out, below, CS_TEXT("label"), &mark->label, language);
    cs_yaml_add_words(out, below, CS_TEXT("guide"), &mark->guide, language);
    if (mark->remark_required)
        cs_yaml_add_field(out, below, CS_TEXT("remark"), CS_TEXT("required"));
}

void cs_yaml_add_layout(struct cs_buf *out, const struct cs_layout *layout, enum cs_language language)
{
    cs_buf_add(out, CS_TEXT("layout:\n  columns:\n"));
    for (uint32_t i = 0; i < layout->column_count; i++) {
        const struct cs_words *title = &layout->titles[i];
        cs_text role = cs_role_word(layout->columns[i]);
        cs_buf_add(out, CS_TEXT("    -"));
        if (title->in[CS_JA].size == 0 && title->in[CS_EN].size == 0) {
            cs_yaml_add_value(out, 2 * CS_YAML_STEP, role);
            continue;
        }
        cs_buf_add(out, CS_TEXT(" "));
        struct cs_buf entry = {0};
        cs_yaml_add_words(&entry, 3 * CS_YAML_STEP, role, title, language);
        cs_buf_add(out, cs_text_skip(cs_buf_text(&entry), 3 * (size_t)CS_YAML_STEP));
        cs_buf_free(&entry);
    }
    if (layout->numbers == CS_NUMBERS_LAST)
        cs_yaml_add_field(out, CS_YAML_STEP, CS_TEXT("numbers"), CS_TEXT("last"));
    if (layout->mark_count)
        add_key(out, CS_YAML_STEP, CS_TEXT("marks"));
    for (uint32_t i = 0; i < layout->mark_count; i++)
        add_mark(out, 2 * CS_YAML_STEP, &layout->marks[i], language);
}
