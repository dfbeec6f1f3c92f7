/* tpd rules: gathers the commands about rule sets; each has a file of its own. */

#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/rules_commands.h"
#include "core/vocab.h"

static const char *const names[] = {"check", "cards", "handbook", "diff", NULL};
static CommandRun *const run[] = {rules_check, rules_cards, rules_handbook, rules_diff};

static void print_help(void)
{
    printf("usage: tpd rules COMMAND [options]\n"
           "\n"
           "commands:\n"
           "  check     load a rule set and report every fault\n"
           "  cards     list the cards: values, and what they do in words\n"
           "  handbook  print how to play, and the whole reference\n"
           "  diff      list the items in which two rule sets differ\n"
           "\n"
           "options:\n"
           "  --help\n"
           "      print this; tpd rules COMMAND --help tells more\n"
           "\n"
           "examples:\n"
           "  tpd rules check --rules my-rules\n"
           "  tpd rules cards\n"
           "  tpd rules handbook | less\n"
           "  tpd rules diff my-rules\n");
}

Outcome cmd_rules(Arguments arguments)
{
    enum { ECHO_SIZE = 64 };
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    if (arguments.count == 0) {
        return complain_usage("rules",
                              "expected check, cards, handbook or diff after it: see --help");
    }
    const char *name = arguments.item[0];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        print_help();
        return OUTCOME_OK;
    }
    int index = vocab_find(names, name);
    if (index < 0) {
        return complain_usage("rules", "expected check, cards, handbook or diff, found '%s'%s",
                              printable(echo, sizeof echo, name), hint_nearest(hint, names, name));
    }
    return run[index]((Arguments){.count = arguments.count - 1, .item = arguments.item + 1});
}
