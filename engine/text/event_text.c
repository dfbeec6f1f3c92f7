/* Every event of the kernel as a line of the log. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/score.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"

/* What a line is made of. */
typedef struct Telling {
    const Voice *voice;
    const Rules *rules;
    const Event *event;
    int seat_count;
    char *out;
} Telling;

typedef int Tell(const Telling *telling);

static const TextArgument no_more = {.name = NULL};

static TextArgument word(const char *name, const char *text)
{
    return (TextArgument){.name = name, .text = text};
}

static TextArgument number(const char *name, int value)
{
    return (TextArgument){.name = name, .number = value};
}

static TextArgument bloc(const Telling *telling, int index)
{
    return word("bloc", text_bloc(telling->voice, (Bloc)index));
}

static TextArgument seat(const Telling *telling)
{
    return word("seat", text_seat(telling->voice, telling->seat_count, telling->event->subject));
}

static TextArgument nation(const Telling *telling)
{
    return word("nation", text_nation(telling->voice, telling->rules, telling->event->subject));
}

static int format(const Telling *telling, const char *text, const TextArgument *arguments)
{
    return text_format(telling->out, EVENT_TEXT_SIZE, text, arguments);
}

/* "E05 Venture Flood" of the event's card. */
static TextArgument card(const Telling *telling, char text[LABEL_TEXT_SIZE])
{
    char title[LABEL_TEXT_SIZE];
    int index = telling->event->a;

    text_card_title(title, LABEL_TEXT_SIZE, telling->voice, telling->rules, index);
    const TextArgument parts[] = {word("id", telling->rules->card[index].id), word("title", title),
                                  no_more};
    text_format(text, LABEL_TEXT_SIZE, "{id} {title}", parts);
    return word("card", text);
}

static int tell_start(const Telling *telling)
{
    const TextArgument arguments[] = {number("round", telling->event->subject),
                                      bloc(telling, telling->event->a), no_more};

    return format(telling, say(telling->voice, "Round {round}: {bloc} to act first"), arguments);
}

static int tell_shuffled(const Telling *telling)
{
    int cards = telling->event->subject;
    const TextArgument arguments[] = {number("cards", cards), no_more};

    return format(telling,
                  say_count(telling->voice, "The draw pile is shuffled: {cards} card",
                            "The draw pile is shuffled: {cards} cards", cards),
                  arguments);
}

/* A card by name, or `hidden` where the reader may not know it. */
static int tell_card(const Telling *telling, const char *open, const char *hidden)
{
    char text[LABEL_TEXT_SIZE];
    bool known = telling->event->a >= 0;
    const TextArgument arguments[] = {seat(telling), bloc(telling, telling->event->subject % 2),
                                      known ? card(telling, text) : no_more, no_more};

    return format(telling, say(telling->voice, known ? open : hidden), arguments);
}

static int tell_drew(const Telling *telling)
{
    return tell_card(telling, N_("{seat} draws {card}"), N_("{seat} draws a card"));
}

static int tell_discarded(const Telling *telling)
{
    return tell_card(telling, N_("{seat} discards {card} at random"),
                     N_("{seat} discards a card at random"));
}

static int tell_committed(const Telling *telling)
{
    return tell_card(telling, N_("{bloc} commits {card} as headline"),
                     N_("{bloc} commits a headline"));
}

static int tell_revealed(const Telling *telling)
{
    return tell_card(telling, N_("Headline of {bloc}: {card}"), N_("Headline of {bloc}"));
}

static int tell_played(const Telling *telling)
{
    char text[LABEL_TEXT_SIZE];
    const TextArgument arguments[] = {
        seat(telling), card(telling, text),
        word("mode", text_verb(telling->voice, (Verb)telling->event->b)), no_more};

    return format(telling, say(telling->voice, "{seat} plays {card}: {mode}"), arguments);
}

static int tell_passed(const Telling *telling)
{
    const TextArgument arguments[] = {seat(telling), no_more};

    return format(telling, say(telling->voice, "{seat} holds no card and passes"), arguments);
}

static int tell_resolving(const Telling *telling)
{
    char text[LABEL_TEXT_SIZE];
    const TextArgument arguments[] = {card(telling, text), bloc(telling, telling->event->b),
                                      no_more};

    return format(telling, say(telling->voice, "Event for {bloc}: {card}"), arguments);
}

static int tell_operated(const Telling *telling)
{
    char words[ACTION_LABEL_SIZE];
    Action action = {.verb = (uint8_t)telling->event->a, .argument = (uint8_t)telling->event->b};

    text_action(words, sizeof words, telling->voice, telling->rules, action);
    const TextArgument arguments[] = {seat(telling), word("action", words), no_more};
    return format(telling, say(telling->voice, "{seat}: {action}"), arguments);
}

static const TrackInfo *find_track(int slot)
{
    const TrackInfo *info = vocab_track;

    while (slot >= info->slot + info->size) {
        info++;
    }
    return info;
}

