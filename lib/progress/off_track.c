/* SPDX-License-Identifier: MIT */
/* Rules by which a course is off track: levels at certain weeks, no reliable improvement by a session, reliable
 * deterioration. What they look at and what they compare it with comes along. */
#include "homework/course.h"

#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "base/vec.h"
#include "model/records.h"
#include "model/table.h"
#include "progress/norms.h"
#include "progress/statistics.h"

#define WEEK 7.0
#define NEAR (WEEK / 2) /* days around a week in which a score is the one of that week */

typedef struct ruling {
    uint8_t rule, undefined;
    bool holds;
    int32_t when;
    size_t score;
    hw__stated threshold;
    const char *source; /* static, or in the arena */
} ruling;

struct hw_off_track {
    HW__VEC(ruling) rulings;
    hw__arena arena;
};

typedef struct course {
    const hw_norms *norms;
    const double *days, *scores;
    size_t count;
    size_t first; /* the first session with a score; count = none */
} course;

static size_t next_score(const course *c, size_t from)
{
    while (from < c->count && hw__is_missing(c->scores[from])) {
        from++;
    }
    return from;
}

/* ---- levels ---- */

static double distance(double a, double b)
{
    return a < b ? b - a : a - b;
}

/* The score nearest to a week, the earlier of two; SIZE_MAX if none is near. */
static size_t score_of_week(const course *c, int32_t week)
{
    double at = c->days[c->first] + WEEK * week, nearest = NEAR;
    size_t found = SIZE_MAX;
    for (size_t i = next_score(c, c->first); i < c->count; i = next_score(c, i + 1)) {
        double far = distance(c->days[i], at);
        if (far < nearest || (far <= nearest && found == SIZE_MAX)) {
            nearest = far;
            found = i;
        }
    }
    return found;
}

static ruling judge_level(const course *c, const hw__course_level *level)
{
    ruling r = {.rule = HW_COURSE_LEVEL,
                .when = level->week,
                .score = SIZE_MAX,
                .threshold = {true, level->at_least},
                .source = level->source};
    if (c->first == c->count) {
        r.undefined = HW_UNDEFINED_NO_VALUES;
        return r;
    }
    r.score = score_of_week(c, level->week);
    if (r.score == SIZE_MAX) {
        bool over = c->days[c->count - 1] - c->days[c->first] > WEEK * level->week + NEAR;
        r.undefined = over ? HW_UNDEFINED_NO_VALUES : HW_UNDEFINED_TOO_FEW;
        return r;
    }
    r.holds = hw__norms_sign(c->norms) * (c->scores[r.score] - level->at_least) <= 0;
    return r;
}

/* ---- changes ---- */

/* Of the scores after the first and before the session `end`, the best (sign 1) or the worst (-1); SIZE_MAX if
 * there is none. */
static size_t extreme(const course *c, size_t end, double sign)
{
    size_t found = SIZE_MAX;
    sign *= hw__norms_sign(c->norms);
    for (size_t i = next_score(c, c->first + 1); i < end; i = next_score(c, i + 1)) {
        if (found == SIZE_MAX || sign * (c->scores[i] - c->scores[found]) > 0) {
            found = i;
        }
    }
    return found;
}

/* What both rules about changes share; its `undefined` says whether they can be asked. */
static ruling begin_change(const course *c, hw_course_rule rule, const char *source)
{
    ruling r = {.rule = (uint8_t)rule, .score = SIZE_MAX, .source = source};
    r.threshold.present = hw_norms_threshold(c->norms, &r.threshold.value);
    bool is_stated = hw_norms_method(c->norms) != HW_CHANGE_METHOD_NONE;
    r.undefined = (uint8_t)(c->first == c->count  ? HW_UNDEFINED_NO_VALUES
                            : r.threshold.present ? HW_UNDEFINED_NOT
                            : is_stated           ? HW_UNDEFINED_CONSTANT
                                                  : HW_UNDEFINED_NOT_STATED);
    return r;
}

