/* SPDX-License-Identifier: MIT */
/* SHA-1 and UUIDs against published vectors and Python's hashlib and uuid. */
#include <stdio.h>
#include <string.h>

#include "base/sha1.h"
#include "support/cmocka_all.h"
#include "support/random.h"

static void hex(const unsigned char *bytes, size_t size, char *out)
{
    for (size_t i = 0; i < size; i++) {
        sprintf(out + 2 * i, "%02x", bytes[i]);
    }
}

static void test_published_digests(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int times;
        const char *digest;
    } cases[] = {
        /* FIPS 180 examples, and the four of RFC 3174, section 7.3 */
        {"", 1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"},
        {"abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
         "84983e441c3bd26ebaae4aa1f95129e5e54670f1"},
        {"a", 1000000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"},
        {"0123456701234567012345670123456701234567012345670123456701234567", 10,
         "dea356a2cddd90c7a7ecedc5ebb563934f460452"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw__sha1 sha;
        unsigned char digest[20];
        char text[41];
        hw__sha1_start(&sha);
        for (int n = 0; n < cases[i].times; n++) {
            hw__sha1_add(&sha, cases[i].text, strlen(cases[i].text));
        }
        hw__sha1_end(&sha, digest);
        hex(digest, 20, text);
        assert_string_equal(text, cases[i].digest);
    }
}

/* Every length up to 300, in random pieces: the digest of all their digests, as hashlib computes it from
 * p = bytes((7 * i + 3) % 256 for i in range(300)). */
static void test_every_length_in_pieces(void **state)
{
    (void)state;
    test_random random = random_start("pieces", 3);
    unsigned char pattern[300];
    for (unsigned i = 0; i < sizeof pattern; i++) {
        pattern[i] = (unsigned char)(7 * i + 3);
    }
    hw__sha1 all;
    unsigned char digest[20];
    hw__sha1_start(&all);
    for (size_t length = 0; length <= sizeof pattern; length++) {
        hw__sha1 sha;
        hw__sha1_start(&sha);
        for (size_t done = 0; done < length;) {
            size_t part = (size_t)random_below(&random, length - done + 1);
            hw__sha1_add(&sha, pattern + done, part);
            done += part;
        }
        hw__sha1_end(&sha, digest);
        hw__sha1_add(&all, digest, sizeof digest);
    }
    char text[41];
    hw__sha1_end(&all, digest);
    hex(digest, 20, text);
    assert_string_equal(text, "43debf5006166594c976375f1c06253e43d53ddf");
}

static void test_version_5(void **state)
{
    (void)state;
    static const struct {
        const char *space, *name, *expected;
    } cases[] = {
        /* RFC 9562, appendix A.4 */
        {"6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2"},
        /* Python: uuid.uuid5(uuid.NAMESPACE_URL, name) */
        {"6ba7b811-9dad-11d1-80b4-00c04fd430c8", "", "1b4db7eb-4057-5ddf-91e0-36dec72071f5"},
        {"6BA7B811-9DAD-11D1-80B4-00C04FD430C8", "homework", "39a0f87d-0e7a-5159-8eba-674f029c7bb4"},
        {"6ba7b811-9dad-11d1-80b4-00c04fd430c8", "\303\234bung 1", "546ea346-d8a1-52af-906d-ccef8e38e204"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw__uuid space;
        assert_true(hw__uuid_parse(cases[i].space, 36, &space));
        /* From every division into a common beginning and a rest; the beginning serves twice. */
        for (size_t cut = 0; cut <= strlen(cases[i].name); cut++) {
            hw__sha1 start;
            hw__sha1_start(&start);
            hw__sha1_add(&start, space.bytes, sizeof space.bytes);
            hw__sha1_add(&start, cases[i].name, cut);
            for (int twice = 0; twice < 2; twice++) {
                hw__uuid uuid;
                char text[37] = "";
                hw__uuid_v5_from(&start, cases[i].name + cut, strlen(cases[i].name) - cut, &uuid);
                hw__uuid_print(&uuid, text);
                assert_string_equal(text, cases[i].expected);
            }
        }
    }
}

static void test_malformed_uuids(void **state)
{
    (void)state;
    static const char *const good = "2ed6657d-e927-568b-95e1-2665a8aea6a2";
    hw__uuid uuid;
    assert_true(hw__uuid_parse(good, 36, &uuid));
    assert_false(hw__uuid_parse(good, 35, &uuid));
    assert_false(hw__uuid_parse("2ed6657d-e927-568b-95e1-2665a8aea6a2f", 37, &uuid));
    assert_false(hw__uuid_parse("{2ed6657d-e927-568b-95e1-2665a8aea6}", 36, &uuid));
    for (size_t i = 0; i < 36; i++) {
        char bad[37];
        memcpy(bad, good, sizeof bad);
        bad[i] = bad[i] == '-' ? '0' : '-';
        assert_false(hw__uuid_parse(bad, 36, &uuid));
        bad[i] = 'g';
        assert_false(hw__uuid_parse(bad, 36, &uuid));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_digests),
        cmocka_unit_test(test_every_length_in_pieces),
        cmocka_unit_test(test_version_5),
        cmocka_unit_test(test_malformed_uuids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
