/* SPDX-License-Identifier: MIT */
/* The canonical document, byte by byte: escaping, order, what is left out, where content of other namespaces
 * and what was kept aside go. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

#include "base/alloc.h"
#include "format/xml_out.h"
#include "homework.h"
#include "model/plan_store.h"

#define UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ROOT "<plan xmlns=\"urn:libhomework:plan:1\" version=\"0.1\" uid=\"urn:uuid:" UID "\" xml:lang=\"en\""
#define LOG_ROOT \
    "<log-file xmlns=\"urn:libhomework:plan:1\" version=\"0.1\" plan=\"urn:uuid:" UID "\" xml:lang=\"en\""
#define FACTS "effective=\"2025-03-03T17:40:00\" recorded=\"2025-03-03T17:40:00+01:00\" by=\"mk\""

static hw_change *monday(void)
{
    hw_moment moment;
    assert_int_equal(hw_moment_parse("2025-03-03T17:40:00+01:00", &moment, NULL), HW_OK);
    hw_change *change = hw_change_new(moment, "mk", "desk", NULL);
    assert_non_null(change);
    return change;
}

static hw_plan *new_plan(void)
{
    hw_change *change = monday();
    hw_plan *plan = hw_plan_new(UID, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    assert_non_null(plan);
    hw_change_free(change);
    return plan;
}

static void expect_document(const hw_plan *plan, const char *expected)
{
    hw_error err;
    size_t size;
    char *text = hw_plan_to_xml(plan, &size, &err);
    assert_non_null(text);
    assert_int_equal(size, strlen(text));
    assert_int_equal(err.status, HW_OK);
    assert_string_equal(text, expected);
    hw_string_free(text);
}

static void expect_log(const hw_plan *plan, const char *expected)
{
    size_t size;
    char *text = hw_plan_log_to_xml(plan, &size, NULL);
    assert_non_null(text);
    assert_int_equal(size, strlen(text));
    assert_string_equal(text, expected);
    hw_string_free(text);
}

/* ---- escaping ---- */

typedef struct escape_row {
    const char *text, *in_text, *in_line, *in_value;
} escape_row;

static void what_xml_means_is_escaped(void **state)
{
    static const escape_row rows[] = {
        {"", "", "", ""},
        {"plain", "plain", "plain", "plain"},
        {"a & b", "a &amp; b", "a &amp; b", "a &amp; b"},
        {"<i>", "&lt;i&gt;", "&lt;i&gt;", "&lt;i&gt;"},
        {"]]>", "]]&gt;", "]]&gt;", "]]&gt;"},
        {"\"x\"", "\"x\"", "\"x\"", "&quot;x&quot;"},
        {"it's", "it's", "it's", "it's"},
        {"a\nb", "a\nb", "a&#10;b", "a&#10;b"},
        {"a\tb", "a\tb", "a\tb", "a&#9;b"},
        {"a\r\nb", "a&#13;\nb", "a&#13;&#10;b", "a&#13;&#10;b"},
        {"&&<<", "&amp;&amp;&lt;&lt;", "&amp;&amp;&lt;&lt;", "&amp;&amp;&lt;&lt;"},
        {"\u00fc\u2028\U0001F9D8", "\u00fc\u2028\U0001F9D8", "\u00fc\u2028\U0001F9D8",
         "\u00fc\u2028\U0001F9D8"},
    };
    static const hw__xml_place places[] = {HW__XML_TEXT, HW__XML_LINE_TEXT, HW__XML_VALUE};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *expected[] = {rows[i].in_text, rows[i].in_line, rows[i].in_value};
        for (size_t place = 0; place < COUNT_OF(places); place++) {
            hw__buffer buffer;
            hw__buffer_init(&buffer, 1000);
            hw__put_xml(&buffer, rows[i].text, strlen(rows[i].text), places[place]);
            char *text = hw__buffer_take(&buffer, NULL, NULL);
            assert_string_equal(text, expected[place]);
            hw__free(text);
        }
    }
}

/* ---- records ---- */

