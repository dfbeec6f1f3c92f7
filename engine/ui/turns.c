#include "ui/turns.h"

#include <stddef.h>

#include "core/action.h"
#include "core/event.h"
#include "core/state.h"
#include "core/view.h"
#include "match/match.h"
#include "match/seat.h"
#include "ui/desk.h"
#include "ui/desk_host.h"
#include "ui/motion.h"
#include "ui/scene.h"
#include "ui/settings.h"

static bool is_person(const Desk *desk, Seat seat)
{
    return match_player(desk->match, seat) == PLAYER_HUMAN;
}

/* The person who is to choose now; SEAT_NOBODY: a bot, or the game is over. */
static Seat choosing_person(const Desk *desk)
{
    if (match_is_over(desk->match)) {
        return SEAT_NOBODY;
    }
    Seat seat = match_current_seat(desk->match);
    return is_person(desk, seat) ? seat : SEAT_NOBODY;
}

/* The only person, SEAT_NOBODY if there are more or none. */
static Seat only_person(const Desk *desk)
{
    Seat found = SEAT_NOBODY;

    for (Seat seat = 0; seat < SEATS_MAX && desk_people(desk) == 1; seat++) {
        found = is_person(desk, seat) ? seat : found;
    }
    return found;
}

void turns_begin(Desk *desk)
{
    desk->turns =
        (Turns){.scored = match_decision_count(desk->match), .said_of = -1, .clock_at = -1};
    match_want_reasons(desk->match, &desk->turns.reasons);
}

Seat turns_look(Desk *desk)
{
    Seat chooser = choosing_person(desk);

    if (!desk->bots_play) {
        return desk->eyes;
    }
    if (desk->agreement.open_hands && chooser != SEAT_NOBODY) {
        desk->eyes = chooser;
    }
    if (only_person(desk) != SEAT_NOBODY && !desk->turns.handed) {
        desk->eyes = only_person(desk);
        return desk->eyes;
    }
    /* Another person is looking now, even where their choice is public. */
    if (desk->eyes != SEAT_NOBODY &&
        (!is_person(desk, desk->eyes) || (chooser != SEAT_NOBODY && chooser != desk->eyes))) {
        desk->eyes = SEAT_NOBODY;
    }
    return chooser == desk->eyes ? desk->eyes : SEAT_NOBODY;
}

/* ---- the privacy screen ---- */

static bool needs_hand(const Desk *desk)
{
    return choosing_person(desk) != SEAT_NOBODY &&
           scene_is_private(&desk->scene.view.known, desk->rules);
}

static bool wants_curtain(const Desk *desk)
{
    return needs_hand(desk) && desk->scene.view.viewer != choosing_person(desk);
}

void turns_accept(Desk *desk)
{
    desk->eyes = choosing_person(desk);
    desk->turns.handed = false;
    desk->turns.curtains++;
    desk_look(desk);
}

/* ---- the news ---- */

/* An answer to a card, which is asked for at once and in the middle of another's play. */
static bool is_answer(const Desk *desk, int decision)
{
    Action action;

    match_decision_action(desk->match, decision, SEAT_NOBODY, &action);
    return action.verb >= VERB_PICK_NATION;
}

int turns_first_news(const Desk *desk, Seat seat)
{
    int first = match_decision_count(desk->match) - 1;
    bool others = false;

    while (first >= 0 &&
           (match_decision_seat(desk->match, first) != seat || is_answer(desk, first))) {
        others = others || match_decision_seat(desk->match, first) != seat;
        first--;
    }
    if (first < 0) {
        return others ? 0 : -1;
    }
    return others ? first : -1;
}

static bool wants_news(const Desk *desk)
{
    Seat seat = choosing_person(desk);

    return needs_hand(desk) && desk->turns.told < match_decision_count(desk->match) &&
           turns_first_news(desk, seat) >= 0;
}

/* ---- the scoring sheet ---- */

static void note_scoring(void *user, Moment moment, const State *state)
{
    bool *found = user;

    (void)state;
    *found = *found || moment == MOMENT_SCORED;
}

static bool scores(const Desk *desk, int decision)
{
    EventLog log;
    bool found = false;

    event_log_init(&log, note_scoring, &found);
    match_events(desk->match, decision, SEAT_NOBODY, &log);
    return found;
}

