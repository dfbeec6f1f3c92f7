#include "core/vm.h"

#include <assert.h>
#include <string.h>

#include "core/bits.h"
#include "core/control.h"
#include "core/deck.h"
#include "core/frame.h"
#include "core/nation.h"
#include "core/release.h"
#include "core/rng.h"
#include "core/seats.h"
#include "core/track.h"
#include "core/vm_condition.h"
#include "core/vocab.h"

enum { MODIFIER_BOUND = 60, DIE_SIDES = 6 }; /* the sum of two modifiers stays inside a byte */

static const Instruction *program_of(const Rules *rules, const Frame *frame)
{
    return rules->instruction + rules->program[frame->kind][frame->card].start;
}

const Instruction *vm_pending(const State *state, const Rules *rules)
{
    const Frame *frame = &state->frame[state->frame_count - 1];

    return program_of(rules, frame) + frame->next;
}

static uint32_t choose_targets(const State *state, const Rules *rules, const Frame *frame,
                               const Instruction *instruction)
{
    return nation_targets(state, rules, instruction->index, (Move)instruction->a,
                          (Bloc)frame->owner) &
           ~frame->chosen;
}

uint32_t vm_targets(const State *state, const Rules *rules)
{
    const Frame *frame = &state->frame[state->frame_count - 1];

    return choose_targets(state, rules, frame, vm_pending(state, rules));
}

static Bloc bloc_meant(const Frame *frame, Who who)
{
    switch (who) {
    case WHO_US:
        return BLOC_US;
    case WHO_CN:
        return BLOC_CN;
    case WHO_RIVAL:
        return rival_of((Bloc)frame->owner);
    case WHO_YOU:
    case WHO_WORLD:
        break;
    }
    return (Bloc)frame->owner;
}

static void gain(State *state, const Rules *rules, const Frame *frame,
                 const Instruction *instruction, EventLog *log)
{
    const TrackInfo *track = &vocab_track[instruction->a];
    Bloc bloc = bloc_meant(frame, (Who)instruction->b);
    int amount = instruction->n;

    if (instruction->a == TRACK_PLATEAU) {
        reveal_plateau(state, rules,
                       log); /* a hidden tile is one of the set-up, and bites nobody */
    }
    if (instruction->a == TRACK_FRONTIER) {
        gain_frontier(state, rules, event_purse(state, bloc, frame->seat), amount, log);
    } else if (instruction->a == TRACK_RISK) {
        gain_risk(state, rules, amount, (Bloc)frame->culprit, log);
    } else if (instruction->a == TRACK_VP) {
        state_gain(state, rules, SLOT_POOL + (int)bloc, amount, log); /* "VP from events" */
    } else if (track->scope == SCOPE_SEAT) {
        state_gain(state, rules, track->slot + event_purse(state, bloc, frame->seat), amount, log);
    } else if (track->scope == SCOPE_BLOC) {
        state_gain(state, rules, track->slot + (int)bloc, amount, log);
    } else {
        state_gain(state, rules, track->slot, amount, log);
    }
}

static void modify(State *state, const Frame *frame, const Instruction *instruction, EventLog *log)
{
    Bloc bloc = bloc_meant(frame, (Who)instruction->b);
    int8_t *sum = &state->modifier[instruction->a][bloc][instruction->index];
    int value = *sum + instruction->n;

    value = value > MODIFIER_BOUND ? MODIFIER_BOUND : value;
    *sum = (int8_t)(value < -MODIFIER_BOUND ? -MODIFIER_BOUND : value);
    event_add(log, EVENT_MODIFIED, (int)bloc, instruction->a, instruction->n);
}

static void vp_count(State *state, const Rules *rules, const Frame *frame,
                     const Instruction *instruction, EventLog *log)
{
    uint32_t nations =
        nation_targets(state, rules, instruction->index, MOVE_COUNT, (Bloc)frame->owner);
    int count = bits_count(nations);
    int vp = count / instruction->a;

    state_gain(state, rules, SLOT_POOL + frame->owner, vp < instruction->n ? vp : instruction->n,
               log);
}