#define EMPTY_FROM_MEASURES                                                                                \
    "  <measures/>\n  <goals/>\n  <steps/>\n  <assignments/>\n  <sessions/>\n  <holds/>\n  <excuses/>\n  " \
    "<log/>\n"                                                                                             \
    "</plan>\n"
#define BEGINNING                                                                \
    "  <settings>\n"                                                             \
    "    <set revision=\"desk-2\" " FACTS " zone=\"Europe/Berlin\"/>\n"          \
    "  </settings>\n"                                                            \
    "  <people>\n"                                                               \
    "    <person id=\"mk\" revision=\"desk-1\" " FACTS " role=\"therapist\"/>\n" \
    "  </people>\n"

static void a_new_plan_is_as_short_as_can_be(void **state)
{
    (void)state;
    hw_plan *plan = new_plan();
    expect_document(plan, DECLARATION ROOT ">\n" BEGINNING EMPTY_FROM_MEASURES);
    expect_log(plan, DECLARATION LOG_ROOT "/>\n");
    hw_plan_free(plan);
}

static void add_goal(hw_plan *plan, hw_change *change)
{
    hw_goal *goal = hw_goal_new("talk", "Join <the> lunch \"table\" & talk", NULL);
    hw_goal_set_title(goal, "de", "Mittagstisch");
    hw_goal_set_description(goal, NULL, "two\n\tlines");
    hw_goal_set_level(goal, 2, NULL, "every day");
    hw_goal_set_level(goal, -2, "de", "nie");
    hw_goal_set_level(goal, -2, NULL, "never");
    hw_goal_set_baseline(goal, 1.5);
    hw_goal_set_target(goal, -0.25);
    hw_goal_set_direction(goal, HW_DIRECTION_DOWN);
    hw_goal_set_due(goal, (hw_date){2025, 5, 26});
    assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
    hw_goal_unref(goal);
}

static void add_assignment(hw_plan *plan, hw_change *change)
{
    hw_assignment *breathing = hw_assignment_new("breathing", "Slow breathing", HW_KIND_RELAXATION, NULL);
    hw_local start = {{2025, 3, 3}, 19 * 3600};
    hw_assignment_set_recurring(breathing, start, "FREQ=WEEKLY;BYDAY=WE,MO");
    hw_assignment_add_time(breathing, 8 * 3600);
    hw_assignment_set_until(breathing, (hw_date){2025, 5, 26});
    hw_assignment_add_exception(breathing, (hw_local){{2025, 4, 21}, HW_ALL_DAY});
    hw_assignment_add_exception(breathing, (hw_local){{2025, 4, 2}, 19 * 3600});
    hw_assignment_set_closes(breathing, (hw_duration){0, 7200});
    hw_assignment_set_late(breathing, HW_LATE_OK);
    hw_assignment_add_reminder(breathing, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -30);
    hw_assignment_add_reminder_at(breathing, HW_REMINDER_FOLLOW_UP, HW_ANCHOR_CLOSE, 1, 18 * 3600);
    hw_assignment_add_goal(breathing, "talk");
    hw_assignment_set_minutes(breathing, 10);
    assert_int_equal(hw_plan_add_assignment(plan, breathing, change, NULL), HW_OK);
    hw_assignment_unref(breathing);
}

