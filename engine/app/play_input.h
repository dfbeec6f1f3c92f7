/* What a person types, line by line, from a terminal or a pipe; Ctrl-C is an answer too. */

#ifndef TPD_APP_PLAY_INPUT_H
#define TPD_APP_PLAY_INPUT_H

#include <signal.h>
#include <stdbool.h>

enum { INPUT_SIZE = 256, INPUT_BUFFER = 4096 };

typedef enum InputKind { INPUT_LINE, INPUT_END, INPUT_INTERRUPT } InputKind;

typedef struct Input {
    bool echo;        /* nobody types: what is read is shown, as it would be on a terminal */
    sigset_t waiting; /* the signals that are let through while it waits */
    int from, to;     /* what of the buffer has not been read */
    char buffer[INPUT_BUFFER];
} Input;

/* From here on to input_close() Ctrl-C ends no program: it is kept until somebody asks. */
void input_open(Input *input);
void input_close(Input *input);

/* The next line without the blanks around it; of a longer one its beginning. */
InputKind input_read(Input *input, char line[INPUT_SIZE]);
/* Whether Ctrl-C has been pressed since. */
bool input_is_interrupted(void);

#endif
