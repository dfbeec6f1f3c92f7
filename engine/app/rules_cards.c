#include <stdbool.h>

#include "app/card_sheet.h"
#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/options.h"
#include "app/rules_commands.h"
#include "app/voice.h"
#include "core/rules.h"
#include "core/status.h"
#include "text/voice.h"

static const Manual manual = {
    .name = "rules cards",
    .arguments = "",
    .text =
        "Lists the cards of a rule set, a block each: a line with id, title (* marks a card that\n"
        "its event removes), side, era, operation points and the system it needs; then what its\n"
        "event does, in words made from its program, and what it is about.\n",
    .examples = "  tpd rules cards\n"
                "  tpd rules cards --lang zh --names neutral\n"
                "  tpd rules cards --all --rules my-rules\n",
};

static void print_cards(const Voice *voice, const Rules *rules)
{
    for (int card = 0; card < rules->card_count; card++) {
        card_sheet_print(voice, rules, card);
    }
}

/* All languages at once, each by its own voice. */
static Outcome print_all(const VoiceOptions *options, const Rules *rules)
{
    Voice voice[LANGUAGE_COUNT];
    Outcome outcome = OUTCOME_RUN;
    int opened = 0;

    for (; opened < LANGUAGE_COUNT && outcome == OUTCOME_RUN; opened++) {
        const VoiceOptions one = {.language = opened, .names = options->names};
        outcome = voice_open(&voice[opened], &one);
    }
    for (int card = 0; outcome == OUTCOME_RUN && card < rules->card_count; card++) {
        card_sheet_print_all(voice, rules, card);
    }
    while (opened > 0) {
        voice_close(&voice[--opened]);
    }
    return outcome == OUTCOME_RUN ? OUTCOME_OK : outcome;
}

static Outcome print_in(const VoiceOptions *options, const Rules *rules)
{
    Voice voice;
    Outcome outcome = voice_open(&voice, options);

    if (outcome == OUTCOME_RUN) {
        print_cards(&voice, rules);
        voice_close(&voice);
        outcome = OUTCOME_OK;
    }
    return outcome;
}

Outcome rules_cards(Arguments arguments)
{
    GameOptions options = game_options();
    VoiceOptions voice = voice_options();
    bool all = false;
    const Option table[] = {
        voice_option_lang(&voice),
        voice_option_names(&voice),
        option_flag("all", &all, "in all languages, with the programs that are put into words"),
        game_option_rules(&options),
    };
    const OptionTable both = {&manual, table, sizeof table / sizeof table[0]};
    Rules *rules;
    Error err;

    Outcome outcome = options_read(&both, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (data_load_rules(&rules, options.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    outcome = all ? print_all(&voice, rules) : print_in(&voice, rules);
    data_free_rules(rules);
    return outcome;
}
