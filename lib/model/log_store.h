/* SPDX-License-Identifier: MIT */
/* How the log lies in memory: 56 bytes an entry, 16 a value row, one pool for all text. Shared by
 * snapshots (struct hw_log in log.c) and plan copies; who wants to write while others look on gets a copy
 * first. */
#ifndef HW_MODEL_LOG_STORE_H
#define HW_MODEL_LOG_STORE_H

#include <stdatomic.h>

#include "base/decimal.h"
#include "base/vec.h"
#include "homework/log.h"
#include "model/shape.h"
#include "model/text_table.h"

enum {
    HW__LINK_NONE,
    HW__LINK_SUPERSEDES,
    HW__LINK_VOIDS
};

typedef struct hw__entry_row {
    int64_t recorded;        /* instant */
    int64_t at;              /* hw_moment.instant */
    uint32_t id;             /* where its text begins in the pool */
    uint32_t assignment;     /* symbol; 0 = none */
    int32_t due_day;         /* HW__NO_DAY = none */
    int32_t due_seconds;     /* HW_ALL_DAY = whole day */
    uint32_t target;         /* where the id of the entry that `link` means begins in the pool; 0 = none */
    uint32_t first;          /* its first value row */
    uint32_t by;             /* symbol */
    int16_t recorded_offset; /* minutes */
    int16_t at_offset;
    uint16_t values; /* number of value rows */
    uint8_t at_precision, extent, percent, source, visibility, link;
} hw__entry_row;

typedef struct hw__value_row {
    union {
        int64_t mantissa; /* of a number */
        struct {
            uint32_t offset, size; /* of a text in the pool; size 0 = none; of a file see attachment.h */
        } text;
    } as;
    uint16_t name;  /* symbol of the measure or field; of a note the symbol of its language, 0 = the plan's */
    uint16_t group; /* 0-9999 */
    uint8_t kind;   /* hw_value_kind */
    uint8_t code;   /* of a barrier hw_barrier, of a note hw_note_kind, of a number or text HW__VALUE_... */
    uint8_t phase;  /* hw_phase */
    uint8_t scale;  /* of a number */
} hw__value_row;

/* The field is confidential by the form of its assignment. Worked out when the row is logged or read, and not
 * written down: the form says it. */
#define HW__VALUE_CONFIDENTIAL 1

#define HW__RECENT_BITS 5

/* Texts that repeat (ids of assignments, people, measures; fields; languages), by number from 1. */
typedef struct hw__symbols {
    HW__VEC(uint32_t) texts; /* where each begins in the pool; [0] is the empty text */
    hw__text_table table;
    /* Symbols that were asked for, each where a glance at its text says; 0 = none. */
    uint32_t recent[1 << HW__RECENT_BITS];
} hw__symbols;

typedef struct hw__entry_foreign {
    uint32_t entry;
    hw__foreign foreign; /* both owned by the log */
} hw__entry_foreign;

typedef struct hw__log_store {
    atomic_uint owners;
    HW__VEC(hw__entry_row) entries; /* the first `sorted` ones sorted by (recorded, id), and in the table */
    size_t sorted;
    HW__VEC(hw__value_row) values;
    HW__VEC(char) pool; /* NUL-terminated texts; [0] is NUL */
    hw__symbols symbols;
    hw__text_table ids;                 /* of entries */
    HW__VEC(hw__entry_foreign) foreign; /* sorted by entry, at most one each */
} hw__log_store;

/* A public snapshot (log.c). */
struct hw_log {
    atomic_uint owners;
    hw__log_store *store; /* shared */
    uint8_t *states;      /* hw_entry_state of each entry */
};

/* How much was in a log: what hw__log_undo() goes back to. */
typedef struct hw__log_point {
    size_t entries, values, pool, symbols, foreign;
} hw__log_point;

hw__log_store *hw__log_new(hw_error *err);
hw__log_store *hw__log_clone(const hw__log_store *log, hw_error *err);
hw__log_store *hw__log_ref(hw__log_store *log); /* NULL stays NULL */
void hw__log_unref(hw__log_store *log);
hw__log_store *hw__log_ref(hw__log_store *log); /* one more owner */
void hw__log_unref(hw__log_store *log);         /* one owner less; NULL is ignored */

/* Building. All return false (or 0, or UINT32_MAX) without memory or past a limit. */
uint32_t hw__log_text(hw__log_store *log, const char *text,
                      size_t size); /* copies into the pool; UINT32_MAX = failed */
