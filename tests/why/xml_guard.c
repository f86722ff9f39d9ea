/* SPDX-License-Identifier: MIT */
/* libxml2 alone takes ever longer for an element with many attributes: why documents pass a guard of ours
 * first. */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "why.h"

static double parse(int attributes)
{
    char *text = malloc((size_t)attributes * 16 + 32), *end = text;
    end += sprintf(end, "<a");
    for (int i = 0; i < attributes; i++)
        end += sprintf(end, " a%d=\"\"", i);
    end += sprintf(end, "/>");
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC};
    clock_t begun = clock();
    xmlSAXUserParseMemory(&handler, NULL, text, (int)(end - text));
    free(text);
    return (double)(clock() - begun) / CLOCKS_PER_SEC;
}

int main(void)
{
    double some = parse(4000), more = parse(16000);
    printf("4,000 attributes %.4f s, 16,000 attributes %.4f s\n", some, more);
    return why(more > 8 * some, "libxml2 is not linear in the attributes of an element");
}
