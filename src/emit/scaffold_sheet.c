/* A catalog made from a sheet that nobody has seen before. */
#include "base/job.h"
#include "base/names.h"
#include "checksheet/scaffold.h"
#include "emit/yaml_out.h"

struct asker {
    struct cs_job *job;
    const struct cs_sheet *sheet;
    struct cs_buf *out;
    struct cs_names ids, titles;
    uint32_t made; /* numbers given so far */
    bool in_section;
};

static cs_text cell(const struct asker *asker, const struct cs_row *row, enum cs_role role)
{
    uint32_t column = cs_sheet_column(asker->sheet, role);
    return column == CS_NO_COLUMN ? (cs_text){0} : cs_text_trim(row->cells[column].text);
}

static bool is_new(struct asker *asker, struct cs_names *names, cs_text text)
{
    uint32_t known = names->count;
    return cs_names_add(&asker->job->arena, names, text) == known;
}

/* The item's own number, or one that nobody else has: x1, x2. */
static cs_text id_of(struct asker *asker, const struct cs_row *row)
{
    cs_text id = row->key;
    while (id.size == 0 || !is_new(asker, &asker->ids, id)) {
        struct cs_buf made = {0};
        cs_buf_print(&made, "x%lu", (unsigned long)++asker->made);
        id = cs_buf_copy(&asker->job->arena, &made);
        cs_buf_free(&made);
    }
    return id;
}

/* 必須 and 選択, where the sheet says so. */
static cs_text flag_of(const struct asker *asker, const struct cs_row *row)
{
    cs_text flag = cell(asker, row, CS_ROLE_FLAG);
    for (int in = 0; in < CS_LANGUAGES; in++) {
        if (cs_text_equal(flag, cs_word(CS_WORD_FLAG_REQUIRED, (enum cs_language)in)))
            return CS_TEXT("必須");
        if (cs_text_equal(flag, cs_word(CS_WORD_FLAG_OPTIONAL, (enum cs_language)in)))
            return CS_TEXT("選択");
    }
    return (cs_text){0};
}

static void add_item(struct asker *asker, const struct cs_row *row)
{
    uint32_t indent = asker->in_section ? 2 * CS_YAML_STEP : CS_YAML_STEP;
    cs_text question = cell(asker, row, CS_ROLE_QUESTION), flag = flag_of(asker, row);
    cs_text group = cell(asker, row, CS_ROLE_GROUP), name = cell(asker, row, CS_ROLE_NAME);
    question = question.size ? question : name;
    if (question.size == 0)
        return;
    if (group.size == 0 && flag.size == 0 && (name.size == 0 || cs_text_equal(name, question))) {
        cs_yaml_add_field(asker->out, indent, id_of(asker, row), question);
        return;
    }
    cs_yaml_add_field(asker->out, indent, id_of(asker, row), (cs_text){0});
    cs_yaml_add_field(asker->out, indent + CS_YAML_STEP, CS_TEXT("ask"), question);
    if (group.size)
        cs_yaml_add_field(asker->out, indent + CS_YAML_STEP, CS_TEXT("group"), group);
    if (name.size && !cs_text_equal(name, question))
        cs_yaml_add_field(asker->out, indent + CS_YAML_STEP, CS_TEXT("name"), name);
    if (flag.size)
        cs_yaml_add_field(asker->out, indent + CS_YAML_STEP, CS_TEXT("flag"), flag);
}

/* A heading; the same one a second time, as above the rest of a long section, goes on with a number behind it. */
static void enter_section(struct asker *asker, cs_text title)
{
    struct cs_buf again = {0};
    for (uint32_t i = 2; !is_new(asker, &asker->titles, title); i++) {
        cs_buf_clear(&again);
        cs_buf_add(&again, title);
        cs_buf_print(&again, " (%lu)", (unsigned long)i);
        title = cs_buf_copy(&asker->job->arena, &again);
    }
    cs_buf_free(&again);
    cs_yaml_add_field(asker->out, CS_YAML_STEP, title, (cs_text){0});
    asker->in_section = true;
}

/* The heading that an item stands under: that of its columns, or of the rows above it. */
static cs_text heading_of(const struct asker *asker, const struct cs_row *row, cs_text above)
{
    cs_text section = cell(asker, row, CS_ROLE_SECTION), chapter = cell(asker, row, CS_ROLE_CHAPTER);
    return section.size ? section : chapter.size ? chapter : above;
}

static void add_items(struct asker *asker)
{
    cs_text above = {0}, now = {0};
    bool loose = false;
    for (uint32_t i = 0; i < asker->sheet->row_count; i++) {
        const struct cs_row *row = &asker->sheet->rows[i];
        if (row->kind == CS_ROW_SECTION)
            above = cs_text_trim(row->cells[0].text);
        if (row->kind != CS_ROW_ITEM)
            continue;
        cs_text heading = heading_of(asker, row, above);
        if (heading.size == 0 && !asker->in_section && !loose)
            cs_buf_add(asker->out, CS_TEXT("items:\n"));
        loose = heading.size == 0;
        if (heading.size && !asker->in_section)
            cs_buf_add(asker->out, CS_TEXT("sections:\n"));
        if (heading.size && !cs_text_equal(heading, now))
            enter_section(asker, heading);
        now = heading.size ? heading : now;
        add_item(asker, row);
    }
}

/* What the preface says of the sheet's edition, or that this is its first. */
static cs_text edition_of(const struct cs_sheet *sheet)
{
    cs_text label = cs_word(CS_WORD_SHEET_EDITION, sheet->language);
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].kind == CS_ROW_NOTE && cs_text_equal(sheet->rows[i].cells[0].text, label))
            return sheet->rows[i].cells[1].text;
    return CS_TEXT("1");
}

void cs_scaffold_catalog_of(struct cs_job *job, const struct cs_sheet *sheet, cs_text id, struct cs_buf *out)
{
    struct asker asker = {.job = job, .sheet = sheet, .out = out};
    cs_buf_add(out, CS_TEXT("checksheet: catalog/1\n"));
    cs_yaml_add_field(out, 0, CS_TEXT("id"), id);
    cs_yaml_add_field(out, 0, CS_TEXT("language"), cs_language_code(sheet->language));
    cs_yaml_add_field(out, 0, CS_TEXT("title"), sheet->title.size ? sheet->title : id);
    cs_yaml_add_field(out, 0, CS_TEXT("edition"), edition_of(sheet));
    add_items(&asker);
}
