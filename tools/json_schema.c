/* SPDX-License-Identifier: MIT */
/* Prints schema/plan.schema.json from the tables of shapes: `build/dev/tests/json_schema >
 * schema/plan.schema.json`. With a file as its argument it compares instead, and says whether that file has
 * to be printed again. */
#include <stdio.h>
#include <string.h>

#include "doc_page.h"
#include "format/plan_json.h"
#include "model/records.h"

#define FOREIGN                                                                       \
    "\"" HW__JSON_FOREIGN_ATTRIBUTES "\": {\"type\": \"string\", \"minLength\": 1}, " \
    "\"" HW__JSON_FOREIGN "\": {\"$ref\": \"#/$defs/elements\"}"

static const char head[] =
    "{\n"
    "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
    "  \"$id\": \"urn:libhomework:plan:1:json\",\n"
    "  \"$comment\": \"SPDX-License-Identifier: MIT; printed from the tables of shapes by "
    "tools/json_schema.c\",\n"
    "  \"title\": \"A plan of homework between therapy sessions\",\n"
    "  \"$defs\": {\n"
    "    \"id\": {\"type\": \"string\", \"pattern\": \"^[A-Za-z_][A-Za-z0-9_.-]{0,63}$\"},\n"
    "    \"line\": {\"type\": \"string\", \"minLength\": 1, \"maxLength\": 1024, "
    "\"pattern\": \"^[^\\\\u0000-\\\\u001f\\\\u007f-\\\\u009f\\\\u2028\\\\u2029\\\\ufffe\\\\uffff]*$\"},\n"
    "    \"text\": {\"type\": \"string\", \"minLength\": 1, \"maxLength\": 65536, "
    "\"pattern\": \"^[^\\\\u0000-\\\\u0008\\\\u000b-\\\\u001f\\\\u007f-\\\\u009f\\\\ufffe\\\\uffff]*$\"},\n"
    "    \"lines\": {\"oneOf\": [{\"$ref\": \"#/$defs/line\"}, {\"type\": \"object\", \"minProperties\": 1, "
    "\"propertyNames\": {\"$ref\": \"#/$defs/tongue\"}, \"additionalProperties\": {\"$ref\": "
    "\"#/$defs/line\"}}]},\n"
    "    \"texts\": {\"oneOf\": [{\"$ref\": \"#/$defs/text\"}, {\"type\": \"object\", \"minProperties\": 1, "
    "\"propertyNames\": {\"$ref\": \"#/$defs/tongue\"}, \"additionalProperties\": {\"$ref\": "
    "\"#/$defs/text\"}}]},\n"
    "    \"own-text\": {\"oneOf\": [{\"$ref\": \"#/$defs/text\"}, {\"type\": \"object\", \"minProperties\": "
    "1, "
    "\"maxProperties\": 1, \"propertyNames\": {\"$ref\": \"#/$defs/tongue\"}, "
    "\"additionalProperties\": {\"$ref\": \"#/$defs/text\"}}]},\n"
    "    \"language\": {\"type\": \"string\", \"maxLength\": 35, "
    "\"pattern\": \"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$\"},\n"
    "    \"tongue\": {\"description\": \"a language tag, or nothing for the plan's own\", \"type\": "
    "\"string\", "
    "\"maxLength\": 35, \"pattern\": \"^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$\"},\n"
    "    \"zone\": {\"type\": \"string\", \"maxLength\": 64, \"pattern\": "
    "\"^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$\"},\n"
    "    \"rule\": {\"type\": \"string\", \"maxLength\": 256, \"pattern\": "
    "\"FREQ=(DAILY|WEEKLY|MONTHLY)\"},\n"
    "    \"date\": {\"type\": \"string\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"},\n"
    "    \"local\": {\"type\": \"string\", "
    "\"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$\"},\n"
    "    \"moment\": {\"type\": \"string\", \"pattern\": "
    "\"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$\"},\n"
    "    \"at\": {\"oneOf\": [{\"$ref\": \"#/$defs/date\"}, {\"$ref\": \"#/$defs/moment\"}]},\n"
    "    \"clock\": {\"type\": \"string\", \"pattern\": \"^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$\"},\n"
    "    \"duration\": {\"type\": \"string\", "
    "\"pattern\": \"^[+-]?P([0-9]+W|([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)$\"},\n"
    "    \"decimal\": {\"type\": \"number\", \"exclusiveMinimum\": -1e15, \"exclusiveMaximum\": 1e15},\n"
    "    \"elements\": {\"type\": \"array\", \"items\": {\"type\": \"string\", \"pattern\": \"^\\\\s*<\"}},\n"
    "    \"elements-by-section\": {\"type\": \"object\", \"additionalProperties\": {\"$ref\": "
    "\"#/$defs/elements\"}}";

