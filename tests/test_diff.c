/* SPDX-License-Identifier: MIT */
/* Differences by examples: fields and how they are spelt, what becomes of things and entries, and what
 * others may not see. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/story.h"

/* One item a line: kind, section/thing, field, before -> after. Owned: free(). */
static char *told(const hw_diff *diff)
{
    size_t room = 1 << 16, size = 0;
    char *text = malloc(room);
    assert_non_null(text);
    text[0] = '\0';
    for (size_t i = 0; i < hw_diff_count(diff); i++) {
        const char *field = hw_diff_field_at(diff, i), *before = hw_diff_before_at(diff, i);
        const char *after = hw_diff_after_at(diff, i);
        if (field) {
            size += (size_t)snprintf(text + size, room - size, "  %s: %s -> %s\n", field,
                                     before ? before : "-", after ? after : "-");
        } else {
            size += (size_t)snprintf(text + size, room - size, "%s %s %s\n",
                                     hw_diff_kind_name(hw_diff_kind_at(diff, i)), hw_diff_section_at(diff, i),
                                     hw_diff_thing_at(diff, i));
        }
        assert_true(size < room);
    }
    return text;
}

static void expect_told(hw_diff *diff, const char *expected)
{
    assert_non_null(diff);
    char *text = told(diff);
    assert_string_equal(text, expected);
    free(text);
    hw_diff_free(diff);
}

static const hw_revision *of(const hw_assignment *a)
{
    return hw_assignment_revision(a);
}

/* ---- two revisions ---- */

static hw_assignment *walk(void)
{
    hw_assignment *a = story_recurring("walk", "2025-03-03T19:00", "FREQ=DAILY");
    hw_assignment_set_where(a, NULL, "In the park");
    hw_assignment_set_likelihood(a, 60);
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -30);
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -10);
    return a;
}

static void test_fields(void **state)
{
    (void)state;
    hw_error err;
    hw_assignment *a = walk(), *b = hw_assignment_edit(a, &err);
    expect_told(hw_revision_diff(of(a), of(b), false, &err), "");
    hw_assignment_set_title(b, NULL, "A long walk");
    hw_assignment_set_title(b, "de", "Ein Spaziergang");
    hw_assignment_set_minutes(b, 20);
    hw_assignment_set_where(b, NULL, "By the river, <far> & wide");
    hw_assignment_set_likelihood(b, -1);
    hw_assignment_add_obstacle(b, HW_BARRIER_FORGOT, NULL, "A note");
    hw_assignment_set_recurring(b, story_local("2025-03-03T20:00"), "FREQ=WEEKLY;BYDAY=MO");
    hw_assignment_clear_reminders(b);
    hw_assignment_add_reminder(b, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -45);
    expect_told(hw_revision_diff(of(a), of(b), false, &err),
                "  minutes: - -> 20\n"
                "  title: A walk -> A long walk\n"
                "  title[de]: - -> Ein Spaziergang\n"
                "  contract/likelihood: 60 -> -\n"
                "  contract/where: In the park -> By the river, <far> & wide\n"
                "  contract/obstacle[1]/code: - -> forgot\n"
                "  contract/obstacle[1]/coping: - -> A note\n"
                "  schedule/times: 19:00:00 -> 20:00:00\n"
                "  schedule/rule: FREQ=DAILY -> FREQ=WEEKLY;BYDAY=MO\n"
                "  reminder[1]/minutes: -30 -> -45\n"
                "  reminder[2]/kind: prompt -> -\n"
                "  reminder[2]/minutes: -10 -> -\n");
    hw_assignment_unref(a);
    hw_assignment_unref(b);
}

