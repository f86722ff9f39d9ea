/* SPDX-License-Identifier: MIT */
/* The text of recurrence rules: what is refused and how, and the canonical form. */
#include <string.h>

#include "base/limits.h"
#include "support/rule_text.h"

static hw_status parse(const char *text, hw__rule *rule, hw_error *err)
{
    return hw__rule_parse(text, strlen(text), rule, err);
}

typedef struct refused_text {
    const char *text;
    hw_status status;
    const char *subject;
} refused_text;

static const refused_text refused_texts[] = {
    {"", HW_ERR_SYNTAX, ""},
    {"DAILY", HW_ERR_SYNTAX, ""},
    {"RRULE:FREQ=DAILY", HW_ERR_SYNTAX, ""},
    {"freq=DAILY", HW_ERR_SYNTAX, ""},
    {"FREQ=DAILY;", HW_ERR_SYNTAX, ""},
    {";FREQ=DAILY", HW_ERR_SYNTAX, ""},
    {"FREQ=DAILY;;COUNT=3", HW_ERR_SYNTAX, ""},
    {" FREQ=DAILY", HW_ERR_SYNTAX, ""},
    {"FREQ=DAILY;X-EVERY=3", HW_ERR_SYNTAX, ""},
    {"FREQ=DAILY;COUNT", HW_ERR_SYNTAX, ""},
    {"FREQ=DAILY\n", HW_ERR_SYNTAX, "FREQ"},
    {"FREQ", HW_ERR_SYNTAX, ""},
    {"FREQ=", HW_ERR_SYNTAX, "FREQ"},
    {"FREQ=daily", HW_ERR_SYNTAX, "FREQ"},
    {"FREQ=DAILYS", HW_ERR_SYNTAX, "FREQ"},
    {"FREQ=FORTNIGHTLY", HW_ERR_SYNTAX, "FREQ"},
    {"FREQ=DAILY=1", HW_ERR_SYNTAX, "FREQ"},
    {"FREQ=DAILY,WEEKLY", HW_ERR_SYNTAX, "FREQ"},
    {"FREQ=DAILY;FREQ=DAILY", HW_ERR_SYNTAX, "FREQ"},
    {"COUNT=3", HW_ERR_SYNTAX, "FREQ"},
    {"FREQ=YEARLY", HW_ERR_UNSUPPORTED, "FREQ"},
    {"FREQ=HOURLY", HW_ERR_UNSUPPORTED, "FREQ"},
    {"FREQ=MINUTELY", HW_ERR_UNSUPPORTED, "FREQ"},
    {"FREQ=SECONDLY", HW_ERR_UNSUPPORTED, "FREQ"},
    {"FREQ=DAILY;UNTIL=20260101", HW_ERR_UNSUPPORTED, "UNTIL"},
    {"FREQ=DAILY;BYHOUR=9", HW_ERR_UNSUPPORTED, "BYHOUR"},
    {"FREQ=DAILY;BYMINUTE=9", HW_ERR_UNSUPPORTED, "BYMINUTE"},
    {"FREQ=DAILY;BYSECOND=9", HW_ERR_UNSUPPORTED, "BYSECOND"},
    {"FREQ=DAILY;BYMONTH=2", HW_ERR_UNSUPPORTED, "BYMONTH"},
    {"FREQ=DAILY;BYYEARDAY=9", HW_ERR_UNSUPPORTED, "BYYEARDAY"},
    {"FREQ=DAILY;BYWEEKNO=9", HW_ERR_UNSUPPORTED, "BYWEEKNO"},
    {"FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1", HW_ERR_UNSUPPORTED, "BYSETPOS"},
    {"RSCALE=GREGORIAN;FREQ=MONTHLY", HW_ERR_UNSUPPORTED, "RSCALE"},
    {"FREQ=MONTHLY;SKIP=FORWARD", HW_ERR_UNSUPPORTED, "SKIP"},
    {"FREQ=DAILY;BYDAY=1MO", HW_ERR_UNSUPPORTED, "BYDAY"},
    {"BYDAY=MO,-1TU;FREQ=WEEKLY", HW_ERR_UNSUPPORTED, "BYDAY"},
    {"FREQ=WEEKLY;BYMONTHDAY=1", HW_ERR_UNSUPPORTED, "BYMONTHDAY"},
    {"BYMONTHDAY=-1;FREQ=WEEKLY", HW_ERR_UNSUPPORTED, "BYMONTHDAY"},
    {"FREQ=DAILY;INTERVAL=0", HW_ERR_RANGE, "INTERVAL"},
    {"FREQ=DAILY;INTERVAL=10000", HW_ERR_RANGE, "INTERVAL"},
    {"FREQ=DAILY;INTERVAL=18446744073709551617", HW_ERR_RANGE, "INTERVAL"},
    {"FREQ=DAILY;INTERVAL=", HW_ERR_SYNTAX, "INTERVAL"},
    {"FREQ=DAILY;INTERVAL=-1", HW_ERR_SYNTAX, "INTERVAL"},
    {"FREQ=DAILY;INTERVAL=+1", HW_ERR_SYNTAX, "INTERVAL"},
    {"FREQ=DAILY;INTERVAL=1.5", HW_ERR_SYNTAX, "INTERVAL"},
    {"FREQ=DAILY;INTERVAL=2;INTERVAL=2", HW_ERR_SYNTAX, "INTERVAL"},
    {"FREQ=DAILY;COUNT=0", HW_ERR_RANGE, "COUNT"},
    {"FREQ=DAILY;COUNT=100001", HW_ERR_RANGE, "COUNT"},
    {"FREQ=DAILY;COUNT=4294967297", HW_ERR_RANGE, "COUNT"},
    {"FREQ=DAILY;COUNT=3x", HW_ERR_SYNTAX, "COUNT"},
    {"FREQ=DAILY;COUNT=:", HW_ERR_SYNTAX, "COUNT"},
    {"FREQ=DAILY;COUNT=/", HW_ERR_SYNTAX, "COUNT"},
    {"FREQ=WEEKLY;BYDAY=", HW_ERR_SYNTAX, "BYDAY"},
    {"FREQ=WEEKLY;BYDAY=M", HW_ERR_SYNTAX, "BYDAY"},
    {"FREQ=WEEKLY;BYDAY=mo", HW_ERR_SYNTAX, "BYDAY"},
    {"FREQ=WEEKLY;BYDAY=OT", HW_ERR_SYNTAX, "BYDAY"},
    {"FREQ=WEEKLY;BYDAY=MO,", HW_ERR_SYNTAX, "BYDAY"},
    {"FREQ=WEEKLY;BYDAY=,MO", HW_ERR_SYNTAX, "BYDAY"},
    {"FREQ=WEEKLY;BYDAY=MO TU", HW_ERR_SYNTAX, "BYDAY"},
    {"FREQ=MONTHLY;BYDAY=-MO", HW_ERR_SYNTAX, "BYDAY"},
    {"FREQ=MONTHLY;BYDAY=1-MO", HW_ERR_SYNTAX, "BYDAY"},
    {"FREQ=MONTHLY;BYDAY=--1MO", HW_ERR_SYNTAX, "BYDAY"},
    {"FREQ=MONTHLY;BYDAY=0MO", HW_ERR_RANGE, "BYDAY"},
    {"FREQ=MONTHLY;BYDAY=6MO", HW_ERR_RANGE, "BYDAY"},
    {"FREQ=MONTHLY;BYDAY=-6MO", HW_ERR_RANGE, "BYDAY"},
    {"FREQ=MONTHLY;BYDAY=255SU", HW_ERR_RANGE, "BYDAY"},
    {"FREQ=MONTHLY;BYMONTHDAY=", HW_ERR_SYNTAX, "BYMONTHDAY"},
    {"FREQ=MONTHLY;BYMONTHDAY=-", HW_ERR_SYNTAX, "BYMONTHDAY"},
    {"FREQ=MONTHLY;BYMONTHDAY=1,,2", HW_ERR_SYNTAX, "BYMONTHDAY"},
    {"FREQ=MONTHLY;BYMONTHDAY=1-3", HW_ERR_SYNTAX, "BYMONTHDAY"},
    {"FREQ=MONTHLY;BYMONTHDAY=0", HW_ERR_RANGE, "BYMONTHDAY"},
    {"FREQ=MONTHLY;BYMONTHDAY=32", HW_ERR_RANGE, "BYMONTHDAY"},
    {"FREQ=MONTHLY;BYMONTHDAY=-32", HW_ERR_RANGE, "BYMONTHDAY"},
    {"FREQ=WEEKLY;WKST=", HW_ERR_SYNTAX, "WKST"},
    {"FREQ=WEEKLY;WKST=1MO", HW_ERR_SYNTAX, "WKST"},
    {"FREQ=WEEKLY;WKST=MO,TU", HW_ERR_SYNTAX, "WKST"},
};

