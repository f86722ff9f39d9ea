/* SPDX-License-Identifier: MIT */
/* Days, times, spans and words between R and the library, which takes and gives them as ISO 8601 text. */
#include "face.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool hwr_is_nothing(SEXP input)
{
    if (Rf_isNull(input)) {
        return true;
    }
    if (Rf_length(input) != 1) {
        return false;
    }
    switch (TYPEOF(input)) {
    case LGLSXP:
        return LOGICAL(input)[0] == NA_LOGICAL;
    case INTSXP:
        return INTEGER(input)[0] == NA_INTEGER;
    case REALSXP:
        return ISNA(REAL(input)[0]);
    case STRSXP:
        return STRING_ELT(input, 0) == NA_STRING;
    default:
        return false;
    }
}

bool hwr_is_text(SEXP input)
{
    return TYPEOF(input) == STRSXP && Rf_length(input) == 1 && STRING_ELT(input, 0) != NA_STRING;
}

bool hwr_is_number(SEXP input)
{
    return (TYPEOF(input) == INTSXP || TYPEOF(input) == REALSXP) && Rf_length(input) == 1 && !OBJECT(input) &&
           R_FINITE(Rf_asReal(input));
}

SEXP hwr_text(const char *text)
{
    return Rf_ScalarString(text ? Rf_mkCharCE(text, CE_UTF8) : NA_STRING);
}

static size_t count_opened(const char *text)
{
    size_t count = 0;
    for (; *text; text++) {
        count += *text == '<';
    }
    return count;
}

/* The library reads UTF-8; what R has in another encoding is translated, and what is none there comes back as "<dc>": NULL. */
static const char *translated(SEXP text)
{
    const char *utf8 = Rf_translateCharUTF8(text);
    return utf8 == CHAR(text) || count_opened(utf8) == count_opened(CHAR(text)) ? utf8 : NULL;
}

const char *hwr_utf8(SEXP text, const char *name)
{
    const char *utf8 = translated(text);
    if (!utf8) {
        hwr_wrong(name, "text in UTF-8 or the encoding of this session, whose bytes are none");
    }
    return utf8;
}

static SEXP in_utf8(SEXP text)
{
    const char *utf8 = translated(STRING_ELT(text, 0));
    return utf8 == CHAR(STRING_ELT(text, 0)) ? text : utf8 ? hwr_text(utf8) : R_NilValue;
}

SEXP hwr_input(SEXP input, const char *kind)
{
    bool is_date = strcmp(kind, "date") == 0, is_local = strcmp(kind, "local") == 0,
         is_moment = strcmp(kind, "moment") == 0;
    if (Rf_inherits(input, "POSIXt") && (is_local || is_moment)) {
        return hwr_call(is_local ? ".wall_text" : ".moment_text", input);
    }
    if (Rf_inherits(input, "Date") && (is_date || is_local || is_moment)) {
        return hwr_call(".day_text", input);
    }
    if (Rf_inherits(input, "difftime") && strcmp(kind, "duration") == 0) {
        return hwr_call(".span_text", input);
    }
    if (Rf_inherits(input, "factor") && Rf_length(input) == 1) {
        return Rf_asCharacterFactor(input);
    }
    return hwr_is_text(input) ? in_utf8(input) : R_NilValue;
}

/* A word of a factor will do. */
const char *hwr_text_in(SEXP input, const char *name)
{
    if (hwr_is_nothing(input)) {
        return NULL;
    }
    SEXP text = hwr_input(input, "text");
    if (!hwr_is_text(text)) {
        if (hwr_is_text(input)) {
            hwr_utf8(STRING_ELT(input, 0), name);
        }
        hwr_wrong(name, "one text");
    }
    return CHAR(STRING_ELT(text, 0));
}

double hwr_whole(SEXP input, const char *name, double least, double most)
{
    double number = hwr_is_number(input) ? Rf_asReal(input) : NAN;
    if (!(number >= least && number <= most) || number != floor(number)) {
        hwr_wrong(name, "one whole number within range");
    }
    return number;
}

SEXP hwr_with_class(SEXP vector, const char *first, const char *second)
{
    PROTECT(vector);
    SEXP names = PROTECT(Rf_allocVector(STRSXP, second ? 2 : 1));
    SET_STRING_ELT(names, 0, Rf_mkChar(first));
    if (second) {
        SET_STRING_ELT(names, 1, Rf_mkChar(second));
    }
    Rf_setAttrib(vector, R_ClassSymbol, names);
    UNPROTECT(2);
    return vector;
}

