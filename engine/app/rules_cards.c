#include "app/cards.h"
#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/options.h"
#include "app/rules_commands.h"
#include "core/rules.h"
#include "core/status.h"

static const Manual manual = {
    .name = "rules cards",
    .arguments = "",
    .text =
        "Lists the cards of a rule set, a block each: a line with id, title (* marks a card that\n"
        "its event removes), side, era, operation points and the system it needs; then the\n"
        "program of its event, and what it is about.\n",
    .examples = "  tpd rules cards\n"
                "  tpd rules cards --rules my-rules | grep '^E05 '\n",
};

Outcome rules_cards(Arguments arguments)
{
    GameOptions options = game_options();
    const Option table[] = {game_option_rules(&options)};
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Rules *rules;
    Error err;

    Outcome outcome = options_read(&all, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (data_load_rules(&rules, options.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    for (int card = 0; card < rules->card_count; card++) {
        card_print(rules, card);
    }
    data_free_rules(rules);
    return OUTCOME_OK;
}