static void tables_give_order_and_defaults_are_left_out(void **state)
{
    (void)state;
    hw_plan *plan = new_plan();
    hw_change *change = monday();
    hw_change_set_reason(change, "agreed \"today\" & here", NULL);
    add_goal(plan, change);
    add_assignment(plan, change);
    hw_hold *hold = hw_hold_new("easter", (hw_date){2025, 4, 14}, (hw_date){2025, 4, 21}, NULL);
    hw_hold_set_reason(hold, HW_EXCUSE_HOLIDAY);
    hw_hold_set_withdrawn(hold, true);
    assert_int_equal(hw_plan_add_hold(plan, hold, change, NULL), HW_OK);
    hw_hold_unref(hold);
    hw_change_free(change);
#define REASON " reason=\"agreed &quot;today&quot; &amp; here\""
    expect_document(plan, DECLARATION ROOT
                    ">\n" BEGINNING "  <measures/>\n"
                    "  <goals>\n"
                    "    <goal id=\"talk\" revision=\"desk-3\" " FACTS REASON
                    " state=\"active\" baseline=\"1.5\""
                    " target=\"-0.25\" direction=\"down\" due=\"2025-05-26\">\n"
                    "      <title>Join &lt;the&gt; lunch \"table\" &amp; talk</title>\n"
                    "      <title xml:lang=\"de\">Mittagstisch</title>\n"
                    "      <description>two\n\tlines</description>\n"
                    "      <level score=\"-2\">never</level>\n"
                    "      <level score=\"-2\" xml:lang=\"de\">nie</level>\n"
                    "      <level score=\"2\">every day</level>\n"
                    "    </goal>\n"
                    "  </goals>\n"
                    "  <steps/>\n"
                    "  <assignments>\n"
                    "    <assignment id=\"breathing\" revision=\"desk-4\" " FACTS REASON
                    " kind=\"relaxation\" state=\"active\" minutes=\"10\" goals=\"talk\">\n"
                    "      <title>Slow breathing</title>\n"
                    "      <schedule kind=\"recurring\" start=\"2025-03-03\" times=\"08:00:00 19:00:00\""
                    " rule=\"FREQ=WEEKLY;BYDAY=MO,WE\" until=\"2025-05-26\""
                    " except=\"2025-04-02T19:00:00 2025-04-21\"/>\n"
                    "      <window closes=\"PT2H\" late=\"ok\"/>\n"
                    "      <reminder kind=\"prompt\" minutes=\"-30\"/>\n"
                    "      <reminder kind=\"follow-up\" anchor=\"close\" days=\"1\" clock=\"18:00:00\"/>\n"
                    "    </assignment>\n"
                    "  </assignments>\n"
                    "  <sessions/>\n"
                    "  <holds>\n"
                    "    <hold id=\"easter\" revision=\"desk-5\" " FACTS REASON
                    " from=\"2025-04-14\" to=\"2025-04-21\""
                    " cause=\"holiday\" withdrawn=\"true\"/>\n"
                    "  </holds>\n"
                    "  <excuses/>\n"
                    "  <log/>\n"
                    "</plan>\n");
    hw_plan_free(plan);
}

/* ---- entries ---- */

static hw_entry *rich_entry(void)
{
    hw_entry *entry = hw_entry_new("breathing", HW_EXTENT_PARTIAL, NULL);
    hw_moment at;
    assert_int_equal(hw_moment_parse("2025-03-03T15:12:00+01:00", &at, NULL), HW_OK);
    hw_entry_set_id(entry, "e1");
    hw_entry_set_at(entry, at);
    hw_entry_set_unscheduled(entry);
    hw_entry_set_percent(entry, 60);
    hw_entry_set_source(entry, HW_SOURCE_PAPER);
    hw_entry_set_visibility(entry, HW_VISIBILITY_PRIVATE);
    hw_entry_add_measure(entry, "suds", HW_PHASE_BEFORE, 70);
    hw_entry_add_measure(entry, "suds", HW_PHASE_NONE, 45.5);
    hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, 12);
    hw_entry_add_number(entry, "heart", HW_PHASE_AFTER, 10, 61);
    hw_entry_add_text(entry, "thought", 0, "a < b\nand \"c\"");
    hw_entry_add_text(entry, "thought", 9999, "x");
    hw_entry_add_barrier(entry, HW_BARRIER_NO_TIME, "work & children");
    hw_entry_add_barrier(entry, HW_BARRIER_FORGOT, NULL);
    hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, "good\tenough");
    hw_entry_add_note(entry, HW_NOTE_INSIGHT, "de", "leichter");
    return entry;
}

