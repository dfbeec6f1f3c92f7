#include "core/rules.h"

#include <assert.h>
#include <string.h>

#include "core/rules_print.h"
#include "core/rules_tables.h"

enum { STRICT_FROM = 2 }; /* "strictness >= 2" of RULES.md sections 8.1 and 9.6 */

static void set_add(uint64_t set[2], int card)
{
    set[card / 64] |= UINT64_C(1) << card % 64;
}

/* One `choose 1` of the nations that match: RULES.md section 16, programs without a card. */
static Program add_choice(Rules *rules, Move move, const Filter *filter)
{
    int start = rules->instruction_count++;

    rules->instruction[start] = (Instruction){.op = OP_CHOOSE,
                                              .next = PROGRAM_END,
                                              .a = (uint8_t)move,
                                              .n = 1,
                                              .index = (uint16_t)rules_add_filter(rules, filter)};
    return (Program){.start = (uint16_t)start, .length = 1};
}

void rules_init(Rules *rules)
{
    const Filter contract = {.side = SIDE_SET_ANY,
                             .y = Y_SET_CLOSED | Y_SET_ZERO,
                             .outside_rival_quadrant = 1};
    const Filter hearts = {.side = SIDE_SET_ANY,
                           .y = Y_SET_OPEN | Y_SET_ZERO,
                           .outside_rival_quadrant = 1};
    const Filter anybody = {.side = SIDE_SET_ANY, .y = Y_SET_ANY};

    memset(rules, 0, sizeof *rules);
    rules->text_size = 1; /* the empty string, TextRef 0 */
    rules->program[FRAME_HEARTS][0] = add_choice(rules, MOVE_CORNER_CLOSED, &contract);
    rules->program[FRAME_HEARTS][1] = add_choice(rules, MOVE_CORNER_OPEN, &hearts);
    rules->program[FRAME_HEDGING][0] = add_choice(rules, MOVE_ALIGN, &anybody);
}

int rules_add_filter(Rules *rules, const Filter *filter)
{
    for (int i = 0; i < rules->filter_count; i++) {
        if (memcmp(&rules->filter[i], filter, sizeof *filter) == 0) {
            return i;
        }
    }
    if (rules->filter_count == FILTERS_MAX) {
        return -1;
    }
    rules->filter[rules->filter_count] = *filter;
    return rules->filter_count++;
}

TextRef rules_add_text(Rules *rules, const char *text)
{
    size_t size = strlen(text) + 1;
    size_t start = (size_t)rules->text_size;

    if (size == 1 || size > TEXT_MAX - start) {
        return 0;
    }
    memcpy(rules->text + start, text, size);
    rules->text_size = (int)(start + size);
    return (TextRef)start;
}

