/* SPDX-License-Identifier: MIT */
/** @file form.h
 *  What an entry of an assignment is to say: the fields of its kind, and those of its own.
 */
#ifndef HOMEWORK_FORM_H
#define HOMEWORK_FORM_H

#include "assignment.h"
#include "template.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a field holds. */
typedef enum hw_field_type {
    HW_FIELD_TEXT = 0, /**< Text. */
    HW_FIELD_NUMBER,   /**< A number, perhaps with a range and a unit. */
    HW_FIELD_RATING,   /**< A number on a scale, with a range. */
    HW_FIELD_CHOICE,   /**< One of some answers, by its value. */
    HW_FIELD_DATE,     /**< A day, as YYYY-MM-DD. */
    HW_FIELD_YES_NO    /**< 1 for yes, 0 for no. */
} hw_field_type;

#ifdef __cplusplus
}
#endif

#endif
