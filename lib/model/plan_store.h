/* SPDX-License-Identifier: MIT */
/* How a plan lies in memory, and the one way in for records. */
#ifndef HW_MODEL_PLAN_STORE_H
#define HW_MODEL_PLAN_STORE_H

#include "base/limits.h"
#include "base/vec.h"
#include "model/log_store.h"
#include "model/records.h"

/* hw_revision.turn of those that follow one another in a circle, which only a document can say. */
#define HW__TURN_CIRCLE UINT32_MAX

/* Everything known about one thing: its revisions, sorted by (recorded, turn, revision id). Never empty. */
typedef struct hw__thing {
    HW__VEC(hw_revision *) revisions;
} hw__thing;

typedef HW__VEC(hw__thing) hw__things;

/* Where a thing is. */
typedef struct hw__place {
    uint32_t section, index; /* index + 1; 0 = a free slot */
} hw__place;

/* Finding things and revisions by id: open addressing, rebuilt when things move. */
typedef struct hw__plan_index {
    hw__place *things;
    hw_revision **revisions;
    size_t thing_count, revision_count;
    size_t thing_mask, revision_mask; /* slots - 1; 0 = no table */
    uint64_t seed;                    /* of the hash */
} hw__plan_index;

/* The last id that was minted or found for an origin. */
typedef struct hw__mint {
    char *origin;
    uint64_t last;
} hw__mint;

/* Something invalid that a salvage reading kept aside, as canonical XML text of one element. */
typedef struct hw__aside {
    uint8_t section; /* hw__section; HW__SECTION_COUNT = the log */
    char *xml;
} hw__aside;

struct hw_plan {
    char *uid, *language;
    hw__things sections[HW__SECTION_COUNT]; /* things sorted by (first recorded, id) */
    hw__log_store *log;                     /* never NULL */
    hw_zones *zones;                        /* never NULL */
    uint64_t generation;
    hw__foreign foreign;                          /* of the root */
    char *section_foreign[HW__SECTION_COUNT + 1]; /* elements; the last is the log's */
    char *must_understand;                        /* namespaces, as written */
    HW__VEC(hw__aside) aside;
    uint8_t
        aside_minor; /* the newest minor version of the documents that it comes from; 0 = there was none */
    bool read_only;
    bool unsettled;                      /* records were inserted that are not in their order yet */
    HW__VEC(const hw_erasure *) removed; /* one for each erasure, by target; what erases comes first */
    size_t removed_sorted;               /* how many of them are in that order */
    hw__plan_index index;
    HW__VEC(hw__mint) mints;
};

struct hw_change {
    hw_moment recorded;
    char *by, *origin, *reason;
    hw_local effective; /* all zero = from the recording */
};

/* An empty plan without settings or people, for readers: not yet valid. `uid` is any spelling of a UUID. */
hw_plan *hw__plan_blank(const char *uid, size_t uid_size, const char *language, hw_zones *zones,
                        hw_error *err);
/* Gives a plan copies of all of another one but records and log; false without memory. */
bool hw__plan_copy_extras(hw_plan *to, const hw_plan *from);
/* Puts a complete record in its place. Takes over the caller's reference when it succeeds. No checks but for
 * the ids: HW_ERR_DUPLICATE when the revision id is taken (then *other, if not NULL, is the record that has
 * it), or the thing's id by a thing of another section. Records may come in any order; after the last one
 * hw__plan_settle() puts them into theirs. */
hw_status hw__plan_insert(hw_plan *plan, hw_revision *record, const hw_revision **other, hw_error *err);
hw_status hw__plan_settle(hw_plan *plan, hw_error *err);
/* Makes room for finding so many more records at once; false without memory. */
bool hw__plan_expect(hw_plan *plan, size_t count);
/* Puts a record in the place of one that differs in nothing by which they are found and sorted. Takes over the
 * caller's reference, and gives up the plan's to the old one. */
void hw__plan_replace(hw_plan *plan, hw_revision *record);
/* Takes out the things that are marked, `drop[section][index]`; settle before anything else. */
void hw__plan_drop(hw_plan *plan, bool *const drop[HW__SECTION_COUNT]);
/* The turn of a record that follows another: minted ids grow by number, not by letter, and origins by
 * neither. */
uint32_t hw__turn_after(const hw_revision *before, const hw_revision *record);
/* Gives all records their turns, whatever the order in which they came. For readers, between inserting and
 * settling. */
