/* A public choice that falls to another seat than the one whose play it is: said over the board. */

#include <stdbool.h>

#include "core/action.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "match/seat.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/scene.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

/* Who made the last choice that was no answer to a card. */
static Seat seat_in_play(const Desk *desk)
{
    int n = match_decision_count(desk->match) - 1;
    Action action;

    while (n >= 0) {
        match_decision_action(desk->match, n, SEAT_NOBODY, &action);
        if (action.verb < VERB_PICK_NATION) {
            return match_decision_seat(desk->match, n);
        }
        n--;
    }
    return SEAT_NOBODY;
}

static bool is_asked(const Table *table)
{
    const Scene *scene = table->scene;

    if (scene->chooser == SEAT_NOBODY ||
        match_player(table->desk->match, scene->chooser) != PLAYER_HUMAN) {
        return false;
    }
    DecisionKind decision = state_decision(&scene->view.known, scene->rules);
    return (decision == DECISION_PICK || decision == DECISION_OPTION) &&
           seat_in_play(table->desk) != scene->chooser;
}

static int count_bits(unsigned set)
{
    int count = 0;

    for (; set != 0; set &= set - 1) {
        count++;
    }
    return count;
}

static void tell(char *out, int size, const Scene *scene)
{
    const State *state = &scene->view.known;
    const Frame *frame = &state->frame[state->frame_count - 1];
    int taken = count_bits(frame->chosen);
    int all = taken + frame->left;
    const TextArgument words[] = {
        words_text("seat", text_seat(scene->voice, state->seat_count, scene->chooser)),
        words_number("n", taken + 1), words_number("all", all), words_end};

    text_format(out, size,
                all > 1 ? say(scene->voice, "{seat} chooses: {n} of {all}")
                        : say(scene->voice, "{seat} chooses"),
                words);
}

void table_banner(Table *table, Box board)
{
    enum { PAD = 18, RADIUS = 10, TOP = 6 };
    Ui *ui = table->ui;
    char text[PHRASE_SIZE];

    if (!is_asked(table)) {
        return;
    }
    tell(text, sizeof text, table->scene);
    Bloc bloc = seat_bloc(table->scene->chooser);
    int width = ui_width(ui, TYPE_HEAD, text) + 2 * PAD;
    int height = ui_line(ui, TYPE_HEAD) + 8;
    Box box = {board.x + (board.w - width) / 2, board.y + TOP, width, height};
    draw_shadow(ui->list, box, RADIUS, PAD / 2);
    draw_round(ui->list, box, look_edge(ink_deep_of_bloc(bloc), RADIUS, ink_of_bloc(bloc), 2));
    ui_text(ui, box, (Style){TYPE_HEAD, INK_WHITE, ALIGN_CENTRE, true}, text);
}
