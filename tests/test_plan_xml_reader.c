/* SPDX-License-Identifier: MIT */
/* Reading plan documents: what is accepted in which forms, what is kept of other namespaces, newer versions,
 * salvage, sidecar logs. What is refused is in test_invalid.c. */
#include "support/plan_text.h"

#include "homework/log.h"
#include "homework/person.h"
#include "homework/settings.h"

static void assert_becomes(const char *text, const char *canonical)
{
    char *written = rewrite(text);
    assert_string_equal(written, canonical);
    hw_string_free(written);
}

/* ---- what is the same ---- */

static void test_canonical(void **state)
{
    (void)state;
    assert_becomes(PLAIN, PLAIN);
    char *small = read_small();
    char *once = rewrite(small);
    assert_becomes(once, once);
    hw_string_free(once);
    free(small);
}

/* Pairs of what is written differently and means the same. */
static void test_forms(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
    } rows[] = {
        {DECLARATION, ""},
        {DECLARATION, "\xEF\xBB\xBF" DECLARATION},
        {DECLARATION, "<?xml version='1.0' encoding='us-ascii' standalone='yes'?><!-- a --><?b c?>"},
        {"  <goals/>\n", "<goals>\n <!-- nothing -->\n <?yet here?>\t\r\n</goals>"},
        {"role=\"therapist\"", "role\n=\t'thera&#112;ist'"},
        {"5f0c8a52", "5F0C8A52"},
        {ENTRY,
         "<entry by='mk' source='app'\r\n recorded='2025-03-04T20:00:00+01:00' visibility='shared' id='e-1'"},
        {ENTRY,
         "<q:entry xmlns:q='urn:libhomework:plan:1' by='mk' recorded='2025-03-04T20:00:00+01:00' id='e-1'"},
        {ENTRY "/>\n", "<![CDATA[ ]]>" ENTRY "></entry>&#32;"},
        {"</plan>\n", "</plan>\n<!-- the end --><?really?>"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *text = edit(PLAIN, rows[i].from, rows[i].to);
        assert_becomes(text, PLAIN);
        free(text);
    }
}

/* The parser hands text out in pieces that depend on where its buffer ends: wherever that is, nothing
 * changes. */
static void test_pieces(void **state)
{
    (void)state;
    static const char note[] =
        "><note>one &amp; two\n\xC3\xA4\xE2\x82\xAC&#x1F600; <![CDATA[<three>]]></note></entry>";
    static const char wanted[] =
        "><note>one &amp; two&#10;\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80 &lt;three&gt;</note></entry>";
    char *text = edit(PLAIN, "+01:00\" by=\"mk\"/>\n  </log>", "+01:00\" by=\"mk\"@\n  </log>");
    char *source = edit(text, "@", note), *canonical = edit(text, "@", wanted);
    for (size_t blanks = 0; blanks<8200; blanks += blanks % 4000> 200 ? 98u : 1u) {
        char *padding = calloc(1, blanks + 32);
        assert_non_null(padding);
        strcpy(padding, "<goals>");
        memset(padding + 7, ' ', blanks);
        strcpy(padding + 7 + blanks, "</goals>");
        char *padded = edit(source, "<goals/>", padding);
        assert_becomes(padded, canonical);
        free(padding);
        free(padded);
    }
    free(source);
    free(canonical);
    free(text);
}

/* Whatever is cut off, no prefix of a document is a plan, and no byte behind it is looked at. */
static void test_prefixes(void **state)
{
    (void)state;
    for (size_t size = 0; size < strlen(PLAIN) - 1; size++) {
        char *prefix = malloc(size + 1);
        hw_error err;
        assert_non_null(prefix);
        memcpy(prefix, PLAIN, size);
        prefix = realloc(prefix, size + (size == 0)); /* exactly, for a sanitizer */
        assert_non_null(prefix);
        assert_null(hw_plan_from_xml(prefix, size, NULL, NULL, &err));
        assert_int_equal(err.status, HW_ERR_INVALID);
        assert_true(err.line > 0);
        free(prefix);
    }
}

