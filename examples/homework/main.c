/* SPDX-License-Identifier: MIT */
/* homework: check, report, remind, log and import, on plan files. */
#include <stdio.h>
#include <string.h>

#include "cli.h"

static const char usage[] =
    "usage: homework VERB PLAN [options]\n"
    "\n"
    "  check PLAN               read it and say everything that is not right\n"
    "  report PLAN              the page for the session: goals, homework, what progressed, what was missed\n"
    "  today PLAN               what is due today\n"
    "  occurrences PLAN         what is due in the coming week, or from --from to --to\n"
    "  remind PLAN              a calendar (.ics) with the reminders\n"
    "  import PLAN CALENDAR     take home what was ticked off in a calendar\n"
    "  log PLAN                 list the log\n"
    "  log PLAN ASSIGNMENT      log a practice\n"
    "  log PLAN --csv FILE      log the rows of a CSV file, all or none\n"
    "  log PLAN --undo          void the latest entry of --by (--id: that entry)\n"
    "\n"
    "days and moments\n"
    "  --from DAY, --to DAY     the days shown: from the first, up to the day before the second "
    "(2025-03-03)\n"
    "  --as-of MOMENT           what was known then (2025-03-10T18:00:00+01:00); without it: now\n"
    "output\n"
    "  --format text|json|csv   text by default\n"
    "  --output FILE            into a file, which is replaced safely, instead of on the screen\n"
    "  --profile events|todos   of remind: repeating events (default), or to-dos that can be ticked off\n"
    "  --width COLUMNS          of report: 40 to 400; 80 by default\n"
    "logging and importing\n"
    "  --by PERSON              who records; by default the plan's client\n"
    "  --origin NAME            the device that records; \"cli\" by default\n"
    "  --extent WORD            done (default), exceeded, partial, attempted, not-attempted, substituted, "
    "none\n"
    "  --percent N              how much of it, 1 to 99, of partial\n"
    "  --at MOMENT              when it happened; by default unknown\n"
    "  --due KEY                the occurrence that it answers (2025-03-03T19:00:00); by default it is "
    "found\n"
    "  --minutes N              how long it took\n"
    "  --value MEASURE[@PHASE]=NUMBER   a value; may stand several times (suds@before=70)\n"
    "  --barrier WORD           what got in the way (no-time)\n"
    "  --note TEXT, --question TEXT, --private, --id ID, --reason TEXT\n"
    "  --dry-run                of import: only say what would be logged\n"
    "reading\n"
    "  --salvage                read what is valid, keep the rest aside\n"
    "\n"
    "ends with 0 when all went well, 1 when the plan, the calendar or the request is not right, 2 when the "
    "command\n"
    "line is not right, 3 when a file cannot be read or written\n";

/* Options with a value, and where it goes. */
static const struct {
    const char *name;
    size_t offset;
} options[] = {
    {"--from", offsetof(cli_arguments, from)},
    {"--to", offsetof(cli_arguments, to)},
    {"--as-of", offsetof(cli_arguments, as_of)},
    {"--output", offsetof(cli_arguments, output)},
    {"--by", offsetof(cli_arguments, by)},
    {"--origin", offsetof(cli_arguments, origin)},
    {"--at", offsetof(cli_arguments, at)},
    {"--due", offsetof(cli_arguments, due)},
    {"--extent", offsetof(cli_arguments, extent)},
    {"--percent", offsetof(cli_arguments, percent)},
    {"--minutes", offsetof(cli_arguments, minutes)},
    {"--note", offsetof(cli_arguments, note)},
    {"--question", offsetof(cli_arguments, question)},
    {"--barrier", offsetof(cli_arguments, barrier)},
    {"--id", offsetof(cli_arguments, id)},
    {"--reason", offsetof(cli_arguments, reason)},
    {"--csv", offsetof(cli_arguments, csv)},
    {"--profile", offsetof(cli_arguments, profile)},
    {"--width", offsetof(cli_arguments, width)},
};

static const struct {
    const char *name;
    size_t offset;
} flags[] = {
    {"--undo", offsetof(cli_arguments, undo)},
    {"--dry-run", offsetof(cli_arguments, dry_run)},
    {"--salvage", offsetof(cli_arguments, salvage)},
    {"--private", offsetof(cli_arguments, private_note)},
};

static const struct {
    const char *name;
    int (*run)(const cli_arguments *arguments);
    bool takes_second; /* a further word after the plan */
} verbs[] = {
    {"check", cli_check, false},   {"report", cli_report, false},
    {"today", cli_today, false},   {"occurrences", cli_occurrences, false},
    {"remind", cli_remind, false}, {"import", cli_import, true},
    {"log", cli_log, true},
};

static bool set_flag(cli_arguments *arguments, const char *word)
{
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        if (strcmp(word, flags[i].name) == 0) {
            *(bool *)((char *)arguments + flags[i].offset) = true;
            return true;
        }
    }
    return false;
}

static bool set_option(cli_arguments *arguments, const char *word, const char *value)
{
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (strcmp(word, options[i].name) == 0) {
            *(const char **)((char *)arguments + options[i].offset) = value;
            return true;
        }
    }
    if (strcmp(word, "--value") == 0 && arguments->value_count < MAX_REPEATS) {
        arguments->values[arguments->value_count++] = value;
        return true;
    }
    return false;
}

static bool set_format(cli_arguments *arguments, const char *value)
{
    static const char *const names[] = {"text", "json", "csv"};
    for (int i = 0; i < 3; i++) {
        if (strcmp(value, names[i]) == 0) {
            arguments->format = (cli_format)i;
            return true;
        }
    }
    return false;
}

static int take_apart(cli_arguments *arguments, int count, char **words, bool takes_second)
{
    for (int i = 0; i < count; i++) {
        const char *word = words[i];
        if (word[0] != '-' || strcmp(word, "-") == 0) {
            const char **place = !arguments->plan ? &arguments->plan : &arguments->second;
            if (*place || (place == &arguments->second && !takes_second))
                return cli_usage("one word too many", word);
            *place = word;
            continue;
        }
        if (set_flag(arguments, word))
            continue;
        if (i + 1 == count)
            return cli_usage("unknown, or without its value", word);
        const char *value = words[++i];
        if (strcmp(word, "--format") == 0 ? !set_format(arguments, value)
                                          : !set_option(arguments, word, value))
            return cli_usage("unknown option or value", word);
    }
    return arguments->plan ? EXIT_GOOD : cli_usage("which plan?", NULL);
}

int main(int count, char **words)
{
    if (count > 1 && (strcmp(words[1], "--help") == 0 || strcmp(words[1], "-h") == 0)) {
        fputs(usage, stdout);
        return EXIT_GOOD;
    }
    if (count > 1 && strcmp(words[1], "--version") == 0) {
        printf("homework %s\n", hw_version_text());
        return EXIT_GOOD;
    }
    for (size_t i = 0; count > 1 && i < sizeof verbs / sizeof *verbs; i++) {
        if (strcmp(words[1], verbs[i].name) != 0)
            continue;
        for (int word = 2; word < count; word++) {
            if (strcmp(words[word], "--help") == 0) {
                fputs(usage, stdout);
                return EXIT_GOOD;
            }
        }
        cli_arguments arguments = {0};
        int code = take_apart(&arguments, count - 2, words + 2, verbs[i].takes_second);
        return code == EXIT_GOOD ? verbs[i].run(&arguments) : code;
    }
    return cli_usage(count > 1 ? "unknown verb" : "which verb?", count > 1 ? words[1] : NULL);
}
