#include "match/match_bots.h"

#include <stdio.h>
#include <string.h>

#include "core/rng.h"
#include "core/view.h"

/* The random bot plays the games of traces; every other has chance of its own, from which the
 * game's seed, and so what is hidden, cannot be found. */
static uint64_t bot_key(const BotQuestion *question)
{
    uint64_t key = rng_key(question->seed);

    if (question->type == &bot_random) {
        return key;
    }
    return rng_hash(key, STREAM_BOT, (unsigned)question->seat, 0, 0);
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

/* What cannot be opened is not tried again: it would say the same, and may have taken its time. */
static Status open_bot(MatchBots *bots, const BotQuestion *question, Error *err)
{
    const BotConfig config = {.key = bot_key(question),
                              .seat = question->seat,
                              .sliced = bots->sliced};
    Seat seat = question->seat;
    Error why = {.text = ""};

    if (bots->bot[seat] != NULL || bots->is_broken[seat]) {
        return STATUS_OK;
    }
    Status status =
        question->type->open(&bots->bot[seat], question->type, question->rules, &config, &why);
    if (status == STATUS_MEMORY) {
        return error_set(err, status, "%s", why.text);
    }
    if (status != STATUS_OK) {
        bots->bot[seat] = NULL;
        bots->is_broken[seat] = true;
        keep_fault(bots->broken[seat], why.text);
    }
    return STATUS_OK;
}

typedef struct Answer {
    int choice;
    Error err;
} Answer;

static Status decide(const MatchBots *bots, Bot *bot, const View *view, const ActionList *legal,
                     Answer *answer)
{
    const BotType *type = bot->type;

    if (bots->sliced && type->think != NULL) {
        return type->think(bot, view, legal, &answer->choice, &answer->err);
    }
    if (bots->work == NULL || type->begin == NULL) {
        return type->decide(bot, view, legal, &answer->choice, &answer->err);
    }
    bots->work(bot, type->begin(bot, view, legal), bots->threads);
    return type->finish(bot, &answer->choice, &answer->err);
}

static bool is_open(int choice)
{
    return choice == BOT_THINKS || choice == BOT_WAITS;
}

/* The index of the choice, BOT_THINKS or BOT_WAITS, or -1 and why. */
static int ask(const MatchBots *bots, const BotQuestion *question, const ActionList *legal,
               char fault[JOURNAL_FAULT_SIZE])
{
    Bot *bot = bots->bot[question->seat];
    View view;
    Answer answer = {.choice = -1, .err = {.text = ""}};

    view_of(&view, question->state, question->rules, question->seat);
    bot->decision = question->decision;
    bot->reasons = bots->reasons;
    if (decide(bots, bot, &view, legal, &answer) != STATUS_OK) {
        keep_fault(fault, answer.err.text);
        return -1;
    }
    if (bots->sliced && is_open(answer.choice)) {
        return answer.choice;
    }
    if (answer.choice < 0 || answer.choice >= legal->count) {
        snprintf(fault, JOURNAL_FAULT_SIZE, "expected the index of one of %d actions, found %d",
                 legal->count, answer.choice);
        return -1;
    }
    return answer.choice;
}

/* Asks, or finds that the bot is broken: -1, as a fault. */
static int ask_or_fail(const MatchBots *bots, const BotQuestion *question, const ActionList *legal,
                       char fault[JOURNAL_FAULT_SIZE])
{
    if (bots->is_broken[question->seat]) {
        memcpy(fault, bots->broken[question->seat], JOURNAL_FAULT_SIZE);
        return -1;
    }
    return ask(bots, question, legal, fault);
}

Status bots_choose(MatchBots *bots, const BotQuestion *question, Action *action,
                   char fault[JOURNAL_FAULT_SIZE], Error *err)
{
    Seat seat = question->seat;
    ActionList legal;

    fault[0] = '\0';
    bots->thinks = false;
    if (bots->reasons != NULL) {
        bots->reasons->count = 0;
    }
    state_legal_actions(question->state, question->rules, &legal);
    *action = legal.item[0];
    if (bots->faults[seat] - bots->forgiven[seat] >= BOT_FAULTS_MAX) {
        return STATUS_OK;
    }
    Status status = open_bot(bots, question, err);
    if (status != STATUS_OK) {
        return status;
    }
    int choice = ask_or_fail(bots, question, &legal, fault);
    bots->waits = choice == BOT_WAITS;
    bots->thinks = is_open(choice);
    if (bots->thinks) {
        return STATUS_OK;
    }
    if (choice < 0) {
        if (bots->reasons != NULL) {
            bots->reasons->count = 0;
        }
        bots->faults[seat]++;
        memcpy(bots->last_fault, fault, sizeof bots->last_fault);
    } else {
        *action = legal.item[choice];
    }
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
    bots->is_broken[seat] = false;
}

void bots_forgive(MatchBots *bots, Seat seat)
{
    bots->forgiven[seat] = bots->faults[seat];
}

void bots_close(MatchBots *bots)
{
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        bots_close_seat(bots, seat);
    }
}
