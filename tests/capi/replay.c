/* replay RULES: reads a trace (tests/TRACE.md R5) from standard input, plays its actions through
 * libtpd and compares the seat, the legal list and the hash of every decision, and the end. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "capi/tpd.h"

enum { LINE_SIZE = 65536 };

typedef struct Replay {
    const TpdRules *rules;
    TpdGame *game;
    int seats, line;
    int32_t legal[TPD_LEGAL_MAX];
    int count;
    bool over;
} Replay;

static bool differs(const Replay *replay, const char *what)
{
    fprintf(stderr, "line %d: %s\n", replay->line, what);
    return false;
}

/* What follows `name` in the line; "" if it is not there. */
static const char *field(const char *line, const char *name)
{
    const char *found = strstr(line, name);

    return found == NULL ? "" : found + strlen(name);
}

/* The next word of the line, whose end becomes a zero; "" behind the last one. */
static char *take_word(char **line)
{
    char *word = *line + strspn(*line, " ");

    *line = word + strcspn(word, " ");
    if (**line != '\0') {
        *(*line)++ = '\0';
    }
    return word;
}

static bool begin(Replay *replay, char *line)
{
    char error[TPD_ERROR_SIZE] = "";
    uint64_t seed = strtoull(field(line, " seed="), NULL, 10);

    replay->seats = (int)strtol(field(line, " seats="), NULL, 10);
    take_word(&line); /* trace */
    take_word(&line); /* 1 */
    const char *scenario = field(take_word(&line), "scenario=");
    if (tpd_reset(replay->game, scenario, replay->seats, seed, error) != TPD_OK) {
        return differs(replay, error);
    }
    return true;
}

static bool play(Replay *replay, char *line)
{
    static const char *const two[] = {"US", "", "CN", ""};
    static const char *const four[] = {"UC", "UO", "CC", "CO"};
    char error[TPD_ERROR_SIZE] = "";
    uint64_t hash = strtoull(field(line, " h="), NULL, 16);
    char *end = strstr(line, " h=");

    if (end == NULL) {
        return differs(replay, "expected a decision");
    }
    *end = '\0';
    take_word(&line); /* number of the decision */
    const char *seat = take_word(&line);
    take_word(&line); /* kind */
    int count = (int)strtol(field(take_word(&line), "n="), NULL, 10);
    int mover = tpd_seat(replay->game);
    if (mover < 0 || strcmp((replay->seats == 2 ? two : four)[mover], seat) != 0) {
        return differs(replay, "another seat chooses");
    }
    replay->count = tpd_legal(replay->game, replay->legal, NULL);
    if (replay->count != count) {
        return differs(replay, "another number of legal actions");
    }
    int action = tpd_action_number(replay->rules, line, error);
    if (action < 0 || tpd_step(replay->game, action) != TPD_OK) {
        return differs(replay, action < 0 ? error : "not legal");
    }
    return tpd_hash(replay->game) == hash || differs(replay, "another hash");
}

static bool compare_legal(const Replay *replay, char *line)
{
    char text[TPD_TEXT_SIZE];
    char *rest = NULL;
    char *word = strtok_r(line + strlen("legal "), "|", &rest);

    for (int i = 0; i < replay->count; i++) {
        if (word == NULL || tpd_action_text(replay->rules, replay->legal[i], text) < 0 ||
            strcmp(word, text) != 0) {
            return differs(replay, "another legal list");
        }
        word = strtok_r(NULL, "|", &rest);
    }
    return word == NULL || differs(replay, "a longer legal list");
}

static bool finish(Replay *replay, const char *line)
{
    int32_t returns[TPD_SEAT_COUNT];
    const char *hash = strstr(line, " h=");

    replay->over = true;
    if (hash == NULL || tpd_hash(replay->game) != strtoull(hash + strlen(" h="), NULL, 16)) {
        return differs(replay, "another hash at the end");
    }
    if (!tpd_terminal(replay->game) || tpd_returns(replay->game, returns) != TPD_OK) {
        return differs(replay, "the game is not over");
    }
    bool us = strstr(line, "winner=US") != NULL;
    int32_t best_us = returns[0] > returns[1] ? returns[0] : returns[1];
    return best_us == 1000 ? us || differs(replay, "the US has won")
                           : !us || differs(replay, "China has won");
}

static bool read_line(Replay *replay, char *line)
{
    if (replay->line == 1) {
        return begin(replay, line);
    }
    if (strncmp(line, "legal ", strlen("legal ")) == 0) {
        return compare_legal(replay, line);
    }
    if (strncmp(line, "state ", strlen("state ")) == 0 ||
        strncmp(line, "after ", strlen("after ")) == 0) {
        return true;
    }
    return strncmp(line, "end ", strlen("end ")) == 0 ? finish(replay, line) : play(replay, line);
}

static bool read_all(Replay *replay)
{
    static char line[LINE_SIZE];

    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        replay->line++;
        if (!read_line(replay, line)) {
            return false;
        }
    }
    return replay->over || differs(replay, "the trace has no end");
}

int main(int argc, char **argv)
{
    char error[TPD_ERROR_SIZE] = "";
    TpdRules *rules = NULL;
    Replay replay = {.line = 0};
    bool same = false;

    if (argc != 2) {
        fprintf(stderr, "usage: replay RULES <TRACE\n");
        return 2;
    }
    if (tpd_rules_load(&rules, argv[1], error) != TPD_OK ||
        tpd_game_new(&replay.game, rules, error) != TPD_OK) {
        fprintf(stderr, "%s\n", error);
    } else {
        replay.rules = rules;
        same = read_all(&replay);
    }
    tpd_game_free(replay.game);
    tpd_rules_free(rules);
    return same ? 0 : 1;
}
