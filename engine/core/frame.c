#include "core/frame.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "core/seats.h"

Frame *frame_top(State *state)
{
    return &state->frame[state->frame_count - 1];
}

/* Frames are filled in place: a frame that is built elsewhere and copied costs more than its use. */
static Frame *push(State *state, FrameKind kind, Seat seat)
{
    assert(state->frame_count < FRAMES_MAX);
    Frame *frame = &state->frame[state->frame_count++];
    frame->kind = (uint8_t)kind;
    frame->seat = (uint8_t)seat;
    return frame;
}

void frame_push_operations(State *state, Seat seat, int points)
{
    push(state, FRAME_OPS, seat)->points = (uint8_t)points;
}

void frame_push_event(State *state, int card, Bloc owner, Seat seat, Bloc culprit)
{
    Frame *frame = push(state, FRAME_EVENT, seat);

    frame->card = (uint8_t)card;
    frame->owner = (uint8_t)owner;
    frame->culprit = (uint8_t)culprit;
}

void frame_push_hearts(State *state, Stack stack, Seat seat, Bloc culprit)
{
    Frame *frame = push(state, FRAME_HEARTS, seat);

    frame->card = stack % 2;
    frame->owner = (uint8_t)(stack / 2);
    frame->culprit = (uint8_t)culprit;
}

void frame_push_hedging(State *state, Bloc owner, Seat seat, int moves)
{
    Frame *frame = push(state, FRAME_HEDGING, seat);

    frame->owner = (uint8_t)owner;
    frame->left = (uint8_t)moves;
}

void frame_push_trigger(State *state, const Rules *rules, TriggerKind kind, Bloc owner,
                        Bloc culprit)
{
    int card = state->trigger[kind][owner] - 1;

    if (card < 0 || rules->program[FRAME_TRIGGER][card].length == 0) {
        return;
    }
    Frame *frame = push(state, FRAME_TRIGGER, headliner(state, owner));
    frame->card = (uint8_t)card;
    frame->owner = (uint8_t)owner;
    frame->culprit = (uint8_t)culprit;
}

void frame_pop(State *state)
{
    assert(state->frame_count > 0);
    state->frame_count--;
    memset(&state->frame[state->frame_count], 0, sizeof(Frame));
}

void frame_step_over(State *state, int next)
{
    if (next == PROGRAM_END) {
        frame_pop(state);
        return;
    }
    Frame *frame = frame_top(state);
    frame->next = (uint8_t)next;
    frame->left = 0;
    frame->chosen = 0;
}
