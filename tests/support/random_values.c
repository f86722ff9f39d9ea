/* SPDX-License-Identifier: MIT */
/* Random numbers, texts, days and changes: what random plans are made of. */
#include <string.h>

#include "support/random_plan.h"

/* What a careless writer, reader or merger stumbles over. */
static const char *const lines[] = {
    "Walk to the bakery",
    "Slow breathing, 4-7-8",
    "\"Quoted\" & <tagged> > 'apostrophe'",
    "]]> ends nothing here",
    "&amp; &#10; are written out",
    "  blanks at both ends  ",
    "Übung für Mägen, Straße",
    "呼吸をゆっくり",
    "עברית משמאל",
    "Ελληνικά, кириллица",
    "emoji \U0001F9D8\u200D\u2640\uFE0F and \U0001F468\u200D\U0001F469",
    "combining e\u0301 and a\u0308",
    "=1+1",
    "100% \\ slash/back; comma, semi",
    "x",
};

static const char *const texts[] = {
    "First line\nsecond line",
    "\n\nbegins and ends with breaks\n",
    "a\ttab, and\n\tan indented line",
    "  - one\n  - two <b>not bold</b>\n  - three & more",
    "Zeile 1\nZeile 2 mit \"Anführung\"\n\n日本語の行",
    "line separator \u2028 inside",
    "I noticed that it was easier than I had predicted. My heart was beating fast at first; after five "
    "minutes it had "
    "slowed down, and when I left I was almost calm. Next time I would like to stay for longer, and to talk "
    "to someone.",
};

static const char *const languages[] = {"de", "fr", "pt-BR", "zh-Hant-TW", "ar", "en-GB"};

static const char *const zones[] = {
    "Europe/Berlin",    "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
    "America/St_Johns", "Pacific/Apia",     "UTC",          "Africa/Casablanca"};

#define PICK(random, array) (array)[random_below((random), sizeof(array) / sizeof *(array))]

bool random_chance(test_random *random, int percent)
{
    return random_below(random, 100) < (uint64_t)percent;
}

int random_int(test_random *random, int least, int most)
{
    return least + (int)random_below(random, (uint64_t)((int64_t)most - least + 1));
}

const char *random_line(test_random *random)
{
    return PICK(random, lines);
}

const char *random_text(test_random *random)
{
    return random_chance(random, 50) ? PICK(random, texts) : random_line(random);
}

const char *random_language(test_random *random)
{
    return random_chance(random, 70) ? NULL : PICK(random, languages);
}

const char *random_zone(test_random *random)
{
    return PICK(random, zones);
}

hw_date random_date(test_random *random, hw_instant near)
{
    hw_moment moment = {near, 0, HW_PRECISION_EXACT, 0};
    return hw_date_add_days(hw_moment_local(moment).date, random_int(random, -20, 60));
}

void random_id(char id[40], char letter, random_editor *editor)
{
    snprintf(id, 40, "%c-%s-%u", letter, editor->origin, ++editor->made);
}

/* The newest recorded instant in the plan. */
static hw_instant newest(const hw_plan *plan)
{
    hw_instant last = 0;
    hw_log *log = hw_plan_entries(plan, NULL);
    for (size_t i = 0; i < hw_log_count(log); i++) {
        hw_instant recorded = hw_log_recorded_at(log, i).instant;
        last = recorded > last ? recorded : last;
    }
    hw_log_unref(log);
    for (size_t i = 0; i < hw_plan_settings_revision_count(plan); i++) {
        hw_instant recorded =
            hw_revision_recorded(hw_settings_revision(hw_plan_settings_revision_at(plan, i))).instant;
        last = recorded > last ? recorded : last;
    }
#define LOOK(noun)                                                                            \
    for (size_t i = 0; i < hw_plan_##noun##_count(plan); i++) {                               \
        hw_instant recorded =                                                                 \
            hw_revision_recorded(hw_##noun##_revision(hw_plan_##noun##_at(plan, i))).instant; \
        last = recorded > last ? recorded : last;                                             \
    }
    LOOK(person)
    LOOK(measure)
    LOOK(goal)
    LOOK(step)
    LOOK(assignment)
    LOOK(session)
    LOOK(skill)
    LOOK(template)
    LOOK(review)
    LOOK(rating)
    LOOK(score)
    LOOK(message)
    LOOK(hold)
    LOOK(excuse)
#undef LOOK
    return last;
}

random_editor random_editor_start(const hw_plan *plan, const char *origin)
{
    return (random_editor){origin, newest(plan), 0, false};
}

hw_change *random_change(const hw_plan *plan, test_random *random, random_editor *editor, hw_error *err)
{
    static const int16_t offsets[] = {60, 120, 0, -300, 330, -210};
    hw_moment now = {editor->now, PICK(random, offsets), HW_PRECISION_EXACT, 0};
    size_t people = hw_plan_person_count(plan);
    const hw_person *person = hw_plan_person_at(plan, (size_t)random_below(random, people));
    hw_change *change = hw_change_new(now, hw_person_id(person), editor->origin, err);
    if (change && random_chance(random, 20) &&
        hw_change_set_reason(change, random_line(random), err) != HW_OK) {
        hw_change_free(change);
        return NULL;
    }
    if (change && random_chance(random, 20)) {
        hw_local effective = {random_date(random, editor->now),
                              random_chance(random, 50) ? HW_ALL_DAY : 3600};
        hw_change_set_effective(change, effective, NULL);
    }
    return change;
}
