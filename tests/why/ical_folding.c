/* SPDX-License-Identifier: MIT */
/* libical breaks a line between CR and LF when the last piece has a certain length, and lets control
 * characters through. */
#include <libical/ical.h>
#include <string.h>

#include "why.h"

static bool writes_badly(const char *summary)
{
    icalproperty *property = icalproperty_new_summary(summary);
    char *text = icalproperty_as_ical_string_r(property);
    bool bad = strstr(text, "\r\r\n") || strchr(text, '\x01');
    icalmemory_free_buffer(text);
    icalproperty_free(property);
    return bad;
}

int main(void)
{
    char long_word[400];
    bool folds = false;
    for (size_t size = 1; size < sizeof long_word; size++) {
        memset(long_word, 'x', size);
        long_word[size] = '\0';
        folds |= writes_badly(long_word);
    }
    return why(folds || writes_badly("a\x01z"), "libical folds or cleans the text of clients wrongly");
}
