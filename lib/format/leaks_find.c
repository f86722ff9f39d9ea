/* SPDX-License-Identifier: MIT */
/* Where do the calendar and the plan say the same? First the words of the calendar are gathered; of the plan only
 * what consists of these is kept; then the calendar is read once more against it. So memory goes with the
 * calendar, and time with both. */
#include <string.h>

#include "base/fail.h"
#include "base/labels.h"
#include "format/leaks.h"

/* What a key of the plan is. */
enum {
    WORD = 1,
    PAIR = 2,
    WHOLE = 4
};
/* What a key of the allowed wording is. */
enum {
    BEGINNING = 1, /* longer ones begin so */
    COMPLETE = 2
};

#define LEAST_WHOLE 3  /* letters of a text or name by itself */
#define LEAST_INSIDE 4 /* letters of what counts inside a longer word */
#define MOST_OUT 16    /* needles that end at one place */

static const char library[] = "libhomework", library_short[] = "homework";
/* What the calendars of this library say of their maker. */
static const char maker[] = "-//Practice//Calendar 1//EN";
static const hw__label neutral[] = {HW__LABEL_COVER_PRACTICE};

typedef struct search {
    const hw_plan *plan;
    const hw_leaks_options *options;
    hw_wording allowed_wording;
    uint32_t letters;
    hw__leak_set seen;    /* the words of the calendar */
    hw__leak_set said;    /* words, pairs and texts of the plan */
    hw__leak_set allowed; /* wording */
    hw__leak_set zones;   /* as they are written */
    hw__leak_needles needles;
    hw__folded text, other;
    HW__VEC(char) starts; /* by byte of the words put together: whether a word begins there */
    HW__VEC(char) may;    /* by word: whether it is allowed wording */
    hw_leaks *leaks;
    bool is_full;
} search;

static const char *bytes_of(const hw__folded *text, size_t first)
{
    return text->bytes.items + text->words.items[first].start;
}

/* The size of the words from one to another, with the blanks between them. */
static size_t size_of(const hw__folded *text, size_t first, size_t last)
{
    const hw__word *end = &text->words.items[last];
    return end->start + end->size - text->words.items[first].start;
}

static uint32_t letters_of(const hw__folded *text, size_t first, size_t last)
{
    uint32_t letters = 0;
    for (size_t i = first; i <= last; i++)
        letters += text->words.items[i].letters;
    return letters;
}

static uint32_t least_whole(const search *s)
{
    return s->letters < LEAST_WHOLE ? s->letters : LEAST_WHOLE;
}

/* ---- The words of the calendar ---- */

static bool gather(void *user, const hw__leak_spot *spot, const char *text, size_t size)
{
    search *s = user;
    (void)spot;
    bool good = hw__fold(&s->text, text, size);
    for (size_t i = 0; good && i < s->text.words.count; i++)
        good = hw__leak_set_add(&s->seen, bytes_of(&s->text, i), s->text.words.items[i].size) != NULL;
    return good;
}

static bool is_seen(const search *s, const hw__folded *text, size_t word)
{
    return hw__leak_set_find(&s->seen, bytes_of(text, word), text->words.items[word].size) != NULL;
}

/* ---- What the plan says ---- */

/* The number of a source, the same for a row of calls with one field of one record. */
static bool source_number(search *s, const hw__leak_source *source, uint32_t *number)
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

static bool add_key(search *s, const hw__leak_source *source, size_t first, size_t last, uint8_t mark)
{
    uint32_t number;
    hw__leak_key *key = hw__leak_set_add(&s->said, bytes_of(&s->text, first), size_of(&s->text, first, last));
    if (!key)
        return false;
    if (!key->marks || (mark == WHOLE && !(key->marks & WHOLE))) {
        if (!source_number(s, source, &number))
            return false;
        key->source = number;
    }
    key->marks |= mark;
    return true;
}

