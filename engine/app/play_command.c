/* What can be typed beside an action.  Every command has its English name and one in the language
 * that is spoken. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/card_sheet.h"
#include "app/handbook_file.h"
#include "app/options.h"
#include "app/play.h"
#include "app/play_input.h"
#include "app/play_page.h"
#include "app/play_session.h"
#include "app/voice.h"
#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/history.h"
#include "match/match.h"
#include "match/seat.h"
#include "text/argument.h"
#include "text/forecast_text.h"
#include "text/handbook.h"
#include "text/handbook_section.h"
#include "text/voice.h"
#include "text/why.h"

enum { LOG_ALL = -1 };

typedef Reply Run(Session *session, const char *argument, Error *err);

static Reply run_help(Session *session, const char *argument, Error *err)
{
    Page page;

    (void)argument;
    (void)err;
    page_clear(&page, PAGE_COLUMNS);
    draw_help(&page, &session->table);
    page_print(&page, session->colour);
    return REPLY_AGAIN;
}

static Reply run_board(Session *session, const char *argument, Error *err)
{
    (void)session;
    (void)argument;
    (void)err;
    return REPLY_SCREEN;
}

static Reply run_hand(Session *session, const char *argument, Error *err)
{
    Page page;

    (void)argument;
    (void)err;
    page_clear(&page, PAGE_COLUMNS);
    draw_hand(&page, &session->table);
    page_print(&page, session->colour);
    if (page.count == 0) {
        session_say(session, say(&session->table.voice, "There is no hand to show now."));
    }
    return REPLY_AGAIN;
}

static Reply run_card(Session *session, const char *argument, Error *err)
{
    const Table *table = &session->table;
    int card = table_find_card(table, argument);

    (void)err;
    if (card >= 0) {
        card_sheet_print(&table->voice, table->rules, card);
        return REPLY_AGAIN;
    }
    char list[REASON_SIZE];
    const TextArgument arguments[] = {argument_word("id", table->rules->card[0].id),
                                      argument_word("words", argument), argument_word("list", list),
                                      argument_end};
    table_list_cards(list, table, argument);
    session_tell(session,
                 say(&table->voice,
                     list[0] == '\0'
                         ? N_("Name a card by its id or by words of its title, as in: card {id}")
                         : N_("“{words}” may be: {list}")),
                 arguments);
    return REPLY_AGAIN;
}

/* ---- the handbook ---- */

static void print_piece(void *user, const char *text)
{
    (void)user;
    fputs(text, stdout);
}

/* The headings of the sections, "## 9. The market", without their marks. */
static void list_sections(const char *text)
{
    for (const char *line = text; *line != '\0'; line += line[0] == '\n') {
        size_t length = strcspn(line, "\n");
        size_t rank = strspn(line, "#");
        if (rank > 1) {
            printf("%*s%.*s\n", (int)(2 * rank) - 2, "", (int)(length - rank - 1), line + rank + 1);
        }
        line += length;
    }
}

static Reply run_rules(Session *session, const char *argument, Error *err)
{
    const Table *table = &session->table;
    HandbookFile file;
    Error fault;

    (void)err;
    Status status = handbook_file_open(&file, session->rules, table->voice.language, &fault);
    if (status != STATUS_OK) {
        session_say(session, fault.text);
        return REPLY_AGAIN;
    }
    const Handbook book = {.voice = &table->voice,
                           .rules = table->rules,
                           .name = file.path,
                           .template = file.text,
                           .section = argument};
    if (argument[0] == '\0') {
        list_sections(file.text);
        session_say(session, say(&table->voice, "rules 1 shows section 1, rules 9.1 section 9.1"));
    } else if (!section_exists(file.text, argument)) {
        session_say(session, say(&table->voice, "There is no such section; rules lists them."));
    } else if (handbook_print(&book, print_piece, NULL, &fault) != STATUS_OK) {
        session_say(session, fault.text);
    }
    handbook_file_close(&file);
    return REPLY_AGAIN;
}

