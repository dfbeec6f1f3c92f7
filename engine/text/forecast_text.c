#include "text/forecast_text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/explain.h"
#include "core/score.h"
#include "core/state.h"
#include "core/vocab.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/width.h"

enum {
    PART_SIZE = 256,
    LINE_SIZE = 8 * 1024,
    DIE_FACES = 6,
    MOVE_GAP = 2,     /* columns between two nations */
    MARK_COLUMNS = 2, /* of the joint that may follow */
};

static const char margin[] = "  ", deeper[] = "    ";

typedef struct Outcome {
    const Voice *voice;
    const Rules *rules;
    const State *now;
    State next;
    Outlook outlook;
    Prose out;
} Outcome;

/* ---- lines ---- */

/* "Prefix: part; part", broken between parts where it becomes too wide. */
typedef struct Line {
    char text[LINE_SIZE];
    Prose prose;
    int parts, columns;
} Line;

static void line_start(Line *line, const char *prefix)
{
    line->prose = prose_start(line->text, sizeof line->text);
    line->parts = 0;
    line->columns = text_width(margin) + text_width(prefix);
    prose_add(&line->prose, margin);
    prose_add(&line->prose, prefix);
}

static void line_break(Line *line, const char *joint)
{
    size_t length = strlen(joint);

    while (length > 0 && joint[length - 1] == ' ') {
        length--;
    }
    prose_add_bytes(&line->prose, joint, (int)length);
    prose_add(&line->prose, "\n");
    prose_add(&line->prose, deeper);
    line->columns = text_width(deeper);
}

static void line_add(Line *line, const char *part, const char *joint)
{
    int columns = text_width(joint) + text_width(part);

    if (line->parts > 0 && line->columns + columns + MARK_COLUMNS > FORECAST_COLUMNS) {
        line_break(line, joint);
    } else if (line->parts > 0) {
        prose_add(&line->prose, joint);
    }
    prose_add(&line->prose, part);
    line->columns += columns;
    line->parts++;
}

/* A clause, with a stronger joint than a name in a list has. */
static void line_format(Line *line, const Outcome *outcome, const char *msgid,
                        const TextArgument *arguments)
{
    char part[PART_SIZE];

    text_format(part, sizeof part, say(outcome->voice, msgid), arguments);
    line_add(line, part, say(outcome->voice, C_("part", "; ")));
}

static void line_list(Line *line, const Outcome *outcome, const char *msgid,
                      const TextArgument *arguments)
{
    char part[PART_SIZE];

    text_format(part, sizeof part, say(outcome->voice, msgid), arguments);
    line_add(line, part, say(outcome->voice, C_("list", ", ")));
}

static void write_line(Outcome *outcome, const Line *line)
{
    prose_add(&outcome->out, line->text);
    prose_add(&outcome->out, "\n");
}

static bool has_system(const Outcome *outcome, System system)
{
    return rules_scenario_has(outcome->rules, outcome->now->scenario, system);
}

/* ---- tracks ---- */

static void add_track(Line *line, const Outcome *outcome, Track track)
{
    int slot = vocab_track[track].slot;
    int before = outcome->now->track[slot];
    int after = outcome->next.track[slot];
    const TextArgument arguments[] = {{.name = "track", .text = text_track(outcome->voice, track)},
                                      {.name = "before", .number = before},
                                      {.name = "after", .number = after},
                                      {.name = NULL}};

    line_format(line, outcome,
                before == after ? N_("{track} {after}") : N_("{track} {before} → {after}"),
                arguments);
}

static void add_risk(Line *line, const Outcome *outcome)
{
    int odds = outcome->outlook.incident_odds;
    const TextArgument arguments[] = {{.name = "odds", .number = odds},
                                      {.name = "faces", .number = DIE_FACES},
                                      {.name = NULL}};

    add_track(line, outcome, TRACK_RISK);
    line_format(line, outcome, odds == 0 ? N_("no incident") : N_("incident {odds} in {faces}"),
                arguments);
}

static void add_valuation(Line *line, const Outcome *outcome)
{
    int gain = outcome->next.track[SLOT_POOL + BLOC_CN] - outcome->now->track[SLOT_POOL + BLOC_CN];
    const TextArgument arguments[] = {{.name = "vp", .number = gain}, {.name = NULL}};

    add_track(line, outcome, TRACK_VALUATION);
    if (outcome->outlook.crash) {
        line_format(line, outcome, N_("a crash, China {+vp} VP"), arguments);
    }
}

static void write_tracks(Outcome *outcome)
{
    Line line;

    line_start(&line, "");
    add_track(&line, outcome, TRACK_PRICE);
    if (outcome->now->track[SLOT_BIFURCATION] != outcome->next.track[SLOT_BIFURCATION]) {
        add_track(&line, outcome, TRACK_BIFURCATION);
    }
    if (has_system(outcome, SYSTEM_BUBBLE)) {
        add_valuation(&line, outcome);
    }
    if (has_system(outcome, SYSTEM_RISK)) {
        add_risk(&line, outcome);
    }
    write_line(outcome, &line);
}

