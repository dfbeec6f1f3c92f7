/* tpd shot: any screen as a picture or as a list of drawing commands, without a display. */

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/journal_file.h"
#include "app/options.h"
#include "app/play_host.h"
#include "app/seating.h"
#include "app/voice.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "match/history.h"
#include "match/journal.h"
#include "match/match.h"
#include "match/seat.h"
#include "text/handbook.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/desk_host.h"
#include "ui/draw.h"
#include "ui/fonts.h"
#include "ui/measure.h"
#include "ui/painter.h"
#include "ui/png.h"
#include "ui/replay.h"
#include "ui/theme.h"
#include "ui/ui.h"

static const Manual manual = {
    .name = "shot",
    .arguments = "",
    .text =
        "Make a picture of a screen.  It needs no display.  Without --journal the screen shows a\n"
        "fixed position in the middle of the full game, reached by two bots; --at says after how\n"
        "many decisions.  --size is that of the picture in pixels: at --scale 2 everything is\n"
        "twice as large, and there is room for half as much.\n"
        "\n"
        "--list prints the drawing commands instead, measured with fixed letters, so that they "
        "are\n"
        "the same on every machine; its last line counts texts that do not fit or are cut.\n",
    .examples = "  tpd shot --screen table -o table.png\n"
                "  tpd shot --screen table --lang zh --theme projector --size 1920x1080 -o zh.png\n"
                "  tpd shot --screen table --journal game.journal --at 40 -o then.png\n"
                "  tpd shot --screen table --point 500,480 -o why.png\n"
                "  tpd shot --screen table --list\n",
};

enum { MIDDLE = 100, SIZE_MOST = 7680, PERCENT = 100, SEED = 7 };

typedef struct ShotOptions {
    GameOptions game;
    VoiceOptions voice;
    int screen, theme;
    const char *journal, *size, *scale, *point, *out;
    uint64_t at;
    bool has_at, list;
    int w, h, percent; /* read from size and scale */
    Spot mouse;        /* from point */
} ShotOptions;

static Outcome read_options(ShotOptions *options, Arguments *arguments)
{
    static const uint64_t range_at[2] = {0, 100000};
    const Option table[] = {
        option_word("screen", screen_name, &options->screen, "what to show (default: table)"),
        option_text("journal", "FILE", &options->journal, "the game of a journal"),
        option_given(option_number("at", &options->at, range_at,
                                   "after so many decisions (default: the journal's end)"),
                     &options->has_at),
        option_text("size", "WxH", &options->size, "pixels (default: 1280x800)"),
        option_text("scale", "S", &options->scale, "1, 1.5, 2 … 4 (default: 1)"),
        option_text("point", "X,Y", &options->point, "with the mouse there, in logical pixels"),
        option_word("theme", theme_name, &options->theme, "dark, or bright for a projector"),
        voice_option_lang(&options->voice),
        voice_option_names(&options->voice),
        game_option_rules(&options->game),
        option_flag("list", &options->list, "print the drawing commands"),
        option_text("o", "FILE.png", &options->out, "where the picture goes"),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};

    return options_read(&all, arguments);
}

/* Decimal digits up to the end or `stop`; -1 where there are none. */
static int read_digits(const char **text, char stop)
{
    int n = 0;
    const char *start = *text;

    while (**text >= '0' && **text <= '9' && n <= SIZE_MOST) {
        n = 10 * n + (**text - '0');
        (*text)++;
    }
    return *text > start && (**text == stop || **text == '\0') ? n : -1;
}

static Outcome read_size(ShotOptions *options)
{
    enum { LEAST_W = 640, LEAST_H = 400 };
    const char *text = options->size;
    char echo[HINT_SIZE];

    options->w = read_digits(&text, 'x');
    text += *text == 'x';
    options->h = read_digits(&text, '\0');
    if (options->w < LEAST_W || options->h < LEAST_H || options->w > SIZE_MOST ||
        options->h > SIZE_MOST || *text != '\0') {
        return complain_usage(manual.name,
                              "--size: expected WxH from 640x400 to 7680x7680, found '%s'",
                              printable(echo, sizeof echo, options->size));
    }
    return OUTCOME_RUN;
}

static Outcome read_scale(ShotOptions *options)
{
    const char *text = options->scale;
    char echo[HINT_SIZE];
    int whole = read_digits(&text, '.');
    int part = 0;

    if (*text == '.') {
        text++;
        part = *text >= '0' && *text <= '9' ? 10 * (*text - '0') : PERCENT;
        text++;
    }
    options->percent = whole * PERCENT + part;
    if (whole < 1 || part >= PERCENT || options->percent > 4 * PERCENT || *text != '\0') {
        return complain_usage(manual.name,
                              "--scale: expected a number from 1 to 4 such as 1.5, found '%s'",
                              printable(echo, sizeof echo, options->scale));
    }
    return OUTCOME_RUN;
}

