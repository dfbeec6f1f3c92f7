/* The widget layer: immediate mode.  A screen draws itself from top to bottom each frame and asks of
 * each of its zones whether it is pointed at, has the focus or was chosen, by mouse or by key. */

#ifndef TPD_UI_UI_H
#define TPD_UI_UI_H

#include <stdbool.h>
#include <stdint.h>

#include "text/voice.h"
#include "ui/box.h"
#include "ui/draw.h"
#include "ui/measure.h"
#include "ui/theme.h"

typedef enum UiKey {
    UI_KEY_NONE,
    UI_KEY_NEXT, /* Tab */
    UI_KEY_PREVIOUS,
    UI_KEY_LEFT,
    UI_KEY_RIGHT,
    UI_KEY_UP,
    UI_KEY_DOWN,
    UI_KEY_ENTER,
    UI_KEY_BACK, /* Esc, or the right mouse button */
    UI_KEY_PAGE_UP,
    UI_KEY_PAGE_DOWN,
    UI_KEY_FULL_SCREEN,
    UI_KEY_HANDBOOK, /* F1 */
    UI_KEY_LANGUAGE, /* F2 */
    UI_KEY_CARDS,    /* F3 */
    UI_KEY_ERASE,    /* the character before the caret */
    UI_KEY_LETTER,   /* see UiInput.letter */
} UiKey;

enum { TYPED_SIZE = 64 };

/* What people have done since the last frame: at most one key, at most one click. */
typedef struct UiInput {
    Spot mouse; /* outside the frame where it is not over the window */
    bool pressed;
    int wheel;
    UiKey key;
    char letter;            /* of UI_KEY_LETTER, small */
    bool space_held;        /* the board as it would be after the market */
    int passed;             /* milliseconds since the last frame */
    char typed[TYPED_SIZE]; /* UTF-8, while somebody types into a field; "" */
} UiInput;

enum { ZONES_MAX = 256, TIP_SIZE = 2048 };

typedef struct UiZone {
    uint32_t id;
    Box box;
} UiZone;

/* What a zone of this frame comes to. */
typedef struct UiTouch {
    bool hot;     /* the mouse is over it, or it has the focus and the mouse is nowhere */
    bool focused; /* draw a ring around it */
    bool clicked;
} UiTouch;

typedef struct Ui {
    DrawList *list;
    Measure measure;
    Theme theme;
    const Voice *voice;
    UiInput input;
    uint32_t hot, focus; /* ids; 0: none */
    bool by_key;         /* the focus is what a person moves, not the mouse */
    uint32_t held_hot;   /* as they were before ui_hold() */
    bool held_by_key;
    int zone_count;
    UiZone zone[ZONES_MAX]; /* of the frame that is drawn; before that of the last one */
    UiZone last[ZONES_MAX];
    int last_count;
    bool types;   /* a field of this frame wants what is typed, and letters are no keys */
    Box types_at; /* where: an input method shows itself beside it */
    Box tip_at;
    char tip[TIP_SIZE]; /* of what is hot; "": none */
} Ui;

/* A frame: begin, the screen, end. */
void ui_begin(Ui *ui, const UiInput *input);
void ui_end(Ui *ui);

/* Between the two, what lies below a panel is drawn: nothing of it can be pointed at or answers. */
UiInput ui_hold(Ui *ui);
void ui_release(Ui *ui, const UiInput *input);

uint32_t ui_id(const char *kind, int index);
UiTouch ui_zone(Ui *ui, uint32_t id, Box box);
/* Says `text` beside the zone while it is hot. */
void ui_tip(Ui *ui, UiTouch touch, Box box, const char *text);
/* The ring of the focus, or of what is selected. */
void ui_ring(Ui *ui, Box box, int radius, Ink ink);
/* Whether the keyboard has led to a zone, which then answers Enter. */
bool ui_has_focus(const Ui *ui);
/* Whether the letter was typed; it is used up. */
bool ui_letter(Ui *ui, char letter);
bool ui_key(Ui *ui, UiKey key);

typedef struct Style {
    Type type;
    Ink ink;
    Align align;
    bool elide; /* a text that is too wide ends in an ellipsis; otherwise it is a fault */
} Style;

int ui_width(const Ui *ui, Type type, const char *text);
int ui_line(const Ui *ui, Type type);
void ui_text(Ui *ui, Box box, Style style, const char *text);
/* A mark on the ground, faint, not to be read first. */
void ui_mark(Ui *ui, Box box, Style style, const char *text);
/* In as many lines as it takes, from the top; returns their height.  What does not fit is elided, or
 * a fault. */
int ui_paragraph(Ui *ui, Box box, Style style, const char *text);
int ui_paragraph_height(const Ui *ui, int width, Type type, const char *text);

typedef struct Button {
    uint32_t id;
    const char *label;  /* NULL: the icon alone */
    int icon;           /* Icon, or -1 */
    const char *detail; /* a second line, or behind the label; may be NULL */
    char key;           /* small letter, '\n' for Enter, or 0 */
    bool primary, selected;
    bool chosen;         /* of several answers this is the one: no ring, that is for the focus */
    const char *refusal; /* why it cannot be chosen; NULL: it can */
    const char *tip;     /* what it does; may be NULL */
} Button;

bool ui_button(Ui *ui, Box box, const Button *button);

/* A line to type into.  It takes what is typed while it has the focus; Esc takes the focus away. */
typedef struct Field {
    uint32_t id;
    char *text;        /* UTF-8, and changed */
    int size;          /* of it, its zero included */
    bool digits;       /* nothing else is taken */
    const char *empty; /* what stands there, faint, while there is no text */
} Field;

/* Whether the text was changed. */
bool ui_field(Ui *ui, Box box, const Field *field);

/* The first of `rows` that a list of `shown` of them begins with, after the wheel and the page keys. */
int ui_scroll(Ui *ui, int first, int rows, int shown);

/* One of several short answers, side by side. */
typedef struct Choices {
    const char *kind; /* of their ids */
    const char *const *label;
    int count, selected;
} Choices;

/* The one that is selected now. */
int ui_choices(Ui *ui, Box box, const Choices *choices);

#endif
