/* The lines of operations that a card may be spent on: each with its cost, or why it is closed. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/action.h"
#include "core/seats.h"
#include "core/track.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/icon.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/table.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { LABEL_SIZE = 128, LINES = 13, COLUMNS = 5, ROWS = 3 };

static Action make(Verb verb, int argument)
{
    return (Action){.verb = (uint8_t)verb, .argument = (uint8_t)argument};
}

static Icon icon_of_verb(Verb verb)
{
    static const Icon icon[VERB_COUNT] = {
        [VERB_TRAIN] = ICON_LAB,
        [VERB_OPTIMISE] = ICON_EFFICIENCY,
        [VERB_INTEGRATE] = ICON_INDUSTRY,
        [VERB_BUILD_DATACENTRE] = ICON_DATACENTRE,
        [VERB_BUILD_SILICON] = ICON_SILICON,
        [VERB_RELEASE_API] = ICON_CLOSED,
        [VERB_RELEASE_OPEN] = ICON_OPEN,
        [VERB_RELEASE_CONDITIONAL] = ICON_OPEN,
        [VERB_SAFEGUARD_TRUST] = ICON_TRUST,
        [VERB_SAFEGUARD_RISK] = ICON_RISK,
        [VERB_COURT_ALIGN] = ICON_COURT,
        [VERB_COURT_OPEN] = ICON_UP,
        [VERB_COURT_CLOSE] = ICON_DOWN,
    };

    return icon[verb];
}

static void label_of(char *out, int size, const Table *table, Action action)
{
    const Voice *voice = table->scene->voice;
    Verb verb = (Verb)action.verb;
    bool is_tile = verb == VERB_IMPOSE || verb == VERB_LIFT;
    const TextArgument words[] = {
        words_text("control", is_tile ? text_tile(voice, (Tile)action.argument) : ""), words_end};
    static const char *const label[VERB_COUNT] = {
        [VERB_TRAIN] = C_("operation", "Train"),
        [VERB_OPTIMISE] = C_("operation", "Optimise"),
        [VERB_INTEGRATE] = C_("operation", "Integrate"),
        [VERB_BUILD_DATACENTRE] = C_("operation", "Datacentre"),
        [VERB_BUILD_SILICON] = C_("operation", "Silicon"),
        [VERB_RELEASE_API] = C_("operation", "API"),
        [VERB_RELEASE_OPEN] = C_("operation", "Permissive"),
        [VERB_RELEASE_CONDITIONAL] = C_("operation", "Conditional"),
        [VERB_IMPOSE] = C_("operation", "Impose {control}"),
        [VERB_LIFT] = C_("operation", "Lift {control}"),
        [VERB_SAFEGUARD_TRUST] = C_("operation", "Trust +1"),
        [VERB_SAFEGUARD_RISK] = C_("operation", "Risk −1"),
        [VERB_COURT_ALIGN] = C_("operation", "To your side"),
        [VERB_COURT_OPEN] = C_("operation", "Toward open"),
        [VERB_COURT_CLOSE] = C_("operation", "Toward closed"),
    };

    text_format(out, size, say(voice, label[verb]), words);
}

/* "7" and the coin; "" for what costs a point only. */
static void cost_of(char *out, int size, const Table *table, Action action)
{
    bool capital;
    int cost = scene_cost(table->scene, action, &capital);
    char icon[ICON_TEXT_SIZE];

    icon_text(icon, capital ? ICON_CAPITAL : ICON_COMPUTE);
    out[0] = '\0';
    if (cost > 0) {
        snprintf(out, (size_t)size, "%d%s", cost, icon);
    }
}

/* A button that makes the choice; pointed at it tells what would follow. */
static void operation_button(Table *table, Box box, Action action, Icon icon)
{
    const Scene *scene = table->scene;
    char label[LABEL_SIZE];
    char cost[LABEL_SIZE];
    const Subject subject = {.kind = SUBJECT_ACTION, .action = action};
    int index = scene_find(scene, (Verb)action.verb, action.argument);
    uint32_t id = ui_id("operation", action.verb * 256 + action.argument);
    bool hot = table->ui->by_key ? table->ui->focus == id : table->ui->hot == id;

    label_of(label, sizeof label, table, action);
    cost_of(cost, sizeof cost, table, action);
    if (hot && index >= 0) {
        table_point(table, action);
    }
    table_show(table, (UiTouch){.hot = hot}, box, &subject);
    const Button button = {.id = id,
                           .label = label,
                           .icon = (int)icon,
                           .detail = cost[0] == '\0' ? NULL : cost,
                           .refusal = index < 0 ? "" : NULL}; /* the inspector tells */
    if (ui_button(table->ui, box, &button)) {
        desk_choose(table->desk, action);
    }
}

void table_operations(Table *table, Box box)
{
    static const Verb verbs[] = {
        VERB_TRAIN,           VERB_OPTIMISE,      VERB_INTEGRATE,    VERB_BUILD_DATACENTRE,
        VERB_BUILD_SILICON,   VERB_RELEASE_API,   VERB_RELEASE_OPEN, VERB_RELEASE_CONDITIONAL,
        VERB_SAFEGUARD_TRUST, VERB_SAFEGUARD_RISK};
    enum { PLAIN = sizeof verbs / sizeof verbs[0] };
    int columns = box.w < 480 ? COLUMNS - 1 : COLUMNS;
    int rows = columns == COLUMNS ? ROWS : ROWS + 1;
    int n = 0;

    for (; n < PLAIN; n++) {
        operation_button(table,
                         box_column(box_row(box, n / columns, rows, 6), n % columns, columns, 6),
                         make(verbs[n], 0), icon_of_verb(verbs[n]));
    }
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        if (tile_owner((Tile)tile) == seat_bloc(table->scene->chooser)) {
            Verb verb = in_force(&table->scene->view.known, (Tile)tile) ? VERB_LIFT : VERB_IMPOSE;
            operation_button(
                table, box_column(box_row(box, n / columns, rows, 6), n % columns, columns, 6),
                make(verb, tile), icon_of_tile((Tile)tile));
            n++;
        }
    }
}

void table_courts(Table *table, Box box)
{
    int nation = table->desk->table.nation;

    for (int n = 0; n < 3; n++) {
        Verb verb = (Verb)(VERB_COURT_ALIGN + n);
        operation_button(table, box_row(box, n, 3, 5), make(verb, nation), icon_of_verb(verb));
    }
}
