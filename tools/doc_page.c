/* SPDX-License-Identifier: MIT */
/* Is a printed file what the tables say? Character by character. */
#include "doc_page.h"

static bool is_same(FILE *a, FILE *b)
{
    int c, d;
    do {
        c = getc(a);
        d = getc(b);
    } while (c == d && c != EOF);
    return c == d;
}

int doc_page(int argc, char **argv, const char *tables, bool (*print)(FILE *out))
{
    if (argc < 2) {
        return print(stdout) && fflush(stdout) == 0 ? 0 : 1;
    }
    FILE *file = fopen(argv[1], "r"), *wanted = tmpfile();
    bool good = file && wanted && print(wanted);
    if (good) {
        rewind(wanted);
        good = is_same(file, wanted);
    }
    if (!good) {
        fprintf(stderr, "%s: not what %s; print it again\n", argv[1], tables);
    }
    if (file) {
        fclose(file);
    }
    if (wanted) {
        fclose(wanted);
    }
    return good ? 0 : 1;
}
