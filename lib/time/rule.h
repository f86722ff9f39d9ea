/* SPDX-License-Identifier: MIT */
/* Recurrence (RFC 5545 section 3.3.10, the part that homework needs): FREQ=DAILY, WEEKLY, MONTHLY with
 * INTERVAL, COUNT, BYDAY (with ordinals in MONTHLY), BYMONTHDAY (negative too; not in WEEKLY, as in the
 * RFC), WKST. Day arithmetic over bit masks, always from the start, never from the previous occurrence, so
 * that any window costs the same however far it is. Different from the RFC: the start is a bound, an
 * occurrence only if it matches, and COUNT counts matches. */
#ifndef HW_TIME_RULE_H
#define HW_TIME_RULE_H

#include "time/civil.h"

typedef enum hw__frequency {
    HW__DAILY = 0,
    HW__WEEKLY,
    HW__MONTHLY
} hw__frequency;

/* Weekday masks: bit 0 = Monday. Week grids: five rows of seven days, bit 7 * row + weekday. */
typedef struct hw__rule {
    /* What the text says. */
    uint8_t freq;            /* a hw__frequency */
    uint8_t week_start;      /* 0 = Monday */
    uint8_t weekdays;        /* BYDAY without ordinals */
    uint16_t interval;       /* 1-9999 */
    uint32_t count;          /* 0 = none; at most 100,000 */
    uint32_t monthdays;      /* BYMONTHDAY: bit 0 = the 1st */
    uint32_t last_monthdays; /* negative BYMONTHDAY: bit 31 = the last day, bit 1 = -31 */
    uint64_t ordinals;       /* BYDAY with ordinals, a grid: row 0 = the first of its kind */
    uint64_t last_ordinals;  /* negative ones, a grid: row 4 = the last of its kind */
    /* What binding makes of it. Days are numbers as in civil.h. */
    uint8_t turn_mask;  /* matches among the seven places of a turn; 0 = goes by months instead */
    uint16_t turn_unit; /* days between two places */
    int32_t turn_size;  /* days in a turn */
    int32_t turn_start; /* the first day of the first turn */
    int32_t month;      /* the month of `start`: 12 * year + month - 1 */
    uint32_t stride;    /* DAILY by months: every interval-th bit, from bit 0 */
    uint32_t days;      /* `monthdays`, or the day that stands in for it, or all */
    uint64_t grid;      /* `ordinals` and `weekdays` together, or all */
    int32_t start;      /* nothing matches before */
    int32_t last;       /* nor after: from the last day and COUNT; else HW__DAY_MAX */
} hw__rule;

/* Reads the text of a rule. HW_ERR_SYNTAX (malformed), HW_ERR_UNSUPPORTED (a part or a combination that is
 * not supported, named; UNTIL too), HW_ERR_RANGE (a value out of range), HW_ERR_LIMIT (longer than
 * HW__MAX_RULE_BYTES). Upper case, each part once, in any order; list items may repeat. `rule` is
 * untouched on failure, and not yet bound. */
hw_status hw__rule_parse(const char *text, size_t size, hw__rule *rule, hw_error *err);
/* Binds a parsed rule to its first day and optional last day (HW__NO_DAY = none); it may be bound again.
 * COUNT becomes a last day. WEEKLY without BYDAY takes the weekday of `start`, MONTHLY without BYDAY and
 * BYMONTHDAY its day of the month. HW_ERR_RANGE, and `rule` untouched, when no day up to the year 9999 can
 * match, or none up to the last day. */
hw_status hw__rule_bind(hw__rule *rule, int32_t start, int32_t until, hw_error *err);
/* The first match at or after `day`; HW__NO_DAY if none. A seek: the cost does not depend on the distance. */
int32_t hw__rule_next(const hw__rule *rule, int32_t day);
/* All matches in [from, to], ascending, at most `most`; returns their number. */
size_t hw__rule_days(const hw__rule *rule, int32_t from, int32_t to, int32_t *out, size_t most);
/* The canonical text, never longer than the text that was read: FREQ, INTERVAL (if not 1), BYMONTHDAY (1
 * to 31, then -31 to -1), BYDAY (plain, then 1 to 5, then -5 to -1), COUNT, WKST (if not MO). What binding
 * filled in is not written. */
void hw__put_rule(hw__buffer *buffer, const hw__rule *rule);

#endif
