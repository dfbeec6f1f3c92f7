/* tpd play: a person at a terminal against random seats. */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/cards.h"
#include "app/command.h"
#include "app/game.h"
#include "app/options.h"
#include "app/play.h"
#include "app/seating.h"
#include "core/action.h"
#include "core/event.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"

static const Manual manual = {
    .name = "play",
    .arguments = "",
    .text =
        "Play a game against seats that choose at random.  Each of your turns shows what "
        "happened,\n"
        "the map, the tracks, your hand and numbered actions; type a number, or `help`.  It needs\n"
        "no more than a plain terminal of 100 columns, and reads from a pipe as well.\n",
    .examples = "  tpd play --text\n"
                "  tpd play --text --scenario lesson-1 --seed 42\n"
                "  tpd play --text --scenario short --seats 4 --as CO\n"
                "  yes 1 | tpd play --text --scenario short --seed 1\n",
};

typedef struct PlayOptions {
    GameOptions game;
    const char *as;
    bool text;
} PlayOptions;

typedef struct Session {
    Rules *rules;
    Setup setup;
    State state;
    Table table;
    uint64_t key, decisions;
    EventLog log;
} Session;

typedef enum Reply { REPLY_ACTION, REPLY_AGAIN, REPLY_BOARD, REPLY_QUIT } Reply;

enum { INPUT_SIZE = 256 };

static Outcome read_options(PlayOptions *options, Arguments *arguments)
{
    const Option table[] = {
        option_flag("text", &options->text, "play in the terminal; there is no other table yet"),
        game_option_scenario(&options->game),
        game_option_seats(&options->game),
        option_number("seed", &options->game.seed, range_seed,
                      "key of all chance in the game (default: from the clock)"),
        option_text("as", "SEAT", &options->as,
                    "where you sit: US or CN; with 4 seats UC, UO, CC or CO (default: the first)"),
        game_option_rules(&options->game),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};

    options->game.seed = (uint64_t)time(NULL);
    return options_read(&all, arguments);
}

static Outcome find_seat(int *seat, int seat_count, const char *name)
{
    enum { ECHO_SIZE = 64 };
    const char *names[SEATS_MAX + 1];
    char list[ECHO_SIZE];
    char hint[HINT_SIZE];
    char echo[ECHO_SIZE];
    int count = 0;

    *seat = name == NULL ? 0 : seating_find(seat_count, name);
    if (*seat >= 0) {
        return OUTCOME_RUN;
    }
    for (Seat s = 0; s < SEATS_MAX; s += seating_step(seat_count)) {
        names[count++] = vocab_seat(seat_count, s);
    }
    names[count] = NULL;
    return complain_usage(manual.name, "--as: expected %s in a game of %d seats, found '%s'%s",
                          words_join(list, sizeof list, names), seat_count,
                          printable(echo, sizeof echo, name), hint_nearest(hint, names, name));
}

static bool is_mine(const Session *session)
{
    return state_current_seat(&session->state, session->rules) == session->table.view.viewer;
}

/* Shows the person's seat the position as it is now. */
static void refresh(Session *session)
{
    Table *table = &session->table;

    view_of(&table->view, &session->state, session->rules, table->view.viewer);
    table->legal.count = 0;
    if (!state_is_terminal(&session->state) && is_mine(session)) {
        state_legal_actions(&session->state, session->rules, &table->legal);
    }
}

static void print_turn(const Session *session)
{
    const State *state = &session->table.view.known;
    const Scenario *scenario = &session->rules->scenario[state->scenario];
    char play[INPUT_SIZE] = "";
    int next = state_decision(state, session->rules) == DECISION_PLAY; /* it is not begun yet */

    if (state->phase == PHASE_ACTION) {
        snprintf(play, sizeof play, ", play %d of %d", state->turn + next,
                 BLOC_COUNT * scenario->acts);
    }
    printf("\n--- You are %s. Round %d of %d, %s%s.\n",
           vocab_seat(state->seat_count, session->table.view.viewer), state->round,
           scenario->rounds, vocab_phase[state->phase], play);
    table_print_board(&session->table);
    table_print_choice(&session->table);
}

/* Reads a line without its blanks; false at the end of the input. */
static bool read_line(char line[INPUT_SIZE])
{
    if (fgets(line, INPUT_SIZE, stdin) == NULL) {
        return false;
    }
    if (strchr(line, '\n') == NULL) {
        for (int c = getchar(); c != '\n' && c != EOF; c = getchar()) {
        }
    }
    char *start = line + strspn(line, " \t\r\n");
    size_t length = strlen(start);
    while (length > 0 && strchr(" \t\r\n", start[length - 1]) != NULL) {
        length--;
    }
    memmove(line, start, length);
    line[length] = '\0';
    if (!isatty(STDIN_FILENO)) {
        puts(line); /* where nothing is typed nothing is seen */
    }
    return true;
}

static bool is_one_of(const char *line, const char *const words[])
{
    for (int i = 0; words[i] != NULL; i++) {
        if (text_is(line, words[i])) {
            return true;
        }
    }
    return false;
}

