/* SPDX-License-Identifier: MIT */
/* Which words belong to the format? The names of RFC 5545, 7986, 9073, 9074, 9253 and of the clients, and the
 * words of their enumerations. In their places they say nothing about anybody. */
#include <string.h>

#include "base/text.h"
#include "format/leaks.h"

#define UUID_SIZE 36

typedef struct known_name {
    const char *name;
    uint8_t form; /* hw__leak_form */
} known_name;

static const char *const components[] = {
    "VCALENDAR", "VEVENT",    "VTODO",     "VJOURNAL",    "VFREEBUSY",     "VTIMEZONE", "VALARM", "STANDARD",
    "DAYLIGHT",  "VLOCATION", "VRESOURCE", "PARTICIPANT", "VAVAILABILITY", "AVAILABLE", "VPOLL",
};

static const known_name properties[] = {
    {"ACKNOWLEDGED", HW__LEAK_TOKENS},
    {"ACTION", HW__LEAK_TOKENS},
    {"ATTACH", HW__LEAK_FREE},
    {"ATTENDEE", HW__LEAK_FREE},
    {"BEGIN", HW__LEAK_FREE},
    {"BUSYTYPE", HW__LEAK_TOKENS},
    {"CALENDAR-ADDRESS", HW__LEAK_FREE},
    {"CALSCALE", HW__LEAK_TOKENS},
    {"CATEGORIES", HW__LEAK_FREE},
    {"CLASS", HW__LEAK_TOKENS},
    {"COLOR", HW__LEAK_FREE},
    {"COMMENT", HW__LEAK_FREE},
    {"COMPLETED", HW__LEAK_TOKENS},
    {"CONCEPT", HW__LEAK_FREE},
    {"CONFERENCE", HW__LEAK_FREE},
    {"CONTACT", HW__LEAK_FREE},
    {"CREATED", HW__LEAK_TOKENS},
    {"DESCRIPTION", HW__LEAK_FREE},
    {"DTEND", HW__LEAK_TOKENS},
    {"DTSTAMP", HW__LEAK_TOKENS},
    {"DTSTART", HW__LEAK_TOKENS},
    {"DUE", HW__LEAK_TOKENS},
    {"DURATION", HW__LEAK_TOKENS},
    {"END", HW__LEAK_FREE},
    {"EXDATE", HW__LEAK_TOKENS},
    {"EXRULE", HW__LEAK_TOKENS},
    {"FREEBUSY", HW__LEAK_TOKENS},
    {"GEO", HW__LEAK_FREE},
    {"IMAGE", HW__LEAK_FREE},
    {"LAST-MODIFIED", HW__LEAK_TOKENS},
    {"LINK", HW__LEAK_FREE},
    {"LOCATION", HW__LEAK_FREE},
    {"LOCATION-TYPE", HW__LEAK_FREE},
    {"METHOD", HW__LEAK_TOKENS},
    {"NAME", HW__LEAK_FREE},
    {"ORGANIZER", HW__LEAK_FREE},
    {"PARTICIPANT-TYPE", HW__LEAK_FREE},
    {"PERCENT-COMPLETE", HW__LEAK_TOKENS},
    {"PRIORITY", HW__LEAK_TOKENS},
    {"PRODID", HW__LEAK_FREE},
    {"PROXIMITY", HW__LEAK_FREE},
    {"RDATE", HW__LEAK_TOKENS},
    {"RECURRENCE-ID", HW__LEAK_TOKENS},
    {"REFID", HW__LEAK_UID},
    {"REFRESH-INTERVAL", HW__LEAK_TOKENS},
    {"RELATED-TO", HW__LEAK_UID},
    {"REPEAT", HW__LEAK_TOKENS},
    {"REQUEST-STATUS", HW__LEAK_FREE},
    {"RESOURCES", HW__LEAK_FREE},
    {"RESOURCE-TYPE", HW__LEAK_FREE},
    {"RRULE", HW__LEAK_TOKENS},
    {"SEQUENCE", HW__LEAK_TOKENS},
    {"SOURCE", HW__LEAK_FREE},
    {"STATUS", HW__LEAK_TOKENS},
    {"STRUCTURED-DATA", HW__LEAK_FREE},
    {"STYLED-DESCRIPTION", HW__LEAK_FREE},
    {"SUMMARY", HW__LEAK_FREE},
    {"TRANSP", HW__LEAK_TOKENS},
    {"TRIGGER", HW__LEAK_TOKENS},
    {"TZID", HW__LEAK_ZONE},
    {"TZID-ALIAS-OF", HW__LEAK_ZONE},
    {"TZNAME", HW__LEAK_SHORT},
    {"TZOFFSETFROM", HW__LEAK_TOKENS},
    {"TZOFFSETTO", HW__LEAK_TOKENS},
    {"TZUNTIL", HW__LEAK_TOKENS},
    {"TZURL", HW__LEAK_FREE},
    {"UID", HW__LEAK_UID},
    {"URL", HW__LEAK_FREE},
    {"VERSION", HW__LEAK_TOKENS},
    {"X-ALT-DESC", HW__LEAK_FREE},
    {"X-APPLE-CALENDAR-COLOR", HW__LEAK_FREE},
    {"X-APPLE-DEFAULT-ALARM", HW__LEAK_TOKENS},
    {"X-APPLE-LOCAL-DEFAULT-ALARM", HW__LEAK_TOKENS},
    {"X-APPLE-SORT-ORDER", HW__LEAK_TOKENS},
    {"X-APPLE-STRUCTURED-LOCATION", HW__LEAK_FREE},
    {"X-EVOLUTION-ALARM-UID", HW__LEAK_UID},
    {"X-KDE-KCALCORE-ENABLED", HW__LEAK_TOKENS},
    {"X-KDE-LIBKCAL-DTRECURRENCE", HW__LEAK_TOKENS},
    {"X-LIC-LOCATION", HW__LEAK_ZONE},
    {"X-MICROSOFT-CDO-ALLDAYEVENT", HW__LEAK_TOKENS},
    {"X-MICROSOFT-CDO-APPT-SEQUENCE", HW__LEAK_TOKENS},
    {"X-MICROSOFT-CDO-BUSYSTATUS", HW__LEAK_TOKENS},
    {"X-MICROSOFT-CDO-IMPORTANCE", HW__LEAK_TOKENS},
    {"X-MICROSOFT-CDO-INSTTYPE", HW__LEAK_TOKENS},
    {"X-MICROSOFT-CDO-INTENDEDSTATUS", HW__LEAK_TOKENS},
    {"X-MICROSOFT-DISALLOW-COUNTER", HW__LEAK_TOKENS},
    {"X-MOZ-GENERATION", HW__LEAK_TOKENS},
    {"X-MOZ-LASTACK", HW__LEAK_TOKENS},
    {"X-MOZ-SNOOZE-TIME", HW__LEAK_TOKENS},
    {"X-PUBLISHED-TTL", HW__LEAK_TOKENS},
    {"X-WR-ALARMUID", HW__LEAK_UID},
    {"X-WR-CALDESC", HW__LEAK_FREE},
    {"X-WR-CALNAME", HW__LEAK_FREE},
    {"X-WR-RELCALID", HW__LEAK_UID},
    {"X-WR-TIMEZONE", HW__LEAK_ZONE},
};

