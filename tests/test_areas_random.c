/* SPDX-License-Identifier: MIT */
/* Areas of random plans: what is recorded later changes nothing, copies that met in any order give the same
 * answers, assignments come out the same when judged again naively from the public interface, and nothing
 * private is named. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/blame.h"
#include "support/busy_plan.h"
#include "support/cmocka_all.h"
#include "support/random_plan.h"

typedef struct span {
    hw_date from, to;
    hw_instant as_of;
} span;

/* A plan of any kind, or one with much to count; `its` = a window with all that is known of it. */
static hw_plan *some_plan(test_random *random, span *its)
{
    if (random_chance(random, 40)) {
        hw_plan *plan = busy_plan_new(random);
        its->from = hw_date_add_days(BUSY_FIRST, random_int(random, -3, 20));
        its->to = hw_date_add_days(its->from, random_int(random, 0, BUSY_DAYS));
        its->as_of = busy_instant(hw_date_add_days(BUSY_FIRST, BUSY_DAYS + 60));
        return plan;
    }
    hw_plan *plan = random_plan_new(random, random_int(random, 0, 150));
    assert_non_null(plan);
    its->as_of = random_editor_start(plan, "look").now;
    hw_date today = hw_moment_local(hw_moment_at(its->as_of, 0)).date;
    its->from = hw_date_add_days(today, -random_int(random, 0, 200));
    its->to = hw_date_add_days(today, random_int(random, 0, 40));
    return plan;
}

static hw_areas_options *some_options(test_random *random)
{
    hw_error err;
    hw_areas_options *options = hw_areas_options_new(&err);
    assert_non_null(options);
    if (random_chance(random, 50)) {
        hw_areas_options_set(options, HW_AREA_PARAMETER_LEAST, random_int(random, 1, 3), &err);
        hw_areas_options_set(options, HW_AREA_PARAMETER_LAST, random_int(random, 3, 6), &err);
        hw_areas_options_set(options, HW_AREA_PARAMETER_SETTLED, random_int(random, 1, 4), &err);
        hw_areas_options_set(options, HW_AREA_PARAMETER_REPEATED, random_int(random, 1, 3), &err);
        hw_areas_options_set(options, HW_AREA_PARAMETER_DISTRESS, random_int(random, 0, 60), &err);
        hw_areas_options_set_streaks(options, true, &err);
    }
    return options;
}

static hw_areas *compute(const hw_plan *plan, span its, const hw_areas_options *options)
{
    hw_error err;
    hw_areas *areas = hw_plan_areas(plan, its.from, its.to, its.as_of, options, &err);
    if (!areas) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(areas);
    return areas;
}

/* All answers as one text. Owned: free(). */
static char *text_of(const hw_plan *plan, span its, const hw_areas_options *options)
{
    hw_table *(*const tables[])(const hw_areas *areas, hw_error *err) = {hw_areas_table,
                                                                         hw_areas_suggestion_table,
                                                                         hw_areas_barrier_table,
                                                                         hw_areas_rating_table,
                                                                         hw_areas_evidence_table,
                                                                         hw_areas_initiative_table,
                                                                         hw_areas_accomplishment_table};
    hw_areas *areas = compute(plan, its, options);
    char *all = calloc(1, 1);
    size_t size = 0;
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        hw_error err;
        hw_table *table = tables[i](areas, &err);
        assert_non_null(table);
        char *text = hw_table_to_csv(table, NULL, &err);
        assert_non_null(text);
        all = realloc(all, size + strlen(text) + 1);
        memcpy(all + size, text, strlen(text) + 1);
        size += strlen(text);
        hw_string_free(text);
        hw_table_free(table);
    }
    hw_areas_free(areas);
    return all;
}

/* ---- what comes later ---- */

static void test_later_changes_nothing(void **state)
{
    (void)state;
    test_random random = random_start("areas and what comes later", 20250701);
    long rounds = random_rounds(120, 3000);
    for (long round = 0; round < rounds; round++) {
        span its;
        hw_plan *plan = some_plan(&random, &its);
        hw_areas_options *options = some_options(&random);
        char *before = text_of(plan, its, options);
        random_editor later = random_editor_start(plan, "later");
        if (later.now <= its.as_of) {
            later.now = its.as_of;
        }
        later.now += 1;
        size_t erasures = hw_plan_erasure_count(plan);
        for (int i = random_int(&random, 1, 30); i > 0; i--) {
            hw_error err;
            random_edit(plan, &random, &later, &err);
        }
        if (hw_plan_erasure_count(plan) == erasures) { /* what is erased is erased for all time */
            char *after = text_of(plan, its, options);
            assert_string_equal(before, after);
            free(after);
        }
        free(before);
        hw_areas_options_free(options);
        hw_plan_free(plan);
    }
}

