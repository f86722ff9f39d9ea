/* SPDX-License-Identifier: MIT */
/* What does an assignment say otherwise than its template? Found by the shape of templates, so that a new field
 * of both is compared without a word here. */
#include <string.h>

#include "base/fail.h"
#include "homework/template.h"
#include "model/plan_store.h"
#include "model/table.h"

#define PATH_BYTES 160 /* three names, the longest an id */

typedef struct difference {
    char path[PATH_BYTES];
    const char *change;
} difference;

typedef struct differences {
    HW__VEC(difference) items;
    bool failed; /* memory ran out */
} differences;

/* `path` grows by a name; what it was is to be put back by the caller. */
static size_t extend(char path[PATH_BYTES], size_t size, const char *name)
{
    if (size > 0 && size < PATH_BYTES - 1) {
        path[size++] = '/';
    }
    size_t more = strlen(name);
    if (more > PATH_BYTES - 1 - size) {
        more = PATH_BYTES - 1 - size;
    }
    memcpy(path + size, name, more);
    path[size + more] = '\0';
    return size + more;
}

static void note(differences *found, const char *path, bool was, bool is)
{
    difference one = {.change = !was ? "added" : !is ? "removed" : "changed"};
    memcpy(one.path, path, strlen(path) + 1);
    if (!hw__vec_push(&found->items, one)) {
        found->failed = true;
    }
}

static const hw__field *same_field(const hw__list *fields, const hw__field *field)
{
    const hw__field *items = fields->items;
    for (uint32_t i = 0; i < fields->count; i++) {
        if (items[i].phase == field->phase && strcmp(items[i].name, field->name) == 0) {
            return &items[i];
        }
    }
    return NULL;
}

static void note_field(differences *found, char path[PATH_BYTES], size_t size, const hw__field *field,
                       bool was, bool is)
{
    size_t longer = extend(path, size, field->name);
    if (field->phase != HW_PHASE_NONE) {
        extend(path, longer, hw__words_at(&hw__words_phase, field->phase));
    }
    note(found, path, was, is);
    path[size] = '\0';
}

/* Fields by name and phase; their order is not theirs. */
static void compare_fields(differences *found, char path[PATH_BYTES], size_t size, const hw__list *before,
                           const hw__list *after)
{
    const hw__field *old = before->items, *new = after->items;
    for (uint32_t i = 0; i < before->count; i++) {
        const hw__field *same = same_field(after, &old[i]);
        if (!same || !hw__shape_equal(&hw__shape_field, &old[i], same)) {
            note_field(found, path, size, &old[i], true, same != NULL);
        }
    }
    for (uint32_t i = 0; i < after->count; i++) {
        if (!same_field(before, &new[i])) {
            note_field(found, path, size, &new[i], false, true);
        }
    }
}

static void compare_shapes(differences *found, char path[PATH_BYTES], size_t size, const hw__shape *shape,
                           const void *before, const void *after);

static void compare_children(differences *found, char path[PATH_BYTES], size_t size, const hw__child *child,
                             const void *before, const void *after)
{
    const hw__shape alone = {.children = child, .child_count = 1};
    const void *old = (const char *)before + child->offset, *new = (const char *)after + child->offset;
    size_t longer = extend(path, size, child->name);
    if (child->kind == HW__CHILD_ONE && *(const bool *)old && *(const bool *)new) {
        compare_shapes(found, path, longer, child->shape, old, new);
    } else if (child->shape == &hw__shape_field) {
        compare_fields(found, path, longer, old, new);
    } else if (!hw__shape_equal(&alone, before, after)) {
        bool is_one = child->kind == HW__CHILD_ONE;
        note(found, path, is_one ? *(const bool *)old : ((const hw__list *)old)->count > 0,
             is_one ? *(const bool *)new : ((const hw__list *)new)->count > 0);
    }
    path[size] = '\0';
}

/* Whether an assignment could say it at all. */
static bool is_shared(const hw__attribute *attribute)
{
    return strcmp(attribute->name, "source") != 0 && strcmp(attribute->name, "licence") != 0;
}

static void compare_shapes(differences *found, char path[PATH_BYTES], size_t size, const hw__shape *shape,
                           const void *before, const void *after)
{
    for (int i = 0; i < shape->attribute_count; i++) {
        const hw__attribute *attribute = &shape->attributes[i];
        const hw__shape alone = {.attributes = attribute, .attribute_count = 1};
        if (is_shared(attribute) && !hw__shape_equal(&alone, before, after)) {
            extend(path, size, attribute->name);
            note(found, path, !hw__attribute_is_none(attribute, before),
                 !hw__attribute_is_none(attribute, after));
            path[size] = '\0';
        }
    }
    for (int i = 0; i < shape->child_count; i++) {
        compare_children(found, path, size, &shape->children[i], before, after);
    }
}

enum {
    PATH,
    CHANGE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [PATH] = {"path", HW_COLUMN_TEXT, 0, "", "What the assignment says otherwise than its template."},
    [CHANGE] = {"change", HW_COLUMN_TEXT, 0, "", "Whether it is added, changed or removed."},
};

static hw_table *make_table(const differences *found, hw_error *err)
{
    hw_table *table = hw__table_new(columns, COLUMNS, found->items.count, err);
    for (size_t i = 0; table && i < found->items.count; i++) {
        hw__table_text(table, PATH, i, found->items.items[i].path);
        hw__table_text(table, CHANGE, i, found->items.items[i].change);
    }
    return table ? hw__table_done(table, err) : NULL;
}

/* The revision of a template that an assignment was made from; NULL with `err` filled in. */
static const hw_template *find_origin(const hw_plan *plan, const hw_assignment *assignment, hw_error *err)
{
    const char *id = assignment->head.id;
    if (!assignment->template_revision) {
        hw__fail(err, HW_ERR_NOT_FOUND, id, "the assignment was not made from a template");
        return NULL;
    }
    const hw_revision *origin = hw__plan_revision(plan, assignment->template_revision);
    if (!origin || origin->shape != &hw__shape_template || strcmp(origin->id, assignment->template_id) != 0) {
        hw__fail(err, HW_ERR_NOT_FOUND, id, "the plan does not have the revision of the template");
        return NULL;
    }
    return (const hw_template *)origin;
}

hw_table *hw_plan_template_overrides(const hw_plan *plan, const char *assignment, hw_error *err)
{
    if (!plan || !assignment) {
        hw__null_argument(err, plan ? "assignment" : "plan");
        return NULL;
    }
    const hw_assignment *latest = hw_plan_assignment(plan, assignment);
    if (!latest) {
        hw__fail(err, HW_ERR_NOT_FOUND, assignment, "there is no such assignment");
        return NULL;
    }
    const hw_template *origin = find_origin(plan, latest, err);
    hw_template *now = origin ? hw_template_from_assignment(assignment, latest, err) : NULL;
    if (!now) {
        return NULL;
    }
    differences found = {.failed = false};
    char path[PATH_BYTES] = "";
    compare_shapes(&found, path, 0, &hw__shape_template, origin, now);
    hw_table *table = NULL;
    if (found.failed) {
        hw__no_memory(err);
    } else {
        table = make_table(&found, err);
    }
    hw__vec_free(&found.items);
    hw_template_unref(now);
    return table;
}
