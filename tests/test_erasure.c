/* SPDX-License-Identifier: MIT */
/* What was redacted has no words left, what was erased is gone; what cannot be taken out, and which ids are
 * never given again. */
#include "support/removal.h"

#include "base/alloc.h"

/* ---- words ---- */

static const char *const all_things[] = {
    "settings", "client",   "mk",        "phone",     "suds",          "calm",       "talk", "talk-1",
    "sheet",    "after-it", "breathing", "each-time", "if-it-happens", "until-then", "s-1",  "s-2",
    "v-1",      "q-1",      "g-1",       "m-1",       "h-1",           "x-1",
};

/* What is left of a document without its words: the tags and what they say in numbers, days, ids and
 * states. */
static char *skeleton(const hw_plan *plan)
{
    static const char *const words[] = {" reason=\"", " label=\"", " unit=\"", " source=\"", " licence=\""};
    char *text = to_xml(plan), *out = text;
    const char *end = strstr(text, "<erasures");
    assert_non_null(end);
    for (const char *at = text; at < end; at++) {
        bool is_word = begins(at, " name=\"") && !begins(at - 6, "<field");
        for (size_t i = 0; i < COUNT_OF(words); i++)
            is_word = is_word || begins(at, words[i]);
        if (is_word) { /* left out */
            at = strchr(strchr(at, '"') + 1, '"');
            continue;
        }
        *out++ = *at;
    }
    *out = '\0';
    return text;
}

/* The lines that begin with one of these, which have neither words nor elements inside, are the same. */
static void assert_same_facts(const hw_plan *a, const hw_plan *b)
{
    static const char *const kept[] = {"<set ",     "<person ",  "<measure ",    "<skill ",   "<goal ",
                                       "<step ",    "<template", "<assignment ", "<session ", "<review ",
                                       "<rating ",  "<score ",   "<message ",    "<hold ",    "<excuse ",
                                       "<schedule", "<taper",    "<move",        "<window",   "<reminder",
                                       "<track",    "<field",    "<criterion",   "<obstacle", "<contract",
                                       "<choice"};
    char *x = skeleton(a), *y = skeleton(b);
    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        const char *at = x, *its = y;
        assert_non_null(strstr(x, kept[i]));
        while ((at = strstr(at, kept[i])) != NULL) {
            its = strstr(its, kept[i]);
            assert_non_null(its);
            size_t size = strcspn(at, "/>"), other = strcspn(its, "/>");
            if (size != other || memcmp(at, its, size) != 0)
                fail_msg("redacting changed %.*s\ninto %.*s", (int)size, at, (int)other, its);
            at += size;
            its += other;
        }
        assert_null(strstr(its, kept[i]));
    }
    hw_string_free(x);
    hw_string_free(y);
}

static void no_word_is_left_of_a_thing(void **state)
{
    (void)state;
    char *text = marked_whole();
    hw_plan *plan = from_xml(text, NULL);
    hw_plan *before = copy(plan);
    assert_true(count_of(text, MARK) > 45);
    for (size_t i = 0; i < COUNT_OF(all_things); i++) {
        char *first = to_xml(plan);
        size_t had = count_of(first, MARK);
        must(redact(plan, all_things[i], NULL));
        char *then = to_xml(plan);
        bool has_none = strcmp(all_things[i], "phone") == 0 || all_things[i][0] == 'q' ||
                        all_things[i][0] == 'g' || strcmp(all_things[i], "s-1") == 0 ||
                        strcmp(all_things[i], "s-2") == 0;
        assert_true(has_none ? count_of(then, MARK) == had : count_of(then, MARK) < had);
        hw_string_free(first);
        hw_string_free(then);
    }
    char *rest = to_xml(plan);
    char *log = strstr(rest, "<log>");
    assert_non_null(log);
    assert_int_equal(count_of(rest, MARK), count_of(log, MARK)); /* only what entries say */
    assert_same_facts(before, plan);
    hw_plan *again = from_xml(rest, NULL);
    assert_same_plan(plan, again);
    assert_string_equal(hw_goal_title(hw_plan_goal(plan, "talk"), NULL), HW_REDACTED);
    assert_null(hw_goal_description(hw_plan_goal(plan, "talk"), NULL));
    assert_string_equal(hw_message_text(hw_plan_message(plan, "m-1"), NULL), HW_REDACTED);
    assert_null(hw_person_name(hw_plan_person(plan, "mk")));
    hw_string_free(rest);
    hw_plan_free(again);
    hw_plan_free(before);
    hw_plan_free(plan);
    free(text);
}

