/* SPDX-License-Identifier: MIT */
/* Reading JSON: what is refused, and with which problem; what may be written otherwise; what a salvage
 * reading makes of it; and documents that end anywhere. */
#include "support/json_text.h"

#define PRIVATE "SENTINEL"

typedef struct mistake {
    const char *from, *to; /* in the small plan */
    const char *code, *subject;
} mistake;

/* One problem each, on the line of the change; the first two words of a row are what the change is about. */
static const mistake mistakes[] = {
    /* the root */
    {"{\n", "[\n", "syntax", ""},
    {"\"format\": \"urn:libhomework:plan:1\"", "\"format\": \"urn:libhomework:plan:2\"", "version", "format"},
    {"\"format\": \"urn:libhomework:plan:1\"", "\"format\": \"urn:x\"", "namespace", "format"},
    {"\"format\": \"urn:libhomework:plan:1\"", "\"format\": 1", "namespace", "format"},
    {"\"format\": \"urn:libhomework:plan:1\",\n", "\n", "namespace", "format"},
    {"\"version\": \"0.1\"", "\"version\": 0.1", "version", "version"},
    {"\"version\": \"0.1\"", "\"version\": \"1.0\"", "version", "version"},
    {"\"version\": \"0.1\",", "", "missing-attribute", "version"},
    {"\"uid\": \"urn:uuid:5", "\"uid\": \"urn:uuid:x", "bad-uri", "uid"},
    {"\"uid\": \"urn:", "\"uid\": [], \"was\": \"urn:", "bad-uri", "uid"},
    {"\"language\": \"en\"", "\"language\": \"e\"", "bad-language", "language"},
    {"\"language\": \"en\"", "\"language\": null", "bad-language", "language"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"must-understand\": 5", "bad-uri", "must-understand"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"color\": 5", "unknown-attribute", "color"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"color\": []", "unknown-element", "color"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"a b\": 5", "unknown-element", ""},
    {"\"language\": \"en\"", "\"language\": \"en\", \"xmlns\": \"urn:x\"", "unknown-element", "xmlns"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"version\": \"0.1\"", "repeated-element", ""},
    {"\"language\": \"en\"", "\"language\": \"en\", \"aside\": {}", "kept-aside", "aside"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"aside\": []", "unexpected-text", "aside"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"section-foreign\": []", "namespace", "section-foreign"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"section-foreign\": {\"x\": []}", "namespace",
     "section-foreign"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"section-foreign\": {\"log\": [5]}", "namespace",
     "section-foreign"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"foreign\": [\"<a/>\"]", "namespace", "foreign"},
    {"\"language\": \"en\"", "\"language\": \"en\", \"foreign-attributes\": \"a='1'\"", "namespace",
     "foreign-attributes"},
    /* sections */
    {"\"excuses\": [", "\"excuses\": 5, \"were\": [", "unexpected-text", "excuses"},
    {"\"excuses\": [", "\"excuses\": [5,", "unexpected-text", "excuses"},
    {"\"log\": [", "\"log\": [[],", "unexpected-text", "log"},
    {"\"log\": [", "\"log\": [{},", "missing-attribute", "id"},
    /* attributes of records: of another kind, of a bad form */
    {"\"id\": \"suds\"", "\"id\": 5", "bad-id", "id"},
    {"\"name\": \"SENTINEL K.\"", "\"name\": true", "bad-text", "name"},
    {"\"name\": \"SENTINEL K.\"", "\"name\": \"a\\nb\"", "bad-text", "name"},
    {"\"name\": \"SENTINEL K.\"", "\"name\": \"\\u0001\"", "bad-text", "name"},
    {"\"name\": \"SENTINEL K.\"", "\"name\": \"\\uffff\"", "bad-text", "name"},
    {"\"name\": \"SENTINEL K.\"", "\"name\": {\"de\": \"SENTINEL\"}", "bad-text", "name"},
    {"\"language\": \"de\"", "\"language\": [\"de\"]", "bad-language", "language"},
    {"\"kind\": \"rating\"", "\"kind\": 0", "bad-word", "kind"},
    {"\"min\": 0", "\"min\": \"0\"", "bad-number", "min"},
    {"\"min\": 0", "\"min\": 1e2", "bad-number", "min"},
    {"\"min\": 0", "\"min\": 0.1234567890123456", "bad-number", "min"},
    {"\"min\": 0", "\"min\": 1234567890123456", "bad-number", "min"},
    {"\"min\": 0", "\"min\": null", "bad-number", "min"},
    {"\"whole\": true", "\"whole\": \"true\"", "bad-word", "whole"},
    {"\"whole\": true", "\"whole\": 1", "bad-word", "whole"},
    {"\"position\": 1", "\"position\": 1.0", "bad-number", "position"},
    {"\"position\": 1", "\"position\": -1", "out-of-range", "position"},
    {"\"position\": 1", "\"position\": 9223372036854775807", "out-of-range", "position"},
    {"\"minutes\": 10", "\"minutes\": \"10\"", "bad-number", "minutes"},
    {"\"goals\": [\"talk\"]", "\"goals\": \"talk\"", "bad-id", "goals"},
    {"\"goals\": [\"talk\"]", "\"goals\": []", "bad-id", "goals"},
    {"\"goals\": [\"talk\"]", "\"goals\": [\"talk talk\"]", "bad-id", "goals"},
    {"\"goals\": [\"talk\"]", "\"goals\": [\"\"]", "bad-id", "goals"},
    {"\"goals\": [\"talk\"]", "\"goals\": [5]", "bad-id", "goals"},
    {"\"goals\": [\"talk\"]", "\"goals\": [\"talk\", \"talk\"]", "contradiction", "goals"},
    {"\"times\": [\"08:00:00\"", "\"times\": [\"8:00\"", "bad-clock", "times"},
    {"\"except\": [\"2025-03-05\"]", "\"except\": [20250305]", "bad-date", "except"},
    {"\"opens\": \"-PT1H\"", "\"opens\": -3600", "bad-duration", "opens"},
    {"\"rule\": \"FREQ=WEEKLY", "\"rule\": \"FREQ=YEARLY", "bad-rule", "rule"},
    {"\"recorded\": \"2025-03-04T20:00:00+01:00\"", "\"recorded\": 1741114800", "bad-moment", "recorded"},
    {"\"position\": 1", "\"color\": 1", "unknown-attribute", "color"},
    {"\"position\": 1", "\"color\": [1]", "unknown-element", "color"},
    {"\"position\": 1", "\"XML\": 1", "unknown-element", "XML"},
    /* texts */
    {"\"title\": \"SENTINEL step\"", "\"title\": 5", "bad-text", "title"},
    {"\"title\": \"SENTINEL step\"", "\"title\": {}", "bad-text", "title"},
    {"\"title\": \"SENTINEL step\"", "\"title\": [\"SENTINEL\"]", "bad-text", "title"},
    {"\"title\": \"SENTINEL step\"", "\"title\": \"\"", "bad-text", "title"},
    {"\"title\": \"SENTINEL step\"", "\"title\": {\"\": \"a\", \"de\": 5}", "bad-text", "title"},
    {"\"title\": \"SENTINEL step\"", "\"title\": {\"\": \"a\", \"e\": \"b\"}", "bad-language", "language"},
    {"\"title\": \"SENTINEL step\"", "\"title\": {\"de\": \"a\", \"DE\": \"b\"}", "repeated-element",
     "title"},
    {", \"title\": \"SENTINEL step\"", "", "missing-element", "title"},
    /* parts */
    {"\"schedule\": {", "\"schedule\": [{", "syntax", ""},
    {"\"window\": {\"opens\": \"-PT1H\", \"closes\": \"PT3H\", \"grace\": \"P1D\", \"late\": \"ok\"}",
     "\"window\": true", "unexpected-text", "window"},
    {"\"reminder\": [", "\"reminder\": [5, ", "unexpected-text", "reminder"},
    {"\"track\": [{\"measure\": \"suds\", \"phase\": \"before\"}]", "\"track\": {\"measure\": \"suds\"}",
     "unexpected-text", "track"},
    {"\"phase\": \"before\"}]}\n", "\"phase\": \"before\", \"x\": {}}]}\n", "unknown-element", "x"},
    {"\"score\": 0", "\"score\": \"0\"", "bad-number", "score"},
    {"\"text\": \"SENTINEL weekly\"", "\"text\": 5", "bad-text", "level"},
    {", \"text\": \"SENTINEL weekly\"", "", "bad-text", "level"},
    {"\"text\": \"SENTINEL weekly\"", "\"text\": {\"de\": \"a\", \"fr\": \"b\"}", "bad-text", "level"},
    {"\"text\": \"SENTINEL weekly\"", "\"text\": {\"e\": \"a\"}", "bad-language", "language"},
    /* entries */
    {"\"percent\": 50", "\"percent\": \"50\"", "bad-number", "percent"},
    {"\"values\": [", "\"values\": 5, \"were\": [", "unexpected-text", "values"},
    {"\"values\": [", "\"values\": [5, ", "unexpected-text", "values"},
    {"\"values\": [", "\"values\": [{\"field\": \"a\"}, ", "unknown-element", "values"},
    {"{\"value\": 70,", "{\"value\": \"70\",", "bad-number", "value"},
    {"{\"value\": 70,", "{\"value\": [70],", "bad-number", "value"},
    {"{\"value\": 70,", "{\"value\": 70, \"answer\": \"a\",", "unknown-attribute", "answer"},
    {"{\"value\": 70,", "{\"value\": 70, \"lang\": \"de\",", "unknown-attribute", "lang"},
    {"{\"answer\": \"SENTINEL home\"", "{\"answer\": 5", "bad-text", "answer"},
    {"{\"barrier\": \"SENTINEL late\"", "{\"barrier\": 5", "bad-text", "barrier"},
    {"{\"barrier\": \"SENTINEL late\"", "{\"barrier\": \"\\u0007\"", "bad-text", "barrier"},
    {"{\"note\": \"SENTINEL wie\"", "{\"note\": null", "bad-text", "note"},
    {"\"lang\": \"de\"", "\"lang\": 5", "bad-language", "language"},
    {"\"group\": 1", "\"group\": \"1\"", "bad-number", "group"},
    {"\"extent\": \"done\"", "\"extent\": \"done\", \"voids\": \"e-1\"", "contradiction", "voids"},
    /* JSON itself */
    {"\"percent\": 50", "\"percent\": 1e400", "bad-number", ""},
    {"\"percent\": 50", "\"percent\": 123456789012345678901234567890", "bad-number", ""},
    {"\"percent\": 50", "\"percent\": 050", "syntax", ""},
    {"\"percent\": 50", "\"percent\": +50", "syntax", ""},
    {"\"percent\": 50", "\"percent\": NaN", "syntax", ""},
    {"\"percent\": 50", "percent: 50", "syntax", ""},
    {"\"percent\": 50", "'percent': 50", "syntax", ""},
    {"\"percent\": 50", "\"percent\": 50,", "syntax", ""},
    {"\"percent\": 50", "\"percent\": 50 /* half */", "syntax", ""},
    {"\"percent\": 50", "\"percent\": 50, \"percent\": 50", "repeated-element", ""},
    {"\"SENTINEL home\"", "\"\\u0000\"", "bad-text", ""},
    {"\"SENTINEL home\"", "\"\\ud800\"", "syntax", ""},
    {"\"SENTINEL home\"", "\"\\udc00\\ud800\"", "syntax", ""},
    {"\"SENTINEL home\"", "\"\\x41\"", "syntax", ""},
    {"\"SENTINEL home\"", "\"a\tb\"", "syntax", ""},
    {"\"answer\": \"SENTINEL home\"", "\"\\u0000\": 1, \"answer\": \"a\"", "bad-text", ""},
};

