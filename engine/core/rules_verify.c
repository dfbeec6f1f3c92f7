#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/rules_verify_program.h"
#include "core/status.h"
#include "core/vocab.h"

static Status item_fault(Error *err, const char *kind, const char *id, const char *text)
{
    return error_set(err, STATUS_PARSE, "%s '%.*s': %s", kind, ID_SIZE - 1, id, text);
}

static bool within(int n, int least, int most)
{
    return n >= least && n <= most;
}

/* A name as the state text and the actions print it: letters, digits and `-` only. */
static bool is_id(const char id[ID_SIZE])
{
    int length = 0;

    for (; length < ID_SIZE && id[length] != '\0'; length++) {
        char c = id[length];
        if (!(within(c, 'a', 'z') || within(c, 'A', 'Z') || within(c, '0', '9') || c == '-')) {
            return false;
        }
    }
    return length > 0 && length < ID_SIZE && strcmp(id, "-") != 0;
}

static bool is_text(const Rules *rules, const TextRef text[LANGUAGE_COUNT])
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        if (text[language] >= (TextRef)rules->text_size) {
            return false;
        }
    }
    return true;
}

/* ---- items ---- */

static const char *card_fault(const Rules *rules, const Card *card)
{
    if (!is_id(card->id) || rules_find_card(rules, card->id) != card - rules->card) {
        return "not an id, or the id of another card";
    }
    if (card->side > SIDE_NEUTRAL || card->era >= ERA_COUNT) {
        return "there is no such side or era";
    }
    if (!within(card->ops, 1, CARD_OPS_MAX) || card->once > 1 || card->needs > SYSTEM_NONE) {
        return "ops, once or needs is out of range";
    }
    return is_text(rules, card->title) && is_text(rules, card->concept) ? NULL : "no such text";
}

static Status verify_cards(const Rules *rules, Error *err)
{
    for (int i = 0; i < rules->card_count; i++) {
        const char *fault = card_fault(rules, &rules->card[i]);
        if (fault != NULL) {
            return item_fault(err, "card", rules->card[i].id, fault);
        }
    }
    return STATUS_OK;
}

static const char *nation_fault(const Rules *rules, const Nation *nation)
{
    if (!is_id(nation->id) || rules_find_nation(rules, nation->id) != nation - rules->nation) {
        return "not an id, or the id of another nation";
    }
    if (!within(nation->x, -GRID_EDGE, GRID_EDGE) || !within(nation->y, -GRID_EDGE, GRID_EDGE)) {
        return "stands outside the grid";
    }
    if (!within(nation->weight, 1, WEIGHT_MAX) || nation->strictness > STRICTNESS_MAX) {
        return "weight or strictness is out of range";
    }
    if (nation->need >= NEED_COUNT || nation->role >= ROLE_COUNT || nation->chain > 1) {
        return "need, role or chain is out of range";
    }
    return is_text(rules, nation->name) && is_text(rules, nation->neutral) ? NULL : "no such text";
}

static Status verify_nations(const Rules *rules, Error *err)
{
    for (int i = 0; i < rules->nation_count; i++) {
        const char *fault = nation_fault(rules, &rules->nation[i]);
        if (fault != NULL) {
            return item_fault(err, "nation", rules->nation[i].id, fault);
        }
    }
    return STATUS_OK;
}

static bool start_fits(const Scenario *scenario, const TrackInfo *info)
{
    for (int i = info->slot; i < info->slot + info->size; i++) {
        if (!within(scenario->start[i], info->least, info->most)) {
            return false;
        }
    }
    return true;
}

static const char *start_fault(const Rules *rules, const Scenario *scenario)
{
    for (int track = 0; track < TRACK_COUNT; track++) {
        if (!start_fits(scenario, &vocab_track[track])) {
            return "a start value is out of its track's range";
        }
    }
    for (int slot = SLOT_COUNT; slot < TRACK_SLOTS; slot++) {
        if (scenario->start[slot] != 0) {
            return "a start value belongs to no track";
        }
    }
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        if (scenario->start[SLOT_CONTROL + tile] > rules->param[PARAM_RIPE_STAGE]) {
            return "a control starts later than in its last stage";
        }
    }
    int risk = scenario->start[SLOT_RISK];
    if (risk == vocab_track[TRACK_RISK].most) {
        return "the game is lost before it begins: Risk stands at its end";
    }
    if (risk != 0 && (scenario->systems >> SYSTEM_RISK & 1) == 0) {
        return "Risk stays 0 where its system is off";
    }
    if (rules_starts_beyond_plateau(rules, (int)(scenario - rules->scenario))) {
        return "a lab starts beyond the lowest plateau tile (plat0)";
    }
    return scenario->start[SLOT_KNOWN] == 0 ? NULL : "the plateau is never known at the start";
}