int rules_find_card(const Rules *rules, const char *id)
{
    for (int i = 0; i < rules->card_count; i++) {
        if (strcmp(rules->card[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int rules_find_nation(const Rules *rules, const char *id)
{
    for (int i = 0; i < rules->nation_count; i++) {
        if (strcmp(rules->nation[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int rules_find_scenario(const Rules *rules, const char *id)
{
    for (int i = 0; i < rules->scenario_count; i++) {
        if (strcmp(rules->scenario[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

const char *rules_text(const Rules *rules, TextRef text)
{
    assert(text < (TextRef)rules->text_size);
    return rules->text + text;
}

const char *rules_text_in(const Rules *rules, const TextRef text[LANGUAGE_COUNT], Language language)
{
    return rules_text(rules, text[language] != 0 ? text[language] : text[LANGUAGE_EN]);
}

bool rules_scenario_has(const Rules *rules, int scenario, System system)
{
    return (rules->scenario[scenario].systems >> system & 1) != 0;
}

bool rules_starts_beyond_plateau(const Rules *rules, int scenario)
{
    if (!rules_scenario_has(rules, scenario, SYSTEM_PLATEAU)) {
        return false;
    }
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        if (rules->scenario[scenario].start[SLOT_FRONTIER + seat] >
            rules->param[PARAM_PLATEAU_LEAST]) {
            return true;
        }
    }
    return false;
}

static void derive_nations(Rules *rules)
{
    for (int i = 0; i < rules->nation_count; i++) {
        const Nation *nation = &rules->nation[i];
        uint32_t bit = UINT32_C(1) << i;

        rules->nations |= bit;
        rules->need[nation->need] |= bit;
        rules->role[nation->role] |= bit;
        rules->chain |= nation->chain ? bit : 0;
        rules->strict2 |= nation->strictness >= STRICT_FROM ? bit : 0;
    }
}

static void derive_weight_classes(Rules *rules)
{
    for (int weight = UINT8_MAX; weight > 0; weight--) {
        uint32_t nations = 0;

        for (int i = 0; i < rules->nation_count; i++) {
            nations |= rules->nation[i].weight == weight ? UINT32_C(1) << i : 0;
        }
        if (nations != 0) {
            rules->weight_class[rules->weight_class_count].weight = weight;
            rules->weight_class[rules->weight_class_count].nations = nations;
            rules->weight_class_count++;
        }
    }
}

/* What the filter asks of a nation that never changes during a game. */
static uint32_t filter_nations(const Rules *rules, const Filter *filter)
{
    uint32_t nations = filter->named != 0 ? filter->named & rules->nations : rules->nations;
    uint32_t needs = filter->needs != 0 ? 0 : rules->nations;

    for (int need = 0; need < NEED_COUNT; need++) {
        needs |= (filter->needs >> need & 1) != 0 ? rules->need[need] : 0;
    }
    nations &= needs;
    if (filter->has_role) {
        nations &= ~rules->role[ROLE_NONE];
    }
    for (int i = 0; i < rules->nation_count; i++) {
        if (rules->nation[i].strictness < filter->strict) {
            nations &= ~(UINT32_C(1) << i);
        }
    }
    return nations;
}

static TriggerKind card_trigger_kind(const Rules *rules, int card)
{
    Program program = rules->program[FRAME_EVENT][card];

    for (int i = 0; i < program.length; i++) {
        const Instruction *instruction = &rules->instruction[program.start + i];
        if (instruction->op == OP_TRIGGER) {
            return (TriggerKind)instruction->a;
        }
    }
    return TRIGGER_COUNT;
}

static void derive_cards(Rules *rules)
{
    for (int i = 0; i < rules->card_count; i++) {
        Card *card = &rules->card[i];

        card->trigger_kind = (uint8_t)card_trigger_kind(rules, i);
        set_add(rules->card_side[card->side], i);
        if (card->once) {
            set_add(rules->card_once, i);
        }
    }
}

/* The tracks that a switched-off system holds still (RULES.md section 13). */
static uint64_t system_tracks(System system)
{
    switch (system) {
    case SYSTEM_RISK:
        return UINT64_C(1) << TRACK_RISK | UINT64_C(1) << TRACK_TRUST;
    case SYSTEM_BUBBLE:
        return UINT64_C(1) << TRACK_VALUATION;
    case SYSTEM_INDUSTRY:
        return UINT64_C(1) << TRACK_INDUSTRY;
    case SYSTEM_PLATEAU:
        return UINT64_C(1) << TRACK_PLATEAU | UINT64_C(1) << TRACK_KNOWN;
    case SYSTEM_COURT:
    case SYSTEM_CONTROL:
    case SYSTEM_COUNT:
        break;
    }
    return 0;
}

static void derive_scenario(Rules *rules, int index)
{
    Scenario *scenario = &rules->scenario[index];

    memset(scenario->deck, 0, sizeof scenario->deck);
    for (int i = 0; i < rules->card_count; i++) {
        const Card *card = &rules->card[i];
        bool boxed =
            card->needs != SYSTEM_NONE && !rules_scenario_has(rules, index, (System)card->needs);

        if (!boxed && scenario->era_round[card->era] != 0) {
            set_add(scenario->deck[card->era], i);
        }
    }
    scenario->frozen = 0;
    for (int system = 0; system < SYSTEM_COUNT; system++) {
        if (!rules_scenario_has(rules, index, (System)system)) {
            scenario->frozen |= system_tracks((System)system);
        }
    }
}

static void clear_derived(Rules *rules)
{
    memset(rules->lane_weight, 0, sizeof rules->lane_weight);
    memset(rules->lane_strict, 0, sizeof rules->lane_strict);
    memset(rules->lane_need, 0, sizeof rules->lane_need);
    memset(rules->need, 0, sizeof rules->need);
    memset(rules->role, 0, sizeof rules->role);
    memset(rules->weight_class, 0, sizeof rules->weight_class);
    memset(rules->card_side, 0, sizeof rules->card_side);
    memset(rules->card_once, 0, sizeof rules->card_once);
    rules->nations = rules->chain = rules->strict2 = 0;
    rules->weight_class_count = 0;
}

Status rules_prepare(Rules *rules, Error *err)
{
    Status status = rules_verify(rules, err);

    if (status != STATUS_OK) {
        return status;
    }
    clear_derived(rules);
    derive_nations(rules);
    derive_weight_classes(rules);
    derive_cards(rules);
    for (int i = 0; i < rules->filter_count; i++) {
        rules->filter[i].nations = filter_nations(rules, &rules->filter[i]);
    }
    for (int i = 0; i < rules->scenario_count; i++) {
        derive_scenario(rules, i);
    }
    rules_fill_tables(rules);
    rules_hash_items(rules);
    return STATUS_OK;
}
