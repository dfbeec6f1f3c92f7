#include "ui/subject.h"

#include <stdint.h>
#include <stdio.h>

#include "core/rules.h"
#include "core/state.h"
#include "core/track.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/icon.h"
#include "ui/theme.h"
#include "ui/words.h"

bool subject_equal(const Subject *a, const Subject *b)
{
    return a->kind == b->kind && a->index == b->index && a->words == b->words &&
           a->question.number == b->question.number && a->question.subject == b->question.subject &&
           a->question.object == b->question.object && action_equal(a->action, b->action);
}

const char *subject_section(const Subject *subject)
{
    static const char *const section[] = {
        [SUBJECT_NONE] = NULL,    [SUBJECT_NUMBER] = NULL, [SUBJECT_TRACK] = "2.2",
        [SUBJECT_NATION] = "8.1", [SUBJECT_TILE] = "7",    [SUBJECT_CARD] = "12",
        [SUBJECT_ACTION] = "5",   [SUBJECT_WORDS] = NULL,
    };

    return subject->kind == SUBJECT_NUMBER ? explain_numbers[subject->question.number].section
                                           : section[subject->kind];
}

static Type head_type(const Column *column)
{
    return column->compact ? TYPE_STRONG : TYPE_HEAD;
}

/* ---- tracks ---- */

static Track track_of(int slot)
{
    int track = 0;

    while (slot >= vocab_track[track].slot + vocab_track[track].size) {
        track++;
    }
    return (Track)track;
}

/* The number that a track goes into, or that it will become; NUMBER_COUNT: none. */
static Number number_of_track(Track track)
{
    static const struct {
        Track track;
        Number number;
    } numbers[] = {
        {TRACK_DATACENTRES, NUMBER_COMPUTE_INCOME},
        {TRACK_SILICON, NUMBER_CHIP_TIER},
        {TRACK_EFFICIENCY, NUMBER_CAPACITY},
        {TRACK_INDUSTRY, NUMBER_PHYSICAL_AI},
        {TRACK_TRUST, NUMBER_SAFE_SUPPLIER},
        {TRACK_PRICE, NUMBER_PRICE_NEXT},
        {TRACK_RISK, NUMBER_RISK_NEXT},
        {TRACK_VALUATION, NUMBER_VALUATION_NEXT},
    };

    for (unsigned i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        if (numbers[i].track == track) {
            return numbers[i].number;
        }
    }
    return NUMBER_COUNT;
}

static void write_track(Column *column, const Scene *scene, int slot)
{
    Track track = track_of(slot);
    int bloc = slot - vocab_track[track].slot;
    Number number = number_of_track(track);
    const TextArgument words[] = {words_number("now", scene->view.known.track[slot]),
                                  words_number("next", scene->ahead.track[slot]),
                                  words_number("most", vocab_track[track].most), words_end};
    char title[PHRASE_SIZE];
    char value[PHRASE_SIZE];

    text_format(value, sizeof value,
                words[0].number == words[1].number ? "{now} / {most}" : "{now} → {next} / {most}",
                words);
    if (vocab_track[track].scope == SCOPE_BLOC) {
        snprintf(title, sizeof title, "%s · %s", text_bloc(scene->voice, (Bloc)bloc),
                 text_track(scene->voice, track));
    } else {
        snprintf(title, sizeof title, "%s", text_track(scene->voice, track));
    }
    column_head(column, head_type(column), title, value);
    column_text(column, INK_MID, text_track_meaning(scene->voice, track));
    if (number != NUMBER_COUNT) {
        column_line(column);
        subject_number(
            column, scene,
            (Question){number, explain_numbers[number].subject == EXPLAIN_BLOC ? bloc : 0, 0});
    }
}

/* ---- controls ---- */

static void write_tile(Column *column, const Scene *scene, Tile tile)
{
    const Voice *voice = scene->voice;
    const State *state = &scene->view.known;
    int stage = state->track[SLOT_CONTROL + (int)tile];
    int markets = scene->rules->param[PARAM_RIPE_STAGE] + 1 - stage;
    const TextArgument words[] = {words_number("n", markets), words_end};
    char text[PHRASE_SIZE];
    Seat target = 2 * (1 - (Seat)tile_owner(tile));

    if (stage == 0) {
        snprintf(text, sizeof text, "%s", say(voice, C_("control", "off")));
    } else {
        text_format(text, sizeof text,
                    say_count(voice, "backlash in {n} market", "backlash in {n} markets", markets),
                    words);
    }
    column_head(column, head_type(column), text_tile(voice, tile), "");
    column_text(column, INK_MID, text_tile_meaning(voice, tile));
    column_text(column, stage > 0 ? INK_ACCENT : INK_LOW, text);
    column_line(column);
    for (Seat seat = target; seat < target + 2; seat++) {
        if (explain_has(EXPLAIN_SEAT, seat, state)) {
            column_gap(column, 6);
            subject_number(column, scene, (Question){NUMBER_BITE, (int)tile, seat});
        }
    }
}

/* ---- cards ---- */

static void write_card(Column *column, const Scene *scene, int card)
{
    char text[CARD_TEXT_SIZE];

    text_card_head(text, sizeof text, scene->voice, scene->rules, card);
    column_head(column, column->compact ? TYPE_CAPTION : TYPE_STRONG, text, "");
    column_gap(column, 6);
    text_card_event(text, sizeof text, scene->voice, scene->rules, card);
    column_text(column, INK_HIGH, text);
    column_gap(column, 6);
    text_card_concept(text, sizeof text, scene->voice, scene->rules, card);
    column_text(column, INK_LOW, text);
}

/* ---- choices ---- */

static void write_action(Column *column, const Scene *scene, Action action)
{
    char text[4 * PHRASE_SIZE];
    char cost[PHRASE_SIZE] = "";
    char icon[ICON_TEXT_SIZE];
    bool capital;
    int amount = scene_cost(scene, action, &capital);
    Question why = scene_cost_question(scene, action);

    text_action(text, sizeof text, scene->voice, scene->rules, action);
    if (amount > 0) {
        icon_text(icon, capital ? ICON_CAPITAL : ICON_COMPUTE);
        snprintf(cost, sizeof cost, "%d %s", amount, icon);
    }
    column_head(column, head_type(column), text, cost);
    column_text(column, INK_MID, text_verb_meaning(scene->voice, (Verb)action.verb));
    scene_refusal(text, sizeof text, scene, action);
    column_gap(column, 4);
    column_text(column, INK_RISK, text);
    text[0] = '\0';
    if (scene_find(scene, (Verb)action.verb, action.argument) >= 0) {
        scene_effect(text, sizeof text, scene, action);
    }
    column_text(column, INK_HIGH, text);
    if (why.number != NUMBER_COUNT) {
        column_line(column);
        subject_number(column, scene, why);
    }
}

void subject_write(Column *column, const Scene *scene, const Subject *subject)
{
    switch (subject->kind) {
    case SUBJECT_NUMBER:
        subject_number(column, scene, subject->question);
        break;
    case SUBJECT_TRACK:
        write_track(column, scene, subject->index);
        break;
    case SUBJECT_NATION:
        subject_nation(column, scene, subject->index);
        break;
    case SUBJECT_TILE:
        write_tile(column, scene, (Tile)subject->index);
        break;
    case SUBJECT_CARD:
        write_card(column, scene, subject->index);
        break;
    case SUBJECT_ACTION:
        write_action(column, scene, subject->action);
        break;
    case SUBJECT_WORDS:
        column_text(column, INK_HIGH, say(scene->voice, subject->words));
        break;
    case SUBJECT_NONE:
        break;
    }
}