static void test_refused_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused_texts); i++) {
        const refused_text *row = &refused_texts[i];
        hw__rule rule;
        hw__rule before;
        hw_error err;
        memset(&rule, 0x5a, sizeof rule);
        memcpy(&before, &rule, sizeof rule);
        hw_status status = parse(row->text, &rule, &err);
        if (status != row->status || err.status != (int32_t)status ||
            strcmp(err.subject, row->subject) != 0 || err.message[0] == '\0' ||
            memcmp(&rule, &before, sizeof rule) != 0) {
            fail_msg("\"%s\": %s, subject \"%s\", %s", row->text, hw_status_name(status), err.subject,
                     err.message);
        }
        assert_int_equal(parse(row->text, &rule, NULL), row->status);
    }
}

static void test_text_limits(void **state)
{
    (void)state;
    char text[HW__MAX_RULE_BYTES + 2] = "FREQ=MONTHLY;BYMONTHDAY=01";
    hw__rule rule;
    hw_error err;
    while (strlen(text) < HW__MAX_RULE_BYTES) {
        strcat(text, ",2");
    }
    assert_int_equal(strlen(text), HW__MAX_RULE_BYTES);
    assert_int_equal(parse(text, &rule, &err), HW_OK);
    strcat(text, "0");
    assert_int_equal(parse(text, &rule, &err), HW_ERR_LIMIT);
    assert_int_equal(hw__rule_parse(NULL, 0, &rule, &err), HW_ERR_SYNTAX);
    assert_int_equal(hw__rule_parse("FREQ=DAILY\0", 11, &rule, &err), HW_ERR_SYNTAX);
    assert_int_equal(hw__rule_parse("FREQ=DAILYX", 10, &rule, &err), HW_OK);
}

