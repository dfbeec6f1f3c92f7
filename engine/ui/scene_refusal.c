/* Why an operation cannot be chosen: the first thing that stands in its way (RULES.md section 5). */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/action.h"
#include "core/explain.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/track.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/voice.h"
#include "ui/scene.h"
#include "ui/words.h"

static OperationLine line_of(Verb verb)
{
    static const OperationLine line[VERB_COUNT] = {
        [VERB_TRAIN] = LINE_TRAIN,
        [VERB_OPTIMISE] = LINE_OPTIMISE,
        [VERB_INTEGRATE] = LINE_INTEGRATE,
        [VERB_BUILD_DATACENTRE] = LINE_DATACENTRE,
        [VERB_BUILD_SILICON] = LINE_SILICON,
        [VERB_RELEASE_API] = LINE_API,
        [VERB_RELEASE_OPEN] = LINE_OPEN,
        [VERB_RELEASE_CONDITIONAL] = LINE_OPEN,
        [VERB_IMPOSE] = LINE_CONTROL,
        [VERB_LIFT] = LINE_CONTROL,
        [VERB_SAFEGUARD_TRUST] = LINE_SAFEGUARD,
        [VERB_SAFEGUARD_RISK] = LINE_SAFEGUARD,
        [VERB_COURT_ALIGN] = LINE_COURT,
        [VERB_COURT_OPEN] = LINE_COURT,
        [VERB_COURT_CLOSE] = LINE_COURT,
    };

    return line[verb];
}

static bool is_court(Action action)
{
    return action.verb >= VERB_COURT_ALIGN && action.verb <= VERB_COURT_CLOSE;
}

/* The number of core/explain.def that the cost is; NUMBER_COUNT: it costs a point only. */
static Number cost_number(Action action)
{
    static const struct {
        Verb verb;
        Number number;
    } costs[] = {
        {VERB_TRAIN, NUMBER_TRAIN_COST},
        {VERB_OPTIMISE, NUMBER_OPTIMISE_COST},
        {VERB_INTEGRATE, NUMBER_INTEGRATE_COST},
        {VERB_BUILD_DATACENTRE, NUMBER_DATACENTRE_COST},
        {VERB_BUILD_SILICON, NUMBER_SILICON_COST},
        {VERB_SAFEGUARD_TRUST, NUMBER_SAFEGUARD_COST},
        {VERB_SAFEGUARD_RISK, NUMBER_SAFEGUARD_COST},
        {VERB_COURT_ALIGN, NUMBER_COURT_COST},
        {VERB_COURT_OPEN, NUMBER_COURT_COST},
        {VERB_COURT_CLOSE, NUMBER_COURT_COST},
    };

    for (unsigned i = 0; i < sizeof costs / sizeof costs[0]; i++) {
        if (costs[i].verb == (Verb)action.verb) {
            return costs[i].number;
        }
    }
    return NUMBER_COUNT;
}

Question scene_cost_question(const Scene *scene, Action action)
{
    Question question = {cost_number(action), 0, is_court(action) ? action.argument : 0};

    if (question.number == NUMBER_COUNT || scene->chooser == SEAT_NOBODY) {
        return (Question){NUMBER_COUNT, 0, 0};
    }
    ExplainKind kind = explain_numbers[question.number].subject;
    question.subject = kind == EXPLAIN_SEAT   ? scene->chooser
                       : kind == EXPLAIN_BLOC ? (int)seat_bloc(scene->chooser)
                                              : 0;
    return question;
}

int scene_cost(const Scene *scene, Action action, bool *capital)
{
    Question question = scene_cost_question(scene, action);

    *capital = action.verb == VERB_BUILD_DATACENTRE || action.verb == VERB_BUILD_SILICON ||
               is_court(action);
    return question.number == NUMBER_COUNT
               ? 0
               : explain_value(&scene->view.known, scene->rules, question);
}

/* ---- one reason each ---- */

