/* attack_time FOLDER: every bot of FOLDER decides once as the US in a full game; prints the CPU time
 * that it took to open it and to decide, and exits with 1 if a decision took more than 50 ms.  A
 * measurement of the release build by hand, as a machine may be busy:
 *   build/release/tests/script/attack_time tests/script/bad_bots */

#include <stdio.h>
#include <time.h>

#include "script/files.h"
#include "script/script_bot.h"
#include "support/bot_text.h"
#include "support/shipped.h"

enum { MOST_MS = 50 };

static double ms_since(clock_t from)
{
    return 1000.0 * (double)(clock() - from) / CLOCKS_PER_SEC;
}

/* Milliseconds of the decision; 0 if it cannot be opened. */
static double time_bot(const char *path, const State *state)
{
    BotType *type = NULL;
    Bot *bot = NULL;
    Error err = {.text = ""};
    int choice;

    if (script_bot_new(&type, path, &err) != STATUS_OK) {
        printf("%s\n", err.text);
        return 0;
    }
    clock_t from = clock();
    Status status = type->open(&bot, type, shipped_rules(), &(BotConfig){.key = 1}, &err);
    double opened = ms_since(from);
    double decided = 0;
    if (status == STATUS_OK) {
        from = clock();
        status = bot_decide(bot, state, 0, &choice, &err);
        decided = ms_since(from);
        type->close(bot);
    }
    printf("open %6.2f ms  decide %6.2f ms  %s\n", opened, decided,
           status == STATUS_OK ? path : err.text);
    script_bot_free(type);
    return decided;
}

int main(int count, char **word)
{
    FileList bots;
    State state;
    int slow = 0;

    if (count != 2 || file_list_init(&bots, word[1], NULL) != STATUS_OK) {
        fprintf(stderr, "usage: attack_time FOLDER\n");
        return 2;
    }
    bot_position(&state, "hand=E08+E09,E11+E12");
    for (int i = 0; i < bots.count; i++) {
        slow += time_bot(bots.path[i], &state) > MOST_MS;
    }
    printf("%d bots, %d slower than %d ms\n", bots.count, slow, MOST_MS);
    file_list_clear(&bots);
    return slow > 0;
}
