/* SPDX-License-Identifier: MIT */
/* The draft of a field. It borrows the life of a draft record: its arena, its first error, its end. */
#ifndef HW_MODEL_FIELD_H
#define HW_MODEL_FIELD_H

#include "homework/form.h"
#include "model/records.h"

struct hw_field {
    hw_revision head; /* its id is the field's name */
    hw__field content;
};

/* A draft with a name that has been checked, and the defaults. */
hw_field *hw__field_blank(const char *name, hw_error *err);

#endif
