/* SPDX-License-Identifier: MIT */
/* Content of other namespaces, kept as text that stands on its own: every prefix is declared within it,
 * attributes are in one order, and what means the same is written the same. The text begins where our
 * namespace is the default one. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "format/plan_xml_reader.h"
#include "format/xml_out.h"

#define KEPT_ALLOWANCE ((size_t)64 << 10)
#define KEPT_FACTOR \
    4u /* a prefix that is declared once in the document is declared in every piece that uses it */

static bool is_same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

/* Attributes of no namespace first, then by namespace and name, as in canonical XML. */
static int compare_attributes(const void *a, const void *b)
{
    const hw__xml_attribute *x = a, *y = b;
    int order = compare_texts(x->uri, y->uri);
    return order ? order : strcmp(x->local, y->local);
}

static int compare_prefixes(const void *a, const void *b)
{
    return compare_texts(((const hw__reader_prefix *)a)->prefix, ((const hw__reader_prefix *)b)->prefix);
}

/* Whether a prefix means this namespace where the text is now. */
static bool is_declared(const hw__plan_reader *r, const char *prefix, const char *uri)
{
    for (size_t i = r->declared.count; i > 0; i--) {
        const hw__reader_prefix *declared = &r->declared.items[i - 1];
        if (is_same(declared->prefix, prefix)) {
            return is_same(declared->uri, uri);
        }
    }
    return prefix ? strcmp(prefix, "xml") == 0 : is_same(uri, r->plan_uri);
}

static void declare(hw__plan_reader *r, const char *prefix, const char *uri, int depth)
{
    const hw__reader_prefix declaration = {prefix, uri, depth};
    if (!is_declared(r, prefix, uri) && !hw__vec_push(&r->declared, declaration)) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
}

static void put_name(hw__buffer *out, const char *prefix, const char *local)
{
    if (prefix) {
        hw__put_text(out, prefix);
        hw__put_char(out, ':');
    }
    hw__put_text(out, local);
}

static void put_declarations(hw__plan_reader *r, size_t first)
{
    size_t count = r->declared.count - first;
    if (count == 0) {
        return;
    }
    hw__reader_prefix *declared = r->declared.items + first;
    qsort(declared, count, sizeof *declared, compare_prefixes);
    for (size_t i = 0; i < count; i++) {
        HW__PUT_LIT(r->kept, " xmlns");
        if (declared[i].prefix) {
            hw__put_char(r->kept, ':');
            hw__put_text(r->kept, declared[i].prefix);
        }
        HW__PUT_LIT(r->kept, "=\"");
        if (declared[i].uri) {
            hw__put_xml(r->kept, declared[i].uri, strlen(declared[i].uri), HW__XML_VALUE);
        }
        hw__put_char(r->kept, '"');
    }
}

static void put_attributes(hw__buffer *out, const hw__xml_attribute *attributes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        hw__put_char(out, ' ');
        put_name(out, attributes[i].prefix, attributes[i].local);
        HW__PUT_LIT(out, "=\"");
        hw__put_xml(out, attributes[i].value, attributes[i].size, HW__XML_VALUE);
        hw__put_char(out, '"');
    }
}

/* The attributes of a tag that are wanted, in order; freed by the caller. `count` 0 and NULL for none. */
static hw__xml_attribute *sorted_attributes(hw__plan_reader *r, const hw__xml_tag *tag, bool all,
                                            size_t *count)
{
    *count = 0;
    if (tag->count == 0) {
        return NULL;
    }
    hw__xml_attribute *attributes = hw__alloc((size_t)tag->count * sizeof *attributes);
    if (!attributes) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return NULL;
    }
    for (int i = 0; i < tag->count; i++) {
        hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
        if (all || hw__reader_is_foreign(r, &attribute)) {
            attributes[(*count)++] = attribute;
        }
    }
    qsort(attributes, *count, sizeof *attributes, compare_attributes);
    return attributes;
}

/* Stops when all that is kept together has outgrown the document. */
static void check_kept(hw__plan_reader *r, size_t before)
{
    r->kept_size += r->kept->size - before;
    if (r->kept->status != HW_OK) {
        hw__reader_stop(r, r->kept->status);
    } else if (r->kept_size > r->size * KEPT_FACTOR + KEPT_ALLOWANCE) {
        hw__reader_limit(r, r->place, "foreign-bytes", r->size * KEPT_FACTOR + KEPT_ALLOWANCE);
    }
}