/* A text: its words, its pairs, and all of it, as far as the calendar has the words. */
static bool add_text(search *s, const hw__leak_source *source)
{
    size_t count = s->text.words.count;
    bool good = true, all = count > 0, before = false;
    for (size_t i = 0; good && i < count; i++) {
        bool seen = is_seen(s, &s->text, i);
        if (seen)
            good = add_key(s, source, i, i, WORD);
        if (good && seen && before)
            good = add_key(s, source, i - 1, i, PAIR);
        all = all && seen;
        before = seen;
    }
    return good && (!all || add_key(s, source, 0, count - 1, WHOLE));
}

static bool add_needle(search *s, const hw__leak_source *source, const hw__folded *text, hw_leak_kind kind,
                       bool is_whole)
{
    static const hw__leak_source none = {NULL, ""};
    hw__leak_needle needle = {.kind = (uint8_t)kind, .is_whole = is_whole};
    return source_number(s, source ? source : &none, &needle.source) &&
           hw__leak_needles_add(&s->needles, text, needle);
}

/* A name as a whole and in its parts. */
static bool add_name(search *s, const hw__leak_source *source, const char *name, size_t size)
{
    uint32_t least = least_whole(s);
    if (!hw__fold(&s->text, name, size))
        return false;
    size_t count = s->text.words.count;
    if (count == 0)
        return true;
    uint32_t letters = letters_of(&s->text, 0, count - 1);
    bool good = letters < least || add_needle(s, source, &s->text, HW_LEAK_NAME, letters < LEAST_INSIDE);
    for (size_t i = 0; good && count > 1 && i < count; i++) {
        const hw__word *word = &s->text.words.items[i];
        if (word->letters < s->letters)
            continue;
        good = hw__fold(&s->other, s->text.bytes.items + word->start, word->size) &&
               add_needle(s, source, &s->other, HW_LEAK_NAME, word->letters < LEAST_INSIDE);
    }
    return good;
}

static bool add_id(search *s, const hw__leak_source *source, const char *id, size_t size)
{
    static const char field[] = "id";
    hw__leak_source named = {source->record, field};
    if (!s->options || !s->options->ids || size < 4)
        return true;
    bool good = hw__fold(&s->text, id, size), all = good && s->text.words.count > 0;
    for (size_t i = 0; all && i < s->text.words.count; i++)
        all = is_seen(s, &s->text, i);
    return good && (!all || add_needle(s, &named, &s->text, HW_LEAK_ID, true));
}

/* ---- What is allowed ---- */

static bool allow_form(void *user, const hw__leak_spot *spot, const char *text, size_t size)
{
    search *s = user;
    (void)spot;
    bool good = hw__fold(&s->text, text, size);
    for (size_t i = 0; good && i < s->text.words.count; i++) {
        if (!is_seen(s, &s->text, i))
            break;
        hw__leak_key *key = hw__leak_set_add(&s->allowed, bytes_of(&s->text, 0), size_of(&s->text, 0, i));
        good = key != NULL;
        if (good)
            key->marks |= i + 1 == s->text.words.count ? COMPLETE | BEGINNING : BEGINNING;
    }
    return good;
}

/* A wording as it is, and as it looks when what is in it is taken for an escape or encoding. */
static bool allow(search *s, const char *text, size_t size)
{
    static const hw__leak_spot spot = {.place = HW_LEAK_VALUE};
    hw__leak_sink sink = {allow_form, s};
    return allow_form(s, &spot, text, size) && hw__leaks_decode(&sink, &spot, text, size, 0);
}

/* A label with each number that an assignment can have, and without one. */
static bool allow_label(search *s, hw__label key)
{
    const hw__language *language = hw__language_find(s->plan->language);
    const char *text = hw__label_text(language, key), *mark = strstr(text, "{n}");
    bool good = allow(s, text, mark ? (size_t)(mark - text) : strlen(text));
    size_t count = mark ? s->plan->sections[HW__ASSIGNMENTS].count : 0;
    for (size_t i = 1; good && i <= count; i++) {
        hw__buffer label;
        hw__buffer_init(&label, HW__MAX_LINE_BYTES);
        hw__put_label(&label, language, key, (int64_t)i, NULL);
        good = hw__buffer_status(&label, NULL) == HW_OK && allow(s, label.data, label.size);
        hw__buffer_free(&label);
    }
    return good;
}

