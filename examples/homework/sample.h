/* SPDX-License-Identifier: MIT */
/* What an invented plan is made of: profiles as tables, and the chance that fills them. */
#ifndef HOMEWORK_SAMPLE_H
#define HOMEWORK_SAMPLE_H

#include "verbs.h"

typedef struct sample_profile sample_profile;

/* A plan that is being made up. */
typedef struct sample {
    cli_session session;
    const sample_profile *profile;
    int32_t weeks;
    uint64_t state; /* of the chance */
    hw_error err;
    bool good;
} sample;

/* A thing that the first session brings along. */
typedef struct sample_thing {
    const cli_noun *noun;
    const char *id;
    const char *fields[14];
} sample_thing;

/* Homework, on every so-many-th day of the week, and what a report of it says. */
typedef struct sample_homework {
    const char *id;
    int32_t every;
    bool partner_too;
    void (*fill)(sample *made, hw_entry *entry, int32_t day);
    const char *fields[28];
} sample_homework;

struct sample_profile {
    const char *name;
    bool has_partner;
    const sample_thing *things;
    const sample_homework *homework;
    const char *notes[4];
    const char *question; /* "text=..." */
};

const sample_profile *cli_sample_profile(const char *name);

int32_t cli_sample_pick(sample *made, int32_t least, int32_t most);
bool cli_sample_keep(sample *made, hw_status status);
hw_moment cli_sample_moment(int32_t day, int32_t minutes);
hw_change *cli_sample_change(sample *made, int32_t day, int32_t minutes, const char *by);
bool cli_sample_add(sample *made, int32_t day, int32_t minutes, const char *by, const cli_noun *noun,
                    const char *id, const char *const *fields);

#endif
