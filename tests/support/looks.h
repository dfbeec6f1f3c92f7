/* Every look that screens are made for: languages, themes, sizes. */

#ifndef TPD_TESTS_SUPPORT_LOOKS_H
#define TPD_TESTS_SUPPORT_LOOKS_H

#include "support/shell.h"

/* Draws the screen of the desk in each look, where shell_frame() checks that all fits. */
void looks_draw(Shell *shell);

#endif
