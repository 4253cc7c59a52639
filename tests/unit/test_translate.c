/* Translating: an answer is carried over where it follows from what a person or crosswalks say, and nowhere else. */
#include "checksheet.h"
#include "match/links.h"
#include "support.h"

/* Catalogs of one letter, each with items 1 to 4 that have nothing in common but what is given. */
struct world {
    struct cs_job *job;
    const struct cs_catalog *catalogs[8];
    uint32_t catalog_count;
    const struct cs_crosswalk *crosswalks[8];
    struct cs_crosswalk_name names[8];
    struct cs_crosswalks net;
    struct cs_catalogs finder;
    struct cs_memory *memory;
    const struct cs_translation *translation;
};

static const struct cs_catalog *find(void *context, cs_text id, cs_text edition)
{
    struct world *world = context;
    for (uint32_t i = 0; i < world->catalog_count; i++)
        if (cs_text_equal(world->catalogs[i]->id, id) &&
            (edition.size == 0 || cs_catalog_is_edition(world->catalogs[i], edition)))
            return world->catalogs[i];
    return NULL;
}

static uint32_t no_ids(void *context, const cs_text **ids)
{
    (void)context;
    *ids = NULL;
    return 0;
}

static const struct cs_crosswalk *load(void *context, uint32_t index)
{
    return ((struct world *)context)->crosswalks[index];
}

static void begin(struct world *world, void **state)
{
    *world = (struct world){.job = *state};
    world->finder = (struct cs_catalogs){.find = find, .ids = no_ids, .context = world};
    world->net = (struct cs_crosswalks){load, world->names, 0, world};
}

static cs_text joined(struct cs_job *job, const char *head, const char *body)
{
    struct cs_buf buf = {0};
    cs_buf_add(&buf, cs_text_of(head));
    cs_buf_add(&buf, cs_text_of(body));
    return cs_buf_take(&job->arena, &buf);
}

static const struct cs_catalog *add_catalog(struct world *world, const char *id, const char *items)
{
    char head[160];
    snprintf(head, sizeof head,
             "checksheet: catalog/1\nid: %s\nlanguage: ja\ntitle: t\nedition: 1\n"
             "marks: {○: ok, △: part, ×: ng, －: na}\n",
             id);
    const struct cs_catalog *catalog =
        cs_load_catalog(world->job, source_of(world->job, id, joined(world->job, head, items)));
    assert_non_null(catalog);
    return world->catalogs[world->catalog_count++] = catalog;
}

static void add_crosswalk(struct world *world, const char *yaml)
{
    const struct cs_crosswalk *crosswalk = cs_load_crosswalk(
        world->job,
        source_of(world->job, "crosswalk.yaml", joined(world->job, "checksheet: crosswalk/1\nlanguage: ja\n", yaml)),
        &world->finder);
    assert_no_findings(world->job);
    world->names[world->net.count] = (struct cs_crosswalk_name){crosswalk->from->id, crosswalk->to->id};
    world->crosswalks[world->net.count++] = crosswalk;
}

static void remember(struct world *world)
{
    world->memory = cs_memory_new(world->job, cs_builtin_thesaurus(world->job), &world->net);
}

static const struct cs_profile *add_profile(struct world *world, const char *yaml)
{
    const struct cs_profile *profile =
        cs_load_profile(world->job,
                        source_of(world->job, "profile.yaml",
                                  joined(world->job, "checksheet: profile/1\nvendor: v\nservice: s\n", yaml)),
                        &world->finder);
    assert_no_findings(world->job);
    cs_memory_add_profile(world->memory, profile, true);
    return profile;
}

static void translate(struct world *world, const struct cs_catalog *catalog)
{
    cs_memory_finish(world->memory);
    world->translation = cs_translate(world->job, world->memory, catalog, NULL, 3);
}

/* "A 1 ok": whose answer an item has; or "? A 1": what is proposed first; "-": nothing. */
static const char *said(const struct world *world, uint32_t item)
{
    static char text[64];
    const struct cs_translated *translated = &world->translation->by_item[item];
    const struct cs_candidate *from = translated->from             ? translated->from
                                      : translated->proposal_count ? translated->proposals
                                                                   : NULL;
    if (!from)
        return "-";
    cs_text id = from->catalog->items[from->item].id, catalog = from->catalog->id;
    cs_text state = cs_state_word(world->translation->answers->by_item[item].state);
    snprintf(text, sizeof text, "%s%.*s %.*s%s%.*s", translated->from ? "" : "? ", (int)catalog.size, catalog.bytes,
             (int)id.size, id.bytes, translated->from ? " " : "", (int)state.size, state.bytes);
    return text;
}

