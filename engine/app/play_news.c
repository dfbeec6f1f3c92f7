/* News are short: an act and what came of it, in paragraphs.  Where they do not fit they are told
 * with less detail, and the log tells the rest. */

#include <stdio.h>
#include <string.h>

#include "app/play.h"
#include "core/seats.h"
#include "text/prose.h"
#include "text/text.h"

enum { HEAD_SIZE = EVENT_TEXT_SIZE, EFFECTS_SIZE = 4096, INDENT = 2, MARK_ROOM = 2 };

/* From where on something is told. */
typedef enum Detail {
    DETAIL_HEADS,   /* who did what */
    DETAIL_EFFECTS, /* what came of it */
    DETAIL_ITEMS,   /* what points were scored for */
    DETAIL_OWN,     /* what came of the reader's own acts, and how the market moved nations */
    DETAIL_ALL,     /* purses, what others draw, stages of controls */
} Detail;

typedef struct News {
    Page *page;
    const Table *table;
    Detail detail;
    /* The act that is being told. */
    bool paragraph; /* it begins one */
    char head[HEAD_SIZE], effects[EFFECTS_SIZE];
    Prose effect;
    /* What has been told before. */
    Seat reader;
    Seat actor;                /* whose operation it is */
    int played;                /* card that was played last; -1: none */
    bool for_event;            /* it was for its event alone */
    int revealed[BLOC_COUNT];  /* headline of the bloc, before its event begins; -1: none */
    bool release;              /* the act is an operation that releases */
    bool reveals;              /* the headlines that are committed are revealed as well */
    bool market;               /* between the actions and the scoring */
    bool scored;               /* between the scoring and the next round */
    char throttled[HEAD_SIZE]; /* marks of nations that one bloc does not serve */
    int drawn[SEATS_MAX];
    char own_draws[HEAD_SIZE]; /* ids of what the reader drew */
    int points[BLOC_COUNT][SCORE_ITEM_COUNT];
    bool scoring;
} News;

static void finish_act(News *news)
{
    const Voice *voice = &news->table->voice;
    char text[HEAD_SIZE + EFFECTS_SIZE];

    if (news->head[0] != '\0' || news->effects[0] != '\0') {
        snprintf(text, sizeof text, "%s%s%s", news->head,
                 news->head[0] != '\0' && news->effects[0] != '\0'
                     ? say(voice, C_("before effects", ": "))
                     : "",
                 news->effects);
        if (news->paragraph || news->page->count == 0) {
            page_begin(news->page, INDENT);
            page_add(news->page, 0, "· ");
        } else {
            page_join(news->page, say(voice, C_("between acts", "; ")));
        }
        page_words(news->page, 0, text);
    }
    news->paragraph = false;
    news->release = false;
    news->head[0] = '\0';
    news->effect = prose_start(news->effects, EFFECTS_SIZE);
}

static void begin_act(News *news, const char *head, bool paragraph)
{
    finish_act(news);
    news->paragraph = paragraph;
    snprintf(news->head, HEAD_SIZE, "%s", head);
}

static void add_effect(News *news, const char *phrase)
{
    if (phrase[0] != '\0') {
        prose_add(&news->effect, news->effect.length == 0
                                     ? ""
                                     : say(&news->table->voice, C_("between effects", ", ")));
        prose_add(&news->effect, phrase);
    }
}

static void event_phrase(char phrase[HEAD_SIZE], const News *news, const Event *event)
{
    text_event(phrase, &news->table->voice, news->table->rules, event,
               news->table->view.known.seat_count);
}

/* ---- what is gathered before it is told ---- */

static void gather_draw(News *news, const Event *event)
{
    Prose own = {.text = news->own_draws,
                 .size = HEAD_SIZE,
                 .length = (int)strlen(news->own_draws)};

    if (event->a == CARD_HIDDEN) {
        news->drawn[event->subject]++;
        return;
    }
    prose_add(&own, own.length == 0 ? "" : " ");
    prose_add(&own, news->table->rules->card[event->a].id);
}

