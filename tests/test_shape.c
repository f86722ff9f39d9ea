/* SPDX-License-Identifier: MIT */
/* The tables of shapes: consistent in themselves, and each of their fields is filled in, compared and
 * copied. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/drafts.h"

typedef void (*shape_visitor)(const hw__shape *shape);

static void visit_parts(const hw__shape *shape, shape_visitor visit)
{
    visit(shape);
    for (int i = 0; i < shape->child_count; i++) {
        if (shape->children[i].shape) {
            visit_parts(shape->children[i].shape, visit);
        }
    }
}

static void visit_all(shape_visitor visit)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        visit_parts(hw__shapes[s], visit);
    }
}

static bool is_name(const char *name)
{
    return name && name[0] && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

static void check_attribute(const hw__shape *shape, int index)
{
    const hw__attribute *attribute = &shape->attributes[index];
    assert_true(is_name(attribute->name));
    assert_true(attribute->offset < shape->size);
    assert_true((attribute->type == HW__TYPE_WORD) == (attribute->words != NULL));
    if (attribute->type == HW__TYPE_WORD) {
        bool unset = attribute->fallback == HW__UNSET_WORD;
        assert_true(unset || (attribute->fallback >= 0 && attribute->fallback < attribute->words->count));
        assert_true(attribute->words->count < HW__UNSET_WORD);
    }
    if (attribute->type == HW__TYPE_INT) {
        assert_true(attribute->least < attribute->most);
    }
    if (attribute->type == HW__TYPE_REFS || attribute->type == HW__TYPE_KEYS ||
        attribute->type == HW__TYPE_LOCALS || attribute->type == HW__TYPE_CLOCKS) {
        assert_true(attribute->most > 0);
    }
    for (int i = 0; i < index; i++) {
        assert_string_not_equal(shape->attributes[i].name, attribute->name);
        assert_int_not_equal(shape->attributes[i].offset, attribute->offset);
    }
    for (int i = 0; shape->section != HW__SECTION_COUNT && i < hw__revision_attribute_count; i++) {
        assert_string_not_equal(hw__revision_attributes[i].name, attribute->name);
    }
}

static void check_shape(const hw__shape *shape)
{
    assert_true(is_name(shape->name));
    for (int i = 0; i < shape->attribute_count; i++) {
        check_attribute(shape, i);
    }
    for (int i = 0; i < shape->child_count; i++) {
        const hw__child *child = &shape->children[i];
        bool is_text = child->kind == HW__CHILD_TEXT || child->kind == HW__CHILD_LINE;
        assert_true(is_name(child->name));
        assert_true(child->offset < shape->size);
        assert_true(is_text == (child->shape == NULL));
        assert_true((child->kind == HW__CHILD_ONE) == (child->most == 0));
        for (int j = 0; j < i; j++) {
            assert_string_not_equal(shape->children[j].name, child->name);
        }
    }
}

static void test_tables_are_consistent(void **state)
{
    (void)state;
    visit_all(check_shape);
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        assert_int_equal(hw__shapes[s]->section, s);
        assert_true(hw__shapes[s]->size >= sizeof(hw_revision));
    }
}

/* Gives a field some value other than none. */
static void fill(const hw__attribute *attribute, hw__arena *arena, char *record)
{
    void *field = record + attribute->offset;
    switch ((hw__type)attribute->type) {
    case HW__TYPE_REFS:
    case HW__TYPE_KEYS:
        *(char **)hw__list_add(arena, field, sizeof(char *)) = hw__arena_text(arena, "a", 1);
        break;
    case HW__TYPE_WORD:
        *(uint8_t *)field = attribute->fallback == 0 ? 1 : 0;
        break;
    case HW__TYPE_INT:
        *(int32_t *)field = attribute->fallback == attribute->most ? attribute->least : attribute->most;
        break;
    case HW__TYPE_BOOL:
        *(uint8_t *)field = true;
        break;
    case HW__TYPE_DECIMAL:
        *(hw__number *)field = (hw__number){{0, 0}, true};
        break;
    case HW__TYPE_DATE:
        *(hw_date *)field = day(2025, 3, 3);
        break;
    case HW__TYPE_LOCAL:
        *(hw_local *)field = whole_day(2025, 3, 3);
        break;
    case HW__TYPE_LOCALS:
        *(hw_local *)hw__list_add(arena, field, sizeof(hw_local)) = whole_day(2025, 3, 3);
        break;
    case HW__TYPE_MOMENT:
        *(hw_moment *)field = hw_moment_at(0, 0);
        break;
    case HW__TYPE_CLOCK:
        *(int32_t *)field = 0;
        break;
    case HW__TYPE_CLOCKS:
        *(int32_t *)hw__list_add(arena, field, sizeof(int32_t)) = 0;
        break;
    case HW__TYPE_DURATION:
        *(hw_duration *)field = (hw_duration){0, 0};
        break;
    default:
        *(char **)field = hw__arena_text(arena, "a", 1);
        break;
    }
}

