#include "process/process_bot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/view.h"
#include "process/answer.h"
#include "process/child.h"
#include "process/message.h"

enum {
    COMMAND_ECHO = 100, /* bytes of the command in a fault */
    MILLISECONDS = 1000,
};

const ProcessLimits process_limits = {.hello = 10000, .choice = 5000, .bye = 1000};

typedef struct ProcessType {
    BotType type;
    char *command; /* owned */
    ProcessLimits limits;
} ProcessType;

typedef struct ProcessBot {
    Bot bot;
    const Rules *rules;
    Child child;
    bool is_set_up; /* it has been told the set-up */
    bool sliced;    /* nobody waits for it */
    bool is_asked;  /* and has not answered yet */
    int silences;   /* choices for which it gave no answer in time */
    long long deadline;
    size_t total;    /* bytes that it has written for this question */
    Message message; /* the last one */
    char name[ANSWER_NAME_MAX + 1];
    char reason[ANSWER_TEXT_SIZE];
    char end[ANSWER_TEXT_SIZE]; /* why it is asked no more; "": it is */
} ProcessBot;

static const ProcessType *process_of(const ProcessBot *bot)
{
    return (const ProcessType *)bot->bot.type;
}

/* "COMMAND: what", a fault of one choice. */
static Status report(const ProcessBot *bot, const char *what, Error *err)
{
    const char *command = process_of(bot)->command;

    return error_set(err, STATUS_PARSE, "%.*s: %s", error_quote(command, COMMAND_ECHO), command,
                     what);
}

/* Ends the program, for the rest of this game. */
static Status give_up(ProcessBot *bot, const char *what, Error *err)
{
    child_end(&bot->child, 0);
    snprintf(bot->end, sizeof bot->end, "%s", what);
    return report(bot, what, err);
}

static Status report_silence(ProcessBot *bot, long long limit, Error *err)
{
    char text[ANSWER_TEXT_SIZE];
    bool is_last = bot->name[0] == '\0' || ++bot->silences == PROCESS_SILENCES_MAX;

    snprintf(text, sizeof text, "no answer within %lld.%lld s%s", limit / MILLISECONDS,
             limit % MILLISECONDS / (MILLISECONDS / 10),
             is_last ? ": it is ended, and asked no more in this game" : "");
    return is_last ? give_up(bot, text, err) : report(bot, text, err);
}

static Status report_flood(ProcessBot *bot, Error *err)
{
    char text[ANSWER_TEXT_SIZE];

    snprintf(text, sizeof text,
             "writes more than %d bytes for one choice or %d in a line: it is ended, and asked no "
             "more in this game",
             PROCESS_FLOOD_SIZE, ANSWER_LINE_MAX);
    return give_up(bot, text, err);
}

static Status report_end(ProcessBot *bot, Error *err)
{
    char text[ANSWER_TEXT_SIZE];

    snprintf(text, sizeof text, "the program %s, and is asked no more in this game",
             bot->child.end);
    return give_up(bot, text, err);
}

/* Waits until there is a line in `child.text`; in slices it may still be missing. */
static Status await_line(ProcessBot *bot, long long limit, bool *is_there, Error *err)
{
    const Child *child = &bot->child;
    size_t seen = 0;

    *is_there = true;
    while (memchr(child->text + seen, '\n', child->held - seen) == NULL) {
        seen = child->held;
        if (child->held >= ANSWER_LINE_MAX) {
            return report_flood(bot, err);
        }
        switch (child_wait(&bot->child, bot->sliced ? child_now() : bot->deadline)) {
        case CHILD_WROTE:
            break;
        case CHILD_ENDED:
            return report_end(bot, err);
        case CHILD_SILENT:
            *is_there = child_now() >= bot->deadline;
            return *is_there ? report_silence(bot, limit, err) : STATUS_OK;
        }
    }
    return STATUS_OK;
}

static void keep_reason(ProcessBot *bot, const char *text)
{
    if (bot->reason[0] == '\0') {
        memcpy(bot->reason, text, sizeof bot->reason);
    }
}

