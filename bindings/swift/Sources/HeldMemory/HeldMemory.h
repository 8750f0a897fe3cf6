// Swift's own module of the C library leaves malloc's accounts out.
#include <malloc.h>
