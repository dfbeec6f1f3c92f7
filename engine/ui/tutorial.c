#include "ui/tutorial.h"

#include <stddef.h>
#include <stdint.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "text/voice.h"
#include "ui/desk_host.h"
#include "ui/scene.h"
#include "ui/screen_tutorial.h"
#include "ui/settings.h"

/* ---- the game ---- */

/* Lesson 3 has all four: compute, models, nations and controls, and no headlines before them.  With
 * this seed the first round has room for each. */
static const char scenario_id[] = "lesson-3";
enum { SEED = 12 };

void tutorial_begin(Desk *desk)
{
    GameWish wish = {.game = {.seed = SEED, .seat_count = 2},
                     .player = {[0] = "human", [2] = "greedy"},
                     .is_lesson = true};
    int scenario = rules_find_scenario(desk->rules, scenario_id);

    wish.game.scenario = scenario < 0 ? 0 : scenario;
    desk->settings.tutorial_offered = 1;
    if (desk_begin(desk, &wish)) {
        desk_replace(desk, SCREEN_TUTORIAL);
        desk->tutorial = (TutorialMemory){.looked = match_decision_count(desk->match),
                                          .round = match_state(desk->match)->round};
    }
}

/* ---- steps ---- */

static bool is_done(const Desk *desk, TutorialStep step)
{
    return (desk->tutorial.done >> step & 1U) != 0;
}

TutorialStep tutorial_step(const Desk *desk)
{
    for (int step = 0; step < TUTORIAL_STEP_COUNT; step++) {
        if (!is_done(desk, (TutorialStep)step)) {
            return (TutorialStep)step;
        }
    }
    return TUTORIAL_STEP_COUNT;
}

/* The step that a choice does; TUTORIAL_STEP_COUNT: none. */
static TutorialStep step_of(Verb verb)
{
    if (verb == VERB_OPS || verb == VERB_OPS_EVENT || verb == VERB_EVENT_OPS) {
        return TUTORIAL_PLAY;
    }
    if (verb >= VERB_TRAIN && verb <= VERB_BUILD_SILICON) {
        return TUTORIAL_SPEND;
    }
    if (verb >= VERB_RELEASE_API && verb <= VERB_RELEASE_CONDITIONAL) {
        return TUTORIAL_RELEASE;
    }
    if (verb >= VERB_COURT_ALIGN && verb <= VERB_COURT_CLOSE) {
        return TUTORIAL_COURT;
    }
    return verb == VERB_IMPOSE || verb == VERB_LIFT ? TUTORIAL_CONTROL : TUTORIAL_STEP_COUNT;
}

static void take_choice(Desk *desk, int decision)
{
    TutorialMemory *memory = &desk->tutorial;
    TutorialStep wanted = tutorial_step(desk);
    Action action;

    if (match_decision_seat(desk->match, decision) != TUTORIAL_SEAT ||
        !match_decision_action(desk->match, decision, TUTORIAL_SEAT, &action)) {
        return;
    }
    TutorialStep step = step_of((Verb)action.verb);
    /* A card has to be played before anything else can be done. */
    memory->otherwise = step != wanted && step != TUTORIAL_PLAY && action.verb != VERB_STOP &&
                        wanted != TUTORIAL_STEP_COUNT;
    if (step != TUTORIAL_STEP_COUNT) {
        memory->done |= 1U << step;
    }
}

void tutorial_follow(Desk *desk, const Ui *ui)
{
    TutorialMemory *memory = &desk->tutorial;
    int count = match_decision_count(desk->match);

    memory->looked = memory->looked < count ? memory->looked : count; /* taken back */
    for (; memory->looked < count; memory->looked++) {
        take_choice(desk, memory->looked);
    }
    if (ui->input.space_held && tutorial_step(desk) == TUTORIAL_FORECAST) {
        memory->done |= 1U << TUTORIAL_FORECAST;
    }
}

/* ---- where things are ---- */

static const UiZone *zone_of(const Ui *ui, uint32_t id)
{
    for (int i = 0; i < ui->zone_count; i++) {
        if (ui->zone[i].id == id) {
            return &ui->zone[i];
        }
    }
    return NULL;
}