/* ---- copies ---- */

static void test_order_of_merging(void **state)
{
    (void)state;
    test_random random = random_start("areas of merged copies", 20250702);
    long rounds = random_rounds(60, 1500);
    for (long round = 0; round < rounds; round++) {
        span its;
        hw_error err;
        hw_plan *plan = some_plan(&random, &its);
        hw_plan *copies[3];
        for (size_t i = 0; i < COUNT_OF(copies); i++) {
            static const char *const origins[] = {"one", "two", "three"};
            copies[i] = hw_plan_copy(plan, &err);
            random_editor editor = random_editor_start(copies[i], origins[i]);
            for (int k = random_int(&random, 0, 15); k > 0; k--) {
                random_edit(copies[i], &random, &editor, &err);
            }
            its.as_of = editor.now > its.as_of ? editor.now : its.as_of;
        }
        hw_plan *left = hw_plan_copy(copies[0], &err), *right = hw_plan_copy(copies[2], &err);
        bool good = hw_plan_merge(left, copies[1], NULL, &err) == HW_OK &&
                    hw_plan_merge(left, copies[2], NULL, &err) == HW_OK &&
                    hw_plan_merge(right, copies[0], NULL, &err) == HW_OK &&
                    hw_plan_merge(right, copies[1], NULL, &err) == HW_OK;
        assert_true(good);
        char *a = text_of(left, its, NULL), *b = text_of(right, its, NULL);
        assert_string_equal(a, b);
        free(a);
        free(b);
        hw_plan_free(left);
        hw_plan_free(right);
        for (size_t i = 0; i < COUNT_OF(copies); i++) {
            hw_plan_free(copies[i]);
        }
        hw_plan_free(plan);
    }
}

/* ---- assignments, once more and naively ---- */

#define MOST 2000

typedef struct naive {
    double credits[MOST];
    size_t n, done, barriers, concerns;
} naive;

static bool tells(const hw_log *log, size_t entry, const char *word)
{
    for (size_t i = 0; i < hw_log_value_count(log, entry); i++) {
        if (hw_log_value_kind(log, entry, i) == HW_VALUE_BARRIER &&
            strcmp(hw_log_value_name(log, entry, i), word) == 0) {
            return true;
        }
    }
    return false;
}

/* The day on which it happened, by what is known. */
static hw_date day_of(const hw_log *log, size_t entry)
{
    hw_moment at = hw_log_happened_at(log, entry);
    hw_local due = hw_log_due_at(log, entry);
    if (at.precision != HW_PRECISION_UNKNOWN) {
        return hw_moment_local(at).date;
    }
    return due.date.year ? due.date : hw_moment_local(hw_log_recorded_at(log, entry)).date;
}

static size_t most_frequent(const hw_plan *plan, const char *id, span its)
{
    hw_error err;
    hw_log *log = hw_plan_entries(plan, &err);
    size_t most = 0;
    for (size_t barrier = 0; barrier < hw_word_count(HW_WORDS_BARRIER); barrier++) {
        size_t times = 0;
        for (size_t i = 0; i < hw_log_count(log); i++) {
            hw_date day = day_of(log, i);
            const char *about = hw_log_assignment_at(log, i);
            times += about && strcmp(about, id) == 0 && hw_log_state_at(log, i) == HW_ENTRY_LIVE &&
                     hw_log_visibility_at(log, i) != HW_VISIBILITY_PRIVATE &&
                     hw_date_compare(day, its.from) >= 0 && hw_date_compare(day, its.to) < 0 &&
                     tells(log, i, hw_word_at(HW_WORDS_BARRIER, (int)barrier));
        }
        most = times > most ? times : most;
    }
    hw_log_unref(log);
    return most;
}

static void look(const hw_plan *plan, const hw_occurrences *list, const char *id, span its, naive *out)
{
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < hw_occurrences_count(list); i++) {
        hw_occurrence_status status = hw_occurrences_status_at(list, i);
        if (strcmp(hw_occurrences_assignment_at(list, i), id) != 0 || !hw_occurrences_settled_at(list, i) ||
            status == HW_STATUS_EXCUSED || status == HW_STATUS_SUSPENDED || status == HW_STATUS_WITHDRAWN) {
            continue;
        }
        assert_true(out->n < MOST);
        out->credits[out->n++] = hw_occurrences_credit_at(list, i);
        out->done += status == HW_STATUS_DONE || status == HW_STATUS_DONE_LATE;
    }
    out->barriers = most_frequent(plan, id, its);
    for (size_t i = 0; i < hw_plan_message_count(plan); i++) {
        const hw_message *message = hw_plan_message_at(plan, i);
        const char *about = hw_message_assignment(message);
        out->concerns += about && strcmp(about, id) == 0 && hw_message_topic(message) == HW_MESSAGE_CONCERN &&
                         (hw_message_state(message) == HW_MESSAGE_OPEN ||
                          hw_message_state(message) == HW_MESSAGE_DEFERRED) &&
                         hw_message_visibility(message) != HW_VISIBILITY_PRIVATE;
    }
}

