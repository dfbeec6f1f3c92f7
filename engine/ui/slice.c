#include "ui/slice.h"

enum { SHORT = 10, LONG = 28 }; /* milliseconds */

int slice_next(int slice, int passed, int least)
{
    if (passed > LONG) {
        return slice / 2 > least ? slice / 2 : least;
    }
    return passed < SHORT && slice < SLICE_MOST ? 2 * slice : slice;
}
