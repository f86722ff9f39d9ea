/* SPDX-License-Identifier: MIT */
/* What the client learns to do. */
#include "homework/skill.h"

#include "model/noun.h"

HW__NOUN_LIFE(skill)
HW__NOUN_STORE(skill, HW__SKILLS)
HW__NOUN_TITLE(skill, title)
HW__NOUN_PROSE(skill, description)
HW__NOUN_WORD(skill, state, hw_skill_stage, hw__words_skill_state, HW_SKILL_INTRODUCED)
HW__NOUN_STRING(skill, evidence, id)
HW__NOUN_IDS(skill, goal, goals)

hw_skill *hw_skill_new(const char *id, const char *title, hw_error *err)
{
    if (!title) {
        hw__null_argument(err, "title");
        return NULL;
    }
    hw_skill *skill = (hw_skill *)hw__record_new_id(hw__shapes[HW__SKILLS], id, err);
    if (!skill) {
        return NULL;
    }
    hw_skill_set_title(skill, NULL, title);
    return (hw_skill *)hw__record_made(&skill->head, err);
}
