/* What it costs that cards are programs: whole games of the twinned deck by the card machine and by
 * hand in C, with the same seeds, one block of games after the other. */

#include <inttypes.h>
#include <stdbool.h>

#include "app/bench.h"
#include "app/bench_twin.h"
#include "core/playout.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"

enum { BLOCK_GAMES = 16 };

typedef struct Block {
    uint64_t seed;        /* of its first game */
    int64_t cards, twins; /* nanoseconds */
    State last_cards[BLOCK_GAMES], last_twins[BLOCK_GAMES];
} Block;

/* Plays the block and returns how long it took; `last` gets the final positions. */
static int64_t play_block(const Rules *rules, Setup setup, State last[BLOCK_GAMES])
{
    int64_t start = bench_clock();

    for (int i = 0; i < BLOCK_GAMES; i++, setup.seed++) {
        state_init(&last[i], rules, &setup);
        playout_random(&last[i], rules, 0);
    }
    return bench_clock() - start;
}

static Status compare_games(const Bench *bench, const Block *block, Error *err)
{
    for (int i = 0; i < BLOCK_GAMES; i++) {
        if (!state_equal(&block->last_cards[i], &block->last_twins[i])) {
            return error_set(err, STATUS_ILLEGAL,
                             "tpd bench: seed %" PRIu64 " of the twinned deck: expected the same "
                             "game from the cards and from their twins in C, but one ends with the "
                             "hash %016" PRIx64 ", the other with %016" PRIx64,
                             block->seed + (uint64_t)i,
                             state_hash(&block->last_cards[i], bench->rules),
                             state_hash(&block->last_twins[i], bench->rules));
        }
    }
    return STATUS_OK;
}

static Status play_both(Bench *bench, Block *block, bool cards_first, Error *err)
{
    Setup setup = bench->setup;

    block->seed = setup.seed;
    if (cards_first) {
        block->cards = play_block(bench->deck.cards, setup, block->last_cards);
        block->twins = play_block(bench->deck.twins, setup, block->last_twins);
    } else {
        block->twins = play_block(bench->deck.twins, setup, block->last_twins);
        block->cards = play_block(bench->deck.cards, setup, block->last_cards);
    }
    bench->setup.seed += BLOCK_GAMES;
    return compare_games(bench, block, err);
}

/* A sample is a pair of blocks: each side once goes first. */
Status bench_vm(Bench *bench, Error *err)
{
    int64_t start = bench_clock();
    Block a;
    Block b;

    do {
        Status status = play_both(bench, &a, true, err);
        if (status == STATUS_OK) {
            status = play_both(bench, &b, false, err);
        }
        if (status != STATUS_OK) {
            return status;
        }
        figure_add(&bench->figure[FIGURE_VM_OVER_C],
                   (double)(a.cards + b.cards) / (double)(a.twins + b.twins));
    } while (bench_clock() - start < bench->slice);
    return STATUS_OK;
}