bool hw__reader_is_foreign(const hw__plan_reader *r, const hw__xml_attribute *attribute)
{
    if (!attribute->uri || attribute->uri == r->plan_uri) {
        return false;
    }
    return attribute->uri != r->xml_uri || attribute->local != r->names[HW__NAME_LANG];
}

static void close_tag(hw__plan_reader *r)
{
    if (r->is_tag_open) {
        hw__put_char(r->kept, '>');
        r->is_tag_open = false;
    }
}

void hw__reader_keep(hw__plan_reader *r, const hw__xml_tag *tag, hw__buffer *kept, bool in_log)
{
    r->outer = r->mode;
    r->mode = HW__MODE_FOREIGN;
    r->inner = 0;
    r->kept = kept;
    r->in_log_text = in_log;
    r->is_tag_open = false;
    r->declared.count = 0;
    hw__reader_kept_start(r, tag);
}

void hw__reader_kept_start(hw__plan_reader *r, const hw__xml_tag *tag)
{
    size_t before = r->kept->size, first = r->declared.count, count;
    int depth = ++r->inner;
    hw__reader_is_new_name(r, tag->local);
    close_tag(r);
    declare(r, tag->prefix, tag->uri, depth);
    hw__xml_attribute *attributes = sorted_attributes(r, tag, true, &count);
    for (size_t i = 0; i < count; i++) {
        hw__reader_is_new_name(r, attributes[i].local);
        if (attributes[i].prefix) {
            declare(r, attributes[i].prefix, attributes[i].uri, depth);
        }
    }
    if (r->status == HW_OK) {
        hw__put_char(r->kept, '<');
        put_name(r->kept, tag->prefix, tag->local);
        put_declarations(r, first);
        put_attributes(r->kept, attributes, count);
        r->is_tag_open = true;
        check_kept(r, before);
    }
    hw__free(attributes);
}

void hw__reader_kept_end(hw__plan_reader *r, const char *local, const char *prefix)
{
    size_t before = r->kept->size;
    if (r->is_tag_open) {
        HW__PUT_LIT(r->kept, "/>");
        r->is_tag_open = false;
    } else {
        HW__PUT_LIT(r->kept, "</");
        put_name(r->kept, prefix, local);
        hw__put_char(r->kept, '>');
    }
    while (r->declared.count > 0 && r->declared.items[r->declared.count - 1].depth == r->inner) {
        r->declared.count--;
    }
    check_kept(r, before);
}

void hw__reader_kept_text(hw__plan_reader *r, const char *text, size_t size)
{
    size_t before = r->kept->size;
    close_tag(r);
    hw__put_xml(r->kept, text, size, r->in_log_text ? HW__XML_LINE_TEXT : HW__XML_TEXT);
    check_kept(r, before);
}

void hw__reader_keep_attributes(hw__plan_reader *r, const hw__xml_tag *tag, hw__buffer *kept)
{
    size_t count;
    hw__xml_attribute *attributes = sorted_attributes(r, tag, false, &count);
    if (count > 0) {
        size_t before = kept->size;
        r->kept = kept;
        r->declared.count = 0;
        for (size_t i = 0; i < count; i++) {
            hw__reader_is_new_name(r, attributes[i].local);
            declare(r, attributes[i].prefix, attributes[i].uri, 1);
        }
        put_declarations(r, 0);
        put_attributes(kept, attributes, count);
        check_kept(r, before);
    }
    hw__free(attributes);
}

char *hw__reader_take(hw__plan_reader *r, hw__buffer *kept)
{
    if (kept->size == 0) {
        return NULL;
    }
    char *text = hw__buffer_take(kept, NULL, NULL);
    if (!text) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    return text;
}

void hw__reader_keep_text(hw__plan_reader *r, hw__buffer *kept, const char *text, size_t size)
{
    size_t before = kept->size;
    r->kept = kept;
    hw__put(kept, text, size);
    check_kept(r, before);
}

/* The element around a piece, or the piece. */
void hw__reader_start_piece(hw__plan_reader *r, const hw__xml_tag *tag)
{
    const hw__xml_piece *piece = r->piece;
    if (r->depth == piece->depth + 1) {
        for (int i = 0; i < tag->count; i++) {
            hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
            r->is_fatal = r->is_fatal || !hw__reader_is_foreign(r, &attribute);
        }
        hw__reader_keep_attributes(r, tag, &r->capture);
    } else if (piece->is_attributes || r->pieces++ > 0 || (tag->uri == r->plan_uri && !piece->is_ours)) {
        hw__reader_stop(r, HW_ERR_INVALID);
    } else {
        hw__reader_keep(r, tag, &r->capture, piece->in_log);
    }
}
