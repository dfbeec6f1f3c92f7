/* Rules: everything that is constant during a game - cards, nations, parameters, scenarios and the
 * programs of the cards.  One value without pointers to own, read-only once rules_prepare() has
 * accepted it, shared by all threads.  engine/script fills it from Lua; fuzzers fill it from noise. */

#ifndef TPD_CORE_RULES_H
#define TPD_CORE_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"
#include "core/vocab.h"

struct Rules;
struct State;
struct EventLog;

typedef enum Language { LANGUAGE_EN, LANGUAGE_ZH, LANGUAGE_COUNT } Language;

enum {
    ID_SIZE = 24,            /* bytes of an id, its zero included */
    INSTRUCTIONS_MAX = 8192, /* of all programs together */
    CONDITIONS_MAX = 2048,
    FILTERS_MAX = 512,
    PROGRAM_MAX = 200,        /* instructions of one program */
    CONDITION_NODES_MAX = 32, /* of one `when` */
    CONDITION_DEPTH_MAX = 4,  /* groups within groups */
    TEXT_MAX = 128 * 1024,    /* bytes of all titles, concept lines and labels together */
    PROGRAM_END = 255,        /* Instruction.next: nothing follows */
    POLICY_USES = 512,        /* decisions of a game that are tabled */
    DEAL_USES = 8,            /* shuffles of a game that are tabled, from 0 */
    SAMPLE_CARDS = 0,         /* the `a` of STREAM_SAMPLE for hidden cards */
};

/* What a frame of the position is resolving (RULES.md section 16; TRACE.md R4, frames). */
typedef enum FrameKind {
    FRAME_NONE,
    FRAME_OPS,     /* spending the operation points of a card; has no program */
    FRAME_EVENT,   /* card: whose event */
    FRAME_TRIGGER, /* card: who set the trigger */
    FRAME_HEARTS,  /* card: 0 the contract of an API release, 1 the hearts of an open one */
    FRAME_HEDGING, /* card: 0 */
    FRAME_KIND_COUNT
} FrameKind;

enum { SIDE_SET_OWN = 1, SIDE_SET_ZERO = 2, SIDE_SET_RIVAL = 4, SIDE_SET_ANY = 7 };
enum { Y_SET_CLOSED = 1, Y_SET_ZERO = 2, Y_SET_OPEN = 4, Y_SET_ANY = 7 };

/* A conjunction; a part that is "any" does not restrict.  Own and rival are relative to the owner
 * of the program. */
typedef struct Filter {
    uint32_t named;                 /* bit per nation; 0 = any */
    uint8_t needs;                  /* bit per Need; 0 = any */
    uint8_t has_role;               /* 1 = only nations with a role */
    uint8_t strict;                 /* least strictness; 0 = any */
    uint8_t side;                   /* SIDE_SET_... */
    uint8_t y;                      /* Y_SET_... */
    uint8_t near_zero;              /* 1 = only x = -1 or 1 */
    uint8_t outside_rival_quadrant; /* 1 = not on the rival's side with y other than 0 */
    uint8_t reserved;
    uint32_t nations; /* derived: the nations that pass named, needs, has_role and strict */
} Filter;

/* A node of a `when`, in prefix order.  `end` is the node after its subtree, counted from the
 * `when`'s first node. */
typedef struct Condition {
    uint8_t test; /* Test */
    uint8_t a;    /* Track of a comparison (VP: all VP of the bloc), Tile of a control test */
    uint8_t who;  /* Who of a comparison; else 0 */
    uint8_t end;
    int16_t n;    /* bound of a comparison or a die */
    uint8_t open; /* TRACK_QUALITY: 1 the open stack, 0 the closed one */
    uint8_t reserved;
} Condition;

/* One line of a program.  NEXT of the state text is its number in the program: there are no jump
 * instructions, each says what follows it.  Fields by op:
 *   GAIN a track, b who, n change            CHOOSE, EACH a move, n how many, index filter
 *   WHEN index first condition, other else   OPTION other first of the second list
 *   MODIFY a modifier, b who, n change, index duration
 *   DRAW, DISCARD b who, n how many          IMPOSE, LIFT a tile        RELEASE a model
 *   TRIGGER a kind                           VP_COUNT a divisor, n most, index filter
 *   NATIVE index */
