#include "ui/scene.h"

#include "core/event.h"

bool scene_is_private(const State *state, const Rules *rules)
{
    DecisionKind decision = state_decision(state, rules);

    return decision == DECISION_HEADLINE || decision == DECISION_PLAY;
}

static void look_ahead(Scene *scene, const State *from)
{
    if (!state_is_terminal(from)) {
        explain_market(&scene->ahead, &scene->outlook, from, scene->rules);
        score_now(&scene->ahead, scene->rules, &scene->score);
    }
}

void scene_look(Scene *scene, const Match *match, const Voice *voice, Seat viewer)
{
    scene_look_at(scene, match_state(match), match_rules(match), voice, viewer);
}

void scene_look_at(Scene *scene, const State *state, const Rules *rules, const Voice *voice,
                   Seat viewer)
{
    scene->rules = rules;
    scene->voice = voice;
    view_of(&scene->view, state, rules, viewer);
    scene->chooser = state_is_terminal(state) ? SEAT_NOBODY : state_current_seat(state, rules);
    scene->legal.count = 0;
    scene->tried = false;
    scene->ahead = scene->view.known;
    scene->outlook = (Outlook){0};
    scene->score = (Score){0};
    if (scene->chooser != SEAT_NOBODY &&
        (viewer == scene->chooser || !scene_is_private(&scene->view.known, scene->rules))) {
        state_legal_actions(state, rules, &scene->legal);
    }
    look_ahead(scene, &scene->view.known);
    scene_codes(scene->code, voice, scene->rules);
}

/* The position in which the actions of the round are over, where the choice leads that far. */
typedef struct Trial {
    EventLog log;
    State market;
    bool reached;
} Trial;

static void keep_market(void *user, Moment moment, const State *state)
{
    Trial *trial = user;

    if (moment == MOMENT_MARKET && !trial->reached) {
        trial->market = *state;
        trial->reached = true;
    }
}

void scene_try(Scene *scene, Action action)
{
    State sample;
    Trial trial = {.reached = false};

    if (action.verb < VERB_TRAIN) {
        return; /* what a card does hangs on choices to come */
    }
    view_sample(&sample, &scene->view, scene->rules, 0);
    event_log_init(&trial.log, keep_market, &trial);
    state_apply(&sample, scene->rules, action, &trial.log);
    look_ahead(scene, trial.reached ? &trial.market : &sample);
    scene->tried = true;
}

int scene_find(const Scene *scene, Verb verb, int argument)
{
    for (int i = 0; i < scene->legal.count; i++) {
        if (scene->legal.item[i].verb == verb && scene->legal.item[i].argument == argument) {
            return i;
        }
    }
    return -1;
}
