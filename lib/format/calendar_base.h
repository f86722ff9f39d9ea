/* SPDX-License-Identifier: MIT */
/* What both calendar profiles need to know of a plan: what each assignment is called there, when what is
 * shown was recorded, the ids of components, the zones in use, and what a to-do says about an occurrence.
 * Nothing else of the plan gets into a calendar. */
#ifndef HW_FORMAT_CALENDAR_BASE_H
#define HW_FORMAT_CALENDAR_BASE_H

#include "base/sha1.h"
#include "format/ical_out.h"
#include "homework/calendar.h"
#include "schedule/occur.h"

#define HW__MAX_FEED_NAME 200 /* bytes */

struct hw_calendar_options {
    uint8_t profile;                  /* hw_calendar_profile */
    hw_date until;                    /* all zero = not set */
    int32_t refresh;                  /* minutes, of a feed; 0 = it is none */
    bool sessions, goals;             /* whether they are written, too */
    char name[HW__MAX_FEED_NAME + 1]; /* "" = a neutral one */
};

/* What a profile writes. */
typedef struct hw__profile {
    bool events, todos;
    bool relates;         /* a to-do names the event that shows the same occurrence */
    bool in_time;         /* an event rings at its beginning at the latest */
    bool microsoft;       /* how an event is shown, in Outlook's own properties */
    bool names_zone;      /* a feed says its zone */
    uint8_t event_alarms; /* most of an event, each so long before or after its beginning */
    uint8_t todo_alarms;  /* most of a to-do, each at an instant */
    uint8_t forms;        /* of rules that may be written (hw__series_form); the rest goes day by day */
    unsigned exdates;     /* most of a series */
    size_t most_components, most_bytes; /* of a file; 0 = any number */
} hw__profile;

/* The same, or the defaults for NULL. */
const hw_calendar_options *hw__calendar_options(const hw_calendar_options *options);
const hw__profile *hw__calendar_profile(const hw_calendar_options *options);

/* Known revisions, and when the last of them was recorded; {0} = there are none. */
typedef struct hw__history {
    int64_t count;
    hw_instant changed;
} hw__history;

/* Which event shows an occurrence. */
typedef struct hw__link {
    int64_t key; /* hw__occurrence_key() */
    hw__uuid uuid;
} hw__link;

/* What the components of one assignment have in common. */
typedef struct hw__cover {
    const hw_assignment *latest; /* its last revision that is known; NULL = none is */
    size_t summary, description; /* where their lines begin in hw__calendar.lines */
    size_t summary_size, description_size;
    hw_instant created;
    hw__history history;  /* of the assignment, the settings, the holds, and what it hangs on */
    hw__history around;   /* of its excuses, and of the sessions if they say when its events end */
    hw__history evidence; /* of the reports about what it comes after */
    int64_t reach;        /* by how many days it may be due before or after its key */
    bool quota;           /* it is one, or has been */
    hw__sha1 space;       /* the plan's uid and the assignment's id taken in */
} hw__cover;

/* A component as it was written: where it lies, what it is known by, and the zone that it needs. */
typedef struct hw__mark {
    size_t begin, end;
    hw__uuid uuid;
    const hw__zone *zone; /* NULL = none */
    hw_instant from, to;
} hw__mark;
typedef HW__VEC(hw__mark) hw__marks;

/* A zone, and from when to when it is needed. */
typedef struct hw__zone_need {
    const char *name;
    const hw__zone *zone;
    hw_instant from, to;
} hw__zone_need;

typedef struct hw__calendar {
    const hw_plan *plan;
    hw_instant as_of;
    const char *zone;                   /* the client's */
    const hw_calendar_options *options; /* NULL while one is read, and so the next two */
    const hw__profile *profile;
    hw__buffer *out;
    hw__marks *marks;        /* NULL = nobody wants to know where components lie */
    bool ever;               /* sessions and goals are written even if they are not any more */
    int32_t today;           /* the client's day at as_of */
    hw__buffer lines;        /* SUMMARY and DESCRIPTION lines, ready to be copied */
    hw__sha1 space;          /* the plan's uid taken in */
    hw__cover *covers;       /* by assignment */
    hw__cover own, check_in; /* of what the plan itself rings */
    hw_wording wording;      /* what may be said */
    hw__history sessions;
    hw__history apart;             /* what makes all of it look different, but is no revision of theirs */
    int32_t last_session;          /* the day of the last planned one; HW__NO_DAY if there is none */
    struct hw__rings *rings;       /* of events; NULL until they are needed */
    hw__occurrence_source *source; /* of events; NULL until the first is gathered */
    HW__VEC(hw__zone_need) zones;
    HW__VEC(hw__link) links; /* of the occurrences of the days link_from <= day < link_to */
    int32_t link_from, link_to;
    hw__zone_hint hint;
} hw__calendar;

