/* The steps in which decisions are shown: the choice with all that follows from it at once, then the
 * market step by step (RULES.md section 9).  What is scored behind it has a sheet of its own. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/action.h"
#include "core/event.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "match/seat.h"
#include "text/news.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/desk.h"
#include "ui/motion.h"
#include "ui/scene.h"
#include "ui/settings.h"
#include "ui/ui.h"
#include "ui/words.h"

/* The parts of a decision. */
enum {
    PART_CHOICE,
    PART_SERVED,
    PART_PRICED,
    PART_DRIFTED,
    PART_BACKLASH,
    PART_VALUED,
    PART_GOVERNED,
    PART_COUNT
};

static const char *const part_heading[PART_COUNT] = {
    [PART_CHOICE] = NULL, /* the news name it themselves */
    [PART_SERVED] = NULL,
    [PART_PRICED] = N_("Market · the price of intelligence follows the gap"),
    [PART_DRIFTED] = N_("Market · nations move to what appeals to them"),
    [PART_BACKLASH] = N_("Market · controls ripen"),
    [PART_VALUED] = N_("Market · investors look at the revenue"),
    [PART_GOVERNED] = N_("Market · governance"),
};

/* ---- the events, in parts ---- */

typedef struct Cuts {
    EventLog log;
    bool market;
    int end[PART_COUNT]; /* index of the event behind each part */
} Cuts;

/* The position of a moment is the referee's: only when it comes is looked at. */
static void note_moment(void *user, Moment moment, const State *state)
{
    Cuts *cuts = user;

    (void)state;
    if (moment >= MOMENT_MARKET && moment <= MOMENT_GOVERNED) {
        cuts->end[moment - MOMENT_MARKET] = cuts->log.count;
        cuts->market = true;
    }
}

_Static_assert(MOMENT_GOVERNED - MOMENT_MARKET == PART_GOVERNED, "each moment ends a part");

static void cut_events(Cuts *cuts, const Desk *desk, int decision)
{
    cuts->market = false;
    event_log_init(&cuts->log, note_moment, cuts);
    match_events(desk->match, decision, SEAT_NOBODY, &cuts->log);
    for (int part = 0; part < PART_COUNT && !cuts->market; part++) {
        cuts->end[part] = cuts->log.count;
    }
}

static int part_start(const Cuts *cuts, int part)
{
    return part == 0 ? 0 : cuts->end[part - 1];
}

/* ---- where it goes ---- */

/* Whatever a log says of the plateau, nobody is to learn it from here. */
static void follow_event(Places *places, const Event *event)
{
    int place[2];

    if (event->kind == EVENT_TRACK && event->subject != SLOT_PLATEAU &&
        event->subject != SLOT_KNOWN) {
        places->track[event->subject] = event->b;
    } else if (event->kind == EVENT_MOVED) {
        place_unpack(event->b, place);
        places->x[event->subject] = (int8_t)place[0];
        places->y[event->subject] = (int8_t)place[1];
    }
}

/* ---- captions ---- */

typedef struct Captions {
    const Voice *voice;
    News news;
    Prose prose; /* of the part that is told */
} Captions;

static void keep_act(void *user, const NewsAct *act)
{
    Captions *captions = user;

    if (captions->prose.length > 0) {
        prose_add(&captions->prose, say(captions->voice, C_("between acts", "; ")));
    }
    prose_add(&captions->prose, act->text);
}

static bool reveals(const EventLog *log)
{
    for (int i = 0; i < log->count; i++) {
        if (log->item[i].kind == EVENT_REVEALED) {
            return true;
        }
    }
    return false;
}

static void begin_captions(Captions *captions, const Desk *desk, int decision, NewsDetail detail)
{
    Action action;
    const Teller teller = {.voice = desk->voice,
                           .rules = desk->rules,
                           .mark = desk->scene.code,
                           .seat_count = desk->scene.view.known.seat_count,
                           .viewer = SEAT_NOBODY,
                           .reader = SEAT_NOBODY};

    captions->voice = desk->voice;
    news_begin(&captions->news, &teller, detail, keep_act, captions);
    if (match_decision_action(desk->match, decision, SEAT_NOBODY, &action) &&
        action.verb >= VERB_PICK_NATION) {
        news_pick(&captions->news, match_decision_seat(desk->match, decision));
    }
}

/* An operation is told by whose it is; other choices name their seat themselves. */
static const char *seat_before(const Desk *desk, int decision)
{
    Action action;

    if (!match_decision_action(desk->match, decision, SEAT_NOBODY, &action) ||
        action.verb < VERB_TRAIN || action.verb >= VERB_PICK_NATION) {
        return NULL;
    }
    return text_seat(desk->voice, desk->scene.view.known.seat_count,
                     match_decision_seat(desk->match, decision));
}

