/* SPDX-License-Identifier: MIT */
/* Is a skill, a criterion, a form, a template, a review, a rating or an attachment consistent in itself? As
 * shape_checks.c for the other nouns. */
#include <string.h>

#include "base/text.h"
#include "model/records.h"
#include "model/shape_checks.h"

/* ---- skills and steps ---- */

void hw__check_skill(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_skill *skill = record;
    const hw__finder into = {problems, id, line};
    if (hw__ids_repeat(&skill->goals)) {
        hw__found(&into, HW_PROBLEM_DUPLICATE_ID, "a goal is named twice");
    }
    if (skill->state != HW_SKILL_INTRODUCED && !skill->evidence) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "a skill comes to this stage only with evidence");
    }
}

void hw__check_criterion(const void *part, const char *id, hw_problems *problems, int32_t line)
{
    const hw__criterion *criterion = part;
    const hw__finder into = {problems, id, line};
    if (criterion->measure && !criterion->value.present) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "a criterion of a measure needs a value");
    }
    if (!criterion->measure && criterion->value.present) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "a criterion's value needs a measure");
    }
}

/* ---- forms ---- */

static bool choices_repeat(const hw__list *choices)
{
    const hw__choice *items = choices->items;
    for (uint32_t i = 1; i < choices->count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (items[i].value && items[j].value && strcmp(items[i].value, items[j].value) == 0) {
                return true;
            }
        }
    }
    return false;
}

void hw__check_field(const void *part, const char *id, hw_problems *problems, int32_t line)
{
    const hw__field *field = part;
    const hw__finder into = {problems, id, line};
    bool is_number = field->type == HW_FIELD_NUMBER || field->type == HW_FIELD_RATING;
    bool is_choice = field->type == HW_FIELD_CHOICE;
    if (field->min.present && field->max.present &&
        hw__decimal_compare(field->min.value, field->max.value) > 0) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "the least value of a field is above the greatest");
    }
    if (!is_number && (field->min.present || field->max.present || field->whole || field->unit)) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "only a number or rating has a range or a unit");
    }
    if (field->type == HW_FIELD_RATING && !(field->min.present && field->max.present)) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "a rating has a least and a greatest value");
    }
    if (is_choice != (field->choices.count > 0)) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION,
                  is_choice ? "a choice needs something to choose from" : "only a choice has choices");
    }
    if (choices_repeat(&field->choices)) {
        hw__found(&into, HW_PROBLEM_DUPLICATE_ID, "a choice stands twice");
    }
}

void hw__check_fields(const hw__finder *into, const hw__list *fields)
{
    const hw__field *items = fields->items;
    for (uint32_t i = 1; i < fields->count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (items[i].phase == items[j].phase && items[i].name && items[j].name &&
                strcmp(items[i].name, items[j].name) == 0) {
                hw__found(into, HW_PROBLEM_DUPLICATE_ID, "a field stands twice at one phase");
                return;
            }
        }
    }
}

void hw__check_template(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_template *model = record;
    const hw__finder into = {problems, id, line};
    hw__check_fields(&into, &model->fields);
    hw__check_homework(&into, &model->window, &model->reminders, &model->tracks);
}

/* ---- attachments ---- */

/* A scheme and a colon, or a relative reference; RFC 3986 without blanks, quotes and angle brackets. */
static bool is_uri(const char *text)
{
    for (const char *s = text; *s; s++) {
        if ((unsigned char)*s <= ' ' || strchr("\"<>\\^`{|}\x7f", *s)) {
            return false;
        }
    }
    return *text != '\0';
}

/* type "/" subtype, each a restricted name of RFC 6838 section 4.2. */
static bool is_media_type(const char *text)
{
    const char *allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+";
    size_t type = strspn(text, allowed);
    size_t subtype = text[type] == '/' ? strspn(text + type + 1, allowed) : 0;
    return type > 0 && type <= 127 && subtype > 0 && subtype <= 127 && text[type + 1 + subtype] == '\0';
}

static bool is_sha256(const char *text)
{
    return strspn(text, "0123456789abcdef") == 64 && text[64] == '\0';
}

hw_problem_code hw__attachment_fault(const hw__attachment *attachment, const char **message)
{
    const hw__decimal zero = {0, 0};
    if (attachment->href && !is_uri(attachment->href)) {
        *message = "the address of an attachment is not a URI";
        return HW_PROBLEM_BAD_URI;
    }
    if (attachment->type && !is_media_type(attachment->type)) {
        *message = "the type of an attachment is not a media type";
        return HW_PROBLEM_BAD_WORD;
    }
    if (attachment->size.present &&
        (attachment->size.value.scale > 0 || hw__decimal_compare(attachment->size.value, zero) < 0)) {
        *message = "the size of an attachment is a whole number of bytes";
        return HW_PROBLEM_OUT_OF_RANGE;
    }
    if (attachment->sha256 && !is_sha256(attachment->sha256)) {
        *message = "the digest of an attachment is not 64 hexadecimal digits in lower case";
        return HW_PROBLEM_BAD_WORD;
    }
    return HW_PROBLEM_CODE_COUNT;
}

void hw__check_attachment(const void *part, const char *id, hw_problems *problems, int32_t line)
{
    const char *message;
    hw_problem_code code = hw__attachment_fault(part, &message);
    if (code != HW_PROBLEM_CODE_COUNT) {
        hw__found(&(hw__finder){problems, id, line}, code, message);
    }
}

/* ---- what comes out of a session ---- */

void hw__check_review(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_review *review = record;
    const hw__finder into = {problems, id, line};
    if (hw__ids_repeat(&review->equivalents)) {
        hw__found(&into, HW_PROBLEM_DUPLICATE_ID, "an entry is named twice");
    }
    if (review->replacement && review->assignment && strcmp(review->replacement, review->assignment) == 0) {
        hw__found(&into, HW_PROBLEM_CONTRADICTION, "an assignment replaces itself");
    }
}

void hw__check_rating(const void *record, const char *id, hw_problems *problems, int32_t line)
{
    const hw_rating *rating = record;
    for (int i = 0; i < HW_DIMENSION_COUNT; i++) {
        if (rating->values[i] >= 0) {
            return;
        }
    }
    hw__found(&(hw__finder){problems, id, line}, HW_PROBLEM_CONTRADICTION, "nothing is rated");
}
