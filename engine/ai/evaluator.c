#include "ai/evaluator.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ai/fixed.h"
#include "core/market.h"
#include "core/score.h"
#include "core/seats.h"
#include "core/track.h"

void evaluator_spread(const State *state, unsigned china_wins,
                      const unsigned open_leads[BLOC_COUNT], int returns[SEATS_MAX])
{
    enum { FIRST = 1000, SECOND = 667, THIRD = 333 }; /* as state_returns() pays */

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int wins = (int)(bloc == BLOC_CN ? china_wins : FIXED_ONE - china_wins);
        int open = (int)open_leads[bloc];
        int *pair = returns + (ptrdiff_t)2 * bloc;
        if (!is_four_seats(state)) {
            pair[0] = (int)((int64_t)wins * FIRST / FIXED_ONE);
            pair[1] = 0;
            continue;
        }
        int64_t ahead = ((int64_t)wins * FIRST + (int64_t)(FIXED_ONE - wins) * THIRD) / FIXED_ONE;
        int64_t behind = (int64_t)wins * SECOND / FIXED_ONE;
        pair[1] = (int)((open * ahead + (FIXED_ONE - open) * behind) / FIXED_ONE);
        pair[0] = (int)(ahead + behind - pair[1]);
    }
}

/* What one step of a bloc's track is worth in thousandths of a victory point, beyond the scoring
 * that comes next; what scripts/bots/balanced.lua says. */
static int later(const State *state, Bloc bloc)
{
    enum { FRONTIER = 1500, DATACENTRE = 800, SILICON = 600, EFFICIENCY = 1000 };
    enum { INDUSTRY = 500, TRUST = 700, CAPITAL = 150 };
    const int16_t *track = state->track;
    Seat closed = closed_seat(bloc);
    Seat open = open_seat(state, bloc);
    int capital = track[SLOT_CAPITAL + closed] + (open != closed ? track[SLOT_CAPITAL + open] : 0);

    return FRONTIER * best_lab(state, bloc) + DATACENTRE * track[SLOT_DATACENTRES + bloc] +
           SILICON * track[SLOT_SILICON + bloc] + EFFICIENCY * track[SLOT_EFFICIENCY + bloc] +
           INDUSTRY * track[SLOT_INDUSTRY + bloc] + TRUST * track[SLOT_TRUST + bloc] +
           CAPITAL * capital;
}

/* China's lead after the scoring of this round, in thousandths of a victory point. */
static int lead_ahead(const State *state, const Rules *rules)
{
    enum { POINT = 1000 };
    Forecast forecast;
    State ahead;
    Score score;

    market_preview(state, rules, &forecast, &ahead);
    score_now(&ahead, rules, &score);
    int lead = state_bloc_vp(&ahead, BLOC_CN) - state_bloc_vp(&ahead, BLOC_US) +
               score.adoption[STACK_CC] + score.adoption[STACK_CO] - score.adoption[STACK_UC] -
               score.adoption[STACK_UO];
    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        lead += score.item[item];
    }
    return lead * POINT + later(&ahead, BLOC_CN) - later(&ahead, BLOC_US);
}

/* What makes the logistic 0.73: a lead of so many points a round that is left, by its root. */
static int64_t steepness(const State *state, const Rules *rules)
{
    enum { POINTS = 3, ROOT_BITS = 8 };
    int left = rules->scenario[state->scenario].rounds - state->round + 1;
    uint32_t root = fixed_root((uint64_t)left << (2 * ROOT_BITS));

    return (int64_t)POINTS * root;
}

static unsigned open_odds(const State *state, const Rules *rules, Bloc bloc)
{
    enum { POINTS = 3 };
    bool full = rules->scenario[state->scenario].full;
    const int16_t *handicap = rules->param + (full ? PARAM_HANDICAP_FULL : PARAM_HANDICAP_SHORT);
    int closed = (int)closed_stack(bloc);
    int open = (int)open_stack(bloc);
    int lead = state->track[SLOT_VP + open] + handicap[open] - state->track[SLOT_VP + closed] -
               handicap[closed];

    return fixed_logistic((int64_t)lead * LOGIT_ONE / POINTS);
}

static void default_returns(const void *data, const State *state, const Rules *rules,
                            int returns[SEATS_MAX])
{
    enum { ROOT_ONE = 256 };
    unsigned open_leads[BLOC_COUNT] = {0, 0};

    (void)data;
    if (is_four_seats(state)) {
        open_leads[BLOC_US] = open_odds(state, rules, BLOC_US);
        open_leads[BLOC_CN] = open_odds(state, rules, BLOC_CN);
    }
    int64_t lead = lead_ahead(state, rules);
    evaluator_spread(state, fixed_logistic(lead * ROOT_ONE / steepness(state, rules)), open_leads,
                     returns);
}

const Evaluator evaluator_default = {default_returns, NULL};
