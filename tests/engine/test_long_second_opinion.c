/* Second opinion: everything that core/explain says, slowly and from the words of the rules, is what
 * the kernel uses - in positions of random games, in the same positions shaken, and under other
 * rules. */

#include <stdio.h>
#include <stdlib.h>

#include "core/legal.h"
#include "core/playout.h"
#include "core/rng.h"
#include "core/rules_limits.h"
#include "core/state.h"
#include "support/opinion.h"
#include "support/shipped.h"
#include "test.h"

enum {
    STATES = 100000,      /* of all scenarios and seat counts together */
    OTHER_STATES = 20000, /* the same under other rules */
    RULE_SETS = 200,      /* of those */
    FEW_ONE_IN = 15,      /* a dozen positions of a game should be of all of it */
    SAMPLE_ONE_IN = 3,    /* of the decisions of a game, so that more games are seen */
};

static int draw(uint64_t key, int item, int part, int least, int most)
{
    uint64_t hash = rng_hash(key, STREAM_SAMPLE, (unsigned)item, (unsigned)part, 0);

    return least + rng_below(hash, most - least + 1);
}

static bool plays(const State *state, Seat seat)
{
    return explain_has(EXPLAIN_SEAT, seat, state);
}

/* Risk stays below its end, which would be the end of the game. */
static void shake_track(State *state, Track track, uint64_t key)
{
    const TrackInfo *info = &vocab_track[track];
    int most = track == TRACK_RISK ? info->most - 1 : info->most;

    for (int i = 0; i < info->size; i++) {
        if (info->scope != SCOPE_SEAT || plays(state, i)) {
            state->track[info->slot + i] = (int16_t)draw(key, i, (int)track, info->least, most);
        }
    }
}

/* The same position with other tracks and nations elsewhere: rare values become common.  The
 * plateau is known, for a hidden one holds labs and models down. */
static void shake(State *state, const Rules *rules, uint64_t key)
{
    uint64_t still = rules->scenario[state->scenario].frozen | UINT64_C(1) << TRACK_VP |
                     UINT64_C(1) << TRACK_POOL;

    for (int track = 0; track < TRACK_COUNT; track++) {
        if ((still >> track & 1) == 0) {
            shake_track(state, (Track)track, key);
        }
    }
    state->track[SLOT_KNOWN] = 1;
    state->round = (uint8_t)draw(key, 0, TRACK_COUNT, 1, rules->scenario[state->scenario].rounds);
    for (int nation = 0; nation < rules->nation_count; nation++) {
        state->nation_x[nation] = (int8_t)draw(key, nation, TRACK_COUNT + 1, -GRID_EDGE, GRID_EDGE);
        state->nation_y[nation] = (int8_t)draw(key, nation, TRACK_COUNT + 2, -GRID_EDGE, GRID_EDGE);
    }
}

/* What explain says of a round before the kernel plays it. */
typedef struct Prophecy {
    const Rules *rules;
    State market, score; /* the positions after them */
    int hegemony;        /* Bloc that will have won by it, -1: none */
    int hedging;
    int ended; /* the round that has ended, 0: none during this apply */
    int compute[SEATS_MAX], capital[SEATS_MAX];
} Prophecy;

static void expect_start(Prophecy *prophecy, const Look *look)
{
    prophecy->ended = look->state->round;
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        if (plays(look->state, seat)) {
            int most = vocab_track[TRACK_CAPITAL].most;
            int capital = look->state->track[SLOT_CAPITAL + seat] +
                          opinion_value(look, NUMBER_SEAT_CAPITAL, seat, 0);
            prophecy->capital[seat] = capital < most ? capital : most;
            prophecy->compute[seat] = opinion_value(look, NUMBER_SEAT_COMPUTE, seat, 0);
        }
    }
}