static long long limit_of(const ProcessBot *bot, const Question *question)
{
    const ProcessLimits *limits = &process_of(bot)->limits;

    return question->legal == NULL ? limits->hello : limits->choice;
}

/* From now on it has time to answer. */
static void start_clock(ProcessBot *bot, const Question *question)
{
    bot->deadline = child_now() + limit_of(bot, question);
    bot->total = 0;
}

/* Reads on up to the line that answers the question, or is a fault; in slices ANSWER_MORE where that
 * has not come yet. */
static Status await_answer(ProcessBot *bot, const Question *question, Answer *answer, Error *err)
{
    for (;;) {
        bool is_there;
        Status status = await_line(bot, limit_of(bot, question), &is_there, err);
        answer->kind = ANSWER_MORE;
        if (status != STATUS_OK || !is_there) {
            return status;
        }
        size_t taken = answer_read(answer, question, bot->child.text, bot->child.held);
        child_take(&bot->child, taken);
        bot->total += taken;
        if (bot->total > PROCESS_FLOOD_SIZE || taken > ANSWER_LINE_MAX) {
            return report_flood(bot, err);
        }
        switch (answer->kind) {
        case ANSWER_REASON:
            keep_reason(bot, answer->text);
            break;
        case ANSWER_MORE:
        case ANSWER_LATE:
            break;
        case ANSWER_FAULT:
            return report(bot, answer->text, err);
        case ANSWER_HELLO:
        case ANSWER_CHOICE:
            return STATUS_OK;
        }
    }
}

static Status send_message(ProcessBot *bot, Error *err)
{
    Status status = child_send(&bot->child, bot->message.text, (size_t)bot->message.length);

    return status == STATUS_OK ? STATUS_OK : give_up(bot, "the program does not read", err);
}

/* ---- the three functions of a bot ---- */

static void close_process(Bot *bot)
{
    ProcessBot *process = (ProcessBot *)bot;

    if (process == NULL) {
        return;
    }
    if (process->child.pid != 0 && child_send(&process->child, "bye\n", 4) == STATUS_OK) {
        child_wait(&process->child, child_now());
    }
    /* Whoever does not wait for a choice does not wait for the end of one either. */
    child_end(&process->child, process->is_asked ? 0 : process_of(process)->limits.bye);
    free(process);
}

static Status hear_hello(ProcessBot *bot, Error *err)
{
    const Question question = {.rules = bot->rules};
    Answer answer;
    Status status = await_answer(bot, &question, &answer, err);

    if (status == STATUS_OK && answer.kind == ANSWER_HELLO) {
        snprintf(bot->name, sizeof bot->name, "%.*s", ANSWER_NAME_MAX, answer.text);
    }
    return status;
}

static Status say_hello(ProcessBot *bot, Error *err)
{
    const Question question = {.rules = bot->rules};

    Status status = child_start(&bot->child, process_of(bot)->command, err);
    if (status != STATUS_OK) {
        return report(bot, "no process can be started for it", err);
    }
    message_hello(&bot->message);
    status = send_message(bot, err);
    start_clock(bot, &question);
    return status == STATUS_OK && !bot->sliced ? hear_hello(bot, err) : status;
}

static Status open_process(Bot **bot, const BotType *type, const Rules *rules,
                           const BotConfig *config, Error *err)
{
    ProcessBot *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a bot");
    }
    made->bot.type = type;
    made->rules = rules;
    made->sliced = config->sliced; /* its key could be traced back to the game's seed: not told */
    Status status = say_hello(made, err);
    if (status != STATUS_OK) {
        child_end(&made->child, 0);
        close_process(&made->bot);
        return status;
    }
    *bot = &made->bot;
    return STATUS_OK;
}

static Status put_question(ProcessBot *bot, const View *view, const ActionList *legal, Error *err)
{
    const Question question = {.rules = bot->rules, .legal = legal};
    Status status = STATUS_OK;

    if (!bot->is_set_up) {
        message_setup(&bot->message, bot->rules, view, process_of(bot)->limits.choice);
        status = send_message(bot, err);
        bot->is_set_up = true;
    }
    if (status == STATUS_OK) {
        message_question(&bot->message, bot->rules, view, legal, bot->bot.decision);
        status = send_message(bot, err);
    }
    start_clock(bot, &question);
    return status;
}

