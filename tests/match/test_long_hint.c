/* Hints: every reason is what a second opinion finds, and nothing in them hangs on what the seat
 * cannot know. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/explain.h"
#include "core/prospect.h"
#include "core/rng.h"
#include "core/seats.h"
#include "core/view.h"
#include "match/hint.h"
#include "support/searches.h"
#include "support/shipped.h"
#include "support/voices.h"
#include "test.h"
#include "text/hint_text.h"

enum { ITERATIONS = 60, POSITIONS_FULL = 2000, DECISIONS_MOST = 200 };

/* A position of some random game; false if it is over there. */
static bool position(State *state, int number)
{
    int variant = number % variant_count(shipped_rules());
    uint64_t hash = rng_mix((uint64_t)number + 77);

    *state = searched_position(variant, (uint64_t)number + 1, rng_below(hash, DECISIONS_MOST));
    return !state_is_terminal(state);
}

static Hint *hint_of(const View *view, const State *state, uint64_t key)
{
    ActionList legal;
    Hint *hint;
    Error err;

    assert_int_equal(hint_new(&hint, ITERATIONS, shipped_rules(), &err), STATUS_OK);
    state_legal_actions(state, shipped_rules(), &legal);
    hint_begin(hint, view, &legal, key);
    while (!hint_step(hint, 7)) {
    }
    return hint;
}

/* Compared field by field: what a result does not use is not a part of it. */
static void expect_same(const HintResult *a, const HintResult *b)
{
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->seat, b->seat);
    assert_int_equal(a->playouts, b->playouts);
    for (int i = 0; i < a->count; i++) {
        const HintAction *x = &a->item[i];
        const HintAction *y = &b->item[i];
        assert_int_equal(x->index, y->index);
        assert_int_equal(x->visits, y->visits);
        assert_int_equal(x->win, y->win);
        assert_int_equal(x->reason.against, y->reason.against);
        assert_int_equal(x->reason.after, y->reason.after);
        assert_int_equal(x->reason.other, y->reason.other);
        assert_int_equal(x->reason.forecast.lead, y->reason.forecast.lead);
        assert_int_equal(x->reason.forecast.count, y->reason.forecast.count);
        assert_memory_equal(x->reason.forecast.item, y->reason.forecast.item,
                            sizeof(Favour) * (size_t)x->reason.forecast.count);
    }
}

/* The hint that the seat to move is given in this position. */
static HintResult answer(const State *state)
{
    View view;
    HintResult result;

    view_of(&view, state, shipped_rules(), state_current_seat(state, shipped_rules()));
    Hint *hint = hint_of(&view, state, 9);
    hint_result(hint, &result);
    hint_free(hint);
    return result;
}

TEST(hidden_cards_change_no_hint)
{
    int tried = 0;

    for (int i = 0; i < scaled(POSITIONS_FULL); i++) {
        State state;
        State swapped;
        View view;
        if (!position(&state, i)) {
            continue;
        }
        view_of(&view, &state, shipped_rules(), state_current_seat(&state, shipped_rules()));
        view_sample(&swapped, &view, shipped_rules(), (uint64_t)i + 5000);
        assert_memory_not_equal(&swapped, &state, sizeof state);
        HintResult first = answer(&state);
        HintResult second = answer(&swapped);
        expect_same(&first, &second);
        tried++;
    }
    assert_true(tried > scaled(POSITIONS_FULL) / 2);
}

/* ---- a second opinion ---- */

/* The position when the actions of this decision are over. */
typedef struct Halt {
    bool reached;
    State state;
} Halt;

static void keep_halt(void *user, Moment moment, const State *state)
{
    Halt *halt = user;

    if (!halt->reached && (moment == MOMENT_MARKET || moment == MOMENT_ROUND_ENDED)) {
        halt->reached = true;
        halt->state = *state;
    }
}

static State after(const State *state, Action action)
{
    Halt halt = {.reached = false};
    State next = *state;
    EventLog log;

    event_log_init(&log, keep_halt, &halt);
    state_apply(&next, shipped_rules(), action, &log);
    return halt.reached ? halt.state : next;
}

static int asked(const State *state, Number number, int subject)
{
    return explain_value(state, shipped_rules(), (Question){number, subject, 0});
}

static int best_lab(const State *state, int bloc)
{
    const int16_t *lab = state->track + SLOT_FRONTIER + (ptrdiff_t)2 * bloc;

    return state->seat_count == 4 && lab[1] > lab[0] ? lab[1] : lab[0];
}