static bool allow_neutral(search *s)
{
    bool good = allow(s, maker, sizeof maker - 1);
    for (size_t i = 0; good && i < sizeof neutral / sizeof *neutral; i++)
        good = allow_label(s, neutral[i]);
    return good;
}

static bool take_text(void *user, hw__leak_text what, const hw__leak_source *source, const char *text,
                      size_t size)
{
    search *s = user;
    switch (what) {
    case HW__LEAK_TEXT_NAME:
        return add_name(s, source, text, size);
    case HW__LEAK_TEXT_ZONE:
        return hw__leak_set_add(&s->zones, text, size) != NULL;
    case HW__LEAK_TEXT_ID:
        return add_id(s, source, text, size);
    case HW__LEAK_TEXT_COVER:
        return s->allowed_wording < HW_WORDING_COVER || allow(s, text, size);
    case HW__LEAK_TEXT_TITLE:
        return s->allowed_wording < HW_WORDING_PLAIN || allow(s, text, size);
    default:
        return hw__fold(&s->text, text, size) && add_text(s, source);
    }
}

static bool add_terms(search *s)
{
    bool good = hw__fold(&s->text, library, sizeof library - 1) &&
                add_needle(s, NULL, &s->text, HW_LEAK_LIBRARY, false) &&
                hw__fold(&s->text, library_short, sizeof library_short - 1) &&
                add_needle(s, NULL, &s->text, HW_LEAK_LIBRARY, false);
    for (size_t i = 0; good && s->options && i < s->options->terms.count; i++) {
        const char *term = s->options->terms.items[i];
        good = hw__fold(&s->text, term, strlen(term)) && s->text.words.count > 0 &&
               add_needle(s, NULL, &s->text, HW_LEAK_TERM,
                          letters_of(&s->text, 0, s->text.words.count - 1) < LEAST_INSIDE);
    }
    return good;
}

/* ---- Where both meet ---- */

static bool report(search *s, const hw__leak_spot *spot, hw_leak_kind kind, uint32_t source)
{
    hw_leaks *leaks = s->leaks;
    for (size_t i = leaks->list.count; i-- > 0 && leaks->list.items[i].spot.line == spot->line;) {
        const hw__leak *known = &leaks->list.items[i];
        if (known->kind == kind && known->source == source && known->spot.place == spot->place &&
            known->spot.parameter == spot->parameter)
            return true;
    }
    s->is_full = leaks->list.count == HW__MAX_LEAKS;
    hw__leak leak = {*spot, source, (uint8_t)kind};
    return !s->is_full && hw__vec_push(&leaks->list, leak);
}

/* How many words from one on are allowed wording. */
static size_t allowed_words(const search *s, size_t first)
{
    size_t found = 0;
    for (size_t last = first; last < s->text.words.count; last++) {
        const hw__leak_key *key =
            hw__leak_set_find(&s->allowed, bytes_of(&s->text, first), size_of(&s->text, first, last));
        if (!key)
            break;
        found = key->marks & COMPLETE ? last - first + 1 : found;
    }
    return found;
}

/* Marks the words that are allowed wording; false without memory. */
static bool mark_allowed(search *s)
{
    size_t count = s->text.words.count;
    s->may.count = 0;
    if (!hw__vec_reserve(&s->may, count))
        return false;
    for (size_t i = 0; i < count;) {
        size_t words = allowed_words(s, i), end = i + (words ? words : 1);
        while (i < end)
            s->may.items[i++] = words > 0;
    }
    return true;
}

