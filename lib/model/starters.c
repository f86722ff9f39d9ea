/* SPDX-License-Identifier: MIT */
/* Templates to start from: common homework in plain words of our own, as data. To add one, add a row. */
#include <string.h>

#include "base/fail.h"
#include "homework/form.h"
#include "homework/schedule.h"
#include "model/records.h"

/* A field that a starter asks for beside those of its kind. */
typedef struct starter_field {
    const char *name;
    hw_field_type type;
    hw_phase phase;
    int least, most; /* of numbers and ratings; most 0 = none */
    bool whole, required;
    const char *unit, *title;
} starter_field;

/* When it is due, as a proposal. */
typedef enum cadence {
    ON_DEMAND,
    DAILY,
    WEEKLY,  /* so many times a week */
    ON_EVENT /* whenever `trigger` comes up */
} cadence;

typedef struct starter {
    const char *name;
    hw_kind kind;
    int32_t minutes;
    cadence cadence;
    int32_t times;
    const char *title, *trigger, *instructions, *rationale;
    const starter_field *fields;
    size_t field_count;
} starter;

static const starter_field worry_fields[] = {
    {"likely", HW_FIELD_RATING, HW_PHASE_NONE, 0, 100, false, false, NULL,
     "How likely does it seem to come true (0-100)?"},
    {"in-my-hands", HW_FIELD_YES_NO, HW_PHASE_NONE, 0, 0, false, false, NULL,
     "Is there anything that I can do about it?"},
    {"next-step", HW_FIELD_TEXT, HW_PHASE_NONE, 0, 0, false, false, NULL, "If so, what, and when?"},
};

static const starter_field listening_fields[] = {
    {"summarised", HW_FIELD_YES_NO, HW_PHASE_NONE, 0, 0, false, false, NULL,
     "Did I say back what I had heard before I answered?"},
    {"felt-heard", HW_FIELD_RATING, HW_PHASE_NONE, 0, 10, false, false, NULL,
     "How well did the speaker feel heard (0-10)?"},
};

static const starter_field request_fields[] = {
    {"wanted", HW_FIELD_TEXT, HW_PHASE_NONE, 0, 0, false, false, NULL, "What I wanted to ask for"},
    {"confidence", HW_FIELD_RATING, HW_PHASE_BEFORE, 0, 10, false, false, NULL,
     "How sure I was beforehand that I could say it (0-10)"},
};

static const starter_field sleep_fields[] = {
    {"hours-in-bed", HW_FIELD_NUMBER, HW_PHASE_NONE, 0, 24, false, false, "h", "How many hours I was in bed"},
    {"hours-asleep", HW_FIELD_NUMBER, HW_PHASE_NONE, 0, 24, false, true, "h", "About how many hours I slept"},
    {"times-awake", HW_FIELD_NUMBER, HW_PHASE_NONE, 0, 100, true, false, NULL, "How many times I woke up"},
    {"quality", HW_FIELD_RATING, HW_PHASE_NONE, 0, 10, false, false, NULL,
     "How good the night was (0 very bad, 10 very good)"},
    {"naps", HW_FIELD_NUMBER, HW_PHASE_NONE, 0, 1440, true, false, "min",
     "How many minutes I slept yesterday in the daytime"},
};

#define FIELDS(rows) (rows), sizeof(rows) / sizeof *(rows)