/* ---- revenue ---- */

/* The stack that a nation uses, -1 on a line. */
static int stack_at(int x, int y)
{
    if (x == 0 || y == 0) {
        return -1;
    }
    return (x > 0 ? STACK_CC : STACK_UC) + (y > 0);
}

/* Users of the closed stack of a bloc that it cannot serve. */
static void write_throttled(Outcome *outcome, Bloc bloc)
{
    const State *now = outcome->now;
    char prefix[PART_SIZE];
    Line line;
    const TextArgument whose[] = {{.name = "bloc", .text = text_bloc(outcome->voice, bloc)},
                                  {.name = NULL}};

    text_format(prefix, sizeof prefix, say(outcome->voice, "{bloc} throttles "), whose);
    line_start(&line, prefix);
    for (int nation = 0; nation < outcome->rules->nation_count; nation++) {
        bool own = stack_at(now->nation_x[nation], now->nation_y[nation]) == 2 * (int)bloc;
        const TextArgument arguments[] = {
            {.name = "nation", .text = text_nation(outcome->voice, outcome->rules, nation)},
            {.name = NULL}};
        if (own && (outcome->outlook.throttled >> nation & 1) != 0) {
            line_list(&line, outcome, "{nation}", arguments);
        }
    }
    if (line.parts > 0) {
        write_line(outcome, &line);
    }
}

static void write_revenue(Outcome *outcome, Bloc bloc)
{
    const Outlook *outlook = &outcome->outlook;
    const TextArgument arguments[] = {{.name = "bloc", .text = text_bloc(outcome->voice, bloc)},
                                      {.name = "revenue", .number = outlook->revenue[bloc]},
                                      {.name = "served", .number = outlook->served_weight[bloc]},
                                      {.name = "capacity", .number = outlook->capacity[bloc]},
                                      {.name = NULL}};
    Line line;

    line_start(&line, "");
    line_format(&line, outcome,
                N_("{bloc}: revenue {revenue}, serves weight {served} with capacity {capacity}"),
                arguments);
    write_line(outcome, &line);
    write_throttled(outcome, bloc);
}

/* ---- controls ---- */

static void add_changed_track(Line *line, const Outcome *outcome, Track track)
{
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int slot = vocab_track[track].slot + bloc;
        const TextArgument arguments[] = {
            {.name = "bloc", .text = text_bloc(outcome->voice, (Bloc)bloc)},
            {.name = "track", .text = text_track(outcome->voice, track)},
            {.name = "before", .number = outcome->now->track[slot]},
            {.name = "after", .number = outcome->next.track[slot]},
            {.name = NULL}};
        if (outcome->now->track[slot] != outcome->next.track[slot]) {
            line_format(line, outcome, N_("{bloc}: {track} {before} → {after}"), arguments);
        }
    }
}

static void write_controls(Outcome *outcome)
{
    Line line;

    line_start(&line, say(outcome->voice, "Controls: "));
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        int before = outcome->now->track[SLOT_CONTROL + tile];
        int after = outcome->next.track[SLOT_CONTROL + tile];
        const TextArgument arguments[] = {
            {.name = "control", .text = text_tile(outcome->voice, (Tile)tile)},
            {.name = "stage", .number = after},
            {.name = NULL}};
        if (before > 0) {
            line_format(&line, outcome,
                        after > before ? N_("{control} stands at stage {stage}")
                                       : N_("Backlash of {control}"),
                        arguments);
        }
    }
    add_changed_track(&line, outcome, TRACK_EFFICIENCY);
    add_changed_track(&line, outcome, TRACK_SILICON);
    add_changed_track(&line, outcome, TRACK_TRUST);
    if (line.parts > 0) {
        write_line(outcome, &line);
    }
}

/* ---- nations ---- */

/* Left is the US, up is open: as on the board. */
static const char *arrow(int dx, int dy)
{
    if (dx != 0) {
        return dx < 0 ? "←" : "→";
    }
    return dy < 0 ? "↓" : "↑";
}

/* "India ↑ (0, 2)"; false if it stays. */
static bool move_of(char *out, int size, const Outcome *outcome, int nation)
{
    int dx = outcome->next.nation_x[nation] - outcome->now->nation_x[nation];
    int dy = outcome->next.nation_y[nation] - outcome->now->nation_y[nation];
    const TextArgument arguments[] = {
        {.name = "nation", .text = text_nation(outcome->voice, outcome->rules, nation)},
        {.name = "arrow", .text = arrow(dx, dy)},
        {.name = "x", .number = outcome->next.nation_x[nation]},
        {.name = "y", .number = outcome->next.nation_y[nation]},
        {.name = NULL}};

    text_format(out, size, say(outcome->voice, "{nation} {arrow} ({x}, {y})"), arguments);
    return dx != 0 || dy != 0;
}