/* ---- what has happened ---- */

static Reply run_why(Session *session, const char *argument, Error *err)
{
    const Table *table = &session->table;
    const WhyAsker asker = {.voice = &table->voice,
                            .rules = table->rules,
                            .state = &table->view.known,
                            .seat = table->chooser};
    char *text = malloc(WHY_TEXT_SIZE);

    if (text == NULL) {
        error_set(err, STATUS_MEMORY, "out of memory for a why");
        return REPLY_FAILED;
    }
    why_answer(text, WHY_TEXT_SIZE, &asker, argument);
    fputs(text, stdout);
    free(text);
    return REPLY_AGAIN;
}

static Reply run_forecast(Session *session, const char *argument, Error *err)
{
    const Table *table = &session->table;
    char *text = malloc(FORECAST_TEXT_SIZE);

    (void)argument;
    if (text == NULL) {
        error_set(err, STATUS_MEMORY, "out of memory for a forecast");
        return REPLY_FAILED;
    }
    forecast_print(text, FORECAST_TEXT_SIZE, &table->voice, table->rules, &table->view);
    fputs(text, stdout);
    free(text);
    return REPLY_AGAIN;
}

/* The decisions of a round, or LOG_ALL, that have been made. */
static void print_log(const Session *session, int wanted)
{
    bool any = false;
    int round = 1;
    EventLog log;
    Page page;

    event_log_init(&log, NULL, NULL);
    for (int i = 0; i < match_decision_count(session->match); i++) {
        if (wanted == LOG_ALL || wanted == round) {
            page_clear(&page, PAGE_COLUMNS);
            draw_log(&page, &session->table, i);
            page_print(&page, session->colour);
            any = true;
        }
        match_events(session->match, i, session->table.view.viewer, &log);
        for (int event = 0; event < log.count; event++) {
            round = log.item[event].kind == EVENT_START ? log.item[event].subject : round;
        }
    }
    if (!any) {
        session_say(session, say(&session->table.voice, "Nothing yet."));
    }
}

static Reply run_log(Session *session, const char *argument, Error *err)
{
    const State *state = &session->table.view.known;
    const uint64_t range[2] = {1, state->round};
    uint64_t round = state->round;

    (void)err;
    if (text_is(argument, "all")) {
        print_log(session, LOG_ALL);
    } else if (argument[0] == '\0' || number_parse(&round, argument, range)) {
        print_log(session, (int)round);
    } else {
        session_say(session, say(&session->table.voice,
                                 "log shows this round, log N round N, log all the whole game"));
    }
    return REPLY_AGAIN;
}

static Reply run_save(Session *session, const char *argument, Error *err)
{
    const TextArgument file[] = {argument_word("file", session->path), argument_end};

    (void)argument;
    (void)err;
    session_tell(session,
                 say(&session->table.voice, "Every choice is saved as it is made, in {file}"),
                 file);
    return REPLY_AGAIN;
}

/* Does the person agree? */
static bool is_confirmed(Session *session)
{
    const Voice *voice = &session->table.voice;
    char line[INPUT_SIZE];

    session_say(session, say(voice, "Since then something was revealed, or somebody else has "
                                    "chosen. The table must agree, and the journal will tell."));
    printf("%s ", say(voice, "Take it back? (yes/no)"));
    if (input_read(&session->input, line) != INPUT_LINE) {
        return false;
    }
    if (session->input.echo) {
        puts(line);
    }
    return text_is(line, "yes") || text_is(line, "y") ||
           text_is(line, say(voice, C_("answer", "yes")));
}

