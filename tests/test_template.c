/* SPDX-License-Identifier: MIT */
/* Templates: every field set, cleared and refused. */
#include "support/drafts.h"

DRAFT_VERBS(template);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_template_new("calm", "Calm", HW_KIND_OTHER, err);
}

static draft_said set(hw_revision *record)
{
    hw_template *template = (hw_template *)record;
    return (draft_said){
        {hw_template_set_title(template, "de", "Ruhe"), hw_template_set_kind(template, HW_KIND_RELAXATION),
         hw_template_set_label(template, "a label"),
         hw_template_set_instructions(template, NULL, "Sit.\nBreathe."),
         hw_template_set_rationale(template, NULL, "It helps"), hw_template_set_minutes(template, 1440),
         hw_template_set_source(template, "Our own"), hw_template_set_licence(template, "MIT"), DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_template *template = (hw_template *)record;
    assert_string_equal(hw_template_id(template), "calm");
    assert_string_equal(hw_template_title(template, "de"), "Ruhe");
    assert_int_equal(hw_template_kind(template), HW_KIND_RELAXATION);
    assert_string_equal(hw_template_label(template), "a label");
    assert_string_equal(hw_template_instructions(template, NULL), "Sit.\nBreathe.");
    assert_string_equal(hw_template_rationale(template, NULL), "It helps");
    assert_int_equal(hw_template_minutes(template), 1440);
    assert_string_equal(hw_template_source(template), "Our own");
    assert_string_equal(hw_template_licence(template), "MIT");
}

static void check_null(void)
{
    assert_null(hw_template_id(NULL));
    assert_null(hw_template_title(NULL, NULL));
    assert_int_equal(hw_template_kind(NULL), HW_KIND_OTHER);
    assert_null(hw_template_label(NULL));
    assert_null(hw_template_instructions(NULL, NULL));
    assert_null(hw_template_rationale(NULL, NULL));
    assert_int_equal(hw_template_minutes(NULL), 0);
    assert_null(hw_template_source(NULL));
    assert_null(hw_template_licence(NULL));
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_template *template = (hw_template *)record;
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_template_set_title(template, NULL, "")},
        {HW_ERR_RANGE, hw_template_set_kind(template, (hw_kind)15)},
        {HW_ERR_SYNTAX, hw_template_set_label(template, "two\nlines")},
        {HW_ERR_RANGE, hw_template_set_minutes(template, 1441)},
        {HW_ERR_RANGE, hw_template_set_minutes(template, -1)},
        {HW_ERR_SYNTAX, hw_template_set_source(template, "")},
        {HW_ERR_SYNTAX, hw_template_set_licence(template, "\x01")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
}

static void clear(hw_revision *record)
{
    hw_template *template = (hw_template *)record;
    assert_int_equal(hw_template_set_label(template, NULL), HW_OK);
    assert_null(hw_template_label(template));
    assert_int_equal(hw_template_set_minutes(template, 0), HW_OK);
    assert_int_equal(hw_template_minutes(template), 0);
}

static const draft_noun noun = {&template_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_is_not_made(void **state)
{
    (void)state;
    hw_error err;
    assert_not_made(hw_template_new(NULL, "T", HW_KIND_OTHER, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_template_new("t", NULL, HW_KIND_OTHER, &err), err, HW_ERR_ARGUMENT);
    assert_not_made(hw_template_new("t", "T", (hw_kind)15, &err), err, HW_ERR_RANGE);
    assert_not_made(hw_template_new("1", "T", HW_KIND_OTHER, &err), err, HW_ERR_SYNTAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_is_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
