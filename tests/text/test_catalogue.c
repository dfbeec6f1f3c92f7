/* .mo files, also such as nobody should write: none may be read beyond its end, and what say() finds
 * is always a text. */

#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "support/catalogues.h"
#include "test.h"
#include "text/voice.h"

static const Pair pairs[] = {{.id = "", .translation = "Content-Type: text/plain; charset=UTF-8\n"},
                             {.id = "Trust", .translation = "信任"},
                             {.id = "US", .translation = "美国"}};
enum { PAIRS = sizeof pairs / sizeof pairs[0] };

/* Reads from a block of exactly this size, so that a byte beyond its end is seen by the sanitizer. */
static Status read_exactly(Catalogue **catalogue, const uint8_t *bytes, size_t size, Error *err)
{
    uint8_t *block = malloc(size == 0 ? 1 : size);

    assert_non_null(block);
    memcpy(block, bytes, size);
    Status status = catalogue_read(catalogue, "x.mo", block, size, err);
    free(block);
    return status;
}

/* A catalogue that has been accepted answers every question. */
static void use(Catalogue *catalogue)
{
    const Voice voice = {.language = LANGUAGE_ZH, .catalogue = catalogue};

    for (int i = 0; i < PAIRS; i++) {
        assert_true(strlen(say(&voice, pairs[i].id)) < MO_SIZE);
    }
    assert_string_equal(say(&voice, "nobody says this"), "nobody says this");
    catalogue_close(catalogue);
}

static void expect_fault(const uint8_t *bytes, size_t size, const char *fault)
{
    Catalogue *catalogue = NULL;
    Error err;

    assert_int_equal(read_exactly(&catalogue, bytes, size, &err), STATUS_PARSE);
    assert_null(catalogue);
    if (strstr(err.text, fault) == NULL) {
        fail_msg("expected '%s', got '%s'", fault, err.text);
    }
}

TEST(both_byte_orders_are_read)
{
    for (int swapped = 0; swapped < 2; swapped++) {
        Catalogue *catalogue = catalogue_make(pairs, PAIRS, swapped != 0);
        const Voice voice = {.language = LANGUAGE_ZH, .catalogue = catalogue};
        assert_int_equal(catalogue_count(catalogue), PAIRS);
        assert_string_equal(say(&voice, "Trust"), "信任");
        assert_string_equal(say(&voice, "US"), "美国");
        catalogue_close(catalogue);
    }
}

TEST(a_file_that_ends_early_is_refused)
{
    uint8_t bytes[MO_SIZE];
    size_t size = mo_write(bytes, pairs, PAIRS, false);

    for (size_t cut = 0; cut < size; cut++) {
        expect_fault(bytes, cut, "x.mo: not a good .mo file: ");
    }
}

TEST(a_fault_is_named)
{
    uint8_t bytes[MO_SIZE];
    size_t size = mo_write(bytes, pairs, PAIRS, false);
    uint8_t spoilt[MO_SIZE];

    expect_fault((const uint8_t *)"GIF89a, and more bytes than a header", 36, "does not begin");
    memcpy(spoilt, bytes, size);
    spoilt[6] = 2;
    expect_fault(spoilt, size, "later revision");
    memcpy(spoilt, bytes, size);
    memset(spoilt + 8, 0xff, 4);
    expect_fault(spoilt, size, "too many texts");
    memcpy(spoilt, bytes, size);
    memset(spoilt + 12, 0xff, 4);
    expect_fault(spoilt, size, "table lies outside");
    memcpy(spoilt, bytes, size);
    memset(spoilt + 28, 0xff, 8);
    expect_fault(spoilt, size, "text lies outside");
    memcpy(spoilt, bytes, size);
    spoilt[size - 2] = 0xff;
    expect_fault(spoilt, size, "not UTF-8");
    memcpy(spoilt, bytes, size);
    spoilt[size - 4] = '\033';
    spoilt[size - 3] = '[';
    spoilt[size - 2] = 'J';
    expect_fault(spoilt, size, "control characters");
}

TEST(texts_that_are_not_sorted_are_refused)
{
    static const Pair wrong[] = {{.id = "US", .translation = "美国"},
                                 {.id = "Trust", .translation = "信任"}};
    static const Pair twice[] = {{.id = "US", .translation = "美国"},
                                 {.id = "US", .translation = "信任"}};
    uint8_t bytes[MO_SIZE];

    expect_fault(bytes, mo_write(bytes, wrong, 2, false), "not sorted");
    expect_fault(bytes, mo_write(bytes, twice, 2, true), "not sorted");
}

/* What is refused is refused without harm, what is accepted can be used. */
static bool try_bytes(const uint8_t *bytes, size_t size)
{
    Catalogue *catalogue = NULL;

    if (read_exactly(&catalogue, bytes, size, NULL) != STATUS_OK) {
        return false;
    }
    use(catalogue);
    return true;
}

TEST(any_byte_may_be_wrong)
{
    uint8_t bytes[MO_SIZE];
    size_t size = mo_write(bytes, pairs, PAIRS, false);

    for (size_t at = 0; at < size; at++) {
        uint8_t right = bytes[at];
        for (unsigned value = 0; value < 256; value += 5) {
            bytes[at] = (uint8_t)value;
            (void)try_bytes(bytes, size);
        }
        bytes[at] = right;
    }
}

TEST(several_bytes_may_be_wrong)
{
    uint8_t bytes[MO_SIZE];
    size_t size = mo_write(bytes, pairs, PAIRS, true);
    int accepted = 0;

    for (uint64_t round = 0; round < 20000; round++) {
        uint8_t spoilt[MO_SIZE];
        memcpy(spoilt, bytes, size);
        for (uint64_t i = 0; i < 1 + round % 4; i++) {
            uint64_t noise = rng_mix(round * 8 + i);
            spoilt[noise % size] = (uint8_t)(noise >> 32);
        }
        accepted += try_bytes(spoilt, size);
    }
    assert_in_range(accepted, 100, 19900);
}

TEST(a_file_that_is_not_there_is_named)
{
    Catalogue *catalogue = NULL;
    Error err;

    assert_int_equal(catalogue_open(&catalogue, "nowhere", LANGUAGE_ZH, &err), STATUS_IO);
    assert_non_null(strstr(err.text, "nowhere/zh.mo: "));
    assert_int_equal(catalogue_open(&catalogue, "nowhere", LANGUAGE_EN, &err), STATUS_OK);
    assert_null(catalogue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_byte_orders_are_read),
        cmocka_unit_test(a_file_that_ends_early_is_refused),
        cmocka_unit_test(a_fault_is_named),
        cmocka_unit_test(texts_that_are_not_sorted_are_refused),
        cmocka_unit_test(any_byte_may_be_wrong),
        cmocka_unit_test(several_bytes_may_be_wrong),
        cmocka_unit_test(a_file_that_is_not_there_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
