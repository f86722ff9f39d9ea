/* SPDX-License-Identifier: MIT */
/* homework: check, report, remind, log and import, on plan files. */
#include <stdio.h>
#include <string.h>

#include "cli.h"

static const char usage[] =
    "usage: homework VERB PLAN [options]\n"
    "\n"
    "verbs\n"
    "  check PLAN             read it and say everything that is not right\n"
    "  report PLAN            the page for the session; as a table: all metrics\n"
    "  today PLAN             what is due today (as text also: still waited for)\n"
    "  occurrences PLAN       what is due in the next seven days\n"
    "  remind PLAN            a calendar (.ics) with the reminders\n"
    "  import PLAN CALENDAR   take home what was ticked off in a calendar\n"
    "  log PLAN               list the log\n"
    "  log PLAN ASSIGNMENT    log a practice (\"-\" for one of no assignment)\n"
    "  log PLAN --csv FILE    log the rows of a CSV file, all or none\n"
    "  log PLAN --undo        void the latest entry of --by, or the entry --id\n"
    "\n"
    "days and moments\n"
    "  --from DAY, --to DAY   of report and occurrences: the days shown, up to the\n"
    "                         day before --to; of remind: to-dos before --to\n"
    "  --as-of MOMENT         what was known then, 2025-03-10T18:00:00+01:00 or a\n"
    "                         day for its end; now if not given. What is logged or\n"
    "                         imported is recorded at that moment.\n"
    "output\n"
    "  --format text|json|csv of report, today, occurrences, log; else text\n"
    "  --output FILE          a file, replaced safely, instead of the screen\n"
    "  --profile events|todos of remind: repeating events (if not given), or to-dos\n"
    "                         that can be ticked off\n"
    "  --width COLUMNS        of report: 40 to 400, else 80\n"
    "logging and importing\n"
    "  --by PERSON            who records; else the plan's client\n"
    "  --origin NAME          the device that records; else \"cli\"\n"
    "  --reason TEXT          why something is recorded or voided\n"
    "  --id ID                of the entry; else one is made from the origin\n"
    "  --dry-run              of import: only say what would be logged\n"
    "about a practice\n"
    "  --extent WORD          done (if not given), exceeded, partial, attempted,\n"
    "                         not-attempted, substituted, none\n"
    "  --percent N            1 to 99, of what is partial\n"
    "  --at MOMENT            when it happened, if that is known\n"
    "  --due KEY              the occurrence that it answers (2025-03-03T19:00:00);\n"
    "                         else it is found\n"
    "  --minutes N            how long it took\n"
    "  --value MEASURE[@PHASE]=NUMBER   suds@before=70; may stand several times\n"
    "  --barrier WORD         what got in the way: no-time\n"
    "  --note TEXT, --question TEXT\n"
    "  --private              shown to nobody but who records it\n"
    "reading\n"
    "  --salvage              read what is valid and keep the rest aside\n"
    "\n"
    "columns of the CSV file: assignment, extent, at, due, percent, minutes, barrier,\n"
    "note, id, and any MEASURE[@PHASE]\n"
    "\n"
    "It ends with 0 when all went well; 1 when the plan, the calendar, the rows or\n"
    "the request are not right; 2 when the command line is not right; 3 when a file\n"
    "cannot be read or written, or memory runs out.\n";

/* The verbs, as bits: which of them an option belongs to. */
enum {
    CHECK = 1,
    REPORT = 2,
    TODAY = 4,
    OCCURRENCES = 8,
    REMIND = 16,
    IMPORT = 32,
    LOG = 64,
    TABLES = REPORT | TODAY | OCCURRENCES | LOG,
    EVERY = 127
};

/* Options with a value: where it goes, and whether it says something about a practice. */
static const struct {
    const char *name;
    size_t offset;
    int verbs;
    bool describes_entry;
} options[] = {
    {"--from", offsetof(cli_arguments, from), REPORT | OCCURRENCES, false},
    {"--to", offsetof(cli_arguments, to), REPORT | OCCURRENCES | REMIND, false},
    {"--as-of", offsetof(cli_arguments, as_of), EVERY, false},
    {"--output", offsetof(cli_arguments, output), TABLES | REMIND, false},
    {"--profile", offsetof(cli_arguments, profile), REMIND, false},
    {"--width", offsetof(cli_arguments, width), REPORT, false},
    {"--by", offsetof(cli_arguments, by), IMPORT | LOG, false},
    {"--origin", offsetof(cli_arguments, origin), IMPORT | LOG, false},
    {"--reason", offsetof(cli_arguments, reason), IMPORT | LOG, false},
    {"--csv", offsetof(cli_arguments, csv), LOG, false},
    {"--id", offsetof(cli_arguments, id), LOG, false},
    {"--at", offsetof(cli_arguments, at), LOG, true},
    {"--due", offsetof(cli_arguments, due), LOG, true},
    {"--extent", offsetof(cli_arguments, extent), LOG, true},
    {"--percent", offsetof(cli_arguments, percent), LOG, true},
    {"--minutes", offsetof(cli_arguments, minutes), LOG, true},
    {"--note", offsetof(cli_arguments, note), LOG, true},
    {"--question", offsetof(cli_arguments, question), LOG, true},
    {"--barrier", offsetof(cli_arguments, barrier), LOG, true},
};

