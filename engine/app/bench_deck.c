/* The deck of twinned cards, once as programs and once by hand. */

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/bench_twin.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/status.h"
#include "core/vocab.h"

/* Every scenario deals nothing but the cards of `deck`. */
static void restrict_decks(Rules *rules, const uint64_t deck[2])
{
    for (int scenario = 0; scenario < rules->scenario_count; scenario++) {
        for (int era = 0; era < ERA_COUNT; era++) {
            rules->scenario[scenario].deck[era][0] &= deck[0];
            rules->scenario[scenario].deck[era][1] &= deck[1];
        }
    }
}

static const Twin *twin_number(int i)
{
    return i < twins_early_count ? &twins_early[i] : &twins_late[i - twins_early_count];
}

/* Puts a program of as many NATIVE instructions as the card's has in its place, so that `next` can
 * be in the twin's frame what it is in the card's. */
static Status install(TwinDeck *deck, const Twin *twin, int index, Error *err)
{
    Rules *rules = deck->twins;
    int number = twin->card == NULL ? twin->number : rules_find_card(rules, twin->card);

    if (number < 0) {
        return error_set(err, STATUS_PARSE,
                         "rules: expected a card '%s', of which the benchmark "
                         "has a twin in C",
                         twin->card);
    }
    Program *program = &rules->program[twin->kind][number];
    if (program->length == 0 || rules->instruction_count + program->length > INSTRUCTIONS_MAX) {
        return error_set(err, STATUS_FULL,
                         "rules: expected card '%s' to do what its twin in C does, "
                         "and room for %d more instructions",
                         twin->card == NULL ? "-" : twin->card, program->length);
    }
    program->start = (uint16_t)rules->instruction_count;
    for (int i = 0; i < program->length; i++) {
        rules->instruction[rules->instruction_count++] =
            (Instruction){.op = OP_NATIVE, .next = PROGRAM_END, .index = (uint16_t)index};
    }
    deck->native[index] = twin->event;
    return STATUS_OK;
}

static Status install_all(TwinDeck *deck, Error *err)
{
    uint64_t cards[2] = {0, 0};
    int count = twins_early_count + twins_late_count;

    assert(count <= TWINS_MAX);
    for (int i = 0; i < count; i++) {
        Status status = install(deck, twin_number(i), i, err);
        if (status != STATUS_OK) {
            return status;
        }
        if (twin_number(i)->card != NULL) {
            set_add(cards, rules_find_card(deck->cards, twin_number(i)->card));
        }
    }
    deck->twins->native = deck->native;
    deck->twins->native_count = count;
    restrict_decks(deck->cards, cards);
    restrict_decks(deck->twins, cards);
    return STATUS_OK;
}

Status twin_deck_init(TwinDeck *deck, const Rules *rules, Error *err)
{
    memset(deck, 0, sizeof *deck);
    deck->cards = malloc(sizeof *deck->cards);
    deck->twins = malloc(sizeof *deck->twins);
    if (deck->cards == NULL || deck->twins == NULL) {
        twin_deck_clear(deck);
        return error_set(err, STATUS_MEMORY, "out of memory for two rule sets");
    }
    *deck->cards = *rules;
    *deck->twins = *rules;
    Status status = install_all(deck, err);
    if (status != STATUS_OK) {
        twin_deck_clear(deck);
    }
    return status;
}

void twin_deck_clear(TwinDeck *deck)
{
    free(deck->cards);
    free(deck->twins);
    memset(deck, 0, sizeof *deck);
}
