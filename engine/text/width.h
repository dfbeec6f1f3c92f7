/* Columns of a terminal: Chinese characters take two, combining marks none. */

#ifndef TPD_TEXT_WIDTH_H
#define TPD_TEXT_WIDTH_H

/* Columns of a text; a byte that is no UTF-8 counts as one. */
int text_width(const char *utf8);
/* Bytes of the longest beginning of `utf8` that takes at most `columns`. */
int text_fit(const char *utf8, int columns);

/* Writes `utf8` and blanks behind it (or before it) up to `columns`; a longer text is cut, with
 * an ellipsis.  Returns the length written, which is less than `size`. */
int text_pad(char *out, int size, const char *utf8, int columns);
int text_pad_left(char *out, int size, const char *utf8, int columns);

/* Where to break a text that is to fill lines of `columns`: the bytes of the next line, blanks at
 * its end not counted, and in `*rest` where the line after it begins.  Breaks at blanks and between
 * Chinese characters, never before a closing or after an opening mark. */
int text_line(const char *utf8, int columns, const char **rest);
/* Bytes up to the first place where text_line() breaks a text of its own accord: it has to cut a word
 * that is longer than the line. */
int text_word(const char *utf8);

#endif
