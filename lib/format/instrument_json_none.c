/* SPDX-License-Identifier: MIT */
/* Stands in for the reader in a build without JSON: there are the library's own instruments then. */
#include "base/fail.h"
#include "homework/instrument.h"

hw_instrument *hw_instrument_from_json(const char *data, size_t size, hw_error *err)
{
    (void)data;
    (void)size;
    hw__fail(err, HW_ERR_UNSUPPORTED, "json", "this build of the library cannot read JSON");
    return NULL;
}
