#include "app/play_session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/play_page.h"
#include "core/action.h"
#include "core/state.h"
#include "core/view.h"
#include "match/seat.h"
#include "text/argument.h"
#include "text/text.h"

enum {
    TEXT_SIZE = 4096,
    NEWS_LEAST = 4, /* lines that the rest of a screen leaves to the news */
};

/* Whether a person looks at this seat's hand, also where a bot plays it for them. */
static bool is_persons(const Session *session, Seat seat)
{
    return match_player(session->match, seat) == PLAYER_HUMAN || session_is_handed(session, seat);
}

int session_people(const Session *session)
{
    int count = 0;

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        count += is_persons(session, seat);
    }
    return count;
}

/* The only person at the table, or SEAT_NOBODY. */
static Seat only_person(const Session *session)
{
    Seat found = SEAT_NOBODY;

    for (Seat seat = 0; seat < SEATS_MAX && session_people(session) == 1; seat++) {
        found = is_persons(session, seat) ? seat : found;
    }
    return found;
}

void session_look(Session *session)
{
    Seat viewer = session->eyes;

    if (only_person(session) != SEAT_NOBODY) {
        viewer = only_person(session);
    } else if (match_is_over(session->match) || match_current_seat(session->match) != viewer) {
        viewer = SEAT_NOBODY;
    }
    table_look(&session->table, session->match, viewer);
}

void session_say(const Session *session, const char *text)
{
    Page page;

    page_clear(&page, PAGE_COLUMNS);
    page_begin(&page, 0);
    page_words(&page, 0, text);
    page_print(&page, session->colour);
}

void session_tell(const Session *session, const char *format, const TextArgument *arguments)
{
    char text[TEXT_SIZE];

    text_format(text, sizeof text, format, arguments);
    session_say(session, text);
}

/* ---- the screen ---- */

static void draw_beginning(Page *page, const Session *session)
{
    const Table *table = &session->table;
    const Voice *voice = &table->voice;
    const Setup *setup = match_setup(session->match);
    char text[TEXT_SIZE];
    char seed[INPUT_SIZE];

    snprintf(seed, sizeof seed, "%llu", (unsigned long long)setup->seed);
    const TextArgument arguments[] = {
        argument_word("scenario", text_scenario(voice, table->rules, setup->scenario)),
        argument_word("summary", text_scenario_summary(voice, table->rules, setup->scenario)),
        argument_word("seed", seed), argument_word("file", session->path), argument_end};
    page_begin(page, 2);
    text_format(text, sizeof text, say(voice, "· {scenario} (seed {seed}): {summary}"), arguments);
    page_words(page, 0, text);
    page_begin(page, 2);
    page_add(page, 0, "·");
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        const MatchSeat *player = match_seat(session->match, seat);
        const TextArgument who[] = {
            argument_word("seat", text_seat(voice, setup->seat_count, seat)),
            argument_word("player", player->player == PLAYER_HUMAN
                                        ? say(voice, C_("player", "a person"))
                                        : player->spec),
            argument_end};
        if (player->player != PLAYER_NONE) {
            text_format(text, sizeof text, say(voice, "{seat}: {player}"), who);
            page_add(page, seat == 0 ? 1 : 3, text);
        }
    }
    page_begin(page, 2);
    text_format(text, sizeof text,
                say(voice,
                    "· Every choice is saved in {file}. rules 1 teaches the game, help lists "
                    "what can be typed."),
                arguments);
    page_words(page, 0, text);
}

/* The number of the decision with which the news of whom it looks at begin. */
static int first_news(const Session *session)
{
    const Table *table = &session->table;
    Seat reader = table->view.viewer != SEAT_NOBODY ? table->view.viewer : table->chooser;
    int last = reader == SEAT_NOBODY ? match_decision_count(session->match) - 1
                                     : match_last_decision(session->match, reader);

    return last < 0 ? 0 : last;
}

static void print_screen(const Session *session)
{
    const Table *table = &session->table;
    Page screen;
    Page choice;

    page_clear(&screen, PAGE_COLUMNS);
    page_clear(&choice, PAGE_COLUMNS);
    draw_board(&screen, table);
    int left = SCREEN_LINES - 1 - screen.count; /* the last one is the prompt's */
    if (table->chooser != SEAT_NOBODY) {
        draw_choice(&choice, table, left - NEWS_LEAST);
    }
    if (match_decision_count(session->match) == 0) {
        draw_beginning(&screen, session);
    } else {
        draw_news(&screen, table, first_news(session), left - choice.count);
    }
    page_append(&screen, &choice);
    page_print(&screen, session->colour);
}