static Outcome read_point(ShotOptions *options)
{
    const char *text = options->point;
    char echo[HINT_SIZE];

    options->mouse = (Spot){-1, -1};
    if (text == NULL) {
        return OUTCOME_RUN;
    }
    options->mouse.x = read_digits(&text, ',');
    text += *text == ',';
    options->mouse.y = read_digits(&text, '\0');
    return options->mouse.x >= 0 && options->mouse.y >= 0
               ? OUTCOME_RUN
               : complain_usage(manual.name, "--point: expected X,Y such as 300,200, found '%s'",
                                printable(echo, sizeof echo, options->point));
}

static Outcome check_options(ShotOptions *options)
{
    Outcome outcome = read_size(options);

    if (outcome == OUTCOME_RUN) {
        outcome = read_scale(options);
    }
    if (outcome == OUTCOME_RUN) {
        outcome = read_point(options);
    }
    if (outcome == OUTCOME_RUN && options->out == NULL && !options->list) {
        return complain_usage(manual.name, "-o: expected the name of a picture to write");
    }
    return outcome;
}

/* ---- the game ---- */

/* Bots play up to the position. */
static Outcome play_on(Match *match, uint64_t at)
{
    Error err;

    for (uint64_t n = 0; n < at && !match_is_over(match); n++) {
        if (match_step_bot(match, &err) != STATUS_OK) {
            return complain_error(&err);
        }
    }
    return OUTCOME_RUN;
}

