#include "core/action.h"

#include <stdio.h>
#include <string.h>

typedef enum ArgumentKind {
    ARGUMENT_NONE,
    ARGUMENT_CARD,
    ARGUMENT_TILE,
    ARGUMENT_NATION,
    ARGUMENT_OPTION,
    ARGUMENT_KIND_COUNT
} ArgumentKind;

static const uint8_t verb_argument[VERB_COUNT] = {
#define VERB(id, text, argument, meaning) ARGUMENT_##argument,
#include "core/verbs.def"
#include "core/vocab.h"

#undef VERB
};

/* How many numbers each kind of argument takes, whatever the rules. */
static const int argument_room[ARGUMENT_KIND_COUNT] = {1, CARDS_MAX, TILE_COUNT, NATIONS_MAX, 2};

bool action_equal(Action a, Action b)
{
    return a.verb == b.verb && a.argument == b.argument;
}

static const char *argument_text(Action action, const Rules *rules)
{
    static const char *const option[] = {"1", "2"};

    switch ((ArgumentKind)verb_argument[action.verb]) {
    case ARGUMENT_CARD:
        return rules->card[action.argument].id;
    case ARGUMENT_TILE:
        return vocab_tile[action.argument];
    case ARGUMENT_NATION:
        return rules->nation[action.argument].id;
    case ARGUMENT_OPTION:
        return option[action.argument];
    case ARGUMENT_NONE:
    case ARGUMENT_KIND_COUNT:
        break;
    }
    return "";
}

int action_print(char text[ACTION_TEXT_SIZE], Action action, const Rules *rules)
{
    const char *argument = argument_text(action, rules);

    return snprintf(text, ACTION_TEXT_SIZE, "%s%s%s", vocab_verb[action.verb],
                    argument[0] == '\0' ? "" : " ", argument);
}

/* The index that `word` names for a verb, or -1. */
static int find_argument(Verb verb, const char *word, const Rules *rules)
{
    switch ((ArgumentKind)verb_argument[verb]) {
    case ARGUMENT_NONE:
        return word[0] == '\0' ? 0 : -1;
    case ARGUMENT_CARD:
        return rules_find_card(rules, word);
    case ARGUMENT_TILE:
        return vocab_find(vocab_tile, word);
    case ARGUMENT_NATION:
        return rules_find_nation(rules, word);
    case ARGUMENT_OPTION:
        return strcmp(word, "1") == 0 ? 0 : strcmp(word, "2") == 0 ? 1 : -1;
    case ARGUMENT_KIND_COUNT:
        break;
    }
    return -1;
}

/* What follows the verb in `text`: "" at its end, NULL if the text does not begin with the verb. */
static const char *after_verb(const char *text, Verb verb)
{
    size_t length = strlen(vocab_verb[verb]);

    if (strncmp(text, vocab_verb[verb], length) != 0) {
        return NULL;
    }
    if (text[length] == '\0') {
        return text + length;
    }
    return text[length] == ' ' && text[length + 1] != '\0' ? text + length + 1 : NULL;
}

/* The id of the rules or the word that is most like an unknown argument; NULL if none is close. */
static const char *nearest_argument(Verb verb, const char *word, const Rules *rules)
{
    const char *list[CARDS_MAX + 1] = {NULL};
    ArgumentKind kind = (ArgumentKind)verb_argument[verb];

    if (kind == ARGUMENT_TILE) {
        return vocab_nearest(vocab_tile, word);
    }
    for (int card = 0; kind == ARGUMENT_CARD && card < rules->card_count; card++) {
        list[card] = rules->card[card].id;
    }
    for (int nation = 0; kind == ARGUMENT_NATION && nation < rules->nation_count; nation++) {
        list[nation] = rules->nation[nation].id;
    }
    return vocab_nearest(list, word);
}

static Status unknown_action(const char *text, const char *nearest, Error *err)
{
    return error_set(err, STATUS_PARSE, "unknown action '%.*s'%s%s%s",
                     error_quote(text, ACTION_TEXT_SIZE), text,
                     nearest == NULL ? "" : ": did you mean '", nearest == NULL ? "" : nearest,
                     nearest == NULL ? "" : "'?");
}

Status action_parse(Action *action, const char *text, const Rules *rules, Error *err)
{
    const char *nearest = NULL; /* to the argument of a verb that fits */

    for (int verb = 0; verb < VERB_COUNT; verb++) {
        const char *word = after_verb(text, (Verb)verb);
        int argument = word == NULL ? -1 : find_argument((Verb)verb, word, rules);
        if (argument >= 0) {
            *action = (Action){.verb = (uint8_t)verb, .argument = (uint8_t)argument};
            return STATUS_OK;
        }
        if (word != NULL && nearest == NULL) {
            nearest = nearest_argument((Verb)verb, word, rules);
        }
    }
    return unknown_action(text, nearest != NULL ? nearest : vocab_nearest(vocab_verb, text), err);
}

int action_number(Action action)
{
    int number = 0;

    for (int verb = 0; verb < action.verb; verb++) {
        number += argument_room[verb_argument[verb]];
    }
    return number + action.argument;
}

bool action_from_number(Action *action, int number)
{
    for (int verb = 0; verb < VERB_COUNT && number >= 0; verb++) {
        int room = argument_room[verb_argument[verb]];
        if (number < room) {
            *action = (Action){.verb = (uint8_t)verb, .argument = (uint8_t)number};
            return true;
        }
        number -= room;
    }
    return false;
}
