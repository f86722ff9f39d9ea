/* SPDX-License-Identifier: MIT */
/* The profiles of invented plans: what is agreed, and what reports of it say. */
#include <string.h>

#include "sample.h"

/* A rating that falls from `top` over the weeks, give or take. */
static double falling(sample *made, int32_t day, int32_t top, int32_t span)
{
    int32_t left = top - top * day / (14 * made->weeks) + cli_sample_pick(made, -span, span);
    return left < 0 ? 0 : left > top ? top : left;
}

static void fill_breathing(sample *made, hw_entry *entry, int32_t day)
{
    double before = falling(made, day, 8, 2);
    hw_entry_add_number(entry, "tension", HW_PHASE_BEFORE, 0, before);
    hw_entry_add_number(entry, "tension", HW_PHASE_AFTER, 0, before > 2 ? before - 2 : 0);
    hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, cli_sample_pick(made, 5, 15));
}

static void fill_exposure(sample *made, hw_entry *entry, int32_t day)
{
    double peak = falling(made, day, 90, 10);
    hw_entry_add_number(entry, "distress", HW_PHASE_PREDICTED, 0, peak < 90 ? peak + 10 : 100);
    hw_entry_add_number(entry, "distress", HW_PHASE_PEAK, 0, peak);
    hw_entry_add_number(entry, "distress", HW_PHASE_AFTER, 0, (double)((int)peak / 2));
    hw_entry_add_number(entry, "happened", HW_PHASE_NONE, 0, cli_sample_pick(made, 0, 9) == 0);
}

static void fill_activity(sample *made, hw_entry *entry, int32_t day)
{
    static const char *const activities[] = {"A walk in the park", "Called a friend", "Watered the plants",
                                             "Cooked a meal", "Sorted the post"};
    hw_entry_add_text(entry, "activity", 0, activities[cli_sample_pick(made, 0, 4)]);
    hw_entry_add_number(entry, "pleasure", HW_PHASE_PREDICTED, 0, cli_sample_pick(made, 0, 4));
    hw_entry_add_number(entry, "pleasure", HW_PHASE_NONE, 0, 10 - falling(made, day, 8, 2));
    hw_entry_add_number(entry, "mastery", HW_PHASE_NONE, 0, 10 - falling(made, day, 7, 3));
}

static void fill_talk(sample *made, hw_entry *entry, int32_t day)
{
    hw_entry_add_answer(entry, "setting", HW_PHASE_NONE, 0, "in-vivo");
    hw_entry_add_number(entry, "self-rating", HW_PHASE_NONE, 0, 10 - falling(made, day, 7, 2));
    hw_entry_add_number(entry, "again", HW_PHASE_NONE, 0, cli_sample_pick(made, 0, 4) > 0);
}

static void fill_card(sample *made, hw_entry *entry, int32_t day)
{
    static const char *const emotions[] = {"sadness", "anger", "shame"};
    for (int32_t group = 0; group < 3; group++) {
        hw_entry_add_text(entry, "emotion", group, emotions[group]);
        hw_entry_add_number(entry, "intensity", HW_PHASE_NONE, group, falling(made, day, 5, 1));
    }
    hw_entry_add_text(entry, "urge", 0, "to withdraw");
    hw_entry_add_number(entry, "strength", HW_PHASE_NONE, 0, falling(made, day, 5, 2));
    hw_entry_add_number(entry, "acted", HW_PHASE_NONE, 0, cli_sample_pick(made, 0, 4) == 0);
    hw_entry_add_number(entry, "skills-rating", HW_PHASE_NONE, 0, cli_sample_pick(made, 1, 7));
}

static const sample_thing anxiety_things[] = {
    {&cli_measures, "suds", {"title=Distress", "min=0", "max=100", "whole=yes", "better=lower"}},
    {&cli_goals,
     "crowds",
     {"title=Go to the market again", "state=active", "measure=suds", "target=30", "direction=down"}},
    {&cli_steps,
     "square",
     {"title=Cross the square in the morning", "goal=crowds", "position=1", "state=in-practice"}},
    {&cli_steps, "stalls", {"title=Walk along the stalls", "goal=crowds", "position=2"}},
    {NULL, NULL, {NULL}},
};