static double nonoverlap(const double *earlier, const double *later, size_t each)
{
    double sum = 0;
    for (size_t i = 0; i < each; i++) {
        for (size_t k = 0; k < each; k++) {
            sum += later[k] > earlier[i] ? 1 : later[k] == earlier[i] ? 0.5 : 0;
        }
    }
    return sum / (double)(each * each);
}

static hw_area_rule judge(const naive *its, double *value)
{
    double rate = its->n ? (double)its->done / (double)its->n : 0;
    size_t half = its->n / 2;
    *value = rate;
    if (its->n >= 3 && rate < 0.5) {
        return HW_AREA_RULE_DONE_SELDOM;
    }
    *value = (double)its->barriers;
    if (its->barriers >= 2) {
        return HW_AREA_RULE_BARRIER_REPEATED;
    }
    *value = (double)its->concerns;
    if (its->concerns >= 2) {
        return HW_AREA_RULE_CONCERNS_OPEN;
    }
    *value = (double)its->n;
    if (its->n < 3) {
        return HW_AREA_RULE_SETTLED_FEW;
    }
    *value = rate;
    if (half < 3) {
        return HW_AREA_RULE_DONE_ENOUGH;
    }
    *value = nonoverlap(its->credits, its->credits + its->n - half, half);
    return *value >= 0.66 ? HW_AREA_RULE_CREDIT_BETTER : HW_AREA_RULE_CREDIT_SAME;
}

static void test_assignments_naively(void **state)
{
    (void)state;
    test_random random = random_start("assignments judged again", 20250703);
    long rounds = random_rounds(150, 4000);
    size_t seen[HW_AREA_RULE_COUNT] = {0};
    static naive its_own;
    for (long round = 0; round < rounds; round++) {
        span its;
        hw_plan *plan = some_plan(&random, &its);
        hw_areas *areas = compute(plan, its, NULL);
        for (size_t i = 0; i < hw_areas_count(areas); i++) {
            if (hw_areas_subject_at(areas, i) != HW_SUBJECT_ASSIGNMENT) {
                continue;
            }
            double expected = 0, value = -1;
            look(plan, hw_areas_occurrences(areas), hw_areas_id_at(areas, i), its, &its_own);
            hw_area_rule rule = judge(&its_own, &expected);
            assert_int_equal(hw_areas_rule_at(areas, i), rule);
            assert_true(hw_areas_value_at(areas, i, &value));
            assert_true(fabs(value - expected) < 1e-12);
            assert_int_equal(hw_areas_area_at(areas, i), hw_area_rule_area(rule));
            assert_true(hw_areas_applies(areas, i, rule));
            seen[rule]++;
        }
        hw_areas_free(areas);
        hw_plan_free(plan);
    }
    static const hw_area_rule usual[] = {HW_AREA_RULE_DONE_SELDOM, HW_AREA_RULE_BARRIER_REPEATED,
                                         HW_AREA_RULE_SETTLED_FEW, HW_AREA_RULE_DONE_ENOUGH,
                                         HW_AREA_RULE_CREDIT_SAME};
    for (size_t i = 0; i < COUNT_OF(usual); i++) {
        assert_true(seen[usual[i]] > 0);
    }
}

/* The ledger counts what answers no occurrence too. */
static void test_unscheduled_as_in_the_ledger(void **state)
{
    (void)state;
    test_random random = random_start("initiative against the ledger", 20250704);
    long rounds = random_rounds(80, 2000);
    for (long round = 0; round < rounds; round++) {
        span its;
        hw_error err;
        hw_plan *plan = some_plan(&random, &its);
        hw_areas *areas = compute(plan, its, NULL);
        hw_progress *progress = hw_plan_progress(plan, its.from, its.to, its.as_of, NULL, &err);
        int64_t sum = 0, practices = 0;
        for (size_t i = 1; i < hw_areas_initiative_count(areas); i++) {
            const char *id = hw_areas_initiative_assignment_at(areas, i);
            size_t subject = hw_progress_find(progress, HW_SUBJECT_ASSIGNMENT, id);
            int64_t times = hw_areas_initiative_times_at(areas, i, HW_INITIATIVE_UNSCHEDULED);
            assert_int_equal(times, hw_progress_numerator(progress, subject, HW_METRIC_UNSCHEDULED));
            sum += times;
            practices += hw_areas_initiative_practices_at(areas, i);
            assert_true(hw_areas_initiative_times_at(areas, i, HW_INITIATIVE_CLIENT) >= times);
        }
        assert_int_equal(hw_areas_initiative_times_at(areas, 0, HW_INITIATIVE_UNSCHEDULED), sum);
        assert_int_equal(hw_areas_initiative_practices_at(areas, 0), practices);
        hw_progress_free(progress);
        hw_areas_free(areas);
        hw_plan_free(plan);
    }
}

