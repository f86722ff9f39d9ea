/* SPDX-License-Identifier: MIT */
/* The tests that every noun passes, and checks that hold for the records of all nouns. */
#include "support/drafts.h"

#include <string.h>

#include "base/alloc.h"

hw_revision *drafts_make(const draft_noun *noun, hw_error *err)
{
    hw_revision *record = noun->begin(err);
    if (record) {
        (void)noun->set(record); /* what failed is the draft's fault: see hw__record_fault() */
    }
    return record;
}

void drafts_freeze(hw_revision *record, const char *revision)
{
    record->revision = hw__arena_text(&record->arena, revision, strlen(revision));
    assert_non_null(record->revision);
    record->frozen = true;
}

static void put_foreign(hw_revision *record)
{
    record->foreign.attributes = hw__arena_text(&record->arena, " x:a=\"1\"", 8);
    record->foreign.elements = hw__arena_text(&record->arena, "<x:e/>", 6);
}

void draft_is_copied(void **state)
{
    const draft_noun *noun = *state;
    hw_error err;
    hw_revision *first = drafts_make(noun, &err);
    assert_non_null(first);
    assert_int_equal(hw__record_fault(first, &err), HW_OK);
    hw_revision *again = hw__record_edit(first, &err);
    assert_non_null(again);
    assert_null(again->follows);
    assert_true(hw__record_equal(first, again));
    hw__record_unref(again);

    put_foreign(first);
    drafts_freeze(first, "desk-1");
    assert_ptr_equal(hw__record_ref(first), first);
    hw__record_unref(first);
    hw_revision *edit = hw__record_edit(first, &err);
    assert_non_null(edit);
    assert_string_equal(edit->follows, "desk-1");
    assert_null(edit->revision);
    assert_false(edit->frozen);
    assert_false(hw__record_equal(first, edit)); /* the revision's own facts differ */
    assert_true(hw__shape_equal(first->shape, first, edit));
    assert_string_equal(edit->foreign.attributes, first->foreign.attributes);
    assert_string_equal(edit->foreign.elements, first->foreign.elements);
    hw__record_unref(first);

    hw_revision *second = drafts_make(noun, &err);
    assert_true(hw__shape_equal(second->shape, second, edit));
    hw__record_unref(second);
    hw__record_unref(edit);
    hw__record_unref(NULL);
    assert_null(hw__record_ref(NULL));
}

/* One attempt; whether it came through whole. */
static bool attempt(const draft_noun *noun, const hw_revision *wanted)
{
    hw_error err;
    hw_revision *record = drafts_make(noun, &err);
    if (!record) {
        assert_int_equal(err.status, HW_ERR_MEMORY);
        return false;
    }
    bool whole = hw__record_fault(record, &err) == HW_OK;
    if (!whole) {
        assert_int_equal(err.status, HW_ERR_MEMORY);
        hw__record_unref(record);
        return false;
    }
    hw_revision *copy = hw__record_edit(record, &err);
    if (!copy) {
        assert_int_equal(err.status, HW_ERR_MEMORY);
        hw__record_unref(record);
        return false;
    }
    assert_true(hw__shape_equal(wanted->shape, wanted, copy));
    hw__record_unref(record);
    hw__record_unref(copy);
    return true;
}

void draft_survives_no_memory(void **state)
{
    const draft_noun *noun = *state;
    hw_revision *wanted = drafts_make(noun, NULL);
    assert_non_null(wanted);
    for (int for_good = 0; for_good <= 1; for_good++) {
        size_t nth = 1;
        bool whole = false;
        for (; !whole; nth++) {
            assert_in_range(nth, 1, 10000);
            hw__alloc_fail(nth, for_good);
            whole = attempt(noun, wanted);
            hw__alloc_fail(0, 0);
        }
        assert_in_range(nth, 3, 10000); /* some attempts did fail */
    }
    hw__record_unref(wanted);
}

void draft_gives_back_values(void **state)
{
    const draft_noun *noun = *state;
    hw_revision *record = drafts_make(noun, NULL);
    assert_ptr_equal(noun->verbs->revision(record), record);
    noun->check_values(record);
    noun->verbs->unref(record);
}

