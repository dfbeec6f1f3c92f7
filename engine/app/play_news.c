/* Every event of the kernel as a phrase: those that begin something begin a line, what follows from
 * them flows behind. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "app/flow.h"
#include "app/play.h"
#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/score.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"

enum { PHRASE_SIZE = 160 };

typedef struct News {
    const Table *table;
    Flow flow;
    bool open;            /* a line is begun */
    int drawn[SEATS_MAX]; /* cards that other seats have drawn since the last other event */
} News;

typedef void Say(char text[PHRASE_SIZE], const Table *table, const Event *event);

static const char *title(const Table *table, int card)
{
    return rules_text_in(table->rules, table->rules->card[card].title, LANGUAGE_EN);
}

static const char *seat_name(const Table *table, int seat)
{
    return vocab_seat(table->view.known.seat_count, seat);
}

static void say_start(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "Round %d begins, %s acts first", event->subject,
             vocab_bloc[event->a]);
}

static void say_shuffled(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "%d cards are shuffled into the draw pile", event->subject);
}

static void say_drew(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    snprintf(text, PHRASE_SIZE, "%s draws %s", seat_name(table, event->subject),
             table->rules->card[event->a].id);
}

static void say_discarded(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    snprintf(text, PHRASE_SIZE, "%s loses %s %.80s at random", seat_name(table, event->subject),
             table->rules->card[event->a].id, title(table, event->a));
}

static void say_committed(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "%s commits a headline", vocab_bloc[event->subject]);
}

static void say_revealed(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    snprintf(text, PHRASE_SIZE, "The headline of %s is %s %.80s", vocab_bloc[event->subject],
             table->rules->card[event->a].id, title(table, event->a));
}

static void say_played(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    snprintf(text, PHRASE_SIZE, "%s plays %s %.80s: %s", seat_name(table, event->subject),
             table->rules->card[event->a].id, title(table, event->a), vocab_verb[event->b]);
}

static void say_passed(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    snprintf(text, PHRASE_SIZE, "%s holds no card and passes", seat_name(table, event->subject));
}

static void say_resolving(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    snprintf(text, PHRASE_SIZE, "Event %s for %s", table->rules->card[event->a].id,
             vocab_bloc[event->b]);
}

static void say_operated(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    Action action = {.verb = (uint8_t)event->a, .argument = (uint8_t)event->b};
    char words[ACTION_TEXT_SIZE];

    action_print(words, action, table->rules);
    snprintf(text, PHRASE_SIZE, "%s: %s", seat_name(table, event->subject), words);
}

/* Whose track it is: "US ", "UC ", "CHIPS " or "" for the world's. */
static const char *track_subject(const Table *table, const TrackInfo *info, int subject)
{
    switch (info->scope) {
    case SCOPE_STACK:
        return vocab_stack[subject];
    case SCOPE_BLOC:
        return vocab_bloc[subject];
    case SCOPE_SEAT:
        return seat_name(table, subject);
    case SCOPE_TILE:
        return vocab_tile[subject];
    case SCOPE_WORLD:
        break;
    }
    return "";
}

static const TrackInfo *find_track(int slot)
{
    const TrackInfo *info = vocab_track;

    while (slot >= info->slot + info->size) {
        info++;
    }
    return info;
}

static void say_track(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    const TrackInfo *info = find_track(event->subject);
    const char *whose = track_subject(table, info, event->subject - info->slot);

    text[0] = '\0';
    if (info == &vocab_track[TRACK_KNOWN] ||
        (info == &vocab_track[TRACK_PLATEAU] && table->view.known.track[SLOT_KNOWN] == 0)) {
        return; /* the revelation is told as such; a hidden tile is nobody's news */
    }
    if (info == &vocab_track[TRACK_LICENCE]) {
        snprintf(text, PHRASE_SIZE, "%s licence %s", whose,
                 event->b == LICENCE_PERMISSIVE ? "permissive" : "conditional");
        return;
    }
    snprintf(text, PHRASE_SIZE, "%s%s%s %d->%d", whose, whose[0] == '\0' ? "" : " ", info->text,
             event->a, event->b);
}

typedef struct Place {
    int x, y;
} Place;

/* An event packs a place as x * 16 + y with y within -8 .. 7. */
static Place unpack_place(int packed)
{
    enum { PACK = 16, HALF = 8 };
    int y = (packed + PACK * PACK + HALF) % PACK - HALF;

    return (Place){.x = (packed - y) / PACK, .y = y};
}

static void say_moved(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    Place from = unpack_place(event->a);
    Place to = unpack_place(event->b);

    snprintf(text, PHRASE_SIZE, "%s %d,%d->%d,%d", table->rules->nation[event->subject].id, from.x,
             from.y, to.x, to.y);
}

static void say_released(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    bool open = event->subject % 2 == 1;

    (void)table;
    snprintf(text, PHRASE_SIZE, "%s releases quality %d%s", vocab_stack[event->subject], event->a,
             !open                            ? " behind its API"
             : event->b == LICENCE_PERMISSIVE ? ", open and permissive"
                                              : ", open and conditional");
}

static void say_triggered(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    snprintf(text, PHRASE_SIZE, "The trigger of %s runs for %s", table->rules->card[event->a].id,
             vocab_bloc[event->subject]);
}