/* Where the first difference is. */
static int32_t line_of(const char *text, const char *from)
{
    int32_t line = 1;
    for (const char *at = text; at < strstr(text, from); at++)
        line += *at == '\n';
    return line;
}

static bool is_on(const hw_problems *problems, size_t i, const mistake *m, int32_t line)
{
    bool is_root = line <= 3 && hw_problems_line_at(problems, i) == 1; /* facts of the root are its own */
    return strcmp(hw_problem_code_name(hw_problems_code_at(problems, i)), m->code) == 0 &&
           strcmp(hw_problems_subject_at(problems, i), m->subject) == 0 &&
           (is_root || hw_problems_line_at(problems, i) == line ||
            hw_problems_line_at(problems, i) == line + 1);
}

static void every_mistake_is_named(void **state)
{
    (void)state;
    char *small = small_json();
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const mistake *m = &mistakes[i];
        hw_error err;
        hw_problems *problems = hw_problems_new(NULL);
        char *text = edit(small, m->from, m->to);
        int32_t line = line_of(small, m->from);
        bool is_named = false;
        hw_plan *plan = read_json(text, strlen(text), false, problems, &err);
        assert_null(plan);
        assert_int_not_equal(err.status, HW_OK);
        for (size_t k = 0; k < hw_problems_count(problems); k++) {
            is_named = is_named || is_on(problems, k, m, line);
            if (strstr(hw_problems_message_at(problems, k), PRIVATE))
                fail_msg("%s: private text in a message", m->to);
        }
        if (!is_named)
            fail_msg("%s: no %s '%s' on line %d, but %s '%s' on line %d: %s", m->to, m->code, m->subject,
                     line, hw_problem_code_name(hw_problems_code_at(problems, 0)),
                     hw_problems_subject_at(problems, 0), hw_problems_line_at(problems, 0),
                     hw_problems_message_at(problems, 0));
        hw_problems_free(problems);
        free(text);
    }
    hw_string_free(small);
}