static const struct {
    const char *name;
    size_t offset;
    int verbs;
    bool describes_entry;
} flags[] = {
    {"--undo", offsetof(cli_arguments, undo), LOG, false},
    {"--dry-run", offsetof(cli_arguments, dry_run), IMPORT, false},
    {"--salvage", offsetof(cli_arguments, salvage), EVERY, false},
    {"--private", offsetof(cli_arguments, private_note), LOG, true},
};

static const struct {
    const char *name;
    int (*run)(const cli_arguments *arguments);
    int bit;
    bool takes_second; /* a further word after the plan */
} verbs[] = {
    {"check", cli_check, CHECK, false},    {"report", cli_report, REPORT, false},
    {"today", cli_today, TODAY, false},    {"occurrences", cli_occurrences, OCCURRENCES, false},
    {"remind", cli_remind, REMIND, false}, {"import", cli_import, IMPORT, true},
    {"log", cli_log, LOG, true},
};

static int wrong_verb(const char *word)
{
    return cli_usage("does not belong to this verb", word);
}

static int set_format(cli_arguments *arguments, const char *value)
{
    static const char *const names[] = {"text", "json", "csv"};
    for (int i = 0; i < 3; i++) {
        if (strcmp(value, names[i]) == 0) {
            arguments->format = (cli_format)i;
            return EXIT_GOOD;
        }
    }
    return cli_usage("text, json or csv", "--format");
}

static int add_value(cli_arguments *arguments, const char *value)
{
    if (arguments->value_count == MAX_REPEATS)
        return cli_usage("stands too often", "--value");
    arguments->values[arguments->value_count++] = value;
    arguments->describes_entry = true;
    return EXIT_GOOD;
}

/* An option with its value, which is NULL at the end of the line. */
static int set_option(cli_arguments *arguments, int verb, const char *word, const char *value)
{
    bool format = strcmp(word, "--format") == 0, repeated = strcmp(word, "--value") == 0;
    size_t count = sizeof options / sizeof *options, found = 0;
    while (found < count && strcmp(word, options[found].name) != 0)
        found++;
    if (!format && !repeated && found == count)
        return cli_usage("there is no such option", word);
    int belongs = format ? TABLES : repeated ? LOG : options[found].verbs;
    if (!(belongs & verb))
        return wrong_verb(word);
    if (!value)
        return cli_usage("needs a value", word);
    if (format)
        return set_format(arguments, value);
    if (repeated)
        return add_value(arguments, value);
    *(const char **)((char *)arguments + options[found].offset) = value;
    arguments->describes_entry |= options[found].describes_entry;
    return EXIT_GOOD;
}

/* Whether the word is a flag; `code` says whether it belongs to the verb. */
static bool set_flag(cli_arguments *arguments, int verb, const char *word, int *code)
{
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        if (strcmp(word, flags[i].name) != 0)
            continue;
        *(bool *)((char *)arguments + flags[i].offset) = true;
        arguments->describes_entry |= flags[i].describes_entry;
        *code = flags[i].verbs & verb ? EXIT_GOOD : wrong_verb(word);
        return true;
    }
    return false;
}

static int take_apart(cli_arguments *arguments, int verb, int count, char **words, bool takes_second)
{
    int code = EXIT_GOOD;
    for (int i = 0; i < count && code == EXIT_GOOD; i++) {
        const char *word = words[i];
        if (word[0] != '-' || strcmp(word, "-") == 0) {
            const char **place = !arguments->plan ? &arguments->plan : &arguments->second;
            if (*place || (place == &arguments->second && !takes_second))
                return cli_usage("one word too many", word);
            *place = word;
        } else if (!set_flag(arguments, verb, word, &code)) {
            code = set_option(arguments, verb, word, i + 1 < count ? words[i + 1] : NULL);
            i++;
        }
    }
    if (code != EXIT_GOOD)
        return code;
    return arguments->plan ? EXIT_GOOD : cli_usage("which plan?", NULL);
}

/* What was printed has also arrived: a full disk is no success. */
static int finish(int code)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    fprintf(stderr, "homework: the output cannot be written\n");
    return EXIT_FILE;
}

static bool asks_for(const char *option, int count, char **words)
{
    for (int word = 1; word < count; word++) {
        if (strcmp(words[word], option) == 0)
            return true;
    }
    return false;
}

int main(int count, char **words)
{
    if (asks_for("--help", count, words) || (count > 1 && strcmp(words[1], "-h") == 0)) {
        fputs(usage, stdout);
        return finish(EXIT_GOOD);
    }
    if (count > 1 && strcmp(words[1], "--version") == 0) {
        printf("homework %s\n", hw_version_text());
        return finish(EXIT_GOOD);
    }
    for (size_t i = 0; count > 1 && i < sizeof verbs / sizeof *verbs; i++) {
        if (strcmp(words[1], verbs[i].name) != 0)
            continue;
        cli_arguments arguments = {0};
        int code = take_apart(&arguments, verbs[i].bit, count - 2, words + 2, verbs[i].takes_second);
        return code == EXIT_GOOD ? finish(verbs[i].run(&arguments)) : code;
    }
    return cli_usage(count > 1 ? "there is no such verb" : "which verb?", count > 1 ? words[1] : NULL);
}
