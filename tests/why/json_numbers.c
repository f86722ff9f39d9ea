/* SPDX-License-Identifier: MIT */
/* jansson has a number as a binary one: what it writes has not the digits that were read. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "why.h"

int main(void)
{
    static const char text[] = "[0.1, 1.1]";
    json_t *numbers = json_loads(text, 0, NULL);
    char *written = json_dumps(numbers, 0);
    bool same = written && strcmp(written, text) == 0;
    free(written);
    json_decref(numbers);
    return why(!same, "jansson does not write the numbers that it read");
}
