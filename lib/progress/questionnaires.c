/* SPDX-License-Identifier: MIT */
/* Reading questionnaires out of the log: which entries are one, which answer belongs to which item, and what the
 * entry says of itself beside what its items give. */
#include "progress/questionnaires.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "base/text.h"
#include "model/plan_store.h"
#include "time/civil.h"

#define MOST_ANSWERS 200 /* no instrument has more items */

/* The fields of the kind. */
enum {
    INSTRUMENT,
    VERSION,
    ITEM,
    SCORE,
    TOTAL,
    FIELDS
};

typedef struct search {
    const hw_plan *plan;
    const hw__log_store *log;
    const hw_questionnaires_options *options;
    hw_questionnaires *found;
    uint8_t *states;
    bool *measures;          /* by symbol: whether that assignment is of the kind */
    uint32_t fields[FIELDS]; /* symbols; 0 = nobody has ever said it */
    uint16_t *names;         /* of the entry at hand: by group, which row names the item, and 1 */
    int64_t from, to;        /* wall seconds */
} search;

/* ---- which entries ---- */

static bool is_text(const hw__value_row *value)
{
    return value->kind == HW_VALUE_TEXT;
}

/* The field of the kind that a row is; FIELDS if it is none. */
static int field_of(const search *s, const hw__value_row *value)
{
    for (int field = 0; field < FIELDS; field++) {
        bool of_type = field < SCORE ? is_text(value) : value->kind == HW_VALUE_NUMBER;
        if (of_type && s->fields[field] && s->fields[field] == value->name) {
            return field;
        }
    }
    return FIELDS;
}

/* The moment of a row: when it happened, else when it was recorded. */
static hw_moment moment_of(const hw__entry_row *row)
{
    hw_moment at = hw__entry_at(row);
    return at.precision == HW_PRECISION_UNKNOWN ? hw__entry_recorded(row) : at;
}

typedef enum seen {
    SEEN_NOTHING,
    SEEN_PRIVATE,
    SEEN_QUESTIONNAIRE
} seen;

static seen look(const search *s, size_t index)
{
    const hw__entry_row *row = &s->log->entries.items[index];
    int64_t wall = hw__moment_wall(moment_of(row));
    if (s->states[index] != HW_ENTRY_LIVE || !s->measures[row->assignment] || wall < s->from ||
        wall >= s->to) {
        return SEEN_NOTHING;
    }
    bool is_one = false, is_private = row->visibility == HW_VISIBILITY_PRIVATE;
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &s->log->values.items[row->first + i];
        if (field_of(s, value) != FIELDS) {
            is_one = true;
            is_private |= hw__value_is_confidential(value);
        }
    }
    if (!is_one) {
        return SEEN_NOTHING;
    }
    return is_private && !(s->options && s->options->with_private) ? SEEN_PRIVATE : SEEN_QUESTIONNAIRE;
}

/* ---- what they say ---- */

typedef struct text_row {
    const char *text; /* NULL = none; in the pool, with its length */
    uint32_t size;
} text_row;

static text_row text_of(const search *s, const hw__value_row *value)
{
    return (text_row){hw__log_pool(s->log, value->as.text.offset), value->as.text.size};
}

/* The first row of a field; NULL if there is none. */
static const hw__value_row *find_row(const search *s, const hw__entry_row *row, int field)
{
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &s->log->values.items[row->first + i];
        if (field_of(s, value) == field) {
            return value;
        }
    }
    return NULL;
}

/* Notes the first row in each group that names an item; or, when it is through, forgets them. */
static void note_names(const search *s, const hw__entry_row *row, bool is_over)
{
    for (uint32_t i = row->values; i-- > 0;) {
        const hw__value_row *value = &s->log->values.items[row->first + i];
        if (field_of(s, value) == ITEM) {
            s->names[value->group] = (uint16_t)(is_over ? 0 : i + 1);
        }
    }
}

static bool equals(const char *known, text_row said)
{
    return known && strlen(known) == said.size && memcmp(known, said.text, said.size) == 0;
}

/* The number of the item that an answer is to; 0 if it is none of the instrument's. */
static int32_t number_of(const search *s, const hw__entry_row *row, const hw_instrument *instrument,
                         const hw__value_row *answer)
{
    uint16_t name = s->names[answer->group];
    int64_t number = answer->group;
    if (name) {
        text_row said = text_of(s, &s->log->values.items[row->first + name - 1]);
        const hw__instrument_item *items = hw__instrument_items(instrument);
        if (!hw__int_parse(said.text, said.size, 1, MOST_ANSWERS, &number)) {
            number = 0;
        }
        for (uint32_t i = 0; number == 0 && i < instrument->items.count; i++) {
            if (equals(items[i].loinc, said) || equals(items[i].text, said)) {
                number = (int64_t)i + 1;
            }
        }
    }
    return number <= (int64_t)instrument->items.count ? (int32_t)number : 0;
}

/* The answers of an entry by item, NaN where there is none. False if some are to no item, or two to one; `item`
 * is then that. All are looked at, however many there are: the last one may be what must not be passed over. */
