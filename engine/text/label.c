/* Labels: one table a kind, in the order of its enum. */

#include <stddef.h>

#include "core/rules.h"
#include "core/score.h"
#include "core/state.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"

const char *text_bloc(const Voice *voice, Bloc bloc)
{
    static const char *const label[BLOC_COUNT] = {N_("US"), N_("China")};

    return say(voice, label[bloc]);
}

const char *text_stack(const Voice *voice, Stack stack)
{
    static const char *const label[STACK_COUNT] = {N_("US closed"), N_("US open"),
                                                   N_("China closed"), N_("China open")};

    return say(voice, label[stack]);
}

const char *text_seat(const Voice *voice, int seat_count, Seat seat)
{
    return seat_count == 2 ? text_bloc(voice, (Bloc)(seat / 2)) : text_stack(voice, (Stack)seat);
}

const char *text_track(const Voice *voice, Track track)
{
    static const char *const label[TRACK_COUNT] = {
        [TRACK_VP] = N_("VP"),
        [TRACK_POOL] = N_("pool VP"),
        [TRACK_DATACENTRES] = N_("Datacentres"),
        [TRACK_SILICON] = N_("Silicon"),
        [TRACK_EFFICIENCY] = N_("Efficiency"),
        [TRACK_INDUSTRY] = C_("track", "Industry"),
        [TRACK_TRUST] = N_("Trust"),
        [TRACK_FRONTIER] = N_("Frontier"),
        [TRACK_QUALITY] = N_("Quality"),
        [TRACK_LICENCE] = N_("Licence"),
        [TRACK_COMPUTE] = C_("track", "Compute"),
        [TRACK_CAPITAL] = N_("Capital"),
        [TRACK_PRICE] = C_("track", "Price"),
        [TRACK_RISK] = N_("Risk"),
        [TRACK_BIFURCATION] = N_("Bifurcation"),
        [TRACK_VALUATION] = N_("Valuation"),
        [TRACK_PLATEAU] = N_("Plateau"),
        [TRACK_KNOWN] = N_("Plateau revealed"),
        [TRACK_CONTROL] = N_("Stage of control"),
    };

    return say(voice, label[track]);
}

const char *text_track_meaning(const Voice *voice, Track track)
{
    return say(voice, vocab_track[track].meaning);
}

const char *text_tile(const Voice *voice, Tile tile)
{
    static const char *const label[TILE_COUNT] = {
        C_("control", "CHIPS"),    C_("control", "EQUIP"), C_("control", "ACCESS"),
        C_("control", "MINERALS"), C_("control", "DATA"),
    };

    return say(voice, label[tile]);
}

const char *text_tile_meaning(const Voice *voice, Tile tile)
{
    static const char *const label[TILE_COUNT] = {
        N_("export controls on chips"),         N_("export controls on chip-making equipment"),
        N_("limits on who may deploy a model"), N_("export licences for rare earths"),
        N_("data must stay in the country"),
    };

    return say(voice, label[tile]);
}

const char *text_licence(const Voice *voice, Licence licence)
{
    static const char *const label[] = {N_("permissive"), N_("conditional")};

    return say(voice, label[licence]);
}

const char *text_phase(const Voice *voice, Phase phase)
{
    static const char *const label[] = {[PHASE_HEADLINE] = N_("Headlines"),
                                        [PHASE_ACTION] = N_("Actions"),
                                        [PHASE_SCORING] = N_("Scoring"),
                                        [PHASE_START] = N_("Start of the round"),
                                        [PHASE_END] = N_("End of the game")};

    return say(voice, label[phase]);
}

const char *text_ending(const Voice *voice, Ending ending)
{
    static const char *const label[] = {
        [ENDING_POINTS] = N_("on points"),
        [ENDING_HEGEMONY] = N_("by hegemony"),
        [ENDING_CATASTROPHE] = N_("by the other side's catastrophe"),
    };

    return say(voice, label[ending]);
}

const char *text_era(const Voice *voice, Era era)
{
    static const char *const label[ERA_COUNT] = {N_("early"), N_("mid"), N_("late")};

    return say(voice, label[era]);
}

