#include "structure/structure.h"
