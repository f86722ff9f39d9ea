/* SPDX-License-Identifier: MIT */
/* A reason why something is ours, as a program against the library that is installed: it ends with 0 as long
 * as the reason stands, and with 1, saying so, when it has expired. docs/dependencies.md lists them. */
#ifndef HW_WHY_H
#define HW_WHY_H

#include <stdbool.h>
#include <stdio.h>

static inline int why(bool stands, const char *reason)
{
    printf("%s: %s\n", stands ? "the reason stands" : "THE REASON HAS EXPIRED", reason);
    return stands ? 0 : 1;
}

#endif
