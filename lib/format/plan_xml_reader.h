/* SPDX-License-Identifier: MIT */
/* What the parts of the plan reader share: the state of one reading. The events come in through
 * hw__reader_start(), _end() and _text(), from a parser of XML or from a walk over JSON; records and log
 * entries are built at once, without a tree; what needs the whole plan is checked at the end
 * (plan_xml_build.c). */
#ifndef HW_FORMAT_PLAN_XML_READER_H
#define HW_FORMAT_PLAN_XML_READER_H

#include "base/buffer.h"
#include "format/plan_xml.h"
#include "format/read_options.h"
#include "model/plan_store.h"

#define HW__NAMESPACE_STEM \
    "urn:libhomework:plan:" /* then the major version that breaks with the earlier ones */
#define HW__XML_OWN_NAMESPACE "http://www.w3.org/XML/1998/namespace"
#define HW__FORMAT_MAJOR 0
#define HW__FORMAT_MINOR 2

/* One attribute of a tag. Names of ours and namespaces are interned: equal ones are equal pointers. */
typedef struct hw__xml_attribute {
    const char *local, *prefix, *uri, *value;
    size_t size; /* of the value */
} hw__xml_attribute;

/* A start tag. `cells` are the parser's: local name, prefix, namespace, begin and end of the value, and so
 * on. */
typedef struct hw__xml_tag {
    const char *local, *prefix, *uri;
    int count; /* of attributes */
    const unsigned char *const *cells;
} hw__xml_tag;

static inline hw__xml_attribute hw__xml_attribute_at(const hw__xml_tag *tag, int index)
{
    const unsigned char *const *cell = tag->cells + (ptrdiff_t)index * 5;
    return (hw__xml_attribute){(const char *)cell[0], (const char *)cell[1], (const char *)cell[2],
                               (const char *)cell[3], (size_t)(cell[4] - cell[3])};
}

/* A piece of XML that stands in a document of another kind: attributes or one element of other namespaces. */
typedef struct hw__xml_piece {
    const char *text;
    size_t size;
    bool is_attributes;
    bool is_ours;      /* may also be of our namespace */
    bool in_log;       /* is to be one line */
    int depth;         /* elements that it stands in, but for the one that has it */
    size_t attributes; /* that stand beside it */
    /* Is told each name in it, so that they count in the document that has the piece. */
    void (*note_name)(void *user, const char *name);
    void *user;
} hw__xml_piece;

/* Where the reader is. */
typedef enum hw__reader_mode {
    HW__MODE_DOCUMENT, /* before the root */
    HW__MODE_PLAN,     /* in <plan>, between sections */
    HW__MODE_SECTION,  /* in a section, between records */
    HW__MODE_RECORD,   /* in a record or a part of one */
    HW__MODE_TEXT,     /* in an element of a record that holds text */
    HW__MODE_LOG,      /* in <log>, or <log-file>, between entries */
    HW__MODE_ENTRY,    /* in an entry */
    HW__MODE_ROW,      /* in a value, answer, barrier, note or attachment */
    HW__MODE_FOREIGN,  /* in an element that is kept as text */
    HW__MODE_PIECE,    /* around a piece that is a document of its own */
    HW__MODE_SKIP      /* in an element that has been refused */
} hw__reader_mode;

/* The names in the log, as the source interns them. */
enum {
    HW__NAME_ENTRY,
    HW__NAME_VALUE,
    HW__NAME_ANSWER,
    HW__NAME_BARRIER,
    HW__NAME_NOTE,
    HW__NAME_ATTACHMENT,
    /* attributes of entries, in the order in which they are written */
    HW__NAME_ID,
    HW__NAME_RECORDED,
    HW__NAME_BY,
    HW__NAME_ASSIGNMENT,
    HW__NAME_DUE,
    HW__NAME_AT,
    HW__NAME_EXTENT,
    HW__NAME_PERCENT,
    HW__NAME_SOURCE,
    HW__NAME_VISIBILITY,
    HW__NAME_SUPERSEDES,
    HW__NAME_VOIDS,
    /* and of their rows */
    HW__NAME_MEASURE,
    HW__NAME_FIELD,
    HW__NAME_PHASE,
    HW__NAME_GROUP,
    HW__NAME_CODE,
    HW__NAME_KIND,
    HW__NAME_HREF,
    HW__NAME_TYPE,
    HW__NAME_SIZE,
    HW__NAME_SHA256,
    HW__NAME_LANG,
    HW__NAME_COUNT
};

#define HW__MAX_FRAMES 5            /* shapes nest three deep */
#define HW__LAST_SYMBOLS 16         /* a power of two */
#define HW__MAX_PREFIXES 256        /* namespace declarations in scope at a time */
#define HW__MAX_STRANGE_NAMES 4096u /* different names that are not ours */