uint32_t hw__log_symbol(hw__log_store *log, const char *text, size_t size); /* finds or adds; 0 = failed */
/* The same for what a value row names, which is at most the 65,535th symbol. */
uint16_t hw__log_name(hw__log_store *log, const char *text, size_t size);
uint32_t hw__log_find_symbol(const hw__log_store *log, const char *text, size_t size); /* 0 = none */
/* Appends an entry whose values are the last row.values rows. Does not keep the order: hw__log_sort()
 * does, and enters the ids. */
bool hw__log_push(hw__log_store *log, const hw__entry_row *row);
/* Sorts what was pushed since the log was last sorted and enters its ids; the first time it also gives
 * back unused room. False with `duplicate` UINT32_MAX = no memory; nothing has changed then. False with
 * an index: the log is sorted, but that entry has the id of one before it; an entry has a taken id if
 * hw__log_find() of its id gives another index. `order` (may be NULL) gets for each sorted index where it
 * was pushed; it has room for all entries. */
bool hw__log_sort(hw__log_store *log, uint32_t *order, uint32_t *duplicate);
void hw__log_trim(hw__log_store *log);
/* Takes back what was pushed since the point; only as long as it has not been sorted. */
hw__log_point hw__log_mark(const hw__log_store *log);
void hw__log_undo(hw__log_store *log, hw__log_point point);
/* Gives an entry a copy of foreign content; in ascending order of entries. */
bool hw__log_add_foreign(hw__log_store *log, uint32_t entry, const hw__foreign *foreign);
/* Leaves out the entries i with marked[i] of a sorted log. */
void hw__log_remove(hw__log_store *log, const bool *marked);
/* Copies an entry of another log to the end, unsorted; false without memory or past a limit (nothing has
 * changed). */
bool hw__log_copy_entry(hw__log_store *to, const hw__log_store *from, uint32_t index);

static inline const char *hw__log_pool(const hw__log_store *log, uint32_t offset)
{
    return log->pool.items + offset;
}
static inline const char *hw__log_known_text(const hw__log_store *log, uint32_t symbol) /* not 0 */
{
    return log->pool.items + log->symbols.texts.items[symbol];
}
static inline const char *hw__log_symbol_text(const hw__log_store *log, uint32_t symbol)
{
    return symbol ? hw__log_known_text(log, symbol) : NULL;
}
static inline bool hw__value_is_confidential(const hw__value_row *value)
{
    return (value->kind == HW_VALUE_NUMBER || value->kind == HW_VALUE_TEXT) &&
           (value->code & HW__VALUE_CONFIDENTIAL);
}
hw__text_items hw__log_id_items(const hw__log_store *log); /* the entries, for their table */
uint32_t hw__log_find(const hw__log_store *log, const char *id, size_t size); /* UINT32_MAX = none */
/* The content of other namespaces in an entry; NULL if there is none. */
const hw__foreign *hw__log_foreign(const hw__log_store *log, uint32_t index);
hw_moment hw__entry_at(const hw__entry_row *row);
hw_moment hw__entry_recorded(const hw__entry_row *row);
hw_local hw__entry_due(const hw__entry_row *row); /* all zero = none */
/* Whether two entries hold the same: id, facts, values, links, foreign content. */
bool hw__entry_equal(const hw__log_store *a, uint32_t i, const hw__log_store *b, uint32_t j);
/* states[i] = hw_entry_state of entry i, from what was recorded at `as_of` or before; entries recorded
 * later get HW__ENTRY_UNKNOWN. What supersedes an entry stands in its place: of all that do, and of those
 * that supersede these, one is live. Where two supersede the same it is the later recorded (then the
 * greater id). What is voided stands in no place, unless something has superseded it. A void that is
 * itself voided or superseded has no effect. Links that run in a circle have none either. False without
 * memory. */
#define HW__ENTRY_UNKNOWN 255
bool hw__log_states(const hw__log_store *log, hw_instant as_of, uint8_t *states);

/* A draft, for the verbs that log (entry.c). */
typedef struct hw__entry_value {
    uint8_t kind, code, phase;
    uint16_t group;
    hw__decimal number;
    char *name;  /* measure, field or language; owned; NULL */
    char *text;  /* owned; NULL */
    size_t size; /* of the text */
} hw__entry_value;

struct hw_entry {
    char *id, *assignment; /* owned */
    hw_moment at;
    hw_local due;
    bool has_due, unscheduled;
    uint8_t extent, percent, source, visibility;
    hw_error fault; /* the first error */
    HW__VEC(hw__entry_value) values;
};

/* What the setters of a draft do: keep its first error; append a row with copies of its name and of `size`
 * bytes of text (NULL = none) that have been checked. */
hw_status hw__entry_fail(hw_entry *entry, hw_status status, const char *subject, const char *message);
hw_status hw__entry_add_value(hw_entry *entry, hw__entry_value value, const char *name, const char *text,
                              size_t size);

#endif
