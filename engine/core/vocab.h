/* The words of the game: enums, counts and names, generated from the .def files.
 * Names are the ids of traces, journals, rules and options, never translated labels. */

#ifndef TPD_CORE_VOCAB_H
#define TPD_CORE_VOCAB_H

enum {
    BLOC_COUNT = 2,
    STACK_COUNT = 4,
    SEATS_MAX = 4,
    TILE_COUNT = 5,
    CARDS_MAX = 128,
    NATIONS_MAX = 32,
    SCENARIOS_MAX = 16,
    GRID_EDGE = 3, /* nations stand on -3..+3 in both axes */
};

/* rival(b) = 1 - b.  The side sign of the US is -1, of China +1. */
typedef enum Bloc { BLOC_US, BLOC_CN } Bloc;

/* A stack's bloc is stack / 2, and stack % 2 tells open from closed.  In the 4-seat game seat i
 * controls stack i; in the 2-seat game the seats are 0 (US) and 2 (China). */
typedef enum Stack { STACK_UC, STACK_UO, STACK_CC, STACK_CO } Stack;
typedef int Seat;

typedef enum Tile { TILE_CHIPS, TILE_EQUIP, TILE_ACCESS, TILE_MINERALS, TILE_DATA } Tile;
typedef enum Licence { LICENCE_PERMISSIVE, LICENCE_CONDITIONAL } Licence;
typedef enum Phase { PHASE_HEADLINE, PHASE_ACTION, PHASE_SCORING, PHASE_START, PHASE_END } Phase;
typedef enum Ending { ENDING_POINTS, ENDING_HEGEMONY, ENDING_CATASTROPHE } Ending;
typedef enum Era { ERA_EARLY, ERA_MID, ERA_LATE, ERA_COUNT } Era;
typedef enum CardSide { SIDE_US, SIDE_CN, SIDE_NEUTRAL } CardSide;
typedef enum Who { WHO_US, WHO_CN, WHO_YOU, WHO_RIVAL, WHO_WORLD } Who;

typedef enum Need {
    NEED_COMPUTE,
    NEED_PRICE,
    NEED_SOVEREIGNTY,
    NEED_SECURITY,
    NEED_INDUSTRY,
    NEED_COUNT
} Need;

typedef enum Role {
    ROLE_NONE,
    ROLE_LITHOGRAPHY,
    ROLE_MEMORY,
    ROLE_FOUNDRY,
    ROLE_FUND,
    ROLE_COUNT
} Role;

/* Systems that a scenario switches on (RULES.md section 13). */
typedef enum System {
    SYSTEM_COURT,
    SYSTEM_CONTROL,
    SYSTEM_RISK,
    SYSTEM_BUBBLE,
    SYSTEM_INDUSTRY,
    SYSTEM_PLATEAU,
    SYSTEM_COUNT,
    SYSTEM_NONE = SYSTEM_COUNT
} System;

/* How a card moves a nation; "your" is the owner's.  Corner steps have depth 3 (section 8.2). */
typedef enum Move {
    MOVE_ALIGN,         /* x one step to your side */
    MOVE_OPEN,          /* y + 1 */
    MOVE_CLOSE,         /* y - 1 */
    MOVE_CORNER_OPEN,   /* corner step to your open stack */
    MOVE_CORNER_CLOSED, /* corner step to your closed stack */
    MOVE_NEUTRAL,       /* x one step toward 0 */
    MOVE_COUNT
} Move;

typedef enum Modifier {
    MODIFIER_INTEGRATE,
    MODIFIER_SERVE,
    MODIFIER_REVENUE,
    MODIFIER_COUNT
} Modifier;
typedef enum Duration { DURATION_ROUND, DURATION_GAME } Duration;

typedef enum TriggerKind { TRIGGER_RELEASE, TRIGGER_CONTROL, TRIGGER_COUNT } TriggerKind;

