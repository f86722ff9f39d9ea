/* SPDX-License-Identifier: MIT */
/* Files of assignments, by name; and of reports, each as one text of a value row: address, media type, digest
 * and size, with a NUL after each. */
#include "homework/attachment.h"

#include <string.h>

#include "base/text.h"
#include "model/attachment.h"
#include "model/noun.h"
#include "model/shape_checks.h"

#define MOST_BYTES 999999999999999 /* what a decimal of 15 digits holds */

hw_status hw__attachment_check(const char *href, const char *type, int64_t size, const char *sha256,
                               const char **message)
{
    const char *lines[] = {href, type, sha256};
    const hw__attachment attachment = {.href = (char *)(uintptr_t)href,
                                       .type = (char *)(uintptr_t)type,
                                       .sha256 = (char *)(uintptr_t)sha256};
    if (!href) {
        *message = "the address of an attachment is NULL";
        return HW_ERR_ARGUMENT;
    }
    if (size < -1 || size > MOST_BYTES) {
        *message = "the size of an attachment is not a number of bytes, or -1";
        return HW_ERR_RANGE;
    }
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        if (lines[i] && hw__line_check(lines[i], strlen(lines[i]), HW__MAX_LINE_BYTES) != HW__TEXT_GOOD) {
            *message = "the address, type or digest of an attachment is not one line of 1 to 1,024 bytes";
            return HW_ERR_SYNTAX;
        }
    }
    return hw__attachment_fault(&attachment, message) == HW_PROBLEM_CODE_COUNT ? HW_OK : HW_ERR_SYNTAX;
}

/* ---- of assignments ---- */

/* NULL past the end. */
static hw__attachment *attachment_at(const hw_assignment *assignment, size_t index)
{
    return assignment && index < assignment->attachments.count
               ? (hw__attachment *)assignment->attachments.items + index
               : NULL;
}

size_t hw_assignment_attachment_count(const hw_assignment *assignment)
{
    return assignment ? assignment->attachments.count : 0;
}

static bool copy_line(hw_revision *draft, char **to, const char *text)
{
    *to = text ? hw__arena_text(&draft->arena, text, strlen(text)) : NULL;
    return *to || !text;
}

hw_status hw_assignment_add_attachment(hw_assignment *assignment, const char *href, const char *type,
                                       int64_t size, const char *sha256)
{
    hw_status status;
    hw_error error;
    const char *message = "";
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    status = hw__attachment_check(href, type, size, sha256, &message);
    if (status != HW_OK) {
        hw__fail(&error, status, draft->id, "%s", message);
        return hw__draft_keep(draft, &error);
    }
    if (assignment->attachments.count >= HW__MAX_ATTACHMENTS) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, "attachment", "is one too many: 100 at most");
    }
    hw__attachment copy = {.size = {.value = {.mantissa = size, .scale = 0}, .present = size >= 0}};
    bool good = copy_line(draft, &copy.href, href) && copy_line(draft, &copy.type, type) &&
                copy_line(draft, &copy.sha256, sha256);
    hw__attachment *item = good ? hw__list_add(&draft->arena, &assignment->attachments, sizeof *item) : NULL;
    if (!item) {
        return hw__draft_fail(draft, HW_ERR_MEMORY, "attachment", "");
    }
    if (size < 0) {
        copy.size.value.mantissa = 0;
    }
    *item = copy;
    return HW_OK;
}

hw_status hw_assignment_set_attachment_title(hw_assignment *assignment, size_t index, const char *language,
                                             const char *text)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    hw__attachment *attachment = attachment_at(assignment, index);
    if (!attachment) {
        return hw__draft_fail(&assignment->head, HW_ERR_RANGE, "attachment", "is not there");
    }
    return hw__draft_text(&assignment->head, &attachment->title, language, text, HW__MAX_LINE_BYTES, true,
                          "attachment");
}

hw_status hw_assignment_clear_attachments(hw_assignment *assignment)
{
    return assignment ? hw__draft_clear(&assignment->head, &assignment->attachments) : HW_ERR_ARGUMENT;
}

const char *hw_assignment_attachment_href_at(const hw_assignment *assignment, size_t index)
{
    const hw__attachment *attachment = attachment_at(assignment, index);
    return attachment ? attachment->href : NULL;
}

const char *hw_assignment_attachment_type_at(const hw_assignment *assignment, size_t index)
{
    const hw__attachment *attachment = attachment_at(assignment, index);
    return attachment ? attachment->type : NULL;
}

