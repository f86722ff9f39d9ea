/* SPDX-License-Identifier: MIT */
/* The agenda in words: a line for each item, and the page. Whatever the library says here stands in the label
 * table; titles and shared words are the plan's. */
#include "progress/agenda.h"

#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/limits.h"
#include "report/context.h"

typedef struct speaker {
    const hw_agenda *agenda;
    const hw__agenda_item *item;
    const hw__language *language;
    const char *tag; /* NULL = the plan's own language */
    hw__buffer *out;
    hw_error *err;
} speaker;

static void say(const speaker *to, hw__label key, int64_t count, const char *const *arguments)
{
    hw__put_label(to->out, to->language, key, count, arguments);
}

static const char *word(const speaker *to, int key)
{
    return hw__label_text(to->language, (hw__label)key);
}

/* ---- titles and words of the plan ---- */

/* By kind of evidence: where the title of such a record is; those that have none are known by their id. */
static const hw__texts *title_of(const hw_revision *record)
{
    switch (record->shape->section) {
    case HW__GOALS:
        return &((const hw_goal *)record)->title;
    case HW__STEPS:
        return &((const hw_step *)record)->title;
    case HW__SKILLS:
        return &((const hw_skill *)record)->title;
    case HW__ASSIGNMENTS:
        return &((const hw_assignment *)record)->title;
    default:
        return NULL;
    }
}

static const char *title(const speaker *to)
{
    const hw__texts *texts = to->item->about ? title_of(to->item->about) : NULL;
    const char *text = texts ? hw__texts_pick(texts, to->tag) : NULL;
    return text ? text : to->item->id ? to->item->id : "";
}

/* What a message or a note says; NULL if it is shared without its words. */
static const char *words_of(const speaker *to)
{
    if (to->item->kind != HW_EVIDENCE_MESSAGE) {
        return to->item->words;
    }
    const hw_message *message = (const hw_message *)to->item->about;
    return message->visibility == HW_VISIBILITY_SHARED ? hw__texts_pick(&message->text, to->tag) : NULL;
}

/* ---- one line for each reason ---- */

static void say_title(const speaker *to, int key)
{
    const char *const parts[] = {title(to)};
    say(to, (hw__label)key, to->item->value, parts);
}

/* "Question (Tue 3 Mar): ..." */
static void say_words(const speaker *to, int key)
{
    hw__buffer when;
    hw__page page = {.language = to->language, .out = to->out};
    hw__buffer_init(&when, HW__MAX_OUTPUT_BYTES);
    hw__page_date(&page, &when, to->item->date, false);
    char *date = hw__buffer_take(&when, NULL, NULL);
    if (!date) {
        to->out->status = HW_ERR_MEMORY;
        return;
    }
    const char *const parts[] = {word(to, key), date, words_of(to)};
    say(to, parts[2] ? HW__LABEL_AGENDA_SAID : HW__LABEL_AGENDA_SAID_SUMMARY, 0, parts);
    hw__free(date);
}

static void add_count(const speaker *to, hw__label key, int64_t count)
{
    if (count) {
        HW__PUT_LIT(to->out, ", ");
        say(to, key, count, NULL);
    }
}

static void put_number(hw__buffer *out, int64_t number, char text[24])
{
    hw__buffer_init(out, 24);
    hw__put_int(out, number);
    char *taken = hw__buffer_take(out, NULL, NULL);
    text[0] = '\0';
    if (taken) {
        memcpy(text, taken, strlen(taken) + 1);
    }
    hw__free(taken);
}

/* "Breathing: done 4 of 6, in part 1, not reported 1; 80 % likely as agreed". */
static void say_homework(const speaker *to, int key)
{
    (void)key;
    const hw__agenda_item *item = to->item;
    char number[24];
    hw__buffer digits;
    put_number(&digits, item->of, number);
    const char *const parts[] = {number};
    hw__put_text(to->out, title(to));
    HW__PUT_LIT(to->out, ": ");
    if (item->of) {
        say(to, HW__LABEL_COUNT_DONE_OF, item->counts[HW__AGENDA_DONE], parts);
        add_count(to, HW__LABEL_COUNT_IN_PART, item->counts[HW__AGENDA_PARTIAL]);
        add_count(to, HW__LABEL_COUNT_NOT_DONE, item->counts[HW__AGENDA_NOT_DONE]);
        add_count(to, HW__LABEL_COUNT_NOT_REPORTED, item->counts[HW__AGENDA_NOT_REPORTED]);
        add_count(to, HW__LABEL_COUNT_UNSCHEDULED, item->counts[HW__AGENDA_BESIDES]);
    } else if (item->counts[HW__AGENDA_BESIDES]) {
        say(to, HW__LABEL_COUNT_PRACTISED, item->counts[HW__AGENDA_BESIDES], NULL);
    } else {
        say(to, HW__LABEL_COUNT_NOTHING_SETTLED, 0, NULL);
    }
    if (item->likelihood >= 0) {
        HW__PUT_LIT(to->out, "; ");
        say(to, HW__LABEL_AGENDA_LIKELY, item->likelihood, NULL);
    }
}

