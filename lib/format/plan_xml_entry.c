/* SPDX-License-Identifier: MIT */
/* Log entries, straight into the log's rows. Written by hand, because a document consists of them: names are
 * told apart by pointer, values are read where the parser has them. */
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "format/plan_xml_reader.h"
#include "model/attachment.h"
#include "model/records.h"
#include "model/shape_checks.h"
#include "time/civil.h"

#define MOST_GROUP 9999

const char *const hw__log_names[HW__NAME_COUNT] = {
    [HW__NAME_ENTRY] = "entry",
    [HW__NAME_VALUE] = "value",
    [HW__NAME_ANSWER] = "answer",
    [HW__NAME_BARRIER] = "barrier",
    [HW__NAME_NOTE] = "note",
    [HW__NAME_ATTACHMENT] = "attachment",
    [HW__NAME_ID] = "id",
    [HW__NAME_RECORDED] = "recorded",
    [HW__NAME_BY] = "by",
    [HW__NAME_ASSIGNMENT] = "assignment",
    [HW__NAME_DUE] = "due",
    [HW__NAME_AT] = "at",
    [HW__NAME_EXTENT] = "extent",
    [HW__NAME_PERCENT] = "percent",
    [HW__NAME_SOURCE] = "source",
    [HW__NAME_VISIBILITY] = "visibility",
    [HW__NAME_SUPERSEDES] = "supersedes",
    [HW__NAME_VOIDS] = "voids",
    [HW__NAME_MEASURE] = "measure",
    [HW__NAME_FIELD] = "field",
    [HW__NAME_PHASE] = "phase",
    [HW__NAME_GROUP] = "group",
    [HW__NAME_CODE] = "code",
    [HW__NAME_KIND] = "kind",
    [HW__NAME_HREF] = "href",
    [HW__NAME_TYPE] = "type",
    [HW__NAME_SIZE] = "size",
    [HW__NAME_SHA256] = "sha256",
    [HW__NAME_LANG] = "lang",
};

/* Which of a run of names this is; `first` to try first. -1 = none. Attributes mostly come in the order of
 * writing. */
static int find_name(const hw__plan_reader *r, const char *local, int begin, int end, int first)
{
    for (int i = first; i < end; i++) {
        if (r->names[i] == local) {
            return i;
        }
    }
    for (int i = begin; i < first; i++) {
        if (r->names[i] == local) {
            return i;
        }
    }
    return -1;
}

static void bad(hw__plan_reader *r, hw_problem_code code, int name, const hw__xml_attribute *attribute)
{
    hw__reader_bad_value(r, code, r->names[name], attribute->value);
}

static uint32_t put_text(hw__plan_reader *r, const char *text, size_t size)
{
    uint32_t offset = hw__log_text(r->log, text, size);
    if (offset == UINT32_MAX) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return 0;
    }
    return offset;
}

/* An id that repeats from entry to entry. `lasts` are the symbols that it was the last times. */
static uint32_t put_symbol(hw__plan_reader *r, int name, const hw__xml_attribute *attribute,
                           uint32_t lasts[HW__LAST_SYMBOLS])
{
    unsigned char end = attribute->size > 0 ? (unsigned char)attribute->value[attribute->size - 1] : 0;
    uint32_t *last = &lasts[end % HW__LAST_SYMBOLS];
    if (*last) {
        const char *text = hw__log_symbol_text(r->log, *last);
        if (strncmp(text, attribute->value, attribute->size) == 0 && text[attribute->size] == '\0') {
            return *last;
        }
    }
    uint32_t symbol = hw__log_find_symbol(r->log, attribute->value, attribute->size);
    if (symbol) {
        *last = symbol;
        return symbol;
    }
    if (!hw__id_is_valid(attribute->value, attribute->size)) {
        bad(r, HW_PROBLEM_BAD_ID, name, attribute);
        return 0;
    }
    symbol = hw__log_symbol(r->log, attribute->value, attribute->size);
    if (!symbol) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    return symbol;
}

static bool is_word(const hw__words *words, int value, const hw__xml_attribute *attribute)
{
    const char *word = value < words->count ? words->words[value] : NULL;
    return word && strlen(word) == attribute->size && memcmp(word, attribute->value, attribute->size) == 0;
}

/* An attribute mostly has the word that it had the last time. */
static uint8_t put_word(hw__plan_reader *r, const hw__words *words, int name,
                        const hw__xml_attribute *attribute)
{
    int word = r->last_word[name];
    if (!is_word(words, word, attribute)) {
        word = hw__words_find(words, attribute->value, attribute->size);
    }
    if (!hw__reader_has_word(r, words, word)) {
        bad(r, HW_PROBLEM_BAD_WORD, name, attribute);
        return 0;
    }
    r->last_word[name] = (uint8_t)word;
    return r->last_word[name];
}

