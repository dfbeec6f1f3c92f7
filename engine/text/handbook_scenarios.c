/* The scenarios of the handbook: a table, and a line on each. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/vocab.h"
#include "text/handbook.h"
#include "text/handbook_layout.h"
#include "text/handbook_parts.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"

static const char *yes_or_no(const Handbook *book, bool yes)
{
    return say(book->voice, yes ? C_("table", "yes") : C_("table", "no"));
}

/* "US +1", "–". */
static void add_extra_capital(Prose *out, const Handbook *book, const Scenario *row)
{
    char item[BLOCK_PART_SIZE];

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        const TextArgument arguments[] = {
            {.name = "bloc", .text = text_bloc(book->voice, (Bloc)bloc)},
            {.name = "capital", .number = row->extra_capital[bloc]},
            {.name = NULL}};
        if (row->extra_capital[bloc] != 0) {
            text_format(item, sizeof item, say(book->voice, "{bloc} {+capital}"), arguments);
            block_list(out, book, item);
        }
    }
    prose_add(out, out->length == 0 ? "–" : "");
}

static void put_scenario_row(HandbookLayout *layout, const Handbook *book, const Scenario *row)
{
    char capital[BLOCK_PART_SIZE];
    Prose prose = prose_start(capital, sizeof capital);

    add_extra_capital(&prose, book, row);
    const TextArgument arguments[] = {
        {.name = "id", .text = row->id},
        {.name = "rounds", .number = row->rounds},
        {.name = "acts", .number = row->acts},
        {.name = "two", .number = row->hand[0]},
        {.name = "four", .number = row->hand[1]},
        {.name = "headline", .text = yes_or_no(book, row->headline != 0)},
        {.name = "capital", .text = capital},
        {.name = NULL}};
    block_format(layout, book,
                 N_("| `{id}` | {rounds} | {acts} | {two} / {four} | {headline} | {capital} |"),
                 arguments);
}

static void add_systems(Prose *out, const Handbook *book, const Scenario *row)
{
    for (int system = 0; system < SYSTEM_COUNT; system++) {
        if ((row->systems >> system & 1) != 0) {
            block_list(out, book, text_system(book->voice, (System)system));
        }
    }
    if (out->length == 0) {
        prose_add(out, say(book->voice, C_("systems", "none")));
    }
}

static void add_eras(Prose *out, const Handbook *book, const Scenario *row)
{
    char item[BLOCK_PART_SIZE];

    for (int era = 0; era < ERA_COUNT; era++) {
        const TextArgument arguments[] = {{.name = "era", .text = text_era(book->voice, (Era)era)},
                                          {.name = "round", .number = row->era_round[era]},
                                          {.name = NULL}};
        if (row->era_round[era] > 0) {
            text_format(item, sizeof item, say(book->voice, "{era} from round {round}"), arguments);
            block_list(out, book, item);
        }
    }
}

static const char *start_owner(const Handbook *book, Scope scope, int subject)
{
    switch (scope) {
    case SCOPE_TILE:
        return text_tile(book->voice, (Tile)subject);
    case SCOPE_BLOC:
        return text_bloc(book->voice, (Bloc)subject);
    case SCOPE_STACK:
    case SCOPE_SEAT:
        return text_stack(book->voice, (Stack)subject);
    case SCOPE_WORLD:
        break;
    }
    return "";
}

static const char *start_words(Scope scope)
{
    switch (scope) {
    case SCOPE_TILE:
        return N_("{whose} in force at stage {value}");
    case SCOPE_WORLD:
        return N_("{track} {value}");
    case SCOPE_BLOC:
    case SCOPE_STACK:
    case SCOPE_SEAT:
        break;
    }
    return N_("{whose}: {track} {value}");
}

/* Where a scenario starts otherwise than the one that is shown. */
static void add_other_starts(Prose *out, const Handbook *book, const Scenario *row, Track track)
{
    const Scenario *shown = &book->rules->scenario[block_scenario(book->rules)];
    const TrackInfo *info = &vocab_track[track];
    char item[BLOCK_PART_SIZE];

    for (int subject = 0; subject < info->size; subject++) {
        int slot = info->slot + subject;
        const TextArgument arguments[] = {
            {.name = "whose", .text = start_owner(book, info->scope, subject)},
            {.name = "track", .text = text_track(book->voice, track)},
            {.name = "value", .number = row->start[slot]},
            {.name = NULL}};
        if (row->start[slot] != shown->start[slot]) {
            text_format(item, sizeof item, say(book->voice, start_words(info->scope)), arguments);
            block_list(out, book, item);
        }
    }
}

static void put_scenario_item(HandbookLayout *layout, const Handbook *book, int index)
{
    const Scenario *row = &book->rules->scenario[index];
    char systems[BLOCK_PART_SIZE];
    char eras[BLOCK_PART_SIZE];
    char starts[BLOCK_LINE_SIZE];
    Prose prose = prose_start(systems, sizeof systems);

    add_systems(&prose, book, row);
    prose = prose_start(eras, sizeof eras);
    add_eras(&prose, book, row);
    prose = prose_start(starts, sizeof starts);
    for (int track = 0; track < TRACK_COUNT; track++) {
        add_other_starts(&prose, book, row, (Track)track);
    }
    const TextArgument arguments[] = {
        {.name = "id", .text = row->id},
        {.name = "title", .text = text_scenario(book->voice, book->rules, index)},
        {.name = "summary", .text = text_scenario_summary(book->voice, book->rules, index)},
        {.name = "systems", .text = systems},
        {.name = "eras", .text = eras},
        {.name = "starts", .text = starts},
        {.name = NULL}};
    block_format(layout, book,
                 starts[0] == '\0'
                     ? N_("- `{id}` *{title}*. {summary} Systems: {systems}. Cards: {eras}.")
                     : N_("- `{id}` *{title}*. {summary} Systems: {systems}. Cards: {eras}. Starts "
                          "with {starts}."),
                 arguments);
}

void block_scenarios(HandbookLayout *layout, const Handbook *book)
{
    const Rules *rules = book->rules;

    block_words(layout, book,
                N_("| scenario | rounds | cards played | hand of 2 / 4 seats | headlines | more "
                   "capital |"));
    layout_line(layout, "|---|---|---|---|---|---|");
    for (int i = 0; i < rules->scenario_count; i++) {
        put_scenario_row(layout, book, &rules->scenario[i]);
    }
    layout_line(layout, "");
    for (int i = 0; i < rules->scenario_count; i++) {
        put_scenario_item(layout, book, i);
    }
}
