/* SPDX-License-Identifier: MIT */
/* A rule in canonical text, the caller's to free. */
#ifndef HW_TESTS_RULE_TEXT_H
#define HW_TESTS_RULE_TEXT_H

#include "support/cmocka_all.h"
#include "time/rule.h"

static inline char *rule_text(const hw__rule *rule)
{
    hw__buffer buffer;
    hw__buffer_init(&buffer, 4096);
    hw__put_rule(&buffer, rule);
    char *text = hw__buffer_take(&buffer, NULL, NULL);
    assert_non_null(text);
    return text;
}

#endif