static int64_t put_int(hw__plan_reader *r, int name, const hw__xml_attribute *attribute, int64_t least,
                       int64_t most)
{
    int64_t value;
    if (!hw__int_parse(attribute->value, attribute->size, INT64_MIN, INT64_MAX, &value)) {
        bad(r, HW_PROBLEM_BAD_NUMBER, name, attribute);
        return least;
    }
    if (value < least || value > most) {
        bad(r, HW_PROBLEM_OUT_OF_RANGE, name, attribute);
        return least;
    }
    return value;
}

static hw_moment put_moment(hw__plan_reader *r, int name, const hw__xml_attribute *attribute)
{
    hw_moment moment = {0};
    if (!hw__moment_read(attribute->value, attribute->size, &moment) ||
        (name == HW__NAME_RECORDED && moment.precision != HW_PRECISION_EXACT)) {
        bad(r, HW_PROBLEM_BAD_MOMENT, name, attribute);
    }
    return moment;
}

static void put_due(hw__plan_reader *r, const hw__xml_attribute *attribute)
{
    hw_local due;
    if (!hw__local_read(attribute->value, attribute->size, &due)) {
        bad(r, HW_PROBLEM_BAD_DATE, HW__NAME_DUE, attribute);
        return;
    }
    r->row.due_day = hw__day_from_date(due.date);
    r->row.due_seconds = due.seconds;
}

static void put_link(hw__plan_reader *r, int name, const hw__xml_attribute *attribute)
{
    if (!hw__id_is_valid(attribute->value, attribute->size)) {
        bad(r, HW_PROBLEM_BAD_ID, name, attribute);
    } else if (r->row.link != HW__LINK_NONE) {
        hw__reader_report(r, HW_PROBLEM_CONTRADICTION, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, "voids",
                          "an entry supersedes or voids another, not both");
    } else {
        r->row.link = name == HW__NAME_SUPERSEDES ? HW__LINK_SUPERSEDES : HW__LINK_VOIDS;
        r->row.target = put_text(r, attribute->value, attribute->size);
    }
}

static void put_id(hw__plan_reader *r, const hw__xml_attribute *attribute)
{
    if (hw__id_is_valid(attribute->value, attribute->size)) {
        r->row.id = put_text(r, attribute->value, attribute->size);
    } else {
        bad(r, HW_PROBLEM_BAD_ID, HW__NAME_ID, attribute);
    }
}

static void read_fact(hw__plan_reader *r, int name, const hw__xml_attribute *attribute)
{
    hw__entry_row *row = &r->row;
    hw_moment moment;
    switch (name) {
    case HW__NAME_ID:
        put_id(r, attribute);
        break;
    case HW__NAME_RECORDED:
        moment = put_moment(r, name, attribute);
        row->recorded = moment.instant;
        row->recorded_offset = moment.offset;
        break;
    case HW__NAME_BY:
        row->by = put_symbol(r, name, attribute, r->last_by);
        break;
    case HW__NAME_ASSIGNMENT:
        row->assignment = put_symbol(r, name, attribute, r->last_assignment);
        break;
    case HW__NAME_DUE:
        put_due(r, attribute);
        break;
    case HW__NAME_AT:
        moment = put_moment(r, name, attribute);
        row->at = moment.instant;
        row->at_offset = moment.offset;
        row->at_precision = (uint8_t)moment.precision;
        break;
    case HW__NAME_EXTENT:
        row->extent = put_word(r, &hw__words_extent, name, attribute);
        break;
    case HW__NAME_PERCENT:
        row->percent = (uint8_t)put_int(r, name, attribute, 1, 99);
        break;
    case HW__NAME_SOURCE:
        row->source = put_word(r, &hw__words_source, name, attribute);
        break;
    case HW__NAME_VISIBILITY:
        row->visibility = put_word(r, &hw__words_visibility, name, attribute);
        break;
    default:
        put_link(r, name, attribute);
        break;
    }
}

