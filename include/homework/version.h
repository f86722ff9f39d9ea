/* SPDX-License-Identifier: MIT */
/** @file version.h
 *  The version of the headers, and of the library that was linked. */
#ifndef HOMEWORK_VERSION_H
#define HOMEWORK_VERSION_H

#include <stdint.h>

#include "export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Version of these headers, first number. The build reads the three numbers from here. */
#define HW_VERSION_MAJOR 0
/** Second number: a release with more in it. */
#define HW_VERSION_MINOR 2
/** Third number: a release that only mends. */
#define HW_VERSION_PATCH 0

/** The version of the library that runs, as major * 10000 + minor * 100 + patch.
 *  Cannot fail. @since 0.1 */
HW_API uint32_t hw_version(void);

/** The version of the library that runs, as text ("0.2.0").
 *  Static storage; never NULL. @since 0.1 */
HW_API const char *hw_version_text(void);

#ifdef __cplusplus
}
#endif

#endif
