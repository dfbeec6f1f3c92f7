#include "lab/game.h"

#include <stddef.h>
#include <string.h>

#include "core/action.h"
#include "core/seats.h"
#include "match/journal.h"
#include "match/match_bots.h"

/* Notes the lead after the rounds from `round` on that are over. */
static void note_rounds(GameResult *result, const State *state, int round)
{
    int over = state_is_terminal(state) ? state->round : state->round - 1;
    int lead = state_bloc_vp(state, BLOC_US) - state_bloc_vp(state, BLOC_CN);

    for (; round <= over && round <= LEADS_MAX; round++) {
        result->lead[round - 1] = lead;
        result->rounds = round;
    }
}

typedef struct Table {
    State state;
    MatchBots bots;
    BotQuestion question; /* about `state` */
} Table;

static Status play(GameResult *result, Table *table, const GameSetup *setup, Error *err)
{
    State *state = &table->state;
    BotQuestion *question = &table->question;
    char fault[JOURNAL_FAULT_SIZE];

    while (!state_is_terminal(state)) {
        Action action;
        int round = state->round;
        if (setup->watch.position != NULL) {
            setup->watch.position(setup->watch.user, state, question->decision);
        }
        question->seat = state_current_seat(state, question->rules);
        question->type = setup->bot[question->seat];
        Status status = bots_choose(&table->bots, question, &action, fault, err);
        if (status != STATUS_OK) {
            return status;
        }
        state_apply(state, question->rules, action, NULL);
        result->verbs[seat_bloc(question->seat)][action.verb]++;
        question->decision++;
        note_rounds(result, state, round);
    }
    return STATUS_OK;
}

Status game_play(GameResult *result, const Rules *rules, const GameSetup *setup, Error *err)
{
    Table table = {.bots = {.bot = {NULL}}};
    const State *state = &table.state;

    *result = (GameResult){.game = result->game};
    table.question = (BotQuestion){.state = state, .rules = rules, .seed = setup->game.seed};
    state_init(&table.state, rules, &setup->game);
    Status status = play(result, &table, setup, err);
    if (status == STATUS_OK) {
        state_returns(state, rules, result->returns);
        result->decisions = table.question.decision;
        result->hash = state_hash(state, rules);
        result->ending = state_ending(state);
        result->winner = state_winner(state);
        memcpy(result->faults, table.bots.faults, sizeof result->faults);
    }
    bots_close(&table.bots);
    return status;
}
