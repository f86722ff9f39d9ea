/* SPDX-License-Identifier: MIT */
/* What a copy of a plan has, as a small text, and what it therefore lacks. */
#include "model/knowledge.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/text.h"
#include "homework/exchange.h"
#include "model/removal.h"

/* ---- lists of ids ---- */

/* The parts of an id that an origin minted. */
static bool split(const char *id, size_t size, hw__known_range *out)
{
    size_t dash = size;
    while (dash > 0 && id[dash - 1] != '-')
        dash--;
    if (dash < 2 || !hw__int_parse(id + dash, size - dash, 1, INT64_MAX / 2, &out->first))
        return false;
    out->origin = id;
    out->size = dash - 1;
    out->last = out->first;
    return true;
}

static int compare_texts(const char *a, size_t a_size, const char *b, size_t b_size)
{
    int order = memcmp(a, b, a_size < b_size ? a_size : b_size);
    return order ? order : (a_size > b_size) - (a_size < b_size);
}

static int compare_ranges(const void *a, const void *b)
{
    const hw__known_range *x = a, *y = b;
    int order = x->origin == y->origin ? 0 : compare_texts(x->origin, x->size, y->origin, y->size);
    return order ? order : (x->first > y->first) - (x->first < y->first);
}

static int compare_others(const void *a, const void *b)
{
    const hw__known_id *x = a, *y = b;
    return compare_texts(x->id, x->size, y->id, y->size);
}

static bool add_id(hw__known_ids *ids, const char *id, size_t size)
{
    hw__known_range range;
    if (split(id, size, &range))
        return hw__vec_push(&ids->ranges, range);
    return hw__vec_push(&ids->others, ((hw__known_id){id, size}));
}

/* Puts both lists into order, and ranges that touch together. */
static void settle(hw__known_ids *ids)
{
    size_t kept = 0;
    if (ids->others.count > 1)
        qsort(ids->others.items, ids->others.count, sizeof *ids->others.items, compare_others);
    if (ids->ranges.count > 1)
        qsort(ids->ranges.items, ids->ranges.count, sizeof *ids->ranges.items, compare_ranges);
    for (size_t i = 0; i < ids->ranges.count; i++) {
        const hw__known_range *next = &ids->ranges.items[i];
        hw__known_range *last = kept ? &ids->ranges.items[kept - 1] : NULL;
        if (last && compare_texts(last->origin, last->size, next->origin, next->size) == 0 &&
            next->first <= last->last + 1)
            last->last = next->last > last->last ? next->last : last->last;
        else
            ids->ranges.items[kept++] = *next;
    }
    ids->ranges.count = kept;
}

static bool has_range(const hw__known_ids *ids, const hw__known_range *one)
{
    size_t low = 0, high = ids->ranges.count;
    while (low < high) { /* to behind the last one that begins at the number or before */
        size_t middle = low + (high - low) / 2;
        if (compare_ranges(&ids->ranges.items[middle], one) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    const hw__known_range *range = low ? &ids->ranges.items[low - 1] : NULL;
    return range && compare_texts(range->origin, range->size, one->origin, one->size) == 0 &&
           one->first <= range->last;
}

bool hw__knowledge_has(const hw__known_ids *ids, const char *id)
{
    hw__known_range one;
    const hw__known_id other = {id, strlen(id)};
    if (split(id, other.size, &one))
        return has_range(ids, &one);
    return ids->others.count > 0 &&
           bsearch(&other, ids->others.items, ids->others.count, sizeof other, compare_others);
}

void hw__knowledge_free(hw__knowledge *knowledge)
{
    hw__vec_free(&knowledge->revisions.ranges);
    hw__vec_free(&knowledge->revisions.others);
    hw__vec_free(&knowledge->entries.ranges);
    hw__vec_free(&knowledge->entries.others);
}

/* ---- writing ---- */

static bool gather(const hw_plan *plan, hw__knowledge *all)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < plan->sections[s].count; t++) {
            const hw__thing *thing = &plan->sections[s].items[t];
            for (size_t r = 0; r < thing->revisions.count; r++) {
                const char *id = thing->revisions.items[r]->revision;
                if (!add_id(&all->revisions, id, strlen(id)))
                    return false;
            }
        }
    }
    for (size_t i = 0; i < plan->log->entries.count; i++) {
        const char *id = hw__log_pool(plan->log, plan->log->entries.items[i].id);
        if (!add_id(&all->entries, id, strlen(id)))
            return false;
    }
    settle(&all->revisions);
    settle(&all->entries);
    return true;
}

