/* SPDX-License-Identifier: MIT */
/* The kinds of things that a plan holds, and which kind a thing is of. */
#include <string.h>

#include "nouns.h"

const cli_noun *const cli_nouns[] = {
    &cli_people,   &cli_measures, &cli_skills,  &cli_goals,  &cli_steps,    &cli_templates, &cli_assignments,
    &cli_sessions, &cli_reviews,  &cli_ratings, &cli_scores, &cli_messages, &cli_holds,     &cli_excuses,
};
const size_t cli_noun_count = sizeof cli_nouns / sizeof *cli_nouns;

const cli_noun *cli_noun_named(const char *name)
{
    for (size_t i = 0; i < cli_noun_count; i++) {
        if (strcmp(cli_nouns[i]->name, name) == 0)
            return cli_nouns[i];
    }
    return NULL;
}

const cli_noun *cli_noun_of(const hw_plan *plan, const char *id)
{
    for (size_t i = 0; i < cli_noun_count; i++) {
        if (cli_nouns[i]->find(plan, id))
            return cli_nouns[i];
    }
    return NULL;
}