static void test_parts_that_come_and_go(void **state)
{
    (void)state;
    hw_error err;
    hw_assignment *a = story_recurring("a", "2025-03-03", "FREQ=DAILY"), *b = hw_assignment_edit(a, &err);
    hw_assignment_set_on_demand(b);
    expect_told(hw_revision_diff(of(a), of(b), false, &err), "  schedule/kind: recurring -> -\n"
                                                             "  schedule/start: 2025-03-03 -> -\n"
                                                             "  schedule/rule: FREQ=DAILY -> -\n");
    expect_told(hw_revision_diff(NULL, of(b), false, &err), "  kind: - -> activity-scheduling\n"
                                                            "  state: - -> active\n"
                                                            "  title: - -> A walk\n");
    expect_told(hw_revision_diff(of(b), NULL, false, &err), "  kind: activity-scheduling -> -\n"
                                                            "  state: active -> -\n"
                                                            "  title: A walk -> -\n");
    hw_goal *goal = hw_goal_new("g", "Outdoors", &err), *levels = hw_goal_edit(goal, &err);
    hw_goal_set_level(levels, -1, NULL, "Never");
    hw_goal_set_level(levels, 2, "de", "Immer");
    expect_told(hw_revision_diff(hw_goal_revision(goal), hw_goal_revision(levels), false, &err),
                "  level[1]/score: - -> -1\n"
                "  level[1]: - -> Never\n"
                "  level[2]/score: - -> 2\n"
                "  level[2][de]: - -> Immer\n");
    assert_null(hw_revision_diff(hw_goal_revision(goal), of(a), false, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_revision_diff(NULL, NULL, false, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_goal_unref(goal);
    hw_goal_unref(levels);
    hw_assignment_unref(a);
    hw_assignment_unref(b);
}

static void test_messages_that_are_not_shared(void **state)
{
    (void)state;
    hw_error err;
    hw_message *message = hw_message_new("m", HW_MESSAGE_QUESTION, "Why me?", &err);
    const hw_revision *revision = hw_message_revision(message);
    for (int visibility = HW_VISIBILITY_SHARED; visibility <= HW_VISIBILITY_PRIVATE; visibility++) {
        hw_message_set_visibility(message, (hw_visibility)visibility);
        for (int private_too = 0; private_too <= 1; private_too++) {
            hw_diff *diff = hw_revision_diff(NULL, revision, private_too, &err);
            char *text = told(diff);
            bool shown = private_too || visibility == HW_VISIBILITY_SHARED;
            assert_int_equal(strstr(text, "Why me?") != NULL, shown);
            assert_non_null(strstr(text, "topic: - -> question"));
            free(text);
            hw_diff_free(diff);
        }
    }
    hw_message_unref(message);
}

/* ---- two plans ---- */

#define FIRST "2025-03-02T10:00:00+01:00"
#define LATER "2025-03-09T10:00:00+01:00"

static hw_plan *base_plan(void)
{
    hw_plan *plan = story_new();
    story_add_goal(plan, "outdoors", FIRST);
    story_add_step(plan, "block", "outdoors", FIRST);
    story_add(plan, walk(), FIRST);
    story_did(plan, "walk", "2025-03-03T19:00", HW_EXTENT_DONE, "2025-03-03T19:30:00+01:00",
              "2025-03-03T20:00:00+01:00");
    return plan;
}

static void test_equal_plans(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = base_plan(), *copy = hw_plan_copy(plan, &err);
    expect_told(hw_plan_diff(plan, plan, true, &err), "");
    expect_told(hw_plan_diff(plan, copy, true, &err), "");
    hw_plan_set_language(copy, "de", &err);
    expect_told(hw_plan_diff(plan, copy, false, &err), "  language: en -> de\n");
    assert_null(hw_plan_diff(NULL, plan, false, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_diff(plan, NULL, false, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_plan_free(plan);
    hw_plan_free(copy);
}

static void test_things(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *old = base_plan(), *plan = hw_plan_copy(old, &err);
    hw_change *change = story_change(LATER);
    story_add_goal(plan, "sleep", LATER);
    assert_int_equal(hw_plan_mark_step(plan, "block", HW_STEP_IN_PRACTICE, change, &err), HW_OK);
    assert_int_equal(hw_plan_mark_step(plan, "block", HW_STEP_CRITERION_MET, change, &err), HW_OK);
    hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(plan, "walk"), &err);
    hw_assignment_set_minutes(edit, 15);
    story_revise(plan, edit, LATER);
    expect_told(hw_plan_diff(old, plan, false, &err), "added goals sleep\n"
                                                      "  state: - -> active\n"
                                                      "  title: - -> More time outdoors\n"
                                                      "marked steps block\n"
                                                      "  state: available -> criterion-met\n"
                                                      "  reached: - -> 2025-03-09\n"
                                                      "revised assignments walk\n"
                                                      "  minutes: - -> 15\n");
    expect_told(hw_plan_diff(plan, old, false, &err), "removed goals sleep\n"
                                                      "  state: active -> -\n"
                                                      "  title: More time outdoors -> -\n"
                                                      "marked steps block\n"
                                                      "  state: criterion-met -> available\n"
                                                      "  reached: 2025-03-09 -> -\n"
                                                      "revised assignments walk\n"
                                                      "  minutes: 15 -> -\n");
    hw_change_free(change);
    hw_plan_free(old);
    hw_plan_free(plan);
}

/* There and back again: the revisions are others, the fields are not. */
static void test_no_net_change(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *old = base_plan(), *plan = hw_plan_copy(old, &err);
    for (int i = 0; i < 2; i++) {
        hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(plan, "walk"), &err);
        hw_assignment_set_minutes(edit, i ? 0 : 15);
        story_revise(plan, edit, LATER);
    }
    hw_diff *diff = hw_plan_diff(old, plan, false, &err);
    assert_string_equal(hw_diff_revision_at(diff, 0),
                        hw_revision_id(hw_assignment_revision(hw_plan_assignment(plan, "walk"))));
    expect_told(diff, "revised assignments walk\n");
    hw_plan_free(old);
    hw_plan_free(plan);
}

static hw_entry *rich_entry(hw_visibility visibility)
{
    hw_entry *entry = story_entry("walk", NULL, HW_EXTENT_PARTIAL, "2025-03-04T19:30:00+01:00");
    hw_entry_set_percent(entry, 50);
    hw_entry_set_visibility(entry, visibility);
    hw_entry_add_barrier(entry, HW_BARRIER_NO_TIME, "the bus");
    hw_entry_add_note(entry, HW_NOTE_INSIGHT, NULL, "air helps");
    return entry;
}

static void test_entries(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *old = base_plan(), *plan = hw_plan_copy(old, &err);
    hw_log *log = hw_plan_entries(plan, &err);
    char first[80];
    snprintf(first, sizeof first, "%s", hw_log_id_at(log, 0));
    hw_log_unref(log);
    hw_change *change = story_change(LATER);
    story_log(plan, rich_entry(HW_VISIBILITY_SHARED), "rich", LATER);
    assert_int_equal(hw_plan_void_entry(plan, first, change, &err), HW_OK);
    log = hw_plan_entries(plan, &err);
    char expected[800];
    size_t other = strcmp(hw_log_id_at(log, 1), "rich") == 0 ? 2 : 1;
    static const char *const rich = "added log rich\n"
                                    "  assignment: - -> walk\n"
                                    "  at: - -> 2025-03-04T19:30:00+01:00\n"
                                    "  extent: - -> partial\n"
                                    "  percent: - -> 50\n"
                                    "  barrier[no-time]: - -> the bus\n"
                                    "  note[insight]: - -> air helps\n";
    char voiding[300];
    snprintf(voiding, sizeof voiding, "added log %s\n  voids: - -> %s\n", hw_log_id_at(log, other), first);
    snprintf(expected, sizeof expected, "voided log %s\n  state: live -> voided\n%s%s", first,
             other == 1 ? voiding : rich, other == 1 ? rich : voiding);
    expect_told(hw_plan_diff(old, plan, false, &err), expected);
    snprintf(voiding, sizeof voiding, "removed log %s\n  voids: %s -> -\n", hw_log_id_at(log, other), first);
    hw_diff *back = hw_plan_diff(plan, old, false, &err);
    char *text = told(back);
    assert_non_null(strstr(text, voiding));
    assert_non_null(strstr(text, "restored log"));
    free(text);
    hw_diff_free(back);
    hw_log_unref(log);
    hw_plan *newer = hw_plan_copy(plan, &err);
    hw_entry *better = rich_entry(HW_VISIBILITY_SHARED);
    hw_entry_set_id(better, "richer");
    assert_int_equal(hw_plan_supersede_entry(newer, "rich", better, change, &err), HW_OK);
    hw_diff *diff = hw_plan_diff(plan, newer, false, &err);
    text = told(diff);
    assert_non_null(strstr(text, "superseded log rich\n  state: live -> superseded\n"));
    assert_non_null(strstr(text, "  supersedes: - -> rich\n"));
    free(text);
    hw_diff_free(diff);
    hw_entry_free(better);
    hw_change_free(change);
    hw_plan_free(old);
    hw_plan_free(plan);
    hw_plan_free(newer);
}

/* ---- what others may not see ---- */

static void test_visibility_of_entries(void **state)
{
    (void)state;
    static const struct {
        hw_visibility visibility;
        const char *shown;
    } rows[] = {
        {HW_VISIBILITY_SHARED_SUMMARY, "added log e\n"
                                       "  assignment: - -> walk\n"
                                       "  at: - -> 2025-03-04T19:30:00+01:00\n"
                                       "  extent: - -> partial\n"
                                       "  percent: - -> 50\n"
                                       "  visibility: - -> shared-summary\n"
                                       "  barrier[no-time]: - -> \n"},
        {HW_VISIBILITY_PRIVATE, "added log e\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_plan *old = base_plan(), *plan = hw_plan_copy(old, &err);
        story_log(plan, rich_entry(rows[i].visibility), "e", LATER);
        expect_told(hw_plan_diff(old, plan, false, &err), rows[i].shown);
        hw_diff *diff = hw_plan_diff(old, plan, true, &err);
        char *text = told(diff);
        assert_non_null(strstr(text, "air helps"));
        assert_non_null(strstr(text, "the bus"));
        free(text);
        hw_diff_free(diff);
        hw_plan_free(old);
        hw_plan_free(plan);
    }
}

static void test_visibility_of_messages(void **state)
{
    (void)state;
    static const char *const shown[] = {
        [HW_VISIBILITY_SHARED] =
            "added messages m\n  topic: - -> concern\n  state: - -> open\n  text: - -> A worry\n",
        [HW_VISIBILITY_SHARED_SUMMARY] = "added messages m\n  topic: - -> concern\n  state: - -> open\n  "
                                         "visibility: - -> shared-summary\n",
        [HW_VISIBILITY_PRIVATE] = "added messages m\n",
    };
    for (size_t i = 0; i < COUNT_OF(shown); i++) {
        hw_error err;
        hw_plan *old = base_plan(), *plan = hw_plan_copy(old, &err);
        hw_change *change = story_change(LATER);
        hw_message *message = hw_message_new("m", HW_MESSAGE_CONCERN, "A worry", &err);
        hw_message_set_visibility(message, (hw_visibility)i);
        assert_int_equal(hw_plan_add_message(plan, message, change, &err), HW_OK);
        expect_told(hw_plan_diff(old, plan, false, &err), shown[i]);
        hw_diff *diff = hw_plan_diff(old, plan, true, &err);
        char *text = told(diff);
        assert_non_null(strstr(text, "A worry"));
        free(text);
        hw_diff_free(diff);
        hw_message_unref(message);
        hw_change_free(change);
        hw_plan_free(old);
        hw_plan_free(plan);
    }
}

/* What a form calls confidential stays with its author, numbers too. */
static void test_confidential_fields(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *old = story_new();
    hw_assignment *a = hw_assignment_new("diary", "A diary", HW_KIND_JOURNALING, &err);
    hw_field *field = hw_field_new("nightmares", HW_FIELD_NUMBER, &err);
    assert_int_equal(hw_field_set_confidential(field, true), HW_OK);
    assert_int_equal(hw_assignment_add_field(a, field), HW_OK);
    hw_field_free(field);
    story_add(old, a, FIRST);
    hw_plan *plan = hw_plan_copy(old, &err);
    hw_entry *entry = story_entry("diary", NULL, HW_EXTENT_NONE, "2025-03-04T19:30:00+01:00");
    assert_int_equal(hw_entry_add_number(entry, "nightmares", HW_PHASE_NONE, 0, 3), HW_OK);
    story_log(plan, entry, "e", LATER);
    expect_told(hw_plan_diff(old, plan, false, &err), "added log e\n"
                                                      "  assignment: - -> diary\n"
                                                      "  at: - -> 2025-03-04T19:30:00+01:00\n");
    expect_told(hw_plan_diff(old, plan, true, &err), "added log e\n"
                                                     "  assignment: - -> diary\n"
                                                     "  at: - -> 2025-03-04T19:30:00+01:00\n"
                                                     "  value[nightmares]: - -> 3\n");
    hw_plan_free(old);
    hw_plan_free(plan);
}

/* What was taken out stays out, on whichever side it still is. */
static void test_redacted_and_erased(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *old = base_plan();
    story_log(old, rich_entry(HW_VISIBILITY_SHARED), "rich", LATER);
    story_log(old, rich_entry(HW_VISIBILITY_SHARED), "gone", LATER);
    hw_plan *plan = hw_plan_copy(old, &err);
    hw_change *change = story_change("2025-03-10T10:00:00+01:00");
    assert_int_equal(hw_plan_redact(plan, "rich", change, &err), HW_OK);
    assert_int_equal(hw_plan_redact(plan, "walk", change, &err), HW_OK);
    assert_int_equal(hw_plan_erase(plan, "gone", change, &err), HW_OK);
    hw_diff *diff = hw_plan_diff(old, plan, false, &err), *back = hw_plan_diff(plan, old, false, &err);
    char *there = told(diff), *here = told(back);
    assert_non_null(strstr(there, "erased assignments walk\n"));
    assert_non_null(strstr(there, "erased log rich\n"));
    assert_non_null(strstr(there, "erased log gone\n"));
    assert_non_null(strstr(there, "added erasures "));
    assert_non_null(strstr(here, "restored assignments walk\n"));
    assert_non_null(strstr(here, "restored log rich\n"));
    assert_non_null(strstr(here, "restored log gone\n"));
    static const char *const secrets[] = {"air helps", "the bus", "A walk", "In the park"};
    for (size_t i = 0; i < COUNT_OF(secrets); i++) {
        assert_null(strstr(there, secrets[i]));
        assert_null(strstr(here, secrets[i]));
    }
    free(there);
    free(here);
    hw_diff_free(diff);
    hw_diff_free(back);
    diff = hw_plan_diff(old, plan, true, &err);
    there = told(diff);
    for (size_t i = 0; i < COUNT_OF(secrets); i++) {
        assert_non_null(strstr(there, secrets[i]));
    }
    free(there);
    hw_diff_free(diff);
    hw_change_free(change);
    hw_plan_free(old);
    hw_plan_free(plan);
}

/* ---- tables, arguments, memory ---- */

static void test_table(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *old = base_plan(), *plan = hw_plan_copy(old, &err);
    hw_change *change = story_change(LATER);
    assert_int_equal(hw_plan_mark_step(plan, "block", HW_STEP_SKIPPED, change, &err), HW_OK);
    hw_diff *diff = hw_plan_diff(old, plan, false, &err);
    hw_table *table = hw_diff_table(diff, &err);
    char *csv = hw_table_to_csv(table, NULL, &err), expected[400];
    const char *id = hw_revision_id(hw_step_revision(hw_plan_step(plan, "block")));
    snprintf(expected, sizeof expected,
             "kind,section,thing,revision,field,before,after\r\n"
             "marked,steps,block,%s,,,\r\n"
             "field,steps,block,%s,state,available,skipped\r\n",
             id, id);
    assert_string_equal(csv, expected);
    hw_string_free(csv);
    hw_table_free(table);
    hw_diff_free(diff);
    hw_change_free(change);
    hw_plan_free(old);
    hw_plan_free(plan);
}

static void test_past_the_end(void **state)
{
    (void)state;
    hw_error err;
    assert_int_equal(hw_diff_count(NULL), 0);
    assert_int_equal(hw_diff_kind_at(NULL, 0), HW_DIFF_KIND_COUNT);
    assert_null(hw_diff_section_at(NULL, 0));
    assert_null(hw_diff_thing_at(NULL, 0));
    assert_null(hw_diff_revision_at(NULL, 0));
    assert_null(hw_diff_field_at(NULL, 0));
    assert_null(hw_diff_before_at(NULL, 0));
    assert_null(hw_diff_after_at(NULL, 0));
    assert_null(hw_diff_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    for (int kind = 0; kind < HW_DIFF_KIND_COUNT; kind++) {
        assert_string_not_equal(hw_diff_kind_name((hw_diff_kind)kind), "unknown");
    }
    assert_string_equal(hw_diff_kind_name(HW_DIFF_KIND_COUNT), "unknown");
    hw_diff_free(NULL);
}

static void test_no_memory(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *old = base_plan(), *plan = hw_plan_copy(old, &err);
    hw_change *change = story_change(LATER);
    story_add_goal(plan, "sleep", LATER);
    story_log(plan, rich_entry(HW_VISIBILITY_SHARED), "rich", LATER);
    assert_int_equal(hw_plan_mark_step(plan, "block", HW_STEP_SKIPPED, change, &err), HW_OK);
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error error = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_diff *diff = hw_plan_diff(old, plan, true, &error);
        hw_table *table = diff ? hw_diff_table(diff, &error) : NULL;
        hw__alloc_fail(0, 0);
        done = table != NULL;
        assert_int_equal(error.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_table_free(table);
        hw_diff_free(diff);
    }
    hw_change_free(change);
    hw_plan_free(old);
    hw_plan_free(plan);
}

/* Names, labels and files are words too, though documents have them as attributes. */
static void test_redacted_lines(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *old = base_plan();
    hw_change *change = story_change("2025-03-10T10:00:00+01:00");
    hw_person *person = hw_person_new("aunt", HW_ROLE_SUPPORTER, &err);
    hw_person_set_name(person, "Aunt Agatha");
    assert_int_equal(hw_plan_add_person(old, person, change, &err), HW_OK);
    hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(old, "walk"), &err);
    hw_assignment_set_label(edit, "Strolling");
    assert_int_equal(hw_assignment_add_attachment(edit, "https://example.org/agatha.pdf", "application/pdf",
                                                  4711, NULL),
                     HW_OK);
    assert_int_equal(hw_plan_revise_assignment(old, edit, change, &err), HW_OK);
    hw_plan *plan = hw_plan_copy(old, &err);
    assert_int_equal(hw_plan_redact(plan, "aunt", change, &err), HW_OK);
    assert_int_equal(hw_plan_redact(plan, "walk", change, &err), HW_OK);
    static const char *const secrets[] = {"Agatha", "Strolling", "agatha", "4711"};
    for (int way = 0; way < 4; way++) {
        hw_diff *diff =
            way % 2 ? hw_plan_diff(plan, old, way > 1, &err) : hw_plan_diff(old, plan, way > 1, &err);
        assert_non_null(diff);
        char *text = told(diff);
        for (size_t i = 0; i < COUNT_OF(secrets); i++) {
            assert_int_equal(strstr(text, secrets[i]) != NULL, way > 1);
        }
        free(text);
        hw_diff_free(diff);
    }
    hw_assignment_unref(edit);
    hw_person_unref(person);
    hw_change_free(change);
    hw_plan_free(old);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_parts_that_come_and_go),
        cmocka_unit_test(test_messages_that_are_not_shared),
        cmocka_unit_test(test_equal_plans),
        cmocka_unit_test(test_things),
        cmocka_unit_test(test_no_net_change),
        cmocka_unit_test(test_entries),
        cmocka_unit_test(test_visibility_of_entries),
        cmocka_unit_test(test_visibility_of_messages),
        cmocka_unit_test(test_confidential_fields),
        cmocka_unit_test(test_redacted_and_erased),
        cmocka_unit_test(test_redacted_lines),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_past_the_end),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
