/* A bot that courts nations whenever it can, the heaviest first.  See scripts/bots/PROTOCOL.md.
 *
 *   cc -O2 -o court scripts/bots/examples/court.c
 *   tpd match --scenario short --games 10 --seats 'US=cmd:"./court"' */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 65536, NATIONS = 64, NAME = 64 };

static char line[LINE], legal[LINE], nation[NATIONS][NAME];
static int weight[NATIONS], nations;

/* "India weight=3 strictness=0 …" */
static void learn_nation(const char *text)
{
    const char *value = strstr(text, "weight=");

    if (nations < NATIONS && value != NULL && sscanf(text, "%63s", nation[nations]) == 1) {
        weight[nations++] = atoi(value + strlen("weight="));
    }
}

static int worth(const char *action)
{
    const char *last = strrchr(action, ' ');
    int value = strncmp(action, "stop", 4) == 0 || strncmp(action, "shelve", 6) == 0 ? -1 : 0;

    value += strncmp(action, "court", 5) == 0 ? 10 : strncmp(action, "ops", 3) == 0 ? 5 : 0;
    for (int i = 0; last != NULL && i < nations; i++) {
        value += strcmp(last + 1, nation[i]) == 0 ? weight[i] : 0;
    }
    return value;
}

/* Takes the list apart and answers with its best action. */
static void choose(int decision)
{
    const char *best = NULL;

    for (char *action = strtok(legal, ";"); action != NULL; action = strtok(NULL, ";")) {
        if (best == NULL || worth(action) > worth(best)) {
            best = action;
        }
    }
    printf("choose %d %s\n", decision, best == NULL ? "0" : best);
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0); /* each line goes out as it is written */
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "hello ", 6) == 0) {
            puts("hello 1 court");
        } else if (strncmp(line, "nation ", 7) == 0) {
            learn_nation(line + 7);
        } else if (strncmp(line, "legal ", 6) == 0) {
            memcpy(legal, line + 6, strlen(line + 6) + 1);
        } else if (strncmp(line, "choose ", 7) == 0) {
            choose(atoi(line + 7));
        } else if (strcmp(line, "bye") == 0) {
            break;
        }
    }
    return 0;
}