/* git's union merge may leave one line twice. */
static void test_equal_duplicates(void **state)
{
    (void)state;
    char *twice = edit(PLAIN, LOG, "  <log>\n" ENTRY "/>\n" ENTRY "/>\n  </log>\n");
    char *again = edit(twice, "  </people>",
                       "    <person id=\"mk\" revision=\"r-2\" " FACTS " role=\"therapist\"/>\n  </people>");
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *plan = read_plan(again, false, problems, NULL);
    assert_non_null(plan);
    assert_int_equal(hw_problems_count(problems), 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(hw_problems_code_at(problems, i), HW_PROBLEM_DUPLICATE_ID);
        assert_int_equal(hw_problems_severity_at(problems, i), HW_SEVERITY_NOTICE);
    }
    hw_plan_free(plan);
    hw_problems_free(problems);
    assert_becomes(again, PLAIN);
    free(twice);
    free(again);
}

/* ---- other namespaces ---- */

static void test_foreign(void **state)
{
    (void)state;
    static const char source[] = DECLARATION ROOT
        " xmlns:a=\"urn:a\" xmlns:b=\"urn:b\" b:two=\"2\" a:z=\"&lt;&quot;&#10;\" a:one=\"1\">\n" SETTINGS
        "<a:loose/>" PEOPLE REST
        "<log><a:x xmlns=\"urn:c\" b:q=\"1\" p=\"2\" a:r=\"3\"><y/>t&#10;<z xmlns=\"\"/><entry "
        "xmlns=\"urn:libhomework:plan:1\"/></a:x>\n"
        "<entry a:k=\"v\" id=\"e-1\" recorded=\"2025-03-04T20:00:00+01:00\" "
        "by=\"mk\"><a:n>1</a:n><note>n</note><b:n/>"
        "</entry></log><b:last xml:space=\"preserve\"> </b:last></plan>";
    static const char canonical[] = DECLARATION ROOT
        " xmlns:a=\"urn:a\" xmlns:b=\"urn:b\" a:one=\"1\" a:z=\"&lt;&quot;&#10;\" b:two=\"2\">\n" SETTINGS
            PEOPLE REST "  <log>\n" ENTRY " xmlns:a=\"urn:a\" a:k=\"v\"><note>n</note><a:n "
        "xmlns:a=\"urn:a\">1</a:n><b:n xmlns:b=\"urn:b\"/></entry>\n"
        "    <a:x xmlns:a=\"urn:a\" xmlns:b=\"urn:b\" p=\"2\" a:r=\"3\" b:q=\"1\"><y xmlns=\"urn:c\"/>t&#10;"
        "<z xmlns=\"\"/><entry/></a:x>\n  </log>\n"
        "  <a:loose xmlns:a=\"urn:a\"/>\n  <b:last xmlns:b=\"urn:b\" xml:space=\"preserve\"> "
        "</b:last>\n</plan>\n";
    assert_becomes(source, canonical);
    assert_becomes(canonical, canonical);
}

static void test_must_understand(void **state)
{
    (void)state;
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    char *text = edit(PLAIN, " xml:lang", " must-understand=\"urn:libhomework:plan:1  urn:other\" xml:lang");
    hw_plan *plan = read_plan(text, false, problems, &err);
    assert_non_null(plan);
    assert_true(hw_plan_is_read_only(plan));
    assert_int_equal(hw_problems_count(problems), 1);
    assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_MUST_UNDERSTAND);
    assert_int_equal(hw_problems_severity_at(problems, 0), HW_SEVERITY_WARNING);
    assert_null(hw_plan_to_xml(plan, NULL, &err));
    assert_int_equal(err.status, HW_ERR_READ_ONLY);
    assert_int_equal(hw_plan_read_log_xml(plan, "", 0, NULL, NULL, &err), HW_ERR_READ_ONLY);
    hw_plan_free(plan);
    hw_problems_free(problems);
    free(text);
    text = edit(PLAIN, " xml:lang", " must-understand=\"urn:libhomework:plan:1\" xml:lang");
    plan = read_plan(text, false, NULL, &err);
    assert_non_null(plan);
    assert_false(hw_plan_is_read_only(plan));
    hw_plan_free(plan);
    free(text);
}

