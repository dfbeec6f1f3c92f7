#include "app/series.h"

#include <inttypes.h>
#include <stdio.h>

#include "ai/bot.h"
#include "app/json.h"
#include "app/reasons.h"
#include "app/seating.h"
#include "core/action.h"
#include "core/state.h"
#include "core/view.h"
#include "match/seat.h"
#include "process/process_bot.h"

static int seat_step(const Series *series)
{
    return seating_step(series->setup.game.seat_count);
}

static const char *seat_name(const Series *series, Seat seat)
{
    return vocab_seat(series->setup.game.seat_count, seat);
}

/* Every seat has a bot that can be asked: a journal may name people, and files that are run only
 * where the command line names them too. */
static Status check_seats(const Series *series, Error *err)
{
    for (Seat seat = 0; seat < SEATS_MAX; seat += seat_step(series)) {
        const MatchSeat *player = &series->setup.seat[seat];
        if (player->player == PLAYER_HUMAN) {
            return error_set(
                err, STATUS_PARSE, "%s: seat %s is a person's: expected --seats %s=BOT",
                series->setup.journal_path, seat_name(series, seat), seat_name(series, seat));
        }
        if (player->type == NULL) {
            return error_set(err, STATUS_PARSE,
                             "%s: seat %s is that of the bot '%s', which no journal may start: "
                             "expected --seats %s=%s",
                             series->setup.journal_path, seat_name(series, seat), player->spec,
                             seat_name(series, seat), player->spec);
        }
    }
    return STATUS_OK;
}

static Status resume(Series *series, Match **match, Error *err)
{
    Status status = match_resume(match, series->rules, &series->setup, err);

    if (status != STATUS_OK) {
        return status;
    }
    series->setup.game = *match_setup(*match);
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        series->setup.seat[seat] = *match_seat(*match, seat);
    }
    status = check_seats(series, err);
    if (status != STATUS_OK) {
        match_free(*match);
    }
    return status;
}

Status series_open(Series *series, Match **match, Error *err)
{
    MatchSetup setup = series->setup;

    if (series->resumes) {
        return resume(series, match, err);
    }
    setup.game.seed += series->games;
    return match_new(match, series->rules, &setup, err);
}

static void tell_reasons(const Series *series, const Match *match, const Reasons *reasons)
{
    int number = match_decision_count(match) - 1;
    char text[ACTION_TEXT_SIZE];
    Action action;

    if (reasons->count == 0) {
        return;
    }
    match_decision_action(match, number, SEAT_NOBODY, &action);
    action_print(text, action, series->rules);
    fprintf(series->lines,
            "reason %s decision %d %s: ", seat_name(series, match_decision_seat(match, number)),
            number, text);
    reasons_print(series->lines, reasons);
}

static Status play(const Series *series, Match *match, Error *err)
{
    Reasons reasons = {.count = 0};
    Status status = STATUS_OK;

    match_want_reasons(match, series->tells ? &reasons : NULL);

    while (status == STATUS_OK && !match_is_over(match)) {
        Seat seat = match_current_seat(match);
        int number = match_decision_count(match);
        int faults = match_fault_count(match, seat);
        status = match_step_bot(match, err);
        if (match_fault_count(match, seat) > faults) {
            fprintf(series->lines, "fault %s decision %d %s\n", seat_name(series, seat), number,
                    match_last_fault(match));
        }
        if (status == STATUS_OK) {
            tell_reasons(series, match, &reasons);
        }
    }
    return status;
}

static void count(Series *series, const Match *match, GameRecord *record)
{
    const State *state = match_state(match);
    Seat ranking[SEATS_MAX];

    state_ranking(state, series->rules, ranking);
    *record = (GameRecord){
        .number = series->games++,
        .seed = match_setup(match)->seed,
        .decisions = (uint64_t)match_decision_count(match),
        .hash = state_hash(state, series->rules),
        .winner = state_winner(state),
        .seat = ranking[0],
        .ending = state_ending(state),
        .vp = {state_bloc_vp(state, BLOC_US), state_bloc_vp(state, BLOC_CN)},
    };
    series->wins[record->seat]++;
    series->endings[record->ending]++;
    series->decisions += record->decisions;
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        series->forfeits[seat] += (uint64_t)match_fault_count(match, seat);
    }
}

