/* The small rule set of tests/script/base and cards of a test's own, compiled from memory. */

#ifndef TPD_TESTS_SUPPORT_SMALL_RULES_H
#define TPD_TESTS_SUPPORT_SMALL_RULES_H

#include "core/rules.h"
#include "core/status.h"

/* Compiles base/ and then `text`, which a message calls small.lua.  The caller frees the rules; NULL
 * if they were refused, and `err` says why. */
Rules *small_rules(const char *text, Error *err);

/* The same with one card `X1` that has this event; a fault fails the test. */
Rules *small_rules_with_event(const char *event);

/* Lines before `text` in small.lua. */
int small_rules_lines(void);

#endif