/* A record, or a part of one, that is being read. */
typedef struct hw__reader_frame {
    const hw__shape *shape;
    char *base;     /* its struct */
    int child;      /* the element that came last; -1 = none yet */
    uint32_t place; /* of its tag */
} hw__reader_frame;

/* A record that has been read. */
typedef struct hw__reader_item {
    hw_revision *record;
    uint32_t place;
    bool is_broken; /* refused already, and here only so that what refers to it is not refused too */
} hw__reader_item;

/* Something that a salvage reading keeps aside. */
typedef struct hw__reader_aside {
    uint32_t place;
    uint8_t section; /* HW__SECTION_COUNT = the log */
} hw__reader_aside;

/* A namespace declaration in a text that is kept. */
typedef struct hw__reader_prefix {
    const char *prefix, *uri; /* interned; NULL = none */
    int depth;
} hw__reader_prefix;

typedef struct hw__plan_reader hw__plan_reader;

/* Where the events come from. */
typedef struct hw__reader_source {
    /* What is looked at before anything is parsed: HW_OK, or a status with one problem added. */
    hw_status (*guard)(hw__plan_reader *r);
    void (*parse)(hw__plan_reader *r); /* the whole document; a salvage reading does it twice */
    uint32_t (*here)(const hw__plan_reader *r);
    uint32_t (*value_place)(const hw__plan_reader *r, const char *value);
    const char *namespace_name, *language_name; /* what they are called in problems */
    char tag_begin; /* with what a tag begins that ends at its place; NUL = its place is its beginning */
} hw__reader_source;

/* Tables of attributes: of what all revisions have, of a record, of a part. */
enum {
    HW__TABLE_FACTS,
    HW__TABLE_OWN,
    HW__TABLE_PART,
    HW__TABLE_COUNT
};

struct hw__plan_reader {
    /* What is read, and how. */
    const char *data;
    size_t size, given; /* bytes in all; bytes that the parser has taken */
    const hw_read_options *options;
    const hw__reader_source *source;
    void *parser;         /* the source's */
    const hw_plan *owner; /* of a sidecar log: the plan that it is for; else NULL */
    const hw_plan *base;  /* of a sidecar of changes: the same */
    hw_plan *whole;       /* and a copy of it that has what the sidecar says */

    /* How it goes. */
    hw_problems *problems;   /* of this reading only */
    hw_problems *found;      /* of one record or entry, before its line is known */
    hw_status status;        /* HW_OK while reading goes on */
    bool is_fatal;           /* an error that no salvage gets round */
    bool is_newer;           /* a newer minor version */
    bool is_unversioned;     /* it does not say its version */
    int minor;               /* the version whose words, attributes and elements may stand here */
    HW__VEC(uint32_t) lines; /* where every 64th line begins */
    bool is_mapped;          /* `lines` is complete */

    /* Where it is. */
    hw__reader_mode mode, outer; /* `outer`: to go back to from FOREIGN and SKIP */
    int depth, inner;            /* elements open; of those, inside FOREIGN or SKIP */
    int section;                 /* the one that is open or came last; -1 = none yet */
    uint32_t sections_seen;      /* bit s: section s was there */
    bool has_text;               /* text was refused here already */
    uint8_t prefixes[256];       /* namespace declarations by depth */
    int prefix_count;
    const char *plan_uri, *xml_uri; /* interned */
    const char *names[HW__NAME_COUNT];
    const char **strange; /* a set of names that are not ours: open addressing */
    uint32_t strange_count;

    /* What is being read. */
    HW__VEC(char) text;
    bool is_long;   /* the text has passed its limit */
    bool is_broken; /* the record or entry has an error */
    bool in_item;
    uint32_t place;       /* of the entry, row or text */
    uint32_t entry_place; /* of the entry */
    /* Symbols that came last, by the last character of their text: mostly they come again. */
    uint32_t last_by[HW__LAST_SYMBOLS], last_assignment[HW__LAST_SYMBOLS], last_name[HW__LAST_SYMBOLS];
    uint8_t last_word[HW__NAME_COUNT]; /* of each attribute */
    struct {
        char text[32];
        size_t size;
        hw_moment moment;
    } last_moment; /* at which a record was made */
    struct {
        char text[32];
        size_t size;
        hw_local local;
    } last_local; /* from which on it holds */
    struct {
        const hw__attribute *attributes;
        uint64_t mask;           /* bit i: attribute i must be there */
    } required[HW__TABLE_COUNT]; /* of the tables that were read last */
    hw_revision *record;
    hw__reader_frame frames[HW__MAX_FRAMES];
    int frame_count;
    struct {
        hw__texts *texts;
        const char *name;
        char language[36]; /* "" = the plan's own */
        size_t most;
        bool one_line;
    } human; /* the text of a record that is being read */
    hw__entry_row row;
    hw__value_row value;
    int value_name;      /* HW__NAME_VALUE, ... */
    hw__log_point point; /* before the entry */

