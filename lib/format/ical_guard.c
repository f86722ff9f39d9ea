/* SPDX-License-Identifier: MIT */
/* The guard before the calendar parser: one linear pass that unfolds lines and follows BEGIN and END. Parsers
 * of calendars have been crashed by nesting, starved by long lines and long lists, and have lost whole files
 * over one missing END. */
#include "format/ical_guard.h"

#include "base/alloc.h"
#include "base/limits.h"
#include "base/text.h"
#include "format/calendar_in.h"

#define MOST_NAME 64u
#define MOST_TEXT ((size_t)64 << 10) /* of the extract of one to-do */

typedef struct name {
    const char *text;
    size_t size;
} name;

typedef struct guard {
    char *data;          /* a copy, unfolded in place line by line */
    size_t size, at, to; /* read and written so far */
    int32_t line, next_line;
    name open[HW__ICAL_MOST_DEPTH];
    unsigned depth;
    unsigned properties;  /* of the component at depth 2 */
    bool broken;          /* it is passed over */
    bool in_alarm, tells; /* an alarm of a to-do is being read; what was done about it is said */
    size_t alarm;         /* where its text begins */
    unsigned warnings;
    hw__ical_part part;
    hw__buffer text;
    hw__ical_visit visit;
    void *user;
    hw_problems *problems;
    hw_error *err;
} guard;

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool is_word(name n, const char *word)
{
    for (size_t i = 0; i < n.size; i++) {
        if (upper(n.text[i]) != word[i]) {
            return false;
        }
    }
    return word[n.size] == '\0';
}

static bool is_one_of(name n, const char *const *words)
{
    for (; *words; words++) {
        if (is_word(n, *words)) {
            return true;
        }
    }
    return false;
}

static void note(guard *g, hw_problem_code code, hw_severity severity, const char *message)
{
    if (severity == HW_SEVERITY_WARNING && g->warnings++ >= HW__MAX_PROBLEMS) {
        return;
    }
    hw__problem(g->problems, code, severity, g->line, 0, NULL, "%s", message);
}

/* Gives the component up that is being read; says why once. */
static void give_up(guard *g, hw_problem_code code, const char *message)
{
    if (!g->broken) {
        note(g, code, HW_SEVERITY_ERROR, message);
        g->broken = true;
    }
}

static hw_status refuse(guard *g, hw_status status, hw_problem_code code, const char *message)
{
    note(g, code, HW_SEVERITY_ERROR, message);
    return hw__fail_at(g->err, status, g->line, 0, NULL, "%s", message);
}

/* The next line, unfolded into g->data; false at the end. Written over what has been read. */
static bool next_line(guard *g, name *out)
{
    if (g->at >= g->size) {
        return false;
    }
    size_t begin = g->to;
    g->line = g->next_line;
    do {
        const char *from = g->data + g->at;
        const char *end = memchr(from, '\n', g->size - g->at);
        size_t size = end ? (size_t)(end - from) : g->size - g->at;
        g->at += size + (end ? 1 : 0);
        g->next_line++;
        if (size > 0 && from[size - 1] == '\r') {
            size--;
        }
        if (g->to > begin && size > 0) { /* the blank that marks a continued line */
            from++;
            size--;
        }
        memmove(g->data + g->to, from, size);
        g->to += size;
    } while (g->at < g->size && g->to > begin && (g->data[g->at] == ' ' || g->data[g->at] == '\t'));
    *out = (name){g->data + begin, g->to - begin};
    return true;
}

/* NULL = sound. */
static const char *fault_of(name line, hw_problem_code *code)
{
    *code = HW_PROBLEM_CALENDAR;
    if (line.size > HW__ICAL_MOST_LINE) {
        *code = HW_PROBLEM_LIMIT;
        return "a line is too long";
    }
    for (size_t i = 0; i < line.size; i++) {
        unsigned char c = (unsigned char)line.text[i];
        if ((c < 0x20 && c != '\t') || c == 0x7F) {
            return "a control character";
        }
    }
    if (!hw__utf8_is_valid(line.text, line.size)) {
        *code = HW_PROBLEM_ENCODING;
        return "the text is not UTF-8";
    }
    return NULL;
}

/* Splits NAME;PARAMETERS:VALUE; false if it is no content line. */
static bool split(name line, name *property, name *value, unsigned *parameters)
{
    bool quoted = false;
    size_t i = 0;
    while (i < line.size && line.text[i] != ':' && line.text[i] != ';') {
        char c = upper(line.text[i]);
        if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) {
            return false;
        }
        i++;
    }
    *property = (name){line.text, i};
    *parameters = 0;
    for (; i < line.size && (quoted || line.text[i] != ':'); i++) {
        quoted = quoted != (line.text[i] == '"');
        *parameters += !quoted && line.text[i] == ';';
    }
    *value = (name){line.text + i + 1, i < line.size ? line.size - i - 1 : 0};
    return i < line.size && property->size > 0 && property->size <= MOST_NAME;
}