/* The first zone of this frame among those of a kind. */
static bool find_zone(const Ui *ui, const char *kind, int first, int count, Box *box)
{
    for (int index = first; index < first + count; index++) {
        const UiZone *zone = zone_of(ui, ui_id(kind, index));
        if (zone != NULL) {
            *box = zone->box;
            return true;
        }
    }
    return false;
}

/* Operations are zones of the kind "operation", 256 a verb. */
static bool find_operation(const Desk *desk, const Ui *ui, TutorialStep step, Box *box)
{
    const ActionList *legal = &desk->scene.legal;

    for (int i = 0; i < legal->count; i++) {
        const Action *action = &legal->item[i];
        if (step_of((Verb)action->verb) == step &&
            find_zone(ui, "operation", action->verb * 256 + action->argument, 1, box)) {
            return true;
        }
    }
    return false;
}

/* A nation that can be courted, or one that will move. */
static bool find_nation(const Desk *desk, const Ui *ui, TutorialStep step, Box *box)
{
    const Scene *scene = &desk->scene;
    const State *now = &scene->view.known;

    for (int nation = 0; nation < scene->rules->nation_count; nation++) {
        bool courted = scene_find(scene, VERB_COURT_ALIGN, nation) >= 0 ||
                       scene_find(scene, VERB_COURT_OPEN, nation) >= 0;
        bool moves = now->nation_x[nation] != scene->ahead.nation_x[nation] ||
                     now->nation_y[nation] != scene->ahead.nation_y[nation];
        if ((step == TUTORIAL_COURT ? courted : moves) && find_zone(ui, "nation", nation, 1, box)) {
            return true;
        }
    }
    return step != TUTORIAL_COURT && find_zone(ui, "nation", 0, NATIONS_MAX, box);
}

/* While no card is played: which one, and then what for. */
static TutorialHint hint_play(const Desk *desk, const Ui *ui)
{
    TutorialHint hint = {.text = N_("Choose a card of your hand: click it, or press 1.")};

    if (desk->table.card < 0) {
        hint.there = find_zone(ui, "card", 0, CARDS_MAX, &hint.box);
        return hint;
    }
    hint.text = N_("Now play it for operations: press O.");
    hint.there = find_zone(ui, "mode", VERB_OPS, VERB_EVENT_OPS - VERB_OPS + 1, &hint.box);
    return hint;
}

static TutorialHint hint_operation(const Desk *desk, const Ui *ui, TutorialStep step)
{
    TutorialHint hint = {.text = NULL};

    hint.there = find_operation(desk, ui, step, &hint.box);
    if (!hint.there && step == TUTORIAL_COURT) {
        hint.text = N_("Click a nation that is lit, or walk to it with Tab and press Enter.");
        hint.there = find_nation(desk, ui, step, &hint.box);
    }
    if (!hint.there) {
        hint.text = N_("It cannot be done now: point at it to see why. Spend the points otherwise, "
                       "or end the action.");
        hint.there = find_zone(ui, "stop", 0, 1, &hint.box);
    }
    return hint;
}

TutorialHint tutorial_hint(const Desk *desk, const Ui *ui)
{
    TutorialStep step = tutorial_step(desk);
    TutorialHint hint = {.text = NULL};
    const Scene *scene = &desk->scene;

    if (step == TUTORIAL_BOARD || step == TUTORIAL_FORECAST || step >= TUTORIAL_MARKET) {
        hint.there = find_nation(desk, ui, step, &hint.box);
        return hint;
    }
    if (scene->chooser != TUTORIAL_SEAT) {
        hint.text = N_("China is choosing.");
        return hint;
    }
    switch (state_decision(&scene->view.known, scene->rules)) {
    case DECISION_HEADLINE:
    case DECISION_PLAY:
        return hint_play(desk, ui);
    case DECISION_OPERATION:
        return hint_operation(desk, ui, step);
    case DECISION_PICK:
    case DECISION_OPTION:
    case DECISION_KIND_COUNT:
        hint.text = N_("First answer what the card asks: what can be chosen is lit.");
        return hint;
    }
    return hint;
}