#define FOUR_OF_A                                                                                                                   \
    "items:\n  1: {ask: 赤い箱を磨いたか}\n  2: {ask: 魚に餌を与えたか}\n  3: {ask: 橋の欄干を塗ったか}\n" \
    "  4: {ask: 凧糸を巻いたか}\n"
#define FOUR_OF_B                                                                                                          \
    "items:\n  1: {ask: 窓から山が見えるか}\n  2: {ask: 猫は寝ているか}\n  3: {ask: 笛は鳴ったか}\n" \
    "  4: {ask: 餅を焼いたか}\n"
#define LINKS                                                                                                          \
    "items:\n  1: [{to: 1, relation: equal, reason: r}]\n  2: [{to: 2, relation: broader, reason: r}]\n"               \
    "  3: [{to: 3, relation: narrower, reason: r}]\n  4: [{to: 4, relation: related, reason: r}]\n"

/* --- relations ------------------------------------------------------------------------------------------------------ */

/* As sets: a broader question is a set of demands that holds the other's. A chain says what holds for all such sets. */
static void a_chain_says_what_follows(void **state)
{
    (void)state;
    const enum cs_relation E = CS_RELATION_EQUAL, B = CS_RELATION_BROADER, N = CS_RELATION_NARROWER,
                           R = CS_RELATION_RELATED;
    for (uint32_t a = 1; a < 16; a++)
        for (uint32_t b = 1; b < 16; b++)
            for (uint32_t c = 1; c < 16; c++) {
                enum cs_relation first = a == b ? E : (a & b) == b ? B : (a & b) == a ? N : R;
                enum cs_relation second = b == c ? E : (b & c) == c ? B : (b & c) == b ? N : R;
                enum cs_relation all = cs_relation_chain(first, second);
                if (all == CS_RELATION_EQUAL)
                    assert_true(a == c);
                if (all == CS_RELATION_BROADER)
                    assert_true((a & c) == c);
                if (all == CS_RELATION_NARROWER)
                    assert_true((a & c) == a);
            }
    assert_int_equal(cs_relation_chain(R, R), CS_RELATIONS);
    assert_int_equal(cs_relation_chain(B, N), R);
    for (int r = 0; r < CS_RELATIONS; r++) {
        assert_int_equal(cs_relation_chain(E, (enum cs_relation)r), r);
        assert_int_equal(cs_relation_inverse(cs_relation_inverse((enum cs_relation)r)), r);
    }
}

/* equal: all but "not applicable"; asks for more: yes alone; asks for less, or overlaps: nothing. */
static void the_weakest_link_decides(void **state)
{
    static const struct {
        const char *mark, *expected[4];
    } rows[] = {
        {"○ 済み", {"A 1 ok", "A 2 ok", "? A 3", "? A 4"}},    {"△ 半分", {"A 1 part", "? A 2", "? A 3", "? A 4"}},
        {"× まだ", {"A 1 ng", "? A 2", "? A 3", "? A 4"}},     {"－ 無関係", {"? A 1", "? A 2", "? A 3", "? A 4"}},
        {"予定", {"A 1 plan", "? A 2", "? A 3", "? A 4"}},     {"非公開", {"A 1 nda", "? A 2", "? A 3", "? A 4"}},
        {"別紙参照", {"A 1 told", "? A 2", "? A 3", "? A 4"}},
    };
    for (size_t r = 0; r < COUNT(rows); r++) {
        struct world world;
        char answers[256];
        begin(&world, state);
        add_catalog(&world, "A", FOUR_OF_A);
        const struct cs_catalog *other = add_catalog(&world, "B", FOUR_OF_B);
        add_crosswalk(&world, "from: {id: A, edition: 1}\nto: {id: B, edition: 1}\n" LINKS);
        remember(&world);
        snprintf(answers, sizeof answers, "catalog: A\nanswers:\n  1: %s\n  2: %s\n  3: %s\n  4: %s\n", rows[r].mark,
                 rows[r].mark, rows[r].mark, rows[r].mark);
        add_profile(&world, answers);
        translate(&world, other);
        for (uint32_t i = 0; i < 4; i++)
            assert_string_equal(said(&world, i), rows[r].expected[i]);
        assert_int_equal(world.translation->own + world.translation->confirmed + world.translation->proposed +
                             world.translation->unknown,
                         4);
    }
}