static void no_word_is_left_of_an_entry(void **state)
{
    (void)state;
    char *text = marked_whole();
    hw_plan *plan = from_xml(text, NULL);
    must(redact(plan, "e-2", NULL)); /* which supersedes e-1 */
    char *then = to_xml(plan);
    assert_int_equal(count_of(strstr(then, "<log>"), MARK), 0);
    assert_non_null(strstr(then, "extent=\"partial\" percent=\"50\" source=\"paper\" visibility=\"private\">"
                                 "<value measure=\"suds\" phase=\"before\">70</value>"
                                 "<value field=\"minutes\" group=\"1\">10</value>"
                                 "<answer field=\"where\">" HW_REDACTED "</answer>"
                                 "<barrier code=\"no-time\"/></entry>"));
    hw_removal removal;
    assert_true(hw_plan_is_removed(plan, "e-1", &removal));
    assert_int_equal(removal, HW_REMOVAL_REDACT);
    hw_plan *again = from_xml(then, NULL);
    assert_same_plan(plan, again);
    hw_string_free(then);
    hw_plan_free(again);
    hw_plan_free(plan);
    free(text);
}

/* ---- what is refused ---- */

typedef struct refused_row {
    const char *id;
    bool is_erase;
    hw_status status;
    const char *says; /* in the message */
} refused_row;

static void what_cannot_be_taken_out(void **state)
{
    static const refused_row rows[] = {
        {NULL, false, HW_ERR_ARGUMENT, ""},
        {NULL, true, HW_ERR_ARGUMENT, ""},
        {"nobody", false, HW_ERR_NOT_FOUND, ""},
        {"nobody", true, HW_ERR_NOT_FOUND, ""},
        {"e-3", false, HW_ERR_STATE, "redacted already"}, /* by the document */
        {"settings", true, HW_ERR_STATE, "settings"},
        {"w-1", true, HW_ERR_STATE, "erasures"},
        {"mk", true, HW_ERR_STATE, "refers"},
        {"client", true, HW_ERR_STATE, "'breathing'"}, /* agreed-by */
        {"suds", true, HW_ERR_STATE, "'talk'"},
        {"talk", true, HW_ERR_STATE, "'calm'"},
        {"talk-1", true, HW_ERR_STATE, "'breathing'"},
        {"calm", true, HW_ERR_STATE, "'breathing'"},
        {"sheet", true, HW_ERR_STATE, "'breathing'"},
        {"s-1", true, HW_ERR_STATE, "'calm'"}, /* evidence */
        {"s-2", true, HW_ERR_STATE, "'m-1'"},
        {"breathing", true, HW_ERR_STATE, "'after-it'"},
        {"if-it-happens", true, HW_ERR_STATE, "'e-3'"}, /* an entry */
        {"until-then", true, HW_ERR_STATE, "'v-1'"},
    };
    (void)state;
    hw_plan *plan = whole_plan();
    char *before = to_xml(plan);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_status status = rows[i].is_erase ? erase(plan, rows[i].id, &err) : redact(plan, rows[i].id, &err);
        if (status != rows[i].status || !strstr(err.message, rows[i].says))
            fail_msg("%s: %s: %s", rows[i].id, hw_status_name(status), err.message);
        assert_int_equal(err.status, status);
    }
    hw_change *nobody = hw_change_new((hw_moment){NOW, 0, HW_PRECISION_EXACT, 0}, "nobody", "desk", NULL);
    assert_int_equal(hw_plan_redact(plan, "talk", nobody, NULL), HW_ERR_NOT_FOUND);
    assert_int_equal(hw_plan_erase(plan, "m-1", NULL, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_erase(NULL, "m-1", nobody, NULL), HW_ERR_ARGUMENT);
    char *after = to_xml(plan);
    assert_string_equal(before, after);
    hw_change_free(nobody);
    hw_string_free(before);
    hw_string_free(after);
    hw_plan_free(plan);
}