/* `<word> <origin> 1-4 7`, a line for each origin. */
static void put_ranges(hw__buffer *out, const char *word, const hw__known_ids *ids)
{
    for (size_t i = 0; i < ids->ranges.count; i++) {
        const hw__known_range *range = &ids->ranges.items[i], *before = i ? range - 1 : NULL;
        if (!before || compare_texts(before->origin, before->size, range->origin, range->size) != 0) {
            if (before)
                hw__put_char(out, '\n');
            hw__put_text(out, word);
            hw__put_char(out, ' ');
            hw__put(out, range->origin, range->size);
        }
        hw__put_char(out, ' ');
        hw__put_int(out, range->first);
        if (range->last > range->first) {
            hw__put_char(out, '-');
            hw__put_int(out, range->last);
        }
    }
    if (ids->ranges.count)
        hw__put_char(out, '\n');
}

static void put_others(hw__buffer *out, const char *word, const hw__known_ids *ids)
{
    for (size_t i = 0; i < ids->others.count; i++) {
        hw__put_text(out, word);
        hw__put_char(out, ' ');
        hw__put(out, ids->others.items[i].id, ids->others.items[i].size);
        hw__put_char(out, '\n');
    }
}

#define HEAD "homework-knowledge "
#define FORM "1"

char *hw_plan_knowledge(const hw_plan *plan, size_t *size, hw_error *err)
{
    if (size)
        *size = 0;
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    hw__knowledge all = {0};
    char *text = NULL;
    if (gather(plan, &all)) {
        hw__buffer out;
        hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
        HW__PUT_LIT(&out, HEAD FORM "\nplan ");
        hw__put_text(&out, plan->uid);
        hw__put_char(&out, '\n');
        put_ranges(&out, "revisions", &all.revisions);
        put_others(&out, "revision", &all.revisions);
        put_ranges(&out, "entries", &all.entries);
        put_others(&out, "entry", &all.entries);
        text = hw__buffer_take(&out, size, err);
    } else {
        hw__no_memory(err);
    }
    hw__knowledge_free(&all);
    return text;
}

/* ---- reading ---- */

/* A knowledge text that is being read, line by line and word by word. */
typedef struct scan {
    const char *at, *end;        /* what is left */
    const char *word, *line_end; /* what is left of the line */
    int32_t line;
    hw_error *err;
} scan;

static hw_status malformed(const scan *s)
{
    return hw__fail_at(s->err, HW_ERR_SYNTAX, s->line, 0, "knowledge", "this is no knowledge of a plan");
}

/* Takes the next line, which ends in a line feed; false at the end, or when there is none. */
static bool next_line(scan *s)
{
    const char *stop = s->at < s->end ? memchr(s->at, '\n', (size_t)(s->end - s->at)) : NULL;
    if (!stop)
        return false;
    s->word = s->at;
    s->line_end = stop;
    s->at = stop + 1;
    s->line++;
    return true;
}

/* Takes the next word of the line: words are parted by one blank. */
static bool next_word(scan *s, const char **word, size_t *size)
{
    if (s->word >= s->line_end)
        return false;
    const char *stop = memchr(s->word, ' ', (size_t)(s->line_end - s->word));
    stop = stop ? stop : s->line_end;
    *word = s->word;
    *size = (size_t)(stop - s->word);
    s->word = stop < s->line_end ? stop + 1 : s->line_end;
    return *size > 0;
}

static bool is_word(const char *word, size_t size, const char *text)
{
    return size == strlen(text) && memcmp(word, text, size) == 0;
}

static hw_status read_head(scan *s, const hw_plan *plan)
{
    const char *word;
    size_t size;
    int64_t form;
    s->line = 0;
    if (!next_line(s) || (size_t)(s->line_end - s->word) < strlen(HEAD) ||
        memcmp(s->word, HEAD, strlen(HEAD)) != 0)
        return malformed(s);
    s->word += strlen(HEAD);
    if (!hw__int_parse(s->word, (size_t)(s->line_end - s->word), 1, INT32_MAX, &form))
        return malformed(s);
    if (form != 1)
        return hw__fail_at(s->err, HW_ERR_UNSUPPORTED, s->line, 0, "knowledge",
                           "the knowledge is of a newer form than is read here");
    if (!next_line(s) || !next_word(s, &word, &size) || !is_word(word, size, "plan") ||
        !next_word(s, &word, &size) || s->word < s->line_end)
        return malformed(s);
    if (!is_word(word, size, plan->uid))
        return hw__fail_at(s->err, HW_ERR_INVALID, s->line, 0, "knowledge",
                           "the knowledge is of another plan");
    return HW_OK;
}

/* `4`, or `4-9`. */
static bool parse_range(const char *word, size_t size, hw__known_range *range)
{
    const char *dash = memchr(word, '-', size);
    size_t first = dash ? (size_t)(dash - word) : size;
    if (!hw__int_parse(word, first, 1, INT64_MAX / 2, &range->first))
        return false;
    range->last = range->first;
    return !dash || (hw__int_parse(dash + 1, size - first - 1, 1, INT64_MAX / 2, &range->last) &&
                     range->last > range->first);
}

