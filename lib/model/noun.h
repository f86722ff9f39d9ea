/* SPDX-License-Identifier: MIT */
/* What all nouns have in common, written once: their life, their place in the plan, and the plain fields.
 * Each macro stands at file level and defines the public functions of that name; all tolerate NULL. What
 * is particular to a noun is written out in its own file. */
#ifndef HW_MODEL_NOUN_H
#define HW_MODEL_NOUN_H

#include "base/fail.h"
#include "base/limits.h"
#include "model/plan_store.h"

/* hw_x_edit, _ref, _unref, _check, _revision */
#define HW__NOUN_LIFE(noun)                                                  \
    hw_##noun *hw_##noun##_edit(const hw_##noun *noun, hw_error *err)        \
    {                                                                        \
        return (hw_##noun *)hw__record_edit((const hw_revision *)noun, err); \
    }                                                                        \
    hw_##noun *hw_##noun##_ref(const hw_##noun *noun)                        \
    {                                                                        \
        return (hw_##noun *)hw__record_ref((const hw_revision *)noun);       \
    }                                                                        \
    void hw_##noun##_unref(hw_##noun *noun)                                  \
    {                                                                        \
        hw__record_unref((hw_revision *)noun);                               \
    }                                                                        \
    hw_status hw_##noun##_check(const hw_##noun *noun, hw_error *err)        \
    {                                                                        \
        return hw__record_fault((const hw_revision *)noun, err);             \
    }                                                                        \
    const hw_revision *hw_##noun##_revision(const hw_##noun *noun)           \
    {                                                                        \
        return (const hw_revision *)noun;                                    \
    }

/* hw_x_id, and the noun's verbs and lookups of a plan */
#define HW__NOUN_STORE(noun, section)                                                                       \
    const char *hw_##noun##_id(const hw_##noun *noun)                                                       \
    {                                                                                                       \
        return noun ? noun->head.id : NULL;                                                                 \
    }                                                                                                       \
    hw_status hw_plan_add_##noun(hw_plan *plan, hw_##noun *noun, const hw_change *change, hw_error *err)    \
    {                                                                                                       \
        return hw__plan_add(plan, section, (hw_revision *)noun, change, err);                               \
    }                                                                                                       \
    hw_status hw_plan_revise_##noun(hw_plan *plan, hw_##noun *noun, const hw_change *change, hw_error *err) \
    {                                                                                                       \
        return hw__plan_revise(plan, section, (hw_revision *)noun, change, err);                            \
    }                                                                                                       \
    size_t hw_plan_##noun##_count(const hw_plan *plan)                                                      \
    {                                                                                                       \
        return hw__plan_count(plan, section);                                                               \
    }                                                                                                       \
    const hw_##noun *hw_plan_##noun##_at(const hw_plan *plan, size_t index)                                 \
    {                                                                                                       \
        return (const hw_##noun *)hw__plan_latest_at(plan, section, index);                                 \
    }                                                                                                       \
    const hw_##noun *hw_plan_##noun(const hw_plan *plan, const char *id)                                    \
    {                                                                                                       \
        return (const hw_##noun *)hw__plan_latest(plan, section, id);                                       \
    }                                                                                                       \
    size_t hw_plan_##noun##_revision_count(const hw_plan *plan, const char *id)                             \
    {                                                                                                       \
        return hw__plan_revision_count(plan, section, id);                                                  \
    }                                                                                                       \
    const hw_##noun *hw_plan_##noun##_revision_at(const hw_plan *plan, const char *id, size_t index)        \
    {                                                                                                       \
        return (const hw_##noun *)hw__plan_revision_at(plan, section, id, index);                           \
    }

/* A human text in several languages. */
#define HW__NOUN_TEXT(noun, field, most, one_line)                                                      \
    const char *hw_##noun##_##field(const hw_##noun *noun, const char *language)                        \
    {                                                                                                   \
        return noun ? hw__texts_pick(&noun->field, language) : NULL;                                    \
    }                                                                                                   \
    hw_status hw_##noun##_set_##field(hw_##noun *noun, const char *language, const char *text)          \
    {                                                                                                   \
        return noun ? hw__draft_text(&noun->head, &noun->field, language, text, most, one_line, #field) \
                    : HW_ERR_ARGUMENT;                                                                  \
    }
#define HW__NOUN_TITLE(noun, field) HW__NOUN_TEXT(noun, field, HW__MAX_LINE_BYTES, true)
#define HW__NOUN_PROSE(noun, field) HW__NOUN_TEXT(noun, field, HW__MAX_TEXT_BYTES, false)

/* One text; `form` is id, line, zone or language. */
#define HW__NOUN_STRING(noun, field, form)                                                          \
    const char *hw_##noun##_##field(const hw_##noun *noun)                                          \
    {                                                                                               \
        return noun ? noun->field : NULL;                                                           \
    }                                                                                               \
    hw_status hw_##noun##_set_##field(hw_##noun *noun, const char *field)                           \
    {                                                                                               \
        return noun ? hw__draft_##form(&noun->head, &noun->field, field, #field) : HW_ERR_ARGUMENT; \
    }

/* `neutral` is what NULL gives. */
#define HW__NOUN_WORD(noun, field, type, words, neutral)                                      \
    type hw_##noun##_##field(const hw_##noun *noun)                                           \
    {                                                                                         \
        return noun ? (type)noun->field : (neutral);                                          \
    }                                                                                         \
    hw_status hw_##noun##_set_##field(hw_##noun *noun, type field)                            \
    {                                                                                         \
        return noun ? hw__draft_word(&noun->head, &noun->field, (int)field, &(words), #field) \
                    : HW_ERR_ARGUMENT;                                                        \
    }

#define HW__NOUN_INT(noun, field, least, most, neutral)                                    \
    int32_t hw_##noun##_##field(const hw_##noun *noun)                                     \
    {                                                                                      \
        return noun ? noun->field : (neutral);                                             \
    }                                                                                      \
    hw_status hw_##noun##_set_##field(hw_##noun *noun, int32_t field)                      \
    {                                                                                      \
        return noun ? hw__draft_int(&noun->head, &noun->field, field, least, most, #field) \
                    : HW_ERR_ARGUMENT;                                                     \
    }

#define HW__NOUN_BOOL(noun, field)                                                        \
    bool hw_##noun##_##field(const hw_##noun *noun)                                       \
    {                                                                                     \
        return noun && noun->field;                                                       \
    }                                                                                     \
    hw_status hw_##noun##_set_##field(hw_##noun *noun, bool field)                        \
    {                                                                                     \
        return noun ? hw__draft_bool(&noun->head, &noun->field, field) : HW_ERR_ARGUMENT; \
    }

#define HW__NOUN_NUMBER(noun, field)                                                                \
    bool hw_##noun##_##field(const hw_##noun *noun, double *out)                                    \
    {                                                                                               \
        return noun && hw__number_get(&noun->field, out);                                           \
    }                                                                                               \
    hw_status hw_##noun##_set_##field(hw_##noun *noun, double field)                                \
    {                                                                                               \
        return noun ? hw__draft_number(&noun->head, &noun->field, field, #field) : HW_ERR_ARGUMENT; \
    }

#define HW__NOUN_DATE(noun, field)                                                                \
    hw_date hw_##noun##_##field(const hw_##noun *noun)                                            \
    {                                                                                             \
        return noun ? noun->field : (hw_date){0, 0, 0};                                           \
    }                                                                                             \
    hw_status hw_##noun##_set_##field(hw_##noun *noun, hw_date field)                             \
    {                                                                                             \
        return noun ? hw__draft_date(&noun->head, &noun->field, field, #field) : HW_ERR_ARGUMENT; \
    }

#define HW__NOUN_LOCAL(noun, field)                                                                \
    hw_local hw_##noun##_##field(const hw_##noun *noun)                                            \
    {                                                                                              \
        return noun ? noun->field : (hw_local){{0, 0, 0}, 0};                                      \
    }                                                                                              \
    hw_status hw_##noun##_set_##field(hw_##noun *noun, hw_local field)                             \
    {                                                                                              \
        return noun ? hw__draft_local(&noun->head, &noun->field, field, #field) : HW_ERR_ARGUMENT; \
    }

/* A list of ids: `one` is its singular, as in hw_hold_add_assignment(); `many` its plural and its field. */
#define HW__NOUN_IDS(noun, one, many)                                                              \
    size_t hw_##noun##_##one##_count(const hw_##noun *noun)                                        \
    {                                                                                              \
        return noun ? noun->many.count : 0;                                                        \
    }                                                                                              \
    const char *hw_##noun##_##one##_at(const hw_##noun *noun, size_t index)                        \
    {                                                                                              \
        return noun && index < noun->many.count ? ((char *const *)noun->many.items)[index] : NULL; \
    }                                                                                              \
    hw_status hw_##noun##_add_##one(hw_##noun *noun, const char *id)                               \
    {                                                                                              \
        return noun ? hw__draft_add_id(&noun->head, &noun->many, id, #one) : HW_ERR_ARGUMENT;      \
    }                                                                                              \
    hw_status hw_##noun##_clear_##many(hw_##noun *noun)                                            \
    {                                                                                              \
        return noun ? hw__draft_clear(&noun->head, &noun->many) : HW_ERR_ARGUMENT;                 \
    }

#endif
