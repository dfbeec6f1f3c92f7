/* tpd verify: plays recorded games again and checks every line.  The first word of a file tells its
 * format; another format is another row of `formats`. */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/options.h"
#include "app/verify.h"
#include "app/verify_run.h"
#include "core/rules.h"
#include "core/status.h"
#include "match/lines.h"

static const Manual manual = {
    .name = "verify",
    .arguments = "FILE…",
    .text =
        "Plays the games of traces and journals again, whoever chose the actions, and checks\n"
        "every line.\n"
        "Prints \"FILE: ok, N decisions\", or the first line that differs: what was expected\n"
        "there and what was found.  A FILE of - is standard input.\n"
        "\n"
        "Of a run that `tpd tournament` keeps, a sample is played again, with the rules and bots\n"
        "that the run holds; what is stored of each game must come out.\n",
    .examples = "  tpd verify game.trace\n"
                "  tpd verify game.journal\n"
                "  tpd trace --seed 7 | tpd verify -\n"
                "  tpd verify run.db --hash\n"
                "  tpd verify run.db --game 17 --journal game.journal\n"
                "  tpd verify tests/golden/conformance/*.trace\n",
};

typedef struct Format {
    const char *word; /* with which a file of the format begins */
    VerifyFile *verify;
} Format;

static const Format formats[] = {{"trace", verify_trace}, {"journal", verify_journal}};
static const char *const format_words[] = {"trace", "journal", NULL};
static const char expected[] = "'trace 1 scenario=…' or 'journal 1 scenario=…'";

/* The format whose word begins `line`. */
static const Format *find_format(const char *line)
{
    size_t length = strcspn(line, " ");

    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (strlen(formats[i].word) == length && strncmp(formats[i].word, line, length) == 0) {
            return &formats[i];
        }
    }
    return NULL;
}

static Status unknown_format(const LineReader *lines, const char *line, Error *err)
{
    enum { ECHO_SIZE = 48 };
    char word[ECHO_SIZE];
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    snprintf(word, sizeof word, "%.*s", (int)strcspn(line, " "), line);
    return error_set(err, STATUS_PARSE, "%s:1: expected %s, found '%s'%s", lines->name, expected,
                     printable(echo, sizeof echo, line), hint_nearest(hint, format_words, word));
}

static Status verify_lines(LineReader *lines, const Rules *rules, Verdict *verdict)
{
    const char *line;
    Status status = lines_peek(lines, &line, &verdict->err);

    if (status != STATUS_OK) {
        return status;
    }
    if (line == NULL) {
        return error_set(&verdict->err, STATUS_PARSE, "%s:1: expected %s, found an empty file",
                         lines->name, expected);
    }
    const Format *format = find_format(line);
    if (format == NULL) {
        return unknown_format(lines, line, &verdict->err);
    }
    return format->verify(lines, rules, verdict);
}

static Outcome complain_verdict(const Verdict *verdict)
{
    complain_error(&verdict->err);
    if (verdict->expected[0] != '\0') {
        fprintf(stderr, "  expected: %s\n  found:    %s\n", verdict->expected, verdict->found);
    }
    return OUTCOME_FAILED;
}

/* What one file needs at a time; too big for the stack. */
typedef struct Workplace {
    LineReader lines;
    Verdict verdict;
} Workplace;

static Outcome verify_file(Workplace *work, const char *name, const Rules *rules)
{
    Verdict *verdict = &work->verdict;

    verdict->expected[0] = '\0';
    if (lines_open(&work->lines, name, &verdict->err) != STATUS_OK) {
        return complain_verdict(verdict);
    }
    Status status = verify_lines(&work->lines, rules, verdict);
    lines_close(&work->lines);
    if (status != STATUS_OK) {
        return complain_verdict(verdict);
    }
    printf("%s: ok, %" PRIu64 " decisions\n", name, verdict->decisions);
    return OUTCOME_OK;
}

static Outcome verify_any(Workplace *work, const char *name, const Rules *rules,
                          const VerifyRunOptions *options)
{
    return verify_is_run(name) ? verify_run(name, options) : verify_file(work, name, rules);
}

static Outcome verify_files(Arguments files, const Rules *rules, const VerifyRunOptions *options)
{
    Outcome outcome = OUTCOME_OK;
    Workplace *work = malloc(sizeof *work);

    if (work == NULL) {
        return complain_failed(manual.name, "out of memory");
    }
    for (int i = 0; i < files.count; i++) {
        if (verify_any(work, files.item[i], rules, options) != OUTCOME_OK) {
            outcome = OUTCOME_FAILED;
        }
    }
    free(work);
    return outcome;
}

Outcome cmd_verify(Arguments arguments)
{
    static const uint64_t range_sample[2] = {1, INT32_MAX};
    static const uint64_t range_game[2] = {0, INT64_MAX};
    GameOptions options = game_options();
    VerifyRunOptions run = {.sample = 0};
    bool has_game = false;
    const Option table[] = {
        option_number("sample", &run.sample, range_sample,
                      "of a run: how many games to play again (default: one in a hundred, and at\n"
                      "      least 20)"),
        option_flag("hash", &run.hash, "of a run: print its run hash as the last line"),
        option_given(option_number("game", &run.game, range_game,
                                   "of a run: only this game, which "
                                   "--journal is to keep"),
                     &has_game),
        option_text("journal", "FILE", &run.journal, "a new file for the journal of that game"),
        game_option_rules(&options),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Rules *rules;
    Error err;

    Outcome outcome = options_read(&all, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (has_game != (run.journal != NULL) || (has_game && arguments.count != 1)) {
        return complain_usage(manual.name, "expected --game and --journal together, for one run");
    }
    if (arguments.count == 0) {
        return complain_usage(manual.name, "expected a file to verify, or - for standard input");
    }
    if (data_load_rules(&rules, options.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    outcome = verify_files(arguments, rules, &run);
    data_free_rules(rules);
    return outcome;
}
