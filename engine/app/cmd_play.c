/* tpd play: people in a window or at a terminal, against bots or each other. */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/options.h"
#include "app/play.h"
#include "app/play_host.h"
#include "app/play_input.h"
#include "app/play_place.h"
#include "app/play_session.h"
#include "app/play_window.h"
#include "app/seating.h"
#include "app/voice.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "match/match.h"
#include "text/voice.h"

static const Manual manual = {
    .name = "play",
    .arguments = "[FILE]",
    .text =
        "Play in a window, against bots or with others at the same table.  Without an option that\n"
        "names a game it opens with the title: go on with the last game, begin one, or look\n"
        "something up.  Everything is done by mouse or by keyboard: Tab and arrows move, Enter\n"
        "chooses, 1 to 9 select a card, Space shows the board after the market, z takes back, F1\n"
        "opens the handbook, F2 changes the language, F3 shows the cards, F11 fills the screen, "
        "Esc\n"
        "goes back and at last leaves.\n"
        "\n"
        "--text plays in the terminal instead.  There each turn shows what has happened, the map,\n"
        "the tracks, your hand and numbered actions; type a number, the beginning of an action, "
        "or\n"
        "`help`.  It needs a plain terminal of 100 columns and 40 lines, and reads from a pipe as\n"
        "well.\n"
        "\n"
        "Every choice is saved as it is made, in a journal: --journal FILE, or else a file in\n"
        "$XDG_DATA_HOME/tpd or ~/.local/share/tpd.  --resume goes on with the game of FILE, or\n"
        "with the last one there that is not over.\n"
        "\n"
        "A seat is played by human, a level from level:1 to level:5, another of `tpd bots`, or a "
        "bot\n"
        "of your own: a file that ends in .lua, or a program, cmd:\"COMMAND\", see\n"
        "scripts/bots/PROTOCOL.md.\n"
        "Of the seats that are not named the first is yours, if you have none, and greedy plays\n"
        "the others.  A journal tells who played, but only --seats names what is run.\n",
    .examples = "  tpd play\n"
                "  tpd play --text\n"
                "  tpd play --text --scenario lesson-1 --seed 42 --lang zh\n"
                "  tpd play --text --scenario short --seats US=human,CN=human\n"
                "  tpd play --text --seats CO=human,UC=my.lua\n"
                "  tpd play --text --resume\n"
                "  tpd play --scenario short --lang zh --theme projector --scale 2\n"
                "  yes 1 | tpd play --text --scenario short --seed 1 --journal game.journal\n",
};

typedef struct PlayOptions {
    GameOptions game;
    VoiceOptions voice;
    const char *seats, *journal, *file;
    bool text, window, resume, has_scenario, has_seed;
    WindowOptions look;
} PlayOptions;

static Outcome read_options(PlayOptions *options, Arguments *arguments)
{
    const Option table[] = {
        option_flag("text", &options->text, "play in the terminal"),
        option_flag("window", &options->window, "play in a window, as without --text"),
        window_option_theme(&options->look),
        window_option_scale(&options->look),
        option_given(game_option_scenario(&options->game), &options->has_scenario),
        option_text("seats", "2|4|SEAT=SPEC,…", &options->seats,
                    "number of seats, or who plays: US, CN; UC, UO, CC, CO (default: 2)"),
        option_given(option_number("seed", &options->game.seed, range_seed,
                                   "key of all chance in the game (default: from the clock)"),
                     &options->has_seed),
        option_text("journal", "FILE", &options->journal, "save the game in a new file"),
        option_flag("resume", &options->resume, "go on with the game of FILE, or the last one"),
        voice_option_lang(&options->voice),
        voice_option_names(&options->voice),
        game_option_rules(&options->game),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};

    options->game.seed = (uint64_t)time(NULL);
    return options_read(&all, arguments);
}

/* Whether the command line says what is played. */
static bool names_game(const PlayOptions *options)
{
    return options->resume || options->has_scenario || options->has_seed ||
           options->seats != NULL || options->journal != NULL;
}

