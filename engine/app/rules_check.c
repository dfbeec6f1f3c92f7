#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/options.h"
#include "app/rules_commands.h"
#include "core/rules.h"
#include "core/status.h"
#include "script/script.h"

static const Manual manual = {
    .name = "rules check",
    .arguments = "",
    .text =
        "Loads a rule set and reports every fault on a line of its own, FILE:LINE: what, with the\n"
        "source line below it where there is one.  A text that is missing in Chinese is only "
        "worth\n"
        "a warning: it is shown in English.\n",
    .examples = "  tpd rules check\n"
                "  tpd rules check --rules my-rules\n",
};

static void print_fault(void *user, const char *text)
{
    (void)user;
    fprintf(stderr, "%s\n", text);
}

static Outcome check(Rules *rules, const char *directory)
{
    const ScriptReport report = {.fault = print_fault, .warning = print_fault};

    if (script_check_rules(rules, directory, &report) != STATUS_OK) {
        return OUTCOME_FAILED;
    }
    printf("%s: ok, %d cards, %d nations, %d scenarios, %d instructions, rules %016" PRIx64 "\n",
           directory, rules->card_count, rules->nation_count, rules->scenario_count,
           rules->instruction_count, rules->hash);
    return OUTCOME_OK;
}

Outcome rules_check(Arguments arguments)
{
    GameOptions options = game_options();
    const Option table[] = {game_option_rules(&options)};
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    char directory[DATA_PATH_SIZE];
    Error err;

    Outcome outcome = options_read(&all, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (data_find_rules(directory, options.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    Rules *rules = malloc(sizeof *rules);
    if (rules == NULL) {
        return complain_failed(manual.name, "out of memory");
    }
    outcome = check(rules, directory);
    free(rules);
    return outcome;
}
