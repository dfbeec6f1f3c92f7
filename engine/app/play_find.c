#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/options.h"
#include "app/play.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/vocab.h"
#include "text/argument.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"

enum { ECHO_SIZE = 64, LIST_SIZE = 200, SET_BITS = 64 };
_Static_assert((int)CARDS_MAX <= (int)ACTIONS_MAX, "a set of matches holds cards as well");

bool text_begins(const char *text, const char *letters)
{
    for (; *letters != '\0'; text++, letters++) {
        if (tolower((unsigned char)*text) != tolower((unsigned char)*letters)) {
            return false;
        }
    }
    return true;
}

bool text_is(const char *text, const char *other)
{
    return text_begins(text, other) && strlen(text) == strlen(other);
}

/* What words of a person may mean: those that are the same, else those that begin so. */
typedef struct Matches {
    const char *words;
    int exact, exact_last, begun, begun_last;
    uint64_t set[ACTIONS_MAX / SET_BITS]; /* all of them: actions or cards */
} Matches;

static void match_begun(Matches *matches, const char *text, int index)
{
    if (text_begins(text, matches->words)) {
        matches->begun += matches->begun == 0 || matches->begun_last != index;
        matches->begun_last = index;
        matches->set[index / SET_BITS] |= (uint64_t)1 << index % SET_BITS;
    }
}

static void match(Matches *matches, const char *text, int index)
{
    if (text_is(text, matches->words)) {
        matches->exact += matches->exact == 0 || matches->exact_last != index;
        matches->exact_last = index;
        matches->set[index / SET_BITS] |= (uint64_t)1 << index % SET_BITS;
    } else {
        match_begun(matches, text, index);
    }
}

/* The only one that the words may mean; -1: none, -2: several. */
static int matched(const Matches *matches)
{
    int count = matches->exact > 0 ? matches->exact : matches->begun;

    if (count != 1) {
        return count == 0 ? -1 : -2;
    }
    return matches->exact > 0 ? matches->exact_last : matches->begun_last;
}

/* What an action may be called beside its canonical text: its label, and what it is about. */
static void match_label(Matches *matches, const Table *table, int index)
{
    Action action = table->legal.item[index];
    char text[ACTION_LABEL_SIZE];

    text_action(text, sizeof text, &table->voice, table->rules, action);
    match(matches, text, index);
    if (action.verb == VERB_PICK_NATION) {
        match(matches, table->rules->nation[action.argument].id, index);
        match(matches, text_nation(&table->voice, table->rules, action.argument), index);
        match(matches, table->mark[action.argument], index);
    }
    if (action.verb == VERB_HEADLINE) {
        match(matches, table->rules->card[action.argument].id, index);
    }
    if (action.verb == VERB_PICK_TILE) {
        match(matches, vocab_tile[action.argument], index);
    }
}

/* Canonical texts come first: what they say is no question of a language. */
static Matches match_actions(const Table *table, const char *words)
{
    Matches matches = {.words = words};

    for (int i = 0; i < table->legal.count; i++) {
        char text[ACTION_TEXT_SIZE];
        action_print(text, table->legal.item[i], table->rules);
        match(&matches, text, i);
    }
    for (int i = 0; i < table->legal.count && matches.exact + matches.begun == 0; i++) {
        match_label(&matches, table, i);
    }
    return matches;
}

/* "event E05, ops E05 …": the actions that the words may mean, in canonical texts. */
static void list_matches(char list[LIST_SIZE], const Table *table, const char *words)
{
    Prose out = prose_start(list, LIST_SIZE);
    Matches all = match_actions(table, words);

    for (int i = 0; i < table->legal.count; i++) {
        char text[ACTION_TEXT_SIZE];
        if ((all.set[i / SET_BITS] >> i % SET_BITS & 1U) != 0) {
            action_print(text, table->legal.item[i], table->rules);
            prose_add(&out, out.length == 0 ? "" : say(&table->voice, C_("in a list", ", ")));
            prose_add(&out, text);
        }
    }
}

