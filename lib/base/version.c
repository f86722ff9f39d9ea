/* SPDX-License-Identifier: MIT */
/* The version that was built, against which a host compares the headers it was compiled with. */
#include "homework/version.h"

#define TEXT_OF(number) #number
#define DOTTED(major, minor, patch) TEXT_OF(major) "." TEXT_OF(minor) "." TEXT_OF(patch)

uint32_t hw_version(void)
{
    return HW_VERSION_MAJOR * 10000u + HW_VERSION_MINOR * 100u + HW_VERSION_PATCH;
}

const char *hw_version_text(void)
{
    return DOTTED(HW_VERSION_MAJOR, HW_VERSION_MINOR, HW_VERSION_PATCH);
}