static void assert_reads_the_same(const char *json, const char *xml)
{
    hw_error err;
    hw_plan *plan = read_json(json, strlen(json), true, NULL, &err);
    if (!plan)
        fail_msg("line %d: %s", err.line, err.message);
    char *json_again = hw_plan_to_json(plan, NULL, NULL), *xml_again = hw_plan_to_xml(plan, NULL, NULL);
    assert_string_equal(json_again, json);
    assert_string_equal(xml_again, xml);
    hw_string_free(json_again);
    hw_string_free(xml_again);
    hw_plan_free(plan);
}

/* Whatever a salvage reading takes can be written in both forms, and read again with nothing changed. */
static void salvage_keeps_everything(void **state)
{
    (void)state;
    size_t salvaged = 0, aside = 0;
    char *small = small_json();
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        hw_error err;
        char *text = edit(small, mistakes[i].from, mistakes[i].to);
        hw_plan *plan = read_json(text, strlen(text), true, NULL, &err);
        free(text);
        if (!plan)
            continue;
        char *json = hw_plan_to_json(plan, NULL, NULL), *xml = hw_plan_to_xml(plan, NULL, NULL);
        assert_reads_the_same(json, xml);
        hw_plan *from_xml = read_plan(xml, true, NULL, &err);
        if (!from_xml)
            fail_msg("%s: the XML cannot be read: line %d: %s\n%s", mistakes[i].to, err.line, err.message,
                     xml);
        char *xml_again = hw_plan_to_xml(from_xml, NULL, NULL),
             *json_again = hw_plan_to_json(from_xml, NULL, NULL);
        if (strcmp(xml_again, xml) != 0 || strcmp(json_again, json) != 0)
            fail_msg("%s: not the same through XML:\n%s\n%s", mistakes[i].to, strstr(xml, "<assignments"),
                     strstr(xml_again, "<assignments"));
        salvaged++;
        aside += hw_plan_aside_count(plan);
        hw_string_free(json);
        hw_string_free(xml);
        hw_string_free(json_again);
        hw_string_free(xml_again);
        hw_plan_free(from_xml);
        hw_plan_free(plan);
    }
    assert_true(salvaged > 40 && aside > salvaged);
    hw_string_free(small);
}

