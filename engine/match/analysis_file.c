#include "match/analysis_file.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ai/evaluation.h"
#include "core/action.h"
#include "core/fnv.h"
#include "core/rules.h"
#include "core/state.h"
#include "match/lines.h"

enum { HEAD_SIZE = 256, LINE_SIZE = 256 };

Status analysis_file_path(char path[ANALYSIS_PATH_SIZE], const char *journal, Error *err)
{
    if (snprintf(path, ANALYSIS_PATH_SIZE, "%s.analysis", journal) >= ANALYSIS_PATH_SIZE) {
        return error_set(err, STATUS_IO, "%.60s…: expected a shorter path", journal);
    }
    return STATUS_OK;
}

/* ---- what both directions print ---- */

static uint64_t add_text(uint64_t hash, const char *text)
{
    return fnv_add(hash, text, strlen(text) + 1);
}

static uint64_t game_hash(const History *history)
{
    char text[STATE_TEXT_SIZE];
    uint64_t hash = TPD_FNV_START;

    snprintf(text, sizeof text, "%016" PRIx64 " %s %d %" PRIu64, history->rules->hash,
             history->rules->scenario[history->setup.scenario].id, history->setup.seat_count,
             history->setup.seed);
    hash = add_text(hash, text);
    state_print(text, &history->state[0], history->rules);
    hash = add_text(hash, text);
    for (int i = 0; i < history->count; i++) {
        action_print(text, history->choice[i].action, history->rules);
        hash = add_text(hash, text);
    }
    return hash;
}

/* Every number of the weights is a whole one, in tables without gaps. */
static uint64_t weights_hash(void)
{
    return fnv_add(TPD_FNV_START, (const char *)&evaluation_shipped, sizeof evaluation_shipped);
}

static void print_head(char head[HEAD_SIZE], const AnalysisConfig *config, const History *history)
{
    snprintf(head, HEAD_SIZE,
             "analysis 1 game=%016" PRIx64 " weights=%016" PRIx64
             " playouts=%d iterations=%d plays=%d key=%" PRIu64 " decisions=%d",
             game_hash(history), weights_hash(), config->playouts, config->iterations,
             config->plays, config->key, history->count);
}

static void print_decision(char line[LINE_SIZE], const DecisionAnalysis *decision, int number,
                           const Rules *rules)
{
    char best[ACTION_TEXT_SIZE];
    char luck[16] = "-";

    action_print(best, decision->best, rules);
    if (decision->has_luck) {
        snprintf(luck, sizeof luck, "%d", decision->us_luck);
    }
    snprintf(line, LINE_SIZE, "%d win=%d,%d loss=%d half=%d public=%d,%d luck=%s best=%s", number,
             decision->win_chosen, decision->win_best, decision->loss, decision->half_width,
             decision->public_before, decision->us_public, luck, best);
}

/* ---- writing ---- */

static void write_lines(FILE *file, const Analysis *analysis)
{
    const History *history = analysis_history(analysis);
    char line[HEAD_SIZE];

    print_head(line, analysis_config(analysis), history);
    (void)fprintf(file, "%s\n", line);
    for (int i = 0; i < history->count; i++) {
        print_decision(line, analysis_decision(analysis, i), i, history->rules);
        (void)fprintf(file, "%s\n", line);
    }
    (void)fputs("end\n", file);
}

Status analysis_file_write(const char *path, const Analysis *analysis, Error *err)
{
    char beside[ANALYSIS_PATH_SIZE];

    if (snprintf(beside, sizeof beside, "%s.%ld.new", path, (long)getpid()) >= (int)sizeof beside) {
        return error_set(err, STATUS_IO, "%.60s…: expected a shorter path", path);
    }
    FILE *file = fopen(beside, "wb");
    if (file == NULL) {
        return system_fault(path, errno, err);
    }
    write_lines(file, analysis);
    errno = 0;
    bool written = fflush(file) == 0 && ferror(file) == 0;
    int number = errno;
    if (fclose(file) != 0 && written) {
        written = false;
        number = errno;
    }
    if (!written || rename(beside, path) != 0) {
        number = written ? errno : number;
        unlink(beside);
        return system_fault(path, number == 0 ? ENOSPC : number, err);
    }
    return STATUS_OK;
}

/* ---- reading ---- */

typedef struct Reader {
    LineReader lines;
    const char *path;
    const History *history;
} Reader;

/* Takes `name` and the number behind it off `*text`. */
static bool take(const char **text, const char *name, int *number)
{
    size_t length = strlen(name);
    char *end;

    if (strncmp(*text, name, length) != 0) {
        return false;
    }
    errno = 0;
    long value = strtol(*text + length, &end, 10);
    if (end == *text + length || errno != 0 || value < INT32_MIN || value > INT32_MAX) {
        return false;
    }
    *text = end;
    *number = (int)value;
    return true;
}

