/* SPDX-License-Identifier: MIT */
/* Setters of what an assignment or template asks for: own fields, files. */
#ifndef HOMEWORK_FIELDS_FORM_H
#define HOMEWORK_FIELDS_FORM_H

#include "nouns.h"

#define CLI_FIELD_HINT                                                                             \
    "field.NAME=\"TYPE [before|predicted|peak|during|after] [LEAST..GREATEST] [whole] [required] " \
    "[confidential] "                                                                              \
    "[unit:UNIT] [group:GROUP] [choices:A|B|C] [: TITLE]\""

hw_status cli_set_assignment_field(void *draft, const cli_value *value);

/* "ADDRESS [TYPE [BYTES [SHA256]]]", to whatever takes files. */
hw_status cli_read_attachment(const char *text,
                              hw_status (*add)(void *draft, const char *href, const char *type, int64_t size,
                                               const char *sha256),
                              void *draft);

#endif
