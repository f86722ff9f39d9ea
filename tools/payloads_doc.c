/* SPDX-License-Identifier: MIT */
/* Prints docs/payloads.md from the table of kinds and the starter templates. With a file as its argument it compares
 * instead, and says whether that file has to be printed again: `build/dev/tests/payloads_doc > docs/payloads.md`. */
#include <stdio.h>

#include "doc_page.h"
#include "homework/form.h"
#include "homework/schedule.h"
#include "homework/words.h"

static const char head[] =
    "<!-- Printed from lib/model/payloads.c and lib/model/starters.c by tools/payloads_doc.c; do not edit. "
    "-->\n"
    "# What entries say\n"
    "\n"
    "Each kind of homework has fields, the columns of the worksheets that are used for it. An entry may fill "
    "in any of\n"
    "them and need fill in none: that something was done is worth knowing without them. What it does fill in "
    "has to fit.\n"
    "\n"
    "- A number or rating lies in its range, bounds included. `yes-no` is 1 or 0. A choice is one of its "
    "values.\n"
    "- The same name at another phase is another field: `distress` before is not `distress` at its peak.\n"
    "- Fields of a group repeat together, told apart by the group number of a value: each emotion of a "
    "thought record has\n"
    "  a number, and its name and both its intensities carry it.\n"
    "- What is said in a field marked *private* stays with its author: no table or report shows it unless "
    "private text is\n"
    "  asked for.\n"
    "- Ratings of one thing are never added up to a total, and an urge is not an action.\n"
    "\n"
    "## Fields of one's own\n"
    "\n"
    "An assignment, or a template, may declare more fields (`hw_assignment_add_field()`), with a type, a "
    "range, a unit, a\n"
    "group, choices, titles in several languages. An own field takes the place of the kind's field of that "
    "name and phase.\n"
    "From the first own field on the form is closed: a name that is in neither list is refused, and a field "
    "that does not\n"
    "repeat is filled in once. A *required* field must be there when the extent is `done` or `exceeded`, in "
    "a group each time\n"
    "that the group is filled in; what was ticked in a calendar (source `calendar`) owes nothing, since a "
    "calendar can say\n"
    "no more.\n"
    "\n"
    "An entry is judged by the revision of its assignment that was known when it was recorded and in force "
    "when it\n"
    "happened. `hw_plan_check_entry()` names every field that is at fault; `hw_plan_log()` refuses the entry "
    "with the first\n"
    "of them. Nothing that it says holds what the person wrote. A document whose entries do not fit is read "
    "all the same,\n"
    "with a warning for each field (`field`), because two copies that were each right can be merged into "
    "it.\n"
    "\n"
    "Homework of no listed kind is of the kind `other`, and says in its label what it is.\n"
    "\n"
    "## Files\n"
    "\n"
    "Assignments and entries may name files: a URI or relative reference, a media type, a size in bytes, a "
    "SHA-256. The\n"
    "library never opens one. The address of a file in an entry is text of that entry: it is shown to whom "
    "the entry's\n"
    "visibility allows, and redacting the entry removes it.\n";

static void print_range(FILE *out, const hw_form *form, size_t i)
{
    double least = 0, greatest = 0;
    bool has_least = hw_form_least_at(form, i, &least),
         has_greatest = hw_form_greatest_at(form, i, &greatest);
    for (size_t c = 0; c < hw_form_choice_count(form, i); c++) {
        fprintf(out, "%s`%s`", c ? ", " : "", hw_form_choice_at(form, i, c));
    }
    if (has_least && has_greatest) {
        fprintf(out, "%g to %g", least, greatest);
    } else if (has_least) {
        fprintf(out, "%g or more", least);
    }
    if (hw_form_whole_at(form, i)) {
        fprintf(out, ", whole");
    }
    if (hw_form_unit_at(form, i)) {
        fprintf(out, " %s", hw_form_unit_at(form, i));
    }
}

