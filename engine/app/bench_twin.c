#include "app/bench_twin.h"

#include "core/lanes.h"
#include "core/nation.h"
#include "core/seats.h"

Frame *twin_frame(State *state)
{
    return &state->frame[state->frame_count - 1];
}

uint32_t twin_reachable(const State *state, const Rules *rules, Stack stack)
{
    int sign = side_sign((Bloc)(stack / 2));
    Lanes corner_x = lanes_all(sign * GRID_EDGE);
    Lanes corner_y = lanes_all(stack % 2 == 1 ? GRID_EDGE : -GRID_EDGE);
    uint32_t set = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        Lanes x = lanes_load(state->nation_x + base);
        Lanes y = lanes_load(state->nation_y + base);
        Lanes abroad = (sign < 0 ? x > 0 : x < 0) & (y != 0);
        Lanes arrived = (x == corner_x) & (y == corner_y);
        set |= lanes_mask(~(abroad | arrived)) << base;
    }
    return set & rules->nations;
}

uint32_t twin_across(const State *state, const Rules *rules, Stack stack)
{
    uint32_t set = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        Lanes y = lanes_load(state->nation_y + base);
        set |= lanes_mask(stack % 2 == 1 ? y < 0 : y > 0) << base;
    }
    return set;
}

uint32_t twin_alignable(const State *state, const Rules *rules, Bloc bloc)
{
    Lanes edge = lanes_all(side_sign(bloc) * GRID_EDGE);
    uint32_t set = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        set |= lanes_mask(lanes_load(state->nation_x + base) != edge) << base;
    }
    return set & rules->nations;
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

    nation_move(state, nation, move, (Bloc)frame->owner, log);
    frame->chosen |= UINT32_C(1) << nation;
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
