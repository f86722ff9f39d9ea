/* SPDX-License-Identifier: MIT */
/* A plan as JSON: reading it, fully checked, against jansson alone over the same bytes; writing it against writing
 * the same plan as XML. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "bench.h"
#include "homework.h"
#include "plan_text.h"

typedef struct work {
    hw_plan *plan;
    char *json;
    size_t size;
} work;

/* ---- the contenders ---- */

static void load(void *context)
{
    const work *w = context;
    hw_error err;
    hw_plan *plan = hw_plan_from_json(w->json, w->size, NULL, NULL, &err);
    bench_check(plan != NULL, "loading: line %d: %s", (int)err.line, err.message);
    hw_plan_free(plan);
}

static void bare(void *context)
{
    const work *w = context;
    json_t *tree = json_loadb(w->json, w->size, JSON_REJECT_DUPLICATES, NULL);
    bench_check(tree != NULL, "jansson");
    json_decref(tree);
}

static void write_json(void *context)
{
    const work *w = context;
    hw_error err;
    char *text = hw_plan_to_json(w->plan, NULL, &err);
    bench_check(text != NULL, "writing: %s", err.message);
    hw_string_free(text);
}

static void write_xml(void *context)
{
    const work *w = context;
    hw_error err;
    char *text = hw_plan_to_xml(w->plan, NULL, &err);
    bench_check(text != NULL, "writing: %s", err.message);
    hw_string_free(text);
}

/* ---- what is measured ---- */

/* What is read is what was written, and what the XML said. */
static work make(size_t entries)
{
    hw_error err;
    size_t size;
    work w = {0};
    plan_text text =
        plan_text_make(&(plan_text_options){.entries = entries, .seed = 1, .values = 2, .notes = true});
    w.plan = hw_plan_from_xml(text.data, text.size, NULL, NULL, &err);
    bench_check(w.plan != NULL, "loading: line %d: %s", (int)err.line, err.message);
    w.json = hw_plan_to_json(w.plan, &w.size, &err);
    bench_check(w.json != NULL, "writing: %s", err.message);
    hw_plan *again = hw_plan_from_json(w.json, w.size, NULL, NULL, &err);
    bench_check(again != NULL, "loading JSON: line %d: %s", (int)err.line, err.message);
    char *xml = hw_plan_to_xml(again, &size, &err);
    bench_check(xml && size == text.size && memcmp(xml, text.data, size) == 0, "another plan by way of JSON");
    hw_string_free(xml);
    hw_plan_free(again);
    free(text.data);
    return w;
}

static void measure(size_t entries, bool with_bare, int rounds)
{
    char names[4][40];
    static const char *const jobs[] = {"json_load", "jansson", "json_write", "json_write_xml"};
    work w = make(entries);
    for (size_t i = 0; i < 4; i++)
        snprintf(names[i], sizeof names[i], "%s/%zu", jobs[i], entries);
    bench_run((bench_contender[]){{names[0], load, &w}, {names[1], bare, &w}}, with_bare ? 2 : 1, rounds);
    bench_run((bench_contender[]){{names[2], write_json, &w}, {names[3], write_xml, &w}}, with_bare ? 2 : 1,
              rounds);
    hw_string_free(w.json);
    hw_plan_free(w.plan);
}

int main(void)
{
    static const size_t sizes[] = {12500, 25000, 50000, 100000, 200000};
    measure(1000, true, 41);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (!bench_counts() || sizes[i] <= 100000)
            measure(sizes[i], !bench_counts(), sizes[i] < 50000 ? 7 : 3);
    }
    return 0;
}