const char *text_card_side(const Voice *voice, CardSide side)
{
    static const char *const label[] =
        {[SIDE_US] = N_("US"), [SIDE_CN] = N_("China"), [SIDE_NEUTRAL] = C_("card", "neutral")};

    return say(voice, label[side]);
}

const char *text_system(const Voice *voice, System system)
{
    static const char *const label[SYSTEM_COUNT] = {
        [SYSTEM_COURT] = C_("system", "diplomacy"),   [SYSTEM_CONTROL] = C_("system", "controls"),
        [SYSTEM_RISK] = C_("system", "risk"),         [SYSTEM_BUBBLE] = C_("system", "valuation"),
        [SYSTEM_INDUSTRY] = C_("system", "industry"), [SYSTEM_PLATEAU] = C_("system", "plateau"),
    };

    return system == SYSTEM_NONE ? "" : say(voice, label[system]);
}

const char *text_need(const Voice *voice, Need need)
{
    static const char *const label[NEED_COUNT] = {
        [NEED_COMPUTE] = C_("need", "Compute"),         [NEED_PRICE] = C_("need", "Price"),
        [NEED_SOVEREIGNTY] = C_("need", "Sovereignty"), [NEED_SECURITY] = C_("need", "Security"),
        [NEED_INDUSTRY] = C_("need", "Industry"),
    };

    return say(voice, label[need]);
}

const char *text_role(const Voice *voice, Role role)
{
    static const char *const label[ROLE_COUNT] = {
        [ROLE_LITHOGRAPHY] = C_("role", "lithography"),
        [ROLE_MEMORY] = C_("role", "memory"),
        [ROLE_FOUNDRY] = C_("role", "foundry"),
        [ROLE_FUND] = C_("role", "fund"),
    };

    return role == ROLE_NONE ? "" : say(voice, label[role]);
}

const char *text_modifier(const Voice *voice, Modifier modifier)
{
    static const char *const label[MODIFIER_COUNT] = {
        [MODIFIER_INTEGRATE] = N_("cost of Integrate"),
        [MODIFIER_SERVE] = N_("serving capacity"),
        [MODIFIER_REVENUE] = N_("API revenue"),
    };

    return say(voice, label[modifier]);
}

const char *text_verb(const Voice *voice, Verb verb)
{
    static const char *const label[VERB_COUNT] = {
        [VERB_HEADLINE] = N_("Headline"),
        [VERB_EVENT] = N_("Event"),
        [VERB_OPS] = N_("Operations"),
        [VERB_OPS_EVENT] = N_("Operations, then the rival's event"),
        [VERB_EVENT_OPS] = N_("The rival's event, then operations"),
        [VERB_SHELVE] = N_("Shelve"),
        [VERB_TRAIN] = N_("Train"),
        [VERB_OPTIMISE] = N_("Optimise"),
        [VERB_INTEGRATE] = N_("Integrate"),
        [VERB_BUILD_DATACENTRE] = N_("Build a datacentre"),
        [VERB_BUILD_SILICON] = N_("Build silicon"),
        [VERB_RELEASE_API] = N_("Release an API"),
        [VERB_RELEASE_OPEN] = N_("Release open weights, permissive"),
        [VERB_RELEASE_CONDITIONAL] = N_("Release open weights, conditional"),
        [VERB_IMPOSE] = N_("Impose"),
        [VERB_LIFT] = N_("Lift"),
        [VERB_SAFEGUARD_TRUST] = N_("Safeguard Trust"),
        [VERB_SAFEGUARD_RISK] = N_("Safeguard against Risk"),
        [VERB_COURT_ALIGN] = N_("Court: toward your side"),
        [VERB_COURT_OPEN] = N_("Court: toward open models"),
        [VERB_COURT_CLOSE] = N_("Court: toward closed models"),
        [VERB_STOP] = N_("Stop"),
        [VERB_PICK_NATION] = N_("Choose a nation"),
        [VERB_PICK_TILE] = N_("Choose a control"),
        [VERB_OPTION] = N_("Choose one of two"),
    };

    return say(voice, label[verb]);
}