static void put_words(FILE *out, const hw__words *words)
{
    fputs("{\"enum\": [", out);
    for (int i = 0; i < words->count; i++) {
        fprintf(out, "%s\"%s\"", i ? ", " : "", words->words[i]);
    }
    fputs("]}", out);
}

static void put_items(FILE *out, const char *name, int32_t most)
{
    fprintf(out,
            "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/%s\"}, \"minItems\": 1, \"maxItems\": %d, "
            "\"uniqueItems\": true}",
            name, (int)most);
}

static void put_attribute(FILE *out, const hw__attribute *attribute)
{
    static const char *const names[] = {
        [HW__TYPE_ID] = "id",
        [HW__TYPE_REF] = "id",
        [HW__TYPE_REFS] = "id",
        [HW__TYPE_KEY] = "id",
        [HW__TYPE_KEYS] = "id",
        [HW__TYPE_LINE] = "line",
        [HW__TYPE_ZONE] = "zone",
        [HW__TYPE_LANGUAGE] = "language",
        [HW__TYPE_RULE] = "rule",
        [HW__TYPE_DECIMAL] = "decimal",
        [HW__TYPE_DATE] = "date",
        [HW__TYPE_LOCAL] = "local",
        [HW__TYPE_LOCALS] = "local",
        [HW__TYPE_MOMENT] = "moment",
        [HW__TYPE_CLOCK] = "clock",
        [HW__TYPE_CLOCKS] = "clock",
        [HW__TYPE_DURATION] = "duration",
    };
    if (attribute->type == HW__TYPE_WORD) {
        put_words(out, attribute->words);
    } else if (attribute->type == HW__TYPE_INT) {
        fprintf(out, "{\"type\": \"integer\", \"minimum\": %d, \"maximum\": %d}", (int)attribute->least,
                (int)attribute->most);
    } else if (attribute->type == HW__TYPE_BOOL) {
        fputs("{\"type\": \"boolean\"}", out);
    } else if (hw__json_form_of((hw__type)attribute->type) == HW__FORM_LIST) {
        put_items(out, names[attribute->type], attribute->most);
    } else {
        fprintf(out, "{\"$ref\": \"#/$defs/%s\"}", names[attribute->type]);
    }
}

/* What is put so far decides about commas and the list of what is required. */
typedef struct object {
    FILE *out;
    const char *required[32];
    int count, required_count;
} object;

static void put_member(object *o, const char *name, bool is_required)
{
    fprintf(o->out, "%s\"%s\": ", o->count++ ? ", " : "", name);
    if (is_required) {
        o->required[o->required_count++] = name;
    }
}

static void put_attributes(object *o, const hw__attribute *attributes, int count)
{
    for (int i = 0; i < count; i++) {
        put_member(o, attributes[i].name, attributes[i].flags & HW__REQUIRED);
        put_attribute(o->out, &attributes[i]);
    }
}

static void put_end(object *o)
{
    fputs("}", o->out);
    for (int i = 0; i < o->required_count; i++) {
        fprintf(o->out, "%s\"%s\"", i ? ", " : ", \"required\": [", o->required[i]);
    }
    fputs(o->required_count ? "], \"additionalProperties\": false}" : ", \"additionalProperties\": false}",
          o->out);
}

static void put_children(object *o, const hw__shape *shape);