static void log_three(hw_plan *plan)
{
    hw_change *change = monday();
    hw_measure *suds = hw_measure_new("suds", "Distress", HW_MEASURE_RATING, NULL);
    assert_int_equal(hw_plan_add_measure(plan, suds, change, NULL), HW_OK);
    hw_measure_unref(suds);
    hw_assignment *breathing = hw_assignment_new("breathing", "Breathing", HW_KIND_RELAXATION, NULL);
    assert_int_equal(hw_plan_add_assignment(plan, breathing, change, NULL), HW_OK);
    hw_assignment_unref(breathing);
    hw_entry *entry = rich_entry();
    assert_int_equal(hw_plan_log(plan, entry, change, NULL), HW_OK);
    hw_entry_free(entry);
    hw_entry *plain = hw_entry_new(NULL, HW_EXTENT_NONE, NULL);
    hw_entry_set_id(plain, "e2");
    hw_entry_set_at(plain, hw_moment_on((hw_date){2025, 3, 2}));
    assert_int_equal(hw_plan_supersede_entry(plan, "e1", plain, change, NULL), HW_OK);
    hw_entry_free(plain);
    assert_int_equal(hw_plan_void_entry(plan, "e2", change, NULL), HW_OK);
    hw_change_free(change);
}

static const char *const three_entries[] = {
    "<entry id=\"desk-5\" recorded=\"2025-03-03T17:40:00+01:00\" by=\"mk\" voids=\"e2\"/>\n",
    ("<entry id=\"e1\" recorded=\"2025-03-03T17:40:00+01:00\" by=\"mk\" assignment=\"breathing\""
     " at=\"2025-03-03T15:12:00+01:00\" extent=\"partial\" percent=\"60\" source=\"paper\" "
     "visibility=\"private\">"
     "<value measure=\"suds\" phase=\"before\">70</value><value measure=\"suds\">45.5</value>"
     "<value field=\"minutes\">12</value><value field=\"heart\" phase=\"after\" group=\"10\">61</value>"
     "<answer field=\"thought\">a &lt; b&#10;and \"c\"</answer><answer field=\"thought\" "
     "group=\"9999\">x</answer>"
     "<barrier code=\"no-time\">work &amp; children</barrier><barrier code=\"forgot\"/>"
     "<note>good\tenough</note><note kind=\"insight\" xml:lang=\"de\">leichter</note></entry>\n"),
    ("<entry id=\"e2\" recorded=\"2025-03-03T17:40:00+01:00\" by=\"mk\" at=\"2025-03-02\" "
     "supersedes=\"e1\"/>\n"),
};

static void an_entry_is_a_line(void **state)
{
    (void)state;
    hw_plan *plan = new_plan();
    log_three(plan);
    char *text = hw_plan_to_xml(plan, NULL, NULL);
    char *side = hw_plan_log_to_xml(plan, NULL, NULL);
    char expected[4000];
    snprintf(expected, sizeof expected, "  <log>\n    %s    %s    %s  </log>\n</plan>\n", three_entries[0],
             three_entries[1], three_entries[2]);
    assert_string_equal(strstr(text, "  <log>"), expected);
    snprintf(expected, sizeof expected, DECLARATION LOG_ROOT ">\n  %s  %s  %s</log-file>\n", three_entries[0],
             three_entries[1], three_entries[2]);
    assert_string_equal(side, expected);
    hw_string_free(text);
    hw_string_free(side);
    hw_plan_free(plan);
}

/* ---- what is not ours ---- */

static void set_text(char **slot, const char *text)
{
    *slot = hw__strdup(text);
    assert_non_null(*slot);
}

static void keep_aside(hw_plan *plan, int section, const char *xml)
{
    hw__aside aside = {(uint8_t)section, hw__strdup(xml)};
    assert_true(hw__vec_push(&plan->aside, aside));
}