static void observe(void *user, Moment moment, const State *state)
{
    Prophecy *prophecy = user;
    const Look look = {prophecy->rules, state};

    switch (moment) {
    case MOMENT_MARKET:
        prophecy->market = opinion_of_market(&look);
        break;
    case MOMENT_GOVERNED:
        opinion_same_state(&look, "the market as played", state, &prophecy->market);
        prophecy->score = opinion_of_scoring(&look);
        break;
    case MOMENT_SCORED:
        opinion_same_state(&look, "the scoring as played", state, &prophecy->score);
        prophecy->hegemony = -1;
        prophecy->hedging = 0;
        for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
            bool won = opinion_value(&look, NUMBER_HEGEMONY, bloc, 0) == 0;
            prophecy->hegemony = won ? bloc : prophecy->hegemony;
            prophecy->hedging += opinion_value(&look, NUMBER_HEDGING, bloc, 0);
        }
        break;
    case MOMENT_ROUND_ENDED:
        expect_start(prophecy, &look);
        break;
    case MOMENT_REVEAL:
    case MOMENT_SERVED:
    case MOMENT_PRICED:
    case MOMENT_DRIFTED:
    case MOMENT_BACKLASH:
    case MOMENT_VALUED:
        break;
    }
}

/* After an apply that may have gone through the end of a round. */
static void check_prophecy(Prophecy *prophecy, const State *state)
{
    const Look look = {prophecy->rules, state};
    bool started = prophecy->ended != 0 && state->round == prophecy->ended + 1 &&
                   state->turn == 0 && state->frame_count == 0;

    for (Seat seat = 0; seat < SEATS_MAX && started; seat++) {
        if (plays(state, seat)) {
            opinion_same(&look, "compute as paid", seat, state->track[SLOT_COMPUTE + seat],
                         prophecy->compute[seat]);
            opinion_same(&look, "capital as paid", seat, state->track[SLOT_CAPITAL + seat],
                         prophecy->capital[seat]);
        }
    }
    prophecy->ended = 0;
    if (state_is_terminal(state)) {
        opinion_check_ranking(&look);
        if (state_ending(state) == ENDING_HEGEMONY) {
            opinion_same(&look, "hegemony", 0, (int)state_winner(state), prophecy->hegemony);
        }
        if (state_ending(state) == ENDING_POINTS) {
            opinion_same(&look, "winner", 0, (int)state_winner(state), opinion_of_winner(&look));
        }
    } else if (state->frame_count == 1 && state->frame[0].kind == FRAME_HEDGING &&
               state->frame[0].chosen == 0) {
        opinion_same(&look, "hedging as asked", 0, state->frame[0].left, prophecy->hedging);
        opinion_same(&look, "hegemony", 0, -1, prophecy->hegemony);
    }
}

/* Which positions to look at, and how many of each kind of decision that has been. */
typedef struct Survey {
    const Rules *rules;
    int positions; /* of all scenarios and seat counts together */
    int one_in;    /* of the decisions of a game: more games are seen */
    int *seen;     /* [DECISION_KIND_COUNT] */
} Survey;

/* Plays one game at random and looks at some of its positions, `most` at most; returns how many. */
static int look_at_game(const Survey *survey, const Setup *setup, int most)
{
    static Prophecy prophecy;
    static EventLog log;
    const Rules *rules = survey->rules;
    const uint64_t key = rng_key(setup->seed);
    State state;
    int looked = 0;

    prophecy = (Prophecy){.rules = rules, .hegemony = -1};
    event_log_init(&log, observe, &prophecy);
    state_init(&state, rules, setup);
    for (int decision = 0; !state_is_terminal(&state) && looked < most; decision++) {
        LegalSet set;
        if (draw(key, decision, 0, 1, survey->one_in) == 1) {
            State shaken = state;
            shake(&shaken, rules, key + (uint64_t)decision);
            survey->seen[state_decision(&state, rules)]++;
            opinion_check(&(const Look){rules, &state}, decision);
            opinion_check(&(const Look){rules, &shaken}, decision);
            looked++;
        }
        state_legal_set(&state, rules, &set);
        event_log_clear(&log);
        state_apply_nth(&state, rules, &set, playout_choice(rules, key, decision, set.count), &log);
        check_prophecy(&prophecy, &state);
    }
    return looked;
}

/* Games of every scenario and seat count, until so many positions were looked at in each. */
static void look_at_games(const Survey *survey, uint64_t seed)
{
    int variants = variant_count(survey->rules);
    int each = survey->positions / variants + 1;

    for (int variant = 0; variant < variants; variant++) {
        for (int looked = 0; looked < each; seed++) {
            const Setup setup = variant_setup(variant, seed);
            looked += look_at_game(survey, &setup, each - looked);
        }
    }
}

