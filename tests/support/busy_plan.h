/* SPDX-License-Identifier: MIT */
/* Random plans of people who practise: a few assignments with many occurrences, most of which somebody
 * reports on, on time, late or long afterwards, in part or more than once. Where random_plan.h tries
 * everything, this has numbers to add up. */
#ifndef HW_TESTS_BUSY_PLAN_H
#define HW_TESTS_BUSY_PLAN_H

#include "homework.h"
#include "support/random.h"

#define BUSY_FIRST ((hw_date){2025, 3, 3})
#define BUSY_DAYS 70

/* Ten weeks from BUSY_FIRST on; everything is recorded by the end of them and a month more. NULL: out of
 * memory. */
hw_plan *busy_plan_new(test_random *random);

/* The instant at which a day begins in UTC. */
hw_instant busy_instant(hw_date day);

#endif