static const char *track_owner(const Telling *telling, const TrackInfo *info, int subject)
{
    switch (info->scope) {
    case SCOPE_STACK:
        return text_stack(telling->voice, (Stack)subject);
    case SCOPE_BLOC:
        return text_bloc(telling->voice, (Bloc)subject);
    case SCOPE_SEAT:
        return text_seat(telling->voice, telling->seat_count, subject);
    case SCOPE_TILE:
        return text_tile(telling->voice, (Tile)subject);
    case SCOPE_WORLD:
        break;
    }
    return NULL;
}

static int tell_control(const Telling *telling, int tile)
{
    const TextArgument arguments[] = {word("control", text_tile(telling->voice, (Tile)tile)),
                                      number("stage", telling->event->b), no_more};

    if (telling->event->b == 0) {
        return format(telling, say(telling->voice, "{control} is lifted"), arguments);
    }
    return format(telling,
                  say(telling->voice, telling->event->a == 0
                                          ? N_("{control} is in force, stage {stage}")
                                          : N_("{control} stands at stage {stage}")),
                  arguments);
}

static int tell_track(const Telling *telling)
{
    const Event *event = telling->event;
    const TrackInfo *info = find_track(event->subject);
    Track track = (Track)(info - vocab_track);
    const char *owner = track_owner(telling, info, event->subject - info->slot);
    const TextArgument arguments[] = {word("whose", owner == NULL ? "" : owner),
                                      word("track", text_track(telling->voice, track)),
                                      number("before", event->a),
                                      number("after", event->b),
                                      number("change", event->b - event->a),
                                      no_more};

    if (track == TRACK_KNOWN || track == TRACK_LICENCE) {
        return 0; /* revealing and releasing tell it */
    }
    if (track == TRACK_CONTROL) {
        return tell_control(telling, event->subject - info->slot);
    }
    if (owner == NULL) {
        return format(telling, say(telling->voice, "{track} {+change}: {before} → {after}"),
                      arguments);
    }
    return format(telling, say(telling->voice, "{whose}: {track} {+change}, {before} → {after}"),
                  arguments);
}

/* The event packs a place as x * 16 + y with y within -8 .. 7. */
static void unpack_place(int packed, int place[2])
{
    enum { PACK = 16, HALF = 8 };

    place[1] = (packed + PACK * PACK + HALF) % PACK - HALF;
    place[0] = (packed - place[1]) / PACK;
}

static int tell_moved(const Telling *telling)
{
    int from[2];
    int to[2];

    unpack_place(telling->event->a, from);
    unpack_place(telling->event->b, to);
    const TextArgument arguments[] = {nation(telling),      number("x", from[0]),
                                      number("y", from[1]), number("u", to[0]),
                                      number("v", to[1]),   no_more};
    return format(telling, say(telling->voice, "{nation} moves: ({x}, {y}) → ({u}, {v})"),
                  arguments);
}

static int tell_released(const Telling *telling)
{
    const Event *event = telling->event;
    const TextArgument arguments[] = {
        word("bloc", text_bloc(telling->voice, (Bloc)(event->subject / 2))),
        number("quality", event->a), no_more};

    if (event->subject % 2 == 0) {
        return format(telling, say(telling->voice, "{bloc} releases an API of quality {quality}"),
                      arguments);
    }
    return format(telling,
                  say(telling->voice,
                      event->b == LICENCE_PERMISSIVE
                          ? N_("{bloc} releases open weights of quality {quality}, permissive")
                          : N_("{bloc} releases open weights of quality {quality}, conditional")),
                  arguments);
}

static int tell_triggered(const Telling *telling)
{
    char text[LABEL_TEXT_SIZE];
    const TextArgument arguments[] = {bloc(telling, telling->event->subject), card(telling, text),
                                      no_more};

    return format(telling, say(telling->voice, "Lasting effect for {bloc}: {card}"), arguments);
}

static int tell_trigger_set(const Telling *telling)
{
    char text[LABEL_TEXT_SIZE];
    const TextArgument arguments[] = {bloc(telling, telling->event->subject), card(telling, text),
                                      no_more};

    return format(
        telling,
        say(telling->voice, telling->event->b == TRIGGER_RELEASE
                                ? N_("{bloc}: {card} now waits for the rival's open releases")
                                : N_("{bloc}: {card} now waits for the rival's controls")),
        arguments);
}

static int tell_modified(const Telling *telling)
{
    const Event *event = telling->event;
    const TextArgument arguments[] = {
        bloc(telling, event->subject),
        word("what", text_modifier(telling->voice, (Modifier)event->a)), number("change", event->b),
        no_more};

    return format(telling, say(telling->voice, "{bloc}: {what} {+change}"), arguments);
}

