// Debian's libxml2 is built with ICU, and its encoding.h then draws in ICU's headers, which collide with
// those of Foundation's own ICU wherever both modules meet. Nothing here touches the one struct they serve.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>
