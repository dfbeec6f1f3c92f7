#include "lab/bot_work.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

enum { HELPERS_MAX = 15 };

/* A worker has every `stride`-th part from `first` on. */
typedef struct Share {
    Bot *bot;
    int first, stride, parts;
} Share;

static void *work(void *user)
{
    const Share *share = user;

    for (int part = share->first; part < share->parts; part += share->stride) {
        while (share->bot->type->step(share->bot, part)) {
        }
    }
    return NULL;
}

void bot_work_threads(Bot *bot, int parts, int threads)
{
    pthread_t helper[HELPERS_MAX];
    Share share[HELPERS_MAX + 1];
    bool started[HELPERS_MAX];
    int stride = threads < parts ? threads : parts;

    stride = stride > HELPERS_MAX + 1 ? HELPERS_MAX + 1 : stride;
    for (int i = 0; i < stride; i++) {
        share[i] = (Share){bot, i, stride, parts};
    }
    for (int i = 1; i < stride; i++) {
        started[i - 1] = pthread_create(&helper[i - 1], NULL, work, &share[i]) == 0;
    }
    for (int i = 0; i < stride; i++) {
        if (i == 0 || !started[i - 1]) {
            work(&share[i]);
        }
    }
    for (int i = 1; i < stride; i++) {
        if (started[i - 1]) {
            pthread_join(helper[i - 1], NULL);
        }
    }
}