/* What does not follow for one product does not follow for all. */
static void every_product_has_to_follow(void **state)
{
    struct world world;
    begin(&world, state);
    add_catalog(&world, "A", FOUR_OF_A);
    const struct cs_catalog *other = add_catalog(&world, "B", FOUR_OF_B);
    add_crosswalk(
        &world,
        "from: {id: A, edition: 1}\nto: {id: B, edition: 1}\nitems:\n  1: [{to: 1, relation: equal, reason: r}]\n"
        "  2: [{to: 2, relation: broader, reason: r}]\n  3: [{to: 3, relation: equal, reason: r}]\n"
        "  4: [{to: 4, relation: broader, reason: r}]\n");
    remember(&world);
    add_profile(&world,
                "catalog: A\nproducts: [甲, 乙]\nanswers:\n  1: {甲: ○ 済み, 乙: － 無関係}\n"
                "  2: {甲: ○ 済み, 乙: － 無関係}\n  3: {甲: ○ 済み, 乙: △ 半分}\n  4: {甲: ○ 済み, 乙: ○ 別}\n");
    translate(&world, other);
    assert_string_equal(said(&world, 0), "? A 1");
    assert_string_equal(said(&world, 1), "? A 2");
    assert_string_equal(said(&world, 2), "A 3 part");
    assert_string_equal(said(&world, 3), "A 4 ok");
}

/* The same in the other direction: what asks for less carries nothing, what holds it does. */
static void a_crosswalk_is_read_from_both_sides(void **state)
{
    struct world world;
    begin(&world, state);
    const struct cs_catalog *catalog = add_catalog(&world, "A", FOUR_OF_A);
    add_catalog(&world, "B", FOUR_OF_B);
    add_crosswalk(&world, "from: {id: A, edition: 1}\nto: {id: B, edition: 1}\n" LINKS);
    remember(&world);
    add_profile(&world, "catalog: B\nanswers:\n  1: ○ a\n  2: ○ b\n  3: ○ c\n  4: ○ d\n");
    translate(&world, catalog);
    assert_string_equal(said(&world, 0), "B 1 ok");
    assert_string_equal(said(&world, 1), "? B 2");
    assert_string_equal(said(&world, 2), "B 3 ok");
    assert_string_equal(said(&world, 3), "? B 4");
}

static void a_chain_carries_what_its_weakest_link_allows(void **state)
{
    struct world world;
    begin(&world, state);
    add_catalog(&world, "A", FOUR_OF_A);
    add_catalog(&world, "B", FOUR_OF_B);
    const struct cs_catalog *third = add_catalog(
        &world, "C", "items:\n  1: {ask: 港に着いたか}\n  2: {ask: 鐘を鳴らしたか}\n  3: {ask: 鍬を研いだか}\n");
    add_crosswalk(&world, "from: {id: A, edition: 1}\nto: {id: B, edition: 1}\n" LINKS);
    add_crosswalk(
        &world,
        "from: {id: B, edition: 1}\nto: {id: C, edition: 1}\nitems:\n  1: [{to: 1, relation: broader, reason: r}]\n"
        "  2: [{to: 2, relation: equal, reason: r}]\n  3: [{to: 3, relation: equal, reason: r}]\n"
        "  4: {none: r}\n");
    remember(&world);
    add_profile(&world, "catalog: A\nanswers:\n  1: ○ a\n  2: ○ b\n  3: ○ c\n");
    translate(&world, third);
    assert_string_equal(said(&world, 0), "A 1 ok");
    assert_string_equal(said(&world, 1), "A 2 ok");
    assert_string_equal(said(&world, 2), "? A 3");
    const struct cs_candidate *from = world.translation->by_item[0].from;
    assert_int_equal(from->relation, CS_RELATION_BROADER);
    assert_int_equal(from->over_count, 1);
    assert_text(from->over[0].catalog->id, "B");
    assert_text(world.translation->answers->by_item[0].same, "A 1");
    assert_text(world.translation->answers->by_item[0].remark.in[CS_JA], "a");
}

/* --- what is not asked in the same sense ------------------------------------------------------------------------------ */