static int tell_die(const Telling *telling)
{
    const TextArgument arguments[] = {number("die", telling->event->subject),
                                      number("needed", telling->event->a), no_more};

    return format(telling, say(telling->voice, "The die shows {die}; {needed} or more was needed"),
                  arguments);
}

static int tell_plateau(const Telling *telling)
{
    const TextArgument arguments[] = {number("plateau", telling->event->subject), no_more};

    return format(telling, say(telling->voice, "The plateau is revealed: {plateau}"), arguments);
}

static int tell_served(const Telling *telling)
{
    const TextArgument arguments[] = {bloc(telling, telling->event->subject),
                                      number("weight", telling->event->b),
                                      number("revenue", telling->event->a), no_more};

    return format(
        telling,
        say(telling->voice, "Market: {bloc} serves weight {weight} and earns {revenue} capital"),
        arguments);
}

static int tell_throttled(const Telling *telling)
{
    const TextArgument arguments[] = {
        nation(telling), word("stack", text_stack(telling->voice, (Stack)telling->event->a)),
        no_more};

    return format(telling, say(telling->voice, "{nation} is throttled by {stack}"), arguments);
}

static int tell_backlash(const Telling *telling)
{
    const TextArgument arguments[] = {
        word("control", text_tile(telling->voice, (Tile)telling->event->subject)), no_more};

    return format(telling, say(telling->voice, "Backlash of {control}"), arguments);
}

static int tell_crash(const Telling *telling)
{
    const TextArgument arguments[] = {number("valuation", telling->event->subject), no_more};

    return format(telling, say(telling->voice, "Crash: Valuation falls to {valuation}"), arguments);
}

static int tell_incident(const Telling *telling)
{
    const Event *event = telling->event;
    const TextArgument arguments[] = {number("die", event->subject), number("most", event->a),
                                      no_more};

    return format(
        telling,
        say(telling->voice, event->subject <= event->a
                                ? N_("Incident: the die shows {die}, at most {most}")
                                : N_("No incident: the die shows {die}, more than {most}")),
        arguments);
}

static int tell_scored(const Telling *telling)
{
    const Event *event = telling->event;
    bool pool = event->a >= STACK_COUNT;
    const TextArgument arguments[] = {
        word("item", text_score_item(telling->voice, (ScoreItem)event->subject)),
        word("whose", pool ? text_bloc(telling->voice, (Bloc)(event->a - STACK_COUNT))
                           : text_stack(telling->voice, (Stack)event->a)),
        number("vp", event->b), no_more};

    return format(telling, say(telling->voice, "{item}: {whose} {+vp} VP"), arguments);
}

static int tell_ended(const Telling *telling)
{
    static const char *const text[] = {
        [ENDING_POINTS] = N_("The game is over: {bloc} wins on points"),
        [ENDING_HEGEMONY] = N_("The game is over: {bloc} wins by hegemony"),
        [ENDING_CATASTROPHE] = N_("The game is over: a catastrophe, and {bloc} has not caused it"),
    };
    const TextArgument arguments[] = {bloc(telling, telling->event->subject), no_more};

    return format(telling, say(telling->voice, text[telling->event->a]), arguments);
}

static Tell *const tellers[EVENT_KIND_COUNT] = {
    [EVENT_START] = tell_start,
    [EVENT_SHUFFLED] = tell_shuffled,
    [EVENT_DREW] = tell_drew,
    [EVENT_DISCARDED] = tell_discarded,
    [EVENT_COMMITTED] = tell_committed,
    [EVENT_REVEALED] = tell_revealed,
    [EVENT_PLAYED] = tell_played,
    [EVENT_PASSED] = tell_passed,
    [EVENT_RESOLVING] = tell_resolving,
    [EVENT_OPERATED] = tell_operated,
    [EVENT_TRACK] = tell_track,
    [EVENT_MOVED] = tell_moved,
    [EVENT_RELEASED] = tell_released,
    [EVENT_TRIGGERED] = tell_triggered,
    [EVENT_TRIGGER_SET] = tell_trigger_set,
    [EVENT_MODIFIED] = tell_modified,
    [EVENT_DIE] = tell_die,
    [EVENT_PLATEAU] = tell_plateau,
    [EVENT_SERVED] = tell_served,
    [EVENT_THROTTLED] = tell_throttled,
    [EVENT_BACKLASH] = tell_backlash,
    [EVENT_CRASH] = tell_crash,
    [EVENT_INCIDENT] = tell_incident,
    [EVENT_SCORED] = tell_scored,
    [EVENT_ENDED] = tell_ended,
};

int text_event(char out[EVENT_TEXT_SIZE], const Voice *voice, const Rules *rules,
               const Event *event, int seat_count)
{
    const Telling telling = {.voice = voice,
                             .rules = rules,
                             .event = event,
                             .seat_count = seat_count,
                             .out = out};

    out[0] = '\0';
    return tellers[event->kind](&telling);
}
