/* SPDX-License-Identifier: MIT */
/* The one place that knows libxml2: a SAX2 parse that reads the document in pieces, loads nothing, prints
 * nothing, and stops at the first sign of a document type. */
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "format/plan_xml_reader.h"
#include "format/xml_guard.h"
#include "homework/document.h"
#include "homework/exchange.h"

/* NULL without memory. */
static const char *intern(hw__plan_reader *r, const char *name)
{
    xmlParserCtxt *parser = r->parser;
    return (const char *)xmlDictLookup(parser->dict, (const xmlChar *)name, -1);
}

static uint32_t place_of(const xmlParserCtxt *parser, const xmlChar *at)
{
    const xmlParserInput *input = parser->input;
    return (uint32_t)(input->consumed + (unsigned long)(at - input->base));
}

static uint32_t here(const hw__plan_reader *r)
{
    const xmlParserCtxt *parser = r->parser;
    return parser->input ? place_of(parser, parser->input->cur) : 0;
}

static uint32_t value_place(const hw__plan_reader *r, const char *value)
{
    const xmlParserCtxt *parser = r->parser;
    const xmlChar *at = (const xmlChar *)value;
    bool is_inside = parser->input && at >= parser->input->base && at <= parser->input->end;
    return is_inside ? place_of(parser, at) : here(r);
}

/* ---- events ---- */

static void stop_when_done(hw__plan_reader *r)
{
    if (r->status != HW_OK) {
        xmlStopParser(r->parser);
    }
}

static void on_start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int count, int defaulted,
                     const xmlChar **cells)
{
    hw__plan_reader *r = user;
    (void)namespaces;
    (void)defaulted;
    if (r->status != HW_OK) {
        return;
    }
    if (namespace_count > 0) {
        /* Each prefix is looked up among all that are in scope, so a pile of them makes every tag dear. */
        r->prefixes[r->depth] = (uint8_t)(namespace_count < UINT8_MAX ? namespace_count : UINT8_MAX);
        r->prefix_count += namespace_count;
        if (r->prefix_count > HW__MAX_PREFIXES) {
            hw__reader_limit(r, here(r), "prefixes", HW__MAX_PREFIXES);
        }
    }
    const hw__xml_tag tag = {(const char *)local, (const char *)prefix, (const char *)uri, count, cells};
    if (r->status == HW_OK) {
        hw__reader_start(r, &tag);
    }
    stop_when_done(r);
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    hw__plan_reader *r = user;
    (void)uri;
    if (r->status != HW_OK) {
        return;
    }
    if (r->mode == HW__MODE_FOREIGN) {
        hw__reader_kept_end(r, (const char *)local, (const char *)prefix);
    }
    hw__reader_end(r);
    if (r->prefixes[r->depth] > 0) {
        r->prefix_count -= r->prefixes[r->depth];
        r->prefixes[r->depth] = 0;
    }
    stop_when_done(r);
}

static void on_text(void *user, const xmlChar *text, int size)
{
    hw__plan_reader *r = user;
    if (r->status == HW_OK && size > 0) {
        hw__reader_text(r, (const char *)text, (size_t)size);
        stop_when_done(r);
    }
}

/* Processing instructions are not kept, but their names fill the parser's dictionary. */
static void on_instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    hw__plan_reader *r = user;
    (void)data;
    if (r->status == HW_OK) {
        hw__reader_is_new_name(r, (const char *)target);
        stop_when_done(r);
    }
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
    hw__plan_reader *r = user;
    (void)name;
    (void)public_id;
    (void)system_id;
    if (r->status == HW_OK) {
        hw__reader_report(r, HW_PROBLEM_DOCTYPE, HW_SEVERITY_ERROR, HW__AT_BYTE, here(r), NULL,
                          "a document type declaration is not read");
        hw__reader_stop(r, HW_ERR_INVALID);
        stop_when_done(r);
    }
}

/* What a parser's error is to us. Its own messages quote the document, so they go nowhere. */
static void report_error(hw__plan_reader *r, int code)
{
    xmlParserCtxt *parser = r->parser;
    uint32_t place = here(r);
    bool is_at_end = place >= r->size ||
                     (parser->input && parser->input->cur >= parser->input->end && r->given >= r->size);
    const char *message = "the document is not well formed";
    hw_problem_code problem = HW_PROBLEM_SYNTAX;
    if (code == XML_NS_ERR_UNDEFINED_NAMESPACE || code == XML_NS_ERR_XML_NAMESPACE ||
        code == XML_NS_ERR_QNAME || code == XML_NS_ERR_ATTRIBUTE_REDEFINED || code == XML_NS_ERR_EMPTY ||
        code == XML_NS_ERR_COLON) {
        problem = HW_PROBLEM_NAMESPACE;
        message = "a prefix or namespace is used wrongly";
    } else if (is_at_end && code != XML_ERR_DOCUMENT_EMPTY) {
        problem = HW_PROBLEM_TRUNCATED;
        message = "the document ends before it is complete";
    }
    hw__reader_report(r, problem, HW_SEVERITY_ERROR, HW__AT_BYTE, place < r->size ? place : (uint32_t)r->size,
                      NULL, "%s", message);
    hw__reader_stop(r, HW_ERR_INVALID);
}