static void refuse_several(char reason[REASON_SIZE], const Table *table, const char *words)
{
    char list[LIST_SIZE];
    char echo[ECHO_SIZE];

    list_matches(list, table, words);
    const TextArgument arguments[] = {argument_word("words", printable(echo, sizeof echo, words)),
                                      argument_word("list", list), argument_end};
    text_format(reason, REASON_SIZE, say(&table->voice, "“{words}” may be: {list}"), arguments);
}

static void refuse_unknown(char reason[REASON_SIZE], const Table *table, const char *words)
{
    char text[ACTIONS_MAX][ACTION_TEXT_SIZE];
    const char *all[ACTIONS_MAX + 1];
    char echo[ECHO_SIZE];

    for (int i = 0; i < table->legal.count; i++) {
        action_print(text[i], table->legal.item[i], table->rules);
        all[i] = text[i];
    }
    all[table->legal.count] = NULL;
    const char *nearest = vocab_nearest(all, words);
    const TextArgument arguments[] = {argument_word("words", printable(echo, sizeof echo, words)),
                                      argument_word("nearest", nearest == NULL ? "" : nearest),
                                      argument_end};
    text_format(reason, REASON_SIZE,
                say(&table->voice,
                    nearest == NULL
                        ? N_("“{words}” is none of the actions, and no command: help lists those")
                        : N_("“{words}” is none of the actions; did you mean “{nearest}”?")),
                arguments);
}

static int refuse_number(char reason[REASON_SIZE], const Table *table)
{
    const TextArgument arguments[] = {argument_number("count", table->legal.count), argument_end};

    text_format(reason, REASON_SIZE,
                say(&table->voice, "Type a number from 1 to {count}, an action, or help"),
                arguments);
    return -1;
}

int table_find_action(const Table *table, const char *words, char reason[REASON_SIZE])
{
    const uint64_t range[2] = {1, (uint64_t)table->legal.count};
    uint64_t number;

    if (words[0] == '\0') {
        return table->legal.count == 1 ? 0 : refuse_number(reason, table);
    }
    if (words[0] >= '0' && words[0] <= '9') {
        return number_parse(&number, words, range) ? (int)number - 1 : refuse_number(reason, table);
    }
    Matches matches = match_actions(table, words);
    int found = matched(&matches);
    if (found == -1) {
        refuse_unknown(reason, table, words);
    } else if (found < 0) {
        refuse_several(reason, table, words);
    }
    return found < 0 ? -1 : found;
}

/* A title also by what it holds, not only by how it begins. */
static void match_card(Matches *matches, const Table *table, int card)
{
    char title[LABEL_TEXT_SIZE];

    match(matches, table->rules->card[card].id, card);
    text_card_title(title, sizeof title, &table->voice, table->rules, card);
    match(matches, title, card);
    for (const char *at = title + 1; title[0] != '\0' && *at != '\0'; at++) {
        match_begun(matches, at, card);
    }
}

int table_find_card(const Table *table, const char *words)
{
    Matches matches = {.words = words};

    for (int card = 0; card < table->rules->card_count && words[0] != '\0'; card++) {
        match_card(&matches, table, card);
    }
    int found = matched(&matches);
    return found < 0 ? -1 : found;
}

void table_list_cards(char list[REASON_SIZE], const Table *table, const char *words)
{
    Prose out = prose_start(list, REASON_SIZE);

    for (int card = 0; card < table->rules->card_count && words[0] != '\0'; card++) {
        Matches matches = {.words = words};
        char title[LABEL_TEXT_SIZE];
        match_card(&matches, table, card);
        if (matches.exact + matches.begun > 0) {
            text_card_title(title, sizeof title, &table->voice, table->rules, card);
            prose_add(&out, out.length == 0 ? "" : say(&table->voice, C_("in a list", ", ")));
            prose_add_format(&out, "%s %s", table->rules->card[card].id, title);
        }
    }
}
