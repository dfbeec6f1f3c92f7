/* samples NAME: writes the sample journal of that name, as tests/golden/journal/ holds it: every kind
 * of line stands in one of them. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "support/matches.h"
#include "support/shipped.h"

typedef void Sample(const char *path);

static Action policy(const Match *match)
{
    ActionList legal;

    match_legal(match, &legal);
    return policy_choose(rng_key(match_setup(match)->seed), match_decision_count(match), &legal);
}

static void must(Status status, const Error *err)
{
    if (status != STATUS_OK) {
        (void)fprintf(stderr, "%s\n", err->text);
        abort();
    }
}

static void submit(Match *match, MatchBy by)
{
    Error err = {.text = ""};

    must(match_submit(match, policy(match), by, &err), &err);
}

static void undo(Match *match, int to)
{
    Error err = {.text = ""};

    must(match_undo_to(match, to, true, &err), &err);
}

/* Two bots, nothing else. */
static void write_bots(const char *path)
{
    MatchSetup setup = matches_setup(matches_game("short", 2, 7), seat_bot(&bot_random));

    setup.journal_path = path;
    Match *match = matches_begin(&setup);
    matches_let_bots_play(match);
    match_free(match);
}

static long slow_clock(void)
{
    static long now = 0; /* as a clock goes on */

    return now += 1 + now % 7;
}

/* Answers every fifth time only. */
static Status decide_seldom(Bot *bot, const View *view, const ActionList *legal, int *choice,
                            Error *err)
{
    enum { PERIOD = 5 };

    (void)view;
    if (bot->decision % PERIOD != 0) {
        return error_set(err, STATUS_PARSE, "seldom.lua:%d: \"no\" answer", bot->decision);
    }
    *choice = legal->count - 1;
    return STATUS_OK;
}

/* Four people choose in every way, take back, and one hands over to a bot that fails. */
static void write_people(const char *path)
{
    enum { ASIDE = 20, HANDS_OVER = 60 };
    MatchSetup setup = matches_setup(matches_game("full", SEATS_MAX, 3), seat_human());
    BotType seldom = bot_random;
    Error err = {.text = ""};

    seldom.name = "my bots/seldom.lua";
    seldom.decide = decide_seldom;
    MatchSeat bot = seat_bot(&seldom);
    MatchSeat person = seat_human();
    setup.journal_path = path;
    setup.seconds = slow_clock;
    Match *match = matches_begin(&setup);
    for (int made = 0; !match_is_over(match); made++) {
        if (match_player(match, match_current_seat(match)) == PLAYER_BOT) {
            must(match_step_bot(match, &err), &err);
        } else {
            submit(match, (MatchBy)(made % BY_BOT));
        }
        if (made % ASIDE == ASIDE - 1 && !match_is_over(match)) {
            undo(match, match_undo_target(match));
        }
        if (made == HANDS_OVER || made == 2 * HANDS_OVER) {
            must(match_seat_change(match, 1, made == HANDS_OVER ? &bot : &person, &err), &err);
        }
    }
    undo(match, match_decision_count(match) - 3);
    while (!match_is_over(match)) {
        submit(match, BY_TEACHER);
    }
    match_free(match);
}

/* Begins in the middle of a card and stops before the end. */
static void write_middle(const char *path)
{
    enum { BEFORE = 58, DECISIONS = 40 };
    MatchSetup setup = matches_setup(matches_game("full", 2, 4), seat_human());
    State start;

    state_init(&start, shipped_rules(), &setup.game);
    for (int i = 0; i < BEFORE; i++) {
        ActionList legal;
        state_legal_actions(&start, shipped_rules(), &legal);
        state_apply(&start, shipped_rules(), legal.item[legal.count / 2], NULL);
    }
    setup.start = &start;
    setup.journal_path = path;
    Match *match = matches_begin(&setup);
    for (int i = 0; i < DECISIONS && !match_is_over(match); i++) {
        submit(match, BY_HAND);
    }
    match_free(match);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        Sample *write;
    } samples[] = {{"bots", write_bots}, {"people", write_people}, {"middle", write_middle}};
    int written = 0;

    for (size_t i = 0; argc == 2 && i < sizeof samples / sizeof samples[0]; i++) {
        if (strcmp(samples[i].name, argv[1]) == 0) {
            Place place = place_new();
            size_t size;
            samples[i].write(place.path);
            char *text = matches_read(place.path, &size);
            (void)fwrite(text, 1, size, stdout);
            free(text);
            place_free(&place);
            written++;
        }
    }
    return written == 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
