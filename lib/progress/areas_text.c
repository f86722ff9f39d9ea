/* SPDX-License-Identifier: MIT */
/* Areas and suggestions in words. */
#include "progress/areas_text.h"

#include <string.h>

#include "base/fail.h"

#define MOST_SENTENCE 4096

char *hw__areas_no_text(const hw_areas *areas, hw_error *err)
{
    if (areas) {
        hw__fail(err, HW_ERR_ARGUMENT, "index", "there is no such answer");
    } else {
        hw__null_argument(err, "areas");
    }
    return NULL;
}

/* Whole numbers without digits behind the point, others with two. */
static char *figure_text(const hw__language *language, hw__figure figure, hw_error *err)
{
    char digits[40];
    bool whole = figure.value == (double)(int64_t)figure.value;
    size_t size = figure.there ? hw__fixed_print(figure.value, whole ? 0 : 2, digits) : 0;
    hw__buffer buffer;
    hw__buffer_init(&buffer, MOST_SENTENCE);
    hw__put(&buffer, digits, hw__number_in(language, digits, size));
    return hw__buffer_take(&buffer, NULL, err);
}

static char *label_text(const hw__language *language, hw__label label, int64_t n,
                        const char *const *arguments, hw_error *err)
{
    hw__buffer buffer;
    hw__buffer_init(&buffer, MOST_SENTENCE);
    hw__put_label(&buffer, language, label, n, arguments);
    return hw__buffer_take(&buffer, NULL, err);
}

char *hw__areas_sentence(const char *language, hw__label what, hw__label why, int64_t n, hw__figure value,
                         hw__figure threshold, hw_error *err)
{
    const hw__language *spoken = hw__language_find(language);
    char *value_text = figure_text(spoken, value, err), *threshold_text = NULL, *reason = NULL,
         *sentence = NULL;
    if (value_text) {
        threshold_text = figure_text(spoken, threshold, err);
    }
    if (threshold_text) {
        const char *const numbers[] = {value_text, threshold_text};
        reason = label_text(spoken, why, n, numbers, err);
    }
    if (reason) {
        const char *const parts[] = {hw__label_text(spoken, what), reason};
        sentence = label_text(spoken, HW__LABEL_AREA_IS, 0, parts, err);
    }
    hw__free(value_text);
    hw__free(threshold_text);
    hw__free(reason);
    return sentence;
}

char *hw__areas_phrase(const char *language, hw__label label, int64_t n, hw__figure of, hw_error *err)
{
    const hw__language *spoken = hw__language_find(language);
    char *of_text = figure_text(spoken, of, err);
    const char *const numbers[] = {of_text};
    char *phrase = of_text ? label_text(spoken, label, n, numbers, err) : NULL;
    hw__free(of_text);
    return phrase;
}
