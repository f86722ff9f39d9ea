/* SPDX-License-Identifier: MIT */
/* What the client wants, in words, in numbers, and in five levels of attainment. */
#include "homework/goal.h"

#include <string.h>

#include "model/noun.h"
#include "model/shape_checks.h"

HW__NOUN_LIFE(goal)
HW__NOUN_STORE(goal, HW__GOALS)
HW__NOUN_TITLE(goal, title)
HW__NOUN_PROSE(goal, description)
HW__NOUN_WORD(goal, state, hw_goal_lifecycle, hw__words_goal_state, HW_GOAL_PROPOSED)
HW__NOUN_WORD(goal, achievement, hw_achievement, hw__words_achievement, HW_ACHIEVEMENT_NONE)
HW__NOUN_STRING(goal, measure, id)
HW__NOUN_NUMBER(goal, baseline)
HW__NOUN_NUMBER(goal, target)
HW__NOUN_WORD(goal, direction, hw_direction, hw__words_direction, HW_DIRECTION_NONE)
HW__NOUN_DATE(goal, due)

hw_goal *hw_goal_new(const char *id, const char *title, hw_error *err)
{
    if (!title) {
        hw__null_argument(err, "title");
        return NULL;
    }
    hw_goal *goal = (hw_goal *)hw__record_new_id(hw__shapes[HW__GOALS], id, err);
    if (!goal) {
        return NULL;
    }
    hw_goal_set_title(goal, NULL, title);
    return (hw_goal *)hw__record_made(&goal->head, err);
}

bool hw_goal_weight(const hw_goal *goal, double *out)
{
    return goal && hw__number_get(&goal->weight, out);
}

hw_status hw_goal_set_weight(hw_goal *goal, double weight)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)goal, &status)) {
        return status;
    }
    if (weight <= 0) {
        return hw__draft_fail(&goal->head, HW_ERR_RANGE, "weight", "must be above 0");
    }
    return hw__draft_number(&goal->head, &goal->weight, weight, "weight");
}

/* ---- levels: an item for each score and language ---- */

static hw__level *find_level(const hw_goal *goal, int32_t score, const char *language)
{
    hw__level *levels = goal->levels.items;
    for (uint32_t i = 0; i < goal->levels.count; i++) {
        if (levels[i].score == score && hw__texts_find(&levels[i].text, language)) {
            return &levels[i];
        }
    }
    return NULL;
}

const char *hw_goal_level(const hw_goal *goal, int32_t level, const char *language)
{
    const hw__level *levels = goal ? goal->levels.items : NULL;
    const hw__tongue *best = NULL;
    size_t best_rank = 0;
    for (uint32_t i = 0; goal && i < goal->levels.count; i++) {
        const hw__tongue *tongue = levels[i].text.list.items;
        if (levels[i].score == level && levels[i].text.list.count > 0) {
            size_t rank = hw__tag_rank(tongue->language, language);
            if (!best || rank > best_rank) {
                best = tongue;
                best_rank = rank;
            }
        }
    }
    return best ? best->text : NULL;
}

/* Where a level belongs: by score, then by language. */
static uint32_t place_of(const hw_goal *goal, int32_t score, const char *language)
{
    const hw__level *levels = goal->levels.items;
    uint32_t index = 0;
    while (index < goal->levels.count) {
        const hw__tongue *tongue = levels[index].text.list.items;
        if (levels[index].score > score ||
            (levels[index].score == score && tongue && hw__tags_compare(tongue->language, language) > 0)) {
            break;
        }
        index++;
    }
    return index;
}

static hw_status add_level(hw_goal *goal, int32_t score, const char *language, const char *text)
{
    if (goal->levels.count >= HW__MAX_LEVELS) {
        return hw__draft_fail(&goal->head, HW_ERR_LIMIT, "level", "is worded in too many languages");
    }
    hw__texts texts = {{NULL, 0, 0}};
    hw__level *item = NULL;
    if (hw__texts_set(&goal->head.arena, &texts, language, text)) {
        item =
            hw__list_insert(&goal->head.arena, &goal->levels, sizeof *item, place_of(goal, score, language));
    }
    if (!item) {
        return hw__draft_fail(&goal->head, HW_ERR_MEMORY, "level", "");
    }
    *item = (hw__level){score, texts};
    return HW_OK;
}

hw_status hw_goal_set_level(hw_goal *goal, int32_t level, const char *language, const char *text)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)goal, &status)) {
        return status;
    }
    if (level < -2 || level > 2) {
        return hw__draft_fail(&goal->head, HW_ERR_RANGE, "level", "must be -2 to 2");
    }
    status = hw__draft_check_text(&goal->head, language, text, HW__MAX_TEXT_BYTES, false, "level");
    if (status != HW_OK) {
        return status;
    }
    hw__level *item = find_level(goal, level, language);
    if (!text) {
        if (item) {
            const hw__level *levels = goal->levels.items;
            hw__list_remove(&goal->levels, sizeof *item, (uint32_t)(item - levels));
        }
        return HW_OK;
    }
    if (!item) {
        return add_level(goal, level, language, text);
    }
    bool kept = hw__texts_set(&goal->head.arena, &item->text, language, text);
    return kept ? HW_OK : hw__draft_fail(&goal->head, HW_ERR_MEMORY, "level", "");
}
