/* SPDX-License-Identifier: MIT */
/* The text of a rule, in and out. Reading is by the grammar of RFC 5545 section 3.3.10, in upper case;
 * what the grammar knows and this library does not is refused by its name. Messages never repeat the text
 * itself. */
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "time/rule.h"

#define MAX_INTERVAL 9999
#define MAX_COUNT 100000
#define NOT_A_NUMBER UINT32_MAX

typedef struct span {
    const char *text;
    size_t size;
} span;

typedef enum part {
    PART_FREQ,
    PART_INTERVAL,
    PART_COUNT,
    PART_BYDAY,
    PART_BYMONTHDAY,
    PART_WKST,
    PARTS_SUPPORTED,
    PARTS_KNOWN = 16
} part;

static const char *const part_names[PARTS_KNOWN] = {
    "FREQ",   "INTERVAL", "COUNT",    "BYDAY",     "BYMONTHDAY", "WKST",    "UNTIL",  "BYSETPOS",
    "BYHOUR", "BYMINUTE", "BYSECOND", "BYYEARDAY", "BYWEEKNO",   "BYMONTH", "RSCALE", "SKIP",
};

/* As hw__frequency, then those that are not supported. */
#define FREQUENCIES 7
static const char *const frequency_names[FREQUENCIES] = {
    "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "MINUTELY", "SECONDLY",
};
static const char weekday_names[] = "MOTUWETHFRSASU";

static bool span_is(span word, const char *name)
{
    return word.size == strlen(name) && memcmp(word.text, name, word.size) == 0;
}

static int find_name(span word, const char *const *names, int count)
{
    for (int i = 0; i < count; i++) {
        if (span_is(word, names[i])) {
            return i;
        }
    }
    return -1;
}

/* Takes the text up to `mark` off the front of `rest`, the mark too; all of it, and then no text, if there
 * is none. */
static span take_until(span *rest, char mark)
{
    const char *found = memchr(rest->text, mark, rest->size);
    span piece = {rest->text, found != NULL ? (size_t)(found - rest->text) : rest->size};
    rest->text = found != NULL ? found + 1 : NULL;
    rest->size -= piece.size + (found != NULL ? 1 : 0);
    return piece;
}

/* Digits only, at least one; stays at a million from there on. */
static uint32_t read_number(span digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.text[i] < '0' || digits.text[i] > '9') {
            return NOT_A_NUMBER;
        }
        value = value * 10 + (uint32_t)(digits.text[i] - '0');
        value = value < 1000000 ? value : 1000000;
    }
    return digits.size != 0 ? value : NOT_A_NUMBER;
}

/* Takes an optional sign off; true for a minus. */
static bool take_minus(span *item)
{
    bool minus = item->size != 0 && *item->text == '-';
    if (minus || (item->size != 0 && *item->text == '+')) {
        item->text++;
        item->size--;
    }
    return minus;
}

static int read_weekday(span name)
{
    for (int i = 0; name.size == 2 && i < 7; i++) {
        if (memcmp(weekday_names + 2 * i, name.text, 2) == 0) {
            return i;
        }
    }
    return -1;
}

static hw_status malformed(hw_error *err, part which)
{
    return hw__fail(err, HW_ERR_SYNTAX, part_names[which], "the value of %s is malformed", part_names[which]);
}

static hw_status out_of_range(hw_error *err, part which, const char *range)
{
    return hw__fail(err, HW_ERR_RANGE, part_names[which], "%s must be %s", part_names[which], range);
}

static hw_status read_frequency(span value, hw__rule *rule, hw_error *err)
{
    int found = find_name(value, frequency_names, FREQUENCIES);
    if (found < 0) {
        return malformed(err, PART_FREQ);
    }
    if (found > HW__MONTHLY) {
        return hw__fail(err, HW_ERR_UNSUPPORTED, "FREQ",
                        "FREQ=%s is not supported, only DAILY, WEEKLY and MONTHLY", frequency_names[found]);
    }
    rule->freq = (uint8_t)found;
    return HW_OK;
}

static hw_status read_interval(span value, hw__rule *rule, hw_error *err)
{
    uint32_t number = read_number(value);
    if (number == NOT_A_NUMBER) {
        return malformed(err, PART_INTERVAL);
    }
    if (number == 0 || number > MAX_INTERVAL) {
        return out_of_range(err, PART_INTERVAL, "1 to 9999");
    }
    rule->interval = (uint16_t)number;
    return HW_OK;
}

