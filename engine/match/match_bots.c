#include "match/match_bots.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/rng.h"
#include "core/state.h"
#include "core/view.h"

/* The random bot plays the games of traces; every other has chance of its own, from which the
 * game's seed, and so what is hidden, cannot be found. */
static uint64_t bot_key(const BotQuestion *question)
{
    uint64_t key = rng_key(question->history->setup.seed);

    if (question->type == &bot_random) {
        return key;
    }
    return rng_hash(key, STREAM_BOT, (unsigned)question->seat, 0, 0);
}

static Status open_bot(MatchBots *bots, const BotQuestion *question, Error *err)
{
    const BotConfig config = {.key = bot_key(question), .seat = question->seat};

    if (bots->bot[question->seat] != NULL) {
        return STATUS_OK;
    }
    return question->type->open(&bots->bot[question->seat], question->type,
                                question->history->rules, &config, err);
}

/* The first line of what a bot said, as text that a journal's line can hold. */
static void keep_fault(char fault[JOURNAL_FAULT_SIZE], const char *text)
{
    int length = error_quote(text, JOURNAL_FAULT_SIZE - 1);

    snprintf(fault, JOURNAL_FAULT_SIZE, "%.*s", length, length == 0 ? "" : text);
    if (fault[0] == '\0') {
        snprintf(fault, JOURNAL_FAULT_SIZE, "the bot gave no answer");
    }
}

/* The index of the choice, or -1 and why. */
static int ask(Bot *bot, const BotQuestion *question, const ActionList *legal,
               char fault[JOURNAL_FAULT_SIZE])
{
    View view;
    Error err = {.text = ""};
    int choice = -1;

    view_of(&view, history_state(question->history), question->history->rules, question->seat);
    bot->decision = question->history->count;
    if (question->type->decide(bot, &view, legal, &choice, &err) != STATUS_OK) {
        keep_fault(fault, err.text);
        return -1;
    }
    if (choice < 0 || choice >= legal->count) {
        snprintf(fault, JOURNAL_FAULT_SIZE, "expected the index of one of %d actions, found %d",
                 legal->count, choice);
        return -1;
    }
    return choice;
}

Status bots_choose(MatchBots *bots, const BotQuestion *question, Action *action,
                   char fault[JOURNAL_FAULT_SIZE], Error *err)
{
    ActionList legal;
    Status status = open_bot(bots, question, err);

    if (status != STATUS_OK) {
        return status;
    }
    fault[0] = '\0';
    state_legal_actions(history_state(question->history), question->history->rules, &legal);
    int choice = ask(bots->bot[question->seat], question, &legal, fault);
    if (choice < 0) {
        bots->faults[question->seat]++;
        memcpy(bots->last_fault, fault, sizeof bots->last_fault);
        choice = 0;
    }
    *action = legal.item[choice];
    return STATUS_OK;
}

void bots_count_faults(MatchBots *bots, const int faults[SEATS_MAX])
{
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        bots->faults[seat] += faults[seat];
    }
}

void bots_close_seat(MatchBots *bots, Seat seat)
{
    Bot *bot = bots->bot[seat];

    if (bot != NULL) {
        bot->type->close(bot);
    }
    bots->bot[seat] = NULL;
}

void bots_close(MatchBots *bots)
{
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        bots_close_seat(bots, seat);
    }
}
