#include "process/message.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "process/answer.h"

/* Adds text as far as there is room, which there is: what is added is bounded by the rules' maxima. */
static void add(Message *message, const char *format, ...) TPD_PRINTF(2, 3);

static void add(Message *message, const char *format, ...)
{
    size_t room = sizeof message->text - (size_t)message->length;
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(message->text + message->length, room, format, arguments);
    va_end(arguments);
    message->length += (size_t)length < room ? length : (int)room - 1;
}

void message_hello(Message *message)
{
    message->length = 0;
    add(message, "hello %d\n", PROTOCOL_VERSION);
}

static const char *role_word(int role)
{
    return role == ROLE_NONE ? "-" : vocab_role[role];
}

static void add_tables(Message *message, const Rules *rules)
{
    for (int n = 0; n < rules->nation_count; n++) {
        const Nation *nation = &rules->nation[n];
        add(message, "nation %s weight=%d strictness=%d need=%s role=%s chain=%d\n", nation->id,
            nation->weight, nation->strictness, vocab_need[nation->need], role_word(nation->role),
            nation->chain);
    }
    for (int c = 0; c < rules->card_count; c++) {
        const Card *card = &rules->card[c];
        add(message, "card %s side=%s era=%s ops=%d once=%d\n", card->id, vocab_side[card->side],
            vocab_era[card->era], card->ops, card->once);
    }
}

void message_setup(Message *message, const Rules *rules, const View *view, long long limit)
{
    const Scenario *scenario = &rules->scenario[view->known.scenario];
    int seats = view->known.seat_count;

    message->length = 0;
    add(message,
        "setup scenario=%s seats=%d seat=%s bloc=%s rounds=%d rules=%016" PRIx64 " limit=%lld\n",
        scenario->id, seats, vocab_seat(seats, view->viewer), vocab_bloc[view->viewer / 2],
        scenario->rounds, rules->hash, limit);
    add_tables(message, rules);
}

static void add_view(Message *message, const Rules *rules, const View *view)
{
    char text[STATE_TEXT_SIZE];
    const State *known = &view->known;

    state_print(text, known, rules);
    add(message, "view mover=%s decision=%s pile=%d committed=%d,%d cards=",
        vocab_seat(known->seat_count, view->viewer), decision_name[state_decision(known, rules)],
        view->deck_count, view->committed[BLOC_US], view->committed[BLOC_CN]);
    for (Seat seat = 0; seat < SEATS_MAX; seat += SEATS_MAX / known->seat_count) {
        add(message, "%s%d", seat == 0 ? "" : ",", view->hand_count[seat]);
    }
    add(message, " %s\n", text);
}

static void add_legal(Message *message, const Rules *rules, const ActionList *legal)
{
    add(message, "legal");
    for (int i = 0; i < legal->count; i++) {
        char text[ACTION_TEXT_SIZE];
        action_print(text, legal->item[i], rules);
        add(message, "%s%s", i == 0 ? " " : ";", text);
    }
    add(message, "\n");
}

void message_question(Message *message, const Rules *rules, const View *view,
                      const ActionList *legal, int decision)
{
    message->length = 0;
    add_view(message, rules, view);
    add_legal(message, rules, legal);
    add(message, "choose %d\n", decision);
}
