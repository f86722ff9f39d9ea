/* SPDX-License-Identifier: MIT */
/* The union of what two copies of a plan hold of other namespaces. It is kept as canonical text, which has no
 * comments, and ">" only at the end of a tag, so that telling its pieces apart is a matter of counting. */
#include "model/foreign.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"

typedef HW__VEC(hw__piece) pieces;

typedef bool next_piece(const char **text, hw__piece *piece);

bool hw__next_element(const char **text, hw__piece *piece)
{
    if (!*text || !**text)
        return false;
    const char *at = *text;
    size_t depth = 0;
    do {
        const char *tag = strchr(at, '<');
        const char *end = tag ? strchr(tag, '>') : NULL;
        if (!end) { /* no canonical text: all of it is one piece */
            at += strlen(at);
            break;
        }
        if (tag[1] == '/')
            depth--;
        else if (end[-1] != '/')
            depth++;
        at = end + 1;
    } while (depth);
    *piece = (hw__piece){*text, (size_t)(at - *text)};
    *text = at;
    return true;
}

bool hw__next_attribute(const char **text, hw__piece *piece)
{
    if (!*text)
        return false;
    const char *begin = *text + strspn(*text, " ");
    if (!*begin)
        return false;
    const char *value = strchr(begin, '"');
    const char *end = value ? strchr(value + 1, '"') : NULL;
    end = end ? end + 1 : begin + strlen(begin);
    *piece = (hw__piece){begin, (size_t)(end - begin)};
    *text = end;
    return true;
}

static bool next_word(const char **text, hw__piece *piece)
{
    if (!*text)
        return false;
    const char *begin = *text + strspn(*text, " ");
    if (!*begin)
        return false;
    *piece = (hw__piece){begin, strcspn(begin, " ")};
    *text = begin + piece->size;
    return true;
}

static int compare_pieces(const void *a, const void *b)
{
    const hw__piece *x = a, *y = b;
    int order = memcmp(x->text, y->text, x->size < y->size ? x->size : y->size);
    return order ? order : (x->size > y->size) - (x->size < y->size);
}

static bool gather(pieces *all, const char *text, next_piece *next)
{
    hw__piece piece;
    while (next(&text, &piece)) {
        if (!hw__vec_push(all, piece))
            return false;
    }
    return true;
}

static void sort_out_duplicates(pieces *all)
{
    if (!all->count)
        return;
    qsort(all->items, all->count, sizeof *all->items, compare_pieces);
    size_t kept = 1;
    for (size_t i = 1; i < all->count; i++) {
        if (compare_pieces(&all->items[kept - 1], &all->items[i]) != 0)
            all->items[kept++] = all->items[i];
    }
    all->count = kept;
}

/* All pieces one after another, each with `before` in front, or `between` them. */
static char *join(const pieces *all, const char *before, const char *between)
{
    size_t size = 1;
    for (size_t i = 0; i < all->count; i++)
        size += strlen(before) + strlen(between) + all->items[i].size;
    char *text = hw__alloc(size);
    if (!text)
        return NULL;
    char *at = text;
    for (size_t i = 0; i < all->count; i++) {
        const char *lead = i ? between : "";
        at = (char *)memcpy(at, lead, strlen(lead)) + strlen(lead);
        at = (char *)memcpy(at, before, strlen(before)) + strlen(before);
        at = (char *)memcpy(at, all->items[i].text, all->items[i].size) + all->items[i].size;
    }
    *at = '\0';
    return text;
}

/* Where there is nothing to unite: one of them is empty, or both are the same. */
static bool is_simple(const char *a, const char *b, char **out, bool *good)
{
    if (a && b && strcmp(a, b) != 0)
        return false;
    const char *one = a ? a : b;
    *out = one ? hw__strdup(one) : NULL;
    *good = *out || !one;
    return true;
}

static bool unite(const char *a, const char *b, char **out, next_piece *next, const char *between)
{
    bool good;
    if (is_simple(a, b, out, &good))
        return good;
    pieces all = {0};
    good = gather(&all, a, next) && gather(&all, b, next);
    if (good) {
        sort_out_duplicates(&all);
        *out = join(&all, "", between);
        good = *out != NULL;
    }
    hw__vec_free(&all);
    return good;
}

bool hw__union_elements(const char *a, const char *b, char **out)
{
    return unite(a, b, out, hw__next_element, "");
}

