#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/vocab.h"
#include "script/compiler.h"
#include "script/constructors.h"
#include "script/faults.h"
#include "script/fields.h"
#include "script/item.h"
#include "script/piece.h"

static bool read_event(lua_State *lua, int card)
{
    Compiler *compiler = compiler_of(lua);
    Piece piece;
    bool good =
        need_field(lua, 1, "event") && read_instructions(lua, lua_gettop(lua), "event", &piece);

    if (good && card < CARDS_MAX) {
        const char *fault = piece_place(&piece, compiler->rules, card);
        if (fault != NULL) {
            fault_add(lua, "event", "event: %s", fault);
            good = false;
        }
    }
    lua_pop(lua, 1);
    return good;
}

/* A place in braces in a text, as in "{India} Summit", is a nation's id, whose label it takes. */
static bool check_place(lua_State *lua, const char *field, const char *brace)
{
    const Compiler *compiler = compiler_of(lua);
    const char *ids[NATIONS_MAX + 1] = {NULL};
    char word[ID_SIZE];
    const char *end = strchr(brace, '}');

    if (end == NULL) {
        fault_add(lua, field, "%s: expected } behind the id of a nation", field);
        return false;
    }
    snprintf(word, sizeof word, "%.*s", (int)(end - brace - 1), brace + 1);
    for (int i = 0; i < compiler->rules->nation_count; i++) {
        ids[i] = compiler->rules->nation[i].id;
    }
    if (compiler->nations_broken || vocab_find(ids, word) >= 0) {
        return true;
    }
    const char *nearest = vocab_nearest(ids, word);
    fault_add(lua, field, "%s: expected the id of a nation in braces, got '%s'%s%s%s", field, word,
              nearest != NULL ? ", did you mean '" : "", nearest != NULL ? nearest : "",
              nearest != NULL ? "'?" : "");
    return false;
}

static bool check_places(lua_State *lua, const char *field, const TextRef text[LANGUAGE_COUNT])
{
    const Rules *rules = compiler_of(lua)->rules;
    bool good = true;

    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const char *brace = strchr(rules_text(rules, text[language]), '{');
        for (; good && brace != NULL; brace = strchr(brace + 1, '{')) {
            good = check_place(lua, field, brace);
        }
    }
    return good;
}

static bool read_card(lua_State *lua, Card *card)
{
    int side = 0;
    int era = 0;
    int ops = 0;
    int needs = SYSTEM_NONE;
    bool once = false;
    bool good =
        read_languages(lua, 1, "title", card->title) && check_places(lua, "title", card->title);

    good = read_languages(lua, 1, "concept", card->concept) &&
           check_places(lua, "concept", card->concept) && good;
    good = field_word(lua, (Name){"side", "side"}, vocab_side, &side) && good;
    good = field_word(lua, (Name){"era", "era"}, vocab_era, &era) && good;
    good = field_integer(lua, "ops", (Range){1, CARD_OPS_MAX}, &ops) && good;
    good = field_flag(lua, "once", &once) && good;
    good = optional_word(lua, (Name){"needs", "system"}, vocab_system, &needs) && good;
    card->side = (uint8_t)side;
    card->era = (uint8_t)era;
    card->ops = (uint8_t)ops;
    card->once = once;
    card->needs = (uint8_t)needs;
    return good;
}

static int construct_card(lua_State *lua)
{
    static const char *const fields[] = {"id",  "title", "concept", "side",  "era",
                                         "ops", "once",  "needs",   "event", NULL};
    Compiler *compiler = compiler_of(lua);
    Rules *rules = compiler->rules;
    int index = rules->card_count;
    Card card = {.trigger_kind = TRIGGER_COUNT};

    if (!begin_item(lua, ITEM_CARD)) {
        return end_item(lua);
    }
    bool good = take_id(lua, card.id, rules_find_card, compiler->card);
    good = check_fields(lua, 1, fields, 0) && good;
    good = read_card(lua, &card) && good;
    good = read_event(lua, index) && good;
    if (good && has_room(lua, ITEM_CARD, index, CARDS_MAX)) {
        rules->card[index] = card;
        compiler->card[index] = origin_here(lua);
        rules->card_count++;
    }
    return end_item(lua);
}

void cards_push(lua_State *lua)
{
    lua_pushcfunction(lua, construct_card);
    lua_setfield(lua, -2, "card");
}
