/* SPDX-License-Identifier: MIT */
/* What must be true of a record within its plan. One place for what readers and verbs refuse. */
#include <string.h>

#include "base/text.h"
#include "model/plan_store.h"
#include "model/removal.h"
#include "time/zone.h"

/* One record being checked. */
typedef struct check {
    const hw_plan *plan;
    const hw_revision *record;
    hw_problems *problems;
    int32_t line;
} check;

/* Adds an error about the record. */
#define FOUND(c, code, ...) \
    hw__problem((c)->problems, (code), HW_SEVERITY_ERROR, (c)->line, 0, (c)->record->id, __VA_ARGS__)

static const void *field_at(const void *base, size_t offset)
{
    return (const char *)base + offset;
}

/* Whether a record may name an id that was erased: another device did not know of that, or it did so
 * before. */
static bool may_name(const check *c, const char *id)
{
    if (!hw__plan_is_erased(c->plan, id))
        return false;
    const hw_revision *before = c->record->follows ? hw__plan_revision(c->plan, c->record->follows) : NULL;
    return c->record->frozen || (before && hw__record_refers(before, id));
}

static void check_ref(const check *c, const hw__attribute *attribute, const char *id)
{
    if (hw__plan_thing(c->plan, (hw__section)attribute->section, id, strlen(id)))
        return;
    if (may_name(c, id))
        hw__problem(c->problems, HW_PROBLEM_UNKNOWN_ID, HW_SEVERITY_WARNING, c->line, 0, c->record->id,
                    "'%s' refers to '%s', which was erased", attribute->name, id);
    else
        FOUND(c, HW_PROBLEM_UNKNOWN_ID, "'%s' refers to '%s', which is not in %s", attribute->name, id,
              hw__section_names[attribute->section]);
}

static void check_zone(const check *c, const char *zone)
{
    hw_error err;
    if (hw__zones_find(c->plan->zones, zone, &err))
        return;
    /* That memory ran out says nothing about the zone; who asked takes a dropped problem for that. */
    if (err.status == HW_ERR_MEMORY)
        hw__problems_drop(c->problems, HW_SEVERITY_ERROR, 1);
    else if (err.status == HW_ERR_INVALID)
        FOUND(c, HW_PROBLEM_BAD_ZONE, "the data of the time zone '%s' cannot be read", zone);
    else
        FOUND(c, HW_PROBLEM_BAD_ZONE, "the time zone '%s' is not known", zone);
}

static void check_attribute(const check *c, const hw__attribute *attribute, const void *base)
{
    bool is_id = attribute->type == HW__TYPE_REF || attribute->type == HW__TYPE_REFS;
    if (!is_id && attribute->type != HW__TYPE_ZONE && !(attribute->flags & HW__REQUIRED))
        return; /* its form was checked when it was set */
    if (hw__attribute_is_none(attribute, base)) {
        if (attribute->flags & HW__REQUIRED)
            FOUND(c, HW_PROBLEM_MISSING_ATTRIBUTE, "'%s' is missing", attribute->name);
        return;
    }
    const void *field = field_at(base, attribute->offset);
    const hw__list *list = field;
    switch (attribute->type) {
    case HW__TYPE_REF:
        check_ref(c, attribute, *(char *const *)field);
        break;
    case HW__TYPE_REFS:
        for (uint32_t i = 0; i < list->count; i++)
            check_ref(c, attribute, ((char *const *)list->items)[i]);
        break;
    case HW__TYPE_ZONE:
        check_zone(c, *(char *const *)field);
        break;
    default:
        break;
    }
}

static void check_part(const check *c, const hw__shape *shape, const void *base);

static void check_child(const check *c, const hw__child *child, const void *base)
{
    const hw__list *list = field_at(base, child->offset);
    switch (child->kind) {
    case HW__CHILD_TEXT:
    case HW__CHILD_LINE:
        if ((child->flags & HW__REQUIRED) && ((const hw__texts *)list)->list.count == 0)
            FOUND(c, HW_PROBLEM_MISSING_ELEMENT, "'%s' is missing", child->name);
        break;
    case HW__CHILD_LIST:
        for (uint32_t i = 0; i < list->count; i++)
            check_part(c, child->shape, (const char *)list->items + (size_t)i * child->shape->size);
        break;
    default:
        if (*(const bool *)field_at(base, child->offset))
            check_part(c, child->shape, field_at(base, child->offset));
        break;
    }
}

