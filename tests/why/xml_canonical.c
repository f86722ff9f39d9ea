/* SPDX-License-Identifier: MIT */
/* libxml2 writes line breaks of a text as they are, so an entry would not stay on its line, and has no order
 * of attributes but that of setting them. */
#include <libxml/tree.h>
#include <string.h>

#include "why.h"

int main(void)
{
    xmlDocPtr document = xmlNewDoc(BAD_CAST "1.0");
    xmlNodePtr note = xmlNewNode(NULL, BAD_CAST "note");
    xmlDocSetRootElement(document, note);
    xmlNodeAddContent(note, BAD_CAST "one\ntwo");
    xmlNewProp(note, BAD_CAST "b", BAD_CAST "2");
    xmlNewProp(note, BAD_CAST "a", BAD_CAST "1");
    xmlChar *text;
    int size;
    xmlDocDumpMemory(document, &text, &size);
    bool escaped = strstr((char *)text, "one&#10;two") != NULL;
    bool ordered = strstr((char *)text, "a=\"1\" b=\"2\"") != NULL;
    xmlFree(text);
    xmlFreeDoc(document);
    return why(!escaped || !ordered, "libxml2 cannot escape line breaks or order attributes canonically");
}