static void what_nothing_refers_to_can_be_erased(void **state)
{
    /* In this order the one sets the other free. */
    static const char *const ids[] = {"v-1",       "q-1",        "g-1",      "m-1",  "h-1", "x-1",
                                      "each-time", "until-then", "after-it", "e-4",  "e-3", "if-it-happens",
                                      "breathing", "talk-1",     "sheet",    "calm", "s-1", "s-2",
                                      "talk",      "suds",       "phone"};
    (void)state;
    hw_plan *plan = whole_plan();
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        hw_error err;
        hw_removal removal;
        if (erase(plan, ids[i], &err) != HW_OK)
            fail_msg("%s: %s", ids[i], err.message);
        assert_true(hw_plan_is_removed(plan, ids[i], &removal));
        assert_int_equal(removal, HW_REMOVAL_ERASE);
        assert_int_equal(erase(plan, ids[i], NULL), HW_ERR_STATE);
        assert_int_equal(redact(plan, ids[i], NULL), HW_ERR_STATE);
    }
    char *text = to_xml(plan);
    assert_non_null(strstr(text, "<reviews/>"));
    assert_non_null(strstr(text, "<assignments/>"));
    assert_non_null(strstr(text, "<log/>"));
    hw_plan *again = from_xml(text, NULL);
    assert_same_plan(plan, again);
    hw_plan_free(again);
    hw_string_free(text);
    hw_plan_free(plan);
}

/* ---- entries ---- */

static void void_entry(hw_plan *plan, const char *id, hw_instant at, const char *origin)
{
    hw_change *change = change_at(at, origin);
    must(hw_plan_void_entry(plan, id, change, NULL));
    hw_change_free(change);
}

static void erasing_a_void_does_not_undo_it(void **state)
{
    (void)state;
    hw_plan *plan = small_plan();
    log_entry(plan, "e1", NULL, NOW + 60, "desk");
    void_entry(plan, "e1", NOW + 120, "desk");
    hw_log *log = hw_plan_entries(plan, NULL);
    assert_int_equal(hw_log_count(log), 2);
    must(erase(plan, hw_log_id_at(log, 1), NULL));
    hw_log_unref(log);
    assert_false(has_entry(plan, "e1"));
    hw_plan_free(plan);
}

/* ---- ids ---- */

static hw_plan *reread(hw_plan *plan)
{
    char *text = to_xml(plan);
    hw_plan *again = from_xml(text, NULL);
    hw_string_free(text);
    hw_plan_free(plan);
    return again;
}

/* Neither the id of an entry, nor that of a revision of something that was erased elsewhere, is minted
 * again. */
static void no_id_is_minted_twice(void **state)
{
    (void)state;
    hw_plan *phone = small_plan();
    log_entry(phone, "phone-7", NULL, NOW + 60, "phone");
    add_goal(phone, "walk", "phone"); /* its revision is phone-8 */
    assert_string_equal(hw_revision_id(hw_goal_revision(hw_plan_goal(phone, "walk"))), "phone-8");
    hw_plan *desk = copy(phone);
    must(erase(desk, "phone-7", NULL));
    must(erase(desk, "walk", NULL));
    merge(phone, desk);
    phone = reread(phone);
    add_goal(phone, "swim", "phone");
    assert_string_equal(hw_revision_id(hw_goal_revision(hw_plan_goal(phone, "swim"))), "phone-9");
    hw_plan_free(desk);
    hw_plan_free(phone);
}