static void check_part(const check *c, const hw__shape *shape, const void *base)
{
    for (int i = 0; i < shape->attribute_count; i++)
        check_attribute(c, &shape->attributes[i], base);
    for (int i = 0; i < shape->child_count; i++)
        check_child(c, &shape->children[i], base);
    if (shape->check)
        shape->check(base, c->record->id, c->problems, c->line);
}

/* Up to which state a new thing of a section may begin; the last of all by default. */
static const uint8_t beginnings[HW__SECTION_COUNT] = {
    [HW__SKILLS] = HW_SKILL_INTRODUCED + 1,
    [HW__ASSIGNMENTS] = HW_ASSIGNMENT_ACTIVE + 1,
    [HW__MESSAGES] = HW_MESSAGE_OPEN + 1,
};

/* What a revision must be to the one that it follows, and a first one without. */
static void check_history(const check *c)
{
    const hw_revision *record = c->record;
    if (!record->follows) {
        int most = beginnings[record->shape->section];
        if (most && hw__record_state(record) >= most)
            FOUND(c, HW_PROBLEM_TRANSITION, "a new %s cannot begin in this state", record->shape->name);
        return;
    }
    const hw_revision *before = hw__plan_revision(c->plan, record->follows);
    if (!before || before->shape != record->shape || strcmp(before->id, record->id) != 0) {
        FOUND(c, HW_PROBLEM_UNKNOWN_ID, "it follows '%s', which is no revision of the same", record->follows);
        return;
    }
    if (before->recorded.instant > record->recorded.instant)
        FOUND(c, HW_PROBLEM_CONTRADICTION, "it was recorded before '%s', which it follows", record->follows);
    else if (record->turn == HW__TURN_CIRCLE)
        FOUND(c, HW_PROBLEM_CONTRADICTION, "following '%s' leads back to itself", record->follows);
    if (!hw__transition_is_legal((hw__section)record->shape->section, hw__record_state(before),
                                 hw__record_state(record)))
        FOUND(c, HW_PROBLEM_TRANSITION, "its state cannot follow that of '%s'", record->follows);
}

void hw__plan_check_record(const hw_plan *plan, const hw_revision *record, hw_problems *problems,
                           int32_t line)
{
    const check c = {plan, record, problems, line};
    if (!hw__plan_thing(plan, HW__PEOPLE, record->by, strlen(record->by)) &&
        !(record->frozen && hw__plan_is_erased(plan, record->by)))
        FOUND(&c, HW_PROBLEM_UNKNOWN_ID, "it was recorded by '%s', who is not in people", record->by);
    check_history(&c);
    check_part(&c, record->shape, record);
}

/* By problem; what is not listed is a matter of form. */
static const uint8_t statuses[HW_PROBLEM_CODE_COUNT] = {
    [HW_PROBLEM_LIMIT] = HW_ERR_LIMIT,
    [HW_PROBLEM_MISSING_ELEMENT] = HW_ERR_ARGUMENT,
    [HW_PROBLEM_MISSING_ATTRIBUTE] = HW_ERR_ARGUMENT,
    [HW_PROBLEM_CONTRADICTION] = HW_ERR_ARGUMENT,
    [HW_PROBLEM_BAD_ZONE] = HW_ERR_NOT_FOUND,
    [HW_PROBLEM_UNKNOWN_ID] = HW_ERR_NOT_FOUND,
    [HW_PROBLEM_RULE_NEVER] = HW_ERR_RANGE,
    [HW_PROBLEM_OUT_OF_RANGE] = HW_ERR_RANGE,
    [HW_PROBLEM_VALUE] = HW_ERR_RANGE,
    [HW_PROBLEM_DUPLICATE_ID] = HW_ERR_DUPLICATE,
    [HW_PROBLEM_TRANSITION] = HW_ERR_STATE,
    [HW_PROBLEM_MERGE_CONFLICT] = HW_ERR_CONFLICT,
    [HW_PROBLEM_CONCURRENT] = HW_ERR_CONFLICT,
    [HW_PROBLEM_CYCLE] = HW_ERR_STATE,
};

hw_status hw__problem_status(hw_problem_code code)
{
    bool listed = (int)code >= 0 && code < HW_PROBLEM_CODE_COUNT && statuses[code];
    return listed ? (hw_status)statuses[code] : HW_ERR_SYNTAX;
}
