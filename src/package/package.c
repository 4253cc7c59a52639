/* Parts and relations. Part names are only looked up in the archive, never used as paths: one that climbs above the
 * root stays at the root. */
#include "package/package.h"
#include "base/ascii.h"
#include "base/foreign.h"
#include "base/messages_read.h"

#include <stdlib.h>

enum { MOST_PARTS = 10000, MOST_RELATIONS = 100000 };
#define MOST_BYTES        (UINT64_C(256) << 20) /* uncompressed, of a part */
#define MOST_BYTES_IN_ALL (UINT64_C(512) << 20) /* of all parts read */

/* The beginning of a name, for messages, since it may be of any length. */
static cs_text shortened(cs_text name)
{
    enum { LONGEST = 120 };
    if (name.size <= LONGEST)
        return name;
    name.size = LONGEST;
    while (name.size && (name.bytes[name.size] & 0xc0) == 0x80)
        name.size--;
    return name;
}

void cs_package_fail(struct cs_package *package, cs_message message, cs_text first, cs_text second)
{
    struct cs_span start = {package->file, 0, 0};
    if (!package->has_failed)
        cs_report(package->job, message, start, shortened(first), shortened(second))->whole_file = true;
    package->has_failed = true;
}

void cs_package_stop(struct cs_package *package, struct cs_xml *xml, cs_message message, cs_text first, cs_text second)
{
    cs_package_fail(package, message, first, second);
    cs_xml_stop(xml);
}

/* --- opening ------------------------------------------------------------------------------------------------------ */

/* False after reporting an archive with too many parts, or with two of the same name. */
static bool index_parts(struct cs_package *package)
{
    cs_text twice;
    cs_unzip_limit(package->unzip, MOST_BYTES, MOST_BYTES_IN_ALL);
    if (cs_unzip_count(package->unzip) > MOST_PARTS)
        cs_package_fail(package, CS_MESSAGE_WORKBOOK_PARTS, (cs_text){0}, (cs_text){0});
    else if (!cs_unzip_index(package->unzip, &twice))
        cs_package_fail(package, CS_MESSAGE_WORKBOOK_TWICE, twice, (cs_text){0});
    return !package->has_failed;
}

bool cs_package_open(struct cs_package *package, struct cs_job *job, const struct cs_source *file)
{
    const char *why;
    *package = (struct cs_package){.job = job, .file = file};
    if (cs_is_old_workbook(file->bytes))
        cs_package_fail(package, CS_MESSAGE_LOCKED_WORKBOOK, (cs_text){0}, (cs_text){0});
    else if (!cs_text_starts(file->bytes, CS_TEXT("PK")))
        cs_package_fail(package, CS_MESSAGE_NO_WORKBOOK, (cs_text){0}, (cs_text){0});
    else if (!(package->unzip = cs_unzip_open(&job->arena, file->bytes, &why)))
        cs_package_fail(package, CS_MESSAGE_WORKBOOK_DAMAGED, cs_text_of(why), (cs_text){0});
    return !package->has_failed && index_parts(package);
}

void cs_package_close(struct cs_package *package)
{
    if (package->unzip)
        cs_unzip_close(package->unzip);
}

/* --- parts -------------------------------------------------------------------------------------------------------- */

bool cs_package_has(const struct cs_package *package, cs_text part)
{
    return cs_unzip_find(package->unzip, part) != CS_NO_ENTRY;
}

static void report_end(struct cs_package *package, cs_text part, enum cs_xml_end end, const char *why)
{
    static const cs_message messages[] = {
        [CS_XML_PACKED] = CS_MESSAGE_WORKBOOK_PART,    [CS_XML_LARGE] = CS_MESSAGE_WORKBOOK_BYTES,
        [CS_XML_BROKEN] = CS_MESSAGE_WORKBOOK_PART,    [CS_XML_HOSTILE] = CS_MESSAGE_WORKBOOK_HOSTILE,
        [CS_XML_LONG_TEXT] = CS_MESSAGE_WORKBOOK_TEXT,
    };
    if (end != CS_XML_WHOLE && end != CS_XML_STOPPED)
        cs_package_fail(package, messages[end], part, cs_text_of(why));
}

bool cs_package_read(struct cs_package *package, cs_text part, const struct cs_xml_element *elements, void *context)
{
    const char *why = NULL;
    uint64_t entry = cs_unzip_find(package->unzip, part);
    if (entry == CS_NO_ENTRY)
        cs_package_fail(package, CS_MESSAGE_WORKBOOK_LOST_PART, part, (cs_text){0});
    if (package->has_failed)
        return false;
    enum cs_xml_end end = cs_xml_read(package->unzip, entry, elements, context, &why);
    report_end(package, part, end, why);
    return !package->has_failed;
}

/* --- relations ---------------------------------------------------------------------------------------------------- */

/* Takes the first byte off a target, with %20 and the like decoded. */
static char take_byte(cs_text *rest)
{
    int high = rest->size > 2 && rest->bytes[0] == '%' ? cs_hex_digit(rest->bytes[1]) : -1;
    int low = high >= 0 ? cs_hex_digit(rest->bytes[2]) : -1;
    char byte = low >= 0 ? (char)(high * 16 + low) : rest->bytes[0];
    *rest = cs_text_skip(*rest, low >= 0 ? 3 : 1);
    return byte == '\\' ? '/' : byte;
}