/* Somebody must have something to decide. */
static bool deals_at_once(const Rules *rules, const Scenario *scenario)
{
    for (int i = 0; i < rules->card_count; i++) {
        const Card *card = &rules->card[i];
        if (scenario->era_round[card->era] == 1 &&
            (card->needs == SYSTEM_NONE || (scenario->systems >> card->needs & 1) != 0)) {
            return true;
        }
    }
    return false;
}

static const char *scenario_fault(const Rules *rules, const Scenario *scenario)
{
    if (!is_id(scenario->id) ||
        rules_find_scenario(rules, scenario->id) != scenario - rules->scenario) {
        return "not an id, or the id of another scenario";
    }
    if (scenario->systems >= 1 << SYSTEM_COUNT || scenario->headline > 1 || scenario->full > 1) {
        return "systems, headline or full is out of range";
    }
    if (!within(scenario->rounds, 1, ROUNDS_MAX) || !within(scenario->acts, 1, ACTS_MAX)) {
        return "rounds or acts is out of range";
    }
    if (!within(scenario->hand[0], 1, HAND_SIZE_MAX) ||
        !within(scenario->hand[1], 1, HAND_SIZE_MAX)) {
        return "the hand size is out of range";
    }
    for (int era = 0; era < ERA_COUNT; era++) {
        if (scenario->era_round[era] > scenario->rounds) {
            return "an era's cards come after the last round";
        }
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        if (!within(scenario->extra_capital[bloc], 0, EXTRA_CAPITAL_MAX)) {
            return "the extra capital is out of range";
        }
    }
    if (!deals_at_once(rules, scenario)) {
        return "no card is in play in round 1";
    }
    if (!is_text(rules, scenario->title) || !is_text(rules, scenario->summary)) {
        return "no such text";
    }
    return start_fault(rules, scenario);
}

static Status verify_scenarios(const Rules *rules, Error *err)
{
    for (int i = 0; i < rules->scenario_count; i++) {
        const char *fault = scenario_fault(rules, &rules->scenario[i]);
        if (fault != NULL) {
            return item_fault(err, "scenario", rules->scenario[i].id, fault);
        }
    }
    return STATUS_OK;
}

static const char *parameter_fault(const Rules *rules, const ParamInfo *info)
{
    for (int i = info->slot; i < info->slot + info->count; i++) {
        if (!within(rules->param[i], info->least, info->most)) {
            return "out of range";
        }
    }
    return is_text(rules, rules->param_meaning[info->slot]) ? NULL : "no such text";
}

static Status verify_parameters(const Rules *rules, Error *err)
{
    for (int i = 0; i < vocab_param_count; i++) {
        const char *fault = parameter_fault(rules, &vocab_param[i]);
        if (fault != NULL) {
            return item_fault(err, "parameter", vocab_param[i].name, fault);
        }
    }
    return STATUS_OK;
}

static Status verify_counts(const Rules *rules, Error *err)
{
    if (!within(rules->card_count, 1, CARDS_MAX) || !within(rules->nation_count, 1, NATIONS_MAX) ||
        !within(rules->scenario_count, 1, SCENARIOS_MAX)) {
        return error_set(err, STATUS_PARSE,
                         "expected 1 to %d cards, 1 to %d nations and 1 to %d scenarios, got %d, "
                         "%d and %d",
                         CARDS_MAX, NATIONS_MAX, SCENARIOS_MAX, rules->card_count,
                         rules->nation_count, rules->scenario_count);
    }
    if (!within(rules->instruction_count, 0, INSTRUCTIONS_MAX) ||
        !within(rules->condition_count, 0, CONDITIONS_MAX) ||
        !within(rules->filter_count, 0, FILTERS_MAX) || !within(rules->text_size, 1, TEXT_MAX)) {
        return error_set(err, STATUS_PARSE, "a table is fuller than it can be");
    }
    if (rules->text[0] != '\0' || rules->text[rules->text_size - 1] != '\0') {
        return error_set(err, STATUS_PARSE, "a text does not end");
    }
    return STATUS_OK;
}

Status rules_verify(const Rules *rules, Error *err)
{
    static Status (*const parts[])(const Rules *rules, Error *err) = {
        verify_counts, verify_parameters,     verify_nations,
        verify_cards,  rules_verify_programs, verify_scenarios,
    };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        Status status = parts[i](rules, err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}
