/* SPDX-License-Identifier: MIT */
/* The document as a whole: an entry a line in every random plan, an order that does not come from the way in,
 * pieces for a sink, running out of memory, and random texts as libxml2 reads them. HW_TEST_FULL=1 takes
 * more, HW_TEST_SEED=n another seed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

#if HW_WITH_XML
#include <libxml/parser.h>
#include <libxml/tree.h>
#endif

#include "base/alloc.h"
#include "model/plan_store.h"
#include "support/random_plan.h"

#define UID RANDOM_PLAN_UID

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

static void check_lines(const char *text)
{
    bool in_log = false;
    for (const char *line = text, *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        assert_non_null(end); /* the last line ends too */
        if (strncmp(line, "  <log>", 7) == 0)
            in_log = true;
        else if (strncmp(line, "  </log>", 8) == 0)
            in_log = false;
        else if (in_log) {
            assert_int_equal(strncmp(line, "    <entry id=\"", 15), 0);
            assert_true(strncmp(end - 8, "</entry>", 8) == 0 || strncmp(end - 2, "/>", 2) == 0);
        }
    }
    assert_null(strchr(text, '\r'));
}

static void every_entry_of_random_plans_is_a_line(void **state)
{
    (void)state;
    test_random random = random_start("lines", 31);
    for (long i = 0; i < random_rounds(50, 2000); i++) {
        hw_plan *plan = random_plan_new(&random, 100);
        assert_non_null(plan);
        char *text = hw_plan_to_xml(plan, NULL, NULL);
        check_lines(text);
        hw_plan *copy = hw_plan_copy(plan, NULL);
        expect_document(copy, text);
        hw_plan_free(copy);
        hw_plan_free(plan);
        hw_string_free(text);
    }
}

/* The order in which records came in does not show. */
static void order_does_not_come_from_the_way_in(void **state)
{
    (void)state;
    test_random random = random_start("order", 77);
    for (long i = 0; i < random_rounds(50, 2000); i++) {
        hw_plan *plan = random_plan_new(&random, 60);
        hw_plan *other = hw__plan_blank(UID, 36, hw_plan_language(plan), NULL, NULL);
        for (int s = HW__SECTION_COUNT - 1; s >= 0; s--) {
            const hw__things *things = &plan->sections[s];
            for (size_t t = things->count; t-- > 0;) {
                for (size_t r = things->items[t].revisions.count; r-- > 0;) {
                    hw_revision *record = hw__record_ref(things->items[t].revisions.items[r]);
                    assert_int_equal(hw__plan_insert(other, record, NULL, NULL), HW_OK);
                }
            }
        }
        assert_int_equal(hw__plan_settle(other, NULL), HW_OK);
        hw__log_unref(other->log);
        other->log = hw__log_ref(plan->log);
        char *text = hw_plan_to_xml(plan, NULL, NULL);
        expect_document(other, text);
        hw_string_free(text);
        hw_plan_free(other);
        hw_plan_free(plan);
    }
}

typedef struct collected {
    hw__buffer text;
    size_t pieces, largest, stop_at;
} collected;

static bool collect(void *user, const char *data, size_t size)
{
    collected *into = user;
    if (++into->pieces == into->stop_at)
        return false;
    into->largest = size > into->largest ? size : into->largest;
    hw__put(&into->text, data, size);
    return true;
}

static void a_sink_gets_the_same_in_pieces(void **state)
{
    (void)state;
    test_random random = random_start("pieces", 5);
    hw_plan *plan = random_plan_new(&random, 400);
    size_t size;
    hw_error err;
    char *text = hw_plan_to_xml(plan, &size, NULL);
    collected whole = {.stop_at = 0};
    hw__buffer_init(&whole.text, SIZE_MAX);
    assert_int_equal(hw_plan_write_xml(plan, collect, &whole, &err), HW_OK);
    assert_int_equal(whole.text.size, size);
    assert_memory_equal(whole.text.data, text, size);
    assert_true(whole.pieces > 2);
    assert_true(whole.largest <= 65536);
    for (size_t stop = 1; stop <= whole.pieces; stop++) {
        collected part = {.stop_at = stop};
        hw__buffer_init(&part.text, SIZE_MAX);
        assert_int_equal(hw_plan_write_xml(plan, collect, &part, &err), HW_ERR_CANCELLED);
        assert_int_equal(err.status, HW_ERR_CANCELLED);
        assert_int_equal(part.pieces, stop); /* and is not asked again */
        hw__buffer_free(&part.text);
    }
    hw__alloc_count();
    hw__buffer_free(&whole.text);
    hw__buffer_init(&whole.text, SIZE_MAX);
    whole.text.status = HW_ERR_CANCELLED; /* takes nothing, allocates nothing */
    assert_int_equal(hw_plan_write_xml(plan, collect, &whole, &err), HW_OK);
    assert_true(hw__alloc_count() <= 2);
    hw__buffer_free(&whole.text);
    hw_string_free(text);
    hw_plan_free(plan);
}