/* Removes the last segment of a path, with the slash before it. */
static void climb(struct cs_buf *path)
{
    while (path->size && path->bytes[--path->size] != '/')
        ;
}

/* Ends a segment that starts at an offset: . and .. are resolved, others get a slash. */
static void end_piece(struct cs_buf *path, size_t start)
{
    cs_text piece = cs_text_skip(cs_buf_text(path), start);
    if (piece.size && !cs_text_equal(piece, CS_TEXT(".")) && !cs_text_equal(piece, CS_TEXT(".."))) {
        cs_buf_add_byte(path, '/');
        return;
    }
    bool up = piece.size == 2;
    path->size = start;
    if (up && path->size) {
        path->size--;
        climb(path);
        if (path->size)
            cs_buf_add_byte(path, '/');
    }
}

/* The part name that a target means, relative to a part. */
static cs_text resolve(struct cs_arena *arena, cs_text part, cs_text target)
{
    struct cs_buf path = {0};
    if (!cs_text_starts(target, CS_TEXT("/")) && !cs_text_starts(target, CS_TEXT("\\"))) {
        cs_buf_add(&path, part);
        climb(&path);
        if (path.size)
            cs_buf_add_byte(&path, '/');
    }
    size_t start = path.size;
    while (target.size) {
        char byte = take_byte(&target);
        if (byte != '/') {
            cs_buf_add_byte(&path, byte);
            continue;
        }
        end_piece(&path, start);
        start = path.size;
    }
    return cs_buf_take(arena, &path);
}

/* _rels/NAME.rels, in the folder of the part. */
static cs_text relations_part(struct cs_arena *arena, cs_text part)
{
    struct cs_buf name = {0};
    size_t folder = part.size;
    while (folder && part.bytes[folder - 1] != '/')
        folder--;
    cs_buf_add(&name, (cs_text){part.bytes, folder});
    cs_buf_add(&name, CS_TEXT("_rels/"));
    cs_buf_add(&name, cs_text_skip(part, folder));
    cs_buf_add(&name, CS_TEXT(".rels"));
    return cs_buf_take(arena, &name);
}

struct relations_reader {
    struct cs_package *package;
    cs_text part;
    struct cs_relations relations;
};

/* The last segment of a type, which is the same in all editions of the standard. */
static cs_text last_word(cs_text type)
{
    size_t start = type.size;
    while (start && type.bytes[start - 1] != '/')
        start--;
    return cs_text_skip(type, start);
}

static void start_relation(void *context, struct cs_xml *xml)
{
    struct relations_reader *reader = context;
    struct cs_relations *relations = &reader->relations;
    struct cs_arena *arena = &reader->package->job->arena;
    cs_text target = cs_xml_get(xml, "Target");
    if (relations->count == MOST_RELATIONS) {
        cs_package_stop(reader->package, xml, CS_MESSAGE_WORKBOOK_PARTS, (cs_text){0}, (cs_text){0});
        return;
    }
    relations->items = cs_grow(arena, relations->items, relations->count, &relations->room, sizeof *relations->items);
    struct cs_part_relation *relation = &relations->items[relations->count++];
    *relation = (struct cs_part_relation){
        .id = cs_text_copy(arena, cs_xml_get(xml, "Id")),
        .type = cs_text_copy(arena, last_word(cs_xml_get(xml, "Type"))),
        .is_external = cs_text_equal(cs_xml_get(xml, "TargetMode"), CS_TEXT("External")),
    };
    relation->target = relation->is_external ? cs_text_copy(arena, target) : resolve(arena, reader->part, target);
}

static int compare_ids(const void *left, const void *right)
{
    return cs_text_compare(((const struct cs_part_relation *)left)->id, ((const struct cs_part_relation *)right)->id);
}

struct cs_relations cs_package_relations(struct cs_package *package, cs_text part)
{
    static const struct cs_xml_element elements[] = {{.name = "Relationship", .start = start_relation}, {0}};
    struct relations_reader reader = {.package = package, .part = part};
    cs_text name = relations_part(&package->job->arena, part);
    if (cs_package_has(package, name))
        cs_package_read(package, name, elements, &reader);
    if (reader.relations.count)
        qsort(reader.relations.items, reader.relations.count, sizeof *reader.relations.items, compare_ids);
    return reader.relations;
}

const struct cs_part_relation *cs_relation_of_id(const struct cs_relations *relations, cs_text id)
{
    const struct cs_part_relation wanted = {.id = id};
    if (relations->count == 0)
        return NULL;
    return bsearch(&wanted, relations->items, relations->count, sizeof wanted, compare_ids);
}

const struct cs_part_relation *cs_relation_of_type(const struct cs_relations *relations, const char *type)
{
    for (uint32_t i = 0; i < relations->count; i++)
        if (cs_text_equal(relations->items[i].type, cs_text_of(type)))
            return &relations->items[i];
    return NULL;
}
