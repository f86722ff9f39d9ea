/* SPDX-License-Identifier: MIT */
/* What does a plan say? Every human text of every revision and entry goes to a reader, with its record and field;
 * and the zones and ids, which are not texts. */
#include <string.h>

#include "format/leaks.h"
#include "model/attachment.h"
#include "model/foreign.h"

#define MOST_PATH 128

typedef struct walk {
    const hw__leak_reader *reader;
    hw__leak_source source;
    char path[MOST_PATH];
    const hw_revision *record;
    bool is_last; /* the last revision of its thing */
} walk;

static bool give_sized(const walk *w, hw__leak_text what, const char *text, size_t size)
{
    return size == 0 || w->reader->take(w->reader->user, what, &w->source, text, size);
}

static bool give(const walk *w, hw__leak_text what, const char *text)
{
    return !text || give_sized(w, what, text, strlen(text));
}

/* Appends a name to the path; where it was, to be cut off again. The shapes are not deep. */
static size_t enter(walk *w, const char *name)
{
    size_t length = strlen(w->path), more = strlen(name);
    if (length + 1 + more < MOST_PATH) {
        size_t at = length;
        if (length > 0)
            w->path[at++] = '/';
        memcpy(w->path + at, name, more + 1);
    }
    return length;
}

static void leave(walk *w, size_t length)
{
    w->path[length] = '\0';
}

/* ---- Records ---- */

/* Lines that are no human text: they say of which kind something is. */
static bool is_technical(const char *name)
{
    static const char *const names[] = {"unit", "type", "sha256"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0)
            return true;
    }
    return false;
}

static bool walk_attributes(walk *w, const hw__shape *shape, const void *part)
{
    bool good = true;
    for (int i = 0; good && i < shape->attribute_count; i++) {
        const hw__attribute *attribute = &shape->attributes[i];
        bool is_zone = attribute->type == HW__TYPE_ZONE;
        if (!is_zone && (attribute->type != HW__TYPE_LINE || is_technical(attribute->name)))
            continue;
        const char *const *text = (const void *)((const char *)part + attribute->offset);
        bool is_name = shape->section == HW__PEOPLE && strcmp(attribute->name, "name") == 0;
        size_t length = enter(w, attribute->name);
        good = give(w,
                    is_zone   ? HW__LEAK_TEXT_ZONE
                    : is_name ? HW__LEAK_TEXT_NAME
                              : HW__LEAK_TEXT_OTHER,
                    *text);
        leave(w, length);
    }
    return good;
}

static bool walk_texts(const walk *w, const hw__texts *texts)
{
    const hw__tongue *tongues = texts->list.items;
    bool good = true;
    for (uint32_t i = 0; good && i < texts->list.count; i++)
        good = give(w, HW__LEAK_TEXT_OTHER, tongues[i].text);
    return good;
}

static bool walk_part(walk *w, const hw__shape *shape, const void *part);

static bool walk_child(walk *w, const hw__child *child, const void *field)
{
    if (child->kind == HW__CHILD_TEXT || child->kind == HW__CHILD_LINE)
        return walk_texts(w, field);
    if (child->kind == HW__CHILD_ONE)
        return walk_part(w, child->shape, field);
    const hw__list *list = field;
    bool good = true;
    for (uint32_t i = 0; good && i < list->count; i++)
        good = walk_part(w, child->shape, (const char *)list->items + (size_t)i * child->shape->size);
    return good;
}

static bool walk_part(walk *w, const hw__shape *shape, const void *part)
{
    bool good = walk_attributes(w, shape, part);
    for (int i = 0; good && i < shape->child_count; i++) {
        size_t length = enter(w, shape->children[i].name);
        good = walk_child(w, &shape->children[i], (const char *)part + shape->children[i].offset);
        leave(w, length);
    }
    return good &&
           (!shape->has_text || walk_texts(w, (const void *)((const char *)part + shape->text_offset)));
}

/* XML text without its tags; attributes as they stand. */
static bool walk_xml(walk *w, const char *name, const char *xml)
{
    size_t length = enter(w, name);
    bool good = true;
    while (good && xml && *xml) {
        size_t size = strcspn(xml, "<>\"");
        good = give_sized(w, HW__LEAK_TEXT_OTHER, xml, *xml == '<' ? 0 : size);
        xml += size;
        if (*xml == '<') { /* values of attributes are texts, names of elements are not */
            xml += strcspn(xml, "\">");
        }
        xml += *xml != '\0';
    }
    leave(w, length);
    return good;
}