static void other_profiles_count_where_texts_are_equal(void **state)
{
    struct world world;
    begin(&world, state);
    add_catalog(&world, "A", FOUR_OF_A);
    add_catalog(&world, "OLD", "items:\n  9: {ask: 猫は、寝ているか？}\n  8: {ask: 笛は鳴ったか}\n");
    const struct cs_catalog *other = add_catalog(&world, "B", FOUR_OF_B);
    add_crosswalk(&world, "from: {id: A, edition: 1}\nto: {id: B, edition: 1}\n" LINKS);
    remember(&world);
    add_profile(&world, "catalog: A\nanswers:\n  4: ○ d\n");
    add_profile(&world, "catalog: A\nanswers:\n  1: ○ 別のサービス\n  OLD 9: △ 半分\n  OLD 8: = A 4\n  4: × 違う\n");
    translate(&world, other);
    assert_string_equal(said(&world, 0), "? A 1"); /* another service's, by a crosswalk */
    assert_string_equal(said(&world, 1), "OLD 9 part");
    assert_string_equal(said(&world, 2), "A 4 ok"); /* what was said to be the same, as it is answered now */
    assert_int_equal(world.translation->by_item[2].from->via, CS_VIA_PERSON);
    assert_string_equal(said(&world, 3), "? A 4");
}

/* A text that stands twice, or below headings that speak of two things, is not known by itself. */
static void a_text_alone_may_not_be_enough(void **state)
{
    struct world world;
    begin(&world, state);
    add_catalog(&world, "A",
                "sections:\n  1 サーバのセキュリティ:\n    1: {ask: ウイルス対策ソフトを導入していますか}\n"
                "  2 バックアップ:\n    2: {ask: 手順を文書にしていますか}\n");
    const struct cs_catalog *other =
        add_catalog(&world, "B",
                    "sections:\n  2 パソコンのセキュリティ:\n    7: {ask: ウイルス対策ソフトを導入していますか。}\n"
                    "  4 バックアップについて:\n    8: {ask: 手順を文書にしていますか。}\n");
    const struct cs_catalog *twice = add_catalog(
        &world, "C",
        "sections:\n  甲:\n    1: {ask: 手順を文書にしていますか}\n  乙:\n    2: {ask: 手順を文書にしていますか}\n");
    remember(&world);
    add_profile(&world, "catalog: A\nanswers:\n  1: ○ 全台\n  2: ○ あり\n");
    translate(&world, other);
    assert_string_equal(said(&world, 0), "? A 1");
    assert_true(world.translation->by_item[0].proposals[0].is_same_text); /* which is the reason that is given */
    assert_string_equal(said(&world, 1), "A 2 ok");
    world.translation = cs_translate(world.job, world.memory, twice, NULL, 3);
    assert_string_equal(said(&world, 0), "? A 2");
    assert_string_equal(said(&world, 1), "? A 2");
}

static void an_answer_of_another_kind_is_proposed(void **state)
{
    struct world world;
    begin(&world, state);
    add_catalog(&world, "A",
                "items:\n  1: {ask: 保存期間はどれだけか, kind: duration}\n  2: {ask: 暗号化しているか}\n"
                "  3: {ask: 名前は何か, kind: text}\n");
    const struct cs_catalog *other =
        add_catalog(&world, "B",
                    "items:\n  1: {ask: 保存期間はどれだけか}\n  2: {ask: 暗号化しているか, kind: yes-no}\n"
                    "  3: {ask: 名前は何か, kind: text}\n");
    remember(&world);
    add_profile(&world, "catalog: A\nanswers:\n  1: 1年\n  2: ○ 全部\n  3: 名無し\n");
    translate(&world, other);
    assert_string_equal(said(&world, 0), "? A 1");
    assert_string_equal(said(&world, 1), "A 2 ok");
    assert_string_equal(said(&world, 2), "A 3 told");
}

static void a_question_in_other_words_is_another_one(void **state)
{
    struct world world;
    begin(&world, state);
    add_catalog(&world, "A", FOUR_OF_A);
    const struct cs_catalog *other = add_catalog(&world, "B", FOUR_OF_B);
    add_crosswalk(&world, "from: {id: A, edition: 1}\nto: {id: B, edition: 1}\n" LINKS);
    remember(&world);
    add_profile(&world, "catalog: A\nitems: {reword: {1: 青い箱を磨いたか}}\nanswers:\n  1: ○ a\n  2: ○ b\n");
    translate(&world, other);
    assert_string_equal(said(&world, 0), "? A 1");
    assert_string_equal(said(&world, 1), "A 2 ok");
}

