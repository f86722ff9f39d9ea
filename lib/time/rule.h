/* SPDX-License-Identifier: MIT */
/* Recurrence (RFC 5545 section 3.3.10, the part that homework needs): FREQ=DAILY, WEEKLY, MONTHLY with INTERVAL, COUNT,
 * BYDAY (with ordinals in MONTHLY), BYMONTHDAY (negative too), WKST. Day arithmetic over bit masks, always from the
 * anchor, never from the previous occurrence, so that any window costs the same however far it is. */
#ifndef HW_TIME_RULE_H
#define HW_TIME_RULE_H

#include "time/civil.h"

typedef struct hw__rule {
    uint8_t freq;           /* 0 daily, 1 weekly, 2 monthly */
    uint8_t week_start;     /* 0 = Monday */
    uint8_t weekdays;       /* bit 0 = Monday; plain BYDAY */
    uint8_t has_monthdays;
    uint32_t interval;      /* 1-9999 */
    uint32_t count;         /* 0 = none; at most 100,000 */
    uint64_t ordinals;      /* BYDAY with ordinals: 10 bits a weekday would not fit; see rule.c */
    uint32_t monthdays;     /* bit 0 = the 1st */
    uint32_t last_monthdays; /* bit 0 = the last day, -1 */
    int32_t start;          /* day number of the anchor; a bound, an occurrence only if it matches */
    int32_t last;           /* last day that may match, from `until` and COUNT; HW__DAY_MAX if none */
} hw__rule;

/* Reads the text of a rule. HW_ERR_SYNTAX (malformed), HW_ERR_UNSUPPORTED (a part that is not supported, named; UNTIL
 * too), HW_ERR_RANGE (a value out of range). `rule->start` and `->last` are not yet set. Order and case as in RFC 5545
 * (upper case; each part once; FREQ anywhere). */
hw_status hw__rule_parse(const char *text, size_t size, hw__rule *rule, hw_error *err);
/* Binds a parsed rule to its start day and optional last day (HW__NO_DAY = none). COUNT becomes a last day: it counts
 * matches from start on. HW_ERR_RANGE when no day can ever match, or the bound leaves none. WEEKLY without BYDAY takes the weekday of start, MONTHLY without
 * BYDAY and BYMONTHDAY its day of the month. */
hw_status hw__rule_bind(hw__rule *rule, int32_t start, int32_t until, hw_error *err);
/* The first match at or after `day`; HW__NO_DAY if none. A seek: the cost does not depend on the distance. */
int32_t hw__rule_next(const hw__rule *rule, int32_t day);
/* All matches in [from, to], ascending, at most `most`; returns their number. */
size_t hw__rule_days(const hw__rule *rule, int32_t from, int32_t to, int32_t *out, size_t most);
/* The canonical text: FREQ, INTERVAL (if not 1), BYMONTHDAY, BYDAY, COUNT, WKST (if not MO); lists in ascending order.
 * The defaults that binding filled in are not written. */
void hw__put_rule(hw__buffer *buffer, const hw__rule *rule);

#endif
