/* SPDX-License-Identifier: MIT */
/* Two measures together, by the rules of NHS Talking Therapies: case, recovery, reliable improvement and
 * deterioration. With scores missing an answer may still be certain, so answers have three values. */
#include "base/fail.h"
#include "base/objects.h"
#include "model/records.h"
#include "model/table.h"
#include "progress/norms.h"
#include "progress/statistics.h"

#define SCORES 4

typedef enum answer {
    NO,
    YES,
    OPEN
} answer;

/* What one measure says. */
typedef struct voice {
    hw_reliable_change *change;
    answer case_first, case_last, better, worse;
    bool has_caseness;
} voice;

typedef struct verdict {
    answer is;
    hw_undefined undefined;
} verdict;

struct hw_paired_change {
    voice one, other;
    int64_t n;
    verdict outcomes[HW_PAIRED_COUNT];
};

static answer negation(answer a)
{
    return a == OPEN ? OPEN : a == YES ? NO : YES;
}

static answer both(answer a, answer b)
{
    return a == NO || b == NO ? NO : a == YES && b == YES ? YES : OPEN;
}

static answer either(answer a, answer b)
{
    return negation(both(negation(a), negation(b)));
}

/* ---- one measure ---- */

static answer is_case(const hw_norms *norms, double score)
{
    double threshold;
    if (hw__is_missing(score) || !hw_norms_caseness(norms, &threshold)) {
        return OPEN;
    }
    return hw__norms_sign(norms) * (score - threshold) <= 0 ? YES : NO;
}

static bool listen(voice *v, const hw_norms *norms, double pre, double post, hw_error *err)
{
    v->change = hw_norms_compare(norms, pre, post, err);
    if (!v->change) {
        return false;
    }
    v->has_caseness = hw_norms_caseness(norms, NULL);
    v->case_first = is_case(norms, pre);
    v->case_last = is_case(norms, post);
    bool is_open = v->change->undefined != HW_UNDEFINED_NOT;
    int way = hw__change_way(v->change);
    v->better = is_open ? OPEN : way > 0 ? YES : NO;
    v->worse = is_open ? OPEN : way < 0 ? YES : NO;
    return true;
}

/* ---- both ---- */

static void judge(hw_paired_change *pair)
{
    const voice *one = &pair->one, *other = &pair->other;
    verdict *outcomes = pair->outcomes;
    answer better = either(one->better, other->better), worse = either(one->worse, other->worse);
    answer first = either(one->case_first, other->case_first);
    answer last = either(one->case_last, other->case_last);
    answer improved = both(better, negation(worse)), recovered = both(first, negation(last));
    outcomes[HW_PAIRED_CASE_AT_FIRST].is = first;
    outcomes[HW_PAIRED_RECOVERY].is = recovered;
    outcomes[HW_PAIRED_RELIABLE_IMPROVEMENT].is = improved;
    outcomes[HW_PAIRED_RELIABLE_DETERIORATION].is = both(worse, negation(better));
    outcomes[HW_PAIRED_RELIABLE_RECOVERY].is = both(recovered, improved);
    if (first == NO) { /* who was no case has nothing to recover from */
        outcomes[HW_PAIRED_RECOVERY] = outcomes[HW_PAIRED_RELIABLE_RECOVERY] =
            (verdict){OPEN, HW_UNDEFINED_NOT_APPLICABLE};
    }
}

/* Whether a part that an outcome needs is missing in the norms, so that no score would help. */
static bool is_unstated(const voice *v, hw_paired_outcome outcome)
{
    bool needs_case =
        outcome != HW_PAIRED_RELIABLE_IMPROVEMENT && outcome != HW_PAIRED_RELIABLE_DETERIORATION;
    bool needs_way = outcome > HW_PAIRED_RECOVERY;
    return (needs_case && !v->has_caseness) ||
           (needs_way && !v->change->threshold.present && v->change->undefined != HW_UNDEFINED_CONSTANT);
}

static void explain(hw_paired_change *pair)
{
    for (int i = 0; i < HW_PAIRED_COUNT; i++) {
        verdict *v = &pair->outcomes[i];
        if (v->is != OPEN || v->undefined != HW_UNDEFINED_NOT) {
            continue;
        }
        bool unstated =
            is_unstated(&pair->one, (hw_paired_outcome)i) || is_unstated(&pair->other, (hw_paired_outcome)i);
        bool constant = pair->one.change->undefined == HW_UNDEFINED_CONSTANT ||
                        pair->other.change->undefined == HW_UNDEFINED_CONSTANT;
        v->undefined = unstated           ? HW_UNDEFINED_NOT_STATED
                       : pair->n == 0     ? HW_UNDEFINED_NO_VALUES
                       : pair->n < SCORES ? HW_UNDEFINED_TOO_FEW
                       : constant         ? HW_UNDEFINED_CONSTANT
                                          : HW_UNDEFINED_NOT_STATED;
    }
}

