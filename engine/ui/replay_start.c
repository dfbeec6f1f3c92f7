/* A game that begins at the position shown, and the whole game as text for a report. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/history.h"
#include "match/journal.h"
#include "match/seat.h"
#include "text/voice.h"
#include "ui/desk.h"
#include "ui/desk_host.h"
#include "ui/dialog.h"
#include "ui/replay.h"
#include "ui/replay_parts.h"
#include "ui/ui.h"

/* ---- a game from here ---- */

static void start(Desk *desk, const State *position)
{
    const Replay *replay = desk->replay;
    const State from = *position; /* the replay is closed before the game begins */
    GameWish wish = {.game = replay->history.setup, .start = &from};

    wish.game.seed = from.seed; /* the journal's head knows no other */
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        const MatchSeat *player = &replay->seat[seat];
        if (player->player != PLAYER_NONE) {
            snprintf(wish.player[seat], sizeof wish.player[seat], "%s", player->spec);
        }
    }
    wish.agreement = replay->match == desk->match ? desk->agreement : (Agreement){.timer = 0};
    replay_close(desk);
    desk_begin(desk, &wish);
}

/* What the viewer cannot see is dealt anew; who sees every hand knows what no seat does. */
static void start_anew(Desk *desk)
{
    const Replay *replay = desk->replay;
    const State *state = &replay->history.state[replay->at];
    uint64_t key =
        desk->host.new_seed == NULL ? state->seed + 1 : desk->host.new_seed(desk->host.user);
    View view;
    State sample;

    view_of(&view, state, replay->history.rules, replay_viewer(replay));
    view_sample(&sample, &view, replay->history.rules, key);
    start(desk, &sample);
}

void replay_ask_start(Ui *ui, Desk *desk)
{
    static const char *const all[] = {N_("The same cards"), N_("Dealt anew"),
                                      C_("button", "Stay here"), NULL};
    Replay *replay = desk->replay;
    /* Before the end the same cards would tell what is still hidden. */
    const Dialog dialog = {
        .text = say(desk->voice,
                    replay->all_open
                        ? N_("A new game begins from this position, with a journal of its own. "
                             "With the same cards and dice as then, or with what this seat cannot "
                             "see dealt anew?")
                        : N_("A new game begins from this position, with a journal of its own. "
                             "What this seat cannot see is dealt anew; the game that you are in "
                             "stays among the saved games.")),
        .answers = replay->all_open ? all : all + 1};
    int answer = dialog_ask(ui, &dialog);

    if (answer == DIALOG_NONE) {
        return;
    }
    replay->asks_start = false;
    desk->again = true;
    answer += replay->all_open ? 0 : 1;
    if (answer == 0) {
        start(desk, &replay->history.state[replay->at]);
    } else if (answer == 1) {
        start_anew(desk);
    }
}

/* ---- a report ---- */

typedef struct Report {
    char *text;
    size_t length, room;
} Report;

static void add_line(Report *report, const char *line)
{
    size_t length = strlen(line);

    if (report->text == NULL || report->length + length + 2 > report->room) {
        return; /* the room was reckoned for the longest lines there are */
    }
    memcpy(report->text + report->length, line, length);
    report->length += length;
    report->text[report->length++] = '\n';
    report->text[report->length] = '\0';
}

/* The head of a journal ends each of its lines itself. */
static void add_head(Report *report, const Replay *replay)
{
    char *head = malloc(JOURNAL_HEAD_SIZE);
    History begin = replay->history;
    Setup setup = begin.setup;
    State usual;

    begin.count = 0;
    state_init(&usual, begin.rules, &setup);
    if (head != NULL) {
        int length =
            journal_print_head(head, &begin, replay->seat, !state_equal(&usual, &begin.state[0]));
        while (length > 0 && head[length - 1] == '\n') {
            head[--length] = '\0';
        }
        add_line(report, head);
    }
    free(head);
}

static void add_decisions(Report *report, const Replay *replay)
{
    char line[JOURNAL_LINE_SIZE];
    History past = replay->history;

    past.count = 0;
    while (1) {
        if (journal_print_owed(line, &past) > 0) {
            add_line(report, line);
        }
        if (past.count == replay->history.count) {
            return;
        }
        const Choice *choice = &past.choice[past.count];
        const JournalMarks marks = {.by = choice->by, .seconds = -1};
        journal_print_decision(line, &past, choice->action, &marks);
        add_line(report, line);
        past.count++;
    }
}

/* The position first, then a journal that `tpd` reads when it is saved to a file. */
static void write_report(Report *report, const Replay *replay)
{
    char text[STATE_TEXT_SIZE];
    char line[64];

    snprintf(line, sizeof line, "decision %d of %d", replay->at, replay->history.count);
    add_line(report, line);
    state_print(text, &replay->history.state[replay->at], replay->history.rules);
    add_line(report, text);
    add_line(report, "");
    add_head(report, replay);
    add_decisions(report, replay);
}

void replay_copy(Desk *desk)
{
    enum { LINE_MOST = 256 };
    const Replay *replay = desk->replay;
    Report report = {.room = STATE_TEXT_SIZE + JOURNAL_HEAD_SIZE +
                             (size_t)2 * (size_t)LINE_MOST * ((size_t)replay->history.count + 1)};

    if (desk->host.copy_text == NULL) {
        return;
    }
    report.text = malloc(report.room);
    if (report.text == NULL) {
        desk_notice(desk, say(desk->voice, "There is no memory for a copy."));
        return;
    }
    write_report(&report, replay);
    if (desk_went_well(desk, desk->host.copy_text(desk->host.user, report.text, &desk->err))) {
        desk_notice(desk, say(desk->voice, "Position and journal are in the clipboard. They tell "
                                           "every hand: whom you send them to can read them."));
    }
    free(report.text);
}