static void an_id_that_was_erased_is_not_given_again(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = small_plan();
    hw_change *change = change_at(NOW + 500, "desk");
    add_goal(plan, "walk", "desk");
    log_entry(plan, "e1", NULL, NOW + 60, "desk");
    must(erase(plan, "walk", NULL));
    must(erase(plan, "e1", NULL));
    hw_step *step = hw_step_new("walk", "walk", "Walk", NULL);
    hw_goal *goal = hw_goal_new("walk", "Walk", NULL);
    hw_entry *entry = hw_entry_new("breathing", HW_EXTENT_DONE, NULL);
    hw_entry_set_id(entry, "e1");
    assert_int_equal(hw_plan_add_goal(plan, goal, change, &err), HW_ERR_DUPLICATE);
    assert_int_equal(hw_plan_add_step(plan, step, change, &err), HW_ERR_DUPLICATE);
    assert_int_equal(hw_plan_log(plan, entry, change, &err), HW_ERR_DUPLICATE);
    hw_entry_free(entry);
    hw_goal_unref(goal);
    hw_step_unref(step);
    hw_change_free(change);
    hw_plan_free(plan);
}

static void what_was_redacted_takes_no_words(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = small_plan();
    hw_change *change = change_at(NOW + 500, "desk");
    must(redact(plan, "breathing", NULL));
    hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(plan, "breathing"), NULL);
    hw_assignment_set_instructions(edit, NULL, "Sit");
    assert_int_equal(hw_plan_revise_assignment(plan, edit, change, &err), HW_ERR_STATE);
    assert_string_equal(err.subject, "breathing");
    hw_assignment_set_instructions(edit, NULL, NULL);
    must(hw_plan_revise_assignment(plan, edit, change, &err));
    hw_change_set_reason(change, "because", NULL);
    assert_int_equal(hw_plan_mark_assignment(plan, "breathing", HW_ASSIGNMENT_COMPLETED, change, &err),
                     HW_ERR_STATE);
    hw_change_set_reason(change, NULL, NULL);
    must(hw_plan_mark_assignment(plan, "breathing", HW_ASSIGNMENT_COMPLETED, change, &err));
    hw_assignment_unref(edit);
    hw_change_free(change);
    hw_plan_free(plan);
}

/* ---- what is kept ---- */

static void a_kept_reference_keeps_the_words(void **state)
{
    (void)state;
    hw_plan *plan = small_plan();
    log_entry(plan, "e1", NULL, NOW + 60, "desk");
    hw_assignment *kept = hw_assignment_ref(hw_plan_assignment(plan, "breathing"));
    hw_log *log = hw_plan_entries(plan, NULL);
    hw_plan *other = copy(plan);
    must(redact(plan, "breathing", NULL));
    must(redact(plan, "e1", NULL));
    assert_string_equal(hw_assignment_title(kept, NULL), "Breathing");
    assert_string_equal(hw_assignment_title(hw_plan_assignment(other, "breathing"), NULL), "Breathing");
    assert_int_equal(hw_log_value_count(log, 0), 1);
    hw_log *now = hw_plan_entries(plan, NULL);
    assert_int_equal(hw_log_value_count(now, 0), 0);
    assert_string_equal(hw_assignment_title(hw_plan_assignment(plan, "breathing"), NULL), HW_REDACTED);
    hw_log_unref(now);
    hw_log_unref(log);
    hw_assignment_unref(kept);
    hw_plan_free(other);
    hw_plan_free(plan);
}

static void an_erasure_says_what_when_and_by_whom(void **state)
{
    (void)state;
    hw_plan *plan = small_plan();
    add_goal(plan, "walk", "desk");
    hw_change *change = change_at(NOW + 500, "desk");
    hw_change_set_reason(change, "asked for", NULL);
    must(hw_plan_erase(plan, "walk", change, NULL));
    assert_int_equal(hw_plan_erasure_count(plan), 1);
    hw_erasure *one = hw_erasure_ref(hw_plan_erasure_at(plan, 0));
    assert_string_equal(hw_erasure_target(one), "walk");
    assert_int_equal(hw_erasure_removal(one), HW_REMOVAL_ERASE);
    const hw_revision *revision = hw_erasure_revision(one);
    assert_string_equal(hw_erasure_id(one), hw_revision_id(revision));
    assert_string_equal(hw_revision_reason(revision), "asked for");
    assert_string_equal(hw_revision_by(revision), "mk");
    assert_int_equal(hw_revision_recorded(revision).instant, NOW + 500);
    assert_ptr_equal(hw_plan_erasure(plan, hw_erasure_id(one)), one);
    /* Its reason is words too. */
    hw_change_set_reason(change, NULL, NULL);
    must(hw_plan_redact(plan, hw_erasure_id(one), change, NULL));
    assert_null(hw_revision_reason(hw_erasure_revision(hw_plan_erasure(plan, hw_erasure_id(one)))));
    assert_true(hw_plan_is_removed(plan, "walk", NULL));
    hw_erasure_unref(one);
    hw_change_free(change);
    hw_plan_free(plan);
}

