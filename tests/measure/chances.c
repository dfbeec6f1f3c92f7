/* Games of a search against itself, and the chance that a hint finds at positions of them:
 *
 *   chances play FILE SCENARIO SEATS WORD FIRST COUNT EVERY
 *       plays the games of COUNT seeds from FIRST on that FILE does not have yet, and adds a line for
 *       each position that is asked about: one a game where EVERY is 0, else every EVERY-th decision
 *   chances fit FILE         offset and slope for engine/ai/search_chance.def
 *   chances judge FILE       deciles, Brier score, and that of a logistic on round and VP lead
 *
 * A line: SEED ROUND LEAD RAW CHANCE WON; lead, chances (1/10000) and whether it won are of the US. */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ai/bot.h"
#include "ai/logistic.h"
#include "ai/search.h"
#include "ai/search_bot.h"
#include "ai/search_chance.h"
#include "core/action.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "lab/game.h"
#include "lab/regression.h"
#include "match/hint.h"
#include "support/shipped.h"

enum { POSITIONS_MOST = 400, LINES_MOST = 200000, DECILES = 10, LINE_SIZE = 128 };

typedef struct Line {
    uint64_t seed;
    int round, lead, raw, chance, won;
} Line;

static int fail(const char *what)
{
    (void)fprintf(stderr, "chances: %s\n", what);
    return EXIT_FAILURE;
}

/* ---- the file ---- */

typedef struct Lines {
    int count;
    Line item[LINES_MOST];
} Lines;

static bool read_line(Line *line, const char *text)
{
    enum { NUMBERS = 5 };
    int *number[NUMBERS] = {&line->round, &line->lead, &line->raw, &line->chance, &line->won};
    char *at;

    line->seed = strtoull(text, &at, 10);
    for (int i = 0; i < NUMBERS; i++) {
        *number[i] = (int)strtol(at, &at, 10);
    }
    return *at == '\n';
}

static bool read_lines(Lines *lines, const char *name)
{
    char text[LINE_SIZE];
    FILE *file = fopen(name, "r");

    lines->count = 0;
    if (file == NULL) {
        return true;
    }
    while (lines->count < LINES_MOST && fgets(text, sizeof text, file) != NULL) {
        lines->count += read_line(&lines->item[lines->count], text);
    }
    return fclose(file) == 0;
}

static bool has_seed(const Lines *lines, uint64_t seed)
{
    for (int i = 0; i < lines->count; i++) {
        if (lines->item[i].seed == seed) {
            return true;
        }
    }
    return false;
}

/* ---- playing ---- */

typedef struct Game {
    const Rules *rules;
    uint64_t seed;
    int every;
    int count, seen; /* seen: decisions with a choice so far */
    State position[POSITIONS_MOST];
} Game;

/* Every position with a choice is as likely as any other to be the one of a game (A. G. McLeod and
 * D. R. Bellhouse, A Convenient Algorithm for Drawing a Simple Random Sample, 1983). */
static void watch(void *user, const State *state, int decision)
{
    Game *game = user;
    ActionList legal;

    state_legal_actions(state, game->rules, &legal);
    if (legal.count < 2) {
        return;
    }
    game->seen++;
    if (game->every == 0) {
        if (rng_below(rng_mix(game->seed * LINES_MOST + (uint64_t)decision), game->seen) == 0) {
            game->position[0] = *state;
            game->count = 1;
        }
    } else if (game->seen % game->every == (int)(game->seed % (uint64_t)game->every) &&
               game->count < POSITIONS_MOST) {
        game->position[game->count++] = *state;
    }
}

/* What a hint about this position is made of, from the side of the US. */
static void ask(Line *line, Search *search, const State *state, const Rules *rules)
{
    SearchResult found;
    ActionList legal;
    View view;

    view_of(&view, state, rules, state_current_seat(state, rules));
    state_legal_actions(state, rules, &legal);
    search_begin(search, &view, &legal, line->seed);
    while (!search_step(search, HINT_ITERATIONS)) {
    }
    search_result(search, &found);
    const SearchCount *best = &found.action[search_best(&found)];
    line->round = state->round;
    line->lead = state_bloc_vp(state, BLOC_US) - state_bloc_vp(state, BLOC_CN);
    line->raw = search_raw_chance(best, state, BLOC_US);
    line->chance = search_chance(best, rules, state, BLOC_US);
}

typedef struct Plan {
    const char *file, *scenario, *word;
    int seats, every;
    uint64_t first, count;
} Plan;

static bool play_seed(FILE *file, Game *game, const GameSetup *setup, Search *search)
{
    GameResult result = {.game = 0};
    Error err;

    game->count = 0;
    game->seen = 0;
    if (game_play(&result, game->rules, setup, &err) != STATUS_OK) {
        return false;
    }
    for (int i = 0; i < game->count; i++) {
        Line line = {.seed = game->seed, .won = result.winner == BLOC_US};
        ask(&line, search, &game->position[i], game->rules);
        (void)fprintf(file, "%" PRIu64 " %d %d %d %d %d\n", line.seed, line.round, line.lead,
                      line.raw, line.chance, line.won);
    }
    return fflush(file) == 0;
}

/* A line that the end of the program cut off is no line: a new one begins below it. */
static FILE *open_behind(const char *name)
{
    FILE *file = fopen(name, "a+");

    if (file != NULL && fseek(file, -1, SEEK_END) == 0 && fgetc(file) != '\n') {
        (void)fputc('\n', file);
    }
    return file;
}

