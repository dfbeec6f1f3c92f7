/* frames [WIDTH HEIGHT SCALE_PERCENT]: processor time of the table's frames with the fonts of this
 * machine, and the memory that they take.  A measurement, not a test: run it on a quiet machine. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "ai/bot.h"
#include "match/match.h"
#include "support/sitting.h"
#include "test.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/fonts.h"
#include "ui/painter.h"
#include "ui/ui.h"

enum { FRAMES = 200, DECISIONS = 100, PERCENT = 100 };

static double milliseconds(clock_t since)
{
    return 1000.0 * (double)(clock() - since) / CLOCKS_PER_SEC;
}

static void draw(Sitting *sitting, Painter *painter, const UiInput *input)
{
    draw_clear(&sitting->list, sitting->w, sitting->h);
    ui_begin(&sitting->ui, input);
    desk_frame(&sitting->desk, &sitting->ui);
    ui_end(&sitting->ui);
    painter_paint(painter, &sitting->list);
}

/* The mouse goes over the board, so that something changes in each frame; or all is painted anew. */
static double mean(Sitting *sitting, Painter *painter, bool whole)
{
    clock_t start = clock();

    for (int n = 0; n < FRAMES; n++) {
        const UiInput input = {.mouse = {sitting->w * n / FRAMES, sitting->h / 2}};
        painter->fresh = whole;
        draw(sitting, painter, &input);
    }
    return milliseconds(start) / FRAMES;
}

static void play_to_the_middle(Sitting *sitting)
{
    ActionList legal;

    sitting->desk.bots_play = false;
    for (int n = 0; n < DECISIONS && !match_is_over(sitting->match); n++) {
        match_legal(sitting->match, &legal);
        desk_choose(&sitting->desk, legal.item[n % legal.count]);
    }
    sitting->desk.eyes = match_current_seat(sitting->match);
}

static int measure(Sitting *sitting, Painter *painter, int percent)
{
    const UiInput nothing = {.mouse = {-1, -1}};
    struct rusage usage;
    Error err;
    clock_t start = clock();
    Fonts *fonts;

    if (fonts_open(&fonts, &err) != STATUS_OK) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    sitting->ui.measure = fonts_measure(fonts);
    painter->glyphs = fonts_glyphs(fonts);
    painter->scale = (float)percent / PERCENT;
    if (painter_init(painter, sitting->w * percent / PERCENT, sitting->h * percent / PERCENT,
                     &err) != STATUS_OK) {
        fprintf(stderr, "%s\n", err.text);
        fonts_close(fonts);
        return 1;
    }
    draw(sitting, painter, &nothing);
    printf("%dx%d scale %d%%\nfirst frame, fonts opened: %.0f ms\n", sitting->w, sitting->h,
           percent, milliseconds(start));
    printf("frame in which something changes: %.2f ms\n", mean(sitting, painter, false));
    printf("frame painted anew: %.2f ms\n", mean(sitting, painter, true));
    getrusage(RUSAGE_SELF, &usage);
    printf("memory at most: %ld MB\n", usage.ru_maxrss / 1024);
    painter_clear(painter);
    fonts_close(fonts);
    return 0;
}

int main(int count, char **words)
{
    Sitting *sitting = sitting_new("full", 2, NULL);
    Painter *painter = calloc(1, sizeof *painter);
    int percent = count == 4 ? (int)strtol(words[3], NULL, 10) : PERCENT;

    assert_non_null(painter);
    if (count == 4) {
        sitting->w = (int)strtol(words[1], NULL, 10);
        sitting->h = (int)strtol(words[2], NULL, 10);
    }
    play_to_the_middle(sitting);
    int result = measure(sitting, painter, percent);
    free(painter);
    sitting_free(sitting);
    return result;
}
