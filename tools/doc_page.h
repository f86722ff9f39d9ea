/* SPDX-License-Identifier: MIT */
/* A file that is printed from tables: the program of it prints it, or compares what is there. */
#ifndef HW_TOOLS_DOC_PAGE_H
#define HW_TOOLS_DOC_PAGE_H

#include <stdbool.h>
#include <stdio.h>

/* What main() returns: prints to the standard output, or with a file as its argument says whether that has to be
 * printed again, since it is not what `tables` say. `print` is false when that cannot be done. */
int doc_page(int argc, char **argv, const char *tables, bool (*print)(FILE *out));

#endif