static void test_newer(void **state)
{
    (void)state;
    static const char source[] =
        "<plan xmlns='urn:libhomework:plan:1' version='0.3' "
        "uid='urn:uuid:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10' new='1'>"
        "<settings new='1'><set revision='r-1' " FACTS
        " zone='Europe/Berlin' other='2'><new>x<new/></new></set>"
        "<newest/></settings>" PEOPLE NEWER_REST "<future><set/></future>"
        "<log><entry id='e-1' recorded='2025-03-04T20:00:00+01:00' by='mk' mood='3'><smell>x</smell><note "
        "new='1'>n</note></entry></log></plan>";
    static const char *const subjects[] = {"version", "new",    "other", "new",
                                           "newest",  "future", "mood",  "smell"};
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *plan = read_plan(source, false, problems, &err);
    assert_non_null(plan);
    assert_true(hw_plan_is_read_only(plan));
    /* each new name is told once; an element and an attribute may share one */
    size_t next = 0;
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        assert_int_not_equal(hw_problems_severity_at(problems, i), HW_SEVERITY_ERROR);
        while (next < COUNT_OF(subjects) &&
               strcmp(subjects[next], hw_problems_subject_at(problems, i)) != 0) {
            next++;
        }
        assert_true(next < COUNT_OF(subjects));
    }
    assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_NEWER_VERSION);
    assert_int_equal(hw_problems_count(problems), 7);
    hw_log *log = hw_plan_entries(plan, &err);
    assert_int_equal(hw_log_count(log), 1);
    assert_int_equal(hw_log_value_count(log, 0), 1);
    hw_log_unref(log);
    hw_plan_free(plan);
    hw_problems_free(problems);
}

/* ---- options and arguments ---- */

static size_t no_zone(void *user, const char *name, const unsigned char **bytes)
{
    (void)name;
    (void)bytes;
    ++*(int *)user;
    return 0;
}

static void test_zones(void **state)
{
    (void)state;
    int asked = 0;
    hw_error err;
    hw_read_options *options = hw_read_options_new(NULL);
    hw_zones *zones = hw_zones_from_reader(no_zone, &asked, NULL);
    assert_int_equal(hw_read_options_set_zones(options, zones, NULL), HW_OK);
    hw_zones_unref(zones);
    assert_null(hw_plan_from_xml(PLAIN, strlen(PLAIN), options, NULL, &err));
    assert_int_equal(err.status, HW_ERR_INVALID);
    assert_true(asked > 0);
    hw_read_options_free(options);
}

static void test_limits(void **state)
{
    (void)state;
    static const struct {
        hw_limit limit;
        size_t good, bad;
    } rows[] = {
        {HW_LIMIT_BYTES, sizeof PLAIN - 1, sizeof PLAIN - 2},
        {HW_LIMIT_ENTRIES, 1, 0},
        {HW_LIMIT_ELEMENTS, 15, 14},
        {HW_LIMIT_DEPTH, 3, 2},
        {HW_LIMIT_ATTRIBUTES, 6, 5},
        {HW_LIMIT_TAG_BYTES, 200, 100},
    };
    hw_error err;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_read_options *options = hw_read_options_new(NULL);
        assert_int_equal(hw_read_options_set_limit(options, rows[i].limit, rows[i].good, NULL), HW_OK);
        hw_plan *plan = hw_plan_from_xml(PLAIN, strlen(PLAIN), options, NULL, &err);
        if (!plan) {
            print_message("limit %d: %s\n", (int)rows[i].limit, err.message);
        }
        assert_non_null(plan);
        hw_plan_free(plan);
        if (rows[i].bad > 0) {
            assert_int_equal(hw_read_options_set_limit(options, rows[i].limit, rows[i].bad, NULL), HW_OK);
            assert_null(hw_plan_from_xml(PLAIN, strlen(PLAIN), options, NULL, &err));
            assert_int_equal(err.status, HW_ERR_LIMIT);
        }
        hw_read_options_free(options);
    }
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_limit(options, HW_LIMIT_ENTRIES, 1, NULL);
    char *two = edit(PLAIN, ENTRY, "<entry id='e-0' recorded='2025-03-04T20:00:00Z' by='mk'/>" ENTRY);
    assert_null(hw_plan_from_xml(two, strlen(two), options, NULL, &err));
    assert_int_equal(err.status, HW_ERR_LIMIT);
    assert_string_equal(err.subject, "entries");
    hw_read_options_free(options);
    free(two);
}

