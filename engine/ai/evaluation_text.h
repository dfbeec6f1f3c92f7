/* Weights of an evaluation as text: what evaluation.def holds, so that a file of weights can be played
 * with before a program is built with it. */

#ifndef TPD_AI_EVALUATION_TEXT_H
#define TPD_AI_EVALUATION_TEXT_H

#include "ai/evaluation.h"
#include "core/status.h"

enum { EVALUATION_TEXT_SIZE = 32 * 1024 };

/* Reads rows as evaluation_print() writes them, and comments; `path` is for messages.  What has no row
 * weighs nothing.  On failure `evaluation` is untouched. */
Status evaluation_parse(Evaluation *evaluation, const char *path, const char *text, Error *err);

/* The rows, without those that are all 0; `head` is lines without their " * ", of the comment before
 * them.  Returns the length. */
int evaluation_print(char text[EVALUATION_TEXT_SIZE], const Evaluation *evaluation,
                     const char *head);

#endif
