/* What all json output has in common. */

#ifndef TPD_APP_JSON_H
#define TPD_APP_JSON_H

/* Prints the text in quotes, with what must be escaped. */
void json_string(const char *text);

#endif
