/* SPDX-License-Identifier: MIT */
/* The root of a plan document or of a sidecar log: is this ours, can it be read, and whose plan is it? */
#include <string.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "base/sha1.h"
#include "base/text.h"
#include "format/plan_xml_reader.h"

#define URN "urn:uuid:"
#define UUID_TEXT 36u
#define NO_UUID "00000000-0000-0000-0000-000000000000"

/* What a root's attributes say. */
typedef struct facts {
    hw__xml_attribute version, uid, language, must_understand; /* local NULL = not there */
    char uuid[UUID_TEXT];
    char tag[36];
} facts;

static void refuse(hw__plan_reader *r, hw_problem_code code, hw_status status, const char *subject,
                   const char *message)
{
    hw__reader_report(r, code, HW_SEVERITY_ERROR, HW__AT_TAG, hw__reader_here(r), subject, "%s", message);
    hw__reader_stop(r, status);
}

/* The plan that a sidecar is for; NULL for a plan itself. */
static const hw_plan *owner_of(const hw__plan_reader *r)
{
    return r->owner ? r->owner : r->base;
}

/* What the uid of the plan is called. */
static const char *uid_name(const hw__plan_reader *r)
{
    return owner_of(r) ? "plan" : "uid";
}

/* Whether the root is one that is read here. */
static bool check_name(hw__plan_reader *r, const hw__xml_tag *tag)
{
    const char *wanted = r->owner ? "log-file" : r->base ? "changes" : "plan";
    size_t stem = strlen(HW__NAMESPACE_STEM);
    if (tag->uri != r->plan_uri) {
        if (tag->uri && strncmp(tag->uri, HW__NAMESPACE_STEM, stem) == 0) {
            refuse(r, HW_PROBLEM_VERSION, HW_ERR_UNSUPPORTED, r->source->namespace_name,
                   "a version of the format that is not read here");
        } else {
            refuse(r, HW_PROBLEM_NAMESPACE, HW_ERR_INVALID, r->source->namespace_name,
                   "the root is not in the namespace of plans");
        }
        return false;
    }
    if (strcmp(tag->local, wanted) != 0) {
        hw__reader_report(r, HW_PROBLEM_ROOT, HW_SEVERITY_ERROR, HW__AT_TAG, hw__reader_here(r),
                          hw__reader_shown(tag->local), "the root must be '%s'", wanted);
        hw__reader_stop(r, HW_ERR_INVALID);
        return false;
    }
    return true;
}

static void sort_attributes(hw__plan_reader *r, const hw__xml_tag *tag, facts *root)
{
    for (int i = 0; i < tag->count && r->status == HW_OK; i++) {
        hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
        if (hw__reader_is_foreign(r, &attribute)) {
            continue;
        }
        if (attribute.uri == r->xml_uri) {
            root->language = attribute;
        } else if (attribute.uri) {
            hw__reader_refuse_attribute(r, &attribute, tag->local);
        } else if (strcmp(attribute.local, "version") == 0) {
            root->version = attribute;
        } else if (strcmp(attribute.local, uid_name(r)) == 0) {
            root->uid = attribute;
        } else if (strcmp(attribute.local, "must-understand") == 0 && !r->owner) {
            root->must_understand = attribute;
        }
    }
}

/* Attributes without meaning here: only now is it known whether a newer version may have given them one. */
static void check_attributes(hw__plan_reader *r, const hw__xml_tag *tag)
{
    for (int i = 0; i < tag->count && r->status == HW_OK; i++) {
        hw__xml_attribute attribute = hw__xml_attribute_at(tag, i);
        if (!attribute.uri && strcmp(attribute.local, "version") != 0 &&
            strcmp(attribute.local, uid_name(r)) != 0 &&
            (r->owner || strcmp(attribute.local, "must-understand") != 0)) {
            hw__reader_refuse_attribute(r, &attribute, tag->local);
        }
    }
}

