/* SPDX-License-Identifier: MIT */
/** @file undefined.h
 *  Why there is no value. A result that cannot be told is never 0, 100 % or NaN: it is undefined, for one of
 *  these reasons.
 */
#ifndef HOMEWORK_UNDEFINED_H
#define HOMEWORK_UNDEFINED_H

#include "export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Why a metric or a statistic is undefined. Dense; new ones are added at the end. */
typedef enum hw_undefined {
    HW_UNDEFINED_NOT = 0,        /**< It is defined. */
    HW_UNDEFINED_NOTHING_DUE,    /**< Nothing was due in the window. */
    HW_UNDEFINED_NOT_SETTLED,    /**< Nothing is settled yet. */
    HW_UNDEFINED_EXCLUDED,       /**< All that is settled is excused, suspended or withdrawn. */
    HW_UNDEFINED_NO_VALUES,      /**< No entry says anything about it. */
    HW_UNDEFINED_TOO_FEW,        /**< There are values, but fewer than it takes. */
    HW_UNDEFINED_CONSTANT,       /**< All values, or all moments, are the same. */
    HW_UNDEFINED_RANGE_CHANGED,  /**< The measure changed its range on the way. */
    HW_UNDEFINED_NOT_APPLICABLE, /**< It has no meaning for this subject. */
    HW_UNDEFINED_NOT_STATED      /**< A parameter, norm, weight, baseline or target is missing. */
} hw_undefined;

/** The word for why something is undefined ("nothing-due"). Static storage; "unknown" out of range.
 *  @since 0.1 */
HW_API const char *hw_undefined_name(hw_undefined undefined);

#ifdef __cplusplus
}
#endif

#endif
