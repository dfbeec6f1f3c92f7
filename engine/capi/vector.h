/* The view vector: what one seat may know as numbers in fixed places (view_slots.def, tpd.h). */

#ifndef TPD_CAPI_VECTOR_H
#define TPD_CAPI_VECTOR_H

#include <stdint.h>

#include "capi/tpd.h"
#include "core/rules.h"
#include "core/view.h"

/* A run of slots that belong together. */
typedef struct VectorRun {
    const char *name, *index, *meaning;
    int first, count;
} VectorRun;

/* The runs in the order of the vector. */
int vector_run_count(void);
VectorRun vector_run(int run);

/* Writes every slot: of the view alone. */
void vector_fill(int16_t vector[TPD_VIEW_SIZE], const View *view, const Rules *rules);

/* The name of a slot, `hand_count.UC`; returns its length. */
int vector_name(char name[TPD_NAME_SIZE], int slot);

#endif
