/* The public models of a bloc: quality, what the lab could release, licence, users, revenue. */

#include <stdbool.h>
#include <stdint.h>

#include "core/explain.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/scene.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { PAD = 8, BAR = 9, GAP = 6 };

static int model_height(const Table *table)
{
    return 2 * ui_line(table->ui, TYPE_BODY) + BAR + (table->small ? 10 : 16);
}

int table_models_height(const Table *table)
{
    return 2 * model_height(table) + GAP;
}

/* The lock says already what the first word does, where there is no room for both. */
static void title_of(char *out, int size, const Table *table, Stack stack, int width)
{
    const Voice *voice = table->scene->voice;
    bool open = stack % 2 == 1;
    int licence = table->scene->view.known.track[SLOT_LICENCE + stack / 2];
    char icon[ICON_TEXT_SIZE];
    const TextArgument words[] = {words_icon("icon", icon, open ? ICON_OPEN : ICON_CLOSED),
                                  words_text("licence", text_licence(voice, (Licence)licence)),
                                  words_end};

    text_format(out, size,
                open ? say(voice, "{icon} Open · {licence}") : say(voice, "{icon} Closed · API"),
                words);
    if (ui_width(table->ui, TYPE_CAPTION, out) > width) {
        text_format(out, size, open ? "{icon} {licence}" : "{icon} API", words);
    }
}

static void users_of(char *out, int size, const Table *table, Stack stack)
{
    const Scene *scene = table->scene;
    const State *state = &scene->view.known;
    Bloc bloc = (Bloc)(stack / 2);
    int weight = 0;
    int count = 0;

    for (int nation = 0; nation < scene->rules->nation_count; nation++) {
        int x = state->nation_x[nation];
        int y = state->nation_y[nation];
        if (x * side_sign(bloc) > 0 && (stack % 2 == 1 ? y > 0 : y < 0)) {
            weight += scene->rules->nation[nation].weight;
            count++;
        }
    }
    const TextArgument words[] = {words_number("weight", weight), words_number("count", count),
                                  words_number("revenue", scene->outlook.revenue[bloc]),
                                  words_number("served", scene->outlook.served_weight[bloc]),
                                  words_end};
    text_format(out, size,
                stack % 2 == 1 ? say(scene->voice, "Weight {weight} · users {count}")
                               : say(scene->voice, "Weight {weight} · served {served}"),
                words);
}

static void draw_model(Table *table, Stack stack, Box box)
{
    Ui *ui = table->ui;
    const Scene *scene = table->scene;
    Bloc bloc = (Bloc)(stack / 2);
    Seat seat = is_four_seats(&scene->view.known) ? (Seat)stack : closed_seat(bloc);
    int lab = scene->view.known.track[SLOT_FRONTIER + seat];
    int quality = scene->view.known.track[SLOT_QUALITY + stack];
    Segments segments = {quality, scene->ahead.track[SLOT_QUALITY + stack],
                         vocab_track[TRACK_QUALITY].most, ink_of_bloc(bloc)};
    char text[PHRASE_SIZE];
    char flask[ICON_TEXT_SIZE];
    const TextArgument words[] = {words_number("q", quality), words_number("f", lab),
                                  words_icon("lab", flask, ICON_LAB), words_end};

    draw_round(ui->list, box, look_fill(INK_RAISED, 8));
    table_why(table, box, (Question){NUMBER_ADOPTION, (int)stack, 0});
    Box inside = {box.x + PAD, box.y + 3, box.w - 2 * PAD, box.h - 6};
    Box head = box_cut_top(&inside, ui_line(ui, TYPE_BODY), 2);
    text_format(text, sizeof text, say(scene->voice, "Q {q} · lab {f}"), words);
    if (2 * ui_width(ui, TYPE_STRONG, text) > head.w) {
        text_format(text, sizeof text, say(scene->voice, C_("short of room", "Q{q} · {lab}{f}")),
                    words);
    }
    Box value = box_cut_right(&head, ui_width(ui, TYPE_STRONG, text) + 1, 6);
    ui_text(ui, value, (Style){TYPE_STRONG, INK_HIGH, ALIGN_RIGHT, true}, text);
    title_of(text, sizeof text, table, stack, head.w);
    ui_text(ui, head, (Style){TYPE_STRONG, ink_of_bloc(bloc), ALIGN_LEFT, true}, text);
    Box bar = box_cut_top(&inside, BAR, 2);
    table_segments(table, bar, &segments);
    if (lab > quality && lab <= segments.most) { /* what the lab could release */
        Box mark = box_column(bar, lab - 1, segments.most, 2);
        draw_round(ui->list, (Box){mark.x + mark.w - 3, mark.y - 2, 3, mark.h + 4},
                   look_fill(INK_HIGH, 1));
    }
    Box foot = box_cut_bottom(&inside, ui_line(ui, TYPE_SMALL), 0);
    users_of(text, sizeof text, table, stack);
    if (stack % 2 == 0) {
        char earns[PHRASE_SIZE];
        char icon[ICON_TEXT_SIZE];
        const TextArgument revenue[] = {words_number("n", scene->outlook.revenue[bloc]),
                                        words_icon("icon", icon, ICON_CAPITAL), words_end};
        text_format(earns, sizeof earns, "{+n}{icon}", revenue);
        Box right = box_cut_right(&foot, ui_width(ui, TYPE_SMALL, earns) + 1, 4);
        ui_text(ui, right, (Style){TYPE_SMALL, INK_OK, ALIGN_RIGHT, true}, earns);
    }
    ui_text(ui, foot, (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true}, text);
}

void table_models(Table *table, Bloc bloc, Box box)
{
    for (int open = 1; open >= 0; open--) {
        draw_model(table, (Stack)(2 * (int)bloc + open),
                   box_cut_top(&box, model_height(table), GAP));
    }
}
