/* SPDX-License-Identifier: MIT */
/* Prints docs/areas.md from the tables of rules, thresholds and barriers. With a file as its argument it
 * compares instead, and says whether that file has to be printed again: `build/dev/tests/areas_doc >
 * docs/areas.md`. */
#include <stdio.h>

#include "doc_page.h"
#include "homework/areas.h"
#include "homework/words.h"

static const char head[] =
    "<!-- Printed from lib/progress/areas_*.c by tools/areas_doc.c; do not edit. -->\n"
    "# Areas\n"
    "\n"
    "`hw_plan_areas()` says how each goal, assignment and skill goes, what the rule of graded steps "
    "suggests, what got in\n"
    "the way, where raters differ, what was accomplished, and how much of it the client began. It looks at a "
    "window of days,\n"
    "as of a moment: what was recorded later is invisible. Every answer names its rule, the number that "
    "decided, the\n"
    "threshold, how many there were, and its evidence. A suggestion changes nothing; a review does.\n"
    "\n"
    "Private entries enter rates and counts of what was done. What they say (barriers, distress, values) is "
    "left out, and\n"
    "none is named as evidence.\n";

static const char steps[] =
    "\n"
    "## Graded steps\n"
    "\n"
    "The first of these that holds:\n"
    "\n"
    "1. `step-up`: the step's criterion is met, by practices since the step was last lost.\n"
    "2. `step-down`: the last settled occurrences of one of its assignments came to less than `poor-credit`, "
    "at least\n"
    "   `poor-run` in a row, and each of them tells of `too-difficult`, or of distress above the cap "
    "`distress` (the field\n"
    "   \"distress\", or a measure that the caller names; not what was predicted, nor what is confidential). "
    "Of an assignment\n"
    "   that nothing was due of in the window it is its entries that answer no occurrence.\n"
    "3. `simplify`: an agreed or active assignment of the step has a likelihood below `likelihood`, or an "
    "entry of the window,\n"
    "   recorded since the assignment was last revised, tells of `unclear-what`.\n"
    "4. `hold`.\n"
    "\n"
    "Of a step that is reached only `step-down` is suggested. What is locked, consolidated or skipped is in "
    "the list, and\n"
    "nothing is suggested for it.\n";

static const char initiative[] =
    "\n"
    "## Initiative\n"
    "\n"
    "A practice is a live entry about an assignment that has an area, of which at least something was "
    "attempted, in the\n"
    "window by the clock of the person. `unscheduled`: it answers no occurrence. `proposal`: a client was "
    "the first to record\n"
    "its assignment. `client`: either. `recorded`: a client recorded the entry, from whatever source.\n";

static void print_rules(FILE *out)
{
    fputs("\n## Rules\n", out);
    for (int i = 0; i < HW_AREA_RULE_COUNT; i++) {
        hw_area_rule rule = (hw_area_rule)i;
        fprintf(out, "\n### %s\n\n%s\n\n- Area: `%s`\n", hw_word_at(HW_WORDS_AREA_RULE, i),
                hw_area_rule_definition(rule), hw_word_at(HW_WORDS_AREA, (int)hw_area_rule_area(rule)));
    }
}

static void print_parameters(FILE *out)
{
    fputs("\n## Thresholds\n\n| name | default | least | most | what it is | source |\n| --- | --- | --- | "
          "--- | --- | "
          "--- |\n",
          out);
    for (int i = 0; i < HW_AREA_PARAMETER_COUNT; i++) {
        hw_area_parameter parameter = (hw_area_parameter)i;
        double usual = 0;
        char shown[40] = "none";
        if (hw_area_parameter_default(parameter, &usual)) {
            snprintf(shown, sizeof shown, "%.10g", usual);
        }
        fprintf(out, "| `%s` | %s | %.10g | %.10g | %s | %s |\n", hw_word_at(HW_WORDS_AREA_PARAMETER, i),
                shown, hw_area_parameter_least(parameter), hw_area_parameter_most(parameter),
                hw_area_parameter_definition(parameter), hw_area_parameter_source(parameter));
    }
}

static void print_factors(FILE *out)
{
    fputs("\n## Barriers by factor\n\n", out);
    for (int factor = 0; factor < (int)hw_word_count(HW_WORDS_FACTOR); factor++) {
        fprintf(out, "- `%s`:", hw_word_at(HW_WORDS_FACTOR, factor));
        const char *between = "";
        for (int barrier = 0; barrier < (int)hw_word_count(HW_WORDS_BARRIER); barrier++) {
            if ((int)hw_barrier_factor((hw_barrier)barrier) == factor) {
                fprintf(out, "%s `%s`", between, hw_word_at(HW_WORDS_BARRIER, barrier));
                between = ",";
            }
        }
        fputc('\n', out);
    }
}

static bool print_all(FILE *out)
{
    fputs(head, out);
    print_rules(out);
    print_parameters(out);
    fputs(steps, out);
    print_factors(out);
    fputs(initiative, out);
    return true;
}

int main(int argc, char **argv)
{
    return doc_page(argc, argv, "the tables say", print_all);
}
