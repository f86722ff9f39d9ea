/* SPDX-License-Identifier: MIT */
/** @file attachment.h
 *  Files that belong to an assignment or to an entry: a worksheet, a recording, a picture.
 *
 *  A file is named, never opened, copied or sent: its address, and what is known about it. The digest tells
 *  whether the file that somebody has is the one that was meant.
 */
#ifndef HOMEWORK_ATTACHMENT_H
#define HOMEWORK_ATTACHMENT_H

#include "assignment.h"
#include "entry.h"
#include "log.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How many files an assignment has. @since 0.2 */
HW_API size_t hw_assignment_attachment_count(const hw_assignment *assignment);

/** Adds a file: its address (a URI or relative reference, up to 1,024 bytes), its media type (NULL = not
 *  known), its size in bytes (-1 = not known), its SHA-256 as 64 hexadecimal digits in lower case (NULL = not
 *  known). Errors: HW_ERR_ARGUMENT (no address), HW_ERR_SYNTAX, HW_ERR_RANGE (size), HW_ERR_LIMIT (100),
 *  HW_ERR_STATE (not a draft), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_assignment_add_attachment(hw_assignment *assignment, const char *href, const char *type,
                                              int64_t size, const char *sha256);

/** Sets what a file is called in one language (NULL = the plan's own), one line; NULL text removes it. Errors:
 *  HW_ERR_RANGE (past the end), HW_ERR_SYNTAX, HW_ERR_STATE, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_assignment_set_attachment_title(hw_assignment *assignment, size_t index,
                                                    const char *language, const char *text);

/** Removes all files. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_clear_attachments(hw_assignment *assignment);

/** The address of a file. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_assignment_attachment_href_at(const hw_assignment *assignment, size_t index);

/** Its media type. Borrowed; NULL if it is not known. @since 0.2 */
HW_API const char *hw_assignment_attachment_type_at(const hw_assignment *assignment, size_t index);

/** Its size in bytes; -1 if it is not known. @since 0.2 */
HW_API int64_t hw_assignment_attachment_size_at(const hw_assignment *assignment, size_t index);

/** Its SHA-256 in hexadecimal digits. Borrowed; NULL if it is not known. @since 0.2 */
HW_API const char *hw_assignment_attachment_sha256_at(const hw_assignment *assignment, size_t index);

/** What it is called, picked by BCP 47 lookup. Borrowed; NULL if there is nothing. @since 0.2 */
HW_API const char *hw_assignment_attachment_title_at(const hw_assignment *assignment, size_t index,
                                                     const char *language);

/** Adds a file to a report, as hw_assignment_add_attachment() does. Errors: the same, and HW_ERR_LIMIT (1,000
 *  rows). @since 0.2 */
HW_API hw_status hw_entry_add_attachment(hw_entry *entry, const char *href, const char *type, int64_t size,
                                         const char *sha256);

/** The media type of a value row that holds a file; its address is the row's text. Borrowed; NULL for none.
 *  @since 0.2 */
HW_API const char *hw_log_value_type(const hw_log *log, size_t index, size_t row);

/** The size in bytes of the file of a value row; -1 for none. @since 0.2 */
HW_API int64_t hw_log_value_size(const hw_log *log, size_t index, size_t row);

/** The SHA-256 of the file of a value row. Borrowed; NULL for none. @since 0.2 */
HW_API const char *hw_log_value_sha256(const hw_log *log, size_t index, size_t row);

#ifdef __cplusplus
}
#endif

#endif