static int way_to(const course *c, size_t score)
{
    return hw__norms_way(c->norms, c->scores[c->first], c->scores[score]);
}

static ruling judge_improvement(const course *c, int32_t by, const char *source)
{
    ruling r = begin_change(c, HW_COURSE_NO_IMPROVEMENT, source);
    r.when = by;
    if (r.undefined != HW_UNDEFINED_NOT) {
        return r;
    }
    size_t end = (size_t)by < c->count ? (size_t)by : c->count;
    r.score = extreme(c, end, 1);
    bool improved = r.score != SIZE_MAX && way_to(c, r.score) > 0;
    r.holds = !improved;
    if (!improved && (r.score == SIZE_MAX || c->count < (size_t)by)) {
        r.holds = false;
        r.undefined = HW_UNDEFINED_TOO_FEW;
    }
    return r;
}

static ruling judge_deterioration(const course *c, const char *source)
{
    ruling r = begin_change(c, HW_COURSE_DETERIORATION, source);
    if (r.undefined != HW_UNDEFINED_NOT) {
        return r;
    }
    for (size_t i = next_score(c, c->first + 1); i < c->count; i = next_score(c, i + 1)) {
        if (way_to(c, i) < 0) {
            r.score = i;
            r.holds = true;
            return r;
        }
    }
    r.score = extreme(c, c->count, -1);
    r.undefined = r.score == SIZE_MAX ? HW_UNDEFINED_TOO_FEW : HW_UNDEFINED_NOT;
    return r;
}

/* ---- all of them ---- */

static hw_status check(const course *c, int32_t by, hw_error *err)
{
    hw_status status = hw__values_check(c->scores, c->count, "scores", err);
    if (status == HW_OK && c->days) {
        status = hw__values_check(c->days, c->count, "days", err);
    }
    if (status != HW_OK) {
        return status;
    }
    for (size_t i = 0; c->days && i < c->count; i++) {
        if (hw__is_missing(c->days[i]) || (i > 0 && c->days[i] < c->days[i - 1])) {
            return hw__fail(err, HW_ERR_RANGE, "days", "day %zu is missing or before the last", i);
        }
    }
    return by < 0 ? hw__fail(err, HW_ERR_RANGE, "by", "a session's number is not negative") : HW_OK;
}

static bool judge(hw_off_track *off_track, const course *c, int32_t by)
{
    const char *source = hw_norms_source(c->norms);
    source = hw__arena_text(&off_track->arena, source, strlen(source));
    bool good = source != NULL;
    for (size_t i = 0; good && c->days && i < hw__course_level_count; i++) {
        if (strcmp(hw__course_levels[i].instrument, hw_norms_instrument(c->norms)) == 0) {
            good = hw__vec_push(&off_track->rulings, judge_level(c, &hw__course_levels[i]));
        }
    }
    if (good && by > 0) {
        good = hw__vec_push(&off_track->rulings, judge_improvement(c, by, source));
    }
    return good && hw__vec_push(&off_track->rulings, judge_deterioration(c, source));
}

