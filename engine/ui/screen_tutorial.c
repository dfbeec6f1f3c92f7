/* The tutorial: the table, and in front of it a caption beside what it speaks of. */

#include "ui/screen_tutorial.h"

#include <stdbool.h>
#include <stddef.h>

#include "core/state.h"
#include "match/match.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/dialog.h"
#include "ui/draw.h"
#include "ui/theme.h"
#include "ui/tutorial.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { WIDTH = 340, PAD = 14, GAP = 8, BUTTON_H = 32, RADIUS = 12, AWAY = 26, EDGE = 8 };

typedef struct StepText {
    const char *title, *text;
} StepText;

static const StepText steps[TUTORIAL_STEP_COUNT] = {
    [TUTORIAL_BOARD] = {N_("The board"),
                        N_("Sixteen nations choose whose models they use: to the left those of the "
                           "US, to the right China's; above open models, below closed ones. You "
                           "are the US, and every nation on your side is worth points.")},
    [TUTORIAL_PLAY] = {N_("A card is a choice"),
                       N_("Each card is played either for its event or for operation points: the "
                          "number on it says how many.")},
    [TUTORIAL_SPEND] = {N_("Spend compute"),
                        N_("Train to raise your frontier, or build datacentres and silicon: they "
                           "bring compute in every round. Point at a line to see what it costs "
                           "and does.")},
    [TUTORIAL_FORECAST] = {N_("Read the arrows"),
                           N_("An arrow shows where a nation would move if the actions ended now; "
                              "the dashed shape is where it would stand. Hold Space to see the "
                              "board after the market.")},
    [TUTORIAL_RELEASE] = {N_("Release a model"),
                          N_("A model in the lab convinces nobody. Publish it: behind an API it "
                             "earns capital, with open weights it wins users.")},
    [TUTORIAL_COURT] = {N_("Court a nation"),
                        N_("Capital moves a nation one step now. Court where the arrows say it "
                           "tips.")},
    [TUTORIAL_CONTROL] = {N_("Impose a control"),
                          N_("A control hurts the rival at once, and later comes back at you: "
                             "watch its stage. Impose one, or lift the one in force.")},
    [TUTORIAL_MARKET] = {N_("The market"),
                         N_("When the cards of a round are played the market opens: nations move "
                            "as the arrows say, and both sides score. Play on until it has "
                            "been.")},
};

/* ---- the caption ---- */

static void caption_text(char *out, int size, const Desk *desk, const TutorialHint *hint)
{
    const Voice *voice = desk->voice;
    TutorialStep step = tutorial_step(desk);
    const TextArgument words[] = {
        words_text("before", desk->tutorial.otherwise
                                 ? say(voice, "That is a fair choice too, and it stands. ")
                                 : ""),
        words_text("text", step == TUTORIAL_STEP_COUNT
                               ? say(voice, "The market has been: see who moved, and what each "
                                            "side scored. That is the whole game: more cards, "
                                            "more rounds, and a rival who reads the same arrows.")
                               : say(voice, steps[step].text)),
        words_text("hint", hint->text == NULL ? "" : say(voice, hint->text)), words_end};

    text_format(out, size, hint->text == NULL ? "{before}{text}" : "{before}{text} {hint}", words);
}

/* Beside what it speaks of, but over the panel at that side: the board has to be seen. */
static Box place_caption(const Ui *ui, const TutorialHint *hint, int height)
{
    Box all = {0, 0, ui->list->w, ui->list->h};
    Box box = {all.w - EDGE - WIDTH, (all.h - height) / 2, WIDTH, height};

    if (hint->there) {
        Spot at = box_centre(hint->box);
        bool low = at.y > all.h * 3 / 4;
        box.x = at.x < all.w / 2 ? EDGE : box.x;
        box.y = low ? hint->box.y - AWAY - height : at.y - height / 2;
    }
    box.y = box.y + box.h > all.h - EDGE ? all.h - EDGE - box.h : box.y;
    box.y = box.y < EDGE ? EDGE : box.y;
    return box;
}

/* The end of a line from a box toward a place. */
static int toward(int at, int start, int length)
{
    return at < start ? start : at > start + length ? start + length : at;
}

static void point_at(Ui *ui, Box caption, Box target)
{
    Look line = look_fill(INK_ACCENT, 0);
    Spot to = box_centre(target);
    Spot from = {toward(to.x, caption.x, caption.w), toward(to.y, caption.y, caption.h)};

    line.width = 2;
    to = (Spot){toward(from.x, target.x, target.w), toward(from.y, target.y, target.h)};
    draw_line(ui->list, from, to, line);
    ui_ring(ui, target, 8, INK_ACCENT);
    ui_ring(ui, box_inset(target, -4), 12, INK_ACCENT);
}