/* Two ways that lead to two answers are a person's business. */
static void what_contradicts_itself_is_not_carried(void **state)
{
    struct world world;
    begin(&world, state);
    add_catalog(&world, "A", FOUR_OF_A);
    const struct cs_catalog *other = add_catalog(&world, "B", FOUR_OF_B);
    add_crosswalk(
        &world,
        "from: {id: A, edition: 1}\nto: {id: B, edition: 1}\nitems:\n  1: [{to: 1, relation: equal, reason: r}]\n"
        "  2: [{to: 1, relation: equal, reason: r}]\n"
        "  3: [{to: 2, relation: equal, reason: r}]\n  4: {none: r}\n");
    remember(&world);
    add_profile(&world, "catalog: A\nanswers:\n  1: ○ a\n  2: △ b\n  3: △ c\n");
    translate(&world, other);
    assert_true(world.translation->by_item[0].from == NULL);
    assert_int_equal(world.translation->by_item[0].proposal_count, 2);
    assert_string_equal(said(&world, 1), "A 3 part");
}

/* A vendor's own answer stands whatever else is known, and a catalog translates to itself. */
static void a_catalog_translates_to_itself(void **state)
{
    struct world world;
    begin(&world, state);
    const struct cs_catalog *catalog = add_catalog(&world, "A", FOUR_OF_A);
    remember(&world);
    const struct cs_profile *profile = add_profile(&world, "catalog: A\nanswers:\n  1: ○ a\n  2: － b\n  4: × c\n");
    translate(&world, catalog);
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(world.translation->answers->by_item[i].state, profile->sheets[0].by_item[i].state);
    assert_int_equal(world.translation->own, 3);
    assert_int_equal(world.translation->answers->answered, 3);
}

/* Pairs that are alike and ask for something else: the one is answered, the other never gets it. */
static void likeness_never_carries(void **state)
{
    FILE *file = fopen("tests/match/alike.tsv", "r");
    char line[1024];
    struct cs_buf items[2] = {{0}};
    unsigned count = 0;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        char *tab = strchr(line, '\t');
        if (!tab)
            continue;
        *tab = 0;
        tab[1 + strcspn(tab + 1, "\n")] = 0;
        count++;
        cs_buf_print(&items[0], "  Q%u: {ask: \"%s\"}\n", count, line);
        cs_buf_print(&items[1], "  Q%u: {ask: \"%s\"}\n", count, tab + 1);
    }
    fclose(file);
    assert_true(count >= 100);
    for (int side = 0; side < 2; side++) {
        struct world world;
        struct cs_buf answers = {0};
        begin(&world, state);
        cs_buf_add(&answers, cs_text_of("catalog: KNOWN\nanswers:\n"));
        for (unsigned i = 1; i <= count; i++)
            cs_buf_print(&answers, "  Q%u: ○ はい。\n", i);
        cs_text known = joined(world.job, "items:\n", cs_buf_take(&world.job->arena, &items[side]).bytes);
        cs_text asked = joined(world.job, "items:\n", cs_buf_copy(&world.job->arena, &items[1 - side]).bytes);
        add_catalog(&world, "KNOWN", known.bytes);
        const struct cs_catalog *other = add_catalog(&world, "ASKED", asked.bytes);
        remember(&world);
        add_profile(&world, cs_buf_take(&world.job->arena, &answers).bytes);
        translate(&world, other);
        for (uint32_t i = 0; i < other->item_count; i++)
            if (world.translation->by_item[i].from)
                assert_text(
                    cs_text_folded(world.job, other->items[i].ask->in[CS_JA]),
                    shown(cs_text_folded(
                        world.job, world.catalogs[0]->items[world.translation->by_item[i].from->item].ask->in[CS_JA])));
        cs_buf_add(&items[side], cs_text_skip(known, strlen("items:\n")));
    }
    cs_buf_free(&items[0]);
    cs_buf_free(&items[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(a_chain_says_what_follows),
        job_test(the_weakest_link_decides),
        job_test(every_product_has_to_follow),
        job_test(a_crosswalk_is_read_from_both_sides),
        job_test(a_chain_carries_what_its_weakest_link_allows),
        job_test(other_profiles_count_where_texts_are_equal),
        job_test(a_text_alone_may_not_be_enough),
        job_test(an_answer_of_another_kind_is_proposed),
        job_test(a_question_in_other_words_is_another_one),
        job_test(what_contradicts_itself_is_not_carried),
        job_test(a_catalog_translates_to_itself),
        job_test(likeness_never_carries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