typedef struct Instruction {
    uint8_t op;
    uint8_t next;  /* number of the instruction to run afterwards, always higher; or PROGRAM_END */
    uint8_t other; /* WHEN, OPTION: where the second list begins (WHEN: or what follows); else 0 */
    uint8_t a, b;
    int8_t n;
    uint16_t index;
} Instruction;

typedef struct Program {
    uint16_t start;  /* in Rules.instruction[] */
    uint16_t length; /* 0 = there is none */
} Program;

typedef uint32_t TextRef; /* where a string begins in Rules.text; 0 is the empty string */

typedef struct Card {
    char id[ID_SIZE];
    TextRef title[LANGUAGE_COUNT], concept[LANGUAGE_COUNT];
    uint8_t side, era, ops, once; /* once: out of the game after its event (`*`) */
    uint8_t needs;                /* System without which it stays in the box, or SYSTEM_NONE */
    uint8_t trigger_kind;         /* derived: of its TRIGGER instruction, TRIGGER_COUNT if none */
    uint8_t reserved[2];
    uint64_t hash;
} Card;

typedef struct Nation {
    char id[ID_SIZE];
    TextRef name[LANGUAGE_COUNT], neutral[LANGUAGE_COUNT]; /* geographic and neutral label */
    int8_t x, y;                                           /* where it starts */
    uint8_t weight, strictness, need, role, chain, reserved;
    uint64_t hash;
} Nation;

typedef struct Scenario {
    char id[ID_SIZE];
    TextRef title[LANGUAGE_COUNT], summary[LANGUAGE_COUNT];
    uint8_t systems; /* bit per System that is on */
    uint8_t rounds, acts, headline;
    uint8_t hand[2];                   /* hand size with 2 seats, with 4 seats */
    uint8_t era_round[ERA_COUNT];      /* round whose Start adds the era's cards; 0 = never */
    uint8_t full;                      /* 1: the full game's hedge and handicap, 0: the others' */
    int16_t extra_capital[BLOC_COUNT]; /* with 2 seats only */
    int16_t start[TRACK_SLOTS]; /* seat tracks: slots 0 and 2 are for each seat of the bloc */
    uint64_t hash;
    uint64_t deck[ERA_COUNT][2]; /* derived: the cards that each era adds */
    uint64_t frozen;             /* derived: bit per Track that a switched-off system holds still */
    int16_t least[TRACK_SLOTS], most[TRACK_SLOTS]; /* derived: both the start where it is frozen */
} Scenario;

/* One event written in C (bench only).  The frame on top is its own; `next` is its resume point. */
typedef struct NativeChoice {
    uint32_t set; /* nations, tiles or options; empty: the event is over */
    Verb verb;    /* PICK_NATION, PICK_TILE or OPTION */
} NativeChoice;
typedef struct NativeEvent {
    /* Goes on with what the owner picked, or without an answer (-1: at the start, and when the frame
     * is on top again), up to its next choice: true.  False: it has popped its frame, or something
     * that it started lies on top of it. */
    bool (*run)(struct State *state, const struct Rules *rules, int answer, struct EventLog *log);
    NativeChoice (*choice)(const struct State *state, const struct Rules *rules);
} NativeEvent;

