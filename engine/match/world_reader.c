#include "match/world_reader.h"

#include <stddef.h>

#include "ai/evaluation.h"
#include "ai/evaluation_policy.h"
#include "ai/search_chance.h"
#include "core/seats.h"
#include "core/view.h"

enum { ITERATIONS = 48, CHANCE_A_RETURN = 10 /* units of 1/10000 in one of 1/1000 */ };

Status world_reader_init(WorldReader *reader, const Rules *rules, int plays, Error *err)
{
    const SearchConfig config = search_config(ITERATIONS);

    *reader = (WorldReader){.rules = rules, .plays = plays};
    return search_new(&reader->search, &config, rules, err);
}

void world_reader_clear(WorldReader *reader)
{
    search_free(reader->search);
}

int world_read_playing(const Rules *rules, int plays, const State *world, Action action, Seat seat)
{
    int until = plays_over(rules, world) + plays;
    State state = *world;
    int returns[SEATS_MAX];

    state_apply(&state, rules, action, NULL);
    evaluation_play(&evaluation_shipped, rules, &state, until);
    evaluation_calibrated_returns(&evaluation_shipped, rules, &state, returns);
    return returns[seat];
}

/* Up to a choice, or the end. */
static void play_forced(State *state, const Rules *rules, ActionList *legal)
{
    while (!state_is_terminal(state)) {
        state_legal_actions(state, rules, legal);
        if (legal->count > 1) {
            return;
        }
        state_apply(state, rules, legal->item[0], NULL);
    }
}

static int read_searching(WorldReader *reader, const State *next, uint64_t key)
{
    const Rules *rules = reader->rules;
    State state = *next;
    int returns[SEATS_MAX];
    SearchResult found;
    ActionList legal;
    View view;

    play_forced(&state, rules, &legal);
    if (state_is_terminal(&state)) {
        state_returns(&state, rules, returns);
        return returns[reader->seat];
    }
    view_of(&view, &state, rules, state_current_seat(&state, rules));
    search_begin(reader->search, &view, &legal, key);
    while (!search_step(reader->search, ITERATIONS)) {
    }
    search_result(reader->search, &found);
    const SearchCount *best = &found.action[search_best(&found)];
    return is_four_seats(&state)
               ? search_mean(best, reader->seat)
               : search_chance(best, rules, &state, seat_bloc(reader->seat)) / CHANCE_A_RETURN;
}

WorldReading world_read(WorldReader *reader, const State *world, Action action, uint64_t key)
{
    State next = *world;

    state_apply(&next, reader->rules, action, NULL);
    return (WorldReading){
        world_read_playing(reader->rules, reader->plays, world, action, reader->seat),
        read_searching(reader, &next, key)};
}
