/* SPDX-License-Identifier: MIT */
/* People: every field set, cleared and refused. */
#include "support/drafts.h"

#define SETTERS(person)                                                              \
    hw_person_set_role(person, HW_ROLE_PARENT), hw_person_set_name(person, "M. K."), \
        hw_person_set_language(person, "pt-BR")

static hw_revision *make(hw_error *err)
{
    hw_person *person = hw_person_new("mk", HW_ROLE_THERAPIST, err);
    if (person) {
        const hw_status all[] = {SETTERS(person)};
        (void)all;
    }
    return (hw_revision *)person;
}

static void test_life(void **state)
{
    (void)state;
    drafts_check_life(make);
}

static void test_memory(void **state)
{
    (void)state;
    drafts_check_memory(make);
}

static void test_gives_back_what_was_set(void **state)
{
    (void)state;
    hw_person *person = (hw_person *)make(NULL);
    assert_ptr_equal(hw_person_revision(person), person);
    assert_string_equal(hw_person_id(person), "mk");
    assert_int_equal(hw_person_role(person), HW_ROLE_PARENT);
    assert_string_equal(hw_person_name(person), "M. K.");
    assert_string_equal(hw_person_language(person), "pt-BR");
    hw_person_unref(person);
}

static void test_tolerates_null(void **state)
{
    (void)state;
    hw_person *none = NULL;
    const hw_status all[] = {SETTERS(none)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_ARGUMENT);
    assert_null(hw_person_id(NULL));
    assert_null(hw_person_revision(NULL));
    assert_int_equal(hw_person_role(NULL), HW_ROLE_CLIENT);
    assert_null(hw_person_name(NULL));
    assert_null(hw_person_language(NULL));
    assert_null(hw_person_ref(NULL));
    hw_person_unref(NULL);
    hw_error err;
    assert_null(hw_person_edit(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_person_check(NULL, &err), HW_ERR_ARGUMENT);
}

static void test_is_frozen(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
    hw_person *person = (hw_person *)record;
    drafts_freeze(record, "r1");
    const hw_status all[] = {SETTERS(person)};
    drafts_expect(all, COUNT_OF(all), HW_ERR_STATE);
    assert_true(hw__shape_equal(record->shape, record, before));
    assert_int_equal(hw_person_check(person, NULL), HW_OK);
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_refuses(void **state)
{
    (void)state;
    hw_revision *record = make(NULL), *before = make(NULL);
    hw_person *person = (hw_person *)record;
    const refusal rows[] = {
        {HW_ERR_RANGE, hw_person_set_role(person, (hw_role)6)},
        {HW_ERR_SYNTAX, hw_person_set_name(person, "")},
        {HW_ERR_SYNTAX, hw_person_set_name(person, "a\nb")},
        {HW_ERR_SYNTAX, hw_person_set_language(person, "english!")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
    hw__record_unref(record);
    hw__record_unref(before);
}

static void test_clears(void **state)
{
    (void)state;
    hw_person *person = (hw_person *)make(NULL);
    assert_int_equal(hw_person_set_name(person, NULL), HW_OK);
    assert_null(hw_person_name(person));
    assert_int_equal(hw_person_set_language(person, NULL), HW_OK);
    assert_null(hw_person_language(person));
    hw_person_unref(person);
}

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_null(hw_person_new(NULL, HW_ROLE_CLIENT, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_person_new("m k", HW_ROLE_CLIENT, &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
    assert_null(hw_person_new("mk", (hw_role)6, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_life),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_gives_back_what_was_set),
        cmocka_unit_test(test_tolerates_null),
        cmocka_unit_test(test_is_frozen),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_clears),
        cmocka_unit_test(test_is_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