static int widest_move(const Outcome *outcome)
{
    char move[PART_SIZE];
    int widest = 0;

    for (int nation = 0; nation < outcome->rules->nation_count; nation++) {
        if (move_of(move, sizeof move, outcome, nation)) {
            int width = text_width(move);
            widest = width > widest ? width : widest;
        }
    }
    return widest;
}

/* In columns, as many as have room. */
static void write_moves(Outcome *outcome)
{
    char move[PART_SIZE];
    char cell[PART_SIZE];
    int width = widest_move(outcome) + MOVE_GAP;
    int room = FORECAST_COLUMNS - text_width(deeper);
    int columns = room / width > 1 ? room / width : 1;
    int placed = 0;

    for (int nation = 0; nation < outcome->rules->nation_count; nation++) {
        if (!move_of(move, sizeof move, outcome, nation)) {
            continue;
        }
        if (placed == 0) {
            prose_add(&outcome->out, margin);
            prose_add(&outcome->out, say(outcome->voice, "Moves:"));
        }
        if (placed % columns == 0) {
            prose_add(&outcome->out, "\n");
            prose_add(&outcome->out, deeper);
        } else {
            prose_add(&outcome->out, cell);
        }
        prose_add(&outcome->out, move);
        /* The blanks before the next one. */
        text_pad(cell, sizeof cell, "", width - text_width(move));
        placed++;
    }
    prose_add(&outcome->out, placed == 0 ? "" : "\n");
}

/* Who uses another model than before. */
static void write_users(Outcome *outcome)
{
    const State *now = outcome->now;
    const State *next = &outcome->next;
    Line line;

    line_start(&line, say(outcome->voice, "Change of model: "));
    for (int nation = 0; nation < outcome->rules->nation_count; nation++) {
        int before = stack_at(now->nation_x[nation], now->nation_y[nation]);
        int after = stack_at(next->nation_x[nation], next->nation_y[nation]);
        const TextArgument arguments[] = {
            {.name = "nation", .text = text_nation(outcome->voice, outcome->rules, nation)},
            {.name = "stack", .text = after < 0 ? "" : text_stack(outcome->voice, (Stack)after)},
            {.name = NULL}};
        if (after != before) {
            line_list(&line, outcome, after < 0 ? N_("{nation} → none") : N_("{nation} → {stack}"),
                      arguments);
        }
    }
    if (line.parts > 0) {
        write_line(outcome, &line);
    }
}

/* ---- scoring ---- */

static void add_item(Line *line, const Outcome *outcome, ScoreItem item, int vp)
{
    const TextArgument arguments[] = {
        {.name = "item", .text = text_score_item(outcome->voice, item)},
        {.name = "vp", .number = vp},
        {.name = NULL}};

    if (vp > 0) {
        line_list(line, outcome, N_("{item} {vp}"), arguments);
    }
}

/* The items of a score as those of a bloc. */
static Score score_of(const Score *score, Bloc bloc)
{
    Score own = *score;
    int closed = 2 * (int)bloc;

    own.item[SCORE_ADOPTION] = score->adoption[closed] + score->adoption[closed + 1];
    for (int item = SCORE_ADOPTION + 1; bloc == BLOC_US && item < SCORE_ITEM_COUNT; item++) {
        own.item[item] = -score->item[item];
    }
    return own;
}

static void write_score(Outcome *outcome, Bloc bloc, const Score *score)
{
    const Score own = score_of(score, bloc);
    char prefix[PART_SIZE];
    Line line;
    int sum = 0;

    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        sum += own.item[item] > 0 ? own.item[item] : 0;
    }
    const TextArgument arguments[] = {{.name = "bloc", .text = text_bloc(outcome->voice, bloc)},
                                      {.name = "vp", .number = sum},
                                      {.name = NULL}};
    text_format(
        prefix, sizeof prefix,
        say(outcome->voice, sum > 0 ? N_("{bloc} scores {+vp} VP: ") : N_("{bloc} scores nothing")),
        arguments);
    line_start(&line, prefix);
    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        add_item(&line, outcome, (ScoreItem)item, own.item[item]);
    }
    write_line(outcome, &line);
}

int forecast_print(char *out, int size, const Voice *voice, const Rules *rules, const View *view)
{
    Outcome outcome = {.voice = voice,
                       .rules = rules,
                       .now = &view->known,
                       .out = prose_start(out, size)};
    Score score;

    explain_market(&outcome.next, &outcome.outlook, outcome.now, rules);
    score_now(&outcome.next, rules, &score);
    prose_add(&outcome.out, say(voice, "The market, if the actions ended now:"));
    prose_add(&outcome.out, "\n");
    write_tracks(&outcome);
    write_revenue(&outcome, BLOC_US);
    write_revenue(&outcome, BLOC_CN);
    write_controls(&outcome);
    write_moves(&outcome);
    write_users(&outcome);
    write_score(&outcome, BLOC_US, &score);
    write_score(&outcome, BLOC_CN, &score);
    return outcome.out.length;
}
