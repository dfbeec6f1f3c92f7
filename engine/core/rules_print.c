#include "core/rules_print.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "core/fnv.h"
#include "core/vocab.h"

static void write_card(Writer *out, const Rules *rules, int index)
{
    const Card *card = &rules->card[index];
    Program trigger = rules->program[FRAME_TRIGGER][index];

    writer_print(out, "card %s side=%s era=%s ops=%d once=%d needs=%s event=[", card->id,
                 vocab_side[card->side], vocab_era[card->era], card->ops, card->once,
                 card->needs == SYSTEM_NONE ? "-" : vocab_system[card->needs]);
    rules_write_program(out, rules, rules->program[FRAME_EVENT][index], "; ");
    writer_print(out, "]");
    if (trigger.length > 0) {
        writer_print(out, " trigger=[");
        rules_write_program(out, rules, trigger, "; ");
        writer_print(out, "]");
    }
}

static void write_nation(Writer *out, const Nation *nation)
{
    writer_print(out, "nation %s x=%d y=%d weight=%d strictness=%d need=%s role=%s chain=%d",
                 nation->id, nation->x, nation->y, nation->weight, nation->strictness,
                 vocab_need[nation->need], vocab_role[nation->role], nation->chain);
}

static void write_scenario(Writer *out, const Scenario *scenario)
{
    writer_print(out, "scenario %s ", scenario->id);
    writer_print_set(out, "systems", vocab_system, scenario->systems);
    writer_print(out, "rounds=%d headline=%d acts=%d hand=%d,%d ", scenario->rounds,
                 scenario->headline, scenario->acts, scenario->hand[0], scenario->hand[1]);
    writer_print(out, "eras=%d,%d,%d full=%d extra_capital=%d,%d", scenario->era_round[ERA_EARLY],
                 scenario->era_round[ERA_MID], scenario->era_round[ERA_LATE], scenario->full,
                 scenario->extra_capital[BLOC_US], scenario->extra_capital[BLOC_CN]);
    for (int track = 0; track < TRACK_COUNT; track++) {
        const TrackInfo *info = &vocab_track[track];

        writer_print(out, " %s=", info->text);
        for (int i = 0; i < info->size; i++) {
            writer_print(out, "%s%d", i == 0 ? "" : ",", scenario->start[info->slot + i]);
        }
    }
}

static void write_parameter(Writer *out, const Rules *rules, int index)
{
    const ParamInfo *info = &vocab_param[index];

    writer_print(out, "param %s=", info->name);
    for (int i = 0; i < info->count; i++) {
        writer_print(out, "%s%d", i == 0 ? "" : ",", rules->param[info->slot + i]);
    }
}

static void write_item(Writer *out, const Rules *rules, Item kind, int index)
{
    switch (kind) {
    case ITEM_CARD:
        write_card(out, rules, index);
        return;
    case ITEM_NATION:
        write_nation(out, &rules->nation[index]);
        return;
    case ITEM_SCENARIO:
        write_scenario(out, &rules->scenario[index]);
        return;
    case ITEM_PARAMETERS:
        write_parameter(out, rules, index);
        return;
    case ITEM_COUNT:
        break;
    }
}

int rules_print_item(char *text, int size, const Rules *rules, Item kind, int index)
{
    Writer out = writer_start(text, size);

    assert(index >= 0 && index < rules_item_count(rules, kind));
    write_item(&out, rules, kind, index);
    return out.length;
}

int rules_item_count(const Rules *rules, Item kind)
{
    switch (kind) {
    case ITEM_CARD:
        return rules->card_count;
    case ITEM_NATION:
        return rules->nation_count;
    case ITEM_SCENARIO:
        return rules->scenario_count;
    case ITEM_PARAMETERS:
        return vocab_param_count;
    case ITEM_COUNT:
        break;
    }
    return 0;
}

const char *rules_item_id(const Rules *rules, Item kind, int index)
{
    assert(index >= 0 && index < rules_item_count(rules, kind));
    switch (kind) {
    case ITEM_CARD:
        return rules->card[index].id;
    case ITEM_NATION:
        return rules->nation[index].id;
    case ITEM_SCENARIO:
        return rules->scenario[index].id;
    case ITEM_PARAMETERS:
        return vocab_param[index].name;
    case ITEM_COUNT:
        break;
    }
    return "";
}

uint64_t rules_item_hash(const Rules *rules, Item kind, int index)
{
    Writer out = writer_start(NULL, 0);

    assert(index >= 0 && index < rules_item_count(rules, kind));
    write_item(&out, rules, kind, index);
    return out.hash;
}

static void keep_hash(Rules *rules, Item kind, int index, uint64_t hash)
{
    switch (kind) {
    case ITEM_CARD:
        rules->card[index].hash = hash;
        return;
    case ITEM_NATION:
        rules->nation[index].hash = hash;
        return;
    case ITEM_SCENARIO:
        rules->scenario[index].hash = hash;
        return;
    case ITEM_PARAMETERS: /* has no place of its own: rules_item_hash() computes it */
    case ITEM_COUNT:
        break;
    }
}

void rules_hash_items(Rules *rules)
{
    Writer out = writer_start(NULL, 0);

    for (int kind = 0; kind < ITEM_COUNT; kind++) {
        for (int i = 0; i < rules_item_count(rules, (Item)kind); i++) {
            out.hash = TPD_FNV_START;
            write_item(&out, rules, (Item)kind, i);
            keep_hash(rules, (Item)kind, i, out.hash);
            writer_print(&out, "\n");
        }
    }
    rules->hash = out.total;
}
