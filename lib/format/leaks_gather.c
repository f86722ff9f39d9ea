/* SPDX-License-Identifier: MIT */
/* What is to be looked for in a calendar? Its words are gathered; of the plan only what consists of these is kept.
 * Names and terms are kept in any case: they count inside of words, too. */
#include <string.h>

#include "base/labels.h"
#include "format/leaks_search.h"

#define LEAST_ID 4 /* bytes */

static const char library[] = "libhomework", library_short[] = "homework";
/* What the calendars of this library say of their maker. */
static const char maker[] = "-//Practice//Calendar 1//EN";
static const hw__label neutral[] = {HW__LABEL_COVER_PRACTICE, HW__LABEL_COVER_CALENDAR,
                                    HW__LABEL_COVER_APPOINTMENT, HW__LABEL_COVER_GOAL};

uint32_t hw__words_letters(const hw__folded *text, size_t first, size_t last)
{
    uint32_t letters = 0;
    for (size_t i = first; i <= last; i++)
        letters += text->words.items[i].letters;
    return letters;
}

uint32_t hw__leaks_least_whole(const hw__leak_search *search)
{
    return search->letters < HW__LEAST_WHOLE ? search->letters : HW__LEAST_WHOLE;
}

/* ---- The words of the calendar ---- */

bool hw__leaks_gather(void *user, const hw__leak_spot *spot, const char *text, size_t size)
{
    hw__leak_search *s = user;
    (void)spot;
    bool good = hw__fold(&s->text, text, size);
    for (size_t i = 0; good && i < s->text.words.count; i++)
        good = hw__leak_set_add(&s->seen, hw__words_bytes(&s->text, i), s->text.words.items[i].size) != NULL;
    return good;
}

static bool is_seen(const hw__leak_search *s, const hw__folded *text, size_t word)
{
    return hw__leak_set_find(&s->seen, hw__words_bytes(text, word), text->words.items[word].size) != NULL;
}

/* ---- What the plan says ---- */

/* The number of a source, the same for a row of calls with one field of one record. */
static bool source_number(hw__leak_search *s, const hw__leak_source *source, uint32_t *number)
{
    size_t count = s->leaks->sources.count;
    if (count > 0) {
        const hw__leak_source *last = &s->leaks->sources.items[count - 1];
        bool same = last->record == source->record ||
                    (last->record && source->record && strcmp(last->record, source->record) == 0);
        if (same && strcmp(last->field, source->field) == 0) {
            *number = (uint32_t)count - 1;
            return true;
        }
    }
    hw__leak_source kept = {NULL, hw__arena_text(&s->leaks->arena, source->field, strlen(source->field))};
    if (source->record)
        kept.record = hw__arena_text(&s->leaks->arena, source->record, strlen(source->record));
    *number = (uint32_t)count;
    return kept.field && (kept.record || !source->record) && hw__vec_push(&s->leaks->sources, kept);
}

static bool add_key(hw__leak_search *s, const hw__leak_source *source, size_t first, size_t last,
                    uint8_t mark)
{
    uint32_t number;
    hw__leak_key *key =
        hw__leak_set_add(&s->said, hw__words_bytes(&s->text, first), hw__words_size(&s->text, first, last));
    if (!key)
        return false;
    if (!key->marks || (mark == HW__SAID_WHOLE && !(key->marks & HW__SAID_WHOLE))) {
        if (!source_number(s, source, &number))
            return false;
        key->source = number;
    }
    key->marks |= mark;
    return true;
}

/* A text: its words, its pairs, and all of it, as far as the calendar has the words. */
static bool add_text(hw__leak_search *s, const hw__leak_source *source, const char *text, size_t size)
{
    if (!hw__fold(&s->text, text, size))
        return false;
    size_t count = s->text.words.count;
    bool good = true, all = count > 0, before = false;
    for (size_t i = 0; good && i < count; i++) {
        bool seen = is_seen(s, &s->text, i);
        if (seen)
            good = add_key(s, source, i, i, HW__SAID_WORD);
        if (good && seen && before)
            good = add_key(s, source, i - 1, i, HW__SAID_PAIR);
        all = all && seen;
        before = seen;
    }
    return good && (!all || add_key(s, source, 0, count - 1, HW__SAID_WHOLE));
}