SEXP hwr_as_times(SEXP seconds, const char *zone)
{
    PROTECT(seconds);
    hwr_with_class(seconds, "POSIXct", "POSIXt");
    SEXP name = PROTECT(Rf_mkString(zone));
    Rf_setAttrib(seconds, Rf_install("tzone"), name);
    UNPROTECT(2);
    return seconds;
}

static SEXP span(double amount, const char *units)
{
    SEXP value = PROTECT(Rf_ScalarReal(amount));
    SEXP name = PROTECT(Rf_mkString(units));
    hwr_with_class(value, "difftime", NULL);
    Rf_setAttrib(value, Rf_install("units"), name);
    UNPROTECT(2);
    return value;
}

/* Whole days as days, else as minutes if they are whole, else as seconds. */
static SEXP duration_value(const char *text)
{
    hw_duration duration = {0, 0};
    hw_duration_parse(text, &duration, NULL);
    if (!duration.seconds && duration.days) {
        return span(duration.days, "days");
    }
    double seconds = 86400.0 * duration.days + duration.seconds;
    return fmod(seconds, 60) == 0 ? span(seconds / 60, "mins") : span(seconds, "secs");
}

static SEXP date_value(hw_date date)
{
    return hwr_with_class(Rf_ScalarReal(hw_date_days_between((hw_date){1970, 1, 1}, date)), "Date", NULL);
}

/* A clock that was so many minutes east of UTC, under a name that R knows (Etc/GMT+12 to Etc/GMT-12) or as POSIX writes it, which
 * counts westwards. */
static SEXP moment_value(const char *text)
{
    hw_moment moment = {0};
    hw_moment_parse(text, &moment, NULL);
    if (moment.precision == HW_PRECISION_DATE) {
        return date_value(hw_moment_local(moment).date);
    }
    char zone[40] = "UTC";
    int minutes = abs(moment.offset);
    char east = moment.offset < 0 ? '-' : '+', west = moment.offset < 0 ? '+' : '-';
    if (minutes % 60 || minutes > 12 * 60) {
        snprintf(zone, sizeof zone, "<%c%02d%02d>%c%02d:%02d", east, minutes / 60, minutes % 60, west,
                 minutes / 60, minutes % 60);
    } else if (minutes) {
        snprintf(zone, sizeof zone, "Etc/GMT%c%d", west, minutes / 60);
    }
    return hwr_as_times(Rf_ScalarReal((double)moment.instant), zone);
}

SEXP hwr_output(const char *text, const char *kind)
{
    if (strcmp(kind, "date") == 0) {
        hw_date date = {0, 0, 0};
        hw_date_parse(text, &date, NULL);
        return date_value(date);
    }
    if (strcmp(kind, "moment") == 0) {
        return moment_value(text);
    }
    return strcmp(kind, "duration") == 0 ? duration_value(text) : hwr_text(text);
}

/* A Date is refused: which time of the day it means, only the caller knows. */
hw_instant hwr_instant(SEXP input, const char *name)
{
    if (Rf_inherits(input, "POSIXlt")) {
        SEXP counted = PROTECT(hwr_call("as.POSIXct", input));
        hw_instant instant = hwr_instant(counted, name);
        UNPROTECT(1);
        return instant;
    }
    if (hwr_is_text(input)) {
        hw_moment moment = {0};
        if (hw_moment_parse(CHAR(STRING_ELT(input, 0)), &moment, NULL) == HW_OK &&
            moment.precision == HW_PRECISION_EXACT) {
            return moment.instant;
        }
    } else if (hwr_is_number(input) ||
               (Rf_inherits(input, "POSIXct") && Rf_length(input) == 1 && Rf_isNumeric(input))) {
        double seconds = floor(Rf_asReal(input));
        if (seconds >= -9e15 && seconds <= 9e15) {
            return (hw_instant)seconds;
        }
    }
    hwr_wrong(name, "instant");
}

SEXP hwr_instant_value(hw_instant instant)
{
    return hwr_as_times(Rf_ScalarReal((double)instant), "UTC");
}

/* A reminder at a time of day: how many days from the planned one, and the time since midnight. */
SEXP hwr_days_and_clock(int32_t days, int32_t clock)
{
    SEXP list = PROTECT(Rf_allocVector(VECSXP, 2));
    SEXP names = PROTECT(Rf_allocVector(STRSXP, 2));
    SET_VECTOR_ELT(list, 0, Rf_ScalarInteger(days));
    SET_VECTOR_ELT(list, 1, span(clock / 60.0, "mins"));
    SET_STRING_ELT(names, 0, Rf_mkChar("days"));
    SET_STRING_ELT(names, 1, Rf_mkChar("clock"));
    Rf_setAttrib(list, R_NamesSymbol, names);
    UNPROTECT(2);
    return list;
}
