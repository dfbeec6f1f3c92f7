/* attack_time [--verdicts] FOLDER: every bot of FOLDER is opened and decides twice as the US in a full
 * game.  Prints what is said of it, and the CPU time that it took; exits with 1 if opening it or a
 * decision took more than 50 ms.  A measurement of the release build by hand, as a machine may be busy:
 *   build/release/tests/script/attack_time tests/script/bad_bots
 * With --verdicts it prints no times: the same in every process and in every build. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "script/files.h"
#include "script/script_bot.h"
#include "support/bot_text.h"
#include "support/shipped.h"

enum { MOST_MS = 50, DECISIONS = 2 };

static double ms_since(clock_t from)
{
    return 1000.0 * (double)(clock() - from) / CLOCKS_PER_SEC;
}

static double greater(double a, double b)
{
    return a > b ? a : b;
}

/* What was said, and the milliseconds of the longest step. */
typedef struct Verdict {
    char said[DECISIONS + 1][sizeof(Error)]; /* of opening, of the decisions; empty: no fault */
    double opened, decided;
} Verdict;

static void decide(Verdict *verdict, Bot *bot, const State *state)
{
    for (int decision = 0; decision < DECISIONS; decision++) {
        Error err = {.text = ""};
        int choice;
        clock_t from = clock();
        Status status = bot_decide(bot, state, decision, &choice, &err);
        verdict->decided = greater(verdict->decided, ms_since(from));
        if (status != STATUS_OK) {
            snprintf(verdict->said[1 + decision], sizeof err, "%s", err.text);
        }
    }
}

static void judge(Verdict *verdict, const BotType *type, const State *state)
{
    Bot *bot = NULL;
    Error err = {.text = ""};
    clock_t from = clock();
    Status status = type->open(&bot, type, shipped_rules(), &(BotConfig){.key = 1}, &err);

    verdict->opened = ms_since(from);
    if (status != STATUS_OK) {
        snprintf(verdict->said[0], sizeof err, "%s", err.text);
        return;
    }
    decide(verdict, bot, state);
    type->close(bot);
}

static void print_verdict(const Verdict *verdict, const char *path, bool with_times)
{
    if (with_times) {
        printf("open %6.2f ms  decide %6.2f ms  ", verdict->opened, verdict->decided);
    }
    printf("%s\n", path);
    for (int step = 0; step <= DECISIONS; step++) {
        if (verdict->said[step][0] != '\0') {
            printf("    %s: %s\n", step == 0 ? "opened" : "asked", verdict->said[step]);
        }
    }
}

/* Milliseconds of what took longest. */
static double judge_file(const char *path, const State *state, bool with_times)
{
    BotType *type = NULL;
    Verdict verdict = {.opened = 0};
    Error err;

    if (script_bot_new(&type, path, &err) != STATUS_OK) {
        printf("%s\n", err.text);
        return 0;
    }
    script_bot_meter(type, BOT_WATCHED); /* as tournaments have it */
    judge(&verdict, type, state);
    print_verdict(&verdict, path, with_times);
    script_bot_free(type);
    return greater(verdict.opened, verdict.decided);
}

int main(int count, char **word)
{
    bool with_times = count < 3 || strcmp(word[1], "--verdicts") != 0;
    FileList bots;
    State state;
    int slow = 0;

    if (count != (with_times ? 2 : 3) ||
        file_list_init(&bots, word[count - 1], NULL) != STATUS_OK) {
        fprintf(stderr, "usage: attack_time [--verdicts] FOLDER\n");
        return 2;
    }
    bot_position(&state, "hand=E08+E09,E11+E12");
    for (int i = 0; i < bots.count; i++) {
        slow += judge_file(bots.path[i], &state, with_times) > MOST_MS;
    }
    file_list_clear(&bots);
    if (with_times) {
        printf("%d bots slower than %d ms\n", slow, MOST_MS);
    }
    return with_times && slow > 0;
}