static const starter starters[] = {
    {"worry-journal", HW_KIND_JOURNALING, 10, DAILY, 0, "Worry journal", NULL,
     "Set aside ten minutes, at the same time each day, but not right before going to sleep. Write down what "
     "worries you, one worry after another, in your own words. Ask of each whether there is anything you can "
     "do. If there is, note the next step. If not, leave it on the page. When a worry comes up at another "
     "time of the day, tell yourself that it has its own ten minutes.",
     "Worries that have their place and time take up less of the rest of the day, and on paper it is easier "
     "to "
     "see which of them can be acted on.",
     FIELDS(worry_fields)},
    {"thought-record", HW_KIND_THOUGHT_RECORD, 15, ON_EVENT, 0, "Thought record",
     "When your mood changes noticeably",
     "As soon as you can, note where you were and what happened, what you felt and how strongly, and what "
     "went "
     "through your mind. Then look at the thought as somebody who wants to be fair: what speaks for it, and "
     "what against? Write down another way to see it that you find credible, and say how strong the feeling "
     "is now.",
     "What we feel depends much on what we tell ourselves. Looking at a thought closely, in writing, gives "
     "other ways of seeing the same thing a chance.",
     NULL, 0},
    {"slow-breathing", HW_KIND_RELAXATION, 10, DAILY, 0, "Slow breathing", NULL,
     "Sit or lie comfortably. Breathe in through your nose while you count slowly to four, and out while you "
     "count to six. Let your belly move more than your chest. When your thoughts wander, which they will, "
     "go back to counting. If you get dizzy, breathe as you usually do for a while.",
     "Breathing slowly calms the body. It has to be practised in quiet moments first, so that it is there in "
     "the other ones.",
     NULL, 0},
    {"activity-scheduling", HW_KIND_ACTIVITY_SCHEDULING, 30, WEEKLY, 4, "Planned activities", NULL,
     "Choose something small that used to give you pleasure, or a sense of having managed something, and put "
     "it "
     "in your diary with a day and a time. Guess beforehand how it will be. Do it as planned, whatever "
     "the mood, and note afterwards how it was.",
     "When mood is low we do less, and doing less lowers it further. Doing comes first, and mood follows. "
     "What "
     "we expect of an activity is often worse than what it turns out to be.",
     NULL, 0},
    {"exposure-step", HW_KIND_EXPOSURE, 45, WEEKLY, 3, "One step of the ladder", NULL,
     "Take the step that we agreed on. Note beforehand what you fear will happen and how hard you expect it "
     "to "
     "be. Stay in the situation until the distress has clearly gone down, or until you have found out what "
     "you "
     "wanted to find out. Leave out what usually makes you feel safer. Note what happened.",
     "Fear fades when we stay long enough, and often enough, to find that what we fear does not come, or "
     "that "
     "we can bear it.",
     NULL, 0},
    {"behavioral-experiment", HW_KIND_BEHAVIORAL_EXPERIMENT, 30, WEEKLY, 1, "An experiment", NULL,
     "Write down the belief that you want to test, and what exactly you would see if it were true. Plan "
     "something that puts it to the test. Do it, and note what happened, not what it felt like. Then say "
     "how far you believe it now, and what you learned.",
     "A belief that is tested in life changes more than one that is only talked about, whichever way the "
     "test "
     "turns out.",
     NULL, 0},
    {"assertive-request", HW_KIND_COMMUNICATION_PRACTICE, 15, WEEKLY, 2, "Asking for something", NULL,
     "Choose something that you would like somebody to do or to stop. Describe what happens, without blame. "
     "Say how it is for you. Ask for one thing, clearly. Hear the answer, and be ready for a no. Begin with "
     "something small.",
     "Others cannot know what nobody tells them. Asking plainly makes it more likely to get what you need, "
     "and "
     "easier to live with a no.",
     FIELDS(request_fields)},
    {"active-listening", HW_KIND_COMMUNICATION_PRACTICE, 20, WEEKLY, 2, "Listening to each other", NULL,
     "Sit down together without phones. One of you speaks for five minutes about something that matters, but "
     "not "
     "about what is wrong with the other. The other only listens, then says back what they heard, and asks "
     "whether it is right. Then change places. Do not solve anything this time.",
     "Feeling heard comes before finding solutions. Saying back what was heard slows both down enough to "
     "notice "
     "what is really meant.",
     FIELDS(listening_fields)},
    {"diary-card", HW_KIND_DIARY_CARD, 5, DAILY, 0, "Diary card", NULL,
     "In the evening, go through the day. Note the emotions that were there and how strong they were, the "
     "urges "
     "and whether you acted on them, what you keep count of, and which skills you used. There is no good or "
     "bad card, only a filled one.",
     "A few marks each day show what belongs together, which nobody remembers after a week. They are where "
     "the "
     "next session begins.",
     NULL, 0},
    {"sleep-diary", HW_KIND_BEHAVIOR_TRACKING, 5, DAILY, 0, "Sleep diary", NULL,
     "In the morning, soon after getting up, note how the night was. Estimates will do: please do not look "
     "at "
     "the clock during the night for this.",
     "One or two weeks of nights tell more about sleep than the worst of them, and show what changes when "
     "habits do.",
     FIELDS(sleep_fields)},
};

