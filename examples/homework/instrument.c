/* SPDX-License-Identifier: MIT */
/* The verb instrument: questionnaires that are known, what one of them asks, a form scored, and those of a plan. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "verbs.h"

#define MOST_ANSWERS 200

/* ---- which instrument ---- */

/* One of the library's by its id, or a file of one's own (NAME.json). Free with hw_instrument_unref(). */
static hw_instrument *take_instrument(const char *name, int *code)
{
    hw_error err;
    const char *end = strrchr(name, '.');
    if (!end || strcmp(end, ".json") != 0) {
        const hw_instrument *known = hw_instrument_find(name);
        *code = known ? EXIT_GOOD : EXIT_DATA;
        if (!known)
            fprintf(stderr,
                    "homework: %s: there is no such instrument; homework instrument list names them\n", name);
        return hw_instrument_ref(known);
    }
    size_t size;
    char *text = cli_read(name, &size);
    hw_instrument *read = text ? hw_instrument_from_json(text, size, &err) : NULL;
    *code = read ? EXIT_GOOD : text ? cli_fail(name, &err) : EXIT_FILE;
    free(text);
    return read;
}

/* ---- list and show ---- */

static int list_instruments(cli_session *session)
{
    hw_error err;
    if (session->arguments->format != FORMAT_TEXT)
        return cli_print_table(session, hw_instruments_table(&err), &err);
    int code = cli_collect(session);
    for (size_t i = 0; code == EXIT_GOOD && i < hw_instrument_count(); i++) {
        const hw_instrument *instrument = hw_instrument_at(i);
        fprintf(session->out, "%-8s  %2zu items  %3.0f to %3.0f  %-12s  %s\n", hw_instrument_id(instrument),
                hw_instrument_item_count(instrument), hw_instrument_least(instrument),
                hw_instrument_greatest(instrument),
                hw_instrument_language(instrument) ? "worded" : "numbers only",
                hw_instrument_title(instrument));
    }
    return code == EXIT_GOOD ? cli_print_collected(session) : code;
}

static void put_bands(FILE *out, const hw_instrument *instrument)
{
    for (size_t set = 0; set < hw_instrument_set_count(instrument); set++) {
        fprintf(out, "\nbands %s (%s)\n", hw_instrument_set_id_at(instrument, set),
                hw_instrument_set_source_at(instrument, set));
        for (size_t band = 0; band < hw_instrument_band_count(instrument, set); band++)
            fprintf(out, "  from %3.15g  %s\n", hw_instrument_band_from_at(instrument, set, band),
                    hw_instrument_band_title_at(instrument, set, band));
    }
    for (size_t i = 0; i < hw_instrument_screen_count(instrument); i++)
        fprintf(out, "\nthreshold %s: %s %.15g (%s)\n", hw_instrument_screen_id_at(instrument, i),
                hw_instrument_screen_low_at(instrument, i) ? "up to" : "from",
                hw_instrument_screen_value_at(instrument, i), hw_instrument_screen_source_at(instrument, i));
    for (size_t i = 0; i < hw_instrument_variant_count(instrument); i++)
        fprintf(out, "\nvariant %s: %s (%s)\n", hw_instrument_variant_id_at(instrument, i),
                hw_instrument_variant_title_at(instrument, i),
                hw_instrument_variant_source_at(instrument, i));
}

static void put_items(FILE *out, const hw_instrument *instrument)
{
    const char *lead_in = hw_instrument_lead_in(instrument);
    fprintf(out, "\n%s\n", lead_in ? lead_in : "The wording is not shipped.");
    for (size_t i = 0; i < hw_instrument_item_count(instrument); i++) {
        int32_t safety;
        const char *text = hw_instrument_item_text_at(instrument, i);
        fprintf(out, "%3zu. %s%s(%d to %d%s", i + 1, text ? text : "", text ? " " : "",
                (int)hw_instrument_item_least_at(instrument, i),
                (int)hw_instrument_item_greatest_at(instrument, i),
                hw_instrument_item_reversed_at(instrument, i) ? ", reversed" : "");
        if (hw_instrument_item_safety_at(instrument, i, &safety))
            fprintf(out, "; flagged from %d on", (int)safety);
        fputs(")\n", out);
    }
    for (size_t i = 0; i < hw_instrument_answer_count(instrument); i++)
        fprintf(out, "%s %d = %s", i ? "," : "\nanswers:", (int)hw_instrument_answer_value_at(instrument, i),
                hw_instrument_answer_text_at(instrument, i));
    if (hw_instrument_answer_count(instrument))
        fputc('\n', out);
}