static void test_arguments(void **state)
{
    (void)state;
    hw_error err;
    assert_null(hw_plan_from_xml(NULL, 0, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_read_log_xml(NULL, "", 0, NULL, NULL, &err), HW_ERR_ARGUMENT);
    hw_plan *plan = hw_plan_from_xml(PLAIN, strlen(PLAIN), NULL, NULL, NULL);
    assert_non_null(plan);
    assert_int_equal(hw_plan_read_log_xml(plan, NULL, 0, NULL, NULL, &err), HW_ERR_ARGUMENT);
    assert_string_equal(hw_plan_uid(plan), "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10");
    assert_string_equal(hw_plan_language(plan), "en");
    assert_string_equal(hw_settings_zone(hw_plan_settings(plan)), "Europe/Berlin");
    assert_int_equal(hw_person_role(hw_plan_person(plan, "mk")), HW_ROLE_THERAPIST);
    assert_int_equal(hw_plan_aside_count(plan), 0);
    hw_plan_free(plan);
}

/* A list that is used again gets what is new behind what is there, and the error is about the new
 * document. */
static void test_problems_are_added(void **state)
{
    (void)state;
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    assert_null(read_plan("", false, problems, &err));
    assert_null(read_plan("<a/>", false, problems, &err));
    assert_int_equal(hw_problems_count(problems), 2);
    assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_EMPTY);
    assert_int_equal(hw_problems_code_at(problems, 1), HW_PROBLEM_NAMESPACE);
    assert_string_equal(err.message, hw_problems_message_at(problems, 1));
    hw_plan *plan = read_plan(PLAIN, false, problems, &err);
    assert_non_null(plan);
    assert_int_equal(err.status, HW_OK);
    hw_plan_free(plan);
    hw_problems_free(problems);
}

/* ---- salvage ---- */

/* The ids of what was kept aside, in the order in which it was found. */
static void list_aside(const hw_problems *problems, char list[256])
{
    list[0] = '\0';
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        if (hw_problems_code_at(problems, i) == HW_PROBLEM_KEPT_ASIDE) {
            size_t size = strlen(list);
            snprintf(list + size, 256 - size, "%s%s", size ? " " : "", hw_problems_subject_at(problems, i));
        }
    }
}

static void test_salvage(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
        size_t count;
        const char *aside;
    } rows[] = {
        {"role=\"client\"", "role=\"x\"", 3, "client e-1 e-2"},
        {"kind=\"rating\"", "kind=\"x\"", 8, "suds talk breathing talk-1 h-1 x-1 e-1 e-2"},
        {"percent=\"50\"", "percent=\"500\"", 2, "e-1 e-2"},
        {"phase=\"before\">70", "phase=\"before\">700", 2, "e-1 e-2"},
        {"<steps>", "<steps><colour/>", 1, ""},
        {"id=\"h-1\"", "id=\"talk\"", 1, "talk"},
        {"id=\"e-2\"", "id=\"e-1\"", 1, "e-1"},
        {"supersedes=\"e-1\"", "supersedes=\"e-9\"", 1, "e-2"},
        {"<holds>", "<holds/><holds>", 0, ""}, /* read as it is */
        {"revision=\"r-3\"", "revision=\"r-3\" follows=\"r-3\"", 3, "client e-1 e-2"},
    };
    char *small = read_small();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *text = edit(small, rows[i].from, rows[i].to), list[256];
        hw_error err;
        hw_problems *problems = hw_problems_new(NULL);
        hw_plan *plan = read_plan(text, true, problems, &err);
        assert_non_null(plan);
        assert_int_equal(err.status, HW_OK);
        assert_int_equal(hw_plan_aside_count(plan), rows[i].count);
        list_aside(problems, list);
        assert_string_equal(list, rows[i].aside);
        assert_true(rows[i].count == 0 || hw_problems_error_count(problems) > 0);
        hw_problems_free(problems);
        hw_plan_free(plan);
        assert_null(read_plan(text, false, NULL, &err));
        free(text);
    }
    free(small);
}

