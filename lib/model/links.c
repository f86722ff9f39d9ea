/* SPDX-License-Identifier: MIT */
/* Is everything there that records name without needing it? A table of such attributes, and one pass
 * over it for readers and verbs. */
#include "model/links.h"

#include <string.h>

#include "base/fail.h"
#include "model/removal.h"

/* ---- what may be named ---- */

static bool is_entry(const hw_plan *plan, const hw_revision *record, const char *id)
{
    (void)record;
    return hw__log_find(plan->log, id, strlen(id)) != UINT32_MAX;
}

static bool is_evidence(const hw_plan *plan, const hw_revision *record, const char *id)
{
    return is_entry(plan, record, id) || hw__plan_thing(plan, HW__SESSIONS, id, strlen(id));
}

/* Whether a revision is one of a certain thing. */
static bool is_revision_of(const hw_plan *plan, const char *revision, hw__section section, const char *id)
{
    const hw_revision *found = hw__plan_revision(plan, revision);
    return found && found->shape->section == section && id && strcmp(found->id, id) == 0;
}

static bool is_next_revision(const hw_plan *plan, const hw_revision *record, const char *id)
{
    return is_revision_of(plan, id, HW__ASSIGNMENTS, ((const hw_review *)record)->assignment);
}

static bool is_template_revision(const hw_plan *plan, const hw_revision *record, const char *id)
{
    return is_revision_of(plan, id, HW__TEMPLATES, ((const hw_assignment *)record)->template_id);
}

/* ---- who names it ---- */

typedef struct link {
    uint8_t section;
    bool is_list;
    size_t offset;
    const char *name; /* of the attribute */
    bool (*exists)(const hw_plan *plan, const hw_revision *record, const char *id);
} link;

static const link links[] = {
    {HW__SKILLS, false, offsetof(hw_skill, evidence), "evidence", is_evidence},
    {HW__ASSIGNMENTS, false, offsetof(hw_assignment, template_revision), "template-revision",
     is_template_revision},
    {HW__REVIEWS, false, offsetof(hw_review, next_revision), "next-revision", is_next_revision},
    {HW__REVIEWS, true, offsetof(hw_review, equivalents), "equivalents", is_entry},
};
#define LINK_COUNT (sizeof links / sizeof *links)

/* The ids that a record names by one attribute; NULL past the last. */
static const char *id_at(const link *by, const hw_revision *record, uint32_t index)
{
    const char *field = (const char *)record + by->offset;
    if (!by->is_list) {
        return index == 0 ? *(char *const *)(const void *)field : NULL;
    }
    const hw__list *list = (const hw__list *)(const void *)field;
    return index < list->count ? ((char *const *)list->items)[index] : NULL;
}

static bool names(const link *by, const hw_revision *record, const char *id)
{
    const char *other;
    for (uint32_t i = 0; (other = id_at(by, record, i)) != NULL; i++) {
        if (strcmp(other, id) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_device(const hw_plan *plan, const char *id)
{
    const hw_person *person = (const hw_person *)hw__plan_latest(plan, HW__PEOPLE, id);
    return person && person->role == HW_ROLE_DEVICE;
}

/* Who has agreed to an assignment, if that is a device: which cannot. */
static const char *agreed_device(const hw_plan *plan, const hw_revision *record)
{
    const char *by =
        record->shape->section == HW__ASSIGNMENTS ? ((const hw_assignment *)record)->agreed_by : NULL;
    return by && is_device(plan, by) ? by : NULL;
}

/* Whether a revision, or a new assignment (`before` NULL), is agreed without saying by whom: then it is by who
 * records. */
static bool is_agreed_by_recorder(const hw_revision *record, const hw_revision *before)
{
    return record->shape->section == HW__ASSIGNMENTS && !((const hw_assignment *)record)->agreed_by &&
           hw__assignment_is_agreed((const hw_assignment *)record) &&
           !(before && hw__assignment_is_agreed((const hw_assignment *)before));
}

/* ---- readers ---- */

bool hw__links_concern(int section)
{
    return section == HW__SKILLS || section == HW__ASSIGNMENTS || section == HW__REVIEWS;
}

bool hw__links_check(const hw_plan *plan, const hw_revision *record, hw_problems *problems, int32_t line)
{
    bool good = true;
    for (size_t k = 0; k < LINK_COUNT; k++) {
        const char *id;
        for (uint32_t i = 0; links[k].section == record->shape->section && (id = id_at(&links[k], record, i));
             i++) {
            if (!links[k].exists(plan, record, id) && !hw__plan_is_erased(plan, id)) {
                good =
                    hw__problem(problems, HW_PROBLEM_UNKNOWN_ID, HW_SEVERITY_WARNING, line, 0, record->id,
                                "'%s' names '%s', which the plan does not have there", links[k].name, id) &&
                    good;
            }
        }
    }
    if (agreed_device(plan, record)) {
        good = hw__problem(problems, HW_PROBLEM_CONTRADICTION, HW_SEVERITY_WARNING, line, 0, record->id,
                           "a device cannot agree") &&
               good;
    }
    return good;
}

hw_status hw__links_check_plan(const hw_plan *plan, hw_problems *problems, hw_error *err)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        const hw__things *things = &plan->sections[s];
        for (size_t t = 0; t < things->count; t++) {
            if (!hw__links_check(plan, hw__thing_latest(&things->items[t]), problems, 0)) {
                return hw__no_memory(err);
            }
        }
    }
    return HW_OK;
}

/* ---- verbs ---- */

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Whether a skill comes to its stage only now, or by another evidence. */
static bool is_new_stage(const hw_skill *skill, const hw_skill *before)
{
    return skill->state != HW_SKILL_INTRODUCED && skill->evidence &&
           (!before || before->state != skill->state || !same_text(before->evidence, skill->evidence));
}

hw_status hw__links_check_draft(const hw_plan *plan, const hw_revision *draft, hw_error *err)
{
    const hw_revision *before = draft->follows ? hw__plan_revision(plan, draft->follows) : NULL;
    for (size_t k = 0; k < LINK_COUNT; k++) {
        const char *id;
        for (uint32_t i = 0; links[k].section == draft->shape->section && (id = id_at(&links[k], draft, i));
             i++) {
            if (!links[k].exists(plan, draft, id) && !(before && names(&links[k], before, id))) {
                return hw__fail(err, HW_ERR_NOT_FOUND, id,
                                "'%s' names '%s', which the plan does not have there", links[k].name, id);
            }
        }
    }
    const char *device = agreed_device(plan, draft);
    if ((device && !(before && same_text(((const hw_assignment *)before)->agreed_by, device))) ||
        (is_agreed_by_recorder(draft, before) && is_device(plan, draft->by))) {
        return hw__fail(err, HW_ERR_ARGUMENT, draft->id, "a device cannot agree");
    }
    const hw_skill *skill = draft->shape->section == HW__SKILLS ? (const hw_skill *)draft : NULL;
    if (skill && is_new_stage(skill, (const hw_skill *)before)) {
        return hw__skill_evidence(plan, draft->id, (hw_skill_stage)skill->state, skill->evidence, err);
    }
    return HW_OK;
}
