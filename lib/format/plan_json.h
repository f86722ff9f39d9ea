/* SPDX-License-Identifier: MIT */
/* What reader and writer of plans as JSON agree on beside the shapes of records: the members that have no
 * attribute or element of the same name in XML. */
#ifndef HW_FORMAT_PLAN_JSON_H
#define HW_FORMAT_PLAN_JSON_H

#include "base/buffer.h"
#include "model/log_store.h"
#include "model/record.h"

#define HW__JSON_FORMAT "format"                         /* of the root: the namespace */
#define HW__JSON_LANGUAGE "language"                     /* of the root: its xml:lang */
#define HW__JSON_FOREIGN "foreign"                       /* elements of other namespaces, each a text */
#define HW__JSON_FOREIGN_ATTRIBUTES "foreign-attributes" /* one text */
#define HW__JSON_SECTION_FOREIGN "section-foreign"       /* of the root: elements, by section */
#define HW__JSON_ASIDE "aside"                           /* of the root: elements kept aside, by section */
#define HW__JSON_TEXT "text"                             /* of a part: the text of its element */
#define HW__JSON_VALUES "values"                         /* of an entry: what its element holds */
#define HW__JSON_LANG "lang"                             /* of a note: its xml:lang */
#define HW__JSON_OWN ""                                  /* among texts by language: the plan's own */

/* How the value of an attribute is written. */
typedef enum hw__json_form {
    HW__FORM_STRING,
    HW__FORM_NUMBER,
    HW__FORM_BOOL,
    HW__FORM_LIST /* an array of strings */
} hw__json_form;

hw__json_form hw__json_form_of(hw__type type);

/* Writing: `"name": `, with a comma before it unless it is the first. */
void hw__put_member(hw__buffer *out, const char *name, bool *is_first);
/* The members for content of other namespaces. */
void hw__put_json_foreign(hw__buffer *out, const hw__foreign *foreign, bool *is_first);
/* Texts of elements, as an array of texts. */
void hw__put_json_elements(hw__buffer *out, const char *elements);
/* A revision of anything, and an entry of the log, each an object on one line. */
void hw__put_json_record(hw__buffer *out, const hw_revision *record);
void hw__put_json_entry(hw__buffer *out, const hw__log_store *log, uint32_t index);

#endif