static Outcome open_middle(Match **match, const ShotOptions *options, const Rules *rules,
                           Seating *seats)
{
    bool is_first = options->screen == SCREEN_TUTORIAL;
    MatchSetup setup = {
        .game = {.seed = SEED,
                 .scenario = rules_find_scenario(rules, is_first ? "lesson-3" : "full"),
                 .seat_count = 2}};
    Error err;
    Outcome outcome = seating_parse(seats, "US=greedy,CN=greedy", manual.name);

    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    setup.game.scenario = setup.game.scenario < 0 ? 0 : setup.game.scenario;
    memcpy(setup.seat, seats->seat, sizeof setup.seat);
    if (match_new(match, rules, &setup, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    uint64_t at = options->screen == SCREEN_END || options->screen == SCREEN_REPLAY ? UINT64_MAX
                  : is_first                                                        ? 0
                                                                                    : MIDDLE;
    bool whole = options->screen == SCREEN_REPLAY; /* --at is where one is in it */

    return play_on(*match, options->has_at && !whole ? options->at : at);
}

/* The game of a journal, which is only read. */
static Outcome open_journal(Match **match, const ShotOptions *options, const Rules *rules)
{
    Journal journal;
    Error err;
    Status status = journal_file_look(&journal, options->journal, rules, &err);

    if (status != STATUS_OK) {
        return complain_error(&err);
    }
    int at = options->has_at ? (int)options->at : journal.history.count;
    if (at > journal.history.count) {
        Outcome outcome =
            complain_failed(manual.name, "--at: expected at most %d, the decisions of %s",
                            journal.history.count, options->journal);
        journal_clear(&journal);
        return outcome;
    }
    int from = options->screen == SCREEN_REPLAY ? 0 : at;
    MatchSetup setup = {.game = journal.history.setup, .start = &journal.history.state[from]};
    memcpy(setup.seat, journal.seat, sizeof setup.seat);
    status = match_new(match, rules, &setup, &err);
    for (int i = 0;
         options->screen == SCREEN_REPLAY && i < journal.history.count && status == STATUS_OK;
         i++) {
        const Choice *choice = &journal.history.choice[i];
        status = match_submit(*match, choice->action, (MatchBy)choice->by, &err);
    }
    journal_clear(&journal);
    return status == STATUS_OK ? OUTCOME_RUN : complain_error(&err);
}

/* ---- the picture ---- */

static void print_line(void *user, const char *line)
{
    (void)user;
    puts(line);
}

/* What is pointed at shows in the frame behind the one that has placed it, and what follows from it
 * one later. */
static void draw(Desk *desk, Ui *ui, const ShotOptions *options)
{
    const UiInput input = {.mouse = options->mouse};
    int frames = options->point == NULL ? 1 : 3;

    assert(options->percent > 0);
    for (int n = 0; n < frames; n++) {
        draw_clear(ui->list, options->w * PERCENT / options->percent,
                   options->h * PERCENT / options->percent);
        ui_begin(ui, &input);
        desk_frame(desk, ui);
        ui_end(ui);
    }
}

static Outcome write_picture(const ShotOptions *options, const Ui *ui, Fonts *fonts)
{
    Painter *painter = calloc(1, sizeof *painter);
    Error err;

    if (painter == NULL) {
        return complain_failed(manual.name, "out of memory");
    }
    painter->glyphs = fonts_glyphs(fonts);
    painter->theme = ui->theme;
    painter->scale = (float)options->percent / PERCENT;
    Status status = painter_init(painter, options->w, options->h, &err);
    if (status == STATUS_OK) {
        painter_paint(painter, ui->list);
        status = png_write(&painter->canvas, options->out, &err);
        painter_clear(painter);
    }
    free(painter);
    return status == STATUS_OK ? OUTCOME_OK : complain_error(&err);
}

/* With the fonts of this machine. */
static Outcome shoot_picture(Desk *desk, Ui *ui, const ShotOptions *options)
{
    Fonts *fonts;
    Error err;

    if (fonts_open(&fonts, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    ui->measure = fonts_measure(fonts);
    draw(desk, ui, options);
    Outcome outcome = write_picture(options, ui, fonts);
    fonts_close(fonts);
    return outcome;
}

static Outcome shoot_list(Desk *desk, Ui *ui, const ShotOptions *options)
{
    ui->measure = measure_fixed;
    draw(desk, ui, options);
    printf("%s %dx%d scale %d%%\n", screen_name[options->screen], options->w, options->h,
           options->percent);
    draw_print(ui->list, print_line, NULL);
    printf("commands %d, dropped %d, texts that do not fit %d, texts that are cut %d\n",
           ui->list->count, ui->list->dropped, ui->list->overflows, ui->list->elided);
    return OUTCOME_OK;
}

static Status print_handbook(void *user, const Voice *voice, HandbookSink *sink, void *to,
                             Error *err)
{
    const Desk *desk = user;

    return play_host_print_handbook(desk->rules, voice, sink, to, err);
}

/* The decision that a replay stands at. */
static int replay_place(const ShotOptions *options)
{
    if (options->has_at) {
        return (int)options->at;
    }
    return options->journal != NULL ? INT32_MAX : MIDDLE;
}

static Outcome shoot(Match *match, const Rules *rules, const ShotOptions *options, Voice *voice)
{
    Desk *desk = malloc(sizeof *desk);
    Ui *ui = calloc(1, sizeof *ui);
    DrawList *list = malloc(sizeof *list);
    Outcome outcome = OUTCOME_FAILED;

    if (desk == NULL || ui == NULL || list == NULL) {
        complain_failed(manual.name, "out of memory");
    } else {
        desk_init(desk, rules, voice, (Screen)options->screen);
        if (match != NULL) {
            desk_sit_down(desk, match);
        }
        desk->bots_play = false;
        if (match != NULL && !match_is_over(match)) {
            desk->eyes = match_current_seat(match);
        }
        if (options->screen == SCREEN_REPLAY && replay_ready(desk)) {
            replay_go(desk->replay, replay_place(options));
        }
        desk->host = (DeskHost){.user = desk,
                                .list_bots = play_host_list_bots,
                                .print_handbook = print_handbook};
        ui->list = list;
        ui->theme = (Theme)options->theme;
        ui->voice = voice;
        outcome = options->list ? shoot_list(desk, ui, options) : shoot_picture(desk, ui, options);
        desk_clear(desk);
    }
    free(list);
    free(ui);
    free(desk);
    return outcome;
}

static Outcome run(ShotOptions *options, Voice *voice)
{
    Rules *rules;
    Match *match = NULL;
    Seating seats = {.count = 0};
    Error err;

    if (data_load_rules(&rules, options->game.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    Outcome outcome = options->journal != NULL ? open_journal(&match, options, rules)
                      : screen_has_match[options->screen] || options->screen == SCREEN_REPLAY
                          ? open_middle(&match, options, rules, &seats)
                          : OUTCOME_RUN;
    if (outcome == OUTCOME_RUN) {
        outcome = shoot(match, rules, options, voice);
    }
    match_free(match);
    seating_close(&seats);
    data_free_rules(rules);
    return outcome;
}

Outcome cmd_shot(Arguments arguments)
{
    ShotOptions options = {.game = game_options(),
                           .voice = voice_options(),
                           .size = "1280x800",
                           .scale = "1"};
    Voice voice;
    Outcome outcome = read_options(&options, &arguments);

    if (outcome == OUTCOME_RUN) {
        outcome = check_options(&options);
    }
    if (outcome == OUTCOME_RUN) {
        outcome = voice_open(&voice, &options.voice);
    }
    if (outcome == OUTCOME_RUN) {
        outcome = run(&options, &voice);
        voice_close(&voice);
    }
    return outcome;
}