static int show_instrument(cli_session *session, const hw_instrument *instrument)
{
    hw_error err;
    if (session->arguments->format != FORMAT_TEXT)
        return cli_print_table(session, hw_instrument_table(instrument, &err), &err);
    int code = cli_collect(session);
    if (code != EXIT_GOOD)
        return code;
    const char *notice = hw_instrument_notice(instrument);
    fprintf(session->out, "%s\n\nlicence: %s\nsource: %s\n", hw_instrument_title(instrument),
            hw_instrument_licence(instrument), hw_instrument_source(instrument));
    if (notice)
        fprintf(session->out, "notice: %s\n", notice);
    fprintf(session->out, "total: %.15g to %.15g; %s is better; %d may be missing\n",
            hw_instrument_least(instrument), hw_instrument_greatest(instrument),
            hw_word_at(HW_WORDS_BETTER, (int)hw_instrument_better(instrument)),
            (int)hw_instrument_may_miss(instrument));
    put_items(session->out, instrument);
    put_bands(session->out, instrument);
    return cli_print_collected(session);
}

/* ---- score ---- */

/* "2,2,.,1": an answer for each item; "." or nothing for one that is missing. */
static int read_answers(const char *text, double *answers, size_t *count)
{
    for (*count = 0;; text++) {
        char word[32] = "";
        size_t size = strcspn(text, ",");
        if (*count == MOST_ANSWERS || size >= sizeof word)
            return cli_usage("answers with commas between, as 2,0,.,1", text);
        memcpy(word, text, size);
        answers[*count] = NAN;
        if (size > 0 && strcmp(word, ".") != 0 && !cli_number(word, &answers[*count]))
            return cli_usage("not a number", word);
        ++*count;
        text += size;
        if (!*text)
            return EXIT_GOOD;
    }
}

static void put_score(FILE *out, const hw_instrument *instrument, const hw_questionnaire_score *score)
{
    hw_estimate total = hw_questionnaire_score_total(score);
    const char *band = hw_questionnaire_score_band_title(score);
    fprintf(out, "%s: ", hw_instrument_title(instrument));
    if (total.undefined == HW_UNDEFINED_NOT)
        fprintf(out, "%.15g of %.15g%s%s%s", total.value, hw_questionnaire_score_greatest(score),
                band ? ", " : "", band ? band : "",
                hw_questionnaire_score_prorated(score) ? ", prorated" : "");
    else
        fprintf(out, "no total (%s)", hw_undefined_name((hw_undefined)total.undefined));
    fprintf(out, "; %d of %d items answered\n", (int)hw_questionnaire_score_answered(score),
            (int)hw_questionnaire_score_expected(score));
    for (size_t i = 0; i < hw_questionnaire_score_flag_count(score); i++)
        fprintf(out, "Item %d is a safety item and was answered at or above its threshold.\n",
                (int)hw_questionnaire_score_flag_at(score, i));
    for (size_t i = 0; i < hw_instrument_screen_count(instrument); i++) {
        bool reached;
        if (hw_questionnaire_score_screen(score, i, &reached))
            fprintf(out, "threshold %s (%s %.15g): %s\n", hw_instrument_screen_id_at(instrument, i),
                    hw_instrument_screen_low_at(instrument, i) ? "up to" : "from",
                    hw_instrument_screen_value_at(instrument, i), reached ? "reached" : "not reached");
    }
    for (size_t i = 0; i < hw_instrument_subset_count(instrument); i++) {
        hw_estimate sum = hw_questionnaire_score_subset(score, i);
        hw_estimate counted = hw_questionnaire_score_subset_counted(score, i);
        fprintf(out, "%s: ", hw_instrument_subset_title_at(instrument, i));
        if (sum.undefined == HW_UNDEFINED_NOT)
            fprintf(out, "%.15g", sum.value);
        else
            fputs(hw_undefined_name((hw_undefined)sum.undefined), out);
        if (counted.undefined == HW_UNDEFINED_NOT)
            fprintf(out, ", %.15g of %zu counted", counted.value,
                    hw_instrument_subset_item_count(instrument, i));
        fputc('\n', out);
    }
}

static int score_form(cli_session *session, const hw_instrument *instrument)
{
    hw_error err;
    double answers[MOST_ANSWERS];
    size_t count;
    const cli_arguments *arguments = session->arguments;
    int code = read_answers(arguments->words[1], answers, &count);
    if (code != EXIT_GOOD)
        return code;
    hw_scoring_options *options = hw_scoring_options_new(&err);
    bool good = options && hw_scoring_options_set_variant(options, arguments->variant, &err) == HW_OK &&
                hw_scoring_options_set_bands(options, arguments->bands, &err) == HW_OK;
    hw_questionnaire_score *score =
        good ? hw_instrument_score(instrument, answers, count, options, &err) : NULL;
    if (!score)
        code = cli_fail(hw_instrument_id(instrument), &err);
    else if (arguments->format != FORMAT_TEXT)
        code = cli_print_table(session, hw_questionnaire_score_table(score, &err), &err);
    else
        code = cli_collect(session);
    if (session->out) {
        put_score(session->out, instrument, score);
        code = cli_print_collected(session);
    }
    hw_questionnaire_score_free(score);
    hw_scoring_options_free(options);
    return code;
}

