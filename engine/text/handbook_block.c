#include "text/handbook_block.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/vocab.h"
#include "text/handbook_value.h"
#include "text/prose.h"
#include "text/text.h"

enum { LINE_SIZE = 4096, PART_SIZE = 1024 };

static void put_line(HandbookLayout *layout, const char *line)
{
    layout_line(layout, line);
}

static void put_words(HandbookLayout *layout, const Handbook *book, const char *msgid)
{
    put_line(layout, say(book->voice, msgid));
}

static void put_format(HandbookLayout *layout, const Handbook *book, const char *msgid,
                       const TextArgument *arguments)
{
    char line[LINE_SIZE];

    text_format(line, sizeof line, say(book->voice, msgid), arguments);
    put_line(layout, line);
}

static void add_to_list(Prose *list, const Handbook *book, const char *item)
{
    if (list->length > 0) {
        prose_add(list, say(book->voice, C_("list", ", ")));
    }
    prose_add(list, item);
}

/* ---- tracks ---- */

/* The scenario whose start the page shows: the full game, else the first. */
static int shown_scenario(const Rules *rules)
{
    for (int i = 0; i < rules->scenario_count; i++) {
        if (rules->scenario[i].full != 0) {
            return i;
        }
    }
    return 0;
}

static void add_start(Prose *out, const Handbook *book, Track track, int subject)
{
    const Scenario *scenario = &book->rules->scenario[shown_scenario(book->rules)];
    int value = scenario->start[vocab_track[track].slot + subject];

    if (track == TRACK_LICENCE) {
        prose_add(out, text_licence(book->voice, (Licence)value));
    } else {
        prose_add_number(out, value, false);
    }
}

/* "6", "5 / 1"; of stacks "4, 2 / 3, 3". */
static void add_starts(Prose *out, const Handbook *book, Track track)
{
    const TrackInfo *info = &vocab_track[track];
    int step = info->scope == SCOPE_SEAT ? 2 : 1; /* both seats of a bloc start alike */
    bool of_stack = info->scope == SCOPE_STACK;

    for (int subject = 0; subject < info->size; subject += step) {
        prose_add(out, subject == 0 ? "" : of_stack && subject % 2 == 1 ? ", " : " / ");
        add_start(out, book, track, subject);
    }
}

static void put_track(HandbookLayout *layout, const Handbook *book, Track track)
{
    const TrackInfo *info = &vocab_track[track];
    char start[PART_SIZE];
    Prose prose = prose_start(start, sizeof start);

    if (track == TRACK_COMPUTE) {
        prose_add(&prose, say(book->voice, C_("start", "income")));
    } else {
        add_starts(&prose, book, track);
    }
    const TextArgument arguments[] = {
        {.name = "track", .text = text_track(book->voice, track)},
        {.name = "least", .number = info->least},
        {.name = "most", .number = info->most},
        {.name = "start", .text = start},
        {.name = "meaning", .text = text_track_meaning(book->voice, track)},
        {.name = NULL}};
    put_format(layout, book,
               track == TRACK_LICENCE ? N_("| {track} | – | – | at the start {start} |")
                                      : N_("| {track} | {least}–{most} | {start} | {meaning} |"),
               arguments);
}

static void put_tracks(HandbookLayout *layout, const Handbook *book)
{
    static const Track shown[] = {
        TRACK_FRONTIER,    TRACK_QUALITY, TRACK_LICENCE,     TRACK_COMPUTE,   TRACK_CAPITAL,
        TRACK_DATACENTRES, TRACK_SILICON, TRACK_EFFICIENCY,  TRACK_INDUSTRY,  TRACK_TRUST,
        TRACK_PRICE,       TRACK_RISK,    TRACK_BIFURCATION, TRACK_VALUATION,
    };

    put_words(layout, book, N_("| track | range | start, US / China | what it is |"));
    put_line(layout, "|---|---|---|---|");
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        put_track(layout, book, shown[i]);
    }
}

/* ---- scenarios ---- */

static const char *yes_or_no(const Handbook *book, bool yes)
{
    return say(book->voice, yes ? C_("table", "yes") : C_("table", "no"));
}

