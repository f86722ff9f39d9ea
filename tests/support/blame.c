/* SPDX-License-Identifier: MIT */
#include "support/blame.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

/* Beginnings count too: "fail" finds "failed" and "failure". Lower case. */
static const char *const words[] = {
    /* English */
    "fail",
    "lazy",
    "laziness",
    "noncompl",
    "non-compl",
    "complian",
    "adheren",
    "resist",
    "should have",
    "ought to",
    "must ",
    " bad",
    "poor",
    "neglect",
    "refus",
    "unmotivated",
    "disappoint",
    "careless",
    "blame",
    "fault",
    "guilt",
    "wrong",
    "weak",
    "insufficient",
    "inadequate",
    "lapse",
    "relapse",
    "violat",
    "delinquen",
    "forgetful",
    "unwilling",
    "unable",
    "deficit",
    "worst",
    "disobe",
    "excuses",
    "only ",
    "still not",
    "again not",
    "you did not",
    "not enough",
    "too little effort",
    "behind schedule",
    "overdue",
    "shame",
    "punish",
    /* German */
    "versag",
    "faul",
    "gescheitert",
    "scheiter",
    "schlecht",
    "nachl\xc3\xa4ssig",
    "schuld",
    "verweiger",
    "mangel",
    "unmotiviert",
    "entt\xc3\xa4usch",
    "h\xc3\xa4tte",
    "h\xc3\xa4tten",
    "vers\xc3\xa4um",
    "falsch",
    "schwach",
    "ungen\xc3\xbcgend",
    "unzureichend",
    "r\xc3\xbc"
    "ckfall",
    "ausrede",
    "leider",
    "nur ",
    "immer noch nicht",
    "schon wieder",
    "\xc3\xbc"
    "berf\xc3\xa4llig",
    "tadel",
    "straf",
    "sch\xc3\xa4m",
};

const char *blame_in(const char *text)
{
    char lower[1 << 16];
    size_t size = 0;
    for (; text[size] && size + 1 < sizeof lower; size++) {
        lower[size] =
            (char)((unsigned char)text[size] < 128 ? tolower((unsigned char)text[size]) : text[size]);
    }
    lower[size] = '\0';
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strstr(lower, words[i])) {
            return words[i];
        }
    }
    return NULL;
}
