/* SPDX-License-Identifier: MIT */
/* Single words of the label table, for hosts that draw pictures of what the library found. */
#include "base/labels.h"
#include "homework/report.h"

/* The label at an index of a run of the table; "" past its end. */
static const char *text_at(const char *language, hw__label first, int index, int count)
{
    if (index < 0 || index >= count) {
        return "";
    }
    return hw__label_text(hw__language_find(language), (hw__label)((int)first + index));
}

const char *hw_occurrence_status_label(hw_occurrence_status status, const char *language)
{
    return text_at(language, HW__LABEL_STATUS_UPCOMING, (int)status, HW_STATUS_COUNT);
}

const char *hw_weekday_label(hw_weekday weekday, const char *language)
{
    return text_at(language, HW__LABEL_WEEKDAY_MON, (int)weekday, HW_SUNDAY + 1);
}

const char *hw_month_label(int32_t month, const char *language)
{
    return text_at(language, HW__LABEL_MONTH_JAN, month < 1 ? -1 : month - 1, 12);
}

const char *hw_phase_label(hw_phase phase, const char *language)
{
    return text_at(language, HW__LABEL_PHASE_BEFORE,
                   (int)phase < HW_PHASE_BEFORE ? -1 : (int)phase - HW_PHASE_BEFORE, HW_PHASE_AFTER);
}

const char *hw_caption_label(hw_caption caption, const char *language)
{
    return text_at(language, HW__LABEL_CAPTION_NOTHING_DUE, (int)caption, HW_CAPTION_SESSION + 1);
}
