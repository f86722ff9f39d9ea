/* SPDX-License-Identifier: MIT */
/* libical dies of a failed allocation while it writes a small calendar. */
#define _GNU_SOURCE
#include <libical/ical.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "why.h"

extern void *__libc_malloc(size_t size);
extern void *__libc_realloc(void *old, size_t size);
static long left = -1; /* allocations until one fails; -1 = never */

static bool fails(void)
{
    return left > 0 && --left == 0;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}

static void write_calendar(void)
{
    icalcomponent *todo = icalcomponent_new(ICAL_VTODO_COMPONENT);
    icalcomponent_add_property(todo, icalproperty_new_summary("Practice"));
    icalcomponent_add_property(todo, icalproperty_new_uid("1"));
    char *text = icalcomponent_as_ical_string_r(todo);
    icalmemory_free_buffer(text);
    icalcomponent_free(todo);
}

int main(void)
{
    int died = 0;
    for (long nth = 1; nth <= 60; nth++) {
        pid_t child = fork();
        if (child == 0) {
            freopen("/dev/null", "w", stderr);
            left = nth;
            write_calendar();
            _exit(0);
        }
        int status;
        waitpid(child, &status, 0);
        died += WIFSIGNALED(status);
    }
    printf("%d of 60 single failures ended the process\n", died);
    return why(died > 0, "libical does not survive a failed allocation");
}