static bool take_answers(const search *s, const hw__entry_row *row, const hw_instrument *instrument,
                         double *answers, uint32_t *given, int32_t *item)
{
    const hw__instrument_item *items = hw__instrument_items(instrument);
    bool good = true;
    *given = 0;
    for (uint32_t i = 0; i < instrument->items.count; i++) {
        answers[i] = NAN;
    }
    note_names(s, row, false);
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &s->log->values.items[row->first + i];
        if (field_of(s, value) != SCORE) {
            continue;
        }
        int32_t number = number_of(s, row, instrument, value);
        double answer = hw__decimal_double((hw__decimal){value->as.mantissa, value->scale});
        ++*given;
        if (number == 0 || !isnan(answers[number - 1])) {
            *item = good ? number : *item;
            good = false;
        }
        /* Of two answers the one that raises a flag is not passed over. */
        if (number > 0 && (isnan(answers[number - 1]) ||
                           hw__instrument_turned(&items[number - 1], answer) >
                               hw__instrument_turned(&items[number - 1], answers[number - 1]))) {
            answers[number - 1] = answer;
        }
    }
    note_names(s, row, true);
    return good;
}

/* ---- a row ---- */

static const char *keep(const search *s, const char *text, size_t size, bool *good)
{
    const char *copy = *good ? hw__arena_text(&s->found->arena, text, size) : NULL;
    *good = copy != NULL;
    return copy;
}

/* Notes which safety items raise their flags, whatever became of the other items. */
static bool take_flags(const search *s, hw__questionnaire *out, const hw__questionnaire_way *way,
                       const double *answers)
{
    const hw__instrument_item *items = hw__instrument_items(way->instrument);
    double shift = hw__scoring_shift(way->instrument, &way->scoring);
    int32_t flags[MOST_ANSWERS];
    for (uint32_t i = 0; i < way->instrument->items.count; i++) {
        if (hw__instrument_is_flagged(&items[i], answers[i] - shift)) {
            flags[out->flag_count++] = (int32_t)i + 1;
        }
    }
    if (out->flag_count == 0) {
        return true;
    }
    int32_t *copy = hw__arena_alloc(&s->found->arena, out->flag_count * sizeof *flags);
    if (copy) {
        memcpy(copy, flags, out->flag_count * sizeof *flags);
    }
    out->flags = copy;
    return copy != NULL;
}

/* Scores the items. False without memory. */
static bool score_items(hw__questionnaire *out, const hw__questionnaire_way *way, const double *answers)
{
    hw_error err;
    int64_t number;
    out->score =
        hw_instrument_score(way->instrument, answers, way->instrument->items.count, &way->scoring, &err);
    if (!out->score) {
        bool named = hw__int_parse(err.subject, strlen(err.subject), 1, MOST_ANSWERS, &number);
        out->finding = HW_QUESTIONNAIRE_REFUSED;
        out->item = named ? (int32_t)number : 0;
        return err.status != HW_ERR_MEMORY;
    }
    double exact = NAN;
    out->total = hw_questionnaire_score_total(out->score);
    hw_questionnaire_score_exact(out->score, &exact);
    if (!isnan(out->stated) && !(out->total.undefined == HW_UNDEFINED_NOT &&
                                 (out->stated == out->total.value || out->stated == exact))) {
        out->finding = HW_QUESTIONNAIRE_TOTAL_DIFFERS;
    }
    return true;
}

/* An entry without items: there is what it states. */
static void take_stated(hw__questionnaire *out, const hw__questionnaire_way *way)
{
    out->finding = way->instrument ? HW_QUESTIONNAIRE_TOTAL_ONLY : HW_QUESTIONNAIRE_UNKNOWN_INSTRUMENT;
    if (isnan(out->stated)) {
        return;
    }
    if (way->instrument && !hw__scoring_gives(way->instrument, &way->scoring, out->stated)) {
        out->finding = HW_QUESTIONNAIRE_OUT_OF_RANGE;
        return;
    }
    out->total = (hw_estimate){out->stated, 0, HW_UNDEFINED_NOT};
}

/* Scores by a known instrument. False without memory. */
static bool score_known(const search *s, hw__questionnaire *out, const hw__entry_row *row,
                        const hw__questionnaire_way *way)
{
    double answers[MOST_ANSWERS];
    uint32_t given;
    bool good = true;
    bool clear = take_answers(s, row, way->instrument, answers, &given, &out->item);
    if (given == 0) {
        take_stated(out, way);
    } else {
        good = take_flags(s, out, way, answers);
        if (!clear) {
            out->finding = HW_QUESTIONNAIRE_REFUSED;
        } else if (good) {
            good = score_items(out, way, answers);
        }
    }
    const char *band = out->total.undefined == HW_UNDEFINED_NOT
                           ? hw__scoring_band(way->instrument, &way->scoring, out->total.value)
                           : NULL;
    if (band && good) {
        out->band = keep(s, band, strlen(band), &good);
    }
    return good;
}

/* Whether what an entry says in words of its own may be told; the id of an instrument is none of these. */
static bool has_words(const search *s, const hw__entry_row *row)
{
    return row->visibility == HW_VISIBILITY_SHARED || (s->options && s->options->with_private);
}