static const sample_homework anxiety_homework[] = {
    {"breathing",
     1,
     false,
     fill_breathing,
     {"title=Slow breathing", "kind=relaxation", "state=proposed", "minutes=10", "goals=crowds",
      "schedule=recurring 2026-01-05 FREQ=DAILY", "rationale=The body learns to calm down",
      "cue=When I have brushed my teeth", "action=I breathe slowly for ten minutes", "likelihood=80",
      "obstacle.forgot=A note at the mirror"}},
    {"market",
     3,
     false,
     fill_exposure,
     {"title=At the market", "kind=exposure", "state=proposed", "minutes=30", "goals=crowds", "steps=square",
      "schedule=quota 2026-01-05 2-4 week", "where=The market by the station", "likelihood=70"}},
    {NULL, 0, false, NULL, {NULL}},
};

static const sample_thing mood_things[] = {
    {&cli_measures, "mood", {"title=Mood", "min=0", "max=10", "whole=yes", "better=higher"}},
    {&cli_goals,
     "days",
     {"title=Do something that counts every day", "state=active", "measure=mood", "target=6",
      "direction=up"}},
    {NULL, NULL, {NULL}},
};

static const sample_homework mood_homework[] = {
    {"activities",
     1,
     false,
     fill_activity,
     {"title=One thing a day", "kind=activity-scheduling", "state=proposed", "minutes=20", "goals=days",
      "schedule=recurring 2026-01-05 FREQ=DAILY", "rationale=Doing comes before feeling like it",
      "likelihood=75"}},
    {NULL, 0, false, NULL, {NULL}},
};

static const sample_thing couple_things[] = {
    {&cli_goals, "listen", {"title=Hear each other out", "state=active"}},
    {&cli_skills, "speak", {"title=Speaking for oneself", "goals=listen"}},
    {NULL, NULL, {NULL}},
};

static const sample_homework couple_homework[] = {
    {"talk",
     2,
     true,
     fill_talk,
     {"title=Twenty minutes at the table", "kind=communication-practice", "state=proposed", "minutes=20",
      "goals=listen", "skills=speak", "with=partner", "schedule=quota 2026-01-05 3 week", "likelihood=80"}},
    {NULL, 0, false, NULL, {NULL}},
};

static const sample_thing card_things[] = {
    {&cli_goals, "waves", {"title=Let feelings pass before acting", "state=active"}},
    {NULL, NULL, {NULL}},
};

static const sample_homework card_homework[] = {
    {"card",
     1,
     false,
     fill_card,
     {"title=The card of the day", "kind=diary-card", "state=proposed", "minutes=5", "goals=waves",
      "schedule=recurring 2026-01-05 FREQ=DAILY", "likelihood=85"}},
    {NULL, 0, false, NULL, {NULL}},
};

static const sample_profile profiles[] = {
    {"anxiety",
     false,
     anxiety_things,
     anxiety_homework,
     {"Less than I thought", "Too many people today", "It was easier in the morning",
      "A neighbour said hello"},
     "text=Does it count if I leave early?"},
    {"mood",
     false,
     mood_things,
     mood_homework,
     {"Better once I had begun", "Slept badly", "I had not expected to laugh", "Raining all day"},
     "text=What if nothing is fun?"},
    {"couple",
     true,
     couple_things,
     couple_homework,
     {"We stopped in time", "The phone rang", "I understood something", "Both tired"},
     "text=Who begins when both want to?"},
    {"diary-card",
     false,
     card_things,
     card_homework,
     {"It passed after a while", "A hard call", "Went for a walk instead", "Nothing special"},
     "text=Do small waves count, too?"},
};

const sample_profile *cli_sample_profile(const char *name)
{
    for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++) {
        if (strcmp(profiles[i].name, name) == 0)
            return &profiles[i];
    }
    return NULL;
}