static bool add_needle(hw__leak_search *s, const hw__leak_source *source, const hw__folded *text,
                       hw_leak_kind kind, bool is_whole)
{
    static const hw__leak_source none = {NULL, ""};
    hw__leak_needle needle = {.kind = (uint8_t)kind, .is_whole = is_whole};
    return source_number(s, source ? source : &none, &needle.source) &&
           hw__leak_needles_add(&s->needles, text, needle);
}

/* A name as a whole and in its parts. */
static bool add_name(hw__leak_search *s, const hw__leak_source *source, const char *name, size_t size)
{
    uint32_t least = hw__leaks_least_whole(s);
    if (!hw__fold(&s->text, name, size))
        return false;
    size_t count = s->text.words.count;
    if (count == 0)
        return true;
    uint32_t letters = hw__words_letters(&s->text, 0, count - 1);
    bool good = letters < least || add_needle(s, source, &s->text, HW_LEAK_NAME, letters < HW__LEAST_INSIDE);
    for (size_t i = 0; good && count > 1 && i < count; i++) {
        const hw__word *word = &s->text.words.items[i];
        if (word->letters < s->letters)
            continue;
        good = hw__fold(&s->other, s->text.bytes.items + word->start, word->size) &&
               add_needle(s, source, &s->other, HW_LEAK_NAME, word->letters < HW__LEAST_INSIDE);
    }
    return good;
}

/* Takes a text as it is, and as it is spelled where some letters have no keys; false when stopped. */
static bool both_spellings(hw__leak_search *s, const hw__leak_source *source, const char *text, size_t size,
                           bool (*add)(hw__leak_search *, const hw__leak_source *, const char *, size_t))
{
    if (!hw__leaks_has_high(text, size))
        return add(s, source, text, size);
    hw__buffer spelled;
    hw__buffer_init(&spelled, HW__MAX_OUTPUT_BYTES);
    bool good = add(s, source, text, size), differs = hw__leaks_spell_out(&spelled, text, size);
    if (good && differs)
        good = hw__buffer_status(&spelled, NULL) == HW_OK && add(s, source, spelled.data, spelled.size);
    hw__buffer_free(&spelled);
    return good;
}

static bool add_id(hw__leak_search *s, const hw__leak_source *source, const char *id, size_t size)
{
    static const char field[] = "id";
    hw__leak_source named = {source->record, field};
    if (!s->options || !s->options->ids || size < LEAST_ID)
        return true;
    bool good = hw__fold(&s->text, id, size), all = good && s->text.words.count > 0;
    for (size_t i = 0; all && i < s->text.words.count; i++)
        all = is_seen(s, &s->text, i);
    return good && (!all || add_needle(s, &named, &s->text, HW_LEAK_ID, true));
}

/* ---- What is allowed ---- */

static bool allow_form(void *user, const hw__leak_spot *spot, const char *text, size_t size)
{
    hw__leak_search *s = user;
    (void)spot;
    bool good = hw__fold(&s->text, text, size), all = good && s->text.words.count > 0;
    for (size_t i = 0; all && i < s->text.words.count; i++)
        all = is_seen(s, &s->text, i);
    hw__leak_needle needle = {.source = (uint32_t)s->text.words.count};
    return good && (!all || hw__leak_needles_add_phrase(&s->allowed, &s->text, needle));
}

/* A wording as it is, and as it looks when what is in it is taken for an escape or encoding. */
static bool allow(hw__leak_search *s, const char *text, size_t size)
{
    static const hw__leak_spot spot = {.place = HW_LEAK_VALUE};
    hw__leak_sink sink = {allow_form, s};
    return allow_form(s, &spot, text, size) && hw__leaks_decode(&sink, &spot, text, size, 0);
}