static name trimmed(name n)
{
    while (n.size > 0 && (n.text[n.size - 1] == ' ' || n.text[n.size - 1] == '\t')) {
        n.size--;
    }
    while (n.size > 0 && (*n.text == ' ' || *n.text == '\t')) {
        n.text++;
        n.size--;
    }
    return n;
}

/* A component of the calendar itself begins. */
static void begin_part(guard *g, name kind)
{
    g->broken = false;
    g->properties = 0;
    g->part = (hw__ical_part){.todo = is_word(kind, "VTODO"), .line = g->line};
    g->text.size = 0;
    g->in_alarm = false;
    if (g->part.todo) {
        HW__PUT_LIT(&g->text, "BEGIN:VTODO\r\n");
    }
}

static hw_status end_part(guard *g, name kind)
{
    static const char *const items[] = {"VEVENT", "VTODO", "VJOURNAL", NULL};
    if (g->broken || !is_one_of(kind, items)) {
        return HW_OK;
    }
    if (g->part.todo) {
        HW__PUT_LIT(&g->text, "END:VTODO\r\n");
        hw__put_char(&g->text, '\0');
        if (g->text.status != HW_OK) {
            return hw__buffer_status(&g->text, g->err);
        }
        g->part.size = g->text.size - 1;
    }
    g->part.text = g->part.todo ? g->text.data : "";
    return g->visit(g->user, &g->part, g->err);
}

static void begin_alarm(guard *g)
{
    g->in_alarm = true;
    g->tells = false;
    g->alarm = g->text.size;
    HW__PUT_LIT(&g->text, "BEGIN:VALARM\r\n");
}

/* An alarm that only rings is of no interest. */
static void end_alarm(guard *g)
{
    g->in_alarm = false;
    if (g->tells) {
        HW__PUT_LIT(&g->text, "END:VALARM\r\n");
    } else {
        g->text.size = g->alarm;
    }
}

static hw_status begin(guard *g, name kind)
{
    /* These stand in a calendar and nowhere else: one inside another means that an END is missing. */
    static const char *const items[] = {"VEVENT",    "VTODO",         "VJOURNAL", "VTIMEZONE",
                                        "VFREEBUSY", "VAVAILABILITY", NULL};
    if (g->depth == 0 && !is_word(kind, "VCALENDAR")) {
        return refuse(g, HW_ERR_INVALID, HW_PROBLEM_CALENDAR, "a component outside of a calendar");
    }
    if (g->depth >= 2 && is_one_of(kind, items)) {
        give_up(g, HW_PROBLEM_TRUNCATED, "the component has no end");
        g->depth = 1;
    }
    if (g->depth == HW__ICAL_MOST_DEPTH) {
        return refuse(g, HW_ERR_LIMIT, HW_PROBLEM_LIMIT, "components are nested too deep");
    }
    g->open[g->depth++] = kind;
    if (g->depth == 2) {
        begin_part(g, kind);
    } else if (g->depth == 3 && g->part.todo && !g->broken && is_word(kind, "VALARM")) {
        begin_alarm(g);
    }
    return HW_OK;
}

static bool same_name(name a, name b)
{
    bool same = a.size == b.size;
    for (size_t i = 0; same && i < a.size; i++) {
        same = upper(a.text[i]) == upper(b.text[i]);
    }
    return same;
}

static hw_status end(guard *g, name kind)
{
    unsigned depth = g->depth;
    while (depth > 0 && !same_name(g->open[depth - 1], kind)) {
        depth--;
    }
    if (depth == 0) {
        note(g, HW_PROBLEM_CALENDAR, HW_SEVERITY_WARNING, "an END without its BEGIN");
        g->broken = true;
        return HW_OK;
    }
    if (depth < g->depth) {
        give_up(g, HW_PROBLEM_TRUNCATED, "the component has no end");
    }
    g->depth = depth - 1;
    if (depth == 3 && g->in_alarm) {
        end_alarm(g);
    }
    return depth == 2 ? end_part(g, kind) : HW_OK;
}

/* A line that the parser gets. */
static void keep(guard *g, name line)
{
    if (line.size > HW__ICAL_MOST_VALUE || g->text.size + line.size > MOST_TEXT) {
        give_up(g, HW_PROBLEM_LIMIT, "a property is too long");
        return;
    }
    hw__put(&g->text, line.text, line.size);
    HW__PUT_LIT(&g->text, "\r\n");
}

/* A property of a to-do: kept for the parser if ticks come home by it. */
static void take(guard *g, name line, name property, name value)
{
    static const char *const read[] = {"UID",        "DTSTAMP",       "LAST-MODIFIED",
                                       "SEQUENCE",   "DTSTART",       "DUE",
                                       "STATUS",     "COMPLETED",     "PERCENT-COMPLETE",
                                       "RELATED-TO", "X-MOZ-LASTACK", "X-MOZ-SNOOZE-TIME",
                                       NULL};
    static const char *const series[] = {"RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", NULL};
    if (is_one_of(property, series)) {
        g->part.series = true;
    } else if (is_one_of(property, read)) {
        keep(g, line);
        if (is_word(property, "UID") || is_word(property, "RELATED-TO")) {
            hw__uuid uuid;
            name id = trimmed(value);
            g->part.ours =
                g->part.ours || (hw__uuid_parse(id.text, id.size, &uuid) && hw__uuid_is_ours(&uuid));
        }
    }
}

