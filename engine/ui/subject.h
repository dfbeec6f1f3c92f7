/* What the inspector may be about: a value that says which thing of the table, not what to say of
 * it, so that an inspector that stays open tells what is true now. */

#ifndef TPD_UI_SUBJECT_H
#define TPD_UI_SUBJECT_H

#include <stdbool.h>

#include "core/action.h"
#include "core/explain.h"
#include "ui/column.h"
#include "ui/scene.h"

typedef enum SubjectKind {
    SUBJECT_NONE,
    SUBJECT_NUMBER, /* `question` */
    SUBJECT_TRACK,  /* `index`: its slot */
    SUBJECT_NATION,
    SUBJECT_TILE,
    SUBJECT_CARD,
    SUBJECT_ACTION, /* a choice, legal or not */
    SUBJECT_WORDS,  /* `words` */
} SubjectKind;

typedef struct Subject {
    SubjectKind kind;
    Question question;
    int index;
    Action action;
    const char *words; /* a msgid */
} Subject;

bool subject_equal(const Subject *a, const Subject *b);

/* Of the rules, that it is told from; NULL: none. */
const char *subject_section(const Subject *subject);
/* Writes all that the viewer may know of it. */
void subject_write(Column *column, const Scene *scene, const Subject *subject);

/* subject_number.c, subject_nation.c: the parts of it. */
void subject_number(Column *column, const Scene *scene, Question question);
void subject_nation(Column *column, const Scene *scene, int nation);

#endif
