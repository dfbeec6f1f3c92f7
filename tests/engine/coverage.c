/* Plays random games of every scenario and seat count and counts how often each card was used in
 * each way that its scenario has.  Prints the table possible/seen; exits 1 if a possible way was
 * not seen often enough.
 *
 *     coverage [GAMES]    games of each scenario and seat count; TPD_SCALE percent of 100000 without
 *
 * Rival headlines, both branches of every `when` and lapsed choices need positions that random play
 * seldom meets: test_directed.c makes them. */

#include <stdio.h>
#include <stdlib.h>

#include "core/rng.h"
#include "core/state.h"
#include "support/shipped.h"

typedef enum Use {
    USE_EVENT,
    USE_OPS,
    USE_OPS_EVENT,
    USE_EVENT_OPS,
    USE_SHELVE,
    USE_OWN_HEADLINE,
    USE_NEUTRAL_HEADLINE,
    USE_OPTION_1,
    USE_OPTION_2,
    USE_COUNT
} Use;

static const char *const use_name[USE_COUNT] = {
    "event",  "ops",        "ops-event", "event-ops", "shelve",
    "own-hl", "neutral-hl", "option-1",  "option-2",
};

enum {
    GAMES = 100000,
    LEAST = 100,           /* how often each possible use must be seen in GAMES games */
    DECISIONS_MAX = 10000, /* a game that takes longer does not end */
};

typedef struct Coverage {
    const Rules *rules;
    Setup setup;
    long decisions;
    long rival_headlines;
    int longest, widest; /* decisions of a game, actions of a list */
    long seen[CARDS_MAX][USE_COUNT];
} Coverage;

static Bloc bloc_of(Seat seat)
{
    return (Bloc)(seat / 2);
}

static bool is_own(const Card *card, Bloc bloc)
{
    return card->side == (bloc == BLOC_US ? SIDE_US : SIDE_CN);
}

static void note_headline(Coverage *coverage, const State *state, int card)
{
    const Card *row = &coverage->rules->card[card];

    if (row->side == SIDE_NEUTRAL) {
        coverage->seen[card][USE_NEUTRAL_HEADLINE]++;
    } else if (is_own(row, bloc_of(state_current_seat(state, coverage->rules)))) {
        coverage->seen[card][USE_OWN_HEADLINE]++;
    } else {
        coverage->rival_headlines++;
    }
}

static void note(Coverage *coverage, const State *state, Action action)
{
    static const Use play[] = {[VERB_EVENT] = USE_EVENT,
                               [VERB_OPS] = USE_OPS,
                               [VERB_OPS_EVENT] = USE_OPS_EVENT,
                               [VERB_EVENT_OPS] = USE_EVENT_OPS,
                               [VERB_SHELVE] = USE_SHELVE};

    if (action.verb == VERB_HEADLINE) {
        note_headline(coverage, state, action.argument);
    } else if (action.verb <= VERB_SHELVE) {
        coverage->seen[action.argument][play[action.verb]]++;
    } else if (action.verb == VERB_OPTION) {
        int card = state->frame[state->frame_count - 1].card;
        coverage->seen[card][USE_OPTION_1 + action.argument]++;
    }
}

_Noreturn static void stop_at(const Coverage *coverage, const char *what)
{
    fprintf(stderr, "scenario=%s seats=%d seed=%lu: %s\n",
            coverage->rules->scenario[coverage->setup.scenario].id, coverage->setup.seat_count,
            (unsigned long)coverage->setup.seed, what);
    abort();
}

static void play_game(Coverage *coverage)
{
    const Rules *rules = coverage->rules;
    uint64_t key = rng_key(coverage->setup.seed);
    int decision = 0;
    State state;
    ActionList legal;

    state_init(&state, rules, &coverage->setup);
    for (; !state_is_terminal(&state); decision++) {
        state_legal_actions(&state, rules, &legal);
        if (legal.count < 1 || legal.count > ACTIONS_MAX) {
            stop_at(coverage, "a legal list is empty or too long");
        }
        if (decision == DECISIONS_MAX) {
            stop_at(coverage, "the game does not end");
        }
        Action action = policy_choose(key, decision, &legal);
        note(coverage, &state, action);
        coverage->widest = legal.count > coverage->widest ? legal.count : coverage->widest;
        state_apply(&state, rules, action, NULL);
    }
    coverage->decisions += decision;
    coverage->longest = decision > coverage->longest ? decision : coverage->longest;
}

