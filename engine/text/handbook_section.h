/* Within the handbook: headings and the sections that they begin. */

#ifndef TPD_TEXT_HANDBOOK_SECTION_H
#define TPD_TEXT_HANDBOOK_SECTION_H

#include <stdbool.h>

/* Whether "## 9. …" or "### 9.1 …" begins a section called `section` ("9", "9.1"). */
bool section_begins(const char *line, const char *section);
/* Whether the section goes on at a heading further down: it is of a lower rank. */
bool section_goes_on(const char *line, const char *section);
bool section_exists(const char *text, const char *section);

#endif
