/* SPDX-License-Identifier: MIT */
/* A caseload as one table: a row for each plan, subject and metric. The rows of the run are kept first, since a
 * table must know how many there are. */
#include <string.h>

#include "base/fail.h"
#include "base/text.h"
#include "format/caseload.h"
#include "model/table.h"

enum {
    INDEX,
    NAME,
    UID,
    STATUS,
    ERROR,
    LINE,
    FROM,
    TO,
    ATTENTION,
    SUBJECT,
    ID,
    METRIC,
    VALUE,
    UNIT,
    NUMERATOR,
    DENOMINATOR,
    FEW,
    UNDEFINED,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [INDEX] = {"index", HW_COLUMN_INT, 0, "", "Which plan it is, from 0, as they were added."},
    [NAME] = {"name", HW_COLUMN_TEXT, 0, "",
              "The path or name under which the plan was added; what is not UTF-8 in it is replaced."},
    [UID] = {"uid", HW_COLUMN_TEXT, 0, "", "The plan's uid; none if it could not be read."},
    [STATUS] = {"status", HW_COLUMN_TEXT, 0, "", "How it went: HW_OK, or what kind of error it was."},
    [ERROR] = {"error", HW_COLUMN_TEXT, 0, "", "What went wrong; none if nothing did."},
    [LINE] = {"line", HW_COLUMN_INT, 0, "", "The line of the document that the error is about."},
    [FROM] = {"from", HW_COLUMN_DATE, 0, "", "The first day of the window."},
    [TO] = {"to", HW_COLUMN_DATE, 0, "", "The day after the last of the window."},
    [ATTENTION] =
        {"attention", HW_COLUMN_TEXT, 0, "",
         "Why the plan is to be looked at: words of reasons, the most pressing first; none if there is no "
         "reason, or nobody asked."},
    [SUBJECT] = {"subject", HW_COLUMN_TEXT, 0, "", "What the metric is about."},
    [ID] = {"id", HW_COLUMN_TEXT, 0, "", "The id of the subject; of the plan its uid."},
    [METRIC] = {"metric", HW_COLUMN_TEXT, 0, "", "The name of the metric."},
    [VALUE] = {"value", HW_COLUMN_NUMBER, -1, "", "Its value; none when it is undefined."},
    [UNIT] = {"unit", HW_COLUMN_TEXT, 0, "", "The unit of the value."},
    [NUMERATOR] = {"numerator", HW_COLUMN_INT, 0, "", "What is counted; of a credit in thousandths."},
    [DENOMINATOR] = {"denominator", HW_COLUMN_INT, 0, "", "Of how many; of a credit in thousandths."},
    [FEW] = {"few", HW_COLUMN_BOOL, 0, "", "Whether the value rests on fewer than 5 things."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why there is no value; none when there is one."},
};

/* What is kept of a plan: its texts, and where its readings begin. */
typedef struct kept_plan {
    const char *name;                    /* in the arena, or the caseload's own */
    const char *uid, *error, *attention; /* in the arena; NULL = none */
    int32_t status, line;
    hw_date from, to;
    size_t first; /* its subjects, up to those of the next plan */
} kept_plan;

typedef struct kept_subject {
    const char *id;
    hw_subject kind;
} kept_subject;

typedef struct kept_reading {
    hw__reading reading;
    const char *unit;
} kept_reading;

typedef struct keeper {
    hw_subject subject; /* both as they were when the run began, whatever its watch does */
    HW__VEC(hw_metric) metrics;
    HW__VEC(kept_plan) plans;
    HW__VEC(kept_subject) subjects;
    HW__VEC(kept_reading) readings; /* one of each metric for each subject */
    hw__arena texts;
    hw_status status;
} keeper;

/* ---- what is kept ---- */

static const char *copy_text(keeper *k, const char *text)
{
    return text ? hw__arena_text(&k->texts, text, strlen(text)) : NULL;
}

/* The name, as UTF-8: a system may call a file anything, but readers of tables trust their texts. NULL without
 * memory. */
static const char *clean_name(keeper *k, const char *name)
{
    size_t size = strlen(name);
    if (hw__utf8_is_valid(name, size)) {
        return name;
    }
    hw__buffer clean;
    hw__buffer_init(&clean, SIZE_MAX);
    for (size_t i = 0, step; i < size; i += step) {
        uint32_t character;
        step = hw__utf8_decode(name + i, size - i, &character);
        hw__put(&clean, step ? name + i : "\xef\xbf\xbd", step ? step : 3);
        step = step ? step : 1;
    }
    const char *copy = clean.status == HW_OK ? hw__arena_text(&k->texts, clean.data, clean.size) : NULL;
    hw__buffer_free(&clean);
    return copy;
}

/* "concern silent"; NULL if there is no reason. */
static const char *list_reasons(keeper *k, const hw_attention *attention, bool *good)
{
    hw__buffer list;
    if (hw_attention_count(attention) == 0) {
        return NULL;
    }
    hw__buffer_init(&list, SIZE_MAX);
    for (size_t i = 0; i < hw_attention_count(attention); i++) {
        hw__put(&list, " ", i > 0);
        hw__put_text(&list, hw_attention_name(hw_attention_reason_at(attention, i)));
    }
    const char *copy = list.status == HW_OK ? hw__arena_text(&k->texts, list.data, list.size) : NULL;
    hw__buffer_free(&list);
    *good = *good && copy;
    return copy;
}

static bool keep_subject(keeper *k, const hw_progress *progress, size_t subject)
{
    kept_subject kept = {copy_text(k, hw_progress_subject_id(progress, subject)),
                         hw_progress_subject_at(progress, subject)};
    if (!kept.id || !hw__vec_push(&k->subjects, kept) || !hw__vec_reserve(&k->readings, k->metrics.count)) {
        return false;
    }
    for (size_t i = 0; i < k->metrics.count; i++) {
        const hw__metric *spec = hw__metric_at(k->metrics.items[i]);
        const char *unit = hw__unit_of(&progress->subjects[subject], spec);
        kept_reading its = {.unit = unit == spec->unit ? unit : copy_text(k, unit)};
        if (!its.unit) {
            return false;
        }
        hw__progress_read(progress, subject, k->metrics.items[i], &its.reading);
        k->readings.items[k->readings.count++] = its;
    }
    return true;
}

static bool keep(void *user, const hw_caseload_row *row)
{
    keeper *k = user;
    bool is_bad = row->error.status != HW_OK, good = true;
    kept_plan plan = {.name = clean_name(k, row->name),
                      .uid = copy_text(k, hw_caseload_row_uid(row)),
                      .error = is_bad ? copy_text(k, row->error.message) : NULL,
                      .attention = list_reasons(k, row->attention, &good),
                      .status = row->error.status,
                      .line = row->error.line,
                      .from = row->from,
                      .to = row->to,
                      .first = k->subjects.count};
    good = good && plan.name && (plan.uid || !row->plan) && (plan.error || !is_bad) &&
           hw__vec_push(&k->plans, plan);
    size_t count = hw_progress_subject_count(row->progress);
    for (size_t i = 0; good && i < count; i++) {
        good = hw_progress_subject_at(row->progress, i) != k->subject || keep_subject(k, row->progress, i);
    }
    k->status = good ? HW_OK : HW_ERR_MEMORY;
    return good;
}

/* ---- the table ---- */

static void put_plan(const keeper *k, hw_table *table, size_t row, size_t index)
{
    const kept_plan *plan = &k->plans.items[index];
    hw__table_int(table, INDEX, row, (int64_t)index);
    hw__table_text(table, NAME, row, plan->name);
    hw__table_text(table, UID, row, plan->uid);
    hw__table_text(table, STATUS, row, hw_status_name((hw_status)plan->status));
    hw__table_text(table, ERROR, row, plan->error);
    if (plan->line > 0) {
        hw__table_int(table, LINE, row, plan->line);
    }
    hw__table_date(table, FROM, row, plan->from);
    hw__table_date(table, TO, row, plan->to);
    hw__table_text(table, ATTENTION, row, plan->attention);
}

static void put_reading(const keeper *k, hw_table *table, size_t row, size_t subject, size_t metric)
{
    const kept_reading *its = &k->readings.items[subject * k->metrics.count + metric];
    const hw__reading *reading = &its->reading;
    hw__table_text(table, SUBJECT, row, hw_subject_name(k->subjects.items[subject].kind));
    hw__table_text(table, ID, row, k->subjects.items[subject].id);
    hw__table_text(table, METRIC, row, hw_metric_name(k->metrics.items[metric]));
    hw__table_text(table, UNIT, row, its->unit);
    hw__table_int(table, NUMERATOR, row, reading->numerator);
    hw__table_int(table, DENOMINATOR, row, reading->denominator);
    hw__table_bool(table, FEW, row, hw__reading_is_few(reading, hw__metric_at(k->metrics.items[metric])));
    if (reading->undefined == HW_UNDEFINED_NOT) {
        hw__table_number(table, VALUE, row, reading->value);
    } else {
        hw__table_text(table, UNDEFINED, row, hw_undefined_name(reading->undefined));
    }
}

static size_t subjects_end(const keeper *k, size_t plan)
{
    return plan + 1 < k->plans.count ? k->plans.items[plan + 1].first : k->subjects.count;
}

static hw_table *make_table(const keeper *k, hw_error *err)
{
    size_t rows = k->readings.count, row = 0;
    for (size_t i = 0; i < k->plans.count; i++) {
        rows += k->plans.items[i].first == subjects_end(k, i);
    }
    hw_table *table = hw__table_new(columns, COLUMNS, rows, err);
    for (size_t i = 0; table && i < k->plans.count; i++) {
        size_t first = k->plans.items[i].first, end = subjects_end(k, i);
        if (first == end) {
            put_plan(k, table, row++, i);
        }
        for (size_t reading = first * k->metrics.count; reading < end * k->metrics.count; reading++) {
            put_plan(k, table, row, i);
            put_reading(k, table, row++, reading / k->metrics.count, reading % k->metrics.count);
        }
    }
    return table ? hw__table_done(table, err) : NULL;
}

/* Those that were asked for; or the ledger, or all of a measure. False without memory. */
static bool choose_metrics(keeper *k, const hw_caseload *caseload)
{
    size_t count = caseload->metrics.count;
    int end = k->subject == HW_SUBJECT_MEASURE ? HW_METRIC_COUNT : HW_METRIC_MINUTES + 1;
    if (!hw__vec_reserve(&k->metrics, count > 0 ? count : HW_METRIC_COUNT)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        k->metrics.items[k->metrics.count++] = caseload->metrics.items[i];
    }
    for (int metric = 0; count == 0 && metric < end; metric++) {
        if (hw_metric_applies((hw_metric)metric, k->subject)) {
            k->metrics.items[k->metrics.count++] = (hw_metric)metric;
        }
    }
    return true;
}

hw_table *hw_caseload_table(const hw_caseload *caseload, hw_caseload_watch watch, void *watch_user,
                            hw_error *err)
{
    if (!caseload) {
        hw__null_argument(err, "caseload");
        return NULL;
    }
    keeper k = {.subject = caseload->subject};
    if (!choose_metrics(&k, caseload)) {
        hw__no_memory(err);
        return NULL;
    }
    hw_status status = hw_caseload_run(caseload, keep, &k, watch, watch_user, err);
    if (k.status != HW_OK) {
        hw__no_memory(err);
    }
    hw_table *table = status == HW_OK ? make_table(&k, err) : NULL;
    hw__vec_free(&k.metrics);
    hw__vec_free(&k.plans);
    hw__vec_free(&k.subjects);
    hw__vec_free(&k.readings);
    hw__arena_free(&k.texts);
    return table;
}
