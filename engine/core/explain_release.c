/* What a release and a bite do to the numbers (RULES.md sections 6 and 7).  A release is explained as if it
 * were made now, whether or not the lab is better than the public model. */

#include "core/explain.h"
#include "core/explain_parts.h"
#include "core/state.h"
#include "core/vocab.h"

enum {
    PARITY_DISTANCE = 1, /* section 6: how close open weights must come to break the price */
    DIFFUSION_DISTANCE = 1,
};

static int effective(const Position *at, int quality)
{
    return smaller(quality, track(at, SLOT_PLATEAU, 0));
}

void number_release_price(Explanation *out, const Position *at)
{
    int stack = out->question.subject;
    int quality = effective(at, track(at, SLOT_FRONTIER, explain_seat_of_stack(at, stack)));

    term_add(out, TERM_PRICE, 0, track(at, SLOT_PRICE, 0));
    if (is_open(stack)) {
        int closed = explain_best_quality(at, STACK_UC, STACK_CC);
        int change = quality >= closed - PARITY_DISTANCE ? -1 : 0;
        term_add_made_of(out, (Term){TERM_PARITY, stack, change, quality, closed, 0});
    } else {
        int open = explain_best_quality(at, STACK_UO, STACK_CO);
        int change = quality >= open + param(at, PARAM_PREMIUM_LEAD) ? 1 : 0;
        term_add_made_of(out, (Term){TERM_FRONTIER_LEAD, stack, change, quality, open, 0});
    }
    term_at_least(out, vocab_track[TRACK_PRICE].least);
    term_at_most(out, vocab_track[TRACK_PRICE].most);
}

static void add_strong_weights(Explanation *out, const Position *at, int quality, Param threshold)
{
    int from = param(at, threshold);

    if (quality >= from) {
        term_add_made_of(out,
                         (Term){TERM_STRONG_WEIGHTS, out->question.subject, 1, quality, from, 0});
    }
}

void number_release_risk(Explanation *out, const Position *at)
{
    int stack = out->question.subject;
    int quality = track(at, SLOT_FRONTIER, explain_seat_of_stack(at, stack));

    term_add(out, TERM_RISK, 0, track(at, SLOT_RISK, 0));
    if (!is_open(stack) || !has_system(at, SYSTEM_RISK)) {
        return;
    }
    if (out->question.object == LICENCE_PERMISSIVE) {
        term_add(out, TERM_PERMISSIVE, 0, 1);
    }
    add_strong_weights(out, at, quality, PARAM_RISK_QUALITY_1);
    add_strong_weights(out, at, quality, PARAM_RISK_QUALITY_2);
    term_at_most(out, vocab_track[TRACK_RISK].most);
}

void number_release_lab(Explanation *out, const Position *at)
{
    int stack = out->question.subject;
    int seat = out->question.object;
    int releasing = explain_seat_of_stack(at, stack);
    int quality = track(at, SLOT_FRONTIER, releasing);
    int lab = track(at, SLOT_FRONTIER, seat);

    term_add(out, TERM_LAB, seat, lab);
    if (is_open(stack) && seat != releasing && lab < quality - DIFFUSION_DISTANCE) {
        term_add_made_of(out, (Term){TERM_RELEASED_LAB, releasing,
                                     quality - DIFFUSION_DISTANCE - lab, quality, 0, 0});
    }
}

/* CHIPS bites by the chain, to which a rule set may add a number as the other tiles have.  With four
 * seats the closed purse pays half of the bite rounded up, the open purse the rest. */
void number_bite(Explanation *out, const Position *at)
{
    Tile tile = (Tile)out->question.subject;
    int seat = out->question.object;

    if (bloc_of(seat) == (int)explain_tile_owner(tile)) {
        return;
    }
    int bite = param(at, (Param)(PARAM_BITE + (int)tile));
    if (tile == TILE_CHIPS) {
        bite += value_of(at, NUMBER_CHAIN, 0, 0);
    }
    int rest = bite / 2;
    if (at->state->seat_count != SEATS_MAX) {
        term_add(out, TERM_BITE, (int)tile, bite);
    } else if (is_open(seat)) {
        term_add_made_of(out, (Term){TERM_HALF_DOWN, 0, rest, bite, 0, 0});
    } else {
        term_add_made_of(out, (Term){TERM_HALF_UP, 0, bite - rest, bite, 0, 0});
    }
    term_at_most(out, track(at, SLOT_COMPUTE, seat));
}