static void no_memory_is_told(void **state)
{
    (void)state;
    test_random random = random_start("writing without memory", 6);
    hw_plan *plan = random_plan_new(&random, 50);
    char *expected = hw_plan_to_xml(plan, NULL, NULL), *text = NULL;
    for (int for_good = 0; for_good < 2; for_good++) {
        for (size_t nth = 1; !text; nth++) {
            hw_error err;
            size_t size = 1;
            hw__alloc_fail(nth, for_good);
            text = hw_plan_to_xml(plan, &size, &err);
            hw__alloc_fail(0, 0);
            if (!text) {
                assert_int_equal(err.status, HW_ERR_MEMORY);
                assert_int_equal(size, 0);
            }
        }
        assert_string_equal(text, expected);
        hw_string_free(text);
        text = NULL;
    }
    hw_string_free(expected);
    hw_plan_free(plan);
}

static void what_cannot_be_written_is_refused(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = new_plan();
    collected into = {.stop_at = 0};
    assert_int_equal(hw_plan_write_xml(plan, NULL, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_write_xml(NULL, collect, &into, &err), HW_ERR_ARGUMENT);
    assert_null(hw_plan_to_xml(NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_log_to_xml(NULL, NULL, &err));
    plan->read_only = true;
    assert_null(hw_plan_to_xml(plan, NULL, &err));
    assert_int_equal(err.status, HW_ERR_READ_ONLY);
    assert_null(hw_plan_log_to_xml(plan, NULL, &err));
    assert_int_equal(err.status, HW_ERR_READ_ONLY);
    assert_int_equal(hw_plan_write_xml(plan, collect, &into, &err), HW_ERR_READ_ONLY);
    assert_int_equal(into.pieces, 0);
    hw_plan_free(plan);
}

/* ---- read by somebody else ---- */

#if HW_WITH_XML
static void expect_node(xmlNode *node, const char *expected)
{
    xmlChar *content = xmlNodeGetContent(node);
    assert_string_equal((const char *)content, expected);
    xmlFree(content);
}

static xmlNode *find_node(xmlNode *node, const char *name)
{
    for (; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
            return node;
        xmlNode *inner = find_node(node->children, name);
        if (inner)
            return inner;
    }
    return NULL;
}

static void libxml2_reads_every_text_as_it_was(void **state)
{
    (void)state;
    test_random random = random_start("texts", 17);
    for (int i = 0; i < 200; i++) {
        const char *line = random_line(&random), *text = random_text(&random), *said = random_text(&random);
        hw_plan *plan = new_plan();
        hw_change *change = monday();
        hw_goal *goal = hw_goal_new("g", line, NULL);
        hw_goal_set_description(goal, NULL, text);
        assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
        hw_person *person = hw_person_edit(hw_plan_person(plan, "mk"), NULL);
        hw_person_set_name(person, line);
        assert_int_equal(hw_plan_revise_person(plan, person, change, NULL), HW_OK);
        hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_NONE, NULL);
        hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, said);
        assert_int_equal(hw_plan_log(plan, entry, change, NULL), HW_OK);
        size_t size;
        char *document = hw_plan_to_xml(plan, &size, NULL);
        xmlDoc *tree = xmlReadMemory(document, (int)size, NULL, NULL, XML_PARSE_NONET);
        assert_non_null(tree);
        xmlNode *root = xmlDocGetRootElement(tree);
        expect_node(find_node(root, "title"), line);
        expect_node(find_node(root, "description"), text);
        expect_node(find_node(root, "note"), said);
        xmlNode *people = find_node(root, "people");
        xmlNode *last = people->last;
        while (last->type != XML_ELEMENT_NODE)
            last = last->prev;
        xmlChar *name = xmlGetNoNsProp(last, (const xmlChar *)"name");
        assert_string_equal((const char *)name, line);
        xmlFree(name);
        xmlFreeDoc(tree);
        hw_string_free(document);
        hw_goal_unref(goal);
        hw_person_unref(person);
        hw_entry_free(entry);
        hw_change_free(change);
        hw_plan_free(plan);
    }
    xmlCleanupParser();
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_entry_of_random_plans_is_a_line),
        cmocka_unit_test(order_does_not_come_from_the_way_in),
        cmocka_unit_test(a_sink_gets_the_same_in_pieces),
        cmocka_unit_test(no_memory_is_told),
        cmocka_unit_test(what_cannot_be_written_is_refused),
#if HW_WITH_XML
        cmocka_unit_test(libxml2_reads_every_text_as_it_was),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
