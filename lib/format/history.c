/* SPDX-License-Identifier: MIT */
/* The history of one thing or entry: who recorded what, when and why, and which fields each revision has
 * changed. */
#include <string.h>

#include "base/fail.h"
#include "format/diff.h"
#include "homework/erasure.h"
#include "model/table.h"

#define MOST_BYTES ((size_t)1 << 20) /* of the names of changed fields */

enum {
    SECTION,
    ID,
    REVISION,
    FOLLOWS,
    RECORDED,
    RECORDED_LOCAL,
    BY,
    EFFECTIVE,
    REASON,
    STATE,
    CHANGED,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [SECTION] = {"section", HW_COLUMN_TEXT, 0, "", "The section of the document."},
    [ID] = {"id", HW_COLUMN_TEXT, 0, "", "The id of the thing, entry or erasure."},
    [REVISION] = {"revision", HW_COLUMN_TEXT, 0, "", "The id of the revision; none of an entry."},
    [FOLLOWS] =
        {"follows", HW_COLUMN_TEXT, 0, "",
         "The revision that it was made from; the entry that it supersedes or voids; what was taken out."},
    [RECORDED] = {"recorded", HW_COLUMN_INSTANT, 0, "", "When it was recorded."},
    [RECORDED_LOCAL] = {"recorded_local", HW_COLUMN_LOCAL, 0, "",
                        "When it was recorded, by the clock of the person who recorded it."},
    [BY] = {"by", HW_COLUMN_TEXT, 0, "", "The id of the person who recorded it."},
    [EFFECTIVE] = {"effective", HW_COLUMN_LOCAL, 0, "",
                   "From which wall time on it holds; of an entry when it happened."},
    [REASON] = {"reason", HW_COLUMN_TEXT, 0, "", "Why, if that was said."},
    [STATE] = {"state", HW_COLUMN_TEXT, 0, "", "The state; none if there are no states."},
    [CHANGED] = {"changed", HW_COLUMN_TEXT, 0, "",
                 "The fields that differ from the revision before, separated by blanks."},
};

/* What is known about the id. */
typedef struct history {
    const hw_plan *plan;
    const char *id;
    const hw__thing *thing; /* NULL = there is none */
    hw_log *log;
    bool *linked; /* by entry: it belongs to the history */
    size_t entries, erasures;
} history;

/* ---- which rows ---- */

/* The first of those that an entry hangs together with; the way there is made shorter. */
static uint32_t first_of(uint32_t *firsts, uint32_t entry)
{
    while (firsts[entry] != entry) {
        entry = firsts[entry] = firsts[firsts[entry]];
    }
    return entry;
}

/* Marks the entry and all that it is linked with, however far. False without memory. */
static bool link_entries(history *h)
{
    size_t count = hw_log_count(h->log), entry = hw_log_find(h->log, h->id);
    if (entry == SIZE_MAX) {
        return true;
    }
    uint32_t *firsts = hw__alloc(count * sizeof *firsts);
    bool good = firsts != NULL;
    for (size_t i = 0; good && i < count; i++) {
        firsts[i] = (uint32_t)i;
    }
    for (size_t i = 0; good && i < count; i++) {
        const char *target = hw_log_target_at(h->log, i);
        size_t other = target ? hw_log_find(h->log, target) : SIZE_MAX;
        if (other != SIZE_MAX) {
            firsts[first_of(firsts, (uint32_t)i)] = first_of(firsts, (uint32_t)other);
        }
    }
    for (size_t i = 0; good && i < count; i++) {
        h->linked[i] = first_of(firsts, (uint32_t)i) == first_of(firsts, (uint32_t)entry);
        h->entries += h->linked[i];
    }
    hw__free(firsts);
    return good;
}

static bool is_target(const history *h, const hw__thing *erasure)
{
    return strcmp(((const hw_erasure *)hw__thing_latest(erasure))->target, h->id) == 0;
}

static hw_status gather(history *h, hw_error *err)
{
    h->thing = hw__plan_any_thing(h->plan, h->id);
    h->log = hw_plan_entries(h->plan, err);
    h->linked = h->log ? hw__zalloc(hw_log_count(h->log), sizeof *h->linked) : NULL;
    if (!h->linked || !link_entries(h)) {
        return hw__no_memory(err);
    }
    const hw__things *erasures = &h->plan->sections[HW__ERASURES];
    for (size_t i = 0; i < erasures->count; i++) {
        h->erasures += is_target(h, &erasures->items[i]);
    }
    if (!h->thing && h->entries == 0 && h->erasures == 0) {
        return hw__fail(err, HW_ERR_NOT_FOUND, h->id, "there is no thing or entry with this id");
    }
    return HW_OK;
}

/* ---- filling them in ---- */

/* The fields in which two revisions differ, separated by blanks; NULL if there are none. Owned by the
 * caller; `*good` is false without memory. */
