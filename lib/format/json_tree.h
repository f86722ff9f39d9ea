/* SPDX-License-Identifier: MIT */
/* A JSON document that has been parsed, seen without its parser: values with their kinds, texts and
 * places. */
#ifndef HW_FORMAT_JSON_TREE_H
#define HW_FORMAT_JSON_TREE_H

#include "format/json_guard.h"
#include "homework/problems.h"

typedef enum hw__json_kind {
    HW__JSON_OBJECT,
    HW__JSON_ARRAY,
    HW__JSON_STRING,
    HW__JSON_NUMBER,
    HW__JSON_BOOL,
    HW__JSON_NULL
} hw__json_kind;

typedef struct hw__json_tree {
    const char *data;
    hw__json_map map;
    void *root; /* NULL = not parsed */
} hw__json_tree;

typedef struct hw__json_value {
    void *node;
    uint32_t index; /* in the map */
} hw__json_value;

/* Where the parser stopped, and why. */
typedef struct hw__json_fault {
    hw_problem_code code; /* HW_PROBLEM_CODE_COUNT = memory ran out */
    uint32_t place;
    const char *message;
} hw__json_fault;

/* Going through the members of an object or the items of an array; `rest` is the parser's. */
typedef struct hw__json_walk {
    void *node, *rest;
    size_t item;
    uint32_t index;
} hw__json_walk;

/* Parses a text that has passed the guard, with its map. No member stands twice in an object. */
bool hw__json_parse(hw__json_tree *tree, size_t size, hw__json_fault *fault);
void hw__json_free(hw__json_tree *tree);

hw__json_kind hw__json_kind_of(hw__json_value value);
const char *hw__json_string(hw__json_value value, size_t *size); /* of a string; without a NUL inside */
static inline const hw__json_place *hw__json_place_of(const hw__json_tree *tree, hw__json_value value)
{
    return &tree->map.items[value.index];
}

hw__json_walk hw__json_start(hw__json_value value); /* of an object or array */
bool hw__json_next_member(const hw__json_tree *tree, hw__json_walk *walk, const char **name,
                          hw__json_value *value);
bool hw__json_next_item(const hw__json_tree *tree, hw__json_walk *walk, hw__json_value *value);

#endif