static void null_is_tolerated(void **state)
{
    (void)state;
    hw_removal removal = HW_REMOVAL_ERASE;
    assert_null(hw_erasure_ref(NULL));
    hw_erasure_unref(NULL);
    assert_null(hw_erasure_revision(NULL));
    assert_null(hw_erasure_id(NULL));
    assert_null(hw_erasure_target(NULL));
    assert_int_equal(hw_erasure_removal(NULL), HW_REMOVAL_REDACT);
    assert_int_equal(hw_plan_erasure_count(NULL), 0);
    assert_null(hw_plan_erasure_at(NULL, 0));
    assert_null(hw_plan_erasure(NULL, "x"));
    assert_false(hw_plan_is_removed(NULL, "x", &removal));
    hw_plan *plan = small_plan();
    assert_null(hw_plan_erasure(plan, NULL));
    assert_null(hw_plan_erasure_at(plan, 0));
    assert_false(hw_plan_is_removed(plan, NULL, NULL));
    assert_false(hw_plan_is_removed(plan, "breathing", &removal));
    assert_int_equal(removal, HW_REMOVAL_ERASE);
    hw_plan_free(plan);
}

/* ---- memory ---- */

static hw_status take_out(hw_plan *plan, int what, hw_error *err)
{
    static const char *const ids[] = {"breathing", "e-2", "e-2", "m-1"};
    hw_change *change = hw_change_new((hw_moment){NOW, 60, HW_PRECISION_EXACT, 0}, "mk", "desk", err);
    hw_status status = !change    ? HW_ERR_MEMORY
                       : what % 2 ? hw_plan_erase(plan, ids[what], change, err)
                                  : hw_plan_redact(plan, ids[what], change, err);
    hw_change_free(change);
    return status;
}

static void without_memory_nothing_changes(void **state)
{
    (void)state;
    hw_plan *before = whole_plan();
    char *text = to_xml(before);
    for (int what = 0; what < 4; what++) {
        for (int for_good = 0; for_good < 2; for_good++) {
            hw_status status = HW_ERR_MEMORY;
            for (size_t nth = 1; status != HW_OK; nth++) {
                hw_error err;
                hw_plan *plan = copy(before);
                hw__alloc_fail(nth, for_good);
                status = take_out(plan, what, &err);
                hw__alloc_fail(0, 0);
                if (status != HW_OK) {
                    assert_int_equal(status, HW_ERR_MEMORY);
                    assert_int_equal(err.status, HW_ERR_MEMORY);
                    char *after = to_xml(plan);
                    assert_string_equal(after, text);
                    hw_string_free(after);
                }
                hw_plan_free(plan);
            }
        }
    }
    hw_string_free(text);
    hw_plan_free(before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_word_is_left_of_a_thing),
        cmocka_unit_test(no_word_is_left_of_an_entry),
        cmocka_unit_test(what_cannot_be_taken_out),
        cmocka_unit_test(what_nothing_refers_to_can_be_erased),
        cmocka_unit_test(erasing_a_void_does_not_undo_it),
        cmocka_unit_test(no_id_is_minted_twice),
        cmocka_unit_test(an_id_that_was_erased_is_not_given_again),
        cmocka_unit_test(what_was_redacted_takes_no_words),
        cmocka_unit_test(a_kept_reference_keeps_the_words),
        cmocka_unit_test(an_erasure_says_what_when_and_by_whom),
        cmocka_unit_test(null_is_tolerated),
        cmocka_unit_test(without_memory_nothing_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
