/* SPDX-License-Identifier: MIT */
/* Sudden gains and losses between two sessions, by the three criteria of Tang and DeRubeis 1999. A loss is a gain
 * of the mirrored course, so there is one search. */
#include "homework/course.h"

#include <math.h>

#include "base/fail.h"
#include "base/objects.h"
#include "base/root.h"
#include "base/vec.h"
#include "model/table.h"
#include "progress/statistics.h"

#define SIDE 3           /* scores that are looked at on either side */
#define LEAST_SIDE 2     /* of these there must be so many */
#define LEAST_SHARE 0.25 /* of the score before */

/* Two-sided .05 quantiles of t as printed, by the number of scores less 4. */
static const double quantiles[] = {4.303, 3.182, 2.776};

typedef struct jump {
    size_t session, reversed;
    double size, mean, needed, reversal;
    int32_t n;
} jump;

struct hw_sudden {
    HW__VEC(jump) jumps;
    size_t tested;
};

/* The course, turned so that what is looked for is a fall. */
typedef struct course {
    const double *scores;
    size_t count;
    double sign, cutoff;
} course;

static double level_of(const course *c, size_t i)
{
    return c->sign * c->scores[i];
}

typedef struct side {
    int32_t n;
    double mean, squares; /* sum of squares about the mean */
} side;

/* The scores of sessions first to last, as far as there are any. */
static side look(const course *c, size_t first, size_t last)
{
    side s = {0};
    for (size_t i = first; i <= last && i < c->count; i++) {
        if (!hw__is_missing(c->scores[i])) {
            s.n++;
            s.mean += (level_of(c, i) - s.mean) / s.n;
        }
    }
    for (size_t i = first; i <= last && i < c->count; i++) {
        if (!hw__is_missing(c->scores[i])) {
            s.squares += (level_of(c, i) - s.mean) * (level_of(c, i) - s.mean);
        }
    }
    return s;
}

static size_t find_reversal(const course *c, const jump *found)
{
    for (size_t i = found->session + 2; i < c->count; i++) {
        if (level_of(c, i) > c->sign * found->reversal) { /* false of a NaN */
            return i;
        }
    }
    return SIZE_MAX;
}

/* Whether it falls suddenly from session n to the next; `tested` counts those that could be asked. */
static bool falls(const course *c, size_t n, size_t *tested, jump *out)
{
    side before = look(c, n < SIDE - 1 ? 0 : n - (SIDE - 1), n), after = look(c, n + 1, n + SIDE);
    if (hw__is_missing(c->scores[n]) || hw__is_missing(c->scores[n + 1]) || before.n < LEAST_SIDE ||
        after.n < LEAST_SIDE) {
        return false;
    }
    ++*tested;
    int32_t scores = before.n + after.n;
    double pooled = hw__sqrt((before.squares + after.squares) / (scores - 2));
    *out = (jump){.session = n,
                  .size = level_of(c, n) - level_of(c, n + 1),
                  .mean = before.mean - after.mean,
                  .needed = quantiles[scores - 2 * LEAST_SIDE] * pooled,
                  .n = scores};
    out->reversal = c->scores[n + 1] + c->sign * out->size / 2;
    out->reversed = find_reversal(c, out);
    return out->size >= c->cutoff && out->size >= LEAST_SHARE * fabs(c->scores[n]) && out->mean > out->needed;
}

static hw_status check(const course *c, hw_better better, hw_error *err)
{
    if (better != HW_BETTER_HIGHER && better != HW_BETTER_LOWER) {
        return hw__fail(err, HW_ERR_RANGE, "better", "a gain needs one way that is better");
    }
    if (!(hw__is_in_range(c->cutoff) && c->cutoff > 0)) {
        return hw__fail(err, HW_ERR_RANGE, "cutoff", "a cut-off is above 0");
    }
    return hw__values_check(c->scores, c->count, "scores", err);
}