static void put_part(FILE *out, const hw__shape *shape)
{
    object o = {.out = out};
    fputs("{\"type\": \"object\", \"properties\": {", out);
    put_attributes(&o, shape->attributes, shape->attribute_count);
    if (shape->has_text) {
        put_member(&o, HW__JSON_TEXT, true);
        fputs("{\"$ref\": \"#/$defs/own-text\"}", out);
    }
    put_children(&o, shape);
    put_end(&o);
}

static void put_children(object *o, const hw__shape *shape)
{
    for (int i = 0; i < shape->child_count; i++) {
        const hw__child *child = &shape->children[i];
        put_member(o, child->name, child->flags & HW__REQUIRED);
        switch ((hw__child_kind)child->kind) {
        case HW__CHILD_TEXT:
            fputs("{\"$ref\": \"#/$defs/texts\"}", o->out);
            break;
        case HW__CHILD_LINE:
            fputs("{\"$ref\": \"#/$defs/lines\"}", o->out);
            break;
        case HW__CHILD_LIST:
            fputs("{\"type\": \"array\", \"items\": ", o->out);
            put_part(o->out, child->shape);
            fprintf(o->out, ", \"maxItems\": %u}", (unsigned)child->most);
            break;
        case HW__CHILD_ONE:
            put_part(o->out, child->shape);
            break;
        }
    }
}

static void put_record(FILE *out, const hw__shape *shape)
{
    object o = {.out = out};
    int skipped = shape->section == HW__SETTINGS;
    fprintf(out, ",\n    \"%s\": {\"type\": \"object\", \"properties\": {", shape->name);
    put_attributes(&o, hw__revision_attributes + skipped, hw__revision_attribute_count - skipped);
    put_attributes(&o, shape->attributes, shape->attribute_count);
    put_children(&o, shape);
    fputs(", " FOREIGN, out);
    put_end(&o);
}

/* ---- the log ---- */

static void put_row(FILE *out, const char *name, const char *content, const char *rest, const char *required)
{
    fprintf(out,
            "{\"type\": \"object\", \"properties\": {\"%s\": %s, %s}, \"required\": [\"%s\"%s], "
            "\"additionalProperties\": false}",
            name, content, rest, name, required);
}

static void put_words_of(FILE *out, const char *name, const hw__words *words)
{
    fprintf(out, ",\n    \"%s\": ", name);
    put_words(out, words);
}

#define PLACE                                                                                       \
    "\"phase\": {\"$ref\": \"#/$defs/phase\"}, \"group\": {\"type\": \"integer\", \"minimum\": 0, " \
    "\"maximum\": 9999}"
#define ID "{\"$ref\": \"#/$defs/id\"}"
#define TEXT "{\"$ref\": \"#/$defs/text\"}"

static void put_entry(FILE *out)
{
    put_words_of(out, "extent", &hw__words_extent);
    put_words_of(out, "source", &hw__words_source);
    put_words_of(out, "visibility", &hw__words_visibility);
    put_words_of(out, "phase", &hw__words_phase);
    put_words_of(out, "barrier", &hw__words_barrier);
    put_words_of(out, "note-kind", &hw__words_note_kind);
    fputs(",\n    \"value\": {\"oneOf\": [\n      ", out);
    put_row(out, "value", "{\"$ref\": \"#/$defs/decimal\"}", "\"measure\": " ID ", " PLACE, ", \"measure\"");
    fputs(",\n      ", out);
    put_row(out, "value", "{\"$ref\": \"#/$defs/decimal\"}", "\"field\": " ID ", " PLACE, ", \"field\"");
    fputs(",\n      ", out);
    put_row(out, "answer", TEXT, "\"field\": " ID ", " PLACE, ", \"field\"");
    fputs(",\n      ", out);
    put_row(out, "barrier", "{\"oneOf\": [" TEXT ", {\"const\": \"\"}]}",
            "\"code\": {\"$ref\": \"#/$defs/barrier\"}", ", \"code\"");
    fputs(",\n      ", out);
    put_row(out, "note", TEXT,
            "\"kind\": {\"$ref\": \"#/$defs/note-kind\"}, \"" HW__JSON_LANG
            "\": {\"$ref\": \"#/$defs/language\"}",
            "");
    fputs(",\n      ", out);
    put_row(out, "attachment", "{\"type\": \"string\", \"minLength\": 1, \"maxLength\": 1024}",
            "\"type\": {\"$ref\": \"#/$defs/line\"}, \"size\": {\"type\": \"integer\", \"minimum\": 0}, "
            "\"sha256\": {\"type\": \"string\", \"pattern\": \"^[0-9a-f]{64}$\"}",
            "");
    fputs("\n    ]},\n    \"entry\": {\"type\": \"object\", \"properties\": {\"id\": " ID
          ", \"recorded\": {\"$ref\": \"#/$defs/moment\"}, \"by\": " ID ", \"assignment\": " ID
          ", \"due\": {\"$ref\": \"#/$defs/local\"}, \"at\": {\"$ref\": \"#/$defs/at\"}, "
          "\"extent\": {\"$ref\": \"#/$defs/extent\"}, "
          "\"percent\": {\"type\": \"integer\", \"minimum\": 1, \"maximum\": 99}, "
          "\"source\": {\"$ref\": \"#/$defs/source\"}, \"visibility\": {\"$ref\": \"#/$defs/visibility\"}, "
          "\"supersedes\": " ID ", \"voids\": " ID ", \"" HW__JSON_VALUES
          "\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/value\"}, \"maxItems\": 1000}, " FOREIGN
          "}, \"required\": [\"id\", \"recorded\", \"by\"], \"not\": {\"required\": [\"supersedes\", "
          "\"voids\"]}, "
          "\"additionalProperties\": false}",
          out);
}

