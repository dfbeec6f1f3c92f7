/* tpd bot: gathers the commands about bots. */

#include <stdio.h>
#include <string.h>

#include "app/bot_check.h"
#include "app/command.h"

static void print_help(void)
{
    printf("usage: tpd bot COMMAND [options]\n"
           "\n"
           "commands:\n"
           "  check  try whether a bot keeps the rules for bots, and how often it wins\n"
           "\n"
           "options:\n"
           "  --help\n"
           "      print this; tpd bot COMMAND --help tells more\n"
           "\n"
           "examples:\n"
           "  tpd bot check mine.lua\n"
           "  tpd bot check 'cmd:\"python3 mybot.py\"'\n");
}

Outcome cmd_bot(Arguments arguments)
{
    enum { ECHO_SIZE = 64 };
    static const char *const names[] = {"check", NULL};
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    if (arguments.count == 0) {
        return complain_usage("bot", "expected check after it: see --help");
    }
    const char *name = arguments.item[0];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        print_help();
        return OUTCOME_OK;
    }
    if (strcmp(name, names[0]) != 0) {
        return complain_usage("bot", "expected check, found '%s'%s",
                              printable(echo, sizeof echo, name), hint_nearest(hint, names, name));
    }
    return bot_check((Arguments){.count = arguments.count - 1, .item = arguments.item + 1});
}