static void tell_draws(News *news)
{
    const Voice *voice = &news->table->voice;
    int seats = news->table->view.known.seat_count;
    char phrase[HEAD_SIZE];

    if (news->own_draws[0] != '\0') {
        const TextArgument own[] = {
            argument_word("seat", text_seat(voice, seats, news->table->view.viewer)),
            argument_word("cards", news->own_draws), argument_end};
        text_format(phrase, sizeof phrase, say(voice, "{seat} draws {cards}"), own);
        add_effect(news, phrase);
        news->own_draws[0] = '\0';
    }
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        const TextArgument other[] = {argument_word("seat", text_seat(voice, seats, seat)),
                                      argument_number("n", news->drawn[seat]), argument_end};
        if (news->drawn[seat] > 0 && news->detail == DETAIL_ALL) {
            text_format(phrase, sizeof phrase,
                        say_count(voice, "{seat} draws {n} card", "{seat} draws {n} cards",
                                  news->drawn[seat]),
                        other);
            add_effect(news, phrase);
        }
        news->drawn[seat] = 0;
    }
}

static void gather_score(News *news, const Event *event)
{
    int bloc = event->a >= STACK_COUNT ? event->a - STACK_COUNT : event->a / 2;

    news->points[bloc][event->subject] += event->b;
    news->scoring = true;
}

/* "US +16 VP (Adoption 11, Open standard 3)" */
static void tell_score(News *news, Bloc bloc)
{
    const Voice *voice = &news->table->voice;
    char items[HEAD_SIZE];
    char phrase[HEAD_SIZE];
    Prose out = prose_start(items, sizeof items);
    int sum = 0;

    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        int points = news->points[bloc][item];
        sum += points;
        if (points != 0) {
            prose_add(&out, out.length == 0 ? "" : say(voice, C_("between effects", ", ")));
            prose_add(&out, text_score_item(voice, (ScoreItem)item));
            prose_add(&out, " ");
            prose_add_number(&out, points, false);
        }
    }
    const TextArgument arguments[] = {argument_word("bloc", text_bloc(voice, bloc)),
                                      argument_number("sum", sum), argument_word("items", items),
                                      argument_end};
    text_format(phrase, sizeof phrase,
                say(voice, news->detail < DETAIL_ITEMS || items[0] == '\0'
                               ? N_("{bloc} {+sum} VP")
                               : N_("{bloc} {+sum} VP ({items})")),
                arguments);
    add_effect(news, phrase);
}

static void tell_scores(News *news)
{
    if (!news->scoring) {
        return;
    }
    news->scoring = false;
    begin_act(news, say(&news->table->voice, "Scoring"), true);
    tell_score(news, BLOC_US);
    tell_score(news, BLOC_CN);
    memset(news->points, 0, sizeof news->points);
    finish_act(news);
    news->market = false;
    news->scored = true;
}

static void gather_throttled(News *news, const Event *event)
{
    Prose marks = {.text = news->throttled,
                   .size = HEAD_SIZE,
                   .length = (int)strlen(news->throttled)};

    prose_add(&marks, marks.length == 0 ? "" : " ");
    prose_add(&marks, news->table->mark[event->subject]);
}

static void tell_throttled(News *news)
{
    const TextArgument arguments[] = {argument_word("nations", news->throttled), argument_end};
    char phrase[HEAD_SIZE];

    if (news->throttled[0] != '\0') {
        text_format(phrase, sizeof phrase, say(&news->table->voice, "throttles {nations}"),
                    arguments);
        add_effect(news, phrase);
        news->throttled[0] = '\0';
    }
}

/* ---- events ---- */

static bool is_purse(int slot)
{
    return slot >= SLOT_COMPUTE && slot <= SLOT_CAPITAL_LAST;
}