static void tell_part(char caption[MOTION_TEXT], Captions *captions, const Cuts *cuts, int part)
{
    const Voice *voice = captions->voice;
    EventLog log;

    event_log_init(&log, NULL, NULL);
    for (int i = part_start(cuts, part); i < cuts->end[part]; i++) {
        log.item[log.count++] = cuts->log.item[i];
    }
    captions->prose = prose_start(caption, MOTION_TEXT);
    captions->news.reveals = reveals(&cuts->log);
    news_decision(&captions->news, &log);
    news_end(&captions->news);
    if (part_heading[part] != NULL) {
        char told[MOTION_TEXT];
        snprintf(told, sizeof told, "%s", caption);
        captions->prose = prose_start(caption, MOTION_TEXT);
        prose_add(&captions->prose, say(voice, part_heading[part]));
        prose_add(&captions->prose, told[0] == '\0' ? "" : say(voice, C_("before effects", ": ")));
        prose_add(&captions->prose, told);
    }
}

static void name_seat(char caption[MOTION_TEXT], const Voice *voice, const char *seat)
{
    char told[MOTION_TEXT];
    const TextArgument words[] = {words_text("seat", seat), words_text("action", told), words_end};

    snprintf(told, sizeof told, "%s", caption);
    text_format(caption, MOTION_TEXT, say(voice, "{seat}: {action}"), words);
}

/* ---- steps ---- */

static int step_length(const Desk *desk, int part)
{
    static const int length[SPEED_COUNT][2] = {
        [SPEED_OFF] = {0, 0},
        [SPEED_NORMAL] = {700, 1400},
        [SPEED_FAST] = {250, 500},
        [SPEED_INSTANT] = {0, 0},
    };

    return length[desk->settings.animation][part == PART_CHOICE ? 0 : 1];
}

/* A choice of a bot is told also where nothing moves: nobody has seen it being made. */
static bool is_worth_a_step(const Desk *desk, int decision, const MotionStep *step, bool moved)
{
    Seat seat = match_decision_seat(desk->match, decision);

    return moved || (step->caption[0] != '\0' && match_player(desk->match, seat) != PLAYER_HUMAN);
}

static void add_part(Desk *desk, Captions *captions, const Cuts *cuts, int decision, int part)
{
    Motion *motion = &desk->motion;
    MotionStep *step = &motion->step[motion->count];
    const Places *before = motion->count == 0 ? &motion->from : &step[-1].to;
    const char *seat = part == PART_CHOICE ? seat_before(desk, decision) : NULL;

    step->to = *before;
    step->length = step_length(desk, part);
    for (int i = part_start(cuts, part); i < cuts->end[part]; i++) {
        follow_event(&step->to, &cuts->log.item[i]);
    }
    tell_part(step->caption, captions, cuts, part);
    if (seat != NULL && step->caption[0] != '\0') {
        name_seat(step->caption, desk->voice, seat);
    }
    bool moved = memcmp(&step->to, before, sizeof *before) != 0;
    motion->count += is_worth_a_step(desk, decision, step, moved) ? 1 : 0;
}

/* With this detail; false: a caption finds no room over the board. */
static bool add_decision(Desk *desk, const Ui *ui, const Cuts *cuts, int decision,
                         NewsDetail detail)
{
    Motion *motion = &desk->motion;
    int first = motion->count;
    bool has_room = true;
    Captions captions;

    begin_captions(&captions, desk, decision, detail);
    for (int part = 0; part < PART_COUNT && motion->count < MOTION_STEPS; part++) {
        if (part_start(cuts, part) < cuts->end[part]) {
            add_part(desk, &captions, cuts, decision, part);
        }
    }
    for (int n = first; n < motion->count; n++) {
        has_room = has_room && motion_has_room(ui, motion->step[n].caption);
    }
    return has_room;
}

/* A person who plays on is not to be held up. */
static bool goes_on(const Desk *desk, int decision)
{
    return desk->motion.count == 1 && !match_is_over(desk->match) &&
           match_current_seat(desk->match) == match_decision_seat(desk->match, decision) &&
           match_player(desk->match, match_current_seat(desk->match)) == PLAYER_HUMAN;
}

void motion_make_steps(Desk *desk, const Ui *ui, int first)
{
    Motion *motion = &desk->motion;
    int count = match_decision_count(desk->match);
    Cuts cuts;

    for (int n = first; n < count; n++) {
        int kept = motion->count;
        int detail = NEWS_ALL;
        cut_events(&cuts, desk, n);
        while (!add_decision(desk, ui, &cuts, n, (NewsDetail)detail) && detail > NEWS_HEADS) {
            motion->count = kept;
            detail--;
        }
    }
    motion->own = goes_on(desk, first) && first == count - 1;
    if (motion->own) {
        enum { SHORTER = 2 };
        motion->step[0].length /= SHORTER;
    }
}