void hw__plan_take_turns(hw_plan *plan);
/* The same for those that came `from` another plan and were not there `before`; nobody else has them yet. */
void hw__plan_take_new_turns(hw_plan *plan, const hw_plan *before, const hw_plan *from);
/* Everything about a record that needs the plan: references, states, required fields, ranges, the shape's own
 * check. Adds problems with `line`. */
void hw__plan_check_record(const hw_plan *plan, const hw_revision *record, hw_problems *problems,
                           int32_t line);
/* Whether a state may follow another in a section that has states; true for the others. */
bool hw__transition_is_legal(hw__section section, int from, int to);
/* The state of a record of such a section; -1 for the others. */
int hw__record_state(const hw_revision *record);
uint8_t *hw__state_slot(hw_revision *record);
const hw__words *hw__state_words(hw__section section); /* NULL for the others */
/* Whether an entry or a session (its id) shows that a skill has come to a stage: HW_OK, HW_ERR_NOT_FOUND,
 * HW_ERR_STATE, HW_ERR_MEMORY. */
hw_status hw__skill_evidence(const hw_plan *plan, const char *skill, hw_skill_stage stage,
                             const char *evidence, hw_error *err);
/* Whether a revision of an assignment is agreed, or was before it was ended. */
bool hw__assignment_is_agreed(const hw_assignment *assignment);
/* The least minor version of the format that has all that the plan holds; that its log holds. */
int hw__plan_minor(const hw_plan *plan);
int hw__plan_log_minor(const hw_plan *plan);
/* Which hw_status an error of that kind is for a verb. */
hw_status hw__problem_status(hw_problem_code code);

/* What the nouns' own functions call. */
hw_status hw__plan_add(hw_plan *plan, hw__section section, hw_revision *draft, const hw_change *change,
                       hw_error *err);
hw_status hw__plan_revise(hw_plan *plan, hw__section section, hw_revision *draft, const hw_change *change,
                          hw_error *err);
size_t hw__plan_count(const hw_plan *plan, hw__section section);
const hw_revision *hw__plan_latest_at(const hw_plan *plan, hw__section section, size_t index);
const hw_revision *hw__plan_latest(const hw_plan *plan, hw__section section, const char *id);
size_t hw__plan_revision_count(const hw_plan *plan, hw__section section, const char *id);
const hw_revision *hw__plan_revision_at(const hw_plan *plan, hw__section section, const char *id,
                                        size_t index);

/* Lookups; NULL if there is none. */
const hw__thing *hw__plan_thing(const hw_plan *plan, hw__section section, const char *id, size_t size);
const hw__thing *hw__plan_any_thing(const hw_plan *plan, const char *id); /* of whatever section */
const hw_revision *hw__plan_revision(const hw_plan *plan, const char *revision_id);
static inline const hw_revision *hw__thing_latest(const hw__thing *thing)
{
    return thing->revisions.items[thing->revisions.count - 1];
}
/* How many revisions of a thing had been recorded at a moment: the first ones. */
uint32_t hw__known_revisions(const hw__thing *thing, hw_instant as_of);
/* The revision that holds at a wall time, by what was recorded at `as_of` or before: the last recorded of
 * those that are effective by then. NULL if there is none. */
const hw_revision *hw__thing_at(const hw__thing *thing, hw_instant as_of, int64_t wall);
/* The same at the moment `as_of` in the client's zone. */
const hw_revision *hw__plan_as_of(const hw_plan *plan, const hw__thing *thing, hw_instant as_of);
/* The last one that was recorded at a moment or before, whatever it holds from. NULL if there is none. */
const hw_revision *hw__thing_known(const hw__thing *thing, hw_instant as_of);
/* What the client's clock shows at a moment. */
int64_t hw__plan_wall(const hw_plan *plan, hw_instant as_of);
/* The settings at a wall time; never NULL in a valid plan. */
const hw_settings *hw__plan_settings_at(const hw_plan *plan, hw_instant as_of, int64_t wall);

/* Verbs: before a change, and after. hw__plan_open: is the plan there, may it be changed, is the change's
 * person known? */
hw_status hw__plan_open(const hw_plan *plan, const hw_change *change, hw_error *err);
/* The log, ready to be written to: a copy if others look on. NULL without memory. */
hw__log_store *hw__plan_own_log(hw_plan *plan, hw_error *err);
/* The next free id `<origin>-<counter>`; `*counter` is where to start (0: look it up) and is left at the
 * number used. Owned by the caller. */
char *hw__plan_mint(hw_plan *plan, const char *origin, uint64_t *counter, hw_error *err);

#endif
