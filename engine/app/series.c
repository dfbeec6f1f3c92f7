#include "app/series.h"

#include <inttypes.h>
#include <stdio.h>

#include "app/game.h"
#include "core/action.h"
#include "core/rng.h"

void series_play(Series *series, GameRecord *record)
{
    const Rules *rules = series->rules;
    Setup setup = series->setup;
    State state;

    setup.seed += series->games;
    uint64_t key = rng_key(setup.seed);
    uint64_t decisions = 0;
    state_init(&state, rules, &setup);
    while (!state_is_terminal(&state)) {
        ActionList legal;
        state_legal_actions(&state, rules, &legal);
        state_apply(&state, rules, game_random_action(&legal, key, decisions++), NULL);
    }

    Seat ranking[SEATS_MAX];
    state_ranking(&state, rules, ranking);
    *record = (GameRecord){
        .number = series->games++,
        .seed = setup.seed,
        .decisions = decisions,
        .hash = state_hash(&state, rules),
        .winner = state_winner(&state),
        .seat = ranking[0],
        .ending = state_ending(&state),
        .vp = {state_bloc_vp(&state, BLOC_US), state_bloc_vp(&state, BLOC_CN)},
    };
    series->wins[record->seat]++;
    series->endings[record->ending]++;
    series->decisions += decisions;
}

static const char *seat_name(const Series *series, Seat seat)
{
    return vocab_seat(series->seating.count, seat);
}

/* The mean as tenths, rounded to the nearest. */
static uint64_t mean_tenths(const Series *series)
{
    return (series->decisions * 10 + series->games / 2) / series->games;
}

static void text_begin(const Series *series)
{
    (void)series;
}

static void text_game(const Series *series, const GameRecord *record)
{
    printf("game %" PRIu64 " seed=%" PRIu64 " winner=%s seat=%s ending=%s vp=%d,%d"
           " decisions=%" PRIu64 " h=%016" PRIx64 "\n",
           record->number, record->seed, vocab_bloc[record->winner],
           seat_name(series, record->seat), vocab_ending[record->ending], record->vp[BLOC_US],
           record->vp[BLOC_CN], record->decisions, record->hash);
}

static void text_end(const Series *series)
{
    printf("games %" PRIu64 " scenario=%s seats=%d\nwins", series->games,
           series->rules->scenario[series->setup.scenario].id, series->seating.count);
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(series->seating.count)) {
        printf(" %s(%s)=%" PRIu64, seat_name(series, seat), series->seating.bot[seat],
               series->wins[seat]);
    }
    printf("\nendings");
    for (int ending = 0; ending < ENDING_COUNT; ending++) {
        printf(" %s=%" PRIu64, vocab_ending[ending], series->endings[ending]);
    }
    printf("\ndecisions mean=%" PRIu64 ".%" PRIu64 "\n", mean_tenths(series) / 10,
           mean_tenths(series) % 10);
}

/* Ids hold no character that JSON would want escaped: the rules loader sees to that. */
static void json_begin(const Series *series)
{
    printf("{\"scenario\":\"%s\",\"seats\":%d,\"bots\":{",
           series->rules->scenario[series->setup.scenario].id, series->seating.count);
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(series->seating.count)) {
        printf("%s\"%s\":\"%s\"", seat == 0 ? "" : ",", seat_name(series, seat),
               series->seating.bot[seat]);
    }
    printf("},\n\"games\":[");
}

static void json_game(const Series *series, const GameRecord *record)
{
    printf("%s\n{\"game\":%" PRIu64 ",\"seed\":%" PRIu64 ",\"winner\":\"%s\",\"seat\":\"%s\","
           "\"ending\":\"%s\",\"vp\":{\"US\":%d,\"CN\":%d},\"decisions\":%" PRIu64
           ",\"hash\":\"%016" PRIx64 "\"}",
           record->number == 0 ? "" : ",", record->number, record->seed, vocab_bloc[record->winner],
           seat_name(series, record->seat), vocab_ending[record->ending], record->vp[BLOC_US],
           record->vp[BLOC_CN], record->decisions, record->hash);
}

static void json_end(const Series *series)
{
    printf("\n],\n\"summary\":{\"games\":%" PRIu64 ",\"wins\":{", series->games);
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(series->seating.count)) {
        printf("%s\"%s\":%" PRIu64, seat == 0 ? "" : ",", seat_name(series, seat),
               series->wins[seat]);
    }
    printf("},\"endings\":{");
    for (int ending = 0; ending < ENDING_COUNT; ending++) {
        printf("%s\"%s\":%" PRIu64, ending == 0 ? "" : ",", vocab_ending[ending],
               series->endings[ending]);
    }
    printf("},\"mean_decisions\":%" PRIu64 ".%" PRIu64 "}}\n", mean_tenths(series) / 10,
           mean_tenths(series) % 10);
}

static void csv_begin(const Series *series)
{
    (void)series;
    printf("game,seed,winner,seat,ending,vp_us,vp_cn,decisions,hash\n");
}

static void csv_game(const Series *series, const GameRecord *record)
{
    printf("%" PRIu64 ",%" PRIu64 ",%s,%s,%s,%d,%d,%" PRIu64 ",%016" PRIx64 "\n", record->number,
           record->seed, vocab_bloc[record->winner], seat_name(series, record->seat),
           vocab_ending[record->ending], record->vp[BLOC_US], record->vp[BLOC_CN],
           record->decisions, record->hash);
}

static void csv_end(const Series *series)
{
    (void)series;
}

const SeriesFormat series_format[] = {
    {text_begin, text_game, text_end},
    {json_begin, json_game, json_end},
    {csv_begin, csv_game, csv_end},
};
const char *const series_format_name[] = {"text", "json", "csv", NULL};
