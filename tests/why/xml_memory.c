/* SPDX-License-Identifier: MIT */
/* xmlTextWriter loses content without an error when memory runs out for a moment. */
#include <libxml/xmlmemory.h>
#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

#include "why.h"

static long left; /* allocations until one fails */

static void *poor_malloc(size_t size)
{
    return left > 0 && --left == 0 ? NULL : malloc(size);
}

static void *poor_realloc(void *old, size_t size)
{
    return left > 0 && --left == 0 ? NULL : realloc(old, size);
}

static char *poor_strdup(const char *text)
{
    char *copy = poor_malloc(strlen(text) + 1);
    return copy ? strcpy(copy, text) : NULL;
}

static void silent(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

/* Writes a small document; true when every call said that it was good. */
static bool write_all(xmlBufferPtr buffer)
{
    xmlTextWriterPtr writer = xmlNewTextWriterMemory(buffer, 0);
    bool good = writer && xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL) >= 0 &&
                xmlTextWriterStartElement(writer, BAD_CAST "log") >= 0;
    for (int i = 0; good && i < 100; i++) {
        good = xmlTextWriterStartElement(writer, BAD_CAST "entry") >= 0 &&
               xmlTextWriterWriteAttribute(writer, BAD_CAST "note", BAD_CAST "one & two") >= 0 &&
               xmlTextWriterWriteString(writer, BAD_CAST "three < four") >= 0 &&
               xmlTextWriterEndElement(writer) >= 0;
    }
    good = good && xmlTextWriterEndElement(writer) >= 0 && xmlTextWriterEndDocument(writer) >= 0;
    xmlFreeTextWriter(writer);
    return good;
}

int main(void)
{
    xmlMemSetup(free, poor_malloc, poor_realloc, poor_strdup);
    xmlSetGenericErrorFunc(NULL, silent);
    xmlBufferPtr whole = xmlBufferCreate();
    write_all(whole);
    int wrong = 0;
    for (long nth = 1; nth <= 500; nth++) {
        left = 0;
        xmlBufferPtr buffer = xmlBufferCreate();
        left = nth;
        bool good = write_all(buffer);
        left = 0;
        wrong += good &&
                 strcmp((const char *)xmlBufferContent(buffer), (const char *)xmlBufferContent(whole)) != 0;
        xmlBufferFree(buffer);
    }
    xmlBufferFree(whole);
    printf("%d of 500 single failures lost content without an error\n", wrong);
    return why(wrong > 0, "xmlTextWriter fails silently");
}