static const hw__leak_key *said(const search *s, size_t first, size_t last, uint8_t mark)
{
    const hw__leak_key *key =
        hw__leak_set_find(&s->said, bytes_of(&s->text, first), size_of(&s->text, first, last));
    return key && key->marks & mark ? key : NULL;
}

static bool report_words(search *s, const hw__leak_spot *spot, size_t first, size_t last)
{
    bool good = true;
    for (size_t i = first; good && i <= last; i++) {
        const hw__leak_key *whole = said(s, i, i, WHOLE), *word = said(s, i, i, WORD);
        uint32_t letters = s->text.words.items[i].alone ? 0 : s->text.words.items[i].letters;
        if (whole && letters >= least_whole(s))
            good = report(s, spot, HW_LEAK_TEXT, whole->source);
        else if (word && letters >= s->letters && !(s->options && s->options->no_words))
            good = report(s, spot, HW_LEAK_WORD, word->source);
    }
    return good;
}

/* A row of words each two of which stand side by side in the plan. */
static bool report_row(search *s, const hw__leak_spot *spot, size_t first, size_t last)
{
    if (first == last)
        return report_words(s, spot, first, last);
    uint32_t letters = letters_of(&s->text, first, last);
    const hw__leak_key *whole = said(s, first, last, WHOLE);
    if (whole && letters >= least_whole(s))
        return report(s, spot, HW_LEAK_TEXT, whole->source);
    const hw__leak_key *pair = said(s, first, first + 1, PAIR);
    if (pair && letters >= 2 * s->letters)
        return report(s, spot, HW_LEAK_PHRASE, pair->source);
    return report_words(s, spot, first, last);
}

static bool find_texts(search *s, const hw__leak_spot *spot)
{
    size_t count = s->text.words.count;
    bool good = true;
    for (size_t i = 0; good && i < count; i++) {
        size_t first = i;
        if (s->may.items[i] || !said(s, i, i, WORD))
            continue;
        while (i + 1 < count && !s->may.items[i + 1] && said(s, i, i + 1, PAIR))
            i++;
        good = report_row(s, spot, first, i);
    }
    return good;
}

/* Whether what ends at a place counts there: inside of one word, or from the beginning of one to the end of
 * another. */
static bool counts(const search *s, const hw__leak_needle *needle, size_t end, size_t word_start, bool is_end)
{
    size_t start = end - needle->size;
    return (start >= word_start && !needle->is_whole) || (s->starts.items[start] && is_end);
}

static bool find_needles(search *s, const hw__leak_spot *spot)
{
    const hw__leak_needles *needles = &s->needles;
    uint32_t node = 0;
    size_t at = 0;
    s->starts.count = 0;
    if (!hw__vec_reserve(&s->starts, s->text.bytes.count))
        return false;
    bool good = true;
    for (size_t w = 0; good && w < s->text.words.count; w++) {
        const hw__word *word = &s->text.words.items[w];
        size_t start = at;
        for (uint32_t i = 0; good && i < word->size; i++) {
            s->starts.items[at++] = i == 0;
            node = hw__leak_needles_step(needles, node, (unsigned char)s->text.bytes.items[word->start + i]);
            uint32_t out = needles->nodes.items[node].needle ? node : needles->nodes.items[node].out;
            for (int tries = 0; good && out && tries < MOST_OUT; tries++) {
                const hw__leak_needle *needle = &needles->list.items[needles->nodes.items[out].needle - 1];
                bool here = counts(s, needle, at, start, i + 1 == word->size) &&
                            (spot->form != HW__LEAK_OPAQUE || needle->kind == HW_LEAK_ID) &&
                            (!s->may.items[w] || needle->kind == HW_LEAK_TERM);
                if (here)
                    good = report(s, spot, (hw_leak_kind)needle->kind, needle->source);
                out = here ? 0 : needles->nodes.items[out].out;
            }
        }
    }
    return good;
}