/* ---- people ---- */

static const char *chooser_name(const Session *session)
{
    return text_seat(&session->table.voice, session->table.view.known.seat_count,
                     session->table.chooser);
}

static InputKind read_line(Session *session, char line[INPUT_SIZE])
{
    InputKind kind = input_read(&session->input, line);

    if (kind == INPUT_LINE && session->input.echo) {
        puts(line);
    } else if (kind != INPUT_LINE) {
        putchar('\n');
    }
    return kind;
}

/* The file as a shell wants it. */
static void quote_path(char quoted[TEXT_SIZE], const char *path)
{
    snprintf(quoted, TEXT_SIZE, strpbrk(path, " '\"$\\&;()<>|*?") == NULL ? "%s" : "'%s'", path);
}

static Reply leave(Session *session)
{
    const char *command = getenv("TPD_PLAY"); /* NOLINT(concurrency-mt-unsafe): nobody sets it */
    char file[TEXT_SIZE];

    Error fault;

    /* Whoever goes on with the game finds it as it was theirs. */
    if (seat_take_all(session, &fault) != STATUS_OK) {
        session_say(session, fault.text);
    }
    quote_path(file, session->path);
    const TextArgument arguments[] = {
        argument_word("command", command != NULL ? command : "tpd play --text"),
        argument_word("file", file), argument_end};
    session_tell(session, say(&session->table.voice, "The game is saved. To go on with it:"),
                 arguments);
    session_tell(session, "  {command} --resume {file}", arguments);
    return REPLY_LEAVE;
}

static void clear_screen(const Session *session)
{
    if (session->terminal) {
        fputs("\033[H\033[2J\033[3J", stdout); /* what scrolled away is gone as well */
    }
}

/* Nobody's hand is shown until the person whose choice it is says that it may be. */
static Reply hand_over(Session *session, Error *err)
{
    const Voice *voice = &session->table.voice;
    const TextArgument arguments[] = {argument_word("seat", chooser_name(session)), argument_end};
    char prompt[TEXT_SIZE];
    char line[INPUT_SIZE];
    Reply reply = REPLY_AGAIN;

    clear_screen(session);
    text_format(
        prompt, sizeof prompt,
        say(voice, "{seat}, the next screen shows your hand: press Enter when only you look. "),
        arguments);
    while (reply == REPLY_AGAIN || reply == REPLY_SCREEN) {
        fputs(prompt, stdout);
        if (read_line(session, line) != INPUT_LINE) {
            return leave(session);
        }
        reply = command_run(session, line, err);
    }
    if (reply == REPLY_UNKNOWN) {
        session->eyes = session->table.chooser;
        session_look(session);
        reply = REPLY_SCREEN;
    }
    return reply == REPLY_LEAVE ? leave(session) : reply;
}

static Reply choose(Session *session, const char *line, Error *err)
{
    char reason[REASON_SIZE];
    int index = table_find_action(&session->table, line, reason);

    if (index < 0) {
        session_say(session, reason);
        return REPLY_AGAIN;
    }
    Status status = match_submit(session->match, session->table.legal.item[index], BY_HAND, err);
    return status == STATUS_OK ? REPLY_CHANGED : REPLY_FAILED;
}

static Reply answer(Session *session, Error *err)
{
    char line[INPUT_SIZE];

    printf("%s> ", chooser_name(session));
    if (read_line(session, line) != INPUT_LINE) {
        return leave(session);
    }
    Reply reply = command_run(session, line, err);
    if (reply == REPLY_UNKNOWN) {
        reply = choose(session, line, err);
    }
    return reply == REPLY_LEAVE ? leave(session) : reply;
}

/* The person of the current seat chooses, or leaves. */
static Reply ask_person(Session *session, Error *err)
{
    bool is_private = decision_is_private(match_state(session->match), session->table.rules);
    Reply reply = REPLY_SCREEN;

    if (session_people(session) > 1 && session->eyes != match_current_seat(session->match)) {
        session->eyes = SEAT_NOBODY;
        session_look(session);
        if (is_private) {
            reply = hand_over(session, err);
        }
    }
    session_look(session);
    while (reply == REPLY_AGAIN || reply == REPLY_SCREEN) {
        if (reply == REPLY_SCREEN) {
            putchar('\n');
            print_screen(session);
        }
        reply = answer(session, err);
        session_look(session);
    }
    return reply;
}

/* ---- the game ---- */