static void say_of(const speaker *to, int key)
{
    char of[24];
    hw__buffer digits;
    put_number(&digits, to->item->of, of);
    const char *const parts[] = {of, title(to)};
    say(to, (hw__label)key, to->item->value, parts);
}

static void say_barrier(const speaker *to, int key)
{
    const hw_areas *recent = to->agenda->recent;
    hw_barrier barrier = hw_areas_barrier_at(recent, to->item->row);
    const char *const parts[] = {word(to, HW__LABEL_BARRIER_FORGOT + (int)barrier)};
    say(to, (hw__label)key, to->item->value, parts);
}

/* "how well it was done: client 3, therapist 1"; of a score the goal's title instead. */
static void say_raters(const speaker *to, int key)
{
    hw_dimension dimension;
    bool rating = hw_areas_rating_dimension_at(to->agenda->recent, to->item->row, &dimension);
    char first[24];
    hw__buffer digits;
    put_number(&digits, to->item->value, first);
    const char *const parts[] = {rating ? word(to, HW__LABEL_DIMENSION_QUANTITY + (int)dimension) : title(to),
                                 word(to, HW__LABEL_ROLE_CLIENT + to->item->roles[0]), first,
                                 word(to, HW__LABEL_ROLE_CLIENT + to->item->roles[1])};
    say(to, (hw__label)key, to->item->of, parts);
}

/* "title: sentence", the sentence being the library's own. */
static void say_sentence(const speaker *to, char *sentence)
{
    if (!sentence) {
        to->out->status = HW_ERR_MEMORY;
        return;
    }
    const char *const parts[] = {title(to), sentence};
    say(to, to->item->kind == HW__AGENDA_OF_PLAN ? HW__LABEL_AGENDA_SENTENCE : HW__LABEL_AGENDA_ABOUT, 0,
        parts);
    hw__free(sentence);
}

static const char *spoken(const speaker *to)
{
    return hw__language_tag(to->language);
}

static void say_step(const speaker *to, int key)
{
    (void)key;
    say_sentence(to, hw_areas_suggestion_text(to->agenda->whole, to->item->row, spoken(to), NULL));
}

static void say_goal(const speaker *to, int key)
{
    (void)key;
    say_sentence(to, hw_areas_text(to->agenda->whole, to->item->row, spoken(to), NULL));
}

static void say_finding(const speaker *to, int key)
{
    say_sentence(to, hw_lint_text(to->agenda->lint, to->item->row, spoken(to), NULL));
    if (to->item->value > 1) {
        HW__PUT_LIT(to->out, " ");
        say(to, (hw__label)key, to->item->value - 1, NULL);
    }
}

static void say_accomplishment(const speaker *to, int key)
{
    hw_accomplishment what = hw_areas_accomplishment_at(to->agenda->recent, to->item->row);
    const char *stage = what == HW_ACCOMPLISHMENT_SKILL_ADVANCED
                            ? word(to, HW__LABEL_SKILL_INTRODUCED + (int)to->item->value)
                            : "";
    const char *const parts[] = {title(to), stage};
    say(to, (hw__label)(key + (int)what), to->item->value, parts);
}