/* Options that say two different things. */
static Outcome check_options(PlayOptions *options, const Arguments *arguments)
{
    const char *other = options->journal != NULL ? "--journal"
                        : options->has_scenario  ? "--scenario"
                        : options->has_seed      ? "--seed"
                                                 : NULL;

    if (options->text && options->window) {
        return complain_usage(manual.name, "--window: expected no --text beside it");
    }
    if (options->resume && other != NULL) {
        return complain_usage(manual.name,
                              "--resume: expected no %s beside it: the game is that of the journal",
                              other);
    }
    if (arguments->count > 0 && !options->resume) {
        return complain_usage(manual.name, "%s: expected --resume before the name of a journal",
                              arguments->item[0]);
    }
    if (arguments->count > 1) {
        return complain_usage(manual.name, "--resume: expected one journal, found %d",
                              arguments->count);
    }
    options->file = arguments->count > 0 ? arguments->item[0] : NULL;
    return OUTCOME_RUN;
}

/* A game that is to begin, or to go on, with all that it needs; `path` is its journal's. */
typedef struct Sitting {
    Rules *rules; /* owned */
    MatchSetup setup;
    Seating *seats;
    char path[DATA_PATH_SIZE];
} Sitting;

static Outcome prepare_new(Sitting *sitting, const PlayOptions *options, Seating *seats)
{
    Game game;
    Error err;
    Outcome outcome = game_open(&game, &options->game, manual.name);

    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    sitting->rules = game.rules;
    seating_fill(seats);
    sitting->setup.game = game.setup;
    sitting->setup.game.seat_count = seats->count;
    if (options->journal != NULL) {
        snprintf(sitting->path, sizeof sitting->path, "%s", options->journal);
    } else if (place_new(sitting->path, sitting->rules->scenario[game.setup.scenario].id, &err) !=
               STATUS_OK) {
        return complain_error(&err);
    }
    return OUTCOME_RUN;
}

