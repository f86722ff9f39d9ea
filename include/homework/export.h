/* SPDX-License-Identifier: MIT */
/** @file export.h
 *  How a symbol becomes part of the library's interface. */
#ifndef HOMEWORK_EXPORT_H
#define HOMEWORK_EXPORT_H

/** Marks a function of the public interface. Everything else is hidden. */
#ifndef HW_API
#if defined(__GNUC__) && !defined(SWIG)
#define HW_API __attribute__((visibility("default")))
#else
#define HW_API
#endif
#endif

#endif
