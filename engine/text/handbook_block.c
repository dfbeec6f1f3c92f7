#include "text/handbook_block.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/rules.h"
#include "core/vocab.h"
#include "text/handbook_parts.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"

/* ---- what blocks share ---- */

void block_words(HandbookLayout *layout, const Handbook *book, const char *msgid)
{
    layout_line(layout, say(book->voice, msgid));
}

void block_format(HandbookLayout *layout, const Handbook *book, const char *msgid,
                  const TextArgument *arguments)
{
    char line[BLOCK_LINE_SIZE];

    text_format(line, sizeof line, say(book->voice, msgid), arguments);
    layout_line(layout, line);
}

void block_list(Prose *list, const Handbook *book, const char *item)
{
    if (list->length > 0) {
        prose_add(list, say(book->voice, C_("list", ", ")));
    }
    prose_add(list, item);
}

int block_scenario(const Rules *rules)
{
    for (int i = 0; i < rules->scenario_count; i++) {
        if (rules->scenario[i].full != 0) {
            return i;
        }
    }
    return 0;
}

/* ---- tracks ---- */

static void add_start(Prose *out, const Handbook *book, Track track, int subject)
{
    const Scenario *scenario = &book->rules->scenario[block_scenario(book->rules)];
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
    char start[BLOCK_PART_SIZE];
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
    block_format(layout, book,
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

    block_words(layout, book, N_("| track | range | start, US / China | what it is |"));
    layout_line(layout, "|---|---|---|---|");
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        put_track(layout, book, shown[i]);
    }
}

/* ---- nations ---- */

static void put_nation(HandbookLayout *layout, const Handbook *book, int index)
{
    const Nation *row = &book->rules->nation[index];
    char role[BLOCK_PART_SIZE];
    Prose prose = prose_start(role, sizeof role);

    prose_add(&prose, text_role(book->voice, (Role)row->role));
    if (row->chain != 0) {
        block_list(&prose, book, say(book->voice, C_("role", "chain")));
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
    block_format(layout, book,
                 N_("| {nation} | ({x}, {y}) | {weight} | {strictness} | {need} | {role} |"),
                 arguments);
}

static void put_nations(HandbookLayout *layout, const Handbook *book)
{
    block_words(layout, book, N_("| nation | (x, y) | weight | strictness | need | role |"));
    layout_line(layout, "|---|---|---|---|---|---|");
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
        char values[BLOCK_PART_SIZE];
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
        block_format(layout, book, N_("- `{name}` = {values}. {meaning}"), arguments);
    }
}

/* ---- cards ---- */

/* Both pieces of text may be as long as a card can say. */
static void put_card(HandbookLayout *layout, const Handbook *book, int card)
{
    char line[CARD_TEXT_SIZE + BLOCK_PART_SIZE];
    char text[CARD_TEXT_SIZE];
    Prose prose = prose_start(line, sizeof line);

    text_card_head(text, sizeof text, book->voice, book->rules, card);
    prose_add(&prose, "- ");
    prose_add(&prose, text);
    layout_line(layout, line);
    text_card_event(text, sizeof text, book->voice, book->rules, card);
    prose = prose_start(line, sizeof line);
    prose_add(&prose, "  - ");
    prose_add(&prose, text);
    layout_line(layout, line);
    text_card_concept(text, sizeof text, book->voice, book->rules, card);
    prose = prose_start(line, sizeof line);
    prose_add(&prose, "  - *");
    prose_add(&prose, text);
    prose_add(&prose, "*");
    layout_line(layout, line);
}

static void put_cards_of(HandbookLayout *layout, const Handbook *book, Era era)
{
    for (int card = 0; card < book->rules->card_count; card++) {
        if (book->rules->card[card].era == era) {
            put_card(layout, book, card);
        }
    }
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
            layout_line(layout, "");
        }
        block_words(layout, book, heading[era]);
        layout_line(layout, "");
        put_cards_of(layout, book, (Era)era);
    }
}

HandbookBlock *handbook_block(const char *line)
{
    static const struct {
        const char *line;
        HandbookBlock *block;
    } blocks[] = {
        {"{table:tracks}", put_tracks},   {"{table:scenarios}", block_scenarios},
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
