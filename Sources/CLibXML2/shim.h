#pragma once
// libxml2's headers pull in ICU's, which clash with the copy inside Foundation: switch that off before the rest.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/// `xmlFree` is a mutable global, which Swift 6 refuses to read.
static inline void whynow_xml_free(void *memory) { xmlFree(memory); }

/// glibc declares memmem only for GNU sources, which Swift's import of C is not.
extern void *memmem(const void *haystack, size_t length, const void *needle, size_t needle_length);

static inline void whynow_xml_ignore(void *context, const char *format, ...) {
    (void)context;
    (void)format;
}

/// Keeps libxml2 from writing to stderr on this thread; a few messages of XPath know no other way.
static inline void whynow_xml_prepare(void) {
    xmlInitParser();
    xmlSetGenericErrorFunc(NULL, whynow_xml_ignore);
}