/* ---- the root ---- */

static void put_sections(FILE *out)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        fprintf(out, ",\n    \"%s\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/%s\"}%s}",
                hw__section_names[s], hw__shapes[s]->name, s == HW__SETTINGS ? ", \"minItems\": 1" : "");
    }
    fputs(",\n    \"log\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/entry\"}, \"maxItems\": "
          "1000000}",
          out);
}

/* The names of the sections that documents of a version have beside those of the versions before. */
static void put_section_names(FILE *out, bool is_new, const char *before)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        if ((hw__shapes[s]->since > 1) == is_new) {
            fprintf(out, "%s\"%s\"", before, hw__section_names[s]);
            before = ", ";
        }
    }
}

static void put_root(FILE *out)
{
    fputs("\n  },\n  \"type\": \"object\",\n  \"properties\": {\n    \"" HW__JSON_FORMAT
          "\": {\"const\": \"urn:libhomework:plan:1\"},\n    \"version\": {\"enum\": [\"0.1\", \"0.2\"]},\n  "
          "  \"uid\": "
          "{\"type\": \"string\", \"pattern\": "
          "\"^urn:uuid:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$\"},\n    "
          "\"" HW__JSON_LANGUAGE "\": {\"$ref\": \"#/$defs/language\"},\n    "
          "\"must-understand\": {\"$ref\": \"#/$defs/line\"}",
          out);
    put_sections(out);
    fputs(",\n    " FOREIGN ",\n    \"" HW__JSON_SECTION_FOREIGN
          "\": {\"$ref\": \"#/$defs/elements-by-section\"}",
          out);
    fputs("\n  },\n  \"required\": [\"" HW__JSON_FORMAT "\", \"version\", \"uid\"", out);
    put_section_names(out, false, ", ");
    fputs(", \"log\"],\n  \"if\": {\"properties\": {\"version\": {\"const\": \"0.2\"}}},\n  \"then\": "
          "{\"required\": [",
          out);
    put_section_names(out, true, "");
    fputs("]},\n  \"else\": {\"not\": {\"anyOf\": [", out);
    const char *before = "";
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        if (hw__shapes[s]->since > 1) {
            fprintf(out, "%s{\"required\": [\"%s\"]}", before, hw__section_names[s]);
            before = ", ";
        }
    }
    fputs("]}},\n  \"additionalProperties\": false\n}\n", out);
}

static bool put_all(FILE *out)
{
    fputs(head, out);
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        put_record(out, hw__shapes[s]);
    }
    put_entry(out);
    put_root(out);
    return true;
}

int main(int argc, char **argv)
{
    return doc_page(argc, argv, "the tables say", put_all);
}
