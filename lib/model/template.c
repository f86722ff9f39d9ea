/* SPDX-License-Identifier: MIT */
/* Homework ready to be tailored. */
#include "homework/template.h"

#include "model/noun.h"

HW__NOUN_LIFE(template)
HW__NOUN_STORE(template, HW__TEMPLATES)
HW__NOUN_TITLE(template, title)
HW__NOUN_WORD(template, kind, hw_kind, hw__words_kind, HW_KIND_OTHER)
HW__NOUN_STRING(template, label, line)
HW__NOUN_PROSE(template, instructions)
HW__NOUN_PROSE(template, rationale)
HW__NOUN_INT(template, minutes, 0, 1440, 0)
HW__NOUN_STRING(template, source, line)
HW__NOUN_STRING(template, licence, line)

hw_template *hw_template_new(const char *id, const char *title, hw_kind kind, hw_error *err)
{
    if (!title) {
        hw__null_argument(err, "title");
        return NULL;
    }
    hw_template *template = (hw_template *)hw__record_new_id(hw__shapes[HW__TEMPLATES], id, err);
    if (!template) {
        return NULL;
    }
    hw_template_set_title(template, NULL, title);
    hw_template_set_kind(template, kind);
    return (hw_template *)hw__record_made(&template->head, err);
}
