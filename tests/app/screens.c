/* screens LEAST FILE…: whether what `tpd play` printed fits a terminal of 100 columns and 40 lines:
 * no line is wider, no screen with its prompt is higher, nothing but text is sent, and there are at
 * least so many screens. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/width.h"

enum { COLUMNS = 100, LINES = 40, LINE_MOST = 4096, DECIMAL = 10 };

typedef struct Look {
    const char *name;
    int number;  /* of the line */
    int lines;   /* of the screen so far */
    bool inside; /* a screen whose prompt has not come */
    int screens, faults;
} Look;

static void fault(Look *look, const char *what)
{
    printf("%s:%d: %s\n", look->name, look->number, what);
    look->faults++;
}

/* "US> 1": a short word before the mark. */
static bool is_prompt(const char *line)
{
    static const char mark[] = "> ";
    enum { NAME_COLUMNS = 16 };
    const char *end = strstr(line, mark);
    char name[LINE_MOST];

    if (end == NULL || end == line || line[0] == '>' || line[0] == ' ' || end - line >= LINE_MOST) {
        return false;
    }
    memcpy(name, line, (size_t)(end - line));
    name[end - line] = '\0';
    return text_width(name) <= NAME_COLUMNS;
}

static void look_at_line(Look *look, const char *line)
{
    size_t length = strlen(line);

    look->number++;
    look->lines++;
    if (strncmp(line, "=== ", strlen("=== ")) == 0) {
        look->inside = true;
        look->lines = 1;
    }
    if (text_width(line) > COLUMNS) {
        fault(look, "wider than 100 columns");
    }
    for (const char *c = line; *c != '\0'; c++) {
        if ((unsigned char)*c < ' ' || *c == '\177') {
            fault(look, "a control character");
            break;
        }
    }
    if (length > 0 && line[length - 1] == ' ' && !is_prompt(line) && look->inside) {
        fault(look, "blanks at the end of a line");
    }
    if (look->inside && is_prompt(line)) {
        look->inside = false;
        look->screens++;
        if (look->lines > LINES) {
            fault(look, "a screen of more than 40 lines");
        }
    }
}

static bool look_at_file(Look *look)
{
    char line[LINE_MOST];
    FILE *file = fopen(look->name, "r");

    if (file == NULL) {
        fault(look, "it cannot be read");
        return false;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        look_at_line(look, line);
    }
    fclose(file);
    return true;
}

int main(int argc, char **argv)
{
    int least = argc > 1 ? (int)strtol(argv[1], NULL, DECIMAL) : 0;
    int faults = argc > 2 ? 0 : 1;

    for (int i = 2; i < argc; i++) {
        Look look = {.name = argv[i]};
        if (look_at_file(&look) && look.screens < least) {
            printf("%s: only %d screens\n", look.name, look.screens);
            look.faults++;
        }
        faults += look.faults;
    }
    return faults == 0 ? 0 : 1;
}
