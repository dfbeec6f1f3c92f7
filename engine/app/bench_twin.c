#include "app/bench_twin.h"

#include "core/nation.h"

Frame *twin_frame(State *state)
{
    return &state->frame[state->frame_count - 1];
}

uint32_t twin_quadrants(const State *state, const Rules *rules, Bloc bloc)
{
    return nation_users(state, rules, (Stack)(2 * (int)bloc)) |
           nation_users(state, rules, (Stack)(2 * (int)bloc + 1));
}

void twin_begin_choice(State *state, int next, int nations)
{
    Frame *frame = twin_frame(state);

    frame->next = (uint8_t)next;
    frame->left = (uint8_t)nations;
}

void twin_take(State *state, int nation, Move move, EventLog *log)
{
    Frame *frame = twin_frame(state);
    uint32_t picked = UINT32_C(1) << nation;

    nation_move(state, picked, move, (Bloc)frame->owner, log);
    frame->chosen |= picked;
    frame->left--;
}

NativeChoice twin_pick_nation(uint32_t nations)
{
    return (NativeChoice){.set = nations, .verb = VERB_PICK_NATION};
}

NativeChoice twin_pick_option(const State *state, const Rules *rules)
{
    (void)state;
    (void)rules;
    return (NativeChoice){.set = 3, .verb = VERB_OPTION};
}
