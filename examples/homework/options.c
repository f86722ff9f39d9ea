/* SPDX-License-Identifier: MIT */
/* The options of the command: where their values go, what they are for, and taking a command line apart. */
#include <stddef.h>
#include <string.h>

#include "cli.h"

typedef enum option_form {
    OPTION_VALUE,  /* a word follows */
    OPTION_FLAG,   /* it stands alone */
    OPTION_LIST,   /* a word follows, and it may stand several times */
    OPTION_FORMAT, /* one of the formats follows */
    OPTION_FIELD   /* FIELD=VALUE follows */
} option_form;

static const struct {
    const char *name, *value, *help;
    size_t offset;
    option_form form;
    bool describes_entry;
} options[] = {
#define AT(member) offsetof(cli_arguments, member)
    {"--from", "DAY", "the first day shown; of what is changed: from when on it holds; of new: a starter",
     AT(from), OPTION_VALUE, false},
    {"--to", "DAY", "the day after the last one", AT(to), OPTION_VALUE, false},
    {"--as-of", "MOMENT",
     "what was known then, 2025-03-10T18:00:00+01:00 or a day for its end; now if not given. What is "
     "recorded "
     "is recorded at that moment",
     AT(as_of), OPTION_VALUE, false},
    {"--format", "text|json|csv", "how it is printed; text if not given", 0, OPTION_FORMAT, false},
    {"--output", "FILE", "a file, replaced safely, instead of the screen", AT(output), OPTION_VALUE, false},
    {"--profile", "WORD", "of remind: events, todos, both, outlook or google; of sample: see there",
     AT(profile), OPTION_VALUE, false},
    {"--feed", "MINUTES", "a feed, to be read again after so many: 15 to 40320", AT(feed), OPTION_VALUE,
     false},
    {"--sessions", "", "also the sessions, as appointments without a word about what they are", AT(sessions),
     OPTION_FLAG, false},
    {"--goals", "", "also the goals, above the to-dos that serve them", AT(goals), OPTION_FLAG, false},
    {"--withdraw", "", "take back everything that calendars of the plan have ever shown", AT(withdraw),
     OPTION_FLAG, false},
    {"--suppressed", "", "also what does not ring, and why", AT(suppressed), OPTION_FLAG, false},
    {"--width", "COLUMNS", "40 to 400, else 80", AT(width), OPTION_VALUE, false},
    {"--by", "PERSON",
     "who records; of agree, who agrees; else the plan's client. Of caseload: plan, goal, assignment, ...",
     AT(by), OPTION_VALUE, false},
    {"--origin", "NAME", "the device that records, the beginning of new ids; else \"cli\"", AT(origin),
     OPTION_VALUE, false},
    {"--reason", "TEXT", "why", AT(reason), OPTION_VALUE, false},
    {"--id", "ID", "the id of what is added, or of the entry to void; else one is made from the origin",
     AT(id), OPTION_VALUE, false},
    {"--dry-run", "", "only say what would be done", AT(dry_run), OPTION_FLAG, false},
    {"--salvage", "", "read what is valid and keep the rest aside", AT(salvage), OPTION_FLAG, false},
    {"--csv", "FILE", "log the rows of a CSV file with a header row", AT(csv), OPTION_VALUE, false},
    {"--undo", "", "void the latest entry of --by, or the entry --id", AT(undo), OPTION_FLAG, false},
    {"--extent", "WORD",
     "done (if not given), exceeded, partial, attempted, not-attempted, substituted, none, "
     "no-opportunity",
     AT(extent), OPTION_VALUE, true},
    {"--percent", "N", "1 to 99, of what is partial", AT(percent), OPTION_VALUE, true},
    {"--at", "MOMENT",
     "of a practice: when it happened, if that is known; of anything else: when it is recorded, as --as-of",
     AT(at), OPTION_VALUE, true},
    {"--due", "KEY", "the occurrence that it answers (2025-03-03T19:00:00); else it is found", AT(due),
     OPTION_VALUE, true},
    {"--unscheduled", "", "it answers no occurrence", AT(unscheduled), OPTION_FLAG, true},
    {"--minutes", "N", "how long it took", AT(minutes), OPTION_VALUE, true},
    {"--value", "MEASURE[@PHASE]=NUMBER", "suds@before=70; may stand several times", AT(values), OPTION_LIST,
     true},
    {"--set", "FIELD=VALUE...", "fields of the practice's form, or of what is changed", 0, OPTION_FIELD,
     false},
    {"--barrier", "WORD", "what got in the way: no-time", AT(barrier), OPTION_VALUE, true},
    {"--note", "[KIND:]TEXT", "a comment, challenge, insight, question or trigger; may stand several times",
     AT(notes), OPTION_LIST, true},
    {"--attach", "ADDRESS [TYPE [BYTES [SHA256]]]",
     "a file that belongs to it, in one word; it is never opened", AT(attachments), OPTION_LIST, true},
    {"--question", "TEXT", "the same as --note question:TEXT", AT(question), OPTION_VALUE, true},
    {"--private", "", "shown to nobody but who records it", AT(private_note), OPTION_FLAG, true},
    {"--replaces", "ENTRY", "the entry that was mistaken: it is kept and no longer counts", AT(replaces),
     OPTION_VALUE, true},
    {"--evidence", "ID", "the entry, or the session held, that shows it", AT(evidence), OPTION_VALUE, false},
    {"--list", "", "say what there is to choose from", AT(list), OPTION_FLAG, false},
    {"--zone", "ZONE", "the client's zone, as Europe/Berlin; UTC if not given", AT(zone), OPTION_VALUE,
     false},
    {"--role", "ROLE", "what --by is to the plan: therapist (if not given), client, partner, ...", AT(role),
     OPTION_VALUE, false},
    {"--language", "TAG", "of new: of texts that name none, en if not given; of a page: else the plan's own",
     AT(language), OPTION_VALUE, false},
    {"--since", "FILE", "what the other copy knows, as homework knowledge says it", AT(since), OPTION_VALUE,
     false},
    {"--threshold", "N", "the likelihood that is enough, 0 to 100; 70 if not given", AT(threshold),
     OPTION_VALUE, false},
    {"--length", "N", "how many items at most, 1 to 1000; 12 if not given", AT(length), OPTION_VALUE, false},
    {"--days", "N", "how many days back, the last one included; 28 if not given", AT(days), OPTION_VALUE,
     false},
    {"--metrics", "NAME,...", "which metrics: done,minutes", AT(metrics), OPTION_VALUE, false},
    {"--silence", "N", "from how many occurrences without a report on it is told; 5 if not given",
     AT(silence), OPTION_VALUE, false},
    {"--recursive", "", "the folders in it, too", AT(recursive), OPTION_FLAG, false},
    {"--variant", "ID", "another way to count a questionnaire; homework instrument show names them",
     AT(variant), OPTION_VALUE, false},
    {"--bands", "ID", "another set of bands for a questionnaire; else the first", AT(bands), OPTION_VALUE,
     false},
    {"--check-leaks", "", "write nothing that tells more than is allowed", AT(check_leaks), OPTION_FLAG,
     false},
    {"--term", "WORDS", "what no calendar may say; may stand several times", AT(terms), OPTION_LIST, false},
    {"--seed", "N", "1 if not given; the same seed gives the same plan", AT(seed), OPTION_VALUE, false},
    {"--weeks", "N", "1 to 104, else 8", AT(weeks), OPTION_VALUE, false},
#undef AT
};