static void say_trigger_set(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    snprintf(text, PHRASE_SIZE, "%s waits for the other bloc with %s", vocab_bloc[event->subject],
             table->rules->card[event->a].id);
}

static void say_modified(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "%s %s %+d", vocab_bloc[event->subject], vocab_modifier[event->a],
             event->b);
}

static void say_die(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "the die shows %d, %d is needed", event->subject, event->a);
}

static void say_plateau(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "the plateau tile is %d", event->subject);
}

static void say_served(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "Market: %s serves weight %d for a revenue of %d",
             vocab_bloc[event->subject], event->b, event->a);
}

static void say_throttled(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    snprintf(text, PHRASE_SIZE, "%s is throttled by %s", table->rules->nation[event->subject].id,
             vocab_stack[event->a]);
}

static void say_backlash(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "Backlash of %s", vocab_tile[event->subject]);
}

static void say_crash(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "The valuation crashes to %d", event->subject);
}

static void say_incident(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "Incident die: %d, it happens at %d or less", event->subject,
             event->a);
}

static void say_scored(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    static const char *const item[SCORE_ITEM_COUNT] = {"adoption", "standards", "capital stock",
                                                       "safe supplier", "physical AI"};
    bool pool = event->a >= STACK_COUNT;

    (void)table;
    snprintf(text, PHRASE_SIZE, "%s: %s%s +%d", item[event->subject],
             pool ? vocab_bloc[event->a - STACK_COUNT] : vocab_stack[event->a], pool ? " pool" : "",
             event->b);
}

static void say_ended(char text[PHRASE_SIZE], const Table *table, const Event *event)
{
    (void)table;
    snprintf(text, PHRASE_SIZE, "The game ends: %s, %s wins", vocab_ending[event->a],
             vocab_bloc[event->subject]);
}

typedef struct Phrase {
    Say *say;
    bool begins_line;
} Phrase;

static const Phrase phrases[EVENT_KIND_COUNT] = {
    [EVENT_START] = {say_start, true},
    [EVENT_SHUFFLED] = {say_shuffled, false},
    [EVENT_DREW] = {say_drew, false},
    [EVENT_DISCARDED] = {say_discarded, false},
    [EVENT_COMMITTED] = {say_committed, true},
    [EVENT_REVEALED] = {say_revealed, true},
    [EVENT_PLAYED] = {say_played, true},
    [EVENT_PASSED] = {say_passed, true},
    [EVENT_RESOLVING] = {say_resolving, true},
    [EVENT_OPERATED] = {say_operated, true},
    [EVENT_TRACK] = {say_track, false},
    [EVENT_MOVED] = {say_moved, false},
    [EVENT_RELEASED] = {say_released, false},
    [EVENT_TRIGGERED] = {say_triggered, true},
    [EVENT_TRIGGER_SET] = {say_trigger_set, false},
    [EVENT_MODIFIED] = {say_modified, false},
    [EVENT_DIE] = {say_die, false},
    [EVENT_PLATEAU] = {say_plateau, false},
    [EVENT_SERVED] = {say_served, true},
    [EVENT_THROTTLED] = {say_throttled, false},
    [EVENT_BACKLASH] = {say_backlash, true},
    [EVENT_CRASH] = {say_crash, true},
    [EVENT_INCIDENT] = {say_incident, true},
    [EVENT_SCORED] = {say_scored, false},
    [EVENT_ENDED] = {say_ended, true},
};

static void tell(News *news, const char *text, bool begins_line)
{
    enum { INDENT = 4 };

    if (news->open && !begins_line) {
        putchar(',');
        news->flow.column++;
        flow_add(&news->flow, 1, "%s", text);
        return;
    }
    if (news->open) {
        flow_end(&news->flow);
    }
    news->flow = flow_begin(INDENT, "");
    printf("  ");
    news->flow.column = 2;
    printf("%s", text);
    news->flow.column += text_columns(text);
    news->open = true;
}

/* How many cards the others drew, once for all the turns of a deal. */
static void tell_draws(News *news)
{
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        char text[PHRASE_SIZE];
        int count = news->drawn[seat];
        if (count > 0) {
            snprintf(text, sizeof text, "%s draws %d card%s", seat_name(news->table, seat), count,
                     count == 1 ? "" : "s");
            tell(news, text, false);
            news->drawn[seat] = 0;
        }
    }
}

/* Scoring tells its points itself; the track's change would say them twice. */
static bool is_told_already(const EventLog *log, int index)
{
    return log->item[index].kind == EVENT_TRACK && index > 0 &&
           log->item[index - 1].kind == EVENT_SCORED;
}

void table_tell(const Table *table, const EventLog *log)
{
    News news = {.table = table};

    for (int i = 0; i < log->count; i++) {
        const Event *event = &log->item[i];
        char text[PHRASE_SIZE];
        if (event->kind == EVENT_DREW && event->subject != table->view.viewer) {
            news.drawn[event->subject]++;
            continue;
        }
        if (is_told_already(log, i)) {
            continue;
        }
        phrases[event->kind].say(text, table, event);
        if (event->kind != EVENT_DREW) {
            tell_draws(&news);
        }
        if (text[0] != '\0') {
            tell(&news, text, phrases[event->kind].begins_line);
        }
    }
    tell_draws(&news);
    if (news.open) {
        flow_end(&news.flow);
    }
    if (log->dropped > 0) {
        printf("  and %d things more\n", log->dropped);
    }
}
