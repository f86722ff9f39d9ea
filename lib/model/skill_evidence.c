/* SPDX-License-Identifier: MIT */
/* Does something show that a skill has come to a stage? An entry that reports practice in the setting of that
 * stage, or a session that was held. */
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "model/plan_store.h"

#define ALL_TIME INT64_MAX

/* The settings that fit each stage, as entries say them; any will do where there is none. */
static const char *const settings[] = {
    [HW_SKILL_PRACTISED_IN_SESSION] = "in-session",
    [HW_SKILL_PRACTISED_SAFE] = "rehearsed",
    [HW_SKILL_APPLIED] = "in-vivo",
    [HW_SKILL_GENERALISED] = "in-vivo",
};

static hw_status session_shows(const hw_revision *session, hw_skill_stage stage, hw_error *err)
{
    if (stage != HW_SKILL_PRACTISED_IN_SESSION) {
        return hw__fail(err, HW_ERR_STATE, session->id, "a session shows only what was practised in it");
    }
    if (((const hw_session *)session)->state != HW_SESSION_HELD) {
        return hw__fail(err, HW_ERR_STATE, session->id, "the session was not held");
    }
    return HW_OK;
}

static bool practises(const hw_plan *plan, const char *id, const char *skill)
{
    const hw_assignment *assignment =
        id ? (const hw_assignment *)hw__plan_latest(plan, HW__ASSIGNMENTS, id) : NULL;
    char *const *items = assignment ? assignment->skills.items : NULL;
    for (uint32_t i = 0; assignment && i < assignment->skills.count; i++) {
        if (strcmp(items[i], skill) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether the setting that an entry says is that of the stage; so it is if the entry says none. */
static bool setting_fits(const hw__log_store *log, const hw__entry_row *row, hw_skill_stage stage)
{
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &log->values.items[row->first + i];
        if (value->kind == HW_VALUE_TEXT && strcmp(hw__log_symbol_text(log, value->name), "setting") == 0) {
            return strcmp(hw__log_pool(log, value->as.text.offset), settings[stage]) == 0;
        }
    }
    return true;
}

static hw_status is_live(const hw__log_store *log, uint32_t index, bool *live, hw_error *err)
{
    uint8_t *states = hw__alloc(log->entries.count);
    if (!states || !hw__log_states(log, ALL_TIME, states)) {
        hw__free(states);
        return hw__no_memory(err);
    }
    *live = states[index] == HW_ENTRY_LIVE;
    hw__free(states);
    return HW_OK;
}

hw_status hw__skill_evidence(const hw_plan *plan, const char *skill, hw_skill_stage stage,
                             const char *evidence, hw_error *err)
{
    const hw_skill *latest = (const hw_skill *)hw__plan_latest(plan, HW__SKILLS, skill);
    if (latest && latest->evidence && strcmp(latest->evidence, evidence) == 0) {
        return hw__fail(err, HW_ERR_STATE, evidence, "it has shown the stage before already");
    }
    const hw_revision *session = hw__plan_latest(plan, HW__SESSIONS, evidence);
    if (session) {
        return session_shows(session, stage, err);
    }
    uint32_t index = hw__log_find(plan->log, evidence, strlen(evidence));
    if (index == UINT32_MAX) {
        return hw__fail(err, HW_ERR_NOT_FOUND, evidence, "there is no such entry or session");
    }
    const hw__entry_row *row = &plan->log->entries.items[index];
    bool live = false;
    hw_status status = is_live(plan->log, index, &live, err);
    if (status != HW_OK) {
        return status;
    }
    if (!live || row->extent < HW_EXTENT_ATTEMPTED || row->extent > HW_EXTENT_SUBSTITUTED) {
        return hw__fail(err, HW_ERR_STATE, evidence, "the entry does not report that something was done");
    }
    if (!practises(plan, hw__log_symbol_text(plan->log, row->assignment), skill)) {
        return hw__fail(err, HW_ERR_STATE, evidence, "the entry's assignment does not practise the skill");
    }
    if (!setting_fits(plan->log, row, stage)) {
        return hw__fail(err, HW_ERR_STATE, evidence, "the entry's setting is not that of the stage");
    }
    return HW_OK;
}
