/* SPDX-License-Identifier: MIT */
/* A VTIMEZONE from our own zone data, in the form that the pickiest clients take. */
#ifndef HW_FORMAT_ICAL_ZONE_H
#define HW_FORMAT_ICAL_ZONE_H

#include "base/buffer.h"
#include "time/zone.h"

/* Writes the zone so that every instant from <= x <= to converts rightly. HW_ERR_MEMORY. */
hw_status hw__ical_zone(hw__buffer *out, const hw__zone *zone, hw_instant from, hw_instant to, hw_error *err);

#endif