static Status hear_answer(ProcessBot *bot, const ActionList *legal, Answer *answer, Error *err)
{
    const Question question = {.rules = bot->rules, .legal = legal, .decision = bot->bot.decision};

    return await_answer(bot, &question, answer, err);
}

static void tell_reason(const ProcessBot *bot)
{
    Reasons *reasons = bot->bot.reasons;
    int length = error_quote(bot->reason, BOT_REASON_SIZE - 1);

    if (reasons == NULL) {
        return;
    }
    while (((unsigned char)bot->reason[length] & 0xC0U) == 0x80U) {
        length--; /* no part of a letter */
    }
    reasons->count = bot->reason[0] != '\0';
    reasons->item[0] = (Reason){.has_number = false};
    memcpy(reasons->item[0].text, bot->reason, (size_t)length);
}

static Status decide(Bot *bot, const View *view, const ActionList *legal, int *choice, Error *err)
{
    ProcessBot *process = (ProcessBot *)bot;
    Answer answer;

    process->reason[0] = '\0';
    if (process->end[0] != '\0') {
        return report(process, process->end, err);
    }
    Status status = put_question(process, view, legal, err);
    if (status == STATUS_OK) {
        status = hear_answer(process, legal, &answer, err);
    }
    if (status == STATUS_OK) {
        *choice = answer.choice;
        tell_reason(process);
    }
    return status;
}

/* Goes on with what it was asked. */
static Status think_on(ProcessBot *bot, const ActionList *legal, int *choice, Error *err)
{
    Answer answer;
    Status status = hear_answer(bot, legal, &answer, err);

    bot->is_asked = status == STATUS_OK && answer.kind == ANSWER_MORE;
    if (bot->is_asked) {
        *choice = BOT_WAITS;
    } else if (status == STATUS_OK) {
        *choice = answer.choice;
        tell_reason(bot);
    }
    return status;
}

static Status think(Bot *bot, const View *view, const ActionList *legal, int *choice, Error *err)
{
    ProcessBot *process = (ProcessBot *)bot;
    Status status = STATUS_OK;

    if (process->end[0] != '\0') {
        return report(process, process->end, err);
    }
    if (process->name[0] == '\0') {
        status = hear_hello(process, err);
        *choice = BOT_WAITS;
        if (status != STATUS_OK || process->name[0] == '\0') {
            return status;
        }
    }
    if (!process->is_asked) {
        process->reason[0] = '\0';
        status = put_question(process, view, legal, err);
    }
    return status == STATUS_OK ? think_on(process, legal, choice, err) : status;
}

/* ---- types ---- */

Status process_bot_new(BotType **type, const char *command, const ProcessLimits *limits, Error *err)
{
    size_t size = strlen(command) + 1;
    ProcessType *made = malloc(sizeof *made);
    char *copy = malloc(size);

    if (made == NULL || copy == NULL) {
        free(made);
        free(copy);
        return error_set(err, STATUS_MEMORY, "out of memory for a bot");
    }
    memcpy(copy, command, size);
    *made = (ProcessType){.type = {.name = copy,
                                   .summary = "a program of its own",
                                   .open = open_process,
                                   .decide = decide,
                                   .close = close_process,
                                   .think = think},
                          .command = copy,
                          .limits = *limits};
    *type = &made->type;
    return STATUS_OK;
}

void process_bot_free(BotType *type)
{
    if (type != NULL) {
        free(((ProcessType *)type)->command);
        free(type);
    }
}

bool process_bot_is(const BotType *type)
{
    return type != NULL && type->open == open_process;
}

const char *process_bot_name(const Bot *bot)
{
    return ((const ProcessBot *)bot)->name;
}

const char *process_bot_reason(const Bot *bot)
{
    return ((const ProcessBot *)bot)->reason;
}