static void what_is_not_ours_comes_last(void **state)
{
    (void)state;
    hw_plan *plan = new_plan();
    set_text(&plan->foreign.attributes, " xmlns:x=\"urn:x\" x:theme=\"dark\"");
    set_text(&plan->foreign.elements, "<x:r xmlns:x=\"urn:x\"><x:s>1</x:s></x:r><y:t xmlns:y=\"urn:y\"/>");
    set_text(&plan->section_foreign[HW__GOALS], "<x:g xmlns:x=\"urn:x\"/>");
    set_text(&plan->section_foreign[HW__SECTION_COUNT], "<x:l xmlns:x=\"urn:x\">a&#10;b</x:l>");
    set_text(&plan->must_understand, "urn:libhomework:plan:1");
    keep_aside(plan, HW__SECTION_COUNT, "<entry id=\"?\"/>");
    keep_aside(plan, HW__PEOPLE, "<person/>");
    keep_aside(plan, HW__GOALS, "<goal id=\"g\"><title>x</title></goal>");
    expect_document(plan, DECLARATION ROOT
                    " must-understand=\"urn:libhomework:plan:1\" xmlns:x=\"urn:x\" x:theme=\"dark\">\n"
                    "  <settings>\n"
                    "    <set revision=\"desk-2\" " FACTS " zone=\"Europe/Berlin\"/>\n"
                    "  </settings>\n"
                    "  <people>\n"
                    "    <person id=\"mk\" revision=\"desk-1\" " FACTS " role=\"therapist\"/>\n"
                    "    <person/>\n"
                    "  </people>\n"
                    "  <measures/>\n"
                    "  <goals>\n"
                    "    <goal id=\"g\"><title>x</title></goal>\n"
                    "    <x:g xmlns:x=\"urn:x\"/>\n"
                    "  </goals>\n"
                    "  <steps/>\n  <assignments/>\n  <sessions/>\n  <holds/>\n  <excuses/>\n"
                    "  <log>\n"
                    "    <entry id=\"?\"/>\n"
                    "    <x:l xmlns:x=\"urn:x\">a&#10;b</x:l>\n"
                    "  </log>\n"
                    "  <x:r xmlns:x=\"urn:x\"><x:s>1</x:s></x:r>\n"
                    "  <y:t xmlns:y=\"urn:y\"/>\n"
                    "</plan>\n");
    expect_log(plan, DECLARATION LOG_ROOT ">\n"
                                          "  <entry id=\"?\"/>\n"
                                          "  <x:l xmlns:x=\"urn:x\">a&#10;b</x:l>\n"
                                          "</log-file>\n");
    hw_plan_free(plan);
}

static void records_and_entries_keep_what_is_not_ours(void **state)
{
    (void)state;
    hw_plan *plan = new_plan();
    log_three(plan);
    hw_revision *person = plan->sections[HW__PEOPLE].items[0].revisions.items[0];
    person->foreign.attributes = hw__arena_text(&person->arena, " xmlns:x=\"urn:x\" x:a=\"1\"", 25);
    person->foreign.elements =
        hw__arena_text(&person->arena, "<x:b xmlns:x=\"urn:x\"/><x:c xmlns:x=\"urn:x\"/>", 44);
    hw__log_store *log = hw__plan_own_log(plan, NULL);
    char attributes[] = " xmlns:x=\"urn:x\" x:a=\"1\"", elements[] = "<x:b xmlns:x=\"urn:x\"/>";
    hw__foreign both = {attributes, elements}, one = {attributes, NULL};
    assert_true(hw__log_add_foreign(log, 0, &both));
    assert_true(hw__log_add_foreign(log, 2, &one));
    char *text = hw_plan_to_xml(plan, NULL, NULL);
    assert_non_null(strstr(text, " role=\"therapist\" xmlns:x=\"urn:x\" x:a=\"1\">\n"
                                 "      <x:b xmlns:x=\"urn:x\"/>\n"
                                 "      <x:c xmlns:x=\"urn:x\"/>\n"
                                 "    </person>\n"));
    assert_non_null(
        strstr(text, " voids=\"e2\" xmlns:x=\"urn:x\" x:a=\"1\"><x:b xmlns:x=\"urn:x\"/></entry>\n"));
    assert_non_null(strstr(text, " supersedes=\"e1\" xmlns:x=\"urn:x\" x:a=\"1\"/>\n"));
    hw_string_free(text);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_xml_means_is_escaped),
        cmocka_unit_test(a_new_plan_is_as_short_as_can_be),
        cmocka_unit_test(tables_give_order_and_defaults_are_left_out),
        cmocka_unit_test(an_entry_is_a_line),
        cmocka_unit_test(what_is_not_ours_comes_last),
        cmocka_unit_test(records_and_entries_keep_what_is_not_ours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