/* A label with each number that an assignment or a goal can have, and without one. */
static bool allow_label(hw__leak_search *s, hw__label key)
{
    const hw__language *language = hw__language_find(s->plan->language);
    const char *text = hw__label_text(language, key), *mark = strstr(text, "{n}");
    bool good = allow(s, text, mark ? (size_t)(mark - text) : strlen(text));
    size_t assignments = s->plan->sections[HW__ASSIGNMENTS].count, goals = s->plan->sections[HW__GOALS].count;
    size_t count = !mark ? 0 : assignments > goals ? assignments : goals;
    for (size_t i = 1; good && i <= count; i++) {
        hw__buffer label;
        hw__buffer_init(&label, HW__MAX_LINE_BYTES);
        hw__put_label(&label, language, key, (int64_t)i, NULL);
        good = hw__buffer_status(&label, NULL) == HW_OK && allow(s, label.data, label.size);
        hw__buffer_free(&label);
    }
    return good;
}

static bool allow_neutral(hw__leak_search *s)
{
    bool good = allow(s, maker, sizeof maker - 1);
    for (size_t i = 0; good && i < sizeof neutral / sizeof *neutral; i++)
        good = allow_label(s, neutral[i]);
    return good;
}

/* The client's own words for check-ins, if the client wants them. */
static bool allow_own_words(hw__leak_search *s)
{
    const hw__things *things = &s->plan->sections[HW__SETTINGS];
    const hw_settings *last =
        things->count > 0 ? (const hw_settings *)hw__thing_latest(&things->items[0]) : NULL;
    bool says = last && last->own_words && s->wording >= HW_WORDING_PLAIN;
    const char *words = says ? hw__texts_pick(&last->motivation, NULL) : NULL;
    return !words || allow(s, words, strlen(words));
}

static bool take_text(void *user, hw__leak_text what, const hw__leak_source *source, const char *text,
                      size_t size)
{
    hw__leak_search *s = user;
    switch (what) {
    case HW__LEAK_TEXT_NAME:
        return both_spellings(s, source, text, size, add_name);
    case HW__LEAK_TEXT_ZONE:
        return hw__leak_set_add(&s->zones, text, size) != NULL;
    case HW__LEAK_TEXT_ID:
        return add_id(s, source, text, size);
    case HW__LEAK_TEXT_COVER:
        return s->wording < HW_WORDING_COVER || allow(s, text, size);
    case HW__LEAK_TEXT_TITLE:
        return s->wording < HW_WORDING_PLAIN || allow(s, text, size);
    default:
        return both_spellings(s, source, text, size, add_text);
    }
}

static bool add_term(hw__leak_search *s, const hw__leak_source *source, const char *term, size_t size)
{
    return hw__fold(&s->text, term, size) && s->text.words.count > 0 &&
           add_needle(s, source, &s->text, HW_LEAK_TERM,
                      hw__words_letters(&s->text, 0, s->text.words.count - 1) < HW__LEAST_INSIDE);
}

static bool add_terms(hw__leak_search *s)
{
    bool good = hw__fold(&s->text, library, sizeof library - 1) &&
                add_needle(s, NULL, &s->text, HW_LEAK_LIBRARY, false) &&
                hw__fold(&s->text, library_short, sizeof library_short - 1) &&
                add_needle(s, NULL, &s->text, HW_LEAK_LIBRARY, false);
    for (size_t i = 0; good && s->options && i < s->options->terms.count; i++) {
        const char *term = s->options->terms.items[i];
        good = both_spellings(s, NULL, term, strlen(term), add_term);
    }
    return good;
}

bool hw__leaks_prepare(hw__leak_search *search)
{
    hw__leak_reader reader = {take_text, search};
    if (!add_terms(search) || !allow_neutral(search) || !allow_own_words(search) ||
        !hw__leaks_texts(&reader, search->plan))
        return false;
    search->stamps = hw__zalloc(search->leaks->sources.count, sizeof *search->stamps);
    return search->stamps && hw__leak_needles_link(&search->needles) &&
           hw__leak_needles_link(&search->allowed);
}