typedef struct Rules {
    int card_count, nation_count, scenario_count;
    int instruction_count, condition_count, filter_count, text_size;
    int native_count;
    const NativeEvent *native; /* borrowed; NULL in every rule set that Lua can write */
    uint64_t hash;             /* of all items in order; texts do not count */
    int16_t param[PARAM_SLOTS];
    Program program[FRAME_KIND_COUNT][CARDS_MAX];
    Instruction instruction[INSTRUCTIONS_MAX];
    Condition condition[CONDITIONS_MAX];
    Filter filter[FILTERS_MAX];
    Card card[CARDS_MAX];
    Nation nation[NATIONS_MAX];
    Scenario scenario[SCENARIOS_MAX];

    /* Derived by rules_prepare(): lanes and sets for the kernel, one lane a nation. */
    _Alignas(16) int8_t lane_weight[NATIONS_MAX], lane_strict[NATIONS_MAX];
    _Alignas(16) int8_t lane_need[NATIONS_MAX];                  /* Need */
    uint32_t nations;                                            /* all of them */
    uint32_t need[NEED_COUNT], role[ROLE_COUNT], chain, strict2; /* strict2: strictness >= 2 */
    int weight_class_count;
    struct {
        int weight;
        uint32_t nations;
    } weight_class[NATIONS_MAX]; /* by falling weight */
    uint64_t card_side[3][2];    /* by CardSide */
    uint64_t card_once[2];
    /* [filter][move][x + 3]: bit y + 3 is set where a nation at x, y passes the filter's side, row,
     * near_zero and quadrant and the move would change it; x seen from the owner, above 0 on its
     * own side.  The last move is none: the filter alone. */
    uint8_t grid[FILTERS_MAX][MOVE_COUNT + 1][8];
    /* Costs that depend on one track only (section 5), by that track. */
    uint8_t train_base[16], optimise_cost[16], integrate_step[16], datacentre_cost[16],
        silicon_cost[16];
    /* rng_use() of what is hashed most: the policy's decisions, the deal's cards and a sample's. */
    uint64_t policy_use[POLICY_USES], deal_use[DEAL_USES][CARDS_MAX], sample_use[CARDS_MAX];
    TextRef param_meaning[PARAM_SLOTS][LANGUAGE_COUNT]; /* at a parameter's first slot */
    char text[TEXT_MAX];
} Rules;

/* Empty rules: no card, nation or scenario, and the programs that belong to no card. */
void rules_init(Rules *rules);

/* Verifies, fills every derived field and computes the hashes.  On failure `rules` is not fit for
 * play and may only be thrown away. */
Status rules_prepare(Rules *rules, Error *err);

/* Known ops, tracks and ranges; forward structure, so that every program ends; no IMPOSE, RELEASE
 * or TRIGGER inside a trigger; every index inside its table. */
Status rules_verify(const Rules *rules, Error *err);

/* Adds to a table and returns the index, or -1 when the table is full.  Equal filters are shared. */
int rules_add_filter(Rules *rules, const Filter *filter);
TextRef rules_add_text(Rules *rules, const char *text); /* 0 also when the pool is full */

int rules_find_card(const Rules *rules, const char *id);
int rules_find_nation(const Rules *rules, const char *id);
int rules_find_scenario(const Rules *rules, const char *id);
const char *rules_text(const Rules *rules, TextRef text);
/* The text in a language, in English where it is missing there. */
const char *rules_text_in(const Rules *rules, const TextRef text[LANGUAGE_COUNT],
                          Language language);

bool rules_scenario_has(const Rules *rules, int scenario, System system);

/* Whether a lab starts beyond the lowest plateau tile, which may be the one that lies hidden: a lab
 * beyond it would have revealed it (RULES.md section 2.2).  Such rules are refused. */
bool rules_starts_beyond_plateau(const Rules *rules, int scenario);

/* One program as text, one instruction a line.  Returns the length; needs `size` > length. */
int rules_print_program(char *text, int size, const Rules *rules, FrameKind kind, int card);

/* The kinds of items that a rule set consists of: each has an id, a canonical line and a hash. */
typedef enum Item { ITEM_CARD, ITEM_NATION, ITEM_SCENARIO, ITEM_PARAMETERS, ITEM_COUNT } Item;

int rules_item_count(const Rules *rules, Item kind);
const char *rules_item_id(const Rules *rules, Item kind, int index);
uint64_t rules_item_hash(const Rules *rules, Item kind, int index);
/* The canonical print: what play depends on, and nothing else.  Returns the length. */
int rules_print_item(char *text, int size, const Rules *rules, Item kind, int index);

#endif