void hw__reader_start_entry(hw__plan_reader *r, const hw__xml_tag *tag)
{
    bool has_foreign = false;
    uint32_t seen = 0;
    int next = HW__NAME_ID;
    r->in_item = true;
    r->is_broken = false;
    r->mode = HW__MODE_ENTRY;
    r->place = r->entry_place = hw__reader_here(r);
    r->point = hw__log_mark(r->log);
    r->row = (hw__entry_row){.due_day = HW__NO_DAY};
    if (r->entries.count >= r->options->limits[HW_LIMIT_ENTRIES]) {
        hw__reader_limit(r, r->place, "entries", r->options->limits[HW_LIMIT_ENTRIES]);
        return;
    }
    for (int i = 0; i < tag->count && r->status == HW_OK; i++) {
        hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
        int name = attribute.uri ? -1 : find_name(r, attribute.local, HW__NAME_ID, HW__NAME_VOIDS + 1, next);
        if (name >= 0) {
            seen |= 1u << name;
            next = name + 1;
            read_fact(r, name, &attribute);
        } else if (hw__reader_is_foreign(r, &attribute)) {
            has_foreign = true;
        } else {
            hw__reader_refuse_attribute(r, &attribute, "entry");
        }
    }
    for (int name = HW__NAME_ID; name <= HW__NAME_BY; name++) {
        if (!(seen & 1u << name)) {
            hw__reader_missing(r, HW_PROBLEM_MISSING_ATTRIBUTE, r->place, r->names[name]);
        }
    }
    if (has_foreign) {
        hw__reader_keep_attributes(r, tag, &r->item_attributes);
    }
}

/* ---- what an entry holds ---- */

static void read_row_fact(hw__plan_reader *r, int name, const hw__xml_attribute *attribute)
{
    hw__value_row *value = &r->value;
    switch (name) {
    case HW__NAME_MEASURE:
    case HW__NAME_FIELD:
        value->kind = name == HW__NAME_MEASURE          ? HW_VALUE_MEASURE
                      : r->value_name == HW__NAME_VALUE ? HW_VALUE_NUMBER
                                                        : HW_VALUE_TEXT;
        uint32_t symbol = put_symbol(r, name, attribute, r->last_name);
        if (symbol > UINT16_MAX) {
            hw__reader_limit(r, r->place, "names-of-values", UINT16_MAX);
        }
        value->name = (uint16_t)symbol;
        break;
    case HW__NAME_PHASE:
        value->phase = put_word(r, &hw__words_phase, name, attribute);
        break;
    case HW__NAME_GROUP:
        value->group = (uint16_t)put_int(r, name, attribute, 0, MOST_GROUP);
        break;
    case HW__NAME_CODE:
        value->code = put_word(r, &hw__words_barrier, name, attribute);
        break;
    default:
        value->code = put_word(r, &hw__words_note_kind, name, attribute);
        break;
    }
}

/* Which attributes an element of an entry may have: a run of names, and the language of notes. */
static bool may_have(int element, int name)
{
    switch (element) {
    case HW__NAME_VALUE:
        return name >= HW__NAME_MEASURE && name <= HW__NAME_GROUP;
    case HW__NAME_ANSWER:
        return name >= HW__NAME_FIELD && name <= HW__NAME_GROUP;
    case HW__NAME_BARRIER:
        return name == HW__NAME_CODE;
    default:
        return name == HW__NAME_KIND;
    }
}

static void read_note_language(hw__plan_reader *r, const hw__xml_attribute *attribute)
{
    char language[36];
    if (!hw__reader_language(r, attribute, language) || !language[0]) {
        return;
    }
    r->value.name = hw__log_name(r->log, language, strlen(language));
    if (!r->value.name) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
}

static void check_row(hw__plan_reader *r, uint32_t seen)
{
    const uint32_t measure = 1u << HW__NAME_MEASURE, field = 1u << HW__NAME_FIELD;
    if (r->value_name == HW__NAME_VALUE && (seen & measure) && (seen & field)) {
        hw__reader_report(r, HW_PROBLEM_CONTRADICTION, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, "field",
                          "a value is of a measure or of a field, not of both");
    } else if (r->value_name <= HW__NAME_ANSWER && !(seen & (measure | field))) {
        hw__reader_missing(r, HW_PROBLEM_MISSING_ATTRIBUTE, r->place,
                           r->value_name == HW__NAME_VALUE ? "measure" : "field");
    } else if (r->value_name == HW__NAME_BARRIER && !(seen & 1u << HW__NAME_CODE)) {
        hw__reader_missing(r, HW_PROBLEM_MISSING_ATTRIBUTE, r->place, "code");
    }
}

/* What an attachment says, as one text of its row. `facts` are its attributes from the address on; those that are
 * not there have no value. */
