/* SPDX-License-Identifier: MIT */
/* homework: plans of homework between therapy sessions, made, changed, shown and exchanged on the command
 * line. */
#include <stdio.h>
#include <string.h>

#include "cli.h"

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

static int help(const char *name)
{
    const cli_verb *verb = name ? cli_verb_find(name) : NULL;
    if (name && !verb)
        return cli_usage("there is no such verb", name);
    cli_help(verb);
    return finish(EXIT_GOOD);
}

int main(int count, char **words)
{
    const char *name = count > 1 ? words[1] : NULL;
    if (!name)
        return cli_usage("which verb?", NULL);
    if (strcmp(name, "help") == 0 || strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        return help(count > 2 ? words[2] : NULL);
    if (strcmp(name, "--version") == 0) {
        printf("homework %s\n", hw_version_text());
        return finish(EXIT_GOOD);
    }
    if (asks_for("--help", count, words))
        return help(name);
    const cli_verb *verb = cli_verb_find(name);
    if (!verb)
        return cli_usage("there is no such verb", name);
    cli_arguments arguments;
    int code = cli_take_apart(&arguments, verb, count - 2, words + 2);
    return code == EXIT_GOOD ? finish(verb->run(&arguments)) : code;
}