static const size_t option_count = sizeof options / sizeof *options;

/* Whether the option is among those of the verb: "--by --origin" has "--by". */
static bool belongs(const cli_verb *verb, const char *name)
{
    size_t length = strlen(name);
    for (const char *hit = verb->options; (hit = strstr(hit, name)); hit += length) {
        if (hit[length] == ' ' || !hit[length])
            return true;
    }
    return strcmp(name, "--as-of") == 0 || strcmp(name, "--salvage") == 0;
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

static int add_field(cli_arguments *arguments, const char *word)
{
    if (!strchr(word, '=') || *word == '=')
        return cli_usage("not of the form FIELD=VALUE", word);
    if (arguments->field_count == MAX_FIELDS)
        return cli_usage("too many fields", NULL);
    arguments->fields[arguments->field_count++] = word;
    return EXIT_GOOD;
}

static int add_to_list(cli_list *list, const char *option, const char *value)
{
    if (list->count == MAX_REPEATS)
        return cli_usage("stands too often", option);
    list->words[list->count++] = value;
    return EXIT_GOOD;
}

/* An option; `value` is the word after it, NULL at the end of the line. *taken says whether it was used. */
static int set_option(cli_arguments *arguments, const cli_verb *verb, const char *word, const char *value,
                      bool *taken)
{
    size_t found = 0;
    while (found < option_count && strcmp(word, options[found].name) != 0)
        found++;
    if (found == option_count)
        return cli_usage("there is no such option", word);
    if (!belongs(verb, word))
        return cli_usage("does not belong to this verb", word);
    char *place = (char *)arguments + options[found].offset;
    arguments->describes_entry |= options[found].describes_entry;
    *taken = options[found].form != OPTION_FLAG;
    if (*taken && !value)
        return cli_usage("needs a value", word);
    switch (options[found].form) {
    case OPTION_FLAG:
        *(bool *)place = true;
        return EXIT_GOOD;
    case OPTION_LIST:
        return add_to_list((cli_list *)(void *)place, word, value);
    case OPTION_FORMAT:
        return set_format(arguments, value);
    case OPTION_FIELD:
        return add_field(arguments, value);
    case OPTION_VALUE:
        break;
    }
    *(const char **)(void *)place = value;
    return EXIT_GOOD;
}

/* A word that is no option: the plan, a field, or what the verb is about. */
static int set_word(cli_arguments *arguments, const cli_verb *verb, const char *word)
{
    if (!arguments->plan) {
        arguments->plan = word;
        return EXIT_GOOD;
    }
    if (verb->takes_fields && strchr(word, '='))
        return add_field(arguments, word);
    if (arguments->word_count >= verb->most_words)
        return cli_usage("one word too many", word);
    arguments->words[arguments->word_count++] = word;
    return EXIT_GOOD;
}

int cli_take_apart(cli_arguments *arguments, const cli_verb *verb, int count, char **words)
{
    *arguments = (cli_arguments){.verb = verb->name};
    int code = EXIT_GOOD;
    for (int i = 0; i < count && code == EXIT_GOOD; i++) {
        bool taken = false;
        if (words[i][0] != '-' || strcmp(words[i], "-") == 0)
            code = set_word(arguments, verb, words[i]);
        else
            code = set_option(arguments, verb, words[i], i + 1 < count ? words[i + 1] : NULL, &taken);
        i += taken;
    }
    if (code == EXIT_GOOD && !arguments->plan && !arguments->list)
        return cli_usage(strncmp(verb->usage, "PLAN", 4) == 0 ? "which plan?" : "something is missing", NULL);
    if (code == EXIT_GOOD && arguments->word_count < verb->least_words && !arguments->list)
        return cli_usage("something is missing; homework help VERB shows what", verb->name);
    return code;
}

/* Prints a text that begins in a column, broken at blanks before column 80. */
static void put_wrapped(const char *text, size_t indent, size_t column)
{
    const char *word = text;
    while (*word) {
        size_t length = strcspn(word, " \n");
        if (column > indent && column + 1 + length > 79) {
            printf("\n%*s", (int)indent, "");
            column = indent;
        } else if (column > indent) {
            putchar(' ');
            column++;
        }
        printf("%.*s", (int)length, word);
        column += length;
        word += length;
        if (*word == '\n') {
            printf("\n%*s", (int)indent, "");
            column = indent;
        }
        if (*word)
            word++;
    }
    putchar('\n');
}

/* "  --width COLUMNS        40 to 400, else 80". */
static void put_row(const char *name, const char *value, const char *text)
{
    int written = printf("  %s%s%s", name, *value ? " " : "", value);
    if (written > 24)
        printf("\n%*s", 25, "");
    else
        printf("%*s", 25 - written, "");
    put_wrapped(text, 25, 25);
}

static void put_usage(const cli_verb *verb)
{
    const char *line = verb->usage;
    for (bool first = true; *line; first = false) {
        size_t length = strcspn(line, "\n");
        printf("%s homework %s%s%.*s\n", first ? "usage:" : "      ", verb->name, length ? " " : "",
               (int)length, line);
        line += length + (line[length] == '\n');
    }
}

static void put_end(void)
{
    fputs("\nIt ends with 0 when all went well; 1 when the plan, the file that was given or\n"
          "the request is not right; 2 when the command line is not right; 3 when a file\n"
          "cannot be read or written, or memory runs out.\n",
          stdout);
}

void cli_help(const cli_verb *verb)
{
    if (verb) {
        put_usage(verb);
        putchar('\n');
        put_wrapped(verb->summary, 0, 0);
        if (*verb->more) {
            putchar('\n');
            put_wrapped(verb->more, 0, 0);
        }
    } else {
        fputs("usage: homework VERB PLAN [options]\n       homework help VERB\n\nverbs\n", stdout);
        for (size_t i = 0; i < cli_verb_count; i++)
            put_row(cli_verbs[i].name, "", cli_verbs[i].summary);
    }
    fputs("\noptions\n", stdout);
    for (size_t i = 0; i < option_count; i++) {
        if (!verb || belongs(verb, options[i].name))
            put_row(options[i].name, options[i].value, options[i].help);
    }
    put_end();
}