static const known_name parameters[] = {
    {"ALTREP", HW__LEAK_FREE},
    {"CHARSET", HW__LEAK_TOKENS},
    {"CN", HW__LEAK_FREE},
    {"CUTYPE", HW__LEAK_TOKENS},
    {"DELEGATED-FROM", HW__LEAK_FREE},
    {"DELEGATED-TO", HW__LEAK_FREE},
    {"DERIVED", HW__LEAK_TOKENS},
    {"DIR", HW__LEAK_FREE},
    {"DISPLAY", HW__LEAK_TOKENS},
    {"EMAIL", HW__LEAK_FREE},
    {"ENCODING", HW__LEAK_TOKENS},
    {"FBTYPE", HW__LEAK_TOKENS},
    {"FEATURE", HW__LEAK_TOKENS},
    {"FILENAME", HW__LEAK_FREE},
    {"FMTTYPE", HW__LEAK_TOKENS},
    {"GAP", HW__LEAK_TOKENS},
    {"LABEL", HW__LEAK_FREE},
    {"LANGUAGE", HW__LEAK_TOKENS},
    {"LINKREL", HW__LEAK_FREE},
    {"MANAGED-ID", HW__LEAK_FREE},
    {"MEMBER", HW__LEAK_FREE},
    {"ORDER", HW__LEAK_TOKENS},
    {"PARTSTAT", HW__LEAK_TOKENS},
    {"RANGE", HW__LEAK_TOKENS},
    {"RELATED", HW__LEAK_TOKENS},
    {"RELTYPE", HW__LEAK_TOKENS},
    {"ROLE", HW__LEAK_TOKENS},
    {"RSVP", HW__LEAK_TOKENS},
    {"SCHEDULE-AGENT", HW__LEAK_TOKENS},
    {"SCHEDULE-FORCE-SEND", HW__LEAK_TOKENS},
    {"SCHEDULE-STATUS", HW__LEAK_TOKENS},
    {"SCHEMA", HW__LEAK_FREE},
    {"SENT-BY", HW__LEAK_FREE},
    {"SIZE", HW__LEAK_TOKENS},
    {"TZID", HW__LEAK_ZONE},
    {"VALUE", HW__LEAK_TOKENS},
    {"X-FILENAME", HW__LEAK_FREE},
};