static int play_all(const Plan *plan, const BotType *type, Search *search)
{
    static Game game;
    const Rules *rules = shipped_rules();
    FILE *file = open_behind(plan->file);
    GameSetup setup = {
        .game = {.scenario = rules_find_scenario(rules, plan->scenario), .seat_count = plan->seats},
        .bot = {type, type, type, type},
        .watch = {watch, &game}};
    static Lines lines;
    bool well = file != NULL && setup.game.scenario >= 0 && read_lines(&lines, plan->file);

    game.rules = rules;
    game.every = plan->every;
    for (uint64_t seed = plan->first; well && seed < plan->first + plan->count; seed++) {
        game.seed = seed;
        setup.game.seed = seed;
        well = has_seed(&lines, seed) || play_seed(file, &game, &setup, search);
    }
    if (!well || fclose(file) != 0) {
        return fail("expected a scenario, bots that play and a file that can be written");
    }
    return EXIT_SUCCESS;
}

static int play(const Plan *plan)
{
    const SearchConfig config = search_config(HINT_ITERATIONS);
    BotType *type;
    Search *search;
    Error err;

    if (search_bot_new(&type, plan->word, NULL, &err) != STATUS_OK ||
        search_new(&search, &config, shipped_rules(), &err) != STATUS_OK) {
        return fail(err.text);
    }
    int code = play_all(plan, type, search);
    search_free(search);
    search_bot_free(type);
    return code;
}

/* ---- judging ---- */

static void row_of_raw(const void *user, int64_t index, RegressionRow *row)
{
    const Line *line = &((const Lines *)user)->item[index];

    row->x[0] = 1;
    row->x[1] = (double)chance_logit(line->raw) / LOGIT_ONE;
    row->happened = line->won;
}

static void row_of_lead(const void *user, int64_t index, RegressionRow *row)
{
    const Line *line = &((const Lines *)user)->item[index];

    row->x[0] = 1;
    row->x[1] = line->round;
    row->x[2] = line->lead;
    row->x[3] = (double)line->round * line->lead;
    row->happened = line->won;
}

static const double hardly = 1e-3; /* the penalty: only against what is all one side's */

static int fit(const Lines *lines)
{
    const RegressionData data = {.columns = 2,
                                 .rows = lines->count,
                                 .user = lines,
                                 .row = row_of_raw,
                                 .penalty = hardly};
    double weight[REGRESSION_COLUMNS_MAX];
    Error err;

    if (regression_fit(weight, &data, &err) != STATUS_OK) {
        return fail(err.text);
    }
    printf("offset %.0f, slope %.0f thousandths, of %d positions\n", weight[0] * LOGIT_ONE,
           weight[1] * LOGIT_ONE, lines->count);
    return EXIT_SUCCESS;
}

static void judge_decile(const Lines *lines, int decile)
{
    enum { PERCENT = 100 };
    double chance = 0;
    double won = 0;
    int count = 0;

    for (int i = 0; i < lines->count; i++) {
        const Line *line = &lines->item[i];
        if (line->chance * DECILES / CHANCE_CERTAIN == decile) {
            chance += (double)line->chance / CHANCE_CERTAIN;
            won += line->won;
            count++;
        }
    }
    if (count > 0) {
        printf("%3d %% and more: %4d positions, said %5.1f %%, won %5.1f %%\n",
               decile * PERCENT / DECILES, count, PERCENT * chance / count, PERCENT * won / count);
    }
}

static int judge(const Lines *lines)
{
    const RegressionData data = {.columns = 4,
                                 .rows = lines->count,
                                 .user = lines,
                                 .row = row_of_lead,
                                 .penalty = hardly};
    double weight[REGRESSION_COLUMNS_MAX];
    Quality said = {.rows = 0};
    Quality simple = {.rows = 0};
    Error err;

    if (regression_fit(weight, &data, &err) != STATUS_OK) {
        return fail(err.text);
    }
    for (int i = 0; i < lines->count; i++) {
        const Line *line = &lines->item[i];
        quality_add(&said, (double)line->chance / CHANCE_CERTAIN, line->won);
        quality_add(&simple, regression_chance(weight, &data, i), line->won);
    }
    quality_end(&said);
    quality_end(&simple);
    for (int decile = 0; decile < DECILES; decile++) {
        judge_decile(lines, decile);
    }
    printf(
        "Brier score %.4f; of round, VP lead and their product, fitted to these positions, %.4f\n",
        said.brier, simple.brier);
    return EXIT_SUCCESS;
}

int main(int argc, char *argv[])
{
    enum { PLAY_ARGUMENTS = 9, OTHER_ARGUMENTS = 3 };
    static Lines lines;

    if (argc == PLAY_ARGUMENTS && strcmp(argv[1], "play") == 0) {
        const Plan plan = {.file = argv[2],
                           .scenario = argv[3],
                           .word = argv[5],
                           .seats = (int)strtol(argv[4], NULL, 10),
                           .first = strtoull(argv[6], NULL, 10),
                           .count = strtoull(argv[7], NULL, 10),
                           .every = (int)strtol(argv[8], NULL, 10)};
        return play(&plan);
    }
    if (argc != OTHER_ARGUMENTS || !read_lines(&lines, argv[2]) || lines.count == 0) {
        return fail("expected: play FILE SCENARIO SEATS WORD FIRST COUNT EVERY, fit FILE or judge "
                    "FILE of positions");
    }
    int code = strcmp(argv[1], "fit") == 0 ? fit(&lines) : judge(&lines);
    return code;
}
