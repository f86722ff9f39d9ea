/* SPDX-License-Identifier: MIT */
/* The XML parser alone: what reading a document costs before anything is made of it. */
#ifndef BARE_PARSE_H
#define BARE_PARSE_H

#include <stddef.h>

#include "plan_text.h"

/* A bench_job: xmlSAXUserParseMemory with empty callbacks. The context is a plan_text. */
void bare_parse(void *text);

/* How many elements it sees. */
size_t bare_parse_elements(const plan_text *text);

#endif
