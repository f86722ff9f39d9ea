/* SPDX-License-Identifier: MIT */
/** @file file.h
 *  A plan in a file: read, locked, saved so that the old or the new file is there, never neither.
 *
 *  Saving writes a temporary file in the same folder, reads it back, flushes it, renames it over the old one
 *  and flushes the folder. It refuses when the file changed since it was read. A plan file is created
 *  readable by its owner only; its mode is never widened. Symbolic links, devices, pipes and folders are
 *  refused. Everything works on bytes without this.
 *
 *  A file is XML or JSON, whatever its content is; it is saved in the form in which it was read. A new one is
 *  JSON if its name ends in `.json`, else XML.
 *
 *      hw_file *file;
 *      hw_plan *plan = hw_file_load("plan.xml", NULL, problems, &file, &err);
 *      // ... change the plan ...
 *      hw_file_save(file, plan, &err);
 *      hw_file_free(file);
 */
#ifndef HOMEWORK_FILE_H
#define HOMEWORK_FILE_H

#include "document.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A file as it was last read or saved by us. Opaque. */
typedef struct hw_file hw_file;

/** Reads a plan from a file, which is locked meanwhile. `file` (may be NULL) gets what hw_file_save() needs;
 *  owned: hw_file_free(). Errors: HW_ERR_NOT_FOUND, HW_ERR_IO (it cannot be opened or read, or is not a
 *  regular file), and as hw_plan_from_xml() and hw_plan_from_json(). Owned: hw_plan_free(). @since 0.1 */
HW_API hw_plan *hw_file_load(const char *path, const hw_read_options *options, hw_problems *problems,
                             hw_file **file, hw_error *err);

/** A file that does not exist yet, to save a new plan in. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned:
 *  hw_file_free().
 *  @since 0.1 */
HW_API hw_file *hw_file_new(const char *path, hw_error *err);

/** Frees it; the file itself is not touched. NULL is ignored. @since 0.1 */
HW_API void hw_file_free(hw_file *file);

/** Saves the plan. On any error but HW_ERR_NOT_DURABLE the old file is untouched. Errors: HW_ERR_CONFLICT
 *  (the file changed, appeared or vanished since it was read), HW_ERR_IO, HW_ERR_NOT_DURABLE (saved, but the
 *  folder could not be flushed), HW_ERR_READ_ONLY, HW_ERR_LIMIT, HW_ERR_ARGUMENT, HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API hw_status hw_file_save(hw_file *file, const hw_plan *plan, hw_error *err);

/** Writes any bytes to a path in the same safe way, replacing what is there. For calendars and reports.
 *  Errors: HW_ERR_ARGUMENT, HW_ERR_IO, HW_ERR_NOT_DURABLE, HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_file_replace(const char *path, const char *data, size_t size, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