TEST(explain_and_the_kernel_agree_in_games_of_the_shipped_rules)
{
    int seen[DECISION_KIND_COUNT] = {0};

    look_at_games(&(const Survey){shipped_rules(), scaled(STATES), SAMPLE_ONE_IN, seen}, 1);
    for (int kind = 0; kind < DECISION_KIND_COUNT; kind++) {
        print_message("%s: %d positions\n", decision_name[kind], seen[kind]);
        assert_true(seen[kind] > 0);
    }
}

/* Every parameter somewhere in its range. */
static void vary_parameters(Rules *rules, uint64_t key)
{
    for (int i = 0; i < vocab_param_count; i++) {
        const ParamInfo *info = &vocab_param[i];
        for (int j = 0; j < info->count; j++) {
            rules->param[info->slot + j] = (int16_t)draw(key, i, j, info->least, info->most);
        }
    }
    for (int i = 0; i < rules->scenario_count; i++) {
        int16_t *chips = &rules->scenario[i].start[SLOT_CONTROL + TILE_CHIPS];
        if (*chips > rules->param[PARAM_RIPE_STAGE]) {
            *chips = rules->param[PARAM_RIPE_STAGE]; /* or it would be riper than ripe */
        }
    }
}

/* Other nations, of other number, weight, character and place. */
static void vary_nations(Rules *rules, uint64_t key)
{
    rules->nation_count = draw(key, 0, 0, rules->nation_count, NATIONS_MAX);
    for (int i = 0; i < rules->nation_count; i++) {
        Nation *nation = &rules->nation[i];
        if (nation->id[0] == '\0') {
            snprintf(nation->id, sizeof nation->id, "Nation-%d", i);
        }
        nation->weight = (uint8_t)draw(key, i, 1, 1, WEIGHT_MAX);
        nation->strictness = (uint8_t)draw(key, i, 2, 0, STRICTNESS_MAX);
        nation->need = (uint8_t)draw(key, i, 3, 0, NEED_COUNT - 1);
        nation->role = (uint8_t)draw(key, i, 4, 0, ROLE_COUNT - 1);
        nation->chain = (uint8_t)draw(key, i, 5, 0, 1);
        nation->x = (int8_t)draw(key, i, 6, -GRID_EDGE, GRID_EDGE);
        nation->y = (int8_t)draw(key, i, 7, -GRID_EDGE, GRID_EDGE);
    }
}

/* Other systems in every scenario, each by itself on or off. */
static void vary_systems(Rules *rules, uint64_t key)
{
    for (int i = 0; i < rules->scenario_count; i++) {
        Scenario *scenario = &rules->scenario[i];
        scenario->systems = (uint8_t)draw(key, i, 0, 0, (1 << SYSTEM_COUNT) - 1);
        if (!rules_scenario_has(rules, i, SYSTEM_RISK)) {
            scenario->start[SLOT_RISK] = 0;
        }
    }
}

/* A varied copy of the shipped rules, fit for play. */
static void make_rules(Rules *rules, void (*vary)(Rules *rules, uint64_t key), uint64_t number)
{
    Error err = {0};

    *rules = *shipped_rules();
    vary(rules, rng_key(number));
    if (rules_prepare(rules, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
}

static void agree_under(void (*vary)(Rules *rules, uint64_t key))
{
    Rules *rules = malloc(sizeof *rules);
    int sets = scaled(RULE_SETS);
    int seen[DECISION_KIND_COUNT] = {0};

    assert_non_null(rules);
    for (int i = 0; i < sets; i++) {
        make_rules(rules, vary, (uint64_t)i);
        look_at_games(&(const Survey){rules, scaled(OTHER_STATES) / sets, FEW_ONE_IN, seen},
                      1000U * (uint64_t)i);
    }
    free(rules);
}

TEST(explain_and_the_kernel_agree_whatever_the_parameters)
{
    agree_under(vary_parameters);
}

TEST(explain_and_the_kernel_agree_whatever_the_nations)
{
    agree_under(vary_nations);
}

TEST(explain_and_the_kernel_agree_whatever_systems_are_on)
{
    agree_under(vary_systems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(explain_and_the_kernel_agree_in_games_of_the_shipped_rules),
        cmocka_unit_test(explain_and_the_kernel_agree_whatever_the_parameters),
        cmocka_unit_test(explain_and_the_kernel_agree_whatever_the_nations),
        cmocka_unit_test(explain_and_the_kernel_agree_whatever_systems_are_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
