#include "app/json.h"

#include <stdio.h>

void json_string(const char *text)
{
    putchar('"');
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < ' ') {
            printf("\\u%04x", (unsigned)c);
            continue;
        }
        if (c == '"' || c == '\\') {
            putchar('\\');
        }
        putchar(c);
    }
    putchar('"');
}
