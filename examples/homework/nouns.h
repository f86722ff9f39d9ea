/* SPDX-License-Identifier: MIT */
/* The things of a plan as tables: how each kind of thing is found, made, changed and marked, and which fields
 * can be given as FIELD=VALUE. */
#ifndef HOMEWORK_NOUNS_H
#define HOMEWORK_NOUNS_H

#include "cli.h"

/* How the value of a field is read. */
typedef enum cli_form {
    FIELD_TEXT,   /* as it stands */
    FIELD_WHOLE,  /* a whole number */
    FIELD_NUMBER, /* a number */
    FIELD_WORD,   /* one of an enumeration's words */
    FIELD_YES_NO,
    FIELD_DAY,
    FIELD_LOCAL, /* a day, or a day and a wall time */
    FIELD_SPAN,  /* a duration: PT3H */
    FIELD_LIST   /* pieces with commas between them; the setter gets one after the other */
} cli_form;

/* A value as its setter gets it. */
typedef struct cli_value {
    const char *field, *language; /* "title", and of "title@de" "de"; NULL if none was named */
    const char *key;              /* of "obstacle.no-time" "no-time"; NULL if there is none */
    const char *text;             /* NULL if it was left empty: nothing is there any more */
    double number;
    int word;
    bool first; /* of a list: what stood there before is to go */
    hw_date day;
    hw_local local;
    hw_duration span;
} cli_value;

typedef struct cli_field {
    const char *name;
    cli_form form;
    hw_words words; /* of FIELD_WORD */
    hw_status (*set)(void *draft, const cli_value *value);
    const char *hint; /* of a field with a form of its own: what it looks like */
} cli_field;

typedef struct cli_noun {
    const char *name;
    const char *required; /* names of the fields that a new one must have, with blanks between them */
    const cli_field *fields;
    size_t field_count;
    /* A draft with what is required; `given` are the arguments' fields. */
    void *(*make)(const cli_arguments *given, const char *id, hw_error *err);
    size_t (*count)(const hw_plan *plan);
    const void *(*at)(const hw_plan *plan, size_t index);
    const void *(*find)(const hw_plan *plan, const char *id);
    size_t (*revision_count)(const hw_plan *plan, const char *id);
    const void *(*revision_at)(const hw_plan *plan, const char *id, size_t index);
    const hw_revision *(*revision)(const void *record);
    const char *(*id)(const void *record);
    void *(*edit)(const void *record, hw_error *err);
    hw_status (*add)(hw_plan *plan, void *draft, const hw_change *change, hw_error *err);
    hw_status (*revise)(hw_plan *plan, void *draft, const hw_change *change, hw_error *err);
    hw_status (*check)(const void *draft, hw_error *err);
    void (*unref)(void *draft);
    /* Both NULL where nothing can be marked. */
    hw_status (*mark)(hw_plan *plan, const char *id, int state, const char *evidence, const hw_change *change,
                      hw_error *err);
    int (*state)(const void *record);
    hw_words states;
} cli_noun;

extern const cli_noun cli_assignments, cli_goals, cli_steps, cli_skills, cli_measures, cli_people,
    cli_templates, cli_sessions, cli_reviews, cli_ratings, cli_scores, cli_messages, cli_holds, cli_excuses;

/* Every kind of thing, in the order of the document. */
extern const cli_noun *const cli_nouns[];
extern const size_t cli_noun_count;

/* A kind by its name ("goal"); NULL if there is none. */
const cli_noun *cli_noun_named(const char *name);
/* The kind of the thing with an id; NULL if there is no such thing. */
const cli_noun *cli_noun_of(const hw_plan *plan, const char *id);

/* What was given for a field without a language, the last if it stands twice; NULL if it was not. */
const char *cli_given(const cli_arguments *arguments, const char *field);
/* The value of the word that was given for a field; `otherwise` if nothing was given, or no word. */
int cli_given_word(const cli_arguments *arguments, const char *field, hw_words words, int otherwise);
/* Sets every field that was given; says what is wrong. */
int cli_set_fields(const cli_session *session, const cli_noun *noun, void *draft, const char *id);
/* The same for any set of fields; `check` repeats the draft's first error. */
int cli_set_these(const cli_session *session, const cli_field *fields, size_t count, void *draft,
                  const char *id, hw_status (*check)(const void *draft, hw_error *err));
/* Makes a thing from the fields that were given, and takes it in; NULL id: one is made. `name` gets the id. */
int cli_add_thing(cli_session *session, const cli_noun *noun, const char *id, const hw_change *change,
                  char name[65]);
/* Changes the fields that were given, as the next revision. */
int cli_revise_thing(cli_session *session, const cli_noun *noun, const char *id, const hw_change *change);