const char *text_verb_meaning(const Voice *voice, Verb verb)
{
    static const char *const meaning[VERB_COUNT] = {
#define VERB(id, text, argument, meaning) meaning,
#include "core/verbs.def"
#undef VERB
    };

    return say(voice, meaning[verb]);
}

const char *text_decision(const Voice *voice, DecisionKind decision)
{
    static const char *const label[DECISION_KIND_COUNT] = {
        [DECISION_HEADLINE] = N_("Commit a headline"),
        [DECISION_PLAY] = N_("Play a card"),
        [DECISION_OPERATION] = N_("Spend an operation point"),
        [DECISION_PICK] = C_("decision", "Choose"),
        [DECISION_OPTION] = C_("decision", "Choose one of two"),
    };

    return say(voice, label[decision]);
}

const char *text_score_item(const Voice *voice, ScoreItem item)
{
    static const char *const label[SCORE_ITEM_COUNT] = {
        [SCORE_ADOPTION] = N_("Adoption"),    [SCORE_STANDARDS] = N_("Open standard"),
        [SCORE_STOCK] = N_("Capital stock"),  [SCORE_TRUST] = N_("Safe supplier"),
        [SCORE_INDUSTRY] = N_("Physical AI"),
    };

    return say(voice, label[item]);
}

/* ---- texts of the rule set ---- */

const char *text_nation(const Voice *voice, const Rules *rules, int nation)
{
    const Nation *row = &rules->nation[nation];

    return rules_text_in(rules, voice->names == NAMES_NEUTRAL ? row->neutral : row->name,
                         voice->language);
}

const char *text_scenario(const Voice *voice, const Rules *rules, int scenario)
{
    return rules_text_in(rules, rules->scenario[scenario].title, voice->language);
}

const char *text_scenario_summary(const Voice *voice, const Rules *rules, int scenario)
{
    return rules_text_in(rules, rules->scenario[scenario].summary, voice->language);
}

const char *text_param_meaning(const Voice *voice, const Rules *rules, int slot)
{
    return rules_text_in(rules, rules->param_meaning[slot], voice->language);
}

/* The arguments of a format in which every nation's id stands for its label. */
static int format_places(char *out, int size, const Voice *voice, const Rules *rules,
                         const char *format)
{
    TextArgument place[NATIONS_MAX + 1] = {{.name = NULL}};

    for (int i = 0; i < rules->nation_count; i++) {
        place[i] =
            (TextArgument){.name = rules->nation[i].id, .text = text_nation(voice, rules, i)};
    }
    return text_format(out, size, format, place);
}

int text_card_title(char *out, int size, const Voice *voice, const Rules *rules, int card)
{
    const char *title = rules_text_in(rules, rules->card[card].title, voice->language);

    return format_places(out, size, voice, rules, title);
}

int text_card_concept(char *out, int size, const Voice *voice, const Rules *rules, int card)
{
    const char *concept = rules_text_in(rules, rules->card[card].concept, voice->language);

    return format_places(out, size, voice, rules, concept);
}

int text_card_head(char *out, int size, const Voice *voice, const Rules *rules, int card)
{
    const Card *row = &rules->card[card];
    char title[LABEL_TEXT_SIZE];

    text_card_title(title, sizeof title, voice, rules, card);
    const TextArgument words[] = {
        {.name = "id", .text = row->id},
        {.name = "title", .text = title},
        {.name = "star", .text = row->once ? "*" : ""},
        {.name = "side", .text = text_card_side(voice, (CardSide)row->side)},
        {.name = "era", .text = text_era(voice, (Era)row->era)},
        {.name = "ops", .number = row->ops},
        {.name = "system", .text = text_system(voice, (System)row->needs)},
        {.name = NULL}};
    int length = text_format(
        out, size,
        say_count(voice, "{id} {title}{star} · {side} · {era} · {ops} operation point",
                  "{id} {title}{star} · {side} · {era} · {ops} operation points", row->ops),
        words);
    if (row->needs != SYSTEM_NONE) {
        length += text_format(out + length, size - length, say(voice, " · needs {system}"), words);
    }
    return length;
}