/* ---- what is named ---- */

static void expect_evidence(const hw_plan *plan, const hw_log *log, const hw_evidence *evidence,
                            hw_instant as_of)
{
    for (size_t i = 0; i < hw_evidence_count(evidence); i++) {
        const char *id = hw_evidence_id_at(evidence, i);
        hw_local key = hw_evidence_key_at(evidence, i);
        hw_evidence_kind kind = hw_evidence_kind_at(evidence, i);
        size_t entry = hw_log_find(log, id);
        assert_int_equal(kind == HW_EVIDENCE_OCCURRENCE, key.date.year != 0);
        switch (kind) {
        case HW_EVIDENCE_ENTRY:
            assert_true(entry != SIZE_MAX);
            assert_int_not_equal(hw_log_visibility_at(log, entry), HW_VISIBILITY_PRIVATE);
            assert_true(hw_log_recorded_at(log, entry).instant <= as_of);
            break;
        case HW_EVIDENCE_MESSAGE:
            assert_int_not_equal(hw_message_visibility(hw_plan_message(plan, id)), HW_VISIBILITY_PRIVATE);
            break;
        case HW_EVIDENCE_OCCURRENCE:
            assert_non_null(hw_plan_assignment(plan, id));
            break;
        case HW_EVIDENCE_RATING:
            assert_non_null(hw_plan_rating(plan, id));
            break;
        case HW_EVIDENCE_SCORE:
            assert_non_null(hw_plan_score(plan, id));
            break;
        default:
            assert_non_null(id);
        }
    }
}

static void expect_text(char *text)
{
    assert_non_null(text);
    if (blame_in(text)) {
        fail_msg("\"%s\" says \"%s\"", text, blame_in(text));
    }
    hw_string_free(text);
}

static void test_evidence_and_words(void **state)
{
    (void)state;
    test_random random = random_start("what areas name", 20250705);
    long rounds = random_rounds(120, 3000);
    for (long round = 0; round < rounds; round++) {
        span its;
        hw_error err;
        const char *language = random_chance(&random, 50) ? "de" : NULL;
        hw_plan *plan = some_plan(&random, &its);
        hw_areas_options *options = some_options(&random);
        hw_areas *areas = compute(plan, its, options);
        hw_log *log = hw_plan_entries(plan, &err);
        for (size_t i = 0; i < hw_areas_count(areas); i++) {
            expect_evidence(plan, log, hw_areas_evidence_at(areas, i), its.as_of);
            expect_text(hw_areas_text(areas, i, language, &err));
        }
        for (size_t i = 0; i < hw_areas_suggestion_count(areas); i++) {
            expect_evidence(plan, log, hw_areas_suggestion_evidence_at(areas, i), its.as_of);
            expect_text(hw_areas_suggestion_text(areas, i, language, &err));
            bool up = hw_areas_suggestion_at(areas, i) == HW_SUGGESTION_STEP_UP;
            bool down = hw_areas_suggestion_at(areas, i) == HW_SUGGESTION_STEP_DOWN;
            assert_true(up || down || !hw_areas_suggestion_target_at(areas, i));
        }
        for (size_t i = 0; i < hw_areas_barrier_count(areas); i++) {
            const hw_evidence *shown = hw_areas_barrier_evidence_at(areas, i);
            expect_evidence(plan, log, shown, its.as_of);
            assert_int_equal(hw_evidence_count(shown), hw_areas_barrier_times_at(areas, i));
        }
        for (size_t i = 0; i < hw_areas_rating_count(areas); i++) {
            expect_evidence(plan, log, hw_areas_rating_evidence_at(areas, i), its.as_of);
        }
        for (size_t i = 0; i < hw_areas_accomplishment_count(areas); i++) {
            const hw_evidence *shown = hw_areas_accomplishment_evidence_at(areas, i);
            expect_evidence(plan, log, shown, its.as_of);
            assert_true(hw_evidence_count(shown) > 0);
            expect_text(hw_areas_accomplishment_text(areas, i, language, &err));
        }
        hw_log_unref(log);
        hw_areas_free(areas);
        hw_areas_options_free(options);
        hw_plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_later_changes_nothing), cmocka_unit_test(test_order_of_merging),
        cmocka_unit_test(test_assignments_naively),   cmocka_unit_test(test_unscheduled_as_in_the_ledger),
        cmocka_unit_test(test_evidence_and_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
