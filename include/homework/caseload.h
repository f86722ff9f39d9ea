/* SPDX-License-Identifier: MIT */
/** @file caseload.h
 *  Many plans in one pass: each is read, its progress is worked out and given to a function, and then it is
 *  forgotten. Memory does not grow with the number of plans (but for their names).
 *
 *  A plan that cannot be read is a row with an error; the run goes on. Rows come on the caller's thread and in the
 *  order in which the plans were added, the same whatever the number of threads. Files are opened as
 *  hw_file_load() opens them; whether they are XML or JSON, their content says.
 *
 *      static bool print(void *user, const hw_caseload_row *row)
 *      {
 *          double done;
 *          if (hw_progress_value(hw_caseload_row_progress(row), 0, HW_METRIC_DONE, &done))
 *              printf("%s %.2f\n", hw_caseload_row_name(row), done);
 *          return true;
 *      }
 *
 *      hw_caseload *caseload = hw_caseload_new(now, &err);
 *      hw_caseload_add_path(caseload, "anna.xml", &err);
 *      hw_caseload_add_path(caseload, "ben.json", &err);
 *      hw_caseload_run(caseload, print, NULL, NULL, NULL, &err);
 *      hw_caseload_free(caseload);
 */
#ifndef HOMEWORK_CASELOAD_H
#define HOMEWORK_CASELOAD_H

#include "attention.h"
#include "document.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How many days a caseload looks back when nobody says. */
#define HW_CASELOAD_DAYS 28

/** Plans to be gone through, and how. Opaque. One thread at a time may change or run it. */
typedef struct hw_caseload hw_caseload;

/** What came of one plan. Opaque; borrowed during the call of a hw_caseload_sink, with everything in it. */
typedef struct hw_caseload_row hw_caseload_row;

/** Takes a row, on the thread that runs the caseload; false stops the run with HW_ERR_CANCELLED. */
typedef bool (*hw_caseload_sink)(void *user, const hw_caseload_row *row);

/** Hears how far the run is, on the same thread: once before the first row (0 done), then after each. False stops
 *  the run with HW_ERR_CANCELLED. */
typedef bool (*hw_caseload_watch)(void *user, size_t done, size_t total);

/** An empty caseload, as of a moment: the last HW_CASELOAD_DAYS days, one thread, the system's zones, no reasons
 *  for attention. Errors: HW_ERR_MEMORY. Owned: hw_caseload_free(). @since 0.2 */