static bool is_control(int slot)
{
    return slot >= SLOT_CONTROL && slot <= SLOT_CONTROL_LAST;
}

static Detail detail_of_effect(const News *news)
{
    return news->actor != SEAT_NOBODY && news->actor == news->reader ? DETAIL_OWN : DETAIL_EFFECTS;
}

static Detail detail_of_track(const News *news, int slot)
{
    return is_purse(slot) || (news->market && is_control(slot)) ? DETAIL_ALL
                                                                : detail_of_effect(news);
}

static void tell_track(News *news, const Event *event)
{
    char phrase[HEAD_SIZE];
    bool known_already = news->market && is_purse(event->subject); /* revenue is told */

    if (known_already || news->detail < detail_of_track(news, event->subject)) {
        return;
    }
    change_tell(phrase, sizeof phrase, news->table, event, news->actor);
    add_effect(news, phrase);
}

/* The nation, by its mark where many move, and an arrow as in the map. */
static void tell_move(News *news, const Event *event)
{
    const Table *table = news->table;
    char phrase[HEAD_SIZE];
    int from[2];
    int to[2];

    if (news->scored) {
        begin_act(news, say(&table->voice, "Hedging"), true);
        news->scored = false;
    }
    place_unpack(event->a, from);
    place_unpack(event->b, to);
    snprintf(phrase, sizeof phrase, "%s%s%s",
             news->market ? table->mark[event->subject]
                          : text_nation(&table->voice, table->rules, event->subject),
             news->market ? "" : " ", arrow_between(from, to));
    if (news->detail >= (news->market ? DETAIL_OWN : DETAIL_HEADS)) {
        add_effect(news, phrase);
    }
}

static void tell_served(News *news, const Event *event)
{
    const Voice *voice = &news->table->voice;
    const TextArgument arguments[] = {argument_word("bloc", text_bloc(voice, (Bloc)event->subject)),
                                      argument_number("revenue", event->a), argument_end};
    char phrase[HEAD_SIZE];

    if (!news->market) {
        begin_act(news, say(voice, "Market"), true);
        news->market = true;
        news->actor = SEAT_NOBODY;
    }
    text_format(phrase, sizeof phrase, say(voice, "{bloc} earns {revenue} capital"), arguments);
    add_effect(news, phrase);
}

/* An operation by its verb and whom it concerns; where a nation goes is told behind it. */
static void tell_operation(News *news, const Event *event)
{
    const Table *table = news->table;
    Verb verb = (Verb)event->a;
    Action action = {.verb = (uint8_t)event->a, .argument = (uint8_t)event->b};
    char head[HEAD_SIZE];

    if (verb >= VERB_COURT_ALIGN && verb <= VERB_COURT_CLOSE) {
        const TextArgument nation[] = {
            argument_word("nation", text_nation(&table->voice, table->rules, event->b)),
            argument_end};
        text_format(head, sizeof head, say(&table->voice, "Court {nation}"), nation);
    } else if (verb == VERB_IMPOSE || verb == VERB_LIFT) {
        text_action(head, sizeof head, &table->voice, table->rules, action);
    } else {
        snprintf(head, sizeof head, "%s", text_verb(&table->voice, verb));
    }
    begin_act(news, head, false);
    news->actor = event->subject;
    news->release = verb >= VERB_RELEASE_API && verb <= VERB_RELEASE_CONDITIONAL;
}

static void tell_played(News *news, const Event *event)
{
    char head[HEAD_SIZE];

    event_phrase(head, news, event);
    begin_act(news, head, true);
    news->played = event->a;
    news->for_event = event->b == VERB_EVENT;
}

/* A line that begins an act, or a paragraph. */
static void tell_head(News *news, const Event *event, bool paragraph)
{
    char head[HEAD_SIZE];

    event_phrase(head, news, event);
    begin_act(news, head, paragraph);
    news->actor = SEAT_NOBODY;
}