static bool take_luck(const char **text, DecisionAnalysis *decision)
{
    static const char none[] = " luck=-";
    size_t length = sizeof none - 1;

    if (strncmp(*text, none, length) == 0 && (*text)[length] == ' ') {
        *text += length;
        return true;
    }
    decision->has_luck = true;
    return take(text, " luck=", &decision->us_luck);
}

/* Strict: what it reads must print as it stands there. */
static bool parse_decision(DecisionAnalysis *decision, const char *text, int number,
                           const History *history)
{
    static const char best[] = " best=";
    const char *at = text;
    char again[LINE_SIZE];
    int read;

    bool well = take(&at, "", &read) && take(&at, " win=", &decision->win_chosen) &&
                take(&at, ",", &decision->win_best) && take(&at, " loss=", &decision->loss) &&
                take(&at, " half=", &decision->half_width) &&
                take(&at, " public=", &decision->public_before) &&
                take(&at, ",", &decision->us_public) && take_luck(&at, decision) &&
                strncmp(at, best, sizeof best - 1) == 0;
    if (!well ||
        action_parse(&decision->best, at + sizeof best - 1, history->rules, NULL) != STATUS_OK ||
        !state_is_legal(&history->state[number], history->rules, decision->best)) {
        return false;
    }
    print_decision(again, decision, number, history->rules);
    return strcmp(text, again) == 0;
}

static Status broken(Reader *reader, const char *expected, Error *err)
{
    return error_set(err, STATUS_PARSE,
                     "%s:%d: expected %s: this analysis is not read, it can be made again",
                     reader->path, reader->lines.number, expected);
}

/* The next line in `*line`; NULL at the end of the file. */
static Status next_line(Reader *reader, const char **line, Error *err)
{
    lines_skip(&reader->lines);
    return lines_peek(&reader->lines, line, err);
}

static Status read_decisions(Reader *reader, Analysis *analysis, Error *err)
{
    const char *line = NULL;

    for (int i = 0; i < reader->history->count; i++) {
        DecisionAnalysis decision = {.loss = 0};
        Status status = next_line(reader, &line, err);
        if (status != STATUS_OK) {
            return status;
        }
        if (line == NULL || !parse_decision(&decision, line, i, reader->history)) {
            return broken(reader, "the figures of a decision, as NUMBER win=…", err);
        }
        analysis_add(analysis, &decision);
    }
    Status status = next_line(reader, &line, err);
    if (status == STATUS_OK && (line == NULL || strcmp(line, "end") != 0)) {
        return broken(reader, "'end'", err);
    }
    if (status == STATUS_OK) {
        status = next_line(reader, &line, err);
    }
    return status == STATUS_OK && line != NULL ? broken(reader, "nothing behind 'end'", err)
                                               : status;
}

/* A head is that of this game and these numbers, or tells in which of its words it differs. */
static Status read_head(Reader *reader, const AnalysisConfig *config, Error *err)
{
    char head[HEAD_SIZE];
    const char *line;
    Status status = lines_peek(&reader->lines, &line, err);

    if (status != STATUS_OK) {
        return status;
    }
    print_head(head, config, reader->history);
    if (line == NULL || strncmp(line, "analysis ", strlen("analysis ")) != 0) {
        return broken(reader, "'analysis 1'", err);
    }
    if (strcmp(line, head) == 0) {
        return STATUS_OK;
    }
    size_t same = 0;
    while (line[same] == head[same]) {
        same++;
    }
    while (same > 0 && head[same - 1] != ' ') {
        same--;
    }
    int length = (int)strcspn(head + same, " ");
    int found = (int)strcspn(line + same, " ");
    return error_set(err, STATUS_PARSE,
                     "%s: this analysis is of another game or of other numbers (expected %.*s, "
                     "found '%.*s'): it is not read, it can be made again",
                     reader->path, length, head + same,
                     error_quote(line + same, found < LINE_SIZE ? found : LINE_SIZE), line + same);
}

static Status read_file(Reader *reader, Analysis **analysis, const AnalysisConfig *config,
                        Error *err)
{
    Status status = read_head(reader, config, err);

    if (status == STATUS_OK) {
        status = analysis_new_empty(analysis, config, reader->history, err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    status = read_decisions(reader, *analysis, err);
    if (status != STATUS_OK) {
        analysis_free(*analysis);
    }
    return status;
}

bool analysis_file_is_there(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 || errno != ENOENT;
}

Status analysis_file_read(Analysis **analysis, const char *path, const AnalysisConfig *config,
                          const History *history, Error *err)
{
    Reader *reader = malloc(sizeof *reader);

    if (reader == NULL) {
        return error_set(err, STATUS_MEMORY, "%s: out of memory", path);
    }
    reader->path = path;
    reader->history = history;
    Status status = lines_open(&reader->lines, path, err);
    if (status == STATUS_OK) {
        status = read_file(reader, analysis, config, err);
        lines_close(&reader->lines);
    }
    free(reader);
    return status;
}