static hw_status read_count(span value, hw__rule *rule, hw_error *err)
{
    uint32_t number = read_number(value);
    if (number == NOT_A_NUMBER) {
        return malformed(err, PART_COUNT);
    }
    if (number == 0 || number > MAX_COUNT) {
        return out_of_range(err, PART_COUNT, "1 to 100000");
    }
    rule->count = number;
    return HW_OK;
}

static hw_status read_day(span item, hw__rule *rule, hw_error *err)
{
    if (item.size < 2) {
        return malformed(err, PART_BYDAY);
    }
    span name = {item.text + item.size - 2, 2};
    span ordinal = {item.text, item.size - 2};
    int weekday = read_weekday(name);
    if (weekday < 0) {
        return malformed(err, PART_BYDAY);
    }
    if (ordinal.size == 0) {
        rule->weekdays |= (uint8_t)(1u << weekday);
        return HW_OK;
    }
    bool minus = take_minus(&ordinal);
    uint32_t number = read_number(ordinal);
    if (number == NOT_A_NUMBER) {
        return malformed(err, PART_BYDAY);
    }
    if (number == 0 || number > 5) {
        return out_of_range(err, PART_BYDAY, "a weekday, with 1 to 5 or -5 to -1 before it if at all");
    }
    if (minus) {
        rule->last_ordinals |= UINT64_C(1) << (7 * (5 - number) + (uint32_t)weekday);
    } else {
        rule->ordinals |= UINT64_C(1) << (7 * (number - 1) + (uint32_t)weekday);
    }
    return HW_OK;
}

static hw_status read_monthday(span item, hw__rule *rule, hw_error *err)
{
    bool minus = take_minus(&item);
    uint32_t number = read_number(item);
    if (number == NOT_A_NUMBER) {
        return malformed(err, PART_BYMONTHDAY);
    }
    if (number == 0 || number > 31) {
        return out_of_range(err, PART_BYMONTHDAY, "1 to 31 or -31 to -1");
    }
    if (minus) {
        rule->last_monthdays |= 1u << (32 - number);
    } else {
        rule->monthdays |= 1u << (number - 1);
    }
    return HW_OK;
}

typedef hw_status (*item_reader)(span item, hw__rule *rule, hw_error *err);

static hw_status read_list(span value, hw__rule *rule, item_reader read, hw_error *err)
{
    hw_status status = HW_OK;
    while (status == HW_OK && value.text != NULL) {
        status = read(take_until(&value, ','), rule, err);
    }
    return status;
}

static hw_status read_week_start(span value, hw__rule *rule, hw_error *err)
{
    int weekday = read_weekday(value);
    if (weekday < 0) {
        return malformed(err, PART_WKST);
    }
    rule->week_start = (uint8_t)weekday;
    return HW_OK;
}

static hw_status read_value(part which, span value, hw__rule *rule, hw_error *err)
{
    switch (which) {
    case PART_FREQ:
        return read_frequency(value, rule, err);
    case PART_INTERVAL:
        return read_interval(value, rule, err);
    case PART_COUNT:
        return read_count(value, rule, err);
    case PART_BYDAY:
        return read_list(value, rule, read_day, err);
    case PART_BYMONTHDAY:
        return read_list(value, rule, read_monthday, err);
    default:
        return read_week_start(value, rule, err);
    }
}

/* What the parts must not be together. */
static hw_status check_parts(unsigned seen, const hw__rule *rule, hw_error *err)
{
    if ((seen & 1u << PART_FREQ) == 0) {
        return hw__fail(err, HW_ERR_SYNTAX, "FREQ", "a rule needs FREQ");
    }
    if (rule->freq != HW__MONTHLY && (rule->ordinals | rule->last_ordinals) != 0) {
        return hw__fail(err, HW_ERR_UNSUPPORTED, "BYDAY",
                        "BYDAY with numbers is supported only with FREQ=MONTHLY");
    }
    if (rule->freq == HW__WEEKLY && (seen & 1u << PART_BYMONTHDAY) != 0) {
        return hw__fail(err, HW_ERR_UNSUPPORTED, "BYMONTHDAY",
                        "BYMONTHDAY is not supported with FREQ=WEEKLY, where RFC 5545 forbids it");
    }
    return hw__ok(err);
}

