#include <stdio.h>

#include "app/flow.h"
#include "app/play.h"
#include "core/vocab.h"

typedef struct VerbRow {
    const char *text, *meaning;
} VerbRow;

static const VerbRow verb_row[VERB_COUNT] = {
#define VERB(id, text, argument, meaning) {text, meaning},
#include "core/verbs.def"

#undef VERB
};

static void print_row(const char *name, const char *meaning)
{
    Flow flow = flow_begin(23, "");

    printf("  %-20s ", name);
    flow.column = 23;
    flow_add(&flow, 0, "%s", meaning);
    flow_end(&flow);
}

static void print_track(const TrackInfo *info)
{
    enum { MEANING_SIZE = 160 };
    char meaning[MEANING_SIZE];

    snprintf(meaning, sizeof meaning, "%s, %d to %d", info->meaning, info->least, info->most);
    print_row(info->text, meaning);
}

void table_print_help(void)
{
    printf("\nType the number of an action, its words, or as many of its first letters as tell it\n"
           "from the others.  Also:\n");
    print_row("card ID", "what a card does and why it is in the game");
    print_row("board", "the map, the tracks and your actions again");
    print_row("help", "this");
    print_row("quit", "end the game");
    printf("\nThe map: nations stand between the US (left) and China (right), and between closed\n"
           "models (down) and open ones (up); a nation in a corner uses the model of that corner.\n"
           "Its weight and what it needs most stand below the map.\n"
           "\nActions:\n");
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        print_row(verb_row[verb].text, verb_row[verb].meaning);
    }
    printf("\nTracks:\n");
    for (int track = 0; track < TRACK_COUNT; track++) {
        print_track(&vocab_track[track]);
    }
    printf("\nThe rules of play are in rules/RULES.md.\n\n");
}
