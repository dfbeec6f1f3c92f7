/* How much of a long work is done in a frame: as much as takes a few milliseconds.  The work must not
 * hang on how it is cut. */

#ifndef TPD_UI_SLICE_H
#define TPD_UI_SLICE_H

enum { SLICE_FIRST = 4, SLICE_MOST = 512 };

/* The next slice, when the last frame with one took so many milliseconds; `least` costs next to nothing,
 * so that the work comes to its end also where frames are slow. */
int slice_next(int slice, int passed, int least);

#endif