static bool check_version(hw__plan_reader *r, const hw__xml_attribute *version)
{
    if (!version->local) {
        hw__reader_missing(r, HW_PROBLEM_MISSING_ATTRIBUTE, hw__reader_here(r), "version");
        r->minor = HW__FORMAT_MINOR;
        r->is_unversioned = true;
        return true;
    }
    const char *text = version->value;
    const char *point = memchr(text, '.', version->size);
    int64_t major, minor;
    if (!point || !hw__int_parse(text, (size_t)(point - text), 0, INT32_MAX, &major) ||
        !hw__int_parse(point + 1, version->size - (size_t)(point - text) - 1, 0, INT32_MAX, &minor) ||
        major != HW__FORMAT_MAJOR || minor < 1) {
        refuse(r, HW_PROBLEM_VERSION, HW_ERR_UNSUPPORTED, "version",
               "a version of the format that is not read here");
        return false;
    }
    r->minor = minor < HW__FORMAT_MINOR ? (int)minor : HW__FORMAT_MINOR;
    if (minor > HW__FORMAT_MINOR && owner_of(r)) {
        /* What is not understood of its content would be missing from the plan, which can be written. */
        refuse(r, HW_PROBLEM_NEWER_VERSION, HW_ERR_UNSUPPORTED, "version",
               r->owner ? "the log is of a newer version than the plan can take"
                        : "the changes are of a newer version than the plan can take");
        return false;
    }
    if (minor > HW__FORMAT_MINOR) {
        r->is_newer = true;
        hw__reader_report(r, HW_PROBLEM_NEWER_VERSION, HW_SEVERITY_WARNING, HW__AT_TAG, hw__reader_here(r),
                          "version",
                          "the document is of version %d.%d, newer than %s: it can be read, but not changed",
                          (int)major, (int)minor, HW__XML_VERSION);
    }
    return true;
}

static void read_uid(hw__plan_reader *r, facts *root)
{
    const char *name = uid_name(r);
    size_t stem = strlen(URN);
    hw__uuid uuid;
    memcpy(root->uuid, NO_UUID, UUID_TEXT);
    if (!root->uid.local) {
        hw__reader_missing(r, HW_PROBLEM_MISSING_ATTRIBUTE, hw__reader_here(r), name);
    } else if (root->uid.size != stem + UUID_TEXT || memcmp(root->uid.value, URN, stem) != 0 ||
               !hw__uuid_parse(root->uid.value + stem, UUID_TEXT, &uuid)) {
        hw__reader_bad_value(r, HW_PROBLEM_BAD_URI, name, root->uid.value);
    } else {
        hw__uuid_print(&uuid, root->uuid);
        const hw_plan *owner = owner_of(r);
        if (owner && memcmp(root->uuid, owner->uid, UUID_TEXT) != 0) {
            refuse(r, HW_PROBLEM_OTHER_PLAN, HW_ERR_INVALID, name,
                   r->owner ? "the log belongs to another plan" : "the changes belong to another plan");
        }
    }
}

/* The namespaces that a reader has to know: it knows none but its own. */
static void read_must_understand(hw__plan_reader *r, const hw__xml_attribute *list)
{
    const char *text = list->value, *end = text + list->size;
    if (hw__line_check(text, list->size, HW__MAX_LINE_BYTES) != HW__TEXT_GOOD) {
        hw__reader_bad_value(r, HW_PROBLEM_BAD_URI, "must-understand", text);
        return;
    }
    r->plan->must_understand = hw__strndup(text, list->size);
    if (!r->plan->must_understand) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return;
    }
    while (text < end) {
        const char *stop = memchr(text, ' ', (size_t)(end - text));
        size_t size = (size_t)((stop ? stop : end) - text);
        if (size > 0 && (size != strlen(HW__XML_NAMESPACE) || memcmp(text, HW__XML_NAMESPACE, size) != 0)) {
            r->plan->read_only = true;
            hw__reader_report(
                r, HW_PROBLEM_MUST_UNDERSTAND, HW_SEVERITY_WARNING, HW__AT_BYTE,
                hw__reader_value_place(r, list->value), "must-understand",
                "the document needs something that is not known here: it can be read, but not changed");
            return;
        }
        text += size + (stop != NULL);
    }
}

static void make_plan(hw__plan_reader *r, const hw__xml_tag *tag, const facts *root)
{
    r->plan = hw__plan_blank(root->uuid, UUID_TEXT, root->tag[0] ? root->tag : "en", r->options->zones, NULL);
    if (!r->plan) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return;
    }
    r->plan->read_only = r->is_newer;
    r->log = r->plan->log;
    if (root->must_understand.local) {
        read_must_understand(r, &root->must_understand);
    }
    hw__reader_keep_attributes(r, tag, &r->item_attributes);
    r->plan->foreign.attributes = hw__reader_take(r, &r->item_attributes);
}

void hw__reader_start_root(hw__plan_reader *r, const hw__xml_tag *tag)
{
    facts root = {0};
    if (!check_name(r, tag)) {
        return;
    }
    sort_attributes(r, tag, &root);
    if (!check_version(r, &root.version)) {
        return;
    }
    check_attributes(r, tag);
    read_uid(r, &root);
    if (root.language.local) {
        hw__reader_language(r, &root.language, root.tag);
    }
    if (r->status != HW_OK) {
        return;
    }
    if (!r->owner) {
        make_plan(r, tag, &root);
        r->mode = HW__MODE_PLAN;
        return;
    }
    r->log = hw__log_new(NULL);
    if (!r->log) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    r->section = HW__SECTION_COUNT;
    r->mode = HW__MODE_LOG;
}