/* The words of enumerations, of rules, and of what describes a value. */
static const char *const tokens[] = {
    "2.0",
    "1.0",
    "GREGORIAN",
    "PUBLISH",
    "REQUEST",
    "REPLY",
    "ADD",
    "CANCEL",
    "REFRESH",
    "COUNTER",
    "DECLINECOUNTER",
    "PUBLIC",
    "PRIVATE",
    "CONFIDENTIAL",
    "TENTATIVE",
    "CONFIRMED",
    "CANCELLED",
    "NEEDS-ACTION",
    "COMPLETED",
    "IN-PROCESS",
    "DRAFT",
    "FINAL",
    "OPAQUE",
    "TRANSPARENT",
    "AUDIO",
    "DISPLAY",
    "EMAIL",
    "PROCEDURE",
    "NONE",
    "FREQ",
    "SECONDLY",
    "MINUTELY",
    "HOURLY",
    "DAILY",
    "WEEKLY",
    "MONTHLY",
    "YEARLY",
    "UNTIL",
    "COUNT",
    "INTERVAL",
    "BYSECOND",
    "BYMINUTE",
    "BYHOUR",
    "BYDAY",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYMONTH",
    "BYSETPOS",
    "WKST",
    "RSCALE",
    "SKIP",
    "OMIT",
    "BACKWARD",
    "FORWARD",
    "MO",
    "TU",
    "WE",
    "TH",
    "FR",
    "SA",
    "SU",
    "BINARY",
    "BOOLEAN",
    "CAL-ADDRESS",
    "DATE",
    "DATE-TIME",
    "DURATION",
    "FLOAT",
    "INTEGER",
    "PERIOD",
    "RECUR",
    "TEXT",
    "TIME",
    "URI",
    "UTC-OFFSET",
    "UID",
    "XML-REFERENCE",
    "UNKNOWN",
    "8BIT",
    "7BIT",
    "BASE64",
    "B",
    "Q",
    "QUOTED-PRINTABLE",
    "UTF-8",
    "US-ASCII",
    "ISO-8859-1",
    "INDIVIDUAL",
    "GROUP",
    "RESOURCE",
    "ROOM",
    "CHAIR",
    "REQ-PARTICIPANT",
    "OPT-PARTICIPANT",
    "NON-PARTICIPANT",
    "ACCEPTED",
    "DECLINED",
    "DELEGATED",
    "TRUE",
    "FALSE",
    "PARENT",
    "CHILD",
    "SIBLING",
    "SNOOZE",
    "FINISHTOSTART",
    "FINISHTOFINISH",
    "STARTTOFINISH",
    "STARTTOSTART",
    "FIRST",
    "NEXT",
    "DEPENDS-ON",
    "REFID",
    "CONCEPT",
    "FREE",
    "BUSY",
    "BUSY-UNAVAILABLE",
    "BUSY-TENTATIVE",
    "OOF",
    "THISANDFUTURE",
    "THISANDPRIOR",
    "START",
    "END",
    "SERVER",
    "CLIENT",
    "BADGE",
    "GRAPHIC",
    "FULLSIZE",
    "THUMBNAIL",
    "CHAT",
    "FEED",
    "MODERATOR",
    "PHONE",
    "SCREEN",
    "VIDEO",
    "TEXT/PLAIN",
    "TEXT/HTML",
    "TEXT/CALENDAR",
    "IMAGE/PNG",
    "IMAGE/JPEG",
    "APPLICATION/PDF",
    "APPLICATION/OCTET-STREAM",
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

bool hw__leaks_same(const char *text, size_t size, const char *word)
{
    size_t i = 0;
    while (i < size && word[i] && upper(text[i]) == upper(word[i]))
        i++;
    return i == size && !word[i];
}

const char *hw__leaks_component(const char *name, size_t size)
{
    for (size_t i = 0; i < COUNT(components); i++) {
        if (hw__leaks_same(name, size, components[i]))
            return components[i];
    }
    return NULL;
}

static const char *find(const known_name *names, size_t count, const char *name, size_t size, uint8_t *form)
{
    for (size_t i = 0; i < count; i++) {
        if (hw__leaks_same(name, size, names[i].name)) {
            *form = names[i].form;
            return names[i].name;
        }
    }
    *form = HW__LEAK_FREE;
    return NULL;
}

const char *hw__leaks_property(const char *name, size_t size, uint8_t *form)
{
    return find(properties, COUNT(properties), name, size, form);
}

const char *hw__leaks_parameter(const char *name, size_t size, uint8_t *form)
{
    return find(parameters, COUNT(parameters), name, size, form);
}

/* ---- Values ---- */

static size_t digits(const char *text, size_t size)
{
    size_t count = 0;
    while (count < size && text[count] >= '0' && text[count] <= '9')
        count++;
    return count;
}

/* 20260105, 20260105T090000, 20260105T090000Z. */
static bool is_moment(const char *text, size_t size)
{
    if (size == 8 || size == 15 || size == 16)
        return digits(text, size) == 8 && (size == 8 || (text[8] == 'T' && digits(text + 9, size - 9) == 6 &&
                                                         (size == 15 || text[15] == 'Z')));
    return false;
}

/* P1W, -P1DT2H, PT15M. */
static bool is_duration(const char *text, size_t size)
{
    size_t i = size > 0 && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    if (i >= size || text[i] != 'P')
        return false;
    for (i++; i < size;) {
        i += text[i] == 'T';
        size_t count = digits(text + i, size - i);
        i += count;
        if (count == 0 || i >= size || !strchr("WDHMS", text[i]) || !text[i])
            return false;
        i++;
    }
    return true;
}

/* 5, -1, +0100, 1.5. */
static bool is_number(const char *text, size_t size)
{
    size_t i = size > 0 && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    while (i < size && ((text[i] >= '0' && text[i] <= '9') || text[i] == '.'))
        i++;
    return i == size && size <= 12;
}

/* 2MO, -1SU. */
static bool is_weekday(const char *text, size_t size)
{
    size_t i = size > 0 && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    i += digits(text + i, size - i);
    static const char *const days[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    for (size_t day = 0; i > 0 && day < COUNT(days); day++) {
        if (hw__leaks_same(text + i, size - i, days[day]))
            return true;
    }
    return false;
}

bool hw__leaks_is_token(const char *text, size_t size)
{
    if (is_number(text, size) || is_moment(text, size) || is_duration(text, size) || is_weekday(text, size))
        return true;
    for (size_t i = 0; i < COUNT(tokens); i++) {
        if (hw__leaks_same(text, size, tokens[i]))
            return true;
    }
    return false;
}

bool hw__leaks_is_short_zone(const char *text, size_t size)
{
    static const char *const others[] = {"UTC", "MSK", "MSD", "WIB", "WITA", "KSK", "NZDT", "ChST"};
    for (size_t i = 0; i < COUNT(others); i++) {
        if (hw__leaks_same(text, size, others[i]))
            return true;
    }
    if (is_number(text, size))
        return true;
    size_t letters = 0;
    while (letters < size && text[letters] >= 'A' && text[letters] <= 'Z')
        letters++;
    return letters == size && size >= 3 && size <= 5 && text[size - 1] == 'T';
}

size_t hw__leaks_uuid(const char *text, size_t size)
{
    if (size < UUID_SIZE)
        return 0;
    for (size_t i = 0; i < UUID_SIZE; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        char c = upper(text[i]);
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'F')))
            return 0;
    }
    return UUID_SIZE;
}
