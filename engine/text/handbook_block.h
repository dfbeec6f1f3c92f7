/* Within the handbook: the parts that are made from the rules alone. */

#ifndef TPD_TEXT_HANDBOOK_BLOCK_H
#define TPD_TEXT_HANDBOOK_BLOCK_H

#include "text/handbook.h"
#include "text/handbook_layout.h"

/* What a line that holds nothing but such a placeholder stands for: "{table:nations}"; NULL if it is
 * none. */
typedef void HandbookBlock(HandbookLayout *layout, const Handbook *book);

HandbookBlock *handbook_block(const char *line);

#endif