static Reply run_undo(Session *session, const char *argument, Error *err)
{
    UndoKind kind = match_can_undo(session->match);

    (void)argument;
    if (kind == UNDO_NONE) {
        session_say(session, say(&session->table.voice, "There is no choice to take back."));
        return REPLY_AGAIN;
    }
    if (kind == UNDO_TAKE_BACK && !is_confirmed(session)) {
        session_say(session, say(&session->table.voice, "Nothing is taken back."));
        return REPLY_AGAIN;
    }
    Status status = match_undo(session->match, kind == UNDO_TAKE_BACK, err);
    return status == STATUS_OK ? REPLY_CHANGED : REPLY_FAILED;
}

static Reply run_redo(Session *session, const char *argument, Error *err)
{
    Action action;

    (void)argument;
    if (!match_redo_action(session->match, &action)) {
        session_say(session, say(&session->table.voice, "There is nothing to do again."));
        return REPLY_AGAIN;
    }
    Status status = match_submit(session->match, action, BY_HAND, err);
    return status == STATUS_OK ? REPLY_CHANGED : REPLY_FAILED;
}

static Reply run_lang(Session *session, const char *argument, Error *err)
{
    Table *table = &session->table;
    int language = vocab_find(language_code, argument);
    Error fault;

    (void)err;
    if (language < 0) {
        session_say(session, say(&table->voice, "lang en: English; lang zh: Chinese"));
        return REPLY_AGAIN;
    }
    if (voice_change(&table->voice, (Language)language, &fault) != STATUS_OK) {
        session_say(session, fault.text);
        return REPLY_AGAIN;
    }
    table_mark_nations(table);
    return REPLY_SCREEN;
}

static Reply run_names(Session *session, const char *argument, Error *err)
{
    Table *table = &session->table;
    int names = vocab_find(names_word, argument);

    (void)err;
    if (names < 0) {
        session_say(
            session,
            say(&table->voice,
                "names geographic: nations by name; names neutral: by what they stand for"));
        return REPLY_AGAIN;
    }
    table->voice.names = (Names)names;
    table_mark_nations(table);
    return REPLY_SCREEN;
}

static Reply run_quit(Session *session, const char *argument, Error *err)
{
    (void)session;
    (void)argument;
    (void)err;
    return REPLY_LEAVE;
}

static const struct {
    const char *name;
    Run *run;
    bool argument; /* something may follow */
} commands[] = {
    {C_("command", "help"), run_help, false},
    {"?", run_help, false},
    {C_("command", "board"), run_board, false},
    {C_("command", "hand"), run_hand, false},
    {C_("command", "card"), run_card, true},
    {C_("command", "why"), run_why, true},
    {C_("command", "forecast"), run_forecast, false},
    {C_("command", "hint"), hint_run, true},
    {C_("command", "bot"), seat_hand_over, true},
    {C_("command", "take"), seat_take_back, false},
    {C_("command", "rules"), run_rules, true},
    {C_("command", "log"), run_log, true},
    {C_("command", "undo"), run_undo, false},
    {C_("command", "redo"), run_redo, false},
    {C_("command", "save"), run_save, false},
    {C_("command", "lang"), run_lang, true},
    {C_("command", "names"), run_names, true},
    {C_("command", "quit"), run_quit, false},
    {"q", run_quit, false},
    {"exit", run_quit, false},
};

/* What stands behind the name, or NULL if the line does not begin with it as a word. */
static const char *behind(const char *line, const char *name)
{
    size_t length = strlen(name);

    if (!text_begins(line, name) || (line[length] != '\0' && line[length] != ' ')) {
        return NULL;
    }
    return line + length + strspn(line + length, " ");
}

Reply command_run(Session *session, const char *line, Error *err)
{
    const Voice english = {.language = LANGUAGE_EN};

    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        const char *argument = behind(line, say(&english, commands[i].name));
        if (argument == NULL) {
            argument = behind(line, say(&session->table.voice, commands[i].name));
        }
        if (argument != NULL && (commands[i].argument || argument[0] == '\0')) {
            return commands[i].run(session, argument, err);
        }
    }
    return REPLY_UNKNOWN;
}