hw_status hw__calendar_open(hw__calendar *calendar, const hw_plan *plan, hw_instant as_of, hw_error *err);
/* The same, to write with options; NULL stands for the defaults. To be closed in any case. */
hw_status hw__calendar_start(hw__calendar *calendar, const hw_plan *plan, hw_instant as_of,
                             const hw_calendar_options *options, hw__buffer *out, hw_error *err);
void hw__calendar_close(hw__calendar *calendar);
/* Notes that a zone is needed from one instant to another; if the first is the later, only finds it. NULL
 * with `err` filled in. */
const hw__zone *hw__calendar_zone(hw__calendar *calendar, const char *name, hw_instant from, hw_instant to,
                                  hw_error *err);

/* The day of the first planned session from `from` on, or of the last one at all (`last`); HW__NO_DAY if
 * there is none. */
int32_t hw__calendar_session(const hw__calendar *calendar, int32_t from, bool last);

/* How long what was called off is still written, so that calendars learn of it: the longest time after which
 * a feed is read again. */
#define HW__SHOWN_OFF (28 * HW__DAY_SECONDS)
/* The id of the component about a session or a goal: `kind` is "session" or "goal". */
void hw__thing_uuid(const hw__calendar *calendar, const char *kind, const char *id, hw__uuid *out);

/* ---- calendar_history.c: what was recorded of what is shown, and when ---- */

void hw__see(hw__history *history, hw_instant recorded);
/* Adds the revisions of a thing that are known; and those of another history. */
void hw__see_known(const hw__calendar *calendar, const hw__thing *thing, hw__history *history);
void hw__see_all(hw__history *history, const hw__history *more);
/* What its SEQUENCE is. */
int64_t hw__sequence(const hw__history *history);
/* What an erasure may have taken away of the sequence of a component, and more. */
#define HW__ERASED_CHANGES 1000
/* The greatest reach of any cover. */
int64_t hw__calendar_reach(const hw__calendar *calendar);
/* Of all covers. HW_ERR_MEMORY, HW_ERR_NOT_FOUND or HW_ERR_INVALID (a zone). */
hw_status hw__calendar_histories(hw__calendar *calendar, hw_error *err);

/* Components. */
#define HW__KEY_TEXT 16 /* most bytes of hw__key_text(): 20261124T190000 */
size_t hw__key_text(int32_t day, int32_t seconds, char out[HW__KEY_TEXT]);
/* The id of the to-do about an occurrence. */
void hw__todo_uuid(const hw__cover *cover, int32_t day, int32_t seconds, hw__uuid *out);
/* The calendar's own properties, with what only a feed has (`feed`), to its zones; and its end. */
void hw__put_head(const hw__calendar *calendar, hw__buffer *out, bool feed);
#define HW__PUT_FOOT(out) HW__PUT_LIT((out), "END:VCALENDAR\r\n")
/* Notes a component that was written from `begin` on, and the instants at which it needs its zone. */
void hw__calendar_mark(hw__calendar *calendar, size_t begin, const hw__uuid *uuid, const hw__zone *zone,
                       hw_instant from, hw_instant to);
/* Notes which event shows an occurrence, if a to-do is to name it. */
void hw__links_add(hw__calendar *calendar, const hw__occurrence *row, const hw__uuid *event);
void hw__links_sort(hw__calendar *calendar);
const hw__uuid *hw__links_find(const hw__calendar *calendar, const hw__occurrence *row); /* or NULL */

/* UID to SEQUENCE. */
void hw__put_facts(hw__calendar *calendar, const hw__cover *cover, const hw__uuid *uuid, hw_instant changed,
                   int64_t sequence);
/* How an event is shown: whether the time is taken, and that it is private. */
void hw__put_shown(hw__calendar *calendar, bool busy);
void hw__put_summary(hw__calendar *calendar, const hw__cover *cover);
/* BEGIN to UID and ACTION of an alarm, and DESCRIPTION and END: between them comes its TRIGGER. */
void hw__put_alarm_begin(hw__calendar *calendar, const hw__uuid *component, unsigned number);
void hw__put_alarm_end(hw__calendar *calendar, const hw__cover *cover);

