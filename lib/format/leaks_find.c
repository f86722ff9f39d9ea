/* SPDX-License-Identifier: MIT */
/* Where do the calendar and the plan say the same? First the words of the calendar are gathered; of the plan only
 * what consists of these is kept; then the calendar is read once more against it. So memory goes with the
 * calendar, and time with both. */
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "format/leaks_search.h"

#define MOST_OUT 16 /* needles that end at one place */

static bool report(hw__leak_search *s, const hw__leak_spot *spot, hw_leak_kind kind, uint32_t source)
{
    hw__leak_stamp *stamp = &s->stamps[source];
    uint64_t bit = UINT64_C(1) << ((unsigned)kind * HW_LEAK_PLACE_COUNT + spot->place);
    if (stamp->line != spot->line)
        *stamp = (hw__leak_stamp){spot->line, 0};
    if (stamp->seen & bit)
        return true;
    stamp->seen |= bit;
    s->is_full = s->leaks->list.count == HW__MAX_LEAKS;
    hw__leak leak = {*spot, source, (uint8_t)kind};
    return !s->is_full && hw__vec_push(&s->leaks->list, leak);
}

/* Of each word, how many words the longest allowed wording has that ends with it. */
static void find_allowed(hw__leak_search *s)
{
    const hw__leak_needles *allowed = &s->allowed;
    uint32_t node = hw__leak_needles_step(allowed, 0, ' ');
    for (size_t w = 0; w < s->text.words.count; w++) {
        const hw__word *word = &s->text.words.items[w];
        const char *bytes = s->text.bytes.items + word->start;
        for (uint32_t i = 0; i <= word->size; i++) /* with the blank behind it */
            node = hw__leak_needles_step(allowed, node, (unsigned char)bytes[i]);
        const hw__leak_node *at = &allowed->nodes.items[node];
        uint32_t needle = at->needle ? at->needle : allowed->nodes.items[at->out].needle;
        s->ends.items[w] = needle ? allowed->list.items[needle - 1].source : 0;
    }
}

/* Marks the words that are allowed wording; false without memory. */
static bool mark_allowed(hw__leak_search *s)
{
    size_t count = s->text.words.count;
    s->may.count = s->ends.count = 0;
    if (!hw__vec_reserve(&s->may, count) || !hw__vec_reserve(&s->ends, count))
        return false;
    find_allowed(s);
    uint32_t more = 0; /* words, from this one back */
    for (size_t w = count; w-- > 0;) {
        more = s->ends.items[w] > more ? s->ends.items[w] : more;
        s->may.items[w] = more > 0;
        more -= more > 0;
    }
    return true;
}

static const hw__leak_key *said(const hw__leak_search *s, size_t first, size_t last, uint8_t mark)
{
    const hw__leak_key *key =
        hw__leak_set_find(&s->said, hw__words_bytes(&s->text, first), hw__words_size(&s->text, first, last));
    return key && key->marks & mark ? key : NULL;
}

static bool report_words(hw__leak_search *s, const hw__leak_spot *spot, size_t first, size_t last)
{
    bool good = true;
    for (size_t i = first; good && i <= last; i++) {
        const hw__leak_key *whole = said(s, i, i, HW__SAID_WHOLE), *word = said(s, i, i, HW__SAID_WORD);
        uint32_t letters = s->text.words.items[i].alone ? 0 : s->text.words.items[i].letters;
        if (whole && letters >= hw__leaks_least_whole(s))
            good = report(s, spot, HW_LEAK_TEXT, whole->source);
        else if (word && letters >= s->letters && !(s->options && s->options->no_words))
            good = report(s, spot, HW_LEAK_WORD, word->source);
    }
    return good;
}

/* A row of words each two of which stand side by side in the plan. */
static bool report_row(hw__leak_search *s, const hw__leak_spot *spot, size_t first, size_t last)
{
    if (first == last)
        return report_words(s, spot, first, last);
    uint32_t letters = hw__words_letters(&s->text, first, last);
    const hw__leak_key *whole = said(s, first, last, HW__SAID_WHOLE);
    if (whole && letters >= hw__leaks_least_whole(s))
        return report(s, spot, HW_LEAK_TEXT, whole->source);
    const hw__leak_key *pair = said(s, first, first + 1, HW__SAID_PAIR);
    if (pair && letters >= 2 * s->letters)
        return report(s, spot, HW_LEAK_PHRASE, pair->source);
    return report_words(s, spot, first, last);
}

static bool find_texts(hw__leak_search *s, const hw__leak_spot *spot)
{
    size_t count = s->text.words.count;
    bool good = true;
    for (size_t i = 0; good && i < count; i++) {
        size_t first = i;
        if (s->may.items[i] || !said(s, i, i, HW__SAID_WORD))
            continue;
        while (i + 1 < count && !s->may.items[i + 1] && said(s, i, i + 1, HW__SAID_PAIR))
            i++;
        good = report_row(s, spot, first, i);
    }
    return good;
}

/* Whether what ends at a place counts there: inside of one word, or from the beginning of one to the end of
 * another. */
static bool counts(const hw__leak_search *s, const hw__leak_needle *needle, size_t end, size_t word_start,
                   bool is_end)
{
    size_t start = end - needle->size;
    return (start >= word_start && !needle->is_whole) || (s->starts.items[start] && is_end);
}

static bool find_needles(hw__leak_search *s, const hw__leak_spot *spot)
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
    hw__leak_search *s = user;
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

static bool look_through(hw__leak_search *s, const stream *in,
                         bool (*take)(void *, const hw__leak_spot *, const char *, size_t))
{
    hw__leak_sink sink = {take, s};
    static const hw__leak_spot name = {.line = 1, .place = HW_LEAK_FILE_NAME};
    return in->is_name ? hw__leaks_decode(&sink, &name, in->data, in->size, 0)
                       : hw__leaks_scan(&sink, in->data, in->size);
}

static bool run(hw__leak_search *s, const stream *in)
{
    return look_through(s, in, hw__leaks_gather) && hw__leaks_prepare(s) &&
           (look_through(s, in, find) || s->is_full);
}

static void close_search(hw__leak_search *s)
{
    hw__leak_set_free(&s->seen);
    hw__leak_set_free(&s->said);
    hw__leak_set_free(&s->zones);
    hw__leak_needles_free(&s->needles);
    hw__leak_needles_free(&s->allowed);
    hw__folded_free(&s->text);
    hw__folded_free(&s->other);
    hw__vec_free(&s->starts);
    hw__vec_free(&s->may);
    hw__vec_free(&s->ends);
    hw__free(s->stamps);
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
    hw__leak_search s = {.plan = plan, .options = options, .leaks = HW__NEW(leaks)};
    s.letters = options ? (uint32_t)options->letters : HW__LEAST_INSIDE;
    s.wording = wording_of(plan, options);
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