static void expect_all(const draft_noun *noun, hw_revision *record, hw_status expected)
{
    const draft_said said = noun->set(record);
    drafts_expect(&said, expected);
    if (noun->set_others) {
        const draft_said others = noun->set_others(record);
        drafts_expect(&others, expected);
    }
}

void draft_tolerates_null(void **state)
{
    const draft_noun *noun = *state;
    expect_all(noun, NULL, HW_ERR_ARGUMENT);
    noun->check_null();
    assert_null(noun->verbs->revision(NULL));
    assert_null(noun->verbs->ref(NULL));
    noun->verbs->unref(NULL);
    hw_error err;
    assert_null(noun->verbs->edit(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(noun->verbs->check(NULL, &err), HW_ERR_ARGUMENT);
}

static void expect_frozen(const draft_noun *noun, hw_revision *record, hw_revision *before)
{
    assert_non_null(record);
    assert_non_null(before);
    drafts_freeze(record, "r1");
    expect_all(noun, record, HW_ERR_STATE);
    assert_true(hw__shape_equal(record->shape, record, before));
    assert_int_equal(noun->verbs->check(record, NULL), HW_OK); /* a refusal is no fault of a frozen record */
    hw__record_unref(record);
    hw__record_unref(before);
}

void draft_is_frozen(void **state)
{
    const draft_noun *noun = *state;
    /* What set() would write shows in a record without it, what set_others() would take away in a full one. */
    expect_frozen(noun, noun->begin(NULL), noun->begin(NULL));
    expect_frozen(noun, drafts_make(noun, NULL), drafts_make(noun, NULL));
}

void draft_refuses(void **state)
{
    const draft_noun *noun = *state;
    hw_revision *record = drafts_make(noun, NULL), *before = drafts_make(noun, NULL);
    noun->refuse(record, before);
    hw__record_unref(record);
    hw__record_unref(before);
}

void draft_clears(void **state)
{
    const draft_noun *noun = *state;
    hw_revision *record = drafts_make(noun, NULL);
    noun->clear(record);
    noun->verbs->unref(record);
}

void drafts_expect(const draft_said *said, hw_status expected)
{
    const hw_status *status = said->statuses;
    assert_int_not_equal(*status, DRAFT_END);
    for (; *status != DRAFT_END; status++) {
        if (*status != expected) {
            print_error("setter %td: %s\n", status - said->statuses, hw_status_name(*status));
        }
        assert_int_equal(*status, expected);
    }
}

void drafts_expect_refused(const refusal *rows, size_t count, const hw_revision *draft,
                           const hw_revision *before)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i].got != rows[i].expected) {
            print_error("row %zu: %s\n", i, hw_status_name(rows[i].got));
        }
        assert_int_equal(rows[i].got, rows[i].expected);
    }
    assert_true(hw__shape_equal(draft->shape, draft, before));
    assert_int_not_equal(hw__record_fault(draft, NULL), HW_OK);
}

/* The shape's own check, and those of the parts that stand in their place. */
static void check_parts(const hw__shape *shape, const void *base, const char *id, hw_problems *problems)
{
    for (int i = 0; i < shape->child_count; i++) {
        const hw__child *child = &shape->children[i];
        const char *part = (const char *)base + child->offset;
        if (child->kind == HW__CHILD_ONE && *(const bool *)part) {
            check_parts(child->shape, part, id, problems);
        }
    }
    if (shape->check) {
        shape->check(base, id, problems, 7);
    }
}

hw_problem_code drafts_problem(const hw_revision *record)
{
    hw_problems *problems = hw_problems_new(NULL);
    assert_non_null(problems);
    check_parts(record->shape, record, record->id, problems);
    assert_in_range(hw_problems_count(problems), 0, 1);
    hw_problem_code code = hw_problems_code_at(problems, 0);
    if (code != HW_PROBLEM_CODE_COUNT) {
        assert_int_equal(hw_problems_line_at(problems, 0), 7);
        assert_string_equal(hw_problems_subject_at(problems, 0), record->id);
        assert_int_equal(hw_problems_severity_at(problems, 0), HW_SEVERITY_ERROR);
    }
    hw_problems_free(problems);
    return code;
}
