/* What the program remembers from one start to the next: how it looks and speaks, and where its
 * window was.  A text of lines `key=value` in any order, `#` before remarks; each key and what it may
 * be is a row of settings.def.  A line that is wrong counts as not there. */

#ifndef TPD_UI_SETTINGS_H
#define TPD_UI_SETTINGS_H

typedef enum Speed { SPEED_OFF, SPEED_NORMAL, SPEED_FAST, SPEED_INSTANT, SPEED_COUNT } Speed;
extern const char *const speed_name[SPEED_COUNT + 1]; /* "off", "normal", …, NULL */

/* Every setting is an int, so that settings.def can say all of them alike. */
typedef struct Settings {
#define WORD(key, field, words, usual)         int field;
#define NUMBER(key, field, least, most, usual) int field;
#include "ui/settings.def"
#undef WORD
#undef NUMBER
} Settings;

void settings_init(Settings *settings);

enum { SETTINGS_TEXT_SIZE = 1024, SETTINGS_FAULT_SIZE = 512 };

/* Takes what is right in the text, whatever else is in it.  Returns how many lines are not; `fault`
 * tells of the first of them: "NAME:3: theme: expected dark or projector, found 'x'", else it is "". */
int settings_read(Settings *settings, const char *name, const char *text,
                  char fault[SETTINGS_FAULT_SIZE]);
/* The same settings as text; returns its length. */
int settings_print(char text[SETTINGS_TEXT_SIZE], const Settings *settings);

#endif