static bool take(const search *s, const hw__entry_row *row)
{
    const hw__value_row *named = find_row(s, row, INSTRUMENT);
    const hw__value_row *version = find_row(s, row, VERSION);
    const hw__value_row *total = find_row(s, row, TOTAL);
    const char *id = hw__log_pool(s->log, row->id), *about = hw__log_known_text(s->log, row->assignment);
    bool good = true;
    hw__questionnaire out = {.happened = moment_of(row),
                             .visibility = row->visibility,
                             .total = {0, 0, HW_UNDEFINED_NO_VALUES}};
    out.wall = hw__moment_wall(out.happened);
    out.stated = total ? hw__decimal_double((hw__decimal){total->as.mantissa, total->scale}) : NAN;
    out.entry = keep(s, id, strlen(id), &good);
    out.assignment = keep(s, about, strlen(about), &good);
    if (version && has_words(s, row)) {
        out.version = keep(s, text_of(s, version).text, text_of(s, version).size, &good);
    }
    if (named) {
        out.instrument = keep(s, text_of(s, named).text, text_of(s, named).size, &good);
    }
    hw__questionnaire_way way;
    if (good && hw__questionnaires_find(s->options, out.instrument, &way)) {
        out.instrument = keep(s, way.instrument->id, strlen(way.instrument->id), &good);
        good = good && score_known(s, &out, row, &way);
    } else if (good) {
        out.instrument = has_words(s, row) ? out.instrument : NULL;
        take_stated(&out, &way);
    }
    if (!good || !hw__vec_push(&s->found->rows, out)) {
        hw_questionnaire_score_free(out.score);
        return false;
    }
    return true;
}

/* ---- all of them ---- */

static bool open_search(search *s, hw_instant as_of)
{
    static const char *const names[FIELDS] = {"instrument", "version", "item", "score", "total"};
    const hw__things *things = &s->plan->sections[HW__ASSIGNMENTS];
    for (int field = 0; field < FIELDS; field++) {
        s->fields[field] = hw__log_find_symbol(s->log, names[field], strlen(names[field]));
    }
    s->states = hw__alloc(s->log->entries.count);
    s->measures = hw__zalloc(s->log->symbols.texts.count + 1, sizeof *s->measures);
    s->names = hw__zalloc(UINT16_MAX + 1, sizeof *s->names);
    if (!s->states || !s->measures || !s->names || !hw__log_states(s->log, as_of, s->states)) {
        return false;
    }
    for (size_t i = 0; i < things->count; i++) {
        const hw_assignment *known = (const hw_assignment *)hw__thing_known(&things->items[i], as_of);
        if (known && known->kind == HW_KIND_MEASURE) {
            s->measures[hw__log_find_symbol(s->log, known->head.id, strlen(known->head.id))] = true;
        }
    }
    s->measures[0] = false; /* entries about no assignment, and assignments without entries */
    return true;
}

static int compare(const void *a, const void *b)
{
    const hw__questionnaire *left = a, *right = b;
    if (left->wall != right->wall) {
        return left->wall < right->wall ? -1 : 1;
    }
    return strcmp(left->entry, right->entry);
}

static bool gather(search *s, hw_instant as_of)
{
    bool good = open_search(s, as_of);
    for (size_t i = 0; good && i < s->log->entries.count; i++) {
        seen is = look(s, i);
        s->found->left_out += is == SEEN_PRIVATE;
        good = is != SEEN_QUESTIONNAIRE || take(s, &s->log->entries.items[i]);
    }
    if (good && s->found->rows.count > 1) {
        qsort(s->found->rows.items, s->found->rows.count, sizeof *s->found->rows.items, compare);
    }
    hw__free(s->states);
    hw__free(s->measures);
    hw__free(s->names);
    return good;
}

hw_questionnaires *hw_plan_questionnaires(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                                          const hw_questionnaires_options *options, hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    if (!hw_date_is_valid(from) || !hw_date_is_valid(to)) {
        hw__fail(err, HW_ERR_ARGUMENT, hw_date_is_valid(from) ? "to" : "from", "there is no such day");
        return NULL;
    }
    if (hw_date_compare(to, from) < 0) {
        hw__fail(err, HW_ERR_RANGE, "to", "the span of days ends before it begins");
        return NULL;
    }
    hw_questionnaires *found = HW__NEW(questionnaires);
    search s = {.plan = plan, .log = plan->log, .options = options, .found = found};
    s.from = hw__wall(hw__day_from_date(from), 0);
    s.to = hw__wall(hw__day_from_date(to), 0);
    if (!found || !gather(&s, as_of)) {
        hw_questionnaires_free(found);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return found;
}

void hw_questionnaires_free(hw_questionnaires *questionnaires)
{
    if (questionnaires) {
        for (size_t i = 0; i < questionnaires->rows.count; i++) {
            hw_questionnaire_score_free(questionnaires->rows.items[i].score);
        }
        hw__vec_free(&questionnaires->rows);
        hw__arena_free(&questionnaires->arena);
        HW__DELETE(questionnaires, questionnaires);
    }
}