static bool walk_foreign(walk *w, const hw__foreign *foreign)
{
    return walk_xml(w, "foreign", foreign->attributes) && walk_xml(w, "foreign", foreign->elements);
}

static bool walk_titles(walk *w, const hw__texts *texts)
{
    const hw__tongue *titles = texts->list.items;
    bool good = true;
    for (uint32_t i = 0; good && i < texts->list.count; i++)
        good = give(w, HW__LEAK_TEXT_TITLE, titles[i].text);
    return good;
}

/* What the wording may allow. */
static bool walk_wording(walk *w)
{
    if (w->is_last && w->record->shape->section == HW__GOALS)
        return walk_titles(w, &((const hw_goal *)w->record)->title);
    if (!w->is_last || w->record->shape->section != HW__ASSIGNMENTS)
        return true;
    const hw_assignment *assignment = (const hw_assignment *)w->record;
    const hw__tongue *covers = assignment->cover.list.items;
    bool good = true;
    for (uint32_t i = 0; good && i < assignment->cover.list.count; i++)
        good = give(w, HW__LEAK_TEXT_COVER, covers[i].text);
    return good && walk_titles(w, &assignment->title);
}

static bool walk_record(walk *w)
{
    w->source.record = w->record->id;
    leave(w, 0);
    bool good = walk_part(w, w->record->shape, w->record) && walk_foreign(w, &w->record->foreign);
    size_t length = enter(w, "reason");
    good = good && give(w, HW__LEAK_TEXT_OTHER, w->record->reason);
    leave(w, length);
    return good && walk_wording(w);
}

static bool walk_thing(walk *w, const hw__thing *thing)
{
    bool good = true;
    for (size_t r = 0; good && r < thing->revisions.count; r++) {
        w->record = thing->revisions.items[r];
        w->is_last = r + 1 == thing->revisions.count;
        good = walk_record(w);
    }
    return good && give(w, HW__LEAK_TEXT_ID, w->source.record);
}

/* ---- The log ---- */

static bool walk_attachment(walk *w, const char *packed)
{
    hw__attachment file = {0};
    hw__attachment_unpack(packed, &file);
    return give(w, HW__LEAK_TEXT_OTHER, file.href);
}

static bool walk_value(walk *w, const hw__log_store *log, const hw__value_row *value)
{
    static const char *const names[] = {"note", "text", "barrier", "attachment"};
    int name = value->kind == HW_VALUE_NOTE         ? 0
               : value->kind == HW_VALUE_TEXT       ? 1
               : value->kind == HW_VALUE_BARRIER    ? 2
               : value->kind == HW_VALUE_ATTACHMENT ? 3
                                                    : -1;
    if (name < 0 || value->as.text.size == 0)
        return true;
    size_t length = enter(w, names[name]);
    const char *text = hw__log_pool(log, value->as.text.offset);
    bool good =
        name == 3 ? walk_attachment(w, text) : give_sized(w, HW__LEAK_TEXT_OTHER, text, value->as.text.size);
    leave(w, length);
    return good;
}

static bool walk_log(walk *w, const hw__log_store *log)
{
    bool good = true;
    leave(w, 0);
    for (size_t i = 0; good && i < log->entries.count; i++) {
        const hw__entry_row *row = &log->entries.items[i];
        w->source.record = hw__log_pool(log, row->id);
        for (uint32_t v = 0; good && v < row->values; v++)
            good = walk_value(w, log, &log->values.items[row->first + v]);
        good = good && give(w, HW__LEAK_TEXT_ID, w->source.record);
    }
    for (size_t i = 0; good && i < log->foreign.count; i++) {
        w->source.record = hw__log_pool(log, log->entries.items[log->foreign.items[i].entry].id);
        good = walk_foreign(w, &log->foreign.items[i].foreign);
    }
    return good;
}

bool hw__leaks_texts(const hw__leak_reader *reader, const hw_plan *plan)
{
    walk w = {.reader = reader};
    w.source.field = w.path;
    bool good = give(&w, HW__LEAK_TEXT_ID, plan->uid) && walk_foreign(&w, &plan->foreign);
    for (size_t i = 0; good && i <= HW__SECTION_COUNT; i++)
        good = walk_xml(&w, "foreign", plan->section_foreign[i]);
    for (size_t i = 0; good && i < plan->aside.count; i++)
        good = walk_xml(&w, "aside", plan->aside.items[i].xml);
    for (size_t section = 0; good && section < HW__SECTION_COUNT; section++) {
        for (size_t i = 0; good && i < plan->sections[section].count; i++)
            good = walk_thing(&w, &plan->sections[section].items[i]);
    }
    return good && walk_log(&w, plan->log);
}