static void second_opinion(Prospect *prospect, const State *at)
{
    State next;

    explain_market(&next, NULL, at, shipped_rules());
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        const int16_t *track = next.track;
        const int of_bloc[PROSPECT_TERM_COUNT] = {
            [PROSPECT_STANDING] = asked(at, NUMBER_BLOC_VP, bloc),
            [PROSPECT_CRASH] = bloc == BLOC_CN ? asked(at, NUMBER_CRASH_VP, 0) : 0,
            [PROSPECT_ADOPTION] = asked(&next, NUMBER_ADOPTION, 2 * bloc) +
                                  asked(&next, NUMBER_ADOPTION, 2 * bloc + 1),
            [PROSPECT_STANDARDS] = asked(&next, NUMBER_STANDARDS, bloc),
            [PROSPECT_STOCK] = asked(&next, NUMBER_STOCK, bloc),
            [PROSPECT_SUPPLIER] = asked(&next, NUMBER_SAFE_SUPPLIER, bloc),
            [PROSPECT_PHYSICAL] = asked(&next, NUMBER_PHYSICAL_AI, bloc),
            [PROSPECT_INCOME] = asked(&next, NUMBER_COMPUTE_INCOME, bloc),
            [PROSPECT_CAPITAL] = track[SLOT_CAPITAL + 2 * bloc] +
                                 (at->seat_count == 4 ? track[SLOT_CAPITAL + 2 * bloc + 1] : 0),
            [PROSPECT_FRONTIER] = best_lab(&next, bloc),
            [PROSPECT_CLOSED] = track[SLOT_QUALITY + 2 * bloc],
            [PROSPECT_OPEN] = track[SLOT_QUALITY + 2 * bloc + 1],
            [PROSPECT_DATACENTRES] = track[SLOT_DATACENTRES + bloc],
            [PROSPECT_SILICON] = track[SLOT_SILICON + bloc],
            [PROSPECT_EFFICIENCY] = track[SLOT_EFFICIENCY + bloc],
            [PROSPECT_INDUSTRY] = track[SLOT_INDUSTRY + bloc],
            [PROSPECT_TRUST] = track[SLOT_TRUST + bloc]};
        for (int term = 0; term < PROSPECT_TERM_COUNT; term++) {
            prospect->value[term][bloc] = of_bloc[term];
        }
    }
}

/* A reason's term has the amount that the two opinions differ by, and speaks for the action. */
static void check_favour(const Favour *favour, const Prospect *one, const Prospect *other,
                         Bloc bloc)
{
    int own = one->value[favour->term][favour->bloc] - other->value[favour->term][favour->bloc];
    Bloc rival = rival_of(favour->bloc);

    if (favour->term <= PROSPECT_PHYSICAL) {
        own -= one->value[favour->term][rival] - other->value[favour->term][rival];
        assert_int_equal(favour->bloc, bloc);
    }
    assert_int_equal(favour->amount, own);
    assert_true(favour->bloc == bloc ? own > 0 : own < 0);
}

static int points(const Prospect *prospect, Bloc bloc)
{
    int sum = 0;

    for (int term = 0; term <= PROSPECT_PHYSICAL; term++) {
        sum += prospect->value[term][bloc] - prospect->value[term][rival_of(bloc)];
    }
    return sum;
}

/* How many terms there should be. */
static int count_favours(const Prospect *one, const Prospect *other, Bloc bloc)
{
    Bloc rival = rival_of(bloc);
    int count = 0;

    for (int term = 0; term < PROSPECT_TERM_COUNT; term++) {
        int own = one->value[term][bloc] - other->value[term][bloc];
        int theirs = one->value[term][rival] - other->value[term][rival];
        count += term <= PROSPECT_PHYSICAL ? own > theirs : (own > 0) + (theirs < 0);
    }
    return count;
}

static int check_reason(const State *state, const HintAction *item)
{
    const HintReason *reason = &item->reason;
    Bloc bloc = seat_bloc(state_current_seat(state, shipped_rules()));
    ActionList legal;
    Prospect one;
    Prospect other;

    state_legal_actions(state, shipped_rules(), &legal);
    assert_true(action_equal(item->action, legal.item[item->index]));
    if (reason->against < 0 || reason->after != FORESIGHT_CLEAR ||
        reason->other != FORESIGHT_CLEAR) {
        return 0;
    }
    State mine = after(state, item->action);
    State theirs = after(state, legal.item[reason->against]);
    second_opinion(&one, &mine);
    second_opinion(&other, &theirs);
    assert_int_equal(reason->forecast.lead, points(&one, bloc) - points(&other, bloc));
    assert_int_equal(reason->forecast.count, count_favours(&one, &other, bloc));
    for (int i = 0; i < reason->forecast.count; i++) {
        check_favour(&reason->forecast.item[i], &one, &other, bloc);
    }
    return reason->forecast.count;
}

