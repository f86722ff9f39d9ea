/* SPDX-License-Identifier: MIT */
/* A calendar that the guard has let through, component by component and line by line: where each stands, so
 * that it can be copied as it is, and what it says, unfolded. */
#ifndef HW_FORMAT_ICAL_LINES_H
#define HW_FORMAT_ICAL_LINES_H

#include "base/buffer.h"
#include "base/vec.h"

/* A part of a line: text that need not end in NUL. */
typedef struct hw__ical_span {
    const char *data;
    size_t size;
} hw__ical_span;

/* A line of a component. */
typedef struct hw__ical_line {
    size_t begin, end; /* as it stands, its folds and its end included */
    size_t text, size; /* unfolded, in hw__ical_piece.text */
    size_t name;       /* how long its name is */
    size_t value;      /* where its value begins in the text */
    unsigned depth;    /* 1 = of the component itself, 2 = of what is in it */
} hw__ical_line;

/* A component of the calendar, or what stands between two of them, which then has no lines. */
typedef struct hw__ical_piece {
    const char *data; /* the calendar */
    size_t size, begin, end;
    bool started;
    unsigned depth; /* of calendars that are open */
    hw__buffer text;
    HW__VEC(hw__ical_line) lines;
} hw__ical_piece;

void hw__ical_piece_start(hw__ical_piece *piece, const char *data, size_t size);
/* Goes to the next one; false at the end, or without memory: then `piece->text.status` says so. */
bool hw__ical_piece_next(hw__ical_piece *piece);
void hw__ical_piece_close(hw__ical_piece *piece);

hw__ical_span hw__ical_name(const hw__ical_piece *piece, const hw__ical_line *line);
/* From the first ; on, "" if there are none. */
hw__ical_span hw__ical_parameters(const hw__ical_piece *piece, const hw__ical_line *line);
/* Without blanks around it. */
hw__ical_span hw__ical_value(const hw__ical_piece *piece, const hw__ical_line *line);
/* The next parameter of a list that is cut off at it: its name, and its value without quotes; false after the
 * last. `whole` (may be NULL) is all of it with its semicolon. */
bool hw__ical_parameter(hw__ical_span *list, hw__ical_span *name, hw__ical_span *value, hw__ical_span *whole);
/* Whether a text is a word, letters of either case; `word` is in upper case. */
bool hw__ical_is(hw__ical_span text, const char *word);

/* NAME;PARAMETERS:VALUE, folded; `eol` is what ends a line. */
void hw__ical_put_line(hw__buffer *out, const char *text, size_t size, const char *eol);

#endif
