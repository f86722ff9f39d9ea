/* SPDX-License-Identifier: MIT */
/* Checks entries that were read. Each text that repeats is looked up in the plan once, whatever the
 * number of entries. */
#include <string.h>

#include "model/entry_store.h"
#include "time/civil.h"

enum {
    ASSIGNMENT_SEEN = 1,
    ASSIGNMENT_KNOWN = 2,
    PERSON_SEEN = 4,
    PERSON_KNOWN = 8,
    MEASURE_SEEN = 16,
    MINUTES_SEEN = 32,
    IS_MINUTES = 64
};

typedef struct found {
    const hw__entry_check *check;
    const hw__entry_row *row;
    hw_problems *problems;
    int32_t line;
} found;

static void add(const found *at, hw_problem_code code, const char *subject, const char *message)
{
    hw__problem(at->problems, code, HW_SEVERITY_ERROR, at->line, 0, subject, "%s", message);
}

static const char *entry_id(const found *at)
{
    return hw__log_pool(at->check->log, at->row->id);
}

/* Room for what is to be known about each symbol that the log has by now. */
static bool reserve_facts(hw__entry_check *check)
{
    size_t count = check->facts.count, symbols = check->log->symbols.texts.count;
    if (symbols <= count) {
        return true;
    }
    if (!hw__vec_reserve(&check->facts, symbols - count)) {
        return false;
    }
    memset(check->facts.items + count, 0, (symbols - count) * sizeof *check->facts.items);
    check->facts.count = symbols;
    return true;
}

static bool is_known(const found *at, uint32_t symbol, hw__section section, unsigned seen, unsigned known)
{
    hw__symbol_facts *facts = &at->check->facts.items[symbol];
    if (!(facts->known & seen)) {
        const char *id = hw__log_known_text(at->check->log, symbol);
        bool exists = hw__plan_thing(at->check->plan, section, id, strlen(id)) != NULL;
        facts->known = (uint8_t)(facts->known | seen | (exists ? known : 0));
    }
    return facts->known & known;
}

static const hw__thing *find_measure(const found *at, uint32_t symbol)
{
    hw__symbol_facts *facts = &at->check->facts.items[symbol];
    if (!(facts->known & MEASURE_SEEN)) {
        const char *id = hw__log_known_text(at->check->log, symbol);
        facts->measure = hw__plan_thing(at->check->plan, HW__MEASURES, id, strlen(id));
        facts->known |= MEASURE_SEEN;
    }
    return facts->measure;
}

static bool is_minutes(const found *at, uint32_t symbol)
{
    hw__symbol_facts *facts = &at->check->facts.items[symbol];
    if (!(facts->known & MINUTES_SEEN)) {
        bool is = strcmp(hw__log_known_text(at->check->log, symbol), "minutes") == 0;
        facts->known = (uint8_t)(facts->known | MINUTES_SEEN | (is ? IS_MINUTES : 0));
    }
    return facts->known & IS_MINUTES;
}

static void check_measure(const found *at, const hw__value_row *value)
{
    const hw__thing *measure = find_measure(at, value->name);
    const char *name = hw__log_symbol_text(at->check->log, value->name);
    hw__decimal number = {.mantissa = value->as.mantissa, .scale = value->scale};
    if (!measure) {
        add(at, HW_PROBLEM_UNKNOWN_ID, name, "an entry has a value of a measure that the plan does not have");
    } else if (!hw__measure_allows_ever(measure, number)) {
        add(at, HW_PROBLEM_VALUE, name, "an entry has a value that its measure does not allow");
    }
}

static void check_values(const found *at)
{
    for (uint32_t i = 0; i < at->row->values; i++) {
        const hw__value_row *value = &at->check->log->values.items[at->row->first + i];
        if (value->kind == HW_VALUE_MEASURE) {
            check_measure(at, value);
        } else if (value->kind == HW_VALUE_NUMBER && value->as.mantissa < 0 && is_minutes(at, value->name)) {
            add(at, HW_PROBLEM_OUT_OF_RANGE, entry_id(at), "the entry's minutes are less than 0");
        }
    }
}

static void check_link(const found *at)
{
    const hw__entry_row *row = at->row;
    if (row->target != 0 && strcmp(hw__log_pool(at->check->log, row->target), entry_id(at)) == 0) {
        add(at, HW_PROBLEM_CONTRADICTION, entry_id(at), "the entry supersedes or voids itself");
    }
    if (row->link == HW__LINK_VOIDS && (row->extent != HW_EXTENT_NONE || row->due_day != HW__NO_DAY)) {
        add(at, HW_PROBLEM_CONTRADICTION, entry_id(at),
            "the entry voids another and reports something itself");
    }
}

static void check_facts(const found *at)
{
    const hw__entry_row *row = at->row;
    if (row->due_day != HW__NO_DAY && row->assignment == 0) {
        add(at, HW_PROBLEM_CONTRADICTION, entry_id(at), "the entry names an occurrence, but no assignment");
    }
    if (row->percent > 0 && row->extent != HW_EXTENT_PARTIAL) {
        add(at, HW_PROBLEM_CONTRADICTION, entry_id(at), "percent is only for what was done in part");
    }
    if (!hw__moment_precedes(hw__entry_at(row), row->recorded)) {
        add(at, HW_PROBLEM_OUT_OF_RANGE, entry_id(at), "the entry happened after it was recorded");
    }
}

bool hw__entry_check_row(hw__entry_check *check, uint32_t index, hw_problems *problems, int32_t line)
{
    if (!reserve_facts(check)) {
        return false;
    }
    found at = {.check = check, .row = &check->log->entries.items[index], .problems = problems, .line = line};
    if (at.row->assignment &&
        !is_known(&at, at.row->assignment, HW__ASSIGNMENTS, ASSIGNMENT_SEEN, ASSIGNMENT_KNOWN)) {
        add(&at, HW_PROBLEM_UNKNOWN_ID, hw__log_symbol_text(check->log, at.row->assignment),
            "an entry reports on an assignment that the plan does not have");
    }
    if (at.row->by && !is_known(&at, at.row->by, HW__PEOPLE, PERSON_SEEN, PERSON_KNOWN)) {
        add(&at, HW_PROBLEM_UNKNOWN_ID, hw__log_symbol_text(check->log, at.row->by),
            "an entry was recorded by somebody whom the plan does not have");
    }
    check_facts(&at);
    if (at.row->link != HW__LINK_NONE) {
        check_link(&at);
    }
    check_values(&at);
    return true;
}

void hw__entry_check_end(hw__entry_check *check)
{
    hw__vec_free(&check->facts);
}
