/* SPDX-License-Identifier: MIT */
/* In a build without libical calendars are written, but not read. */
#include "base/fail.h"
#include "format/calendar_in.h"

bool hw__ical_is_built_in(void)
{
    return false;
}

hw_status hw__ical_read_todo(const hw__ical_part *part, hw__todo_item *out, hw_problems *problems,
                             hw_error *err)
{
    (void)part;
    (void)out;
    (void)problems;
    return hw__fail(err, HW_ERR_UNSUPPORTED, "calendar", "this build cannot read calendars");
}
