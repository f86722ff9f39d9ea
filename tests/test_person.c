/* SPDX-License-Identifier: MIT */
/* People: every field set, cleared and refused. */
#include "support/drafts.h"

DRAFT_VERBS(person);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_person_new("mk", HW_ROLE_THERAPIST, err);
}

static draft_said set(hw_revision *record)
{
    hw_person *person = (hw_person *)record;
    return (draft_said){{hw_person_set_role(person, HW_ROLE_PARENT), hw_person_set_name(person, "M. K."),
                         hw_person_set_language(person, "pt-BR"), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_person *person = (hw_person *)record;
    assert_string_equal(hw_person_id(person), "mk");
    assert_int_equal(hw_person_role(person), HW_ROLE_PARENT);
    assert_string_equal(hw_person_name(person), "M. K.");
    assert_string_equal(hw_person_language(person), "pt-BR");
}

static void check_null(void)
{
    assert_null(hw_person_id(NULL));
    assert_int_equal(hw_person_role(NULL), HW_ROLE_CLIENT);
    assert_null(hw_person_name(NULL));
    assert_null(hw_person_language(NULL));
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_person *person = (hw_person *)record;
    const refusal rows[] = {
        {HW_ERR_RANGE, hw_person_set_role(person, (hw_role)6)},
        {HW_ERR_SYNTAX, hw_person_set_name(person, "")},
        {HW_ERR_SYNTAX, hw_person_set_name(person, "a\nb")},
        {HW_ERR_SYNTAX, hw_person_set_language(person, "english!")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_person *person = (hw_person *)record;
    assert_int_equal(hw_person_set_name(person, NULL), HW_OK);
    assert_null(hw_person_name(person));
    assert_int_equal(hw_person_set_language(person, NULL), HW_OK);
    assert_null(hw_person_language(person));
}

static const draft_noun noun = {&person_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_person_new(NULL, HW_ROLE_CLIENT, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_person_new("m k", HW_ROLE_CLIENT, &err), err, HW_ERR_SYNTAX);
    assert_not_made(hw_person_new("mk", (hw_role)6, &err), err, HW_ERR_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
