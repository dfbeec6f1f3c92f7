#include "app/play_input.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

/* Only there so that waiting ends. */
static void note_interrupt(int signal_number)
{
    (void)signal_number;
}

void input_open(Input *input)
{
    struct sigaction action = {.sa_handler = note_interrupt};
    sigset_t blocked;

    *input = (Input){.echo = isatty(STDIN_FILENO) == 0};
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread */
    sigprocmask(SIG_BLOCK, &blocked, &input->waiting);
    sigdelset(&input->waiting, SIGINT);
    sigaction(SIGINT, &action, NULL);
}

void input_close(Input *input)
{
    struct sigaction action = {.sa_handler = SIG_DFL};

    sigaction(SIGINT, &action, NULL);
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread */
    sigprocmask(SIG_SETMASK, &input->waiting, NULL);
}

bool input_is_interrupted(void)
{
    sigset_t pending;

    return sigpending(&pending) == 0 && sigismember(&pending, SIGINT) == 1;
}

/* Waits for more bytes. */
static InputKind fill(Input *input)
{
    fd_set set;

    FD_ZERO(&set);
    FD_SET(STDIN_FILENO, &set);
    if (pselect(STDIN_FILENO + 1, &set, NULL, NULL, NULL, &input->waiting) < 0) {
        return errno == EINTR ? INPUT_INTERRUPT : INPUT_END;
    }
    ssize_t length = read(STDIN_FILENO, input->buffer, sizeof input->buffer);
    input->from = 0;
    input->to = length > 0 ? (int)length : 0;
    return length > 0 ? INPUT_LINE : INPUT_END;
}

static void trim(char line[INPUT_SIZE])
{
    static const char blanks[] = " \t\r";
    char *start = line + strspn(line, blanks);
    size_t length = strlen(start);

    while (length > 0 && strchr(blanks, start[length - 1]) != NULL) {
        length--;
    }
    memmove(line, start, length);
    line[length] = '\0';
}

/* The next byte; INPUT_LINE: there is one. */
static InputKind next_byte(Input *input, char *byte)
{
    InputKind kind = input->from < input->to ? INPUT_LINE : fill(input);

    if (kind == INPUT_LINE) {
        *byte = input->buffer[input->from++];
    }
    return kind;
}

InputKind input_read(Input *input, char line[INPUT_SIZE])
{
    int length = 0;
    bool any = false;
    char byte = '\0';

    fflush(stdout);
    while (byte != '\n') {
        InputKind kind = next_byte(input, &byte);
        if (kind == INPUT_INTERRUPT || (kind == INPUT_END && !any)) {
            return kind;
        }
        if (kind == INPUT_END) {
            break;
        }
        any = true;
        if (byte != '\n' && length < INPUT_SIZE - 1) {
            line[length++] = byte;
        }
    }
    line[length] = '\0';
    trim(line);
    return INPUT_LINE;
}