#define STARTERS (sizeof starters / sizeof *starters)

size_t hw_starter_count(void)
{
    return STARTERS;
}

const char *hw_starter_name_at(size_t index)
{
    return index < STARTERS ? starters[index].name : NULL;
}

/* Takes a field over into the assignment; its own errors stay there. */
static hw_status add_field(hw_assignment *assignment, const starter_field *field, hw_error *err)
{
    hw_field *draft = hw_field_new(field->name, field->type, err);
    if (!draft) {
        return err ? (hw_status)err->status : HW_ERR_MEMORY;
    }
    hw_field_set_phase(draft, field->phase);
    hw_field_set_title(draft, "en", field->title);
    hw_field_set_unit(draft, field->unit);
    hw_field_set_required(draft, field->required);
    if (field->most > 0) {
        hw_field_set_range(draft, field->least, field->most);
        hw_field_set_whole(draft, field->whole);
    }
    hw_status status = hw_assignment_add_field(assignment, draft);
    hw_field_free(draft);
    return status;
}

static void set_schedule(hw_assignment *assignment, const starter *row)
{
    const hw_date start = {2000, 1, 3}; /* a Monday */
    const hw_local day = {start, HW_ALL_DAY};
    switch (row->cadence) {
    case DAILY:
        hw_assignment_set_recurring(assignment, day, "FREQ=DAILY");
        break;
    case WEEKLY:
        hw_assignment_set_quota(assignment, start, row->times, 0, HW_PERIOD_WEEK);
        break;
    case ON_EVENT:
        hw_assignment_set_event_contingent(assignment, start);
        hw_assignment_set_trigger(assignment, "en", row->trigger);
        break;
    default:
        break;
    }
}

/* The starter as an assignment, which has setters for everything. */
static hw_assignment *make(const starter *row, const char *id, hw_error *err)
{
    hw_assignment *made = hw_assignment_new(id, row->title, row->kind, err);
    if (!made) {
        return NULL;
    }
    hw_assignment_set_title(made, NULL, NULL);
    hw_assignment_set_title(made, "en", row->title);
    hw_assignment_set_instructions(made, "en", row->instructions);
    hw_assignment_set_rationale(made, "en", row->rationale);
    hw_assignment_set_minutes(made, row->minutes);
    set_schedule(made, row);
    for (size_t i = 0; i < row->field_count && hw_assignment_check(made, err) == HW_OK; i++) {
        if (add_field(made, &row->fields[i], err) != HW_OK && hw_assignment_check(made, NULL) == HW_OK) {
            hw_assignment_unref(made);
            return NULL;
        }
    }
    return (hw_assignment *)hw__record_made(&made->head, err);
}

hw_template *hw_template_starter(const char *name, const char *id, hw_error *err)
{
    const starter *row = NULL;
    if (!name || !id) {
        hw__null_argument(err, name ? "id" : "name");
        return NULL;
    }
    for (size_t i = 0; i < STARTERS; i++) {
        row = strcmp(starters[i].name, name) == 0 ? &starters[i] : row;
    }
    if (!row) {
        hw__fail(err, HW_ERR_NOT_FOUND, "name", "there is no starter template of this name");
        return NULL;
    }
    hw_assignment *made = make(row, id, err);
    hw_template *sheet = made ? hw_template_from_assignment(id, made, err) : NULL;
    hw_assignment_unref(made);
    if (!sheet) {
        return NULL;
    }
    hw_template_set_source(sheet, "libhomework");
    hw_template_set_licence(sheet, "MIT");
    return (hw_template *)hw__record_made(&sheet->head, err);
}