static void release_by_event(State *state, const Rules *rules, Frame frame, Model model,
                             EventLog *log)
{
    Bloc bloc = (Bloc)frame.owner;
    Release release = {
        .model = model,
        .bloc = bloc,
        .lab = model == MODEL_API ? closed_seat(bloc) : open_seat(state, bloc),
        .chooser = frame.seat,
        .culprit = (Bloc)frame.culprit,
    };
    int frontier = state->track[SLOT_FRONTIER + release.lab];

    if (frontier > state->track[SLOT_QUALITY + (int)release_stack(bloc, model)]) {
        release_model(state, rules, &release, log);
    }
}

static void set_trigger(State *state, const Frame *frame, TriggerKind kind, EventLog *log)
{
    state->trigger[kind][frame->owner] = (uint8_t)(frame->card + 1);
    event_add(log, EVENT_TRIGGER_SET, frame->owner, frame->card, (int)kind);
}

static void move_each(State *state, const Rules *rules, const Frame *frame,
                      const Instruction *instruction, EventLog *log)
{
    Bloc owner = (Bloc)frame->owner;
    Move move = (Move)instruction->a;

    nation_move_all(state, nation_targets(state, rules, instruction->index, move, owner), move,
                    owner, log);
}

static Seat hand_meant(const State *state, const Frame *frame, const Instruction *instruction)
{
    return event_purse(state, bloc_meant(frame, (Who)instruction->b), frame->seat);
}

/* Instructions that ask nobody and start nothing. */
static void run_simple(State *state, const Rules *rules, const Frame *frame,
                       const Instruction *instruction, EventLog *log)
{
    switch ((Op)instruction->op) {
    case OP_GAIN:
        gain(state, rules, frame, instruction, log);
        break;
    case OP_EACH:
        move_each(state, rules, frame, instruction, log);
        break;
    case OP_MODIFY:
        modify(state, frame, instruction, log);
        break;
    case OP_DRAW:
        deck_draw(state, rules, hand_meant(state, frame, instruction), instruction->n, log);
        break;
    case OP_DISCARD:
        deck_discard_random(state, hand_meant(state, frame, instruction), instruction->n, log);
        break;
    case OP_LIFT:
        if (in_force(state, (Tile)instruction->a)) {
            control_lift(state, rules, (Tile)instruction->a, log);
        }
        break;
    case OP_TRIGGER:
        set_trigger(state, frame, (TriggerKind)instruction->a, log);
        break;
    case OP_VP_COUNT:
        vp_count(state, rules, frame, instruction, log);
        break;
    case OP_REVEAL:
        reveal_plateau(state, rules, log);
        break;
    case OP_CHOOSE:
    case OP_WHEN:
    case OP_OPTION:
    case OP_IMPOSE:
    case OP_LIFT_CHOICE:
    case OP_RELEASE:
    case OP_NATIVE:
    case OP_COUNT:
        assert(false); /* asks, branches or starts something: run_instruction() has it */
    }
}

/* IMPOSE and RELEASE: what they start is resolved before the rest of this frame. */
static void run_starting(State *state, const Rules *rules, const Instruction *instruction,
                         EventLog *log)
{
    Frame frame = *frame_top(state);

    frame_step_over(state, instruction->next);
    if (instruction->op == OP_RELEASE) {
        release_by_event(state, rules, frame, (Model)instruction->a, log);
    } else if (control_may_impose(state, rules, (Tile)instruction->a)) {
        control_impose(state, rules, (Tile)instruction->a, (Bloc)frame.culprit, log);
    }
}

/* Starts or continues a `choose`; false if no nation is left to choose. */
static bool must_choose(const State *state, const Rules *rules, Frame *frame,
                        const Instruction *instruction)
{
    if (frame->left == 0) {
        frame->left = (uint8_t)instruction->n;
    }
    if (choose_targets(state, rules, frame, instruction) != 0) {
        return true;
    }
    frame->left = 0;
    frame->chosen = 0;
    return false;
}

static int branch(State *state, const Rules *rules, const Frame *frame,
                  const Instruction *instruction, EventLog *log)
{
    const Condition *condition = &rules->condition[instruction->index];
    bool holds;

    if (condition->test == TEST_DIE) {
        uint64_t hash = rng_hash(rng_key(state->seed), STREAM_DIE, state->round, state->dice, 0);
        int die = 1 + rng_below(hash, DIE_SIDES);
        state->dice++;
        event_add(log, EVENT_DIE, die, condition->n, 0);
        holds = die >= condition->n;
    } else {
        holds = condition_holds(state, condition, frame);
    }
    return holds ? instruction->next : instruction->other;
}

