/* Below the board: the hand or the operations on the left, the question and its buttons on the
 * right. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/history.h"
#include "match/match.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/card_face.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/scene.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { PAD = 10, GAP = 6 };

static int button_height(const Table *table)
{
    return table->small ? 26 : 34;
}

/* ---- the question ---- */

static void frame_title(char *out, int size, const Table *table, int card)
{
    text_card_title(out, size, table->scene->voice, table->scene->rules, card);
}

static void ask_pick(char *out, int size, const Table *table)
{
    const State *state = &table->scene->view.known;
    const Frame *frame = &state->frame[state->frame_count - 1];
    const Voice *voice = table->scene->voice;
    char question[TIP_SIZE / 2];
    char head[LABEL_TEXT_SIZE] = "";

    text_question(question, sizeof question, voice, table->scene->rules, state);
    switch ((FrameKind)frame->kind) {
    case FRAME_EVENT:
    case FRAME_TRIGGER:
        frame_title(head, sizeof head, table, frame->card);
        break;
    case FRAME_HEARTS:
        snprintf(head, sizeof head, "%s",
                 say(voice, frame->card == 0 ? N_("Contract of an API release")
                                             : N_("Hearts won by an open release")));
        break;
    case FRAME_HEDGING:
        snprintf(head, sizeof head, "%s", say(voice, "Hedging against the leader"));
        break;
    case FRAME_OPS:
    case FRAME_NONE:
    case FRAME_KIND_COUNT:
        break;
    }
    const TextArgument words[] = {words_text("card", head), words_text("question", question),
                                  words_end};
    text_format(out, size, say(voice, "{card}: {question}"), words);
}

static void ask(char *out, int size, const Table *table)
{
    const Scene *scene = table->scene;
    const State *state = &scene->view.known;
    const TextArgument words[] = {
        words_number("points",
                     state->frame_count > 0 ? state->frame[state->frame_count - 1].points : 0),
        words_text("seat", text_seat(scene->voice, state->seat_count, scene->chooser)), words_end};
    const char *format = "";

    switch (state_decision(state, scene->rules)) {
    case DECISION_HEADLINE:
        format = N_("{seat}: commit a card as headline");
        break;
    case DECISION_PLAY:
        format = N_("{seat}: play a card");
        break;
    case DECISION_OPERATION:
        format =
            N_("{seat}: operation points left: {points}. To court, choose a nation on the board.");
        break;
    case DECISION_PICK:
        format = N_("{seat}: choose on the board");
        break;
    case DECISION_OPTION:
        ask_pick(out, size, table);
        return;
    case DECISION_KIND_COUNT:
        break;
    }
    text_format(out, size, say(scene->voice, format), words);
}

static void tell_result(char *out, int size, const Table *table)
{
    const State *state = &table->scene->view.known;
    const Voice *voice = table->scene->voice;
    const TextArgument words[] = {words_text("bloc", text_bloc(voice, state_winner(state))),
                                  words_text("ending", text_ending(voice, state_ending(state))),
                                  words_number("us", state_bloc_vp(state, BLOC_US)),
                                  words_number("cn", state_bloc_vp(state, BLOC_CN)), words_end};

    text_format(out, size,
                say(voice, "The game is over: {bloc} wins {ending}. US {us} VP, China {cn} VP."),
                words);
}

/* ---- buttons ---- */

static void draw_undo(Table *table, Box box)
{
    Desk *desk = table->desk;
    const Voice *voice = table->scene->voice;
    UndoKind kind = match_can_undo(desk->match);
    Button button = {.id = ui_id("undo", 0),
                     .label = say(voice, C_("button", "Undo")),
                     .icon = ICON_UNDO,
                     .key = 'z'};

    if (kind == UNDO_NONE) {
        button.refusal = say(voice, "There is nothing to undo.");
    } else if (kind == UNDO_TAKE_BACK) {
        button.label = say(voice, C_("button", "Take back"));
        button.tip = say(
            voice, "Something was revealed, or another seat chose since: the table must agree.");
    }
    if (ui_button(table->ui, box, &button)) {
        if (kind == UNDO_FREE) {
            desk_undo(desk);
        } else {
            desk_open(desk, SCREEN_TAKE_BACK);
        }
    }
}