hw_paired_change *hw_norms_compare_pair(const hw_norms *one, double one_pre, double one_post,
                                        const hw_norms *other, double other_pre, double other_post,
                                        hw_error *err)
{
    if (!one || !other) {
        hw__null_argument(err, one ? "other" : "one");
        return NULL;
    }
    hw_paired_change *pair = HW__NEW(paired_change);
    if (!pair) {
        hw__no_memory(err);
        return NULL;
    }
    if (!listen(&pair->one, one, one_pre, one_post, err) ||
        !listen(&pair->other, other, other_pre, other_post, err)) {
        hw_paired_change_free(pair);
        return NULL;
    }
    pair->n = pair->one.change->n + pair->other.change->n;
    judge(pair);
    explain(pair);
    hw__ok(err);
    return pair;
}

void hw_paired_change_free(hw_paired_change *change)
{
    if (change) {
        hw_reliable_change_free(change->one.change);
        hw_reliable_change_free(change->other.change);
        HW__DELETE(paired_change, change);
    }
}

/* NULL out of range. */
static const verdict *verdict_of(const hw_paired_change *change, hw_paired_outcome outcome)
{
    return change && (unsigned)outcome < HW_PAIRED_COUNT ? &change->outcomes[outcome] : NULL;
}

bool hw_paired_change_outcome(const hw_paired_change *change, hw_paired_outcome outcome, bool *out)
{
    const verdict *v = verdict_of(change, outcome);
    if (!v || v->is == OPEN) {
        return false;
    }
    if (out) {
        *out = v->is == YES;
    }
    return true;
}

hw_undefined hw_paired_change_undefined(const hw_paired_change *change, hw_paired_outcome outcome)
{
    const verdict *v = verdict_of(change, outcome);
    return v ? v->undefined : HW_UNDEFINED_NO_VALUES;
}

int64_t hw_paired_change_n(const hw_paired_change *change)
{
    return change ? change->n : 0;
}

const hw_reliable_change *hw_paired_change_of(const hw_paired_change *change, bool other)
{
    return !change ? NULL : other ? change->other.change : change->one.change;
}

/* ---- what they are ---- */

#define READ "NHS Talking Therapies (IAPT) outcome rules."
#define REMEMBERED                                                                                         \
    "NHS Talking Therapies (IAPT) outcome rules; that the other measure must not have gone the other way " \
    "is "                                                                                                  \
    "as remembered of the manual: check before use."

typedef struct description {
    const char *definition, *source;
} description;

static const description descriptions[HW_PAIRED_COUNT] = {
    [HW_PAIRED_CASE_AT_FIRST] = {"The first score of either measure is at its caseness threshold or worse.",
                                 READ},
    [HW_PAIRED_RECOVERY] = {"Of a case at first: the last scores of both measures are below their caseness "
                            "thresholds, where less is better.",
                            READ},
    [HW_PAIRED_RELIABLE_IMPROVEMENT] =
        {"One measure at least is reliably better, and neither reliably worse.", REMEMBERED},
    [HW_PAIRED_RELIABLE_DETERIORATION] =
        {"One measure at least is reliably worse, and neither reliably better.", REMEMBERED},
    [HW_PAIRED_RELIABLE_RECOVERY] = {"Recovery and reliable improvement.", REMEMBERED},
};

const char *hw_paired_outcome_definition(hw_paired_outcome outcome)
{
    return (unsigned)outcome < HW_PAIRED_COUNT ? descriptions[outcome].definition : "";
}

const char *hw_paired_outcome_source(hw_paired_outcome outcome)
{
    return (unsigned)outcome < HW_PAIRED_COUNT ? descriptions[outcome].source : "";
}

/* ---- as a table ---- */

enum {
    OUTCOME,
    HOLDS,
    UNDEFINED,
    N,
    DEFINITION,
    SOURCE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [OUTCOME] = {"outcome", HW_COLUMN_TEXT, 0, "", "What is said of the two measures."},
    [HOLDS] = {"holds", HW_COLUMN_BOOL, 0, "", "Whether it holds; none when it is undefined."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why it is undefined; none when it is not."},
    [N] = {"n", HW_COLUMN_INT, 0, "", "How many of the four scores there are."},
    [DEFINITION] = {"definition", HW_COLUMN_TEXT, 0, "", "What exactly it is."},
    [SOURCE] = {"source", HW_COLUMN_TEXT, 0, "", "Where that comes from, and how sure it is."},
};

hw_table *hw_paired_change_table(const hw_paired_change *change, hw_error *err)
{
    if (!change) {
        hw__null_argument(err, "change");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, HW_PAIRED_COUNT, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < HW_PAIRED_COUNT; row++) {
        const verdict *v = &change->outcomes[row];
        hw__table_text(table, OUTCOME, row, hw__words_at(&hw__words_paired_outcome, (int)row));
        if (v->is != OPEN) {
            hw__table_bool(table, HOLDS, row, v->is == YES);
        } else {
            hw__table_text(table, UNDEFINED, row, hw_undefined_name(v->undefined));
        }
        hw__table_int(table, N, row, change->n);
        hw__table_text(table, DEFINITION, row, descriptions[row].definition);
        hw__table_text(table, SOURCE, row, descriptions[row].source);
    }
    return hw__table_done(table, err);
}
