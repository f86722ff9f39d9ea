/* SPDX-License-Identifier: MIT */
/* Objects of C as R has them: an external pointer whose tag is the class, which is kept once for each type, and whose protected value
 * is what it was borrowed from. A pointer from another session of R, out of saveRDS(), is NULL and has another tag. */
#include "face.h"

#include <R_ext/Memory.h>
#include <R_ext/RS.h>
#include <string.h>

#include "nouns.h"

typedef struct hwr_type {
    SEXP classes; /* of the objects, kept for ever */
    void (*release)(void *);
    bool is_heavy;
} hwr_type;

static const char *const heavy[] = {"hw_plan", "hw_progress", "hw_occurrences", "hw_table", "hw_areas"};

static hwr_type *type_of(const char *name, void **known)
{
    if (!*known) {
        hwr_type *type = R_Calloc(1, hwr_type); /* zeroed, kept for ever */
        const char *noun = name + strlen("_p_");
        type->classes = Rf_allocVector(STRSXP, 2);
        R_PreserveObject(type->classes);
        SET_STRING_ELT(type->classes, 0, Rf_mkChar(noun));
        SET_STRING_ELT(type->classes, 1, Rf_mkChar("hw_object"));
        MARK_NOT_MUTABLE(type->classes);
        for (size_t i = 0; i < sizeof hwr_nouns / sizeof *hwr_nouns; i++) {
            if (strcmp(hwr_nouns[i].name, noun) == 0) {
                type->release = hwr_nouns[i].release;
            }
        }
        for (size_t i = 0; i < sizeof heavy / sizeof *heavy; i++) {
            type->is_heavy = type->is_heavy || strcmp(heavy[i], noun) == 0;
        }
        *known = type;
    }
    return *known;
}

/* The finalizer: the type follows from the class, which is the tag. */
static void release(SEXP object)
{
    void *pointer = R_ExternalPtrAddr(object);
    SEXP classes = R_ExternalPtrTag(object);
    R_ClearExternalPtr(object);
    for (size_t i = 0; pointer && i < sizeof hwr_nouns / sizeof *hwr_nouns; i++) {
        if (strcmp(hwr_nouns[i].name, CHAR(STRING_ELT(classes, 0))) == 0) {
            hwr_nouns[i].release(pointer);
            return;
        }
    }
}

/* About how much memory an object takes; little things count as nothing. */
static size_t weight_of(const char *noun, const void *object)
{
    if (strcmp(noun, "hw_plan") == 0) {
        hw_log *log = hw_plan_entries(object, NULL);
        const size_t entries = hw_log_count(log);
        hw_log_unref(log);
        return 131072 + 512 * entries;
    }
    if (strcmp(noun, "hw_occurrences") == 0) {
        return 1024 + 128 * hw_occurrences_count(object);
    }
    if (strcmp(noun, "hw_table") == 0) {
        return 1024 + 8 * hw_table_row_count(object) * hw_table_column_count(object);
    }
    return strcmp(noun, "hw_progress") == 0 ? 32768 + 256 * hw_progress_subject_count(object)
           : strcmp(noun, "hw_areas") == 0  ? 65536
                                            : 0;
}

/* R's collector sees a pointer where there is a plan, and would let those pile up that nobody holds: it is sent for when so much
 * has been made since it came last. */
static void press(size_t weight)
{
    static size_t made;
    made += weight;
    if (made > (size_t)64 << 20) {
        made = 0;
        R_gc();
    }
}

SEXP hwr_object(const void *pointer, const char *name, void **known, bool owned)
{
    if (!pointer) {
        return R_NilValue;
    }
    hwr_type *type = type_of(name, known);
    SEXP object = PROTECT(R_MakeExternalPtr((void *)pointer, type->classes, R_NilValue));
    Rf_setAttrib(object, R_ClassSymbol, type->classes);
    if (owned && type->release) {
        R_RegisterCFinalizerEx(object, release, FALSE);
        if (type->is_heavy) {
            press(weight_of(CHAR(STRING_ELT(type->classes, 0)), pointer));
        }
    }
    UNPROTECT(1);
    return object;
}

void *hwr_pointer_if(SEXP input, const char *type, void **known)
{
    bool is_one = TYPEOF(input) == EXTPTRSXP && R_ExternalPtrTag(input) == type_of(type, known)->classes;
    return is_one ? R_ExternalPtrAddr(input) : NULL;
}

/* As ../../objects.i says it, where SWIG checks: what is called like its class must be there, but for those three. */
static bool may_be_null(const char *name, const char *type)
{
    size_t size = strlen(name), whole = strlen(type);
    bool is_named = (whole > size && strcmp(type + whole - size, name) == 0) || strcmp(name, "sheet") == 0;
    return !is_named || strcmp(name, "options") == 0 || strcmp(name, "problems") == 0 ||
           strcmp(name, "zones") == 0;
}

void *hwr_pointer(SEXP input, const char *name, const char *type, void **known)
{
    void *pointer = hwr_pointer_if(input, type, known);
    if (pointer || (Rf_isNull(input) && may_be_null(name, type))) {
        return pointer;
    }
    SEXP classes = type_of(type, known)->classes;
    char what[160] = "an object of the class ";
    strncat(what, CHAR(STRING_ELT(classes, 0)), 60);
    if (Rf_isNull(input)) {
        strncat(what, ", and is NULL", 60);
    }
    if (TYPEOF(input) == EXTPTRSXP && !R_ExternalPtrAddr(input)) {
        strncat(what, " of this session: read it again", 60);
    }
    hwr_wrong(name, what);
}

/* Keeps what an object was borrowed from as long as the object. */
SEXP hwr_keep(SEXP object, SEXP owner)
{
    if (TYPEOF(object) == EXTPTRSXP) {
        R_SetExternalPtrProtected(object, owner);
    }
    return object;
}

/* Keeps a further value as long as the object: what C borrows from the caller. */
SEXP hwr_hold(SEXP object, SEXP value)
{
    if (TYPEOF(object) == EXTPTRSXP) {
        R_SetExternalPtrProtected(object, Rf_cons(value, R_ExternalPtrProtected(object)));
    }
    return object;
}