/* What a newer version adds is left out with a notice, once for each name. */
static void newer_documents_can_be_read(void **state)
{
    (void)state;
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    char *small = small_json();
    char *newer = edit(small, "\"version\": \"0.1\"",
                       "\"version\": \"0.9\", \"skills\": [], \"color\": {\"a\": [1e99]}");
    char *text =
        edit(newer, "\"position\": 1", "\"position\": 1, \"color\": 5, \"shade\": [], \"a b\": null");
    hw_plan *plan = read_json(text, strlen(text), false, problems, &err);
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        if (hw_problems_severity_at(problems, i) == HW_SEVERITY_ERROR &&
            hw_problems_code_at(problems, i) !=
                HW_PROBLEM_MISSING_ELEMENT) /* of sections that are new since */
            fail_msg("line %d: %s: %s", hw_problems_line_at(problems, i), hw_problems_subject_at(problems, i),
                     hw_problems_message_at(problems, i));
    }
    assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_NEWER_VERSION);
    hw_plan_free(plan);
    hw_problems_free(problems);
    free(text);
    free(newer);
    hw_string_free(small);
}

static void rewrites_to(const char *text, const char *wanted)
{
    hw_error err;
    hw_plan *plan = read_json(text, strlen(text), false, NULL, &err);
    if (!plan)
        fail_msg("line %d: %s: %s\n%s", err.line, err.subject, err.message, text);
    char *written = hw_plan_to_json(plan, NULL, NULL);
    assert_string_equal(written, wanted);
    hw_string_free(written);
    hw_plan_free(plan);
}

