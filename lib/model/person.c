/* SPDX-License-Identifier: MIT */
/* Who takes part, and in which role. */
#include "homework/person.h"

#include "model/noun.h"

HW__NOUN_LIFE(person)
HW__NOUN_STORE(person, HW__PEOPLE)
HW__NOUN_WORD(person, role, hw_role, hw__words_role, HW_ROLE_CLIENT)
HW__NOUN_STRING(person, name, line)
HW__NOUN_STRING(person, language, language)

hw_person *hw_person_new(const char *id, hw_role role, hw_error *err)
{
    hw_person *person = (hw_person *)hw__record_new_id(hw__shapes[HW__PEOPLE], id, err);
    if (!person) {
        return NULL;
    }
    hw_person_set_role(person, role);
    return (hw_person *)hw__record_made(&person->head, err);
}