static hw_sudden *search(const course *c, hw_better better, hw_error *err)
{
    if (check(c, better, err) != HW_OK) {
        return NULL;
    }
    hw_sudden *sudden = HW__NEW(sudden);
    bool good = sudden != NULL;
    for (size_t n = 0; good && n + 1 < c->count; n++) {
        jump found;
        good = !falls(c, n, &sudden->tested, &found) || hw__vec_push(&sudden->jumps, found);
    }
    if (!good) {
        hw_sudden_free(sudden);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return sudden;
}

hw_sudden *hw_sudden_gains(const double *scores, size_t count, hw_better better, double cutoff, hw_error *err)
{
    course c = {scores, count, better == HW_BETTER_LOWER ? 1 : -1, cutoff};
    return search(&c, better, err);
}

hw_sudden *hw_sudden_losses(const double *scores, size_t count, hw_better better, double cutoff,
                            hw_error *err)
{
    course c = {scores, count, better == HW_BETTER_LOWER ? -1 : 1, cutoff};
    return search(&c, better, err);
}

void hw_sudden_free(hw_sudden *sudden)
{
    if (sudden) {
        hw__vec_free(&sudden->jumps);
        HW__DELETE(sudden, sudden);
    }
}

size_t hw_sudden_count(const hw_sudden *sudden)
{
    return sudden ? sudden->jumps.count : 0;
}

size_t hw_sudden_tested(const hw_sudden *sudden)
{
    return sudden ? sudden->tested : 0;
}

/* NULL past the end. */
static const jump *jump_at(const hw_sudden *sudden, size_t index)
{
    return index < hw_sudden_count(sudden) ? &sudden->jumps.items[index] : NULL;
}

size_t hw_sudden_session_at(const hw_sudden *sudden, size_t index)
{
    const jump *at = jump_at(sudden, index);
    return at ? at->session : SIZE_MAX;
}

double hw_sudden_size_at(const hw_sudden *sudden, size_t index)
{
    const jump *at = jump_at(sudden, index);
    return at ? at->size : NAN;
}

double hw_sudden_mean_at(const hw_sudden *sudden, size_t index)
{
    const jump *at = jump_at(sudden, index);
    return at ? at->mean : NAN;
}

double hw_sudden_needed_at(const hw_sudden *sudden, size_t index)
{
    const jump *at = jump_at(sudden, index);
    return at ? at->needed : NAN;
}

int32_t hw_sudden_n_at(const hw_sudden *sudden, size_t index)
{
    const jump *at = jump_at(sudden, index);
    return at ? at->n : 0;
}

double hw_sudden_reversal_at(const hw_sudden *sudden, size_t index)
{
    const jump *at = jump_at(sudden, index);
    return at ? at->reversal : NAN;
}

size_t hw_sudden_reversed_at(const hw_sudden *sudden, size_t index)
{
    const jump *at = jump_at(sudden, index);
    return at ? at->reversed : SIZE_MAX;
}

/* ---- as a table ---- */

enum {
    SESSION,
    SIZE,
    MEAN,
    NEEDED,
    N,
    REVERSAL,
    REVERSED,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [SESSION] = {"session", HW_COLUMN_INT, 0, "", "The index of the session before; the first is 0."},
    [SIZE] = {"size", HW_COLUMN_NUMBER, -1, "", "By how many points the score changed to the next session."},
    [MEAN] = {"mean", HW_COLUMN_NUMBER, -1, "", "By how many points the mean of up to three scores changed."},
    [NEEDED] = {"needed", HW_COLUMN_NUMBER, -1, "", "How much it had to be: t times the pooled SD."},
    [N] = {"n", HW_COLUMN_INT, 0, "", "How many scores that rests on."},
    [REVERSAL] = {"reversal", HW_COLUMN_NUMBER, -1, "", "The score beyond which half of it is lost again."},
    [REVERSED] = {"reversed", HW_COLUMN_INT, 0, "",
                  "The first session with such a score; none if there is none."},
};

hw_table *hw_sudden_table(const hw_sudden *sudden, hw_error *err)
{
    if (!sudden) {
        hw__null_argument(err, "sudden");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, sudden->jumps.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < sudden->jumps.count; row++) {
        const jump *at = &sudden->jumps.items[row];
        hw__table_int(table, SESSION, row, (int64_t)at->session);
        hw__table_number(table, SIZE, row, at->size);
        hw__table_number(table, MEAN, row, at->mean);
        hw__table_number(table, NEEDED, row, at->needed);
        hw__table_int(table, N, row, at->n);
        hw__table_number(table, REVERSAL, row, at->reversal);
        if (at->reversed != SIZE_MAX) {
            hw__table_int(table, REVERSED, row, (int64_t)at->reversed);
        }
    }
    return hw__table_done(table, err);
}