static void tell_phrase(News *news, const Event *event)
{
    char phrase[HEAD_SIZE];

    event_phrase(phrase, news, event);
    add_effect(news, phrase);
}

static void tell_start(News *news, const Event *event)
{
    const Voice *voice = &news->table->voice;
    const TextArgument arguments[] = {argument_number("round", event->subject),
                                      argument_word("bloc", text_bloc(voice, (Bloc)event->a)),
                                      argument_end};
    char head[HEAD_SIZE];

    text_format(head, sizeof head, say(voice, "Round {round}, {bloc} acts first"), arguments);
    begin_act(news, head, true);
    news->market = false;
    news->scored = false;
    news->actor = SEAT_NOBODY;
}

/* The event of a headline is told with who committed it, as a paragraph. */
static void tell_resolving(News *news, const Event *event)
{
    const Voice *voice = &news->table->voice;
    const TextArgument owner[] = {argument_word("bloc", text_bloc(voice, (Bloc)event->b)),
                                  argument_end};
    char phrase[HEAD_SIZE];

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        const Event headline = {.kind = EVENT_REVEALED, .subject = (uint8_t)bloc, .a = event->a};
        if (news->revealed[bloc] != event->a) {
            continue;
        }
        news->revealed[bloc] = -1;
        tell_head(news, &headline, true);
        if (bloc != event->b) {
            text_format(phrase, sizeof phrase, say(voice, "for {bloc}"), owner);
            add_effect(news, phrase);
        }
        return;
    }
    news->actor = SEAT_NOBODY;
    if (event->a != news->played) {
        tell_head(news, event, false);
    } else if (!news->for_event) {
        text_format(phrase, sizeof phrase, say(voice, "Event for {bloc}"), owner);
        begin_act(news, phrase, false);
    }
}

static void tell(News *news, const Event *event)
{
    switch ((EventKind)event->kind) {
    case EVENT_PLAYED:
        tell_played(news, event);
        break;
    case EVENT_OPERATED:
        tell_operation(news, event);
        break;
    case EVENT_TRACK:
        tell_track(news, event);
        break;
    case EVENT_MOVED:
        tell_move(news, event);
        break;
    case EVENT_SERVED:
        tell_served(news, event);
        break;
    case EVENT_START:
        tell_start(news, event);
        break;
    case EVENT_DREW:
        gather_draw(news, event);
        break;
    case EVENT_SCORED:
        gather_score(news, event);
        break;
    case EVENT_RESOLVING:
        tell_resolving(news, event);
        break;
    case EVENT_REVEALED:
        news->revealed[event->subject] = event->a;
        break;
    case EVENT_RELEASED:
        if (!news->release) {
            tell_phrase(news, event);
        }
        break;
    case EVENT_COMMITTED:
        if (!news->reveals) {
            tell_head(news, event, true);
        }
        break;
    case EVENT_SHUFFLED:
        if (news->detail == DETAIL_ALL) {
            tell_phrase(news, event);
        }
        break;
    case EVENT_PASSED:
        tell_head(news, event, true);
        break;
    case EVENT_ENDED: /* the result tells it */
        break;
    case EVENT_TRIGGERED:
    case EVENT_TRIGGER_SET:
    case EVENT_DIE:
        tell_head(news, event, false);
        break;
    case EVENT_CRASH:
        add_effect(news, say(&news->table->voice, "valuations crash"));
        break;
    case EVENT_BACKLASH:
    case EVENT_INCIDENT:
    case EVENT_DISCARDED:
    case EVENT_MODIFIED:
    case EVENT_PLATEAU:
        tell_phrase(news, event);
        break;
    case EVENT_THROTTLED:
        gather_throttled(news, event);
        break;
    case EVENT_KIND_COUNT:
        break;
    }
}

/* Scoring tells its points itself, serving its revenue, and a release that is no operation its
 * quality: the change of the track would say them twice. */
