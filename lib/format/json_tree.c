/* SPDX-License-Identifier: MIT */
/* The one place that knows jansson. Objects keep the order of their members, so the values of the tree come
 * in the order of the guard's map, and each has its place. */
#include "format/json_tree.h"

#include <string.h>

#include <jansson.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* What a parser's error is to us. Its own messages quote the document, so they go nowhere. */
static void explain(const json_error_t *error, bool is_at_end, hw__json_fault *fault)
{
    fault->code = HW_PROBLEM_SYNTAX;
    fault->message = "the document is not JSON";
    switch (json_error_code(error)) {
    case json_error_unknown: /* what it says when memory ran out */
    case json_error_out_of_memory:
        fault->code = HW_PROBLEM_CODE_COUNT;
        break;
    case json_error_premature_end_of_input:
        fault->code = HW_PROBLEM_TRUNCATED;
        fault->message = "the document ends before it is complete";
        break;
    case json_error_end_of_input_expected:
        fault->message = "something follows the end of the document";
        break;
    case json_error_duplicate_key:
        fault->code = HW_PROBLEM_REPEATED_ELEMENT;
        fault->message = "a member stands twice in one object";
        break;
    case json_error_numeric_overflow:
        fault->code = HW_PROBLEM_BAD_NUMBER;
        fault->message = "a number is larger than any that is read";
        break;
    case json_error_null_character:
    case json_error_null_byte_in_key:
        fault->code = HW_PROBLEM_BAD_TEXT;
        fault->message = "a text has a NUL character";
        break;
    default:
        break;
    }
    if (fault->code == HW_PROBLEM_SYNTAX && is_at_end) { /* within a word or a number */
        fault->code = HW_PROBLEM_TRUNCATED;
        fault->message = "the document ends before it is complete";
    }
}

bool hw__json_parse(hw__json_tree *tree, size_t size, hw__json_fault *fault)
{
    json_error_t error = {0};
    size_t mark = size >= 3 && memcmp(tree->data, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;
    tree->root = json_loadb(tree->data + mark, size - mark, JSON_REJECT_DUPLICATES, &error);
    if (!tree->root) {
        explain(&error, error.position >= 0 && (size_t)error.position >= size - mark, fault);
        fault->place = (uint32_t)mark + (error.position > 0 ? (uint32_t)error.position - 1 : 0);
    }
    return tree->root != NULL;
}

void hw__json_free(hw__json_tree *tree)
{
    json_decref(tree->root);
    hw__vec_free(&tree->map);
    tree->root = NULL;
}

hw__json_kind hw__json_kind_of(hw__json_value value)
{
    switch (json_typeof((const json_t *)value.node)) {
    case JSON_OBJECT:
        return HW__JSON_OBJECT;
    case JSON_ARRAY:
        return HW__JSON_ARRAY;
    case JSON_STRING:
        return HW__JSON_STRING;
    case JSON_INTEGER:
    case JSON_REAL:
        return HW__JSON_NUMBER;
    case JSON_TRUE:
    case JSON_FALSE:
        return HW__JSON_BOOL;
    default:
        return HW__JSON_NULL;
    }
}

const char *hw__json_string(hw__json_value value, size_t *size)
{
    *size = json_string_length(value.node);
    return json_string_value(value.node);
}

hw__json_walk hw__json_start(hw__json_value value)
{
    void *rest = json_is_object((const json_t *)value.node) ? json_object_iter(value.node) : NULL;
    return (hw__json_walk){value.node, rest, 0, value.index + 1};
}

bool hw__json_next_member(const hw__json_tree *tree, hw__json_walk *walk, const char **name,
                          hw__json_value *value)
{
    if (!walk->rest) {
        return false;
    }
    *name = json_object_iter_key(walk->rest);
    *value = (hw__json_value){json_object_iter_value(walk->rest), walk->index};
    walk->rest = json_object_iter_next(walk->node, walk->rest);
    walk->index = tree->map.items[walk->index].next;
    return true;
}

bool hw__json_next_item(const hw__json_tree *tree, hw__json_walk *walk, hw__json_value *value)
{
    if (walk->item >= json_array_size(walk->node)) {
        return false;
    }
    *value = (hw__json_value){json_array_get(walk->node, walk->item++), walk->index};
    walk->index = tree->map.items[walk->index].next;
    return true;
}