HW_API hw_caseload *hw_caseload_new(hw_instant as_of, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_caseload_free(hw_caseload *caseload);

/** Adds a plan in a file; the path is copied, and is the plan's name. Nothing is opened before the run. Errors:
 *  HW_ERR_ARGUMENT (NULL), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_caseload_add_path(hw_caseload *caseload, const char *path, hw_error *err);

/** Adds a plan in memory under a name, which is copied and need not be unique. The bytes are borrowed: they must
 *  stay as they are until the last run has ended. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_caseload_add_bytes(hw_caseload *caseload, const char *name, const char *data, size_t size,
                                       hw_error *err);

/** The same with a copy of the bytes, which goes with the caseload. Errors: as hw_caseload_add_bytes(). @since 0.2 */
HW_API hw_status hw_caseload_add_copy(hw_caseload *caseload, const char *name, const char *data, size_t size,
                                      hw_error *err);

/** Flags the plan at an index for a person, or takes that back: HW_ATTENTION_FLAGGED. Errors: HW_ERR_ARGUMENT
 *  (NULL, past the end). @since 0.2 */
HW_API hw_status hw_caseload_flag(hw_caseload *caseload, size_t index, bool flagged, hw_error *err);

/** How many plans were added; 0 for NULL. @since 0.2 */
HW_API size_t hw_caseload_count(const hw_caseload *caseload);

/** Looks at the occurrences with a key from the day `from` until before the day `to`, the same for all plans.
 *  Errors: HW_ERR_ARGUMENT (NULL, no such day), HW_ERR_RANGE (to before from). @since 0.2 */
HW_API hw_status hw_caseload_set_window(hw_caseload *caseload, hw_date from, hw_date to, hw_error *err);

/** Looks at the last days of each plan, 1-3660, the one of the moment included, by the clock of its client.
 *  Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_caseload_set_days(hw_caseload *caseload, int32_t days, hw_error *err);

/** How progress is worked out; NULL = by the defaults. The options are copied. Errors: HW_ERR_ARGUMENT.
 *  @since 0.2 */
HW_API hw_status hw_caseload_set_progress(hw_caseload *caseload, const hw_progress_options *options,
                                          hw_error *err);

/** How plans are read; NULL = by the defaults. The options are copied. Zones that they do not have stay as they
 *  were. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_caseload_set_reading(hw_caseload *caseload, const hw_read_options *options,
                                         hw_error *err);

/** Reads with these zones, which all plans share: each is looked up once. The caseload keeps a reference. Errors:
 *  HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_caseload_set_zones(hw_caseload *caseload, hw_zones *zones, hw_error *err);

/** How many threads work, the caller's among them, 0-256: 1 = the caller's alone, 0 = as many as there are
 *  processors. Fewer where the system gives no more, and one in a build without threads. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_caseload_set_threads(hw_caseload *caseload, int32_t threads, hw_error *err);

/** Works out why each plan is to be looked at (see hw_plan_attention()), with so many occurrences in
 *  silence, 1-1000; 0 = not at all. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_caseload_set_attention(hw_caseload *caseload, int32_t silence, hw_error *err);

/** Which metrics a table has, in this order; none = as when nobody says: the ledger and the rates, of measures all
 *  that they have. Errors: HW_ERR_ARGUMENT (NULL, no such metric), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_caseload_set_metrics(hw_caseload *caseload, const hw_metric *metrics, size_t count,
                                         hw_error *err);

/** Of which subjects a table has rows, and that progress has them; HW_SUBJECT_PLAN when nobody says. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE.
 *  @since 0.2 */
HW_API hw_status hw_caseload_set_subject(hw_caseload *caseload, hw_subject subject, hw_error *err);

/** Goes through all plans and gives a row for each to the sink. May be repeated. `watch` may be NULL. An error of
 *  one plan is in its row. What the functions change in the caseload counts from the next run on. Errors:
 *  HW_ERR_ARGUMENT (NULL), HW_ERR_CANCELLED, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_caseload_run(const hw_caseload *caseload, hw_caseload_sink sink, void *user,
                                 hw_caseload_watch watch, void *watch_user, hw_error *err);

/** Goes through all plans and gives one table: a row for each plan, subject and metric, with value, numerator,
 *  denominator and the reason when undefined; one row without a metric for a plan that has an error, or no such
 *  subject. This grows with the plans. Errors: as hw_caseload_run(). Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_caseload_table(const hw_caseload *caseload, hw_caseload_watch watch, void *watch_user,
                                   hw_error *err);

/** Which plan it is: an index from 0, in the order in which they were added. 0 for NULL. @since 0.2 */
HW_API size_t hw_caseload_row_index(const hw_caseload_row *row);

/** The path or name under which it was added; NULL for NULL. @since 0.2 */
HW_API const char *hw_caseload_row_name(const hw_caseload_row *row);

/** The plan's uid; NULL if it could not be read. @since 0.2 */
HW_API const char *hw_caseload_row_uid(const hw_caseload_row *row);

/** What went wrong with this plan; its status is HW_OK if nothing did. NULL for NULL. @since 0.2 */
HW_API const hw_error *hw_caseload_row_error(const hw_caseload_row *row);

/** Everything that reading found, warnings too; as of hw_plan_from_xml(). NULL for NULL. @since 0.2 */
HW_API const hw_problems *hw_caseload_row_problems(const hw_caseload_row *row);

/** The first day of the window; all zero if there is no progress. @since 0.2 */
HW_API hw_date hw_caseload_row_from(const hw_caseload_row *row);

/** The day after the last of the window; all zero if there is no progress. @since 0.2 */
HW_API hw_date hw_caseload_row_to(const hw_caseload_row *row);

/** The plan; NULL if it could not be read. @since 0.2 */
HW_API const hw_plan *hw_caseload_row_plan(const hw_caseload_row *row);

/** Its progress over the window; NULL after an error. @since 0.2 */
HW_API const hw_progress *hw_caseload_row_progress(const hw_caseload_row *row);

/** Why it is to be looked at; NULL after an error, and if nobody asked. @since 0.2 */
HW_API const hw_attention *hw_caseload_row_attention(const hw_caseload_row *row);

#ifdef __cplusplus
}
#endif

#endif