    /* What is kept of other namespaces. */
    hw__buffer *kept; /* where it goes now */
    bool is_tag_open,
        in_log_text; /* whether the last start tag lacks its ">"; whether line breaks are escaped */
    HW__VEC(hw__reader_prefix) declared;
    hw__buffer item_elements, item_attributes, section_elements, root_elements;
    size_t kept_size;           /* bytes of all of them so far */
    const hw__xml_piece *piece; /* in HW__MODE_PIECE */
    int pieces;                 /* how many there were in its place */

    /* What has been read. */
    hw_plan *plan;
    hw__log_store *log; /* the plan's; of a sidecar its own */
    HW__VEC(hw__reader_item) items;
    HW__VEC(uint32_t) entries;        /* places of the entries in the order in which they came */
    HW__VEC(uint32_t) broken_entries; /* which of them are broken, ascending */

    /* Salvage. */
    HW__VEC(hw__reader_aside) aside;
    HW__VEC(hw__aside) taken; /* down, as text */
    size_t aside_next;        /* in the second pass */
    bool is_second;           /* the second pass: what lies aside is taken down */
    hw__buffer capture;
};

/* In a start event: where its tag ends (in JSON: begins). */
static inline uint32_t hw__reader_here(const hw__plan_reader *r)
{
    return r->source->here(r);
}
/* The place of a value that the source handed out; that of the tag if it is a copy. */
static inline uint32_t hw__reader_value_place(const hw__plan_reader *r, const char *value)
{
    return r->source->value_place(r, value);
}

/* Whether documents of this version have a word that hw__words_find() has found. */
static inline bool hw__reader_has_word(const hw__plan_reader *r, const hw__words *words, int word)
{
    return word >= 0 && (words->newer == 0 || word < words->newer || r->minor > 1);
}

/* plan_xml_read.c: a document of a plan, and a sidecar log that is taken into a plan. */
hw_plan *hw__reader_plan(const hw__reader_source *source, void *parser, const char *data, size_t size,
                         const hw_read_options *options, hw_problems *problems, hw_error *err);
hw_status hw__reader_log(const hw__reader_source *source, hw_plan *plan, const char *data, size_t size,
                         const hw_read_options *options, hw_problems *problems, hw_error *err);
/* The whole of a reading but for what is to be made of it: a sidecar of changes for a plan. Then the caller
 * finishes. */
hw_status hw__reader_run(hw__plan_reader *r, const hw__reader_source *source, const hw_plan *base,
                         const char *data, size_t size, const hw_read_options *options, hw_problems *problems,
                         hw_error *err);
void hw__reader_finish(hw__plan_reader *r);

/* plan_xml_reader.c: the parser's events. */
void hw__reader_start(hw__plan_reader *r, const hw__xml_tag *tag);
void hw__reader_end(hw__plan_reader *r);
void hw__reader_text(hw__plan_reader *r, const char *text, size_t size);
/* An element or attribute of ours that does not belong here. The element is skipped. */
void hw__reader_refuse_element(hw__plan_reader *r, const hw__xml_tag *tag, const char *in);
void hw__reader_refuse_attribute(hw__plan_reader *r, const hw__xml_attribute *attribute, const char *in);

/* plan_xml_root.c */
void hw__reader_start_root(hw__plan_reader *r, const hw__xml_tag *tag);

/* plan_xml_report.c: problems and places. A place is an offset; a tag's place is its end, shown as its
 * beginning. */
enum hw__place_kind {
    HW__AT_TAG,  /* the tag that ends there */
    HW__AT_BYTE, /* exactly there */
    HW__NOWHERE
};
void hw__reader_report(hw__plan_reader *r, hw_problem_code code, hw_severity severity,
                       enum hw__place_kind kind, uint32_t place, const char *subject, const char *format, ...)
    HW__PRINTF(7, 8);
/* An error about an attribute of the tag that is being read. */
void hw__reader_bad_value(hw__plan_reader *r, hw_problem_code code, const char *name, const char *value);
void hw__reader_missing(hw__plan_reader *r, hw_problem_code code, uint32_t place, const char *name);
void hw__reader_limit(hw__plan_reader *r, uint32_t place, const char *subject, size_t limit);
void hw__reader_stop(hw__plan_reader *r, hw_status status); /* ends the reading; the first status stays */
/* Passes on what was found about one record or entry (r->found), with its place; whether an error was among
 * it. */
bool hw__reader_pass_on(hw__plan_reader *r, uint32_t place);
/* Whether a name that is not ours is new to this reading, which keeps the pointer; stops at
 * HW__MAX_STRANGE_NAMES. */