static bool find(void *user, const hw__leak_spot *spot, const char *text, size_t size)
{
    search *s = user;
    if (spot->form == HW__LEAK_ZONE &&
        (hw__leak_set_find(&s->zones, text, size) || hw__leaks_same(text, size, "UTC") ||
         hw__leaks_same(text, size, "Etc/UTC")))
        return true;
    if (!hw__fold(&s->text, text, size))
        return false;
    return mark_allowed(s) && find_needles(s, spot) && (spot->form == HW__LEAK_OPAQUE || find_texts(s, spot));
}

/* ---- All of it ---- */

/* What is looked through: a calendar, or the name of a file. */
typedef struct stream {
    const char *data;
    size_t size;
    bool is_name;
} stream;

static bool look_through(search *s, const stream *in,
                         bool (*take)(void *, const hw__leak_spot *, const char *, size_t))
{
    hw__leak_sink sink = {take, s};
    static const hw__leak_spot name = {.line = 1, .place = HW_LEAK_FILE_NAME};
    return in->is_name ? hw__leaks_decode(&sink, &name, in->data, in->size, 0)
                       : hw__leaks_scan(&sink, in->data, in->size);
}

static bool run(search *s, const stream *in)
{
    hw__leak_reader reader = {take_text, s};
    bool good = look_through(s, in, gather) && add_terms(s) && allow_neutral(s) &&
                hw__leaks_texts(&reader, s->plan) && hw__leak_needles_link(&s->needles);
    return good && (look_through(s, in, find) || s->is_full);
}

static void close_search(search *s)
{
    hw__leak_set_free(&s->seen);
    hw__leak_set_free(&s->said);
    hw__leak_set_free(&s->allowed);
    hw__leak_set_free(&s->zones);
    hw__leak_needles_free(&s->needles);
    hw__folded_free(&s->text);
    hw__folded_free(&s->other);
    hw__vec_free(&s->starts);
    hw__vec_free(&s->may);
}

/* The wording that the last recorded settings allow, or less. */
static hw_wording wording_of(const hw_plan *plan, const hw_leaks_options *options)
{
    const hw__things *things = &plan->sections[HW__SETTINGS];
    uint8_t wording = HW_WORDING_NEUTRAL;
    if (things->count > 0)
        wording = ((const hw_settings *)hw__thing_latest(&things->items[0]))->wording;
    return (hw_wording)(options && options->wording < wording ? options->wording : wording);
}

static hw_leaks *check(const hw_plan *plan, const stream *in, const hw_leaks_options *options, hw_error *err)
{
    if (in->size > HW__MAX_CALENDAR_BYTES) {
        hw__fail(err, HW_ERR_LIMIT, NULL, "the calendar is larger than %zu bytes", HW__MAX_CALENDAR_BYTES);
        return NULL;
    }
    search s = {.plan = plan, .options = options, .leaks = hw__zalloc(1, sizeof(hw_leaks))};
    s.letters = options ? (uint32_t)options->letters : LEAST_INSIDE;
    s.allowed_wording = wording_of(plan, options);
    bool good = s.leaks && run(&s, in);
    close_search(&s);
    if (!good) {
        hw_leaks_free(s.leaks);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return s.leaks;
}

hw_leaks *hw_plan_check_leaks(const hw_plan *plan, const char *calendar, size_t size,
                              const hw_leaks_options *options, hw_error *err)
{
    if (!plan || !calendar) {
        hw__null_argument(err, plan ? "calendar" : "plan");
        return NULL;
    }
    stream in = {calendar, size, false};
    return check(plan, &in, options, err);
}

hw_leaks *hw_plan_check_leaks_name(const hw_plan *plan, const char *name, const hw_leaks_options *options,
                                   hw_error *err)
{
    if (!plan || !name) {
        hw__null_argument(err, plan ? "name" : "plan");
        return NULL;
    }
    stream in = {name, strlen(name), true};
    return check(plan, &in, options, err);
}