/* "US +1", "–". */
static void add_extra_capital(Prose *out, const Handbook *book, const Scenario *row)
{
    char item[PART_SIZE];

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        const TextArgument arguments[] = {
            {.name = "bloc", .text = text_bloc(book->voice, (Bloc)bloc)},
            {.name = "capital", .number = row->extra_capital[bloc]},
            {.name = NULL}};
        if (row->extra_capital[bloc] != 0) {
            text_format(item, sizeof item, say(book->voice, "{bloc} {+capital}"), arguments);
            add_to_list(out, book, item);
        }
    }
    prose_add(out, out->length == 0 ? "–" : "");
}

static void put_scenario_row(HandbookLayout *layout, const Handbook *book, const Scenario *row)
{
    char capital[PART_SIZE];
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
    put_format(layout, book,
               N_("| `{id}` | {rounds} | {acts} | {two} / {four} | {headline} | {capital} |"),
               arguments);
}

static void add_systems(Prose *out, const Handbook *book, const Scenario *row)
{
    for (int system = 0; system < SYSTEM_COUNT; system++) {
        if ((row->systems >> system & 1) != 0) {
            add_to_list(out, book, text_system(book->voice, (System)system));
        }
    }
    if (out->length == 0) {
        prose_add(out, say(book->voice, C_("systems", "none")));
    }
}

