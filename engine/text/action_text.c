/* Actions in words. */

#include <stdio.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"

/* {card} {nation} {control} stand for the argument; an operation says what it does. */
static const char *const action_words[VERB_COUNT] = {
    [VERB_HEADLINE] = N_("Headline: {card}"),
    [VERB_EVENT] = N_("Event: {card}"),
    [VERB_OPS] = N_("Operations: {card}"),
    [VERB_OPS_EVENT] = N_("Operations, then the rival's event: {card}"),
    [VERB_EVENT_OPS] = N_("The rival's event, then operations: {card}"),
    [VERB_SHELVE] = N_("Shelve: {card}"),
    [VERB_TRAIN] = N_("Train: Frontier +1"),
    [VERB_OPTIMISE] = N_("Optimise: Efficiency +1"),
    [VERB_INTEGRATE] = N_("Integrate: Industry +1"),
    [VERB_BUILD_DATACENTRE] = N_("Build a datacentre: Datacentres +1"),
    [VERB_BUILD_SILICON] = N_("Build silicon: Silicon +1"),
    [VERB_RELEASE_API] = N_("Release an API"),
    [VERB_RELEASE_OPEN] = N_("Release open weights, permissive"),
    [VERB_RELEASE_CONDITIONAL] = N_("Release open weights, conditional"),
    [VERB_IMPOSE] = N_("Impose {control}"),
    [VERB_LIFT] = N_("Lift {control}"),
    [VERB_SAFEGUARD_TRUST] = N_("Safeguard: Trust +1"),
    [VERB_SAFEGUARD_RISK] = N_("Safeguard: Risk −1"),
    [VERB_COURT_ALIGN] = N_("Court {nation}: toward your side"),
    [VERB_COURT_OPEN] = N_("Court {nation}: toward open models"),
    [VERB_COURT_CLOSE] = N_("Court {nation}: toward closed models"),
    [VERB_STOP] = N_("Stop: give up the remaining operation points"),
    [VERB_PICK_NATION] = N_("Choose {nation}"),
    [VERB_PICK_TILE] = N_("Lift {control}"),
    [VERB_OPTION] = NULL,
};

static int option_words(char *out, int size, const Voice *voice, int option)
{
    const TextArgument none[] = {{.name = NULL}};

    return text_format(out, size, option == 0 ? say(voice, "The first") : say(voice, "The second"),
                       none);
}

int text_action(char *out, int size, const Voice *voice, const Rules *rules, Action action)
{
    char title[LABEL_TEXT_SIZE];
    char card[LABEL_TEXT_SIZE];
    int argument = action.argument;

    if (action.verb == VERB_OPTION) {
        return option_words(out, size, voice, argument);
    }
    card[0] = '\0';
    if (argument < rules->card_count) {
        text_card_title(title, sizeof title, voice, rules, argument);
        const TextArgument parts[] = {{.name = "id", .text = rules->card[argument].id},
                                      {.name = "title", .text = title},
                                      {.name = NULL}};
        text_format(card, sizeof card, "{id} {title}", parts);
    }
    const TextArgument words[] = {
        {.name = "card", .text = card},
        {.name = "nation",
         .text = argument < rules->nation_count ? text_nation(voice, rules, argument) : ""},
        {.name = "control", .text = argument < TILE_COUNT ? text_tile(voice, (Tile)argument) : ""},
        {.name = NULL}};
    return text_format(out, size, say(voice, action_words[action.verb]), words);
}