/* Messages may name parts, never repeat the text. */
static void test_messages_hold_no_text(void **state)
{
    (void)state;
    static const char *const texts[] = {"SENTINEL=1", "FREQ=SENTINEL", "FREQ=DAILY;BYDAY=SENTINEL",
                                        "FREQ=DAILY;COUNT=SENTINEL", "FREQ=MONTHLY;BYMONTHDAY=SENTINEL"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        hw__rule rule;
        hw_error err;
        assert_int_equal(parse(texts[i], &rule, &err), HW_ERR_SYNTAX);
        assert_null(strstr(err.message, "SENTINEL"));
        assert_null(strstr(err.subject, "SENTINEL"));
    }
}

static const char *const canonical_texts[][2] = {
    {"FREQ=DAILY", "FREQ=DAILY"},
    {"INTERVAL=1;FREQ=DAILY;WKST=MO", "FREQ=DAILY"},
    {"COUNT=007;FREQ=DAILY;INTERVAL=02", "FREQ=DAILY;INTERVAL=2;COUNT=7"},
    {"FREQ=DAILY;COUNT=100000;INTERVAL=9999", "FREQ=DAILY;INTERVAL=9999;COUNT=100000"},
    {"FREQ=WEEKLY;WKST=SU;BYDAY=SU,FR,MO,FR", "FREQ=WEEKLY;BYDAY=MO,FR,SU;WKST=SU"},
    {"FREQ=WEEKLY;COUNT=3;WKST=TU", "FREQ=WEEKLY;COUNT=3;WKST=TU"},
    {"FREQ=MONTHLY;BYMONTHDAY=-1,31,+02,1,-31,-2", "FREQ=MONTHLY;BYMONTHDAY=1,2,31,-31,-2,-1"},
    {"FREQ=MONTHLY;BYDAY=-1SU,+1MO,TU,-5MO,5SU,02WE", "FREQ=MONTHLY;BYDAY=TU,1MO,2WE,5SU,-5MO,-1SU"},
    {"BYDAY=FR;BYMONTHDAY=13;FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR"},
    {"FREQ=DAILY;BYDAY=SA;BYMONTHDAY=-3", "FREQ=DAILY;BYMONTHDAY=-3;BYDAY=SA"},
};

static void test_canonical_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(canonical_texts); i++) {
        hw__rule rule;
        hw_error err;
        assert_int_equal(parse(canonical_texts[i][0], &rule, &err), HW_OK);
        char *text = rule_text(&rule);
        assert_string_equal(text, canonical_texts[i][1]);
        hw_string_free(text);
        /* Binding fills in defaults, which are not part of the text. */
        assert_int_equal(hw__rule_bind(&rule, hw__day_from_date((hw_date){2025, 3, 3}), HW__NO_DAY, &err),
                         HW_OK);
        text = rule_text(&rule);
        assert_string_equal(text, canonical_texts[i][1]);
        hw_string_free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused_texts),
        cmocka_unit_test(test_text_limits),
        cmocka_unit_test(test_messages_hold_no_text),
        cmocka_unit_test(test_canonical_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