static void print_result(Session *session)
{
    const State *state = match_state(session->match);
    const Voice *voice = &session->table.voice;
    Seat ranking[SEATS_MAX];

    session_look(session);
    putchar('\n');
    print_screen(session);
    state_ranking(state, session->table.rules, ranking);
    const TextArgument arguments[] = {
        argument_word("bloc", text_bloc(voice, state_winner(state))),
        argument_word("ending", text_ending(voice, state_ending(state))),
        argument_number("us", state_bloc_vp(state, BLOC_US)),
        argument_number("cn", state_bloc_vp(state, BLOC_CN)), argument_end};
    session_tell(session,
                 say(voice, "The game is over: {bloc} wins {ending}. US {us} VP, China {cn} VP."),
                 arguments);
    for (int place = 0; place < state->seat_count && state->seat_count > 2; place++) {
        const TextArgument row[] = {
            argument_number("place", place + 1),
            argument_word("seat", text_seat(voice, state->seat_count, ranking[place])),
            argument_end};
        session_tell(session, "  {place} {seat}", row);
    }
    const TextArgument file[] = {argument_word("file", session->path), argument_end};
    session_tell(session, say(voice, "Its journal is {file}."), file);
}

/* What happens while nobody is to be asked, for those who watch. */
static void print_watched(Session *session)
{
    Page page;

    session_look(session);
    page_clear(&page, PAGE_COLUMNS);
    draw_log(&page, &session->table, match_decision_count(session->match) - 1);
    page_print(&page, session->colour);
}

/* A bot has forfeited its choice. */
static void tell_fault(const Session *session, Seat seat)
{
    const Voice *voice = &session->table.voice;
    const TextArgument arguments[] = {
        argument_word("seat", text_seat(voice, match_setup(session->match)->seat_count, seat)),
        argument_word("fault", match_last_fault(session->match)), argument_end};

    session_tell(
        session,
        say(voice, "The bot of {seat} failed, and its first legal action is played: {fault}"),
        arguments);
}

static Reply step_bot(Session *session, Error *err)
{
    Seat seat = match_current_seat(session->match);
    int faults = match_fault_count(session->match, seat);

    if (match_step_bot(session->match, err) != STATUS_OK) {
        return REPLY_FAILED;
    }
    if (match_fault_count(session->match, seat) > faults) {
        tell_fault(session, seat);
    }
    if (session_people(session) == 0 || session->handed != 0) {
        print_watched(session);
    }
    return REPLY_CHANGED;
}

/* A person has handed this seat to a bot, and may take it back before each of its choices. */
static Reply ask_handed(Session *session, Error *err)
{
    const Voice *voice = &session->table.voice;
    char line[INPUT_SIZE];
    Reply reply = REPLY_AGAIN;

    session->eyes = SEAT_NOBODY; /* at a table of several people, nobody's hand is shown */
    while (reply == REPLY_AGAIN || reply == REPLY_SCREEN) {
        session_look(session);
        if (reply == REPLY_SCREEN) {
            print_screen(session);
        }
        const TextArgument arguments[] = {argument_word("seat", chooser_name(session)),
                                          argument_end};
        char prompt[TEXT_SIZE];
        text_format(prompt, sizeof prompt, say(voice, "{seat}, bot (Enter or take)> "), arguments);
        fputs(prompt, stdout);
        if (read_line(session, line) != INPUT_LINE) {
            return leave(session);
        }
        if (line[0] == '\0') {
            return step_bot(session, err);
        }
        reply = command_run(session, line, err);
        if (reply == REPLY_UNKNOWN) {
            session_say(session, say(voice, "Enter lets the bot choose; take gives you the seat "
                                            "back; help lists the commands."));
            reply = REPLY_AGAIN;
        }
    }
    return reply == REPLY_LEAVE ? leave(session) : reply;
}

static Reply play_decision(Session *session, Error *err)
{
    Seat seat = match_current_seat(session->match);

    if (input_is_interrupted()) {
        return leave(session);
    }
    if (match_player(session->match, seat) == PLAYER_HUMAN) {
        return ask_person(session, err);
    }
    return session_is_handed(session, seat) ? ask_handed(session, err) : step_bot(session, err);
}

Status session_play(Session *session, Error *err)
{
    Reply reply = REPLY_CHANGED;

    session->eyes = SEAT_NOBODY;
    session_look(session);
    table_mark_nations(&session->table);
    while (reply == REPLY_CHANGED && !match_is_over(session->match) && !ferror(stdout)) {
        reply = play_decision(session, err);
    }
    if (reply == REPLY_CHANGED && match_is_over(session->match)) {
        print_result(session);
    }
    return reply == REPLY_FAILED ? err->status : STATUS_OK;
}