static void read_attachment(hw__plan_reader *r, const hw__xml_attribute *facts)
{
    char lines[HW__ATTACHMENT_PARTS][HW__MAX_LINE_BYTES + 1], packed[HW__ATTACHMENT_BYTES];
    hw__attachment file = {0};
    const char *message;
    for (int i = 0; i < HW__ATTACHMENT_PARTS; i++) {
        if (!facts[i].value) {
            continue;
        }
        hw__text_fault fault = hw__line_check(facts[i].value, facts[i].size, HW__MAX_LINE_BYTES);
        if (fault != HW__TEXT_GOOD) {
            bad(r, HW_PROBLEM_BAD_TEXT, HW__NAME_HREF + i, &facts[i]);
            return;
        }
        memcpy(lines[i], facts[i].value, facts[i].size);
        lines[i][facts[i].size] = '\0';
    }
    const hw__xml_attribute *size = &facts[HW__NAME_SIZE - HW__NAME_HREF];
    if (size->value && !hw__decimal_parse(size->value, size->size, &file.size.value)) {
        bad(r, HW_PROBLEM_BAD_NUMBER, HW__NAME_SIZE, size);
        return;
    }
    file.size.present = size->value != NULL;
    file.href = facts[0].value ? lines[0] : NULL;
    file.type = facts[HW__NAME_TYPE - HW__NAME_HREF].value ? lines[HW__NAME_TYPE - HW__NAME_HREF] : NULL;
    file.sha256 =
        facts[HW__NAME_SHA256 - HW__NAME_HREF].value ? lines[HW__NAME_SHA256 - HW__NAME_HREF] : NULL;
    hw_problem_code code = hw__attachment_fault(&file, &message);
    if (code != HW_PROBLEM_CODE_COUNT) {
        hw__reader_report(r, code, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, "attachment", "%s", message);
        return;
    }
    size_t bytes = hw__attachment_pack(&file, packed);
    r->value.as.text.offset = put_text(r, packed, bytes);
    r->value.as.text.size = (uint32_t)bytes;
}

/* Which element of an entry this is; -1 = none that documents of this version have. */
static int find_row(const hw__plan_reader *r, const hw__xml_tag *tag)
{
    int element = find_name(r, tag->local, HW__NAME_VALUE, HW__NAME_ATTACHMENT + 1, HW__NAME_VALUE);
    return element == HW__NAME_ATTACHMENT && r->minor < 2 ? -1 : element;
}

/* A file: nothing but attributes, which are judged together. */
static void start_attachment(hw__plan_reader *r, const hw__xml_tag *tag)
{
    hw__xml_attribute facts[HW__ATTACHMENT_PARTS] = {{0}};
    uint32_t seen = 0;
    for (int i = 0; i < tag->count && r->status == HW_OK; i++) {
        hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
        int name = attribute.uri
                       ? -1
                       : find_name(r, attribute.local, HW__NAME_HREF, HW__NAME_SHA256 + 1, HW__NAME_HREF);
        if (name >= 0) {
            seen |= 1u << name;
            facts[name - HW__NAME_HREF] = attribute;
        } else {
            hw__reader_refuse_attribute(r, &attribute, r->names[HW__NAME_ATTACHMENT]);
        }
    }
    if (!(seen & 1u << HW__NAME_HREF)) {
        hw__reader_missing(r, HW_PROBLEM_MISSING_ATTRIBUTE, r->place, r->names[HW__NAME_HREF]);
    } else if (r->status == HW_OK) {
        read_attachment(r, facts);
    }
}

void hw__reader_start_row(hw__plan_reader *r, const hw__xml_tag *tag)
{
    int element = tag->uri == r->plan_uri ? find_row(r, tag) : -1;
    uint32_t seen = 0;
    int next = HW__NAME_MEASURE;
    if (tag->uri != r->plan_uri) {
        hw__reader_keep(r, tag, &r->item_elements, true);
        return;
    }
    if (element < 0) {
        hw__reader_refuse_element(r, tag, "entry");
        return;
    }
    r->mode = HW__MODE_ROW;
    r->place = hw__reader_here(r);
    r->value_name = element;
    r->text.count = 0;
    r->is_long = false;
    r->value = (hw__value_row){.kind = element == HW__NAME_BARRIER ? HW_VALUE_BARRIER : HW_VALUE_NOTE};
    if (element == HW__NAME_ATTACHMENT) {
        r->value.kind = HW_VALUE_ATTACHMENT;
        start_attachment(r, tag);
        return;
    }
    for (int i = 0; i < tag->count && r->status == HW_OK; i++) {
        hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
        int name =
            attribute.uri ? -1 : find_name(r, attribute.local, HW__NAME_MEASURE, HW__NAME_KIND + 1, next);
        if (name >= 0 && may_have(element, name)) {
            seen |= 1u << name;
            next = name + 1;
            read_row_fact(r, name, &attribute);
        } else if (element == HW__NAME_NOTE && attribute.uri == r->xml_uri &&
                   attribute.local == r->names[HW__NAME_LANG]) {
            read_note_language(r, &attribute);
        } else {
            hw__reader_refuse_attribute(r, &attribute, r->names[element]);
        }
    }
    check_row(r, seen);
}

