/* SPDX-License-Identifier: MIT */
/* The plan: what its verbs take in, what they refuse without leaving a trace, and what holds when. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "model/plan_store.h"
#include "support/cmocka_all.h"
#include "support/random_plan.h"
#include "time/civil.h"

#define UID "5F0C8A52-6b1e-4c2e-9d57-2f6a3b8e9c10"

static hw_moment moment(const char *text)
{
    hw_moment out;
    assert_int_equal(hw_moment_parse(text, &out, NULL), HW_OK);
    return out;
}

static hw_change *change_at(const char *when, const char *by, const char *origin)
{
    hw_change *change = hw_change_new(moment(when), by, origin, NULL);
    assert_non_null(change);
    return change;
}

/* A plan with one goal, "out". */
static hw_plan *sample(void)
{
    hw_change *change = change_at("2025-03-03T17:00:00+01:00", "mk", "desk");
    hw_plan *plan = hw_plan_new(UID, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    hw_goal *goal = hw_goal_new("out", "Go out", NULL);
    assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
    hw_goal_unref(goal);
    hw_change_free(change);
    return plan;
}

/* The plan as bytes: equal bytes, equal plan. */
static char *bytes(const hw_plan *plan)
{
    char *text = hw_plan_to_xml(plan, NULL, NULL);
    assert_non_null(text);
    return text;
}

static void assert_bytes(const hw_plan *plan, const char *expected)
{
    char *now = bytes(plan);
    assert_string_equal(now, expected);
    hw_string_free(now);
}

static void test_begins_with_its_author(void **state)
{
    (void)state;
    hw_plan *plan = sample();
    assert_string_equal(hw_plan_uid(plan), "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10");
    assert_string_equal(hw_plan_language(plan), "en");
    assert_false(hw_plan_is_read_only(plan));
    assert_int_equal(hw_plan_person_count(plan), 1);
    assert_int_equal(hw_person_role(hw_plan_person(plan, "mk")), HW_ROLE_THERAPIST);
    assert_string_equal(hw_settings_zone(hw_plan_settings(plan)), "Europe/Berlin");
    const hw_revision *revision = hw_settings_revision(hw_plan_settings(plan));
    assert_string_equal(hw_revision_by(revision), "mk");
    assert_string_equal(hw_revision_id(revision), "desk-2");
    hw_local effective = {{2025, 3, 3}, 17 * 3600};
    assert_int_equal(hw_local_compare(hw_revision_effective(revision), effective), 0);
    hw_plan_free(plan);
}

static void test_refuses_to_begin(void **state)
{
    (void)state;
    hw_change *change = change_at("2025-03-03T17:00:00+01:00", "mk", "desk");
    static const struct {
        const char *uid, *zone;
        int role;
        hw_status status;
    } cases[] = {
        {NULL, "Europe/Berlin", HW_ROLE_CLIENT, HW_ERR_ARGUMENT},
        {UID, NULL, HW_ROLE_CLIENT, HW_ERR_ARGUMENT},
        {"5f0c8a52", "Europe/Berlin", HW_ROLE_CLIENT, HW_ERR_SYNTAX},
        {UID, "../etc/passwd", HW_ROLE_CLIENT, HW_ERR_SYNTAX},
        {UID, "Mars/Olympus", HW_ROLE_CLIENT, HW_ERR_NOT_FOUND},
        {UID, "Europe/Berlin", 99, HW_ERR_RANGE},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw_error err;
        assert_null(hw_plan_new(cases[i].uid, cases[i].zone, (hw_role)cases[i].role, change, &err));
        assert_int_equal(err.status, cases[i].status);
    }
    hw_error err;
    assert_null(hw_plan_new(UID, "Europe/Berlin", HW_ROLE_CLIENT, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_change_free(change);
}

static void test_refused_verbs_change_nothing(void **state)
{
    (void)state;
    hw_plan *plan = sample();
    char *before = bytes(plan);
    uint64_t generation = hw_plan_generation(plan);
    hw_change *change = change_at("2025-03-04T09:00:00+01:00", "mk", "desk");
    hw_change *stranger = change_at("2025-03-04T09:00:00+01:00", "nobody", "desk");
    hw_change *earlier = change_at("2025-03-01T09:00:00+01:00", "mk", "desk");
    hw_goal *taken = hw_goal_new("out", "Again", NULL), *fresh = hw_goal_new("home", "Home", NULL);
    hw_goal *copy = hw_goal_edit(hw_plan_goal(plan, "out"), NULL),
            *jump = hw_goal_edit(hw_plan_goal(plan, "out"), NULL);
    hw_goal_set_state(jump, HW_GOAL_PROPOSED);
    hw_goal *dangling = hw_goal_new("sleep", "Sleep", NULL);
    hw_goal_set_measure(dangling, "no-such-measure");
    hw_goal *broken = hw_goal_new("weight", "Weight", NULL);
    hw_goal_set_weight(broken, -1);
    hw_error err;
    assert_int_equal(hw_plan_add_goal(NULL, fresh, change, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_add_goal(plan, NULL, change, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_add_goal(plan, fresh, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_add_goal(plan, taken, change, &err), HW_ERR_DUPLICATE);
    assert_int_equal(hw_plan_add_goal(plan, fresh, stranger, &err), HW_ERR_NOT_FOUND);
    assert_string_equal(err.subject, "nobody");
    assert_int_equal(hw_plan_add_goal(plan, dangling, change, &err), HW_ERR_NOT_FOUND);
    assert_string_equal(err.subject, "sleep");
    assert_int_equal(hw_plan_add_goal(plan, broken, change, &err), HW_ERR_RANGE);
    assert_int_equal(hw_plan_revise_goal(plan, fresh, change, &err), HW_ERR_NOT_FOUND);
    assert_int_equal(hw_plan_revise_goal(plan, taken, change, &err), HW_ERR_CONFLICT);
    assert_int_equal(hw_plan_revise_goal(plan, jump, change, &err), HW_ERR_STATE);
    assert_int_equal(hw_plan_revise_goal(plan, copy, earlier, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_generation(plan), generation);
    assert_bytes(plan, before);
    /* a draft that was refused is still a draft */
    assert_null(hw_revision_id(hw_goal_revision(copy)));
    assert_int_equal(hw_plan_revise_goal(plan, copy, change, &err), HW_OK);
    assert_int_equal(hw_plan_revise_goal(plan, copy, change, &err), HW_ERR_STATE);
    assert_int_equal(hw_goal_set_state(copy, HW_GOAL_ON_HOLD), HW_ERR_STATE);
    hw_goal *all[] = {taken, fresh, copy, jump, dangling, broken};
    for (size_t i = 0; i < COUNT_OF(all); i++)
        hw_goal_unref(all[i]);
    hw_change_free(change);
    hw_change_free(stranger);
    hw_change_free(earlier);
    hw_string_free(before);
    hw_plan_free(plan);
}

static void test_records_outlive_their_plan(void **state)
{
    (void)state;
    hw_plan *plan = sample();
    hw_goal *kept = hw_goal_ref(hw_plan_goal(plan, "out"));
    hw_plan *copy = hw_plan_copy(plan, NULL);
    hw_plan_free(plan);
    assert_string_equal(hw_goal_title(kept, NULL), "Go out");
    assert_ptr_equal(hw_plan_goal(copy, "out"), kept); /* shared, not copied */
    hw_plan_free(copy);
    assert_string_equal(hw_goal_title(kept, NULL), "Go out");
    hw_goal_unref(kept);
}

static void test_copies_part_ways(void **state)
{
    (void)state;
    hw_plan *plan = sample(), *copy = hw_plan_copy(plan, NULL);
    char *before = bytes(copy);
    assert_bytes(plan, before);
    hw_change *change = change_at("2025-03-04T09:00:00+01:00", "mk", "desk");
    hw_goal *goal = hw_goal_new("home", "Home", NULL);
    assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
    hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_NONE, NULL);
    hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, "Hello");
    assert_int_equal(hw_plan_log(plan, entry, change, NULL), HW_OK);
    assert_bytes(copy, before);
    assert_int_equal(hw_plan_goal_count(copy), 1);
    hw_entry_free(entry);
    hw_goal_unref(goal);
    hw_change_free(change);
    hw_string_free(before);
    hw_plan_free(copy);
    hw_plan_free(plan);
}

static void test_minted_ids_follow_from_the_plan(void **state)
{
    (void)state;
    hw_plan *plan = sample();
    uint64_t counter = 0;
    char *id = hw__plan_mint(plan, "desk", &counter, NULL);
    assert_string_equal(id, "desk-4");
    hw_string_free(id);
    counter = 0;
    id = hw__plan_mint(plan, "desk", &counter, NULL); /* nothing was used: the same again */
    assert_string_equal(id, "desk-4");
    hw_string_free(id);
    id = hw__plan_mint(plan, "desk", &counter, NULL); /* within one verb: the next */
    assert_string_equal(id, "desk-5");
    hw_string_free(id);
    hw_change *change = change_at("2025-03-04T09:00:00+01:00", "mk", "phone");
    hw_goal *goal = hw_goal_new("desk-4", "Its id is taken by hand", NULL);
    assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
    assert_string_equal(hw_revision_id(hw_goal_revision(goal)), "phone-1");
    counter = 0;
    id = hw__plan_mint(plan, "desk", &counter, NULL);
    assert_string_equal(id, "desk-5");
    hw_string_free(id);
    hw_goal_unref(goal);
    hw_change_free(change);
    hw_plan_free(plan);
}

/* The revision in force: the last recorded of those that are effective and known. */
static void test_what_holds_when(void **state)
{
    (void)state;
    hw_plan *plan = sample();
    static const struct {
        const char *recorded, *effective;
        hw_goal_lifecycle goes_to;
    } edits[] = {
        {"2025-03-10T10:00:00+01:00", "2025-03-20T00:00:00", HW_GOAL_ON_HOLD},
        {"2025-03-12T10:00:00+01:00", "2025-03-15T00:00:00", HW_GOAL_ACTIVE},
    };
    for (size_t i = 0; i < COUNT_OF(edits); i++) {
        hw_change *change = change_at(edits[i].recorded, "mk", "desk");
        hw_local effective;
        hw_local_parse(edits[i].effective, &effective, NULL);
        hw_change_set_effective(change, effective, NULL);
        hw_goal *goal = hw_goal_edit(hw_plan_goal(plan, "out"), NULL);
        hw_goal_set_state(goal, edits[i].goes_to);
        assert_int_equal(hw_plan_revise_goal(plan, goal, change, NULL), HW_OK);
        hw_goal_unref(goal);
        hw_change_free(change);
    }
    static const struct {
        const char *as_of, *wall;
        int revision; /* -1 = none */
    } cases[] = {
        {"2025-03-01T00:00:00+01:00", "2025-03-30T00:00:00", -1}, /* not known yet */
        {"2025-03-11T00:00:00+01:00", "2025-03-02T00:00:00", -1}, /* not effective yet */
        {"2025-03-11T00:00:00+01:00", "2025-03-19T00:00:00", 0},
        {"2025-03-11T00:00:00+01:00", "2025-03-21T00:00:00", 1},
        {"2025-03-13T00:00:00+01:00", "2025-03-14T23:59:59", 0},
        {"2025-03-13T00:00:00+01:00", "2025-03-15T00:00:00", 2},
        {"2025-03-13T00:00:00+01:00", "2025-03-21T00:00:00", 2}, /* the later recorded counts */
    };
    const hw__thing *thing = hw__plan_thing(plan, HW__GOALS, "out", 3);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw_local wall;
        hw_local_parse(cases[i].wall, &wall, NULL);
        const hw_revision *found = hw__thing_at(thing, moment(cases[i].as_of).instant, hw__local_wall(wall));
        assert_ptr_equal(found, cases[i].revision < 0 ? NULL : thing->revisions.items[cases[i].revision]);
    }
    assert_ptr_equal(hw__plan_as_of(plan, thing, INT64_MAX), thing->revisions.items[2]);
    assert_null(hw__plan_as_of(plan, thing, INT64_MIN));
    hw_plan_free(plan);
}

static void test_things_stand_as_they_were_first_recorded(void **state)
{
    (void)state;
    hw_plan *plan = sample();
    static const struct {
        const char *id, *when;
    } goals[] = {{"b", "2025-03-05T10:00:00+01:00"},
                 {"c", "2025-03-04T10:00:00+01:00"},
                 {"a", "2025-03-05T10:00:00+01:00"}};
    for (size_t i = 0; i < COUNT_OF(goals); i++) {
        hw_change *change = change_at(goals[i].when, "mk", "desk");
        hw_goal *goal = hw_goal_new(goals[i].id, "One", NULL);
        assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
        hw_goal_unref(goal);
        hw_change_free(change);
    }
    static const char *const order[] = {"out", "c", "a", "b"};
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        assert_string_equal(hw_goal_id(hw_plan_goal_at(plan, i)), order[i]);
        assert_ptr_equal(hw_plan_goal(plan, order[i]), hw_plan_goal_at(plan, i));
    }
    assert_null(hw_plan_goal_at(plan, 4));
    hw_plan_free(plan);
}

/* Thousands of ids, found again; also those that are made to collide. */
/* One moment of recording may serve many verbs, and ids say nothing about their order: "desk-10" is before
 * "desk-9". */
static void test_a_revision_comes_after_the_one_it_follows(void **state)
{
    (void)state;
    enum {
        REVISIONS = 30
    };
    hw_plan *plan = sample();
    const char *origins[] = {"desk", "phone", "app"};
    for (size_t i = 0; i < REVISIONS; i++) {
        char title[16];
        snprintf(title, sizeof title, "Title %zu", i);
        hw_change *change = change_at("2025-03-03T17:00:00+01:00", "mk", origins[i / 10]);
        hw_goal *goal = hw_goal_edit(hw_plan_goal(plan, "out"), NULL);
        hw_goal_set_title(goal, NULL, title);
        assert_int_equal(hw_plan_revise_goal(plan, goal, change, NULL), HW_OK);
        assert_string_equal(hw_goal_title(hw_plan_goal(plan, "out"), NULL), title);
        hw_goal_unref(goal);
        hw_change_free(change);
    }
    hw_plan *copy = hw_plan_copy(plan, NULL), *early = sample();
    char *text = bytes(plan);
    hw_plan *read = hw_plan_from_xml(text, strlen(text), NULL, NULL, NULL);
    assert_int_equal(hw_plan_merge(early, plan, NULL, NULL), HW_OK);
    const hw_plan *all[] = {copy, read, early};
    for (size_t p = 0; p < COUNT_OF(all); p++) {
        assert_string_equal(hw_goal_title(hw_plan_goal(all[p], "out"), NULL), "Title 29");
        for (size_t i = 1; i <= REVISIONS; i++) {
            assert_string_equal(
                hw_revision_id(hw_goal_revision(hw_plan_goal_revision_at(all[p], "out", i - 1))),
                hw_revision_follows(hw_goal_revision(hw_plan_goal_revision_at(all[p], "out", i))));
        }
        assert_bytes(all[p], text);
    }
    hw_string_free(text);
    hw_plan_free(early);
    hw_plan_free(read);
    hw_plan_free(copy);
    hw_plan_free(plan);
}

static void test_finds_every_id(void **state)
{
    (void)state;
    hw_plan *plan = sample();
    hw_change *change = change_at("2025-03-04T09:00:00+01:00", "mk", "desk");
    enum {
        MANY = 3000
    };
    char id[32];
    for (int i = 0; i < MANY; i++) {
        snprintf(id, sizeof id, "g%d", i * 7919 % MANY);
        hw_goal *goal = hw_goal_new(id, "One", NULL);
        assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
        hw_goal_unref(goal);
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(id, sizeof id, "g%d", i);
        assert_string_equal(hw_goal_id(hw_plan_goal(plan, id)), id);
    }
    assert_null(hw_plan_goal(plan, "g3000"));
    assert_null(hw_plan_step(plan, "g1")); /* another section */
    assert_null(hw_plan_goal(plan, NULL));
    assert_null(hw_plan_goal(NULL, "g1"));
    hw_change_free(change);
    hw_plan_free(plan);
}

/* Memory that runs out at any point: an error, the same plan as before, and the same call works
 * afterwards. */
static void test_survives_lack_of_memory(void **state)
{
    (void)state;
    hw_plan *plan = sample();
    hw_change *change = change_at("2025-03-04T09:00:00+01:00", "mk", "desk");
    hw_assignment *draft = hw_assignment_new("walk", "A walk", HW_KIND_OTHER, NULL);
    hw_assignment_set_recurring(draft, (hw_local){{2025, 3, 4}, 68400}, "FREQ=DAILY");
    char *before = bytes(plan);
    int failures = 0;
    for (size_t nth = 1;; nth++) {
        hw_error err;
        hw__alloc_fail(nth, 0);
        hw_status status = hw_plan_add_assignment(plan, draft, change, &err);
        hw__alloc_fail(0, 0);
        if (status == HW_OK)
            break;
        failures++;
        assert_int_equal(status, HW_ERR_MEMORY);
        assert_bytes(plan, before);
        assert_true(nth < 1000);
    }
    assert_true(failures > 3);
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 0);
        hw_plan *copy = hw_plan_copy(plan, NULL);
        hw__alloc_fail(0, 0);
        if (copy) {
            hw_plan_free(copy);
            break;
        }
    }
    hw_assignment_unref(draft);
    hw_change_free(change);
    hw_string_free(before);
    hw_plan_free(plan);
}

/* Random edits: the plan stays valid (it reads back), and what is refused leaves the same bytes. */
static void test_random_edits_keep_it_valid(void **state)
{
    (void)state;
    test_random random = random_start("random edits of a plan", 20250303);
    long rounds = random_rounds(4, 100);
    for (long round = 0; round < rounds; round++) {
        hw_plan *plan = random_plan_new(&random, 60);
        assert_non_null(plan);
        random_editor editor = random_editor_start(plan, "tablet");
        for (int i = 0; i < 30; i++) {
            char *before = bytes(plan);
            hw_error err;
            hw_status status = i % 3 ? random_edit(plan, &random, &editor, &err)
                                     : random_bad_edit(plan, &random, &editor, &err);
            assert_true(i % 3 || status != HW_OK);
            assert_int_equal(status, err.status);
            if (status != HW_OK)
                assert_bytes(plan, before);
            hw_string_free(before);
        }
#if HW_WITH_XML
        size_t size;
        char *text = hw_plan_to_xml(plan, &size, NULL);
        hw_plan *again = hw_plan_from_xml(text, size, NULL, NULL, NULL);
        assert_non_null(again);
        assert_bytes(again, text);
        hw_plan_free(again);
        hw_string_free(text);
#endif
        hw_plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_begins_with_its_author),
        cmocka_unit_test(test_refuses_to_begin),
        cmocka_unit_test(test_refused_verbs_change_nothing),
        cmocka_unit_test(test_records_outlive_their_plan),
        cmocka_unit_test(test_copies_part_ways),
        cmocka_unit_test(test_minted_ids_follow_from_the_plan),
        cmocka_unit_test(test_what_holds_when),
        cmocka_unit_test(test_things_stand_as_they_were_first_recorded),
        cmocka_unit_test(test_a_revision_comes_after_the_one_it_follows),
        cmocka_unit_test(test_finds_every_id),
        cmocka_unit_test(test_survives_lack_of_memory),
        cmocka_unit_test(test_random_edits_keep_it_valid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