/* Whether a revision has reminders that an event can have as alarms. */
bool hw__has_alarms(const hw_assignment *assignment);
/* Makes hw__calendar.rings, if that has not been done. */
typedef struct hw__rings hw__rings;
hw_status hw__rings_ready(hw__calendar *calendar, hw_error *err);

/* What a to-do shows of an occurrence. */
typedef enum hw__todo_state {
    HW__TODO_OPEN,
    HW__TODO_PART,
    HW__TODO_DONE,
    HW__TODO_CANCELLED
} hw__todo_state;
hw__todo_state hw__todo_shown(const hw__occurrence *row, int *percent);

/* From when to when it can be done, as a to-do says it (calendar_span.c). */
typedef struct hw__todo_span {
    bool all_day, has_start;
    int32_t first, last; /* days */
    hw_instant start, due;
    int64_t start_wall, due_wall;
} hw__todo_span;
hw__todo_span hw__todo_span_of(const hw_plan *plan, const hw__occurrence *row);

static inline const hw_assignment *hw__row_assignment(const hw_plan *plan, const hw__occurrence *row)
{
    const hw__thing *thing = &plan->sections[HW__ASSIGNMENTS].items[row->assignment];
    return (const hw_assignment *)thing->revisions.items[row->revision];
}
/* The last day of a row's period or window, as the client counts days. */
static inline int32_t hw__row_last_day(const hw__occurrence *row)
{
    return hw__wall_day(row->closes + row->closes_offset - row->day_start * 60 - 1);
}

/* Assignment, day and time of an occurrence in one number; both have room. */
static inline int64_t hw__occurrence_key(uint32_t assignment, int32_t day, int32_t seconds)
{
    return (int64_t)assignment << 39 | (int64_t)(day - HW__DAY_MIN) << 17 | (int64_t)(seconds + 1);
}

/* ---- calendar_touch.c: what was recorded about single occurrences ---- */

typedef struct hw__touch {
    int64_t key;
    hw_instant newest;
    uint32_t count;
} hw__touch;
typedef HW__VEC(hw__touch) hw__touches; /* sorted by key */

/* Gathers the log entries (with what supersedes and voids them) and excuses that are about occurrences of the
 * days from <= day < to, or of a period that begins on one, and were recorded at as_of or before.
 * HW_ERR_MEMORY. */
hw_status hw__touches_make(hw__touches *touches, const hw__calendar *calendar, int32_t from, int32_t to,
                           hw_error *err);
/* NULL = nothing was recorded about it. */
const hw__touch *hw__touches_find(const hw__touches *touches, uint32_t assignment, int32_t day,
                                  int32_t seconds);
/* Adds what was recorded about an occurrence: of a quota, about any of its days. */
void hw__touches_see(const hw__touches *touches, const hw__cover *cover, const hw__occurrence *row,
                     hw__history *history);
/* Adds to histories by assignment what was reported about it, and what became of that. False without memory. */
bool hw__reports_see(const hw__calendar *calendar, hw__history *by_assignment);

/* ---- the profiles: they note the zones they need, then write their components ---- */

/* Both leave `out` alone until `write` is true. */
hw_status hw__calendar_events(hw__calendar *calendar, bool write, hw_error *err);
/* The appointments, if they are asked for and the profile has events. */
hw_status hw__calendar_sessions(hw__calendar *calendar, bool write, hw_error *err);
/* The goals, if they are asked for and the profile has to-dos. */
hw_status hw__calendar_goals(hw__calendar *calendar, hw_error *err);
/* The goal below which the to-dos of an assignment stand, and how often and when that has changed since the
 * goal was first recorded. False if there is none. */
bool hw__goal_above(const hw__calendar *calendar, const hw_assignment *assignment, hw__uuid *goal,
                    hw__history *changes);

typedef struct hw__todos {
    hw_occurrences *rows;
    hw__touches touches;
    struct hw__rings *rings; /* NULL = nothing rings */
    const hw__zone **zones;  /* by hw__occurrence.zone */
} hw__todos;
hw_status hw__todos_find(hw__todos *todos, hw__calendar *calendar, hw_error *err);
void hw__todos_write(const hw__todos *todos, hw__calendar *calendar);
void hw__todos_close(hw__todos *todos);
/* The day after the last one of which there are to-dos. */
int32_t hw__todos_end(const hw__calendar *calendar);

/* ---- calendar_withdraw.c ---- */

/* Writes all that can ever have been exported until now, as cancelled: of any kind (`all`), or of those that
 * the options ask for. */
hw_status hw__calendar_withdraw(hw__calendar *calendar, bool all, hw_error *err);

#endif
