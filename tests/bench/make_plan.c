/* SPDX-License-Identifier: MIT */
/* Writes a generated plan document to standard output: make_plan ENTRIES [SEED] */
#include <stdio.h>
#include <stdlib.h>

#include "plan_text.h"

int main(int count, char **arguments)
{
    if (count < 2 || count > 3) {
        fputs("usage: make_plan ENTRIES [SEED]\n", stderr);
        return 2;
    }
    plan_text_options options = {.entries = strtoul(arguments[1], NULL, 10),
                                 .seed = 1,
                                 .values = 2,
                                 .notes = true};
    if (count > 2) {
        options.seed = strtoull(arguments[2], NULL, 10);
    }
    plan_text text = plan_text_make(&options);
    size_t written = fwrite(text.data, 1, text.size, stdout);
    bool good = written == text.size && fflush(stdout) == 0;
    free(text.data);
    return good ? 0 : 1;
}
