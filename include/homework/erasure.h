/* SPDX-License-Identifier: MIT */
/** @file erasure.h
 *  Taking out what somebody wrote: its words alone, or all of it.
 */
#ifndef HOMEWORK_ERASURE_H
#define HOMEWORK_ERASURE_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How much is taken out. */
typedef enum hw_removal {
    HW_REMOVAL_REDACT = 0, /**< The words: what happened, and the numbers, stay. */
    HW_REMOVAL_ERASE       /**< All but the id. */
} hw_removal;

#ifdef __cplusplus
}
#endif

#endif