static void add_eras(Prose *out, const Handbook *book, const Scenario *row)
{
    char item[PART_SIZE];

    for (int era = 0; era < ERA_COUNT; era++) {
        const TextArgument arguments[] = {{.name = "era", .text = text_era(book->voice, (Era)era)},
                                          {.name = "round", .number = row->era_round[era]},
                                          {.name = NULL}};
        if (row->era_round[era] > 0) {
            text_format(item, sizeof item, say(book->voice, "{era} from round {round}"), arguments);
            add_to_list(out, book, item);
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
    const Scenario *shown = &book->rules->scenario[shown_scenario(book->rules)];
    const TrackInfo *info = &vocab_track[track];
    char item[PART_SIZE];

    for (int subject = 0; subject < info->size; subject++) {
        int slot = info->slot + subject;
        const TextArgument arguments[] = {
            {.name = "whose", .text = start_owner(book, info->scope, subject)},
            {.name = "track", .text = text_track(book->voice, track)},
            {.name = "value", .number = row->start[slot]},
            {.name = NULL}};
        if (row->start[slot] != shown->start[slot]) {
            text_format(item, sizeof item, say(book->voice, start_words(info->scope)), arguments);
            add_to_list(out, book, item);
        }
    }
}

static void put_scenario_item(HandbookLayout *layout, const Handbook *book, int index)
{
    const Scenario *row = &book->rules->scenario[index];
    char systems[PART_SIZE];
    char eras[PART_SIZE];
    char starts[LINE_SIZE];
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
    put_format(layout, book,
               starts[0] == '\0'
                   ? N_("- `{id}` *{title}*. {summary} Systems: {systems}. Cards: {eras}.")
                   : N_("- `{id}` *{title}*. {summary} Systems: {systems}. Cards: {eras}. Starts "
                        "with {starts}."),
               arguments);
}

static void put_scenarios(HandbookLayout *layout, const Handbook *book)
{
    const Rules *rules = book->rules;

    put_words(layout, book,
              N_("| scenario | rounds | cards played | hand of 2 / 4 seats | headlines | more "
                 "capital |"));
    put_line(layout, "|---|---|---|---|---|---|");
    for (int i = 0; i < rules->scenario_count; i++) {
        put_scenario_row(layout, book, &rules->scenario[i]);
    }
    put_line(layout, "");
    for (int i = 0; i < rules->scenario_count; i++) {
        put_scenario_item(layout, book, i);
    }
}

/* ---- nations ---- */

static void put_nation(HandbookLayout *layout, const Handbook *book, int index)
{
    const Nation *row = &book->rules->nation[index];
    char role[PART_SIZE];
    Prose prose = prose_start(role, sizeof role);

    prose_add(&prose, text_role(book->voice, (Role)row->role));
    if (row->chain != 0) {
        add_to_list(&prose, book, say(book->voice, C_("role", "chain")));
    }
    const TextArgument arguments[] = {
        {.name = "nation", .text = text_nation(book->voice, book->rules, index)},
        {.name = "x", .number = row->x},
        {.name = "y", .number = row->y},
        {.name = "weight", .number = row->weight},
        {.name = "strictness", .number = row->strictness},
        {.name = "need", .text = text_need(book->voice, (Need)row->need)},
        {.name = "role", .text = role[0] == '\0' ? "–" : role},
        {.name = NULL}};
    put_format(layout, book,
               N_("| {nation} | {x}, {y} | {weight} | {strictness} | {need} | {role} |"),
               arguments);
}

static void put_nations(HandbookLayout *layout, const Handbook *book)
{
    put_words(layout, book, N_("| nation | x, y | weight | strictness | need | role |"));
    put_line(layout, "|---|---|---|---|---|---|");
    for (int i = 0; i < book->rules->nation_count; i++) {
        put_nation(layout, book, i);
    }
}

/* ---- parameters ---- */

static void put_parameters(HandbookLayout *layout, const Handbook *book)
{
    const Voice *voice = book->voice;

    for (int i = 0; i < vocab_param_count; i++) {
        const ParamInfo *info = &vocab_param[i];
        char values[PART_SIZE];
        Prose prose = prose_start(values, sizeof values);
        for (int which = 0; which < info->count; which++) {
            prose_add(&prose, which == 0 ? "" : say(voice, C_("list", ", ")));
            prose_add_number(&prose, book->rules->param[info->slot + which], false);
        }
        const TextArgument arguments[] = {
            {.name = "name", .text = info->name},
            {.name = "values", .text = values},
            {.name = "meaning", .text = text_param_meaning(voice, book->rules, info->slot)},
            {.name = NULL}};
        put_format(layout, book, N_("- `{name}` = {values}. {meaning}"), arguments);
    }
}

/* ---- cards ---- */

/* Both pieces of text may be as long as a card can say. */
static void put_card(HandbookLayout *layout, const Handbook *book, int card)
{
    char line[CARD_TEXT_SIZE + PART_SIZE];
    char text[CARD_TEXT_SIZE];
    Prose prose = prose_start(line, sizeof line);

    text_card_head(text, sizeof text, book->voice, book->rules, card);
    prose_add(&prose, "- ");
    prose_add(&prose, text);
    put_line(layout, line);
    text_card_event(text, sizeof text, book->voice, book->rules, card);
    prose = prose_start(line, sizeof line);
    prose_add(&prose, "  - ");
    prose_add(&prose, text);
    put_line(layout, line);
    text_card_concept(text, sizeof text, book->voice, book->rules, card);
    prose = prose_start(line, sizeof line);
    prose_add(&prose, "  - *");
    prose_add(&prose, text);
    prose_add(&prose, "*");
    put_line(layout, line);
}

static void put_cards(HandbookLayout *layout, const Handbook *book)
{
    static const char *const heading[ERA_COUNT] = {
        [ERA_EARLY] = N_("### Early cards"),
        [ERA_MID] = N_("### Mid cards"),
        [ERA_LATE] = N_("### Late cards"),
    };

    for (int era = 0; era < ERA_COUNT; era++) {
        if (era > 0) {
            put_line(layout, "");
        }
        put_words(layout, book, heading[era]);
        put_line(layout, "");
        for (int card = 0; card < book->rules->card_count; card++) {
            if (book->rules->card[card].era == era) {
                put_card(layout, book, card);
            }
        }
    }
}

HandbookBlock *handbook_block(const char *line)
{
    static const struct {
        const char *line;
        HandbookBlock *block;
    } blocks[] = {
        {"{table:tracks}", put_tracks},   {"{table:scenarios}", put_scenarios},
        {"{table:nations}", put_nations}, {"{list:parameters}", put_parameters},
        {"{list:cards}", put_cards},
    };

    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
        if (strcmp(line, blocks[i].line) == 0) {
            return blocks[i].block;
        }
    }
    return NULL;
}
