#include "core/score.h"

#include <stddef.h>
#include <stdint.h>

#include "core/bits.h"
#include "core/income.h"
#include "core/nation.h"
#include "core/seats.h"
#include "core/track.h"

int state_bloc_vp(const State *state, Bloc bloc)
{
    const int16_t *vp = state->track + SLOT_VP;

    return state->track[SLOT_POOL + (int)bloc] + vp[closed_stack(bloc)] + vp[open_stack(bloc)];
}

static int sign(int difference)
{
    return (difference > 0) - (difference < 0);
}

static int in_second_half(const State *state, const Rules *rules)
{
    return 2 * state->round > rules->scenario[state->scenario].rounds + 1;
}

static int standards_lead(const State *state, const uint32_t users[STACK_COUNT])
{
    const int16_t *quality = state->track + SLOT_QUALITY;
    int us = bits_count(users[STACK_UO]) + (quality[STACK_UO] > quality[STACK_CO]);
    int cn = bits_count(users[STACK_CO]) + (quality[STACK_CO] > quality[STACK_UO]);

    return cn - us;
}

static int capital_stock(const State *state, const Rules *rules, Bloc bloc)
{
    int lab = best_lab(state, bloc);
    int plateau = state->track[SLOT_PLATEAU];

    return compute_income(state, rules, bloc) * (lab < plateau ? lab : plateau);
}

void score_now(const State *state, const Rules *rules, Score *score)
{
    int half = in_second_half(state, rules);
    const int16_t *track = state->track;
    const int16_t *param = rules->param;
    uint32_t users[STACK_COUNT];

    *score = (Score){{0}, {0}};
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        users[stack] = nation_users(state, rules, (Stack)stack);
        score->adoption[stack] =
            nation_weight(rules, users[stack]) * param[PARAM_ADOPTION_VP + half];
    }
    score->item[SCORE_STANDARDS] = sign(standards_lead(state, users)) * param[PARAM_STANDARDS_VP];
    if (has_system(state, rules, SYSTEM_INDUSTRY)) {
        int lead = capital_stock(state, rules, BLOC_CN) - capital_stock(state, rules, BLOC_US);
        score->item[SCORE_STOCK] = sign(lead) * param[PARAM_STOCK_VP + half];
        score->item[SCORE_INDUSTRY] = (track[SLOT_INDUSTRY + BLOC_CN] - track[SLOT_INDUSTRY]) *
                                      param[PARAM_INDUSTRY_VP + half];
    }
    if (has_system(state, rules, SYSTEM_RISK)) {
        score->item[SCORE_TRUST] =
            sign(track[SLOT_TRUST + BLOC_CN] - track[SLOT_TRUST]) * param[PARAM_TRUST_VP + half];
    }
}

static void award(State *state, const Rules *rules, int slot, int vp, EventLog *log)
{
    state_gain(state, rules, slot, vp, log);
}

static void note(EventLog *log, ScoreItem item, int receiver, int vp)
{
    if (log != NULL && vp != 0) {
        event_add(log, EVENT_SCORED, (int)item, receiver, vp);
    }
}

void score_round(State *state, const Rules *rules, EventLog *log)
{
    Score score;

    score_now(state, rules, &score);
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        note(log, SCORE_ADOPTION, stack, score.adoption[stack]);
        award(state, rules, SLOT_VP + stack, score.adoption[stack], log);
    }
    for (int item = SCORE_STANDARDS; item < SCORE_ITEM_COUNT; item++) {
        Bloc bloc = score.item[item] > 0 ? BLOC_CN : BLOC_US;
        int vp = score.item[item] > 0 ? score.item[item] : -score.item[item];
        bool to_pool = item == SCORE_STANDARDS || item == SCORE_STOCK;
        note(log, (ScoreItem)item, to_pool ? STACK_COUNT + (int)bloc : (int)closed_stack(bloc), vp);
        award(state, rules, to_pool ? SLOT_POOL + (int)bloc : SLOT_VP + (int)closed_stack(bloc), vp,
              log);
    }
    event_moment(log, MOMENT_SCORED, state);
}

bool score_is_last_round(const State *state, const Rules *rules)
{
    return state->round == rules->scenario[state->scenario].rounds;
}

int score_hedging_moves(const State *state, const Rules *rules)
{
    int lead = state_bloc_vp(state, BLOC_US) - state_bloc_vp(state, BLOC_CN);
    bool full = rules->scenario[state->scenario].full;
    int moves = (lead < 0 ? -lead : lead) / rules->param[PARAM_HEDGE_LEAD + !full];

    return moves < rules->param[PARAM_HEDGE_MOST] ? moves : rules->param[PARAM_HEDGE_MOST];
}

static int adopted_weight(const State *state, const Rules *rules, Bloc bloc)
{
    return nation_weight(rules, nation_users(state, rules, closed_stack(bloc)) |
                                    nation_users(state, rules, open_stack(bloc)));
}

Bloc score_points_winner(const State *state, const Rules *rules)
{
    int lead = state_bloc_vp(state, BLOC_CN) - state_bloc_vp(state, BLOC_US);

    if (lead == 0) {
        lead = adopted_weight(state, rules, BLOC_CN) - adopted_weight(state, rules, BLOC_US);
    }
    if (lead == 0) {
        lead = state->track[SLOT_TRUST + BLOC_CN] - state->track[SLOT_TRUST];
    }
    if (lead == 0) {
        return rival_of((Bloc)state->first_bloc);
    }
    return lead > 0 ? BLOC_CN : BLOC_US;
}

/* Whether the open seat of a bloc is ahead of its partner (section 11, 4-seat ranking). */
static bool open_seat_leads(const State *state, const Rules *rules, Bloc bloc)
{
    bool full = rules->scenario[state->scenario].full;
    const int16_t *handicap = rules->param + (full ? PARAM_HANDICAP_FULL : PARAM_HANDICAP_SHORT);
    const int16_t *vp = state->track + SLOT_VP;
    int closed = (int)closed_stack(bloc);
    int open = (int)open_stack(bloc);

    return vp[open] + handicap[open] > vp[closed] + handicap[closed];
}

Bloc state_winner(const State *state)
{
    return (Bloc)((state->result - 1) % 2);
}

Ending state_ending(const State *state)
{
    return (Ending)((state->result - 1) / 2);
}

void state_ranking(const State *state, const Rules *rules, Seat ranking[SEATS_MAX])
{
    Bloc winner = state_winner(state);
    Bloc blocs[BLOC_COUNT] = {winner, rival_of(winner)};

    if (!is_four_seats(state)) {
        ranking[0] = closed_seat(blocs[0]);
        ranking[1] = closed_seat(blocs[1]);
        return;
    }
    for (int i = 0; i < BLOC_COUNT; i++) {
        int open_first = open_seat_leads(state, rules, blocs[i]);
        Seat *pair = ranking + (ptrdiff_t)2 * i;
        pair[0] = closed_seat(blocs[i]) + open_first;
        pair[1] = closed_seat(blocs[i]) + !open_first;
    }
}

void state_returns(const State *state, const Rules *rules, int returns[SEATS_MAX])
{
    static const int two[] = {1000, 0};
    static const int four[] = {1000, 667, 333, 0};
    const int *place = is_four_seats(state) ? four : two;
    Seat ranking[SEATS_MAX];

    state_ranking(state, rules, ranking);
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        returns[seat] = 0;
    }
    for (int i = 0; i < state->seat_count; i++) {
        returns[ranking[i]] = place[i];
    }
}
