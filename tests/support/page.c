#include "support/page.h"

#include <stdio.h>
#include <stdlib.h>

#include "test.h"

enum { PAGE_SIZE = 1024 * 1024, PATH_SIZE = 512 };

char *page_read(const char *path)
{
    char whole[PATH_SIZE];
    char *page = calloc(1, PAGE_SIZE);

    assert_in_range(snprintf(whole, sizeof whole, "%s/%s", TPD_SOURCE_DIR, path), 1, PATH_SIZE - 1);
    FILE *file = fopen(whole, "rb");
    assert_non_null(file);
    assert_non_null(page);
    assert_in_range(fread(page, 1, PAGE_SIZE, file), 1, PAGE_SIZE - 1);
    (void)fclose(file);
    return page;
}