static void print_field(FILE *out, const hw_form *form, size_t i)
{
    hw_phase phase = hw_form_phase_at(form, i);
    const char *group = hw_form_group_at(form, i);
    fprintf(out, "| `%s` | %s | %s | ", hw_form_name_at(form, i),
            phase == HW_PHASE_NONE ? "" : hw_word_at(HW_WORDS_PHASE, (int)phase),
            hw_word_at(HW_WORDS_FIELD, (int)hw_form_type_at(form, i)));
    print_range(out, form, i);
    fprintf(out, " | %s | %s%s%s |\n", group ? group : "", hw_form_title_at(form, i, "en"),
            hw_form_required_at(form, i) ? " *(required)*" : "",
            hw_form_confidential_at(form, i) ? " *(private)*" : "");
}

static void print_rows(FILE *out, const hw_form *form, bool own)
{
    fputs("\n| field | phase | type | values | group | asked as |\n|---|---|---|---|---|---|\n", out);
    for (size_t i = 0; i < hw_form_count(form); i++) {
        if (hw_form_own_at(form, i) == own) {
            print_field(out, form, i);
        }
    }
}

static bool print_kind(FILE *out, hw_kind kind)
{
    hw_form *form = hw_kind_form(kind, NULL);
    fprintf(out, "\n### %s\n", hw_word_at(HW_WORDS_KIND, (int)kind));
    if (form) {
        print_rows(out, form, false);
    }
    hw_form_free(form);
    return form != NULL;
}

static void print_schedule(FILE *out, const hw_assignment *a)
{
    switch (hw_assignment_schedule(a)) {
    case HW_SCHEDULE_RECURRING:
        fprintf(out, "`%s`", hw_assignment_rule(a));
        break;
    case HW_SCHEDULE_QUOTA:
        fprintf(out, "%d a %s", (int)hw_assignment_quota_times(a),
                hw_word_at(HW_WORDS_PERIOD, (int)hw_assignment_quota_period(a)));
        break;
    case HW_SCHEDULE_EVENT_CONTINGENT:
        fprintf(out, "\"%s\"", hw_assignment_trigger(a, "en"));
        break;
    default:
        fputs(hw_word_at(HW_WORDS_SCHEDULE, (int)hw_assignment_schedule(a)), out);
        break;
    }
}

static bool print_starter(FILE *out, const char *name)
{
    hw_template *sheet = hw_template_starter(name, name, NULL);
    hw_assignment *a = sheet ? hw_assignment_from_template(name, sheet, NULL) : NULL;
    hw_form *form = a ? hw_template_form(sheet, NULL) : NULL;
    if (form) {
        fprintf(out, "\n### %s\n\n*%s*, of kind `%s`, %d minutes, ", name, hw_template_title(sheet, "en"),
                hw_word_at(HW_WORDS_KIND, (int)hw_template_kind(sheet)), (int)hw_template_minutes(sheet));
        print_schedule(out, a);
        fprintf(out, ".\n\n%s\n\n%s\n", hw_template_instructions(sheet, "en"),
                hw_template_rationale(sheet, "en"));
        if (hw_template_field_count(sheet) > 0) {
            print_rows(out, form, true);
        }
    }
    bool good = form != NULL;
    hw_form_free(form);
    hw_assignment_unref(a);
    hw_template_unref(sheet);
    return good;
}

static bool print_all(FILE *out)
{
    bool good = true;
    fputs(head, out);
    fputs("\n## Kinds\n", out);
    for (size_t kind = 0; kind < hw_word_count(HW_WORDS_KIND); kind++) {
        good = print_kind(out, (hw_kind)kind) && good;
    }
    fputs("\n## Templates to start from\n"
          "\n"
          "`hw_template_starter()` makes a draft of one, in English and in our own words; take it into a "
          "plan, change what does\n"
          "not fit, and make assignments of it. The schedule is a proposal.\n",
          out);
    for (size_t i = 0; i < hw_starter_count(); i++) {
        good = print_starter(out, hw_starter_name_at(i)) && good;
    }
    return good;
}

int main(int argc, char **argv)
{
    return doc_page(argc, argv, "the tables of kinds and starters say", print_all);
}