int64_t hw_assignment_attachment_size_at(const hw_assignment *assignment, size_t index)
{
    const hw__attachment *attachment = attachment_at(assignment, index);
    return attachment && attachment->size.present ? attachment->size.value.mantissa : -1;
}

const char *hw_assignment_attachment_sha256_at(const hw_assignment *assignment, size_t index)
{
    const hw__attachment *attachment = attachment_at(assignment, index);
    return attachment ? attachment->sha256 : NULL;
}

const char *hw_assignment_attachment_title_at(const hw_assignment *assignment, size_t index,
                                              const char *language)
{
    const hw__attachment *attachment = attachment_at(assignment, index);
    return attachment ? hw__texts_pick(&attachment->title, language) : NULL;
}

/* ---- of reports ---- */

size_t hw__attachment_pack(const hw__attachment *attachment, char *packed)
{
    char digits[HW__DECIMAL_MAX_TEXT];
    const char *parts[HW__ATTACHMENT_PARTS] = {attachment->href, attachment->type, attachment->sha256,
                                               digits};
    size_t sizes[HW__ATTACHMENT_PARTS] = {0}, at = 0;
    for (int i = 0; i < HW__ATTACHMENT_PARTS; i++) {
        sizes[i] = parts[i] && parts[i] != digits ? strlen(parts[i]) : 0;
    }
    if (attachment->size.present) {
        sizes[HW__ATTACHMENT_PARTS - 1] = hw__decimal_print(attachment->size.value, digits);
    }
    for (int i = 0; i < HW__ATTACHMENT_PARTS; i++) {
        if (packed && sizes[i] > 0) {
            memcpy(packed + at, parts[i], sizes[i]);
        }
        at += sizes[i];
        if (packed) {
            packed[at] = '\0';
        }
        at++;
    }
    return at;
}

void hw__attachment_unpack(const char *packed, hw__attachment *out)
{
    const char *parts[HW__ATTACHMENT_PARTS];
    size_t sizes[HW__ATTACHMENT_PARTS];
    for (int i = 0; i < HW__ATTACHMENT_PARTS; i++) {
        parts[i] = packed;
        sizes[i] = strlen(packed);
        packed += sizes[i] + 1;
    }
    *out = (hw__attachment){.href = (char *)(uintptr_t)parts[0],
                            .type = sizes[1] > 0 ? (char *)(uintptr_t)parts[1] : NULL,
                            .sha256 = sizes[2] > 0 ? (char *)(uintptr_t)parts[2] : NULL};
    out->size.present = sizes[3] > 0 && hw__decimal_parse(parts[3], sizes[3], &out->size.value);
}

hw_status hw_entry_add_attachment(hw_entry *entry, const char *href, const char *type, int64_t size,
                                  const char *sha256)
{
    const char *message = "";
    if (!entry) {
        return HW_ERR_ARGUMENT;
    }
    hw_status status = hw__attachment_check(href, type, size, sha256, &message);
    if (status != HW_OK) {
        return hw__entry_fail(entry, status, "attachment", message);
    }
    const hw__attachment file = {.href = (char *)(uintptr_t)href,
                                 .type = (char *)(uintptr_t)type,
                                 .sha256 = (char *)(uintptr_t)sha256,
                                 .size = {.value = {.mantissa = size < 0 ? 0 : size}, .present = size >= 0}};
    char packed[HW__ATTACHMENT_BYTES];
    hw__entry_value row = {.kind = HW_VALUE_ATTACHMENT};
    return hw__entry_add_value(entry, row, NULL, packed, hw__attachment_pack(&file, packed));
}

/* The file of a value row; false if it holds none. */
static bool file_at(const hw_log *log, size_t index, size_t row, hw__attachment *out)
{
    if (hw_log_value_kind(log, index, row) != HW_VALUE_ATTACHMENT) {
        return false;
    }
    const char *packed = hw_log_value_text(log, index, row);
    if (packed) {
        hw__attachment_unpack(packed, out);
    }
    return packed != NULL;
}

const char *hw_log_value_type(const hw_log *log, size_t index, size_t row)
{
    hw__attachment file;
    return file_at(log, index, row, &file) ? file.type : NULL;
}

int64_t hw_log_value_size(const hw_log *log, size_t index, size_t row)
{
    hw__attachment file;
    return file_at(log, index, row, &file) && file.size.present ? file.size.value.mantissa : -1;
}

const char *hw_log_value_sha256(const hw_log *log, size_t index, size_t row)
{
    hw__attachment file;
    return file_at(log, index, row, &file) ? file.sha256 : NULL;
}
