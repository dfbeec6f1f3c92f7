/* Positions for tests, by the words of the state text (tests/TRACE.md R4): "the position after the
 * first Start, but with these fields", one action, and what the fields are afterwards. */

#ifndef TPD_TESTS_SUPPORT_POSITION_H
#define TPD_TESTS_SUPPORT_POSITION_H

#include "core/state.h"

enum { FIELD_SIZE = 1024 };

/* Copies the value of a field of a state text; false if there is no such field. */
bool position_field(char value[FIELD_SIZE], const char *text, const char *field);

/* Puts another value in place of a field's; the field must be there. */
void position_set(char text[STATE_TEXT_SIZE], const char *field, const char *value);

/* The text of a position in the action phase of round 1 (or of the round in `fields`), nothing
 * played, all hands empty, plateau 8, but for `fields`: "P=4 hand=E08,E11".  Cards that no field
 * names lie in the draw pile. */
void position_text(char text[STATE_TEXT_SIZE], const Setup *setup, const Rules *rules,
                   const char *fields);

/* The same as a position; a text that state_parse refuses fails the test. */
void position_make(State *state, const Setup *setup, const Rules *rules, const char *fields);

/* Plays the action with this canonical text, which must be legal. */
void position_play(State *state, const Rules *rules, const char *action);

/* Fails the test unless every field in `fields` has the value given there. */
void position_expect(const State *state, const Rules *rules, const char *fields);

#endif