static void draw_stop(Table *table, Box box)
{
    Desk *desk = table->desk;
    const Scene *scene = table->scene;
    const State *state = &scene->view.known;
    int points = state->frame[state->frame_count - 1].points;
    const char *end = say(scene->voice, C_("button", "End action"));
    const char *really = say(scene->voice, C_("button", "Give up points?"));
    Button button = {.id = ui_id("stop", 0),
                     .label = desk->table.asks_stop ? really : end,
                     .icon = ICON_CHECK,
                     .key = '\n',
                     .primary = true};

    if (ui_button(table->ui, box, &button)) {
        if (points == 0 || desk->table.asks_stop) {
            desk_choose(desk, (Action){.verb = VERB_STOP});
        } else {
            desk->table.asks_stop = true;
        }
    }
}

typedef struct Mode {
    Verb verb;
    const char *label;
    Icon icon;
    char key;
} Mode;

static const Mode modes[] = {
    {VERB_HEADLINE, C_("button", "Commit"), ICON_CHECK, '\n'},
    {VERB_EVENT, C_("button", "Event"), ICON_EVENT, 'e'},
    {VERB_OPS, C_("button", "Operations"), ICON_OPS, 'o'},
    {VERB_OPS_EVENT, C_("button", "Ops, event"), ICON_OPS, 'o'},
    {VERB_EVENT_OPS, C_("button", "Event, ops"), ICON_EVENT, 'e'},
    {VERB_SHELVE, C_("button", "Shelve"), ICON_SHELVE, 's'},
};

/* Whether some card can be played so. */
static bool is_offered(const Scene *scene, Verb verb)
{
    for (int i = 0; i < scene->legal.count; i++) {
        if (scene->legal.item[i].verb == verb) {
            return true;
        }
    }
    return false;
}

/* The ways to play the selected card; before one is, those that there will be. */
static void draw_modes(Table *table, Box box)
{
    const Scene *scene = table->scene;
    int card = table->desk->table.card;
    int shown = 0;

    for (unsigned i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        Verb verb = modes[i].verb;
        int index = scene_find(scene, verb, card);
        bool waits =
            card < 0 && is_offered(scene, verb) && verb != VERB_OPS_EVENT && verb != VERB_EVENT_OPS;
        if (index < 0 && !waits) {
            continue;
        }
        const Button button = {.id = ui_id("mode", (int)verb),
                               .label = say(scene->voice, modes[i].label),
                               .icon = (int)modes[i].icon,
                               .key = modes[i].key,
                               .primary = verb == VERB_HEADLINE,
                               .refusal = waits ? say(scene->voice, "Choose a card first.") : NULL,
                               .tip = text_verb_meaning(scene->voice, verb)};
        Box at = verb == VERB_HEADLINE
                     ? box
                     : box_column(box_row(box, shown / 2, 2, GAP), shown % 2, 2, GAP);
        shown++;
        if (ui_button(table->ui, at, &button)) {
            desk_choose(table->desk, scene->legal.item[index]);
            return;
        }
    }
}

static void draw_action(Table *table, Box box)
{
    const Scene *scene = table->scene;
    char text[TIP_SIZE];
    Box inside = box_inset(box, PAD);
    int height = button_height(table);
    bool over = scene->chooser == SEAT_NOBODY;

    draw_round(table->ui->list, box, look_edge(INK_PANEL, 12, INK_LINE, 1));
    if (over) {
        tell_result(text, sizeof text, table);
    } else {
        ask(text, sizeof text, table);
    }
    bool operates = !over && scene_find(scene, VERB_STOP, 0) >= 0;
    Box bottom = box_cut_bottom(&inside, height, GAP);
    Box right = box_cut_right(&bottom, operates ? bottom.w * 58 / 100 : 0, operates ? GAP : 0);
    draw_undo(table, bottom);
    if (operates) {
        draw_stop(table, right);
    }
    bool courts = operates && table->desk->table.nation >= 0;
    Box lower = inside;
    if (courts) {
        Box title = box_cut_top(&lower, ui_line(table->ui, TYPE_STRONG), 4);
        ui_text(table->ui, title, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true},
                text_nation(scene->voice, scene->rules, table->desk->table.nation));
        table_courts(table, lower);
        return;
    }
    if (scene->legal.count > 0 && scene->legal.item[0].verb <= VERB_SHELVE) {
        bool headline = scene->legal.item[0].verb == VERB_HEADLINE;
        Box buttons = box_cut_bottom(&inside, headline ? height : 2 * height + GAP, GAP);
        draw_modes(table, buttons);
    }
    bool buttons_tell = scene->legal.count > 0 && scene->legal.item[0].verb <= VERB_SHELVE;
    if (inside.h >= ui_line(table->ui, TYPE_STRONG) || !buttons_tell) {
        ui_paragraph(table->ui, inside, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true}, text);
    }
}

