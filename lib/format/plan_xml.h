/* SPDX-License-Identifier: MIT */
/* What reader and writer of plan documents agree on beside the shapes of records. */
#ifndef HW_FORMAT_PLAN_XML_H
#define HW_FORMAT_PLAN_XML_H

#include "base/buffer.h"
#include "model/log_store.h"
#include "model/record.h"

#define HW__XML_NAMESPACE "urn:libhomework:plan:1"
#define HW__XML_VERSION "0.2" /* the newest that is read and written */

/* Whether a document of the plan can be written at all: HW_OK, HW_ERR_ARGUMENT, HW_ERR_READ_ONLY. */
hw_status hw__plan_may_be_written(const hw_plan *plan, hw_error *err);

/* Pieces of elements; a `depth` is two blanks. */
void hw__put_indent(hw__buffer *out, int depth);
void hw__put_open(hw__buffer *out, const char *name, int depth);         /* `<name`, and no more */
void hw__put_close(hw__buffer *out, const char *name, int depth);        /* `</name>` on a line */
void hw__put_language(hw__buffer *out, const char *language);            /* ` xml:lang="de"`; NULL: nothing */
void hw__put_elements(hw__buffer *out, const char *elements, int depth); /* of other namespaces, one a line */
/* What a field holds, as the value of an attribute. */
void hw__put_field(hw__buffer *out, const hw__attribute *attribute, const void *field);
/* Writes a revision of anything. */
void hw__put_record(hw__buffer *out, const hw_revision *record, int depth);
/* Writes an entry of the log as one line, two blanks in for each of `depth`. */
void hw__put_entry(hw__buffer *out, const hw__log_store *log, uint32_t index, int depth);
/* Writes a plan that is not valid by itself as a sidecar of changes. */
void hw__put_changes(hw__buffer *out, const hw_plan *part);

#endif
