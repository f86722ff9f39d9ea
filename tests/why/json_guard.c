/* SPDX-License-Identifier: MIT */
/* jansson takes values without number, so that a megabyte can cost it eighty. */
#include <jansson.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "why.h"

#define OBJECTS 300000u

int main(void)
{
    char *text = malloc((size_t)OBJECTS * 3 + 2);
    if (!text)
        return 1;
    text[0] = '[';
    for (size_t i = 0; i < OBJECTS; i++)
        memcpy(text + 1 + i * 3, i + 1 < OBJECTS ? "{}," : "{} ", 3);
    text[1 + (size_t)OBJECTS * 3] = ']';
    size_t before = mallinfo2().uordblks;
    json_t *tree = json_loadb(text, (size_t)OBJECTS * 3 + 2, 0, NULL);
    size_t used = mallinfo2().uordblks - before;
    json_decref(tree);
    free(text);
    return why(tree && used > (size_t)OBJECTS * 3 * 40,
               "jansson takes forty times the size of a document and more");
}