static bool is_told_already(const News *news, const EventLog *log, int index)
{
    if (log->item[index].kind != EVENT_TRACK) {
        return false;
    }
    bool served = index + 1 < log->count && log->item[index + 1].kind == EVENT_SERVED;
    bool scored = index > 0 && log->item[index - 1].kind == EVENT_SCORED;
    bool quality =
        log->item[index].subject >= SLOT_QUALITY && log->item[index].subject <= SLOT_QUALITY_LAST;
    return served || scored || (quality && !news->release);
}

static void tell_decision(News *news, const EventLog *log)
{
    for (int i = 0; i < log->count; i++) {
        const Event *event = &log->item[i];
        if (is_told_already(news, log, i)) {
            continue;
        }
        if (event->kind != EVENT_DREW) {
            tell_draws(news);
        }
        if (event->kind != EVENT_SCORED) {
            tell_scores(news);
        }
        if (event->kind != EVENT_THROTTLED) {
            tell_throttled(news);
        }
        tell(news, event);
    }
    tell_draws(news);
    tell_scores(news);
}

/* Whether a headline is revealed in the decisions from `first` on. */
static bool reveals_headlines(const Table *table, int first)
{
    EventLog log;
    bool reveals = false;

    event_log_init(&log, NULL, NULL);
    for (int decision = first; decision < match_decision_count(table->match); decision++) {
        match_events(table->match, decision, table->view.viewer, &log);
        for (int i = 0; i < log.count; i++) {
            reveals = reveals || log.item[i].kind == EVENT_REVEALED;
        }
    }
    return reveals;
}

static Seat reader_of(const Table *table)
{
    return table->view.viewer != SEAT_NOBODY ? table->view.viewer : table->chooser;
}

/* Picks have no event of their own: what they belong to is older than the news. */
static bool begins_with_pick(const Table *table, int first)
{
    Action action;

    return match_decision_seat(table->match, first) == reader_of(table) &&
           match_decision_action(table->match, first, table->view.viewer, &action) &&
           action.verb >= VERB_PICK_NATION;
}

static void tell_all(Page *page, const Table *table, int first, Detail detail)
{
    News news = {.page = page,
                 .table = table,
                 .detail = detail,
                 .reader = reader_of(table),
                 .actor = SEAT_NOBODY,
                 .played = -1,
                 .revealed = {-1, -1},
                 .reveals = reveals_headlines(table, first)};
    EventLog log;

    page_clear(page, PAGE_COLUMNS - MARK_ROOM);
    news.effect = prose_start(news.effects, EFFECTS_SIZE);
    event_log_init(&log, NULL, NULL);
    if (begins_with_pick(table, first)) {
        begin_act(&news, say(&table->voice, "Your choice"), true);
    }
    for (int decision = first; decision < match_decision_count(table->match); decision++) {
        match_events(table->match, decision, table->view.viewer, &log);
        tell_decision(&news, &log);
    }
    finish_act(&news);
}

/* Leaves out the oldest lines. */
static void keep_last(Page *page, int lines)
{
    int dropped = page->count - lines;

    if (dropped <= 0 || lines <= 0) {
        page_cut(page, lines < 0 ? 0 : lines);
        return;
    }
    memmove(page->line[0], page->line[dropped], (size_t)lines * LINE_SIZE);
    page->count = lines;
}

void draw_news(Page *page, const Table *table, int first, int lines)
{
    Page news;

    for (int detail = DETAIL_ALL; detail >= DETAIL_HEADS; detail--) {
        tell_all(&news, table, first, (Detail)detail);
        if (news.count <= lines) {
            break;
        }
    }
    if (news.count > lines && lines > 1) {
        keep_last(&news, lines - 1);
        page_line(page, say(&table->voice, "… and before that, see: log"));
    }
    keep_last(&news, lines);
    page_append(page, &news);
}
