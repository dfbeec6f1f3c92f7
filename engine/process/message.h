/* What a bot's program is told: the lines of scripts/bots/PROTOCOL.md.  They are made from a View, so
 * nothing hidden can stand in them. */

#ifndef TPD_PROCESS_MESSAGE_H
#define TPD_PROCESS_MESSAGE_H

#include "core/action.h"
#include "core/rules.h"
#include "core/view.h"

enum { MESSAGE_SIZE = 64 * 1024 };

typedef struct Message {
    int length;
    char text[MESSAGE_SIZE];
} Message;

void message_hello(Message *message);
/* What stays the same during a game; `limit` is the time for a choice in milliseconds. */
void message_setup(Message *message, const Rules *rules, const View *view, long long limit);
/* The view, the legal actions and the question for one of them. */
void message_question(Message *message, const Rules *rules, const View *view,
                      const ActionList *legal, int decision);

#endif