/* The functions of a noun that differ only in their types. */
#define NOUN_FUNCTIONS(noun)                                                                           \
    static const void *noun##_at(const hw_plan *plan, size_t index)                                    \
    {                                                                                                  \
        return hw_plan_##noun##_at(plan, index);                                                       \
    }                                                                                                  \
    static const void *noun##_find(const hw_plan *plan, const char *id)                                \
    {                                                                                                  \
        return hw_plan_##noun(plan, id);                                                               \
    }                                                                                                  \
    static const void *noun##_revision_at(const hw_plan *plan, const char *id, size_t index)           \
    {                                                                                                  \
        return hw_plan_##noun##_revision_at(plan, id, index);                                          \
    }                                                                                                  \
    static const hw_revision *noun##_revision(const void *record)                                      \
    {                                                                                                  \
        return hw_##noun##_revision(record);                                                           \
    }                                                                                                  \
    static const char *noun##_id(const void *record)                                                   \
    {                                                                                                  \
        return hw_##noun##_id(record);                                                                 \
    }                                                                                                  \
    static void *noun##_edit(const void *record, hw_error *err)                                        \
    {                                                                                                  \
        return hw_##noun##_edit(record, err);                                                          \
    }                                                                                                  \
    static hw_status noun##_add(hw_plan *plan, void *draft, const hw_change *change, hw_error *err)    \
    {                                                                                                  \
        return hw_plan_add_##noun(plan, draft, change, err);                                           \
    }                                                                                                  \
    static hw_status noun##_revise(hw_plan *plan, void *draft, const hw_change *change, hw_error *err) \
    {                                                                                                  \
        return hw_plan_revise_##noun(plan, draft, change, err);                                        \
    }                                                                                                  \
    static hw_status noun##_check(const void *draft, hw_error *err)                                    \
    {                                                                                                  \
        return hw_##noun##_check(draft, err);                                                          \
    }                                                                                                  \
    static void noun##_unref(void *draft)                                                              \
    {                                                                                                  \
        hw_##noun##_unref(draft);                                                                      \
    }

/* Those of a noun with states, each of which leads only to some others. */
#define NOUN_STATES(noun, type)                                                                  \
    static hw_status noun##_mark(hw_plan *plan, const char *id, int state, const char *evidence, \
                                 const hw_change *change, hw_error *err)                         \
    {                                                                                            \
        (void)evidence;                                                                          \
        return hw_plan_mark_##noun(plan, id, (type)state, change, err);                          \
    }                                                                                            \
    static int noun##_state(const void *record)                                                  \
    {                                                                                            \
        return (int)hw_##noun##_state(record);                                                   \
    }

#define NOUN_ROW(noun, needs, rows)                                                                     \
    .name = #noun, .required = (needs), .fields = (rows), .field_count = sizeof(rows) / sizeof *(rows), \
    .make = make_##noun, .count = hw_plan_##noun##_count, .at = noun##_at, .find = noun##_find,         \
    .revision_count = hw_plan_##noun##_revision_count, .revision_at = noun##_revision_at,               \
    .revision = noun##_revision, .id = noun##_id, .edit = noun##_edit, .add = noun##_add,               \
    .revise = noun##_revise, .check = noun##_check, .unref = noun##_unref

#define NOUN_STATE_ROW(noun, of) .mark = noun##_mark, .state = noun##_state, .states = (of)

/* A setter of each form. */
#define SETTER(noun, field, ...)                                             \
    static hw_status noun##_set_##field(void *draft, const cli_value *value) \
    {                                                                        \
        return hw_##noun##_set_##field(draft, __VA_ARGS__);                  \
    }
#define SET_TEXT(noun, field) SETTER(noun, field, value->language, value->text)
#define SET_LINE(noun, field) SETTER(noun, field, value->text)
#define SET_WHOLE(noun, field) SETTER(noun, field, (int32_t)value->number)
#define SET_NUMBER(noun, field) SETTER(noun, field, value->number)
#define SET_YES_NO(noun, field) SETTER(noun, field, value->word != 0)
#define SET_WORD(noun, field, type) SETTER(noun, field, (type)value->word)
#define SET_DAY(noun, field) SETTER(noun, field, value->day)
#define SET_LOCAL(noun, field) SETTER(noun, field, value->local)
#define SET_SPAN(noun, field) SETTER(noun, field, value->span)
#define SET_IDS(noun, field, fields)                                                                  \
    static hw_status noun##_set_##fields(void *draft, const cli_value *value)                         \
    {                                                                                                 \
        hw_status status = value->first ? hw_##noun##_clear_##fields(draft) : HW_OK;                  \
        return status == HW_OK && value->text ? hw_##noun##_add_##field(draft, value->text) : status; \
    }

#endif
