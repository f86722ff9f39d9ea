/* SPDX-License-Identifier: MIT */
/* Sentences of C sources: string literals with a blank in them. */
#include "support/sentences.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"
#include "support/scratch.h"

/* What was heard, each once. */
static char *told[1024];
static size_t told_count;

void sentences_heard(const char *message)
{
    for (size_t i = 0; i < told_count; i++) {
        if (strcmp(told[i], message) == 0) {
            return;
        }
    }
    assert_true(told_count < sizeof told / sizeof *told);
    told[told_count] = strdup(message);
    assert_non_null(told[told_count++]);
}

void sentences_forget(void)
{
    while (told_count > 0) {
        free(told[--told_count]);
    }
}

/* The next string literal of C source, neighbours joined, conversions as '*'; NULL after the last. Comments and
 * directives are passed over. */
static const char *next_literal(const char *at, char literal[1024])
{
    size_t size = 0;
    bool is_open = false;
    for (; *at; at++) {
        if (*at == '#' && at[-1] == '\n') {
            at += strcspn(at, "\n");
        } else if (strncmp(at, "/*", 2) == 0) {
            at = strstr(at, "*/") + 1;
        } else if (*at == '\'') {
            at += at[1] == '\\' ? 3 : 2;
        } else if (*at == '"') {
            is_open = true;
            for (at++; *at != '"'; at++) {
                assert_true(size < 1023);
                if (*at == '%') {
                    at += strspn(at + 1, "0123456789.zl") + 1;
                    literal[size++] = '*';
                } else {
                    at += *at == '\\';
                    literal[size++] = *at;
                }
            }
        } else if (is_open && !strchr(" \n", *at)) {
            literal[size] = '\0';
            return at;
        }
    }
    return NULL;
}

/* Whether a sentence is somewhere in a text; '*' stands for anything. */
static bool holds(const char *text, const char *sentence)
{
    char part[1024];
    while (text && *sentence) {
        size_t size = strcspn(sentence, "*");
        memcpy(part, sentence, size);
        part[size] = '\0';
        text = strstr(text, part);
        text = text ? text + size : NULL;
        sentence += size + (sentence[size] == '*');
    }
    return text != NULL;
}

/* Words with a blank between them. */
static bool is_sentence(const char *literal)
{
    const char *blank = *literal ? strchr(literal + 1, ' ') : NULL;
    return blank && blank[1] && isalpha((unsigned char)*literal) && blank[-1] != ';';
}

static bool is_met(const char *sentence, const sentence_unmet *unmet, size_t unmet_count)
{
    for (size_t i = 0; i < told_count; i++) {
        if (holds(told[i], sentence)) {
            return true;
        }
    }
    for (size_t i = 0; i < unmet_count; i++) {
        if (strcmp(unmet[i].sentence, sentence) == 0) {
            return true;
        }
    }
    return false;
}

int sentences_check(const char *const *sources, size_t source_count, const sentence_unmet *unmet,
                    size_t unmet_count)
{
    int sentences = 0, missing = 0;
    for (size_t i = 0; i < source_count; i++) {
        char path[1024], literal[1024];
        snprintf(path, sizeof path, HW_SOURCE_DIR "/lib/%s", sources[i]);
        char *source = scratch_read(path, NULL);
        assert_non_null(source);
        for (const char *at = source; (at = next_literal(at, literal)) != NULL;) {
            bool counts = is_sentence(literal);
            sentences += counts;
            if (counts && !is_met(literal, unmet, unmet_count)) {
                print_message("%s: no case for: %s\n", sources[i], literal);
                missing++;
            }
        }
        free(source);
    }
    assert_int_equal(missing, 0);
    return sentences;
}