/* What is repaired by hand in the text of a salvaged plan counts again. */
static void test_salvage_and_repair(void **state)
{
    (void)state;
    char *broken = edit(PLAIN, "role=\"therapist\"", "role=\"healer\"");
    hw_plan *plan = read_plan(broken, true, NULL, NULL);
    assert_null(plan); /* the settings were recorded by the person who is no longer there */
    free(broken);
    broken =
        edit(PLAIN, "by=\"mk\"/>\n  </log>", "by=\"mk\" extent=\"did\"><note>x</note></entry>\n  </log>");
    plan = read_plan(broken, true, NULL, NULL);
    assert_non_null(plan);
    char *written = hw_plan_to_xml(plan, NULL, NULL);
    assert_non_null(strstr(written, "extent=\"did\""));
    hw_plan_free(plan);
    char *repaired = edit(written, "extent=\"did\"", "extent=\"done\"");
    hw_plan *again = read_plan(repaired, false, NULL, NULL);
    assert_non_null(again);
    hw_log *log = hw_plan_entries(again, NULL);
    assert_int_equal(hw_log_count(log), 1);
    assert_int_equal(hw_log_extent_at(log, 0), HW_EXTENT_DONE);
    hw_log_unref(log);
    hw_plan_free(again);
    hw_string_free(written);
    free(repaired);
    free(broken);
}

/* ---- sidecar logs ---- */

static void test_sidecar(void **state)
{
    (void)state;
    static const char log[] =
        SIDECAR("<entry id='e-0' recorded='2025-03-03T20:00:00+01:00' by='mk' voids='e-1'/>"
                "<entry id='e-1' recorded='2025-03-04T20:00:00+01:00' by='mk'/><x:a xmlns:x='urn:x'/>");
    hw_error err;
    hw_plan *plan = hw_plan_from_xml(PLAIN, strlen(PLAIN), NULL, NULL, NULL);
    for (int times = 0; times < 2; times++) {
        assert_int_equal(hw_plan_read_log_xml(plan, log, strlen(log), NULL, NULL, &err), HW_OK);
        char *written = hw_plan_to_xml(plan, NULL, NULL);
        char *entry = edit(PLAIN, "  <log>\n",
                           "  <log>\n    <entry id=\"e-0\" recorded=\"2025-03-03T20:00:00+01:00\" "
                           "by=\"mk\" voids=\"e-1\"/>\n");
        char *wanted = edit(entry, "  </log>", "    <x:a xmlns:x=\"urn:x\"/>\n  </log>");
        assert_string_equal(written, wanted);
        hw_string_free(written);
        free(entry);
        free(wanted);
    }
    char *out = hw_plan_log_to_xml(plan, NULL, NULL);
    hw_plan *empty = read_plan(PLAIN, false, NULL, NULL);
    assert_int_equal(hw_plan_read_log_xml(empty, out, strlen(out), NULL, NULL, &err), HW_OK);
    hw_string_free(out);
    hw_plan_free(empty);
    hw_plan_free(plan);
}

static void test_sidecar_salvage(void **state)
{
    (void)state;
    static const char log[] = SIDECAR("<entry id='e-7' recorded='2025-03-05T20:00:00Z' by='mk'/>"
                                      "<entry id='e-8' recorded='2025-03-05T20:00:00Z' by='nobody'/>"
                                      "<entry id='e-9' recorded='2025-03-05' by='mk'/>");
    hw_error err;
    hw_plan *plan = hw_plan_from_xml(PLAIN, strlen(PLAIN), NULL, NULL, NULL);
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, true, NULL);
    assert_int_equal(hw_plan_read_log_xml(plan, log, strlen(log), NULL, NULL, &err), HW_ERR_INVALID);
    assert_int_equal(hw_plan_aside_count(plan), 0);
    for (int times = 0; times < 2; times++) {
        assert_int_equal(hw_plan_read_log_xml(plan, log, strlen(log), options, NULL, &err), HW_OK);
        assert_int_equal(hw_plan_aside_count(plan), 2);
        hw_log *entries = hw_plan_entries(plan, NULL);
        assert_int_equal(hw_log_count(entries), 2);
        hw_log_unref(entries);
    }
    hw_read_options_free(options);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_canonical),
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_prefixes),
        cmocka_unit_test(test_equal_duplicates),
        cmocka_unit_test(test_foreign),
        cmocka_unit_test(test_must_understand),
        cmocka_unit_test(test_newer),
        cmocka_unit_test(test_zones),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_problems_are_added),
        cmocka_unit_test(test_salvage),
        cmocka_unit_test(test_salvage_and_repair),
        cmocka_unit_test(test_sidecar),
        cmocka_unit_test(test_sidecar_salvage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
