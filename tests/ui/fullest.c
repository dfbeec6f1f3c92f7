/* fullest: plays 200 random games, and prints the table in the position in which most nations stand in
 * one cell and most of them would move: what a golden file holds of crowded cells. */

#include <stdio.h>

#include "core/explain.h"
#include "core/playout.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"
#include "support/shipped.h"
#include "support/sitting.h"
#include "test.h"
#include "ui/desk.h"
#include "ui/draw.h"

enum { GAMES = 200, EVERY = 5, SPAN = 2 * GRID_EDGE + 1, MOVE = 1, STANDS = 100 };

/* Nations of the fullest cell count first, forecast moves second. */
static int fullness(const State *state, const Rules *rules)
{
    int count[SPAN * SPAN] = {0};
    int most = 0;
    int moves = 0;
    State next;

    for (int n = 0; n < rules->nation_count; n++) {
        int cell = (state->nation_y[n] + GRID_EDGE) * SPAN + state->nation_x[n] + GRID_EDGE;
        count[cell]++;
        most = count[cell] > most ? count[cell] : most;
    }
    explain_market(&next, NULL, state, rules);
    for (int n = 0; n < rules->nation_count; n++) {
        moves += next.nation_x[n] != state->nation_x[n] || next.nation_y[n] != state->nation_y[n];
    }
    return most * STANDS + moves * MOVE;
}

static void search_game(State *best, int *most, uint64_t seed)
{
    const Rules *rules = shipped_rules();
    const Setup setup = {.seed = seed,
                         .scenario = rules_find_scenario(rules, "full"),
                         .seat_count = 2};
    State state;
    ActionList legal;

    state_init(&state, rules, &setup);
    for (int decision = 0; !state_is_terminal(&state); decision++) {
        int full = decision % EVERY == 0 ? fullness(&state, rules) : 0;
        if (full > *most) {
            *most = full;
            *best = state;
        }
        state_legal_actions(&state, rules, &legal);
        int n = playout_choice(rules, rng_key(seed), decision, legal.count);
        state_apply(&state, rules, legal.item[n], NULL);
    }
}

static void print_line(void *user, const char *line)
{
    (void)user;
    puts(line);
}

int main(void)
{
    State best;
    int most = 0;
    static const int sizes[][2] = {{1280, 800}, {1024, 768}, {960, 540}};

    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        search_game(&best, &most, seed);
    }
    printf("nations in one cell %d, moves %d\n", most / STANDS, most % STANDS);
    Sitting *sitting = sitting_at(&best);
    for (int n = 0; n < 3; n++) {
        sitting->w = sizes[n][0];
        sitting->h = sizes[n][1];
        sitting_frame(sitting);
        printf("%dx%d\n", sitting->w, sitting->h);
        draw_print(&sitting->list, print_line, NULL);
    }
    sitting_free(sitting);
    return 0;
}
