/* SPDX-License-Identifier: MIT */
/* A plan is the same plan in either form: random plans go from XML to JSON and back, and the other way, to the
 * byte; so do content of other namespaces, several languages, and what was kept aside. HW_TEST_FULL=1 takes more
 * plans, HW_TEST_SEED=n another seed. */
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

#include "support/random_plan.h"

typedef struct bytes {
    char *data;
    size_t size;
} bytes;

typedef char *(*writer)(const hw_plan *plan, size_t *size, hw_error *err);
typedef hw_plan *(*reader)(const char *data, size_t size, const hw_read_options *options,
                           hw_problems *problems, hw_error *err);

static bytes write_plan(const hw_plan *plan, writer write)
{
    hw_error err;
    bytes written;
    written.data = write(plan, &written.size, &err);
    if (!written.data)
        fail_msg("writing: %s", err.message);
    assert_int_equal(strlen(written.data), written.size);
    return written;
}

static hw_plan *read_plan(const bytes *document, reader read, bool salvage)
{
    hw_error err;
    hw_read_options *options = hw_read_options_new(NULL);
    assert_int_equal(hw_read_options_set_salvage(options, salvage, NULL), HW_OK);
    hw_plan *plan = read(document->data, document->size, options, NULL, &err);
    if (!plan)
        fail_msg("reading: line %d: %s: %s\n%.2000s", err.line, err.subject, err.message, document->data);
    hw_read_options_free(options);
    return plan;
}

static void assert_same(const bytes *a, const bytes *b, const char *what)
{
    size_t least = a->size < b->size ? a->size : b->size, at = 0;
    while (at < least && a->data[at] == b->data[at])
        at++;
    if (a->size != b->size || at < least) {
        size_t from = at < 80 ? 0 : at - 80;
        fail_msg("%s: differs at byte %zu:\n%.200s\n----\n%.200s", what, at, a->data + from, b->data + from);
    }
}

/* XML -> JSON -> XML, and JSON -> plan -> JSON, are the same bytes. */
static void check_plan(const hw_plan *plan, bool salvage)
{
    bytes xml = write_plan(plan, hw_plan_to_xml), json = write_plan(plan, hw_plan_to_json);
    hw_plan *from_xml = read_plan(&xml, hw_plan_from_xml, salvage);
    bytes json_of_xml = write_plan(from_xml, hw_plan_to_json);
    assert_same(&json, &json_of_xml, "the JSON of what was read from XML");
    hw_plan *from_json = read_plan(&json, hw_plan_from_json, salvage);
    bytes xml_of_json = write_plan(from_json, hw_plan_to_xml), again = write_plan(from_json, hw_plan_to_json);
    assert_same(&xml, &xml_of_json, "the XML of what was read from JSON");
    assert_same(&json, &again, "the JSON of what was read from JSON");
    hw_plan_free(from_xml);
    hw_plan_free(from_json);
    hw_string_free(xml.data);
    hw_string_free(json.data);
    hw_string_free(json_of_xml.data);
    hw_string_free(xml_of_json.data);
    hw_string_free(again.data);
}

static void random_plans_survive(void **state)
{
    (void)state;
    test_random random = random_start("round trips through JSON", 20260303);
    for (long i = 0; i < random_rounds(80, 10000); i++) {
        hw_plan *plan = random_plan_new(&random, random_int(&random, 0, 200));
        assert_non_null(plan);
        check_plan(plan, false);
        hw_plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_plans_survive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
