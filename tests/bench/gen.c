/* gen N DIR: makes what the benchmarks read, always the same bytes: DIR/catalog.yaml with N items in sections of 50,
 * DIR/profile.yaml with an answer to each, and DIR/cells, the cells of the sheet that these give.
 *
 * An item has a question of 77 characters, and a remark of 120 characters in its answer: for 3 items in 10 in lines. In
 * `cells` every cell ends with 0x1f and every row with 0x1e; the first row is the header. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { QUESTION = 77, REMARK = 120, REMARK_LINE = 40, SECTION = 50, LONGEST = 1024 };

/* Texts are put together from these. None means anything to YAML or to a rule of checksheet. */
static const char *const phrases[] = {
    "お客様のデータ",
    "を毎日バックアップし",
    "、",
    "復元できること",
    "を確かめています",
    "。",
    "TLS1.2以上で",
    "通信を暗号化し",
    "アクセス権限",
    "を年1回見直します",
    "監査ログ",
    "は1年間保管",
    "されます",
    "24時間365日",
    "の体制で",
    "脆弱性診断",
    "を外部に委託して",
    "実施しています",
    "利用者の認証には",
    "多要素認証",
    "が使えます",
};

struct item {
    char id[32], question[LONGEST], remark[LONGEST]; /* lines of the remark are parted by LF */
    const char *sign, *flag;
    int in_lines;
};

struct files {
    FILE *catalog, *profile, *cells;
};

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static int begins_character(char byte)
{
    return (byte & 0xc0) != 0x80;
}

/* A text of so many characters, with a line feed behind every `line` of them. */
static void make_text(char text[LONGEST], uint32_t *seed, unsigned characters, unsigned line)
{
    unsigned count = 0;
    size_t size = 0;
    const char *phrase = "";
    for (;;) {
        if (!*phrase)
            phrase = phrases[next(seed) % (sizeof phrases / sizeof *phrases)];
        if (begins_character(*phrase)) {
            if (count == characters)
                break;
            if (count && count % line == 0)
                text[size++] = '\n';
            count++;
        }
        text[size++] = *phrase++;
    }
    text[size] = '\0';
}

static void make_item(struct item *item, unsigned index)
{
    static const char *const signs[10] = {"○", "○", "○", "○", "○", "○", "○", "△", "×", "－"};
    uint32_t seed = index * 2654435761u + 1;
    snprintf(item->id, sizeof item->id, "%u-%u", index / SECTION + 1, index % SECTION + 1);
    item->sign = signs[next(&seed) % 10];
    item->flag = next(&seed) % 2 ? "必須" : "選択";
    item->in_lines = next(&seed) % 10 < 3;
    make_text(item->question, &seed, QUESTION, QUESTION);
    make_text(item->remark, &seed, REMARK, item->in_lines ? REMARK_LINE : REMARK);
}

static void write_question(FILE *out, const struct item *item, unsigned index)
{
    if (index % SECTION == 0)
        fprintf(out, "  %u 区分:\n", index / SECTION + 1);
    fprintf(out, "    %s:\n      ask: %s\n      flag: %s\n", item->id, item->question, item->flag);
}

static void write_answer(FILE *out, const struct item *item)
{
    if (!item->in_lines) {
        fprintf(out, "  %s: %s %s\n", item->id, item->sign, item->remark);
        return;
    }
    fprintf(out, "  %s:\n    status: %s\n    remark: |\n      ", item->id, item->sign);
    for (const char *at = item->remark; *at; at++)
        fprintf(out, *at == '\n' ? "\n      " : "%c", *at);
    fputs("\n", out);
}

static void write_cells(FILE *out, const struct item *item)
{
    fprintf(out, "BENCH %s\x1f%s\x1f%s\x1f%s\x1f%s\x1f\x1e", item->id, item->question, item->flag, item->sign,
            item->remark);
}

static FILE *create(const char *directory, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = fopen(path, "wb");
    if (!file) {
        perror(path);
        exit(1);
    }
    return file;
}

static void finish(FILE *file)
{
    if (ferror(file) || fclose(file) != 0) {
        perror("gen");
        exit(1);
    }
}

int main(int count, char **arguments)
{
    if (count != 3) {
        fputs("usage: gen N DIR\n", stderr);
        return 2;
    }
    unsigned items = (unsigned)strtoul(arguments[1], NULL, 10);
    struct files files = {create(arguments[2], "catalog.yaml"), create(arguments[2], "profile.yaml"),
                          create(arguments[2], "cells")};
    fputs("checksheet: catalog/1\nid: BENCH\ntitle: 測定用\nedition: 第1版\n"
          "columns: [number, question, flag, answer, remark]\nsections:\n",
          files.catalog);
    fputs(
        "checksheet: profile/1\nservice: 測定\nvendor: 株式会社サンプル\ncatalog: {id: BENCH, edition: 第1版}\ndate: 2025-11-01\nanswers:\n",
        files.profile);
    fputs("番号\x1f質問\x1f必須／選択\x1f回答\x1f補足説明\x1f\x1e", files.cells);
    for (unsigned i = 0; i < items; i++) {
        struct item item;
        make_item(&item, i);
        write_question(files.catalog, &item, i);
        write_answer(files.profile, &item);
        write_cells(files.cells, &item);
    }
    finish(files.catalog);
    finish(files.profile);
    finish(files.cells);
    return 0;
}