/* A round is scored in its last decision but those that answer the hedging. */
int turns_scoring(const Desk *desk, int round)
{
    int n = match_decision_count(desk->match) - 1;

    while (n >= 0 && match_decision_round(desk->match, n) > round) {
        n--;
    }
    while (n >= 0 && match_decision_round(desk->match, n) == round) {
        if (scores(desk, n)) {
            return n;
        }
        n--;
    }
    return -1;
}

/* Looks through what is new; true: there is a scoring in it. */
static bool finds_scoring(Desk *desk)
{
    bool found = false;

    while (desk->turns.scored < match_decision_count(desk->match)) {
        found = scores(desk, desk->turns.scored++) || found;
    }
    return found;
}

void turns_rewind(Desk *desk)
{
    int count = match_decision_count(desk->match);

    desk->turns.scored = desk->turns.scored < count ? desk->turns.scored : count;
    desk->turns.told = count;
}

void turns_step(Desk *desk)
{
    if (desk->match == NULL || !desk->bots_play || desk_screen(desk) != SCREEN_TABLE) {
        return;
    }
    if (finds_scoring(desk) && desk_people(desk) > 0 && !desk->turns.skips_sheet) {
        desk_open(desk, SCREEN_SCORING);
    } else if (wants_curtain(desk)) {
        desk_open(desk, SCREEN_PRIVACY);
    } else if (wants_news(desk)) {
        desk->turns.told = match_decision_count(desk->match);
        desk_open(desk, SCREEN_RECAP);
    }
}

/* ---- bots ---- */

/* How long people look at what a bot did before the next one does something. */
static int rest_of(const Desk *desk)
{
    static const int rest[SPEED_COUNT] =
        {[SPEED_OFF] = 0, [SPEED_NORMAL] = 400, [SPEED_FAST] = 150, [SPEED_INSTANT] = 0};

    return desk->turns.hurried || !desk->motion.on ? 0 : rest[desk->settings.animation];
}

bool turns_let_bot(const Desk *desk)
{
    return !desk->turns.paused && desk->turns.rest <= 0;
}

void turns_note_bot(Desk *desk)
{
    desk->turns.said = desk->turns.reasons;
    desk->turns.said_of = match_decision_count(desk->match) - 1;
    desk->turns.rest = rest_of(desk);
}

void turns_hand_over(Desk *desk, Seat seat, const MatchSeat *player)
{
    bool several = desk_people(desk) > 1;

    if (desk_went_well(desk, match_seat_change(desk->match, seat, player, &desk->err))) {
        desk->turns.handed = desk->turns.handed || several;
        desk->eyes = SEAT_NOBODY;
        desk_look(desk);
    }
}

/* ---- the clock ---- */

static int clock_limit(const Desk *desk)
{
    enum { MINUTE = 60000 };

    return desk->agreement.timer * MINUTE;
}

bool turns_clock_runs(const Desk *desk)
{
    return clock_limit(desk) > 0 && !desk->turns.paused && desk->bots_play &&
           desk_screen(desk) == SCREEN_TABLE && choosing_person(desk) != SEAT_NOBODY;
}

/* A turn is a play with all that belongs to it, or what another seat's play asks. */
static bool begins_turn(const Desk *desk)
{
    Seat seat = choosing_person(desk);
    bool is_play = scene_is_private(match_state(desk->match), desk->rules);

    return seat != desk->turns.clock_of ||
           (is_play && desk->turns.clock_at != match_decision_count(desk->match));
}

void turns_pass_time(Desk *desk, int milliseconds)
{
    Turns *turns = &desk->turns;

    if (desk->match == NULL) {
        return;
    }
    turns->rest = turns->rest > milliseconds ? turns->rest - milliseconds : 0;
    if (choosing_person(desk) != SEAT_NOBODY) {
        turns->hurried = false;
    }
    if (!turns_clock_runs(desk)) {
        return;
    }
    if (begins_turn(desk)) {
        turns->clock_of = choosing_person(desk);
        turns->clock_at = match_decision_count(desk->match);
        turns->left = clock_limit(desk);
    } else {
        turns->left -= milliseconds;
    }
}