static const char *track_reason(const Scene *scene, Action action)
{
    const State *state = &scene->view.known;
    Bloc bloc = seat_bloc(scene->chooser);
    Seat seat = scene->chooser;
    const struct {
        Verb verb;
        int at, bound;
    } bounds[] = {
        {VERB_TRAIN, state->track[SLOT_FRONTIER + seat], vocab_track[TRACK_FRONTIER].most},
        {VERB_OPTIMISE, state->track[SLOT_EFFICIENCY + bloc], vocab_track[TRACK_EFFICIENCY].most},
        {VERB_INTEGRATE, state->track[SLOT_INDUSTRY + bloc], vocab_track[TRACK_INDUSTRY].most},
        {VERB_BUILD_DATACENTRE, state->track[SLOT_DATACENTRES + bloc],
         vocab_track[TRACK_DATACENTRES].most},
        {VERB_BUILD_SILICON, state->track[SLOT_SILICON + bloc], vocab_track[TRACK_SILICON].most},
        {VERB_SAFEGUARD_TRUST, state->track[SLOT_TRUST + bloc], vocab_track[TRACK_TRUST].most},
        {VERB_SAFEGUARD_RISK, state->track[SLOT_RISK], vocab_track[TRACK_RISK].least},
    };

    for (unsigned i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        if (bounds[i].verb == (Verb)action.verb && bounds[i].at == bounds[i].bound) {
            return say(scene->voice, "The track stands at its end.");
        }
    }
    return NULL;
}

static const char *precondition_reason(const Scene *scene, Action action)
{
    const Voice *voice = scene->voice;
    const State *state = &scene->view.known;

    switch (line_of((Verb)action.verb)) {
    case LINE_INTEGRATE:
        return say(voice,
                   "Industry can go no further than one step beyond the best model within reach.");
    case LINE_SILICON:
        return in_force(state, TILE_EQUIP)
                   ? say(voice, "EQUIP is in force: no silicon can be built.")
                   : NULL;
    case LINE_API:
    case LINE_OPEN:
        return say(voice, "The lab has nothing better than the public model, or the model is a "
                          "partner's.");
    case LINE_CONTROL:
        return in_force(state, (Tile)action.argument)
                   ? say(voice, "This control is in force already.")
                   : say(voice, "It needs the Netherlands on the US side.");
    case LINE_COURT:
        return action.verb == VERB_COURT_ALIGN
                   ? say(voice, "The nation stands at the end of your side, or behind a wall.")
                   : say(voice, "The nation stands on the rival's side, at the edge, or behind a "
                                "wall.");
    case LINE_TRAIN:
    case LINE_OPTIMISE:
    case LINE_DATACENTRE:
    case LINE_SAFEGUARD:
    case LINE_COUNT:
        break;
    }
    return NULL;
}

static bool tell_cost(char *out, int size, const Scene *scene, Action action)
{
    bool capital;
    int cost = scene_cost(scene, action, &capital);
    int held =
        scene->view.known.track[(capital ? (int)SLOT_CAPITAL : (int)SLOT_COMPUTE) + scene->chooser];
    const TextArgument words[] = {words_number("cost", cost), words_number("held", held),
                                  words_end};

    if (cost <= held) {
        return false;
    }
    text_format(out, size,
                say(scene->voice, capital ? N_("It costs {cost} capital; you hold {held}.")
                                          : N_("It costs {cost} compute; you hold {held}.")),
                words);
    return true;
}

static System system_of(Verb verb)
{
    switch (line_of(verb)) {
    case LINE_COURT:
        return SYSTEM_COURT;
    case LINE_CONTROL:
        return SYSTEM_CONTROL;
    case LINE_SAFEGUARD:
        return SYSTEM_RISK;
    case LINE_INTEGRATE:
        return SYSTEM_INDUSTRY;
    case LINE_TRAIN:
    case LINE_OPTIMISE:
    case LINE_DATACENTRE:
    case LINE_SILICON:
    case LINE_API:
    case LINE_OPEN:
    case LINE_COUNT:
        break;
    }
    return SYSTEM_NONE;
}

static bool is_switched_off(const Scene *scene, Verb verb)
{
    System system = system_of(verb);

    return system != SYSTEM_NONE && !has_system(&scene->view.known, scene->rules, system);
}

void scene_refusal(char *out, int size, const Scene *scene, Action action)
{
    const State *state = &scene->view.known;
    const char *reason = NULL;

    out[0] = '\0';
    if (scene_find(scene, (Verb)action.verb, action.argument) >= 0 ||
        scene->chooser == SEAT_NOBODY) {
        return;
    }
    if (is_switched_off(scene, (Verb)action.verb)) {
        reason = say(scene->voice, "This scenario does without it.");
    } else if (state_decision(state, scene->rules) != DECISION_OPERATION) {
        reason = say(scene->voice, "Play a card for operations first.");
    } else if ((state->frame[state->frame_count - 1].chosen >> line_of((Verb)action.verb) & 1) !=
               0) {
        reason = say(scene->voice, "Each line can be used once with a card.");
    } else {
        reason = track_reason(scene, action);
    }
    if (reason == NULL && tell_cost(out, size, scene, action)) {
        return;
    }
    if (reason == NULL) {
        reason = precondition_reason(scene, action);
    }
    snprintf(out, (size_t)size, "%s", reason == NULL ? "" : reason);
}
