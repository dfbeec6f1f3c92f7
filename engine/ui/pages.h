/* The handbook's text cut into passages, so that a window can set it in lines of its own: Markdown
 * as engine/text lays it out for a terminal, paragraphs put together again. */

#ifndef TPD_UI_PAGES_H
#define TPD_UI_PAGES_H

enum { PAGES_TEXT_MAX = 192 * 1024, PASSAGES_MAX = 2048, CHAPTERS_MAX = 32, CELLS_MAX = 6 };

typedef enum PassageKind {
    PASSAGE_CHAPTER,
    PASSAGE_HEADING,
    PASSAGE_TEXT,
    PASSAGE_ITEM, /* of a list; its mark is in the text */
    PASSAGE_ROW,  /* of a table: cells between bars */
} PassageKind;

typedef struct Passage {
    PassageKind kind;
    int start; /* in Pages.text, ended by a zero */
    int chapter;
} Passage;

typedef struct Pages {
    int length; /* of the text as it comes in */
    int passage_count, chapter_count;
    Passage passage[PASSAGES_MAX];
    int chapter[CHAPTERS_MAX]; /* the passage that heads it */
    char text[PAGES_TEXT_MAX];
} Pages;

void pages_clear(Pages *pages);
/* A HandbookSink, `user` being Pages: takes the page piece by piece; what has no room is left out. */
void pages_add(void *user, const char *text);
/* After the last piece: cuts the text into passages. */
void pages_cut(Pages *pages);

/* The chapter that a passage's words send the reader to, "section 9.1" or "第 9 节", from byte *at on,
 * which goes on behind it; -1: no other. */
int pages_link(const Pages *pages, const char *text, int *at);
/* The digits that a text begins with: "9" of "9.1". */
int pages_number(const char *text);
/* The chapter numbered so; -1: none. */
int pages_chapter(const Pages *pages, int number);
/* The cells of a row: where each begins and how long it is; returns how many. */
typedef struct Cell {
    const char *text;
    int length;
} Cell;
int pages_cells(const char *row, Cell cell[CELLS_MAX]);

#endif
