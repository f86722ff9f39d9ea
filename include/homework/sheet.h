/* SPDX-License-Identifier: MIT */
/** @file sheet.h
 *  The written sheet of an assignment, for the client to take home: what, why, when, if-then, what may get in
 *  the way and what helps then, what to write down, and whom to ask.
 *
 *  It says what was agreed (contract.h) and nothing else: what nobody has said yet is left out, and
 *  hw_plan_lint() tells what that is. It names people of the plan and is meant for the client's own eyes.
 */
#ifndef HOMEWORK_SHEET_H
#define HOMEWORK_SHEET_H

#include "report.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The sheet of an assignment (its id) as known at a moment, as UTF-8 text with line feeds; options as of
 *  reports (NULL: 80 columns, plain, in the plan's own language). The therapists of the plan are whom to ask.
 *  Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (no such assignment was known then, or it was entered in
 *  error), HW_ERR_LIMIT, HW_ERR_MEMORY, and of the zones those of hw_zones_show(). Owned: hw_string_free().
 *  @since 0.2 */
HW_API char *hw_plan_assignment_sheet(const hw_plan *plan, const char *assignment, hw_instant as_of,
                                      const hw_report_options *options, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
