/* SPDX-License-Identifier: MIT */
/* How errors are filled in. Whatever the arguments hold, the texts that come out are clean: valid UTF-8, no
 * control characters, cut at a character, closed by a NUL. */
#include "base/fail.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* Copies at most room - 1 bytes. What is no printable UTF-8 becomes a question mark: an id that is refused
 * for its bytes is still named, and no terminal is told to do anything. */
static void copy_clean(char *out, size_t room, const char *text)
{
    size_t size = hw__utf8_cut(text, strnlen(text, room - 1));
    for (size_t i = 0; i < size;) {
        size_t step = 1;
        while ((unsigned char)text[i] >= 0xC0 && step < 4 && i + step < size &&
               ((unsigned char)text[i + step] & 0xC0) == 0x80) {
            step++;
        }
        if (hw__line_check(text + i, step, step) == HW__TEXT_GOOD) {
            memcpy(out + i, text + i, step);
        } else {
            memset(out + i, '?', step);
        }
        i += step;
    }
    out[size] = '\0';
}

hw_status hw__fail_list(hw_error *err, hw_status status, int32_t line, int32_t column, const char *subject,
                        const char *format, va_list arguments)
{
    if (!err) {
        return status;
    }
    /* The arguments may point into `err` itself, so it is written last. */
    char message[sizeof err->message + 4];
    char name[sizeof err->subject];
    if (vsnprintf(message, sizeof message, format, arguments) < 0) {
        message[0] = '\0';
    }
    copy_clean(name, sizeof name, subject ? subject : "");
    hw_error_clear(err);
    err->status = (int32_t)status;
    err->line = line;
    err->column = column;
    memcpy(err->subject, name, strlen(name));
    copy_clean(err->message, sizeof err->message, message);
    return status;
}

hw_status hw__fail(hw_error *err, hw_status status, const char *subject, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    hw__fail_list(err, status, 0, 0, subject, format, arguments);
    va_end(arguments);
    return status;
}

hw_status hw__fail_at(hw_error *err, hw_status status, int32_t line, int32_t column, const char *subject,
                      const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    hw__fail_list(err, status, line, column, subject, format, arguments);
    va_end(arguments);
    return status;
}

hw_status hw__no_memory(hw_error *err)
{
    return hw__fail(err, HW_ERR_MEMORY, NULL, "memory ran out");
}

hw_status hw__null_argument(hw_error *err, const char *name)
{
    return hw__fail(err, HW_ERR_ARGUMENT, name, "%s must not be NULL", name);
}

hw_status hw__ok(hw_error *err)
{
    hw_error_clear(err);
    return HW_OK;
}