static bool end_number(hw__plan_reader *r)
{
    hw__decimal number;
    if (r->is_long || !hw__decimal_parse(r->text.items, r->text.count, &number)) {
        hw__reader_report(r, HW_PROBLEM_BAD_NUMBER, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, "value",
                          "a value is not a number of the form that is read here");
        return false;
    }
    r->value.as.mantissa = number.mantissa;
    r->value.scale = number.scale;
    return true;
}

static bool end_text(hw__plan_reader *r)
{
    const char *name = r->names[r->value_name];
    if (r->value.kind == HW_VALUE_ATTACHMENT) {
        if (r->text.count > 0 || r->is_long) {
            hw__reader_report(r, HW_PROBLEM_UNEXPECTED_TEXT, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, name,
                              "'%s' holds no text", name);
        }
        return r->value.as.text.size > 0;
    }
    if (r->text.count == 0 && r->value.kind == HW_VALUE_BARRIER) {
        return true;
    }
    if (r->is_long) {
        hw__reader_report(r, HW_PROBLEM_LIMIT, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, "text-bytes",
                          "the text of '%s' has more than %zu bytes", name,
                          r->options->limits[HW_LIMIT_TEXT_BYTES]);
        return false;
    }
    hw__text_fault fault = hw__text_check(r->text.items, r->text.count, HW__MAX_TEXT_BYTES);
    if (fault != HW__TEXT_GOOD) {
        hw__reader_report(r, HW_PROBLEM_BAD_TEXT, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, name,
                          "the text of '%s' %s", name, hw__text_fault_name(fault));
        return false;
    }
    r->value.as.text.offset = put_text(r, r->text.items, r->text.count);
    r->value.as.text.size = (uint32_t)r->text.count;
    return true;
}

void hw__reader_end_row(hw__plan_reader *r)
{
    bool is_number = r->value_name == HW__NAME_VALUE;
    r->mode = HW__MODE_ENTRY;
    if (!(is_number ? end_number(r) : end_text(r)) || r->is_broken) {
        return;
    }
    if (r->row.values >= HW__MAX_ITEMS) {
        hw__reader_report(r, HW_PROBLEM_LIMIT, HW_SEVERITY_ERROR, HW__AT_TAG, r->place, "entry",
                          "an entry holds at most %u values, answers, barriers and notes", HW__MAX_ITEMS);
    } else if (hw__vec_push(&r->log->values, r->value)) {
        r->row.values++;
    } else {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
}

/* ---- ends ---- */

/* Takes over what is kept in the buffers. */
static void push_foreign(hw__plan_reader *r)
{
    hw__foreign foreign = {hw__reader_take(r, &r->item_attributes), hw__reader_take(r, &r->item_elements)};
    if (r->status == HW_OK && !hw__log_add_foreign(r->log, (uint32_t)r->log->entries.count, &foreign)) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    hw_string_free(foreign.attributes);
    hw_string_free(foreign.elements);
}

/* A broken entry is dropped by a salvage reading, which keeps it aside. A strict one keeps it if it has an
 * id, so that one mistake is reported once, but does not look at it again. */
static void drop_broken(hw__plan_reader *r)
{
    const char *id = r->row.id ? hw__log_pool(r->log, r->row.id) : NULL;
    hw__buffer_free(&r->item_attributes);
    hw__buffer_free(&r->item_elements);
    if (r->options->salvage) {
        hw__reader_put_aside(r, r->entry_place, HW__SECTION_COUNT, id);
    }
    if (r->options->salvage || !id) {
        hw__log_undo(r->log, r->point);
        return;
    }
    if (!hw__vec_push(&r->broken_entries, (uint32_t)r->entries.count) || !hw__log_push(r->log, &r->row) ||
        !hw__vec_push(&r->entries, r->entry_place)) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
}

void hw__reader_end_entry(hw__plan_reader *r)
{
    r->mode = HW__MODE_LOG;
    r->in_item = false;
    if (r->is_broken) {
        drop_broken(r);
        return;
    }
    if (r->item_attributes.size > 0 || r->item_elements.size > 0) {
        push_foreign(r);
    }
    if (!hw__log_push(r->log, &r->row) || !hw__vec_push(&r->entries, r->entry_place)) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
}