static void announce(const Frame *frame, EventLog *log)
{
    if (log == NULL || frame->next != 0 || frame->left != 0) {
        return;
    }
    if (frame->kind == FRAME_EVENT) {
        event_add(log, EVENT_RESOLVING, frame->seat, frame->card, frame->owner);
    } else if (frame->kind == FRAME_TRIGGER) {
        event_add(log, EVENT_TRIGGERED, frame->owner, frame->card, 0);
    }
}

/* How an instruction leaves its frame. */
typedef enum Flow {
    FLOW_ON,   /* to go on at `next` */
    FLOW_ASKS, /* waiting for an answer */
    FLOW_LEFT  /* gone, covered by another, or the game is over */
} Flow;

static Flow run_instruction(State *state, const Rules *rules, const Instruction *instruction,
                            int *next, EventLog *log)
{
    Frame *frame = frame_top(state);

    *next = instruction->next;
    switch ((Op)instruction->op) {
    case OP_WHEN:
        *next = branch(state, rules, frame, instruction, log);
        return FLOW_ON;
    case OP_CHOOSE:
        return must_choose(state, rules, frame, instruction) ? FLOW_ASKS : FLOW_ON;
    case OP_OPTION:
        return FLOW_ASKS;
    case OP_LIFT_CHOICE:
        return own_tiles_in_force(state, (Bloc)frame->owner) != 0 ? FLOW_ASKS : FLOW_ON;
    case OP_IMPOSE:
    case OP_RELEASE:
        run_starting(state, rules, instruction, log);
        return FLOW_LEFT;
    case OP_NATIVE:
        return rules->native[instruction->index].run(state, rules, -1, log) ? FLOW_ASKS : FLOW_LEFT;
    case OP_GAIN:
    case OP_EACH:
    case OP_MODIFY:
    case OP_DRAW:
    case OP_DISCARD:
    case OP_LIFT:
    case OP_TRIGGER:
    case OP_VP_COUNT:
    case OP_REVEAL:
    case OP_COUNT:
        break;
    }
    run_simple(state, rules, frame, instruction, log);
    return state->phase == PHASE_END ? FLOW_LEFT : FLOW_ON;
}

bool vm_run(State *state, const Rules *rules, EventLog *log)
{
    Frame *frame = frame_top(state);
    const Instruction *program = program_of(rules, frame);
    int at = frame->next;
    Flow flow = FLOW_ON;

    announce(frame, log);
    while (at != PROGRAM_END) {
        int next;
        frame->next = (uint8_t)at;
        flow = run_instruction(state, rules, program + at, &next, log);
        if (flow != FLOW_ON) {
            break;
        }
        at = next;
    }
    if (flow == FLOW_ON) {
        frame_pop(state);
    }
    return flow == FLOW_ASKS;
}

static bool answer_choose(State *state, const Rules *rules, const Instruction *instruction,
                          int nation, EventLog *log)
{
    Frame *frame = frame_top(state);

    nation_move(state, nation, (Move)instruction->a, (Bloc)frame->owner, log);
    frame->chosen |= UINT32_C(1) << nation;
    frame->left--;
    if (frame->left > 0 && choose_targets(state, rules, frame, instruction) != 0) {
        return true;
    }
    frame_step_over(state, instruction->next);
    return false;
}

bool vm_answer(State *state, const Rules *rules, int answer, EventLog *log)
{
    const Instruction *instruction = vm_pending(state, rules);

    if (instruction->op == OP_CHOOSE) {
        return answer_choose(state, rules, instruction, answer, log);
    }
    if (instruction->op == OP_NATIVE) {
        return rules->native[instruction->index].run(state, rules, answer, log);
    }
    if (instruction->op == OP_OPTION) {
        frame_step_over(state, answer == 0 ? instruction->next : instruction->other);
    } else {
        assert(instruction->op == OP_LIFT_CHOICE);
        frame_step_over(state, instruction->next);
        control_lift(state, rules, (Tile)answer, log);
    }
    return false;
}