/* ---- those of a plan ---- */

static void put_questionnaire(FILE *out, const hw_questionnaires *all, size_t index)
{
    hw_date day = hw_moment_local(hw_questionnaires_happened_at(all, index)).date;
    hw_estimate total = hw_questionnaires_total_at(all, index);
    const char *name = hw_questionnaires_instrument_at(all, index),
               *band = hw_questionnaires_band_at(all, index);
    hw_questionnaire_finding finding = hw_questionnaires_finding_at(all, index);
    double stated;
    fprintf(out, "%04d-%02d-%02d  ", day.year, day.month, day.day);
    cli_put_clean(out, name ? name : "-");
    if (total.undefined == HW_UNDEFINED_NOT)
        fprintf(out, "  %.15g", total.value);
    else
        fprintf(out, "  no total (%s)", hw_undefined_name((hw_undefined)total.undefined));
    fprintf(out, "%s%s", band ? "  " : "", band ? band : "");
    if (finding != HW_QUESTIONNAIRE_SCORED)
        fprintf(out, "  %s", hw_questionnaire_finding_name(finding));
    if (finding == HW_QUESTIONNAIRE_TOTAL_DIFFERS && hw_questionnaires_stated_at(all, index, &stated))
        fprintf(out, " (it states %.15g)", stated);
    for (size_t i = 0; i < hw_questionnaires_flag_count(all, index); i++)
        fprintf(out, "%s %d", i ? "," : "  safety item", (int)hw_questionnaires_flag_at(all, index, i));
    fputc('\n', out);
}

static int list_plan(cli_session *session)
{
    hw_error err;
    hw_questionnaires_options *options = hw_questionnaires_options_new(&err);
    bool good = options && hw_questionnaires_options_set_private(options, session->arguments->private_note,
                                                                 &err) == HW_OK;
    hw_questionnaires *all = good ? hw_plan_questionnaires(session->plan, session->from, session->to,
                                                           session->now.instant, options, &err)
                                  : NULL;
    int code = EXIT_GOOD;
    if (!all)
        code = cli_fail(session->arguments->plan, &err);
    else if (session->arguments->format != FORMAT_TEXT)
        code = cli_print_table(session, hw_questionnaires_table(all, &err), &err);
    else
        code = cli_collect(session);
    if (session->out) {
        for (size_t i = 0; i < hw_questionnaires_count(all); i++)
            put_questionnaire(session->out, all, i);
        if (hw_questionnaires_left_out(all))
            fprintf(session->out, "%zu more: private\n", hw_questionnaires_left_out(all));
        code = cli_print_collected(session);
    }
    hw_questionnaires_free(all);
    hw_questionnaires_options_free(options);
    return code;
}

static int read_plan(const cli_arguments *arguments)
{
    cli_session session;
    cli_arguments given = *arguments;
    given.plan = arguments->words[0];
    int code = cli_open(&session, &given, WHOLE_PLAN, 1);
    if (code == EXIT_GOOD)
        code = list_plan(&session);
    cli_close(&session);
    return code;
}

/* ---- the verb ---- */

int cli_instrument(const cli_arguments *arguments)
{
    static const struct {
        const char *name;
        int words;
        int (*run)(cli_session *session, const hw_instrument *instrument);
    } actions[] = {{"show", 1, show_instrument}, {"score", 2, score_form}};
    cli_session session = {.arguments = arguments};
    int code = EXIT_GOOD;
    if (strcmp(arguments->plan, "list") == 0 && arguments->word_count == 0)
        code = list_instruments(&session);
    else if (strcmp(arguments->plan, "log") == 0 && arguments->word_count == 1)
        return read_plan(arguments);
    else {
        size_t i = 0;
        while (i < 2 && strcmp(arguments->plan, actions[i].name) != 0)
            i++;
        if (i == 2 || arguments->word_count != actions[i].words)
            return cli_usage("list, show ID, score ID ANSWERS, or log PLAN", "instrument");
        hw_instrument *instrument = take_instrument(arguments->words[0], &code);
        if (instrument)
            code = actions[i].run(&session, instrument);
        hw_instrument_unref(instrument);
    }
    free(session.collected);
    return code;
}