hw_status hw__rule_parse(const char *text, size_t size, hw__rule *rule, hw_error *err)
{
    hw__rule read = {.interval = 1};
    unsigned seen = 0;
    if (size > HW__MAX_RULE_BYTES) {
        return hw__fail(err, HW_ERR_LIMIT, NULL, "a rule is longer than %u bytes", HW__MAX_RULE_BYTES);
    }
    span rest = {text, size};
    while (rest.text != NULL) {
        span value = take_until(&rest, ';');
        span name = take_until(&value, '=');
        int which = find_name(name, part_names, PARTS_KNOWN);
        if (which < 0 || value.text == NULL) {
            return hw__fail(err, HW_ERR_SYNTAX, NULL,
                            "at byte %zu of the rule there is no NAME=VALUE that RFC 5545 knows",
                            (size_t)(name.text - text) + 1);
        }
        if (which >= PARTS_SUPPORTED) {
            return hw__fail(err, HW_ERR_UNSUPPORTED, part_names[which], "%s is not supported in a rule",
                            part_names[which]);
        }
        if ((seen & 1u << which) != 0) {
            return hw__fail(err, HW_ERR_SYNTAX, part_names[which], "%s occurs twice", part_names[which]);
        }
        seen |= 1u << which;
        hw_status status = read_value((part)which, value, &read, err);
        if (status != HW_OK) {
            return status;
        }
    }
    hw_status status = check_parts(seen, &read, err);
    if (status == HW_OK) {
        *rule = read;
    }
    return status;
}

/* ---- Writing ---- */

static void put_item_start(hw__buffer *buffer, const char *name, bool *first)
{
    if (*first) {
        hw__put_text(buffer, name);
    } else {
        hw__put_char(buffer, ',');
    }
    *first = false;
}

static void put_monthdays(hw__buffer *buffer, const hw__rule *rule)
{
    bool first = true;
    for (int day = 1; day <= 31; day++) {
        if ((rule->monthdays >> (day - 1) & 1) != 0) {
            put_item_start(buffer, ";BYMONTHDAY=", &first);
            hw__put_int(buffer, day);
        }
    }
    for (int day = -31; day <= -1; day++) {
        if ((rule->last_monthdays >> (32 + day) & 1) != 0) {
            put_item_start(buffer, ";BYMONTHDAY=", &first);
            hw__put_int(buffer, day);
        }
    }
}

/* One row of BYDAY; `ordinal` 0 = without. */
static void put_weekdays(hw__buffer *buffer, uint64_t weekdays, int ordinal, bool *first)
{
    for (int day = 0; day < 7; day++) {
        if ((weekdays >> day & 1) == 0) {
            continue;
        }
        put_item_start(buffer, ";BYDAY=", first);
        if (ordinal != 0) {
            hw__put_int(buffer, ordinal);
        }
        hw__put(buffer, weekday_names + 2 * day, 2);
    }
}

void hw__put_rule(hw__buffer *buffer, const hw__rule *rule)
{
    bool first = true;
    HW__PUT_LIT(buffer, "FREQ=");
    hw__put_text(buffer, frequency_names[rule->freq]);
    if (rule->interval != 1) {
        HW__PUT_LIT(buffer, ";INTERVAL=");
        hw__put_int(buffer, rule->interval);
    }
    put_monthdays(buffer, rule);
    put_weekdays(buffer, rule->weekdays, 0, &first);
    for (int row = 0; row < 5; row++) {
        put_weekdays(buffer, rule->ordinals >> 7 * row, row + 1, &first);
    }
    for (int row = 0; row < 5; row++) {
        put_weekdays(buffer, rule->last_ordinals >> 7 * row, row - 5, &first);
    }
    if (rule->count != 0) {
        HW__PUT_LIT(buffer, ";COUNT=");
        hw__put_int(buffer, rule->count);
    }
    if (rule->week_start != 0) {
        HW__PUT_LIT(buffer, ";WKST=");
        hw__put(buffer, weekday_names + 2 * rule->week_start, 2);
    }
}
