/* SPDX-License-Identifier: MIT */
/* How what went wrong in C becomes a condition of R's: R makes it, signals it, and does not come back. */
#include "face.h"

#include <string.h>

#include "text_enums.h"

bool hwr_is_left;
SEXP hwr_token;

static SEXP home(void)
{
    SEXP name = PROTECT(Rf_mkString("homework"));
    SEXP namespace = R_FindNamespace(name);
    UNPROTECT(1);
    return namespace;
}

SEXP hwr_call(const char *function, SEXP argument)
{
    SEXP call = PROTECT(Rf_lang2(Rf_install(function), argument));
    SEXP answer = Rf_eval(call, PROTECT(home()));
    UNPROTECT(2);
    return answer;
}

static _Noreturn void signal_it(int status, int line, int column, const char *subject, const char *message)
{
    SEXP parts = PROTECT(Rf_allocVector(VECSXP, 5));
    SET_VECTOR_ELT(parts, 0, Rf_ScalarInteger(status));
    SET_VECTOR_ELT(parts, 1, Rf_ScalarInteger(line));
    SET_VECTOR_ELT(parts, 2, Rf_ScalarInteger(column));
    SET_VECTOR_ELT(parts, 3, hwr_text(subject));
    SET_VECTOR_ELT(parts, 4, hwr_text(message));
    hwr_call(".raise", parts);
    Rf_error("%s", message);
}

_Noreturn void hwr_raise(hw_error *error)
{
    int status = error->status;
    error->status = HW_OK;
    if (hwr_is_left) {
        hwr_is_left = false;
        R_ContinueUnwind(hwr_token);
    }
    signal_it(status, error->line, error->column, error->subject, error->message);
}

typedef struct description {
    const char *kind;
    const char *words;
} description;

static const description descriptions[] = {
    {"date", "one day: a Date, or text like \"2025-03-06\""},
    {"local",
     "one planned time: text like \"2025-03-06T19:00\", a POSIXct as it is shown, or a Date for a whole day"},
    {"moment", "one moment: a POSIXct, text with an offset like \"2025-03-06T19:00:00+01:00\", or a Date if "
               "only the day is known"},
    {"instant",
     "one instant: a POSIXct, seconds since 1970, or text with an offset like \"2025-03-06T19:00:00+01:00\""},
    {"duration", "one duration: a difftime, or text like \"P1D\" or \"PT30M\""},
};

static void append(char *out, size_t room, const char *text)
{
    size_t have = strlen(out), wanted = strlen(text);
    if (have + wanted + 1 <= room) {
        memcpy(out + have, text, wanted + 1);
    }
}

/* The words that there are, as far as they fit. */
static void append_words(char *out, size_t room, const char *type)
{
    const hwt_enum *known = hwt_enum_of(type);
    append(out, room, "one of");
    for (int i = 0; known && i < known->count; i++) {
        append(out, room, i ? ", \"" : " \"");
        append(out, room, hwt_enum_word(type, i));
        append(out, room, "\"");
    }
}

_Noreturn void hwr_wrong(const char *name, const char *what)
{
    char message[2048] = "";
    append(message, sizeof message, name);
    append(message, sizeof message, " must be ");
    for (size_t i = 0; i < sizeof descriptions / sizeof *descriptions; i++) {
        if (strcmp(what, descriptions[i].kind) == 0) {
            what = descriptions[i].words;
        }
    }
    if (hwt_enum_of(what)) {
        append_words(message, sizeof message, what);
    } else {
        append(message, sizeof message, what);
    }
    signal_it(HW_ERR_ARGUMENT, 0, 0, name, message);
}
