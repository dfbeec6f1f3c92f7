/* The shipped doctrines are what they are called: each does more than the others of what its name
 * promises.  TPD_SCALE percent of the games, in the full game against `balanced`, on both sides. */

#include <stdint.h>
#include <stdio.h>

#include "core/event.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/track.h"
#include "script/script_bot.h"
#include "support/bot_text.h"
#include "support/shipped.h"
#include "test.h"

enum { GAMES = 200, GAMES_LEAST = 24 };

typedef enum Doctrine {
    HAWK,
    OPEN_FLOOD,
    CLOSED_FRONTIER,
    DIPLOMAT,
    INDUSTRIALIST,
    DOCTRINE_COUNT
} Doctrine;

static const char *const doctrine_name[DOCTRINE_COUNT] = {"hawk", "open-flood", "closed-frontier",
                                                          "diplomat", "industrialist"};

/* What a doctrine did, summed over its games. */
typedef struct Deeds {
    int verb[VERB_COUNT], lab, won;
} Deeds;

static BotType *read_bot(const char *name)
{
    char path[512];
    BotType *type = NULL;
    Error err;

    snprintf(path, sizeof path, TPD_SOURCE_DIR "/scripts/bots/%s.lua", name);
    if (script_bot_new(&type, path, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return type;
}

static int decide(Bot *bot, const State *state, int decision)
{
    Error err = {.text = ""};
    int choice = 0;

    if (bot_decide(bot, state, decision, &choice, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return choice;
}

static void play(const BotType *const type[BLOC_COUNT], uint64_t seed, Bloc watched, Deeds *deeds)
{
    const Rules *rules = shipped_rules();
    Setup setup = {.seed = seed, .scenario = rules_find_scenario(rules, "full"), .seat_count = 2};
    Bot *bot[BLOC_COUNT] = {bot_open(type[BLOC_US], rules, closed_seat(BLOC_US), seed),
                            bot_open(type[BLOC_CN], rules, closed_seat(BLOC_CN), seed)};
    State state;

    state_init(&state, rules, &setup);
    for (int decision = 0; !state_is_terminal(&state); decision++) {
        Bloc bloc = seat_bloc(state_current_seat(&state, rules));
        ActionList legal;
        int choice = decide(bot[bloc], &state, decision);
        state_legal_actions(&state, rules, &legal);
        deeds->verb[legal.item[choice].verb] += bloc == watched;
        state_apply(&state, rules, legal.item[choice], NULL);
    }
    deeds->lab += best_lab(&state, watched);
    deeds->won += state_winner(&state) == watched;
    type[BLOC_US]->close(bot[BLOC_US]);
    type[BLOC_CN]->close(bot[BLOC_CN]);
}

static const Deeds *deeds_of_all(void)
{
    static Deeds deeds[DOCTRINE_COUNT];
    int games = scaled(GAMES) < GAMES_LEAST ? GAMES_LEAST : scaled(GAMES);
    BotType *other = read_bot("balanced");

    if (deeds[0].lab > 0) {
        script_bot_free(other);
        return deeds;
    }
    for (int doctrine = 0; doctrine < DOCTRINE_COUNT; doctrine++) {
        BotType *type = read_bot(doctrine_name[doctrine]);
        for (int game = 0; game < games; game++) {
            Bloc watched = (Bloc)(game % BLOC_COUNT);
            const BotType *seated[BLOC_COUNT] = {other, other};
            seated[watched] = type;
            play(seated, (uint64_t)game / BLOC_COUNT + 1, watched, &deeds[doctrine]);
        }
        script_bot_free(type);
    }
    script_bot_free(other);
    return deeds;
}

static int count_verbs(const Deeds *deeds, Verb from, Verb to)
{
    int count = 0;

    for (int verb = (int)from; verb <= (int)to; verb++) {
        count += deeds->verb[verb];
    }
    return count;
}

/* At least 1.3 times the mean of the other doctrines. */
static void expect_most(Doctrine doctrine, Verb from, Verb to)
{
    enum { TIMES_TENTHS = 13, TENTHS = 10 };
    const Deeds *deeds = deeds_of_all();
    int others = 0;

    for (int i = 0; i < DOCTRINE_COUNT; i++) {
        int count = count_verbs(&deeds[i], from, to);
        print_message("%s: %s: %d\n", vocab_verb[from], doctrine_name[i], count);
        others += i == (int)doctrine ? 0 : count;
    }
    int own = count_verbs(&deeds[doctrine], from, to);
    assert_true(own > 0);
    assert_true(TENTHS * own * (DOCTRINE_COUNT - 1) >= TIMES_TENTHS * others);
}

TEST(hawk_imposes)
{
    expect_most(HAWK, VERB_IMPOSE, VERB_IMPOSE);
}

TEST(open_flood_releases_open)
{
    expect_most(OPEN_FLOOD, VERB_RELEASE_OPEN, VERB_RELEASE_OPEN);
}

TEST(diplomat_courts)
{
    expect_most(DIPLOMAT, VERB_COURT_ALIGN, VERB_COURT_CLOSE);
}

TEST(industrialist_integrates)
{
    expect_most(INDUSTRIALIST, VERB_INTEGRATE, VERB_INTEGRATE);
}

TEST(closed_frontier_has_the_best_lab)
{
    const Deeds *deeds = deeds_of_all();

    for (int i = 0; i < DOCTRINE_COUNT; i++) {
        print_message("lab: %s: %d, won %d\n", doctrine_name[i], deeds[i].lab, deeds[i].won);
    }
    for (int i = 0; i < DOCTRINE_COUNT; i++) {
        assert_true(i == CLOSED_FRONTIER || deeds[i].lab < deeds[CLOSED_FRONTIER].lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hawk_imposes),
        cmocka_unit_test(open_flood_releases_open),
        cmocka_unit_test(diplomat_courts),
        cmocka_unit_test(industrialist_integrates),
        cmocka_unit_test(closed_frontier_has_the_best_lab),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