/* ---- the left part ---- */

/* The card whose event or trigger asks, at the left end. */
static void draw_asking_card(Table *table, Box *box)
{
    const State *state = &table->scene->view.known;
    const Frame *frame = &state->frame[state->frame_count - 1];

    if (frame->kind == FRAME_EVENT || frame->kind == FRAME_TRIGGER) {
        Box at = box_cut_left(box, box->w * 28 / 100, 16);
        const CardFit fit = card_face_fit(table->ui, table->scene->rules, frame->card, at);
        card_face(table->ui, table->scene->rules, frame->card, at, &fit);
    } else {
        box_cut_left(box, 8, 0);
    }
}

/* What a card, a contract or the hearts ask, in large letters; the answer is given on the board. */
static void draw_question(Table *table, Box box)
{
    Ui *ui = table->ui;
    char text[TIP_SIZE];

    draw_round(ui->list, box, look_edge(INK_PANEL, 12, INK_ACCENT, 1));
    Box inside = {box.x + 8, box.y + 8, box.w - 24, box.h - 16};
    draw_asking_card(table, &inside);
    ask_pick(text, sizeof text, table);
    Type type = ui_fitting(ui, inside, TYPE_CARD, text);
    int height = ui_paragraph_height(ui, inside.w, type, text);
    Box middle = box_around(box_centre(inside), inside.w, height < inside.h ? height : inside.h);
    ui_paragraph(ui, middle, (Style){type, INK_HIGH, ALIGN_LEFT, true}, text);
}

static void draw_options(Table *table, Box box)
{
    char text[CARD_TEXT_SIZE];
    const Scene *scene = table->scene;

    for (int n = 0; n < scene->legal.count; n++) {
        Box at = box_column(box, n, scene->legal.count, 12);
        UiTouch touch = ui_zone(table->ui, ui_id("option", n), at);
        draw_round(table->ui->list, at,
                   look_edge(INK_RAISED, 10, touch.hot ? INK_ACCENT : INK_EDGE, 2));
        if (touch.focused) {
            ui_ring(table->ui, at, 10, INK_ACCENT);
        }
        text_option(text, scene->voice, scene->rules, &scene->view.known, n);
        ui_paragraph(table->ui, box_inset(at, 14), (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true},
                     text);
        if (touch.clicked) {
            desk_choose(table->desk, scene->legal.item[n]);
            return;
        }
    }
}

static void select_by_digit(Table *table)
{
    const Scene *scene = table->scene;

    if (scene->view.viewer == SEAT_NOBODY || scene->legal.count == 0 ||
        scene->legal.item[0].verb > VERB_SHELVE) {
        return;
    }
    const uint64_t *hand = scene->view.known.cards[SET_HAND + scene->view.viewer];
    for (int n = 0; n < set_count(hand) && n < 9; n++) {
        if (ui_letter(table->ui, (char)('1' + n))) {
            table->desk->table.card = set_nth(hand, n);
        }
    }
}

void table_strip(Table *table, const TablePlan *plan)
{
    const Scene *scene = table->scene;
    Box strip = plan->strip;

    select_by_digit(table);
    if (scene_find(scene, VERB_STOP, 0) >= 0) {
        Box hand = box_cut_left(&strip, strip.w * 22 / 100, plan->gap);
        table_hand_list(table, hand);
        table_operations(table, strip);
    } else if (scene->legal.count > 0 && (scene->legal.item[0].verb == VERB_PICK_NATION ||
                                          scene->legal.item[0].verb == VERB_PICK_TILE)) {
        Box hand = box_cut_left(&strip, strip.w * 22 / 100, plan->gap);
        table_hand_list(table, hand);
        draw_question(table, strip);
    } else if (scene->legal.count > 0 && scene->legal.item[0].verb == VERB_OPTION) {
        draw_options(table, strip);
    } else {
        table_hand(table, strip);
    }
    draw_action(table, plan->action);
}