TEST(a_second_opinion_finds_the_same_reasons)
{
    int terms = 0;

    for (int i = 0; i < scaled(POSITIONS_FULL); i++) {
        State state;
        if (!position(&state, i)) {
            continue;
        }
        HintResult result = answer(&state);
        for (int item = 0; item < result.count; item++) {
            terms += check_reason(&state, &result.item[item]);
        }
    }
    assert_true(terms > scaled(POSITIONS_FULL) / 2);
}

static void check_foresight(const State *state, uint64_t key)
{
    ActionList legal;
    State world;
    View view;

    view_of(&view, state, shipped_rules(), state_current_seat(state, shipped_rules()));
    view_sample(&world, &view, shipped_rules(), key);
    state_legal_actions(state, shipped_rules(), &legal);
    for (int action = 0; action < legal.count; action++) {
        Prospect here;
        Prospect there;
        Foresight foresight = prospect_after(&here, &view, shipped_rules(), legal.item[action]);
        if (foresight == FORESIGHT_CLEAR) {
            State next = after(&world, legal.item[action]);
            second_opinion(&there, &next);
            assert_memory_equal(&here, &there, sizeof here);
        }
    }
}

TEST(what_is_clear_comes_to_the_same_in_another_world)
{
    for (int i = 0; i < scaled(POSITIONS_FULL); i++) {
        State state;
        if (position(&state, i)) {
            check_foresight(&state, rng_mix((uint64_t)i) + 3);
        }
    }
}

/* The second headline of a round reveals the first. */
TEST(a_reveal_is_not_foreseen)
{
    State state = searched_position(searched_variant("full", 2), 3, 1);
    ActionList legal;
    Prospect after_it;
    View view;

    assert_int_equal(state.phase, PHASE_HEADLINE);
    view_of(&view, &state, shipped_rules(), state_current_seat(&state, shipped_rules()));
    state_legal_actions(&state, shipped_rules(), &legal);
    assert_int_equal(prospect_after(&after_it, &view, shipped_rules(), legal.item[0]),
                     FORESIGHT_HANGS);
}

/* ---- what the text claims ---- */

static HintSaid said_of(const HintResult *result, const HintAction *item, const ActionList *legal)
{
    const HintReason *reason = &item->reason;

    return (HintSaid){.bloc = seat_bloc(result->seat),
                      .action = item->action,
                      .win = item->win,
                      .share = item->share,
                      .visits = (int)item->visits,
                      .playouts = (int)result->playouts,
                      .preferred = item->index == result->item[0].index,
                      .has_other = reason->against >= 0,
                      .other = legal->item[reason->against >= 0 ? reason->against : 0],
                      .after = reason->after,
                      .other_after = reason->other,
                      .forecast = &reason->forecast};
}

static bool claims(const char *text, const char *words)
{
    return strstr(text, words) != NULL;
}

/* The number behind these words; -1: the text does not have them. */
static int number_behind(const char *text, const char *words)
{
    const char *at = strstr(text, words);

    return at == NULL ? -1 : (int)strtol(at + strlen(words), NULL, 10);
}

/* The text has as many terms as there should be, and no other sign than theirs: what a bloc's own side
 * gains stands there with +, what its rival loses with −. */
static void check_terms(const char *text, const Prospect *one, const Prospect *other, Bloc bloc)
{
    const char *at = strstr(text, "this would speak for it");
    int count = 0;

    for (at = at == NULL ? NULL : strstr(at, "”: "); at != NULL; count++) {
        const char *end = strpbrk(at + strlen("”: "), ";");
        const char *rival = strstr(at, bloc == BLOC_US ? "China: " : "US: ");
        bool of_rival = rival != NULL && (end == NULL || rival < end) && rival - at < 8;
        const char *minus = strstr(at, "−");
        assert_int_equal(of_rival, minus != NULL && (end == NULL || minus < end));
        at = end;
    }
    assert_int_equal(count, count_favours(one, other, bloc));
}

