#include "app/bot_command.h"

#include <string.h>

static const char mark[] = "cmd:";

bool bot_command_is(const char *word)
{
    return strncmp(word, mark, sizeof mark - 1) == 0;
}

size_t bot_command_word_length(const char *list)
{
    const char *at = list;
    bool is_quoted = false;

    for (; *at != '\0' && (is_quoted || *at != ','); at++) {
        if (is_quoted && *at == '\\' && at[1] != '\0') {
            at++;
        } else if (*at == '"') {
            is_quoted = !is_quoted;
        }
    }
    return (size_t)(at - list);
}

bool bot_command_read(char command[BOT_COMMAND_SIZE], const char *word)
{
    const char *at = word + sizeof mark - 1;
    bool is_quoted = *at == '"';
    size_t length = 0;

    at += is_quoted;
    for (; *at != '\0' && !(is_quoted && *at == '"') && length < BOT_COMMAND_SIZE - 1; at++) {
        at += is_quoted && *at == '\\' && (at[1] == '"' || at[1] == '\\');
        command[length++] = *at;
    }
    command[length] = '\0';
    at += is_quoted && *at == '"';
    bool is_closed = !is_quoted || (at[-1] == '"' && at > word + sizeof mark);
    return *at == '\0' && is_closed && command[strspn(command, " ")] != '\0';
}

bool bot_command_print(char *word, size_t size, const char *command)
{
    enum { MOST = 2 }; /* bytes of one byte of the command */
    size_t length = sizeof mark - 1;

    if (size < sizeof mark + MOST) {
        return false;
    }
    memcpy(word, mark, length);
    word[length++] = '"';
    for (; *command != '\0' && length + MOST + 1 < size; command++) {
        if (*command == '"' || *command == '\\') {
            word[length++] = '\\';
        }
        word[length++] = *command;
    }
    word[length++] = '"';
    word[length] = '\0';
    return *command == '\0';
}
