#include "ui/slice.h"

enum { SHORT = 10, LONG = 20 }; /* milliseconds */

int slice_next(int slice, int passed)
{
    if (passed > LONG) {
        return slice > 1 ? slice / 2 : 1;
    }
    return passed < SHORT && slice < SLICE_MOST ? 2 * slice : slice;
}