/* The same of an alarm: when it was acknowledged, and whether it is one that was put off. */
static void take_of_alarm(guard *g, name line, name property)
{
    static const char *const tell[] = {"ACKNOWLEDGED", "RELATED-TO", NULL};
    if (is_one_of(property, tell)) {
        g->tells = true;
        keep(g, line);
    } else if (is_word(property, "TRIGGER")) {
        keep(g, line);
    }
}

static hw_status read_line(guard *g, name line)
{
    name property, value;
    unsigned parameters;
    hw_problem_code code;
    const char *fault = fault_of(line, &code);
    if (fault) {
        if (g->depth < 2) {
            return refuse(g, HW_ERR_INVALID, code, fault);
        }
        give_up(g, code, fault);
        return HW_OK;
    }
    if (trimmed(line).size == 0) {
        return HW_OK;
    }
    if (!split(line, &property, &value, &parameters)) {
        if (g->depth == 0) {
            return refuse(g, HW_ERR_INVALID, HW_PROBLEM_CALENDAR, "this is not a calendar");
        }
        note(g, HW_PROBLEM_CALENDAR, HW_SEVERITY_WARNING, "a line that is no property");
        return HW_OK;
    }
    if (is_word(property, "BEGIN")) {
        return begin(g, trimmed(value));
    }
    if (is_word(property, "END")) {
        return end(g, trimmed(value));
    }
    if (g->depth == 0) {
        return refuse(g, HW_ERR_INVALID, HW_PROBLEM_CALENDAR, "a property outside of a calendar");
    }
    if (g->depth >= 2) {
        if (++g->properties > HW__ICAL_MOST_PROPERTIES) {
            give_up(g, HW_PROBLEM_LIMIT, "a component has too many properties");
        } else if (parameters > HW__ICAL_MOST_PARAMETERS) {
            give_up(g, HW_PROBLEM_LIMIT, "a property has too many parameters");
        } else if (g->depth == 2 && g->part.todo && !g->broken) {
            take(g, line, property, value);
        } else if (g->depth == 3 && g->in_alarm && !g->broken) {
            take_of_alarm(g, line, property);
        }
    }
    return HW_OK;
}

static hw_status read_lines(guard *g)
{
    name line;
    bool any = false;
    hw_status status = HW_OK;
    while (status == HW_OK && next_line(g, &line)) {
        any = any || trimmed(line).size > 0;
        status = read_line(g, line);
    }
    if (status == HW_OK && !any) {
        return refuse(g, HW_ERR_INVALID, HW_PROBLEM_EMPTY, "there is nothing in it");
    }
    if (status == HW_OK && g->depth > 0) {
        note(g, HW_PROBLEM_TRUNCATED, HW_SEVERITY_ERROR, "the calendar ends before it is complete");
    }
    return status;
}

/* What is refused whatever the lines say. */
static hw_status check_bytes(guard *g, const char *data, size_t size)
{
    if (size > HW__ICAL_MOST_BYTES) {
        hw__problem(g->problems, HW_PROBLEM_LIMIT, HW_SEVERITY_ERROR, 0, 0, "calendar-bytes",
                    "more than %zu bytes", HW__ICAL_MOST_BYTES);
        return hw__fail(g->err, HW_ERR_LIMIT, "calendar-bytes", "more than %zu bytes", HW__ICAL_MOST_BYTES);
    }
    if (size && memchr(data, '\0', size)) {
        return refuse(g, HW_ERR_INVALID, HW_PROBLEM_NUL_BYTE, "a NUL byte");
    }
    for (size_t i = 0; i < size; i++) {
        const char *cr = memchr(data + i, '\r', size - i);
        i = cr ? (size_t)(cr - data) : size;
        if (cr && i + 1 < size && data[i + 1] != '\n') {
            return refuse(g, HW_ERR_INVALID, HW_PROBLEM_CALENDAR, "a carriage return that ends no line");
        }
    }
    return HW_OK;
}

hw_status hw__ical_guard(const char *data, size_t size, hw__ical_visit visit, void *user,
                         hw_problems *problems, hw_error *err)
{
    static const char mark[] = "\xEF\xBB\xBF";
    hw_error own;
    guard g = {.line = 0,
               .next_line = 1,
               .visit = visit,
               .user = user,
               .problems = problems,
               .err = err ? err : &own};
    hw_status status = check_bytes(&g, data, size);
    if (status != HW_OK) {
        return status;
    }
    size_t skip = size >= 3 && memcmp(data, mark, 3) == 0 ? 3 : 0;
    g.size = size - skip;
    g.data = hw__alloc(g.size);
    if (!g.data) {
        return hw__no_memory(err);
    }
    if (g.size) {
        memcpy(g.data, data + skip, g.size);
    }
    hw__buffer_init(&g.text, 2 * MOST_TEXT);
    status = read_lines(&g);
    hw__buffer_free(&g.text);
    hw__free(g.data);
    return status;
}
