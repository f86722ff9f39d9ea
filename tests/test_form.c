/* SPDX-License-Identifier: MIT */
/* Fields that an assignment declares itself: their drafts, and what entries may say then. */
#include "support/cmocka_all.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/scene.h"

#define AT "2025-03-03T19:30:00+01:00"
#define RECORDED "2025-03-03T20:00:00+01:00"

static hw_change *change_at(const char *recorded)
{
    hw_change *change = hw_change_new(scene_moment(recorded), "me", "desk", NULL);
    assert_non_null(change);
    return change;
}

/* ---- drafts ---- */

static void test_setters_refuse(void **state)
{
    (void)state;
    hw_error err;
    hw_assignment *a = hw_assignment_new("a", "Practice", HW_KIND_WORKSHEET, NULL);
    assert_null(hw_field_new(NULL, HW_FIELD_TEXT, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_field_new("2nd", HW_FIELD_TEXT, &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
    assert_null(hw_field_new("x", (hw_field_type)9, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    enum {
        PHASE,
        RANGE,
        UNIT,
        GROUP,
        TITLE,
        LANGUAGE,
        CHOICE,
        CHOICE_NULL,
        CHOICE_TEXT,
        CASES
    };
    static const hw_status expected[CASES] = {
        [PHASE] = HW_ERR_RANGE,   [RANGE] = HW_ERR_RANGE,          [UNIT] = HW_ERR_SYNTAX,
        [GROUP] = HW_ERR_SYNTAX,  [TITLE] = HW_ERR_SYNTAX,         [LANGUAGE] = HW_ERR_SYNTAX,
        [CHOICE] = HW_ERR_SYNTAX, [CHOICE_NULL] = HW_ERR_ARGUMENT, [CHOICE_TEXT] = HW_ERR_SYNTAX,
    };
    for (int i = 0; i < CASES; i++) {
        hw_field *field = hw_field_new("x", HW_FIELD_NUMBER, NULL);
        hw_status said[CASES] = {
            [PHASE] = i == PHASE ? hw_field_set_phase(field, (hw_phase)77) : HW_OK,
            [RANGE] = i == RANGE ? hw_field_set_range(field, 0, 1e300) : HW_OK,
            [UNIT] = i == UNIT ? hw_field_set_unit(field, "a\nb") : HW_OK,
            [GROUP] = i == GROUP ? hw_field_set_group(field, "a b") : HW_OK,
            [TITLE] = i == TITLE ? hw_field_set_title(field, NULL, "a\nb") : HW_OK,
            [LANGUAGE] = i == LANGUAGE ? hw_field_set_title(field, "e", "Title") : HW_OK,
            [CHOICE] = i == CHOICE ? hw_field_add_choice(field, "1", NULL, "One") : HW_OK,
            [CHOICE_NULL] = i == CHOICE_NULL ? hw_field_add_choice(field, "one", NULL, NULL) : HW_OK,
            [CHOICE_TEXT] = i == CHOICE_TEXT ? hw_field_add_choice(field, "one", NULL, "") : HW_OK,
        };
        assert_int_equal(said[i], expected[i]);
        assert_int_equal(hw_field_check(field, &err), expected[i]);
        hw_assignment *copy = hw_assignment_edit(a, NULL);
        assert_int_equal(hw_assignment_add_field(copy, field), expected[i]); /* the error is repeated */
        assert_int_equal(hw_assignment_check(copy, NULL), expected[i]);
        assert_int_equal(hw_assignment_field_count(copy), 0);
        hw_assignment_unref(copy);
        hw_field_free(field);
    }
    hw_assignment_unref(a);
}

/* What excludes each other is refused when the field is added. */
static void test_contradictions_are_refused(void **state)
{
    (void)state;
    for (int i = 0; i < 7; i++) {
        static const hw_field_type types[] = {HW_FIELD_RATING, HW_FIELD_TEXT,   HW_FIELD_CHOICE,
                                              HW_FIELD_NUMBER, HW_FIELD_NUMBER, HW_FIELD_DATE,
                                              HW_FIELD_YES_NO};
        hw_field *field = hw_field_new("x", types[i], NULL);
        if (i == 1 || i == 6) {
            hw_field_set_range(field, 0, 1);
        } else if (i == 3) {
            hw_field_set_range(field, 2, 1);
        } else if (i == 4) {
            hw_field_add_choice(field, "one", NULL, "One");
        } else if (i == 5) {
            hw_field_set_unit(field, "d");
        }
        hw_assignment *a = hw_assignment_new("a", "Practice", HW_KIND_WORKSHEET, NULL);
        assert_int_equal(hw_field_check(field, NULL), HW_OK);
        assert_int_equal(hw_assignment_add_field(a, field), HW_ERR_ARGUMENT);
        hw_assignment_unref(a);
        hw_field_free(field);
    }
}

static void test_null_and_frozen(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_once("a", "2025-03-03"));
    hw_assignment *frozen = (hw_assignment *)(uintptr_t)hw_plan_assignment(s.plan, "a");
    hw_field *field = hw_field_new("x", HW_FIELD_TEXT, NULL);
    const hw_status null[] = {
        hw_field_check(NULL, NULL),
        hw_field_set_phase(NULL, HW_PHASE_NONE),
        hw_field_set_range(NULL, 0, 1),
        hw_field_set_whole(NULL, true),
        hw_field_set_unit(NULL, "s"),
        hw_field_set_group(NULL, "g"),
        hw_field_set_required(NULL, true),
        hw_field_set_confidential(NULL, true),
        hw_field_set_title(NULL, NULL, "T"),
        hw_field_add_choice(NULL, "a", NULL, "A"),
        hw_assignment_add_field(NULL, field),
        hw_assignment_clear_fields(NULL),
        hw_template_add_field(NULL, field),
        hw_template_clear_fields(NULL),
        hw_entry_add_answer(NULL, "x", HW_PHASE_NONE, 0, "t"),
        hw_plan_check_entry(NULL, NULL, NULL, NULL, NULL),
    };
    for (size_t i = 0; i < COUNT_OF(null); i++) {
        assert_int_equal(null[i], HW_ERR_ARGUMENT);
    }
    assert_int_equal(hw_assignment_add_field(frozen, field), HW_ERR_STATE);
    assert_int_equal(hw_assignment_clear_fields(frozen), HW_ERR_STATE);
    assert_null(hw_field_name(NULL));
    assert_int_equal(hw_assignment_field_count(NULL) + hw_template_field_count(NULL) + hw_form_count(NULL),
                     0);
    assert_null(hw_assignment_form(NULL, NULL));
    assert_null(hw_template_form(NULL, NULL));
    assert_null(hw_form_table(NULL, NULL, NULL));
    assert_null(hw_form_field_at(NULL, 0, NULL));
    assert_null(hw_form_name_at(NULL, 0));
    assert_null(hw_form_title_at(NULL, 0, NULL));
    assert_null(hw_form_choice_at(NULL, 0, 0));
    assert_null(hw_form_choice_title_at(NULL, 0, 0, NULL));
    assert_false(hw_form_closed(NULL));
    hw_field_free(NULL);
    hw_form_free(NULL);
    hw_field_free(field);
    scene_close(&s);
}

/* ---- a worksheet of its own ---- */

static hw_field *number(const char *name, double least, double greatest)
{
    hw_field *field = hw_field_new(name, HW_FIELD_NUMBER, NULL);
    hw_field_set_range(field, least, greatest);
    return field;
}

static void add(hw_assignment *a, hw_field *field)
{
    assert_int_equal(hw_field_check(field, NULL), HW_OK);
    assert_int_equal(hw_assignment_add_field(a, field), HW_OK);
    hw_field_free(field);
}

/* hours (required, 0 to 24), dreams (group: dream required, and how vivid), when (a day), kind (a choice), and the
 * mood of its kind's form asked on another scale. */
static hw_assignment *worksheet(void)
{
    hw_assignment *a = hw_assignment_new("a", "Sleep", HW_KIND_JOURNALING, NULL);
    hw_field *hours = number("hours", 0, 24), *vivid = number("vivid", 1, 5);
    hw_field *dream = hw_field_new("dream", HW_FIELD_TEXT, NULL);
    hw_field *when = hw_field_new("when", HW_FIELD_DATE, NULL),
             *kind = hw_field_new("sort", HW_FIELD_CHOICE, NULL);
    hw_field *mood = hw_field_new("mood", HW_FIELD_RATING, NULL);
    hw_field_set_required(hours, true);
    hw_field_set_unit(hours, "h");
    hw_field_set_group(dream, "dreams");
    hw_field_set_required(dream, true);
    hw_field_set_confidential(dream, true);
    hw_field_set_group(vivid, "dreams");
    hw_field_set_whole(vivid, true);
    hw_field_add_choice(kind, "deep", NULL, "Deep");
    hw_field_add_choice(kind, "deep", "de", "Tief");
    hw_field_add_choice(kind, "light", NULL, "Light");
    hw_field_set_range(mood, -5, 5);
    hw_field_set_phase(mood, HW_PHASE_AFTER);
    add(a, hours);
    add(a, dream);
    add(a, vivid);
    add(a, when);
    add(a, kind);
    add(a, mood);
    return a;
}

static void test_form_of_an_assignment(void **state)
{
    (void)state;
    hw_assignment *a = worksheet();
    hw_form *form = hw_assignment_form(a, NULL), *plain = hw_kind_form(HW_KIND_JOURNALING, NULL);
    double number = 0;
    assert_true(hw_form_closed(form));
    assert_int_equal(hw_form_count(form), hw_form_count(plain) + 5); /* mood after takes another's place */
    size_t mood = hw_form_find(form, "mood", HW_PHASE_AFTER),
           hours = hw_form_find(form, "hours", HW_PHASE_NONE);
    size_t sort = hw_form_find(form, "sort", HW_PHASE_NONE),
           dream = hw_form_find(form, "dream", HW_PHASE_NONE);
    assert_true(hw_form_own_at(form, mood));
    assert_true(hw_form_least_at(form, mood, &number) && number == -5);
    assert_non_null(hw_form_title_at(form, mood, "en")); /* its kind's */
    assert_null(hw_form_title_at(form, hours, "en"));
    assert_false(hw_form_own_at(form, hw_form_find(form, "mood", HW_PHASE_BEFORE)));
    assert_string_equal(hw_form_unit_at(form, hours), "h");
    assert_true(hw_form_required_at(form, hours));
    assert_string_equal(hw_form_group_at(form, dream), "dreams");
    assert_null(hw_form_group_at(form, hours));
    assert_true(hw_form_confidential_at(form, dream));
    assert_int_equal(hw_form_choice_count(form, sort), 2);
    assert_string_equal(hw_form_choice_at(form, sort, 1), "light");
    assert_null(hw_form_choice_at(form, sort, 2));
    assert_string_equal(hw_form_choice_title_at(form, sort, 0, "de-CH"), "Tief");
    assert_string_equal(hw_form_choice_title_at(form, sort, 0, NULL), "Deep");
    assert_int_equal(hw_form_find(form, "hours", HW_PHASE_AFTER), SIZE_MAX);
    assert_int_equal(hw_form_find(form, NULL, HW_PHASE_NONE), SIZE_MAX);
    /* The snapshot stays when the draft changes. */
    assert_int_equal(hw_assignment_clear_fields(a), HW_OK);
    assert_int_equal(hw_assignment_field_count(a), 0);
    assert_string_equal(hw_form_name_at(form, hours), "hours");
    hw_error err;
    assert_null(hw_form_field_at(form, hw_form_count(form), &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    hw_table *table = hw_form_table(form, "de", NULL);
    char *csv = hw_table_to_csv(table, NULL, NULL);
    assert_non_null(
        strstr(csv,
               "name,phase,type,least,greatest,whole,unit,group,required,confidential,own,title,choices"));
    assert_non_null(strstr(csv, "sort,,choice,,,false,,,false,false,true,,deep light"));
    assert_non_null(strstr(csv, "hours,,number,0,24,false,h,,true,false,true,,"));
    hw_string_free(csv);
    hw_table_free(table);
    hw_form_free(form);
    hw_form_free(plain);
    hw_assignment_unref(a);
}

static void test_fields_are_limited_and_different(void **state)
{
    (void)state;
    hw_assignment *a = hw_assignment_new("a", "Practice", HW_KIND_WORKSHEET, NULL);
    char name[32];
    for (int i = 0; i < 200; i++) {
        snprintf(name, sizeof name, "f%d", i);
        add(a, number(name, 0, 10));
    }
    hw_assignment *copy = hw_assignment_edit(a, NULL);
    hw_field *field = number("f7", 0, 10);
    assert_int_equal(hw_assignment_add_field(copy, field), HW_ERR_DUPLICATE);
    hw_assignment_unref(copy);
    hw_field_set_phase(field, HW_PHASE_AFTER);
    assert_int_equal(hw_assignment_add_field(a, field), HW_ERR_LIMIT);
    hw_field_free(field);
    field = hw_field_new("c", HW_FIELD_CHOICE, NULL);
    for (int i = 0; i < 100; i++) {
        snprintf(name, sizeof name, "c%d", i);
        assert_int_equal(hw_field_add_choice(field, name, NULL, "Choice"), HW_OK);
    }
    assert_int_equal(hw_field_add_choice(field, "c100", NULL, "Choice"), HW_ERR_LIMIT);
    hw_field_free(field);
    hw_assignment_unref(a);
}

/* ---- entries ---- */

/* "hours=7 dream#1~Falling vivid#1=3 mood@5=-2 tick": what an entry says, as text. `~` is a text. */
static hw_entry *said(const char *text, hw_extent extent)
{
    hw_entry *entry = hw_entry_new("a", extent, NULL);
    hw_entry_set_at(entry, scene_moment(AT));
    for (const char *p = text; *p; p += strspn(p, " ")) {
        char word[64], name[32] = "";
        size_t size = strcspn(p, " ");
        int phase = 0, group = 0;
        memcpy(word, p, size);
        word[size] = '\0';
        p += size;
        size_t end = strcspn(word, "@#=~");
        memcpy(name, word, end);
        name[end] = '\0';
        const char *q = word + end;
        for (; *q == '@' || *q == '#'; q += strcspn(q + 1, "@#=~") + 1) {
            sscanf(q + 1, "%d", *q == '@' ? &phase : &group);
        }
        if (*q == '=') {
            double value = 0;
            sscanf(q + 1, "%lf", &value);
            assert_int_equal(hw_entry_add_number(entry, name, (hw_phase)phase, group, value), HW_OK);
        } else if (*q == '~') {
            assert_int_equal(hw_entry_add_answer(entry, name, (hw_phase)phase, group, q + 1), HW_OK);
        } else {
            assert_int_equal(hw_entry_set_source(entry, HW_SOURCE_CALENDAR), HW_OK);
        }
    }
    return entry;
}

/* The names of the fields at fault, in the order in which they are told. */
static hw_status check(const scene *s, const char *text, hw_extent extent, char names[256])
{
    hw_problems *problems = hw_problems_new(NULL);
    hw_change *change = change_at(RECORDED);
    hw_entry *entry = said(text, extent);
    hw_error err;
    hw_status status = hw_plan_check_entry(s->plan, entry, change, problems, &err);
    names[0] = '\0';
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        strcat(names, i ? " " : "");
        strcat(names, hw_problems_subject_at(problems, i));
    }
    assert_int_equal(err.status, status);
    hw_problems_free(problems);
    hw_change_free(change);
    hw_entry_free(entry);
    return status;
}

static void test_entries_against_a_worksheet(void **state)
{
    (void)state;
    static const struct {
        const char *said;
        hw_extent extent;
        hw_status status;
        const char *names;
    } rows[] = {
        {"hours=7", HW_EXTENT_DONE, HW_OK, ""},
        {"hours=7 minutes=5 text~Well mood@1=3", HW_EXTENT_DONE, HW_OK, ""}, /* its kind's too */
        {"", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "hours"},
        {"", HW_EXTENT_EXCEEDED, HW_ERR_ARGUMENT, "hours"},
        {"", HW_EXTENT_PARTIAL, HW_OK, ""},
        {"", HW_EXTENT_NOT_ATTEMPTED, HW_OK, ""},
        {"", HW_EXTENT_NONE, HW_OK, ""},
        {"tick", HW_EXTENT_DONE, HW_OK, ""}, /* a calendar can say no more */
        {"tick hours=25", HW_EXTENT_DONE, HW_ERR_RANGE, "hours"},
        {"hours=24.001", HW_EXTENT_DONE, HW_ERR_RANGE, "hours"},
        {"hours=-1", HW_EXTENT_PARTIAL, HW_ERR_RANGE, "hours"},
        {"hours~seven", HW_EXTENT_DONE, HW_ERR_SYNTAX, "hours"},
        {"hours@5=7", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "hours hours"}, /* not that phase, and so missing */
        {"hours=7 hours=8", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "hours"},
        {"hours=7 hours=8 hours=9", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "hours"},
        {"hours#2=7", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "hours"},
        {"hours=7 snoring=2", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "snoring"},
        {"hours=7 mood@5=-5", HW_EXTENT_DONE, HW_OK, ""},
        {"hours=7 mood@5=6", HW_EXTENT_DONE, HW_ERR_RANGE, "mood"},
        {"hours=7 mood@1=-5", HW_EXTENT_DONE, HW_ERR_RANGE, "mood"},
        {"hours=7 mood=5", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "mood"},
        {"hours=7 when~2025-03-03", HW_EXTENT_DONE, HW_OK, ""},
        {"hours=7 when~2025-02-30", HW_EXTENT_DONE, HW_ERR_SYNTAX, "when"},
        {"hours=7 when~2025-03-03T10:00", HW_EXTENT_DONE, HW_ERR_SYNTAX, "when"},
        {"hours=7 when=3", HW_EXTENT_DONE, HW_ERR_SYNTAX, "when"},
        {"hours=7 sort~light", HW_EXTENT_DONE, HW_OK, ""},
        {"hours=7 sort~ligh", HW_EXTENT_DONE, HW_ERR_RANGE, "sort"},
        {"hours=7 sort~lighter", HW_EXTENT_DONE, HW_ERR_RANGE, "sort"},
        {"hours=7 sort~" HW_REDACTED, HW_EXTENT_DONE, HW_OK, ""},
        {"hours=7 dream#1~Falling vivid#1=3", HW_EXTENT_DONE, HW_OK, ""},
        {"hours=7 dream#1~Falling vivid#1=3.5", HW_EXTENT_DONE, HW_ERR_RANGE, "vivid"},
        {"hours=7 dream#1~Falling dream#2~Flying vivid#2=5", HW_EXTENT_DONE, HW_OK, ""},
        {"hours=7 vivid#2=5 dream#2~Flying vivid#1=1 dream#1~Falling", HW_EXTENT_DONE, HW_OK, ""},
        {"hours=7 dream#1~Falling vivid#2=5", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "dream"},
        {"hours=7 vivid#1=5 vivid#3=4", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "dream dream"},
        {"vivid#1=5", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "hours dream"},
        {"vivid#1=5", HW_EXTENT_ATTEMPTED, HW_OK, ""},
        {"hours=7 dream#1~Falling dream#1~Flying", HW_EXTENT_DONE, HW_ERR_ARGUMENT, "dream"},
        {"hours=7 dream#9999~Falling", HW_EXTENT_DONE, HW_OK, ""},
        {"hours=99 vivid#1=9 when~now sort~none snoring=1", HW_EXTENT_DONE, HW_ERR_RANGE,
         "hours vivid when sort snoring dream"}, /* all of them */
    };
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, worksheet());
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char names[256];
        hw_status status = check(&s, rows[i].said, rows[i].extent, names);
        if (status != rows[i].status || strcmp(names, rows[i].names) != 0) {
            fail_msg("%s: %s, '%s'", rows[i].said, hw_status_name(status), names);
        }
        hw_error err;
        hw_change *change = change_at(RECORDED);
        hw_entry *entry = said(rows[i].said, rows[i].extent);
        assert_int_equal(hw_plan_log(s.plan, entry, change, &err), rows[i].status);
        hw_entry_free(entry);
        hw_change_free(change);
    }
    scene_close(&s);
}

/* All or nothing, and a correction is judged as well; in a list the message still names the field. */
static void test_lists_and_corrections(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, worksheet());
    hw_change *change = change_at(RECORDED);
    hw_entry *entries[] = {said("hours=7", HW_EXTENT_DONE), said("hours=70", HW_EXTENT_DONE)};
    hw_error err;
    assert_int_equal(hw_plan_log_all(s.plan, entries, 2, change, &err), HW_ERR_RANGE);
    assert_string_equal(err.subject, "1");
    assert_non_null(strstr(err.message, "'hours'"));
    assert_null(strstr(err.message, "70"));
    assert_int_equal(hw_plan_log_all(s.plan, entries, 1, change, &err), HW_OK);
    const char *id = hw_entry_id(entries[0]);
    assert_int_equal(hw_plan_supersede_entry(s.plan, id, entries[1], change, &err), HW_ERR_RANGE);
    assert_string_equal(err.subject, "hours");
    assert_int_equal(hw_plan_void_entry(s.plan, id, change, &err), HW_OK);
    hw_entry_free(entries[0]);
    hw_entry_free(entries[1]);
    hw_change_free(change);
    scene_close(&s);
}

/* An entry is judged by what was known when it was recorded, as of when it happened. */
static void test_revision_that_judges(void **state)
{
    (void)state;
    static const struct {
        const char *at, *recorded;
        bool allowed; /* 30 hours */
    } rows[] = {
        {"2025-03-03T12:00:00+01:00", "2025-03-03T13:00:00+01:00", true},  /* before anybody said otherwise */
        {"2025-03-12T12:00:00+01:00", "2025-03-12T13:00:00+01:00", false}, /* in force */
        {"2025-03-09T23:59:00+01:00", "2025-03-12T13:00:00+01:00", true},  /* happened before it was */
        {"2025-03-10T00:00:00+01:00", "2025-03-12T13:00:00+01:00", false},
        {"2025-03-10", "2025-03-12T13:00:00+01:00", false}, /* a day: as at its end */
        {"2025-03-09", "2025-03-12T13:00:00+01:00", true},
        {NULL, "2025-03-12T13:00:00+01:00", false}, /* not known when: as when it was recorded */
        {NULL, "2025-03-09T13:00:00+01:00", true},
        {"2025-02-01T12:00:00+01:00", "2025-03-12T13:00:00+01:00", true}, /* the first one of all */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        hw_assignment *a = hw_assignment_new("a", "Sleep", HW_KIND_WORKSHEET, NULL);
        add(a, number("hours", 0, 100));
        scene_give(&s, a);
        scene_now(&s, "2025-03-08T09:00:00+01:00");
        scene_effective(&s, "2025-03-10");
        a = scene_edit(&s, "a");
        hw_assignment_clear_fields(a);
        add(a, number("hours", 0, 24));
        scene_give(&s, a);
        hw_entry *entry = hw_entry_new("a", HW_EXTENT_DONE, NULL);
        hw_entry_set_at(entry, scene_moment(rows[i].at));
        hw_entry_add_number(entry, "hours", HW_PHASE_NONE, 0, 30);
        hw_change *change = change_at(rows[i].recorded);
        hw_status status = hw_plan_log(s.plan, entry, change, NULL);
        if (status != (rows[i].allowed ? HW_OK : HW_ERR_RANGE)) {
            fail_msg("row %zu: %s", i, hw_status_name(status));
        }
#if HW_WITH_XML
        /* The document is judged as the verb was. */
        char *xml = hw_plan_to_xml(s.plan, NULL, NULL);
        hw_problems *problems = hw_problems_new(NULL);
        hw_plan *read = hw_plan_from_xml(xml, strlen(xml), NULL, problems, NULL);
        assert_non_null(read);
        assert_int_equal(hw_problems_count(problems), 0);
        hw_plan_free(read);
        hw_problems_free(problems);
        hw_string_free(xml);
#endif
        hw_change_free(change);
        hw_entry_free(entry);
        scene_close(&s);
    }
}

/* ---- no memory ---- */

static void test_no_memory(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, worksheet());
    hw_change *change = change_at(RECORDED);
    hw_entry *entry = said("hours=7 dream#2~Falling dream#1~Flying", HW_EXTENT_DONE);
    for (int step = 0; step < 5; step++) {
        bool done = false;
        for (size_t nth = 1; !done; nth++) {
            hw_error err = {0};
            hw_form *form = NULL;
            hw_field *field = NULL;
            hw_table *table = NULL;
            hw_form *whole = hw_assignment_form(hw_plan_assignment(s.plan, "a"), NULL);
            hw__alloc_fail(nth, 1);
            if (step == 0) {
                form = hw_assignment_form(hw_plan_assignment(s.plan, "a"), &err);
                done = form != NULL;
            } else if (step == 1) {
                field = hw_form_field_at(whole, hw_form_find(whole, "sort", HW_PHASE_NONE), &err);
                done = field != NULL;
            } else if (step == 2) {
                field = hw_form_field_at(whole, 0, &err);
                done = field != NULL;
            } else if (step == 3) {
                table = hw_form_table(whole, NULL, &err);
                done = table != NULL;
            } else {
                done = hw_plan_check_entry(s.plan, entry, change, NULL, &err) == HW_OK;
            }
            hw__alloc_fail(0, 0);
            assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
            hw_form_free(form);
            hw_form_free(whole);
            hw_field_free(field);
            hw_table_free(table);
        }
    }
    hw_entry_free(entry);
    hw_change_free(change);
    scene_close(&s);
}

/* A field that could not be added leaves the draft with an error, and no half of it. */
static void test_no_memory_for_a_field(void **state)
{
    (void)state;
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_assignment *a = hw_assignment_new("a", "Practice", HW_KIND_WORKSHEET, NULL);
        hw__alloc_fail(nth, 1);
        hw_error err = {0};
        hw_field *field = hw_field_new("sort", HW_FIELD_CHOICE, &err);
        hw_field_set_title(field, NULL, "How was it?");
        for (int i = 0; i < 9; i++) {
            const char value[] = {(char)('a' + i), '\0'};
            hw_field_add_choice(field, value, NULL,
                                "A choice that takes quite some room in the arena of a draft");
        }
        hw_status status = field ? hw_assignment_add_field(a, field) : HW_ERR_MEMORY;
        hw__alloc_fail(0, 0);
        assert_true(status == HW_OK || status == HW_ERR_MEMORY);
        assert_int_equal(hw_assignment_field_count(a), status == HW_OK);
        assert_int_equal(hw_assignment_check(a, NULL), field ? status : HW_OK);
        done = status == HW_OK;
        hw_field_free(field);
        hw_assignment_unref(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_setters_refuse),
        cmocka_unit_test(test_contradictions_are_refused),
        cmocka_unit_test(test_null_and_frozen),
        cmocka_unit_test(test_form_of_an_assignment),
        cmocka_unit_test(test_fields_are_limited_and_different),
        cmocka_unit_test(test_entries_against_a_worksheet),
        cmocka_unit_test(test_lists_and_corrections),
        cmocka_unit_test(test_revision_that_judges),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_no_memory_for_a_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