Status series_play(Series *series, Match *match, GameRecord *record, Error *err)
{
    Status status = play(series, match, err);

    if (status == STATUS_OK) {
        count(series, match, record);
    }
    match_free(match);
    return status;
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

bool series_has_forfeits(const Series *series)
{
    uint64_t forfeits = 0;

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        forfeits += series->forfeits[seat];
    }
    return forfeits > 0;
}

bool series_is_reproducible(const Series *series)
{
    bool reproducible = true;

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        reproducible = reproducible && !process_bot_is(series->setup.seat[seat].type);
    }
    return reproducible;
}

static void text_end(const Series *series)
{
    printf("games %" PRIu64 " scenario=%s seats=%d\nwins", series->games,
           series->rules->scenario[series->setup.game.scenario].id, series->setup.game.seat_count);
    for (Seat seat = 0; seat < SEATS_MAX; seat += seat_step(series)) {
        printf(" %s(%s)=%" PRIu64, seat_name(series, seat), series->setup.seat[seat].spec,
               series->wins[seat]);
    }
    printf("\nendings");
    for (int ending = 0; ending < ENDING_COUNT; ending++) {
        printf(" %s=%" PRIu64, vocab_ending[ending], series->endings[ending]);
    }
    printf("\ndecisions mean=%" PRIu64 ".%" PRIu64 "\n", mean_tenths(series) / 10,
           mean_tenths(series) % 10);
    if (series_has_forfeits(series)) {
        printf("forfeits");
        for (Seat seat = 0; seat < SEATS_MAX; seat += seat_step(series)) {
            printf(" %s(%s)=%" PRIu64, seat_name(series, seat), series->setup.seat[seat].spec,
                   series->forfeits[seat]);
        }
        printf("\n");
    }
    if (!series_is_reproducible(series)) {
        printf("not reproducible: a program outside the cage plays\n");
    }
}

static void json_begin(const Series *series)
{
    printf("{\"scenario\":\"%s\",\"seats\":%d,\"bots\":{",
           series->rules->scenario[series->setup.game.scenario].id, series->setup.game.seat_count);
    for (Seat seat = 0; seat < SEATS_MAX; seat += seat_step(series)) {
        printf("%s\"%s\":", seat == 0 ? "" : ",", seat_name(series, seat));
        json_string(series->setup.seat[seat].spec);
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
    for (Seat seat = 0; seat < SEATS_MAX; seat += seat_step(series)) {
        printf("%s\"%s\":%" PRIu64, seat == 0 ? "" : ",", seat_name(series, seat),
               series->wins[seat]);
    }
    printf("},\"forfeits\":{");
    for (Seat seat = 0; seat < SEATS_MAX; seat += seat_step(series)) {
        printf("%s\"%s\":%" PRIu64, seat == 0 ? "" : ",", seat_name(series, seat),
               series->forfeits[seat]);
    }
    printf("},\"endings\":{");
    for (int ending = 0; ending < ENDING_COUNT; ending++) {
        printf("%s\"%s\":%" PRIu64, ending == 0 ? "" : ",", vocab_ending[ending],
               series->endings[ending]);
    }
    printf("},\"mean_decisions\":%" PRIu64 ".%" PRIu64 ",\"reproducible\":%s}}\n",
           mean_tenths(series) / 10, mean_tenths(series) % 10,
           series_is_reproducible(series) ? "true" : "false");
}

static void csv_begin(const Series *series)
{
    printf("game,seed,winner,seat,ending,vp_us,vp_cn,decisions,hash%s\n",
           series_is_reproducible(series) ? "" : ",reproducible");
}

static void csv_game(const Series *series, const GameRecord *record)
{
    printf("%" PRIu64 ",%" PRIu64 ",%s,%s,%s,%d,%d,%" PRIu64 ",%016" PRIx64 "%s\n", record->number,
           record->seed, vocab_bloc[record->winner], seat_name(series, record->seat),
           vocab_ending[record->ending], record->vp[BLOC_US], record->vp[BLOC_CN],
           record->decisions, record->hash, series_is_reproducible(series) ? "" : ",no");
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