static hw_status read_ranges(scan *s, hw__known_ids *ids)
{
    hw__known_range range;
    const char *word;
    size_t size, count = 0;
    if (!next_word(s, &range.origin, &range.size) || !hw__id_is_valid(range.origin, range.size))
        return malformed(s);
    for (; next_word(s, &word, &size); count++) {
        if (!parse_range(word, size, &range))
            return malformed(s);
        if (!hw__vec_push(&ids->ranges, range))
            return hw__no_memory(s->err);
    }
    return count && s->word == s->line_end ? HW_OK : malformed(s);
}

static hw_status read_other(scan *s, hw__known_ids *ids)
{
    const char *word;
    size_t size;
    if (!next_word(s, &word, &size) || !hw__id_is_valid(word, size) || s->word < s->line_end)
        return malformed(s);
    return hw__vec_push(&ids->others, ((hw__known_id){word, size})) ? HW_OK : hw__no_memory(s->err);
}

static hw_status read_line(scan *s, hw__knowledge *knowledge)
{
    const char *word;
    size_t size;
    if (!next_word(s, &word, &size))
        return malformed(s);
    if (is_word(word, size, "revisions"))
        return read_ranges(s, &knowledge->revisions);
    if (is_word(word, size, "revision"))
        return read_other(s, &knowledge->revisions);
    if (is_word(word, size, "entries"))
        return read_ranges(s, &knowledge->entries);
    return is_word(word, size, "entry") ? read_other(s, &knowledge->entries) : malformed(s);
}

hw_status hw__knowledge_parse(hw__knowledge *knowledge, const hw_plan *plan, const char *text, size_t size,
                              hw_error *err)
{
    *knowledge = (hw__knowledge){0};
    if (size > HW__MAX_DOCUMENT_BYTES)
        return hw__fail(err, HW_ERR_LIMIT, "knowledge", "the knowledge is longer than %zu bytes",
                        HW__MAX_DOCUMENT_BYTES);
    scan s = {.at = text, .end = text + size, .err = err};
    hw_status status = read_head(&s, plan);
    while (status == HW_OK && next_line(&s))
        status = read_line(&s, knowledge);
    if (status == HW_OK && s.at < s.end) { /* a last line without its end: cut off */
        s.line++;
        status = malformed(&s);
    }
    settle(&knowledge->revisions);
    settle(&knowledge->entries);
    return status;
}

/* ---- what is lacking ---- */

/* What erasures remember grows without a new revision, so those that remember anything always go along. */
static bool is_known(const hw__knowledge *knowledge, const hw_revision *record)
{
    bool grows = record->shape->section == HW__ERASURES && ((const hw_erasure *)record)->minted.count > 0;
    return knowledge && !grows && hw__knowledge_has(&knowledge->revisions, record->revision);
}

static bool take_records(hw_plan *part, const hw_plan *plan, const hw__knowledge *knowledge)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < plan->sections[s].count; t++) {
            const hw__thing *thing = &plan->sections[s].items[t];
            for (size_t r = 0; r < thing->revisions.count; r++) {
                hw_revision *record = thing->revisions.items[r];
                if (is_known(knowledge, record))
                    continue;
                if (hw__plan_insert(part, record, NULL, NULL) != HW_OK)
                    return false;
                hw__record_ref(record);
            }
        }
    }
    return hw__plan_settle(part, NULL) == HW_OK;
}

static bool take_entries(hw_plan *part, const hw_plan *plan, const hw__knowledge *knowledge)
{
    const hw__log_store *log = plan->log;
    for (uint32_t i = 0; i < log->entries.count; i++) {
        bool is_there =
            knowledge && hw__knowledge_has(&knowledge->entries, hw__log_pool(log, log->entries.items[i].id));
        if (!is_there && !hw__log_copy_entry(part->log, log, i))
            return false;
    }
    uint32_t duplicate;
    return hw__log_sort(part->log, NULL, &duplicate);
}

/* What is kept aside here is invalid elsewhere too, and nobody would take it: it stays. */
static void leave_aside(hw_plan *part)
{
    for (size_t i = 0; i < part->aside.count; i++)
        hw__free(part->aside.items[i].xml);
    part->aside.count = 0;
    part->aside_minor = 0;
}

hw_plan *hw__plan_lacking(const hw_plan *plan, const hw__knowledge *knowledge, hw_error *err)
{
    hw_plan *part = hw__plan_blank(plan->uid, strlen(plan->uid), plan->language, plan->zones, err);
    if (!part)
        return NULL;
    if (!take_records(part, plan, knowledge) || !take_entries(part, plan, knowledge) ||
        !hw__plan_copy_extras(part, plan)) {
        hw_plan_free(part);
        hw__no_memory(err);
        return NULL;
    }
    leave_aside(part);
    hw__ok(err);
    return part;
}