static char *blank(const hw__shape *shape)
{
    char *record = calloc(1, shape->size);
    hw__shape_defaults(shape, record);
    return record;
}

/* Every field in turn: none at first, then filled in, seen by comparing, and copied. */
static void check_fields(const hw__shape *shape)
{
    hw__arena arena = {NULL, 0, 0};
    for (int i = 0; i < shape->attribute_count; i++) {
        char *a = blank(shape), *b = blank(shape), *copy = blank(shape);
        assert_true(hw__attribute_is_none(&shape->attributes[i], a));
        assert_true(hw__shape_equal(shape, a, b));
        fill(&shape->attributes[i], &arena, a);
        assert_false(hw__attribute_is_none(&shape->attributes[i], a));
        assert_false(hw__shape_equal(shape, a, b));
        assert_false(hw__shape_equal(shape, b, a));
        assert_true(hw__shape_copy(shape, &arena, copy, a));
        assert_true(hw__shape_equal(shape, a, copy));
        assert_false(hw__attribute_is_none(&shape->attributes[i], copy));
        free(a);
        free(b);
        free(copy);
    }
    hw__arena_free(&arena);
}

static void test_every_field(void **state)
{
    (void)state;
    visit_all(check_fields);
}

/* Every child in turn. */
static void check_children(const hw__shape *shape)
{
    hw__arena arena = {NULL, 0, 0};
    for (int i = 0; i < shape->child_count; i++) {
        const hw__child *child = &shape->children[i];
        char *a = blank(shape), *b = blank(shape), *copy = blank(shape);
        void *field = a + child->offset;
        if (child->kind == HW__CHILD_ONE) {
            *(bool *)field = true;
        } else if (child->kind == HW__CHILD_LIST) {
            char *item = hw__list_add(&arena, field, child->shape->size);
            hw__shape_defaults(child->shape, item);
            fill(&child->shape->attributes[0], &arena, item);
        } else {
            assert_true(hw__texts_set(&arena, field, "de", "x"));
        }
        assert_false(hw__shape_equal(shape, a, b));
        assert_true(hw__shape_copy(shape, &arena, copy, a));
        assert_true(hw__shape_equal(shape, a, copy));
        if (child->kind == HW__CHILD_LIST) { /* the same number of items, another item */
            hw__list *list = (hw__list *)(void *)(copy + child->offset);
            memset(list->items, 0, child->shape->size);
            hw__shape_defaults(child->shape, list->items);
            assert_false(hw__shape_equal(shape, a, copy));
        } else if (child->kind != HW__CHILD_ONE) { /* the same text in another language */
            hw__texts *texts = (hw__texts *)(void *)(copy + child->offset);
            ((hw__tongue *)texts->list.items)->language[0] = 'x';
            assert_false(hw__shape_equal(shape, a, copy));
        }
        free(a);
        free(b);
        free(copy);
    }
    hw__arena_free(&arena);
}

static void test_every_child(void **state)
{
    (void)state;
    visit_all(check_children);
}

static void test_texts_of_parts(void **state)
{
    (void)state;
    hw__arena arena = {NULL, 0, 0};
    hw__level a = {0, {{NULL, 0, 0}}}, b = {0, {{NULL, 0, 0}}}, copy = {0, {{NULL, 0, 0}}};
    assert_true(hw__texts_set(&arena, &a.text, NULL, "Never"));
    assert_false(hw__shape_equal(&hw__shape_level, &a, &b));
    assert_true(hw__texts_set(&arena, &b.text, NULL, "Once"));
    assert_false(hw__shape_equal(&hw__shape_level, &a, &b));
    assert_true(hw__shape_copy(&hw__shape_level, &arena, &copy, &a));
    assert_true(hw__shape_equal(&hw__shape_level, &a, &copy));
    hw__arena_free(&arena);
}

/* A value and its equal in another form. */
static void test_numbers_are_compared_as_numbers(void **state)
{
    (void)state;
    hw_measure *a = hw_measure_new("m", "M", HW_MEASURE_RATING, NULL), *b = hw_measure_edit(a, NULL);
    hw_measure_set_min(a, 0.5);
    assert_false(hw__record_equal(&a->head, &b->head));
    hw_measure_set_min(b, 0.50);
    assert_true(hw__record_equal(&a->head, &b->head));
    hw_measure_set_min(b, 0.51);
    assert_false(hw__record_equal(&a->head, &b->head));
    hw_measure_unref(a);
    hw_measure_unref(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables_are_consistent),
        cmocka_unit_test(test_every_field),
        cmocka_unit_test(test_every_child),
        cmocka_unit_test(test_texts_of_parts),
        cmocka_unit_test(test_numbers_are_compared_as_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
