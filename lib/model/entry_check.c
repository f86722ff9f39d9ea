/* SPDX-License-Identifier: MIT */
/* Checks entries that were read. Each text that repeats is looked up in the plan once, and each form is put
 * together once, whatever the number of entries. */
#include <string.h>

#include "model/entry_store.h"
#include "model/removal.h"
#include "time/civil.h"

enum {
    ASSIGNMENT_SEEN = 1,
    PERSON_SEEN = 4,
    PERSON_KNOWN = 8,
    MEASURE_SEEN = 16,
    MINUTES_SEEN = 32,
    IS_MINUTES = 64,
    IS_PLAIN = 128 /* an assignment whose form is that of its kind */
};

typedef struct found {
    hw__entry_check *check;
    const hw__entry_row *row;
    hw_problems *problems;
    int32_t line;
} found;

static void add(const found *at, hw_problem_code code, const char *subject, const char *message)
{
    hw__problem(at->problems, code, HW_SEVERITY_ERROR, at->line, 0, subject, "%s", message);
}

/* What an entry names and the plan does not have. It may have been erased while another device logged. */
static void add_unknown(const found *at, const char *id, const char *message)
{
    hw_severity severity = hw__plan_is_erased(at->check->plan, id) ? HW_SEVERITY_WARNING : HW_SEVERITY_ERROR;
    hw__problem(at->problems, HW_PROBLEM_UNKNOWN_ID, severity, at->line, 0, id, "%s", message);
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

/* The assignment of the entry, and whether its form is plain; NULL if there is none such. */
static const hw__thing *find_assignment(const found *at)
{
    hw__symbol_facts *facts = &at->check->facts.items[at->row->assignment];
    if (!(facts->known & ASSIGNMENT_SEEN)) {
        const char *id = hw__log_known_text(at->check->log, at->row->assignment);
        facts->assignment = hw__plan_thing(at->check->plan, HW__ASSIGNMENTS, id, strlen(id));
        bool is_plain = facts->assignment && hw__log_forms_plain(facts->assignment);
        facts->known = (uint8_t)(facts->known | ASSIGNMENT_SEEN | (is_plain ? IS_PLAIN : 0));
    }
    return facts->assignment;
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
        add_unknown(at, name, "an entry has a value of a measure that the plan does not have");
    } else if (!hw__measure_allows_ever(measure, number)) {
        add(at, HW_PROBLEM_VALUE, name, "an entry has a value that its measure does not allow");
    }
}

/* Whether any of the values is in a field that the form of a kind may know more of. */
static bool check_values(const found *at)
{
    bool has_fields = false;
    for (uint32_t i = 0; i < at->row->values; i++) {
        const hw__value_row *value = &at->check->log->values.items[at->row->first + i];
        if (value->kind == HW_VALUE_MEASURE) {
            check_measure(at, value);
        } else if (value->kind == HW_VALUE_NUMBER && is_minutes(at, value->name)) {
            if (value->as.mantissa < 0) { /* which is all that a kind says of them */
                add(at, HW_PROBLEM_OUT_OF_RANGE, entry_id(at), "the entry's minutes are less than 0");
            }
        } else if (value->kind == HW_VALUE_NUMBER || value->kind == HW_VALUE_TEXT) {
            has_fields = true;
        }
    }
    return has_fields;
}

/* ---- fields ---- */

static const hw__log_form *find_form(const found *at, const hw__thing *assignment)
{
    hw__entry_check *check = at->check;
    hw__symbol_facts *facts = &check->facts.items[at->row->assignment];
    const hw_assignment *revision =
        facts->known & IS_PLAIN
            ? (const hw_assignment *)hw__thing_latest(assignment)
            : hw__form_revision(assignment, hw__entry_at(at->row), hw__entry_recorded(at->row));
    check->forms.log = check->log;
    uint32_t form = hw__log_forms_find(&check->forms, revision, &facts->newest);
    return form ? &check->forms.items.items[form - 1] : NULL;
}

static bool check_field(const found *at, const hw__log_form *form, hw__value_row *value)
{
    hw__log_store *log = at->check->log;
    uint32_t row = hw__log_form_row(form, value->name, value->phase);
    if (value->kind == HW_VALUE_NUMBER && value->as.mantissa < 0 && is_minutes(at, value->name)) {
        return true; /* said already, as an error */
    }
    if (row == HW__NO_ROW && !form->form.closed) {
        return true;
    }
    hw__form_value view = {.kind = value->kind, .group = value->group};
    if (value->kind == HW_VALUE_NUMBER) {
        view.number = (hw__decimal){.mantissa = value->as.mantissa, .scale = value->scale};
    } else {
        view.text = hw__log_pool(log, value->as.text.offset);
        view.size = value->as.text.size;
    }
    if (row != HW__NO_ROW && form->form.rows.items[row].confidential) {
        value->code = HW__VALUE_CONFIDENTIAL;
    }
    return hw__form_judge(&at->check->run, row, hw__log_known_text(log, value->name), &view);
}

/* A document that says something else than its forms is read all the same: two copies that were merged may have
 * brought that about. */
static bool check_fields(const found *at, const hw__thing *assignment)
{
    hw__form_run *run = &at->check->run;
    const hw__log_form *form = find_form(at, assignment);
    if (!form) {
        return false;
    }
    /* What was redacted says nothing, and owes nothing. */
    bool is_redacted = hw_plan_is_removed(at->check->plan, entry_id(at), NULL);
    hw__form_faults faults = {.problems = is_redacted ? NULL : at->problems,
                              .severity = HW_SEVERITY_WARNING,
                              .line = at->line};
    run->form = &form->form;
    run->faults = &faults;
    run->is_owed = hw__form_is_owed(at->row->extent, at->row->source);
    run->seen.count = 0;
    for (uint32_t i = 0; i < at->row->values; i++) {
        hw__value_row *value = &at->check->log->values.items[at->row->first + i];
        bool is_field = value->kind == HW_VALUE_NUMBER || value->kind == HW_VALUE_TEXT;
        if (is_field && !check_field(at, form, value)) {
            return false;
        }
    }
    hw__form_judge_end(run);
    run->faults = NULL;
    return true;
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
    if (row->due_day != HW__NO_DAY && row->extent == HW_EXTENT_NO_OPPORTUNITY) {
        add(at, HW_PROBLEM_CONTRADICTION, entry_id(at),
            "that there was no opportunity answers no occurrence");
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
    const hw__thing *assignment = at.row->assignment ? find_assignment(&at) : NULL;
    if (at.row->assignment && !assignment) {
        add_unknown(&at, hw__log_symbol_text(check->log, at.row->assignment),
                    "an entry reports on an assignment that the plan does not have");
    }
    if (at.row->by && !is_known(&at, at.row->by, HW__PEOPLE, PERSON_SEEN, PERSON_KNOWN)) {
        add_unknown(&at, hw__log_symbol_text(check->log, at.row->by),
                    "an entry was recorded by somebody whom the plan does not have");
    }
    check_facts(&at);
    if (at.row->link != HW__LINK_NONE) {
        check_link(&at);
    }
    bool has_fields = check_values(&at);
    if (!assignment || (!has_fields && check->facts.items[at.row->assignment].known & IS_PLAIN)) {
        return true;
    }
    return check_fields(&at, assignment);
}

void hw__entry_check_end(hw__entry_check *check)
{
    hw__vec_free(&check->facts);
    hw__vec_free(&check->run.seen);
    hw__log_forms_free(&check->forms);
}
