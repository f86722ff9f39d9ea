/* SPDX-License-Identifier: MIT */
/* Python: bytes and paths in. What they are of is held while the call lasts. */

%typemap(in, noblock=1) (const char *data, size_t size) (PyObject *held = NULL),
                        (const char *calendar, size_t size) (PyObject *held = NULL),
                        (const char *ours, size_t ours_size) (PyObject *held = NULL),
                        (const char *theirs, size_t theirs_size) (PyObject *held = NULL) {
    if (!hwpy_bytes_in($input, "$1_name", &held, (const char **)&$1, &$2)) {
        SWIG_fail;
    }
}
%typemap(in, noblock=1) (const char *knowledge, size_t knowledge_size) (PyObject *held = NULL) {
    $1 = NULL;
    $2 = 0;
    if ($input != Py_None && !hwpy_bytes_in($input, "$1_name", &held, (const char **)&$1, &$2)) {
        SWIG_fail;
    }
}
%typemap(in, noblock=1) const char *path (PyObject *held = NULL), const char *folder (PyObject *held = NULL) {
    if (!hwpy_path_in($input, &held, (const char **)&$1)) {
        SWIG_fail;
    }
}
%typemap(freearg, noblock=1) (const char *data, size_t size), (const char *calendar, size_t size),
    (const char *ours, size_t ours_size), (const char *theirs, size_t theirs_size), (const char *knowledge, size_t knowledge_size),
    const char *path, const char *folder {
    Py_XDECREF(held$argnum);
}
