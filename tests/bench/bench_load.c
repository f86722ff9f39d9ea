/* SPDX-License-Identifier: MIT */
/* Reading a plan, fully checked, against the XML parser alone over the same bytes; and the memory that a plan
 * takes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bare_parse.h"
#include "bench.h"
#include "homework.h"
#include "model/log_store.h"
#include "plan_text.h"
#include "whole_text.h"

/* ---- the contenders ---- */

static void load(void *context)
{
    const plan_text *text = context;
    hw_error err;
    hw_plan *plan = hw_plan_from_xml(text->data, text->size, NULL, NULL, &err);
    bench_check(plan != NULL, "loading: line %d: %s", (int)err.line, err.message);
    hw_plan_free(plan);
}

/* ---- equality ---- */

/* Nothing of the document is lost: it comes back byte for byte. And the parser alone has seen all of its
 * elements. */
static void check_load(const plan_text *text, size_t entries)
{
    hw_error err;
    size_t size, elements = bare_parse_elements(text);
    bench_check(elements == text->elements, "%zu elements parsed, %zu generated", elements, text->elements);
    hw_plan *plan = hw_plan_from_xml(text->data, text->size, NULL, NULL, &err);
    bench_check(plan != NULL, "loading: line %d: %s", (int)err.line, err.message);
    hw_log *log = hw_plan_entries(plan, &err);
    bench_check(hw_log_count(log) == entries, "%zu entries loaded", hw_log_count(log));
    hw_log_unref(log);
    char *again = hw_plan_to_xml(plan, &size, &err);
    bench_check(again && size == text->size && memcmp(again, text->data, size) == 0,
                "write(read(plan)) is another plan");
    hw_string_free(again);
    hw_plan_free(plan);
}

/* ---- what is measured ---- */

static plan_text make(size_t entries, int values, bool notes)
{
    return plan_text_make(
        &(plan_text_options){.entries = entries, .seed = 1, .values = values, .notes = notes});
}

static void measure_time(size_t entries, bool with_bare, int rounds)
{
    char ours[40], theirs[40];
    plan_text text = make(entries, 2, true);
    snprintf(ours, sizeof ours, "load/%zu", entries);
    snprintf(theirs, sizeof theirs, "bare/%zu", entries);
    check_load(&text, entries);
    bench_run((bench_contender[]){{ours, load, &text}, {theirs, bare_parse, &text}}, with_bare ? 2 : 1,
              rounds);
    if (entries == 1000) {
        bench_fact("plan/bytes", (double)text.size);
        bench_fact("plan/bytes_an_entry", (double)text.log_bytes / (double)entries);
        bench_fact("plan/days", text.last_day + 1);
    }
    free(text.data);
}

/* The same entries, full of what a worksheet asks, where nobody has declared its fields and where the assignments
 * have. */
static void measure_forms(size_t entries, int rounds)
{
    plan_text_options options = {.entries = entries, .seed = 1, .values = 2, .fields = true};
    plan_text open = plan_text_make(&options);
    options.forms = true;
    plan_text forms = plan_text_make(&options);
    check_load(&open, entries);
    check_load(&forms, entries);
    bench_run((bench_contender[]){{"load_open/1000", load, &open}, {"load_forms/1000", load, &forms}}, 2,
              rounds);
    free(open.data);
    free(forms.data);
}

/* A plan of so many weeks that uses what the second version of the format has. */
static void measure_whole(const char *name, size_t entries, int weeks, int rounds)
{
    char ours[40], theirs[40];
    plan_text text = whole_text_make(entries, weeks);
    snprintf(ours, sizeof ours, "load_%s/%zu", name, entries);
    snprintf(theirs, sizeof theirs, "bare_%s/%zu", name, entries);
    check_load(&text, entries);
    bench_run((bench_contender[]){{ours, load, &text}, {theirs, bare_parse, &text}}, 2, rounds);
    free(text.data);
}

/* With one value an entry and no notes, as little as there can be to say. */
static void measure_memory(size_t entries)
{
    char name[40];
    plan_text text = make(entries, 1, false);
    hw_error err;
    load(&text);
    size_t before = bench_heap();
    hw_plan *plan = hw_plan_from_xml(text.data, text.size, NULL, NULL, &err);
    snprintf(name, sizeof name, "heap/%zu", entries);
    bench_fact(name, (double)(bench_heap() - before) / (double)entries);
    hw_plan_free(plan);
    free(text.data);
}

int main(void)
{
    static const size_t sizes[] = {12500, 25000, 50000, 100000, 200000};
    measure_time(1000, true, 41);
    measure_forms(1000, 41);
    measure_whole("whole", 1000, 26, 41);
    measure_whole("year", 1000, 52, 41);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (!bench_counts() || sizes[i] <= 100000) {
            measure_time(sizes[i], !bench_counts(), sizes[i] < 50000 ? 7 : 3);
        }
    }
    if (!bench_counts()) {
        bench_fact("columns", sizeof(hw__entry_row));
        measure_memory(10000);
        measure_memory(100000);
    }
    return 0;
}