bool hw__union_words(const char *a, const char *b, char **out)
{
    return unite(a, b, out, next_word, " ");
}

static size_t name_size(const hw__piece *attribute)
{
    const char *equals = memchr(attribute->text, '=', attribute->size);
    return equals ? (size_t)(equals - attribute->text) : attribute->size;
}

static bool is_binding(const hw__piece *attribute)
{
    return attribute->size > 5 && memcmp(attribute->text, "xmlns", 5) == 0;
}

static bool same_name(const hw__piece *a, const hw__piece *b)
{
    return name_size(a) == name_size(b) && memcmp(a->text, b->text, name_size(a)) == 0;
}

static bool same_value(const hw__piece *a, const hw__piece *b)
{
    size_t x = a->size - name_size(a), y = b->size - name_size(b);
    return x == y && memcmp(a->text + name_size(a), b->text + name_size(b), x) == 0;
}

/* Of attributes with one name the last by bytes stays. Bindings of prefixes must agree. */
static bool resolve_names(pieces *all)
{
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        const hw__piece *piece = &all->items[i];
        bool binding = is_binding(piece);
        for (size_t j = 0; binding && j < kept; j++) {
            if (is_binding(&all->items[j]) &&
                (same_name(&all->items[j], piece) || same_value(&all->items[j], piece)))
                return false;
        }
        if (kept && same_name(&all->items[kept - 1], piece))
            kept--;
        all->items[kept++] = *piece;
    }
    all->count = kept;
    return true;
}

static hw__piece name_of(const hw__piece *attribute)
{
    return (hw__piece){attribute->text, name_size(attribute)};
}

/* The namespace of an attribute, from the bindings in front. */
static hw__piece namespace_of(const hw__piece *bindings, size_t count, const hw__piece *attribute)
{
    static const char xml[] = "http://www.w3.org/XML/1998/namespace";
    const char *colon = memchr(attribute->text, ':', attribute->size);
    size_t prefix = colon ? (size_t)(colon - attribute->text) : 0;
    for (size_t i = 0; i < count; i++) {
        const hw__piece *binding = &bindings[i];
        size_t name = name_size(binding);
        if (name == 6 + prefix && memcmp(binding->text + 6, attribute->text, prefix) == 0)
            return (hw__piece){binding->text + name + 2, binding->size - name - 3}; /* without ="" */
    }
    return (hw__piece){xml, sizeof xml - 1};
}

/* Bindings by prefix, then attributes by namespace and name, as canonical text has them. `bound` bindings are
 * in front. */
static bool comes_before(const pieces *all, size_t bound, const hw__piece *a, const hw__piece *b)
{
    hw__piece x = name_of(a), y = name_of(b);
    if (is_binding(a) || is_binding(b))
        return is_binding(a) && (!is_binding(b) || compare_pieces(&x, &y) < 0);
    hw__piece uri_a = namespace_of(all->items, bound, a), uri_b = namespace_of(all->items, bound, b);
    int order = compare_pieces(&uri_a, &uri_b);
    return order ? order < 0 : compare_pieces(&x, &y) < 0;
}

/* By insertion: an element has at most some dozens. */
static void sort_attributes(pieces *all)
{
    size_t bound = 0;
    for (int round = 0; round < 2; round++) { /* bindings to the front; then all by their order */
        for (size_t i = bound; i < all->count; i++) {
            hw__piece piece = all->items[i];
            size_t at = i;
            if (round == 0 && !is_binding(&piece))
                continue;
            for (; at > 0 && comes_before(all, bound, &piece, &all->items[at - 1]); at--)
                all->items[at] = all->items[at - 1];
            all->items[at] = piece;
            bound += round == 0;
        }
    }
}

bool hw__union_attributes(const char *a, const char *b, char **out, bool *clash)
{
    bool good;
    *clash = false;
    *out = NULL;
    if (is_simple(a, b, out, &good))
        return good;
    pieces all = {0};
    good = gather(&all, a, hw__next_attribute) && gather(&all, b, hw__next_attribute);
    if (good) {
        sort_out_duplicates(&all);
        *clash = !resolve_names(&all);
        if (!*clash) {
            sort_attributes(&all);
            *out = join(&all, " ", "");
        }
        good = *clash || *out;
    }
    hw__vec_free(&all);
    return good;
}