static void go_on(Desk *desk)
{
    TutorialStep step = tutorial_step(desk);

    desk->tutorial.otherwise = false;
    if (step == TUTORIAL_STEP_COUNT) {
        desk_stand_up(desk);
        desk_return(desk, SCREEN_TITLE);
    } else {
        desk->tutorial.done |= 1U << step;
    }
    desk->again = true;
}

static void draw_buttons(Ui *ui, Desk *desk, Box box)
{
    TutorialStep step = tutorial_step(desk);
    bool reads = step == TUTORIAL_BOARD || step == TUTORIAL_FORECAST;
    const Button leave = {.id = ui_id("tutorial-leave", 0),
                          .label = say(desk->voice, "Leave"),
                          .icon = -1};
    const Button next = {.id = ui_id("tutorial-next", 0),
                         .label = step == TUTORIAL_STEP_COUNT ? say(desk->voice, "To the title")
                                  : reads                     ? say(desk->voice, "Next")
                                                              : say(desk->voice, "Skip this"),
                         .icon = -1,
                         .key = 'n',
                         .primary = reads || step == TUTORIAL_STEP_COUNT};

    if (ui_button(ui, box_column(box, 0, 2, GAP), &leave)) {
        desk->tutorial.asks = true;
        desk->again = true;
    }
    if (ui_button(ui, box_column(box, 1, 2, GAP), &next)) {
        go_on(desk);
    }
}

static void draw_caption(Ui *ui, Desk *desk)
{
    const Style body = {TYPE_BODY, INK_HIGH, ALIGN_LEFT, true};
    TutorialHint hint = tutorial_hint(desk, ui);
    TutorialStep step = tutorial_step(desk);
    char text[TIP_SIZE];
    char count[PHRASE_SIZE];
    const TextArgument words[] = {words_number("n", (int)step + 1),
                                  words_number("of", TUTORIAL_STEP_COUNT), words_end};

    caption_text(text, sizeof text, desk, &hint);
    int inner = WIDTH - 2 * PAD;
    int height = ui_paragraph_height(ui, inner, body.type, text);
    Box box =
        place_caption(ui, &hint, height + ui_line(ui, TYPE_HEAD) + BUTTON_H + 2 * PAD + 2 * GAP);
    if (hint.there) {
        point_at(ui, box, hint.box);
    }
    ui_zone(ui, ui_id("tutorial", 0), box); /* what lies behind it is not meant */
    draw_shadow(ui->list, box, RADIUS, 16);
    draw_round(ui->list, box, look_edge(INK_RAISED, RADIUS, INK_ACCENT, 2));
    Box inside = box_inset(box, PAD);
    Box head = box_cut_top(&inside, ui_line(ui, TYPE_HEAD), GAP);
    if (step < TUTORIAL_STEP_COUNT) {
        text_format(count, sizeof count, "{n}/{of}", words);
        ui_text(ui, box_cut_right(&head, ui_width(ui, TYPE_SMALL, count) + 1, GAP),
                (Style){TYPE_SMALL, INK_MID, ALIGN_RIGHT, true}, count);
    }
    ui_text(ui, head, (Style){TYPE_HEAD, INK_ACCENT, ALIGN_LEFT, true},
            step < TUTORIAL_STEP_COUNT ? say(desk->voice, steps[step].title)
                                       : say(desk->voice, "That is it"));
    ui_paragraph(ui, box_cut_top(&inside, height, GAP), body, text);
    draw_buttons(ui, desk, inside);
}

/* ---- the screen ---- */

static void ask_leave(Ui *ui, Desk *desk)
{
    static const char *const answers[] = {N_("Leave"), N_("Go on"), NULL};
    const Dialog dialog = {
        say(desk->voice, "Leave the tutorial? The title offers it again at any time."), answers};
    int answer = dialog_ask(ui, &dialog);

    if (answer == DIALOG_NONE) {
        return;
    }
    desk->tutorial.asks = false;
    desk->again = true;
    if (answer == 0) {
        desk_stand_up(desk);
        desk_return(desk, SCREEN_TITLE);
    }
}

static void note_market(Desk *desk)
{
    if (match_is_over(desk->match) || match_state(desk->match)->round > desk->tutorial.round) {
        desk->tutorial.done |= 1U << TUTORIAL_MARKET;
    }
}

void screen_tutorial(Ui *ui, Desk *desk)
{
    UiInput input = ui->input;
    bool asks = desk->tutorial.asks;

    tutorial_follow(desk, ui);
    note_market(desk);
    if (asks) {
        dialog_hold(ui);
    } else if (desk->table.card < 0 && desk->table.nation < 0 && ui_key(ui, UI_KEY_BACK)) {
        desk->tutorial.asks = true;
        desk->again = true;
    }
    screen_table(ui, desk);
    if (desk->gives_up) {
        return;
    }
    draw_clip(ui->list, (Box){0, 0, ui->list->w, ui->list->h});
    draw_caption(ui, desk);
    if (asks) {
        ui->input = input;
        ask_leave(ui, desk);
    }
}
