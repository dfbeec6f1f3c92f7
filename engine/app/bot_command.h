/* A word of --seats that starts a program: cmd:"COMMAND".  The quotes may be left out where the
 * command holds no comma, as a shell takes them away; inside them \" and \\ stand for " and \. */

#ifndef TPD_APP_BOT_COMMAND_H
#define TPD_APP_BOT_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

enum { BOT_COMMAND_SIZE = 240 }; /* bytes of a command, its zero included */

bool bot_command_is(const char *word);

/* The bytes of a list up to the end of its first word: a comma outside quotes, or the end. */
size_t bot_command_word_length(const char *list);

/* The command of a word; false if its quotes do not close at its end, or none or too much is in
 * them. */
bool bot_command_read(char command[BOT_COMMAND_SIZE], const char *word);

/* The word as it is kept and shown, with quotes; false if it does not fit. */
bool bot_command_print(char *word, size_t size, const char *command);

#endif
