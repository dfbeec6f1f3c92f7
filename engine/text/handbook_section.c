#include "text/handbook_section.h"

#include <string.h>

/* The rank of a heading: how many # it begins with; 0 for any other line. */
static int rank_of(const char *line)
{
    int rank = (int)strspn(line, "#");

    return rank > 0 && line[rank] == ' ' ? rank : 0;
}

/* "9" stands in headings of rank 2, "9.1" in those of rank 3. */
static int rank_of_section(const char *section)
{
    return strchr(section, '.') == NULL ? 2 : 3;
}

bool section_begins(const char *line, const char *section)
{
    int rank = rank_of(line);
    size_t length = strlen(section);

    if (rank != rank_of_section(section) || strncmp(line + rank + 1, section, length) != 0) {
        return false;
    }
    const char *after = line + rank + 1 + length;
    return *after == ' ' || strncmp(after, ". ", 2) == 0;
}

bool section_goes_on(const char *line, const char *section)
{
    int rank = rank_of(line);

    return rank == 0 || rank > rank_of_section(section);
}

bool section_exists(const char *text, const char *section)
{
    for (const char *line = text; *line != '\0';) {
        if (section_begins(line, section)) {
            return true;
        }
        line += strcspn(line, "\n");
        line += *line == '\n';
    }
    return false;
}
