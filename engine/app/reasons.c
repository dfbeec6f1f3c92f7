#include "app/reasons.h"

#include <inttypes.h>
#include <stdbool.h>

void reasons_print(FILE *file, const Reasons *reasons)
{
    enum { ONE = 1000 };

    for (int i = 0; i < reasons->count; i++) {
        const Reason *reason = &reasons->item[i];
        bool is_negative = reason->thousandths < 0;
        uint64_t size = (uint64_t)(is_negative ? -reason->thousandths : reason->thousandths);
        fprintf(file, "%s%s", i == 0 ? "" : "; ", reason->text);
        if (reason->has_number) {
            fprintf(file, " %c%" PRIu64 ".%03" PRIu64, is_negative ? '-' : '+', size / ONE,
                    size % ONE);
        }
    }
    fputc('\n', file);
}
