/* There is room for every word: in all sizes that the table is made for, in both languages and themes,
 * in every situation that games come to. */

#include <stdint.h>

#include "core/action.h"
#include "core/state.h"
#include "core/vocab.h"
#include "match/match.h"
#include "support/shipped.h"
#include "support/sitting.h"
#include "support/voices.h"
#include "test.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/card_face.h"
#include "ui/desk.h"
#include "ui/theme.h"
#include "ui/ui.h"

/* Logical: the last is 1920x1080 at scale 2. */
static const int sizes[][2] = {{1024, 768}, {1280, 720},  {1280, 800},
                               {1366, 768}, {1920, 1080}, {960, 540}};
enum { SIZES = sizeof sizes / sizeof sizes[0], GAMES_POSITIONS = 25 };

static unsigned dice(Sitting *sitting, unsigned faces)
{
    sitting->chance = sitting->chance * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(sitting->chance >> 33) % faces;
}

/* sitting_frame() ends the test where a text does not fit or is cut. */
static void look_from_everywhere(Sitting *sitting)
{
    for (int look = 0; look < LANGUAGE_COUNT * THEME_COUNT; look++) {
        sitting->voice = *voices_in((Language)(look / THEME_COUNT));
        sitting->ui.theme = (Theme)(look % THEME_COUNT);
        for (int size = 0; size < SIZES; size++) {
            sitting->w = sizes[size][0];
            sitting->h = sizes[size][1];
            sitting_frame(sitting);
        }
    }
}

/* With a card or a nation selected where that is what can be done. */
static void look_at_choices(Sitting *sitting, const ActionList *legal)
{
    Action action = legal->item[dice(sitting, (unsigned)legal->count)];

    look_from_everywhere(sitting);
    if (action.verb <= VERB_SHELVE) {
        sitting->desk.table.card = action.argument;
        look_from_everywhere(sitting);
        sitting->desk.table.card = -1;
    } else if (legal->item[legal->count - 1].verb == VERB_STOP) {
        sitting->desk.table.nation = (int)dice(sitting, NATIONS_MAX / 2);
        sitting->desk.table.asks_stop = true;
        look_from_everywhere(sitting);
        sitting->desk.table.nation = -1;
    }
}

/* What may be asked here, as bits: a position is worth a look if some of it is new. */
static uint64_t situation(const ActionList *legal, const State *state)
{
    uint64_t bits = 0;

    for (int i = 0; i < legal->count; i++) {
        bits |= (uint64_t)1 << legal->item[i].verb;
    }
    if (state->frame_count > 0) {
        bits |= (uint64_t)1 << (32 + state->frame[state->frame_count - 1].kind);
    }
    return bits;
}

static void look_through_game(int seat_count, const char *scenario)
{
    Sitting *sitting = sitting_new(scenario, seat_count, NULL);
    ActionList legal;
    uint64_t seen = 0;
    int looked = 0;
    int since = 0;

    sitting->desk.bots_play = false;
    while (!match_is_over(sitting->match) && looked < GAMES_POSITIONS) {
        match_legal(sitting->match, &legal);
        sitting->desk.eyes = match_current_seat(sitting->match);
        uint64_t bits = situation(&legal, &sitting->desk.scene.view.known);
        if ((bits & ~seen) != 0 || since++ == 11) {
            look_at_choices(sitting, &legal);
            seen |= bits;
            since = 0;
            looked++;
        }
        desk_choose(&sitting->desk, legal.item[dice(sitting, (unsigned)legal.count)]);
    }
    assert_true(looked > GAMES_POSITIONS / 2);
    sitting_free(sitting);
}

TEST(nothing_is_cut_at_a_table_for_two)
{
    look_through_game(2, "full");
}

TEST(nothing_is_cut_at_a_table_for_four)
{
    look_through_game(4, "full");
}

/* ---- pieces ---- */

/* One to four in a cell are large enough to be hit; the sizes are those of scale 1. */
static void expect_targets(Sitting *sitting)
{
    enum { TARGET = 28, ROOMY = 4 };
    const State *state = &sitting->desk.scene.view.known;
    int count = shipped_rules()->nation_count;

    for (int a = 0; a < count; a++) {
        int beside = 0;
        for (int b = 0; b < count; b++) {
            beside += state->nation_x[a] == state->nation_x[b] &&
                      state->nation_y[a] == state->nation_y[b];
        }
        Box box = sitting_box(sitting, ui_id("nation", a));
        if (beside <= ROOMY) {
            assert_true(box.w >= TARGET && box.h >= TARGET);
        }
    }
}

TEST(pieces_are_targets_of_28_pixels)
{
    Sitting *sitting = sitting_new("full", 2, NULL);
    ActionList legal;

    sitting->desk.bots_play = false;
    for (int n = 0; n < 300 && !match_is_over(sitting->match); n++) {
        match_legal(sitting->match, &legal);
        desk_choose(&sitting->desk, legal.item[dice(sitting, (unsigned)legal.count)]);
        for (int size = 0; size < SIZES - 1 && n % 10 == 0; size++) {
            sitting->w = sizes[size][0];
            sitting->h = sizes[size][1];
            sitting_frame(sitting);
            expect_targets(sitting);
        }
    }
    sitting_free(sitting);
}

/* ---- cards ---- */

static void expect_card(Sitting *sitting, int card, Box box)
{
    Ui *ui = &sitting->ui;
    CardFit fit = card_face_fit(ui, shipped_rules(), card, box);

    card_face(ui, shipped_rules(), card, box, &fit);
    assert_int_equal(ui->list->elided, 0);
    assert_int_equal(ui->list->overflows, 0);
    fit.full = false;
    int before = ui->list->count;
    int lines = 0;
    card_face(ui, shipped_rules(), card, box, &fit);
    for (int i = before; i < ui->list->count; i++) {
        lines += ui->list->item[i].kind == DRAW_TEXT && ui->list->item[i].type == fit.type;
    }
    assert_in_range(lines, 1, CARD_LINES);
    draw_clear(ui->list, sitting->w, sitting->h);
}

/* As narrow and low as a hand of six makes them at each size. */
TEST(every_card_fits_in_every_hand)
{
    static const Box boxes[] = {{0, 0, 116, 153}, {0, 0, 150, 138}, {0, 0, 152, 158},
                                {0, 0, 166, 152}, {0, 0, 260, 161}, {0, 0, 110, 126}};
    Sitting *sitting = sitting_new("full", 2, NULL);

    for (int look = 0; look < LANGUAGE_COUNT * THEME_COUNT; look++) {
        sitting->voice = *voices_in((Language)(look / THEME_COUNT));
        sitting->ui.theme = (Theme)(look % THEME_COUNT);
        for (int i = 0; i < shipped_rules()->card_count * SIZES; i++) {
            expect_card(sitting, i / SIZES, boxes[i % SIZES]);
        }
    }
    sitting_free(sitting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_targets_of_28_pixels),
        cmocka_unit_test(every_card_fits_in_every_hand),
        cmocka_unit_test(nothing_is_cut_at_a_table_for_two),
        cmocka_unit_test(nothing_is_cut_at_a_table_for_four),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