static void on_error(void *user, xmlErrorPtr error)
{
    hw__plan_reader *r = user;
    if (r->status != HW_OK) {
        return;
    }
    if (error->code == XML_ERR_NO_MEMORY) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    } else if (error->domain == XML_FROM_NAMESPACE || error->level >= XML_ERR_ERROR) {
        if (error->code == XML_WAR_NS_URI || error->code == XML_WAR_NS_URI_RELATIVE) {
            return; /* a namespace is a name; whether it is a good URI does not matter */
        }
        report_error(r, error->code);
    } else {
        return;
    }
    xmlStopParser(r->parser);
}

/* ---- driving ---- */

static int give_piece(void *user, char *out, int room)
{
    hw__plan_reader *r = user;
    size_t left = r->size - r->given;
    size_t piece = left < (size_t)room ? left : (size_t)room;
    memcpy(out, r->data + r->given, piece);
    r->given += piece;
    return (int)piece;
}

static bool intern_names(hw__plan_reader *r)
{
    r->plan_uri = intern(r, HW__XML_NAMESPACE);
    r->xml_uri = intern(r, HW__XML_OWN_NAMESPACE);
    bool good = r->plan_uri && r->xml_uri;
    for (int i = r->piece ? HW__NAME_LANG : 0; i < HW__NAME_COUNT; i++) { /* a piece has no entries */
        r->names[i] = intern(r, hw__log_names[i]);
        good = good && r->names[i];
    }
    return good;
}

static void parse(hw__plan_reader *r)
{
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = handler.ignorableWhitespace = handler.cdataBlock = on_text;
    handler.processingInstruction = on_instruction;
    handler.internalSubset = handler.externalSubset = on_doctype;
    handler.serror = on_error;
    r->given = 0;
    xmlParserCtxt *parser = xmlCreateIOParserCtxt(&handler, r, give_piece, NULL, r, XML_CHAR_ENCODING_NONE);
    if (!parser) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return;
    }
    r->parser = parser;
    /* NOENT only makes the five entities of XML arrive as characters in attributes too: there can be no
     * others without a document type. What the declaration says about the encoding was judged by the
     * guard. */
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES);
    if (intern_names(r)) {
        xmlParseDocument(parser);
        if (r->status == HW_OK && (!parser->wellFormed || !parser->nsWellFormed)) {
            report_error(r, parser->nsWellFormed ? XML_ERR_INTERNAL_ERROR : XML_NS_ERR_UNDEFINED_NAMESPACE);
        }
    } else {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    r->parser = NULL;
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
}

static hw_status guard(hw__plan_reader *r)
{
    return hw__xml_guard(r->data, r->size, r->options->limits, r->problems);
}

static const hw__reader_source xml = {guard, parse, here, value_place, "xmlns", "xml:lang", '<'};

hw_plan *hw_plan_from_xml(const char *data, size_t size, const hw_read_options *options,
                          hw_problems *problems, hw_error *err)
{
    return hw__reader_plan(&xml, NULL, data, size, options, problems, err);
}

hw_status hw_plan_read_log_xml(hw_plan *plan, const char *data, size_t size, const hw_read_options *options,
                               hw_problems *problems, hw_error *err)
{
    return hw__reader_log(&xml, plan, data, size, options, problems, err);
}

hw_plan *hw_plan_from_changes(const hw_plan *plan, const char *data, size_t size,
                              const hw_read_options *options, hw_problems *problems, hw_error *err)
{
    return hw__reader_changes(&xml, plan, data, size, options, problems, err);
}

/* A document around the piece: an element that has the attributes, or one that has the element. */
static char *wrap(const hw__xml_piece *piece, size_t *size)
{
    hw__buffer out;
    hw__buffer_init(&out, SIZE_MAX);
    HW__PUT_LIT(&out, "<piece xmlns=\"" HW__XML_NAMESPACE "\"");
    hw__put_char(&out, piece->is_attributes ? ' ' : '>');
    hw__put(&out, piece->text, piece->size);
    if (piece->is_attributes)
        HW__PUT_LIT(&out, "/>");
    else
        HW__PUT_LIT(&out, "</piece>");
    return hw__buffer_take(&out, size, NULL);
}

hw_status hw__reader_piece(const hw__plan_reader *r, const hw__xml_piece *piece, hw__buffer *out)
{
    hw_read_options options = *r->options;
    size_t *most = &options.limits[HW_LIMIT_ATTRIBUTES];
    hw__plan_reader inner = {
        .options = &options, .source = &xml, .mode = HW__MODE_PIECE, .piece = piece, .depth = piece->depth};
    char *document = wrap(piece, &inner.size);
    hw__buffer_init(&inner.capture, SIZE_MAX);
    inner.data = document;
    inner.status = !document ? HW_ERR_MEMORY : piece->attributes >= *most ? HW_ERR_LIMIT : HW_OK;
    *most = *most + 1 - piece->attributes; /* one for the namespace of the document around it */
    if (inner.status == HW_OK)
        inner.status = guard(&inner);
    if (inner.status == HW_OK)
        parse(&inner);
    if (inner.status == HW_OK && (inner.is_fatal || inner.capture.size == 0))
        inner.status = HW_ERR_INVALID;
    if (inner.status == HW_OK) {
        *out = inner.capture;
        hw__buffer_init(&inner.capture, SIZE_MAX);
    }
    hw__buffer_free(&inner.capture);
    hw__vec_free(&inner.lines);
    hw__vec_free(&inner.declared);
    hw__free(inner.strange);
    hw__free(document);
    return inner.status;
}
