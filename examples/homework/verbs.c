/* SPDX-License-Identifier: MIT */
/* The table of verbs: what each is called, takes and is for. */
#include <string.h>

#include "verbs.h"

#define RECORDS "--by --origin --reason --at"
#define CHANGES RECORDS " --from --set"
#define PRINTS "--format --output"
#define ENTRY                                                                                             \
    " --csv --undo --extent --percent --at --due --unscheduled --minutes --value --set --barrier --note " \
    "--question"                                                                                          \
    " --attach --private --replaces --id --by --origin --reason "

const cli_verb cli_verbs[] = {
    {"new", cli_new, 0, 1, true,
     "PLAN [--zone ZONE] [--by PERSON] [--role ROLE] [--language TAG]\n"
     "PLAN --from STARTER [ID] [FIELD=VALUE...]\n--list",
     "make a new plan file; or add an assignment from a starter",
     "A new plan has a person \"client\", and --by if it is somebody else. It gets a random UUID, or the one "
     "of --id. "
     "--from STARTER adds a draft of an assignment, made from one of the starters that --list names; "
     "homework "
     "propose offers it.",
     RECORDS " --zone --role --language --id --from --list --set"},
    {"check", cli_check, 0, 0, false, "PLAN", "read it and say everything that is not right", "", ""},
    {"report", cli_report, 0, 0, false, "PLAN", "the page for the session; as a table: all metrics", "",
     PRINTS " --from --to --width --language"},
    {"agenda", cli_agenda, 0, 0, false, "PLAN", "what to talk about in the next session, and why",
     "As a table: the reasons with their numbers. Private entries and messages are not in it.",
     PRINTS " --width --language --length"},
    {"sheet", cli_sheet, 1, 1, false, "PLAN ASSIGNMENT", "an assignment in writing, to take home", "",
     "--output --width --language"},
    {"today", cli_today, 0, 0, false, "PLAN", "what is due today (as text also: still waited for)", "",
     PRINTS},
    {"occurrences", cli_occurrences, 0, 0, false, "PLAN", "what is due in the next seven days", "",
     PRINTS " --from --to"},
    {"reminders", cli_reminders, 0, 0, false, "PLAN", "what rings in the next seven days",
     "--suppressed also tells what does not ring, and why. Days are the client's.",
     PRINTS " --from --to --suppressed --language"},
    {"show", cli_show, 1, 1, false, "PLAN ID", "everything that is agreed about one thing",
     "ID \"settings\" shows the plan's settings. Private texts are shown with --private only.",
     PRINTS " --private"},
    {"history", cli_history, 1, 1, false, "PLAN ID", "every revision of a thing, and what each has changed",
     "", PRINTS " --private"},
    {"diff", cli_diff, 1, 3, false, "PLAN OTHER\nPLAN ID REVISION [REVISION]",
     "what differs between two plans, or two revisions of a thing", "", PRINTS " --private"},
    {"lint", cli_lint, 0, 1, false, "PLAN [ASSIGNMENT]", "what agreements still lack",
     "What it finds is something to talk about, not a fault; it ends with 0.", PRINTS " --threshold"},
    {"caseload", cli_caseload, 0, 0, false, "FOLDER", "all plans of a folder: who needs attention, and why",
     "Every *.xml and *.json in it is read; a file that is no plan is told at the end. Plans are named by "
     "their files. As a table: a row for each plan and metric, by file.",
     PRINTS " --from --to --days --metrics --by --silence --language --recursive"},
    {"add", cli_add, 2, 2, true, "PLAN KIND ID [FIELD=VALUE...]\n--list",
     "add anything: a person, measure, goal, step, skill, template, assignment, ...",
     "--list tells the kinds of things, their fields, and what can be said of each. A field of text may name "
     "its "
     "language: title@de=Atmen. Nothing after the equals sign takes away what was there.",
     CHANGES " --list"},
    {"propose", cli_propose, 1, 1, true, "PLAN ID [title=TEXT FIELD=VALUE...]",
     "offer an assignment: a new one, or a draft", "The fields are those of homework add --list.", CHANGES},
    {"agree", cli_agree, 1, 2, false, "PLAN ID [PERSON]", "agree to what was proposed",
     "PERSON agrees; if nobody is named, whoever records.", CHANGES},
    {"decline", cli_lead, 1, 1, false, "PLAN ID", "say no to what was proposed; no reason is needed", "",
     CHANGES},
    {"start", cli_lead, 1, 1, false, "PLAN ID", "begin what was agreed, or go on with it", "", CHANGES},
    {"stop", cli_lead, 1, 1, false, "PLAN ID", "end an assignment early", "", CHANGES},
    {"complete", cli_lead, 1, 1, false, "PLAN ID", "end an assignment that has served its purpose", "",
     CHANGES},
    {"mark", cli_mark, 2, 2, false, "PLAN ID STATE", "say where a goal, step, skill, assignment, ... stands",
     "A skill moves on by evidence: --evidence names the entry or the session held that shows it.",
     CHANGES " --evidence"},
    {"revise", cli_revise, 1, 1, true, "PLAN ID FIELD=VALUE...", "change fields of anything",
     "What was there before stays in the history. --from says from which day on the change holds. ID "
     "\"settings\" "
     "changes title, zone, week-start, day-start, ends, calendar-until, wording, capacity-minutes, "
     "capacity-assignments, quiet, reminders-per-day, reminders-each, reminder-gap, motivation, own-words or "
     "reminders.",
     CHANGES},
    {"hold", cli_hold, 1, 2, true, "PLAN FROM [TO] [reason=WORD assignments=ID,... note=TEXT]",
     "a pause: nothing is expected from the day FROM to the day TO, both included",
     "Without TO its end is open.", RECORDS " --id --set"},
    {"excuse", cli_excuse, 2, 2, true, "PLAN ASSIGNMENT KEY [reason=WORD note=TEXT]",
     "one occurrence is not expected after all", "", RECORDS " --id --set"},
    {"log", cli_log, 0, 1, true,
     "PLAN\nPLAN ASSIGNMENT [--extent WORD] [--set FIELD[.GROUP][@PHASE]=VALUE...]\nPLAN --csv FILE\nPLAN "
     "--undo",
     "list the log; log a practice, or the rows of a CSV file; void an entry",
     "The assignment - stands for none. Fields are those of the assignment's form (homework form); every one "
     "that "
     "is not right is told. A number of the form may be named by its phase alone: peak=70. Columns of the "
     "CSV "
     "file: assignment, extent, at, due, percent, minutes, barrier, note, id, and any MEASURE[@PHASE].",
     ENTRY PRINTS},
    {"form", cli_form_of, 1, 1, false, "PLAN ASSIGNMENT", "what an entry of an assignment may say", "",
     PRINTS},
    {"session", cli_meet, 2, 3, true,
     "PLAN plan START [FIELD=VALUE...]\nPLAN move ID START\nPLAN held|missed|cancel ID",
     "plan a session, move it, say what became of it", "", RECORDS " --id --set"},
    {"review", cli_review, 3, 3, true,
     "PLAN SESSION ASSIGNMENT DECISION [findings=TEXT next=REVISION|latest ...]",
     "what a session made of an assignment", "", RECORDS " --id --set"},
    {"rate", cli_rate, 1, 2, true, "PLAN SESSION [RATER] [quantity=0-4 quality=0-4 ...]",
     "how somebody rates the engagement with homework", "", RECORDS " --id --set"},
    {"score", cli_score, 1, 1, true, "PLAN GOAL level=N [session=ID rater=PERSON]",
     "how far a goal is attained, from -2 to 2", "", RECORDS " --id --set"},
    {"message", cli_message, 0, 3, true,
     "PLAN add TOPIC TEXT [assignment=ID goal=ID]\nPLAN list\nPLAN mark ID STATE",
     "questions, concerns and insights between sessions", "Private ones are listed with --private only.",
     RECORDS " --id --private --set " PRINTS},
    {"instrument", cli_instrument, 0, 2, false,
     "list\nshow ID\nscore ID ANSWERS [--variant ID] [--bands ID]\nlog PLAN [--from DAY] [--to DAY]",
     "the questionnaires that are known, what one asks, a form scored, those of a plan",
     "ID is one that list names, or a file NAME.json of your own (docs/instruments.md). ANSWERS has one for "
     "each "
     "item, with commas between, a full stop for one that is missing: 2,0,.,1. A total is a number with a "
     "name; it "
     "is no diagnosis. Private entries of a plan are listed with --private only.",
     PRINTS " --variant --bands --from --to --private"},
    {"remind", cli_remind, 0, 0, false, "PLAN", "a calendar (.ics) with the reminders",
     "With --check-leaks nothing is written if the calendar, or the name of its file, tells more than the "
     "plan's "
     "wording allows.",
     "--output --to --profile --feed --sessions --goals --withdraw --check-leaks --term"},
    {"leaks", cli_leaks, 1, 1, false, "PLAN CALENDAR",
     "where a calendar, or any .ics, tells what the plan says",
     "Each line names the place and the field that it is from, never the text. It ends with 1 if there are "
     "any.",
     PRINTS " --term"},
    {"import", cli_import, 0, 1, false, "PLAN CALENDAR", "take home what was ticked off in a calendar", "",
     RECORDS " --dry-run"},
    {"merge", cli_merge, 1, 1, false, "PLAN OTHER", "take in what another copy has, or a sidecar",
     "OTHER is a plan, a log, or what homework changes has written.", ""},
    {"knowledge", cli_knowledge, 0, 0, false, "PLAN", "say what this copy has, for homework changes --since",
     "", "--output"},
    {"changes", cli_changes, 0, 0, false, "PLAN [--since FILE]",
     "what another copy lacks, for homework merge", "", "--output --since"},
    {"convert", cli_convert, 1, 1, false, "PLAN FILE", "write it as JSON (.json) or XML (.xml)", "", ""},
    {"redact", cli_remove, 1, 1, false, "PLAN ID", "take out the words of an entry or thing", "", RECORDS},
    {"erase", cli_remove, 1, 1, false, "PLAN ID", "take out an entry or thing altogether", "", RECORDS},
    {"sample", cli_sample, 0, 0, false, "PLAN", "an invented plan, for trying things out",
     "--profile: anxiety (if not given), mood, couple or diary-card. The same --seed, --weeks and profile "
     "give the "
     "same plan. It begins on 2026-01-05.",
     "--profile --seed --weeks"},
};

const size_t cli_verb_count = sizeof cli_verbs / sizeof *cli_verbs;

const cli_verb *cli_verb_find(const char *name)
{
    for (size_t i = 0; i < cli_verb_count; i++) {
        if (strcmp(cli_verbs[i].name, name) == 0)
            return &cli_verbs[i];
    }
    return NULL;
}
