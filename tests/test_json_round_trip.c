/* SPDX-License-Identifier: MIT */
/* A plan is the same plan in either form: random plans go from XML to JSON and back, and the other way, to
 * the byte; so do content of other namespaces, several languages, and what was kept aside. HW_TEST_FULL=1
 * takes more plans, HW_TEST_SEED=n another seed. */
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

#include "format/plan_json.h"
#include "model/records.h"
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

/* ---- what random plans do not have: other programs' content, and what was kept aside ---- */

#define ROOT                                               \
    "<plan xmlns='urn:libhomework:plan:1' version='0.1' "  \
    "uid='urn:uuid:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10' " \
    "xml:lang='de-AT' "
#define FACTS "effective='2025-03-03' recorded='2025-03-03T17:40:00+01:00' by='mk'"
#define FOREIGN                                                           \
    "<x:a xmlns:x='urn:x' b='&lt;&#10;&quot;' x:c='\\'>t &amp; u&#10;<d " \
    "xmlns='urn:d'/>\xF0\x9F\xA7\x98</x:a>"
#define PLAN(root, set, inside, person, section, goal, between, entry, rows, log)                          \
    ROOT root "><settings><set revision='r-1' " FACTS " zone='Europe/Berlin' " set "><title>A</title>"     \
              "<title xml:lang='en'>\"B\"</title><title xml:lang='zh-Hans'>\\u4e2d</title>" inside         \
              "</set></settings><people><person id='mk' revision='r-2' " FACTS " role='therapist' " person \
              "/>" section "</people><measures/><goals>" goal "</goals><steps/><assignments/><sessions/>"  \
              "<holds/><excuses/>" between "<log><entry id='e-1' recorded='2025-03-04T20:00:00+01:00' "    \
              "by='mk' " entry ">" rows "</entry>" log "</log></plan>"
#define GOAL                                                                                                \
    "<goal id='g' revision='r-3' " FACTS "><title xml:lang='en'>Lunch</title><level score='-2'>nie</level>" \
    "<level score='-2' xml:lang='en'>never</level></goal>"

static const char *const documents[] = {
    PLAN("", "", "", "", "", "", "", "", "", ""),
    PLAN("xmlns:q='urn:q' q:theme='dark' q:at='1&#9;2'", "xmlns:q='urn:q' q:a=\"it's\"", FOREIGN FOREIGN, "",
         FOREIGN "<y xmlns='urn:y'/>", GOAL, FOREIGN, "xmlns:q='urn:q' q:mood='&quot;good&quot;'",
         "<note>a&#10;b</note>" FOREIGN, FOREIGN FOREIGN),
    PLAN("must-understand='urn:libhomework:plan:1'", "", "", "name='M. &lt;K&gt;'", "", GOAL, "", "",
         "<barrier code='no-time'/><barrier code='forgot'>c</barrier><note xml:lang='en'>\\ \" /</note>", ""),
};

static void other_programs_content_survives(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        const bytes document = {(char *)(uintptr_t)documents[i], strlen(documents[i])};
        hw_plan *plan = read_plan(&document, hw_plan_from_xml, false);
        check_plan(plan, false);
        hw_plan_free(plan);
    }
}

static void what_was_kept_aside_survives(void **state)
{
    static const char *const broken[] = {
        PLAN("", "", "", "", "<person id='x'/><persona/>", "<goal title='5'/>", "<skillz><a/></skillz>", "",
             "",
             "<entry id='e-2' recorded='2025-03-04T20:00:00+01:00' by='nobody'><note>a&#10;b</note></entry>"
             "<entry id='e-3' recorded='2025-03-04T20:00:00+01:00' by='mk' voids='e-2'/><ent/>"),
        PLAN("", "", "", "", FOREIGN "<person " FACTS " xmlns:q='urn:q' q:a='1'>" FOREIGN "<q/></person>",
             GOAL, "", "", "", ""),
    };
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        const bytes document = {(char *)(uintptr_t)broken[i], strlen(broken[i])};
        hw_plan *plan = read_plan(&document, hw_plan_from_xml, true);
        assert_true(hw_plan_aside_count(plan) > 0);
        check_plan(plan, true);
        hw_plan_free(plan);
    }
}

/* A sink gets what hw_plan_to_json() gives, in pieces, and may stop. */
typedef struct taker {
    char *data;
    size_t size, pieces, most;
} taker;

static bool take(void *user, const char *data, size_t size)
{
    taker *t = user;
    t->data = realloc(t->data, t->size + size);
    assert_non_null(t->data);
    memcpy(t->data + t->size, data, size);
    t->size += size;
    return ++t->pieces < t->most;
}

static void pieces_are_the_whole(void **state)
{
    (void)state;
    hw_error err;
    taker all = {.most = SIZE_MAX}, few = {.most = 2};
    test_random random = random_start("pieces", 5);
    hw_plan *plan = random_plan_new(&random, 600);
    bytes json = write_plan(plan, hw_plan_to_json);
    assert_int_equal(hw_plan_write_json(plan, take, &all, &err), HW_OK);
    assert_true(all.pieces > 2);
    assert_int_equal(all.size, json.size);
    assert_memory_equal(all.data, json.data, json.size);
    assert_int_equal(hw_plan_write_json(plan, take, &few, &err), HW_ERR_CANCELLED);
    assert_int_equal(few.pieces, 2);
    free(all.data);
    free(few.data);
    hw_string_free(json.data);
    hw_plan_free(plan);
}

/* ---- the tables ---- */

static void check_names(const hw__shape *shape, const char **names, size_t count)
{
    for (int i = 0; i < shape->attribute_count; i++)
        names[count++] = shape->attributes[i].name;
    for (int i = 0; i < shape->child_count; i++)
        names[count++] = shape->children[i].name;
    if (shape->has_text)
        names[count++] = HW__JSON_TEXT;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (strcmp(names[i], names[k]) == 0)
                fail_msg("%s: two members would be '%s'", shape->name, names[i]);
        }
    }
    for (int i = 0; i < shape->child_count; i++) {
        const char *inner[64];
        if (shape->children[i].shape)
            check_names(shape->children[i].shape, inner, 0);
    }
}

/* In XML an attribute and an element may have one name; in JSON both are members. */
static void no_two_members_have_one_name(void **state)
{
    (void)state;
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        const char *names[64] = {HW__JSON_FOREIGN, HW__JSON_FOREIGN_ATTRIBUTES};
        size_t count = 2;
        for (int i = 0; i < hw__revision_attribute_count; i++)
            names[count++] = hw__revision_attributes[i].name;
        check_names(hw__shapes[s], names, count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_plans_survive),         cmocka_unit_test(other_programs_content_survives),
        cmocka_unit_test(what_was_kept_aside_survives), cmocka_unit_test(pieces_are_the_whole),
        cmocka_unit_test(no_two_members_have_one_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