static void print_card(const Rules *rules, const char *id)
{
    for (int card = 0; card < rules->card_count; card++) {
        if (text_is(rules->card[card].id, id)) {
            card_print(rules, card);
            return;
        }
    }
    printf("expected the id of a card, as in 'card %s'\n", rules->card[0].id);
}

static Reply understand(const Session *session, const char *line, Action *action)
{
    static const char *const quit[] = {"quit", "q", "exit", NULL};
    static const char *const help[] = {"help", "?", NULL};
    static const char *const board[] = {"board", NULL};
    static const char card[] = "card ";
    char reason[REASON_SIZE];

    if (is_one_of(line, quit)) {
        return REPLY_QUIT;
    }
    if (is_one_of(line, board)) {
        return REPLY_BOARD;
    }
    if (is_one_of(line, help)) {
        table_print_help();
        return REPLY_AGAIN;
    }
    if (text_begins(line, card)) {
        print_card(session->rules, line + sizeof card - 1);
        return REPLY_AGAIN;
    }
    int index = table_find_action(&session->table, line, reason);
    if (index < 0) {
        printf("%s\n", reason);
        return REPLY_AGAIN;
    }
    *action = session->table.legal.item[index];
    return REPLY_ACTION;
}

/* Asks until there is an action; false when the person leaves. */
static bool ask(const Session *session, Action *action)
{
    const State *state = &session->table.view.known;
    char line[INPUT_SIZE];
    Reply reply = REPLY_BOARD;

    while (reply == REPLY_AGAIN || reply == REPLY_BOARD) {
        if (reply == REPLY_BOARD) {
            print_turn(session);
        }
        printf("%s> ", vocab_seat(state->seat_count, session->table.view.viewer));
        fflush(stdout);
        if (!read_line(line)) {
            printf("\nEnd of input: the game stops in round %d.\n", state->round);
            return false;
        }
        reply = understand(session, line, action);
    }
    if (reply == REPLY_QUIT) {
        printf("The game stops in round %d.\n", state->round);
    }
    return reply == REPLY_ACTION;
}

/* Plays one decision, mine or a random one; false when the person leaves. */
static bool play_decision(Session *session)
{
    Action action;

    if (is_mine(session)) {
        if (!ask(session, &action)) {
            return false;
        }
    } else {
        ActionList legal;
        state_legal_actions(&session->state, session->rules, &legal);
        action = game_random_action(&legal, session->key, session->decisions);
    }
    session->decisions++;
    event_log_clear(&session->log);
    state_apply(&session->state, session->rules, action, &session->log);
    refresh(session);
    table_tell(&session->table, &session->log);
    return true;
}

static void print_result(const Session *session)
{
    const State *state = &session->state;
    Seat ranking[SEATS_MAX];

    state_ranking(state, session->rules, ranking);
    printf("\nThe game is over: %s wins (%s), US %d VP, CN %d VP.\n",
           vocab_bloc[state_winner(state)], vocab_ending[state_ending(state)],
           state_bloc_vp(state, BLOC_US), state_bloc_vp(state, BLOC_CN));
    printf("Places:");
    for (int place = 0; place < state->seat_count; place++) {
        printf(" %d %s%s", place + 1, vocab_seat(state->seat_count, ranking[place]),
               ranking[place] == session->table.view.viewer ? " (you)" : "");
    }
    printf("\n");
}

static void play_game(Session *session)
{
    state_init(&session->state, session->rules, &session->setup);
    event_log_init(&session->log, NULL, NULL);
    session->key = rng_key(session->setup.seed);
    session->decisions = 0;
    session->table.rules = session->rules;
    table_name_nations(&session->table);
    refresh(session);
    printf("Scenario %s, %d seats, seed %" PRIu64 ". You are %s; the others choose at random.\n"
           "Type help to see what you can type.\n",
           session->rules->scenario[session->setup.scenario].id, session->setup.seat_count,
           session->setup.seed, vocab_seat(session->setup.seat_count, session->table.view.viewer));

    while (!state_is_terminal(&session->state) && !ferror(stdout)) {
        if (!play_decision(session)) {
            return;
        }
    }
    if (state_is_terminal(&session->state)) {
        print_result(session);
    }
}

Outcome cmd_play(Arguments arguments)
{
    PlayOptions options = {.game = game_options()};
    Game game;
    int seat = 0;

    Outcome outcome = read_options(&options, &arguments);
    if (outcome == OUTCOME_RUN) {
        outcome = find_seat(&seat, options.game.seats == 0 ? 2 : 4, options.as);
    }
    if (outcome == OUTCOME_RUN) {
        outcome = game_open(&game, &options.game, manual.name);
    }
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    Session *session = malloc(sizeof *session);
    if (session == NULL) {
        game_close(&game);
        return complain_failed(manual.name, "out of memory");
    }
    session->rules = game.rules;
    session->setup = game.setup;
    session->table.view.viewer = (int8_t)seat;
    play_game(session);
    free(session);
    game_close(&game);
    return OUTCOME_OK;
}
