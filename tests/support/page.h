/* A text file of the project, read whole: what a document says is held against the code. */

#ifndef TPD_TESTS_SUPPORT_PAGE_H
#define TPD_TESTS_SUPPORT_PAGE_H

/* The file at a path below the top of the project, ended by '\0'; the caller frees it.  A file that
 * is missing, empty or above 1 MiB fails the test. */
char *page_read(const char *path);

#endif