static bool is_in_game(const Coverage *coverage, int card)
{
    const Scenario *scenario = &coverage->rules->scenario[coverage->setup.scenario];
    int era = coverage->rules->card[card].era;
    int round = scenario->era_round[era];
    bool in_deck = (scenario->deck[era][card / 64] >> (card % 64) & 1) != 0;

    return in_deck && round != 0 && round <= scenario->rounds;
}

static bool has_option(const Coverage *coverage, int card)
{
    Program program = coverage->rules->program[FRAME_EVENT][card];

    for (int i = 0; i < program.length; i++) {
        if (coverage->rules->instruction[program.start + i].op == OP_OPTION) {
            return true;
        }
    }
    return false;
}

static bool is_possible(const Coverage *coverage, int card, Use use)
{
    bool neutral = coverage->rules->card[card].side == SIDE_NEUTRAL;
    bool headline = coverage->rules->scenario[coverage->setup.scenario].headline != 0;

    if (!is_in_game(coverage, card)) {
        return false;
    }
    switch (use) {
    case USE_EVENT:
    case USE_OPS:
    case USE_SHELVE:
        return true;
    case USE_OPS_EVENT:
    case USE_EVENT_OPS:
        return !neutral;
    case USE_OWN_HEADLINE:
        return headline && !neutral;
    case USE_NEUTRAL_HEADLINE:
        return headline && neutral;
    case USE_OPTION_1:
    case USE_OPTION_2:
        return has_option(coverage, card);
    case USE_COUNT:
        break;
    }
    return false;
}

/* Cards that can be used in one way, and how often they were. */
typedef struct UseCount {
    int possible, seen; /* cards */
    long rarest;        /* times that the card least seen was seen */
} UseCount;

static void count_use(const Coverage *coverage, Use use, int card, long least, UseCount *count)
{
    long times = coverage->seen[card][use];

    if (!is_possible(coverage, card, use)) {
        if (times > 0) {
            stop_at(coverage, "a card was used in a way that it cannot be");
        }
        return;
    }
    count->rarest = count->possible == 0 || times < count->rarest ? times : count->rarest;
    count->possible++;
    count->seen += times >= least;
    if (times < least) {
        fprintf(stderr, "hole: %s %s seen %ld times of %ld\n", coverage->rules->card[card].id,
                use_name[use], times, least);
    }
}

/* Prints possible/seen of one way to use cards, and each hole; returns the number of holes. */
static int report_use(const Coverage *coverage, Use use, long least)
{
    UseCount count = {0};

    for (int card = 0; card < coverage->rules->card_count; card++) {
        count_use(coverage, use, card, least, &count);
    }
    if (count.possible > 0) {
        printf(" %s %d/%d (rarest %ld)", use_name[use], count.possible, count.seen, count.rarest);
    }
    return count.possible - count.seen;
}

/* One line a combination of scenario and seats; returns the number of holes. */
static int report(const Coverage *coverage, int games, long least)
{
    int holes = 0;

    printf("%s seats=%d games=%d decisions=%ld longest=%d widest=%d rival-hl=%ld:",
           coverage->rules->scenario[coverage->setup.scenario].id, coverage->setup.seat_count,
           games, coverage->decisions, coverage->longest, coverage->widest,
           coverage->rival_headlines);
    for (int use = 0; use < USE_COUNT; use++) {
        holes += report_use(coverage, (Use)use, least);
    }
    printf("\n");
    fflush(stdout);
    return holes;
}

int main(int argc, char **argv)
{
    const Rules *rules = shipped_rules();
    int games = argc > 1 ? (int)strtol(argv[1], NULL, 10) : scaled(GAMES);
    int holes = 0;

    if (games < 1) {
        fprintf(stderr, "usage: coverage [GAMES]\n");
        return 2;
    }
    long least = (long)LEAST * games / GAMES;
    least = least > 0 ? least : 1;
    printf("possible/seen at least %ld times, a way of using a card\n", least);
    for (int variant = 0; variant < variant_count(rules); variant++) {
        Coverage coverage = {.rules = rules};
        for (int seed = 0; seed < games; seed++) {
            coverage.setup = variant_setup(variant, (uint64_t)seed);
            play_game(&coverage);
        }
        holes += report(&coverage, games, least);
    }
    return holes > 0 ? 1 : 0;
}