static Outcome prepare_old(Sitting *sitting, const PlayOptions *options, const Seating *seats)
{
    Error err;

    if (data_load_rules(&sitting->rules, options->game.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    sitting->setup.game.seat_count = seats->count;
    if (options->file != NULL) {
        snprintf(sitting->path, sizeof sitting->path, "%s", options->file);
    } else if (place_last(sitting->path, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    return OUTCOME_RUN;
}

/* A fault of the seats is one of the command line. */
static Outcome seat_again(Match *match, const char *path, Seating *seats)
{
    Error err;
    Status status = seating_again(seats, match, path, &err);

    if (status == STATUS_ILLEGAL) {
        return complain_failed(manual.name, "%s", err.text);
    }
    return status == STATUS_OK ? OUTCOME_RUN : complain_error(&err);
}

/* What the terminal can do. */
static void look_at_terminal(Session *session)
{
    const char *term = getenv("TERM");          /* NOLINT(concurrency-mt-unsafe): nobody sets it */
    const char *no_colour = getenv("NO_COLOR"); /* NOLINT(concurrency-mt-unsafe): nobody sets it */

    session->terminal = isatty(STDOUT_FILENO) != 0 && term != NULL && strcmp(term, "dumb") != 0;
    session->colour = session->terminal && (no_colour == NULL || no_colour[0] == '\0');
}

static Outcome play_session(Session *session)
{
    Error err;

    look_at_terminal(session);
    input_open(&session->input);
    Status status = session_play(session, &err);
    input_close(&session->input);
    return status == STATUS_OK ? OUTCOME_OK : complain_error(&err);
}

/* At the terminal.  The voice may change while it is played, and is handed back. */
static Outcome play_in_terminal(Match *match, const Sitting *sitting, const PlayOptions *options,
                                Voice *voice)
{
    Session *session = calloc(1, sizeof *session);

    if (session == NULL) {
        return complain_failed(manual.name, "out of memory");
    }
    session->match = match;
    session->path = sitting->path;
    session->files = &sitting->seats->files;
    session->rules = options->game.rules;
    session->table.voice = *voice;
    Outcome outcome = play_session(session);
    *voice = session->table.voice;
    free(session);
    return outcome;
}

/* The window has the match and its seats from here on: it may end them and begin others. */
static Outcome play_in_window(Match **match, const Sitting *sitting, const PlayOptions *options,
                              Voice *voice)
{
    PlayHost host = {.rules = sitting->rules, .match = *match, .seats = *sitting->seats};
    const WindowGame game = {&host, sitting->path};

    *match = NULL;
    *sitting->seats = (Seating){.people = true};
    Outcome outcome = window_play(&game, &options->look, voice);
    play_host_close(&host);
    return outcome;
}

static Outcome play(Sitting *sitting, const PlayOptions *options, Voice *voice)
{
    Match *match = NULL;
    Error err;

    sitting->setup.journal_path = sitting->path;
    sitting->setup.sync = true;
    sitting->setup.seconds = play_seconds;
    Status status = options->resume ? match_resume(&match, sitting->rules, &sitting->setup, &err)
                                    : match_new(&match, sitting->rules, &sitting->setup, &err);
    Outcome outcome = status == STATUS_OK ? seat_again(match, sitting->path, sitting->seats)
                                          : complain_error(&err);
    if (outcome == OUTCOME_RUN) {
        outcome = options->text ? play_in_terminal(match, sitting, options, voice)
                                : play_in_window(&match, sitting, options, voice);
    }
    match_free(match);
    return outcome;
}

/* Reads who plays; without a word of it, two seats of a new game. */
static Outcome read_seats(Seating *seats, const PlayOptions *options)
{
    if (options->seats == NULL && options->resume) {
        *seats = (Seating){.people = true};
        return OUTCOME_RUN;
    }
    return seating_parse_people(seats, options->seats == NULL ? "2" : options->seats, manual.name);
}

/* Without a game: the window begins with its title. */
static Outcome open_title(const PlayOptions *options, Voice *voice)
{
    Rules *rules;
    PlayHost host;
    const WindowGame game = {&host, NULL};
    Error err;

    if (data_load_rules(&rules, options->game.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    play_host_init(&host, rules);
    Outcome outcome = window_play(&game, &options->look, voice);
    play_host_close(&host);
    data_free_rules(rules);
    return outcome;
}

static Outcome sit_down(const PlayOptions *options, Seating *seats, Voice *voice)
{
    Sitting sitting = {.seats = seats};
    Outcome outcome = options->resume ? prepare_old(&sitting, options, seats)
                                      : prepare_new(&sitting, options, seats);

    if (outcome == OUTCOME_RUN) {
        memcpy(sitting.setup.seat, seats->seat, sizeof seats->seat);
        outcome = play(&sitting, options, voice);
    }
    data_free_rules(sitting.rules);
    return outcome;
}

Outcome cmd_play(Arguments arguments)
{
    PlayOptions options = {.game = game_options(),
                           .voice = voice_options(),
                           .look = {.theme = -1, .scale = -1}};
    Seating seats;
    Voice voice;

    Outcome outcome = read_options(&options, &arguments);
    if (outcome == OUTCOME_RUN) {
        outcome = check_options(&options, &arguments);
    }
    if (outcome == OUTCOME_RUN) {
        outcome = read_seats(&seats, &options);
    }
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    outcome = options.text ? OUTCOME_RUN : window_ready();
    if (outcome == OUTCOME_RUN) {
        outcome = voice_open(&voice, &options.voice);
    }
    if (outcome == OUTCOME_RUN) {
        options.look.language = options.voice.language >= 0;
        outcome = names_game(&options) || options.text ? sit_down(&options, &seats, &voice)
                                                       : open_title(&options, &voice);
        voice_close(&voice);
    }
    seating_close(&seats);
    return outcome;
}