/* Which line, and the label that it is made of. */
static const struct {
    void (*say)(const speaker *to, int key);
    int key;
} lines[HW_AGENDA_REASON_COUNT] = {
    [HW_AGENDA_REASON_FLAGGED] = {say_title, HW__LABEL_AGENDA_FLAGGED},
    [HW_AGENDA_REASON_SAFETY_ITEM] = {say_title, HW__LABEL_AGENDA_SAFETY_ITEM},
    [HW_AGENDA_REASON_CONCERN] = {say_words, HW__LABEL_TOPIC_CONCERN},
    [HW_AGENDA_REASON_QUESTION] = {say_words, HW__LABEL_TOPIC_QUESTION},
    [HW_AGENDA_REASON_REQUEST] = {say_words, HW__LABEL_TOPIC_REQUEST},
    [HW_AGENDA_REASON_CHALLENGE] = {say_words, HW__LABEL_TOPIC_CHALLENGE},
    [HW_AGENDA_REASON_HOMEWORK] = {say_homework, 0},
    [HW_AGENDA_REASON_RECORDED_LATER] = {say_of, HW__LABEL_AGENDA_RECORDED_LATER},
    [HW_AGENDA_REASON_BARRIER] = {say_barrier, HW__LABEL_AGENDA_BARRIER},
    [HW_AGENDA_REASON_RATERS_DIFFER] = {say_raters, HW__LABEL_AGENDA_RATERS_DIFFER},
    [HW_AGENDA_REASON_STEP_UP] = {say_step, 0},
    [HW_AGENDA_REASON_STEP_DOWN] = {say_step, 0},
    [HW_AGENDA_REASON_SIMPLIFY] = {say_step, 0},
    [HW_AGENDA_REASON_INSIGHT] = {say_words, HW__LABEL_TOPIC_INSIGHT},
    [HW_AGENDA_REASON_ACCOMPLISHMENT] = {say_accomplishment, HW__LABEL_ACCOMPLISHED_GOAL},
    [HW_AGENDA_REASON_GOAL_NEEDS_WORK] = {say_goal, 0},
    [HW_AGENDA_REASON_GOAL_STEADY] = {say_goal, 0},
    [HW_AGENDA_REASON_GOAL_PROGRESS] = {say_goal, 0},
    [HW_AGENDA_REASON_NO_GOAL] = {say_title, HW__LABEL_AGENDA_NO_GOAL},
    [HW_AGENDA_REASON_NO_HOMEWORK] = {say_title, HW__LABEL_AGENDA_NO_HOMEWORK},
    [HW_AGENDA_REASON_ENDING] = {say_title, HW__LABEL_AGENDA_ENDING},
    [HW_AGENDA_REASON_GOAL_WITHOUT_HOMEWORK] = {say_title, HW__LABEL_AGENDA_GOAL_WITHOUT_HOMEWORK},
    [HW_AGENDA_REASON_AGREEMENT_LACKS] = {say_finding, HW__LABEL_AGENDA_MORE_FINDINGS},
};

static char *line_of(const hw_agenda *agenda, size_t index, const char *tag, hw_error *err)
{
    hw__buffer out;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    speaker to = {.agenda = agenda,
                  .item = &agenda->items.items[index],
                  .language = hw__language_find(tag ? tag : agenda->language),
                  .tag = tag,
                  .out = &out};
    lines[to.item->reason].say(&to, lines[to.item->reason].key);
    return hw__buffer_take(&out, NULL, err);
}

char *hw_agenda_text(const hw_agenda *agenda, size_t index, const char *language, hw_error *err)
{
    if (!agenda || index >= agenda->items.count) {
        hw__fail(err, HW_ERR_ARGUMENT, agenda ? "index" : "agenda", agenda ? "no such item" : "is NULL");
        return NULL;
    }
    return line_of(agenda, index, language, err);
}

/* ---- the page ---- */

static void put_heading(const hw__page *page, hw__label key, const char *text)
{
    char *line = hw__page_label(page, key, 0, &text);
    if (line) {
        hw__page_title(page, line);
    }
    hw__free(line);
}

static void put_head(const hw__page *page, const hw_agenda *agenda)
{
    hw__buffer text;
    hw__buffer_init(&text, HW__MAX_OUTPUT_BYTES);
    if (agenda->next) {
        hw__page_local(page, &text, agenda->next_start);
    } else {
        hw__page_date(page, &text, agenda->since, true);
    }
    char *when = hw__buffer_take(&text, NULL, NULL);
    if (!when) {
        page->out->status = HW_ERR_MEMORY;
        return;
    }
    put_heading(page, agenda->next ? HW__LABEL_AGENDA_FOR : HW__LABEL_AGENDA_SINCE, when);
    hw__free(when);
}

static void put_item(const hw__page *page, const hw_agenda *agenda, size_t index)
{
    const char *line = line_of(agenda, index, page->tag, NULL);
    char *item = line ? hw__page_label(page, HW__LABEL_SHEET_ITEM, 0, &line) : NULL;
    if (item) {
        hw__page_text(page, 2, 2, item);
    } else {
        page->out->status = HW_ERR_MEMORY;
    }
    hw__free(item);
    hw__free((char *)line);
}

char *hw_agenda_page(const hw_agenda *agenda, const hw_report_options *options, hw_error *err)
{
    if (!agenda) {
        hw__null_argument(err, "agenda");
        return NULL;
    }
    hw__buffer out;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    hw__page page = hw__report_page(agenda->language, options ? options : &hw__report_defaults);
    page.out = &out;
    put_head(&page, agenda);
    for (size_t i = 0; i < agenda->items.count; i++) {
        int section = agenda->items.items[i].section;
        if (i == 0 || section != agenda->items.items[i - 1].section) {
            hw__page_heading(&page,
                             hw__label_text(page.language, (hw__label)(HW__LABEL_AGENDA_PERSON + section)));
        }
        put_item(&page, agenda, i);
    }
    if (agenda->left_out) {
        char *more = hw__page_label(&page, HW__LABEL_AGENDA_LEFT_OUT, (int64_t)agenda->left_out, NULL);
        if (more) {
            hw__put_char(&out, '\n');
            hw__page_text(&page, 0, 0, more);
        }
        hw__free(more);
    }
    return hw__buffer_take(&out, NULL, err);
}