bool hw__reader_is_new_name(hw__plan_reader *r, const char *name);
const char *hw__reader_shown(const char *name); /* the name if a message may show it, else NULL */

/* plan_xml_record.c */
void hw__reader_start_record(hw__plan_reader *r, const hw__xml_tag *tag);
void hw__reader_start_part(hw__plan_reader *r, const hw__xml_tag *tag);
void hw__reader_end_part(hw__plan_reader *r); /* of a record or a part */
void hw__reader_end_human(hw__plan_reader *r);
void hw__reader_stand_in(hw__plan_reader *r, hw_revision *record, uint32_t place);

/* plan_xml_field.c: reads a value into its field. HW_PROBLEM_CODE_COUNT when all is well. */
hw_problem_code hw__reader_field(hw__plan_reader *r, hw__arena *arena, const hw__attribute *attribute,
                                 char *base, const char *value, size_t size);
bool hw__reader_language(hw__plan_reader *r, const hw__xml_attribute *attribute, char language[36]);

/* plan_xml_entry.c */
extern const char *const hw__log_names[HW__NAME_COUNT];
void hw__reader_start_entry(hw__plan_reader *r, const hw__xml_tag *tag);
void hw__reader_end_entry(hw__plan_reader *r);
void hw__reader_start_row(hw__plan_reader *r, const hw__xml_tag *tag);
void hw__reader_end_row(hw__plan_reader *r);

/* plan_xml_foreign.c: content of other namespaces. */
void hw__reader_keep(hw__plan_reader *r, const hw__xml_tag *tag, hw__buffer *kept, bool in_log);
void hw__reader_kept_start(hw__plan_reader *r, const hw__xml_tag *tag);
void hw__reader_kept_end(hw__plan_reader *r, const char *local, const char *prefix);
void hw__reader_kept_text(hw__plan_reader *r, const char *text, size_t size);
/* Those attributes of a tag that are of other namespaces, each with a blank before it. */
void hw__reader_keep_attributes(hw__plan_reader *r, const hw__xml_tag *tag, hw__buffer *kept);
bool hw__reader_is_foreign(const hw__plan_reader *r, const hw__xml_attribute *attribute);
char *hw__reader_take(hw__plan_reader *r, hw__buffer *kept); /* NULL for nothing; owned */
void hw__reader_keep_text(hw__plan_reader *r, hw__buffer *kept, const char *text,
                          size_t size); /* canonical */
void hw__reader_start_piece(hw__plan_reader *r, const hw__xml_tag *tag);

/* plan_xml_sax.c: a piece of XML for another reading, made canonical. HW_OK, HW_ERR_INVALID, HW_ERR_LIMIT,
 * HW_ERR_MEMORY, or HW_ERR_UNSUPPORTED in a build without XML. */
hw_status hw__reader_piece(const hw__plan_reader *r, const hw__xml_piece *piece, hw__buffer *out);

/* plan_xml_build.c: what needs the whole document. */
void hw__reader_build(hw__plan_reader *r);

/* The plan against which records and entries are checked. */
static inline const hw_plan *hw__reader_whole(const hw__plan_reader *r)
{
    return r->owner ? r->owner : r->whole ? r->whole : r->plan;
}

/* plan_xml_removed.c: what was redacted or erased, and a document still has. */
/* Takes the words out of a record, or drops it; whether there is one left to be put into the plan. */
bool hw__reader_clean_item(hw__plan_reader *r, hw__reader_item *item);
/* Marks the entries of the sorted log that were erased, and tells of those that were redacted. `order` says
 * where each came in the document. */
size_t hw__reader_mark_removed(hw__plan_reader *r, const uint32_t *order, bool *is_erased);
/* Takes the words out of the log, and what lies aside. */
void hw__reader_clean_rest(hw__plan_reader *r);

/* plan_xml_changes.c: makes r->whole of the plan that a sidecar of changes is for and its records. */
void hw__reader_unite(hw__plan_reader *r);
hw_plan *hw__reader_changes(const hw__reader_source *source, const hw_plan *plan, const char *data,
                            size_t size, const hw_read_options *options, hw_problems *problems,
                            hw_error *err);

/* plan_xml_salvage.c: what a salvage reading keeps aside. It is noted by place as it is found, and taken down
 * as text in a second pass over the document, so that reading what is valid pays nothing for it. */
void hw__reader_put_aside(hw__plan_reader *r, uint32_t place, int section, const char *subject);
void hw__reader_take_aside(hw__plan_reader *r);
void hw__reader_start_aside(hw__plan_reader *r, const hw__xml_tag *tag);
void hw__reader_end_aside(hw__plan_reader *r);
void hw__reader_drop_items(hw__plan_reader *r); /* what is broken, and what needs it */
int hw__reader_compare_places(const void *a, const void *b);

#endif