hw_off_track *hw_course_off_track(const hw_norms *norms, const double *days, const double *scores,
                                  size_t count, int32_t by, hw_error *err)
{
    if (!norms) {
        hw__null_argument(err, "norms");
        return NULL;
    }
    course c = {.norms = norms, .days = days, .scores = scores, .count = count};
    if (check(&c, by, err) != HW_OK) {
        return NULL;
    }
    c.first = next_score(&c, 0);
    hw_off_track *off_track = HW__NEW(off_track);
    if (!off_track || !judge(off_track, &c, by)) {
        hw_off_track_free(off_track);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return off_track;
}

void hw_off_track_free(hw_off_track *off_track)
{
    if (off_track) {
        hw__vec_free(&off_track->rulings);
        hw__arena_free(&off_track->arena);
        HW__DELETE(off_track, off_track);
    }
}

size_t hw_off_track_count(const hw_off_track *off_track)
{
    return off_track ? off_track->rulings.count : 0;
}

/* NULL past the end. */
static const ruling *ruling_at(const hw_off_track *off_track, size_t index)
{
    return index < hw_off_track_count(off_track) ? &off_track->rulings.items[index] : NULL;
}

hw_course_rule hw_off_track_rule_at(const hw_off_track *off_track, size_t index)
{
    const ruling *at = ruling_at(off_track, index);
    return at ? (hw_course_rule)at->rule : HW_COURSE_LEVEL;
}

bool hw_off_track_holds_at(const hw_off_track *off_track, size_t index, bool *out)
{
    const ruling *at = ruling_at(off_track, index);
    if (!at || at->undefined != HW_UNDEFINED_NOT) {
        return false;
    }
    if (out) {
        *out = at->holds;
    }
    return true;
}

hw_undefined hw_off_track_undefined_at(const hw_off_track *off_track, size_t index)
{
    const ruling *at = ruling_at(off_track, index);
    return at ? (hw_undefined)at->undefined : HW_UNDEFINED_NO_VALUES;
}

int32_t hw_off_track_when_at(const hw_off_track *off_track, size_t index)
{
    const ruling *at = ruling_at(off_track, index);
    return at ? at->when : 0;
}

size_t hw_off_track_score_at(const hw_off_track *off_track, size_t index)
{
    const ruling *at = ruling_at(off_track, index);
    return at ? at->score : SIZE_MAX;
}

bool hw_off_track_threshold_at(const hw_off_track *off_track, size_t index, double *out)
{
    const ruling *at = ruling_at(off_track, index);
    if (!at || !at->threshold.present) {
        return false;
    }
    if (out) {
        *out = at->threshold.value;
    }
    return true;
}

const char *hw_off_track_source_at(const hw_off_track *off_track, size_t index)
{
    const ruling *at = ruling_at(off_track, index);
    return at ? at->source : NULL;
}

/* ---- as a table ---- */

enum {
    RULE,
    HOLDS,
    UNDEFINED,
    WHEN,
    SCORE,
    THRESHOLD,
    SOURCE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [RULE] = {"rule", HW_COLUMN_TEXT, 0, "", "What the rule looks at."},
    [HOLDS] = {"holds", HW_COLUMN_BOOL, 0, "", "Whether it says that the course is off track."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why it cannot say; none when it can."},
    [WHEN] = {"when", HW_COLUMN_INT, 0, "",
              "The week of a level, or the number of a session; none if at any time."},
    [SCORE] = {"score", HW_COLUMN_INT, 0, "", "The index of the score that decided."},
    [THRESHOLD] = {"threshold", HW_COLUMN_NUMBER, -1, "",
                   "The level, or the points of a reliable change, that it was compared with."},
    [SOURCE] = {"source", HW_COLUMN_TEXT, 0, "", "Where the rule, or the norms, come from."},
};

hw_table *hw_off_track_table(const hw_off_track *off_track, hw_error *err)
{
    if (!off_track) {
        hw__null_argument(err, "off_track");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, off_track->rulings.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < off_track->rulings.count; row++) {
        const ruling *at = &off_track->rulings.items[row];
        hw__table_text(table, RULE, row, hw__words_at(&hw__words_course_rule, at->rule));
        if (at->undefined == HW_UNDEFINED_NOT) {
            hw__table_bool(table, HOLDS, row, at->holds);
        } else {
            hw__table_text(table, UNDEFINED, row, hw_undefined_name((hw_undefined)at->undefined));
        }
        if (at->when > 0) {
            hw__table_int(table, WHEN, row, at->when);
        }
        if (at->score != SIZE_MAX) {
            hw__table_int(table, SCORE, row, (int64_t)at->score);
        }
        if (at->threshold.present) {
            hw__table_number(table, THRESHOLD, row, at->threshold.value);
        }
        hw__table_text(table, SOURCE, row, at->source);
    }
    return hw__table_done(table, err);
}