static char *changed_fields(const hw_revision *before, const hw_revision *after, bool *good)
{
    hw_diff *diff = before ? hw_revision_diff(before, after, true, NULL) : NULL;
    *good = *good && (diff || !before);
    hw__buffer names;
    hw__buffer_init(&names, MOST_BYTES);
    for (size_t i = 0; i < hw_diff_count(diff); i++) {
        if (i) {
            hw__put_char(&names, ' ');
        }
        hw__put_text(&names, hw_diff_field_at(diff, i));
    }
    char *text = hw_diff_count(diff) ? hw__buffer_take(&names, NULL, NULL) : NULL;
    *good = *good && (text || hw_diff_count(diff) == 0);
    hw_diff_free(diff);
    return text;
}

static void fill_recording(hw_table *table, size_t row, hw_moment recorded, const char *by)
{
    hw__table_instant(table, RECORDED, row, recorded.instant);
    hw__table_local(table, RECORDED_LOCAL, row, hw_moment_local(recorded));
    hw__table_text(table, BY, row, by);
}

static void fill_revision(hw_table *table, size_t row, const hw_revision *revision)
{
    hw__section section = (hw__section)revision->shape->section;
    const hw__words *states = hw__state_words(section);
    hw__table_text(table, SECTION, row, hw__section_names[section]);
    hw__table_text(table, ID, row, revision->id);
    hw__table_text(table, REVISION, row, revision->revision);
    hw__table_text(table, FOLLOWS, row, revision->follows);
    fill_recording(table, row, revision->recorded, revision->by);
    hw__table_local(table, EFFECTIVE, row, revision->effective);
    hw__table_text(table, REASON, row, revision->reason);
    if (states) {
        hw__table_text(table, STATE, row, hw__words_at(states, hw__record_state(revision)));
    }
}

/* The revision that another was made from; if it is lost, the one that was recorded before. */
static const hw_revision *before_of(const history *h, size_t index)
{
    const hw_revision *revision = h->thing->revisions.items[index];
    const hw_revision *followed = revision->follows ? hw__plan_revision(h->plan, revision->follows) : NULL;
    if (followed && followed->shape == revision->shape && strcmp(followed->id, revision->id) == 0) {
        return followed;
    }
    return index > 0 ? h->thing->revisions.items[index - 1] : NULL;
}

static size_t fill_thing(const history *h, hw_table *table, size_t row, bool *good)
{
    for (size_t i = 0; h->thing && i < h->thing->revisions.count; i++, row++) {
        const hw_revision *revision = h->thing->revisions.items[i];
        char *changed = changed_fields(before_of(h, i), revision, good);
        fill_revision(table, row, revision);
        hw__table_text(table, CHANGED, row, changed);
        hw__free(changed);
    }
    return row;
}

static size_t fill_entries(const history *h, hw_table *table, size_t row)
{
    for (size_t i = 0; h->linked && i < hw_log_count(h->log); i++) {
        if (!h->linked[i]) {
            continue;
        }
        hw__table_text(table, SECTION, row, "log");
        hw__table_text(table, ID, row, hw_log_id_at(h->log, i));
        hw__table_text(table, FOLLOWS, row, hw_log_target_at(h->log, i));
        fill_recording(table, row, hw_log_recorded_at(h->log, i), hw_log_by_at(h->log, i));
        hw__table_local(table, EFFECTIVE, row, hw_moment_local(hw_log_happened_at(h->log, i)));
        hw__table_text(table, STATE, row,
                       hw__words_at(&hw__words_entry_state, (int)hw_log_state_at(h->log, i)));
        row++;
    }
    return row;
}

static void fill_erasures(const history *h, hw_table *table, size_t row)
{
    const hw__things *erasures = &h->plan->sections[HW__ERASURES];
    for (size_t i = 0; i < erasures->count; i++) {
        const hw_erasure *erasure = (const hw_erasure *)hw__thing_latest(&erasures->items[i]);
        if (is_target(h, &erasures->items[i])) {
            fill_revision(table, row, &erasure->head);
            hw__table_text(table, FOLLOWS, row, erasure->target);
            hw__table_text(table, STATE, row, hw__words_at(&hw__words_removal, erasure->removal));
            row++;
        }
    }
}

static hw_table *fill(const history *h, hw_error *err)
{
    size_t revisions = h->thing ? h->thing->revisions.count : 0;
    hw_table *table = hw__table_new(columns, COLUMNS, revisions + h->entries + h->erasures, err);
    bool good = true;
    if (!table) {
        return NULL;
    }
    size_t row = fill_thing(h, table, 0, &good);
    fill_erasures(h, table, fill_entries(h, table, row));
    if (!good) {
        hw_table_free(table);
        hw__no_memory(err);
        return NULL;
    }
    return hw__table_done(table, err);
}

hw_table *hw_plan_history(const hw_plan *plan, const char *id, hw_error *err)
{
    if (!plan || !id) {
        hw__null_argument(err, plan ? "id" : "plan");
        return NULL;
    }
    history h = {.plan = plan, .id = id};
    hw_table *table = gather(&h, err) == HW_OK ? fill(&h, err) : NULL;
    hw__free(h.linked);
    hw_log_unref(h.log);
    return table;
}