/* What a card may ask an instruction RELEASE to publish. */
typedef enum Model { MODEL_API, MODEL_OPEN, MODEL_CONDITIONAL, MODEL_COUNT } Model;

typedef enum Verb {
#define VERB(id, text, argument, meaning) VERB_##id,
#include "core/verbs.def"
#undef VERB
    VERB_COUNT
} Verb;

typedef enum Op {
#define OP(id, name, arguments, meaning) OP_##id,
#include "core/ops.def"
#undef OP
    OP_COUNT
} Op;

typedef enum Test {
#define CONDITION(id, name, arguments, meaning) TEST_##id,
#include "core/conditions.def"
#undef CONDITION
    TEST_COUNT
} Test;

typedef enum EventKind {
#define EVENT(id, name, meaning) EVENT_##id,
#include "core/events.def"
#undef EVENT
    EVENT_KIND_COUNT
} EventKind;

typedef enum Scope { SCOPE_STACK, SCOPE_BLOC, SCOPE_SEAT, SCOPE_WORLD, SCOPE_TILE } Scope;
enum { SIZE_STACK = 4, SIZE_BLOC = 2, SIZE_SEAT = 4, SIZE_WORLD = 1, SIZE_TILE = 5 };

typedef enum Track {
#define TRACK(id, text, scope, least, most, meaning) TRACK_##id,
#include "core/tracks.def"
#undef TRACK
    TRACK_COUNT
} Track;

/* The first slot of a track in State.track[]; its subjects follow. */
typedef enum Slot {
#define TRACK(id, text, scope, least, most, meaning) \
    SLOT_##id, SLOT_##id##_LAST = SLOT_##id + SIZE_##scope - 1,
#include "core/tracks.def"
#undef TRACK
    SLOT_COUNT,
    TRACK_SLOTS = 48 /* room to grow without changing sizeof(State) */
} Slot;

typedef enum Param {
#define PARAM(id, name, count, least, most) PARAM_##id, PARAM_##id##_LAST = PARAM_##id + (count)-1,
#include "core/params.def"
#undef PARAM
    PARAM_SLOTS /* a parameter's values stand in PARAM_ID .. PARAM_ID_LAST */
} Param;

typedef struct TrackInfo {
    const char *text, *meaning;
    Scope scope;
    int slot, size; /* first slot of State.track[], number of subjects */
    int least, most;
} TrackInfo;

typedef struct ParamInfo {
    const char *name;
    int slot, count, least, most;
} ParamInfo;

/* How a row of a .def file presents itself: its name and what to tell its user. */
typedef struct Word {
    const char *name, *arguments, *meaning;
} Word;

extern const TrackInfo vocab_track[TRACK_COUNT];
extern const ParamInfo vocab_param[];
extern const int vocab_param_count;
extern const Word vocab_op[OP_COUNT], vocab_condition[TEST_COUNT], vocab_event[EVENT_KIND_COUNT];

/* Ids by enum value.  Each list ends in NULL, so that vocab_find() and messages can walk it. */
extern const char *const vocab_bloc[], *const vocab_stack[], *const vocab_tile[];
extern const char *const vocab_phase[], *const vocab_ending[], *const vocab_era[];
extern const char *const vocab_side[], *const vocab_who[], *const vocab_need[];
extern const char *const vocab_role[], *const vocab_system[], *const vocab_move[];
extern const char *const vocab_modifier[], *const vocab_duration[], *const vocab_trigger[];
extern const char *const vocab_model[], *const vocab_verb[];

/* The index of `word` in a list as above; -1 if it is not there. */
int vocab_find(const char *const list[], const char *word);

/* The id of a seat: US, CN in a 2-seat game, UC, UO, CC, CO in a 4-seat game. */
const char *vocab_seat(int seat_count, Seat seat);

/* The word of the list that is most like `word` by edit distance; NULL if none is close.  For
 * "did you mean". */
const char *vocab_nearest(const char *const list[], const char *word);

#endif