/* Every claim of the English text against the position itself. */
static void check_claims(const char *text, const State *state, const HintSaid *said)
{
    ActionList legal;
    Prospect one;
    Prospect other;

    state_legal_actions(state, shipped_rules(), &legal);
    assert_int_equal(claims(text, "no other action"), legal.count == 1);
    if (legal.count == 1) {
        return;
    }
    State mine = after(state, said->action);
    State theirs = after(state, said->other);
    if (claims(text, "It ends the game")) {
        assert_true(state_is_terminal(&mine));
    }
    if (claims(text, "” ends the game")) {
        assert_true(state_is_terminal(&theirs));
    }
    if (claims(text, "playouts")) {
        assert_true(number_behind(text, claims(text, "prefers it in ")
                                            ? "prefers it in "
                                            : "the search gave it ") == said->visits ||
                    number_behind(text, "the search gave this one ") == said->visits);
        assert_true(number_behind(text, " of ") == said->playouts || claims(text, " of the "));
    }
    if (claims(text, "hangs on chance") || claims(text, "ends the game")) {
        return;
    }
    Bloc bloc = said->bloc;
    second_opinion(&one, &mine);
    second_opinion(&other, &theirs);
    int lead = points(&one, bloc) - points(&other, bloc);
    assert_int_equal(claims(text, "worse by "), lead < 0);
    assert_true(lead >= 0 || number_behind(text, "worse by ") == -lead);
    assert_int_equal(claims(text, "prefers it"), lead < 0 && said->preferred);
    assert_int_equal(claims(text, "nothing in the forecast"),
                     lead >= 0 && count_favours(&one, &other, bloc) == 0);
    check_terms(text, &one, &other, bloc);
}

/* What is left of a Chinese text must be Chinese: ids of cards and controls apart, as the rules have
 * them. */
static void check_chinese(const HintSaid *said)
{
    static const char *const english[] = {" the ", "search", "forecast", "playout", "wins",
                                          "Court", "Train",  "Headline", "income",  "now"};
    char text[HINT_TEXT_SIZE];
    char action[HINT_TEXT_SIZE];

    if (!voices_have_chinese()) {
        return;
    }
    hint_print_reason(text, voices_in(LANGUAGE_ZH), shipped_rules(), said);
    hint_print_action(action, voices_in(LANGUAGE_ZH), shipped_rules(), said);
    for (size_t i = 0; i < sizeof english / sizeof english[0]; i++) {
        assert_null(strstr(text, english[i]));
        assert_null(strstr(action, english[i]));
    }
}

TEST(every_claim_of_the_text_is_so)
{
    int claimed = 0;

    for (int i = 0; i < scaled(POSITIONS_FULL); i++) {
        State state;
        ActionList legal;
        if (!position(&state, i)) {
            continue;
        }
        HintResult result = answer(&state);
        state_legal_actions(&state, shipped_rules(), &legal);
        for (int item = 0; item < result.count; item++) {
            const HintSaid said = said_of(&result, &result.item[item], &legal);
            char text[HINT_TEXT_SIZE];
            hint_print_reason(text, voices_in(LANGUAGE_EN), shipped_rules(), &said);
            check_claims(text, &state, &said);
            check_chinese(&said);
            claimed += claims(text, "if the actions ended now") ||
                       claims(text, "If the actions ended now");
        }
    }
    assert_true(claimed > scaled(POSITIONS_FULL) / 2);
}

/* ---- the ranking ---- */

TEST(a_hint_names_the_best_first_and_compares_it_with_the_runner_up)
{
    for (int i = 0; i < scaled(POSITIONS_FULL) / 4; i++) {
        State state;
        if (!position(&state, i)) {
            continue;
        }
        HintResult result = answer(&state);
        assert_in_range(result.count, 1, HINT_ACTIONS);
        assert_int_equal(result.item[0].reason.against,
                         result.count > 1 ? result.item[1].index : -1);
        for (int item = 1; item < result.count; item++) {
            assert_true(result.item[item - 1].visits >= result.item[item].visits);
            assert_int_equal(result.item[item].reason.against, result.item[0].index);
        }
    }
}

TEST(why_not_compares_any_action_with_the_best)
{
    State state = searched_position(searched_variant("short", 2), 4, 30);
    ActionList legal;
    View view;
    HintAction best;
    HintAction other;

    state_legal_actions(&state, shipped_rules(), &legal);
    view_of(&view, &state, shipped_rules(), state_current_seat(&state, shipped_rules()));
    Hint *hint = hint_of(&view, &state, 1);
    for (int i = 0; i < legal.count; i++) {
        hint_why_not(hint, i, &best, &other);
        assert_int_equal(other.index, i);
        assert_true(best.visits >= other.visits);
        assert_true(best.reason.against >= 0 && best.reason.against != best.index);
        assert_int_equal(other.reason.against, i == best.index ? best.reason.against : best.index);
        check_reason(&state, &best);
        check_reason(&state, &other);
    }
    hint_free(hint);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hidden_cards_change_no_hint),
        cmocka_unit_test(a_second_opinion_finds_the_same_reasons),
        cmocka_unit_test(what_is_clear_comes_to_the_same_in_another_world),
        cmocka_unit_test(a_reveal_is_not_foreseen),
        cmocka_unit_test(every_claim_of_the_text_is_so),
        cmocka_unit_test(a_hint_names_the_best_first_and_compares_it_with_the_runner_up),
        cmocka_unit_test(why_not_compares_any_action_with_the_best),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