static void members_may_be_written_otherwise(void **state)
{
    static const struct {
        const char *from, *to;
    } liberties[] = {
        {"{\n", "\xEF\xBB\xBF \t\r\n{"},
        {"{\"score\": -2, \"text\": \"SENTINEL never\"}",
         "{\"text\":{\"\":\"SENTINEL never\"},\"score\":-2}"},
        {"\"title\": \"SENTINEL step\"", "\"title\": {\"\": \"SENTINEL st\\u0065p\"}"},
        {"\"min\": 0", "\"min\": -0.00"},
        {"\"min\": 0", "\"min\": -0"},
        {"\"weight\": 1.5", "\"weight\": 1.500"},
        {"\"by\": \"mk\", \"role\": \"client\"", "\"role\": \"client\", \"by\": \"\\u006dk\""},
        {"\"due\": \"2025-03-03T19:00:00\"", "\"due\": \"2025-03-03T19:00\""},
        {"\"times\": [\"08:00:00\", \"19:00:00\"]", "\"times\": [\"19:00\", \"08:00\"]"},
        {"\"extent\": \"done\"", "\"extent\": \"done\", \"values\": []"},
        {"\"phase\": \"before\"}]}", "\"phase\": \"before\"}], \"foreign\": []}"},
        {"\"language\": \"en\"", "\"language\": \"en\", \"section-foreign\": {}"},
    };
    (void)state;
    char *small = small_json();
    rewrites_to(small, small);
    for (size_t i = 0; i < sizeof liberties / sizeof *liberties; i++) {
        char *text = edit(small, liberties[i].from, liberties[i].to);
        rewrites_to(text, small);
        free(text);
    }
    hw_string_free(small);
}

static void documents_may_end_anywhere(void **state)
{
    (void)state;
    char *small = small_json();
    size_t size = strlen(small);
    for (size_t cut = 0; cut < size - 1; cut++) {
        for (int salvage = 0; salvage < 2; salvage++) {
            hw_error err;
            hw_problems *problems = hw_problems_new(NULL);
            char *text = malloc(cut + 1); /* so that a byte too far is seen */
            assert_non_null(text);
            memcpy(text, small, cut);
            assert_null(read_json(text, cut, salvage, problems, &err));
            assert_int_equal(err.status, HW_ERR_INVALID);
            assert_int_equal(hw_problems_count(problems), 1);
            assert_int_equal(hw_problems_code_at(problems, 0), cut ? HW_PROBLEM_TRUNCATED : HW_PROBLEM_EMPTY);
            free(text);
            hw_problems_free(problems);
        }
    }
    rewrites_to(small, small);
    hw_string_free(small);
}

static void arguments_are_checked(void **state)
{
    hw_error err;
    (void)state;
    assert_null(hw_plan_from_json(NULL, 0, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_to_json(NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_write_json(NULL, NULL, NULL, &err), HW_ERR_ARGUMENT);
    char *small = small_json();
    hw_plan *plan = read_json(small, strlen(small), false, NULL, NULL);
    assert_int_equal(hw_plan_write_json(plan, NULL, NULL, &err), HW_ERR_ARGUMENT);
    hw_plan_free(plan);
    hw_string_free(small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mistake_is_named),      cmocka_unit_test(salvage_keeps_everything),
        cmocka_unit_test(newer_documents_can_be_read), cmocka_unit_test(members_may_be_written_otherwise),
        cmocka_unit_test(documents_may_end_anywhere),  cmocka_unit_test(arguments_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
