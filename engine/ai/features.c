#include "ai/features.h"

#include <stdint.h>
#include <string.h>

#include "core/bits.h" /* IWYU pragma: keep */
#include "core/nation.h"
#include "core/seats.h"
#include "core/track.h" /* IWYU pragma: keep */

const char *const feature_name[FEATURE_COUNT + 1] = {
#define FEATURE(id, name, when, expression, meaning) name,
#define PAIR(id, name, when, expression, meaning)    name, "rival " name,
#include "ai/features.def"
#undef FEATURE
#undef PAIR
    NULL};

bool feature_is_ahead(Feature feature)
{
    enum { NOW, AHEAD };
    static const bool is_ahead[FEATURE_COUNT] = {
#define FEATURE(id, name, when, expression, meaning) when,
#define PAIR(id, name, when, expression, meaning)    when, when,
#include "ai/features.def"
#undef FEATURE
#undef PAIR
    };

    return is_ahead[feature];
}

void reading_begin(Reading *reading, const Rules *rules, Seat seat, const State *now, int round)
{
    reading->rules = rules;
    reading->now = now;
    reading->seat = seat;
    reading->you = seat_bloc(seat);
    reading->scored = now->round != round || state_is_terminal(now);
}

void reading_look_ahead(Reading *reading, State *ahead)
{
    reading->ahead = ahead;
    if (reading->scored) { /* the market that counts has been: nothing is ahead of this round */
        memset(&reading->market, 0, sizeof reading->market);
        memset(&reading->score, 0, sizeof reading->score);
        return;
    }
    market_advance(ahead, reading->rules, &reading->market);
    score_now(ahead, reading->rules, &reading->score);
}

/* ---- what the rows of features.def are made of ---- */

/* What is above 0 for China, seen by the seat. */
static int seen_by(const Reading *r, int value)
{
    return value * side_sign(r->you);
}

static int outcome_of(const Reading *r)
{
    enum { EVEN = 500 };
    int returns[SEATS_MAX];

    if (!state_is_terminal(r->now)) {
        return 0;
    }
    state_returns(r->now, r->rules, returns);
    return returns[r->seat] - EVEN;
}

static int lead_of(const Reading *r, const State *state)
{
    return state_bloc_vp(state, r->you) - state_bloc_vp(state, rival_of(r->you));
}

static int item_of(const Reading *r, ScoreItem item)
{
    const Score *score = &r->score;

    if (item == SCORE_ADOPTION) {
        return seen_by(r, score->adoption[STACK_CC] + score->adoption[STACK_CO] -
                              score->adoption[STACK_UC] - score->adoption[STACK_UO]);
    }
    return seen_by(r, score->item[item]);
}

static int ahead_of(const Reading *r)
{
    int lead = lead_of(r, r->ahead);

    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        lead += item_of(r, (ScoreItem)item);
    }
    return lead;
}

static int points_of(const Reading *r)
{
    int points = 0;

    for (int i = 0; i < r->now->frame_count; i++) {
        const Frame *frame = &r->now->frame[i];
        if (frame->kind == FRAME_OPS && frame->seat == r->seat) {
            points += frame->points;
        }
    }
    return points;
}

static int brink_of(const State *state)
{
    enum {
        CALM = 7
    }; /* two open releases of a good model away from the end (RULES.md section 6) */
    int risk = state->track[SLOT_RISK];

    return risk > CALM ? risk - CALM : 0;
}

static int purse_of(const State *state, Slot slot, Bloc bloc)
{
    Seat closed = closed_seat(bloc);
    Seat open = open_seat(state, bloc);

    return state->track[(int)slot + closed] + (open == closed ? 0 : state->track[(int)slot + open]);
}

static int users_of(const Reading *r, const State *state, Stack stack)
{
    return nation_weight(r->rules, nation_users(state, r->rules, stack));
}

/* ---- the rows ---- */

/* A row's number of one bloc. */
#define FEATURE(id, name, when, expression, meaning)
#define PAIR(id, name, when, expression, meaning)     \
    static int read_##id(const Reading *r, Bloc bloc) \
    {                                                 \
        return expression;                            \
    }
#include "ai/features.def"
#undef FEATURE
#undef PAIR

int feature_read(Feature feature, const Reading *reading)
{
    const Reading *r = reading;

    switch (feature) {
#define FEATURE(id, name, when, expression, meaning) \
    case FEATURE_##id:                               \
        return expression;
#define PAIR(id, name, when, expression, meaning) \
    case FEATURE_##id:                            \
        return read_##id(r, r->you);              \
    case FEATURE_RIVAL_##id:                      \
        return read_##id(r, rival_of(r->you));
#include "ai/features.def"
#undef FEATURE
#undef PAIR
    case FEATURE_COUNT:
        break;
    }
    return 0;
}
