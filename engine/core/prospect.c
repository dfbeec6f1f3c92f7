#include "core/prospect.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "core/event.h"
#include "core/income.h"
#include "core/market.h"
#include "core/rng.h"
#include "core/score.h"
#include "core/seats.h"

/* In how many worlds an action must come to the same to be called clear. */
enum { WORLDS = 16 };

static void set_item(Prospect *prospect, ProspectTerm term, int item)
{
    prospect->value[term][BLOC_US] = item < 0 ? -item : 0;
    prospect->value[term][BLOC_CN] = item > 0 ? item : 0;
}

static void set_points(Prospect *prospect, const Score *score, int crash)
{
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        prospect->value[PROSPECT_ADOPTION][bloc] =
            score->adoption[closed_stack((Bloc)bloc)] + score->adoption[open_stack((Bloc)bloc)];
    }
    prospect->value[PROSPECT_CRASH][BLOC_CN] = crash;
    set_item(prospect, PROSPECT_STANDARDS, score->item[SCORE_STANDARDS]);
    set_item(prospect, PROSPECT_STOCK, score->item[SCORE_STOCK]);
    set_item(prospect, PROSPECT_SUPPLIER, score->item[SCORE_TRUST]);
    set_item(prospect, PROSPECT_PHYSICAL, score->item[SCORE_INDUSTRY]);
}

static void set_holdings(Prospect *prospect, const State *next, const Rules *rules, Bloc bloc)
{
    const int16_t *track = next->track;
    Seat closed = closed_seat(bloc);
    Seat open = open_seat(next, bloc);
    int frontier = track[SLOT_FRONTIER + closed];

    if (track[SLOT_FRONTIER + open] > frontier) {
        frontier = track[SLOT_FRONTIER + open];
    }
    prospect->value[PROSPECT_INCOME][bloc] = compute_income(next, rules, bloc);
    prospect->value[PROSPECT_CAPITAL][bloc] =
        track[SLOT_CAPITAL + closed] + (open != closed ? track[SLOT_CAPITAL + open] : 0);
    prospect->value[PROSPECT_FRONTIER][bloc] = frontier;
    prospect->value[PROSPECT_CLOSED][bloc] = track[SLOT_QUALITY + (int)closed_stack(bloc)];
    prospect->value[PROSPECT_OPEN][bloc] = track[SLOT_QUALITY + (int)open_stack(bloc)];
    prospect->value[PROSPECT_DATACENTRES][bloc] = track[SLOT_DATACENTRES + (int)bloc];
    prospect->value[PROSPECT_SILICON][bloc] = track[SLOT_SILICON + (int)bloc];
    prospect->value[PROSPECT_EFFICIENCY][bloc] = track[SLOT_EFFICIENCY + (int)bloc];
    prospect->value[PROSPECT_INDUSTRY][bloc] = track[SLOT_INDUSTRY + (int)bloc];
    prospect->value[PROSPECT_TRUST][bloc] = track[SLOT_TRUST + (int)bloc];
}

void prospect_of(Prospect *prospect, const State *state, const Rules *rules)
{
    Market market;
    State next = *state;
    Score score;

    memset(prospect, 0, sizeof *prospect);
    market_advance(&next, rules, &market);
    score_now(&next, rules, &score);
    set_points(prospect, &score,
               next.track[SLOT_POOL + BLOC_CN] - state->track[SLOT_POOL + BLOC_CN]);
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        prospect->value[PROSPECT_STANDING][bloc] = state_bloc_vp(state, (Bloc)bloc);
        set_holdings(prospect, &next, rules, (Bloc)bloc);
    }
}

/* ---- after an action ---- */

/* The position in which what the action does is done, before the market or a new round begins. */
typedef struct Trial {
    State state;
    EventLog log;
    int events; /* up to there; -1: the action has not come so far */
} Trial;

static void note_end(void *user, Moment moment, const State *state)
{
    Trial *trial = user;

    if ((moment == MOMENT_MARKET || moment == MOMENT_ROUND_ENDED) && trial->events < 0) {
        trial->state = *state;
        trial->events = trial->log.count;
    }
}

static bool is_unforeseen(EventKind kind)
{
    return kind == EVENT_DIE || kind == EVENT_REVEALED || kind == EVENT_PLATEAU;
}

static Foresight try_once(Prospect *prospect, const State *sample, const Rules *rules,
                          Action action)
{
    State state = *sample;
    Trial trial;
    Foresight foresight = FORESIGHT_CLEAR;

    trial.events = -1;
    event_log_init(&trial.log, note_end, &trial);
    state_apply(&state, rules, action, &trial.log);
    if (trial.events < 0) {
        trial.state = state;
        trial.events = trial.log.count;
    }
    for (int i = 0; i < trial.events; i++) {
        if (is_unforeseen((EventKind)trial.log.item[i].kind)) {
            foresight = FORESIGHT_HANGS;
        }
    }
    if (state_is_terminal(&trial.state)) {
        return foresight == FORESIGHT_CLEAR ? FORESIGHT_ENDS : foresight;
    }
    prospect_of(prospect, &trial.state, rules);
    return foresight;
}

Foresight prospect_after(Prospect *prospect, const View *view, const Rules *rules, Action action)
{
    Foresight first = FORESIGHT_CLEAR;

    for (uint64_t world = 0; world < WORLDS; world++) {
        Prospect found;
        State sample;
        memset(&found, 0, sizeof found);
        view_sample(&sample, view, rules, rng_mix(world + 1));
        Foresight foresight = try_once(&found, &sample, rules, action);
        if (foresight == FORESIGHT_HANGS) {
            return FORESIGHT_HANGS;
        }
        if (world == 0) {
            first = foresight;
            *prospect = found;
        }
        if (foresight != first || memcmp(&found, prospect, sizeof found) != 0) {
            return FORESIGHT_HANGS;
        }
    }
    return first;
}

/* ---- two actions ---- */

static void add_favour(Comparison *comparison, ProspectTerm term, Bloc bloc, int amount)
{
    comparison->item[comparison->count++] = (Favour){term, bloc, amount};
}

void prospect_compare(Comparison *comparison, const Prospect *after, const Prospect *other,
                      Bloc bloc)
{
    Bloc rival = rival_of(bloc);

    comparison->lead = 0;
    comparison->count = 0;
    for (int term = 0; term < PROSPECT_TERM_COUNT; term++) {
        int own = after->value[term][bloc] - other->value[term][bloc];
        int theirs = after->value[term][rival] - other->value[term][rival];
        if (term < PROSPECT_INCOME) {
            comparison->lead += own - theirs;
            own -= theirs;
            theirs = 0;
        }
        if (own > 0) {
            add_favour(comparison, (ProspectTerm)term, bloc, own);
        }
        if (theirs < 0) {
            add_favour(comparison, (ProspectTerm)term, rival, theirs);
        }
    }
}
